"""Tables that say neither which work nor who won: the awards of a person or of a laboratory, with their years."""

from collections.abc import Iterable, Sequence, Set

from awardcli.collection.user_file import rows_set_aside
from awardcli.collection.user_file.columns.column_cells import outcome
from awardcli.collection.user_file.columns.column_roles import Asked
from awardcli.collection.user_file.columns.heading_row import Heading, find_heading
from awardcli.collection.user_file.columns.heading_words import known_role
from awardcli.collection.user_file.table_lines import Line, filled_texts, text_of
from awardcli.language.fold import fold


def heading_of_awards(rows: Sequence[Line], asked: Asked) -> Heading | None:
    """The heading of a list of awards alone, for which an option has to say so: 编号, 奖项名称, 年度; None without one.

    It is the first row of several cells: three of them are known, or all.
    """
    for _, cells, _ in rows:
        texts = filled_texts(cells)
        if len(texts) > 1:
            award = next((text for text in texts if known_role(text) == "award"), None)
            found = find_heading(rows, {**asked, award: "award"}) if award else None
            is_whole = found is not None and award in found.cells and (found.known > 2 or found.known == len(texts))
            return found if is_whole else None
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
