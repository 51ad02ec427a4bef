"""Lists of laureates: of the winners of one award by years, or of the awards of one person or laboratory.

2020 - Hervé LE TELLIER, L'Anomalie (Gallimard)
1975 - Émile AJAR (Romain Gary), La Vie devant soi (Mercure de France)
1951 - Julien GRACQ, Le Rivage des Syrtes (José Corti), refusé par l'auteur

The lines begin with a year and name who won by a surname in capitals, then the work. A table of the awards of a person
names neither a work nor who won.
"""

from collections.abc import Iterable, Sequence, Set

from awardcli.collection.user_file import rows_set_aside
from awardcli.collection.user_file.columns.column_cells import outcome
from awardcli.collection.user_file.columns.column_roles import Asked
from awardcli.collection.user_file.columns.heading_row import Heading, find_heading
from awardcli.collection.user_file.columns.heading_words import known_role
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.table_lines import Line, filled_texts, says_nobody_won, text_of
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import lazy_pattern

_HEADING = ("year", "author", "title", "publisher", "note")
_CAPITALS = "[A-ZÀ-Þ][A-ZÀ-Þ'’-]+"
_LAUREATE = lazy_pattern(
    r"\s*(?:[-*•]\s+)?(?P<year>(?:1[89]|20)[0-9]{2})\s*[-–—:.]\s*"
    rf"(?P<author>[^,()]*[a-zß-ÿ][^,()]*\s{_CAPITALS}(?:[ -]{_CAPITALS})*(?:\s*\([^()]+\))?),\s+"
    r"(?P<title>[^()]+?)\s*(?:\((?P<publisher>[^()]+)\)(?:[,.;]\s*(?P<note>[^()]*?))?)?\s*"
)
_FEWEST, _MOST = 3, 0.8
"""The fewest such lines, and their least share."""


def laureates_by_year(account: Account, lines: Sequence[Line]) -> list[Line] | None:
    """The rows of such a text, its heading first; None for another one. Years in which nobody won are set aside."""
    texts = {number: str(cells[0]) for number, cells, _ in lines}
    found = {number: laureate for number, text in texts.items() if (laureate := _LAUREATE.fullmatch(text))}
    if len(found) < _FEWEST:
        return None
    others = {number: text for number, text in texts.items() if number not in found}
    vacant = {number: text for number, text in others.items() if says_nobody_won(text, is_sentence=True)}
    if len(found) < _MOST * (len(texts) - len(vacant)):
        return None
    for number, text in vacant.items():
        account.put_aside(number, [text.strip()], "vacant")
    begin = min(found)
    above = [(number, [text], None) for number, text in others.items() if number < begin]
    rows = [(number, [laureate[name] or "" for name in _HEADING], None) for number, laureate in found.items()]
    rest = [(number, [text], None) for number, text in others.items() if number > begin and number not in vacant]
    return [*above, (0, _HEADING, None), *sorted([*rows, *rest])]


def heading_of_awards(rows: Sequence[Line], asked: Asked) -> Heading | None:
    """The heading of a list of awards alone, for which an option has to say so: 编号, 奖项名称, 年度; None without one.

    It is the first row of several cells: three of them are known, or all, or only the name of the list is above it.
    """
    for at, (_, cells, _) in enumerate(rows):
        texts = filled_texts(cells)
        if len(texts) > 1:
            award = next((text for text in texts if known_role(text) == "award"), None)
            found = find_heading(rows, {**asked, award: "award"}) if award else None
            is_whole = found is not None and (at > 0 or found.known > 2 or found.known == len(texts))
            return found if found and is_whole and award in found.cells else None
    return None


def headings_of_lists(firsts: Iterable[Sequence[Line]], asked: Asked) -> Set[str]:
    """The headings of the tables that name works or people, by the first rows of all; folded."""
    found = filter(None, (find_heading(first, asked) for first in firsts))
    return {fold(cell) for heading in found for cell in heading.cells}


def award_alone(first: Sequence[Line], listed: Set[str]) -> Asked:
    """The heading of the award in a table that names no works and nobody, as other tables beside it do.

    It is of these where they have all its headings, which are `listed`; else there is none.
    """
    heading = heading_of_awards(first, {})
    if heading is None or not {*map(fold, heading.cells)} <= listed:
        return {}
    below = [cells for _, cells, _ in first[heading.rows :] if not rows_set_aside.is_rule(cells)]
    awards = [(at, name) for at, name in enumerate(heading.cells) if known_role(name) == "award"]
    named = [name for at, name in awards if any(outcome(text_of(cells[at])) is None for cells in below if cells[at:])]
    return dict.fromkeys(named[:1], "award")
