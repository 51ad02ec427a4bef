"""How fast `match` is beside RapidFuzz comparing every line with every title, and in long lists and collections.

    python -m bench.match.speed [LINES.txt] [--lines 100000] [--collection FILE.awards]

CPU seconds of one process, beside `process.cdist` with `partial_ratio` (cutoff 80), a block of lines each in turn, and
their ratio. Without a file the lines are made from the bundled list.

Then CPU seconds and memory of whole commands: 2,257 English lines with 271 titles, made of the words of `bench`'s
novels; three lines with a plain list of 50,000; and 1,000 lines with a collection, where one is given.
"""

import argparse
import csv
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.scale.lists import AWARDCLI
from bench.timing import Command, run

from awardcli import Collection, open_collection
from awardcli.language.readings import syllables
from awardcli.search.linking.link import Linker

_HERE = Path(__file__).parent
_BLOCK = 20_000
"""Lines of a turn, so that a machine whose speed drifts slows both."""
_CUTOFF = 80
_BOUND = 1 / 4
_SEED = 20220101
_AROUND = (("2022 ", " 微电影"), ("《", "》"), ("", "（上集）"), ("入围作品：", " 文汇报社"), ("12. ", ""))
_TRADITIONAL = str.maketrans(
    "爱画党员记书们这过时为听声应该荣灯辆载写开满", "愛畫黨員記書們這過時為聽聲應該榮燈輛載寫開滿"
)


def perturbed(titles: Sequence[str], count: int, chance: random.Random) -> Iterator[str]:
    """Titles as people get them wrong: a character wrong, dropped or moved, a homophone, traditional, words around."""
    characters = sorted(set("".join(titles)))
    by_sound: dict[str, list[str]] = {}
    for character in map(chr, range(0x4E00, 0x9FA6)):
        by_sound.setdefault(syllables(character)[0], []).append(character)
    for number in range(count):
        title = titles[number % len(titles)]
        at = chance.randrange(len(title))
        before, character, after = title[:at], title[at], title[at + 1 :]
        match number // len(titles) % 6:
            case 0:
                yield before + chance.choice(characters) + after
            case 1:
                yield before + after
            case 2:
                rest = before + after
                to = chance.randrange(len(rest) + 1)
                yield rest[:to] + character + rest[to:]
            case 3:
                yield before + chance.choice(by_sound.get(syllables(character)[0]) or [character]) + after
            case 4:
                yield title.translate(_TRADITIONAL)
            case _:
                left, right = chance.choice(_AROUND)
                yield left + before + chance.choice([character, ""]) + after + right


def made_up(titles: Sequence[str], chance: random.Random) -> Iterator[str]:
    """Lines like those of a catalogue, without end: of the list's own characters, in any order."""
    characters = "".join(titles)
    while True:
        yield "".join(chance.choices(characters, k=chance.randint(2, 14)))


class Compared(NamedTuple):
    """Lines against the bundled titles: CPU seconds of `match` and of `cdist` on one core, and how many lines match."""

    ours: float
    theirs: float
    matched: int


def compared(collection: Collection, lines: Iterable[str]) -> Compared:
    """The CPU time of both, in turn, each in one process; getting the list ready included."""
    from rapidfuzz import fuzz, process

    titles = [result.title for result in collection if result.title]
    matched, ours, theirs = 0, 0.0, 0.0
    linker = Linker(collection)
    left = iter(lines)
    while block := list(islice(left, _BLOCK)):
        begin = time.process_time()
        matched += sum(match.result is not None for match in linker.match(block))
        middle = time.process_time()
        process.cdist(block, titles, scorer=fuzz.partial_ratio, score_cutoff=_CUTOFF, workers=1)
        ours, theirs = ours + middle - begin, theirs + time.process_time() - middle
    return Compared(ours, theirs, matched)


class Timed(NamedTuple):
    """A command and what it took: in English and Chinese, CPU seconds, the most that it may take, and MiB."""

    task: str
    task_zh: str
    seconds: float
    bound: float
    peak: float


def english(chance: random.Random) -> Iterator[str]:
    """Titles without end of the English words in the titles of novels."""
    novels = [result.title or "" for result in open_collection(_HERE / "novels.csv")]
    words = sorted({word for title in novels for word in title.split() if word.isalpha()})
    while True:
        yield " ".join(chance.choices(words, k=chance.randint(1, 4))).title()


def by_size(folder: Path, collection: Path | None = None) -> Iterator[Timed]:
    """Whole commands of one process, with lists of several sizes; the files that they read are put into the folder."""
    chance = random.Random(_SEED)
    titles = [result.title for result in open_collection() if result.title]
    words = english(chance)
    lines, listed = list(islice(words, 2257)), _listed(folder, islice(words, 271))
    yield _timed(("2,257 English lines, 271 titles", "2,257 行英文，271 个标题"), folder, lines, listed, 2)
    listed = _listed(folder, islice(made_up(titles, chance), 50_000))
    yield _timed(("3 lines, a plain list of 50,000", "3 行，50,000 条的普通名单"), folder, titles[:3], listed, 5)
    if collection:
        opened = open_collection(collection)
        named = [result.title for result in islice(opened, 0, None, len(opened) // 500) if result.title][:500]
        lines = [f"{number}. 《{title}》" if number % 2 else title for number, title in enumerate(named)]
        lines += list(islice(made_up(titles, chance), 500))
        names = f"1,000 lines, a collection of {len(opened):,}", f"1,000 行，{len(opened):,} 条的名单库"
        yield _timed(names, folder, lines, collection, 60)


def _listed(folder: Path, titles: Iterable[str]) -> Path:
    """A list of those titles."""
    path = folder / "listed.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("title",), *((title,) for title in titles)])
    return path


def _timed(names: tuple[str, str], folder: Path, lines: Sequence[str], listed: Path, bound: float) -> Timed:
    """The CPU time of matching lines with a list that nothing is known of yet."""
    path, found = folder / "lines.txt", folder / "matched.csv"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    words = "match", str(path), "--data", str(listed), "-o", str(found), "--force", "--jobs", "1"
    ran = run(Command((AWARDCLI, *words)))
    return Timed(*names, ran.cpu, bound, ran.peak)


def main() -> int:
    """Print the tables; give 1 where a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="one line a work")
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--collection", type=Path, help="a collection file of 300,000 results")
    asked = parser.parse_args()
    collection = open_collection()
    if asked.file:
        lines = asked.file.read_text(encoding="utf-8").splitlines()[: asked.lines]
    else:
        titles = [result.title for result in collection if result.title]
        lines = list(islice(made_up(titles, random.Random(_SEED)), asked.lines))

    ours, theirs, matched = compared(collection, lines)
    print("| lines | match, s | cdist, s | ratio | bound | matched |")
    print("|--:|--:|--:|--:|--:|--:|")
    print(f"| {len(lines):,} | {ours:.1f} | {theirs:.1f} | {ours / theirs:.3f} | {_BOUND} | {matched:,} |")
    print("\n| task | CPU s | bound | MiB |")
    print("|---|--:|--:|--:|")
    with TemporaryDirectory() as folder:
        times = list(by_size(Path(folder), asked.collection))
    print(*(f"| {one.task} | {one.seconds:.1f} | {one.bound:g} | {one.peak:.0f} |" for one in times), sep="\n")
    return int(ours > _BOUND * theirs or any(one.seconds > one.bound for one in times))


if __name__ == "__main__":
    sys.exit(main())
