"""Make the tables of `awardcli.language` from pypinyin and OpenCC, which nothing imports at run time.

    python tools/make_language_tables.py [DIRECTORY]

Reads `reviewed.txt`, the one table that people write, and writes the others beside it or into DIRECTORY. A reviewed
reading wins over the sources. The same sources and review always give the same bytes.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from unicodedata import normalize

from opencc import OpenCC
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

TABLES = Path(__file__).parent.parent / "src" / "awardcli" / "language" / "tables"

FIRST, LAST = 0x3400, 0x9FFF
"""CJK extension A and the unified ideographs, which `characters.txt` has a cell for each of."""
FIRST_RARE, LAST_RARE = 0x20000, 0x323AF
"""The planes of rare characters, of which names use a few (赵孟𫖯): a table of those with a reading."""

KANGXI_RADICALS = range(0x2F00, 0x2FD6)
COMPATIBILITY_IDEOGRAPHS = range(0xF900, 0xFADA)
RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尢⺐尢⺑尢⺒巳⺓幺⺔彐⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爫"
    "⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯纟⺰纟⺱罒⺲罒⺳罒⺴罒⺵网⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角"
    "⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟饣⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾"
    "⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟"
)
"""CJK Radicals Supplement, each with its character: Unicode's EquivalentUnifiedIdeograph, but the common form of it."""
ZEROS = "○〇◯〇"
"""Circles that people type for the zero of a year."""

UNTYPEABLE = {"n": "en", "ng": "en", "m": "mu", "hm": "hen", "hng": "heng", "ê": "ei"}
"""Sounds that no one types as a syllable, each with the one that is typed for it."""

LEFT_IN_SIMPLIFIED = "乾著吒"
"""Converted (to 干, 着 and 咤) although simplified text has them too: the phrase 乾坤 becomes one of 干."""

ENOUGH_PHRASES, ENOUGH_SHARE = 3, 1 / 8
"""A further reading is kept if at least this many phrases of the dictionary use it, or this share of the character's.

What is dropped is archaic. With these numbers GB 2312's first level (3,755 characters) has 1.07 readings each."""

MANY_BEGINNINGS = 20
"""Characters that begin at least this many phrases (长, 重 ...): longer words, too, must keep those from matching."""

Phrases = dict[str, tuple[str, ...]]
Reviewed = dict[str, tuple[str, ...]]


def main(directory: Path) -> None:
    """Write every table into a directory."""
    reviewed = read_reviewed((TABLES / "reviewed.txt").read_text(encoding="utf-8"))
    simplified = simplified_characters()
    known = known_phrases(simplified) | {text: said for text, said in reviewed.items() if len(text) > 1}
    readings = character_readings(known, reviewed)
    phrases = needed_phrases(known, readings, reviewed)
    syllables = syllables_table(readings, phrases)
    tables = {
        "simplified.txt": simplified_table(simplified),
        "characters.txt": characters_table(readings),
        "other_readings.txt": other_readings_table(readings),
        "phrases.txt": phrases_table(phrases, readings),
        "phrase_beginnings.txt": phrase_beginnings_table(phrases),
        "rare_characters.txt": rare_characters_table(frozenset(syllables.split())),
        "syllables.txt": syllables,
    }
    for name, text in tables.items():
        (directory / name).write_text(text, encoding="utf-8", newline="\n")


def read_reviewed(text: str) -> Reviewed:
    """The reviewed readings: all those of a character, or one for each character of a phrase."""
    reviewed: Reviewed = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            reviewed_text, readings, *_why = line.split("\t")
            reviewed[reviewed_text] = tuple(readings.split())
            if len(reviewed_text) not in (1, len(reviewed[reviewed_text])):
                raise ValueError(f"reviewed.txt: {reviewed_text} has {readings}")
    return reviewed


# Traditional to simplified.


def simplified_characters() -> dict[str, str]:
    """Traditional characters and variants, radicals and circles, each with its simplified character.

    OpenCC's plain table decides; those of Taiwan and Hong Kong add the variants that it leaves alone (not 么, which is
    simplified already). A character stays as it is where its simplified form has no reading.
    """
    plain, taiwan, hong_kong = (OpenCC(name) for name in ("t2s", "tw2s", "hk2s"))
    simplified = {}
    for code in (*range(FIRST, LAST + 1), *range(FIRST_RARE, LAST_RARE + 1)):
        character = chr(code)
        candidates = [plain.convert(character)]
        if character != "么":
            candidates += [taiwan.convert(character), hong_kong.convert(character)]
        changed = (c for c in candidates if c != character and len(c) == 1 and is_read(c))
        if target := next(changed, None):
            simplified[character] = target
    # A few lead to a character that is itself simplified (薴, 苧, 苎).
    simplified = {character: simplified.get(target, target) for character, target in simplified.items()}
    for code in (*KANGXI_RADICALS, *COMPATIBILITY_IDEOGRAPHS):
        if (target := normalize("NFKC", chr(code))) != chr(code):
            simplified[chr(code)] = simplified.get(target, target)
    pairs = RADICALS + ZEROS
    return simplified | dict(zip(pairs[::2], pairs[1::2], strict=True))


def is_read(character: str) -> bool:
    return FIRST <= ord(character) <= LAST or ord(character) in PINYIN_DICT


def simplified_table(simplified: Mapping[str, str]) -> str:
    header = "# A traditional character, variant, radical or circle, and its simplified character."
    return "\n".join([header, *rows((old + new for old, new in simplified.items()), 20)]) + "\n"


# Readings.


@cache
def toneless(syllable: str) -> str:
    """A syllable of pypinyin as it is typed: no tone, v for ü."""
    plain = to_normal(syllable).replace("ü", "v")
    return UNTYPEABLE.get(plain, plain)


def known_phrases(simplified: Mapping[str, str]) -> Phrases:
    """The simplified phrases of pypinyin; one with a character of LEFT_IN_SIMPLIFIED in its folded form."""
    fold = str.maketrans(dict(simplified))
    phrases: Phrases = {}
    folded_phrases: Phrases = {}
    for phrase, choices in PHRASES_DICT.items():
        folded = phrase.translate(fold)
        said = tuple(toneless(character_choices[0]) for character_choices in choices)
        if folded == phrase:
            phrases[phrase] = said
        elif set(phrase) & set(LEFT_IN_SIMPLIFIED):
            folded_phrases[folded] = said
    return phrases | folded_phrases


def character_readings(phrases: Phrases, reviewed: Reviewed) -> dict[str, tuple[str, ...]]:
    """Every character with its readings, first the one that it has alone."""
    uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, said in phrases.items():
        for character, reading in zip(phrase, said, strict=True):
            uses[character][reading] += 1
    readings = {}
    for code, listed in sorted(PINYIN_DICT.items()):
        character = chr(code)
        if FIRST <= code <= LAST or character == "〇":
            first = toneless(listed.split(",")[0])
            readings[character] = reviewed.get(character) or (first, *often_used(uses[character], first))
    return readings


def rare_characters_table(syllables: Container[str]) -> str:
    """A line for each syllable: it, a space, and the rare characters read so."""
    by_reading: defaultdict[str, list[str]] = defaultdict(list)
    for code, listed in sorted(PINYIN_DICT.items()):
        reading = toneless(listed.split(",")[0])
        if FIRST_RARE <= code <= LAST_RARE and reading in syllables:
            by_reading[reading].append(chr(code))
    header = "# A syllable and the characters beyond U+FFFF that are read so."
    lines = (f"{reading} {''.join(characters)}" for reading, characters in sorted(by_reading.items()))
    return "\n".join([header, *lines]) + "\n"


def often_used(uses: Counter[str], first: str) -> list[str]:
    enough = min(ENOUGH_PHRASES, uses.total() * ENOUGH_SHARE)
    return [reading for reading, count in uses.most_common() if count >= enough and reading != first]


def characters_table(readings: Mapping[str, tuple[str, ...]]) -> str:
    """Cells of equal width (6 bytes, 3 bytes, a separator) in code point order, to be looked up without parsing."""
    header = f"# U+{FIRST:X} to U+{LAST:X}: the reading of a character that stands alone, and the character."
    cells = (f"{readings.get(c, ('-',))[0]:6}{c}" for c in map(chr, range(FIRST, LAST + 1)))
    return "\n".join([header, *rows(cells, 8)]) + "\n"


def other_readings_table(readings: Mapping[str, tuple[str, ...]]) -> str:
    header = "# A character and the other readings that one may type for it, the commonest first."
    lines = (f"{character} {' '.join(others)}" for character, (_, *others) in sorted(readings.items()) if others)
    return "\n".join([header, *lines]) + "\n"


# Phrases.


def needed_phrases(known: Phrases, readings: Mapping[str, tuple[str, ...]], reviewed: Reviewed) -> Phrases:
    """The phrases that suffice to read every known phrase right.

    They are the reviewed ones; two-character words that keep another phrase from beginning inside them (上海 keeps
    海参 out of 上海参赛), longer words only where many phrases could begin; and, from short to long, each phrase that
    the ones already taken would misread.
    """
    beginnings = Counter(
        phrase[0] for phrase, said in known.items() if phrase in reviewed or said != alone(phrase, readings)
    )
    needed = {
        phrase: said
        for phrase, said in known.items()
        if phrase in reviewed or beginnings[phrase[-1]] >= (1 if len(phrase) == 2 else MANY_BEGINNINGS)
    }
    for phrase, said in sorted(known.items(), key=lambda item: len(item[0])):
        if read_with(needed, phrase, readings) != said:
            needed[phrase] = said
    return needed


def alone(text: str, readings: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A text read character by character."""
    return tuple(readings[character][0] if character in readings else "" for character in text)


def read_with(phrases: Phrases, text: str, readings: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A text read as at run time: at each offset the longest phrase, else the character."""
    said: tuple[str, ...] = ()
    while (place := len(said)) < len(text):
        stretches = (text[place:end] for end in range(len(text), place + 1, -1))
        phrase = next((stretch for stretch in stretches if stretch in phrases), text[place])
        said += phrases.get(phrase) or alone(phrase, readings)
    return said


def phrases_table(phrases: Phrases, readings: Mapping[str, tuple[str, ...]]) -> str:
    """Sorted, so that phrases with the same first character are neighbours; readings only where they are needed."""
    header = "# A phrase and its readings; one without is read by its characters, and no other phrase begins inside it."
    lines = (
        phrase if said == alone(phrase, readings) else f"{phrase} {' '.join(said)}"
        for phrase, said in sorted(phrases.items())
    )
    return "\n".join([header, *lines]) + "\n"


def phrase_beginnings_table(phrases: Iterable[str]) -> str:
    """In one line, so that a character is quickly found."""
    header = "# Each character that begins a phrase, with the second characters of its phrases."
    second: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for phrase in sorted(phrases):
        second[phrase[0]][phrase[1]] = None
    return f"{header}\n{' '.join(first + ''.join(others) for first, others in second.items())}\n"


def syllables_table(readings: Mapping[str, tuple[str, ...]], phrases: Phrases) -> str:
    """Every syllable that any table holds, one line for each first letter."""
    syllables = sorted({syllable for said in (*readings.values(), *phrases.values()) for syllable in said})
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for syllable in syllables:
        by_letter[syllable[0]].append(syllable)
    return "\n".join(map(" ".join, by_letter.values())) + "\n"


def rows(cells: Iterable[str], width: int) -> Iterator[str]:
    listed = list(cells)
    return (" ".join(listed[start : start + width]) for start in range(0, len(listed), width))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TABLES)
