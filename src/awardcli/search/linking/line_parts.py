"""Take a line apart: where a title may begin and end in it, and which of its text is not part of a title.

A line of someone's own list is a title with other things around it:

    12、 电影 《 唐人街探案 Ⅱ 》 (2018)  陈思诚   1080p
    ─┬─  ─┬─   ────┬────  ─┬─    ─┬──   ──┬──   ──┬──
     │    │        │       │      │       │       decoration: words for a file, an edition, a kind of work
     │    │        │       │      │       a name: only the list can tell
     │    │        │       │      year
     │    │        │       number: 2, however it is written
     │    │        title
     │    decoration
     enumeration

This module does not know the list that the line is matched with, so it decides nothing: a title may contain a year, a
number or a word that is decoration elsewhere (Blade Runner 2049, 《大家聊巨变》系列纪录短片). A line is reduced to its
*key*: it is folded, and every number is replaced by one character, the same for the same value:

    唐人街探案Ⅱ (2018)  →  唐人街探案②⑱        ② and ⑱ replace the values 2 and 2018

For each offset between two characters of the key, `cuts` says how strongly the line is divided there. All offsets are
into the key; `LineParts.printed` gives the characters of the line.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from awardcli.language.dates import FIRST_YEAR, LAST_YEAR, YEAR, clock_times
from awardcli.language.fold import CharacterTable, fold_with_places, to_simplified
from awardcli.language.numerals import CARDINAL, ORDINAL, TitleNumber, english_value, title_numbers
from awardcli.language.readings import is_han
from awardcli.language.words_beside_titles import ENUMERATION_SIGNS, INTRODUCED, enumeration, words_around


class Cut(IntEnum):
    """How strongly a line is divided between two characters of its key."""

    INSIDE = -1
    """Inside a Latin word or a number: no title begins or ends here."""
    GLUED = 0
    """Two Chinese characters side by side."""
    SCRIPT = 1
    """A Chinese character beside a letter or number, or an edge of a decoration: 战狼HD."""
    SPACE = 2
    MARK = 3
    """A comma, full stop, middle dot, hyphen, quotation mark and the like."""
    BREAK = 4
    """A slash, bar, colon, dash between spaces, tab, or several spaces."""
    BRACKET = 5
    TITLE_MARK = 6
    """《》 and the like."""
    EDGE = 7
    """The beginning or end of the line."""


class Span(NamedTuple):
    """A stretch of a key, `start` to `end` (exclusive)."""

    start: int
    end: int


class Year(NamedTuple):
    """A year in a line: 1994, 1994年, 1994-06-01; it may also be a number of the title.

    `apart` is False where a Chinese character or a letter touches it: 唐人街探案1900. `is_date` says that a month and a
    day follow; such a date is mostly not that of the work. `is_of_edition` says that 版 follows: 2009年版.
    """

    start: int
    end: int
    value: int
    apart: bool
    is_date: bool = False
    is_of_edition: bool = False


FIRST_SIGN, LAST_SIGN = 0xF0000, 0x10FFFD
"""The number signs: planes 15 and 16 are for private use, and no folded text holds their characters."""
_signs: dict[str, str] = {}
_values: dict[str, str] = {chr(LAST_SIGN): "…"}


def number_sign(value: str) -> str:
    """The character that replaces a number in keys, the same for the same value within one process.

    Where there are more numbers than signs, the last ones share one.
    """
    if value not in _signs and FIRST_SIGN + len(_signs) < LAST_SIGN:
        _signs[value] = sign = chr(FIRST_SIGN + len(_signs))
        _values[sign] = value
    return _signs.get(value, chr(LAST_SIGN))


def number_value(character: str) -> str | None:
    """The value of a number sign in digits; None for any other character of a key."""
    return _values.get(character)


_ENUMERATION_SIGN = re.compile(f"[{ENUMERATION_SIGNS}]")

_AS_TYPED = str.maketrans("丨⼁ㅣǀ∣❘▏▕‖¦︱┆┊╎", "|" * 14)
"""A bar for the characters that look like one."""


def _plain(character: str) -> str:
    """A character as one half-width, lower-case, simplified character."""
    plain = to_simplified(normalize("NFKC", character)).lower()
    return character if len(plain) != 1 or _ENUMERATION_SIGN.match(character) else plain


PLAIN = CharacterTable(_plain)

_TITLE_MARKS = "《》〈〉「」『』"
_MARKED = re.compile("[《〈「『]([^《》〈〉「」『』]+)[》〉」』]")
_BRACKETS = "()[]{}【】〔〕"
_HASHTAG = re.compile(r"#(?!\s)([^#]{1,99})(?<!\s)#")
_QUOTED = re.compile('[“„«‹"]([^“”„«»‹›"]+)[”“»›"]')
_BREAK = re.compile(r"[/|│┃║:;\\\t\n\u3000=]|\s\s|\s[-~]|[-~]\s|[–—―─‒]|--")
_APOSTROPHES = frozenset("'’‘`")
_JOINTS = frozenset("-_")
_ENDS_SENTENCE = re.compile(r"[^\w\s]?(?:\.\s|。)")
_ABBREVIATED = re.compile(r"(?<![a-z])(?:[a-z]|mr|mrs|ms|dr|st|jr|sr|vs|no|vol|mt|ft|prof|col|capt)\Z")
"""Abbreviations, whose full stop does not end a sentence."""


@lru_cache(1 << 12)
def _cut_of(gap: str) -> Cut:
    """The cut that these characters make between two of a key."""
    if any(mark in gap for mark in _TITLE_MARKS):
        return Cut.TITLE_MARK
    if any(bracket in gap for bracket in _BRACKETS):
        return Cut.BRACKET
    if _BREAK.search(gap):
        return Cut.BREAK
    return Cut.SPACE if gap.isspace() else Cut.MARK


_DATE = re.compile(
    rf"(?<!\d)(?P<year>{YEAR})(?:\s*[-–./年]\s*(?:1[012]|0?[1-9])(?P<day>\s*[-./月]\s*(?:[12]\d|3[01]|0?[1-9]))?(?!\d)\s*[日月]?)?"
    r"(?!\d)\s*年?"
)


class LineParts:
    """A line taken apart; offsets are into its `key` unless said otherwise.

    With `in_words` English numbers stay words: a misspelt one is not recognized as a number (The Hnudred Thousand
    Kingdoms), and neither is the pronoun I (Ken Loach: I, Daniel Blake).
    """

    def __init__(self, line: str, *, in_words: bool = False) -> None:
        self.line = line
        self._in_words = in_words
        self._typed = line if line.isascii() else line.translate(_AS_TYPED)
        self._plain = self._typed.translate(PLAIN)
        folded, origins = fold_with_places(self._typed)
        self._without_sign: list[int] = []
        # The characters of the key, each with its first and last (exclusive) offset in the line.
        every = [(character, origin, origin + 1) for character, origin in zip(folded, origins, strict=True)]
        kept: list[tuple[str, int, int]] = []
        end = 0
        for start, stop, sign in sorted(self._replaced(origins), key=lambda found: (found[0], -found[1])):
            if start < end:
                continue
            kept += every[end:start]
            if sign:
                kept.append((sign, origins[start], origins[stop - 1] + 1))
            else:
                self._without_sign.append(len(kept))
            end = stop
        kept += every[end:]
        self.key = "".join(character for character, _, _ in kept)
        self._begins = [begin for _, begin, _ in kept]
        self._ends = [end for _, _, end in kept]

    def __len__(self) -> int:
        return len(self.key)

    @property
    def in_words(self) -> "LineParts | None":
        """The same line `in_words`; None where its key is the same."""
        other = LineParts(self.line, in_words=True) if re.search("[a-z]", self._plain) else self
        return None if other.key == self.key else other

    def _replaced(self, origins: Sequence[int]) -> Iterator[tuple[int, int, str]]:
        """The spans of the folded line that the key replaces: numbers by their signs, `and` by nothing."""
        for time in clock_times(self._plain):
            start, middle, stop = (bisect_left(origins, offset) for offset in time[:3])
            yield start, middle, number_sign(str(time.hour))
            yield middle, stop, number_sign(f"{time.minute:02}")
        for part in PART_OF_WORK.finditer(self._plain):
            at = bisect_left(origins, part.start())
            yield at, at + 1, ""
        for number in self._numbers(origins):
            start, stop = number.whole
            written = self.line[origins[start] : origins[stop - 1] + 1]
            if self._in_words and written == "I":
                continue
            if number.is_part and _EPISODE.search(written):
                yield number.start, number.end, number_sign(number.value)
            else:  # 第一季 is the unnumbered work
                yield start, stop, "" if number.is_part and number.value == "1" else number_sign(number.value)
        for word in _ENGLISH_NUMBER.finditer(self._plain) if _LETTERS.search(self._plain) else ():
            if self._in_words and word[0] != "and":
                continue
            value = english_value(word[0])
            span = bisect_left(origins, word.start()), bisect_left(origins, word.end())
            yield *span, number_sign(str(value)) if value else ""

    def _numbers(self, origins: Sequence[int]) -> Iterator[TitleNumber]:
        """The numbers in the line.

        The line is scanned in pieces, so that the enumeration is part of no number, and a Roman numeral is at an end
        of a piece, where it is recognized, also before decoration or a date: Rocky IV HD, Malcolm X 1992.
        """
        for begin, end in pairwise(sorted({0, self._enumeration, self._behind_roman, len(self.line)})):
            shift = bisect_left(origins, begin)
            for number in title_numbers(self._typed[begin:end]):
                yield number._replace(
                    start=number.start + shift,
                    end=number.end + shift,
                    whole=(number.whole[0] + shift, number.whole[1] + shift),
                )

    @property
    def _behind_roman(self) -> int:
        """The offset in the line of a decoration or date that follows a possible Roman numeral; else its end."""
        if not _ROMAN.search(self._plain):
            return len(self.line)
        ends = [begin for begin, _ in self._around] + [date.start() for date in _DATE.finditer(self._plain)]
        return next((end for end in sorted(ends) if _ROMAN_AT_END.search(self._plain, 0, end)), len(self.line))

    @cached_property
    def _enumeration(self) -> int:
        """The offset in the line at which the enumeration ends."""
        return enumeration(self._plain)

    @cached_property
    def _around(self) -> list[tuple[int, int]]:
        """The spans in the line of words that are not part of most titles."""
        return words_around(self._plain)

    def offsets(self, span: Span) -> tuple[int, int]:
        """The offsets in the line at which a span begins and ends."""
        return self._begins[span.start], self._ends[span.end - 1]

    def printed(self, span: Span) -> str:
        """The text of the line from the first to the last character of a span."""
        return self.line[self._begins[span.start] : self._ends[span.end - 1]] if span.end > span.start else ""

    def gap(self, offset: int) -> str:
        """The text of the line before a character of the key and behind the one before it, in plain form."""
        begin = self._ends[offset - 1] if offset else 0
        end = self._begins[offset] if offset < len(self.key) else len(self.line)
        return self._plain[begin:end]

    def first_part(self, span: Span) -> str:
        """The words outside a span that number it as the first part, which the key lacks; "" for none.

        >>> parts = LineParts("Dune: Part One (2021)")
        >>> parts.first_part(Span(0, 4)), parts.first_part(Span(0, 0)), LineParts("Dune").first_part(Span(0, 4))
        ('Part One', 'Part One', '')
        """
        for offset in self._without_sign:
            if not span.start < offset < span.end:
                begin = max(self._ends[offset - 1] if offset else 0, self._enumeration)
                end = self._begins[offset] if offset < len(self.key) else len(self.line)
                words = _WORDS.search(self._plain, begin, end)
                if words and _ONE.search(words[0]):
                    return self.line[words.start() : words.end()]
        return ""

    @cached_property
    def cuts(self) -> list[Cut]:
        """For each offset from 0 to the length of the key, the cut before that character."""
        key = self.key
        cuts = [Cut.EDGE]
        for offset in range(1, len(key)):
            if self._ends[offset - 1] >= self._begins[offset]:
                cuts.append(_side_by_side(key[offset - 1], key[offset]))
            else:
                cuts.append(self._cut_before(self.gap(offset), offset))
        if key:
            cuts.append(Cut.EDGE)
        if first := self.span(0, self._enumeration).end:
            cuts[first] = max(cuts[first], Cut.BREAK)
        for span in self.decorations:
            for offset in span:
                if cuts[offset] is Cut.GLUED:
                    cuts[offset] = Cut.SCRIPT
        return cuts

    def _cut_before(self, gap: str, offset: int) -> Cut:
        """The cut that the text before a character of the key makes."""
        one, other = self.key[offset - 1], self.key[offset]
        if gap in _APOSTROPHES and _is_letter(one) and _is_letter(other):
            return Cut.INSIDE
        if gap.strip('“”"') in _JOINTS and number_value(one) is None and number_value(other) is None:
            # Between Latin words it stands for a space, as in file names, unless the line has spaces too.
            is_break = is_wordless(one) or is_wordless(other) or (gap == "_" and " " in self.line)
            return Cut.BREAK if is_break else Cut.MARK
        if _ENDS_SENTENCE.match(gap) and not _ABBREVIATED.search(self._plain, 0, self._ends[offset - 1]):
            return max(Cut.BREAK, _cut_of(gap))
        return _cut_of(gap)

    @cached_property
    def edges(self) -> list[int]:
        """The offsets at which a part of the line may begin or end."""
        return [offset for offset, cut in enumerate(self.cuts) if cut > Cut.GLUED]

    @cached_property
    def decorations(self) -> list[Span]:
        """The spans of the enumeration, and of words that belong to a title only where it has them."""
        found = [self.span(*around) for around in ((0, self._enumeration), *self._around)]
        for called in INTRODUCED.finditer(self._plain):
            found += [self.span(called.start(), called.start(1)), self.span(called.end(1), called.end())]
        return [span for span in found if span.end > span.start]

    @property
    def is_decoration(self) -> bool:
        """Whether the line is nothing but decoration."""
        rest = set(range(len(self.key)))
        for span in self.decorations:
            rest.difference_update(range(*span))
        return not rest

    @cached_property
    def marked(self) -> list[Span]:
        """The spans in 《》 or similar marks, or introduced by words: 那个叫咏梅的微电影."""
        return self.found(_MARKED, INTRODUCED)

    @cached_property
    def hashtags(self) -> list[Span]:
        """The spans between two # without words at the end: #龙猫经典台词#, or a subject: #周末看什么# 小丑."""
        begins = {words.end: words.start for words in self.decorations}
        return [Span(span.start, begins.get(span.end, span.end)) for span in self.found(_HASHTAG)]

    @cached_property
    def quoted(self) -> list[Span]:
        """The spans in quotation marks: a title, or a word of one (崇明有一幢“忘记关灯”的小楼)."""
        return self.found(_QUOTED)

    def found(self, *patterns: re.Pattern[str]) -> list[Span]:
        """The spans of the first groups of patterns."""
        spans = [self.span(*match.span(1)) for pattern in patterns for match in pattern.finditer(self._plain)]
        return [span for span in spans if span.end > span.start]

    @cached_property
    def years(self) -> list[Year]:
        """The years in the line."""
        found = []
        for date in _DATE.finditer(self._plain):
            span = self.span(*date.span())
            value = int(date["year"])
            if any(around.start <= span.start < around.end for around in self.decorations):
                continue  # 分辨率:1920*1080
            if _PLAYED_LIVE.search(self._plain, 0, date.start()):
                continue
            if span.end > span.start and FIRST_YEAR <= value <= LAST_YEAR:
                is_of_edition = self._plain.startswith("版", date.end())
                ends = self.cuts[span.start], self.cuts[span.end + is_of_edition]
                apart = min(ends) >= Cut.SPACE and not any(m.start <= span.start < m.end for m in self.marked)
                found.append(Year(span.start, span.end, value, apart, bool(date["day"]), is_of_edition))
        return found

    def stretches(self, longest: int, shortest: int = 1) -> Iterator[Span]:
        """The stretches between two edges, of `shortest` to `longest` characters."""
        edges = self.edges
        for start in edges:
            for place in range(bisect_left(edges, start + shortest), bisect_right(edges, start + longest)):
                yield Span(start, edges[place])

    def span(self, begin: int, end: int) -> Span:
        """The span of the key that lies inside a stretch of the line."""
        return Span(bisect_left(self._begins, begin), bisect_left(self._begins, end))


def years_in(text: str) -> list[int]:
    """The years in a cell: 1994, (1994), 1927/28, 1961(中国大陆), 2019-06-01.

    >>> years_in("1961(中国大陆)"), years_in("1927/28"), years_in("年代不详"), years_in("19275")
    ([1961], [1927], [], [])
    """
    return [year.value for year in LineParts(text).years] if len(text) != _YEAR or not text.isdecimal() else [int(text)]


_YEAR = 4
PART_OF_WORK = re.compile(r"(?<=\W[上中下])[集部篇编卷册辑](?!\w)")
"""Optional characters behind 上 and 下: 兄弟（上册）."""
_LETTERS = re.compile("[a-z]{2}")
_AND = r"(?:(?<=[^\W_][\s._-])|(?<=[,;!?)'\"’”]\s))and(?=[\s._-]+[^\W_])"
"""An `and` between two words; ...And Justice for All is not Justice for All."""
_ENGLISH_NUMBER = re.compile(rf"(?<![a-z0-9])(?<![a-z0-9]['’])(?:{CARDINAL}|{ORDINAL}|{_AND})(?!['’]?[a-z0-9])")
"""English numbers, and `and`, which some write as &."""
_WORDS = re.compile(r"\w(?:.*\w)?")
_ONE = re.compile("[1一壹iⅠ]|one")
"""What all words for a first part have, and neither `and` nor the 册 of 上册."""
_ROMAN = re.compile("(?<![a-z0-9])[ivx]+(?![a-z0-9])")
_ROMAN_AT_END = re.compile(r"(?<![a-z0-9])[ivx]+\s*\Z")
_PLAYED_LIVE = re.compile(r"[(\[]\s*live\b[^()\[\]]*\Z")
"""Text before the year of a concert: Let It Be (Live at Wembley 1999)."""
_EPISODE = re.compile("[集期回话話]")
"""Episodes are parts of one work; 季, 部, Part and Vol. number works of their own."""


def _is_letter(character: str) -> bool:
    return not is_wordless(character) and number_value(character) is None


@cache
def is_wordless(character: str) -> bool:
    """Whether a character belongs to a script that puts no spaces between words: Chinese and kana.

    >>> [is_wordless(character) for character in "海の〇a1"]
    [True, True, True, False, False]
    """
    return is_han(character) or "\u3040" <= character <= "\u30ff"


def _side_by_side(one: str, other: str) -> Cut:
    """The cut between two characters that touch each other."""
    wordless = is_wordless(one), is_wordless(other)
    if all(wordless):
        return Cut.GLUED
    return Cut.SCRIPT if any(wordless) else Cut.INSIDE
