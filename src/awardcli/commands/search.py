"""`awardcli search`: find by title, or by organization where no title answers."""

from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection
from awardcli.commands.filtered_list import FilteredList, filtered_list
from awardcli.commands.options import (
    DELIVERY,
    FILTERS,
    SOURCE,
    Exact,
    MinScore,
    Source,
    Within,
    argument,
    option,
    typed_again,
)
from awardcli.errors import ExitCode
from awardcli.messages import quoted
from awardcli.output.columns import hit_columns
from awardcli.output.deliver import TABLE_LIMIT, Delivery, Listing, deliver, how_many
from awardcli.output.remarks import how_found, list_heading, remark_large, remarks_on_winners
from awardcli.output.terminal import is_watched, note, report, width
from awardcli.search.find import find
from awardcli.search.query import Filters, Query
from awardcli.search.ranking import Answer
from awardcli.vocabulary import heading

Words = Annotated[tuple[str, ...], argument("QUERY...", help=messages.HELP_QUERY, missing=messages.MISSING_QUERY)]
Explain = Annotated[bool, option("--explain", help=messages.HELP_EXPLAIN)]


def search(
    query: Words,
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE],
    within: Within = None,
    exact: Exact = False,
    min_score: MinScore = None,
    explain: Explain = False,
) -> ExitCode:
    asked = Query.of(query, within, exact, min_score)
    filtered = filtered_list(source, filters)
    collection = filtered.results
    answer = find(collection, asked)
    code = deliver(
        Listing(
            rows=answer.hits,
            columns=hit_columns(collection, answer),
            read_from=collection.path,
            editions=collection.editions,
            make_remarks=lambda: _remark(asked, answer, filtered, typed_again(FILTERS.options, filters._asdict())),
        ),
        delivery,
    )
    if not delivery.count_only:
        remark_large(filtered.collection)
    if explain:
        _explain(asked, answer, collection, delivery.limit or TABLE_LIMIT)
    return code


def _explain(asked: Query, answer: Answer, collection: Collection, most: int) -> None:
    from awardcli.output.explanation import of_hits, of_nothing

    room = width() if is_watched() else None
    for line in of_hits(answer, most, asked, room) if answer.hits else of_nothing(collection, asked, room):
        report(line)


def _remark(asked: Query, answer: Answer, filtered: FilteredList, typed_filters: str) -> None:
    """Say beside the data how it was found, or what to try where nothing was."""
    again = {"query": quoted(asked.text), "filters": typed_filters}
    if answer.step not in (None, "literal") or answer.left:
        for remark in how_found(answer, asked, how_many(answer.hits)):
            note(remark)
        for remark in remarks_on_winners(filtered.results, answer):
            note(remark)
    if answer.by_organization:
        note(messages.MORE_BY(column=heading("organization"), count=how_many(answer.by_organization), **again))
    from awardcli.search.other_words import more_by_words

    if more := more_by_words(filtered.results, asked, answer):
        named, count = more
        column = list_heading(named.column, filtered.results.columns)
        note(messages.MORE_BY(column=column, count=count, **again))
    if not answer.hits:
        _explain_nothing(asked, filtered)


def _explain_nothing(asked: Query, filtered: FilteredList) -> None:
    """Say that nothing was found, whether the filters are why, and what may have been meant."""
    count = len(filtered.results)
    if not count:
        filtered.explain_empty()
        return
    unfiltered = find(filtered.collection, asked).hits if filtered.filters else []
    if unfiltered:
        note(messages.NOTHING_FOUND_FILTERED(query=asked.text, count=count, found=how_many(unfiltered)))
        return
    from awardcli.search.suggestions import awards_instead, editions_instead, found_apart, suggestions

    note(messages.NOTHING_FOUND(query=asked.text, count=count))
    if apart := found_apart(filtered.results, asked):
        each = [messages.FINDS_ALONE(term=term, count=how_many(hits)) for term, hits in apart]
        note(messages.FOUND_APART(terms=messages.listed(each)))
    elif editions := editions_instead(filtered.results, asked):
        note(messages.EDITIONS_ARE(names=messages.first_listed(editions)))
    elif not asked.exact and (names := suggestions(filtered.results, asked)):
        note(messages.SUGGESTIONS(names=messages.listed(names)))
    if awards := awards_instead(filtered.results, asked):
        note(messages.AWARDS_ARE(names=messages.first_listed(awards)))
