"""The steps of a search, surest first: each matches one term with one field in its own way.

The literal step is here; the others have modules of their own: `sound`, `near`, `misspelt_pinyin`.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal

from awardcli.language.fold import fold
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.printed_text import PrintedText, WrittenForm
from awardcli.search.query import Query, Term

Step = Literal["literal", "sound", "words", "near", "misspelt", "together", "around"]
"""The steps in their order; a step runs only where the earlier ones found nothing."""
SURE: tuple[Step, ...] = ("literal", "sound")
"""The steps that explain every character typed."""
NEAR: tuple[Step, ...] = ("near", "misspelt")
"""The two steps that are one to the user, the near step."""

_POINTS = ".·・:/-"
"""Printed between the digits of a number, a date or a time that may be typed with a point."""

Matcher = Callable[[Term, PrintedText], Alignment | None]
"""The best match of a term in a field, or None."""


class Attempt:
    """One way to answer a query: a step, the query as it may be meant, and the matcher of its terms.

    A result answers if it matches `whole`, all terms read as one, or else each of `terms`.
    """

    def __init__(self, step: Step, query: Query, matcher: Matcher) -> None:
        self.step = step
        self.query = query
        self.matcher = matcher
        self.fields = query.fields
        self.whole = query.whole
        self.terms = query.apart(step)


def steps(query: Query) -> Iterator[Attempt]:
    """The attempts to answer a query, surest first.

    A number with a point agrees with one alone: 9.7 is not 97.
    """
    for step, meant, matcher in _steps(query):
        yield Attempt(step, meant, partial(_with_decimals, matcher) if "." in query.text else matcher)


def _with_decimals(matcher: Matcher, term: Term, printed: PrintedText) -> Alignment | None:
    from awardcli.language.numerals import decimals

    typed = decimals(" ".join(term.words))
    return matcher(term, printed) if not typed or typed <= decimals(printed.original, _POINTS) else None


def _steps(query: Query) -> Iterator[tuple[Step, Query, Matcher]]:
    """The step, the query and the matcher of each attempt, but for numbers with a point.

    A step is imported when it is reached: most queries end with the literal one. Letters are compared as misspelt last,
    where neither an accent nor a gap explains them.
    """
    yield "literal", query, _literal
    if query.exact:
        return
    from awardcli.search.sound import sound_match

    def sound(term: Term, printed: PrintedText) -> Alignment | None:
        return sound_match(term.typed, printed)

    yield "sound", query, lambda term, printed: _literal(term, printed) or sound(term, printed)
    yield from (("sound", meant, sound) for meant in query.romanized_otherwise())
    terms = query.apart("near")
    near = _near(query.min_score, alone=not terms)
    yield "near", query, near
    if any(term.typed.is_spelt or term.typed.may_be_misspelt for term in (query.whole, *terms)):
        whole = query.whole

        def misspelt(term: Term, printed: PrintedText) -> Alignment | None:
            """One of several terms may be misspelt and another near; the whole query has been tried as near."""
            match = near(term, printed) if term is not whole else None
            return match or _misspelt(term, printed, query.min_score)

        yield "misspelt", query, misspelt
    for meant in query.with_digits():
        yield "near", meant, _in_form(weights.DIGITS, _near(query.min_score, alone=False))
    for meant in query.in_other_forms():
        yield "near", meant, _in_form(weights.INFLECTED, _near(query.min_score, alone=False))


def literal_match(text: str, printed: WrittenForm, *, unfinished: bool = True) -> Alignment | None:
    """The literal match of folded text, or None; its score is 100.

    A Latin word begins and ends where a printed one does; only its end may be `unfinished`. Part of a number (2 in
    1922) is worth less than a whole one.

    >>> from awardcli.search.printed_text import PrintedText
    >>> literal_match("上海", PrintedText("title", "爱上海的理由")).tier.name
    'SUBSTRING'
    >>> literal_match("ang", PrintedText("title", "The Last Ranger")) is None
    True
    """
    whole, part = _occurrences(text, printed, unfinished)
    start = part if whole is None else whole
    if start is None:
        return None
    end = start + len(text)
    tier = Tier.SUBSTRING if start or whole is None else Tier.PREFIX if end < len(printed) else Tier.EQUAL
    if tier is Tier.PREFIX and printed.field == "organization" and _is_first_name(text, printed):
        tier = Tier.EQUAL
    found = Alignment(
        printed.field, tier, weights.FULL_SCORE, len(text) / len(printed), (printed.place(start, end),), printed, text
    )
    return found if whole is not None else found.in_form(weights.PART_OF_NUMBER)


def _is_first_name(text: str, printed: WrittenForm) -> bool:
    """Whether folded text is the first of several names in a field."""
    from awardcli.language.people_and_bodies import organization_names

    names = organization_names(printed.original)
    return len(names) > 1 and fold(names[0]) == text


def _occurrences(text: str, printed: WrittenForm, unfinished: bool) -> tuple[int | None, int | None]:
    """The offsets at which text first occurs as whole numbers and words, and as part of a longer number, or None."""
    part = None
    start = printed.text.find(text)
    while start >= 0:
        end = start + len(text)
        is_part = printed.splits_word(start) or (printed.splits_word(end) and not unfinished)
        if not (is_part or printed.ends_in_roman_number(end)):
            if not (printed.splits_numeral(start) or printed.splits_numeral(end)):
                return start, part
            part = start if part is None else part
        start = printed.text.find(text, start + 1)
    return None, part


def _literal(term: Term, printed: PrintedText) -> Alignment | None:
    if term.text not in printed.text:  # as most fields
        return None
    found = literal_match(term.text, printed, unfinished=term.unfinished)
    return found and _in_words(term, found)


def _in_words(term: Term, found: Alignment) -> Alignment:
    """A literal match, less sure where a Latin word is only begun or printed as several; near inside a number."""
    if found.form is weights.PART_OF_NUMBER and not term.text[0].isdecimal():
        is_end = found.printed.splits_numeral(found.printed.text.find(term.text))
        return found._replace(tier=Tier.NEAR, form=weights.END_OF_NUMBER) if is_end else found
    if not (term.text.isascii() and term.text[-1].isalpha()):
        return found
    (place,), original = found.places, found.printed.original
    if original[place.end : place.end + 1].isalpha() and original[place.end].isascii():
        found = found.in_form(weights.BEGUN_WORD)
    is_across = len(term.words) == 1 and " " in original[place.start : place.end]
    return found.in_form(weights.ACROSS_WORDS) if is_across else found


def _in_form(form: weights.Agreement, matcher: Matcher) -> Matcher:
    """The matcher of a query that is not as typed: even a literal match is only near, in another form."""

    def match(term: Term, printed: PrintedText) -> Alignment | None:
        found = matcher(term, printed)
        return found and found.in_form(form)

    return match


def _near(min_score: float | None, *, alone: bool) -> Matcher:
    """The matcher of the near step.

    Unless the term is `alone`, it may also match literally or by sound: in the earlier steps another term did not.
    """
    from awardcli.search.near import (
        inflected_match,
        near_match,
        numeral_match,
        particle_match,
        short_name_match,
        spelt_short_name_match,
    )
    from awardcli.search.sound import sound_match

    def match(term: Term, printed: PrintedText) -> Alignment | None:
        cutoff = term.typed.cutoff if min_score is None else min_score
        typed = term.typed
        surer = None if alone else _literal(term, printed) or sound_match(typed, printed)
        numeral = surer or numeral_match(typed, printed, cutoff)
        near = numeral or particle_match(typed, printed) or near_match(typed, printed, cutoff)
        near = near or short_name_match(typed, printed) or inflected_match(term, printed)
        return near or (None if alone else spelt_short_name_match(typed, printed, cutoff))

    return match


def _misspelt(term: Term, printed: PrintedText, min_score: float | None) -> Alignment | None:
    """The match of letters that are misspelt or have misplaced spaces."""
    from awardcli.search.misspelt_pinyin import misspelt_match  # the only import of RapidFuzz in a search
    from awardcli.search.sound import sound_match

    respaced = sound_match(term.respaced, printed) if term.respaced else None
    if respaced and respaced.score == weights.FULL_SCORE:
        return respaced._replace(tier=Tier.NEAR)
    return misspelt_match(term.typed, printed, min_score)
