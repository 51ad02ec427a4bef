"""Conditions as SQL: which results of a collection file are read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from awardcli.collection.conditions import Condition
from awardcli.vocabulary import CERTAINTIES

if TYPE_CHECKING:
    from sqlite3 import Connection

# Positions in order make the set of them several times as fast, and it is read in that order.
_OF_ORGANIZATIONS = """r.position IN (SELECT DISTINCT result FROM result_organizations WHERE organization IN
    ({}) ORDER BY result)"""
_HOLDS = {
    "id": "r.id IN ({})",
    "edition": "r.edition IN (SELECT edition FROM editions WHERE CAST(coalesce(number, year) AS TEXT) IN ({}))",
    "category": "r.category IN (SELECT category FROM categories WHERE name IN ({}))",
    "award": "r.award IN ({})",
    "organization": _OF_ORGANIZATIONS.format("SELECT value FROM json_each(?)"),
    "district": _OF_ORGANIZATIONS.format("SELECT organization FROM organizations WHERE district IN ({})"),
    "kind": _OF_ORGANIZATIONS.format("SELECT organization FROM organizations WHERE kind IN ({})"),
    # By those not wanted: a result of a certainty that there is not is read, and refused.
    "certainty": "ifnull(r.certainty, '') NOT IN ({})",
}


_ALL = "WHERE TRUE"


class Selection(NamedTuple):
    """The results `r` that a query is about, as its WHERE with the values for it."""

    where: str = _ALL
    values: tuple[object, ...] = ()

    @property
    def links(self) -> str:
        """The links `l` between such results and their organizations, as what its WHERE is about."""
        if self.where == _ALL:
            return "result_organizations l"
        # CROSS says in which order to look: SQLite would go through all the links first.
        return "results r CROSS JOIN result_organizations l ON l.result = r.position"


_PLACES = 1 << 20
"""More than one result has organizations: a cell is shorter than that."""
FIRST = f"l.result * {_PLACES} + l.place"
"""A number for a link that says where in the list it stands."""


def selection_of(conditions: Iterable[Condition], connection: "Connection") -> Selection:
    """The results of a file for which all conditions hold; raises sqlite3.Error where the file is damaged."""
    holding: list[str] = []
    values: list[object] = []
    for column, names in conditions:
        wanted = sorted(map(storable, names if column != "certainty" else CERTAINTIES.keys() - names))
        holding.append(_HOLDS[column].format(",".join("?" * len(wanted))))
        # An organization may be meant by a part of its name: of more names than a statement takes values.
        values += [_as_json(organization_keys(wanted, connection))] if column == "organization" else wanted
    return Selection(f"WHERE {_together(holding)}", tuple(values)) if holding else Selection()


def _as_json(keys: Iterable[int]) -> str:
    import json  # which most searches need not

    return json.dumps(list(keys))


def _together(holding: Sequence[str]) -> str:
    """That all of them hold, no deeper than need be: how deep an expression may be is limited."""
    if len(holding) == 1:
        return holding[0]
    half = len(holding) // 2
    return f"({_together(holding[:half])} AND {_together(holding[half:])})"


def organization_keys(names: Iterable[str], connection: "Connection") -> Iterator[int]:
    """The keys of the organizations of those names; raises sqlite3.Error where the file is damaged."""
    for name in names:
        query = "SELECT organization FROM organizations WHERE name = ?"
        yield from (key for (key,) in connection.execute(query, (storable(name),)))


def storable(text: str) -> str:
    """The text as SQLite can look for it: half a character, which no file holds, as another that none does."""
    return text.encode("utf-8", "replace").decode()
