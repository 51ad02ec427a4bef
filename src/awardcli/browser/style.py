"""The style of the browser: the terminal's own colours, and lines only where these are one column wide."""

from textual.scrollbar import ScrollBarRender

_CSS = """
Screen { layout: vertical; }
Input, Input:focus { height: 1; border: none; padding: 0; background-tint: ansi_default 0%; }
Input > .input--cursor, Input:focus > .input--cursor, OptionList > .option-list--option-highlighted,
OptionList:focus > .option-list--option-highlighted {
    background: ansi_default; color: ansi_default; text-style: reverse;
}
#asked { height: 1; }
#asked Static { width: auto; text-style: bold; }
#asked Input { width: 1fr; }
#filters { height: auto; max-height: 3; }
#panes { height: 1fr; layout: vertical; }
#listed { height: 3fr; }
#heading { height: 1; text-style: bold underline; }
#results { height: 1fr; overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
#detail { height: 2fr; scrollbar-gutter: stable; scrollbar-size-vertical: 1; border-top: solid ansi_default; }
#detail:focus { border-top: solid ansi_blue; }
.-wide #panes { layout: horizontal; }
.-wide #listed { width: 3fr; height: 1fr; }
.-wide #detail {
    width: 2fr; height: 1fr; margin-left: 1; padding-left: 1; border-top: none; border-left: solid ansi_default;
}
.-wide #detail:focus { border-top: none; border-left: solid ansi_blue; }
#remarks { height: auto; max-height: 4; min-height: 1; }
#keys { height: 1; text-style: reverse; }
ModalScreen { align: center middle; }
ModalScreen > Vertical {
    width: 90%; max-width: 76; height: auto; max-height: 90%; padding: 0 1;
    background: ansi_default; border: solid ansi_default;
}
ModalScreen .heading { text-style: bold; }
ModalScreen OptionList, ModalScreen OptionList:focus { height: auto; max-height: 16; border: none; padding: 0; }
"""


def css(*, lines: bool) -> str:
    """The style sheet, its borders drawn as lines or with hyphens and bars."""
    return _CSS if lines else _CSS.replace("solid", "ascii")


class PlainScrollBar(ScrollBarRender):
    """A scroll bar of blanks: block elements are two columns wide in some terminals."""

    VERTICAL_BARS = [" "] * 8  # Textual wants eight
    HORIZONTAL_BARS = VERTICAL_BARS
