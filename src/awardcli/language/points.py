"""A text as numbers: the code points of its characters, as numpy looks at many at once."""

import sys

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.uint32]
"""Characters as their code points; 0 for none."""

_FOUR_BYTES = f"utf-32-{sys.byteorder[0]}e"


def points_of(text: str) -> Points:
    """The code points of a text, half characters among them.

    >>> points_of("a画").tolist()
    [97, 30011]
    """
    return np.frombuffer(text.encode(_FOUR_BYTES, "surrogatepass"), np.uint32)


def text_of(points: Points) -> str:
    """The text of code points, without those that are none.

    >>> text_of(points_of("a\\0画"))
    'a画'
    """
    text: str = points[points != 0].tobytes().decode(_FOUR_BYTES)
    return text
