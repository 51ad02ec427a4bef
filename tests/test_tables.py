"""The tables of `language/` are what the tools make: `make test-tables`, half a minute."""

import os
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from awardcli.language.confused_characters import look_alikes
from support import HOME, WHOLE

sys.path.insert(0, str(HOME))
from tools import make_look_alikes

TABLES = HOME / "src" / "awardcli" / "language" / "tables"
CI = os.environ.get("CI") == "true"
pytestmark = pytest.mark.skipif(not WHOLE, reason="make test-tables makes the tables again")


def test_the_readings_are_what_the_tool_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, HOME / "tools" / "make_language_tables.py", tmp_path], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    shipped = {path.name: path.read_bytes() for path in TABLES.iterdir() if path.name in made}
    assert made
    assert made == shipped


@pytest.mark.skipif(not CI and not all(map(Path.exists, make_look_alikes.FONTS)), reason="the fonts are not installed")
def test_the_look_alikes_are_what_the_tool_makes() -> None:
    made = {line[0]: set(line[1:]) for line in make_look_alikes.table().splitlines()[1:]}
    shipped = {character: set(look_alikes(character)) for character in made}
    characters = make_look_alikes._gb2312()
    parts = make_look_alikes.by_parts(characters)
    assert all(shipped[character].issuperset(parts[character]) for character in made)
    # Another version of a font draws a few characters otherwise.
    different = sum(len(made[character] ^ shipped[character]) for character in made)
    assert different <= 0.02 * sum(map(len, chain(made.values())))
