"""Titles in marks: which ones are of works, what is part of a title, and the words around them.

A journal, a competition and a document have the marks of works too: 《甲》2020年第3期, 《甲》征文大赛, 《征稿启事》.
The words directly beside them tell most of them, whatever else a line says. That a title is of what another one was
printed in or made from is told by its place: it is behind that title, in brackets, or has the date of an issue.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from awardcli.collection.user_file.columns.heading_words import CHINESE
from awardcli.collection.user_file.notices.names import OF_BODY
from awardcli.collection.user_file.notices.notice_sentences import masked
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

_NUMBER = "[0-9一二三四五六七八九十百]{1,4}"
_ISSUE = (
    rf"\s*[（(]?\s*(?:(?:19|20)[0-9]{{2}}\s*(?:年度?|[.．/·-])?\s*第?\s*{_NUMBER}(?:\s*[-—～~、/]\s*{_NUMBER})?\s*"
    r"(?:期|卷|号刊?|月[号刊上下]|月[0-9]{1,2}日[,，（(\s]*(?:第?\s*[0-9A-Z]{1,3}\s*版|头版))|"
    r"(?:19|20)[0-9]{2}年?[春夏秋冬][季卷号])"
)
"""2020年第3期, 2014年1月号, 2020年3月5日第4版, 2020年春季号"""
_SOURCE_BEFORE = (
    "(?<!原载|载于|刊于|登于|表于|发于|载自|编自|材于|材自|选自|转自|摘自|出自|根据|依据|按照|依照)(?<!据)"
    "(?<![编材][自于](?:小说|电影|故事|剧本|散文|戏曲))"
)
"""发表于《甲》, 改编自《甲》, 根据《甲》"""
_NO_WORK = (
    rf"(?!第\s*{_NUMBER}\s*届[^《》]*(?:影展|[大艺]展|电影节|艺术节|文化节|大赛|评选|颁奖礼|颁奖典礼)》)"
    "(?!关于[^《》]+的(?:通知|公告|决定|意见|批复|通报)》)"
    "(?![^《》]*(?:征[稿文集](?:启事|公告|通知)|[评征][选奖集稿](?:办法|方案|细则|条例|章程)|实施细则|(?:管理|暂行)办法|参赛须知)》)"
)
"""《第8届某某影展》, 《关于开展活动的通知》, 《摄影大赛征稿启事》"""
_EVENT = "[^《》]*(?:赛|展览?|展[演播映示会]|[术化影乐游]节|评[选比奖]|征[文集稿]|活动|论坛|盛典|典礼|[晚博览]会)》"
_NO_EVENT = (
    rf"(?!(?:(?<=办的《)|(?<=办《)|(?<=[在加]《)|(?<=办了《)|(?<=加了《)){_EVENT}(?=[^荣获]))"
    rf"(?!{_EVENT}(?:日前|近日|[今昨]日|[在于])[^《》，,；;。]{{0,30}}(?:开展|[开闭]幕|落幕|举[行办](?!首映)|启动|揭晓|收官))"
)
"""某局主办的《甲艺术展》在, 《乙影展》在某地开幕; not 某局主办的《丙艺术节》获"""
_JOURNAL_BEHIND = (
    r"(?!(?:双?月刊|季刊|周刊|杂志(?!社)|邮箱|公众号|官网|网站|客户端)(?![》设]))"
    r"(?!(?:讯|报道)[：:，,]|消息[：:，,](?=.*[奖获]))"
    r"(?!(?:杂志|双?月刊|文学)?奖(?![项金励品]))"
    "(?!的?(?:[^在于《》，,。]{0,4}?(?:音乐会|演唱会|[晚春]晚?会|发布会|颁奖礼|典礼|展览|展|比赛|大赛|活动|节目|栏目)(?:现场|舞台)?|舞台|现场)(?:之?上|中)[，,]?)"
    r"(?!(?:杯|全国|全省|全市|首届|主题|有奖|文学|诗歌|散文|小说|摄影|书法|读书|年度){0,3}(?:征文|征稿|大赛|比赛|征集|评选|评奖|展评))"
    rf"(?!第{_NUMBER}期(?:[（(][0-9.-]+[)）])?[（(]?[\u3400-\u9fff])"
    r"(?![^《》：:，,。；;]{0,30}(?:名单|公告|通知|公示|通报|启事|结果(?:公[布告示]|揭晓)?|揭晓)\s*(?:[（(][^（）()]*[)）])?\s*[：:]?$)"
    rf"(?!{_ISSUE})"
)
"""《甲》杂志, 《甲》讯：, 《甲》奖, 《甲》征文大赛, 《甲》第三期评委, 《甲》2020年第3期, 《甲》名单, 《甲》音乐会上"""
TITLE_MARKS = chinese_pattern(
    rf"{_SOURCE_BEFORE}《{_NO_WORK}{_NO_EVENT}(?!(?<=在《)[^《》]+》[上中]?(?:刊[登发载]|发表|首发|连载|转载)(?![于在者]))"
    rf"(?:[^《》]|《[^《》]*》)+》{_JOURNAL_BEHIND}|『[^『』]+』"
)
"""The marks that are around titles always, where the words beside them are not those of a journal or an event."""
_DATE_BEHIND = chinese_pattern(rf"{_ISSUE}|\s*(?:(?:19|20)[0-9]{{2}}年[0-9]|第\s*{_NUMBER}\s*[期卷号])")
"""What is behind the journal in which another title was printed."""
_NEWSPAPER = chinese_pattern(".{1,10}(?:日报|晚报|时报|晨报|早报|商报|青年报|都市报|画报|周报|学报|双?月刊|周刊)")
_OPEN = lazy_pattern(r"[（(][^（）()]*$")
_TITLE_IN_LATIN = lazy_pattern(r"\s*[（(](?P<title>[^()（）\u3400-\u9fff]*[A-Za-z]{2}[^()（）\u3400-\u9fff]*)[)）]")
"""The title in another language behind a Chinese one: 《水形物语》（The Shape of Water）"""
_PART_OF_TITLE = chinese_pattern(
    r"\s*(?:[（(](?:第.{1,3}[卷部季集辑期]|[上中下全一二三四五](?:、[中下二三四五])*|[0-9]{1,2})[)）]|第.{1,3}[卷部季集辑篇期]|[上中下续][卷部集篇]|"
    r"(?:之[\u3400-\u9fff0-9]{1,10}|(?![等共两0-9一二三四五六七八九十])[\u3400-\u9fff]{1,5}篇)(?=[\s、，,；;。（(]|$)|[读观]后感|有感|[影书]评)"
)
"""What is part of a title, behind its marks: 《甲》（第二卷）, 《甲》之家人篇, 《甲》读后感"""
JOINS_TITLES = chinese_pattern(r"(?:以及|[\s、，,；;和及与/·&])*")
"""What only joins two titles: 《甲》和《乙》"""


def marked_titles(text: str) -> list[str]:
    """The titles of a text, in their marks, without compiling the pattern where there are none."""
    return TITLE_MARKS.findall(text) if "》" in text or "』" in text else []


def titles_and_rest(text: str, spans: Sequence[re.Match[str]]) -> tuple[list[str], list[str]]:
    """The titles in a line, and the words before, between and behind them: one more than titles.

    What another title was made from or printed in is part of the words.
    """
    titles: list[str] = []
    rest: list[str] = []
    end = 0
    for span in spans:
        is_of_body = OF_BODY.match(text, span.end()) and not OF_BODY.match(text, spans[0].end())
        if titles and (is_of_body or _is_about_another(text, span, end)):
            continue  # 《甲》 《乙》编辑部
        part = _PART_OF_TITLE.match(text, span.end())
        titles.append(span[0][1:-1].removesuffix(",") + (part[0].strip() if part else ""))
        rest.append(text[end : span.start()])
        end = part.end() if part else span.end()
    return titles, [*rest, text[end:]]


def other_titles(titles: Sequence[str], between: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names in Latin letters in brackets behind Chinese titles, or "", and the words without these."""
    behind = [_TITLE_IN_LATIN.match(words) for words in between[1:]]
    found = [latin if CHINESE.search(title) else None for title, latin in zip(titles, behind, strict=True)]
    rest = [words[latin.end() :] if latin else words for words, latin in zip(between[1:], found, strict=True)]
    return [latin["title"].strip() if latin else "" for latin in found], [between[0], *rest]


def entries(text: str, title_marks: re.Pattern[str]) -> list[str]:
    """The parts of a line with several titles that semicolons or stops separate, each with a title.

    A part without one belongs to the title before it; to the one behind it where the line begins so.

    >>> entries("《甲》（张三）；《乙》；某局。《丙》", TITLE_MARKS)
    ['《甲》（张三）；', '《乙》；某局。', '《丙》']
    """
    if not re.search("[；;。]", text) or len(title_marks.findall(text)) < 2:
        return [text]
    ends = [found.end() for found in re.finditer("[；;。]+", masked(text))]
    parts = list(filter(None, (text[begin:end] for begin, end in pairwise([0, *ends, len(text)]))))
    have_titles = [title_marks.search(part) is not None for part in parts]
    if not have_titles[0] and have_titles[-1]:
        starts = [0, *(at + 1 for at, has_title in enumerate(have_titles[:-1]) if has_title)]
    else:
        starts = [0, *(at for at, has_title in enumerate(have_titles) if has_title and any(have_titles[:at]))]
    return ["".join(parts[begin:end]) for begin, end in pairwise([*starts, len(parts)])]


def is_more_than_title(text: str, title_marks: re.Pattern[str]) -> bool:
    """Whether a line has words beside its first title."""
    rest = title_marks.sub("", text, count=1)
    return any(map(str.isalnum, _PART_OF_TITLE.sub("", rest)))


def _is_about_another(text: str, span: re.Match[str], end: int) -> bool:
    """Whether a title says something of the one that ends at `end`: 《甲》（《乙》主题曲）, 《甲》张三《乙》第3期."""
    between, behind = text[end : span.start()], text[span.end() :]
    is_beside_bracket = re.match(r"\s*[)）]", between) is not None  # 李四（《甲》）、王五（《乙》）
    if _OPEN.search(between) and re.search("[)）]", behind) and not is_beside_bracket:
        return True
    if not any(map(str.isalnum, between)):
        return False
    is_alone = between[-1] in " \u3000，,；;" and re.match(r"\W*$", behind) is not None
    is_journal = is_alone and _NEWSPAPER.fullmatch(span[0][1:-1]) is not None
    return is_journal or (_DATE_BEHIND.match(behind) is not None and _DATE_BEHIND.match(text, end) is None)
