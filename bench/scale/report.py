"""The report of a run: tables in both languages, and a picture."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.match.speed import Timed
from bench.scale.inside import SLIPS, Inside
from bench.scale.loading import Imported, Matched
from bench.timing import Ran

MOST_GROWTH = 1.25
MOST_GROWTH_COMMON = 2.0
_MOST_OF_FZF = 0.4
_MOST_OF_SCAN = {False: 1 / 20, True: 1 / 8}
"""Of a scan by RapidFuzz, for what is typed right, and for slips."""
_LEAST_FOUND = {False: 0.99, True: 0.97}
MOST_PEAK = 64
_MOST_IMPORT = {"csv": 16, "jsonl": 9}
MOST_IMPORT_PEAK = 330
_MOST_PACKED = 2.5
_MOST_MATCH = 1 / 4
_MOST_MATCH_PEAK = 400
_MIB = 1 << 20


Words = tuple[str, str]
"""English and Chinese."""


class Started(NamedTuple):
    """How long a command takes; None where the tool is not installed."""

    name: str
    ran: Ran | None


class Searched(NamedTuple):
    """A kind of query: for each size of list, how long each tool takes; None where it has no way to answer."""

    kind: str
    by_size: Mapping[int, Mapping[str, Ran | None]]


_LINES = (("titles of the list", "名单中的标题"), ("made-up lines", "编造的行"))
"""What is matched, in both languages."""


class Goal(NamedTuple):
    """What was measured, what it should be, and whether it is."""

    name: str
    name_zh: str
    value: str
    bound: str
    met: bool


class Report(NamedTuple):
    """Everything that was measured; `packed` is the size of a collection beside its JSON lines."""

    sizes: Sequence[int]
    started: Sequence[Started]
    searched: Sequence[Searched]
    inside: Sequence[Inside]
    imported: Sequence[Imported]
    matched: Sequence[Matched]
    tasks: Sequence[Timed]
    packed: float

    def goals(self) -> Iterator[Goal]:
        """Every goal with what was measured."""
        yield from self._of_searches()
        yield from self._of_answers()
        for load in self.imported:
            name, name_zh = f"import of {load.suffix}: against a bare insertion", f"导入 {load.suffix}：比直接插入"
            yield _at_most((name, name_zh), load.seconds / load.bare, _MOST_IMPORT[load.suffix])
        peak = max(load.peak for load in self.imported)
        yield _at_most(("memory of an import, MiB", "导入占用内存（MiB）"), peak, MOST_IMPORT_PEAK)
        yield _at_most(("size against JSON lines", "合集文件比 JSON lines"), self.packed, _MOST_PACKED)
        for match in self.matched:
            lines, lines_zh = _LINES[match.made_up]
            names = f"match, {lines}: against every pair", f"match，{lines_zh}：比逐对比较"
            yield _at_most(names, match.compared.ours / match.compared.theirs, _MOST_MATCH)
        for task in self.tasks:
            names = f"CPU seconds of match: {task.task}", f"match 的 CPU 秒数：{task.task_zh}"
            yield _at_most(names, task.seconds, task.bound)
        peak = max([match.peak for match in self.matched] + [task.peak for task in self.tasks])
        yield _at_most(("memory of match, MiB", "match 占用内存（MiB）"), peak, _MOST_MATCH_PEAK)

    def _of_searches(self) -> Iterator[Goal]:
        least, most = self.sizes[0], self.sizes[-1]
        peak = 0.0
        for kind, by_size in self.searched:
            ours, small, fzf = by_size[most]["awardcli"], by_size[least]["awardcli"], by_size[most]["fzf"]
            assert ours is not None
            assert small is not None
            peak = max(peak, ours.peak)
            names = f"{kind}: {most:,} against {least:,}", f"{_zh(kind)}：{most:,} 条比 {least:,} 条"
            bound = MOST_GROWTH_COMMON if kind == "common" else MOST_GROWTH
            yield _at_most(names, ours.seconds / small.seconds, bound)
            if fzf:
                names = f"{kind}: against fzf at {most:,}", f"{_zh(kind)}：{most:,} 条时比 fzf"
                yield _at_most(names, ours.seconds / fzf.seconds, _MOST_OF_FZF)
        yield _at_most(("memory of a search, MiB", "搜索占用内存（MiB）"), peak, MOST_PEAK)

    def _of_answers(self) -> Iterator[Goal]:
        for each in self.inside:
            slip = each.kind in SLIPS
            names = f"{each.kind}: p95 in process against a scan", f"{_zh(each.kind)}：进程内 p95 比全表扫描"
            yield _at_most(names, each.p95 / each.scan, _MOST_OF_SCAN[slip])
            names = f"{each.kind}: known answers found", f"{_zh(each.kind)}：找到已知答案"
            found = (each.top + each.tied + each.surer) / (each.asked - each.renumbered)
            least = _LEAST_FOUND[slip]
            yield Goal(*names, f"{found:.1%}", f"≥ {least:.0%}", found >= least)

    def missed(self) -> list[str]:
        """The goals that were missed."""
        return [f"{goal.name}: {goal.value} ({goal.bound})" for goal in self.goals() if not goal.met]


def _at_most(names: Words, value: float, bound: float) -> Goal:
    return Goal(*names, f"{value:.3g}", f"≤ {bound:.3g}", value <= bound)


_KINDS_ZH = {
    "substring": "部分标题",
    "homophone": "同音字",
    "letters": "全拼",
    "initials": "首字母",
    "typo": "错一字",
    "deletion": "漏一字",
    "common": "常用字词",
}


def _zh(kind: str) -> str:
    return _KINDS_ZH[kind]


_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_LANGUAGES = ("en", "zh")


def write(report: Report, folder: Path | None) -> None:
    """Write the page in both languages and its picture into a folder; print the English page where there is none."""
    for place, name in enumerate(("scale.md", "scale.zh-CN.md")):
        text = "\n".join(_page(report, place)) + "\n"
        if folder:
            (folder / name).write_text(text, encoding="utf-8")
        elif place == 0:
            print(text)
    if folder:
        _draw(report, folder / "scale.svg")


def _page(report: Report, place: int) -> Iterator[str]:
    """The lines of the page: English for 0, Chinese for 1."""

    def said(*words: str) -> str:
        return words[place]

    yield said("# From a thousand titles to a million", "# 从一千条到一百万条")
    yield ""
    yield said("[中文](scale.zh-CN.md)", "[English](scale.md)")
    yield ""
    yield _WORDS["introduction"][_LANGUAGES[place]]
    yield ""
    yield f"![{said('Time of a search by size of the list', '搜索用时随名单大小的变化')}](scale.svg)"
    for heading, name, table in (
        (("Start-up", "启动"), "starting", _starting_table),
        (("Search, whole processes", "搜索（整个进程）"), "searching", _searching_table),
        (("Search, inside Python", "搜索（进程内）"), "inside", _inside_table),
        (("Import and match", "导入与比对"), "loading", _loading_table),
        (("Goals", "目标"), "goals", _goals_table),
    ):
        yield ""
        yield f"## {said(*heading)}"
        yield ""
        yield _WORDS[name][_LANGUAGES[place]]
        yield ""
        first, *rows = table(report, place)
        yield f"| {' | '.join(map(str, first))} |"
        yield f"| --- |{' --: |' * (len(first) - 1)}"
        yield from (f"| {' | '.join(map(str, row))} |" for row in rows)


Rows = Iterator[Sequence[object]]
"""The heading of a table, then its rows."""


def _starting_table(report: Report, place: int) -> Rows:
    typer, python = (_time_of(report, name) for name in ("import typer", "python -c pass"))
    yield (("command", "命令")[place], "ms", ": `import typer`", ": `python -c pass`", "MiB")
    for name, ran in report.started:
        if ran:
            ratios = f"{ran.seconds / typer:.2f}", f"{ran.seconds / python:.1f}"
            yield (name, f"{ran.seconds * 1000:.0f}", *ratios, f"{ran.peak:.0f}")
        else:
            yield (name, ("not installed", "未安装")[place], "", "", "")


def _time_of(report: Report, name: str) -> float:
    return next(started.ran.seconds for started in report.started if started.name == name and started.ran)


def _searching_table(report: Report, place: int) -> Rows:
    least, most = report.sizes[0], report.sizes[-1]
    query, tool, ours = (("query", "tool", "awardcli : tool"), ("查询", "工具", "awardcli : 该工具"))[place]
    yield (query, tool, *(f"{size:,}" for size in report.sizes), f"{most:,} : {least:,}", ours)
    for kind, by_size in report.searched:
        for name, ran in by_size[most].items():
            times = (f"{one.seconds * 1000:.0f}" if (one := by_size[size][name]) else "-" for size in report.sizes)
            beside = "" if name == "awardcli" else _ratio(by_size[most]["awardcli"], ran)
            yield ((kind, _zh(kind))[place], name, *times, _ratio(ran, by_size[least][name]), beside)


def _inside_table(report: Report, place: int) -> Rows:
    times = ("p50 ms", "p95 ms", "scan ms", "p95 : scan"), ("p50 ms", "p95 ms", "扫描 ms", "p95 : 扫描")
    outcomes = (
        ("first ten", "as good", "as typed elsewhere", "another number", "missed"),
        ("前十", "同分", "别处原样含有", "另一个数", "未找到"),
    )
    yield (("query", "查询")[place], *times[place], *outcomes[place])
    for each in report.inside:
        took = f"{each.p50:.1f}", f"{each.p95:.1f}", f"{each.scan:.0f}", f"1/{each.scan / each.p95:.0f}"
        counts = each.top, each.tied, each.surer, each.renumbered, len(each.missed)
        yield ((each.kind, _zh(each.kind))[place], *took, *counts)


def _loading_table(report: Report, place: int) -> Rows:
    yield (("work", "seconds", "beside it", "ratio", "MiB"), ("工作", "秒", "对照（秒）", "比值", "MiB"))[place]
    for load in report.imported:
        work = (f"import, {load.suffix}", f"导入 {load.suffix}")[place]
        ratio = f"{load.seconds / load.bare:.1f}"
        yield (work, f"{load.seconds:.0f}", f"{load.bare:.1f}", ratio, f"{load.peak:.0f}")
    for match in report.matched:
        ours, theirs = match.compared.ours, match.compared.theirs
        lines = _LINES[match.made_up][place]
        work = (f"match, {match.lines:,} {lines}", f"match，{lines} {match.lines:,} 行")[place]
        yield (work, f"{ours:.1f}", f"{theirs:.1f}", f"{ours / theirs:.3f}", f"{match.peak:.0f}")
    for task in report.tasks:
        work = (f"match, {task.task}", f"match，{task.task_zh}")[place]
        yield (work, f"{task.seconds:.1f}", "-", "-", f"{task.peak:.0f}")


def _goals_table(report: Report, place: int) -> Rows:
    yield (("goal", "measured", "bound", "met"), ("目标", "实测", "界限", "达到"))[place]
    for goal in report.goals():
        met = (("**no**", "yes"), ("**否**", "是"))[place][goal.met]
        yield ((goal.name, goal.name_zh)[place], goal.value, goal.bound, met)


def _ratio(ran: Ran | None, other: Ran | None) -> str:
    return f"{ran.seconds / other.seconds:.2f}" if ran and other else "-"


def _draw(report: Report, path: Path) -> None:
    """Draw whole-process times over the sizes, one line a tool and kind, distinct without colour too."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "awardcli", "font.family": "sans-serif"})
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 5))
    styles = {"awardcli": ("o", "-", "black"), "fzf": ("s", "--", "tab:red"), "sqlite-utils": ("^", ":", "tab:blue")}
    for tool, (marker, line, colour) in styles.items():
        label: str | None = tool
        for _, by_size in report.searched:
            points = [(size, ran.seconds * 1000) for size in report.sizes if (ran := by_size[size][tool])]
            if points:
                sizes, times = zip(*points, strict=True)
                axes.plot(sizes, times, marker=marker, linestyle=line, color=colour, linewidth=1, label=label)
                label = None
    axes.set(xscale="log", yscale="log", xlabel="titles", ylabel="milliseconds, whole process")
    axes.set_title("The first 50 hits, one line for each kind of query")
    axes.grid(visible=True, which="major", linewidth=0.3)
    axes.legend(frameon=False)
    figure.savefig(path, metadata={"Date": None}, bbox_inches="tight")
