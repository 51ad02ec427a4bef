"""A search by the gram index finds what a scan of the same results finds, in the same order."""

import csv
import itertools
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from math import log
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from awardcli.collection import ListCollection, gram_index, open_collection
from awardcli.collection.collection_builder import Builder
from awardcli.collection.gram_index import TABLES, Kind
from awardcli.collection.stored import StoredCollection
from awardcli.errors import InvalidDataError
from awardcli.language.readings import syllables
from awardcli.model import Result
from awardcli.search.by_index import index_search
from awardcli.search.find import find
from awardcli.search.query import Query
from awardcli.search.ranking import Answer
from support import HOME, WHOLE, collection, result, stored_in, written

_CHARACTERS = "上海尚还爱艾重虫长常乐月民名一二三12ab花画话传川承成"
_ORGANIZATIONS = ("上海市公安局静安分局", "长宁区融媒体中心", "民族乐器一厂", "ab公司")
_titles = st.text(_CHARACTERS, min_size=1, max_size=7)


def spelt(title: str) -> str:
    return "".join(syllable or letter for syllable, letter in zip(syllables(title), title, strict=True))


def initials(title: str) -> str:
    return "".join(syllable[:1] or letter for syllable, letter in zip(syllables(title), title, strict=True))


def begun(title: str) -> str:
    return spelt(title)[:-1] or title


_queries = st.one_of(
    _titles,
    st.tuples(_titles, st.sampled_from([spelt, initials, begun])).map(lambda pair: pair[1](pair[0])),
    st.tuples(_titles, _titles).map(" ".join),
    st.sampled_from(["静安公安", "民乐一厂", "changning", "jafj", "上海 爱", "ab 上"]),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("collections")


def told(answer: Answer) -> tuple[object, ...]:
    return answer.step, *(
        [(hit.result.id, hit.tier, round(hit.score, 9), hit.coverage, hit.places) for hit in hits]
        for hits in (answer.hits, answer.by_organization)
    )


def test_letters_that_may_be_read_in_hundreds_of_ways_are_read_in_that_of_the_fewest(folder: Path) -> None:
    films = collection([result("三上尚爱")])
    assert told(find(stored_in(films, folder), "sanshangshangai")) == told(find(films, "sanshangshangai"))


@settings(max_examples=600 if WHOLE else 8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(_titles, min_size=1, max_size=12), st.lists(_queries, min_size=1, max_size=6))
def test_the_index_finds_what_the_scan_finds_in_the_same_order(
    folder: Path, titles: Sequence[str], queries: Sequence[str]
) -> None:
    films = collection([result(title, _ORGANIZATIONS[n % 4], id=f"list-{n}") for n, title in enumerate(titles)])
    stored = stored_in(films, folder)
    for query in queries:
        scanned = find(films, query)
        if scanned.step != "near":
            assert told(find(stored, query)) == told(scanned), query


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("xian", ["先生", "鲜花盛开的村庄", "西安"]),
        ("fangan", ["方案", "反感的人", "房安", "方案之外"]),
        ("ang lee", ["Ang Lee", "Angel Lee", "The Last Ranger Lee"]),
        ("2", ["22号", "2022年", "战狼2"]),
        ("huar", ["花人", "花儿", "画儿与少年", "花", "画人"]),
        ("hr", ["花人", "花儿", "小孩儿"]),
        ("xiaohair", ["小孩儿", "小海人", "小孩"]),
        ("huaryushaonian", ["花儿与少年", "花与少年"]),
    ],
)
def test_hits_come_in_one_order_whatever_way_the_letters_are_read(
    folder: Path, asked: str, titles: Sequence[str]
) -> None:
    films = collection([result(title, id=title) for title in titles])
    assert told(find(stored_in(films, folder), asked)) == told(find(films, asked))


_YEARS = ("24", "2022", "二十四", "二〇二二", "105", "一百零五", "十")
_NAMES = (
    "春江花月夜",
    "上海市民微电影",
    "急诊室的故事",
    "民族乐器一厂",
    "长宁区重新开放",
    "为什么是上海",
    "倒水坑作",
    "游仙都",
)
_slips = st.tuples(st.integers(0, 20), st.sampled_from("ace"), st.sampled_from("上月艾一ghanzi"))


def slipped(text: str, slip: tuple[int, str, str]) -> str:
    """The text with a character added, changed or left out, or swapped with the one before."""
    place, kind, other = slip
    place %= len(text)
    if kind == "e" and place:
        return text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :]
    return text[:place] + (other if kind != "e" else "") + text[place + (kind != "a") :]


@settings(max_examples=1500 if WHOLE else 2)
@given(
    st.lists(st.tuples(st.sampled_from(_NAMES), st.sampled_from(("", *_YEARS))), min_size=1, max_size=12),
    st.lists(st.tuples(st.sampled_from(_NAMES), _slips, st.sampled_from([str, spelt])), min_size=1, max_size=4),
    st.lists(st.tuples(st.sampled_from(_NAMES), st.sampled_from(_YEARS), st.sampled_from([str, spelt])), max_size=3),
)
@example(
    [(name, "") for name in _NAMES],
    [("急诊室的故事", (2, "c", "上"), str), *((name, (4, kind, "a"), spelt) for name in _NAMES[:3] for kind in "ce")],
    [],
)
def test_the_near_step_finds_by_the_index_what_it_finds_in_a_scan(
    folder: Path,
    titles: Sequence[tuple[str, str]],
    misspelt: Sequence[tuple[str, tuple[int, str, str], Callable[[str], str]]],
    numbered: Sequence[tuple[str, str, Callable[[str], str]]],
) -> None:
    films = collection(
        [result(title + year, _ORGANIZATIONS[n % 4], id=f"list-{n}") for n, (title, year) in enumerate(titles)]
    )
    stored = stored_in(films, folder)
    queries = [slipped(as_typed(name), slip) for name, slip, as_typed in misspelt]
    queries += [as_typed(name[-2:] + year) for name, year, as_typed in numbered]
    with patch.object(index_search, "SHORT_LIST", 0):
        for query in queries:
            assert told(find(stored, query)) == told(find(films, query)), query


def _bench(name: str) -> Iterator[str]:
    with (HOME / "bench" / "search" / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["query"]


@pytest.mark.parametrize("name", ["queries-dev.tsv", "negatives-dev.tsv", "queries-hard.tsv", "queries-fresh.tsv"])
def test_every_bench_query_is_answered_by_the_index_as_by_the_scan(folder: Path, name: str) -> None:
    films = open_collection()
    stored = stored_in(films, folder)
    differing = [
        query
        for query in list(_bench(name))[:: 1 if WHOLE else 40]
        if told(find(stored, Query.of(query))) != told(find(films, Query.of(query)))
    ]
    assert differing == []


@pytest.fixture(scope="module")
def many(folder: Path) -> StoredCollection:
    """More than a thousand titles, all of them with 月: more than the near step compares."""
    titles = [f"{one}月{other}{third}夜" for one, other, third in itertools.product("春江花好圆缺明海上生共", repeat=3)]
    return stored_in(collection([result(t, _ORGANIZATIONS[n % 4], id=f"{n}") for n, t in enumerate(titles)]), folder)


def _read_for(films: StoredCollection, asked: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """How many of the first 50 hits there are, and how many results were read to know them."""
    read = 0
    results_at = StoredCollection.results_at

    def counting(self: StoredCollection, positions: Iterable[int]) -> Iterator[tuple[int, Result]]:
        nonlocal read
        for found in results_at(self, positions):
            read += 1
            yield found

    monkeypatch.setattr(StoredCollection, "results_at", counting)
    return len(find(films, asked).hits[:50]), read


@pytest.mark.parametrize("asked", ["月", "yue", "ye", "y", "春月", "chunyue", "cyjyh", "月 夜"])
def test_the_first_screen_of_many_hits_is_found_without_reading_them_all(
    many: StoredCollection, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, read = _read_for(many, asked, monkeypatch)
    assert shown == min(50, len(find(many, asked).hits))
    assert read <= 3 * 64


def test_many_hits_come_in_the_order_of_a_scan(many: StoredCollection) -> None:
    listed = ListCollection(None, list(many), [], [])
    queries = ("月", "ye", "chunyue", "名月", "春 海月", "yue", "春月", "cyjyh", "海月江也", "月 夜")
    for asked in queries if WHOLE else queries[:5]:
        assert told(find(many, asked)) == told(find(listed, asked)), asked


def test_hits_of_which_only_the_position_waits_keep_their_place(
    many: StoredCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for asked in (_ORGANIZATIONS[0], "月", "chunyue"):
        whole = told(find(many, asked))
        monkeypatch.setattr(index_search, "_MOST_WAITING", 3)
        assert told(find(many, asked)) == whole
        monkeypatch.undo()


@pytest.mark.parametrize(("asked", "title"), [("春雪江花夜", "春月江花夜"), ("春月江夜", "春月江花夜")])
def test_a_wrongly_typed_title_is_found_among_more_candidates_than_are_compared(
    many: StoredCollection, asked: str, title: str
) -> None:
    assert title in [hit.result.title for hit in find(many, asked).hits[:10]]


def test_beside_a_title_with_all_that_was_typed_others_come_as_in_a_scan(folder: Path) -> None:
    whole = [
        "山河入梦来时路",
        "梦入山河来路",
        "山河入远方的梦来路",
    ]  # 山河入梦来路, with a gap, in another order, or apart
    rivals = [
        "删河入梦来路",
        "山合入孟来路",
        "山河入孟来鹿",
        "伤河入梦来路",
        "三河入萌来路",
        "山何人梦来路",
        "山河入梦",
        "来路",
        "山河八梦莱路",
    ]
    for titles in ([*whole, *rivals], *([title, *rivals] for title in whole), rivals):
        films = collection([result(title, id=f"list-{n}") for n, title in enumerate(titles)])
        stored = stored_in(films, folder)
        with patch.object(index_search, "SHORT_LIST", 0):
            for query in ("山河入梦来路", "山河入梦路", "山河梦来路", "山入梦来路"):
                assert told(find(stored, query)) == told(find(films, query)), (query, titles)


@settings(max_examples=300 if WHOLE else 8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(_titles, min_size=1, max_size=30),
    st.lists(st.sampled_from(_CHARACTERS), min_size=1, max_size=8, unique=True),
    st.integers(1, 12),
    st.integers(0, 4),
)
@example(["上海"] * 9 + ["月"], ["上", "海", "月"], 3, 0)  # one rare gram is worth more than two common ones
def test_rows_are_the_likest_by_the_rarity_of_the_grams_they_share(
    folder: Path, titles: Sequence[str], grams: Sequence[str], most: int, shortest: int
) -> None:
    stored = stored_in(collection([result(title, id=f"list-{n}") for n, title in enumerate(titles)]), folder)
    index = stored.gram_index
    worth: defaultdict[int, float] = defaultdict(float)
    for gram in grams:
        places = [row.place for row in index.rows("title", f'"{gram}"', shortest=shortest)]
        for place in places:
            worth[place] += log(len(titles) / (len(places) + 1) + 1)
    likest = index.most_like("title", grams, most, most_counted=1_000, shortest=shortest)
    assert len(set(likest)) == len(likest)
    assert [worth[place] for place in likest] == pytest.approx(sorted(worth.values(), reverse=True)[:most])


def test_a_result_with_several_titles_comes_once_and_in_the_order_of_a_scan(folder: Path) -> None:
    lines = [
        "片名,又名",
        "这个杀手不太冷 Léon,Leon",
        "素媛 소원,许愿 / Hope",
        "龙猫 / 邻家的豆豆龙,龙猫咪",
        "大话龙猫,",
    ]
    films = open_collection(written(folder / "several.csv", "\n".join(lines) + "\n"))
    stored = stored_in(films, folder)
    for short in (0, 500):
        with patch.object(index_search, "SHORT_LIST", short):
            for asked in ("leon", "龙猫", "longmao", "龙毛", "苏原", "hope", "许愿", "lm", "猫", "豆豆笼", "babel"):
                assert told(find(stored, asked)) == told(find(films, asked)), asked
    assert len(find(stored, "leon").hits) == 1


def test_terms_in_different_names_of_a_title_are_found_as_in_a_scan(folder: Path) -> None:
    titles = ("教父2 / The Godfather: Part Ⅱ", "教父 / The Godfather", "最后一课", "The Godfather 4 U / 教父")
    films = collection([result(title, None, id=f"{number}") for number, title in enumerate(titles)])
    stored = stored_in(films, folder)
    for asked in ("Godfather 2", "教父2 godfather", "教父 part", "godfather 4", "godfather 5", "最后 godfather"):
        assert told(find(stored, asked)) == told(find(films, asked)), asked
    assert [hit.result.id for hit in find(stored, "Godfather 2").hits] == ["0"]


def test_any_sign_of_the_index_language_is_text(folder: Path) -> None:
    stored = stored_in(collection([result('爱“上海”的 "理由"', None)]), folder)
    for sign in ('"', "'", "*", "(", ")", "-", ":", "^", "?", "NEAR", "AND", "OR", "NOT", "a*", '"爱" OR "海"'):
        if any(character.isalnum() for character in sign):
            find(stored, sign)
            find(stored, f"爱{sign}上海")


@pytest.mark.parametrize("statement", ["DROP TABLE title_grams", "DROP TABLE common_grams"])
def test_a_collection_whose_index_is_gone_is_refused(folder: Path, statement: str) -> None:
    stored = stored_in(collection([result(f"爱上海{number}", None) for number in range(501)]), folder)
    with closing(sqlite3.connect(stored.path)) as connection:
        connection.execute(statement)
        connection.commit()
    with pytest.raises(InvalidDataError):
        find(StoredCollection(stored.path), "老潘的咖啡店")


def _words_of(films: StoredCollection, kind: Kind = "title") -> list[tuple[str, int]]:
    """The grams of the titles or organizations, and how many of them have each."""
    with closing(sqlite3.connect(films.path)) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', '{TABLES[kind]}', 'row')")
        return connection.execute("SELECT term, doc FROM temp.words").fetchall()


def _common_of(films: StoredCollection) -> list[tuple[str, str, int]]:
    """Of titles or organizations the grams that are noted as common, and in how many rows they are."""
    with closing(sqlite3.connect(films.path)) as connection:
        return connection.execute("SELECT * FROM common_grams").fetchall()


def test_all_cores_make_the_same_index_as_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(itertools.islice(itertools.product(_CHARACTERS[:27], repeat=3), 50))
    films = collection([result("".join(row), None, id=f"{n}") for n, row in enumerate(rows)])
    monkeypatch.setattr("awardcli.collection.gram_index._BATCH", 7)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    together = stored_in(films, folder)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert _words_of(together) == _words_of(stored_in(films, folder))
    assert told(find(together, "上海")) == told(find(films, "上海"))


def test_appended_results_are_indexed_like_the_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gram_index, "_FEW", 3)
    rows = [result(f"爱上海{number}", f"第{number % 3}公司", id=f"{number}") for number in range(8)]
    whole, part = stored_in(collection(rows), folder), stored_in(collection(rows[:6]), folder)
    path = Path(shutil.copy(part.path, folder / "copy.awards"))
    with Builder(path, path, part) as builder:
        for row in rows[6:]:
            builder.add(row)
        builder.finish()
    added = StoredCollection(path)
    added.check()
    assert _words_of(added) == _words_of(whole)
    assert _words_of(added, "organization") == _words_of(whole, "organization")
    assert _common_of(added) == _common_of(whole)


def test_also_on_one_core_many_titles_do_not_wait_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    for name, value in {"_BATCH": 2, "_MANY": 1, "_SORTED": 4}.items():
        monkeypatch.setattr(gram_index, name, value)
    with closing(sqlite3.connect(":memory:")) as connection:
        indexer = gram_index.Indexer(connection)
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'title_grams', 'row')")
        written = []
        for first in range(0, 8, 2):
            indexer.add_titles([(place, "爱上海", None, (), False) for place in (first, first + 1)])
            written.append(connection.execute("SELECT doc FROM temp.words WHERE term = '爱'").fetchone())
    assert written == [None, (4,), (4,), (8,)]


@pytest.mark.parametrize(("few", "share", "counted"), [(4, 0, 5), (0, 0.5, 5), (3, 0, 4), (5, 0, 6)])
def test_grams_of_many_titles_are_noted_as_common(
    folder: Path, monkeypatch: pytest.MonkeyPatch, few: int, share: float, counted: int
) -> None:
    monkeypatch.setattr(gram_index, "_FEW", few)
    monkeypatch.setattr(gram_index, "_COMMON", share)
    titles = ["爱上海"] * 5 + ["花木兰"] * 4
    films = stored_in(collection(result(title, None, id=f"{n}") for n, title in enumerate(titles)), folder)
    assert _common_of(films) == [("title", gram, rows) for gram, rows in _words_of(films) if rows >= counted]


def test_a_signal_while_titles_are_numbered_is_not_taken_for_an_error_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(gram_index, "fold", interrupted)
    with pytest.raises(KeyboardInterrupt):
        stored_in(collection([result("爱上海的理由")]), folder)
