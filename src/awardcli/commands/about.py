"""`awardcli about`: the list, its source, how its counts add up, what is uncertain in it, and how to cite it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from awardcli import __version__, messages, vocabulary
from awardcli.collection import Collection
from awardcli.commands.options import SOURCE, Source, option
from awardcli.errors import ExitCode
from awardcli.model import Category, Edition, Result
from awardcli.output.deliver import title_and_source
from awardcli.output.result_in_full import Fact, fact_lines
from awardcli.output.terminal import print_lines, reading_width
from awardcli.output.text_layout import wrapped

Cite = Annotated[bool, option("--cite", help=messages.HELP_CITE)]

_MOST_EDITIONS = 3
_MOST_YEARS = 5
_MOST_CATEGORIES = 12
_MOST_NOTES = 5
"""Editions, years, categories and notes to print one by one; of more, only how many there are."""


def about(source: Annotated[Source, SOURCE], cite: Cite = False) -> ExitCode:
    collection = source.opened()
    print_lines(_citation(collection) if cite else _page(collection))
    return ExitCode.ANSWERED


def _page(collection: Collection) -> Iterator[str]:
    doubtful = [certainty for certainty in vocabulary.CERTAINTIES if certainty != "printed"]
    uncertain = list(collection.where("certainty", *doubtful))
    yield from fact_lines(_facts(collection, uncertain))
    yield from _notes(uncertain)


def _facts(collection: Collection, uncertain: Sequence[Result]) -> Iterator[Fact]:
    if collection.path:
        yield messages.ABOUT_FILE(), collection.path
    only_years = [edition for edition in collection.editions if edition == Edition(number=None, year=edition.year)]
    if len(only_years) == len(collection.editions):
        yield vocabulary.heading("year"), _years(only_years)
    elif len(collection.editions) > _MOST_EDITIONS:
        yield messages.ABOUT_EDITIONS(), _span([each for each in collection.editions if each not in only_years])
        yield vocabulary.heading("year"), _years(only_years)
    else:
        for edition in collection.editions:
            yield from _edition(edition)
    counts = collection.category_counts()
    yield messages.ABOUT_RESULTS(), _added_up(len(collection), counts)
    if collection.categories:
        yield messages.ABOUT_CATEGORIES(), _categories(collection.categories, counts)
    yield messages.ABOUT_ORGANIZATIONS(), len(collection.organizations)
    licence = messages.LICENSED(licence=messages.LICENCE()) if collection.path is None else ""
    yield messages.ABOUT_VERSION(), f"awardcli {__version__}{licence}"
    yield messages.ABOUT_CITE(), "awardcli about --cite" if collection.path is None else None
    if uncertain:
        without = sum(_lacks_title(result) for result in uncertain)
        yield messages.ABOUT_UNCERTAIN(), messages.UNCERTAIN_ADD_UP(count=len(uncertain), without=without)


def _edition(edition: Edition) -> Iterator[Fact]:
    yield vocabulary.heading("edition"), edition.name or edition.number
    yield "", None if messages.in_chinese() else edition.name_en
    yield vocabulary.heading("year"), None if edition.begin else edition.year
    yield messages.ABOUT_THEME(), edition.theme
    if edition.begin and edition.end:
        yield messages.ABOUT_HELD(), messages.HELD(begin=edition.begin, end=edition.end)
    works = [
        messages.SUBMITTED(count=edition.submissions) if edition.submissions else "",
        messages.HONOURED(count=edition.honoured_works) if edition.honoured_works else "",
        messages.VIEWED(count=messages.large(edition.views)) if edition.views else "",
    ]
    yield messages.ABOUT_WORKS(), messages.listed(list(filter(None, works))) or None
    yield messages.ABOUT_SOURCE(), edition.source


def _years(editions: Sequence[Edition]) -> str | None:
    """The years in order, or the first, the last and how many there are; None where no year is known."""
    years = _sorted_years(editions)
    if len(years) > _MOST_YEARS:
        return messages.YEARS_SPANNED(count=len(years), first=years[0], last=years[-1])
    return messages.listed(list(map(str, years))) or None


def _sorted_years(editions: Sequence[Edition]) -> list[int]:
    return sorted({edition.year for edition in editions if edition.year is not None})


def _span(editions: Sequence[Edition]) -> str:
    """How many editions there are, from the first year to the last; an edition may have several years."""
    years = _sorted_years(editions)
    count = len({edition.number or edition.name for edition in editions})
    is_span = len(years) > 1
    return messages.EDITIONS_OF_YEARS(count=count, first=years[0], last=years[-1]) if is_span else str(count)


def _added_up(count: int, counts: Mapping[Category, int]) -> str:
    """How many results there are, and how many of them are works and organizations."""
    organizations = sum(count for category, count in counts.items() if category.honours == "organization")
    if not organizations:
        return str(count)
    return messages.RESULTS_ADD_UP(results=count, works=count - organizations, organizations=organizations)


def _categories(categories: Sequence[Category], counts: Mapping[Category, int]) -> str:
    """The categories with their counts, or how many there are."""
    if len(categories) > _MOST_CATEGORIES:
        return str(len(categories))
    names = [each.name if messages.in_chinese() else each.name_en or each.name for each in categories]
    return messages.listed([f"{name} {counts.get(each, 0)}" for name, each in zip(names, categories, strict=True)])


def _notes(uncertain: Sequence[Result]) -> Iterator[str]:
    """Each note once, with the results that it is about."""
    titles: dict[str, list[str]] = {}
    for result in uncertain:
        if note := result.note_zh if messages.in_chinese() else result.note:
            titles.setdefault(note, []).append(result.title or result.id)
    for note, of_note in list(titles.items())[:_MOST_NOTES]:
        said = messages.VALUE_OF(name=messages.listed(of_note), value=note)
        first, *more = wrapped(said, reading_width() - 4)
        yield f"  {first}"
        yield from (f"    {line}" for line in more)
    if len(titles) > _MOST_NOTES:
        yield f"  {messages.MORE_NOTES(count=len(titles) - _MOST_NOTES)}"


def _lacks_title(result: Result) -> bool:
    honours_organization = result.category is not None and result.category.honours == "organization"
    return result.title is None and not honours_organization


def _citation(collection: Collection) -> Iterator[str]:
    """The list as a citation in plain text, and as an entry of BibTeX."""
    title, origin = title_and_source(collection.editions, collection.path, chinese=messages.in_chinese())
    years = _sorted_years(collection.editions)
    source = messages.CITED_SOURCE(source=origin) if origin else ""
    count = len(collection)
    yield messages.CITED(title=title, count=count, source=source, version=__version__)
    yield ""
    fields = {
        "author": "{awardcli contributors}",
        "title": _in_bibtex(title),
        "year": "--".join(dict.fromkeys(map(str, (years[0], years[-1])))) if years else None,
        "note": _in_bibtex(messages.CITED_NOTE(count=count, source=source)),
        "version": f"awardcli {__version__}",
    }
    yield "@misc{awardcli,"
    yield from (f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    yield "}"


def _in_bibtex(text: str) -> str:
    """The text without what BibTeX would read as a command."""
    return re.sub(r"([&%$#_])", r"\\\1", re.sub(r"[\\{}]", "", text))
