"""Pinyin as people type it: its syllables, how letters split into them, what sounds alike, tones taken off."""

import re
from functools import cache, lru_cache
from itertools import islice, pairwise, product
from pathlib import Path
from unicodedata import normalize

_TABLE = Path(__file__).parent / "tables" / "syllables.txt"

LONGEST_SYLLABLE = 6
_VOWELS = "aeiouv"

_IN_FULL = {"ui": "uei", "un": "uen", "iu": "iou"}

_MOST_SPLITS = 64
_MOST_LETTERS = 200
"""Bounds on `segment`: no title needs more, and a pasted page must not take a minute."""

# Syllables.


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


@cache
def typed_forms(syllable: str) -> tuple[str, ...]:
    """The ways to type a toneless syllable, itself first: ü is v, yu (as in passports) or u, and u may be v.

    The vowels that ui, un and iu leave out may be written.

    >>> typed_forms("lve"), typed_forms("yun"), typed_forms("hai"), typed_forms("dun")
    (('lve', 'lue', 'lyue'), ('yun', 'yvn'), ('hai',), ('dun', 'duen'))
    """
    first, second, rest = syllable[:1], syllable[1:2], syllable[2:]
    initial = _initial(syllable)
    if initial not in ("", *"yjqx") and (final := _IN_FULL.get(syllable.removeprefix(initial))):
        return syllable, initial + final
    if second == "v":
        return syllable, f"{first}u{rest}", f"{first}yu{rest}"
    if second == "u" and first in "jqxy":
        return syllable, f"{first}v{rest}"
    return (syllable,)


def spelt_by(letters: str) -> tuple[str, ...]:
    """The syllables that letters spell in full, the likeliest first; none where they are no syllable.

    >>> spelt_by("lue"), spelt_by("jv"), spelt_by("lu"), spelt_by("lyu"), spelt_by("zh")
    (('lve',), ('ju',), ('lu', 'lv'), ('lv',), ())
    """
    return _syllables_by_form().get(letters, ())


@cache
def _syllables_by_form() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {syllable: (syllable,) for syllable in all_syllables()}
    for syllable in sorted(all_syllables()):
        for form in typed_forms(syllable)[1:]:
            found[form] = (*found.get(form, ()), syllable)
    return found


def segment(letters: str) -> list[list[str]]:
    """All ways to split lower-case letters into whole syllables, the likeliest first; none if they are not pinyin.

    Fewer syllables are likelier, and then fewer that begin with a vowel, which written pinyin sets off (fang'an).
    At most 64 ways, and none for more than 200 letters.

    >>> segment("xian"), segment("fangan"), segment("zhx")
    ([['xian'], ['xi', 'an']], [['fan', 'gan'], ['fang', 'an']], [])
    """
    if not letters or len(letters) > _MOST_LETTERS:
        return []
    splits: list[list[list[str]]] = [[[]]]
    """For each number of letters, the ways to split that many of them."""
    for end in range(1, len(letters) + 1):
        found = []
        for start in range(max(0, end - LONGEST_SYLLABLE), end):
            if spelt := spelt_by(letters[start:end]):
                found += [[*before, spelt[0]] for before in splits[start]]
        found.sort(key=_unlikeliness)
        splits.append(found[:_MOST_SPLITS])
    return splits[-1]


def _unlikeliness(split: list[str]) -> tuple[int, int, int]:
    """What ways to split the same letters are sorted by; the last decides between an yu and a nyu (nü)."""
    return len(split), sum(syllable[0] in "aoe" for syllable in split), -sum(map(len, split))


def _initial(syllable: str) -> str:
    """The consonant that a syllable begins with, also of two letters; "" for a vowel."""
    if syllable[:2] in ("zh", "ch", "sh"):
        return syllable[:2]
    return "" if syllable[:1] in _VOWELS else syllable[:1]


# Southern accents.

_CONFUSED_INITIALS = {"zh": "z", "ch": "c", "sh": "s", "n": "l", "f": "h", "r": "l"}


@cache
def accents(syllable: str) -> frozenset[str]:
    """The other syllables that a southern accent confuses with this one; the relation is symmetric.

    zh/z ch/c sh/s, n/l, f/h, r/l at the beginning, -ang/-an -eng/-en -ing/-in at the end, and both at once.

    >>> sorted(accents("shang"))
    ['san', 'sang', 'shan']
    """
    initial = _initial(syllable)
    rest = syllable.removeprefix(initial)
    initials = {initial}
    for one, other in _CONFUSED_INITIALS.items():
        initials |= {other} if initial == one else {one} if initial == other else set()
    rests = {rest, rest.removesuffix("g") if rest.endswith("ng") else rest + "g" if rest.endswith("n") else rest}
    return frozenset(a + b for a in initials for b in rests if is_syllable(a + b)) - {syllable}


def without_accent(syllable: str) -> str:
    """What syllables that an accent confuses have in common; need not be a syllable.

    >>> without_accent("shang"), without_accent("san"), without_accent("feng"), without_accent("ru")
    ('san', 'san', 'hen', 'lu')
    """
    initial = _initial(syllable)
    rest = syllable.removeprefix(initial)
    return _CONFUSED_INITIALS.get(initial, initial) + (rest.removesuffix("g") if rest.endswith("ng") else rest)


@cache
def sounds_near(one: str, other: str) -> bool:
    """Whether two syllables are a slip apart: one letter more, less or another, or hu for f (hua, fa).

    >>> sounds_near("tou", "dou"), sounds_near("hui", "fei"), sounds_near("gong", "po"), sounds_near("e", "o")
    (True, True, False, False)
    """
    short, long = sorted((_HU_FOR_F.sub("f", one), _HU_FOR_F.sub("f", other)), key=len)
    if short == long or _HU_FOR_F.sub("fe", one) == other or _HU_FOR_F.sub("fe", other) == one:
        return True
    start = next((at for at, pair in enumerate(zip(short, long, strict=False)) if len(set(pair)) > 1), len(short))
    rests = {short[start + 1 :], short[start:]} if len(short) < len(long) else {short[start + 1 :]}
    return len(long) > _LETTERS_OF_A_SHORT and long[start + 1 :] in rests and len(long) - len(short) <= 1


_HU_FOR_F = re.compile("^hu(?=[aion])")
_LETTERS_OF_A_SHORT = 2
_SOUNDS_ALIKE = "(?<=[zcs])h|(?<=n)g"
_SOUNDS_THE_SAME = str.maketrans("nrf", "llh")


@lru_cache(maxsize=4096)
def letters_without_accents(letters: str) -> str:
    """Letters in which zh is z, ch c, sh s, ng n, n and r are l, and f is h, wherever a syllable begins or ends.

    Unlike `without_accent` it needs no syllables, so misspelt letters are compared with printed ones after it.

    >>> letters_without_accents("zhengchegn"), letters_without_accents("zengcheng")
    ('zelcegl', 'zelcel')
    """
    return re.sub(_SOUNDS_ALIKE, "", letters).translate(_SOUNDS_THE_SAME)


# What is typed beside the letters: tones, ü, apostrophes.

_APOSTROPHES = "`´‘’ʹʻʼʽ′＇"
_WIDE = "".join(chr(code) for code in range(ord("！"), ord("～") + 1))
_TYPED = str.maketrans(
    _WIDE + "ɑɡ⁰¹²³⁴⁵" + _APOSTROPHES,
    _WIDE.translate({ord(wide): ord(wide) - 0xFEE0 for wide in _WIDE}) + "ag012345" + "'" * len(_APOSTROPHES),
)
"""Phonetic letters, raised digits, signs used as apostrophes, and wide forms, each in plain ASCII."""
_TONE_MARK = "(?<=[A-Za-z\u0308])[\u0300\u0301\u0304\u0306\u030c]"
_UMLAUT_HEARD = "(?<=[lnLN])(?:[uU]\u0308|(?<![A-Za-z].)u:)"
_UMLAUT_MUTE = "(?<=[jqxyJQXY][uU])\u0308|(?<=[jqxyJQXY]u):"
_V_FOR_U = "(?<=[jqxyJQXY])v"
_TONED = "[A-Za-z]+(?:[0-5][A-Za-z]+)*[0-5]?(?![0-9])"
"""A run of letters with single digits between them."""
_NUMBERED = "[\u3400-\u9fff][A-Za-z]+[0-5]$"
"""The end of a title of which the last character alone was typed in letters: its number, rather than a tone."""


def untoned(text: str) -> str:
    """Typed pinyin without tones: v for ü, u for the v of jv, ' for any apostrophe; everything else stays.

    Tones are marks, or digits from 0 to 5. Digits are tones where they follow or stand inside syllables, at most one
    each, and at least half of all syllables typed have one: two or more, or the only one there is. So 党建日记2 keeps
    its number as `dangjianriji2` or 党建日ji2, 第一次 as `di1ci`, and A4 is paper. Where letters follow a syllable's
    digit, an apostrophe takes its place, since the syllable has ended.

    >>> untoned("ài shàng hǎi"), untoned("ai4 shang4 hai3"), untoned("xi1an1"), untoned("lǜ lü lu: jv")
    ('ai shang hai', 'ai shang hai', "xi'an", 'lv lv lv ju')
    >>> untoned("24jieqi"), untoned("1922"), untoned("riji2"), untoned("日ji2"), untoned("上海")
    ('24jieqi', '1922', 'riji2', '日ji2', '上海')
    """
    if all(map(_is_plain, text)):
        return text
    plain = re.sub(_TONE_MARK, "", normalize("NFD", text.translate(_TYPED)))
    plain = re.sub(_V_FOR_U, "u", re.sub(_UMLAUT_HEARD, "v", re.sub(_UMLAUT_MUTE, "", plain)))
    plain = normalize("NFC", plain)
    return re.sub(_TONED, lambda run: _without_digits(run[0]) or run[0], plain) if _has_tone_digits(plain) else plain


def _is_plain(character: str) -> bool:
    """Whether a character has nothing to do with tones, ü and apostrophes: nearly all that is typed."""
    if character < "\x80":
        return character not in "0123456789`:vV"
    return "\u2e80" <= character < "\uff00"


def _has_tone_digits(text: str) -> bool:
    """Whether the digits in a text are tones: enough of its syllables have one."""
    toned, typed = [], 0
    for run in re.finditer(_TONED, text):
        letters = re.sub("[0-5]", "", run[0])
        typed += min(map(len, segment(letters.lower())), default=1)
        if len(letters) < len(run[0]) and _without_digits(run[0]):
            toned += [letters] * (len(run[0]) - len(letters))
    if len(toned) == 1:
        return typed == 1 and len(toned[0]) > 1 and not re.search(_NUMBERED, text)
    return bool(toned) and len(toned) * 2 >= typed


def _without_digits(run: str) -> str:
    """Letters and digits without the digits, each of which must be a tone; "" where one is not.

    >>> _without_digits("ai4shang4hai3"), _without_digits("aishang4hai3"), _without_digits("ha3ica3o")
    ("ai'shang'hai", "aishang'hai", 'haicao')
    >>> _without_digits("A4"), _without_digits("mp3")
    ('A', '')
    """
    apart = re.split("[0-5]", run)
    if apart[-1].lower() not in ("a", "e", "o") and all(segment(letters.lower()) for letters in apart if letters):
        return "'".join(letters for letters in apart if letters)
    joined = "".join(apart)
    ends = {len(part) for part in ("".join(apart[:n]) for n in range(1, len(apart)))}
    for split in segment(joined.lower()):
        starts = [sum(map(len, split[:n])) for n in range(len(split) + 1)]
        if all(sum(start < end <= after for end in ends) <= 1 for start, after in pairwise(starts)):
            return joined
    return ""


# Wade-Giles.

_WADE_INITIALS = {"b": "p", "p": "p'", "d": "t", "t": "t'", "g": "k", "k": "k'", "j": "ch", "q": "ch'", "x": "hs"}
_WADE_INITIALS |= {"zh": "ch", "ch": "ch'", "z": "ts", "c": "ts'", "r": "j"}
_WADE_FINALS = {"ie": "ieh", "ian": "ien", "ong": "ung", "iong": "iung", "uo": "o"}
_WADE_FINALS |= {"v": "ü", "ve": "üeh", "van": "üan", "vn": "ün"}
_WADE_WHOLE = {"zi": "tzu", "ci": "tz'u", "si": "ssu szu", "yi": "i yi", "er": "erh", "e": "o e"}
_WADE_WHOLE |= {"you": "yu", "yan": "yen", "ye": "yeh", "yong": "yung", "yu": "yü", "yue": "yüeh", "yuan": "yüan"}
_WADE_WHOLE |= {"yun": "yün", "gui": "kuei", "kui": "k'uei", "guo": "kuo", "kuo": "k'uo", "huo": "huo", "shuo": "shuo"}
_WADE_WHOLE |= {"ge": "ko ke", "ke": "k'o k'e", "he": "ho he"}
_NEVER_WADE = "[bdqvx]|(?<!n)g|(?<![ts])z|(?<!e)r"
"""Letters that no syllable of Wade-Giles has: most words of pinyin are ruled out without its table."""
_MOST_WADE = 8
_WADE_SYLLABLE = 7


def wade_giles(word: str) -> tuple[str, ...]:
    """The pinyin that a word of Wade-Giles may mean, syllables spaced, the likeliest first; none where it is not one.

    Tone digits are passed over. Many leave out ü and the apostrophe, so `chu` may be zhu, ju, chu and qu; at most eight
    readings are given. Most words of pinyin are Wade-Giles too (hai, min): the caller must look at the others.

    >>> wade_giles("ch'ing"), wade_giles("Hsin-hua"), wade_giles("tz'u"), wade_giles("chung"), wade_giles("xian")
    (('qing',), ('xin hua',), ('ci',), ('zhong', 'chong'), ())
    """
    letters = normalize("NFD", word.translate(_TYPED)).casefold().replace("u\u0308", "ü")
    letters = re.sub("[\u0300-\u036f]|(?<=[a-zü])[0-5](?![0-9])", "", letters)
    if re.search(_NEVER_WADE, letters):
        return ()
    found = [_wade_split(part) for part in re.split("[-‐‑–]", letters)]
    ways = islice(product(*(product(*syllables) for syllables in found if syllables)), _MOST_WADE)
    return tuple(" ".join(syllable for part in way for syllable in part) for way in ways) if all(found) else ()


def has_umlaut_of_wade_giles(text: str) -> bool:
    """Whether a text has a ü where pinyin writes a mere u: behind y, j, q or x.

    >>> has_umlaut_of_wade_giles("tang yüan"), has_umlaut_of_wade_giles("lü")
    (True, False)
    """
    return re.search(_UMLAUT_MUTE, normalize("NFD", text)) is not None


def _wade_split(letters: str) -> list[tuple[str, ...]]:
    """The syllables of a word run together, the fewest that it can be, each with its pinyin; none if there are none."""
    best: list[list[tuple[str, ...]] | None] = [[]]
    for end in range(1, len(letters) + 1):
        ways = [
            [*before, _wade_table()[letters[start:end]]]
            for start in range(max(0, end - _WADE_SYLLABLE), end)
            if (before := best[start]) is not None and letters[start:end] in _wade_table()
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or []


@cache
def _wade_table() -> dict[str, tuple[str, ...]]:
    """Every syllable of Wade-Giles, also without ü or apostrophe, and the pinyin that it may be, likeliest first."""
    by_form: dict[str, list[str]] = {}
    strict = [(form, syllable) for syllable in sorted(all_syllables()) for form in _wade_forms(syllable)]
    marked = [(form, syllable) for form, syllable in strict if "ü" in form or "'" in form]
    for form, syllable in strict:
        by_form.setdefault(form, []).append(syllable)
    for umlaut, apostrophe in (("u", "'"), ("ü", ""), ("u", "")):
        for form, syllable in marked:
            by_form.setdefault(form.replace("ü", umlaut).replace("'", apostrophe), []).append(syllable)
    return {form: tuple(dict.fromkeys(syllables)) for form, syllables in by_form.items()}


def _wade_forms(syllable: str) -> list[str]:
    """A syllable of pinyin in strict Wade-Giles."""
    if whole := _WADE_WHOLE.get(syllable):
        return whole.split()
    initial = _initial(syllable)
    final = syllable.removeprefix(initial)
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "v" + final[1:]
    if initial in ("zh", "ch", "sh", "r") and final == "i":
        final = "ih"
    return [_WADE_INITIALS.get(initial, initial) + _WADE_FINALS.get(final, final)]
