"""A file is written whole or not at all, whatever goes wrong and wherever."""

import errno
import fcntl
import itertools
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from awardcli.errors import UnwritableError
from awardcli.output import atomic_file
from awardcli.output.atomic_file import atomic_path, atomic_write, same_file
from faults import interrupted
from support import WHOLE, needs_a_full_disk, written


def write(path: Path, text: str = "new", *, force: bool = False) -> None:
    with atomic_write(path, force=force) as file:
        file.write(text.encode())


def write_by_name(path: Path, *, force: bool = False, append: bool = False) -> None:
    with atomic_path(path, force=force, append=append) as part:
        part.write_text("new", encoding="utf-8")


def append(path: Path, *, force: bool = False) -> None:
    write_by_name(path, append=True)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return written(tmp_path / "list.csv", "old")


@contextmanager
def mask(bits: int) -> Iterator[None]:
    before = os.umask(bits)
    try:
        yield
    finally:
        os.umask(before)


# What is written


def test_a_new_file_holds_what_was_written_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "list.csv")
    assert names_in(tmp_path) == ["list.csv"]
    assert (tmp_path / "list.csv").read_text(encoding="utf-8") == "new"


def test_the_file_is_not_there_before_it_is_whole(tmp_path: Path) -> None:
    with atomic_write(tmp_path / "list.csv") as file:
        file.write(b"half")
        assert not (tmp_path / "list.csv").exists()


def test_an_existing_file_is_refused_and_stays(old: Path) -> None:
    with pytest.raises(UnwritableError, match="exists; --force replaces it"):
        write(old)
    assert old.read_text(encoding="utf-8") == "old"
    assert names_in(old.parent) == ["list.csv"]


def test_an_existing_file_is_refused_before_any_work_is_done(old: Path) -> None:
    with pytest.raises(UnwritableError), atomic_write(old):
        pytest.fail("the work was done")


def test_an_existing_file_is_replaced_by_force(old: Path) -> None:
    write(old, force=True)
    assert old.read_text(encoding="utf-8") == "new"


def test_the_old_file_is_kept_until_the_new_one_is_complete(old: Path) -> None:
    with atomic_write(old, force=True) as file:
        file.write(b"half")
        assert old.read_text(encoding="utf-8") == "old"


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with pytest.raises(UnwritableError, match="exists"), atomic_write(path):
        written(path, "theirs")
    assert path.read_text(encoding="utf-8") == "theirs"
    assert names_in(tmp_path) == ["list.csv"]


@pytest.mark.parametrize("force", [True, False])
def test_what_was_written_is_on_the_disk_before_it_has_its_name_and_so_is_the_name_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    sync, synced = os.fsync, []

    def noted(descriptor: int) -> None:
        sync(descriptor)
        synced.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), (tmp_path / "list.csv").exists()))

    monkeypatch.setattr("os.fsync", noted)
    write(tmp_path / "list.csv", force=force)
    assert synced == [(False, False), (True, True)]


@pytest.mark.parametrize("force", [True, False])
def test_no_file_stays_open(tmp_path: Path, force: bool) -> None:
    def next_free() -> int:
        descriptor = os.open(tmp_path, os.O_RDONLY)
        os.close(descriptor)
        return descriptor

    before = next_free()
    write(tmp_path / "list.csv", force=force)
    assert next_free() == before


def test_a_file_by_name_is_refused_too_where_it_exists_and_replaced_by_force(old: Path) -> None:
    with pytest.raises(UnwritableError, match="exists; --force replaces it"), atomic_path(old):
        pytest.fail("the work was done")
    assert old.read_text(encoding="utf-8") == "old"
    write_by_name(old, force=True)
    assert old.read_text(encoding="utf-8") == "new"
    assert names_in(old.parent) == ["list.csv"]


@pytest.mark.parametrize("size", [3, 3 << 20])
def test_a_file_to_append_to_by_name_begins_as_a_copy(tmp_path: Path, size: int) -> None:
    for stood, stands in [(0, size), (size, 2 * size)]:
        with atomic_path(tmp_path / "list.csv", append=True) as part:
            assert part.stat().st_size == stood
            with part.open("ab") as file:
                file.write(b"x" * size)
        assert (tmp_path / "list.csv").stat().st_size == stands


# One after the other


@contextmanager
def held(path: Path) -> Iterator[BinaryIO]:
    """Another who replaces the file: it has it until its lock is closed."""
    with path.open("rb") as theirs:
        fcntl.flock(theirs, fcntl.LOCK_EX)
        yield theirs


@pytest.mark.parametrize("way", [{"force": True}, {"append": True}])
def test_who_replaces_a_file_waits_for_another_only_so_long(
    old: Path, monkeypatch: pytest.MonkeyPatch, way: dict[str, bool]
) -> None:
    monkeypatch.setattr(atomic_file, "_PATIENCE", 0.2)
    begun = time.monotonic()
    with held(old), pytest.raises(UnwritableError, match="another import is writing it"), atomic_path(old, **way):
        pytest.fail("the work was done")
    assert 0.2 <= time.monotonic() - begun < 5
    assert names_in(old.parent) == ["list.csv"]


def test_who_replaces_a_file_has_its_turn_after_another_with_what_that_one_wrote(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = []
    with held(old) as theirs:

        def wait(seconds: float) -> None:
            waits.append(seconds)
            written(old.with_name("theirs"), "theirs").replace(old)
            theirs.close()

        monkeypatch.setattr("time.sleep", wait)
        with atomic_path(old, append=True) as part:
            assert part.read_text(encoding="utf-8") == "theirs"
    assert len(waits) == 1
    assert 0 < waits[0] < 1


def test_other_writers_wait_while_a_file_is_replaced(old: Path) -> None:
    with atomic_path(old, append=True), old.open("rb") as theirs, pytest.raises(BlockingIOError):
        fcntl.flock(theirs, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_who_appends_to_a_file_that_is_not_there_yet_waits_for_another_who_makes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    with ExitStack() as other, ExitStack() as ours:
        part = other.enter_context(atomic_path(path, append=True))

        def wait(_: float) -> None:
            written(part, "theirs")
            other.close()

        monkeypatch.setattr("time.sleep", wait)
        assert ours.enter_context(atomic_path(path, append=True)).read_text(encoding="utf-8") == "theirs"
    assert names_in(tmp_path) == ["list.csv"]


def test_a_lock_that_a_killed_process_left_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / ".list.csv.lock").touch()
    append(tmp_path / "list.csv")
    assert names_in(tmp_path) == ["list.csv"]


def test_without_locks_a_file_is_replaced_all_the_same(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcntl.flock", failing(OSError(errno.ENOLCK, "No locks available")))
    write_by_name(old, force=True)
    assert old.read_text(encoding="utf-8") == "new"


def test_a_long_chinese_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("影" * 80 + ".csv")  # 240 bytes of the 255 that a name may have
    write(path)
    assert names_in(tmp_path) == [path.name]


# Permissions


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_gets_the_permissions_of_any_new_file(tmp_path: Path, umask: int, mode: int) -> None:
    with mask(umask):
        write(tmp_path / "list.csv")
        (tmp_path / "next.csv").touch()
    assert stat.S_IMODE((tmp_path / "list.csv").stat().st_mode) == mode
    assert stat.S_IMODE((tmp_path / "next.csv").stat().st_mode) == mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o666])
def test_a_replaced_file_keeps_its_permissions(old: Path, mode: int) -> None:
    old.chmod(mode)
    write(old, force=True)
    assert stat.S_IMODE(old.stat().st_mode) == mode


def test_other_users_cannot_read_a_private_file_while_it_is_written(old: Path) -> None:
    old.chmod(0o600)
    with atomic_write(old, force=True):
        modes = {stat.S_IMODE(path.stat().st_mode) for path in old.parent.iterdir()}
    assert modes == {0o600}


@pytest.mark.parametrize("mode", [0o640, 0o777])
def test_a_file_of_another_user_keeps_its_owner(old: Path, mode: int) -> None:
    if os.geteuid() != 0:
        pytest.skip("only the superuser can replace another's file and leave it to them")
    os.chown(old, 12345, 54321)
    old.chmod(mode)
    write(old, force=True)
    assert (old.stat().st_uid, old.stat().st_gid, stat.S_IMODE(old.stat().st_mode)) == (12345, 54321, mode)


def as_another_groups(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the file pass for one of another group."""
    real = os.stat

    def told(name: Any, **options: Any) -> os.stat_result:
        found = real(name, **options)
        return os.stat_result((*found[:5], found.st_gid + 1, *found[6:])) if Path(name) == path else found

    monkeypatch.setattr("os.stat", told)


@pytest.mark.parametrize(("mode", "left"), [(0o664, 0o604), (0o777, 0o707)])
def test_what_a_group_might_do_is_not_given_to_another_group(
    old: Path, monkeypatch: pytest.MonkeyPatch, mode: int, left: int
) -> None:
    old.chmod(mode)
    monkeypatch.setattr("os.chown", failing(PermissionError(errno.EPERM, "Operation not permitted")))
    as_another_groups(old, monkeypatch)
    write(old, force=True)
    monkeypatch.undo()
    assert stat.S_IMODE(old.stat().st_mode) == left


def test_a_file_is_left_to_its_group_at_least(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def to_a_group_only(_: Path, user: int, group: int) -> None:
        asked.append((user, group))
        if user != -1:
            raise PermissionError(errno.EPERM, "Operation not permitted")

    owner = old.stat()
    monkeypatch.setattr("os.chown", to_a_group_only)
    as_another_groups(old, monkeypatch)
    write(old, force=True)
    assert asked == [(owner.st_uid, owner.st_gid + 1), (-1, owner.st_gid + 1)]


# Links and devices


def test_a_link_is_followed_and_stays_a_link(old: Path) -> None:
    link = old.parent / "link.csv"
    link.symlink_to(old)
    write(link, force=True)
    assert link.is_symlink()
    assert old.read_text(encoding="utf-8") == "new"


def test_a_link_to_nowhere_makes_the_file_it_names(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "list.csv")
    write(link)
    assert link.is_symlink()
    assert (tmp_path / "list.csv").read_text(encoding="utf-8") == "new"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(link)
    with pytest.raises(UnwritableError, match=r"link\.csv: cannot be written: the links lead in a circle"):
        write(link)
    assert names_in(tmp_path) == ["link.csv"]


def test_a_device_is_written_to_and_stays_a_device() -> None:
    write(Path(os.devnull))
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@needs_a_full_disk
def test_a_full_device_is_said_to_be_full() -> None:
    with pytest.raises(UnwritableError, match="/dev/full: cannot be written: the disk is full"):
        write(Path("/dev/full"))


def test_a_pipe_gets_the_output(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe)
    assert os.read(reader, 100) == b"new"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("force", [True, False])
def test_the_name_of_a_stream_means_the_stream(force: bool) -> None:
    ours, theirs = os.pipe()
    write(Path(f"/dev/fd/{theirs}"), force=force)
    assert os.read(ours, 100) == b"new"
    os.close(ours)
    os.close(theirs)


def test_writing_by_name_needs_a_regular_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.awards")
    with pytest.raises(UnwritableError, match="not a regular file"), atomic_path(tmp_path / "pipe.awards", force=True):
        pytest.fail("the work was done")


# Which file is meant


@pytest.mark.parametrize("alias", ["list.csv", "link.csv", "hard.csv", "folder/../list.csv", "linked/list.csv"])
def test_a_file_is_known_by_any_of_its_names(old: Path, alias: str) -> None:
    (old.parent / "link.csv").symlink_to(old)
    (old.parent / "hard.csv").hardlink_to(old)
    (old.parent / "folder").mkdir()
    (old.parent / "linked").symlink_to(old.parent)
    assert same_file(old, old.parent / alias)
    assert not same_file(written(old.parent / "other.csv", "old"), old.parent / alias)


def test_a_file_that_is_not_there_yet_is_known_by_its_names(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "list.csv")
    assert same_file(tmp_path / "list.csv", tmp_path / "link.csv")
    assert not same_file(tmp_path / "list.csv", tmp_path / "other.csv")


# Places where nothing can be written


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match=r"nowhere/list\.csv: cannot be written: no such folder"):
        write(tmp_path / "nowhere" / "list.csv")


def test_a_file_is_no_folder(old: Path) -> None:
    with pytest.raises(UnwritableError, match="part of the path is not a folder"):
        write(old / "list.csv")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="it is a folder"):
        write(tmp_path, force=True)


def test_a_name_may_be_too_long(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="the name is too long"):
        write(tmp_path / ("x" * 300 + ".csv"))


def test_a_folder_that_may_not_be_written_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.open", failing(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(UnwritableError, match="permission denied"):
        write(tmp_path / "list.csv")


# Failure at any point


def failing(error: BaseException) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    return fail


FULL = OSError(errno.ENOSPC, "No space left on device")
STEPS = [
    ("os.open", FULL),
    ("pathlib.Path.chmod", FULL),
    ("os.fsync", FULL),
    ("os.fsync", KeyboardInterrupt()),
    ("pathlib.Path.replace", FULL),
    ("pathlib.Path.replace", KeyboardInterrupt()),
]


@pytest.mark.parametrize(("step", "error"), STEPS, ids=lambda value: getattr(value, "strerror", None) or str(value))
def test_a_failure_at_any_step_leaves_the_old_file_alone(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    monkeypatch.setattr(step, failing(error))
    with pytest.raises((UnwritableError, KeyboardInterrupt)):
        write(old, force=True)
    monkeypatch.undo()
    assert old.read_bytes() == b"old"
    assert names_in(old.parent) == ["list.csv"]


@pytest.mark.parametrize("force", [True, False])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt(), SystemExit(143), ValueError("a bug")], ids=repr)
def test_a_failure_while_writing_leaves_the_folder_as_it_was(tmp_path: Path, error: BaseException, force: bool) -> None:
    def fail(file: BinaryIO) -> None:
        file.write(b"x" * 100_000)
        raise error

    with suppress(UnwritableError, type(error)), atomic_write(tmp_path / "list.csv", force=force) as file:
        fail(file)
    assert names_in(tmp_path) == []


def test_a_full_disk_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", failing(FULL))
    with pytest.raises(UnwritableError, match=r"list\.csv: cannot be written: the disk is full"):
        write(tmp_path / "list.csv")


# A file cut off between being opened and being known by name is closed by the interpreter, which warns of it.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("written_by", "force", "links"),
    [(append, False, True), *itertools.product((write, write_by_name), (True, False), (True, False))][
        :: 1 if WHOLE else 3
    ],
)
def test_an_interrupt_at_any_instruction_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written_by: Callable[..., None], force: bool, links: bool
) -> None:
    if not links:
        without_links(monkeypatch)
    path = tmp_path / "list.csv"
    for turn in itertools.count(1):
        path.unlink(missing_ok=True)
        if force:
            written(path, "old")
        with interrupted(turn, atomic_file.__file__) as struck, suppress(KeyboardInterrupt):
            written_by(path, force=force)
        stands = path.read_text(encoding="utf-8") if path.exists() else None
        assert stands in ("old" if force else None, "new"), turn
        assert set(names_in(tmp_path)) <= {"list.csv"}, turn
        if not struck[0]:
            assert stands == "new"
            break
    assert turn > 100


# File systems that can do less


def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.hardlink_to", failing(OSError(errno.EPERM, "Operation not permitted")))


def test_without_hard_links_a_new_file_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_links(monkeypatch)
    write(tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_text(encoding="utf-8") == "new"
    assert names_in(tmp_path) == ["list.csv"]


def test_without_hard_links_a_file_that_appears_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(monkeypatch)
    path = tmp_path / "list.csv"
    with pytest.raises(UnwritableError, match="exists"), atomic_write(path):
        written(path, "theirs")
    assert path.read_text(encoding="utf-8") == "theirs"


@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()], ids=repr)
def test_without_hard_links_a_failed_rename_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    without_links(monkeypatch)
    monkeypatch.setattr("pathlib.Path.rename", failing(error))
    with pytest.raises((UnwritableError, KeyboardInterrupt)):
        write(tmp_path / "list.csv")
    assert names_in(tmp_path) == []


def test_a_file_system_without_permissions_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.chmod", failing(PermissionError(errno.EPERM, "Operation not permitted")))
    write(tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_text(encoding="utf-8") == "new"


def test_without_locks_in_the_whole_system_a_file_is_replaced_all_the_same(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    write_by_name(old, force=True)
    assert old.read_text(encoding="utf-8") == "new"


def test_a_folder_that_cannot_be_synced_is_no_reason_to_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(descriptor)

    monkeypatch.setattr("os.fsync", files_only)
    write(tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_text(encoding="utf-8") == "new"
