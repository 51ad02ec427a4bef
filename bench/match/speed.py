"""How fast `match` is beside RapidFuzz comparing every line with every title, and in long lists and collections.

    python -m bench.match.speed [LINES.txt] [--lines 100000] [--collection FILE.awards]

CPU seconds of one process, beside `process.cdist` with `partial_ratio` (cutoff 80, blocks of 50,000) in turn: the
medians of three turns, and their ratio. Without a file the lines are made from the bundled list.

Then CPU seconds, getting the list ready included: 2,257 English lines with 271 titles, made of the words of `bench`'s
novels; three lines with a plain list of 50,000; and 1,000 lines with a collection, where one is given.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from awardcli import Collection, open_collection
from awardcli.language.readings import syllables
from awardcli.model import Result
from awardcli.search.linking.link import Linker

_HERE = Path(__file__).parent
_BLOCK = 50_000
_CUTOFF = 80
_ROUNDS = 3
"""Turns of each, so that a machine whose speed drifts slows both."""
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


def seconds_of_cdist(lines: Sequence[str], titles: Sequence[str]) -> float:
    """The CPU time that RapidFuzz takes for every pair, on one core."""
    from rapidfuzz import fuzz, process

    begin = time.process_time()
    for start in range(0, len(lines), _BLOCK):
        process.cdist(lines[start : start + _BLOCK], titles, scorer=fuzz.partial_ratio, score_cutoff=_CUTOFF, workers=1)
    return time.process_time() - begin


class Compared(NamedTuple):
    """Lines against the bundled titles: median CPU seconds of `match` and of `cdist`, and how many lines match."""

    ours: float
    theirs: float
    matched: int


def compared(collection: Collection, lines: Sequence[str]) -> Compared:
    """The median CPU time of both, in turn, each in one process."""
    titles = [result.title for result in collection if result.title]
    matched, ours, theirs = 0, [], []
    for _ in range(_ROUNDS):
        begin = time.process_time()
        matched = sum(match.result is not None for match in Linker(collection).match(lines))
        ours.append(time.process_time() - begin)
        theirs.append(seconds_of_cdist(lines, titles))
    return Compared(median(ours), median(theirs), matched)


class Timed(NamedTuple):
    """CPU seconds of a task, and the most that it may take."""

    task: str
    seconds: float
    bound: float


def english(chance: random.Random) -> Iterator[str]:
    """Titles without end of the English words in the titles of novels."""
    novels = [result.title or "" for result in open_collection(_HERE / "novels.csv")]
    words = sorted({word for title in novels for word in title.split() if word.isalpha()})
    while True:
        yield " ".join(chance.choices(words, k=chance.randint(1, 4))).title()


def listed(titles: Iterable[str]) -> list[Result]:
    """A list of those titles."""
    (one, *_) = open_collection()
    return [one._replace(id=str(number), title=title) for number, title in enumerate(titles)]


def timed(task: str, bound: float, lines: Sequence[str], results: Iterable[Result]) -> Timed:
    """The CPU time of matching lines with results that nothing is known of yet."""
    begin = time.process_time()
    for _ in Linker(results).match(lines):
        pass
    return Timed(task, time.process_time() - begin, bound)


def by_size(collection: Path | None, chance: random.Random) -> Iterator[Timed]:
    """The times in lists of several sizes."""
    titles = [result.title for result in open_collection() if result.title]
    words = english(chance)
    yield timed("2,257 English lines, 271 titles", 2, list(islice(words, 2257)), listed(islice(words, 271)))
    plain = listed(islice(made_up(titles, chance), 50_000))
    yield timed("3 lines, a plain list of 50,000", 5, titles[:3], plain)
    if collection:
        opened = open_collection(collection)
        named = [result.title for result in islice(opened, 0, None, len(opened) // 500) if result.title][:500]
        lines = [f"{number}. 《{title}》" if number % 2 else title for number, title in enumerate(named)]
        lines += list(islice(made_up(titles, chance), 500))
        yield timed(f"1,000 lines, a collection of {len(opened):,}", 60, lines, opened)


def main() -> int:
    """Print the tables; give 1 where a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="one line a work")
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--collection", type=Path, help="a collection file of 300,000 results")
    asked = parser.parse_args()
    collection = open_collection()
    titles = [result.title for result in collection if result.title]
    chance = random.Random(_SEED)
    if asked.file:
        with asked.file.open(encoding="utf-8") as file:
            lines = [line.rstrip("\n") for line in islice(file, asked.lines)]
    else:
        lines = list(islice(made_up(titles, chance), asked.lines))

    ours, theirs, matched = compared(collection, lines)
    print("| lines | titles | match, s | cdist, s | ratio | bound | matched |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    print(
        f"| {len(lines):,} | {len(titles)} | {ours:.1f} | {theirs:.1f} | {ours / theirs:.3f} | {_BOUND} | {matched:,} |"
    )
    print("\n| task | CPU s | bound |")
    print("|---|--:|--:|")
    times = list(by_size(asked.collection, chance))
    print(*(f"| {task} | {seconds:.1f} | {bound:g} |" for task, seconds, bound in times), sep="\n")
    return int(ours > _BOUND * theirs or any(seconds > bound for _, seconds, bound in times))


if __name__ == "__main__":
    sys.exit(main())
