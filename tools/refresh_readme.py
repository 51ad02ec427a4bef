"""Write into the READMEs and the pages of docs/ what their commands really print.

Each `console` block is a terminal session: a line that begins with `$ ` is a command, and the lines below it are what
a terminal of 80 columns shows of it, standard error included. `tests/test_docs.py` holds every page to the same.
"""

import os
import re
import subprocess
import sys
import termios
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import pyte

ROOT = Path(__file__).parents[1]
READMES = {"README.md": "en", "README.zh-CN.md": "zh"}
"""The READMEs, each with the language that awardcli speaks in it."""

PAGES = READMES | {
    f"docs/{page.name}": "zh" if page.match("*.zh-CN.md") else "en" for page in sorted((ROOT / "docs").glob("*.md"))
}
"""Every page for readers, likewise."""

EXAMPLES = ROOT / "docs" / "examples"
"""Files that the commands of a page may name; each block begins in a folder that holds copies of them."""

NOT_RUN = ("make", "pip", "pipx")
"""Commands on a page that are not run here: they set things up or take long, and the page shows no output."""

COLUMNS, LINES = 80, 200
PROMPT = "$ "
_CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
# The output must not depend on who runs this.
_NOT_INHERITED = re.compile(r"AWARDCLI_.*|LC_.*|LANGUAGE|COLUMNS|LINES|(NO|FORCE)_COLOR|PYTHON(IOENCODING|UTF8)")


def commands(page: str) -> list[str]:
    """The commands of a page's console blocks, as typed.

    >>> commands("Try:\\n```console\\n$ awardcli -V\\nawardcli 0.2.0\\n```\\n")
    ['awardcli -V']
    """
    return [command for session in _CONSOLE.findall(page) for command in _typed(session)]


def refreshed(page: str, language: str) -> str:
    """The page with the output that its commands give now; each block is run in a folder of its own."""
    with ThreadPoolExecutor() as pool:
        shown = pool.map(partial(_replayed, language=language), _CONSOLE.findall(page))
        return _CONSOLE.sub(lambda _: next(shown), page)


def _typed(session: str) -> list[str]:
    return [line.removeprefix(PROMPT) for line in session.splitlines() if line.startswith(PROMPT)]


def _replayed(session: str, language: str) -> str:
    """The session with what its commands, run one after the other, show now."""
    lines: list[str] = []
    code = 0
    with TemporaryDirectory() as folder:
        for example in EXAMPLES.iterdir():
            copy(example, folder)
        for command in _typed(session):
            lines.append(PROMPT + command)
            if command.split()[0] not in NOT_RUN:
                # The code of the last command is what `echo $?` shows.
                output, code = _run(f"(exit {code})\n{command}", Path(folder), language)
                lines += _screen(output)
    return "".join(f"{line}\n" for line in lines)


def _run(script: str, folder: Path, language: str) -> tuple[bytes, int]:
    """What the script writes to a terminal, and its exit code."""
    inherited = {name: value for name, value in os.environ.items() if not _NOT_INHERITED.fullmatch(name)}
    path = os.pathsep.join([str(Path(sys.executable).parent), inherited.get("PATH", os.defpath)])
    settled = {"PATH": path, "LANG": "C.UTF-8", "TERM": "xterm-256color", "AWARDCLI_LANG": language}
    ours, terminal = os.openpty()
    termios.tcsetwinsize(terminal, (LINES, COLUMNS))
    with subprocess.Popen(
        ["sh", "-c", script],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        cwd=folder,
        env=inherited | settled,
        start_new_session=True,
    ) as shell:
        os.close(terminal)
        output = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return output, shell.returncode


def _screen(output: bytes) -> list[str]:
    """The lines that a terminal shows of the output, without the blanks at their ends."""
    screen = pyte.Screen(COLUMNS, LINES)
    pyte.ByteStream(screen).feed(output)
    if screen.cursor.y == LINES - 1:
        raise ValueError(f"more than {LINES - 1} lines: {output[:COLUMNS]!r}")
    end = screen.cursor.y + bool(screen.cursor.x)
    return [line.rstrip() for line in screen.display[:end]]


def _read(terminal: int) -> bytes:
    """The next bytes, none at the end; Linux reports the end of a terminal as an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def main() -> None:
    """Rewrite every page in place, and say which of them changed."""
    for name, language in PAGES.items():
        path = ROOT / name
        old = path.read_text(encoding="utf-8")
        new = refreshed(old, language)
        path.write_text(new, encoding="utf-8", newline="\n")
        print(f"{name}: {'unchanged' if new == old else 'changed'}")


if __name__ == "__main__":
    main()
