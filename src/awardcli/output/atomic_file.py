"""Atomic writing: a file is written completely, or not at all."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO

from awardcli import messages
from awardcli.errors import UnwritableError

_BLOCK = 1 << 20
_PATIENCE = 60.0
"""Seconds to wait for other imports to end; most have ended by then."""
_RETRY = 0.05


@contextmanager
def atomic_write(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A binary file that replaces `path` when the block ends, and is removed when the block fails.

    A symbolic link is followed, a device or pipe is written to directly, and an existing file keeps its permissions.
    Raises UnwritableError where `path` exists and `force` is off, or where the system refuses.
    """
    with _unwritable(path):
        target = _target(path)
        if target is None:
            with path.open("wb") as device:
                yield device
            return
        with _replacement(target, force=force) as part, _created(part) as file:
            yield file


@contextmanager
def atomic_path(path: Path, *, force: bool = False, append: bool = False) -> Iterator[Path]:
    """The name of a file that replaces `path` when the block ends, for a library that opens files itself.

    With `append` it begins as a copy of `path`, if that exists. `path` is locked meanwhile, also if it is yet to be
    made: other processes that replace it or append to it wait. Raises UnwritableError as `atomic_write` does, for a
    device or pipe, and where another process holds the lock for long.
    """
    with _unwritable(path, messages.IN_USE if append else messages.EXISTS):
        target = _target(path)
        if target is None:
            raise UnwritableError(messages.CANNOT_WRITE(path=path, reason=messages.NOT_A_FILE()))
        waits = append or (force and target.exists())
        with (
            _locked(path, target) if waits else nullcontext() as old,
            _replacement(target, force=force or old is not None) as part,
        ):
            with _created(part) as file:
                if old and append:
                    from shutil import copyfileobj

                    copyfileobj(old, file, _BLOCK)
            yield part


_ABANDONED_AFTER = 60.0
"""Seconds without a change after which a temporary folder that no process has locked is nobody's."""


@contextmanager
def temporary_folder(beside: Path) -> Iterator[Path]:
    """A new folder for temporary files, which only its owner can read, and which is removed when the block ends.

    It is beside that file where the system has no usable folder for temporary files, and locked meanwhile. One that a
    process killed in the middle left behind is not, and is removed first.
    """
    from shutil import rmtree
    from tempfile import gettempdir

    try:
        others = Path(gettempdir())
    except FileNotFoundError:
        others = beside.parent
    for folder in others.glob(f"awardcli-{'[0-9a-f]' * 16}.tmp"):
        with suppress(OSError), _lock_of(folder) as is_abandoned:
            if is_abandoned and folder.stat().st_mtime + _ABANDONED_AFTER < time.time():
                rmtree(folder)
    folder = others / f"awardcli-{os.urandom(8).hex()}.tmp"  # chosen before it is made, as that of a new file is
    try:
        folder.mkdir(mode=0o700)
        with _lock_of(folder):
            yield folder
    finally:
        rmtree(folder, ignore_errors=True)


@contextmanager
def _lock_of(folder: Path) -> Iterator[bool]:
    """Lock a folder of ours while the block runs: whether that was possible; a system without such locks has none."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield False
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        is_locked = os.fstat(handle).st_uid == os.getuid()
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            is_locked = False
        yield is_locked
    finally:
        os.close(handle)


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths name the same file, links followed, also if it does not exist yet."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)


@contextmanager
def _unwritable(path: Path, exists: messages.Message = messages.EXISTS) -> Iterator[None]:
    """Turn an OSError into an UnwritableError that names the path; `exists` is the message for FileExistsError."""
    try:
        yield
    except FileExistsError:
        raise UnwritableError(exists(path=path)) from None
    except OSError as error:
        raise UnwritableError(messages.CANNOT_WRITE(path=path, reason=messages.reason(error, writing=True))) from error


def _target(path: Path) -> Path | None:
    """The file that `path` names, links followed, or None for a device or a pipe, which cannot be replaced."""
    target = Path(os.path.realpath(path))  # Path.resolve raises RuntimeError on a loop
    if path.exists() and not (path.is_file() and same_file(path, target)):
        return None
    return target


@contextmanager
def _replacement(target: Path, *, force: bool) -> Iterator[Path]:
    """The name of a new file beside `target`, which one rename moves there once everything is on the disk."""
    if not force and target.exists():
        raise FileExistsError(target)
    # The name is chosen before the file is made, so that no signal comes between the file and its removal.
    part = target.with_name(f".{target.name[:40]}.{os.urandom(8).hex()}.part")
    try:
        yield part
        _finish(part, target)
        if force:
            part.replace(target)
        else:
            _claim(part, target)
    finally:
        part.unlink(missing_ok=True)
    with suppress(OSError):  # makes the new name last through a power cut, where the system can sync a folder
        _sync(target.parent)


def _created(part: Path) -> BinaryIO:
    """A new file that only its owner can read."""
    return open(part, "xb", opener=lambda name, flags: os.open(name, flags, 0o600))


@contextmanager
def _locked(path: Path, target: Path) -> Iterator[BinaryIO | None]:
    """The old file, open and locked; None where there is none: then an empty file beside it is locked instead.

    Raises UnwritableError where another process holds the lock for long.
    """
    beside = target.with_name(f".{target.name[:40]}.lock")
    until = time.monotonic() + _PATIENCE
    try:
        while True:
            is_there = target.exists()
            with _opened(target) if is_there else _opened(beside, os.O_CREAT) as file:
                # The process that held the lock may have made, replaced or removed a file after we opened ours.
                if _lock(file) and _is_still(file, target if is_there else beside) and is_there == target.exists():
                    yield file if is_there else None
                    if not is_there:
                        with suppress(OSError):
                            beside.unlink()
                    return
            if time.monotonic() > until:
                raise UnwritableError(messages.IN_USE(path=path))
            time.sleep(_RETRY)
    finally:  # after a failure
        with suppress(OSError), _opened(beside) as file:
            if _lock(file) and _is_still(file, beside):  # else another process holds the lock
                beside.unlink()


def _opened(path: Path, flags: int = 0) -> BinaryIO:
    return open(path, "rb", opener=lambda name, read: os.open(name, read | flags, 0o666))


def _is_still(file: BinaryIO, path: Path) -> bool:
    """Whether an open file is the one at `path`."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _lock(file: BinaryIO) -> bool:
    """Lock the file until it is closed; False where another process holds the lock."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:  # Windows does not let an open file be replaced
        return True
    try:
        flock(file, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True


def _claim(part: Path, target: Path) -> None:
    """Rename `part` to `target`, unless such a file has been made meanwhile."""
    try:
        target.hardlink_to(part)
        part.unlink()
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as exFAT, where these two steps are not atomic
        if target.exists():
            raise FileExistsError(target) from None
        part.rename(target)


def _finish(part: Path, target: Path) -> None:
    """Set the permissions of `part`, and have the system write it to the disk."""
    descriptor = os.open(part, os.O_RDWR)
    try:
        _permit(part, target)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _permit(part: Path, target: Path) -> None:
    """Give `part` the owner and the permissions of `target`, or those of a new file where there is none."""
    try:
        old = target.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    else:
        mode = stat.S_IMODE(old.st_mode)
        new = part.stat()
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            mode &= _change_owner(part, old)
    with suppress(PermissionError):  # a file system without permissions, such as FAT
        part.chmod(mode)


def _change_owner(part: Path, old: os.stat_result) -> int:
    """Give `part` the owner and group of the old file, as far as we may; returns the permissions it may then keep."""
    for user in (old.st_uid, -1):  # only the superuser may change the owner; everybody may give a group of their own
        with suppress(OSError):
            os.chown(part, user, old.st_gid)
            break
    return 0o777 if part.stat().st_gid == old.st_gid else 0o707  # another group must not get the old one's permissions


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
