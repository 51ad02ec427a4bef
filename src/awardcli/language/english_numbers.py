"""English numbers in words: cardinal numbers below a million, and ordinal ones."""

import re

_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
_VALUES = {
    **{word: value for words in (_ONES, _ORDINALS) for value, word in enumerate(words, 1)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS, 2)},
}
_TIMES = {"hundred": 100, "thousand": 1000}
NUMBER_WORDS = _VALUES.keys() | _TIMES.keys()
"""Every word of a number but `and`, in lower case."""


def _either(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_BELOW_HUNDRED = rf"(?:(?:{_either(_TENS)})(?:[-\s]+(?:{_either(_ONES[:9])}))?|(?:{_either(_ONES)}))"
CARDINAL = (
    rf"(?:(?:{_BELOW_HUNDRED}\s+)?(?:hundred|thousand)(?:\s+(?:hundred|thousand))?(?:\s+(?:and\s+)?{_BELOW_HUNDRED})?"
    rf"|{_BELOW_HUNDRED})"
)
"""What a cardinal number matches, in lower case: seven, twenty-two, a hundred and one, twenty thousand."""
ORDINAL = (
    rf"(?:(?:(?:{_either(_TENS)})[-\s]+)?(?:{_either(_ORDINALS)})|(?:{_either(tuple(w[:-1] for w in _TENS))})ieth"
    r"|\d+(?:st|nd|rd|th))"
)
"""What an ordinal number matches, in lower case: third, twenty-first, 20th."""


def english_value(words: str) -> int | None:
    """The value of a number in words, or of an ordinal number in digits; None for what is neither.

    >>> [english_value(words) for words in ("twelve", "four hundred", "one hundred and one", "Twenty-First", "7th")]
    [12, 400, 101, 21, 7]
    """
    total = below = 0
    for word in re.split(r"[-\s]+", words.strip().lower()):
        if word in _TIMES:
            below = (below or 1) * _TIMES[word]
            if word == "thousand":
                total, below = total + below, 0
        elif value := _VALUES.get(word):
            below += value
        elif found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
            below += int(found[1])
        elif word != "and":
            return None
    return total + below
