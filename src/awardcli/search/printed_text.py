"""A title or organization as it is compared: folded characters with their readings and their printed offsets."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from awardcli.language.fold import fold, fold_with_places
from awardcli.language.readings import others_read, readings, reviewed_readings
from awardcli.model import FieldName, Place, Result

if TYPE_CHECKING:
    from awardcli.language.numerals import Number


Readings = tuple[str, ...]
"""The readings of one character, the contextual one first; empty for a letter or digit."""

_NOT_TYPEABLE = "\0"
"""Stands for a syllable of a spoken number: no folded text contains it, so it only ever matches by its reading."""


class WrittenForm:
    """The characters of a field in one written form: as printed, or with its numbers in another form.

    `original` is the field as printed, `text` what is compared.
    """

    def __init__(self, field: FieldName, original: str, text: str) -> None:
        self.field = field
        self.original = original
        self.text = text

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """For each character of `text`, the start and end (exclusive) of what it stands for in `original`."""
        return [(start, start + 1) for start in fold_with_places(self.original)[1]]

    @cached_property
    def readings(self) -> list[Readings]:
        """The readings of each character."""
        return readings(self.text)

    @cached_property
    def sounds(self) -> frozenset[str]:
        """Every reading of every character."""
        return frozenset(reading for readings in self.readings for reading in readings)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The first letter of every reading."""
        return frozenset(reading[0] for reading in self.sounds)

    @cached_property
    def offsets(self) -> dict[str, list[int]]:
        """The offsets of each character and of each reading."""
        found: dict[str, list[int]] = {}
        for offset, (character, its_readings) in enumerate(zip(self.text, self.readings, strict=True)):
            found.setdefault(character, []).append(offset)
            for reading in its_readings:
                found.setdefault(reading, []).append(offset)
        return found

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The values of its numbers, in digits."""
        from awardcli.language.numerals import number_spans

        return frozenset(number.value for number in number_spans(self.text))

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
        return reviewed_readings(self.text, self._pinyin)

    def may_sound(self, syllable: str) -> bool:
        # The reviewed reading answers without looking up the readings of every character.
        return self._pinyin is None or syllable in self._pinyin or not others_read(syllable).isdisjoint(self.text)

    def may_begin_with(self, letter: str) -> bool:
        if self._pinyin is None or f" {letter}" in f" {self._pinyin}":
            return True
        return not others_read(letter).isdisjoint(self.text)

    @cached_property
    def rewritten(self) -> list[WrittenForm]:
        """The field with its numbers in digits (二十四 as 24), then spoken in each way (1000 as yi qian).

        Empty for a field without numbers.
        """
        from awardcli.language.numerals import number_spans, spoken

        numbers = number_spans(self.text)
        if not numbers:
            return []
        ways = [spoken(number.value) or [()] for number in numbers]  # a number too long to say has no spoken form
        most = max(map(len, ways))
        aloud = [[way[min(turn, len(way) - 1)] for way in ways] for turn in range(most)]
        digits = self._rewritten(numbers, [[(digit, ()) for digit in number.value] for number in numbers])
        return [digits, *(self._rewritten(numbers, [[("", (s,)) for s in way] for way in turn]) for turn in aloud)]

    def _rewritten(self, numbers: "Sequence[Number]", forms: Sequence[Sequence[tuple[str, Readings]]]) -> WrittenForm:
        """The field with each number replaced by other characters, each of which spans the whole printed number."""
        units: list[tuple[str, Readings, tuple[int, int]]] = []
        printed = list(zip(self.text, self.readings, self.spans, strict=True))
        end = 0
        for number, form in zip(numbers, forms, strict=True):
            whole = self.spans[number.start][0], self.spans[number.end - 1][1]
            units += printed[end : number.start]
            units += [(character or _NOT_TYPEABLE, readings, whole) for character, readings in form]
            end = number.end
        units += printed[end:]
        rewritten = WrittenForm(self.field, self.original, "".join(unit[0] for unit in units))
        rewritten.readings = [unit[1] for unit in units]
        rewritten.spans = [unit[2] for unit in units]
        return rewritten


_NO_ORGANIZATION = PrintedText("organization", "")
"""Shared by all results without an organization: many lists name none."""


class Candidate:
    """A result being compared; each of its fields is prepared when a step first compares it."""

    def __init__(self, result: Result) -> None:
        self.result = result

    @cached_property
    def title(self) -> PrintedText:
        return PrintedText("title", self.result.title or "", self.result.title_pinyin)

    @cached_property
    def organization(self) -> PrintedText:
        if not self.result.organization:
            return _NO_ORGANIZATION
        pinyin = [organization.pinyin for organization in self.result.organizations]
        known = " ".join(part for part in pinyin if part) if all(pinyin) else None
        return PrintedText("organization", self.result.organization, known)

    def field(self, name: FieldName) -> PrintedText:
        """The field of that name."""
        return self.title if name == "title" else self.organization
