"""`awardcli about`: what the list is, where it is from, how its counts add up and what is uncertain in it."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from awardcli import __version__, messages, vocabulary
from awardcli.collection import Collection
from awardcli.commands.options import SOURCE, Source
from awardcli.errors import ExitCode
from awardcli.model import Category, Edition, Result
from awardcli.output.facts import Fact, print_facts
from awardcli.output.notes import doubtful


def about(source: Annotated[Source, SOURCE]) -> ExitCode:
    print_facts(_facts(source.opened(), chinese=messages.language() == "zh"))
    return ExitCode.ANSWERED


def _facts(collection: Collection, *, chinese: bool) -> Iterator[Fact]:
    if collection.path:
        yield messages.ABOUT_FILE(), collection.path
    for edition in collection.editions:
        yield from _edition(edition, chinese=chinese)
    counts = collection.category_counts()
    yield messages.ABOUT_RESULTS(), _added_up(len(collection), counts)
    for category in collection.categories:
        name = category.name if chinese or not category.name_en else f"{category.name} {category.name_en}"
        yield f"  {name}", counts.get(category, 0)
    yield messages.ABOUT_ORGANIZATIONS(), len(collection.organizations)
    uncertain = list(doubtful(collection))
    if uncertain:
        without = sum(_lacks_title(result) for result in uncertain)
        yield messages.ABOUT_UNCERTAIN(), messages.UNCERTAIN_ADD_UP(count=len(uncertain), without=without)
    for result in uncertain:
        note = result.note_zh if chinese else result.note
        yield f"  {result.id}", messages.NOTED(title=result.title or "-", note=note or "-")
    yield messages.ABOUT_VERSION(), f"awardcli {__version__}"
    if collection.path is None:
        yield messages.ABOUT_LICENCE(), messages.LICENCE()


def _added_up(count: int, counts: Mapping[Category, int]) -> str:
    """How many results there are, and how many of them are works and organizations."""
    organizations = sum(count for category, count in counts.items() if category.honours == "organization")
    if not organizations:
        return str(count)
    return messages.RESULTS_ADD_UP(results=count, works=count - organizations, organizations=organizations)


def _edition(edition: Edition, *, chinese: bool) -> Iterator[Fact]:
    name = edition.name or edition.number
    yield vocabulary.heading("edition"), name if chinese or not edition.name_en else f"{name} ({edition.name_en})"
    yield vocabulary.heading("year"), edition.year
    yield messages.ABOUT_THEME(), edition.theme
    if edition.begin and edition.end:
        yield messages.ABOUT_HELD(), messages.HELD(begin=edition.begin, end=edition.end)
    yield messages.ABOUT_SUBMISSIONS(), edition.submissions
    yield messages.ABOUT_HONOURED(), edition.honoured_works
    yield messages.ABOUT_VIEWS(), messages.MORE_THAN(number=edition.views) if edition.views else None
    yield messages.ABOUT_SOURCE(), edition.source


def _honours_organization(result: Result) -> bool:
    return result.category is not None and result.category.honours == "organization"


def _lacks_title(result: Result) -> bool:
    return result.title is None and not _honours_organization(result)
