"""The printed side of a comparison: the folded characters of a title or organization, with readings and offsets."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import combining

from awardcli.collection.protocol import other_names
from awardcli.language.fold import fold, fold_with_places
from awardcli.language.pinyin import letters_without_accents
from awardcli.language.readings import others_read, read_so, readings, reviewed_readings
from awardcli.model import FieldName, Place, Result

if TYPE_CHECKING:
    from awardcli.language.numerals import TitleNumber


Readings = tuple[str, ...]
"""The readings of one character, the contextual one first; empty for a letter or digit."""

_NOT_TYPEABLE = "\0"
"""The character of a syllable of a spoken number: no folded text contains it, so it matches by its reading only."""

PARTICLE = "的"
NUMERALS = frozenset("0123456789〇零一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟")

_BETWEEN_PARTS = frozenset("·•・‧")
"""Between the parts of a transcribed name."""
_BETWEEN_NAMES = frozenset("、,，;；|｜/／")
_BETWEEN_TITLES = " / "
_INSIDE_WORDS = frozenset("'’")
"""Punctuation inside a Latin word (Don't)."""
_ELIDED = frozenset((*"ldjnscmt", "qu", "un", "all", "dall", "dell", "nell", "sull", "quell", "quest", "bell"))
"""French and Italian words that an apostrophe shortens before another word (L'Enfant, Dell'arte)."""


def _is_latin(character: str) -> bool:
    """Whether a folded character is a letter of a script that puts spaces between words."""
    return character < "\u0530" and character.isalpha()


class WrittenForm:
    """The characters of a field in one written form: as printed, or with its numbers in another form.

    `original` is the field as printed, `text` the characters to compare.
    """

    def __init__(self, field: FieldName, original: str, text: str) -> None:
        self.field = field
        self.original = original
        self.text = text

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """For each character of `text`, the start and end (exclusive) in `original` that it comes from."""
        return [(start, start + 1) for start in fold_with_places(self.original)[1]]

    @cached_property
    def readings(self) -> list[Readings]:
        """The readings of each character."""
        return readings(self.text)

    @cached_property
    def is_unread(self) -> bool:
        """Whether no character has a reading, as in Latin titles: then only equal characters agree."""
        return self.text.isascii() and _NOT_TYPEABLE not in self.text

    @cached_property
    def sounds(self) -> frozenset[str]:
        """Every reading of every character."""
        return frozenset(chain.from_iterable(self.readings))

    @cached_property
    def initials(self) -> str:
        """The first letter of every reading."""
        return "".join({reading[0] for readings in self.readings for reading in readings})

    @cached_property
    def spelt(self) -> Sequence[str]:
        """The pinyin of each character in its context; itself where it has none."""
        return [readings[0] if readings else text for readings, text in zip(self.readings, self.text, strict=True)]

    @cached_property
    def blurred(self) -> Sequence[str]:
        """The pinyin of each character as a southern accent blurs it."""
        return [letters_without_accents(syllable) for syllable in self.spelt]

    def begun_by(self, letter: str) -> list[int]:
        """The offsets of a letter, and of the characters with a reading that begins with it."""
        return [
            offset
            for offset, (character, readings) in enumerate(zip(self.text, self.readings, strict=True))
            if character == letter or any(reading[0] == letter for reading in readings)
        ]

    @cached_property
    def numbers(self) -> "Sequence[TitleNumber]":
        """Its numbers, and the numerals in ordinary words (一丝不苟), with offsets into `text`."""
        from awardcli.language.numerals import TitleNumber, number_spans

        numbers = list(self._counting)
        known = {offset for number in numbers for offset in range(number.start, number.end)}
        numbers += [
            TitleNumber(start, end, value, (start, end))
            for start, end, value in number_spans(self.text)
            if known.isdisjoint(range(start, end))
        ]
        return sorted(numbers)

    @cached_property
    def values(self) -> frozenset[str]:
        """The values of its numbers, in digits."""
        return frozenset(number.value for number in self.numbers)

    @cached_property
    def number_offsets(self) -> frozenset[int]:
        """The offsets of the numerals that count something."""
        return frozenset(o for number in self._counting for o in range(number.start, number.end))

    @cached_property
    def _counting(self) -> "Sequence[TitleNumber]":
        """The numbers that count something."""
        from awardcli.language.numerals import title_numbers

        return title_numbers(self.original)

    def splits_word(self, offset: int) -> bool:
        """Whether a boundary at that offset falls inside a Latin word."""
        if not 0 < offset < len(self) or not (_is_latin(self.text[offset - 1]) and _is_latin(self.text[offset])):
            return False
        start, end = self.spans[offset - 1][1], self.spans[offset][0]
        between = self.original[start:end]
        if not all(character in _INSIDE_WORDS or combining(character) for character in between):
            return False
        return _INSIDE_WORDS.isdisjoint(between) or self._word_before(start) not in _ELIDED

    def _word_before(self, end: int) -> str:
        """The letters of `original` up to an offset, in lower case."""
        start = end
        while start and self.original[start - 1].isalpha():
            start -= 1
        return self.original[start:end].lower()

    def has_part_of_word(self, offsets: Collection[int], *, unfinished: bool) -> bool:
        """Whether the characters at those offsets are only part of a Latin word; the last word may be `unfinished`."""
        return any(
            self.splits_word(offset) and (offset in offsets) != (offset - 1 in offsets)
            for offset in {*offsets, *(offset + 1 for offset in offsets)}
            if not (unfinished and offset > max(offsets))
        )

    def splits_numeral(self, offset: int) -> bool:
        """Whether a boundary at that offset falls between two numerals of one number (not those of 2022十大)."""
        if not 0 < offset < len(self) or not NUMERALS.issuperset(self.text[offset - 1 : offset + 1]):
            return False
        return any(number.start < offset < number.end for number in self.numbers)

    def ends_in_roman_number(self, end: int) -> bool:
        """Whether text up to that offset ends inside a Roman number: II in III."""
        return self.splits_word(end) and any(each.start < end < each.end for each in self.numbers)

    def crosses_names(self, first: int, last: int) -> bool:
        """Whether the characters at two offsets belong to different names in the field."""
        is_title = self.field == "title"
        if _BETWEEN_TITLES not in self.original if is_title else self.original.isalnum():  # as most fields
            return False
        between = self.original[self.spans[first][0] : self.spans[last][1]]
        return _BETWEEN_TITLES in between if is_title else not _BETWEEN_NAMES.isdisjoint(between)

    def touches(self, offset: int) -> bool:
        """Whether the characters before and after an offset are printed side by side."""
        return self.spans[offset - 1][1] >= self.spans[offset][0]

    def runs_on(self, first: int, last: int) -> bool:
        """Whether the characters from one offset to another begin inside a word and go on into the next one."""
        return first > 0 and self.touches(first) and not all(map(self.touches, range(first + 1, last + 1)))

    def is_in_foreign_name(self, first: int, last: int) -> bool:
        """Whether the characters at two offsets are inside a part of a transcribed name: 德尔 in 唐·钱德尔."""
        word = self.original[: self.spans[last][1]]
        begin = next((at for at in range(self.spans[first][0], 0, -1) if not word[at - 1].isalnum()), 0)
        end = next((at for at in range(len(word), len(self.original)) if not self.original[at].isalnum()), None)
        beside = self.original[max(begin - 1, 0) : begin] + (self.original[end] if end is not None else "")
        return not _BETWEEN_PARTS.isdisjoint(beside)

    def word_length(self, first: int, last: int) -> int:
        """The characters of the words around two offsets, up to a space or punctuation."""
        start, end = self.spans[first][0], self.spans[last][1]
        while start and self.original[start - 1].isalnum():
            start -= 1
        while end < len(self.original) and self.original[end].isalnum():
            end += 1
        return sum(map(str.isalnum, self.original[start:end]))

    def may_sound(self, syllable: str) -> bool:
        """Whether some character may have that reading: a cheap check that rules most fields out."""
        return True

    def may_begin_with(self, letter: str) -> bool:
        """Whether the reading of some character may begin with that letter: a cheap check."""
        return True

    def splits_number(self, offset: int) -> bool:
        """Whether a boundary at that offset falls inside a rewritten number."""
        return 0 < offset < len(self) and self.spans[offset - 1] == self.spans[offset]

    def place(self, start: int, end: int) -> Place:
        """The place in the printed field of the characters `start` to `end` (exclusive)."""
        return Place(self.field, self.spans[start][0], self.spans[end - 1][1])


class PrintedText(WrittenForm):
    """A title, or the printed name of organizations, of a candidate.

    `pinyin` is the reviewed reading where the data has one: a syllable for each Chinese character, between spaces.
    """

    def __init__(self, field: FieldName, original: str, pinyin: str | None = None) -> None:
        super().__init__(field, original, fold(original))
        self._pinyin = pinyin

    def place(self, start: int, end: int) -> Place:
        # Folding leaves most fields unchanged, and then the offsets are the same.
        return Place(self.field, start, end) if self.text == self.original else super().place(start, end)

    @cached_property
    def readings(self) -> list[Readings]:
        """The readings of each character, the reviewed one first."""
        return [()] * len(self) if self.is_unread else reviewed_readings(self.text, self._pinyin)

    def may_sound(self, syllable: str) -> bool:
        # The reviewed reading answers without looking up the readings of every character.
        return self._pinyin is None or syllable in self._pinyin or not others_read(syllable).isdisjoint(self.text)

    def is_read_so(self, syllable: str) -> bool:
        """Whether some character may have that reading; a field without a reviewed one is looked up in the tables."""
        return self.may_sound(syllable) and (self._pinyin is not None or not read_so(syllable).isdisjoint(self.text))

    def may_begin_with(self, letter: str) -> bool:
        if self._pinyin is None:
            return letter in self.initials
        return f" {letter}" in f" {self._pinyin}" or not others_read(letter).isdisjoint(self.text)

    @cached_property
    def without_particle(self) -> WrittenForm | None:
        """The field without 的, which people leave out of initials; None where it has none."""
        kept = [offset for offset, character in enumerate(self.text) if character != PARTICLE]
        if len(kept) == len(self):
            return None
        without = WrittenForm(self.field, self.original, "".join(self.text[offset] for offset in kept))
        without.readings = [self.readings[offset] for offset in kept]
        without.spans = [self.spans[offset] for offset in kept]
        return without

    @cached_property
    def rewritten(self) -> list[WrittenForm]:
        """The field with its numbers in digits (二十四 as 24, 第二季 as 2), then spoken in each way (1000 as yi qian).

        Empty for a field without numbers.
        """
        if not self.numbers:
            return []
        from awardcli.language.numerals import spoken

        ways = [spoken(number.value) or [()] for number in self.numbers]  # a number too long to say has no spoken form
        most = max(map(len, ways))
        aloud = [[way[min(turn, len(way) - 1)] for way in ways] for turn in range(most)]
        digits = [(number.whole, [(digit, ()) for digit in number.value]) for number in self.numbers]
        spans = [(number.start, number.end) for number in self.numbers]
        return [
            self._rewritten(digits),
            *(
                self._rewritten([(span, [("", (s,)) for s in way]) for span, way in zip(spans, turn, strict=True)])
                for turn in aloud
            ),
        ]

    def _rewritten(self, forms: Sequence[tuple[tuple[int, int], Sequence[tuple[str, Readings]]]]) -> WrittenForm:
        """The field with some spans replaced; the place of each new character is the whole span."""
        units: list[tuple[str, Readings, tuple[int, int]]] = []
        printed = list(zip(self.text, self.readings, self.spans, strict=True))
        numbers: list[TitleNumber] = []
        last = 0
        for number, ((start, end), form) in zip(self.numbers, forms, strict=True):
            whole = self.spans[start][0], self.spans[end - 1][1]
            units += printed[last:start]
            new = len(units), len(units) + len(form)
            numbers.append(number._replace(start=new[0], end=new[1], whole=new))
            units += [(character or _NOT_TYPEABLE, readings, whole) for character, readings in form]
            last = end
        units += printed[last:]
        rewritten = WrittenForm(self.field, self.original, "".join(unit[0] for unit in units))
        rewritten.readings = [unit[1] for unit in units]
        rewritten.spans = [unit[2] for unit in units]
        rewritten.numbers = numbers
        rewritten.number_offsets = frozenset(o for number in numbers for o in range(number.start, number.end))
        return rewritten


_MOST_KEPT = 1 << 13
_kept: dict[tuple[object, ...], Sequence[PrintedText]] = {}
"""The texts of results compared before, by what they are made from: several queries of one search compare them."""


def _once(
    key: tuple[object, ...], made: Callable[[Result], Sequence[PrintedText]], result: Result
) -> Sequence[PrintedText]:
    if key not in _kept:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[key] = made(result)
    return _kept[key]


class Candidate:
    """A result being compared: the texts of its titles, first the one that is shown, and of its organization.

    The other titles come from a user's list, and are searched like the first. Equal titles and organizations share
    their texts.
    """

    __slots__ = ("_organizations", "result", "titles")

    def __init__(self, result: Result) -> None:
        self.result = result
        key = result.title, result.title_pinyin, result.other_titles, bool(result.cells.columns)
        self.titles = _once(key, _titles_of, result)
        self._organizations: Sequence[PrintedText] = ()

    @property
    def organizations(self) -> Sequence[PrintedText]:
        if not self._organizations:  # most results of an index are compared by their titles alone
            key = self.result.organization, self.result.organizations
            self._organizations = _once(key, _organizations_of, self.result)
        return self._organizations

    @property
    def title(self) -> PrintedText:
        return self.titles[0]

    @property
    def organization(self) -> PrintedText:
        return self.organizations[0]

    def texts(self, name: FieldName) -> Sequence[PrintedText]:
        """The texts of that field."""
        return self.titles if name == "title" else self.organizations


def _titles_of(result: Result) -> Sequence[PrintedText]:
    first = PrintedText("title", result.title or "", result.title_pinyin)
    return [first, *map(_other_title, other_names(result))]


@lru_cache(_MOST_KEPT)
def _other_title(name: str) -> PrintedText:
    """The text of a further title, or of a name inside a title, which many titles of a series share."""
    return PrintedText("title", name)


def _organizations_of(result: Result) -> Sequence[PrintedText]:
    pinyin = [organization.pinyin for organization in result.organizations]
    known = " ".join(filter(None, pinyin)) if pinyin and all(pinyin) else None
    return [PrintedText("organization", result.organization or "", known)]
