"""OpenDocument and old Excel files: cut, flipped, lying, or made to take all the memory there is."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from struct import pack_into

from hostile.case import ROWS, TITLES, Case
from hostile.workbooks import BOOK, FILMS, HEADING, SOUND, book, cell, packed

OLD = Path(__file__).parents[1] / "lists" / "files" / "handed" / "获奖名单.xls"
CONTENT = "content.xml"
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def said(text: str, attributes: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>'
        if text
        else f"<table:table-cell {attributes}/>"
    )


def document(rows: str, *, before: str = "") -> dict[str, str | bytes]:
    """The least that an OpenDocument spreadsheet is made of."""
    return {
        "mimetype": _TYPE,
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/></manifest:manifest>',
        CONTENT: f'<?xml version="1.0"?>{before}<office:document-content {_NAMES}><office:body><office:spreadsheet>'
        f'<table:table table:name="list">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>",
    }


HEAD = row(said("title"), said("organization"))
OPEN = document(HEAD + "".join(row(*map(said, each)) for each in ROWS))


def open_documents() -> Iterator[Case]:
    whole, dice = packed(OPEN), Random(9)
    yield Case("sound.ods", whole, TITLES)
    yield Case("is-no-workbook.xlsx", whole, TITLES)
    yield Case("is-a-workbook.ods", packed(SOUND), TITLES)
    for eighth in range(8):
        yield Case(f"cut-{eighth}.ods", whole[: len(whole) * eighth // 8])
    for turn in range(20):
        data = bytearray(whole)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        yield Case(f"flipped-{turn}.ods", bytes(data), TITLES, may_refuse=True)
    for name in OPEN:
        short = name.replace("/", "-")
        for how, held in {"without": None, "empty": b"", "no-xml": b"no xml", "binary": bytes(range(256))}.items():
            rest = {other: kept for other, kept in OPEN.items() if other != name or held is not None}
            changed = rest if held is None else rest | {name: held}
            yield Case(f"{how}-{short}.ods", packed(changed), TITLES, may_refuse=True)
    bomb = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    films = OPEN[CONTENT]
    assert isinstance(films, str)
    inner = films.split('table:name="list">')[1].split("</table:table>")[0]
    large: dict[str, Callable[[], dict[str, str | bytes]]] = {
        "entities": lambda: document(HEAD + row(said("&j;")), before=f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{bomb}]>'),
        "rows-repeated": lambda: document(inner + row(said(""), attributes='table:number-rows-repeated="1048576"')),
        "rows-repeated-much": lambda: document(inner + row(said("x"), attributes='table:number-rows-repeated="4294967295"')),
        "columns-repeated": lambda: document(inner + row(said("x", 'table:number-columns-repeated="2147483647"'))),
        "both-repeated": lambda: document(
            inner + row(said("x", 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048576"')
        ),
        "minus-repeated": lambda: document(inner + row(said("x", 'table:number-columns-repeated="-1"'))),
        "deep": lambda: document("<table:table-row>" * 500_000),
        "zeros": lambda: OPEN | {"Pictures/x.bin": b"\0" * 300_000_000},
        "many-sheets": lambda: document('</table:table><table:table table:name="x">' * 100_000),
    }  # fmt: skip
    for name, made in large.items():
        yield Case(f"bomb-{name}.ods", lambda made=made: packed(made()), whatever=True)  # type: ignore[misc]


def old_workbooks() -> Iterator[Case]:
    """Nothing in such a file tells a byte that is wrong from one that is right."""
    whole, dice = OLD.read_bytes(), Random(9)
    for eighth in range(8):
        yield Case(f"cut-{eighth}.xls", whole[: len(whole) * eighth // 8], whatever=True)
    for turn in range(60):
        data = bytearray(whole)
        for _ in range(dice.choice((1, 4, 32))):
            data[dice.randrange(len(data))] = dice.randrange(256)
        yield Case(f"flipped-{turn}.xls", bytes(data), whatever=True)
    for place in range(24, 76, 4):  # the sizes and places that the heading of such a file states
        for value in (0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE):
            data = bytearray(whole)
            pack_into("<I", data, place, value)
            yield Case(f"lies-{place}-{value:x}.xls", bytes(data), whatever=True)


def real_sizes() -> Iterator[Case]:
    """As large as lists of people get, and a little larger."""
    for name, width in (("wide", 400), ("very-wide", 10_000)):  # an import takes up to 500
        headings = cell("A1", "title"), *(cell(f"{_letters(number)}1", f"列{number}") for number in range(1, width))
        filled = cell("A2", "吾梦"), *(cell(f"{_letters(number)}2", "x") for number in range(1, width))
        rows = f'<row r="1">{"".join(headings)}</row><row r="2">{"".join(filled)}</row>'
        yield Case(f"{name}.xlsx", lambda rows=rows: book(rows), ("吾梦",), whatever=width > 500)  # type: ignore[misc]
    sheets = "".join(f'<sheet name="s{number}" sheetId="{number + 2}" r:id="rId1"/>' for number in range(999))
    thousand = SOUND | {BOOK: str(SOUND[BOOK]).replace("</sheets>", f"{sheets}</sheets>")}
    yield Case("thousand-sheets.xlsx", lambda: packed(thousand), TITLES * 1000)
    yield Case(
        "long-heading.xlsx", lambda: book(FILMS.replace("organization", "题" * 300_000)), TITLES, may_refuse=True
    )
    titles = tuple(f"片{number}" for number in range(100_000))
    for suffix, separator in (("csv", ","), ("tsv", "\t"), ("txt", ";")):
        long = f"title{separator}{'题' * 300_000}\n吾梦{separator}x\n"
        yield Case(f"long-heading.{suffix}", long.encode(), ("吾梦",), may_refuse=True)
        yield Case(f"hundred-thousand.{suffix}", partial(_table_of, titles, separator), titles)
    yield Case(
        "long-key.json", json.dumps([{"title": "吾梦", "题" * 1_000_000: "x"}]).encode(), ("吾梦",), may_refuse=True
    )
    each_its_own = [json.dumps({"title": title, f"键{title}": "x"}) for title in titles[:1500]]
    yield Case("keys-of-each.jsonl", "\n".join(each_its_own).encode(), titles[:1500], may_refuse=True)  # by import
    for depth in (100, 1000, 10_000):
        nested = '{"a":' * depth + '[{"title": "吾梦"}]' + "}" * depth
        yield Case(f"deep-records-{depth}.json", nested.encode(), ("吾梦",), may_refuse=True)
    yield Case("heading-far-down.xlsx", lambda: book("<row/>" * 30 + HEADING), whatever=True)


def _table_of(titles: Iterable[str], separator: str) -> bytes:
    """A table of 30 columns with these titles."""
    columns = separator.join(f"列{number}" for number in range(29))
    cells = separator.join(["格"] * 29)
    return "".join([f"title{separator}{columns}\n", *(f"{title}{separator}{cells}\n" for title in titles)]).encode()


def _letters(number: int) -> str:
    letters = ""
    while True:
        number, last = divmod(number, 26)
        letters = chr(ord("A") + last) + letters
        if not number:
            return letters
        number -= 1


def cases() -> Iterator[Case]:
    for family in (open_documents, old_workbooks, real_sizes):
        yield from family()
