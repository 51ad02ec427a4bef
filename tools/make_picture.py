"""Draw the pictures of the browser that the READMEs show: `docs/browse.svg`, in Chinese `docs/browse.zh-CN.svg`.

They are Textual's own pictures of its screen, but without the web font that those ask for, and with every character in
its column: viewing needs no network, and Chinese is legible in the installed fonts.
"""

import asyncio
import re
from html import unescape
from pathlib import Path

from awardcli import messages
from awardcli.browser.question import Background, Question
from awardcli.browser.screen import Browser
from awardcli.collection import open_collection
from awardcli.output.result_in_full import printed_lines
from awardcli.output.text_layout import display_width

DOCS = Path(__file__).parents[1] / "docs"
PICTURES: dict[str, messages.Language] = {"browse.svg": "en", "browse.zh-CN.svg": "zh"}
"""The pictures, each with the language that awardcli speaks in it."""

QUERY = "shanghai"
SIZE = (108, 22)
FONTS = "Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace"
CELL = 12.2
"""The width of a column in Rich's pictures."""
_NOT_OURS = re.compile(r"@font-face\s*\{[^}]*\}\s*|font-variant-east-asian: full-width;\s*")
_TEXT = re.compile(r'(<text class="[^"]*-r\d+" )x="([\d.]+)"( y="[^"]*") textLength="[^"]*"([^>]*>)([^<]*)(</text>)')


def picture(language: messages.Language) -> str:
    """The browser in that language with something typed, as an SVG document."""
    messages.settle(language)
    return asyncio.run(_drawn())


def words(svg: str) -> list[str]:
    """Every text of a picture in order, without its layout."""
    return [" ".join(unescape(text).split()) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


async def _drawn() -> str:
    background = Background(open_collection())
    browser = Browser(background, Question(QUERY), printed_lines(None))
    try:
        async with browser.run_test(size=SIZE) as pilot:
            await pilot.pause()  # until the search has begun
            while browser.searching:
                await asyncio.sleep(0.01)
            await pilot.pause()
            svg = browser.export_screenshot(title="awardcli browse")
    finally:
        background.close()
    plain = _TEXT.sub(_in_columns, _NOT_OURS.sub("", svg).replace("Fira Code, monospace", FONTS))
    return "\n".join(line.rstrip() for line in plain.splitlines()) + "\n"


def _in_columns(text: re.Match[str]) -> str:
    """A text with a place for each of its characters: Rich takes every one of them for a column wide."""
    begin, start, y, more, content, end = text.groups()
    at, places = float(start), []
    for character in unescape(content):
        places.append(f"{at:g}")
        at += CELL * display_width(character)
    return f'{begin}x="{" ".join(places)}"{y}{more}{content}{end}'


def main() -> None:
    """Write the pictures, and say which of them changed."""
    for name, language in PICTURES.items():
        path = DOCS / name
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        new = picture(language)
        path.write_text(new, encoding="utf-8", newline="\n")
        print(f"{name}: {'unchanged' if new == old else 'changed'}")


if __name__ == "__main__":
    main()
