"""Answer a shell: in the form that its script reads, quoted as that shell needs it, and in silence whatever happens."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NoReturn

from awardcli import messages
from awardcli.completion.offers import Offer, offers
from awardcli.completion.typed_line import Line, Word, words_of
from awardcli.output.terminal import flush_stdout, write_stdout

ANSWERED, WRONG, A_FILE = 0, 1, 10
"""What a script is told by the exit code: here are words, there are none, or complete the name of a file."""

_LONGEST_WAIT = 3.0
"""Seconds after which no answer is better: the shell hangs meanwhile."""
_PLAIN = "-_./,+@%:=^"
"""What, beside letters and digits, means nothing to bash inside a word."""


def main() -> NoReturn:
    """Answer `awardcli __complete SHELL ...` and end."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, lambda *_: os._exit(WRONG))
        signal.setitimer(signal.ITIMER_REAL, _LONGEST_WAIT)
    messages.settle(messages.language_of_system())
    try:
        code = _answer(sys.argv[2:])
    except Exception:  # whatever it is, the line that somebody types is no place to tell it
        if os.environ.get("AWARDCLI_DEBUG") == "1":
            raise
        code = WRONG
    gc.freeze()  # as cli.app does
    sys.exit(code)


def _answer(arguments: Sequence[str]) -> int:
    shell, *told = arguments
    words, line = _SHELLS[shell](told)
    found = offers(line)
    _write(words(found.words))
    return A_FILE if found.file else ANSWERED


def _write(lines: Iterable[str]) -> None:
    """Write lines to standard output; what the encoding of arguments lacks cannot be typed, and is left out."""
    for line in lines:
        with suppress(UnicodeEncodeError):
            write_stdout(os.fsencode(f"{line}\n"))
    flush_stdout()


Words = Callable[[Iterable[Offer]], Iterator[str]]


def _bash(told: Sequence[str]) -> tuple[Words, Line]:
    """For bash: the line up to the cursor, the rest of it, and what breaks words; gives words as they are to stand."""
    before, behind, breaks = told
    *words, typed = words_of(before)
    kept = typed.kept(breaks)

    def quoted(found: Iterable[Offer]) -> Iterator[str]:
        for offer in found:
            word = _quoted(offer.word.removeprefix(kept), typed.quote)
            if offer.word.startswith(kept) and word is not None:
                yield word

    return quoted, Line(_behind_the_name(words), typed.text, [word.text for word in words_of(behind)])


def _behind_the_name(words: Sequence[Word]) -> list[str]:
    """What stands behind the name of the program, before which variables may be set."""
    texts = [word.text for word in words]
    name = next((at for at, text in enumerate(texts) if "=" not in text), len(texts))
    return texts[name + 1 :]


def _quoted(text: str, quote: str) -> str | None:
    """The text as bash reads it back, inside the quotation that is open; None where nothing can protect it."""
    if quote == "'":
        return None if "'" in text else text
    if quote == '"':
        escaped = "".join(f"\\{c}" if c in '$`"\\' else c for c in text)
        return None if "!" in text else escaped  # bash looks for its history even there
    return "".join(c if not c.isascii() or c.isalnum() or c in _PLAIN else f"\\{c}" for c in text)


def _described(found: Iterable[Offer]) -> Iterator[str]:
    """For shells that quote by themselves: the word, what to show, and what it means, between tabs."""
    return ("\t".join(offer) for offer in found)


def _zsh(told: Sequence[str]) -> tuple[Words, Line]:
    """For zsh: which word it is, what of it stands before the cursor, and all words, without their quotes."""
    place, typed, *words = told
    at = int(place) - 1
    return _described, Line(words[1:at], typed, words[at + 1 :])


def _fish(told: Sequence[str]) -> tuple[Words, Line]:
    """For fish: the word begun, as it stands there, and those before it; fish tells nothing of what stands behind."""
    typed, _, *before = told

    def unlike_homes(found: Iterable[Offer]) -> Iterator[str]:
        # fish never quotes a tilde at the beginning, and would make somebody's home of it
        return _described(offer for offer in found if not offer.word.startswith("~"))

    return unlike_homes, Line(before, words_of(typed)[-1].text)


_SHELLS: dict[str, Callable[[Sequence[str]], tuple[Words, Line]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
