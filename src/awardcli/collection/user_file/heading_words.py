"""What a heading means, however people write it: the role of its column."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

from awardcli import vocabulary
from awardcli.language.fold import fold
from awardcli.model import Role

LONGEST_HEADING = 40
"""Characters: longer cells are sentences."""
SEVERAL = ("title", "organization")
"""Roles that several columns may have; of the others the first column has it."""
_BY_PARTS = ("title", "organization", "category", "award", "year", "edition", "district", "id")
"""Roles that the last part of a heading may give: 获奖作品, 上映年份; 作品说明 is not a note on the result."""
_NAMED = ("title", "organization", "category", "award")
"""Roles whose words may be followed by 名称: 单位名称."""


def any_of(words: str) -> str:
    """A pattern for one of the words of a list in the vocabulary, the longest first."""
    return "|".join(sorted(map(re.escape, words.split("、")), key=len, reverse=True))


REMARK = re.compile(r"[(（\[【〔<＜][^()（）\[\]【】〔〕<>＜＞]*[)）\]】〕>＞]")
_NUMBERING = re.compile(r"\s*(?:[(（]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）.．、:：]|[①-⑳])\s*")
CHINESE = re.compile("[\u3400-\u9fff]+")
_EAST_ASIAN = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
"""Words of scripts that part them by no capitals: kana, Chinese characters and hangul."""
_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u0400-\u04ff]+")
_NAME = re.compile("(?:名称|名字|全称|简称|名|명|이름)$")
_SLASH = re.compile("[/／|｜&]")
_PERSON = re.compile(".{1,5}(?:[者人师员手]|(?<!国)家)")
"""How words for people end, but countries."""
_ASKED = re.compile("(?:是什么|叫什么|是|为)$")
"""The end of a question in a form: 您的作品名称是？"""
_AROUND = re.compile(
    rf"(?i)^(?:(?:{any_of(vocabulary.CONTAINERS)})\.)+|\.value$|(?<=title)\.(?!id$)[a-z]{{2}}(?:-[a-z]{{2,4}})?$"
)
"""Parts of a dotted name that say nothing: those around a record, the value of a cell, a language."""
_LANGUAGE = re.compile("(?:中文|英文|外文|外国|外语|原|译)$")


class Known(NamedTuple):
    """What a heading means: its role, and how sure that is: SURE, BY_PARTS, BESIDE or WEAK."""

    role: Role
    strength: int


SURE, BY_PARTS, BESIDE, WEAK = 4, 3, 2, 1
"""The whole heading is known; its last part is; it is that of a further title; or it says little (name)."""


@cache
def known(heading: str) -> Known | None:
    """What a heading means, however it is written; None where it is not known.

    >>> known("*片　名（必填）"), known("影片英文名"), known("film_name_en").role
    (Known(role='title', strength=4), Known(role='title', strength=3), 'title')
    >>> known("片长"), known("影片时长"), known("FilmId")
    (None, None, None)
    """
    if len(heading) > LONGEST_HEADING:
        return None
    bare = _NUMBERING.sub("", heading, count=1) if _NUMBERING.match(heading) else heading
    bare = REMARK.sub("", bare) if fold(REMARK.sub("", bare)) else bare
    bare = _AROUND.sub("", bare)
    whole = fold(bare)
    for strength in (SURE, BESIDE, WEAK):
        names = words_known(strength)
        if role := names.get(whole) or names.get(whole.removesuffix("s")):
            return Known(role, strength)
    if parts := [found for part in _parts(bare) if (found := known(part))]:
        return next((part for part in parts if part.role == "title"), parts[0])
    text = _ASKED.sub("", "".join(_EAST_ASIAN.findall(whole)))
    if text:
        return _by_end(text)
    words = _words(bare)
    return _by_latin_parts(words) or _by_words_abroad(words)


def _parts(heading: str) -> list[str]:
    """The parts of a heading between slashes, such as 单位/平台; none where it has no slash."""
    parts = _SLASH.split(heading)
    return parts if parts[1:] else []


def _by_end(text: str) -> Known | None:
    """The role of the longest known word at the end; what is before it only describes it (报送单位, 上映年份)."""
    for start in range(len(text) - 1):
        word = text[start:]
        if word in split(vocabulary.NOT_HEADINGS):
            return None
        if (role := words_known(SURE).get(word)) in _BY_PARTS:
            return Known(role, BY_PARTS)
        if role := words_known(BESIDE).get(word):
            return Known(role, BESIDE)
        if (role := words_known(WEAK).get(word)) and not _NAME.search(word):
            return Known(role, WEAK)
    name = _NAME.search(text)
    if name:
        return _name_of(text[: name.start()])
    return Known("organization", BY_PARTS) if _PERSON.fullmatch(text) else None


def _name_of(text: str) -> Known | None:
    """The role of a heading that ends in 名称: that of what is named; of a work, where that is not known."""
    bare = _LANGUAGE.sub("", text)
    if not bare:
        return Known("title", BESIDE)
    role = words_known(SURE).get(bare)
    found = Known(role, SURE) if role else _by_end(bare)
    if found and found.role in _NAMED:
        return Known(found.role, BY_PARTS)
    if found or text.endswith(split(vocabulary.NOT_TITLES)) or not CHINESE.fullmatch(text):
        return None
    return Known("title", WEAK if bare == text else BESIDE)


def _words(heading: str) -> list[str]:
    """The words of a heading in Latin or Cyrillic letters: `film_name_en`, `Film Name` and `filmName` alike.

    Without languages, accents, and what is no word: the s of Director's, the endings of Autor/in and Réalisateur·rice.
    """
    plain = "".join(letter for letter in normalize("NFKD", heading.replace("œ", "oe")) if not combining(letter))
    words = [word.lower() for word in _WORD.findall(plain.replace("ß", "ss"))]
    left_out = (*split(vocabulary.LANGUAGE_WORDS), *split(vocabulary.NO_WORDS))
    return [word for word in words if word not in left_out and len(word) > 1]


def _by_latin_parts(words: list[str]) -> Known | None:
    """The role of the last word (Release Year), or of what is named (name of the film, director name)."""
    if not set(split(vocabulary.OF_A_LIFE)).isdisjoint(words):
        return None
    if "of" in words:
        at = words.index("of")
        words = [*words[at + 1 :], "name"] if words[:at] in (["name"], ["title"]) else words[:at]
    if not words:
        return None
    if words[-1] in ("name", "names") or (words[1:] and words[-1] == "label"):
        found = _by_latin_parts(words[:-1]) if words[:-1] else Known("title", WEAK)
        return found if found and found.role in _NAMED else None
    if words[1:] and "date" in (words[0], words[-1]):
        return Known("year", WEAK)
    if words[0] == "year" and words[1:]:  # year published, year of the film
        return Known("year", BY_PARTS)
    last = words[-1]
    role = words_known(SURE).get(last) or words_known(SURE).get(last.removesuffix("s"))
    return Known(role, BY_PARTS) if role in _BY_PARTS and role != "id" else None


def _by_words_abroad(words: list[str]) -> Known | None:
    """The role of the first word known in another language, which others only describe (título original, Год выпуска).

    A German word counts by its end: Buchtitel.
    """
    known_words = _words_abroad()
    if not words or words[-1] in split(vocabulary.OF_OTHER_KINDS):
        return None
    if words[1:] and words_known(WEAK).get(words[0]) == "year":
        return Known("year", WEAK)
    if words[0] in split(vocabulary.NAMES_ABROAD):
        return (_by_words_abroad(words[1:]) or _by_latin_parts(words[1:])) if words[1:] else Known("title", WEAK)
    for word in words:
        if role := known_words.get(word) or known_words.get(word.removesuffix("s")):
            return Known(role, BY_PARTS)
        end = next((end for end in split(vocabulary.GERMAN_ENDS) if word.endswith(end)), None)
        if end:
            return Known(known_words[end], BY_PARTS)
    return None


@cache
def _words_abroad() -> Mapping[str, Role]:
    """The role of each word of other languages in Latin and Cyrillic letters, as `_words` gives them."""
    return {
        words[0]: role
        for role, names in vocabulary.HEADING_NAMES_ABROAD.items()
        for name in split(names)
        if len(words := _words(name)) == 1
    }


@cache
def split(names: str) -> tuple[str, ...]:
    return tuple(names.split("、"))


@cache
def words_known(strength: int) -> Mapping[str, Role]:
    """The role of each word or heading that is known that surely, by its folded form."""
    others: Mapping[Role, str] = {"title": vocabulary.OTHER_TITLES}
    tables: Mapping[int, Sequence[Mapping[Role, str]]] = {
        SURE: (vocabulary.HEADING_NAMES_ABROAD, vocabulary.HEADING_NAMES),
        BESIDE: (others,),
        WEAK: (vocabulary.WEAK_HEADINGS,),
    }
    return {fold(name): role for table in tables[strength] for role, names in table.items() for name in split(names)}


def role_named(name: str) -> Role | None:
    """The role of that key or heading, such as `title` or 片名; None where it is not known."""
    found = known(name.strip())
    return found.role if found and found.strength == SURE else None
