"""The remarks that several commands make on standard error."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from awardcli import messages
from awardcli.collection import Collection, ListCollection
from awardcli.language.fold import fold
from awardcli.messages import quoted, quoted_path
from awardcli.model import Column, Hit, Result, Tier
from awardcli.output.terminal import note, report
from awardcli.vocabulary import HEADINGS, heading

if TYPE_CHECKING:
    from awardcli.collection.user_file.reading_report import Reading
    from awardcli.search.query import Query
    from awardcli.search.ranking import Answer

_HITS_LOOKED_AT = 50
_SCANNED_AT_ONCE = 5000
"""Results that are read and searched before a reader notices."""


def report_refused(path: Path, reading: "Reading", message: messages.Message) -> None:
    """Say that rows of a file cannot be read, also with `--quiet`: what is written lacks them or their answer."""
    if reading.refused_count:
        line, _, problem = reading.refused[0]
        first = messages.PLACED(place=messages.LINE(line=line), problem=problem)
        report(messages.PLACED(place=path.name, problem=message(count=reading.refused_count, first=first)))


def remark_large(collection: Collection) -> None:
    """Say that importing makes the search of a large file faster."""
    path = collection.path
    if path and isinstance(collection, ListCollection) and len(collection) > _SCANNED_AT_ONCE:
        name, stem = quoted_path(path), quoted_path(path.stem)
        note(messages.LARGE_FILE(path=path.name, count=len(collection), name=name, stem=stem))


def remarks_of(path: Path, reading: "Reading", *, in_full: bool) -> list[str]:
    """The remarks on how a file was read: the harmless ones in one line, then the doubtful ones.

    Unless `in_full`, the line also names the options for another way of reading, in place of the remarks that suggest
    them.
    """
    said = [remark for remark in reading.remarks if in_full or not (remark.option or remark.is_harmless)]
    remarks = [remark.text for remark in said]
    options: list[str] = []
    if not in_full:
        options = [remark.option for remark in reading.remarks if remark.option and not remark.is_harmless]
    counts = [(len(reading.set_aside), messages.ROWS_ASIDE), (len(reading.passed), messages.SHEETS_ASIDE)]
    aside = [message(count=count) for count, message in counts if count]
    parts = [messages.ASIDE(what=messages.listed(aside))] if aside else []
    if options:
        parts.append(messages.MAY_NEED(options=messages.first_listed(options)))
    if parts:
        same_reading = messages.reading_options
        for option in reading.unfit:
            same_reading = same_reading.replace(f" {option}", "")
        said_of = messages.AND_THEN().join(parts)
        remarks.insert(0, messages.DETAILS(said=said_of, path=quoted_path(path), same_reading=same_reading))
    return remarks


def remark_uncertain(rows: Iterable[object]) -> None:
    """Say how many of the results or hits that are shown are not certain, and which command says why."""
    results = [row.result if isinstance(row, Hit) else row for row in rows]
    uncertain = [result for result in results if isinstance(result, Result) and result.certainty != "printed"]
    if uncertain:
        note(messages.UNCERTAIN_HERE(count=len(uncertain), id=quoted(uncertain[0].id)))


_FOUND_BY_STEP = {
    "near": messages.ONLY_NEAR,
    "together": messages.FOUND_TOGETHER,
    "around": messages.FOUND_AROUND,
}


def how_found(answer: "Answer", query: "Query", count: str) -> Iterator[str]:
    """The remarks on an answer that is not as typed; `count` is the number of its hits."""
    if answer.step == "sound":
        tiers = {hit.tier for hit in islice(answer.hits, _HITS_LOOKED_AT)}
        if tiers == {Tier.SOUND}:
            yield messages.FOUND_BY_SOUND(count=count)
        elif Tier.SOUND in tiers:
            yield messages.FOUND_BY_SOUND_OR_PINYIN(count=count)
        else:
            yield messages.FOUND_BY_PINYIN(count=count)
    elif answer.step in _FOUND_BY_STEP:
        yield _FOUND_BY_STEP[answer.step](query=query.text, count=count)
    for named in answer.named:
        columns = next(iter(answer.hits)).result.cells.columns
        column, values = list_heading(named.column, columns), named.shown()
        if values == [named.term] and len(answer.named) == 1:
            yield messages.FOUND_BY_NAME(column=column, count=count)
        else:
            yield messages.FOUND_BY_WORD(word=named.term, column=column, values=messages.first_listed(values))
    if answer.left:
        yield messages.WORDS_LEFT_OUT(words=messages.listed(answer.left))


def remarks_on_winners(collection: Collection, answer: "Answer") -> Iterator[str]:
    """The remarks on columns that say who won, where a question about winning finds others in a collection file.

    Those on a list that is not imported are made when it is read.
    """
    if not answer.left or isinstance(collection, ListCollection):  # most answers: nothing more is imported
        return
    from awardcli.language.words_of_questions import WINNING

    if not (answer.hits and any(word in fold(left) for left in answer.left for word in WINNING)):
        return
    from awardcli.collection.user_file.doubtful_values import not_all_won

    for own in (column.heading for column in collection.columns if column.role is None):
        if collection.has_counts(own) and (said := not_all_won(own, [name or "" for name in collection.counts(own)])):
            yield said


def list_heading(column: str, columns: Sequence[Column]) -> str:
    """The heading of a column in a user's list with these columns, else in the language of messages."""
    own = next((each.heading for each in columns if each.role == column), None)
    return own or (heading(column) if column in HEADINGS else column)
