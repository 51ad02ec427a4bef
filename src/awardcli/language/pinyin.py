"""Pinyin: which letters are syllables, how a run of them splits, and what is heard alike."""

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "tables" / "syllables.txt"

INITIALS = (
    *("zh", "ch", "sh"),
    *("b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w"),
)
"""What a syllable can begin with, those of two letters first."""

LONGEST_SYLLABLE = 6

_MOST_SPLITS = 64
_MOST_LETTERS = 200
"""Bounds on `segment`: no title needs more, and a pasted page must not take a minute."""

_SPELLINGS = {"lue": "lve", "nue": "nve"}
"""Other spellings that input methods take."""

_CONFUSED_INITIALS = {"zh": "z", "ch": "c", "sh": "s", "n": "l", "f": "h", "r": "l"}


@cache
def all_syllables() -> frozenset[str]:
    """Every toneless Mandarin syllable, v for ü."""
    return frozenset(_TABLE.read_text(encoding="utf-8").split())


def is_syllable(letters: str) -> bool:
    """Whether the letters are one whole toneless syllable.

    >>> is_syllable("lv"), is_syllable("zh")
    (True, False)
    """
    return letters in all_syllables()


def segment(letters: str) -> list[list[str]]:
    """All ways to split lower-case letters into whole syllables, the likeliest first; none if they are not pinyin.

    Fewer syllables are likelier, and then fewer that begin with a vowel, which written pinyin sets off (fang'an).
    At most 64 ways, and none for more than 200 letters.

    >>> segment("xian"), segment("fangan"), segment("zhx")
    ([['xian'], ['xi', 'an']], [['fan', 'gan'], ['fang', 'an']], [])
    """
    if not letters or len(letters) > _MOST_LETTERS:
        return []
    ways: list[list[list[str]]] = [[[]]]
    for end in range(1, len(letters) + 1):
        found = []
        for start in range(max(0, end - LONGEST_SYLLABLE), end):
            spelt = letters[start:end]
            syllable = _SPELLINGS.get(spelt, spelt)
            if is_syllable(syllable):
                found += [[*before, syllable] for before in ways[start]]
        found.sort(key=_unlikeliness)
        ways.append(found[:_MOST_SPLITS])
    return ways[-1]


def _unlikeliness(split: list[str]) -> tuple[int, int]:
    return len(split), sum(syllable[0] in "aoe" for syllable in split)


@cache
def accents(syllable: str) -> frozenset[str]:
    """The other syllables that a southern accent takes for this one; whoever is in `accents(x)` has x in theirs.

    zh/z ch/c sh/s, n/l, f/h, r/l at the beginning, -ang/-an -eng/-en -ing/-in at the end, and both at once.

    >>> sorted(accents("shang"))
    ['san', 'sang', 'shan']
    """
    initial = next((initial for initial in INITIALS if syllable.startswith(initial)), "")
    rest = syllable.removeprefix(initial)
    initials = {initial}
    for one, other in _CONFUSED_INITIALS.items():
        initials |= {other} if initial == one else {one} if initial == other else set()
    rests = {rest, rest.removesuffix("g") if rest.endswith("ng") else rest + "g" if rest.endswith("n") else rest}
    return frozenset(a + b for a in initials for b in rests if is_syllable(a + b)) - {syllable}


def without_accent(syllable: str) -> str:
    """What is left of a syllable where nothing is told apart that an accent confuses; it need not be a syllable.

    >>> without_accent("shang"), without_accent("san"), without_accent("feng"), without_accent("ru")
    ('san', 'san', 'hen', 'lu')
    """
    split = 2 if syllable[1:2] == "h" else 1
    initial, rest = syllable[:split], syllable[split:]
    return _CONFUSED_INITIALS.get(initial, initial) + (rest.removesuffix("g") if rest.endswith("ng") else rest)


def untoned(word: str) -> str:
    """A typed word without tone marks and tone digits, as `language.tones` says; imported only for a word with any.

    >>> untoned("shanghai"), untoned("shàng"), untoned("上海")
    ('shanghai', 'shang', '上海')
    """
    if not any(character.isdigit() or "\x7f" < character < "\u2e80" for character in word):
        return word
    from awardcli.language.tones import untone

    return untone(word)
