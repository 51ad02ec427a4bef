"""How an answer is to look, settled before the first record is written."""

from typing import Literal, NamedTuple

Header = Literal["en", "zh", "none"]


class Caption(NamedTuple):
    """What the list of the records is called, and where it comes from, where that is known."""

    title: str
    source: str | None = None


class Layout(NamedTuple):
    """What a format needs to know besides the records.

    `header` is None unless it was asked for. `on_terminal` is true where a terminal shows what is written,
    and `width` is then its columns, else None. `whole` is true unless columns were chosen.
    """

    columns: tuple[str, ...]
    whole: bool = True
    header: Header | None = None
    bom: bool = False
    excel_safe: bool = False
    on_terminal: bool = False
    width: int | None = None
    color: bool = False
    chinese: bool = False
    caption: Caption = Caption("awardcli")

    @property
    def says_chinese(self) -> bool:
        """Whether people are to read Chinese: as the heading was asked for, else as messages are."""
        return self.chinese if self.header is None else self.header == "zh"
