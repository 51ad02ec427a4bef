"""`python -m fuzz RUNS SECONDS [TARGET...]`: fuzz each target RUNS times, or for SECONDS, whichever ends first.

What it trips over is kept in `found`. Seconds of 0 are no bound.
"""

import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from fuzz.targets import TARGETS, seeds

FOUND = Path(__file__).parent / "found"


def main(runs: str, seconds: str, *names: str) -> int:
    failed = False
    for name in names or TARGETS:
        begun = time.monotonic()
        with TemporaryDirectory() as corpus, TemporaryFile("w+", errors="replace") as file:
            for number, seed in enumerate(seeds(name)):
                Path(corpus, f"seed-{number}").write_bytes(seed)
            command = [sys.executable, "-m", "fuzz.one", name, runs, seconds, corpus, str(FOUND)]
            ran = subprocess.run(command, check=False, stderr=file)
            file.seek(0)
            told = file.read()
        verdict = "FAILED" if ran.returncode else "sound"
        done = re.search(r"number_of_executed_units: *(\d+)", told)
        print(f"{name}: {int(done[1]) if done else 0:,} runs, {time.monotonic() - begun:.0f} s, {verdict}", flush=True)
        if ran.returncode:
            print(told[-4000:], flush=True)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
