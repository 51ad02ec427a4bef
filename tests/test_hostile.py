"""A sample of the hostile files; `make test-hostile` has them all."""

import subprocess
import sys

from support import HOME, environment

SAMPLE = ("utf-32.csv", "huge-cell.csv", "own-huge-views.json", "bomb-says-little.xlsx", "trigger.awards")


def test_hostile_files_are_read_right_or_refused_where_they_are_wrong() -> None:
    command = [sys.executable, "-m", "hostile", *SAMPLE]
    # A process of its own: the memory of the tests would count as that of every file.
    ran = subprocess.run(
        command, cwd=HOME / "tests", env=environment(), capture_output=True, text=True, check=False, timeout=400
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
