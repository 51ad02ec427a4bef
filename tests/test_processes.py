"""awardcli as a process among others: signals, pipes, full and closed streams, locales."""

import csv
import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any, cast

import pytest

from awardcli import messages
from awardcli.cli import app
from awardcli.collection import bundled_path
from awardcli.processes import in_processes
from support import (
    Ran,
    be_nobody_special,
    environment,
    hear_every_signal,
    in_copy,
    needs_a_full_disk,
    process,
    shell,
    written,
)

SMALL_WORLD: dict[str, str | None] = {"HOME": "/nowhere", "TMPDIR": "/nowhere", "XDG_CACHE_HOME": "/nowhere"}
NO_UTF8: dict[str, str | None] = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list too long for a pipe to hold."""
    rows = "".join(f"梦{number},某社\n" for number in range(5_000))
    return written(tmp_path_factory.mktemp("lists") / "long.csv", f"title,organization\n{rows}")


def test_the_command_and_the_module_are_the_same() -> None:
    script = Path(sys.executable).with_name("awardcli")
    ran = subprocess.run([script, "-V"], env=environment(), check=False, capture_output=True)
    assert ran.stdout == process("-V").raw


# Signals

# Says when the new file is written but not yet in its place, and waits there.
WAITING = """
import os, sys, time
os.fsync = lambda descriptor: (print("written", flush=True), time.sleep({seconds}))
from awardcli.__main__ import main
main()
"""


@contextmanager
def exporting(path: Path, *options: str, seconds: float = 60, **ways: Any) -> Iterator[subprocess.Popen[bytes]]:
    """awardcli in the middle of an export; it hears every signal, also where the tests themselves ignore them."""
    ways.setdefault("preexec_fn", hear_every_signal)
    with subprocess.Popen(
        [sys.executable, "-c", WAITING.format(seconds=seconds), "export", str(path), *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        **ways,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"written\n"
        yield running


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_a_signal_ends_an_export_without_a_trace(tmp_path: Path, number: signal.Signals, code: int) -> None:
    with exporting(tmp_path / "awards.csv") as running:
        assert len(names_in(tmp_path)) == 1
        running.send_signal(number)
        _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (code, b"")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_a_signal_leaves_the_old_file_as_it_was(tmp_path: Path, number: signal.Signals, code: int) -> None:
    old = written(tmp_path / "awards.csv", "old")
    with exporting(old, "--force") as running:
        running.send_signal(number)
        running.communicate(timeout=30)
    assert running.returncode == code
    assert old.read_text(encoding="utf-8") == "old"
    assert names_in(tmp_path) == ["awards.csv"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_a_signal_that_was_to_be_ignored_is_ignored(tmp_path: Path, number: signal.Signals) -> None:
    def ignore() -> None:
        signal.signal(number, signal.SIG_IGN)

    with exporting(tmp_path / "awards.csv", seconds=0.2, preexec_fn=ignore) as running:
        running.send_signal(number)
        running.communicate(timeout=30)
    assert running.returncode == 0
    assert names_in(tmp_path) == ["awards.csv"]


def test_a_signal_during_the_start_ends_it_at_once() -> None:
    asking = "import awardcli.__main__, signal; print(signal.getsignal(signal.SIGINT).name)"
    ran = subprocess.run(
        [sys.executable, "-c", asking],
        env=environment(),
        check=True,
        capture_output=True,
        preexec_fn=hear_every_signal,
    )
    assert ran.stdout == b"SIG_DFL\n"


# Pipes


@pytest.mark.parametrize("command", ["export -", "search 梦", "search 梦 -f json"])
def test_a_reader_that_has_seen_enough_ends_it_quietly(long_list: Path, command: str) -> None:
    ran = shell(f"awardcli {command} --data '{long_list}' | head -n 1")
    assert (ran.code, len(ran.lines), ran.err) == (141, 1, "")


def test_a_reader_that_was_never_there_ends_it_quietly(long_list: Path) -> None:
    assert shell(f"awardcli export - --data '{long_list}' | true") == Ran(141, b"", "")


def test_help_to_a_reader_that_is_gone_is_quiet() -> None:
    ran = shell("awardcli --help | true")
    assert ran.code in (0, 141)
    assert ran.err == ""


def test_a_pipe_of_remarks_may_close() -> None:
    assert shell("awardcli search 上海 --count 2> >(true); sleep 0.1").code == 0


# Work shared among processes


def test_where_the_system_refuses_processes_or_threads_or_ends_them_this_one_does_the_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    def no_thread(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    lists = [list(range(number)) for number in range(20)]
    for name, replacement in (
        ("subprocess.Popen", refused),
        ("threading.Thread.start", no_thread),
        ("awardcli.processes.sys.executable", "/bin/false"),
        ("awardcli.processes.sys.executable", "/nowhere"),
        ("awardcli.processes.sys.path", [*sys.path]),  # and where none is
    ):
        with monkeypatch.context() as changed:
            changed.setattr(name, replacement)
            assert list(in_processes(sum, lists, 2)) == list(map(sum, lists))


def test_what_fails_in_the_work_fails_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_processes(partial(divmod, 1), [1, 0], 2))


def test_work_that_takes_long_does_not_hold_up_the_end() -> None:
    begun = time.monotonic()
    shared = in_processes(time.sleep, [0, 600, 600, 600], 2)
    next(shared)
    shared.close()
    assert time.monotonic() - begun < 60


# Full, closed and missing streams


COMMANDS = ["search 上海", "search 上海 -f table", "search 上海 --count", "about", "-V"]


@needs_a_full_disk
def test_a_full_disk_is_reported_and_ends_with_3() -> None:
    messages.settle("zh")
    full = messages.CANNOT_WRITE(path=messages.STDOUT(), reason=messages.reason(OSError(28, "")))
    reported = Ran(3, b"", messages.FAILED(message=full) + "\n")
    with Path("/dev/full").open("wb") as disk:
        for command in COMMANDS:
            assert in_copy(*command.split(), "--lang", "zh", stdout=disk) == reported, command
    for command in ("search 上海", "search 上海 --count"):
        assert shell(f"awardcli {command} --lang zh > /dev/full", env={"PYTHONUNBUFFERED": "1"}) == reported, command


@needs_a_full_disk
def test_a_full_device_named_as_output_is_reported_as_well() -> None:
    ran = shell("awardcli export /dev/full -f csv --force")
    assert ran.code == 3
    assert "/dev/full" in ran.err
    assert len(ran.err.splitlines()) == 1


def without_standard_output() -> None:
    """Be awardcli as Python starts it where standard output is closed."""
    sys.stdout, closed = None, sys.stdout
    try:
        app.main()
    finally:
        sys.stdout = closed


def test_a_closed_standard_output_is_reported_and_ends_with_3() -> None:
    reported = Ran(3, b"", messages.FAILED(message=messages.CLOSED_STDOUT()) + "\n")
    assert shell("awardcli search 上海 >&-") == reported
    for command in COMMANDS:
        assert in_copy(*command.split(), program=without_standard_output) == reported, command


def test_an_export_needs_no_standard_output(tmp_path: Path) -> None:
    ran = shell(f"awardcli export '{tmp_path}/awards.json' >&-")
    assert ran.code == 0
    assert len(json.loads((tmp_path / "awards.json").read_text(encoding="utf-8"))) == 77


@needs_a_full_disk
@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
def test_without_standard_error_the_answer_and_the_code_are_the_same(where: str) -> None:
    answered = shell(f"awardcli search 上海 {where}")
    assert (answered.code, len(answered.lines), answered.err) == (0, 5, "")
    assert shell(f"awardcli serch {where}") == Ran(2, b"", "")
    assert shell(f"awardcli search 上海 > /dev/full {where}").code == 3


def test_without_any_stream_the_code_is_all_there_is() -> None:
    assert shell("awardcli search 上海 <&- >&- 2>&-") == Ran(3, b"", "")
    assert shell("awardcli serch <&- >&- 2>&-") == Ran(2, b"", "")


def test_standard_input_is_not_needed() -> None:
    assert shell("awardcli search 爱上海 <&-").code == 0


# Locales and encodings


def require_whole(ran: Ran) -> None:
    assert (ran.code, ran.err) == (0, "")
    assert [document["title"] for document in json.loads(ran.out)] == ["爱上海的理由"]


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PATH": "", **SMALL_WORLD},
        {"LC_ALL": None, "LANG": "C"},
        {"LC_ALL": "C", **NO_UTF8},
        {"LC_ALL": "POSIX", **NO_UTF8, "PYTHONIOENCODING": "ascii"},
    ],
    ids=str,
)
def test_machine_formats_are_whole_wherever_they_are_written(env: dict[str, str | None]) -> None:
    require_whole(process("search", "爱上海", "-f", "json", env=env))


def test_machine_formats_are_whole_whatever_the_encoding_of_standard_output() -> None:
    def encoded(encoding: str) -> None:
        cast(TextIOWrapper, sys.stdout).reconfigure(encoding=encoding)
        app.main()

    for encoding in ("gbk", "cp1252"):
        require_whole(in_copy("search", "爱上海", "-f", "json", program=partial(encoded, encoding)))


def test_a_terminal_without_chinese_shows_question_marks_and_says_so_once() -> None:
    ran = process("search", "爱上海", "-f", "table", env={"PYTHONIOENCODING": "ascii"})
    assert ran.code == 0
    assert ran.lines[2].startswith("???")
    assert ran.err == messages.LOSSY(encoding="ascii") + "\n"


def test_a_chinese_terminal_shows_chinese() -> None:
    ran = process("search", "爱上海", "-f", "table", env={"PYTHONIOENCODING": "gbk"})
    assert "爱上海的理由" in ran.raw.decode("gbk")
    assert ran.err == ""


@pytest.mark.parametrize("arguments", [["--lang", "zh"], ["search", "-h"], ["about"]])
def test_help_is_shown_on_any_terminal(arguments: list[str]) -> None:
    ran = process(*arguments, env={"PYTHONIOENCODING": "ascii"})
    assert ran.code == 0
    assert ran.raw.isascii()
    assert ran.err.count("\n") == 1


def test_remarks_are_shown_on_any_terminal() -> None:
    ran = process("list-by-category", "微电视", env={"PYTHONIOENCODING": "ascii"})
    assert ran.code == 1
    assert ran.err.splitlines()[0] == "awardcli: no category ?????; did you mean ???, ????"


def test_the_same_bytes_whatever_the_hash_seed_the_time_zone_and_the_locale() -> None:
    runs = [
        process("list-by-organization", "融媒体", env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale})
        for seed, zone, locale in (("1", "Asia/Shanghai", "C.UTF-8"), ("2", "UTC", "C"))
    ]
    assert runs[0] == runs[1]


# Arguments and files that are no text


def test_an_argument_that_is_no_text_says_nothing_to_search_for() -> None:
    ran = process("search", b"\xff\xfe")
    assert ran.code == 2
    assert ran.err == messages.FAILED(message=messages.NOTHING_TO_SEARCH(query=r"\udcff\udcfe")) + "\n"


def test_a_name_that_is_no_text_is_not_found() -> None:
    ran = process("list-by-category", b"\xff\xfe")
    assert ran.code == 1
    assert r"\udcff\udcfe" in ran.err


def test_a_file_whose_name_is_no_text_is_read_and_written(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    own, copy = folder + b"/\xff.csv", folder + b"/\xfe.csv"
    written(Path(os.fsdecode(own)), "title\n吾梦\n")
    assert process("export", copy, "--data", own, "-c", "id,title").code == 0
    lines = Path(os.fsdecode(copy)).read_text(encoding="utf-8-sig").splitlines()
    assert [(row["id"], row["title"]) for row in csv.DictReader(lines)] == [("?-1", "吾梦")]


def test_a_chinese_path_is_read_in_a_locale_that_knows_none(tmp_path: Path) -> None:
    own = written(tmp_path / "名单.csv", "title\n吾梦\n")
    ran = process("search", "吾梦", "-c", "title", "--data", str(own), env={"LC_ALL": "C", **NO_UTF8})
    assert (ran.code, ran.lines) == (0, ["title", "吾梦"])


# Places


def test_a_search_needs_no_folder_to_stand_in(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    ran = shell(f"mkdir '{folder}'; cd '{folder}'; rmdir '{folder}'; awardcli search 爱上海 -c title")
    assert (ran.code, ran.lines) == (0, ["title", "爱上海的理由"])


def test_a_search_needs_no_place_to_write() -> None:
    assert process("search", "爱上海", env=SMALL_WORLD).code == 0


def test_an_exported_file_can_be_read_by_those_who_may_read_new_files(tmp_path: Path) -> None:
    shell("umask 027; awardcli export awards.csv", cwd=tmp_path)
    assert stat.S_IMODE((tmp_path / "awards.csv").stat().st_mode) == 0o640


@pytest.mark.parametrize("name", ["awards.csv", "awards.awards"])
def test_a_protected_file_is_replaced_with_force(tmp_path: Path, name: str) -> None:
    old = tmp_path / name
    for _ in range(2):
        ran = in_copy("export", str(old), "--force", before=be_nobody_special)
        assert (ran.code, stat.S_IMODE(old.stat().st_mode) & 0o444) == (0, 0o444), ran.err
        old.chmod(0o444)
    written(tmp_path / "more.csv", "title\n明日\n")
    if name == "awards.awards":
        ran = in_copy("import", "more.csv", "-o", name, "--append", cwd=tmp_path, before=be_nobody_special)
        assert (ran.code, stat.S_IMODE(old.stat().st_mode)) == (0, 0o444)


def test_match_needs_no_folder_to_stand_in(tmp_path: Path) -> None:
    """Many lines are shared among processes, which run in the folder of awardcli."""
    lines = written(tmp_path / "lines.txt", "爱上海的理由\n" + "白日依山尽\n" * 9_000)
    gone = tmp_path / "gone"
    ran = shell(f"mkdir '{gone}'; cd '{gone}'; rmdir '{gone}'; awardcli match '{lines}' --jobs 2 -o '{lines}.tsv'")
    assert (ran.code, len(ran.err.splitlines())) == (0, 2), ran.err


def test_the_bundled_list_says_the_same_as_a_file(tmp_path: Path) -> None:
    copy = written(tmp_path / "copy.json", bundled_path().read_bytes())
    assert in_copy("search", "上海", "--data", str(copy)).raw == in_copy("search", "上海").raw
