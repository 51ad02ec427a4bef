"""What lines of notices in Japanese have of their own: a space within names, a title below a name, authors of books."""

import re
from collections.abc import Iterator

from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.language.lazy_pattern import lazy_pattern

_KANA = "\u3041-\u30ff"
_LETTER = f"[{_KANA}\u3400-\u9fff々]"
TITLE_IN_MARKS = "「(?:[^「」]|「[^「」]*」)+」"
"""「甲(雑誌「乙」)」"""
_MADE = "[/／](?:著者?|[作文絵編画]|訳|原作)"
MAKER_OF_BOOK = lazy_pattern(f"[^/／<>。]{{2,20}}{_MADE}")
"""宮島未奈/著"""
BOOK = lazy_pattern(
    rf"(?P<title>.+?)(?:\s*[<＜](?P<publisher>[^<>＜＞]+)[>＞]\s*|\s)(?P<who>[^/／<>\s]+(?: [^/／<>\s]+)?){_MADE}"
)
"""同情塔 <新潮社> 九段理江/著"""
PRIZE = lazy_pattern(r"(?P<name>\S{1,16}賞)[\s\u3000]*受賞(?:作品?|者|作家)")
"""芥川賞 受賞作"""
PRIZE_OF_GROUP = lazy_pattern(r"[^/／\s]{1,16}賞[/／][^/／\s]{1,10}部門")
"""話題賞/俳優部門"""
_TITLE_BELOW_PERSON = lazy_pattern(f"{_LETTER}{{1,5}}[ \u3000](?:[A-Z] )?{_LETTER}{{1,5}}\n{TITLE_IN_MARKS}")
_SENTENCE = lazy_pattern(".*[はがをでに].*(?:[ただる]|受賞|選出|決定|獲得)。")
_MAGAZINE = lazy_pattern("(?<=」)[（(][^（()）]*『[^』]+』[^（()）]*[)）]")
_NAMES_PRIZE = lazy_pattern(r"(?<![鑑観觀欣懸打激])賞(?=$|[\s：:（(「『])")
"""芥川賞; a prize in Chinese is written 獎."""
RANK = lazy_pattern("[【〔]?(?P<name>第?[0-9]{1,2}位)[】〕]?")
"""【2位】"""
_BRACKETS = lazy_pattern(r"(?P<who>[^（()）]+?)\s*[（(](?P<work>[^（()）]{2,})[)）]")
_PLACE = lazy_pattern(".{1,3}[都道府県市区町村]")
_IN_PLACE = lazy_pattern(r"(?<=\w)\s*[（(][^（()）\s]{1,8}[都道府県市区町村郡][)）]")
_IN_KANA = lazy_pattern(f"[{_KANA}]+")
_WORD = rf"(?:{_LETTER}+|[A-Z])(?!\w)"
_WORDS = lazy_pattern(rf"(?<!\w){_WORD}(?:[ \u3000]{_WORD})+")
_WITHIN = "\u2060"
"""Stands for the space within a name: no space, so that nothing parts the name there."""
_LONGEST = 4


def is_title_below_person(above: str, text: str) -> bool:
    """Whether a line is a title in its marks, and the one above the name of a person: 九段 理江, 「同情塔」."""
    return _TITLE_BELOW_PERSON.fullmatch(f"{above}\n{text}") is not None


def honoured(text: str) -> tuple[str, str] | None:
    """Who is honoured, and the work in brackets behind them, where these name no body and no place; else None.

    >>> honoured("石川慶（ある男）"), honoured("石川慶（東京都）")
    (('石川慶', 'ある男'), None)
    """
    found = _BRACKETS.fullmatch(text)
    if found is None or names_body(found["work"]) or _PLACE.fullmatch(found["work"]):
        return None
    return found["who"], found["work"]


def is_sentence(text: str) -> bool:
    """Whether words beside a title are a sentence: 作品賞は「甲」が受賞。"""
    return _SENTENCE.fullmatch(text) is not None


def without_magazines(text: str) -> str:
    """A line without the magazine, in its marks in brackets, that the title in marks before it is from.

    >>> without_magazines("乙一「夏」（『群像』5月号）"), without_magazines("乙一（『夏』）")
    ('乙一「夏」', '乙一（『夏』）')
    """
    return _MAGAZINE.sub("", text)


def is_japanese(texts: list[str]) -> bool:
    """Whether lines are in Japanese: some are prizes, or a fifth has kana."""
    has_kana = sum(re.search(f"[{_KANA}]", text) is not None for text in texts)
    return 5 * has_kana >= len(texts) > 0 or any(map(_NAMES_PRIZE.search, texts))


def with_names_whole(text: str) -> str:
    """Words beside a title with no space within the names of people, and 、 between names.

    >>> with_names_whole("九段 理江 新潮社").replace(_WITHIN, "_"), with_names_whole("山田太郎 鈴木花子")
    ('九段_理江、新潮社', '山田太郎、鈴木花子')
    """
    return _WORDS.sub(lambda found: "、".join(_people(re.split("[ \u3000]", found[0]))), text)


def without_places(text: str) -> str:
    """Words beside a title without where a person is from, in brackets behind them: 木村瞳子 （長崎県）."""
    return _IN_PLACE.sub("", text)


def spaced(name: str) -> str:
    """A name with the space within it again."""
    return name.replace(_WITHIN, " ")


def _people(words: list[str]) -> Iterator[str]:
    """The words, with those together that are the family name and the given name of a person."""
    at = 0
    while at < len(words):
        given = at + 2 if words[at + 1 : at + 2] and len(words[at + 1]) == 1 and words[at + 1].isascii() else at + 1
        end = given + 1 if given < len(words) and _is_person(words[at], words[given]) else at + 1
        yield _WITHIN.join(words[at:end])
        at = end


def _is_person(family: str, given: str) -> bool:
    """Whether two words are parts of one name: both are short, and one of them cannot be a whole name."""
    if max(len(family), len(given)) > _LONGEST or names_body(family) or names_body(given):
        return False
    return min(len(family), len(given)) < 3 or any(map(_IN_KANA.fullmatch, (family, given)))
