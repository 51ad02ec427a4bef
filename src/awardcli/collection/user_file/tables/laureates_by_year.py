"""Lines that begin with a year and name who won by a surname in capitals, and then the work, as rows of a table.

2020 - Hervé LE TELLIER, L'Anomalie (Gallimard)
1975 - Émile AJAR (Romain Gary), La Vie devant soi (Mercure de France)
1951 - Julien GRACQ, Le Rivage des Syrtes (José Corti), refusé par l'auteur
"""

from collections.abc import Sequence

from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.table_lines import Line, says_nobody_won
from awardcli.language.lazy_pattern import lazy_pattern

_HEADING = ("year", "author", "title", "publisher", "note")
_CAPITALS = "[A-ZÀ-Þ][A-ZÀ-Þ'’-]+"
_LAUREATE = lazy_pattern(
    r"\s*(?:[-*•]\s+)?(?P<year>(?:1[89]|20)[0-9]{2})\s*[-–—:.]\s*"
    rf"(?P<author>[^,()]*[a-zß-ÿ][^,()]*\s{_CAPITALS}(?:[ -]{_CAPITALS})*(?:\s*\([^()]+\))?),\s+"
    r"(?P<title>[^()]+?)\s*(?:\((?P<publisher>[^()]+)\)(?:[,.;]\s*(?P<note>[^()]*?))?)?\s*"
)
_FEWEST, _MOST = 3, 0.8
"""The fewest such lines, and their least share."""


def laureates_by_year(account: Account, lines: Sequence[Line]) -> list[Line] | None:
    """The rows of such a text, its heading first; None for another one. Years in which nobody won are set aside."""
    texts = {number: str(cells[0]) for number, cells, _ in lines}
    found = {number: laureate for number, text in texts.items() if (laureate := _LAUREATE.fullmatch(text))}
    if len(found) < _FEWEST:
        return None
    others = {number: text for number, text in texts.items() if number not in found}
    vacant = {number: text for number, text in others.items() if says_nobody_won(text, is_sentence=True)}
    if len(found) < _MOST * (len(texts) - len(vacant)):
        return None
    for number, text in vacant.items():
        account.put_aside(number, [text.strip()], "vacant")
    begin = min(found)
    above = [(number, [text], None) for number, text in others.items() if number < begin]
    rows = [(number, [laureate[name] or "" for name in _HEADING], None) for number, laureate in found.items()]
    rest = [(number, [text], None) for number, text in others.items() if number > begin and number not in vacant]
    return [*above, (0, _HEADING, None), *sorted([*rows, *rest])]
