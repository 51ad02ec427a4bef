"""How often `match` is right, by the way in which a line is written.

    python -m bench.match.forms [LIST ...] [--only WORD] [--misses] [--check]

Every form writes titles of the lists of this folder, of the bundled list, and of the lists given, as people write them
in submission lists, file names, posters, references and messages. With `--check` it fails below the bar: precision
.98, recall .95 in all and .85 in each form, and nothing wrong or undue at 100.
"""

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.match.gold import Counts, Line, parser_of, report

from awardcli import Linker, open_collection
from awardcli.language.fold import fold
from awardcli.language.numerals import title_numbers
from awardcli.model import Result

HERE = Path(__file__).parent
A_FORM = 12
"""Lines of each form, of each list, in each script."""
_SEED = 20220101
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"
_BLACK, _BRACKETED, _HAN_BRACKETED, _ROMAN = "❶❷❸❹❺❻❼❽❾❿", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_NUMBERS = "一二三四五六七八九十百千万两第上下前后"
_NOBODY = ("Ada Northcott", "Ben Alderley", "Clare de Vere", "D. K. Farrow", "周子昂")


class Work(NamedTuple):
    """A work of a list, as a line names it."""

    title: str
    other: str
    year: int | None
    who: str
    is_han: bool

    @property
    def letters(self) -> int:
        """Letters, digits and Chinese characters of the title."""
        return len(fold(self.title))


Write = Callable[[Work, random.Random], str | None]


def plain(pattern: str) -> Write:
    """A form that is a pattern; it needs what the pattern names. `n` is a number up to 60."""

    def write(work: Work, chance: random.Random) -> str | None:
        facts = {"T": work.title, "O": work.other, "Y": work.year, "W": work.who}
        if any(f"{{{name}}}" in pattern and not fact for name, fact in facts.items()):
            return None
        return pattern.format(**facts, n=chance.randint(2, 60), c=chance.choice(_CIRCLED), k=chance.randrange(10))

    return write


def of(signs: str, pattern: str) -> Write:
    """A form with one of the signs before the title."""
    return lambda work, chance: pattern.format(chance.choice(signs), work.title)


def only(condition: Callable[[Work], bool], write: Write) -> Write:
    """A form of some works only."""
    return lambda work, chance: write(work, chance) if condition(work) else None


def is_latin(work: Work) -> bool:
    return not work.is_han and work.letters > 3


def is_han(work: Work) -> bool:
    return work.is_han


def is_long(work: Work) -> bool:
    """Whether the title can be recognized among ordinary words without marks around it."""
    return work.letters >= (4 if work.is_han else 8)


def is_unnumbered(work: Work) -> bool:
    return not title_numbers(work.title)


def moved(work: Work, _: random.Random) -> str | None:
    article, *rest = work.title.split(" ", 1)
    return f"{rest[0]}, {article}" if article in ("The", "A", "An") and rest else None


def without_article(work: Work, _: random.Random) -> str | None:
    article, *rest = work.title.split(" ", 1)
    return rest[0] if article == "The" and rest and len(rest[0]) > 8 else None


def dotted(work: Work, chance: random.Random) -> str | None:
    """As films are called in file names."""
    if not is_latin(work) or not work.year or not is_long(work):
        return None
    ending = chance.choice(("1080p.BluRay.x264", "mkv", "DVDRip"))
    return ".".join([*words(work), str(work.year), ending])


def words(work: Work) -> list[str]:
    """The words of a title without its marks."""
    title = work.title.replace("'", "")
    return "".join(character if character.isalnum() else " " for character in title).split()


def misspelt(pattern: str) -> Write:
    """A form with another character in a short title."""

    def write(work: Work, chance: random.Random) -> str | None:
        places = [at for at, character in enumerate(work.title) if character not in _NUMBERS]
        if not work.is_han or not 4 <= work.letters <= 5 or not work.title.isalpha() or not places:
            return None
        at = chance.choice(places)
        title = work.title[:at] + chance.choice("龘坝渊萌沁") + work.title[at + 1 :]
        return plain(pattern)(work._replace(title=title), chance)

    return write


def of_another(pattern: str) -> Write:
    """A form with somebody who did not make it."""
    return lambda work, chance: plain(pattern)(work._replace(who=chance.choice(_NOBODY)), chance)


def misdated(work: Work, chance: random.Random) -> str | None:
    """With another year near that of the work."""
    return f"{work.title} ({work.year + chance.choice((-2, -1, 1, 2))})" if work.year else None


FORMS: dict[str, Write] = {
    # enumeration
    "①T": of(_CIRCLED, "{}{}"),
    "① T": of(_CIRCLED, "{} {}"),
    "❶T": of(_BLACK, "{}{}"),
    "⑴T": of(_BRACKETED, "{}{}"),
    "㈠T": of(_HAN_BRACKETED, "{}{}"),
    "⒈T": of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑", "{}{}"),
    "Ⅰ. T": of(_ROMAN, "{}. {}"),
    "Ⅰ、T": of(_ROMAN, "{}、{}"),
    "III. T": lambda w, c: f"{c.choice(['I', 'II', 'III', 'IV', 'V', 'VI', 'IX', 'XII'])}. {w.title}",
    "#38 T": plain("#{n} {T}"),
    "No.38 T": plain("No.{n} {T}"),
    "No. 38: T": plain("No. {n}: {T}"),
    "38. T": plain("{n}. {T}"),
    "38.T": plain("{n}.{T}"),
    "38) T": plain("{n}) {T}"),
    "038 - T": plain("0{n} - {T}"),
    "[3] T": plain("[{n}] {T}"),
    "【3】T": plain("【{n}】{T}"),
    "（三）T": lambda w, c: f"（{c.choice('一二三四五六七八九十')}）{w.title}",
    "三、T": lambda w, c: f"{c.choice(['一', '二', '三', '十', '十一', '二十三'])}、{w.title}",
    "A. T": lambda w, c: f"{c.choice('ABCDEF')}. {w.title}",
    "b) T": lambda w, c: f"{c.choice('abcdef')}) {w.title}",
    "• T": lambda w, c: f"{c.choice('•·●■◆○▪➢❖✦※★☆-*+>→')} {w.title}",
    "•T": lambda w, c: f"{c.choice('•●■◆○▪➢❖✦※★☆')}{w.title}",
    "第3名：T": plain("第{n}名：{T}"),
    "序号3：T": plain("序号{n} {T}"),
    "emoji T": lambda w, c: f"{c.choice(['🎬', '✅', '👍', '🏆', '📽️', '1️⃣', '🥇'])}{w.title}",
    # who
    "who's T": only(is_latin, plain("{W}'s {T}")),
    "T by who": only(is_latin, plain("{T} by {W}")),
    "T, by who": only(is_latin, plain("{T}, by {W}")),
    "who – T": plain("{W} – {T}"),
    "who - T": plain("{W} - {T}"),
    "who — T": plain("{W}——{T}"),
    "who的《T》": only(is_han, plain("{W}的《{T}》")),
    "who《T》": plain("{W}《{T}》"),
    "who, T": plain("{W}, {T}"),
    "who: T": plain("{W}: {T}"),
    "who导演的《T》": only(is_han, plain("{W}导演的《{T}》")),
    "《T》（导演：who）": plain("《{T}》（导演：{W}）"),
    "T（导演 who）": plain("{T}（导演 {W}）"),
    "T (dir. who)": plain("{T} (dir. {W})"),
    "T directed by who": only(is_latin, plain("{T}, directed by {W}")),
    "《T》作者：who": plain("《{T}》 作者：{W}"),
    "who作品《T》": plain("{W}作品《{T}》"),
    "T-报送单位：who": only(is_long, plain("{T}-报送单位：{W}")),
    "who报送的《T》": plain("{W}报送的《{T}》"),
    "《T》（who选送）": plain("《{T}》（{W}选送）"),
    "who《T》（year）": plain("{W}《{T}》（{Y}）"),
    "T | year | who": plain("{T} | {Y} | {W}"),
    "T,year,who": plain("{T},{Y},{W}"),
    # labels
    "作品名称：T": plain("作品名称：{T}"),
    "作品名称：《T》 报送单位：who": plain("作品名称：《{T}》 报送单位：{W}"),
    "片名：T 导演：who": plain("片名：{T}  导演：{W}"),
    "Title: T": plain("Title: {T}"),
    "题目：T": plain("题目：{T}"),
    "参赛作品：T": plain("参赛作品：{T}"),
    "【微电影】T": plain("【微电影】{T}"),
    "电影《T》": plain("电影《{T}》"),
    "T（系列片）": plain("{T}（系列片）"),
    "T（微电影）": plain("{T}（微电影）"),
    "T (year film)": plain("{T} ({Y} film)"),
    "T（year年电影）": plain("{T}（{Y}年电影）"),
    # files
    "T.mp4": plain("{T}.mp4"),
    "01_T.mp4": plain("0{k}_{T}.mp4"),
    "01-T.mov": plain("0{k}-{T}.mov"),
    "year_T_final_v2": only(is_long, plain("{Y}_{T}_final_v2")),
    "T_终稿": only(is_long, plain("{T}_终稿")),
    "T-最终版.mp4": only(is_long, plain("{T}-最终版.mp4")),
    "T(1).mp4": only(is_long, plain("{T}(1).mp4")),
    "who_T.docx": plain("{W}_{T}.docx"),
    "T_who_year.pdf": plain("{T}_{W}_{Y}.pdf"),
    "T.1994.1080p.BluRay": dotted,
    "T_成片_1080P.mp4": only(is_long, plain("{T}_成片_1080P.mp4")),
    "T海报.jpg": only(is_long, plain("{T}海报.jpg")),
    "T.zh-CN.srt": only(is_long, plain("{T}.zh-CN.srt")),
    "T.flac": only(is_long, plain("{T}.flac")),
    "T.HD1080P.国语中字.mp4": only(is_long, plain("{T}.HD1080P.国语中字.mp4")),
    "扫描件_0012_T.pdf": plain("扫描件_0012_{T}.pdf"),
    "date  time  size  T.mp4": plain("2022/10/31  16:02     1,288,490,188 {T}.mp4"),
    # as they are handed in
    "who+T+telephone": plain("{W}+{T}+13812345678"),
    "telephone who T": plain("138-1234-5678 {W} {T}"),
    "T who 021-telephone": plain("{T} {W} 021-56{n:02}3456"),
    "who_T_0712定稿.mp4": plain("{W}_{T}_0712定稿.mp4"),
    "关于报送微电影T的函": only(is_han, plain("Re: 关于报送微电影{T}的函")),
    "微视频-3：T": plain("微视频-{n}：{T}"),
    "12 / 20 T": plain("{n} / 60 {T}"),
    # scans, shops, libraries, programmes
    "图3：T剧照": only(is_han, only(is_long, plain("图3：{T}剧照"))),
    "I247.57/123 T": plain("I247.57/123 {T}"),
    "T,ISBN,price": plain("{T},9787020002207,39.80"),
    "T × 2 25.00": only(is_long, plain("{T} × 2 25.00")),
    "T ........ 12": plain("{T} ........ 12"),
    "3.2.1 T": plain("3.2.1　{T}"),
    "T 120分钟 彩色": plain("{T} 120分钟 彩色"),
    "<td>T</td><td>year</td>": plain("<td>{T}</td><td>{Y}</td>"),
    "#T# 太好看了": plain("#{T}# 太好看了"),
    "영화 T": plain("영화 {T}"),
    # quotation marks
    "“T”": plain("“{T}”"),
    '"T"': plain('"{T}"'),
    "‘T’": plain("‘{T}’"),
    "'T'": plain("'{T}'"),
    "«T»": plain("«{T}»"),
    "「T」": plain("「{T}」"),
    "『T』": plain("『{T}』"),
    "<T>": plain("<{T}>"),
    "<<T>>": plain("<<{T}>>"),
    "【T】": plain("【{T}】"),
    "*T*": plain("*{T}*"),
    "**T**": plain("**{T}**"),
    "#T#": plain("#{T}#"),
    "#T": plain("#{T}"),
    "〖T〗": plain("〖{T}〗"),
    "《T": plain("《{T}"),
    "T》": plain("{T}》"),
    # years
    "T [year]": plain("{T} [{Y}]"),
    "[year] T": plain("[{Y}] {T}"),
    "T {year}": plain("{T} {{{Y}}}"),
    "T, year": plain("{T}, {Y}"),
    "T-year": plain("{T}-{Y}"),
    "T year年": plain("{T} {Y}年"),
    "year年《T》": plain("{Y}年《{T}》"),
    "T（year，who）": plain("{T}（{Y}，{W}）"),
    "T (who, year)": plain("{T} ({W}, {Y})"),
    "(year) T": plain("({Y}) {T}"),
    "year.05 T": only(lambda w: not w.title[0].isdigit(), plain("{Y}.05 {T}")),
    # references
    "who (year). T.": plain("{W} ({Y}). {T}."),
    "who. T[M]. 北京, year.": plain("{W}. {T}[M]. 北京: 作家出版社, {Y}."),
    "[3] who. T[M]. year": plain("[{n}] {W}. {T}[M]. {Y}."),
    "who，《T》，year年": plain("{W}，《{T}》，{Y}年"),
    # both titles
    "T/other": plain("{T}/{O}"),
    "T / other": plain("{T} / {O}"),
    "other（T）": plain("{O}（{T}）"),
    "T a.k.a. other": plain("{T} a.k.a. {O}"),
    "T（又名：other）": plain("{T}（又名：{O}）"),
    "T | other": plain("{T} | {O}"),
    # messages
    "推荐《T》": plain("推荐《{T}》"),
    "昨天看了《T》，不错": plain("昨天看了《{T}》，不错"),
    "恭喜《T》获奖！": plain("恭喜《{T}》获奖！"),
    "T ★★★★★": plain("{T} ★★★★☆"),
    "T 9.2分": only(is_long, plain("{T} 9.2分")),
    "T ✓": plain("{T} ✓"),
    "T（已看）": plain("{T}（已看）"),
    "- [x] T": plain("- [x] {T}"),
    "T - 豆瓣": only(is_long, plain("{T} - 豆瓣")),
    "T_百度百科": only(is_long, plain("{T}_百度百科")),
    "T - Wikipedia": only(is_long, plain("{T} - Wikipedia")),
    "T - IMDb": only(is_long, plain("{T} - IMDb")),
    "一等奖：T": plain("一等奖：{T}"),
    "一等奖 《T》 who": plain("一等奖 《{T}》 {W}"),
    "T（一等奖）": plain("{T}（一等奖）"),
    "最佳影片《T》": plain("最佳影片《{T}》"),
    "Best Picture: T": plain("Best Picture: {T}"),
    "T，": plain("{T}，"),
    "T；": plain("{T}；"),
    "T...": plain("{T}……"),
    "Re: T": plain("Re: {T}"),
    "转发：《T》申报表": plain("转发：《{T}》申报表"),
    "附件3：T": plain("附件3：{T}"),
    "申报作品：T": plain("申报作品：{T}"),
    "展映单元：T（who）": plain("展映单元：{T}（{W}）"),
    "5月13日 14:00 T 1号厅": only(is_han, plain("5月13日 14:00 {T} 1号厅")),
    "T 25周年纪念版": only(is_long, plain("{T} 25周年纪念版")),
    "T（year年版）": only(is_han, plain("{T}（{Y}年版）")),
    "14/250 T": only(is_long, plain("{n}/250 {T}")),
    "电影T今日上映": only(is_han, only(is_long, plain("电影{T}今日上映"))),
    # spelling
    "T upper": only(is_latin, lambda w, c: w.title.upper()),
    "t lower": only(is_latin, lambda w, c: w.title.lower()),
    "T_with_underscores": only(is_latin, lambda w, c: w.title.replace(" ", "_")),
    "t-slug": only(
        is_latin,
        lambda w, c: "-".join("".join(x if x.isalnum() else " " for x in w.title.lower().replace("'", "")).split()),
    ),
    "T, The": moved,
    "T without The": without_article,
    "T T": only(is_han, lambda w, c: " ".join(w.title)),
    "wrong character, year": misspelt("{T} ({Y})"),
    "wrong character, who": misspelt("{W}《{T}》"),
    "wrong year: T (year)": only(is_long, misdated),
    "wrong part: T（第一季）": only(is_unnumbered, plain("{T}（第一季）")),
    "wrong part: T, Vol. 1": only(is_unnumbered, only(is_latin, plain("{T}, Vol. 1"))),
    "wrong part: T1": only(is_unnumbered, only(is_han, plain("{T}1"))),
    "wrong part: 《T》片段": plain("《{T}》片段"),
    "wrong who: who's T": only(is_latin, only(is_long, of_another("{W}'s {T}"))),
    "wrong who: T by who": only(is_latin, only(is_long, of_another("{T} by {W}"))),
    "wrong who: who – T": only(is_long, of_another("{W} – {T}")),
    "wrong who: who的《T》": of_another("{W}的《{T}》"),
    "wrong who: T-who": only(is_han, only(is_long, of_another("{T}-{W}"))),
    "wrong who: who_T.mp4": only(is_long, of_another("{W}_{T}.mp4")),
}
_BELOW = "wrong"


def work_of(result: Result) -> Work:
    """What a line can say of a result."""
    names = [organization.name for organization in result.organizations]
    title = result.title or ""
    return Work(
        title=title,
        other=next((other for other in result.other_titles if fold(other) not in ("", fold(title))), ""),
        year=result.edition.year,
        who=names[0] if names else "",
        is_han=any("\u3400" <= character <= "\u9fff" for character in title),
    )


def lines_of(name: str, results: Sequence[Result], form: str) -> Iterator[Line]:
    """Lines of a form, as many of titles in Chinese as of others."""
    ids: dict[str, set[str]] = {}
    for result in results:
        for title in filter(None, (result.title, *result.other_titles)):
            ids.setdefault(fold(title), set()).add(result.id)
    works = [work for work in map(work_of, results) if work.letters and not set(work.title) & set("《》|")]
    chance = random.Random(f"{_SEED} {name} {form}")
    mixed = chance.sample(works, len(works))
    for is_han in (True, False):
        written = ((work, text) for work in mixed if work.is_han is is_han and (text := FORMS[form](work, chance)))
        for work, text in islice(written, A_FORM):
            right = frozenset(ids[fold(work.title)])
            yield Line(list=name, right=right, doubt=frozenset(), is_below=form.startswith(_BELOW), text=text)


def measured(paths: Sequence[Path], forms: Sequence[str]) -> tuple[list[Counts], list[str]]:
    """The counts of each form and of all, and what is wrong, line by line."""
    counts = {form: Counts(form) for form in (*forms, "all")}
    misses = []
    for path in (None, *sorted(HERE.glob("*.csv")), *paths):
        results = list(open_collection(path))
        linker = Linker(results)
        for form in forms:
            for line in lines_of(path.stem if path else "bundled", results, form):
                (match,) = linker.match([line.text])
                counts["all"].add(line, match)
                if problem := counts[form].add(line, match):
                    answer = f"{match.result.title} ({match.score})" if match.result else "nothing"
                    misses.append(f"{form}: {line.text} -> {answer}: {problem}")
    return [count for count in counts.values() if count.lines], misses


def main() -> int:
    """Print the table; with `--check` give 1 below the bar."""
    parser = parser_of(__doc__)
    parser.add_argument("lists", nargs="*", type=Path)
    parser.add_argument("--only", default="", metavar="WORD", help="forms whose name holds the word")
    asked = parser.parse_args()
    return report("form", *measured(asked.lists, [form for form in FORMS if asked.only in form]), asked)


if __name__ == "__main__":
    sys.exit(main())
