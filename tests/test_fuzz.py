"""What fuzzing once tripped over, and the seeds it begins with, are taken by every target."""

import gc
from pathlib import Path

import pytest

from fuzz.targets import TARGETS, seeds
from support import HOME

FOUND = sorted((HOME / "tests" / "fuzz" / "found").glob("[!.]*"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_once_is_no_trouble_any_more(path: Path) -> None:
    data = path.read_bytes()
    for target in TARGETS.values():
        target(data)


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_takes_what_fuzzing_begins_with(name: str) -> None:
    gc.collect()  # what other tests left is not finalized at the depth of recursion that a seed goes to
    for seed in seeds(name):
        TARGETS[name](seed)
