"""Filters keep the same results in a collection file as in its list, and no others are read."""

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardcli import messages
from awardcli.collection import Collection, open_collection
from awardcli.collection.records import Records
from awardcli.errors import UnknownNameError, UsageError
from awardcli.model import Edition, Organization, Result
from awardcli.output.deliver import COUNTED_AT_MOST
from awardcli.search.find import find
from awardcli.vocabulary import COUNTED
from conftest import Run
from support import collection, result, stored, stored_in

_AWARDS = ("最佳创意", "最佳编剧", "a\0b", None)
_EDITIONS = (Edition(9, 2022), Edition(9, 2023), Edition(None, 2022), Edition(10, 2023), Edition(None, None))
_ORGANIZATIONS = [
    Organization("嘉定区电影社", district="嘉定区", kind="enterprise"),
    Organization("黄浦区某社", district="黄浦区", kind="police"),
    Organization("黄浦区另一社", district="黄浦区"),
    Organization("某\0社", kind="police"),
    Organization("某"),
]
_ASKED = {
    "id": ("list-0", "list-3", "list-7"),
    "edition": ("9", "10", "2022"),
    "category": ("微电影", "微视频", "专题奖"),
    "award": ("最佳创意", "最佳编剧", "a\0b", "a"),
    "organization": tuple(organization.name for organization in _ORGANIZATIONS),
    "district": ("嘉定区", "黄浦区"),
    "kind": ("police", "enterprise", "school"),
    "certainty": ("printed", "ordered", "uncertain"),
}


def _result(drawn: tuple[Any, ...]) -> Result:
    title, award, edition, category, organizations, certainty = drawn
    return result(
        title,
        "、".join(organization.name for organization in organizations) or None,
        id="-",
        award=award,
        edition=edition,
        category=category,
        organizations=tuple(organizations),
        certainty=certainty,
    )


_results = st.tuples(
    st.text("上海爱花", min_size=1, max_size=3),
    st.sampled_from(_AWARDS),
    st.sampled_from(_EDITIONS),
    st.sampled_from(["微电影", "微视频", None]),
    st.lists(st.sampled_from(_ORGANIZATIONS), max_size=3),
    st.sampled_from(["printed", "ordered", "uncertain"]),
).map(_result)
_conditions = st.sampled_from(sorted(_ASKED)).flatmap(
    lambda column: st.tuples(st.just(column), st.sets(st.sampled_from([*_ASKED[column], None, "没有", "\ud800"])))
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("collections")


def told(films: Collection) -> dict[str, object]:
    """All that a collection says of itself, in order wherever there is one."""
    return {
        "results": whole(films),
        "length": len(films),
        "organizations": films.organizations,
        "ids": films.names("id"),
        "by id": [films.result(f"list-{number}") is None for number in range(12)],
        "of categories": films.category_counts(),
        "of organizations": films.organization_counts(),
        "by organization": [each.id for each in films.by_organization([o.name for o in _ORGANIZATIONS[::-2]])],
        "names": [films.names(column) for column in COUNTED],
        "counts": [films.counts(column) for column in COUNTED],
        "counted in order": [list(filter(None, films.counts(column))) for column in COUNTED],
        "hits": [[hit.result.id for hit in find(films, query).hits] for query in ("上海", "ai")],
    }


def whole(results: Iterable[Result]) -> list[Result]:
    return [each._replace(printed=dict(each.printed)) for each in results]


@given(st.lists(_results, max_size=12), st.lists(_conditions, max_size=9))
def test_a_file_keeps_what_a_list_keeps(
    folder: Path, results: Sequence[Result], conditions: Sequence[tuple[str, set[str | None]]]
) -> None:
    listed = collection(each._replace(id=f"list-{n}") for n, each in enumerate(results))
    kept = stored_in(listed, folder)
    places = {each.id: position for position, each in enumerate(listed, start=1)}
    for column, names in conditions:
        listed, kept = listed.where(column, *names), kept.where(column, *names)
    assert told(kept) == told(listed)
    assert {each.id: at for at, each in kept.results_at(range(1, 14))} == {each.id: places[each.id] for each in listed}


def test_every_column_can_be_filtered_at_once_and_repeatedly(folder: Path) -> None:
    films = stored_in(collection([result("上海", "黄浦区某社", kind="police", award="最佳创意")]), folder)
    for column, names in [*_ASKED.items()] * 3:
        films = films.where(column, *names, "上海", "黄浦区某社")
    assert len(films) == len(list(films)) == 1
    assert films.counts("district") == {"黄浦区": 1}


def test_an_organization_may_be_one_of_very_many(folder: Path) -> None:
    films = stored_in(collection([result("甲", "某社"), result("乙", "另一社")]), folder)
    names = [f"第{number}社" for number in range(40_000)]
    assert [each.title for each in films.where("organization", *names, "某社")] == ["甲"]


def test_what_no_collection_has_is_no_column() -> None:
    with pytest.raises(UsageError):
        open_collection().where("colour", "red")


# Nothing is read in vain


@pytest.fixture(scope="module")
def many(folder: Path) -> Path:
    """A collection file of many results, of which a test wants a few."""
    films = [
        result(
            f"片{number}",
            "少社" if number % 1000 == 500 else "多社",
            id=f"m-{number}",
            category="少" if number % 1000 == 500 else "多",
            award="少奖" if number % 1000 == 500 else None,
        )
        for number in range(3000)
    ]
    return stored_in(collection(films), folder).path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one for each result that is read from a file."""
    found: list[int] = []
    as_result = Records._result

    def noting(self: Records, rows: list[tuple[Any, ...]]) -> Result:
        found.append(rows[0][0])
        return as_result(self, rows)

    monkeypatch.setattr(Records, "_result", noting)
    return found


@pytest.mark.parametrize(
    "command",
    [
        "list-by-category 少",
        "list-by-category 多 --count",
        "list-by-category --award 少奖",
        "list-by-organization 少社",
        "list-by-organization 多社 --count",
        "list-by-organization 多社 -n 3",
        "list-by-organization --category 少",
        "list --count",
        "export - --organization 少社",
        "list --award 少奖 --category 多 --count",
        "export - --kind police",
        "stats --by organization --category 多",
        "stats --by award --organization 多社",
        "search 海上 --category 少",
        "about",
        "show m-77",
        "show nobody",
    ],
)
def test_only_the_wanted_results_are_read(awardcli: Run, many: Path, read: list[int], command: str) -> None:
    assert awardcli(*command.split(), "--data", many).code in (0, 1)
    assert len(read) <= 200


def test_a_terminal_shows_the_first_results_and_the_total(
    awardcli: Run, as_terminal: Callable[[int], None], many: Path, read: list[int]
) -> None:
    as_terminal(80)
    ran = awardcli("list-by-category", "多", "--data", many)
    assert ran.err == messages.SHOWN(shown=50, total=2997) + "\n"
    assert len(read) <= COUNTED_AT_MOST + 1


def test_of_very_many_results_a_terminal_says_how_many_more_to_ask_for(
    awardcli: Run, as_terminal: Callable[[int], None], many: Path
) -> None:
    as_terminal(80)
    for limit, total, more in ((60, 500, 1000), (1000, 1000, 2000)):
        ran = awardcli("list", "-n", str(limit), "--data", many)
        assert ran.err == messages.SHOWN_OF_MANY(shown=limit, total=total, more=more) + "\n"


def test_a_limit_beyond_any_number_of_the_machine_shows_all(awardcli: Run, many: Path) -> None:
    every = awardcli("list", "--data", many).out
    for limit in (10**6, 10**20, 10**300):
        assert awardcli("list", "-n", str(limit), "--data", many).out == every
    assert awardcli("list", "-n", str(-(10**20)), "--data", many).code == 2


def test_a_near_result_is_found_behind_a_filter_however_many_others_are_near(tmp_path: Path) -> None:
    others = [result(f"春江花月夜{n}", id=f"other-{n}", category="微电影") for n in range(600)]
    listed = collection([*others, result("春江月夜的人们", "某", category="微视频")])
    films = stored_in(listed, tmp_path).where("category", "微视频")
    assert [hit.result.title for hit in find(films, "春江雪月夜").hits] == ["春江月夜的人们"]


@pytest.mark.parametrize("kind", ["list", "file"])
def test_a_result_is_had_by_its_id_and_a_collection_is_short_at_a_prompt(tmp_path: Path, kind: str) -> None:
    films: Collection = open_collection() if kind == "list" else stored(tmp_path / "films.awards", open_collection())
    assert films["9-micro-film-03"].title == "咏梅"
    assert repr(films) == ("<Collection: 77 results>" if kind == "list" else "<Collection films.awards: 77 results>")
    with pytest.raises(UnknownNameError):
        films["9-micro-film-99"]


def test_a_column_is_known_by_its_headings_and_an_unknown_one_is_named_with_the_others() -> None:
    films = open_collection()
    assert films.counts("奖项") == films.counts("award")
    with pytest.raises(UsageError) as refused:
        films.where("colour", "x")
    assert refused.value.message.startswith("no column “colour”; available: id, edition, year")


def test_whatever_a_heading_says_it_is_a_heading(awardcli: Run, tmp_path: Path) -> None:
    hostile = ["\x1b[31mred", "a\x00b", "q\"uo'te", "'; drop table results; --", "\u202eevil", "two\nlines", "=cmd|x"]
    hostile += ["<script>alert(1)</script>", "长" * 300, "😀", "%s{0}$x", "x]y`z", "rowid", "-1", "a=b", "a,b", "$(id)"]
    path, made = tmp_path / "films.csv", tmp_path / "films.awards"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["片名", *hostile], *([f"片{n}", *[f"v{n}"] * len(hostile)] for n in range(3))])
    assert awardcli("import", path, "-o", made).code == 0
    for data in (path, made):
        for heading in hostile:
            chosen = ("--where", f"{heading}=v1", "--sort", heading, "-f", "json", "--data", data)
            assert json.loads(awardcli("list", "-c", "title", *chosen).out) == [{"title": "片1"}]
            assert json.loads(awardcli("stats", f"--by={heading}", "-f", "json", "--data", data).out)[1]["results"] == 1
