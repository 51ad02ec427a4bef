"""How many results have each value of a column, in printed order."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from awardcli.model import Result

if TYPE_CHECKING:
    from sqlite3 import Connection

Counts = dict[str | None, int]
"""How many results each value has; None for those without any."""

_VALUES: dict[str, Callable[[Result], Iterable[str | None]]] = {
    "category": lambda result: [result.category.name if result.category else None],
    "organization": lambda result: [organization.name for organization in result.organizations],
    "district": lambda result: [organization.district for organization in result.organizations],
    "kind": lambda result: [organization.kind for organization in result.organizations],
    "award": lambda result: [result.award],
}

_PLACES = 1 << 20
"""More than one result has organizations: a cell is shorter than that."""
_OF_RESULTS = {"category": "c.name", "award": "r.award"}
_OF_ORGANIZATIONS = {"organization": "o.name", "district": "o.district", "kind": "o.kind"}


def count_values(results: Iterable[Result], column: str) -> Counts:
    """The counts of one of `vocabulary.COUNTED`; a result counts once for each of its organizations' values."""
    values = _VALUES[column]
    counts: Counter[str | None] = Counter()
    for result in results:
        found: list[str | None] = [*dict.fromkeys(filter(None, values(result)))]
        counts.update(found or [None])
    return dict(counts)


def count_stored(connection: "Connection", column: str) -> Counts:
    """The same counts of a whole collection file; raises sqlite3.Error where it is damaged."""
    if column in _OF_RESULTS:
        value = _OF_RESULTS[column]
        query = f"""SELECT nullif({value}, ''), count(*) FROM results r LEFT JOIN categories c USING (category)
            GROUP BY 1 ORDER BY min(r.position)"""
        return dict(connection.execute(query).fetchall())
    value = _OF_ORGANIZATIONS[column]
    of_one = f"result_organizations l JOIN organizations o USING (organization) WHERE {value} <> ''"
    query = f"""SELECT {value}, count(DISTINCT l.result) FROM {of_one}
        GROUP BY 1 ORDER BY min(l.result * {_PLACES} + l.place)"""
    counts = dict(connection.execute(query).fetchall())
    query = f"SELECT count(*) FROM results r WHERE NOT EXISTS (SELECT 1 FROM {of_one} AND l.result = r.position)"
    (without,) = connection.execute(query).fetchone()
    return counts | ({None: without} if without else {})
