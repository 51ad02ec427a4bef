"""What to look up in a gram index for the near step: grams of which a row that comes near a term has some."""

from collections.abc import Iterator

from awardcli.language.grams import code_of, initials_expression, pairs
from awardcli.search.expressions import all_of, any_of, codes_at, own_code
from awardcli.search.lookups import Known
from awardcli.search.pattern import Pattern


def near_grams(pattern: Pattern) -> tuple[list[str], list[str]]:
    """The grams of which a row that comes near a term has some; and those of its numbers written otherwise."""
    from awardcli.search.numeral import otherwise_written

    own = dict.fromkeys(_near_grams(pattern))
    others = dict.fromkeys(gram for way in otherwise_written(pattern) for gram in _near_grams(way))
    return list(own), [gram for gram in others if gram not in own]


def _near_grams(pattern: Pattern) -> Iterator[str]:
    """Pairs of codes; then the codes themselves of a term of one character or of letters, which are found apart too."""
    units = [codes_at(pattern, place) if han else [pattern.text[place]] for place, han in enumerate(pattern.han)]
    yield from pairs(units)
    for position, spelt in enumerate(pattern.spelt):
        for reading, ways in spelt.items():
            for following in {position + length for length, _ in ways} - {len(pattern)}:
                for code in [code_of(r) for r in pattern.spelt[following]] or units[following]:
                    yield code_of(reading) + code
    if len(units) == 1:
        yield from units[0]
    if not pattern.characters:
        yield from (code_of(reading) for spelt in pattern.spelt for reading in spelt)


def misspelt_lookups(pattern: Pattern, known: Known) -> Iterator[str]:
    """What finds the rows whose syllables the letters of a term may have been meant for."""
    from awardcli.search.misspelling import may_be_misspelt, respelt

    if may_be_misspelt(pattern):
        for codes in respelt(pattern.text, known.has):
            yield all_of(dict.fromkeys(pairs(codes)) or codes)


def initials_with_a_gap(letters: str) -> Iterator[str]:
    """What finds the rows that have the initials in a row but for one left out."""
    for cut in range(2, len(letters) - 1):
        yield all_of([*initials_expression(letters[:cut]), *initials_expression(letters[cut:])])


def two_characters(text: str) -> tuple[str, str]:
    """What finds the rows that have one of two characters by its sound, and those that have both."""
    codes = [own_code(character) for character in text]
    return any_of(codes), all_of(codes)
