"""Lines that name the caption above them again, in pinyin or English, as pages are laid out.

诗歌
SHIGE
一等奖（1名）
FIRST PRIZE
"""

import re
from collections.abc import Mapping

from awardcli.collection.user_file import section_names
from awardcli.collection.user_file.columns.heading_words import CHINESE
from awardcli.collection.user_file.notices import captions_by_form
from awardcli.collection.user_file.notices.captions import caption_of
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.language.pinyin import untoned
from awardcli.language.readings import readings
from awardcli.model import Role

_IN_LATIN = lazy_pattern(r"[A-Za-zÀ-ÿĀ-ǜ'’&/·. -]*[A-Za-z][A-Za-zÀ-ÿĀ-ǜ'’&/·. -]*")
_LONGEST = 48


def repeats_caption(above: str, text: str, *, are_marked: bool) -> bool:
    """Whether a line in Latin letters names the caption above it again; `are_marked`: titles have 《》 in this text.

    It is the pinyin of its name, or both are awards. Where titles have marks, so that a line without is hardly one, any
    other line below the caption of a category is its name too, and one in capitals below that of an award.

    >>> repeats_caption("诗歌", "SHIGE", are_marked=False), repeats_caption("一等奖", "First Prize", are_marked=False)
    (True, True)
    >>> repeats_caption("诗歌", "POETRY", are_marked=True), repeats_caption("最佳影片", "Parasite", are_marked=False)
    (True, False)
    """
    if len(text) > _LONGEST or not _IN_LATIN.fullmatch(text) or not CHINESE.search(above):
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
    if len(text) > _LONGEST or not _IN_LATIN.fullmatch(text) or not CHINESE.search(above + below):
        return False
    words = [word for word in CHINESE.findall(above) if len(word) > 1]
    return any(_is_pinyin(text, name) for name in (*words, "".join(words), *_names_of(below).values()))


def _names_of(line: str) -> Mapping[Role, str]:
    """What a line names if it is a caption without titles."""
    caption = caption_of(line, None)
    if caption.titles or caption.clause:
        return {}
    return caption.names or captions_by_form.kind_of(line, is_above_title=True)


def _is_pinyin(text: str, name: str) -> bool:
    """Whether letters spell each character of a name, in any of its readings."""
    spelt = re.sub("[^a-z]", "", untoned(text.lower()))
    each = readings("".join(CHINESE.findall(name)))
    pattern = "".join(f"(?:{'|'.join(map(re.escape, said))})" for said in each)
    return bool(each) and re.fullmatch(pattern, spelt) is not None
