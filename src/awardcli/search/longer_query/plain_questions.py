"""A question in plain words, as the other steps know them: 上海海洋大学报了哪些作品 is 上海海洋大学的作品.

The words that only open or close a question are taken away, and what is left is said as people who do not ask say it:
请问有没有跟修表匠有关的纪录片 is 关于修表匠的纪录片, any movies starring Tom Hanks is movies by Tom Hanks.
"""

import re
from collections.abc import Iterator, Set
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from awardcli.language.dates import YEAR
from awardcli.language.fold import fold, to_simplified
from awardcli.language.words_about_works import KINDS_OF_WORK, WORDS_FOR_WORKS, value_of_kind
from awardcli.language.words_of_questions import (
    CLOSING,
    CLOSING_IN_ENGLISH,
    COUNTED,
    DID,
    DID_IN_ENGLISH,
    IS_IT_NOT,
    MADE_BY_IN_ENGLISH,
    MEASURE_WORDS,
    OPENING,
    OPENING_IN_ENGLISH,
    SUBJECT,
    THAT_ONE,
    WHETHER,
    WHICH_BODY,
    WORDS_OF_A_QUESTION,
    WORK_IN_ENGLISH,
)
from awardcli.model import Hit, Tier
from awardcli.search import weights
from awardcli.search.longer_query.title_among_words import title_with_its_subject
from awardcli.search.query import Query
from awardcli.search.ranking import Answer, in_title
from awardcli.search.steps import SURE

if TYPE_CHECKING:
    from awardcli.search.find import Searcher

_MOST_OF_SUBJECT = 3
"""Titles with the same word, beyond which it does not say what one of them is about: 关于上海的片子."""
_WORK = "作品"
_ABOUT = "关于"
_JOINTS = f"^{_ABOUT}|的"
"""What plain words say in place of others: 公安局的微电影 for 公安局有几部微电影."""
_AWARD = "奖"
"""Behind a name it makes another one: 吾梦奖."""
_WORDS = "|".join(sorted(map(re.escape, {*WORDS_OF_A_QUESTION} - {_AWARD}), key=len, reverse=True))
_AROUND_WHAT_IS_ASKED = rf"^(?:{_WORDS}|\W)+|(?:{_WORDS}|\W)+$"
_IS_IT_SO = f"(?:{WHETHER}.+|是.+{IS_IT_NOT})[?？]?"
"""The pattern of a question to be answered by yes or no."""
_IN_OTHER_WORDS = (
    ("(?:一共|总共|到底|究竟)(?=[是有在拍得获])", ""),
    (f"(?<={YEAR})年?那一?[届次]的?", "年"),
    ("(?<=届)那一?[届次]的?", ""),
    ("(?<=哪)一(?=[届年次])", ""),  # no first edition
    (f"(?<=[得获拿]奖的)都?(?:[是有]{COUNTED}|有$)", ""),
    ("(?<=[得获拿]奖的)$", _WORK),
    (f"{WHICH_BODY}出(?=的)", "谁做"),
    (WHICH_BODY, "谁"),
    (rf"^哪[些几两]?[{MEASURE_WORDS}]?是(.+)(?<!是)的$", rf"\1的{_WORK}"),
)
"""The patterns of words that only stress a question, say again which edition it means, or ask with 哪, and plain words.

哪部是讲路灯的 is 讲路灯的作品, 2023那届 is 2023年.
"""
_PRIZE = "(?:获得|[得获拿])[了过的到]*(?P<prize>.+)"
_MAKER_HAS = (
    f"(?:(?P<when>{YEAR}年|第[^届]{{1,4}}届)的?)?(?P<who>.{{2,}}?)[都还]?"
    f"(?:(?:有过?|{DID}{{1,2}}[了过]?|[凭靠以]|的?(?=哪)){COUNTED}|有没有(?=.))"
    f"(?P<kind>.*?)(?:{_PRIZE}|入[选围]|[上入]榜)?"
)
"""The pattern of what a maker has, or won with a work: 公安局有几部微电影, 路遥凭哪本书得奖."""
_WON_BY = "哪[年届次]的?(.{2,}?)颁?给了?(.{2,})"
"""The pattern of when an award went to a work: 哪年的金像奖给了功夫."""
_MADE = (
    f"(.{{2,}}?)(?:{WHETHER}(?:{DID}|有)[了过]?(?:一?[{MEASURE_WORDS}])?|{DID}[了过]?(?:的(?:{THAT_ONE})?|{THAT_ONE})|的?{THAT_ONE})"
    f"(.*?)(?:的?{THAT_ONE}|的)?"
)
"""The pattern of works by who made them, and maybe by a part of their title: 宫崎骏拍的城堡那部, 李安那部漂流的."""
_IS_BY = f"(.{{2,}}?)(?:{THAT_ONE}[^是]*)?(?:{WHETHER}|是)由?(.{{2,}}?)(?:{DID})?的(?:作品)?"
_OF_BOTH = f"(.{{2,}}?)[和与跟及、](.{{2,}}?)(?:一起|合作)?(?:合?{DID})?[了过]?的?(?:{THAT_ONE})?"
_KIND_FIRST = "(?:是(?=.+(?:的|有?关)$)|(?=[讲写说跟和与关介叫]))(?:(?P<verb>[讲写说])的是)?(?P<rest>.+?)的?"
"""The pattern of what is said of works behind the word for them: 片子跟咖啡店有关, 作品是上海大学的."""
_WORKS_BY = (
    rf"(?:(?P<kind>(?:[\w-]+[ -])??{WORK_IN_ENGLISH}) )?(?:(?:that|which) )?(?:(?:is|are|was|were) )?"
    rf"(?:{MADE_BY_IN_ENGLISH}) (?:(?:the|an?) )?(?P<who>.+)"
)
_WORKS_DONE_BY = (
    rf"(?:{WORK_IN_ENGLISH} )?(?:(?:that|which) )?(?:(?:has|have|had|did|does|do) )?(?P<who>.+?) "
    rf"(?:(?:has|have|had) )?(?:{DID_IN_ENGLISH})"
)


def question_in_plain_words(search: "Searcher", query: Query) -> Answer:
    """The answer to a question in plain words, with the words that only ask as those that it leaves out."""
    text = to_simplified(query.text).lower()
    if search.collection is None or not query.searches_all or len(query.text) > weights.LONGEST_QUESTION:
        return Answer(())
    values = {value.casefold() for value in search.texts_of_values if len(value) >= weights.SHORT}
    for terms in _in_plain_words(text, values):
        asked = query._replace(terms=tuple(filter(fold, terms)))
        is_about = len(terms) == 1 and terms[0].startswith(_ABOUT)
        steps = (partial(title_with_its_subject, search),) if is_about else (search.find, search.by_other_words)
        for step in steps if asked.terms and asked.text != text else ():
            found = step(asked)
            if _is_sure(found, asked):
                return found._replace(left=_left(query, asked, found))
    return Answer(())


def _is_sure(found: Answer, asked: Query) -> bool:
    """Whether an answer explains all of a question: by values or makers in full, or as another of the last steps."""
    if not found.hits or found.step == "near" or not {*asked.terms}.isdisjoint(found.left):
        return False
    if found.step in SURE and found.left and len(list(islice(found.hits, _MOST_OF_SUBJECT + 1))) > _MOST_OF_SUBJECT:
        return False
    if found.step in ("around", "together") or found.left:
        return True
    first = list(islice(found.hits, weights.SHORT))
    if found.step == "words":
        sure = all(named.tier in (Tier.EQUAL, Tier.SOUND, Tier.PINYIN) for named in found.named)
        others = {*asked.terms}.difference(named.term for named in found.named)
        is_any = any(len(term) < weights.FEW for term in others)  # 上海 is no maker, though bodies begin so
        return sure and not any(hit.tier is Tier.NEAR or (is_any and _is_by_part(hit)) for hit in first)
    return len(asked.terms) > 1 and (not any(map(in_title, first)) or all(map(_is_of_both_fields, first)))


def _is_of_both_fields(hit: Hit) -> bool:
    """Whether a hit is by its title and its maker."""
    return len({place.field for place in hit.places}) > 1


def _is_by_part(hit: Hit) -> bool:
    """Whether a hit has part of a name in its maker."""
    return hit.tier in (Tier.PREFIX, Tier.SUBSTRING) and not in_title(hit)


def _left(query: Query, asked: Query, found: Answer) -> tuple[str, ...]:
    """The words of a query around those that an answer to it in plain words explains."""
    explained = asked.text
    for word in found.left:
        explained = explained.replace(word, " ")
    words = explained.split()
    known = sorted(
        {*words, *(part for word in words for part in re.split(_JOINTS, word) if part)}, key=len, reverse=True
    )
    pattern = "|".join(rf"\b{re.escape(word)}s?\b" if word.isascii() else re.escape(word) for word in known)
    parts = re.split(pattern, query.text, flags=re.IGNORECASE) if known else [query.text]
    return tuple(filter(fold, map(str.strip, parts)))


def _in_plain_words(text: str, values: Set[str]) -> Iterator[tuple[str, ...]]:
    """The ways to say a question plainly, each as terms; `values` are those of the list."""
    if re.match("[a-z]+['’ -]", text):  # maybe with a name in Chinese
        yield from _in_plain_english(text, values)
        return
    for pattern, plain in _IN_OTHER_WORDS:
        text = re.sub(pattern, plain, text)
    rest = re.sub(f"^(?:{OPENING})+", "", text)
    core = re.sub(f"(?:{CLOSING})+$", "", rest)
    yield from _what_a_maker_has(re.sub(r"[?？呢啊呀吗\s]+$", "", rest), values)
    if said := re.fullmatch(_WON_BY, rest):
        yield said[2], said[1]
    if re.search(_IS_IT_SO, rest) and (said := re.fullmatch(_IS_BY, core)):
        yield (f"{said[2]}的{said[1]}",)
    kinds = WORDS_FOR_WORKS | values
    first = max(filter(core.startswith, KINDS_OF_WORK | values if rest == text else kinds), key=len, default="")
    if first and (said := re.fullmatch(_KIND_FIRST, core.removeprefix(first))):
        core = f"{said['verb'] or ''}{said['rest']}的{first}"
    if not core:
        return
    yield (core,)
    kind = max(filter(core.endswith, kinds), key=len, default="")
    of_kind = tuple(filter(None, (value_of_kind(kind, values),)))
    pointing = re.search(f"{THAT_ONE}$", text.removesuffix(rest))
    if pointing and len(core) < weights.HELD_LENGTH:
        yield (pointing[0] + core,)
    is_whole = core == text and not kind and core[-1] not in f"的{MEASURE_WORDS}"  # 讲咖啡店 may be anything
    pattern = f"{SUBJECT}|(.{{2,}}?)的" if pointing and core[:-1] not in values else SUBJECT
    if not is_whole and (said := re.fullmatch(pattern, core.removesuffix(kind))):
        subject = next(filter(None, said.groups()))
        yield from [(subject, *of_kind)] if of_kind else []
        yield (f"{_ABOUT}{subject}的{kind if kind in KINDS_OF_WORK else _WORK}",)
    if said := re.fullmatch(_MADE, core.removesuffix(kind)):
        who, part = said.groups()
        yield from [] if part else [(f"{who}的{kind or _WORK}",)]
        yield who, part, *of_kind
    if "叫" in text.partition(core)[2] and (said := re.fullmatch("(.{2,}?)的(.{2,})", core)):
        yield said.groups()
    if said := re.fullmatch(_OF_BOTH, core.removesuffix(kind)):
        yield *said.groups(), *of_kind
    yield from _values_and_rest(core, values)


def _what_a_maker_has(text: str, values: Set[str]) -> Iterator[tuple[str, ...]]:
    """The works that a maker has, or those with which they won something: 公安局有几部微电影, 路遥凭哪本书得奖."""
    said = re.fullmatch(_MAKER_HAS, text)
    if said is None:
        return
    when, who, kind, prize = said.group("when", "who", "kind", "prize")
    kind = kind.removesuffix(_AWARD) if when else kind
    if not kind or kind in WORDS_FOR_WORKS or kind in values:
        others = [*filter(None, (when, prize if prize != _AWARD else None))]
        yield from [] if others else [(f"{who}的{kind or _WORK}",)]
        yield who, *others, *([] if prize else [kind])


def _values_and_rest(core: str, values: Set[str]) -> Iterator[tuple[str, ...]]:
    """The values that a question names, apart from the one thing that it says besides: 上海大学在第六届拿一等奖的."""
    named = sorted((value for value in values if value in core), key=len, reverse=True)
    if not named:
        return
    pattern = "|".join(map(re.escape, named))
    others = re.split(pattern, core)
    rest = list(filter(fold, (re.sub(_AROUND_WHAT_IS_ASKED, "", other) for other in others)))
    is_question = "".join(rest) != "".join(others)
    if is_question and len(rest) == 1 and len(rest[0]) >= weights.SHORT:
        yield (*rest, *(said[0] for said in re.finditer(pattern, core)))


def _in_plain_english(text: str, values: Set[str]) -> Iterator[tuple[str, ...]]:
    rest = re.sub(rf"^(?:(?:{OPENING_IN_ENGLISH})(?:['’]| |\b[,:]? ))+", "", text)
    core = re.sub(rf"(?: (?:{CLOSING_IN_ENGLISH}))*[\s?!.]*$", "", rest)
    if said := re.fullmatch(_WORKS_BY, core):
        kind, who = (said["kind"] or "").removesuffix("s"), said["who"]
        yield (f"movies by {who}",)
        named = next((value for value in values if kind and fold(value) == fold(kind)), None)
        yield from [(named, who)] if named else [(who,)]
    if said := re.fullmatch(_WORKS_DONE_BY, core):
        yield (f"movies by {said['who']}",)
    yield tuple(core.split())
