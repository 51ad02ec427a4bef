"""The one way a file is written: whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO

from awardcli import messages
from awardcli.errors import UnwritableError

_BLOCK = 1 << 20


@contextmanager
def atomic_write(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends, and leaves no trace when it fails.

    A symbolic link is followed, a device or pipe is written to directly, an existing file keeps its permissions.
    Raises UnwritableError where `path` exists and `force` is off, or where the system refuses.
    """
    with _told(path):
        target = _target(path)
        if target.exists() and not target.is_file():
            with target.open("wb") as device:
                yield device
            return
        with _replacement(target, force=force) as (part, descriptor), os.fdopen(descriptor, "wb") as file:
            part.chmod(_mode(target))
            yield file


@contextmanager
def atomic_path(path: Path, *, force: bool = False, append: bool = False) -> Iterator[Path]:
    """The name of a file that takes the place of `path` when the block ends, for whoever writes by name.

    With `append` it begins as a copy of `path`, where there is one, and nobody else can append meanwhile.
    Raises UnwritableError as `atomic_write` does, and where `path` is a device or pipe or being appended to.
    """
    with _told(path):
        target = _target(path)
        if target.exists() and not target.is_file():
            raise UnwritableError(messages.CANNOT_WRITE(path=path, reason=messages.NOT_A_FILE()))
        append = append and target.exists()
        with (
            _alone(path, target) if append else nullcontext() as old,
            _replacement(target, force=force or append) as (part, descriptor),
        ):
            with os.fdopen(descriptor, "wb") as file:
                part.chmod(_mode(target))
                if old:
                    from shutil import copyfileobj

                    copyfileobj(old, file, _BLOCK)
            yield part


@contextmanager
def passing_path() -> Iterator[Path]:
    """The name of a file for whoever writes by name what is to go elsewhere; it is gone when the block ends.

    Raises UnwritableError where the system refuses.
    """
    from tempfile import TemporaryDirectory, gettempdir

    with _told(Path(gettempdir())), TemporaryDirectory(prefix="awardcli-") as folder:
        yield Path(folder, "part")


def blocks(path: Path) -> Iterator[bytes]:
    """What a file holds, piece by piece."""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Whatever the system refuses, said of the path."""
    try:
        yield
    except FileExistsError:
        raise UnwritableError(messages.EXISTS(path=path)) from None
    except OSError as error:
        raise UnwritableError(messages.CANNOT_WRITE(path=path, reason=messages.reason(error))) from error


def _target(path: Path) -> Path:
    return Path(os.path.realpath(path))  # Path.resolve raises RuntimeError on a loop


@contextmanager
def _replacement(target: Path, *, force: bool) -> Iterator[tuple[Path, int]]:
    """A new file beside `target`, put in its place by one rename once everything is on the disk."""
    if target.exists() and not force:
        raise FileExistsError(target)
    from tempfile import mkstemp

    descriptor, name = mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    part = Path(name)
    try:
        yield part, descriptor
        _sync(part, os.O_RDWR)
        if force:
            part.replace(target)
        else:
            _claim(part, target)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()
    with suppress(OSError):  # makes the new name last through a power cut, where the system can sync a folder
        _sync(target.parent, os.O_RDONLY)


@contextmanager
def _alone(path: Path, target: Path) -> Iterator[BinaryIO]:
    """The old file, to be read by the one who will replace it; raises UnwritableError where that is somebody else."""
    with target.open("rb") as old:
        try:
            from fcntl import LOCK_EX, LOCK_NB, flock
        except ImportError:  # Windows does not let an open file be replaced
            yield old
            return
        try:
            flock(old, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise UnwritableError(messages.CANNOT_WRITE(path=path, reason=messages.IN_USE())) from None
        if not os.path.samestat(os.fstat(old.fileno()), target.stat()):  # replaced between opening and locking
            raise UnwritableError(messages.CANNOT_WRITE(path=path, reason=messages.IN_USE()))
        yield old


def _claim(part: Path, target: Path) -> None:
    """Give `part` its name only if nobody took that name meanwhile."""
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as exFAT
        os.close(os.open(target, os.O_CREAT | os.O_EXCL))
        try:
            part.replace(target)
        except BaseException:
            target.unlink()
            raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those any new file would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
