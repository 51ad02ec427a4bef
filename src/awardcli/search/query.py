"""What was asked, as plain values."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from awardcli import messages
from awardcli.errors import UsageError, bad_choice
from awardcli.language.fold import fold
from awardcli.model import FieldName

if TYPE_CHECKING:
    from awardcli.search.typed_term import TypedTerm

In = Literal["title", "organization", "any"]
_FIELDS: dict[In | None, tuple[FieldName, ...]] = {
    None: ("title", "organization"),
    "any": ("title", "organization"),
    "title": ("title",),
    "organization": ("organization",),
}


class Term:
    """A word of a query, or several read as one, folded for the literal step and as a pattern for the others."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        self.text = fold("".join(words))

    @cached_property
    def pattern(self) -> "TypedTerm":
        """The term as the sound and near steps compare it."""
        from awardcli.search.typed_term import TypedTerm

        return TypedTerm(self.words)

    @cached_property
    def respaced(self) -> "TypedTerm | None":
        """The letters of several words with no word boundary, as pinyin is also typed (yo ngmei); None for others."""
        joined = "".join(self.words)
        if len(self.words) == 1 or self.pattern.letters < len(self.pattern):
            return None
        from awardcli.search.typed_term import TypedTerm

        return TypedTerm([joined])


_term = lru_cache(maxsize=16)(Term)
"""A term once more: a query asks for its terms at every step, and what they are read as takes time."""


class Query(NamedTuple):
    """A question: its terms as typed, where to look, and how near an answer may be.

    `within` None looks in titles, and in organizations where no title answers. `exact` leaves only the literal step;
    `min_score` (0-100) takes the place of the near step's own cutoff.
    """

    terms: tuple[str, ...]
    within: In | None = None
    exact: bool = False
    min_score: float | None = None

    @classmethod
    def of(
        cls, words: str | Sequence[str], within: str | None = None, exact: bool = False, min_score: float | None = None
    ) -> "Query":
        """The query of words as typed; a word with spaces is several terms.

        Raises UsageError where nothing to search for is left, or an option has a value it cannot have.

        >>> Query.of("嘉定 画").terms
        ('嘉定', '画')
        """
        typed = [words] if isinstance(words, str) else words
        terms = tuple(term for word in typed for term in word.split() if fold(term))
        if not terms:
            raise UsageError(messages.NOTHING_TO_SEARCH(query=" ".join(typed)))
        if within is not None and within not in _FIELDS:
            raise bad_choice("--in", within, ("title", "organization", "any"))
        if min_score is not None and not 0 <= min_score <= 100:
            raise UsageError(messages.BAD_SCORE(value=min_score))
        return cls(terms, within, exact, min_score)

    @property
    def text(self) -> str:
        """The query as one line."""
        return " ".join(self.terms)

    @property
    def whole(self) -> Term:
        """All terms read as one."""
        return _term(self.terms)

    @property
    def apart(self) -> list[Term]:
        """The terms one by one, where there are several; single syllables are one word spelt out (xin huo)."""
        if len(self.terms) == 1:
            return []
        from awardcli.language.pinyin import is_syllable, untoned

        spelt_out = all(is_syllable(fold(untoned(term))) for term in self.terms)
        return [] if spelt_out else [_term((term,)) for term in self.terms]

    @property
    def fields(self) -> tuple[FieldName, ...]:
        """The fields to look in."""
        return _FIELDS[self.within]
