"""What lines of a text name for the titles below or behind them, as the other lines show it.

Some lines name an award, a category, a year or an edition by themselves (`captions`). Others do so only because of what
the rest of the text is: where most lines are an award, a colon and its titles, the award need not be known; a number
alone in a line is a year where each is above a caption or a title in marks.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from awardcli.collection.user_file.notices import captions, captions_by_form, notice_lines
from awardcli.collection.user_file.notices.captions import (
    HAVING_WON,
    Caption,
    bests_among,
    caption_of,
    names_shortlist,
)
from awardcli.collection.user_file.notices.item_lines import MOST, ItemRules
from awardcli.collection.user_file.notices.labels import is_of_no_award
from awardcli.collection.user_file.notices.names import LEADER
from awardcli.collection.user_file.notices.notice_lines import may_frame_or_sign, why_aside, without_item_number
from awardcli.collection.user_file.notices.work_and_person import PERSON_ALONE
from awardcli.collection.user_file.section_names import BARE_YEAR, is_section_of_award
from awardcli.language.awards import AWARD_IN_LATIN, is_of_people
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.language.people_and_bodies import PERSON


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
        if is_kind and (kind := captions_by_form.kind_of(text, is_above_title=has_marks)):
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
        is_person = label and PERSON_ALONE.fullmatch(without_item_number(label["award"]))
        caption = rules.caption_of(above)
        is_below = above in people or ("award" in caption.names and not caption.titles and above.endswith(":"))
        if is_person and is_below and not rules.caption_of(text).names:
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
    return not rules.items.is_marked(text) and bool(captions_by_form.kind_of(text, is_above_title=True))


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
