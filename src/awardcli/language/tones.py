"""Tone marks and tone digits of typed pinyin, taken off."""

import re
from unicodedata import normalize

from awardcli.language.pinyin import is_syllable, segment

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
