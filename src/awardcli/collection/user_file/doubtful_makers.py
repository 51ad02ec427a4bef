"""Remark on columns of organizations and people of which not all may have made or won what their row says."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from awardcli import messages
from awardcli.collection.user_file.columns.column_roles import (
    ONCE_A_GROUP,
    Remark,
    column_option,
    fill_down_option,
    is_honoured,
    is_of_bodies,
)
from awardcli.collection.user_file.columns.heading_words import known_role
from awardcli.collection.user_file.section_names import may_be_award
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Column

_MARKED = lazy_pattern(r"[^\W\u4e00-\u9fff][.)\"']?\s?[*†‡§]+\Z")
_GIVERS = ("organization", "organisation", "institution", "机构", "機関", "기관")
"""Folded headings of bodies that give awards as often as they win them."""
_VOTER = chinese_pattern("(?i)\\b(?:voters?|jurors?|judges?)(?:$|\\b|_)|^(?:投票人|评委|评审人?)(?:姓名)?$")
_FIRST = chinese_pattern("(?i)(?<![0-9])1st|\\bfirst|第一|首选")
FilledCells = Mapping[str, str]
"""The filled cells of a row by heading."""


def texts_under(heading: str, rows: Iterable[FilledCells]) -> list[str]:
    """The texts of a column in the rows that have any."""
    return [row[heading] for row in rows if heading in row]


def on_makers_alone(columns: Sequence[Column], cells: Sequence[FilledCells]) -> Iterator[Remark]:
    """A remark on rows that only name who it is by, below one with a title: its further makers, a row each."""
    who = {heading for heading, role in columns if role == "organization"}
    repeated = [heading for heading, role in columns if role in ("title", *ONCE_A_GROUP)]
    titles = [heading for heading, role in columns if role == "title"]
    alone = [row for row in cells[1:] if row and row.keys() <= who]
    if alone and len(titles) == 1 and titles[0] in cells[0] and len(alone) * 2 <= len(cells):
        option = " ".join(map(fill_down_option, repeated))
        example = messages.on_one_line(next(iter(alone[0].values())))
        yield Remark(messages.MAKERS_ALONE(count=len(alone), example=example, option=option), option)


def on_givers(columns: Sequence[Column], cells: Sequence[FilledCells], guessed: Container[str]) -> Iterator[Remark]:
    """A remark where bodies rather give the awards: those of a list of awards alone, or that are named in the contests.

    The contests say it beside those who won: 中国作协, 第一届中国作协文学竞赛.
    """
    who = [heading for heading, role in columns if role == "organization"]
    bodies = [heading for heading in who if is_of_bodies(heading) and heading in guessed]
    are_with_winners = any(is_honoured(heading.partition(".")[0]) for heading in who)
    others = [heading for heading, _ in columns if heading not in who]
    titles = [heading for heading in others if known_role(heading) == "title"]
    are_alone = bool(titles) and all(heading in titles for heading, role in columns if role == "award")
    are_awards = are_alone and all(may_be_award(row[title]) for row in cells for title in titles if title in row)
    for body in bodies:
        named = {*texts_under(body, cells)}
        if are_with_winners:
            said = (" ".join(row.get(other, "") for other in others) for row in cells)
            named = {row[body] for row, text in zip(cells, said, strict=True) if row.get(body, text + "-") in text}
        if len(named) > 1 and (are_with_winners or (are_awards and who == [body] and fold(body) in _GIVERS)):
            shown, option = messages.on_one_line(body), column_option("other", body)
            text = messages.MAY_GIVE_AWARDS(heading=shown, example=messages.on_one_line(min(named)), option=option)
            yield Remark(text, option)


def on_voters(columns: Sequence[Column], guessed: Container[str]) -> Iterator[Remark]:
    """A remark on ballots, whose bodies are those of the voters: voter, affiliation, 1st place."""
    voter = next((heading for heading, _ in columns if _VOTER.search(heading)), None)
    who = [heading for heading, role in columns if role == "organization"]
    if voter is None or not who or any(not is_of_bodies(heading) or heading not in guessed for heading in who):
        return
    first = next((heading for heading, role in columns if role is None and _FIRST.search(heading)), None)
    options = [column_option("other", who[0]), *([column_option("organization", first)] if first else [])]
    shown, by = messages.on_one_line(who[0]), messages.on_one_line(voter)
    yield Remark(messages.MAY_BE_OF_VOTERS(heading=shown, voter=by, option=" ".join(options)))


def on_marks(headings: Iterable[str], cells: Sequence[FilledCells]) -> Iterator[Remark]:
    """A remark where some names of a column end in a mark, and others do not: Ada Lee*; 张* is a name itself."""
    for heading in headings:
        texts = texts_under(heading, cells)
        marked = list(filter(_MARKED.search, texts))
        if 0 < len(marked) < len(texts):
            example = messages.on_one_line(marked[0])
            yield Remark(messages.MARKED(count=len(marked), heading=messages.on_one_line(heading), text=example))
