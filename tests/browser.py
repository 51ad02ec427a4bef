"""A real browser for the tests: headless Chromium, controlled through a pair of pipes.

The messages are those of the DevTools protocol, one JSON document each, with a zero byte behind it.
"""

import json
import os
import select
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(
    os.name == "nt" or (CHROMIUM is None and os.environ.get("CI") != "true"),
    reason="there is no Chromium on this machine, or it is Windows",
)
_PATIENCE = 60
"""Seconds to wait for an answer on a busy machine."""
_READS, _WRITES = 3, 4
"""The descriptors on which Chromium reads and writes."""


class Page:
    """One page in a browser: what it shows, and what it asked of the world."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._pending = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "Accessibility"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What the browser answers to a command; what it reports meanwhile is kept in `events`."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def open(
        self, path: Path, *, width: int = 1200, height: int = 900, scripts: bool = True, dark: bool = False
    ) -> None:
        """Show a file in a window of that size; a narrow one is a phone's."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media="", features=[scheme])
        self.events.clear()
        self.call("Page.navigate", url=path.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())

    def get(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page, as JSON has it."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def type(self, text: str, selector: str = "input") -> None:
        """Type a text into an empty field, all at once."""
        self.get(f"document.querySelector({json.dumps(selector)}).select()")
        if text:
            self.call("Input.insertText", text=text)
        else:
            self.press("Delete", 46)

    def press(self, key: str, code: int) -> None:
        """Press a key where the focus is."""
        text = {"text": "\r"} if key == "Enter" else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def read_out(self) -> list[tuple[str, str]]:
        """The accessibility tree as a screen reader gets it: roles and names."""
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        return [
            (str(node["role"]["value"]), str(node.get("name", {}).get("value", "")))
            for node in nodes
            if not node["ignored"]
        ]

    def requests(self) -> list[str]:
        """The addresses that the page requested."""
        return [e["params"]["request"]["url"] for e in self.events if e.get("method") == "Network.requestWillBeSent"]

    def complaints(self) -> list[str]:
        """What the browser complained about, such as something that the page's policy forbids."""
        entries = [e["params"]["entry"]["text"] for e in self.events if e.get("method") == "Log.entryAdded"]
        return entries + [str(e["params"]) for e in self.events if e.get("method") == "Runtime.exceptionThrown"]

    def pdf(self) -> bytes:
        """The page as it is printed."""
        return b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"])

    def picture(self) -> bytes:
        """All of the page as a PNG."""
        return b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + _PATIENCE
        while b"\0" not in self._pending:
            ready, _, _ = select.select([self._answers], [], [], max(0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            data = os.read(self._answers, 1 << 20)
            assert data, "the browser has gone"
            self._pending += data
        message, _, self._pending = self._pending.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer


@contextmanager
def browser() -> Iterator[Page]:
    """An empty page of a browser that remembers nothing."""
    assert CHROMIUM, "there is no Chromium on this machine"
    theirs_in, commands = _pipe()
    answers, theirs_out = _pipe()

    def connect() -> None:
        os.dup2(theirs_in, _READS)
        os.dup2(theirs_out, _WRITES)

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        running = subprocess.Popen(
            [
                *(CHROMIUM, "--headless", "--remote-debugging-pipe", f"--user-data-dir={folder}", "--no-first-run"),
                *("--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"),
                *(["--no-sandbox"] if os.geteuid() == 0 else []),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(_READS, _WRITES),
            preexec_fn=connect,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            page = Page(commands, answers)
            yield page
            page._session = None
            page.call("Browser.close")
            running.wait(_PATIENCE)
        finally:
            running.kill()
            running.wait()
            os.close(commands)
            os.close(answers)


def _pipe() -> Iterator[int]:
    """The two ends of a pipe, away from the descriptors that they are to become."""
    import fcntl  # which Windows does not have

    for end in os.pipe():
        yield fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10)
        os.close(end)
