"""XLSX: cut, misshapen, lying, or made to take all the memory there is."""

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from random import Random
from struct import pack_into
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from hostile.case import ROWS, TITLES, Case

SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def parts(sheet: str, strings: str | None = None) -> dict[str, str | bytes]:
    """The least that a workbook of one sheet is made of."""
    more = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>' if strings else ""
    relation = f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>' if strings else ""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{_TYPE}.worksheet+xml"/>{more}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        BOOK: f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="list" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>{relation}</Relationships>',
        SHEET: sheet,
    }
    return made | ({STRINGS: strings} if strings else {})


def packed(made: Mapping[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", method) as archive:
        for name, data in made.items():
            archive.writestr(name, data)
    return file.getvalue()


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(rows: str, *, before: str = "", doctype: str = "") -> str:
    return f'{_HEAD}{doctype}<worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}</sheetData></worksheet>'


HEADING = f'<row r="1">{cell("A1", "title")}{cell("B1", "organization")}</row>'
FILMS = HEADING + "".join(
    f'<row r="{number}">{cell(f"A{number}", title)}{cell(f"B{number}", organization)}</row>'
    for number, (title, organization) in enumerate(ROWS, start=2)
)
SOUND = parts(sheet(FILMS))


def book(rows: str, **more: str) -> bytes:
    return packed(parts(sheet(rows, **more)))


def shared(strings: str, *cells: str, attributes: str = "") -> bytes:
    """A workbook whose one column says which of the shared strings its cells are."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{v}</v></c></row>' for n, v in enumerate(cells, start=1))
    return packed(parts(sheet(rows), f'{_HEAD}<sst xmlns="{_MAIN}"{attributes}>{strings}</sst>'))


def titled(xml: str) -> bytes:
    """A workbook with that as its one cell under the heading."""
    return book(f'<row r="1">{cell("A1", "title")}</row><row r="2">{xml}</row>')


def right() -> Iterator[Case]:
    yield Case("sound.xlsx", packed(SOUND), TITLES)
    yield Case("stored.xlsx", packed(SOUND, ZIP_STORED), TITLES)
    yield Case("UPPER.XLSX", packed(SOUND), TITLES)
    for name in (
        "../../../tmp/stranger.xml",
        "/etc/stranger",
        "C:\\stranger",
        "xl/../../../stranger",
        "a\0b.xml",
        "x" * 5000,
    ):
        yield Case(f"named-{len(name)}.xlsx", packed(SOUND | {name: "x"}), TITLES, may_refuse=True)
    for name, size in {
        "all": "A1:XFD1048576",
        "backwards": "XFD9:A1",
        "short": "A1",
        "odd": "x",
        "huge": "A1:ZZZZZZZ99999999999",
    }.items():
        yield Case(f"dimension-{name}.xlsx", book(FILMS, before=f'<dimension ref="{size}"/>'), TITLES, may_refuse=True)
    yield Case("shared.xlsx", shared("<si><t>title</t></si><si><t>吾梦</t></si>", "0", "1"), ("吾梦",))
    yield Case(
        "rich.xlsx",
        titled('<c r="A2" t="inlineStr"><is><r><t>吾</t></r><r><t>梦</t></r></is></c>'),
        ("吾梦",),
        may_refuse=True,
    )
    yield Case(
        "shared-rich.xlsx",
        shared("<si><t>title</t></si><si><r><t>吾</t></r><r><t>梦</t></r></si>", "0", "1"),
        ("吾梦",),
    )
    yield Case(
        "phonetic.xlsx",
        shared("<si><t>title</t></si><si><t>吾梦</t><rPh sb='0' eb='1'><t>wu</t></rPh></si>", "0", "1"),
        ("吾梦",),
    )
    yield Case("escaped.xlsx", titled(cell("A2", "吾&amp;梦&#x68A6;&lt;b&gt;")), ("吾&梦梦<b>",))
    yield Case("cdata.xlsx", titled(cell("A2", "<![CDATA[吾梦]]>")), ("吾梦",), may_refuse=True)
    yield Case("number.xlsx", titled('<c r="A2"><v>1984</v></c>'), ("1984",))
    yield Case(
        "sparse.xlsx",
        book(f'<row r="1">{cell("A1", "title")}</row><row r="5000">{cell("A5000", "吾梦")}</row>'),
        ("吾梦",),
    )
    yield Case(
        "no-references.xlsx",
        book(
            "<row><c t='inlineStr'><is><t>title</t></is></c></row><row><c t='inlineStr'><is><t>吾梦</t></is></c></row>"
        ),
        ("吾梦",),
    )
    yield Case("empty.xlsx", book(""))
    yield Case("heading-only.xlsx", book(HEADING), ())


def misshapen() -> Iterator[Case]:
    whole, dice = packed(SOUND), Random(9)
    for eighth in range(16):
        yield Case(f"cut-{eighth}.xlsx", whole[: len(whole) * eighth // 16])
    for turn in range(40):
        data = bytearray(whole)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        yield Case(f"flipped-{turn}.xlsx", bytes(data), TITLES, may_refuse=True)
    for name in SOUND:
        short = name.replace("/", "-").strip("[]")
        yield Case(
            f"without-{short}.xlsx",
            packed({n: data for n, data in SOUND.items() if n != name}),
            TITLES,
            may_refuse=True,
        )
        yield Case(f"no-xml-{short}.xlsx", packed(SOUND | {name: "no xml"}), TITLES, may_refuse=True)
        yield Case(f"empty-{short}.xlsx", packed(SOUND | {name: b""}), TITLES, may_refuse=True)
        yield Case(f"binary-{short}.xlsx", packed(SOUND | {name: bytes(range(256))}), TITLES, may_refuse=True)
        text = SOUND[name]
        assert isinstance(text, str)
        yield Case(f"cut-{short}.xlsx", packed(SOUND | {name: text[: len(text) // 2]}), TITLES, may_refuse=True)
        yield Case(
            f"utf-16-{short}.xlsx",
            packed(SOUND | {name: text.replace("UTF-8", "UTF-16").encode("utf-16")}),
            TITLES,
            may_refuse=True,
        )
        bomb = (
            '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
            + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
            + "]>"
        )
        yield Case(
            f"doctype-{short}.xlsx", packed(SOUND | {name: text.replace("?>", "?>" + bomb)}), TITLES, may_refuse=True
        )
    yield Case(
        "entity-bomb.xlsx",
        book(HEADING + f'<row r="2">{cell("A2", "&j;")}</row>', doctype='<!DOCTYPE x [<!ENTITY j "x">]>'),
    )
    yield Case(
        "outside-entity.xlsx",
        book(
            HEADING + f'<row r="2">{cell("A2", "&j;")}</row>',
            doctype='<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>',
        ),
    )
    yield Case(
        "outside-dtd.xlsx",
        book(FILMS, doctype='<!DOCTYPE x SYSTEM "http://localhost:1/x.dtd">'),
        TITLES,
        may_refuse=True,
    )
    yield Case(
        "ragged-edition.xlsx",
        book(
            f'<row r="1">{cell("A1", "title")}{cell("B1", "edition")}</row><row r="2">{cell("A2", "x")}{cell("B2", "y")}</row>'
        ),
        ("x",),
    )
    yield Case("unknown-heading.xlsx", book(f'<row r="1">{cell("A1", "x")}</row>' * 2), ())
    yield Case("nothing-named.xlsx", book(HEADING + f'<row r="3">{cell("C3", "x")}</row>'), (None,))
    yield Case("boolean.xlsx", titled('<c r="A2" t="b"><v>1</v></c>'), ("TRUE",))
    yield Case("float.xlsx", titled('<c r="A2"><v>1.5</v></c>'), ("1.5",))
    for value in ("#N/A", "#REF!", "#NAME?"):
        yield Case(f"error-{len(value)}{value[1]}.xlsx", titled(f'<c r="A2" t="e"><v>{value}</v></c>'), place="line 2")
    yield Case("bad-number.xlsx", titled('<c r="A2"><v>x</v></c>'), ("x",), may_refuse=True)
    for number, value in enumerate(("", "<v/>", "<v></v>")):
        yield Case(f"formula-{number}.xlsx", titled(f'<c r="A2"><f>1+1</f>{value}</c>'), place="line 2")
    yield Case("formula-shared.xlsx", titled('<c r="A2"><f t="shared" si="0"/></c>'), place="line 2")
    yield Case("formula-worked-out.xlsx", titled('<c r="A2" t="str"><f>B1</f><v>吾梦</v></c>'), ("吾梦",))
    for index in ("9", "-1", "x", "99999999999999999999"):
        yield Case(f"shared-{index}.xlsx", shared("<si><t>title</t></si>", "0", index), (), may_refuse=True)
    yield Case("shared-none.xlsx", shared("<si><t>title</t></si>", "0", ""), ())  # a cell that says nothing is empty
    two = SOUND | {
        BOOK: str(SOUND[BOOK]).replace("</sheets>", '<sheet name="more" sheetId="2" r:id="rId1"/></sheets>'),
    }
    yield Case("two-sheets.xlsx", packed(two), TITLES * 2)
    yield Case(
        "hidden-sheet.xlsx",
        packed(two | {BOOK: str(two[BOOK]).replace('sheetId="2"', 'sheetId="2" state="veryHidden"')}),
        TITLES,
    )
    targets = (
        "../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://localhost:1/",
        "",
        "worksheets/none.xml",
    )
    for number, target in enumerate(targets):
        rels = str(SOUND["xl/_rels/workbook.xml.rels"]).replace("worksheets/sheet1.xml", target)
        yield Case(
            f"target-{number}.xlsx",
            packed(SOUND | {"xl/_rels/workbook.xml.rels": rels}),
            (),
            may_refuse=True,
        )
    yield Case("ole.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096))
    yield Case("csv.xlsx", "title\n吾梦\n".encode(), ("吾梦",))
    yield Case("nested.xlsx", packed({"list.xlsx": packed(SOUND)}))
    yield Case("encrypted.xlsx", _flagged(whole, 0x1))
    yield Case("unknown-method.xlsx", _method(whole, 99))
    yield Case("lzma.xlsx", _method(whole, 14))


def _central(data: bytes) -> Iterator[int]:
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        yield at
        at = data.find(b"PK\x01\x02", at + 4)


def _flagged(data: bytes, flag: int) -> bytes:
    changed = bytearray(data)
    for at in _central(data):
        pack_into("<H", changed, at + 8, flag)
    return bytes(changed)


def _method(data: bytes, method: int) -> bytes:
    changed = bytearray(data)
    for at in _central(data):
        pack_into("<H", changed, at + 10, method)
    return bytes(changed)


def _says(data: bytes, size: int) -> bytes:
    """The same file, in which the header of each part claims that unpacked size."""
    changed = bytearray(data)
    for at in _central(data):
        pack_into("<I", changed, at + 24, size)
    return bytes(changed)


def _overlapping(times: int) -> bytes:
    """A file whose directory names one and the same large part many times."""
    data = packed(SOUND | {"xl/big.xml": b"0" * 30_000_000})
    end = data.rfind(b"PK\x05\x06")
    begin = next(_central(data))
    entries = data[begin:end]
    last = entries[entries.rfind(b"PK\x01\x02") :]
    directory = entries + b"".join(last.replace(b"big.xml", b"%03d.xml" % n) for n in range(times))
    tail = bytearray(data[end:])
    pack_into("<HH", tail, 8, len(SOUND) + 1 + times, len(SOUND) + 1 + times)
    pack_into("<I", tail, 12, len(directory))
    return data[:begin] + directory + bytes(tail)


def bombs() -> Iterator[Case]:
    """What would take all the memory or time there is."""
    large: dict[str, Callable[[], bytes]] = {
        "zeros-200m": lambda: packed(SOUND | {"xl/media/x.bin": b"\0" * 200_000_000}),
        "zeros-600m": lambda: packed(SOUND | {"xl/media/x.bin": b"\0" * 600_000_000}),
        "sheet-of-zeros": lambda: packed(SOUND | {SHEET: b"0" * 300_000_000}),
        "sheet-of-spaces": lambda: packed(SOUND | {SHEET: sheet(FILMS + " " * 300_000_000)}),
        "overlapping": lambda: _overlapping(200),
        "says-little": lambda: _says(packed(SOUND | {"xl/media/x.bin": b"\0" * 100_000_000}), 10),
        "says-much": lambda: _says(packed(SOUND), 0xFFFFFFF0),
        "far-cell": lambda: book(HEADING + f'<row r="1048576">{cell("XFD1048576", "x")}</row>'),
        "farther-cell": lambda: book(HEADING + f'<row r="4294967295">{cell("ZZZZZZ4294967295", "x")}</row>'),
        "far-column": lambda: book(HEADING + "".join(f'<row r="{n}">{cell(f"XFD{n}", "x")}</row>' for n in range(2, 20_000))),
        "wide": lambda: book(f'<row r="1">{cell("A1", "title")}{cell("HAAAA1", "x")}</row><row r="2">{cell("A2", "吾梦")}</row>'),
        "beside-much": lambda: book(f'<row r="1">{cell("XFD1", "title")}</row>' + "".join(f'<row r="{n}">{cell(f"XFD{n}", "x")}</row>' for n in range(2, 20_000))),
        "many-cells": lambda: book("<row>" + "<c/>" * 16_000 + "</row>" + ("<row>" + "<c><v>1</v></c>" * 100 + "</row>") * 150_000),
        "many-rows": lambda: book(HEADING + "<row/>" * 10_000_000),
        "many-empty-rows": lambda: book(HEADING + "<row><c><v>0</v></c></row>" * 200_000),
        "deep": lambda: book(HEADING + "<row>" * 1_000_000),
        "long-attribute": lambda: book(HEADING + f'<row r="2" x="{"x" * 100_000_000}"/>'),
        "many-attributes": lambda: book(HEADING + "<row " + " ".join(f'a{n}="1"' for n in range(300_000)) + "/>"),
        "amplified": lambda: shared("<si><t>title</t></si><si><t>" + "梦" * 30_000 + "</t></si>", "0", *["1"] * 200_000),
        "shared-count": lambda: shared("<si><t>title</t></si>", "0", "0", attributes=' count="4294967295" uniqueCount="4294967295"'),
        "long-string": lambda: shared("<si><t>title</t></si><si><t>" + "x" * 100_000_000 + "</t></si>", "0", "1"),
        "many-sheets": lambda: packed(SOUND | {BOOK: str(SOUND[BOOK]).replace("</sheets>", '<sheet name="x" sheetId="2" r:id="rId1"/>' * 100_000 + "</sheets>")}),
        "many-parts": lambda: packed(SOUND | {f"x/{n}.xml": "<x/>" for n in range(60_000)}),
        "many-merged": lambda: packed(parts(sheet(FILMS).replace("</worksheet>", "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 500_000 + "</mergeCells></worksheet>"))),
    }  # fmt: skip
    without_cells = {"many-rows", "deep", "long-attribute", "many-attributes"}
    for name, made in large.items():
        titles = ("0",) * 200_000 if name == "many-empty-rows" else () if name in without_cells else TITLES
        yield Case(f"bomb-{name}.xlsx", made, titles, may_refuse=True)


def cases() -> Iterator[Case]:
    for family in (right, misshapen, bombs):
        yield from family()
