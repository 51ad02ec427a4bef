"""Whether a near alignment is meant, or a coincidence: another word, another number, another place, another body.

A high score is not enough. Two of three characters agree with many titles, 北上 is not 北下, and another number is
another title. Such an alignment may still be suggested.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise, product, starmap

from awardcli.language.confused_characters import (
    NEGATIONS,
    PARTICLES,
    are_mixed_up,
    are_opposite,
    say_the_same,
    share_a_part,
)
from awardcli.language.numerals import TitleNumber
from awardcli.language.people_and_bodies import WHAT_BODIES_ARE, WIDER_BODIES
from awardcli.language.pinyin import sounds_near
from awardcli.language.places import other_places
from awardcli.search import weights
from awardcli.search.alignment import Piece
from awardcli.search.printed_text import WrittenForm
from awardcli.search.sound import is_inside_words
from awardcli.search.typed_term import TypedTerm, forgiven, is_another_body


class NearAlignment:
    """An alignment of a term with a printed text that scores high enough, and whether it is meant.

    `pieces` are in the order of the term; `offsets` are those of the printed characters that they agree with.
    """

    def __init__(self, term: TypedTerm, printed: WrittenForm, pieces: Sequence[Piece]) -> None:
        self.term = term
        self.printed = printed
        self.pieces = pieces
        self.offsets = [piece.offset for piece in pieces]

    def is_near(self) -> bool:
        """Whether the pieces are the term with a slip, and no coincidence."""
        slips = self.slips
        if self.is_coincidence() or slips > forgiven(len(self.term.characters)):
            return False
        if self.term.letters == len(self.term) and is_inside_words(self.pieces, self.term, self.printed):
            return False
        if slips and (self._says_the_contrary() or self._is_another_short_word() or self._has_another_word()):
            return False
        if self.term.letters and self.printed.has_part_of_word(self.offsets, unfinished=self.term.unfinished):
            return False
        read = sum(bool(self.printed.readings[offset]) for offset in self.offsets)
        if self.term.letters == len(self.term) > len(self.pieces) and not read:
            return False  # the misspelt step compares Latin words
        if read < weights.ENOUGH and self.printed.crosses_names(min(self.offsets), max(self.offsets)):
            return False  # among many names any few characters are found
        is_other = self._names_another_place() or is_another_body(self.term, self.printed, self.offsets)
        is_other = is_other or (self.printed.field == "organization" and self._names_another_body())
        return not (is_other or self.other_numbers())

    def is_coincidence(self) -> bool:
        """Whether a term and a text agree by coincidence, whatever the score: by chance, or beside another word."""
        if self._is_chance():
            return True
        if not self.term.characters:
            return False
        return self._rest_is_a_word() or (self.slips >= 1 and self._is_moved_far())

    def may_be_meant(self) -> bool:
        """Whether the text may be suggested: no chance agreement, and in a short word only slips (面条 is not 面试)."""
        if self._is_chance():
            return False
        if self.term.letters or len(self.term) > weights.SHORT:
            return True
        pairs = [pair for typed, there in self._replaced() for pair in product(typed, there)]
        return bool(pairs) and all(starmap(self._may_be_slip, pairs))

    def _is_chance(self) -> bool:
        """Whether so little of a longer text agrees that any text would."""
        in_longer_text = len(self.pieces) <= weights.LONGER_TEXT * len(self.printed)
        if not self.term.characters:
            return self._are_letters_by_chance(in_longer_text=in_longer_text)
        in_order, slips = self.offsets == sorted(self.offsets), self.slips
        width = max(self.offsets) - min(self.offsets) + 1
        is_little = in_longer_text or (len(self.term) == weights.FEW and slips >= 1)
        if is_little and slips and (not in_order or width > len(self.term)):
            return True
        if in_longer_text and len(self.term.characters) == len(self.term) == weights.FEW:
            side_by_side = width == weights.FEW == len(self.pieces)
            heard = all(piece.agreement is not weights.LOOK_ALIKE for piece in self.pieces)
            sure = in_order or side_by_side if not slips else side_by_side and heard and slips <= weights.EXPLAINED_SLIP
            return not sure
        return False

    def _is_moved_far(self) -> bool:
        """Whether a character of a title has moved farther than by one: beside a wrong one, it is another title."""
        return self.printed.field == "title" and any(one - other > 1 for one, other in pairwise(self.offsets))

    def _are_letters_by_chance(self, *, in_longer_text: bool) -> bool:
        """Whether letters agree with too few syllables, or with Latin letters in another order."""
        latin = [offset for offset in self.offsets if self.printed.text[offset].isascii()]
        if latin != sorted(latin):
            return True
        if not self.term.is_spelt:
            return in_longer_text and any(piece.agreement is weights.FULL_ACCENT for piece in self.pieces)
        syllables = len(self.pieces)
        are_apart = syllables < len(self.printed) and not _are_neighbours(self.pieces)
        # By an accent, or by a reading of other words: dance and chance for 单车.
        blurred = [piece.gain < len(piece.typed) * weights.LETTER * weights.RESPELT.share for piece in self.pieces]
        is_short = len(self.term) < weights.FEWEST_MISSPELT
        are_blurred = in_longer_text and (any(blurred) if is_short else all(blurred))
        if syllables <= weights.SHORT:
            return syllables < weights.SHORT or are_apart or are_blurred
        return syllables <= weights.FEW and are_apart

    def _rest_is_a_word(self) -> bool:
        """Whether the unmatched characters of the term are another word, not slips, as two in a row are.

        So is one where the text has more in its place (共同的名字), or beside a whole short text (面试官).
        """
        term, printed, pieces = self.term, self.printed, self.pieces
        weighed = zip(term.han, term.near_weights, strict=True)
        unmatched = [han and weight >= weights.CHARACTER for han, weight in weighed]
        ends = [piece.position + len(piece.typed) for piece in pieces]
        before, after = sum(unmatched[: pieces[0].position]), sum(unmatched[ends[-1] :])
        # Between two pieces: the unmatched characters of the term, and those of the text.
        gaps = [
            (sum(unmatched[end : piece.position]), piece.offset - last.offset - 1)
            for end, piece, last in zip(ends, pieces[1:], pieces, strict=False)
        ]
        if printed.field == "title" and len(term) <= weights.ENOUGH and any(0 < typed < there for typed, there in gaps):
            return True
        in_a_row = max(before, after, *(typed for typed, there in gaps if there < typed), 0)
        same = [piece.position for piece in pieces if piece.agreement is weights.SAME] or [len(term)]
        unlike_at_an_end = max(same[0], len(term) - 1 - same[-1])
        if len(pieces) < len(term.characters) == len(term) and unlike_at_an_end > weights.FEW:
            return True  # the part of a title that tells it from others of its series
        if len(pieces) >= weights.ENOUGH and len(pieces) < len(printed):
            return in_a_row > weights.ANOTHER_WORD
        if in_a_row >= weights.ANOTHER_WORD:
            return True
        if len(printed) <= weights.FEW and len(pieces) == len(printed):
            return bool(before or after)
        if len(pieces) >= weights.LONG_STRETCH and _are_neighbours(pieces):
            return False
        return 0 < before < min(self.offsets) or 0 < after < len(printed) - 1 - max(self.offsets)

    def _instead(self) -> Iterator[tuple[str, str]]:
        """Each missing Chinese character of the term, paired with each character that may be printed in its place."""
        offsets = {piece.position: piece.offset for piece in self.pieces}
        for position, character in enumerate(self.term.text):
            if self.term.han[position] and position not in offsets:
                beside = {offsets.get(position - 1, -2) + 1, offsets.get(position + 1, -1) - 1}
                for offset in beside - {*offsets.values()}:
                    if 0 <= offset < len(self.printed):
                        yield character, self.printed.text[offset]

    def _look_alikes(self) -> list[tuple[str, str]]:
        """Each typed character that agrees only by its shape, paired with the printed one."""
        return [
            (piece.typed, self.printed.text[piece.offset])
            for piece in self.pieces
            if piece.agreement is weights.LOOK_ALIKE
        ]

    def _says_the_contrary(self) -> bool:
        """Whether each wrong character of the term is the contrary of the printed one: 北上 is not 北下.

        One that people mix up is a slip beside six that agree in place (月亮代表你的心), unless it ends the text.
        """
        wrong = [*self._look_alikes(), *self._instead()]
        contrary = [pair for pair in wrong if are_opposite(*pair)]
        if not contrary or {typed for typed, _ in wrong} != {typed for typed, _ in contrary}:
            return False
        same = {piece.position: piece.offset for piece in self.pieces if piece.agreement is weights.SAME}
        shifts = {offset - position for position, offset in same.items()}
        ends_the_text = len(self.term) - 1 not in same and max(shifts, default=0) + len(self.term) == len(self.printed)
        is_slip = len(self.term) - 1 == len(same) >= weights.ENOUGH and len(shifts) == 1 and not ends_the_text
        return not (is_slip and any(starmap(are_mixed_up, contrary)))

    def _is_another_short_word(self) -> bool:
        """Whether a short term is one word, of which an unlike character makes another word, and no slip.

        Of three characters at either end (宣誓词, 宣誓日); of four where it is in place of none, or the name is longer
        (美国丽人 and 美丽人生, 一盏明灯 and 一盏路灯的…).
        """
        length = len(self.term)
        is_short = len(self.term.characters) == length and weights.FEW <= length <= weights.LONG_STRETCH
        if not is_short or len(self.pieces) == length:
            return False
        instead = list(self._instead())
        if any(share_a_part(*pair) for pair in instead):
            return False
        if length == weights.FEW:
            return self.pieces[0].position > 0 or self.pieces[-1].position < length - 1
        width = self.printed.word_length(min(self.offsets), max(self.offsets))
        return width > len(self.pieces) and not (instead and width == length)

    def _has_another_word(self) -> bool:
        """Whether the term has another word in place of one of a title: 深夜食堂开门了, 信仰之光, 你看得见.

        That is two unlike characters, or one that ends the title, or a negation. Any other one character may be a slip.
        """
        if self.printed.field != "title" or self.term.letters or len(self.pieces) >= weights.MANY:
            return False
        text, title = self.term.text, self.printed.text
        for typed, there in self._replaced():
            unlike = [at for at in typed if not any(self._may_be_slip(at, offset) for offset in there)]
            ends = typed[-1] == len(self.term) - 1
            is_last = ends and len(there) == 1 and self.offsets[0] == 0 and self.offsets[-1] == there[0] - 1
            exchanged = {text[at] for at in unlike} | {title[at] for at in there}
            negates = not ends and not NEGATIONS.isdisjoint(exchanged)
            if len(unlike) >= weights.ANOTHER_WORD or (unlike and (is_last or negates)):
                return True
        return False

    def _replaced(self) -> Iterator[tuple[list[int], list[int]]]:
        """Each stretch of the term without a piece, with the offsets in its place, where there are any."""
        term, printed, offsets = self.term, self.printed, set(self.offsets)
        first, last = min(offsets), max(offsets)
        begin = next((at for at in range(first) if not printed.crosses_names(at, first)), first)
        end = next((at for at in range(len(printed), last, -1) if not printed.crosses_names(last, at - 1)), last + 1)
        in_order = self.pieces if self.offsets == sorted(offsets) else ()
        edges = [(-1, begin - 1), *((piece.position, piece.offset) for piece in in_order), (len(term), end)]
        positions = {piece.position for piece in self.pieces}
        for one, other in pairwise(edges):
            there = [at for at in range(one[1] + 1, other[1]) if at not in offsets]
            unmatched = (at for at in range(one[0] + 1, other[0]) if term.han[at] and at not in positions)
            typed = [at for at in unmatched if term.near_weights[at] >= weights.CHARACTER]
            if typed and there:
                yield typed, there

    def _may_be_slip(self, position: int, offset: int) -> bool:
        """Whether a typed character looks or sounds nearly like a printed one, says the same, or is a particle."""
        one, other = self.term.text[position], self.printed.text[offset]
        sounds = product(self.term.readings[position], self.printed.readings[offset])
        is_small = one in PARTICLES or say_the_same(one, other)
        return is_small or share_a_part(one, other) or any(starmap(sounds_near, sounds))

    def _names_another_body(self) -> bool:
        """Whether a term has another word than a body's name in a place where one word tells bodies apart.

        That is a contrary (小学, 中学; 东方航空, 南方航空), two characters or more in place of others (组织部, 宣传部;
        复旦钱学森图书馆), or an unlike one right before what the body is (高行镇, 高桥镇; 百事集团, 百联集团).
        """
        alike = self._look_alikes()
        instead = [*self._instead(), *alike]
        if any(are_opposite(*pair) for pair in instead):
            return True
        first = self.pieces[0].offset
        goes_on_before = (
            first > 0 and first - 1 not in self.offsets and not self.printed.crosses_names(first - 1, first)
        )
        begins_otherwise = len(self._unlike(0, self.pieces[0].position)) >= weights.ANOTHER_WORD
        if goes_on_before and begins_otherwise and not self.term.text.startswith(WIDER_BODIES):
            return True
        for one, other in pairwise(piece for piece in self.pieces if piece.agreement is not weights.LOOK_ALIKE):
            wrong = self._unlike(one.position + len(one.typed), other.position)
            if wrong and other.offset - one.offset > 1:
                is_alike = any(pair in alike or share_a_part(*pair) for pair in instead if pair[0] == wrong[-1])
                is_kind = not is_alike and self.term.text.startswith(WHAT_BODIES_ARE, other.position)
                if is_kind or len(wrong) >= weights.ANOTHER_WORD:
                    return True
        return False

    def _unlike(self, start: int, end: int) -> list[str]:
        """The Chinese characters of a stretch of the term that is in no piece, without words that many names share."""
        term = self.term
        return [
            term.text[at] for at in range(start, end) if term.han[at] and term.near_weights[at] >= weights.CHARACTER
        ]

    def _names_another_place(self) -> bool:
        """Whether the term names a place, and the text another or other words: 长宁区宣传部 is not 宝山区委宣传部."""
        is_whole = _are_neighbours(self.pieces)
        places = other_places(self.term.text, self.printed.text, instead=is_whole or self.printed.field == "title")
        return any(not self._is_heard(place) for place in places)

    def _is_heard(self, word: str) -> bool:
        """Whether a word of the term agrees, by sound, with neighbouring printed characters."""
        start = self.term.text.index(word)
        found = [piece for piece in self.pieces if start <= piece.position < start + len(word)]
        seen = any(piece.agreement is weights.LOOK_ALIKE for piece in found)
        return len(found) == len(word) and not seen and _are_neighbours(found)

    @cached_property
    def slips(self) -> float:
        """How many Chinese characters of the term are missing or wrong; one that sounds or looks alike counts half."""
        return slips_of(self.term, (piece.agreement.share for piece in self.pieces if self.term.han[piece.position]))

    def other_numbers(self) -> list[TitleNumber]:
        """The numbers of the term that are neither in the text nor a slip there: another number is another title."""
        return [
            number
            for number in self.term.numbers
            if number.value not in self.printed.values and not self._is_slip(number)
        ]

    def _is_slip(self, number: TitleNumber) -> bool:
        """Whether a number is the rest of a printed number with a slip, or replaces a character that is no number."""
        offsets = {piece.offset for piece in self.pieces if number.start <= piece.position < number.end}
        if len(offsets) == number.end - number.start and offsets <= self.printed.number_offsets:
            matched = {piece.offset for piece in self.pieces}  # 二十是节气 for 二十四节气
            return all(
                matched.issuperset(range(other.start, other.end))
                for other in self.printed.numbers
                if not offsets.isdisjoint(range(other.start, other.end))
            )
        if number.end - number.start > 1:
            return False
        before = {piece.offset + 1 for piece in self.pieces if piece.position + len(piece.typed) == number.start}
        after = {piece.offset - 1 for piece in self.pieces if piece.position == number.end}
        meant = offsets & (before | after) or before & after
        return len(meant) == 1 and meant.isdisjoint(self.printed.number_offsets)


def _are_neighbours(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces agree with neighbouring printed characters, in order."""
    return all(after.offset == before.offset + 1 for before, after in pairwise(pieces))


def slips_of(term: TypedTerm, shares: Iterable[float]) -> float:
    """The slips in a term whose Chinese characters earn these shares; missing characters may have no share."""
    found = [share for share in shares if share]
    explained = sum(share != weights.SAME.share for share in found)
    worth = weights.EXPLAINED_SLIP if len(term.characters) > weights.SHORT else 1
    return len(term.characters) - len(found) + worth * explained
