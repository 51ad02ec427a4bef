"""The plan of a search by the gram index: which rows each part of it finds. `index_search` carries it out.

A part of the plan finds either every row that matches, best first (`BestFirst`), or the rows that are most like a term
(`MostAlike`). Where the terms of a query may match different fields, sets of results are combined (`AllOf`, `AnyOf`).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import permutations
from typing import NamedTuple

from awardcli.language.fold import fold
from awardcli.model import FieldName, Tier
from awardcli.search import weights
from awardcli.search.by_index.index_lookups import (
    ANY_LENGTH,
    FieldIndex,
    Lookup,
    all_of,
    any_of,
    homophones_expression,
    initials_with_a_gap,
    literal_lookups,
    misspelt_expressions,
    near_grams,
    otherwise_written,
    own_code,
    sound_lookups,
    without_particle,
)
from awardcli.search.query import Query, Term
from awardcli.search.steps import NEAR, Step
from awardcli.search.typed_term import TypedTerm, forgiven

_MANY_LOOKUPS = 100
"""With more lookups of a term of letters, most of which find no row, they are first run as one."""


class BestFirst(NamedTuple):
    """Lookups of one field that together find every matching row; `widest` finds the same rows by itself."""

    field: FieldName
    lookups: tuple[Lookup, ...]
    widest: str | None = None


class Rows(NamedTuple):
    """The rows of a field that an expression finds."""

    field: FieldName
    expression: str
    longest: int = ANY_LENGTH


class MostAlike(NamedTuple):
    """The rows of a field that are most like a term: those of the expressions `first`, then by shared grams.

    `grams` are those of the term, `others` those of its numbers in another form. Rows with fewer than `shortest`
    characters are left out; with `strict` also rows that can only be suggested, not be answers.
    """

    field: FieldName
    term: TypedTerm
    first: tuple[Rows, ...]
    grams: tuple[str, ...]
    others: tuple[str, ...]
    shortest: int
    strict: bool


class AnyOf(NamedTuple):
    """The results that any of the sources finds."""

    sources: "tuple[Source, ...]"


class AllOf(NamedTuple):
    """The results that all of the sources find."""

    sources: "tuple[Source, ...]"


Source = Rows | MostAlike | AnyOf | AllOf


class IndexPlan:
    """The lookups of a query in one step; without a step, those of the results near it, to be suggested.

    `title` and `organization` find the results that match in one field. `across` finds those of which different fields
    match different terms; it is run only if one of `in_organization` finds a row. Each part is made when it is first
    read: most answers need the titles alone.
    """

    def __init__(self, query: Query, step: Step | None, index_of: Callable[[FieldName], FieldIndex]) -> None:
        self._fields, self._whole = query.fields, query.whole
        self._terms = query.apart(step or "near")
        self._step = step
        self._index_of = index_of
        self._expressions: dict[tuple[FieldName, Term], str] = {}

    @property
    def is_near(self) -> bool:
        """Whether the step finds the most similar results, and not all that match."""
        return self._step is None or self._step in NEAR

    @cached_property
    def title(self) -> BestFirst:
        """The results whose title all terms match, for a step that finds every match."""
        index = self._index_of("title")
        lookups, widest = self._complete("title")
        if self._terms:
            return BestFirst("title", (*lookups, *self._together(index)))
        return BestFirst("title", lookups, widest)

    @cached_property
    def organization(self) -> BestFirst:
        """The results whose organization the whole query matches, for a step that finds every match."""
        return BestFirst("organization", *self._complete("organization"))

    @cached_property
    def in_organization(self) -> tuple[Rows, ...]:
        """The organizations that one of several terms may match, where organizations are searched."""
        if "organization" not in self._fields:
            return ()
        return tuple(row for term in self._terms for row in self._anywhere(term, ["organization"]))

    def naming(self, names: Sequence[str]) -> Source:
        """The results with organizations that match each of the names."""
        terms = (Term([name]) for name in names if fold(name))
        return AllOf(tuple(AnyOf(tuple(self._anywhere(term, ["organization"]))) for term in terms))

    @cached_property
    def across(self) -> Source:
        """The results that match by the query as a whole, or by each of its terms in some field."""
        if not self._terms:
            return AnyOf(tuple(map(self.most_alike, self._fields)))
        terms = self._whole, *sorted(self._terms, key=lambda term: -len(term.text))  # the longest find the fewest
        whole, *apart = (AnyOf((*self._anywhere(term), *self._nearby(term))) for term in terms)
        return AnyOf((whole, AllOf(tuple(apart))))

    def _nearby(self, term: Term) -> list[MostAlike]:
        """The rows of each field that are near a term, in a near step."""
        return [self.most_alike(field, term) for field in self._fields] if self.is_near else []

    def _anywhere(self, term: Term, fields: Sequence[FieldName] = ()) -> list[Rows]:
        """The rows of the fields that a term may match in this step or a surer one."""
        expressions = ((field, self._expression(field, term)) for field in fields or self._fields)
        return [Rows(field, expression) for field, expression in expressions if expression]

    def _expression(self, field: FieldName, term: Term) -> str:
        """The expression of every row that a term may match literally, or also by sound in a later step."""
        if (field, term) not in self._expressions:
            index = self._index_of(field)
            found = literal_lookups(term.text, index)
            if self._step != "literal":
                found += sound_lookups(term.typed, index)
            parts = (f"({lookup.expression})" for lookup in found if lookup.tier is not Tier.PREFIX)
            self._expressions[field, term] = any_of(parts)
        return self._expressions[field, term]

    def _complete(self, field: FieldName) -> tuple[tuple[Lookup, ...], str | None]:
        """The lookups of the whole query in the literal or the sound step, and one expression for all their rows."""
        index, term = self._index_of(field), self._whole
        literal = self._step == "literal"
        lookups = tuple(literal_lookups(term.text, index) if literal else sound_lookups(term.typed, index))
        if literal:
            return lookups, lookups[-1].expression
        if term.typed.letters:
            many = len(lookups) > _MANY_LOOKUPS
            return lookups, any_of(f"({lookup.expression})" for lookup in lookups) if many else None
        # Those of short terms are as quick one by one.
        return lookups, homophones_expression(term.typed, index) if len(term.typed) > weights.SHORT else None

    def _together(self, index: FieldIndex) -> list[Lookup]:
        """The lookup of every row that all terms match."""
        expression = all_of(f"({self._expression('title', term)})" for term in self._terms)
        if self._step == "sound":
            return [Lookup(expression, Tier.SOUND, 100, ANY_LENGTH)]
        texts = [term.text for term in self._terms]
        # A text can begin with two terms only where one of them begins with the other.
        apart = not any(one.startswith(other) for one, other in permutations(texts, 2))
        covered = sum(len(text) ** 2 for text in texts) / sum(map(len, texts))
        best, units = (Tier.SUBSTRING, covered) if apart else (Tier.EQUAL, ANY_LENGTH)
        return [Lookup(expression, best, 100, units)]

    def _by_letters(self, field: FieldName, term: Term) -> Iterator[str]:
        """The expressions for rows that letters mean: misspelt, without a particle, or initials with a gap."""
        index, typed = self._index_of(field), term.typed
        if self._step == "misspelt":
            lookups = sound_lookups(term.respaced, index) if term.respaced else ()
            yield from (lookup.expression for lookup in lookups if lookup.score == weights.FULL_SCORE)
            yield from misspelt_expressions(typed, index)
        yield from without_particle(typed, index)
        yield from initials_with_a_gap(typed.text) if typed.is_initials else ()

    def most_alike(self, field: FieldName, term: Term | None = None) -> MostAlike:
        """The rows near a term, or the whole query: by letters, by two characters, and by shared grams."""
        term = term or self._whole
        typed = term.typed
        first = [Rows(field, expression) for expression in self._by_letters(field, term)]
        short = not typed.letters and len(typed) == weights.SHORT
        if short:
            codes = [own_code(character) for character in typed.text]
            first += [Rows(field, any_of(codes), longest=weights.SHORT), Rows(field, all_of(codes))]
        grams: tuple[str, ...] = ()
        others: tuple[str, ...] = ()
        if typed.may_say_a_number or not (short or typed.is_initials):
            grams = tuple(dict.fromkeys(near_grams(typed)))
            elsewhere = dict.fromkeys(gram for other in otherwise_written(typed) for gram in near_grams(other))
            others = tuple(gram for gram in elsewhere if gram not in grams)
        by_characters = not typed.letters and not typed.may_say_a_number
        shortest = len(set(typed.characters)) - forgiven(len(typed.characters)) if by_characters else 0
        return MostAlike(field, typed, tuple(first), grams, others, shortest, strict=self._step is not None)
