"""The titles in one cell: between slashes, in two scripts side by side, or as an alternative in brackets."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import eq

from awardcli.language.fold import fold, to_simplified
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.language.readings import read_alone

_FIRST_CHINESE, _LAST_CHINESE = "\u3400", "\ufaff"
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_LATIN = "A-Za-z\u00c0-\u024f"
_OTHER_SCRIPT = rf"[^\W\d_{_LATIN}{_HAN}]"
_EAST_ASIAN = f"{_HAN}\u3041-\u30ff\uac00-\ud7a3"
_SLASH = lazy_pattern(r"\s+[/／]\s*|[/／]\s+")
_TIGHT_SLASH = lazy_pattern(rf"(?<=[{_EAST_ASIAN})）])[/／]|[/／](?=[{_EAST_ASIAN}])")
"""A slash without spaces that may part names: not one between Latin words or numbers (Fate/Zero, Face/Off, 24/7)."""
_COMMA = lazy_pattern(r"(?<!\d),(?=[^\s\d])|(?<=[)）]),")
"""A comma without a space behind it, as between a film's titles abroad; 色，戒 and “Lust, Caution” are one title."""
_LISTED = lazy_pattern(r"[、；|｜]|(?<!&amp)(?<!&#39)(?<!&#039)(?<!&quot);|\s+[/／]\s+")
"""What parts the other titles of a work in one cell; ; may also end a sign as web pages write it, &amp;."""
_AREA = "[港台臺陆陸美英日韩法德意泰新马澳加国]"
_PLACE = lazy_pattern(rf"\s*[(（]\s*{_AREA}(?:\s*[/、]?\s*{_AREA})*\s*[)）]\s*\Z")
"""The places where a film has that title: 月黑高飞(港)."""
_ALSO = lazy_pattern(
    r"(?i)\s*[(（\[]\s*(?:also known as|a\.?k\.?a\.?|又名|亦名|又称|原名|原题)[\s:：]*(?P<other>.+?)\s*[)）\]]\s*\Z"
)
_GLUED = lazy_pattern(rf"(?<=[{_HAN}])(?=[A-Z][a-z]+ [A-Z])")
_FOREIGN_WORD = lazy_pattern(rf"[^{_HAN}]*(?:[{_LATIN}]|{_OTHER_SCRIPT})[^{_HAN}]*|.*{_OTHER_SCRIPT}.*")
_FOREIGN = lazy_pattern(f"[{_LATIN}]|{_OTHER_SCRIPT}")
_OF_ANOTHER_SCRIPT = lazy_pattern(_OTHER_SCRIPT)
_MARK, _BREAK = lazy_pattern(r"[/／|｜,(（\[]"), lazy_pattern(r"[\sA-Z]")
"""Any cell with several titles has a mark, a space or a capital: a quick look that rules most Chinese cells out."""
_INSIDE = lazy_pattern(rf"([^()（）]*[{_HAN}])[(（]([{_HAN}]+)[)）]([{_HAN}][^()（）]*)")
_SUM = lazy_pattern(r"\d\+\d")
_SIGNS = frozenset("(（+")
"""A title with none of these is written in one way."""
_EAST_ASIAN_RUN = lazy_pattern(f"[{_EAST_ASIAN}]+")
_PART_OR_COPY = lazy_pattern("第.{1,4}[季部集篇卷册]|[上中下前后全][集部篇卷册辑]|.{0,4}[语配字][版音幕]|.{0,4}版")
_TWO = 2
_LETTER = lazy_pattern(r"[^\W\d_]")
_SURE = lazy_pattern(rf"{_OTHER_SCRIPT}|[A-Z\u00c0-\u00de][a-z\u00df-\u024f]+|[a-z\u00df-\u024f]{{3,}}")
"""A sign of a title in another script; a word in capitals may be part of any title (一起 LIVE)."""


@lru_cache(1 << 10)
def title_names(cell: str) -> tuple[str, ...]:
    """The titles in a cell: the whole cell first, then its parts that are titles by themselves.

    >>> title_names("教父2 The Godfather: Part II"), title_names("一起 LIVE")
    (('教父2 The Godfather: Part II', '教父2', 'The Godfather: Part II'), ('一起 LIVE',))
    >>> title_names("月黑高飞(港),刺激1995(台)"), title_names("Lust, Caution")
    (('月黑高飞(港),刺激1995(台)', '月黑高飞', '刺激1995'), ('Lust, Caution',))
    """
    if not _MARK.search(cell) and not _in_each_script(cell.strip()):
        return (cell,)
    found = {cell: None}
    for piece in _SLASH.split(_PLACE.sub("", cell)):
        for title in (title for part in _between_tight_slashes(piece) for title in _COMMA.split(part)):
            title = _PLACE.sub("", title).strip()
            also = _ALSO.search(title)
            names = (title[: also.start()], also["other"]) if also else (title,)
            found.update((part, None) for name in names for part in (name, *_in_each_script(name)))
    by_fold: dict[str, str] = {}
    for name in found:
        by_fold.setdefault(fold(name), name)
    return (cell, *(name for folded, name in by_fold.items() if folded and name != cell))


_BETWEEN_TITLES = frozenset("、；;|｜/")


def titles_apart(cell: str) -> tuple[str, ...]:
    """The titles that a cell of other titles lists; the whole cell where a part is too short for a title.

    >>> titles_apart("早霞、朝光"), titles_apart("Pluie / Lluvia; M"), titles_apart("爱、回家")
    (('早霞', '朝光'), ('Pluie', 'Lluvia', 'M'), ('爱、回家',))
    """
    if _BETWEEN_TITLES.isdisjoint(cell):
        return (cell,)
    parts = tuple(dict.fromkeys(filter(fold, map(str.strip, _LISTED.split(cell)))))
    are_titles = all(_may_be_name(part) or not _EAST_ASIAN_RUN.search(part) for part in parts)
    return parts if parts and are_titles else (cell,)


def _between_tight_slashes(piece: str) -> list[str]:
    """The names between slashes without spaces; the whole piece where it is one title with a slash.

    It is one where a part is too short for a name, or two are alike: 红/白, 上海/台北, 红玫瑰/白玫瑰.

    >>> _between_tight_slashes("千与千寻/神隐少女(台)/SpiritedAway"), _between_tight_slashes("龙猫/Totoro")
    (['千与千寻', '神隐少女(台)', 'SpiritedAway'], ['龙猫', 'Totoro'])
    """
    parts = _TIGHT_SLASH.split(piece)
    names = [_PLACE.sub("", part).strip() for part in parts]
    are_names = all(map(_may_be_name, names)) and not any(map(_are_alike, names, names[1:]))
    return parts if are_names else [piece]


def _may_be_name(part: str) -> bool:
    """Whether a part of a cell may be a title by itself, and does not only say which part or copy of the work it is."""
    from awardcli.language.words_beside_titles import WORDS_AROUND_A_TITLE  # few cells have several parts

    if fold(part) in WORDS_AROUND_A_TITLE or _PART_OR_COPY.fullmatch(part):
        return False
    east_asian = sum(map(len, _EAST_ASIAN_RUN.findall(part)))
    return east_asian >= _TWO or (not east_asian and _SURE.search(part) is not None)


def _are_alike(one: str, other: str) -> bool:
    """Whether two Chinese parts are of one title: as long as each other, and of two characters or alike in some."""
    is_chinese = all(_FIRST_CHINESE <= character <= _LAST_CHINESE for character in one + other)
    is_alike = len(one) <= _TWO or any(map(eq, one, other))
    return is_chinese and len(one) == len(other) and is_alike


def other_names(title: str | None, other_titles: Sequence[str]) -> tuple[str, ...]:
    """The names of a work in the cells of its titles, other than the whole first cell, each once.

    >>> other_names("活着 To Live", ["人生"]), other_names("格萨（斯）尔", ()), other_names("1+1", ())
    (('活着', 'To Live', '人生'), ('格萨尔', '格斯尔'), ('1加1',))
    """
    first, *others = title_names(title) if title else ("",)
    if not others and not other_titles and _SIGNS.isdisjoint(first):  # as most titles
        return ()
    others += (name for name, _ in written_otherwise(first))
    others += (name for other in other_titles for name in title_names(other))
    others += [name.replace("+", "加") for name in (first, *others) if "+" in name and _SUM.search(name)]
    return tuple(name for name in dict.fromkeys(others) if name != first)


def written_otherwise(title: str) -> tuple[tuple[str, str], ...]:
    """The ways to write a title with Chinese characters in brackets inside it, each with what it leaves out.

    It is written without these characters, or with them in place of as many before them.

    >>> written_otherwise("格萨（斯）尔"), written_otherwise("茶馆（第二季）")
    ((('格萨尔', '斯'), ('格斯尔', '萨')), ())
    """
    found = _INSIDE.fullmatch(title) if "（" in title or "(" in title else None
    if found is None:
        return ()
    before, inside, after = found.groups()
    start, replaced = before[: -len(inside)], before[-len(inside) :]
    may_replace = len(replaced) == len(inside) and (start or not set(inside).isdisjoint(before))
    return ((before + after, inside), *(((start + inside + after, replaced),) if may_replace else ()))


def _in_each_script(title: str) -> tuple[str, ...]:
    """The title before and the title behind the place where its script changes; nothing where it does not."""
    if title.isascii() or not _BREAK.search(title):
        return ()
    if not any(_FIRST_CHINESE <= character <= _LAST_CHINESE for character in title):
        return ()
    is_mixed = _FOREIGN.search(title) is not None
    words = (_GLUED.sub(" ", title) if is_mixed else title).split()
    if len(words) == 1:
        return ()
    if is_mixed:
        are_foreign = [bool(_FOREIGN_WORD.fullmatch(word)) if _LETTER.search(word) else None for word in words]
        if any(are_foreign):
            return _beside_change_of_script(words, are_foreign)
    first, second = words[0], " ".join(words[1:])
    is_traditional_too = first == to_simplified(first) and second != to_simplified(second)
    return (first, second) if is_traditional_too or (len(words) == _TWO and _sound_alike(first, second)) else ()


def _beside_change_of_script(words: Sequence[str], are_foreign: Sequence[bool | None]) -> tuple[str, ...]:
    """The words before and behind the place where their script changes; nothing where that is unsure.

    A word without letters, for which `are_foreign` has None, belongs to those behind it.
    """
    lettered = [at for at, is_foreign in enumerate(are_foreign) if is_foreign is not None]
    changes = [at for before, at in pairwise(lettered) if are_foreign[before] != are_foreign[at]]
    if not changes or (len(changes) > 1 and not _OF_ANOTHER_SCRIPT.search(words[changes[0]])):
        return ()
    at = changes[0]
    while are_foreign[at - 1] is None:
        at -= 1
    first, second = " ".join(words[:at]), " ".join(words[at:])
    is_first = are_foreign[0] is True
    return (first, second) if _SURE.search(first if is_first else second) and (not is_first or at > 1) else ()


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words differ but sound the same: 喜宴 囍宴. Of 再见 再见 neither is a title by itself."""
    if one == other or not 1 < len(one) == len(other):
        return False
    said = [list(map(read_alone, word)) for word in (one, other)]
    return said[0] == said[1] and all(said[0])
