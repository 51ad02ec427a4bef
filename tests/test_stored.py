"""A collection file answers as the list it was made from, and a damaged or strange one is refused."""

import gc
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from awardcli.collection import Collection, ListCollection, collection_builder, gram_index, open_collection
from awardcli.collection.collection_builder import Builder
from awardcli.collection.sqlite_file import APPLICATION_ID, USER_VERSION, connect_readonly
from awardcli.collection.stored import StoredCollection
from awardcli.errors import AwardcliError, ExitCode, InvalidDataError, UnreadableError
from awardcli.model import Category, Edition, Result
from awardcli.search.find import find
from conftest import Run
from support import HOME, NINTH, collection, environment, hear_every_signal, result, stored, stored_in, written

TENTH = Edition(10, 2023)


@pytest.fixture(scope="module")
def bundled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled list as a collection file, which nobody changes."""
    return stored(tmp_path_factory.mktemp("bundled") / "films.awards", open_collection()).path


@pytest.fixture
def bundled(bundled_file: Path, tmp_path: Path) -> StoredCollection:
    """The bundled list as a collection file of the test's own."""
    return StoredCollection(Path(shutil.copy(bundled_file, tmp_path)))


def whole(films: Collection) -> list[Result]:
    return [each._replace(printed=dict(each.printed)) for each in films]


# The same answers


def test_everything_comes_back_in_printed_order(bundled: StoredCollection) -> None:
    films = open_collection()
    assert whole(bundled) == whole(films)
    assert (bundled.editions, bundled.categories) == (films.editions, films.categories)
    assert bundled.organizations == films.organizations
    assert len(bundled) == len(films)


def test_counts_are_those_of_the_list(bundled: StoredCollection) -> None:
    films = open_collection()
    assert bundled.category_counts() == films.category_counts()
    assert bundled.organization_counts() == films.organization_counts()


def test_what_a_filter_keeps_is_a_collection_of_its_own(bundled: StoredCollection) -> None:
    ours, theirs = (
        films.where("edition", "9").where("category", "微电影", "微视频").where("organization", "文汇报社", "澎湃新闻")
        for films in (bundled, open_collection())
    )
    assert whole(ours) == whole(theirs)
    assert len(ours) == len(theirs)
    assert ours.organizations == theirs.organizations
    assert ours.category_counts() == theirs.category_counts()
    assert ours.organization_counts() == theirs.organization_counts()
    assert ours.result(next(iter(theirs)).id) is not None
    assert ours.result("9-single-award-01") is theirs.result("9-single-award-01") is None


def test_a_result_is_found_by_its_id(bundled: StoredCollection) -> None:
    found = bundled.result("9-micro-film-05")
    assert found is not None
    assert found.title == open_collection().result("9-micro-film-05").title  # type: ignore[union-attr] # it is there
    assert bundled.result("9-micro-film") is bundled.result("\ud800") is None


def test_results_are_fetched_by_position_in_the_given_order(tmp_path: Path) -> None:
    films = stored(tmp_path / "films.awards", collection(result(f"片{number}") for number in range(1, 1001)))
    positions = random.Random(5).sample(range(1, 1001), 700)
    assert [each.title for _, each in films.results_at(positions)] == [f"片{number}" for number in positions]
    assert [each.title for _, each in films.results_at([5, 99_999, 5])] == ["片5", "片5"]


def test_of_many_positions_those_are_kept_at_which_the_conditions_hold(tmp_path: Path) -> None:
    results = (result(f"片{n}", category="微视频" if n % 3 else "微电影") for n in range(1, 1001))
    films = stored(tmp_path / "films.awards", collection(results))
    positions = list(range(999, 300, -1))
    assert list(films.where("category", "微电影").kept(positions)) == [n for n in positions if n % 3 == 0]
    assert list(films.kept(positions)) == positions


def test_a_work_of_several_organizations_keeps_them_in_order(tmp_path: Path) -> None:
    films = stored(tmp_path / "films.awards", collection([result("a", "丙社、甲社、乙社"), result("b", "甲社")]))
    assert [[o.name for o in each.organizations] for each in films] == [["丙社", "甲社", "乙社"], ["甲社"]]
    assert films.organization_counts() == {"丙社": 1, "甲社": 2, "乙社": 1}


def test_a_collection_may_be_empty(tmp_path: Path) -> None:
    films = stored(tmp_path / "films.awards", ListCollection(None, [], [], []))
    assert (len(films), list(films), films.organizations, films.last_position) == (0, [], [], 0)


COMMANDS = [
    "search 上海",
    "search xinghuo --explain",
    "search 上害",
    "search zzzzqq",
    "search 上海 --in any --category 微电影 -f json",
    "list-by-category",
    "list-by-category 微电影",
    "list-by-category 没有",
    "list-by-organization",
    "list-by-organization --district 嘉定区",
    "list-by-organization 公安局",
    "list-by-organization 没有",
    "show 9-micro-film-05",
    "show 9-micro-film-5",
    "show 9-micro-film-05 -f json",
    "export - -f json",
    "export - --sort title -n 5",
    "export - --kind police --edition 9 -f csv --header zh",
    "list --count",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_answers_as_on_the_list(
    awardcli: Run, tmp_path: Path, command: str, bundled: StoredCollection
) -> None:
    own = written(tmp_path / "films.json", (Path(__file__).parents[1] / "data" / "results.json").read_bytes())
    plain = awardcli(*command.split(), "--data", own)
    stored = awardcli(*command.split(), "--data", bundled.path)
    assert stored._replace(err=stored.err.replace(str(bundled.path), str(own))) == plain


def test_about_and_validate_differ_in_the_file_alone(
    awardcli: Run, tmp_path: Path, bundled: StoredCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(HOME / "data" / "results.json", tmp_path / "films.json")
    assert bundled.path == tmp_path / "films.awards"
    monkeypatch.chdir(tmp_path)  # a long path is broken into lines
    for command in (["about", "--data"], ["validate"]):
        plain = awardcli(*command, "films.json")
        assert plain.code == 0
        wanted = plain.out.replace("films.json", "films.awards").replace("read as JSON, UTF-8", "read as a collection")
        assert awardcli(*command, "films.awards").out == wanted
    written(tmp_path / "own.csv", "片名,评分\n吾梦,9.5\n")
    assert awardcli("import", "own.csv", "-o", "own.awards").code == 0
    columns = [
        json.loads(awardcli("validate", f"own.{suffix}", "-f", "json").out)["columns"] for suffix in ("csv", "awards")
    ]
    assert columns[0] == columns[1] != []


def test_an_export_to_a_collection_keeps_the_chosen_results_in_order(awardcli: Run, tmp_path: Path) -> None:
    kept, asked = tmp_path / "kept.awards", ("--category", "微电影", "--sort", "-title", "-n", 3)
    assert awardcli("export", kept, *asked).code == 0
    assert awardcli("export", "-", "--data", kept).lines == awardcli("export", "-", *asked).lines


@pytest.mark.parametrize("command", ["search 上海", "list-by-category 微电影", "stats", "show 9-micro-film-05"])
def test_only_export_and_import_write_a_collection(awardcli: Run, tmp_path: Path, command: str) -> None:
    for how in (("-o", tmp_path / "a.awards"), ("-f", "awards", "-o", tmp_path / "a")):
        ran = awardcli(*command.split(), *how)
        assert (ran.code, ran.out) == (2, "")
        assert "awardcli export " in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", [["-c", "title"], ["--header", "zh"], ["--bom"], ["--excel-safe"]])
def test_what_shapes_rows_has_no_meaning_for_a_collection(awardcli: Run, tmp_path: Path, option: list[str]) -> None:
    assert awardcli("export", tmp_path / "a.awards", *option).code == 2
    assert list(tmp_path.iterdir()) == []


def test_standard_output_is_no_place_for_a_collection(awardcli: Run, tmp_path: Path) -> None:
    assert awardcli("export", "-", "-f", "awards").code == 2
    assert list(tmp_path.iterdir()) == []


# Other tools


def test_any_sqlite_tool_reads_the_tables(bundled: StoredCollection) -> None:
    with sqlite3.connect(bundled.path) as connection:
        rows = connection.execute("SELECT r.title, c.name FROM results r JOIN categories c USING (category)").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    assert len(rows) == 77
    assert ("爱上海的理由", "微电影") in rows


# Files of strangers


def change(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(";".join(statements))
    connection.commit()
    connection.close()
    return path


def refusal(path: Path) -> AwardcliError:
    with pytest.raises(InvalidDataError) as refused:
        StoredCollection(path).check()
    assert refused.value.code is ExitCode.FILE
    return refused.value


@pytest.mark.parametrize("data", [b"", b"title\n", b"SQLite format 3", b"\0" * 5000])
def test_a_file_that_is_no_database_is_no_collection(tmp_path: Path, data: bytes) -> None:
    assert "not a collection file" in refusal(written(tmp_path / "films.awards", data)).message


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = change(tmp_path / "films.awards", "CREATE TABLE results (position)")
    assert "not a collection file" in refusal(path).message


def test_a_collection_of_an_earlier_or_later_layout_is_refused_with_what_to_do(bundled: StoredCollection) -> None:
    change(bundled.path, f"PRAGMA user_version = {USER_VERSION + 1}")
    assert "update awardcli" in refusal(bundled.path).message
    change(bundled.path, f"PRAGMA user_version = {USER_VERSION - 1}")
    assert f"awardcli import LIST... -o {bundled.path} --force" in refusal(bundled.path).message


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE editions"],
        ["DROP TABLE results", "CREATE VIEW results AS SELECT 1 AS position"],
        ["DROP TABLE results", "CREATE VIRTUAL TABLE results USING fts5(title)"],
        ["DROP TABLE results", "CREATE TABLE results (position)"],
        ["UPDATE results SET title = x'00ff' WHERE position = 5"],
        ["UPDATE results SET edition = 99 WHERE position = 5"],
        ["UPDATE results SET category = 99 WHERE position = 5"],
        ["UPDATE results SET certainty = 'sure' WHERE position = 5"],
        ["UPDATE results SET printed = '[1' WHERE position = 5"],
        ['UPDATE results SET printed = \'{"title": ["x"]}\' WHERE position = 5'],
        ["UPDATE results SET printed = '[]' WHERE position = 5"],
        ["UPDATE result_organizations SET organization = 9999 WHERE result = 5"],
        ["UPDATE organizations SET kind = 'x'"],
        ["UPDATE organizations SET name = x'41' WHERE organization = 1"],
        ["UPDATE categories SET honours = 'x'"],
        ["UPDATE editions SET year = 'x'"],
        ["UPDATE results SET title = CAST(x'ff' AS TEXT) WHERE position = 5"],
    ],
    ids=lambda statements: statements[-1],
)
def test_a_damaged_collection_is_refused(awardcli: Run, bundled: StoredCollection, statements: list[str]) -> None:
    change(bundled.path, *statements)
    refusal(bundled.path)
    ran = awardcli("export", "-", "--data", bundled.path)
    assert ran.code == 3
    assert "films.awards" in ran.err
    if statements[-1].endswith(" = 5") and "CAST" not in statements[-1]:  # of what is no text SQLite says no place
        assert "result 5 is malformed" in ran.err


@pytest.mark.parametrize(
    ("read", "place"),
    [
        (list, "result 1"),
        (lambda films: films.organizations, "the table organizations"),
        (lambda films: films.where("certainty", "printed").counts("kind"), "the table results"),
        (lambda films: films.where("certainty", "printed").names("kind"), "the table results"),
    ],
)
def test_a_kind_that_there_is_not_is_refused_by_whatever_reads_it(
    bundled: StoredCollection, read: Callable[[StoredCollection], object], place: str
) -> None:
    read(StoredCollection(bundled.path))
    change(bundled.path, "UPDATE organizations SET kind = 'fairy'")
    with pytest.raises(InvalidDataError, match=f"damaged.*{place} is malformed"):
        read(StoredCollection(bundled.path))


@pytest.mark.parametrize("column", ["organization", "district", "award", "category"])
def test_a_name_that_is_no_text_is_refused_by_whatever_reads_it(bundled: StoredCollection, column: str) -> None:
    change(
        bundled.path,
        "UPDATE organizations SET name = CAST(name AS BLOB), district = CAST(district AS BLOB)",
        "UPDATE results SET award = CAST(award AS BLOB)",
        "UPDATE categories SET name = CAST(name AS BLOB)",
    )
    for read in (StoredCollection.counts, StoredCollection.names):
        with pytest.raises(InvalidDataError, match="damaged"):
            read(StoredCollection(bundled.path), column)


def test_checking_looks_at_what_no_reading_needs(bundled: StoredCollection) -> None:
    data = bytearray(bundled.path.read_bytes())
    data[36:40] = (5).to_bytes(4)  # pages said to be free, of which there are none
    bundled.path.write_bytes(data)
    assert len(list(StoredCollection(bundled.path))) == 77
    assert "damaged" in refusal(bundled.path).message


def test_checking_looks_at_the_index_too(bundled: StoredCollection) -> None:
    change(bundled.path, "DROP TABLE common_grams")
    assert len(list(StoredCollection(bundled.path))) == 77
    assert "damaged" in refusal(bundled.path).message


def test_an_unused_collection_is_closed(bundled: StoredCollection) -> None:
    gc.collect()
    before = os.dup(0)
    os.close(before)
    films = StoredCollection(bundled.path)
    assert len(films) == 77
    del films
    gc.collect()
    after = os.dup(0)
    os.close(after)
    assert after == before


def test_a_cut_or_flipped_file_is_refused_or_read_right(bundled: StoredCollection, tmp_path: Path) -> None:
    sound, dice = bundled.path.read_bytes(), random.Random(9)
    expected = whole(bundled)
    for turn in range(40):
        data = bytearray(sound)
        if turn % 2:
            del data[dice.randrange(100, len(data)) :]
        else:
            for _ in range(20):
                data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        path = written(tmp_path / "spoilt.awards", bytes(data))
        try:
            films = StoredCollection(path)
            films.check()
        except InvalidDataError:
            continue
        assert len(whole(films)) == len(expected)  # a flipped letter is nobody's to see


def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        StoredCollection(tmp_path / "films.awards")
    (tmp_path / "folder.awards").mkdir()
    with pytest.raises(UnreadableError, match="it is a folder"):
        StoredCollection(tmp_path / "folder.awards")


def test_a_name_that_looks_like_an_option_of_sqlite_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "50% ?mode=memory#x.awards"
    assert len(stored(path, collection([result()]))) == 1


def test_reading_trusts_and_writes_nothing(bundled: StoredCollection) -> None:
    connection = connect_readonly(bundled.path)
    wanted = {"trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0, "query_only": 1}
    for pragma, value in {**wanted, "application_id": APPLICATION_ID}.items():
        assert connection.execute(f"PRAGMA {pragma}").fetchone() in ((value,), None), pragma
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM results")
    connection.close()


def test_what_several_files_say_of_one_thing_comes_together(tmp_path: Path) -> None:
    path = tmp_path / "films.awards"
    path.touch()
    with Builder(path, path) as builder:
        builder.add(result("a", "某社"))
        builder.add(result("b", "某社", kind="police"))
        builder.finish()
    assert [(o.name, o.kind) for o in StoredCollection(path).organizations] == [("某社", "police")]


def test_editions_that_are_described_otherwise_are_two_and_organizations_one(tmp_path: Path) -> None:
    path = tmp_path / "films.awards"
    path.touch()
    descriptions = [NINTH._replace(theme=theme) for theme in (None, "美好生活", "上海", "美好生活", "上海")]
    kinds = (None, "police", "school", None, None)
    with Builder(path, path) as builder:
        for number, (edition, kind) in enumerate(zip(descriptions, kinds, strict=True)):
            builder.add(result(f"{number}", "某社", kind=kind, edition=edition))
        builder.finish()
    films = StoredCollection(path)
    assert [edition.theme for edition in films.editions] == ["美好生活", "上海"]
    assert [each.edition.theme for each in films] == ["美好生活", "美好生活", "上海", "美好生活", "上海"]
    assert [(o.name, o.kind) for o in films.organizations] == [("某社", "police")]


def test_categories_that_are_described_otherwise_are_two(tmp_path: Path) -> None:
    categories = [Category("微电影", name_en=name) for name in (None, "Micro-film", "Short film")]
    films = collection(result(f"{number}", category=category) for number, category in enumerate(categories))
    kept = stored(tmp_path / "films.awards", films)
    assert [category.name_en for category in kept.categories] == ["Micro-film", "Short film"]


def test_what_a_list_says_of_itself_is_kept_in_its_order(tmp_path: Path) -> None:
    results = [result("a", category="微电影"), result("b", category="微视频", edition=TENTH)]
    films = ListCollection(None, results, [TENTH, NINTH], [Category("动画片"), Category("微视频"), Category("微电影")])
    kept = stored(tmp_path / "films.awards", films)
    assert (list(kept.editions), list(kept.categories)) == (list(films.editions), list(films.categories))


def test_many_results_are_written_a_part_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection_builder, "_BATCH", 2)
    monkeypatch.setattr(gram_index, "_BATCH", 2)
    films = collection(result(f"吾梦{number}", f"某社、第{number}社") for number in range(5))
    path = written(tmp_path / "films.awards", b"")
    indexed: list[int] = []
    with Builder(path, path) as builder:
        for each in films:
            builder.add(each)
        builder.finish(indexed.append)
    assert indexed == [2, 4, 5]
    assert whole(StoredCollection(path)) == whole(films)
    StoredCollection(path).check()


def test_a_result_with_more_organizations_than_an_import_takes_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "films.awards"
    stored(path, collection([result("a", "某社")]))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany("INSERT INTO result_organizations VALUES (1, ?, 1)", [(at,) for at in range(1, 1000)])
    (most,) = StoredCollection(path)
    assert len(most.organizations) == 1000
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO result_organizations VALUES (1, 1000, 1)")
    with pytest.raises(InvalidDataError, match="result 1 is malformed"):
        list(StoredCollection(path))


def test_an_id_that_another_result_has_is_found_by_validate(tmp_path: Path) -> None:
    path = tmp_path / "films.awards"
    stored(path, collection([result("first"), result("other")]))
    data = path.read_bytes()
    row, index = data.find(b"first"), data.rfind(b"first")
    assert row != index
    for place in (row, index):
        path.write_bytes(data[:place] + b"other" + data[place + 5 :])
        with pytest.raises(InvalidDataError, match="damaged"):
            StoredCollection(path).check()


_STRUCK = """
import os, signal, sys
from awardcli.cli import app
from awardcli.collection import sqlite_file
sqlite_file._STEPS_A_LOOK = 1
sqlite_file._Bounded.given_up = lambda self: os.kill(os.getpid(), signal.{name})
sys.argv = ["awardcli", "about", "--data", sys.argv[1]]
app.main()
"""


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_during_a_long_query_is_not_taken_for_damage(bundled: StoredCollection, name: str, code: int) -> None:
    command = [sys.executable, "-c", _STRUCK.format(name=name), str(bundled.path)]
    ran = subprocess.run(command, env=environment(), preexec_fn=hear_every_signal, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (code, b"")


def test_a_word_names_a_district_of_the_list_s_own_column_as_in_the_list(tmp_path: Path) -> None:
    films = open_collection(
        written(tmp_path / "a.csv", "片名,所在区,类别\n春,宝山区,短片\n夏,静安区,短片\n秋,宝山区,长片\n")
    )
    for each in (films, stored_in(films, tmp_path)):
        for query, titles in (("宝山区 短片", ["春"]), ("宝山区得了什么奖", ["春", "秋"])):
            assert [hit.result.title for hit in find(each, query).hits] == titles, (query, each)
