"""JSON and JSON lines."""

import json
from collections.abc import Iterable, Iterator

from awardcli.output.columns import STRUCTURED, Record
from awardcli.output.layout import Layout
from awardcli.output.safe import safe_json


def json_array(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    """One array, a record a line; `[]` for nothing."""
    opening = "[\n"
    for document in _documents(records, layout):
        yield opening + document
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def json_lines(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    """One record a line."""
    for document in _documents(records, layout):
        yield document + "\n"


def _documents(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    keys = list(_keys(layout))
    for record in records:
        document = json.dumps({key: record[key] for key in keys if key in record}, ensure_ascii=False, allow_nan=False)
        yield safe_json(document) if layout.on_terminal else _encodable(document)


def _keys(layout: Layout) -> Iterator[str]:
    """The columns, with what only JSON can hold behind the column it belongs to."""
    behind = {column: key for key, column in STRUCTURED.items()} if layout.whole else {}
    for column in layout.columns:
        yield column
        if column in behind:
            yield behind[column]


def _encodable(document: str) -> str:
    """The document with lone surrogates as JSON escapes: UTF-8 cannot hold them."""
    return document.encode("utf-8", "backslashreplace").decode("utf-8")
