"""The match of a term in a field: which typed text agrees with which printed character, and the score."""

from collections.abc import Sequence
from typing import NamedTuple

from awardcli.model import FieldName, Place, Tier
from awardcli.search import weights
from awardcli.search.printed_text import WrittenForm
from awardcli.search.weights import Agreement


class Piece(NamedTuple):
    """Typed text that agrees with one printed character.

    `position` is its beginning in the folded term, `offset` that of the character in the folded printed text. `gain` is
    the part of the term's weight that it earns.
    """

    position: int
    typed: str
    offset: int
    agreement: Agreement
    gain: float


class Alignment(NamedTuple):
    """A term found in a field: tier, score (0-100), matched share of the field (0-1), and matched places.

    `pieces` explain the score: what they earn, less what gaps cost, out of `weight`, times the share of the `form` in
    which the term or the field was compared. `typed` is the folded term in that form. A match that was not made
    character by character, such as a literal one, has no pieces.
    """

    field: FieldName
    tier: Tier
    score: float
    coverage: float
    places: tuple[Place, ...]
    printed: WrittenForm
    typed: str
    pieces: tuple[Piece, ...] = ()
    weight: float = 1.0
    form: Agreement = weights.SAME

    @property
    def is_complete(self) -> bool:
        """Whether every typed character is in the field as typed, or spells one in full."""
        if not self.pieces:
            return self.tier is not Tier.NEAR or self.form is not weights.SAME
        typed = sum(len(piece.typed) for piece in self.pieces)
        return typed == len(self.typed) and all(
            piece.agreement in (weights.SAME, weights.FULL) for piece in self.pieces
        )

    def in_form(self, form: Agreement) -> "Alignment":
        """The same match of a term or a field in another form, which makes it less sure."""
        return self._replace(tier=max(self.tier, form.tier), score=self.score * form.share, form=form)


def aligned(
    printed: WrittenForm,
    tier: Tier,
    score: float,
    offsets: Sequence[int],
    typed: str,
    pieces: Sequence[Piece] = (),
    weight: float = 1.0,
) -> Alignment:
    """The alignment that matches the printed characters at those offsets; neighbours form one place."""
    once = sorted(set(offsets))
    runs: list[list[int]] = []
    for offset in once:
        if runs and runs[-1][1] == offset:
            runs[-1][1] = offset + 1
        else:
            runs.append([offset, offset + 1])
    return Alignment(
        field=printed.field,
        tier=tier,
        score=min(score, 100.0),
        coverage=len(once) / len(printed),
        places=tuple(dict.fromkeys(printed.place(start, end) for start, end in runs)),
        printed=printed,
        typed=typed,
        pieces=tuple(pieces),
        weight=weight,
    )
