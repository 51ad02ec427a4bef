"""Arrays of words that were each nominated for the award of their record: a result each, not several makers of one.

    {"award": "Best Film", "nominees": ["Anora", "Wicked"]}      Best Film      Anora
                                                                 Best Film      Wicked
    {"award": "Best Actress", "nominees":                        Best Actress   Anora    Mikey Madison
        ["Mikey Madison - Anora", "Cynthia Erivo - Wicked"]}     Best Actress   Wicked   Cynthia Erivo

A word is parted only where its work is named alone elsewhere in the list, as Anora is here.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from awardcli.collection.user_file.columns.column_roles import NOMINATED, is_honoured, is_title
from awardcli.collection.user_file.columns.heading_words import REMARK
from awardcli.collection.user_file.json.json_keys import HAS_OPTIONS, heading_in_language, is_surely_title, keys_in
from awardcli.collection.user_file.section_names import may_be_award
from awardcli.collection.user_file.table_lines import are_most
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import lazy_pattern

_WITH_PERSON = lazy_pattern(
    r"(?P<who>[^()（）]{2,60}?)(?:\s+[-–—]\s+[\"“]?|,\s+[\"“]|\s*[(（][\"“]?)(?P<work>[^()（）\"”]{1,80})[\"”]?[)）]?"
)
"""Mikey Madison - Anora; Mikey Madison (Anora); Mikey Madison, “Anora”"""


class NamedWorks(NamedTuple):
    """What the words of a list name alone, folded, and which of it other words have beside a person: works."""

    alone: frozenset[str]
    works: frozenset[str]

    def parted(self, words: Sequence[str]) -> list[tuple[str, str]]:
        """The work and the person that each of the words beside one another names; "" for neither known.

        >>> named_works(["Anora", "Mikey Madison - Anora"]).parted(["Mikey Madison - Anora", "Ann Lee - Emma"])
        [('Anora', 'Mikey Madison'), ('Emma', 'Ann Lee')]
        """
        pairs = [_WITH_PERSON.fullmatch(word) for word in words]
        if sum(bool(pair and fold(pair["work"]) in self.alone) for pair in pairs) * 2 >= max(1, len(words)):
            return [(pair["work"].strip(), pair["who"].strip()) if pair else ("", "") for pair in pairs]
        are_works = not self.works.isdisjoint(map(_folded, words))
        return [(word if are_works else "", "") for word in words]


def named_works(words: Sequence[str]) -> NamedWorks:
    """The works that the words of a list name."""
    pairs = list(filter(None, map(_WITH_PERSON.fullmatch, words)))
    alone = frozenset(map(_folded, words)) if pairs else frozenset()
    return NamedWorks(alone, alone & {fold(pair["work"]) for pair in pairs})


class Nominees(NamedTuple):
    """The key of arrays of nominees, and the works among them with their heading."""

    key: str
    title: str
    named: NamedWorks

    def records(self, record: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """A record for each nominee of a record, with its other values; one without nominees as it is."""
        words = record.get(self.key)
        if not words or not isinstance(words, list):
            yield record
            return
        for word, (work, who) in zip(words, self.named.parted(words), strict=True):
            said = {self.title: work, self.key: who} if work and who else {self.title if work else self.key: word}
            yield {
                name: each
                for key, value in record.items()
                for name, each in (said if key == self.key else {key: value}).items()
            }


def nominees_in(records: Sequence[object]) -> Nominees | None:
    """The nominees in the arrays of records; None without any, or where records surely say who won or their title.

    >>> nominees_in([{"award": "Best Film", "nominees": ["Anora", "Wicked"]}]).key
    'nominees'
    >>> nominees_in([{"film": "Anora", "nominees": ["Ann Lee", "Bo Ek"]}])
    """
    objects = [each for each in records if isinstance(each, dict)]
    keys = keys_in(objects)
    key = next((key for key in keys if NOMINATED.search(fold(key)) or HAS_OPTIONS.search(key)), None)
    words = list(_words(each[key] for each in objects if each.get(key))) if key else []
    is_of_titles = is_surely_title if key and NOMINATED.search(fold(key)) else is_title  # any record may have options
    titles = [text for name in filter(is_of_titles, keys) for each in objects if (text := each.get(name))]
    says_more = any(is_honoured(name) for name in keys if name != key) or not all(map(may_be_award, map(str, titles)))
    if key is None or "" in words or len(words) <= len(objects) or says_more or are_most(may_be_award, words):
        return None
    return Nominees(key, heading_in_language("title", words), named_works(words))


def _words(values: Iterable[object]) -> Iterator[str]:
    """The words in arrays; "" for a value that is anything else."""
    for value in values:
        yield from (each if isinstance(each, str) else "" for each in (value if isinstance(value, list) else [None]))


def _folded(word: str) -> str:
    """A word without a remark in brackets, folded."""
    return fold(REMARK.sub("", word))
