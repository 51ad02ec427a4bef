"""The columns of every output: their keys, headings and values."""

from awardcli import vocabulary
from awardcli.model import Hit, Result

Record = dict[str, object]
"""A flat record: every output and the Python API speak it, its keys in the order of `vocabulary.FLAT`."""

HIT = ("tier", "score")
_WORDS = {"tier", "kind", "certainty"}

STRUCTURED = {"organizations": "organization", "matched": "score"}
"""Columns that hold a list, only where the format can (JSON), each with the column it stands behind."""


def flat_record(result: Result) -> Record:
    """The result as one flat record; of a result with several organizations, district and kind are the first known.

    `note_zh` goes with `note`: an output shows the one or the other, in one column.
    """
    return {
        "id": result.id,
        "edition": result.edition.number,
        "year": result.edition.year,
        "category": result.category.name if result.category else None,
        "award": result.award,
        "title": result.title,
        "organization": result.organization,
        "organizations": [organization.name for organization in result.organizations],
        "district": next((o.district for o in result.organizations if o.district), None),
        "kind": next((o.kind for o in result.organizations if o.kind), None),
        "certainty": result.certainty,
        "note": result.note,
        "note_zh": result.note_zh,
    }


def hit_record(hit: Hit) -> Record:
    """The hit's flat record with its tier, its score and its matched places."""
    return {
        **flat_record(hit.result),
        "tier": hit.tier.name.lower(),
        "score": round(hit.score, 1),
        "matched": [{"field": place.field, "start": place.start, "end": place.end} for place in hit.places],
    }


def shown(record: Record, column: str, *, chinese: bool) -> object:
    """A value as people read it in one of the languages; machines get `record[column]` itself."""
    value = record.get(column)
    if column == "note":
        return record.get("note_zh") if chinese else value
    if column in _WORDS and value is not None:
        return vocabulary.value(str(value), chinese=chinese)
    return value
