"""The worth of each agreement between typed and printed text, and every cutoff of the ranking, with its reason.

Shares were tuned on the development queries of `bench/search`; what must find nothing counted as much as what must be
found. Scores and cutoffs are 0-100.
"""

from typing import NamedTuple

from awardcli.model import Tier


class Agreement(NamedTuple):
    """How typed text agrees with one printed character: its name, the share of the weight it earns, and its tier."""

    name: str
    share: float
    tier: Tier


# A typed character and a printed one.

SAME = Agreement("same", 1.0, Tier.EQUAL)
SOUND = Agreement("sound", 0.90, Tier.SOUND)
"""A homophone: what an input method offers for the same keys."""
OTHER_READING = Agreement("other reading", 0.84, Tier.SOUND)
"""The same sound through a reading the character has in other words (民乐 as le)."""
ACCENT = Agreement("accent", 0.76, Tier.NEAR)
"""A sound that southern accents do not distinguish (zh/z, n/l, -ang/-an)."""
LOOK_ALIKE = Agreement("look-alike", 0.62, Tier.NEAR)
"""A character of similar shape (悔 for 梅). High enough for one of two characters to be a look-alike."""

# Typed letters and a printed character.

FULL = Agreement("pinyin", 1.0, Tier.PINYIN)
BEGUN = Agreement("begun", 0.97, Tier.PINYIN)
"""An unfinished syllable at the end of the query: the reader was still typing."""
SHORTENED = Agreement("shortened", 0.84, Tier.PINYIN)
"""An unfinished syllable anywhere else, which is no syllable itself (zho for 中; shan is not 上)."""
INITIAL = Agreement("initial", 0.92, Tier.INITIALS)
FULL_AMONG_INITIALS = FULL._replace(share=INITIAL.share)
"""A syllable among initials (se in zsess) may just as well be two initials, so it is worth no more than one."""
FULL_ACCENT = Agreement("pinyin with an accent", 0.86, Tier.NEAR)

RESPELT = FULL._replace(share=0.97)
"""A syllable typed in a less usual form (lu for 旅, lü): it is more likely the syllable that is spelt so."""

READ_OTHERWISE = OTHER_READING.share / SOUND.share
"""The share of pinyin that spells a reading the character has in other words."""

# A term or a printed text in another form.

NUMERAL = Agreement("another form of the number", 0.96, Tier.NEAR)
"""The same number, but not the same text (二十四, 24)."""
DIGITS = Agreement("letters read as digits", 0.96, Tier.NEAR)
"""Letters that look like the digits beside them (l000)."""
FIGURES_OF_A_PART = 2
"""The number of a part, sequel or season has at most this many figures."""
WITHOUT_PARTICLE = Agreement("without a particle", 0.96, Tier.NEAR)
"""Letters that leave out 的 (laopankfd): they spell the title, but not all of it."""
INFLECTED = Agreement("another form of the word", 0.9, Tier.NEAR)
"""An English word with another ending (dancing, dances)."""
SHORTEST_STEM = 4
"""Letters of an English word that are left without its ending; of shorter ones other words are made (sing, sines)."""
SHORT_NAME_FORM = Agreement("short name", 0.9, Tier.NEAR)
"""The words of a body's short name, somewhere in its name (长宁区公安局)."""
BEGUN_WORD = Agreement("a word begun", 0.99, Tier.EQUAL)
"""Literal text that ends inside a Latin word (war in Warrior): a whole word comes first."""
ACROSS_WORDS = Agreement("across words", 0.98, Tier.SUBSTRING)
"""One typed Latin word that is printed as two (strangelove, Strange Love): a word of its own comes first."""
PART_OF_NUMBER = Agreement("part of a longer number", 0.96, Tier.SUBSTRING)
"""Literal text that is only part of a printed number (2 in 1922): a whole 2 comes first."""
END_OF_NUMBER = Agreement("the end of another number", 0.96, Tier.NEAR)
"""Literal text that begins inside a Chinese number: 十楼的灯 is not 四十楼的灯."""

OTHER_TITLE = 1 - 1e-6
"""The share of the coverage of a match in another title than the one shown: it decides between equals alone."""

# The weight of typed text.

CHARACTER = 1.0
LETTER = 1 / 3
"""One typed letter beside one typed character: a syllable has about three letters."""
NUMBER = 1.5
"""A number of several characters: 二十四 says little more than any single character."""
MEASURE = 0.25
"""The measure word after a number (年, 个), which people add and leave out freely."""
GENERIC = 0.3
"""A character of a word that many names share (公司): it confirms a match but does not distinguish names."""

# What moving through the printed text costs in the near step, as a share of one character.

OPEN_GAP = 0.22
SKIP = 0.08
"""Skipping printed characters costs OPEN_GAP once and SKIP for each: short names leave out many (东航)."""
JUMP_BACK = 0.45
"""Going back in the printed text: parts in another order (急诊室不停诊)."""
LETTERS_GAP = 0.5
"""The factor of these three costs in a term of letters alone, where each piece weighs less."""

# Scores.

FULL_SCORE = 100.0
"""Every typed character agrees as it is: literally, or as pinyin in full."""

# Cutoffs: the lowest score that is shown.

JOINED = 80.0
"""Several terms read as one. Anything lower would join terms that do not belong together (嘉定 宣誓)."""
INITIALS_CUTOFF = 80.0
"""Initials: four of them with one character between left out just reach it."""


def cutoff(han: int, letters: int) -> float:
    """The lowest score of a near match of a term with that many Chinese characters and letters.

    One wrong character is half of a two-character term and a third of a three-character one, so short terms need surer
    matches. For letters the cutoff falls from 86 (up to six) to 80 (from twelve).
    """
    if han >= 3:
        return 64
    if han:
        return 80
    return 86 - 6 * min(max(letters - 6, 0), 6) / 6


# How much may be wrong in the near step.

CHARACTERS_PER_SLIP = 4
"""One wrong or missing character is forgiven for each four typed, or part of four: 上海故事 is not 上海市…."""
EXPLAINED_SLIP = 0.5
"""A wrong character that sounds or looks like the printed one is half a slip (一起单先 for 一骑当先).

Not in terms of two characters."""
FEWEST_WITHOUT_PARTICLE = 6
"""Fewer letters that leave out 的 are not tried: they match too many titles. A character counts as three of them."""
LONG_INITIALS = 8
"""From this many initials on, one may be wrong: the others still reach the cutoff of initials."""
FEWEST_INITIALS = 4
"""Fewer initials, one of them missing or moved, match every second field by chance."""
SHORT = 2
"""Terms of up to this many characters or syllables have stricter rules: two of them occur almost anywhere."""
FEW = 3
"""Three characters, or syllables, are no coincidence in a longer text only where all agree: 上海滩 is not 上海的…."""
LONGER_TEXT = 0.5
"""A text is longer than the term where the term covers at most this share of it."""
ANOTHER_WORD = 2
"""This many unmatched characters at one end of a term are a word of their own, and no slips: 党员 in 世外小学党员."""
MANY = 9
"""Beside this many characters of a title that agree, two unlike ones in place of others may still be slips."""
LONG_STRETCH = 4
"""This many neighbouring characters of a text are no coincidence, whatever is beside them in the term."""
ENOUGH = 6
"""With this many matched characters, even two wrong ones in a row may be slips, but not three."""
VOWELS_OF_PINYIN = 0.25
"""Pinyin in full has at least one vowel in four letters (zhuang); initials have hardly any (wyads)."""

# A title inside the query.

LONGEST_QUESTION = 80
"""Characters of the longest question that is taken apart; a longer text is pasted."""
HELD = 85.0
"""The lowest score of a title with other words around it, as `linking` judges a line: nothing may contradict it."""
HELD_MARKED = 80.0
"""The lowest score of a title in 《》: whatever else is left over, it is meant."""
HELD_LENGTH = 4
"""A title of this many characters is found without a mark, and without an explanation of the words around it."""
HELD_TERM = 3
"""A title of this many characters that is a term by itself is found too."""
LATIN_WORD = 2
"""A Latin word or a number counts as this many of these characters: `dune messiah` is not Dune."""

# Misspelt pinyin.

FEWEST_MISSPELT = 6
"""Shorter pinyin is not corrected: one wrong letter may make it another word."""
FEWEST_BLURRED = 8
"""Shorter pinyin has no wrong letter beside an accent, which makes different syllables alike."""
VOWELS_OF_MISSPELT = 0.15
"""Misspelt pinyin may have lost vowels (zhengchegn), but not nearly all of them, as initials have."""
SYLLABLES_OF_LONG_TITLE = 5
"""In pinyin of this many syllables one may be another syllable, as one of five characters may be another."""
LETTERS_PER_SLIP = 3
"""In a Latin word among several, one letter in this many may be wrong; in a shorter word one."""
SHORT_PINYIN = 5
"""Pinyin of up to this many letters may be an English word: it counts inside a word only where it spells characters."""
LONG_PINYIN, LONG_BLURRED_PINYIN = 10, 12
"""Pinyin from this many letters on may have two wrong letters, shorter pinyin one.

The second where an accent is allowed too, which makes different syllables alike."""

# Suggestions ("did you mean"), which need no cutoff of their own length: they are not answers.

SUGGESTED_SAME_LENGTH = 50.0
"""Half of the characters, where the title is as long as the query."""
SUGGESTED = 60.0
"""Three of five characters, where the lengths differ."""
SUGGESTED_LETTERS = 72.0
"""Letters agree by chance far more often than characters do."""
SUGGESTED_LENGTH = 4
"""A title more than four times as long as the query shares a few characters with nearly anything."""

# Linking the lines of someone's own list (`linking`): how much of a title may be wrong.

SLIPS_FORGIVEN = ((12, 2.0), (8, 1.5), (4, 1.0), (2, 0.5), (0, 0.0))
"""From how many characters of a title on how many slips are forgiven; a homophone or look-alike is half a slip.

A title of two or three characters with another in it is mostly another title (秋菊, 秋天), one of four seldom."""
LONG_TO_MISTAKE = 6
"""From this many characters of a title on, any one may be wrong; in shorter ones it must sound or look alike."""
LONG_TO_ADD = 5
"""From this many characters of a title on, one may be added inside it: 卢旺达大饭店 for 卢旺达饭店."""
LONG_FOR_A_LIKENESS = 4
"""From this many characters of a title on, one that only looks alike may be wrong; 青花瓶 is not 青花瓷."""
LATIN_TO_FORGIVE = 7
"""From this many letters of a title on, one may be wrong, missing or doubled, except the first and the last."""
LATIN_TO_FORGIVE_TWICE = 24
"""From this many letters of a title on, two may be wrong inside one word: Carribean for Caribbean."""
LONG_TO_SUBSTITUTE = 16
"""From this many letters of a title on, one may be another in a short word too: No Country for Old Man."""
LONG_LATIN = 12
"""From this many letters of a title on, two may be swapped in a short word: Cruse for Curse."""
LONG_WORD = 6
"""From this many letters of a word on, one may be wrong; in a shorter word that makes another word."""
MANY_WORDS = 5
"""From this many words of a query on, a shorter one may be wrong as well: no country for old man."""
MOST_UNLIKE = 2
"""Characters of another sound, at most, in a title worth weighing slip by slip."""
LOST_BY_A_LIKENESS = 0.4
"""The greatest loss by a character that sounds or looks alike."""
LOST_BY_A_PART = 0.9
"""The greatest loss by a character that shares look-alikes with the right one: mostly a component (触, 烛)."""
SHORT_BY_SOUND = 0.84
"""The share of a title of two characters at most, one of which is a homophone: 记忆 is a word of its own, not 记疫."""
WITH_ANOTHER = 0.78
"""The share of a title at most in which another character is that no sound explains: 肝癌早期诊断 for 胃癌早期诊断."""
SHORTENED_NAME = 5
"""Characters from which a name is that of a body, not a person, and may be shortened: 东航."""
FAMILY_NAME = 3
"""The fewest letters of a family name, and the fewest characters of a news medium's without its channel."""
WORD_OF_A_NAME = 2
"""The fewest characters of a word in a body's name; single ones (建行) count only in the order of the name."""
SHORT_NAME = 0.5
"""The share that an organization's short name earns, to which its written part adds."""
LONG_AT_THE_ENDS = 8
"""From this many characters of a title on, one may be added or missing at its beginning or end: 外曾祖母的故事."""
WRITTEN_IN_PINYIN = 0.92
"""The share of a title written in pinyin: many titles may sound so."""
FEWEST_SYLLABLES, FEWEST_SPELT = 2, 6
"""Syllables and letters of pinyin from which on it is no English word by chance (women, dune)."""
LONG_BEGINNING, UNFINISHED = 5, 2 / 3
"""The fewest characters, and the least share of a title, for its beginning alone to name it."""

# How much a title must say to be meant where something beside it is unexplained.

LONG_TITLE, LONG_LATIN_TITLE = 3, 4
"""Characters, or letters: 英雄 and "It" are also ordinary words."""
DISTINCT_TITLE, DISTINCT_LATIN_TITLE = 4, 8
"""Characters, or letters, that are hardly anything but that title."""
MOST_PLACES = 20
"""Places of one title in a line that are judged: each takes as long as the line is, and no honest line has more."""
LETTERS_OF_A_NUMBER = 3
"""A number in a title counts as this many letters: 39 Steps."""

# What a doubt costs; whatever it is, the score stays below 100.

NO_DOUBT = 100.0
MOST_IN_DOUBT = 99.0
LEFT_OVER, ALL_LEFT_OVER = 4.0, 16.0
"""Words left over cost the first, plus the second times their share of the line."""
WORDS_OMITTED, SUBTITLE_OMITTED = 4.0, 15.0
"""The title goes on with words about the thing (系列微视频), or with a subtitle."""
NUMBER_MISSING = 30.0
"""Only one of the two has a number; it is answered at all where the year agrees."""
NEAR_YEARS, FAR_YEARS = 2, 5
"""Works are often dated a year or two apart; beyond the second, a year without brackets is taken for a number."""
YEAR_NEAR, YEAR_FAR = 6.0, 20.0
WHO_DIFFERS = 10.0
LISTED_ELSEWHERE = 6.0
"""The row has another category, award or edition than the result."""
WHO_IN_PART = 4.0
"""One of two names of a body lacks where it is, its number or which branch it is."""
SEVERAL = 5.0
"""Another work in the list has the same title, and nothing says which is meant."""
