"""Remark on columns of organizations and people of which not all may have made or won what their row says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from awardcli import messages
from awardcli.collection.user_file.columns.column_roles import (
    ONCE_A_GROUP,
    Remark,
    column_option,
    fill_down_option,
    is_honoured,
    is_of_bodies,
)
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Column

_MARKED = lazy_pattern(r"[^\W\u4e00-\u9fff][.)\"']?\s?[*†‡§]+\Z")
_VOTER = chinese_pattern("(?i)\\b(?:voters?|jurors?|judges?)(?:$|\\b|_)|^(?:投票人|评委|评审人?)(?:姓名)?$")
_FIRST = chinese_pattern("(?i)(?<![0-9])1st|\\bfirst|第一|首选")
_Cells = Mapping[str, str]
"""The filled cells of a row by heading."""


def on_makers_alone(columns: Sequence[Column], cells: Sequence[_Cells]) -> Iterator[Remark]:
    """A remark on rows that only name who it is by, below one with a title: its further makers, a row each."""
    who = {heading for heading, role in columns if role == "organization"}
    repeated = [heading for heading, role in columns if role in ("title", *ONCE_A_GROUP)]
    titles = [heading for heading, role in columns if role == "title"]
    alone = [row for row in cells[1:] if row and row.keys() <= who]
    if alone and len(titles) == 1 and titles[0] in cells[0] and len(alone) * 2 <= len(cells):
        option = " ".join(map(fill_down_option, repeated))
        example = messages.on_one_line(next(iter(alone[0].values())))
        yield Remark(messages.MAKERS_ALONE(count=len(alone), example=example, option=option), option)


def on_givers(columns: Sequence[Column], cells: Sequence[_Cells]) -> Iterator[Remark]:
    """A remark where bodies beside those who won are named in the contests: 中国作协 beside 第一届中国作协文学竞赛."""
    who = [heading for heading, role in columns if role == "organization"]
    bodies = [heading for heading in who if is_of_bodies(heading)]
    others = [heading for heading, _ in columns if heading not in who]
    for body in bodies if any(is_honoured(heading.partition(".")[0]) for heading in who) else ():
        for other in others:
            named = {row[body] for row in cells if len(row.get(body, "")) > 2 and row[body] in row.get(other, "")}
            if len(named) > 1:
                shown, option = messages.on_one_line(body), column_option("other", body)
                text = {"other": messages.on_one_line(other), "example": messages.on_one_line(min(named))}
                yield Remark(messages.MAY_GIVE_AWARDS(heading=shown, option=option, **text), option)
                return


def on_voters(columns: Sequence[Column]) -> Iterator[Remark]:
    """A remark on ballots, whose bodies are those of the voters: voter, affiliation, 1st place."""
    voter = next((heading for heading, _ in columns if _VOTER.search(heading)), None)
    who = [heading for heading, role in columns if role == "organization"]
    if voter is None or not who or any(is_honoured(heading) or not is_of_bodies(heading) for heading in who):
        return
    first = next((heading for heading, role in columns if role is None and _FIRST.search(heading)), None)
    options = [column_option("other", who[0]), *([column_option("organization", first)] if first else [])]
    shown, by = messages.on_one_line(who[0]), messages.on_one_line(voter)
    yield Remark(messages.MAY_BE_OF_VOTERS(heading=shown, voter=by, option=" ".join(options)))


def on_marks(headings: Iterable[str], cells: Sequence[_Cells]) -> Iterator[Remark]:
    """A remark where some names of a column end in a mark, and others do not: Ada Lee*; 张* is a name itself."""
    for heading in headings:
        texts = [row[heading] for row in cells if heading in row]
        marked = list(filter(_MARKED.search, texts))
        if 0 < len(marked) < len(texts):
            example = messages.on_one_line(marked[0])
            yield Remark(messages.MARKED(count=len(marked), heading=messages.on_one_line(heading), text=example))
