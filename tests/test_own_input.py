"""Nothing that awardcli reads is overwritten by what it writes, by whichever of its names, nor added to."""

from pathlib import Path

import pytest

from awardcli import messages
from conftest import Run
from support import in_copy, shell, written

LIST = "title,organization,category\n爱上海的理由,文汇报社,微电影\n吾梦,某社,微电影\n"
WRITING = [
    "export {name} --data {read} --force",
    "export {name} --data {read}",
    "search 爱上海 --data {read} -o {name} --force",
    "show list-1 --data {read} -o {name} --force",
    "list-by-category --data {read} -o {name} --force",
    "list-by-organization --data {read} -o {name} --force",
]
NAMES = ["{stem}{suffix}", "link{suffix}", "hard{suffix}", "folder/../{stem}{suffix}", "linked/{stem}{suffix}"]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return written(tmp_path / "list.csv", LIST)


def named(path: Path, alias: str) -> Path:
    """Another name of that file."""
    folder, suffix = path.parent, path.suffix
    (folder / f"link{suffix}").symlink_to(path)
    (folder / f"hard{suffix}").hardlink_to(path)
    (folder / "folder").mkdir()
    (folder / "linked").symlink_to(folder)
    return folder / alias.format(stem=path.stem, suffix=suffix)


@pytest.mark.parametrize("alias", NAMES)
@pytest.mark.parametrize("command", WRITING)
def test_the_list_being_read_is_not_overwritten(awardcli: Run, own: Path, command: str, alias: str) -> None:
    name = named(own, alias)
    ran = awardcli(*(part.format(name=name, read=own) for part in command.split()))
    assert (ran.code, ran.err) == (3, f"awardcli: {messages.OWN_INPUT(path=name)}\n")
    assert own.read_text(encoding="utf-8") == LIST


@pytest.mark.parametrize("alias", NAMES)
@pytest.mark.parametrize("command", ["import {read} -o {name} --force", "import {read} -o {name} --append"])
def test_a_collection_is_not_imported_into_itself(awardcli: Run, own: Path, command: str, alias: str) -> None:
    films = own.with_suffix(".awards")
    assert awardcli("import", own, "-o", films).code == 0
    before = films.read_bytes()
    name = named(films, alias)
    ran = awardcli(*(part.format(name=name, read=films) for part in command.split()))
    assert (ran.code, ran.err) == (3, f"awardcli: {messages.OWN_INPUT(path=name)}\n")
    assert films.read_bytes() == before


def test_refused_rows_do_not_go_where_the_collection_goes(awardcli: Run, own: Path) -> None:
    films, alias = own.with_suffix(".awards"), own.parent / "link.csv"
    alias.symlink_to(films)
    assert awardcli("import", own, "-o", films, "--rejects", alias).code == 3
    assert not films.exists()


@pytest.mark.parametrize("alias", ["hard{suffix}", "link{suffix}"])
@pytest.mark.parametrize("read", ["{read}", "/dev/stdin", "-"])
@pytest.mark.parametrize("column", [[], ["--data", "{own}"]])
def test_match_does_not_overwrite_what_it_reads(
    awardcli: Run, own: Path, alias: str, read: str, column: list[str]
) -> None:
    lines = written(own.parent / "lines.csv", LIST)
    name = named(own if column else lines, alias)
    arguments = [
        "match",
        read.format(read=lines),
        "-o",
        str(name),
        "--force",
        *(each.format(own=own) for each in column),
    ]
    if read == "{read}":
        ran = awardcli(*arguments)
    else:
        with lines.open("rb") as stdin:
            ran = in_copy(*arguments, stdin=stdin)
    assert (ran.code, ran.err) == (3, f"awardcli: {messages.OWN_INPUT(path=name)}\n")
    assert lines.read_text(encoding="utf-8") == own.read_text(encoding="utf-8") == LIST


@pytest.mark.parametrize(
    "command",
    [
        "match list.csv -f csv >> list.csv",
        "match - < list.csv >> list.csv",
        "export - --data list.csv >> list.csv",
        "search 爱上海 --data list.csv >> link.csv",
        "search 爱上海 --data list.csv -f table 1<> list.csv",
    ],
)
def test_no_file_being_read_is_appended_to(own: Path, command: str) -> None:
    (own.parent / "link.csv").symlink_to(own)
    ran = shell(f"awardcli {command}", cwd=own.parent)
    assert (ran.code, ran.err) == (3, f"awardcli: {messages.OWN_INPUT(path=messages.STDOUT())}\n")
    assert own.read_text(encoding="utf-8") == LIST


def test_a_terminal_or_device_may_be_both(own: Path) -> None:
    assert shell("awardcli match - < /dev/null > /dev/null", cwd=own.parent).code in (0, 1)
