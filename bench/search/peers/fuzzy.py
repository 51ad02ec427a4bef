"""RapidFuzz alone, and over pinyin; every record gets the best score of its title and its organization."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from bench.search.peers import Peer, Ranker, Record, texts
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

CUTOFF, SOUND_CUTOFF = 60, 75
"""Where silence begins to cost more answers than it is worth."""


def alone(scorer: Literal["WRatio", "partial_ratio"], records: Sequence[Record]) -> Ranker:
    """A scorer of RapidFuzz over the text, lowered and without punctuation."""
    score: Callable[[str, str], float] = getattr(fuzz, scorer)
    fields = [[default_process(text) for text in texts(record)] for record in records]

    def rank(query: str) -> list[Record]:
        asked = default_process(query)
        return _best_first(records, [(max(score(asked, field) for field in each),) for each in fields], CUTOFF)

    return rank


def with_sounds(cutoff: float, records: Sequence[Record]) -> Ranker:
    """WRatio of text with text, of pinyin with pinyin and of the letters typed with initials, the best of the three.

    WRatio gives many the same score: among those, the one goes first that is most alike as a whole.
    """
    from pypinyin import lazy_pinyin

    def spelt(text: str) -> str:
        return _plain("".join(lazy_pinyin(text)))

    def initials(text: str) -> str:
        return "".join(syllable[0] for syllable in lazy_pinyin(_plain(text)))

    views = [[(_plain(text), spelt(text), initials(text)) for text in texts(record)] for record in records]

    def rank(query: str) -> list[Record]:
        asked = _plain(query), spelt(query), _plain(query)

        def score(view: tuple[str, str, str]) -> tuple[float, float]:
            best = max(fuzz.WRatio(ours, theirs) for ours, theirs in zip(asked, view, strict=True))
            return best, fuzz.ratio(asked[0], view[0]) + fuzz.ratio(asked[1], view[1])

        return _best_first(records, [max(score(view) for view in each) for each in views], cutoff)

    return rank


def _best_first(records: Sequence[Record], scores: Sequence[tuple[float, ...]], cutoff: float) -> list[Record]:
    """The records that reach the cutoff; equal ones keep printed order, and no likeness at all is no answer."""
    found = [number for number, (score, *_) in enumerate(scores) if score >= cutoff and score > 0]
    return [records[number] for number in sorted(found, key=lambda number: scores[number], reverse=True)]


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


PEERS = (
    Peer(f"RapidFuzz WRatio, cutoff {CUTOFF}", partial(alone, "WRatio"), ("rapidfuzz",)),
    Peer(f"RapidFuzz partial_ratio, cutoff {CUTOFF}", partial(alone, "partial_ratio"), ("rapidfuzz",)),
    Peer("RapidFuzz WRatio over text, pinyin and initials", partial(with_sounds, 0), ("rapidfuzz", "pypinyin")),
    Peer(f"the same, cutoff {SOUND_CUTOFF}", partial(with_sounds, SOUND_CUTOFF), ("rapidfuzz", "pypinyin")),
)
