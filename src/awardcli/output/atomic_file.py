"""The one way a file is written: whole or not at all."""

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
_PATIENCE = 10.0
"""Seconds to wait for another import: as long as somebody watches, and most imports have ended by then."""
_MOMENT = 0.05


@contextmanager
def atomic_write(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends, and leaves no trace when it fails.

    A symbolic link is followed, a device or pipe is written to directly, an existing file keeps its permissions.
    Raises UnwritableError where `path` exists and `force` is off, or where the system refuses.
    """
    with _told(path):
        target = _target(path)
        if target is None:
            with path.open("wb") as device:
                yield device
            return
        with _replacement(target, force=force) as part, _created(part) as file:
            yield file


@contextmanager
def atomic_path(path: Path, *, force: bool = False, append: bool = False) -> Iterator[Path]:
    """The name of a file that takes the place of `path` when the block ends, for whoever writes by name.

    With `append` it begins as a copy of `path`, where there is one. Nobody else can replace or append meanwhile: they
    wait a while for their turn. Raises UnwritableError as `atomic_write` does, and where `path` is a device or pipe or
    it is never our turn.
    """
    with _told(path, messages.IN_USE if append else messages.EXISTS):
        target = _target(path)
        if target is None:
            raise UnwritableError(messages.CANNOT_WRITE(path=path, reason=messages.NOT_A_FILE()))
        replaces = target.exists() and (force or append)
        with (
            _alone(path, target) if replaces else nullcontext() as old,
            _replacement(target, force=replaces or force) as part,
        ):
            with _created(part) as file:
                if old and append:
                    from shutil import copyfileobj

                    copyfileobj(old, file, _BLOCK)
            yield part


def same_file(one: Path, other: Path) -> bool:
    """Whether two names mean one file, links followed; also where it is not there yet."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)


@contextmanager
def _told(path: Path, exists: messages.Message = messages.EXISTS) -> Iterator[None]:
    """Whatever the system refuses, said of the path; `exists` where there is such a file against our will."""
    try:
        yield
    except FileExistsError:
        raise UnwritableError(exists(path=path)) from None
    except OSError as error:
        raise UnwritableError(messages.CANNOT_WRITE(path=path, reason=messages.reason(error, writing=True))) from error


def _target(path: Path) -> Path | None:
    """The file that `path` names, links followed; None for what can only be written to, such as a device or a pipe."""
    target = Path(os.path.realpath(path))  # Path.resolve raises RuntimeError on a loop
    if path.exists() and not (path.is_file() and same_file(path, target)):
        return None
    return target


@contextmanager
def _replacement(target: Path, *, force: bool) -> Iterator[Path]:
    """The name of a new file beside `target`, put in its place by one rename once everything is on the disk."""
    if not force and target.exists():
        raise FileExistsError(target)
    # The name is there before the file, so that no signal comes between the file and its removal.
    part = target.with_name(f".{target.name[:40]}.{os.urandom(8).hex()}.part")
    try:
        yield part
        _settle(part, target)
        if force:
            part.replace(target)
        else:
            _claim(part, target)
    finally:
        part.unlink(missing_ok=True)
    with suppress(OSError):  # makes the new name last through a power cut, where the system can sync a folder
        _sync(target.parent)


def _created(part: Path) -> BinaryIO:
    """A new file that nobody else can read."""
    return open(part, "xb", opener=lambda name, flags: os.open(name, flags, 0o600))


@contextmanager
def _alone(path: Path, target: Path) -> Iterator[BinaryIO]:
    """The old file, to be read by the one who will replace it; raises UnwritableError where others do so for long."""
    until = time.monotonic() + _PATIENCE
    while True:
        with target.open("rb") as old:
            # Whoever had it before may have replaced it between opening and locking.
            if _locked(old) and os.path.samestat(os.fstat(old.fileno()), target.stat()):
                yield old
                return
        if time.monotonic() > until:
            raise UnwritableError(messages.IN_USE(path=path))
        time.sleep(_MOMENT)


def _locked(file: BinaryIO) -> bool:
    """Lock the file for us until it is closed; False where somebody else has."""
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
    """Give `part` its name only if nobody took that name meanwhile."""
    try:
        target.hardlink_to(part)
        part.unlink()
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as exFAT: only in this very instant can a name be lost
        if target.exists():
            raise FileExistsError(target) from None
        part.rename(target)


def _settle(part: Path, target: Path) -> None:
    """Put `part` on the disk as it will stand: written to the end, and no more open than the file that it replaces."""
    descriptor = os.open(part, os.O_RDWR)
    try:
        _permit(part, target)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _permit(part: Path, target: Path) -> None:
    """Give `part` the owner and the permissions of `target`, or those that any new file gets where there is none."""
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
            mode &= _given(part, old)
    with suppress(PermissionError):  # a file system without permissions, such as FAT
        part.chmod(mode)


def _given(part: Path, old: os.stat_result) -> int:
    """Give `part` to whom the old file belongs, as far as we may; gives which permissions it may then keep."""
    for user in (old.st_uid, -1):  # only the superuser gives files away; to a group of our own we all may
        with suppress(OSError):
            os.chown(part, user, old.st_gid)
            break
    return 0o777 if part.stat().st_gid == old.st_gid else 0o707  # another group is not to get what the old one had


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
