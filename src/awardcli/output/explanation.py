"""`search --explain`: how each hit matched and what its score is made of, or what the best miss lacks."""

from collections.abc import Iterable, Iterator

from awardcli import messages
from awardcli.model import Hit, Result
from awardcli.output.text import packed
from awardcli.search.alignment import Alignment, Piece
from awardcli.search.find import best_miss, explained
from awardcli.search.printed_text import PrintedText
from awardcli.search.query import Query, Term
from awardcli.vocabulary import heading, value


def of_hits(hits: Iterable[Hit], query: Query, room: int | None) -> Iterator[str]:
    """The lines that explain each hit, wrapped at `room` columns if there is a limit."""
    for hit in hits:
        name = _name(hit.result)
        tier = value(hit.tier.name.lower())
        yield messages.EXPLAIN_HIT(id=hit.result.id, name=name, tier=tier, score=_points(hit.score))
        for term, match in explained(hit, query):
            yield from _of_match(term, match, room)


def of_nothing(results: Iterable[Result], query: Query, room: int | None) -> Iterator[str]:
    """The lines that explain why there is no hit, wrapped at `room` columns if there is a limit."""
    miss = best_miss(results, query)
    if miss is None:
        yield messages.EXPLAIN_NOTHING()
        return
    missed = messages.EXPLAIN_MISS if miss.match.score < miss.cutoff else messages.EXPLAIN_CHANCE
    yield missed(
        id=miss.result.id, name=_name(miss.result), score=_points(miss.match.score), cutoff=_points(miss.cutoff)
    )
    yield from _of_match(miss.term, miss.match, room)


def _of_match(term: Term, match: Alignment, room: int | None) -> Iterator[str]:
    yield messages.EXPLAIN_TERM(
        term=" ".join(term.words),
        field=heading(match.field),
        tier=value(match.tier.name.lower()),
        score=_points(match.score),
    )
    if not match.pieces:
        return
    typed, weight = term.typed.text, match.weight
    yield from packed([_of_piece(piece, match) for piece in match.pieces], room, margin="    ")
    taken = {piece.position + place for piece in match.pieces for place in range(len(piece.typed))}
    missing = "".join(character for position, character in enumerate(typed) if position not in taken)
    if missing and isinstance(match.printed, PrintedText):
        yield messages.EXPLAIN_MISSING(text=missing)
    lost = 100 * sum(piece.gain for piece in match.pieces) / weight - match.score
    if lost > 0.05:
        yield messages.EXPLAIN_LOST(points=_points(lost))


def _of_piece(piece: Piece, match: Alignment) -> str:
    gain = _points(100 * piece.gain / match.weight)
    place = match.printed.place(piece.offset, piece.offset + 1)
    printed = match.printed.original[place.start : place.end]
    return messages.EXPLAIN_PIECE(typed=piece.typed, printed=printed, how=value(piece.agreement.name), points=gain)


def _name(result: Result) -> str:
    return result.title or result.organization or "-"


def _points(score: float) -> str:
    return f"{score:.1f}"
