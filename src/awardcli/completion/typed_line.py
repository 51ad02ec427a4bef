"""A line as it is typed: its words, the one at the cursor, and what of that word a shell would replace."""

from collections.abc import Sequence
from typing import NamedTuple

_ESCAPED_IN_DOUBLE_QUOTES = '$`"\\'


class Line(NamedTuple):
    """The words behind `awardcli`, without quotes: those before the cursor, the one begun there, those behind it."""

    before: Sequence[str]
    typed: str
    behind: Sequence[str] = ()


class Word(NamedTuple):
    """What a word of a shell says; `quote` is the quotation mark still open, `opened` how much stands before it.

    `bare` has the characters that no quotation protects, each with how much of the text it ends.
    """

    text: str = ""
    quote: str = ""
    opened: int = 0
    bare: tuple[tuple[str, int], ...] = ()

    def kept(self, breaks: str) -> str:
        """What bash leaves as it is when it completes the word: all before an open quotation, or up to a `breaks`.

        >>> words_of("--category=微")[-1].kept("=:"), words_of("a'b c")[-1].kept("=:")
        ('--category=', 'a')
        """
        if self.quote:
            return self.text[: self.opened]
        return self.text[: max((end for character, end in self.bare if character in breaks), default=0)]


def words_of(line: str) -> list[Word]:
    """The words of a line up to the cursor; the last is the one begun there, empty behind a space.

    Nothing is expanded: what a shell would make of `$x` is not ours to know.

    >>> [word.text for word in words_of("show 'a b' c\\\\ d \\"e")]
    ['show', 'a b', 'c d', 'e']
    """
    words: list[Word] = []
    word, begun = Word(), False
    characters = iter(line)
    for character in characters:
        quote = word.quote
        if not quote and character in " \t\n":
            words += [word] * begun
            word, begun = Word(), False
            continue
        begun = True
        if character == "\\" and quote != "'":
            following = next(characters, "")
            stays = quote and following not in _ESCAPED_IN_DOUBLE_QUOTES
            word = word._replace(text=word.text + character * bool(stays) + following)
        elif quote and character == quote:
            word = word._replace(quote="")
        elif not quote and character in "'\"":
            word = word._replace(quote=character, opened=len(word.text))
        else:
            bare = () if quote else ((character, len(word.text) + 1),)
            word = word._replace(text=word.text + character, bare=word.bare + bare)
    return [*words, word]
