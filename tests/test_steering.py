"""Whatever data, names or arguments hold, no character of it steers a terminal, and a file gets every one."""

import csv
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from io import StringIO
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.commands import VERBS
from awardcli.output.progress import ProgressBar
from awardcli.output.sanitize import INVISIBLE, UNSAFE, safe_json, safe_text
from conftest import Run
from hostile.workbooks import BOOK, SOUND, cell, packed, parts, sheet
from support import WHOLE, Ran, on_terminal, written

STEERING = "".join(sorted(UNSAFE))
MARKUP = "[red]b[/red][/][link=https://example.org]c[/link]:smile:"
HOSTILE = f"梦{STEERING}{''.join(sorted(INVISIBLE))}{MARKUP}"
TYPED = HOSTILE.replace("\x00", "")  # no system passes it on
NAME = TYPED.replace("/", "")[:60]  # no system takes a name of more than 255 bytes
FIELDS = ("id", "title", "organization", "category", "award", "note")
FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md")


def steering(shown: str) -> set[str]:
    """What of a text on a terminal would steer it or hide, line ends apart."""
    return set((UNSAFE | INVISIBLE) & (set(re.sub("\r+\n", "\n", shown)) - {"\n"}))


def escapes(character: str) -> set[str]:
    """How a character may be made visible; JSON has short escapes for some."""
    return {safe_text(character), safe_json(character), json.dumps(character)[1:-1]}


def assert_shown(ran: Ran, *, whole: bool = True, left_out: str = "") -> None:
    """Nothing steers, nothing is lost but what is left out on purpose, and markup is letters."""
    assert "should not have happened" not in ran.err
    assert not steering(ran.out.replace("\t", ""))
    assert not steering(ran.err)
    if whole:
        plain = re.sub("\n *", "", ran.out).replace("\\[", "[").replace("\\]", "]").replace("\\\\", "\\")
        assert MARKUP in plain
        for character in (UNSAFE | INVISIBLE) - set(left_out):
            assert any(escape in plain for escape in escapes(character)), ascii(character)


def own_list(folder: Path, text: str) -> Path:
    """A list with that text in every field of a record."""
    record = dict.fromkeys(FIELDS, text) | {"certainty": "uncertain"}
    return written(folder / "list.json", json.dumps([record, {"title": "梦"}]))


def own_document(folder: Path, text: str) -> Path:
    """A list in our own form with that text wherever it takes any."""
    document = json.loads((Path(__file__).parents[1] / "data" / "results.json").read_text(encoding="utf-8"))
    document["editions"][0] |= dict.fromkeys(("name", "name_en", "theme", "source"), text)
    document["categories"][0] |= {"name": text, "name_en": text}
    category = document["categories"][0]["id"]
    document["organizations"].append({"name": text, "pinyin": "", "district": text, "kind": None})
    results = [result for result in document["results"] if result["category"] == category]
    results[0] |= {"title": text, "award": text, "organizations": [text], "note": text, "note_zh": text}
    results[0]["certainty"] = "uncertain"
    return written(folder / "own.json", json.dumps(document))


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A list with hostile text in every field, under a hostile name."""
    folder = tmp_path / NAME
    folder.mkdir()
    return own_list(folder, HOSTILE)


# Shown on a terminal


SHOWING = [
    *(["search", "梦", "-f", format_] for format_ in FORMATS),
    *(["export", "-", "-f", format_, "--header", header] for format_ in FORMATS for header in ("en", "zh")),
    *(["export", "-", "-f", format_, "--header", "none"] for format_ in FORMATS if not format_.startswith("json")),
    *(["list-by-category", "-f", format_] for format_ in FORMATS),
    *(["list-by-organization", "-f", format_] for format_ in FORMATS),
    ["list-by-category", HOSTILE],
    ["list-by-organization", "梦"],
    ["show", HOSTILE],
    ["show", HOSTILE, "-f", "md"],
    ["about"],
    ["search", "梦", "--explain"],
    ["search", "梦", "--sort", "title", "--excel-safe", "-f", "csv"],
]


def test_nothing_in_the_data_steers_a_terminal_and_all_of_it_is_shown(
    awardcli: Run, as_terminal: Callable[..., None], hostile: Path
) -> None:
    for number, arguments in enumerate(SHOWING):
        as_terminal(20_000)
        for language in ("en", "zh") if WHOLE else ("en", "zh")[number % 2 :][:1]:
            ran = awardcli(*arguments, "--data", hostile, "--color", "never", "--lang", language)
            assert ran.code == 0
            assert_shown(ran)


@pytest.mark.parametrize("columns", [1, 20, 80])
def test_nor_where_it_is_folded(awardcli: Run, as_terminal: Callable[..., None], hostile: Path, columns: int) -> None:
    as_terminal(columns)
    for arguments in (["search", "梦"], ["show", HOSTILE], ["about"]):
        assert_shown(awardcli(*arguments, "--data", hostile, "--color", "never"), whole=False)


@pytest.mark.parametrize("command", ["about", "list-by-category", "list-by-organization", "search 梦", "export - -n 1"])
def test_nothing_in_our_own_form_steers_a_terminal(
    awardcli: Run, as_terminal: Callable[..., None], tmp_path: Path, command: str
) -> None:
    as_terminal(20_000)
    for path in (own_document(tmp_path, HOSTILE), tmp_path / "own.awards"):
        if path.suffix == ".awards":
            assert awardcli("import", tmp_path / "own.json", "-o", path).code == 0
        assert_shown(awardcli(*command.split(), "--data", path, "--color", "never"))


def test_a_colour_is_the_only_sequence_of_a_coloured_table(
    awardcli: Run, as_terminal: Callable[..., None], hostile: Path
) -> None:
    as_terminal(20_000)
    ran = awardcli("search", "梦", "--data", hostile, "--color", "always")
    for ours in ("\x1b[1m", "\x1b[1;31m", "\x1b[0m"):
        ran = ran._replace(raw=ran.raw.replace(ours.encode(), b""))
    assert_shown(ran)


def test_each_such_character_is_shown_in_each_field(
    awardcli: Run, as_terminal: Callable[..., None], tmp_path: Path
) -> None:
    as_terminal(1000)
    records = [dict.fromkeys(FIELDS, f"梦{c}梦") | {"certainty": "uncertain"} for c in sorted(UNSAFE)]
    path = written(tmp_path / "list.json", json.dumps(records))
    for format_ in FORMATS:
        columns = ("-c", ",".join(FIELDS), "-n", "1000", "--color", "never")
        text = awardcli("export", "-", "-f", format_, *columns, "--data", path).out
        assert not steering(text.replace("\t", ""))
        text = text.replace("\\\\", "\\") if format_ == "md" else text
        for character in UNSAFE - ({"\n"} if format_ == "table" else set()):  # a table breaks the line there
            shown = ["<br>"] if (format_, character) == ("md", "\n") else escapes(character)
            assert len(FIELDS) in [text.count(f"梦{escape}梦") for escape in shown]


# Said beside the data


SAYING = [
    ["search", TYPED],
    ["search", "\x1b"],
    ["search", "zz" + TYPED, "--explain"],
    ["list-by-category", TYPED],
    ["list-by-organization", TYPED],
    ["show", TYPED],
    ["export", "-", "--award", TYPED],
    *(["search", "x", option, TYPED] for option in ("--category", "--organization", "--district", "--kind")),
    *(["search", "x", option, TYPED] for option in ("--edition", "--min-score", "-f", "--in", "-c", "--sort")),
    *(["search", "x", option, TYPED] for option in ("--header", "-n", "--lang", "--color", "--data")),
    ["search", "x", "--" + TYPED],
    ["search", "x", f"--{TYPED}=x"],
    ["search", "x", "--exact=" + TYPED],
    ["show", "x", TYPED],
    [TYPED],
    ["-" + TYPED],
    ["--data=" + TYPED],
    [f"--{TYPED}", "search"],
    ["validate", f"/nowhere/{TYPED}.csv"],
    ["validate", TYPED],
    ["export", f"/nowhere/{TYPED}.csv"],
    ["export", TYPED],
    ["import", f"/nowhere/{TYPED}.csv", "-o", "x.awards"],
    ["import", "x.csv", "-o", TYPED],
    ["import", "x.csv", "-o", "x.awards", "--column", TYPED],
    ["import", "x.csv", "-o", "x.awards", "--encoding", TYPED],
    ["match", f"/nowhere/{TYPED}.csv"],
    ["match", TYPED],
    ["match", "x", "--field", TYPED],
    ["match", "x", "--jobs", TYPED],
]


def test_nothing_that_was_typed_steers_a_terminal(awardcli: Run, as_terminal: Callable[..., None]) -> None:
    for number, arguments in enumerate(SAYING):
        as_terminal(80)
        for language in ("en", "zh") if WHOLE else ("en", "zh")[number % 2 :][:1]:
            ran = awardcli(*arguments, "--lang", language)
            assert ran.code in (1, 2, 3)
            assert ran.err
            assert_shown(ran, whole=False)


@pytest.mark.parametrize("variable", ["AWARDCLI_DATA", "AWARDCLI_LANG", "LC_ALL", "COLUMNS", "TERM", "NO_COLOR"])
def test_nothing_in_the_environment_steers_a_terminal(
    awardcli: Run, as_terminal: Callable[..., None], monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    as_terminal(80)
    monkeypatch.setenv(variable, TYPED)
    for verb in VERBS:
        assert_shown(awardcli(verb, "no such thing"), whole=False)
    assert_shown(awardcli("search", "--help"), whole=False)


def test_the_name_of_a_file_that_is_written_cannot_steer_a_terminal(awardcli: Run, tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}[red]b.csv"
    ran = awardcli("export", path)
    assert ran.code == 0
    assert path.is_file()
    assert not steering(ran.err)
    assert "[red]b.csv" in ran.err


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Files with hostile text where a command may quote it, by suffix; some of them can be read."""
    flat = HOSTILE.replace("\u2028", "").replace("\r", "").replace("\n", "")
    yield ".csv", f"{flat}\nx\n".encode()
    yield ".csv", f'title\n"{flat}\n'.encode()
    yield ".tsv", f"{flat}\nx\n".replace("\t", "").encode()
    yield ".json", json.dumps({"editions": [], HOSTILE: 1, "results": [], "categories": [{"id": HOSTILE}]}).encode()
    yield ".json", json.dumps([{HOSTILE: "x"}]).encode()
    yield ".json", f'{{"{json.dumps(HOSTILE)[1:-1]}": 1, "{json.dumps(HOSTILE)[1:-1]}": 2}}'.encode()
    yield ".json", HOSTILE.encode()
    yield ".awards", HOSTILE.encode()
    yield ".xlsx", HOSTILE.encode()


@pytest.mark.parametrize(("suffix", "data"), list(hostile_files()), ids=lambda value: ascii(value)[:20])
def test_no_problem_in_a_file_steers_a_terminal(
    awardcli: Run, as_terminal: Callable[..., None], tmp_path: Path, suffix: str, data: bytes
) -> None:
    as_terminal(80)
    folder = tmp_path / NAME
    folder.mkdir()
    path = written(folder / f"list{suffix}", data)
    to = folder / "new.awards"
    for arguments in (["validate", path], ["search", "x", "--data", path], ["import", path, "-o", to]):
        ran = awardcli(*arguments, "--color", "never")
        assert ran.code in (0, 1, 2, 3)
        assert ran.out or ran.err
        assert_shown(ran, whole=False)


def test_what_a_collection_says_of_itself_cannot_steer_a_terminal(awardcli: Run, tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "own.awards"
    assert awardcli("import", own_list(tmp_path, HOSTILE), "-o", path).code == 0
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE results SET id = ? || id, certainty = ?", (HOSTILE, HOSTILE))
    connection.close()
    for arguments in (["validate", path], ["search", "梦", "--data", path], ["about", "--data", path]):
        ran = awardcli(*arguments)
        assert ran.code == 3
        assert_shown(ran, whole=False)


def test_columns_of_a_file_that_is_matched_cannot_steer_a_terminal(
    awardcli: Run, as_terminal: Callable[..., None], tmp_path: Path
) -> None:
    as_terminal(80)
    path = written(tmp_path / "films.csv", f'title,"{HOSTILE}"\n爱上海的理由,"{HOSTILE}"\n'.encode())
    for format_ in ("csv", "tsv", "jsonl"):
        ran = awardcli("match", path, "-f", format_)
        assert ran.code == 0
        assert_shown(ran)
    assert not steering(awardcli("match", path, "--column", "x").err)


HEADING = re.sub("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", "", TYPED)
"""A heading is one line; a list may give it any other character."""


def lists_with_a_hostile_heading(folder: Path) -> Iterator[Path]:
    """Lists of every format that have a column with a hostile heading and hostile cells."""
    records = [{"片名": "梦", HEADING: HEADING}, {"片名": "追梦人", HEADING: "x"}, {"片名": "梦"}]
    for suffix, separator in ((".csv", ","), (".csv", ";"), (".tsv", "\t")):
        rows = [["片名", HEADING], *([record["片名"], record.get(HEADING, "")] for record in records)]
        quoted = (separator.join(f'"{cell}"' for cell in row) for row in rows)
        yield written(folder / f"{ord(separator)}{suffix}", "\n".join(quoted))
    yield written(folder / "array.json", json.dumps(records))
    yield written(folder / "lines.json", "\n".join(map(json.dumps, records)))
    yield written(folder / "nested.json", json.dumps({"x": {HEADING: records}, "片名": HEADING}))
    yield written(folder / "inside.json", json.dumps([{"片名": "梦", "x": {HEADING: HEADING, "y": [HEADING]}}]))
    in_xml = escape(HEADING.translate(dict.fromkeys(range(32))))
    lines = (f'<row r="{n}">{cell(f"A{n}", name)}{cell(f"B{n}", in_xml)}</row>' for n, name in ((1, "片名"), (2, "梦")))
    named = {BOOK: str(SOUND[BOOK]).replace('name="list"', f'name="{in_xml}"')}
    yield written(folder / "book.xlsx", packed(parts(sheet("".join(lines))) | named))
    yield written(folder / f"{NAME}.csv", f"片名,{NAME}\n梦,{NAME}\n")


def asked_of_a_heading(path: Path, heading: str) -> Iterator[Sequence[object]]:
    """Command lines that name a heading of a list, or show it, in every format."""
    of_list = ["--data", path]
    yield from (["list", *of_list, "-f", format_] for format_ in (*FORMATS, "html"))
    yield from (
        ["list", *of_list, "-f", format_, "--header", "own"] for format_ in ("table", "csv", "tsv", "md", "html")
    )
    yield from (["list", *of_list, option, heading] for option in ("-c", "--sort", "--fill-down"))
    yield from (["list", *of_list, "--where", f"{heading}={value}"] for value in ("x", heading, ""))
    yield from (["stats", *of_list, "--by", heading, "-f", format_] for format_ in ("table", "csv", "svg", "html"))
    yield from (["validate", path, *more] for more in ([], ["-f", "json"], ["--column", f"year={heading}"]))
    yield from (["validate", path, "--column", f"{role}={heading}"] for role in ("title", "kind", "certainty"))
    yield from (["validate", path, option, heading] for option in ("--sheet", "--records"))
    yield from (["show", "梦", *of_list, "-f", format_] for format_ in FORMATS)
    yield from (["match", path, "-f", format_] for format_ in ("table", "csv", "jsonl", "html"))
    yield ["about", *of_list]
    yield ["search", "梦", "--explain", *of_list]
    to = path.with_suffix(".awards")
    yield ["import", path, "-o", to, "--force", "--set", f"{heading}={heading}", "--set", f"new{heading}={heading}"]
    yield ["import", path, "-o", to, "--append", "--set", f"year={heading}"]


def test_no_heading_of_a_list_steers_a_terminal_wherever_it_is_shown_or_typed(
    awardcli: Run, as_terminal: Callable[..., None], tmp_path: Path
) -> None:
    dice = random.Random(9)
    for path in lists_with_a_hostile_heading(tmp_path):
        kept = path.with_suffix(".awards")
        assert awardcli("import", path, "-o", kept).code == 0
        of_file, of_collection = (list(asked_of_a_heading(each, HEADING)) for each in (path, kept))
        asked = [*of_file, *(each for each in of_collection if each[0] not in ("import", "match"))]
        for arguments in asked if WHOLE else dice.sample(asked, 6):
            as_terminal(200)
            ran = awardcli(*arguments, "--color", "never", "--no-pager")
            assert ran.code in (0, 1, 2, 3), ascii(arguments)
            assert_shown(ran, whole=False)


def test_a_row_left_out_of_an_import_cannot_steer_a_terminal(awardcli: Run, tmp_path: Path) -> None:
    row = json.dumps({"title": "x", HOSTILE: "y"})
    path = written(tmp_path / "list.jsonl", f"{row}\n{row}\n")
    ran = awardcli("import", path, "-o", tmp_path / "new.awards")
    assert ran.code == 0
    assert "list.jsonl" in ran.err
    assert_shown(ran, whole=False)
    # A line break in a heading is a space for people.
    assert_shown(awardcli("show", "list-1", "--data", tmp_path / "new.awards"), left_out="\n")


def test_remarks_on_a_list_cannot_steer_a_terminal(awardcli: Run, tmp_path: Path) -> None:
    records = [{"id": HOSTILE, "film": HOSTILE, "title": f"x{n}", HOSTILE: [{"y": HOSTILE}]} for n in range(6)]
    path = written(tmp_path / "list.json", json.dumps(records))
    new = tmp_path / "new.awards"
    for arguments in (["validate", path], ["search", "x", "--data", path], ["import", path, "-o", new]):
        ran = awardcli(*arguments)
        assert ran.code == 0
        assert "梦\\x00" in ran.out + ran.err
        assert_shown(ran._replace(raw=ran.raw if "validate" in arguments else b""), whole=False)


def test_who_looks_for_a_bug_is_not_steered_either(awardcli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError(HOSTILE)

    monkeypatch.setattr("awardcli.commands.options.opened", fail)
    monkeypatch.setenv("AWARDCLI_DEBUG", "1")
    ran = awardcli("about")
    assert "Traceback" in ran.err
    assert not steering(ran.err)


def test_a_task_that_a_bar_shows_cannot_steer_a_terminal(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with ProgressBar() as bar:
        bar.show(messages.READING(path=HOSTILE), 0.5)
    drawn = capfdbinary.readouterr().err.decode()
    assert drawn.startswith("\r[")
    assert drawn.endswith("\x1b[K\r\x1b[K")
    assert not steering(drawn.replace("\x1b[K", "").replace("\r", ""))


@pytest.mark.parametrize("length", [1000, 131_071])
def test_a_remark_does_not_quote_all_of_a_long_question(awardcli: Run, length: int) -> None:
    ran = awardcli("search", "梦q" * (length // 2))
    assert ran.code == 1
    assert len(ran.err.encode()) < 16 * 1024
    assert "…" in ran.err


# On a real terminal


REAL = [
    ["search", "梦", "--explain"],
    *(["export", "-", "-f", format_] for format_ in FORMATS),
    ["show", TYPED],
    ["about"],
    ["list-by-category", "梦", "--lang", "zh"],
    ["search", TYPED],
    ["export", "/dev/stdout", "-f", "csv"],
    ["export", "/dev/tty", "-f", "tsv"],
]


@pytest.mark.parametrize("arguments", REAL, ids=lambda arguments: ascii(" ".join(arguments))[:40])
def test_a_real_terminal_gets_nothing_that_steers_it(hostile: Path, arguments: list[str]) -> None:
    got = on_terminal(*arguments, "--data", str(hostile), columns=200, env={"NO_COLOR": "1"})[1].decode()
    assert got
    assert not steering(got.replace("\t", ""))


def test_a_file_of_refused_rows_cannot_steer_the_terminal_it_is_shown_on(tmp_path: Path) -> None:
    path = written(tmp_path / "list.jsonl", json.dumps({"edition": HOSTILE, "title": "x"}, ensure_ascii=False))
    new = str(tmp_path / "new.awards")
    words = ("import", str(path), "-o", new, "--rejects", "/dev/stdout")
    got = on_terminal(*words, columns=200, env={"NO_COLOR": "1"})[1].decode()
    assert "place,problem,row" in got
    assert not steering(got.replace("\x1b[K", "").replace("\r", "").replace("\ufeff", ""))


# In a pipe and in a file


def read_json_lines(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.split("\n") if line]


def read_csv(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter))


READ: dict[str, Callable[[str], Iterable[dict[str, str]]]] = {
    "csv": read_csv,
    "tsv": lambda text: read_csv(text, "\t"),
    "json": json.loads,
    "jsonl": read_json_lines,
}


def test_in_a_pipe_or_file_every_character_is_exact(awardcli: Run, tmp_path: Path) -> None:
    for format_ in READ:
        for to_file in [False, True]:
            path = own_list(tmp_path, HOSTILE)
            out = tmp_path / f"out.{format_}"
            ran = awardcli("export", *([out] if to_file else ["-", "-f", format_]), "--data", path)
            assert ran.code == 0
            text = out.read_bytes().decode("utf-8-sig") if to_file else ran.out
            record = next(iter(READ[format_](text)))
            assert {field: record[field] for field in FIELDS} == dict.fromkeys(FIELDS, HOSTILE)


def test_each_such_character_is_exact_in_a_pipe(awardcli: Run, tmp_path: Path) -> None:
    titles = [f"梦{character}梦" for character in sorted(UNSAFE)]
    records = [dict.fromkeys(FIELDS, title) | {"certainty": "uncertain"} for title in titles]
    path = written(tmp_path / "list.json", json.dumps(records))
    for format_, read in READ.items():
        text = awardcli("search", "梦", "-f", format_, "--data", path).out
        assert sorted(record["title"] for record in read(text)) == titles, format_
