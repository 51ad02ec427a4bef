"""Faults to order: calls that the system refuses, a disk of a given size, and an interrupt at every instruction."""

import _sqlite3
import ctypes
import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from awardcli.output import atomic_file

CALLS = ("open", "write", "fsync", "chmod", "link", "replace", "unlink", "stat", "sqlite write", "sqlite open")


class Faults:
    """Counts the calls of one kind that awardcli makes to write a file, and refuses the one whose turn it is."""

    def __init__(self, call: str = "", turn: int = 0, error: int = errno.ENOSPC, room: int = sys.maxsize) -> None:
        self.call, self.turn, self.error = call, turn, error
        self.room = room
        """Bytes that a file may have."""
        self.made = 0
        self.refused = False

    def pass_by(self, call: str) -> None:
        """Raise OSError if it is the turn of this call."""
        if call == self.call:
            self.made += 1
            if self.made == self.turn:
                self.refused = True
                raise OSError(self.error, os.strerror(self.error))

    def fitting(self, position: int, size: int) -> int:
        """How many of the bytes fit at a position; raises OSError where none does."""
        if position + size <= self.room:
            return size
        self.refused = True
        if position >= self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self.room - position


@contextmanager
def faulty(faults: Faults) -> Iterator[Faults]:
    """Let the one atomic_file, and SQLite, meet those faults."""

    class Raw(io.FileIO):
        def write(self, data: Any) -> int:
            faults.pass_by("write")
            return super().write(memoryview(data)[: faults.fitting(self.tell(), len(data))])

    opened_well = io.open

    def opened(name: Any, mode: str = "r", *arguments: Any, **ways: Any) -> Any:
        if "b" not in mode or not set(mode) & set("wax"):
            return opened_well(name, mode, *arguments, **ways)
        return (io.BufferedRandom if "+" in mode else io.BufferedWriter)(Raw(name, mode.replace("b", ""), **ways))

    def refusing(call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def made(*arguments: Any, **options: Any) -> Any:
            faults.pass_by(call)
            return real(*arguments, **options)

        return made

    with pytest.MonkeyPatch.context() as patch, _faulty_sqlite(faults):
        patch.setattr(atomic_file, "open", opened, raising=False)
        patch.setattr(io, "open", opened)
        patch.setattr(io, "FileIO", Raw)
        for call in ("open", "fsync", "chmod", "link", "replace", "unlink", "stat"):
            patch.setattr(os, call, refusing(call, getattr(os, call)))
        yield faults


# SQLite makes its calls itself; its documented `xSetSystemCall` is how its own tests refuse them.

_Call = ctypes.CFUNCTYPE(ctypes.c_int)


class _Vfs(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("version", "size_of_file", "longest_path")),
        *((name, ctypes.c_void_p) for name in ("next", "name", "data")),
        *((name, ctypes.c_void_p) for name in ("open", "delete", "access", "full_path", "load", "load_error")),
        *((name, ctypes.c_void_p) for name in ("symbol", "unload", "randomness", "sleep", "time", "last_error")),
        ("time_64", ctypes.c_void_p),
        ("set_call", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)),
        ("get_call", ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)),
    )


_Write = ctypes.CFUNCTYPE(
    ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, use_errno=True
)
_Open = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_int, use_errno=True)


@contextmanager
def _faulty_sqlite(faults: Faults) -> Iterator[None]:
    def write(descriptor: int, data: int, size: int, position: int) -> int:
        try:
            faults.pass_by("sqlite write")
            return os.pwrite(descriptor, ctypes.string_at(data, faults.fitting(position, size)), position)
        except OSError as error:
            ctypes.set_errno(error.errno or 0)
            return -1

    def open_(name: bytes, flags: int, mode: int) -> int:
        try:
            faults.pass_by("sqlite open")
            return os.open(name, flags, mode)
        except OSError as error:
            ctypes.set_errno(error.errno or 0)
            return -1

    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    vfs = library.sqlite3_vfs_find(None)
    ours = {b"pwrite": _Write(write), b"pwrite64": _Write(write), b"open": _Open(open_)}
    for name, function in ours.items():
        vfs.contents.set_call(vfs, name, ctypes.cast(function, ctypes.c_void_p))
    try:
        yield
    finally:
        for name in ours:
            vfs.contents.set_call(vfs, name, None)


@contextmanager
def interrupted(turn: int, *files: str) -> Iterator[list[bool]]:
    """Raise KeyboardInterrupt at the instruction of those files whose turn it is; gives whether it has been."""
    made, struck = 0, [False]

    def instruction(frame: FrameType, event: str, _: object) -> Any:
        nonlocal made
        if event == "opcode":
            made += 1
            if made == turn:
                struck[0] = True
                raise KeyboardInterrupt
        return instruction

    def call(frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_filename not in files:
            return None
        frame.f_trace_opcodes = True
        return instruction

    before = sys.gettrace()
    sys._getframe().f_trace_opcodes = True  # 3.12 counts instructions only where a frame has asked for it before
    sys.settrace(call)
    try:
        yield struck
    finally:
        sys.settrace(before)
