"""`search --explain`: how each hit matched and how its score adds up, or what the best miss lacks.

At the end, the matches that are explained: each term in every field of a hit, and in the result nearest to a query
that finds nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from awardcli import messages
from awardcli.collection import Collection
from awardcli.collection.protocol import ColumnNames
from awardcli.language.fold import fold
from awardcli.model import Hit, Result, cell_text
from awardcli.output.remarks import list_heading
from awardcli.output.text_layout import packed
from awardcli.search import weights
from awardcli.search.alignment import Alignment, Piece
from awardcli.search.find import Searcher, find
from awardcli.search.other_words import Named, named_by
from awardcli.search.printed_text import Candidate
from awardcli.search.query import Query, Term
from awardcli.search.ranking import Answer, matches_of, surest
from awardcli.search.steps import Attempt, steps
from awardcli.vocabulary import heading, value


class Miss(NamedTuple):
    """The result nearest to a query without hits: the match of each term, or None, and the score (0-100).

    `cutoff` is the score that it misses.
    """

    result: Result
    matches: list[tuple[Term, Alignment | None]]
    score: float
    cutoff: float

    @property
    def other_numbers(self) -> list[str]:
        """The numbers of the terms, as typed, for which the result has other numbers."""
        from awardcli.search.near_match_check import NearAlignment

        return [
            term.typed.text[number.whole[0] : number.whole[1]]
            for term, match in self.matches
            if match
            for number in NearAlignment(term.typed, match.printed, match.pieces).other_numbers()
        ]


def of_hits(answer: Answer, most: int, query: Query, room: int | None) -> Iterator[str]:
    """The lines that explain the first hits of an answer, wrapped at `room` columns if there is a limit."""
    for hit in answer.hits[:most]:
        tier = value(hit.tier.name.lower())
        yield messages.EXPLAIN_HIT(id=hit.result.id, name=_name(hit.result), tier=tier, score=_points(hit.score))
        yield from _matches(hit, query, answer, room)


def _matches(hit: Hit, query: Query, answer: Answer, room: int | None) -> Iterator[str]:
    for named in answer.named:
        has = _names(hit.result, named.column)
        values = messages.listed(named.shown(has))
        column = list_heading(named.column, hit.result.cells.columns)
        yield messages.EXPLAIN_VALUE(term=named.term, column=column, values=values)
    typed = {term for words in (query, answer.searched(query)) for term in (query.text, words.text, *words.terms)}
    for term, match in explained(hit, query, answer):
        words = " ".join(term.words)
        tier, score = value(match.tier.name.lower()), _points(match.score)
        if answer.step == "around":
            yield messages.EXPLAIN_HELD(title=words, tier=tier, score=score)
            if around := _left_out(match):
                yield messages.EXPLAIN_AROUND(words=messages.listed(around))
        else:
            if answer.step != "together" and words not in typed:
                yield messages.EXPLAIN_READ_AS(query=query.text, term=words)
            yield messages.EXPLAIN_TERM(term=words, field=_field(hit.result, match), tier=tier, score=score)
        yield from _of_match(match, room)


def of_nothing(results: Collection, query: Query, room: int | None) -> Iterator[str]:
    """The lines that explain why there is no hit, wrapped at `room` columns if there is a limit."""
    if query.exact:
        otherwise = query._replace(exact=False)
        answer = find(results, otherwise)
        for hit in answer.hits[:1]:
            name, tier = _name(hit.result), value(hit.tier.name.lower())
            yield messages.EXPLAIN_NOT_EXACT(id=hit.result.id, name=name, tier=tier, score=_points(hit.score))
            yield from _matches(hit, otherwise, answer, room)
            return
    named = [each for term in query.terms for each in list(named_by(results, term))[:1]]
    for each in named:
        count = len(results.where(each.column, *each.values))
        column, values = list_heading(each.column, results.columns), messages.first_listed(each.shown())
        yield messages.EXPLAIN_NAMED(word=each.term, column=column, values=values, count=count)
    miss = best_miss(results, Answer((), named=named).searched(query)) if len(named) < len(query.terms) else None
    if miss is None:
        if not named:
            yield messages.EXPLAIN_NOTHING()
        return
    yield _why_missed(miss, named)
    for term, match in miss.matches:
        if match:
            field, tier = _field(miss.result, match), value(match.tier.name.lower())
            yield messages.EXPLAIN_TERM(term=" ".join(term.words), field=field, tier=tier, score=_points(match.score))
            yield from _of_match(match, room)


def _why_missed(miss: Miss, named: Sequence[Named]) -> str:
    """What the best miss lacks; `named` are the terms of the query that name values of other columns."""
    known = {"id": miss.result.id, "name": _name(miss.result), "score": _points(miss.score)}
    lacking = [" ".join(term.words) for term, match in miss.matches if match is None]
    elsewhere = [each.term for each in named if set(each.values).isdisjoint(_names(miss.result, each.column))]
    if numbers := miss.other_numbers:
        return messages.EXPLAIN_NUMBER(**known, numbers=messages.listed(numbers))
    if lacking:
        return messages.EXPLAIN_LACKING(**known, words=messages.listed(lacking))
    if miss.score < miss.cutoff:
        return messages.EXPLAIN_MISS(**known, cutoff=_points(miss.cutoff))
    if elsewhere:
        return messages.EXPLAIN_ELSEWHERE(**known, words=messages.listed(elsewhere))
    return messages.EXPLAIN_CHANCE(**known)


def _names(result: Result, column: str) -> list[str]:
    """The names that a result has in a column."""
    return ColumnNames(result.cells.columns).results_of(column).names(result)


def _field(result: Result, match: Alignment) -> str:
    """The heading of the field that matched: in a user's list that of its own column; another title is named too."""
    printed = match.printed.original
    wanted = printed
    if match.field == "organization" and match.places:
        wanted = printed[match.places[0].start : match.places[-1].end]
    pairs = zip(result.cells.columns, result.cells.values, strict=True)
    own = (column for column, cell in pairs if column.role == match.field and wanted in (cell_text(cell) or ""))
    name = next((column.heading for column in own), heading(match.field))
    if match.field == "title" and printed != result.title:
        return messages.EXPLAIN_OTHER_TITLE(heading=name, title=printed)
    return name


def _of_match(match: Alignment, room: int | None) -> Iterator[str]:
    """The lines of the pieces of a match, and of what lowered its score."""
    pieces = match.pieces
    yield from packed([_of_piece(piece, match) for piece in pieces], room, margin="    ")
    raw = match.score / match.form.share
    if pieces:
        taken = {piece.position + place for piece in pieces for place in range(len(piece.typed))}
        missing = "".join(character for position, character in enumerate(match.typed) if position not in taken)
        if missing:
            yield messages.EXPLAIN_MISSING(text=missing)
        lost = 100 * sum(piece.gain for piece in pieces) / match.weight - raw
        if lost > 0.05:
            yield messages.EXPLAIN_LOST(points=_points(lost), what="; ".join(_gaps(match)))
    elif match.score < 100 and match.form is weights.SAME:
        yield messages.EXPLAIN_MISSPELT(typed=match.typed, spelt=_spelt(match))
    if match.form is not weights.SAME:
        yield messages.EXPLAIN_LOST(what=value(match.form.name), points=_points(raw - match.score))


def _of_piece(piece: Piece, match: Alignment) -> str:
    gain = _points(100 * piece.gain / match.weight)
    printed = _printed(match, piece.offset, piece.offset + 1)
    return messages.EXPLAIN_PIECE(typed=piece.typed, printed=printed, how=value(piece.agreement.name), points=gain)


def _gaps(match: Alignment) -> Iterator[str]:
    """The printed text that a match passed over, and that it went back for."""
    skipped, moved = [], []
    taken = {piece.offset for piece in match.pieces}
    for piece, following in pairwise(match.pieces):
        if following.offset < piece.offset:
            moved.append(_printed(match, following.offset, following.offset + 1))
        elif following.offset - piece.offset > (1 if following.position == piece.position + len(piece.typed) else 2):
            left = [offset for offset in range(piece.offset + 1, following.offset) if offset not in taken]
            skipped += [_printed(match, left[0], left[-1] + 1)] if left else []
    if skipped:
        yield messages.EXPLAIN_SKIPPED(text=messages.listed(skipped))
    if moved:
        yield messages.EXPLAIN_MOVED(text=messages.listed(moved))


def _printed(match: Alignment, start: int, end: int) -> str:
    place = match.printed.place(start, end)
    return match.printed.original[place.start : place.end]


def _left_out(match: Alignment) -> list[str]:
    """The printed words around the places of a match."""
    text, last, found = match.printed.original, 0, list[str]()
    for start, end in [*((place.start, place.end) for place in sorted(match.places)), (len(text), len(text))]:
        found.append(text[last:start])
        last = end
    return [trimmed for words in found if (trimmed := _trimmed(words))]


def _trimmed(words: str) -> str:
    """The words without the punctuation at their ends."""
    said = [offset for offset, character in enumerate(words) if fold(character)]
    return words[said[0] : said[-1] + 1] if said else ""


def _spelt(match: Alignment) -> str:
    """The pinyin of the characters that matched, and the letters and digits among them."""
    printed, spelt = match.printed, ""
    for syllable, character, (start, _) in zip(printed.spelt, printed.text, printed.spans, strict=True):
        if any(place.start <= start < place.end for place in match.places):
            spelt += f" {syllable} " if syllable != character else syllable
    return " ".join(spelt.split())


def _name(result: Result) -> str:
    return result.title or result.organization or "-"


def _points(score: float) -> str:
    return f"{score:.1f}"


def explained(hit: Hit, query: Query, answer: Answer) -> list[tuple[Term, Alignment]]:
    """The matches of each term of the query in a hit of an answer, in every field that matches, the best first.

    Terms that name values of other columns have none. Where the query contains a title, that title is the only term.
    """
    candidate = Candidate(hit.result)
    if answer.step == "together":
        from awardcli.search.longer_query.title_and_organization import split_matches

        return split_matches(candidate, query)
    if answer.step == "around":
        from awardcli.search.longer_query.title_among_words import title_in

        return title_in(query, hit.result)
    asked = answer.searched(query)
    for attempt in steps(asked) if asked.terms else ():
        if found := matches_of(candidate, attempt):
            return [
                (term, match)
                for term, best in found
                for match in sorted(
                    _each_once(_everywhere(candidate, attempt, term)), key=lambda each: each.field != best.field
                )
            ]
    return []


def _each_once(matches: Iterable[Alignment]) -> list[Alignment]:
    """The matches, surest first: a cell with several titles and the title of it that matches count once."""
    kept: list[Alignment] = []
    for match in sorted(matches, key=surest):
        if not any(_are_alike(match, other) for other in kept):
            kept.append(match)
    return kept


def _are_alike(one: Alignment, other: Alignment) -> bool:
    """Whether two matches of one field agree in the same way, and one printed text contains the other."""
    shorter, longer = sorted((one.printed.original, other.printed.original), key=len)
    agreements = ([(piece.typed, piece.agreement) for piece in match.pieces] for match in (one, other))
    return (
        (one.field, one.score) == (other.field, other.score)
        and shorter in longer
        and next(agreements) == next(agreements)
    )


def _everywhere(candidate: Candidate, attempt: Attempt, term: Term) -> Iterator[Alignment]:
    """The matches of a term in every text of the fields that are searched."""
    for printed in chain.from_iterable(map(candidate.texts, attempt.fields)):
        if match := attempt.matcher(term, printed):
            yield match


def best_miss(results: Iterable[Result], query: Query) -> Miss | None:
    """The result nearest to the terms of a query, or None where none is near at all."""
    from awardcli.search.near import near_match

    terms = query.apart("near") or [query.whole]
    length = sum(len(term.text) for term in terms)
    best: Miss | None = None
    for candidate in Searcher(results).near_candidates(query):
        texts = list(chain.from_iterable(map(candidate.texts, query.fields)))
        matches: list[tuple[Term, Alignment | None]] = []
        for term in terms:
            found = (near_match(term.typed, printed, 1.0, strict=False) for printed in texts if len(printed))
            matches.append((term, max(filter(None, found), key=lambda match: match.score, default=None)))
        score = sum(len(term.text) * match.score for term, match in matches if match) / length
        if score and (best is None or score > best.score):
            cutoff = query.whole.typed.cutoff if query.min_score is None else query.min_score
            best = Miss(candidate.result, matches, score, cutoff)
    return best
