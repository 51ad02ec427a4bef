"""`awardcli show`: one result in full, with its reading, its printed lines and what is uncertain."""

from collections.abc import Sequence
from itertools import islice, takewhile
from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection, ListCollection
from awardcli.commands.options import DELIVERY, SOURCE, Source, argument
from awardcli.errors import ExitCode, UnknownNameError, UsageError, did_you_mean
from awardcli.model import Result, Tier
from awardcli.output.deliver import Delivery, deliver, results_listing
from awardcli.output.result_in_full import fact_lines, facts_of, printed_lines
from awardcli.output.terminal import note, print_lines
from awardcli.search.filters import close_to, equal_names
from awardcli.search.find import find
from awardcli.search.query import Query
from awardcli.search.ranking import Answer
from awardcli.search.steps import NEAR

IdOrTitle = Annotated[
    tuple[str, ...], argument("ID|TITLE...", names="id", help=messages.HELP_ID, missing=messages.MISSING_ID)
]


def show(
    id_or_title: IdOrTitle,
    delivery: Annotated[Delivery, DELIVERY.only("format_name", "output", "force")],
    source: Annotated[Source, SOURCE],
) -> ExitCode:
    collection = source.opened()
    typed = " ".join(id_or_title)
    result, *others = results = _meant(collection, typed)
    if others:
        note(messages.SEVERAL_MEANT(typed=typed, count=len(results)))
        return _several(results, collection, delivery)
    if delivery.format_name or delivery.output:
        return as_row(result, collection, delivery)
    return in_full(result, collection)


def _several(results: Sequence[Result], collection: Collection, delivery: Delivery) -> ExitCode:
    """Deliver the results that a title means, in a table with their ids, one of which the user can then show."""
    found = ListCollection(collection.path, results, collection.editions, collection.categories, collection.columns)
    listing = results_listing(found)
    glance = (listing.columns.named("id"), *listing.columns.glance)
    return deliver(listing._replace(columns=listing.columns._replace(glance=glance)), delivery)


def in_full(result: Result, collection: Collection) -> ExitCode:
    """Print everything known of a result of a collection."""
    print_lines(fact_lines(facts_of(result, printed_lines(collection.path))))
    return ExitCode.ANSWERED


def as_row(result: Result, collection: Collection, delivery: Delivery) -> ExitCode:
    """Deliver one result of a collection."""
    listing = results_listing(ListCollection(collection.path, [result], [result.edition], [], collection.columns))
    columns = listing.columns.own or tuple(column for column in listing.columns.keys if not column.nested)
    return deliver(listing._replace(columns=listing.columns._replace(glance=columns)), delivery)


_IDS_COMPARED = 5000
_TITLES_LISTED = 500
_TITLES_SUGGESTED = 3


def _meant(collection: Collection, typed: str) -> Sequence[Result]:
    """The result of an id, however it is written, of a title or of a row's number; raises UnknownNameError."""
    if result := collection.result(typed):
        return [result]
    # Comparing a million ids folded would take seconds, and ids are copied, not typed.
    ids = dict.fromkeys(collection.names("id") if len(collection) <= _IDS_COMPARED else (), ())
    if (same := equal_names(typed, ids)) and (result := collection.result(same[0])):
        return [result]
    answer = _searched(collection, typed)
    equal = list(takewhile(lambda hit: hit.tier is Tier.EQUAL, answer.hits))
    if not equal and (result := _of_row(collection, typed)):
        return [result]
    if answer.hits and answer.step not in NEAR:
        return [hit.result for hit in equal or islice(answer.hits, _TITLES_LISTED)]
    near = [hit.result.title for hit in answer.hits[:_TITLES_SUGGESTED] if hit.result.title]
    message = messages.NO_ID(name=typed) + did_you_mean(near or close_to(typed, ids))
    raise UnknownNameError(message, hints=[messages.WHERE_IDS()])


def _of_row(collection: Collection, typed: str) -> Result | None:
    """The result of a row without an id of its own, by the number of the row; None where no number was typed."""
    if collection.path is None or not (typed.isascii() and typed.isdigit()):
        return None
    return collection.result(f"{collection.path.stem}-{typed}")


def _searched(collection: Collection, typed: str) -> Answer:
    """The answer of a search; an empty one where there is nothing to search for."""
    try:
        return find(collection, Query.of(typed))
    except UsageError:
        return Answer(())
