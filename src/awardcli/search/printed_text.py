"""A printed field as it is compared: folded characters with their readings and printed offsets."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from awardcli.language.fold import fold, fold_with_places
from awardcli.language.readings import others_read, readings, reviewed_readings
from awardcli.model import FieldName, Place, Result

if TYPE_CHECKING:
    from awardcli.language.numerals import Number


Readings = tuple[str, ...]
"""The readings of one character, the one in its context first; none of a letter or digit."""

_UNTYPED = "\0"
"""A character that no folded text holds: a spoken numeral is heard, not typed."""


class WrittenForm:
    """The characters of a field, as printed or with its numerals written otherwise."""

    def __init__(self, name: FieldName, printed: str, text: str) -> None:
        self.name = name
        self.printed = printed
        self.text = text

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where each character is printed; most views are never asked."""
        return [(place, place + 1) for place in fold_with_places(self.printed)[1]]

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
    def units(self) -> dict[str, list[int]]:
        """Where each character stands, and each reading."""
        found: dict[str, list[int]] = {}
        for unit, (character, its_readings) in enumerate(zip(self.text, self.readings, strict=True)):
            found.setdefault(character, []).append(unit)
            for reading in its_readings:
                found.setdefault(reading, []).append(unit)
        return found

    @cached_property
    def values(self) -> frozenset[str]:
        """The values of its numbers, in digits."""
        from awardcli.language.numerals import number_spans

        return frozenset(number.value for number in number_spans(self.text))

    def may_sound(self, syllable: str) -> bool:
        """Whether some character may be read so, by a quick look that rules most fields out."""
        return True

    def may_begin_with(self, letter: str) -> bool:
        """Whether the reading of some character may begin with a letter, by a quick look."""
        return True

    def is_inside(self, unit: int) -> bool:
        """Whether a numeral written otherwise begins before that character and goes on with it."""
        return 0 < unit < len(self) and self.spans[unit - 1] == self.spans[unit]

    def place(self, start: int, end: int) -> Place:
        """Where the characters `start` to `end` (exclusive) stand in the printed field."""
        return Place(self.name, self.spans[start][0], self.spans[end - 1][1])


class PrintedText(WrittenForm):
    """A title, or the printed name of organizations, of a result being compared.

    `pinyin` is the reviewed reading where there is one: a syllable for each Chinese character.
    """

    def __init__(self, name: FieldName, printed: str, pinyin: str | None = None) -> None:
        super().__init__(name, printed, fold(printed))
        self._pinyin = pinyin

    def place(self, start: int, end: int) -> Place:
        # Most fields are printed as they are compared.
        return Place(self.name, start, end) if self.text == self.printed else super().place(start, end)

    @cached_property
    def readings(self) -> list[Readings]:
        """The readings of each character, the reviewed one first."""
        return reviewed_readings(self.text, self._pinyin)

    def may_sound(self, syllable: str) -> bool:
        # A reviewed reading tells, before the readings of every character are looked up.
        return self._pinyin is None or syllable in self._pinyin or not others_read(syllable).isdisjoint(self.text)

    def may_begin_with(self, letter: str) -> bool:
        if self._pinyin is None or f" {letter}" in f" {self._pinyin}":
            return True
        return not others_read(letter).isdisjoint(self.text)

    @cached_property
    def rewritten(self) -> list[WrittenForm]:
        """The field with its numerals in digits (二十四 as 24), and spoken in each way (1000 as yi qian)."""
        from awardcli.language.numerals import number_spans, spoken  # only the near step looks at numerals

        numbers = number_spans(self.text)
        if not numbers:
            return []
        ways = [spoken(number.value) or [()] for number in numbers]  # of a number too long to say nothing is heard
        turns = range(max(map(len, ways)))
        aloud = [[way[min(turn, len(way) - 1)] for way in ways] for turn in turns]
        digits = self._rewritten(numbers, [[(digit, ()) for digit in number.value] for number in numbers])
        return [digits, *(self._rewritten(numbers, [[("", (s,)) for s in way] for way in turn]) for turn in aloud)]

    def _rewritten(self, numbers: "Sequence[Number]", forms: Sequence[Sequence[tuple[str, Readings]]]) -> WrittenForm:
        """The field with each numeral as other characters, each with its readings; all stand for the whole numeral."""
        units: list[tuple[str, Readings, tuple[int, int]]] = []
        printed = list(zip(self.text, self.readings, self.spans, strict=True))
        end = 0
        for number, form in zip(numbers, forms, strict=True):
            whole = self.spans[number.start][0], self.spans[number.end - 1][1]
            units += printed[end : number.start]
            units += [(character or _UNTYPED, readings, whole) for character, readings in form]
            end = number.end
        units += printed[end:]
        view = WrittenForm(self.name, self.printed, "".join(unit[0] for unit in units))
        view.readings = [unit[1] for unit in units]
        view.spans = [unit[2] for unit in units]
        return view


_NO_ORGANIZATION = PrintedText("organization", "")
"""What all results without one share: a list may name none."""


class Candidate:
    """A result being compared; each of its fields is prepared when a step first looks at it."""

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
