"""The rows of a notice: their columns, and the remarks on how the notice was read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from awardcli import messages, vocabulary
from awardcli.collection.user_file.columns.column_roles import Remark, asked_role, column_option
from awardcli.collection.user_file.columns.heading_row import HEADING_WITHIN, find_heading, is_filled
from awardcli.collection.user_file.columns.heading_words import is_chinese
from awardcli.collection.user_file.notices.doubtful_lines import doubts, doubts_on_results
from awardcli.collection.user_file.notices.joined_lines import TextLine
from awardcli.collection.user_file.notices.lists_of_people import may_be_people, may_be_swapped
from awardcli.collection.user_file.notices.notice import Notice
from awardcli.collection.user_file.notices.notice_results import OTHER, OUTCOME, Results
from awardcli.collection.user_file.reading_report import BY_CONTENT, Account, UserRow
from awardcli.collection.user_file.section_names import SECTION_ROLES
from awardcli.collection.user_file.table_lines import Line, filled_texts
from awardcli.collection.user_file.tables.cell_items import RESULT
from awardcli.collection.user_file.tables.table_layouts import is_labelled_in_cells
from awardcli.collection.user_file.tables.table_rows import LOOKED_AT, table_rows
from awardcli.model import Cells, Column, Role

_EXAMPLES = 3
_KEYS: tuple[str, ...] = ("title", OTHER, "organization", *SECTION_ROLES, OUTCOME)


def notice_rows(account: Account, notice: Notice, lines: Iterable[Line]) -> Iterator[UserRow]:
    """The rows of a notice. The columns are settled when this returns, by the first results."""
    reader = Results(account, notice)
    results = reader.of(lines)
    first = list(islice(results, LOOKED_AT))
    chinese = is_chinese(result.text for result in first)
    columns = {key: _column(key, account, chinese=chinese) for key in _KEYS}
    used = ["title", *(key for key in _KEYS[1:] if any(result.cells.get(key) for result in first))]
    account.add([*(columns[key] for key in used), Column("line")])
    account.remarks.append(Remark(messages.READ_AS_NOTICE(), "--column title=line", is_harmless=True))
    unclear = {line.number for line in reader.unclear}
    account.remarks += map(Remark, islice(doubts(account, notice, first, unclear), 1))
    titles, makers = ([result.cells[key] for result in first] for key in ("title", "organization"))
    if notice.title_marks is None and columns["title"].role == "title":
        option = column_option("organization", columns["title"].heading)
        if are_swapped := may_be_swapped(titles, makers):
            option += f" {column_option('title', columns['organization'].heading)}"
        if are_swapped or may_be_people(titles):
            examples = messages.listed(titles[:_EXAMPLES])
            account.remarks.append(Remark(messages.MAY_BE_PEOPLE(examples=examples, option=option), option))
    if reader.sentences:
        account.remarks.append(Remark(_of_lines(messages.NOTICE_SENTENCES, reader.sentences)))
    if reader.repeating:
        account.remarks.append(Remark(_of_lines(messages.NOTICE_REPEATED, reader.repeating), is_harmless=True))
    account.remarks += map(Remark, doubts_on_results(notice, first, unclear))
    for line in reader.unclear[:1]:
        unknown = messages.NOTICE_AWARD_UNKNOWN(line=line.number, text=messages.on_one_line(line.text))
        account.remarks.append(Remark(unknown))

    def rows() -> Iterator[UserRow]:
        source = str(account.path)
        for at, (number, text, cells) in enumerate(chain(first, results), start=1):
            used.extend(key for key in cells if cells[key] and key not in used)
            own = account.columns_of([*(columns[key].heading for key in used), "line"])
            yield UserRow(at, source, number, Cells(own, (*(cells.get(key, "") for key in used), text)))

    return rows()


def _of_lines(message: messages.Message, lines: Iterable[TextLine]) -> str:
    numbers = list(dict.fromkeys(str(line.number) for line in lines))
    return message(count=len(numbers), lines=messages.first_listed(numbers))


def has_results(notice: Notice, first: Sequence[Line]) -> bool:
    """Whether a text whose first lines these are is a notice, with a result among them."""
    return notice.is_notice and any(Results(Account(Path(), BY_CONTENT), notice).of(first))


def sheet_rows(account: Account, lines: Iterator[Line]) -> Iterator[UserRow]:
    """The rows of the only sheet that is read: of a notice with a line in each row, or else of a table."""
    lines = filter(is_filled, lines)
    first: list[Line] = []
    for line in lines:
        first.append(line)
        if len(first) == LOOKED_AT or _joined_cells(line)[1]:
            break
    are_alone = not any(_joined_cells(line)[1] for line in first)
    texts: Iterator[Line] = (_joined_cells(line)[0] for line in chain(first, lines))
    if are_alone and list(account.asked) == ["line"]:
        return table_rows(account, chain([(0, ["line"], None)], texts))
    is_notice = are_alone and not account.asked and not is_labelled_in_cells(first[:HEADING_WITHIN], {})
    if is_notice and find_heading(first[:HEADING_WITHIN], {}) is None:
        notice = Notice(alone := [_joined_cells(line)[0] for line in first])
        if has_results(notice, alone):
            return notice_rows(account, notice, texts)
    return table_rows(account, chain(first, lines))


def _joined_cells(line: Line) -> tuple[Line, bool]:
    """A row with its cells as one text, and whether several are filled."""
    number, cells, problem = line
    filled = filled_texts(cells)
    return (number, [" ".join(filled)], problem), len(filled) > 1


def _column(key: str, account: Account, *, chinese: bool) -> Column:
    """The column of a key, with the role that the options give its heading, or else its own."""
    if key == OUTCOME:
        return Column(RESULT[chinese])
    role: Role = "title" if key == OTHER else key  # type: ignore[assignment]
    heading = vocabulary.heading(role, chinese=chinese) + (" (2)" if key == OTHER else "")
    asked = asked_role(heading, account.asked)
    return Column(heading, account.asked[asked] if asked else role)
