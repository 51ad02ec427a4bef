"""A file that a user may give awardcli, and how it must be read or refused."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

TITLES = ("吾梦", "追梦人", "中国梦")
ORGANIZATIONS = ("黄浦区老西门街道", "文汇报社", "嘉定区融媒体中心")
ROWS = tuple(zip(TITLES, ORGANIZATIONS, strict=True))


class Case(NamedTuple):
    """A file by name, whose suffix says what it claims to be.

    `titles` are those it must give, in its order; None where it must be refused, at `place` if it has one. Where
    either is right (`may_refuse`), it gives these titles or is refused. `code` is what a refusal ends with. With `partly`
    these are the titles of the rows that can be read, while `validate` and `import` refuse the file at `place`.
    """

    name: str
    data: bytes | Callable[[], bytes]
    titles: tuple[str | None, ...] | None = None
    place: str = ""
    may_refuse: bool = False
    partly: bool = False
    whatever: bool = False
    """Whether it may give anything or be refused, as long as that is in order."""
    code: int = 3
    beside: Mapping[str, bytes] = MappingProxyType({})
    """Files that lie in the same folder, by name."""
    id: str | None = None
    """A result that is there, by which `show` is tried; else it is asked for one that no file has."""

    def content(self) -> bytes:
        """What the file holds."""
        return self.data if isinstance(self.data, bytes) else self.data()
