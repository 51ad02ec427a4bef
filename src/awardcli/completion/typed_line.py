"""A line being typed: its words, the one at the cursor, and which part of that word a shell replaces."""

from collections.abc import Sequence
from typing import NamedTuple

_ESCAPED_IN_DOUBLE_QUOTES = '$`"\\'


class Line(NamedTuple):
    """The words after `awardcli`, without quotes: those before the cursor, the one at it up to it, those behind it."""

    before: Sequence[str]
    typed: str
    behind: Sequence[str] = ()


class Word(NamedTuple):
    """A word without its quotes.

    `quote` is the quotation mark that is still open, `opened` the length of the text before it. `bare` are the
    characters outside quotation marks, each with the length of the text up to and including it.
    """

    text: str = ""
    quote: str = ""
    opened: int = 0
    bare: tuple[tuple[str, int], ...] = ()

    def kept(self, breaks: str) -> str:
        """What bash keeps when it completes the word: the text before an open quotation, or up to a word break.

        >>> words_of("--category=微")[-1].kept("=:"), words_of("a'b c")[-1].kept("=:")
        ('--category=', 'a')
        """
        if self.quote:
            return self.text[: self.opened]
        return self.text[: max((end for character, end in self.bare if character in breaks), default=0)]


def words_of(line: str) -> list[Word]:
    """The words of a line up to the cursor; the last one is the word at the cursor, empty after a space.

    Variables and patterns are not expanded.

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
