"""A query as plain values: its terms, the fields to search and the lowest score."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING, Literal, NamedTuple

from awardcli import messages
from awardcli.errors import UsageError, bad_choice
from awardcli.language.fold import fold
from awardcli.model import FieldName

if TYPE_CHECKING:
    from re import Match

    from awardcli.search.typed_term import TypedTerm

In = Literal["title", "organization", "any"]
_FIELDS: dict[In | None, tuple[FieldName, ...]] = {
    None: ("title", "organization"),
    "any": ("title", "organization"),
    "title": ("title",),
    "organization": ("organization",),
}


class Term:
    """A word of a query, or several words read as one.

    The literal step compares `text`, which is folded. Later steps compare `typed`, which takes longer to prepare. A
    Latin word may be `unfinished` at the end of the query.
    """

    def __init__(self, words: Sequence[str], *, unfinished: bool = True) -> None:
        self.words = tuple(words)
        self.text = fold("".join(words))
        self.unfinished = unfinished

    @cached_property
    def typed(self) -> "TypedTerm":
        """The term with its sounds and weights, as the sound and near steps compare it."""
        from awardcli.search.typed_term import TypedTerm

        return TypedTerm(self.words, unfinished=self.unfinished)

    @cached_property
    def respaced(self) -> "TypedTerm | None":
        """The letters of several words joined, for pinyin with misplaced spaces (yo ngmei); None for other terms."""
        if len(self.words) == 1 or self.typed.letters < len(self.typed):
            return None
        from awardcli.search.typed_term import TypedTerm

        return TypedTerm(["".join(self.words)])


_MOST_MEANT = 8
"""Readings of a romanized query that are tried."""

_LIKE_DIGITS = "oOQlIi|ZzSsB"
_MAY_BE_DIGITS = _LIKE_DIGITS + "幺年"
_DIGITS = str.maketrans(_LIKE_DIGITS, "000111122558")
_FIGURE = "[〇零一二三四五六七八九]"
_ZEROS = f"(?<={_FIGURE})[oO]+(?={_FIGURE})"
_SAID_ONE = f"(?<={_FIGURE})幺|幺(?={_FIGURE})"
"""The 1 of a number that is said figure by figure: 幺九二二."""
_SHORT_YEAR = f"(?<!{_FIGURE})([零〇]|(?![一二三]){_FIGURE}(?![一二三])){_FIGURE}(?=年)"
"""A year without its century: 零二年, 九八年; 五六年 may be some years, but then the digits match nothing."""
_RUN_WITH_DIGIT = f"[{_LIKE_DIGITS}]*[0-9][0-9{_LIKE_DIGITS}]*|[lI]O{{2,}}"
_WORD_WITH_DIGITS = (
    "(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])(?=[A-Za-z0-9]{4})"
    "(?:[013457](?=[A-Za-z]{4}))?[A-Za-z]+(?:(?:[013457]|00|11)[A-Za-z]+)*(?:[01]|00|11)?(?![A-Za-z0-9])"
)
"""A Latin word with digits that look like letters, and so neither a number nor a version: Ali3n, 4vatar, g00d, psych0.

Behind a word only 0 and 1 do, since any other digit is rather the number of a sequel: alien5.
"""
_LETTERS = (str.maketrans("013457", "oleast"), str.maketrans("1", "i"))
"""The letters that look like digits, in both ways to read 1."""
_ABBREVIATIONS = {
    "dr": "doctor",
    "mr": "mister",
    "mt": "mount",
    "st": "saint",
    "vs": "versus",
    "pt": "part",
    "vol": "volume",
}
_OTHER_FORMS = _ABBREVIATIONS | {whole: short for short, whole in _ABBREVIATIONS.items()}
_ITE = ("nite", "lite")
"""Endings of words that advertisements spell so: goodnite, moonlite."""
_FIGURES = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9"}
"""The words for the number of a sequel, as the last word of its title."""


def _in_digits(run: "Match[str]") -> str:
    """A run of digits and letters that look like digits (l000), in digits.

    Letters that continue a word are left: those before the first digit behind another letter, and the last small ones
    before another letter.
    """
    text = run[0]
    before, after = run.string[: run.start()][-1:], run.string[run.end() :][:1]
    start = next((number for number, character in enumerate(text) if character.isdigit()), 0)
    start = start if before.isascii() and before.isalpha() else 0
    end = len(text)
    if after.isascii() and after.isalpha():
        while text[end - 1].islower():
            end -= 1
    return text[:start] + text[start:end].translate(_DIGITS) + text[end:]


def _in_another_form(word: str) -> str | None:
    """A folded English word in another form (dr, doctor), or None."""
    return word[:-3] + "ight" if word.endswith(_ITE) else _OTHER_FORMS.get(word)


def _in_letters(text: str, letters: Mapping[int, int]) -> str:
    """A text with letters for the digits in each Latin word."""
    import re

    return re.sub(_WORD_WITH_DIGITS, lambda word: word[0].translate(letters), text)


_term = lru_cache(maxsize=16)(Term)
"""Cached, since every step asks a query for its terms, and preparing a term takes time."""


class Query(NamedTuple):
    """A question: its terms as typed, the fields to search, and the lowest score of an answer.

    `within` None searches titles, and organizations only where no title matches. `exact` allows the literal step only;
    `min_score` (0-100) replaces the near step's own cutoff.
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

        Raises UsageError where the words fold to nothing, or where an option has an invalid value.

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
            raise UsageError(messages.BAD_SCORE(value=f"{min_score:g}"))
        if exact and min_score is not None:  # the score of what matches as typed is no measure
            raise UsageError(messages.NOT_WITH(option="--min-score", other="--exact"))
        return cls(terms, within, exact, min_score)

    @property
    def text(self) -> str:
        """The query as one line."""
        return " ".join(self.terms)

    def asking(self, text: str) -> "Query":
        """The same query of other words."""
        return self._replace(terms=tuple(filter(fold, text.split())))

    @property
    def searches_all(self) -> bool:
        """Whether no single field is named: then values of other columns count as well."""
        return self.within in (None, "any")

    @property
    def whole(self) -> Term:
        """All terms read as one; separate syllables are not the beginning of a Latin word (li an, Liang)."""
        return _term(self.terms, unfinished=len(self.terms) == 1 or not self._is_spelt_out())

    def apart(self, step: str) -> list[Term]:
        """Each term by itself, as a step takes them; empty for a single term.

        Terms that are all single syllables are one word spelt out (xin huo); only the literal step takes them as words
        (mo yan).
        """
        if len(self.terms) == 1:
            return []
        if not self._is_spelt_out():
            *others, last = self.terms
            return [*(_term((term,), unfinished=False) for term in others), _term((last,))]
        return [_term((term,), unfinished=False) for term in self.terms] if step == "literal" else []

    def _is_spelt_out(self) -> bool:
        from awardcli.language.pinyin import spelt_by, untoned

        return all(spelt_by(fold(untoned(term))) for term in self.terms)

    def romanized_otherwise(self) -> "Iterator[Query]":
        """The queries in pinyin that a query in Wade-Giles may mean.

        It is in Wade-Giles if every word may be, and not every word is pinyin, which has no ü behind y, j, q and x
        (yüan).
        """
        if len(self.text) == 1:
            return
        if not self.text.isascii() and not any("\x80" <= character <= "\u02ff" for character in self.text):
            return
        from awardcli.language.pinyin import has_umlaut_of_wade_giles, segment, untoned, wade_giles

        words = [wade_giles(term) for term in self.terms]
        is_pinyin = all(segment(untoned(term).casefold()) for term in self.terms)
        if not all(words) or (is_pinyin and not has_umlaut_of_wade_giles(self.text)):
            return
        for meant in islice(product(*words), _MOST_MEANT):
            yield self._replace(terms=tuple(" ".join(meant).split()))

    def with_digits(self) -> "Iterator[Query]":
        """The queries with letters that look like digits in digits (l000, 二OO一), and with clock times in digits.

        So are the figures of a year without its century (零二年); 幺 among figures is 一.
        """
        if any(character in _MAY_BE_DIGITS for character in self.text):
            import re

            from awardcli.language.numerals import number_spans

            zeros = (re.sub(_ZEROS, lambda run: "〇" * len(run[0]), term) for term in self.terms)
            digits = (re.sub(_RUN_WITH_DIGIT, _in_digits, re.sub(_SAID_ONE, "一", term)) for term in zeros)
            terms = tuple(re.sub(_SHORT_YEAR, lambda year: number_spans(year[0])[0].value, term) for term in digits)
            if terms != self.terms:
                yield self._replace(terms=terms)
        from awardcli.language.dates import clock_times

        times = clock_times(self.text)
        for form in ("{:02}:{:02}", "{}:{:02}") if times else ():
            text = self.text
            for time in reversed(times):
                text = text[: time.start] + form.format(time.hour, time.minute) + text[time.end :]
            if text != self.text:
                yield self.asking(text)

    def in_other_forms(self) -> "Iterator[Query]":
        """The query with English words in another form: dr zhivago, goodnite moon, terminator two, G0dfather."""
        *others, last = (_in_another_form(fold(term)) or term for term in self.terms)
        terms = (*others, _FIGURES.get(fold(last), last))
        if terms != self.terms and len(terms) > 1:
            yield self._replace(terms=terms)
        for letters in _LETTERS if any(map(str.isdecimal, self.text)) else ():
            terms = tuple(_in_letters(term, letters) for term in self.terms)
            if terms != self.terms:
                yield self._replace(terms=terms)

    @property
    def fields(self) -> tuple[FieldName, ...]:
        """The fields to search."""
        return _FIELDS[self.within]


class Filters(NamedTuple):
    """The values of the filter options, None where one is not given; `where` has conditions HEADING=VALUE."""

    category: str | None = None
    award: str | None = None
    organization: str | None = None
    district: str | None = None
    kind: str | None = None
    edition: str | None = None
    where: tuple[str, ...] = ()
