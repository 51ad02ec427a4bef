"""What lines of a text name for the titles below or behind them, as the other lines show it.

Some lines name an award, a category, a year or an edition by themselves (`captions`). Others do so only because of what
the rest of the text is: where most lines are an award, a colon and its titles, the award need not be known; a number
alone in a line is a year where each is above a caption or a title in marks.

A caption may also name a group of works by its form, or by the kind of work, and not by the name of an award:

    推荐电影七部：      ends in a colon, which no title does
    2.电视剧/片（6部）  says how many works are below it
    小说                a kind of work, above titles in marks or an award
    POETRY              the caption above it again, in pinyin or English, as pages are laid out

A group is a category, unless its caption says that its works were recommended, nominated or chosen.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from awardcli.collection.user_file import section_names
from awardcli.collection.user_file.columns.heading_words import CHINESE, NUMBERING, REMARK, sure_role
from awardcli.collection.user_file.columns.headings_without_roles import has_no_role
from awardcli.collection.user_file.notices import captions, notice_lines
from awardcli.collection.user_file.notices.captions import (
    HAVING_WON,
    Caption,
    bests_among,
    caption_of,
    names_shortlist,
)
from awardcli.collection.user_file.notices.item_lines import MOST, ItemRules
from awardcli.collection.user_file.notices.labels import is_of_no_award
from awardcli.collection.user_file.notices.names import KIND_AT_END, LEADER
from awardcli.collection.user_file.notices.notice_lines import may_frame_or_sign, why_aside, without_item_number
from awardcli.collection.user_file.notices.work_and_person import PERSON_ALONE
from awardcli.collection.user_file.section_names import BARE_YEAR, is_category, is_section_of_award
from awardcli.language.awards import AWARD_IN_LATIN, ends_in_prize, is_of_people
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON
from awardcli.language.pinyin import untoned
from awardcli.language.readings import readings
from awardcli.model import Role

_IN_ORDER = lazy_pattern(r"\s*[(（]?(?P<number>[一二三四五六七八九十])[)）.．、]")
WORDS_FOR_LIST = ("名单", "名單")
_LONGEST_NAME = 24
"""Characters of the caption of a group."""
_LONGEST_ENDING = 40
"""Characters at the end of a line that may say how many works are below it."""
_AMOUNT_OF_WORKS = chinese_pattern(
    r"\s*[(（]?\s*(?<!第)[共计]?\s*[0-9一二三四五六七八九十百两]+\s*(?:[部件首篇个项名幅集种台]|部/首)(?:作品)?\s*[)）]?"
)
"""七部, （6部）"""
_NO_NAME = lazy_pattern('[，。！？；、,!?;《》“”"]|[：:].')
"""What is in sentences and lists of titles, and in no name of a group."""
_CHOSEN = chinese_pattern(
    "(?:特别|评委|观众)?(?:推荐|入围|入选|提名|提及|优秀|十佳)(?:电影|影片|短片|作品|剧目|节目|图书|歌曲|小说|视频|微电影|篇目)?"
)
_ON_ONE_WORK = chinese_pattern(
    ".*(?:词|语|理由|简介|介绍|点评|赏析|欣赏|展示|解读|评|感言|说明|内容|单位|人员|成员|编辑|[者员])"
)
"""What is said of a work, or of those who had a part in all: 颁奖词：, 主办单位："""
_WORDS_FOR_WORK = ("作品", "影片", "短片", "视频", "节目", "电影", "案例")
"""What works of any kind are called."""
_WORKS = chinese_pattern(
    "[\u3400-\u9fff]{0,4}(?:剧|剧目|片|诗|诗歌|歌曲|小说|散文|文学|图书|戏曲|电影|视频|文章|曲艺|舞蹈|音乐|美术|书法|摄影)"
)


def is_in_brackets(text: str) -> bool:
    """Whether a line is a few words in the brackets of captions and nothing else: 【社会组散文】."""
    return _ALL_IN_BRACKETS.fullmatch(text.strip()) is not None


_ALL_IN_BRACKETS = chinese_pattern("【[^【】]{2,12}(?<!名单)(?<!结果)(?<!揭晓)(?<!公[告示布])(?<!通知)】")


def group_of(text: str) -> Mapping[Role, str]:
    """What the caption of a group names, that ends in a colon, is in 【】 or says how many works there are; or nothing.

    >>> group_of("推荐电影七部："), group_of("2.电视剧/片（6部）"), group_of("特邀展演（2部）"), group_of("十二生肖")
    ({'award': '推荐电影'}, {'category': '电视剧/片'}, {'category': '特邀展演'}, {})
    """
    bare = text.strip()
    name = bare.rstrip("：: ")
    counted = _ending(_AMOUNT_OF_WORKS, name)
    says_nothing = has_no_role(name) or sure_role(name) or _ON_ONE_WORK.fullmatch(name)  # 导演：
    if counted is None and (says_nothing or section_names.says_nothing(name)):  # 获奖名单：
        return {}
    listed = name[:counted].rstrip("（( ")
    if listed.endswith(WORDS_FOR_LIST) and section_names.says_nothing(listed):  # 入选作品名单（共97部）
        return {}
    has_count = counted is not None and name[counted:].strip().endswith((")", "）"))
    if name == bare and not (has_count or is_in_brackets(bare)):
        return {}
    return _named(name[:counted])


def _kind_of(text: str, *, is_above_title: bool) -> Mapping[Role, str]:
    """What a line names that says no more than the kind of the works below it: 小说, 推荐影片; else nothing.

    Above an award and not a title in marks only the most usual kinds are told from titles: 小说, not 老照片.
    """
    name = _bare(text[: _ending(_AMOUNT_OF_WORKS, text.strip())])
    parts = re.split("[/／和与·]", name)
    is_chosen = is_above_title and _CHOSEN.fullmatch(name) is not None
    are_kinds = all(is_category(part) or (is_above_title and _is_kind_above_title(part)) for part in parts)
    return _named(name) if is_chosen or are_kinds else {}


def _is_kind_above_title(text: str) -> bool:
    """Whether a text names a kind of works above one: 话剧, 电视专题; not 获奖作品, which is of all."""
    is_else = text.endswith(_WORDS_FOR_WORK) or text in ("专栏", "栏目")  # 专栏：王五, of the page
    is_of_press = KIND_AT_END.fullmatch(text) is not None and not is_else
    return is_of_press or _WORKS.fullmatch(text) is not None


def are_surely_captions(texts: Sequence[str]) -> bool:
    """Whether lines that may be captions are hardly titles.

    They are kinds of works numbered 一、二、, or each says that it is above a list, or how many works are below.

    >>> are_surely_captions(["一、小说", "二、散文"]), are_surely_captions(["一等奖（1名）", "二等奖 2名"])
    (True, True)
    """
    numbers = [found["number"] for text in texts if (found := _IN_ORDER.match(text))]
    are_numbered = len(numbers) == len(texts) > 1 and "一二三四五六七八九十".startswith("".join(numbers))
    if are_numbered and all(_kind_of(text, is_above_title=True) for text in texts):
        return True
    bare = [text.rstrip("：: ") for text in texts]
    return bool(bare) and all(_ending(_AMOUNT_OF_WORKS, text) or text.endswith(WORDS_FOR_LIST) for text in bare)


def may_name_group(text: str) -> bool:
    """Whether a line may be the name of a group that is not known: a few words, no sentence."""
    return 1 < len(text) <= _LONGEST_NAME // 2 and _NO_NAME.search(text) is None


_AWARD_IN_BRACKETS = chinese_pattern("【(?P<award>[^【】]+奖)】")


def holds_awards(text: str) -> bool:
    """Whether a line is an award in brackets and no rank, and so the group of another award directly below it.

    >>> holds_awards("【短篇小说奖】"), holds_awards("【一等奖】"), holds_awards("短篇小说奖")
    (True, False, False)
    """
    found = _AWARD_IN_BRACKETS.fullmatch(text.strip())
    return found is not None and not ends_in_prize(found["award"])


def _named(name: str) -> Mapping[Role, str]:
    bare = _bare(name)
    if not bare or len(bare) > _LONGEST_NAME or _NO_NAME.search(bare):
        return {}
    return {"award" if _CHOSEN.fullmatch(bare) or section_names.is_award(bare) else "category": bare}


def _bare(name: str) -> str:
    name = NUMBERING.sub("", name.strip())
    return REMARK.sub("", name).strip("：: ") or name.strip("【】[]()（） ")


def _ending(pattern: re.Pattern[str], text: str) -> int | None:
    """Where the words at the end of a text begin that a pattern finds; or None."""
    ending = pattern.finditer(text, max(len(text) - _LONGEST_ENDING, 0))
    return next((found.start() for found in ending if found.end() == len(text) and found.start()), None)


_IN_LATIN = lazy_pattern(r"[A-Za-zÀ-ÿĀ-ǜ'’&/·. -]*[A-Za-z][A-Za-zÀ-ÿĀ-ǜ'’&/·. -]*")
_LONGEST_IN_LATIN = 48


def repeats_caption(above: str, text: str, *, are_marked: bool) -> bool:
    """Whether a line in Latin letters names the caption above it again; `are_marked`: titles have 《》 in this text.

    It is the pinyin of its name, or both are awards. Where titles have marks, so that a line without is hardly one, any
    other line below the caption of a category is its name too, and one in capitals below that of an award.

    >>> repeats_caption("诗歌", "SHIGE", are_marked=False), repeats_caption("一等奖", "First Prize", are_marked=False)
    (True, True)
    >>> repeats_caption("诗歌", "POETRY", are_marked=True), repeats_caption("最佳影片", "Parasite", are_marked=False)
    (True, False)
    """
    if len(text) > _LONGEST_IN_LATIN or not _IN_LATIN.fullmatch(text) or not CHINESE.search(above):
        return False
    if not (names := _names_of(above)):
        return False
    award = names.get("award", "")
    is_pinyin = any(_is_pinyin(text, name) for name in names.values())
    if is_pinyin or (award and section_names.is_award(text.title())):
        return True
    return are_marked and (text.isupper() if award else True)


def spells(text: str, above: str, below: str) -> bool:
    """Whether a line in Latin letters is the pinyin of a name in the line above it, or of the caption below it.

    >>> spells("SHIGE", "《诗歌》 王五", ""), spells("LI JING", "《诗歌》 王五", ""), spells("YIN JIANG", "", "银奖")
    (True, False, True)
    """
    if len(text) > _LONGEST_IN_LATIN or not _IN_LATIN.fullmatch(text) or not CHINESE.search(above + below):
        return False
    words = [word for word in CHINESE.findall(above) if len(word) > 1]
    return any(_is_pinyin(text, name) for name in (*words, "".join(words), *_names_of(below).values()))


def _names_of(line: str) -> Mapping[Role, str]:
    """What a line names if it is a caption without titles."""
    caption = caption_of(line, None)
    if caption.titles or caption.clause:
        return {}
    return caption.names or _kind_of(line, is_above_title=True)


def _is_pinyin(text: str, name: str) -> bool:
    """Whether letters spell each character of a name, in any of its readings."""
    spelt = re.sub("[^a-z]", "", untoned(text.lower()))
    each = readings("".join(CHINESE.findall(name)))
    pattern = "".join(f"(?:{'|'.join(map(re.escape, said))})" for said in each)
    return bool(each) and re.fullmatch(pattern, spelt) is not None


class CaptionRules(NamedTuple):
    """How the captions of a text are told from its other lines, and what they name for their titles."""

    items: ItemRules
    bests: frozenset[str] = frozenset()
    """Lines that begin as awards for the best do, or as prizes, or end in a colon, where others that do are known."""
    has_shortlist: bool = False
    """Whether a caption says that titles were shortlisted, so that 获奖作品： is of those that won."""
    told_apart: frozenset[str] = frozenset()
    """Awards of which only a word in brackets behind says which it is: 最佳编剧（原创）, 最佳编剧（改编）."""
    has_awards_in_parts: bool = False
    """Whether awards in parts are alone in their lines, so that nothing behind a dash is a title there."""
    has_labels: bool = False
    """Whether most lines are an award, a colon and its titles, so that it need not be known."""
    with_people: frozenset[str] = frozenset()
    """Lines of a person and a title in marks below an award alone: Segnalazione a:⏎Ana Ruiz: “Sal”."""
    has_labels_in_brackets: bool = False
    """Whether an award in brackets has its titles behind it, so that others there are too: 【新人】《甲》."""
    has_groups: bool = False
    """Whether the other lines are categories, each above such lines: In Competition."""
    has_years: bool = False
    """Whether numbers alone in lines are years."""
    has_outcomes: bool = False
    """Whether several lines say what won or was nominated, and one is directly below an award alone: Winner: Salt."""
    has_kinds: bool = False
    """Whether kinds of works alone in lines are categories, each above titles in marks or an award: 小说."""
    has_kinds_below_awards: bool = False
    """Whether kinds are so among titles without marks, where one is first below each award."""
    with_winners: frozenset[str] = frozenset()
    """Lines of an award of people with these in brackets, and nobody below."""

    def caption_of(self, text: str) -> Caption:
        """What a line names, by the first rule that holds: what it says alone comes before what other lines show."""
        if text in self.with_winners and (won := captions.award_with_winners(text)):
            return Caption({"award": won[0]}, won[1])
        found = caption_of(text, self.items.title_marks)
        if found.names:
            award = found.names.get("award", "")
            if award in self.told_apart and (which := _kind_behind(award, text)):
                return found._replace(names={**found.names, "award": award + which})
            if self.has_awards_in_parts and found.titles and found.titles in text.partition(":")[0]:
                return Caption({"award": text})
            is_of_all = not self.has_shortlist and HAVING_WON.fullmatch(award)
            return Caption({}) if is_of_all else found
        if text in self.bests:
            return Caption({"award": text.rstrip(": ：")})
        if self.has_labels and text not in self.with_people and (label := _label(text)):
            return Caption({"award": without_item_number(label["award"])}, label["titles"])
        if self.has_labels_in_brackets and (label := _LABEL_IN_BRACKETS.fullmatch(text)):
            is_known = caption_of(label["award"], None).names  # 【微电影类】
            return Caption({} if is_known else {"award": label["award"]}, label["titles"])
        word, titles = captions.outcome_and_titles(text) if self.has_outcomes else ("", "")
        if word:
            return Caption({"award": word}, titles)
        if self.has_groups and self.may_be_group(text):
            return Caption({"category": without_item_number(text)})
        has_marks = self.items.title_marks is not None or self.has_kinds_below_awards
        is_kind = (self.has_kinds or self.has_kinds_below_awards) and not self.items.is_marked(text)
        if is_kind and (kind := _kind_of(text, is_above_title=has_marks)):
            return Caption(kind)
        return Caption({"year": text.strip("()（） ")} if self.has_years and BARE_YEAR.fullmatch(text) else {})

    def may_be_group(self, text: str) -> bool:
        """Whether a line is neither award, item, preface, note nor year, and so may name a group of works."""
        is_else = _label(text) or self.items.is_item(text) or may_frame_or_sign(text) or BARE_YEAR.fullmatch(text)
        return not is_else and not caption_of(text, self.items.title_marks).names


def rules_for_single_lines(texts: Sequence[str], items: ItemRules) -> CaptionRules:
    """The rules by which a line says alone that it is a caption."""
    awards = [caption_of(text, items.title_marks).names.get("award", "") for text in texts]
    kinds = {(award, kind) for award, text in zip(awards, texts, strict=True) if (kind := _kind_behind(award, text))}
    times = Counter(award for award, _ in kinds)
    told_apart = frozenset(award for award in times if times[award] > 1)
    has_shortlist = any(map(names_shortlist, awards))
    bests = bests_among(texts, items.title_marks) | _heads(texts, awards)
    in_parts = [award for text in texts if (award := captions.award_in_parts(text))]
    are_alone = len(in_parts) > 1 and not all(award.titles for award in in_parts)
    return CaptionRules(items, bests, has_shortlist, told_apart, are_alone)


def _heads(texts: Sequence[str], awards: Sequence[str]) -> frozenset[str]:
    """The lines in Latin letters that are a few words and a colon, if several awards are, unless they say otherwise."""
    heads = {text for text in texts if _HEAD.fullmatch(text)}
    known = {text for text, award in zip(texts, awards, strict=True) if award and text in heads}
    others = {text for text in heads - known if not _may_be_other(text.rstrip(": "))}
    return frozenset(others if len(known) > 1 else ())


_HEAD = lazy_pattern(r"[^\W\d_][^:：\u3040-\u9fff\uac00-\ud7a3]{3,40}\s?:")


def _may_be_other(name: str) -> bool:
    """Whether words before a colon may be of a preface, a note, or who made a work, and no award."""
    is_preface = notice_lines.may_be_preface(name) and not AWARD_IN_LATIN.fullmatch(name)
    return is_preface or is_of_no_award(name)


def _kind_behind(award: str, text: str) -> str:
    """The word in brackets directly behind the award of a line that is neither number nor name, with them; or ""."""
    found = _IN_BRACKETS.match(text, text.find(award) + len(award)) if award and award in text else None
    return found[0].strip() if found and not PERSON.fullmatch(found["kind"]) else ""


_IN_BRACKETS = lazy_pattern(r"\s*[（(](?P<kind>[\u3400-\u9fff]{2,8}(?<![名部个项件篇首幅组]))[)）]")


def with_neighbours(rules: CaptionRules, texts: Sequence[str], *, are_awards: Sequence[bool]) -> CaptionRules:
    """These rules and those that the other lines show; `are_awards` says which lines name an award alone."""
    rules = rules._replace(has_labels=_are_labelled(texts, are_awards), with_people=_with_people(texts, rules))
    known = (each["label"] for each in map(_LABEL_IN_BRACKETS.fullmatch, texts) if each)
    rules = rules._replace(has_labels_in_brackets=any(map(is_section_of_award, known)))
    if rules.has_labels or rules.items.has_awards_before_countries:
        rules = rules._replace(has_groups=_are_groups(texts, rules))
    are_outcomes = [bool(captions.outcome_and_titles(text)[0]) for text in texts]
    are_below = sum(are_outcomes) > 1 and any(map(all, zip(are_awards, are_outcomes[1:], strict=False)))
    rules = rules._replace(has_outcomes=are_below)
    kinds = {at for at, text in enumerate(texts) if _may_be_kind(text, rules)}
    has_kinds, are_below = _are_kinds(texts, kinds, rules), _are_kinds_below_awards(texts, kinds, rules)
    rules = rules._replace(has_kinds=has_kinds, has_kinds_below_awards=are_below)
    rules = rules._replace(with_winners=_with_winners(texts, rules))
    return rules._replace(has_years=_are_years(texts, rules))


_LABEL = lazy_pattern(rf"(?P<award>[^：:=，。,.|《》…→⇒]{{2,60}}?)\s*(?:[：:=]|{LEADER})\s*(?P<titles>.+)")
"""Palme d'Or: Anora, Palme d'Or ... Anora"""
_LABEL_IN_BRACKETS = lazy_pattern("[★☆●◆■▲]?(?P<label>【(?P<award>[^【】《》：:]{2,20})】)(?P<titles>.*《.+)")
"""【年度新锐】张三《甲》"""


def _label(text: str) -> "re.Match[str] | None":
    return None if why_aside(text) or notice_lines.is_note(text) else _LABEL.fullmatch(text)


def _with_winners(texts: Sequence[str], rules: CaptionRules) -> frozenset[str]:
    """The lines of an award of people with these in brackets, above a caption, a note or nothing: 指导奖（张三）."""
    won = (pair for pair in pairwise([*texts, ""]) if captions.award_with_winners(pair[0]))
    return frozenset(
        text
        for text, below in won
        if "award" in rules.caption_of(text).names and is_of_people(rules.caption_of(text).names["award"])
        if not below or rules.caption_of(below).names or notice_lines.may_frame_items(below)
    )


def _with_people(texts: Sequence[str], rules: CaptionRules) -> frozenset[str]:
    """The lines of a person, a colon and a title in marks, each below an award with a colon alone or below another."""
    people: set[str] = set()
    for above, text in pairwise(texts):
        label = _label(text) if rules.items.is_marked(text) else None
        if label is None or not PERSON_ALONE.fullmatch(without_item_number(label["award"])):
            continue
        caption = rules.caption_of(above)
        is_below = above in people or ("award" in caption.names and not caption.titles and above.endswith(":"))
        if is_below and not rules.caption_of(text).names:
            people.add(text)
    return frozenset(people)


def _are_labelled(texts: Sequence[str], are_captions: Sequence[bool]) -> bool:
    """Whether most lines are an award, a colon and its titles.

    At least half of the labels must be known awards or occur twice; one is enough where every line has a label.
    """
    labels = [label["award"] if (label := _label(text)) else "" for text in texts]
    times = Counter(filter(None, labels))
    known = sum(times[label] > (0 if is_caption else 1) for label, is_caption in zip(labels, are_captions, strict=True))
    others = sum(not (label or may_frame_or_sign(text)) for text, label in zip(texts, labels, strict=True))
    is_known = any(map(min, map(bool, labels), are_captions)) and (not others or 2 * known >= times.total())
    return is_known and times.total() >= MOST * (times.total() + others)


def _are_groups(texts: Sequence[str], rules: CaptionRules) -> bool:
    """Whether, among lines of an award and its titles, each other line is above such a line: In Competition."""
    pairs = [(text, below) for text, below in pairwise(texts) if rules.may_be_group(text)]
    others = map(rules.caption_of, texts[1:])  # the first may name all
    is_below = any("award" in caption.names and not caption.titles for caption in others)
    return bool(pairs) and not is_below and all(_label(below) or rules.items.is_item(below) for _, below in pairs)


_PLACEHOLDERS = frozenset(("图片", "视频", "音频"))
"""Kinds of works that a page has copied in the place of a picture or player."""


def _may_be_kind(text: str, rules: CaptionRules) -> bool:
    return not rules.items.is_marked(text) and bool(_kind_of(text, is_above_title=True))


def _are_kinds(texts: Sequence[str], kinds: Collection[int], rules: CaptionRules) -> bool:
    """Whether each kind of work alone in a line is above a title in marks, an award, or another kind.

    Where titles have marks, one line may be between. Where they have none, the first kind is above all awards, since a
    kind may be the title of the last film below one.
    """
    if not kinds or max(kinds) + 1 == len(texts) or {texts[at] for at in kinds} <= _PLACEHOLDERS:
        return False
    has_marks = rules.items.title_marks is not None
    are_marked = [rules.items.is_marked(text) for text in texts]
    are_awards = ["award" in rules.caption_of(text).names for text in texts]
    are_known = [at in kinds or are_marked[at] or are_awards[at] for at in range(len(texts))]
    are_above = (any(are_known[at + 1 : at + 2 + has_marks]) for at in kinds)
    return (has_marks or not any(are_awards[: min(kinds)])) and all(are_above)


def _are_kinds_below_awards(texts: Sequence[str], kinds: Collection[int], rules: CaptionRules) -> bool:
    """Whether, among titles mostly without marks, a kind is the first line below each award, and all are above titles.

    They are three or more: one kind may be the title of the only film below an award.
    """
    marked = sum(map(rules.items.is_marked, texts))
    if len(kinds) < _FEWEST_KINDS or marked > 1:
        return False
    are_awards = ["award" in rules.caption_of(text).names for text in texts]
    firsts = {at + 1 for at, is_award in enumerate(are_awards[:-1]) if is_award and not are_awards[at + 1]}
    are_above = all(at + 1 < len(texts) and at + 1 not in kinds and not are_awards[at + 1] for at in kinds)
    return bool(firsts) and firsts <= set(kinds) and are_above


_FEWEST_KINDS = 3


def _are_years(texts: Sequence[str], rules: CaptionRules) -> bool:
    """Whether numbers alone in lines are years: each is directly above a caption or a title in marks.

    None is directly below a caption, where it would be a film, and the first is above the first award.
    """
    found = list(map(rules.caption_of, texts))
    years = [at for at, text in enumerate(texts) if BARE_YEAR.fullmatch(text) and not found[at].names]
    begin = next((at for at, caption in enumerate(found) if "award" in caption.names), len(texts))
    is_above = any(at in years or "year" in found[at].names for at in range(begin))
    is_known = [*(bool(c.names) or rules.items.is_marked(text) for text, c in zip(texts, found, strict=True)), False]
    are_apart = all(found[at - 1].titles or not found[at - 1].names for at in years if at)
    return bool(years) and is_above and all(is_known[at + 1] for at in years) and are_apart
