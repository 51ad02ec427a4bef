"""Pinyin: which letters are syllables, how a run of them splits, what is heard alike, and tones taken off."""

import re
from functools import cache
from pathlib import Path
from unicodedata import normalize

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

    return untone(word)


_TONE_MARK = re.compile("(?<=[A-Za-z\u0308])[\u0300\u0301\u0304\u030c]")
_UMLAUT_HEARD = re.compile("(?<=[lnLN])(?:[uU]\u0308|(?<![A-Za-z].)u:)")
_UMLAUT_MUTE = re.compile("(?<=[jqxyJQXY][uU])\u0308")
_RUN_OF_LETTERS = re.compile("([A-Za-z]+)(?:([1-5])(?![0-9]))?")


def untone(text: str) -> str:
    """Typed pinyin without tone marks and tone digits, and with v for ü; everything else stays.

    A digit is a tone if it is 1 to 5 and stands straight after exactly one syllable and before no digit, and if at
    least half of the syllables typed have one: two of them, or the only one there is. So 党建日记2 keeps its number
    as `dangjianriji2`, 第一次 as `di1ci`, and A4 is paper. Where letters follow, an apostrophe takes the digit's
    place, as it ended a syllable.

    >>> untone("ài shàng hǎi"), untone("ai4 shang4 hai3"), untone("xi1an1"), untone("lǜ lü lu:")
    ('ai shang hai', 'ai shang hai', "xi'an", 'lv lv lv')
    >>> untone("24jieqi"), untone("1922"), untone("riji2")
    ('24jieqi', '1922', 'riji2')
    """
    plain = _UMLAUT_MUTE.sub("", _TONE_MARK.sub("", normalize("NFD", text)))
    plain = normalize("NFC", _UMLAUT_HEARD.sub("v", plain))
    return _RUN_OF_LETTERS.sub(_without_digit, plain) if _has_tone_digits(plain) else plain


def _has_tone_digits(text: str) -> bool:
    runs = list(_RUN_OF_LETTERS.finditer(text))
    toned = [run[1] for run in runs if _is_toned(run)]
    typed = sum(min(map(len, segment(run[1].lower())), default=1) for run in runs)
    if len(toned) == 1:
        return typed == 1 and len(toned[0]) > 1
    return bool(toned) and len(toned) * 2 >= typed


def _is_toned(run: re.Match[str]) -> bool:
    return run[2] is not None and is_syllable(run[1].lower())


def _without_digit(run: re.Match[str]) -> str:
    if not _is_toned(run):
        return run[0]
    return run[1] + "'" if run.string[run.end() : run.end() + 1].isalpha() else run[1]
