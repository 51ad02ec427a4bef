"""The one way a file is written: whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from awardcli import messages
from awardcli.errors import UnwritableError


@contextmanager
def atomic_write(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends, and leaves no trace when it fails.

    A symbolic link is followed, a device or pipe is written to directly, an existing file keeps its permissions.
    Raises UnwritableError where `path` exists and `force` is off, or where the system refuses.
    """
    try:
        target = Path(os.path.realpath(path))  # Path.resolve raises RuntimeError on a loop
        if target.exists() and not target.is_file():
            with target.open("wb") as device:
                yield device
            return
        with _replacement(target, force=force) as file:
            yield file
    except FileExistsError:
        raise UnwritableError(messages.EXISTS(path=path)) from None
    except OSError as error:
        raise UnwritableError(messages.CANNOT_WRITE(path=path, reason=messages.reason(error))) from error


@contextmanager
def _replacement(target: Path, *, force: bool) -> Iterator[BinaryIO]:
    """A new file beside `target`, put in its place by one rename once everything is on the disk."""
    if target.exists() and not force:
        raise FileExistsError(target)
    from tempfile import mkstemp

    descriptor, name = mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            part.chmod(_mode(target))
            yield file
            file.flush()
            os.fsync(file.fileno())
        if force:
            part.replace(target)
        else:
            _claim(part, target)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()
    _sync_folder(target.parent)


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


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can sync a folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
