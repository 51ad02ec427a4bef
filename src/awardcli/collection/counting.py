"""How many results have each value of a column, in printed order."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from awardcli.collection.conditions import VALUES
from awardcli.collection.selection import FIRST, Selection
from awardcli.model import Result

if TYPE_CHECKING:
    from sqlite3 import Connection

Counts = dict[str | None, int]
"""How many results each value has; None for those without any."""

_OF_RESULTS = {"id": "r.id", "category": "c.name", "award": "r.award"}
_OF_ORGANIZATIONS = {"organization": "o.name", "district": "o.district", "kind": "o.kind"}


def count_values(results: Iterable[Result], column: str) -> Counts:
    """The counts of one of `vocabulary.COUNTED`; a result counts once for each of its organizations' values."""
    values = VALUES[column]
    counts: Counter[str | None] = Counter()
    for result in results:
        found: list[str | None] = [*dict.fromkeys(filter(None, values(result)))]
        counts.update(found or [None])
    return dict(counts)


def count_stored(connection: "Connection", column: str, selected: Selection) -> Counts:
    """The same counts of results of a collection file; raises sqlite3.Error where it is damaged."""
    if column in _OF_RESULTS:
        value = _OF_RESULTS[column]
        query = f"""SELECT nullif({value}, ''), count(*) FROM results r LEFT JOIN categories c USING (category)
            {selected.where} GROUP BY 1 ORDER BY min(r.position)"""
        return dict(connection.execute(query, selected.values).fetchall())
    value = _OF_ORGANIZATIONS[column]
    query = f"""SELECT {value}, count(DISTINCT l.result) FROM {selected.links} JOIN organizations o
        ON o.organization = l.organization {selected.where} AND {value} <> '' GROUP BY 1 ORDER BY min({FIRST})"""
    counts = dict(connection.execute(query, selected.values).fetchall())
    query = f"""SELECT count(*) FROM results r {selected.where} AND NOT EXISTS (SELECT 1 FROM result_organizations l
        JOIN organizations o USING (organization) WHERE l.result = r.position AND {value} <> '')"""
    (without,) = connection.execute(query, selected.values).fetchone()
    return counts | ({None: without} if without else {})


def stored_names(connection: "Connection", column: str, selected: Selection) -> list[str]:
    """The values of such a column in printed order; raises sqlite3.Error where the file is damaged."""
    if column in _OF_ORGANIZATIONS:
        value = _OF_ORGANIZATIONS[column]
        query = f"""SELECT {value} FROM {selected.links} JOIN organizations o ON o.organization = l.organization
            {selected.where} AND {value} <> '' GROUP BY 1 ORDER BY min({FIRST})"""
        return [value for (value,) in connection.execute(query, selected.values)]
    # An id stands once. Other values SQLite gives as it first meets them, in printed order without an index of them.
    each, order = ("", "ORDER BY r.position") if column == "id" else ("DISTINCT", "")
    query = f"""SELECT {each} {_OF_RESULTS[column]} FROM results r LEFT JOIN categories c USING (category)
        {selected.where} {order}"""
    return [value for (value,) in connection.execute(query, selected.values) if value]
