"""What a match is worth, with the reason for each number.

A share is that of a character: what is the same is 1, and the surer a reader can be that a difference is a slip, the
nearer to 1 it stays. The shares were tuned on the development queries of `bench/search`.
"""

from typing import NamedTuple

from awardcli.model import Tier


class Agreement(NamedTuple):
    """A way in which what was typed stands for a printed character: its name, its worth, and how sure it is."""

    name: str
    share: float
    tier: Tier


SAME = Agreement("same", 1.0, Tier.EQUAL)
SOUND = Agreement("sound", 0.90, Tier.SOUND)
"""A homophone: what an input method offers for the same keys."""
OTHER_READING = Agreement("other reading", 0.84, Tier.SOUND)
"""The same sound through a reading the character has elsewhere (民乐 as le)."""
ACCENT = Agreement("accent", 0.76, Tier.NEAR)
"""A sound that southern accents do not tell apart (zh/z, n/l, -ang/-an)."""
LOOK_ALIKE = Agreement("look-alike", 0.62, Tier.NEAR)
"""A character of the same shape (悔 for 梅): enough for one of two characters, and surer than any other."""

FULL = Agreement("pinyin", 1.0, Tier.PINYIN)
BEGUN = Agreement("begun", 0.97, Tier.PINYIN)
"""A syllable begun at the query's end: the reader was still typing."""
SHORTENED = Agreement("shortened", 0.84, Tier.PINYIN)
INITIAL = Agreement("initial", 0.92, Tier.INITIALS)
FULL_AMONG_INITIALS = FULL._replace(share=INITIAL.share)
"""Among initials what spells a syllable (se in zsess) may just as well be two of them, and is worth no more."""
FULL_ACCENT = Agreement("pinyin with an accent", 0.86, Tier.NEAR)

READ_OTHERWISE = OTHER_READING.share / SOUND.share
"""The share of pinyin for a reading that the character has elsewhere."""
NUMERAL = 0.96
"""The share of a numeral in another form: the same number, but not what is printed."""

CHARACTER = 1.0
LETTER = 1 / 3
"""The weight of one typed letter beside a typed character: a syllable has about three."""
NUMBER = 1.5
"""The weight of a number of several characters: 二十四 says little more than any other character."""
MEASURE = 0.25
"""The weight of what counts (年, 个): numbers have it or not."""
GENERIC = 0.3
"""The weight of a character of a word that stands in many names (公司): it confirms, it does not tell apart."""

OPEN_GAP = 0.22
SKIP = 0.08
"""Passing over characters of the field: once for the gap, then for each; short names leave out much (东航)."""
JUMP_BACK = 0.45
"""Moving back in the field: terms in another order (急诊室不停诊)."""
LETTERS_GAP = 0.5
"""The share of those costs in a query of letters, whose pieces weigh less."""

JOINED = 80.0
"""The least score of several terms read as one: anything less would join what does not belong together."""


def floor(han: int, letters: int) -> float:
    """The least score, 0-100, at which a near match of so many characters and letters is one.

    Of two characters one wrong is half, of three a third: short queries need surer matches.
    """
    if han >= 3:
        return 64
    if han:
        return 80
    return 86 - 6 * min(max(letters - 6, 0), 6) / 6


INITIALS_FLOOR = 80.0
"""The floor of initials: four of them with one character left out between."""
