"""Run the code of `docs/dask.md` on a real local cluster, and hold its bytes to those of `awardcli match`.

    python -m tools.check_dask_page

The pages in both languages must show the same code. Needs the dependency group `cluster`.
"""

import random
import re
import subprocess
import sys
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.match.speed import made_up, perturbed

from awardcli import open_collection

ROOT = Path(__file__).parents[1]
PAGES = ("docs/dask.md", "docs/dask.zh-CN.md")
_PARTS, _LINES = 5, 12_000
_CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def code(page: str) -> str:
    """The Python of a page."""
    return "".join(_CODE.findall((ROOT / page).read_text(encoding="utf-8")))


def lines() -> list[str]:
    """Lines that name works, and lines that do not; some empty, some that must be quoted."""
    titles = [result.title for result in open_collection() if result.title]
    chance = random.Random(7)
    odd = ["", '"画"', "a\tb", " 薪火 "]
    found = [*islice(made_up(titles, chance), _LINES), *perturbed(titles, _LINES // 4, chance), *odd]
    chance.shuffle(found)
    return found


def main() -> int:
    """Compare; give 1 where the bytes differ."""
    english, chinese = map(code, PAGES)
    if english != chinese:
        print("the two pages show different code")
        return 1
    with TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "parts").mkdir()
        (here / "page.py").write_text(english, encoding="utf-8")
        given = lines()
        size = -(-len(given) // _PARTS)
        parts = ["".join(f"{line}\n" for line in given[start : start + size]) for start in range(0, len(given), size)]
        for number, part in enumerate(parts):
            (here / "parts" / f"{number}.txt").write_text(part, encoding="utf-8", newline="")
        (here / "all.txt").write_text("".join(chain(parts)), encoding="utf-8", newline="")
        subprocess.run([sys.executable, "page.py"], cwd=here, check=True)
        local = [sys.executable, "-m", "awardcli", "match", "all.txt", "-o", "local.tsv"]
        subprocess.run(local, cwd=here, check=True)
        cluster, alone = ((here / name).read_bytes() for name in ("matched.tsv", "local.tsv"))
    same = cluster == alone
    print(f"{len(given):,} lines in {len(parts)} parts: {'the same' if same else 'not the same'} bytes as alone")
    return int(not same)


if __name__ == "__main__":
    sys.exit(main())
