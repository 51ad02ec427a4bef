"""Sort records by a column, Chinese by its pinyin."""

from collections.abc import Iterable

from awardcli.language.fold import fold
from awardcli.language.readings import syllables
from awardcli.output.columns import Record


def sorted_by(records: Iterable[Record], column: str, *, descending: bool = False) -> list[Record]:
    """The records in the order of a column: numbers by value, text by pinyin, what has no value last.

    Records with the same value keep their order, also in descending order.
    """
    records = list(records)
    known = [record for record in records if record.get(column) is not None]
    unknown = [record for record in records if record.get(column) is None]
    return sorted(known, key=lambda record: _key(record[column]), reverse=descending) + unknown


def _key(value: object) -> tuple[int, float, tuple[str, ...], str]:
    if isinstance(value, int | float):
        return 0, value, (), ""
    folded = fold(str(value))
    # A character without a reading stands for itself: letters and digits before syllables of the same letters.
    spelt = tuple(syllable or character for syllable, character in zip(syllables(folded), folded, strict=True))
    return 1, 0, spelt, str(value)
