"""A sample of the hostile files; `make test-hostile` has them all."""

import subprocess
import sys
from collections import Counter

from hostile.corpus import corpus
from support import HOME, environment

SAMPLE = (
    *("utf-32.csv", "huge-cell.csv", "null.json", "own-huge-views.json", "sound.xlsx", "bomb-says-little.xlsx"),
    *("bomb-rows-repeated-much.ods", "trigger.awards", "pages-in-a-small-ring.awards"),
)


def test_there_are_more_than_five_hundred_files_and_no_two_of_one_name() -> None:
    names = Counter(case.name for case in corpus())
    assert len(names) > 521
    assert names.keys() >= set(SAMPLE)
    assert [name for name, times in names.items() if times > 1] == []


def test_hostile_files_are_read_right_or_refused_where_they_are_wrong() -> None:
    command = [sys.executable, "-m", "hostile", *SAMPLE]
    # A process of its own: the memory of the tests would count as that of every file.
    ran = subprocess.run(
        command, cwd=HOME / "tests", env=environment(), capture_output=True, text=True, check=False, timeout=400
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
