"""How many tests run at a time, which modules are looked at, and how often garbage is collected.

The browser's are looked at only where Textual is installed; in CI it has to be.
"""

import gc
import os
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec

import pytest
from hypothesis.strategies import text

collect_ignore_glob = [] if find_spec("textual") or os.environ.get("CI") == "true" else ["src/awardcli/browser/*"]

gc.set_threshold(100_000, 20, 100)  # the tests keep much that every collection would look through


def pytest_collection(session: pytest.Session) -> None:
    """Let each worker prepare something else: what one has compiled or kept, the others read."""
    config = session.config
    if hasattr(config, "workerinput") and config.args == config.getini("testpaths"):
        names = sorted(path.stem for path in (config.rootpath / "tests").glob("test_*.py"))
        worker, workers = int(config.workerinput["workerid"][2:]), config.workerinput["workercount"]
        if not worker:
            text().validate()  # Hypothesis keeps in a file what it finds out about Unicode
        begin = len(names) * worker // workers
        for name in (*names[begin:], *names[:begin]):
            with suppress(Exception, pytest.skip.Exception):  # which collecting it reports
                import_module(name)


def pytest_collection_finish() -> None:
    """Let no collection of garbage look through the tests and what they import, not at the end either."""
    gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many tests wait for a process, a terminal or a lock."""
    return (os.cpu_count() or 1) + 1
