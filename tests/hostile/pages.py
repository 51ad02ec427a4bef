"""Pages with tables, which office systems save as `.xls`: sound, cut, unclosed, or made to take all the time there is."""

from collections.abc import Iterator
from functools import partial
from random import Random

from hostile.case import ROWS, TITLES, Case

HEAD = "<tr><th>title</th><th>organization</th></tr>"
SOUND = (
    f"<html><table>{HEAD}{''.join(f'<tr><td>{title}</td><td>{name}</td></tr>' for title, name in ROWS)}</table></html>"
)
_SIZE = 10_000_000
"""Characters of what goes on for long."""

_WITHOUT_END = {
    "tables": "<table><tr><td>",
    "tags": "<b>",
    "cells": "<td>",
    "rows": "<tr>",
    "rows-with-a-cell": "<tr><td>a",
    "wide-cells": "<tr><td colspan=1000>a<td>",
    "high-cells": "<tr><td rowspan=65534>a<td>",
    "comments": "<!--",
    "scripts": "<script>",
    "quotes": '<td "',
    "half-quotes": "<a '\"x' ",
    "brackets": "<",
    "half-tags": "<a",
    "ends": "</table>",
    "breaks": "<br>",
    "entities": "&amp;&lt;&abcdefghijklmnopqrstuvwxyz;",
    "ampersands": "&",
    "sections": "<![CDATA[",
    "programs": "<?= ",
    "templates": "{% a %}",
    "spaces": "\n ",
    "text": "梦",
}
"""What a page may repeat after the beginning of a table."""


def cases() -> Iterator[Case]:
    for suffix in ("xls", "html"):
        yield Case(f"sound-page.{suffix}", SOUND.encode(), TITLES)
    yield Case("page-in-gb18030.xls", f'<meta charset="gb2312">{SOUND}'.encode("gb18030"), TITLES)
    yield Case("page-without-ends.xls", SOUND.replace("</td>", "").replace("</tr>", "").encode(), TITLES)
    yield Case("page-without-a-table.xls", b"<html><p>\xe5\x90\xbe\xe6\xa2\xa6</p></html>")
    whole, dice = SOUND.encode(), Random(9)
    for eighth in range(8):
        yield Case(f"page-cut-{eighth}.xls", whole[: len(whole) * eighth // 8], whatever=True)
    for turn in range(20):
        data = bytearray(whole)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        yield Case(f"page-flipped-{turn}.xls", bytes(data), whatever=True)
    for name, piece in _WITHOUT_END.items():
        yield Case(f"page-of-{name}.xls", partial(_repeated, f"<table>{HEAD}<tr><td>", piece), whatever=True)
    yield Case("page-of-a-number.xls", partial(_repeated, f"<table>{HEAD}<tr><td>&#", "1"), whatever=True)
    yield Case("page-of-a-program.xls", partial(_repeated, f"{SOUND}<?php ", "x"), TITLES)
    yield Case("page-of-an-attribute.xls", partial(_repeated, f"<table>{HEAD}<tr><td ", "a"), whatever=True)


def _repeated(begin: str, piece: str) -> bytes:
    return (begin + piece * (_SIZE // len(piece))).encode()
