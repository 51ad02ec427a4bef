"""Real shells with somebody at the keys: what a TAB makes of a line, and what the shell then runs."""

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest

from support import environment

SHELLS = ("bash", "zsh", "fish")
_STARTS = {
    "bash": ["bash", "--noprofile", "--rcfile", "{rc}", "-i"],
    "zsh": ["zsh", "-i"],
    "fish": ["fish", "-i", "--no-config", "-C", "source {rc}"],
}
_RC = {
    "bash": "PS1='ready> '\nbind 'set bell-style none'\nbind 'set enable-bracketed-paste off'\n"
    'eval "$(awardcli completion bash)"\n',
    "zsh": "PS1='ready> '\nunsetopt prompt_sp beep\nzle_highlight=(none)\neval \"$(awardcli completion zsh)\"\n",
    "fish": "function fish_prompt; echo -n 'ready> '; end\nset -g fish_greeting\nawardcli completion fish | source\n",
}
_PROGRAM = """#!/bin/sh
case $1 in __complete|completion) exec "{python}" -m awardcli "$@" ;; esac
printf '%s\\0' "$@" >"{told}.part" && mv "{told}.part" "{told}"
"""
_PATIENCE = 40
_COLUMNS, _LINES = 120, 60


def need(shell: str) -> None:
    """Skip a test where the shell is not installed; in CI nothing may be missing."""
    if not shutil.which(shell):
        assert os.environ.get("CI") != "true", f"{shell} is not installed"
        pytest.skip(f"{shell} is not installed")


class Typist:
    """A shell on a screen of its own, and its keys. `awardcli` only writes down what it was told, but completes."""

    def __init__(self, shell: str, home: Path, env: Mapping[str, str | None] | None = None) -> None:
        need(shell)
        self._told = home / "told"
        program = home / "bin" / "awardcli"
        program.parent.mkdir()
        program.write_text(_PROGRAM.format(python=sys.executable, told=self._told), encoding="utf-8")
        program.chmod(0o755)
        rc = home / ".zshrc"
        rc.write_text(_RC[shell], encoding="utf-8")
        self._keys, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _LINES, _COLUMNS, 0, 0))
        settled = {"HOME": str(home), "PATH": f"{program.parent}:{os.environ['PATH']}", "HISTFILE": "", **(env or {})}
        self._screen = pyte.Screen(_COLUMNS, _LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._read_bytes = 0
        self._shell = subprocess.Popen(
            [part.format(rc=rc) for part in _STARTS[shell]],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=home,
            env=environment(**settled),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # fish insists on it
        )
        os.close(theirs)
        self.wait_for("ready>")

    def type(self, keys: str) -> None:
        """Press those keys."""
        os.write(self._keys, keys.encode())

    def run(self, keys: str) -> list[str]:
        """Press those keys and Enter; gives what awardcli was told."""
        self.type(f"{keys}\n")
        end = time.monotonic() + _PATIENCE
        while not self._told.exists():
            assert time.monotonic() < end, self.text
            self._read()
        told = self._told.read_bytes().decode().split("\0")[:-1]
        self._told.unlink()
        return told

    def wait_for(self, *texts: str) -> str:
        """Wait until the screen has the texts; gives all of it."""
        end = time.monotonic() + _PATIENCE
        while not all(text in (shown := self.text) for text in texts):
            while not self._read():
                assert time.monotonic() < end, shown
        return shown

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def _read(self) -> bool:
        """Show what the shell writes until it pauses; gives whether it wrote anything."""
        before = self._read_bytes
        while select.select([self._keys], [], [], 0.02 if self._read_bytes > before else 0.05)[0]:
            data = os.read(self._keys, 65536)
            self._read_bytes += len(data)
            self._stream.feed(data)
        return self._read_bytes > before

    def close(self) -> None:
        self._shell.kill()
        self._shell.wait()
        os.close(self._keys)


@contextmanager
def typing_in(shell: str, home: Path, **env: str) -> Iterator[Typist]:
    """A shell that completes awardcli, in that empty folder."""
    typist = Typist(shell, home, env)
    try:
        yield typist
    finally:
        typist.close()
