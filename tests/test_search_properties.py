"""What holds for every list and every query, whatever the step that answers."""

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from awardcli.collection import open_collection
from awardcli.language.fold import fold
from awardcli.language.readings import syllables
from awardcli.model import Hit, Result
from awardcli.search.find import find
from awardcli.search.query import Query
from support import WHOLE, result

FILMS = list(open_collection())
TITLED = [film for film in FILMS if film.title]
# Few characters, many of them with the same sound or a second reading, so that titles resemble one another.
_CHARACTERS = "上海尚还爱艾重虫长常乐月民名一二三12ab花画话传川承成"
_titles = st.text(_CHARACTERS, min_size=1, max_size=7)
_lists = st.lists(_titles, min_size=1, max_size=8, unique=True)
_queries = st.one_of(
    _titles,
    _titles.map(
        lambda title: "".join(syllable or letter for syllable, letter in zip(syllables(title), title, strict=True))
    ),
    _titles.map(
        lambda title: "".join(syllable[:1] or letter for syllable, letter in zip(syllables(title), title, strict=True))
    ),
)
_to_traditional = OpenCC("s2t")


def films(titles: Sequence[str]) -> list[Result]:
    return [result(title, f"第{number}厂", id=f"list-{number}") for number, title in enumerate(titles)]


def best(hits: Sequence[Hit]) -> list[str]:
    """The ids of the hits that nothing outranks."""
    key = (hits[0].tier, hits[0].score, hits[0].coverage)
    return [hit.result.id for hit in hits if (hit.tier, hit.score, hit.coverage) == key]


def spelt(film: Result) -> str:
    assert film.title_pinyin is not None
    return film.title_pinyin


def test_a_title_finds_itself_first_by_its_text_its_pinyin_and_its_traditional_form() -> None:
    for film in TITLED[:: 1 if WHOLE else 5]:
        assert film.title is not None
        for query in (film.title, spelt(film), spelt(film).replace(" ", ""), _to_traditional.convert(film.title)):
            assert film.id in best(find(FILMS, query).hits), query


@given(_lists)
def test_any_title_that_folds_to_something_finds_itself_first_or_tied(titles: list[str]) -> None:
    among = films(titles)
    for film in among:
        assert film.title is not None
        assert film.id in best(find(among, film.title).hits)


@given(_lists, _queries, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing_but_ties(titles: list[str], query: str, random: Random) -> None:
    among = films(titles)
    shuffled = list(among)
    random.shuffle(shuffled)
    once, again = find(among, query), find(shuffled, query)
    assert once.step == again.step
    assert [(h.tier, h.score, h.coverage) for h in once.hits] == [(h.tier, h.score, h.coverage) for h in again.hits]
    assert {h.result.id for h in once.hits} == {h.result.id for h in again.hits}


@given(_lists, _titles, _queries)
def test_one_more_record_neither_removes_nor_rescores_another_hit_of_the_step(
    titles: list[str], added: str, query: str
) -> None:
    before = find(films(titles), query)
    after = find(films([*titles, added]), query)
    if before.step == after.step:
        scores = {hit.result.id: (hit.tier, hit.score, hit.coverage, hit.places) for hit in after.hits}
        for hit in before.hits:
            if hit.places[0].field == "title":
                assert scores[hit.result.id] == (hit.tier, hit.score, hit.coverage, hit.places)


@given(_lists, _queries)
def test_scores_are_bounded_places_lie_inside_and_ties_keep_printed_order(titles: list[str], query: str) -> None:
    among = films(titles)
    printed = [film.id for film in among]
    hits = find(among, query).hits
    for hit in hits:
        assert 0 <= hit.score <= 100
        assert 0 < hit.coverage <= 1
        for place in hit.places:
            text = hit.result.title if place.field == "title" else hit.result.organization
            assert text is not None
            assert 0 <= place.start < place.end <= len(text)
    keys = [
        (hit.tier, -hit.score, -hit.coverage, printed.index(hit.result.id))
        for hit in hits
        if hit.places[0].field == "title"
    ]
    assert keys == sorted(keys)


def test_initials_of_a_long_title_find_it() -> None:
    for film in TITLED:
        assert film.title is not None
        initials = "".join(part if part.isdigit() else part[0] for part in spelt(film).split())
        if len(fold(film.title)) >= 4:
            assert film.id in [hit.result.id for hit in find(FILMS, Query.of(initials)).hits]
