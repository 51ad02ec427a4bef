"""JSON, JSON lines, CSV and TSV: cut, misencoded, misshapen, huge, or right but odd."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from awardcli.output.sanitize import INVISIBLE, UNSAFE
from hostile.case import ROWS, TITLES, Case

DELIMITERS = {"csv": ",", "tsv": "\t"}
RECORDS = [{"title": title, "organization": organization} for title, organization in ROWS]
OWN = json.loads((Path(__file__).parents[2] / "data" / "results.json").read_text(encoding="utf-8"))
OWN_TITLES = tuple(result["title"] for result in OWN["results"])


def table(suffix: str, *rows: tuple[object, ...], end: str = "\n") -> str:
    """A heading and rows as CSV or TSV."""
    text = StringIO()
    # With "\r\n" the writer quotes a bare CR too.
    csv.writer(text, delimiter=DELIMITERS[suffix], lineterminator="\r\n").writerows([("title", "organization"), *rows])
    return text.getvalue().replace("\r\n", end)


def lines(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def plain(suffix: str) -> str:
    """The three results as a sound file of that suffix."""
    if suffix in DELIMITERS:
        return table(suffix, *ROWS)
    return lines(*RECORDS) if suffix == "jsonl" else json.dumps(RECORDS, ensure_ascii=False, indent=1)


TEXTS = ("csv", "tsv", "json", "jsonl")


def encoded() -> Iterator[Case]:
    """What has a mark or is plainly Chinese is read; what has none and is not UTF-8 is refused, never misread."""
    for suffix in TEXTS:
        text = plain(suffix)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
            yield Case(f"{encoding}.{suffix}", text.encode(encoding), TITLES)
        for encoding, mark in (("utf-16-be", b"\xfe\xff"), ("utf-32-be", b"\0\0\xfe\xff")):
            yield Case(f"{encoding}-marked.{suffix}", mark + text.encode(encoding), TITLES)
        for encoding in ("utf-16-le", "utf-16-be"):
            yield Case(f"{encoding}.{suffix}", text.encode(encoding), TITLES)
        for encoding in ("utf-32-le", "utf-32-be"):
            yield Case(f"{encoding}.{suffix}", text.encode(encoding))
        for encoding in ("gb18030", "gbk", "gb2312", "big5hkscs"):
            data = text.replace("嘉定区融媒体中心", "文").encode(encoding, "replace")
            yield Case(f"{encoding}.{suffix}", data, TITLES)
        for encoding in ("euc_tw", "euc_kr", "euc_jp", "shift_jis", "cp949"):
            try:
                data = text.replace("嘉定区融媒体中心", "文").encode(encoding, "replace")
            except LookupError:
                continue
            yield Case(f"{encoding}.{suffix}", data, place="line 2" if suffix in DELIMITERS else "line")
        for name, bad in {
            "latin": b"\xe9",
            "overlong": b"\xc0\xaf",
            "surrogate": b"\xed\xa0\x80",
            "beyond": b"\xf4\x90\x80\x80",
            "stray": b"\x80",
            "half": b"\xe5\x90",
            "ff": b"\xff\xff",
        }.items():
            yield Case(f"bad-{name}.{suffix}", text.encode().replace("追".encode(), bad), place="line")
        yield Case(f"cut-in-a-mark.{suffix}", b"\xef\xbb", (), may_refuse=True)
        yield Case(f"only-a-mark.{suffix}", b"\xef\xbb\xbf", () if suffix == "jsonl" else None)
        yield Case(f"odd-utf-16.{suffix}", text.encode("utf-16")[:-1], place="line")
        yield Case(f"mark-twice.{suffix}", b"\xef\xbb\xbf" * 2 + text.encode(), TITLES, may_refuse=True)


def odd_characters() -> Iterator[Case]:
    """A title is output unchanged, whatever characters it has; so are markup and formulas."""
    odd = [
        *sorted(UNSAFE | INVISIBLE),
        "\ufffd",
        "\U0010ffff",
        "\ufdd0",
        "\u200d",
        "\u0301",
        "\ue000",
        '"',
        "'",
        "\\",
        "、",
    ]
    titles = [f"梦{character}想" for character in odd if "\ue0000" not in character]
    titles += ["=1+1", "@SUM(A1)", "+梦", "-梦", "[red]梦[/red]", "[/b]梦", ":smile:梦", "%s%n梦", "{0}梦", "${HOME}梦"]
    titles += [
        "梦" * 1000,
        "e\u0301" * 500 + "梦",
        "\\u0000梦",
        "梦&lt;",
        "<b>梦</b>",
        "null void",  # null alone is no title
        "NaN",
        "true",
        "1e999",
        "0",
    ]
    for number, title in enumerate(titles):
        for suffix in DELIMITERS:
            yield Case(
                f"odd-{number}.{suffix}", table(suffix, (title, "x"), (TITLES[0], "y")).encode(), (title, TITLES[0])
            )
        yield Case(f"odd-{number}.json", json.dumps([{"title": title}]).encode(), (title,))
        yield Case(f"odd-{number}.jsonl", lines({"title": title}).encode(), (title,))


NO_JSON = {
    "cut-array-only": '[{"title": "吾梦"}',
    "cut-object": '[{"title": "吾梦"',
    "cut-string": '[{"title": "吾',
    "cut-key": '[{"tit',
    "cut-escape": '[{"title": "\\u54',
    "trailing-comma": '[{"title": "吾梦"},]',
    "trailing-comma-2": '[{"title": "吾梦",}]',
    "two-commas": '[{"title": "吾梦",,"id":"x"}]',
    "no-comma": '[{"title": "吾梦" "id":"x"}]',
    "no-colon": '[{"title" "吾梦"}]',
    "two-colons": '[{"title":: "吾梦"}]',
    "single-quotes": "[{'title': '吾梦'}]",
    "no-quotes": '[{title: "吾梦"}]',
    "number-key": '[{1: "吾梦"}]',
    "comment": '[{"title": "吾梦"} /* x */]',
    "line-comment": '[{"title": "吾梦"}] // x',
    "hash-comment": '# x\n[{"title": "吾梦"}]',
    "two-documents": '[{"title": "吾梦"}][{"title": "追梦人"}]',
    "two-lines": '[{"title": "吾梦"}]\n[{"title": "追梦人"}]',
    "rubbish-after": '[{"title": "吾梦"}] x',
    "nul-after": '[{"title": "吾梦"}]\0',
    "mark-inside": '[\ufeff{"title": "吾梦"}]',
    "nbsp-inside": '[\u00a0{"title": "吾梦"}]',
    "tab-in-string": '[{"title": "吾\t梦"}]',
    "newline-in-string": '[{"title": "吾\n梦"}]',
    "nul-in-string": '[{"title": "吾\0梦"}]',
    "bad-escape": '[{"title": "\\x41"}]',
    "bad-escape-2": '[{"title": "\\u00zz"}]',
    "backslash-end": '[{"title": "吾梦\\"}]',
    "lone-high": '[{"title": "\\ud800"}]',
    "lone-low": '[{"title": "\\udc00梦"}]',
    "swapped-pair": '[{"title": "\\udc00\\ud800"}]',
    "lone-in-key": '[{"title": "吾梦", "\\ud83d": 1}]',
    "lone-deep": '[{"title": "吾梦", "x": [[{"y": "\\ud83d"}]]}]',
    "nan": '[{"title": NaN}]',
    "nan-elsewhere": '[{"title": "吾梦", "x": NaN}]',
    "infinity": '[{"title": "吾梦", "x": Infinity}]',
    "minus-infinity": '[{"title": "吾梦", "x": -Infinity}]',
    "overflow": '[{"title": "吾梦", "x": 1e999}]',
    "minus-overflow": '[{"title": "吾梦", "x": -1e999}]',
    "long-number": '[{"title": "吾梦", "x": %s}]' % ("9" * 5000),
    "very-long-number": '[{"title": %s}]' % ("9" * 1_000_000),
    "leading-zero": '[{"title": "吾梦", "x": 01}]',
    "plus": '[{"title": "吾梦", "x": +1}]',
    "no-digit": '[{"title": "吾梦", "x": -}]',
    "point-first": '[{"title": "吾梦", "x": .5}]',
    "point-last": '[{"title": "吾梦", "x": 5.}]',
    "hex": '[{"title": "吾梦", "x": 0x1}]',
    "capital": '[{"title": "吾梦", "x": True}]',
    "undefined": '[{"title": "吾梦", "x": undefined}]',
    "same-key": '[{"title": "吾梦", "title": "追梦人"}]',
    "same-key-escaped": '[{"title": "吾梦", "\\u0074itle": "追梦人"}]',
    "same-key-elsewhere": '[{"title": "吾梦", "x": {"a": 1, "a": 2}}]',
    "same-key-empty": '[{"title": "吾梦", "": 1, "": 2}]',
    "deep-arrays": '[{"title": "吾梦", "x": %s%s}]' % ("[" * 100_000, "]" * 100_000),
    "deep-objects": '[{"title": "吾梦", "x": %s1%s}]' % ('{"a":' * 100_000, "}" * 100_000),
    "deep-and-cut": "[" * 1_000_000,
    "deep-objects-and-cut": '{"a":' * 500_000,
    "closed-only": "]",
    "open-only": "[",
    "quote-only": '"',
    "word": "title",
    "yaml": "- title: 吾梦",
    "xml": "<list><title>吾梦</title></list>",
    "csv": "title\n吾梦\n",
    "python": '[{"title": "吾梦", "x": None}]',
    "utf-8-in-escapes": '[{"title": "\\xe5\\x90\\xbe"}]',
}
WRONG_SHAPES = {
    "null": "null",
    "number": "1",
    "string": '"吾梦"',
    "true": "true",
    "array-of-numbers": "[1]",
    "array-of-nulls": "[null]",
    "empty-record": "[{}]",
    "unknown-key": '[{"hue": "吾梦", "shade": "x"}]',
    "long-title": '[{"title": "%s"}]' % ("梦" * 1_000_001),
    "long-note": '[{"title": "吾梦", "note": "%s"}]' % ("x" * 5_000_000),
}
NO_PLACE = {"unknown-key", "empty-record"}
"""No record has a column that is known: it is the file that is no list."""
ODD_SHAPES: dict[str, tuple[str, tuple[str | None, ...]]] = {
    "no-title": ('[{"title": null}]', ()),
    "empty-title": ('[{"title": ""}]', ()),
    "blank-title": ('[{"title": " \\t\\u3000"}]', ()),
    "float": ('[{"title": 1.5}]', ("1.5",)),
    "boolean": ('[{"title": true}]', ("true",)),
    "list-title": ('[{"title": ["吾梦"]}]', ("吾梦",)),
    "record-title": ('[{"title": {"zh": "吾梦"}}]', ("吾梦",)),
    "minus-edition": ('[{"title": "吾梦", "edition": -1}]', ("吾梦",)),
    "huge-edition": ('[{"title": "吾梦", "edition": %s}]' % ("9" * 30), ("吾梦",)),
    "float-edition": ('[{"title": "吾梦", "edition": 9.5}]', ("吾梦",)),
    "word-edition": ('[{"title": "吾梦", "edition": "ninth"}]', ("吾梦",)),
    "superscript-edition": ('[{"title": "吾梦", "edition": "²"}]', ("吾梦",)),
    "huge-year": ('[{"title": "吾梦", "year": 9999999999999}]', ("吾梦",)),
    "list-year": ('[{"title": "吾梦", "year": [2022]}]', ("吾梦",)),
    "bad-kind": ('[{"title": "吾梦", "kind": "dog"}]', ("吾梦",)),
    "bad-certainty": ('[{"title": "吾梦", "certainty": "sure"}]', ("吾梦",)),
    "same-id": ('[{"id": "a", "title": "吾梦"}, {"id": "a", "title": "追梦人"}]', ("吾梦", "追梦人")),
    "one-of-three": (
        '[{"title": "吾梦"}, {"note": "x", "title": 1.5}, {"title": "追梦人"}]',
        ("吾梦", "1.5", "追梦人"),
    ),
}
"""Records that are read though a cell of them is not what it should be."""


def json_files() -> Iterator[Case]:
    for name, text in NO_JSON.items():
        yield Case(f"{name}.json", text.encode(), place="line")
        yield Case(f"{name}-behind.json", f'[\n{{"title": "x"}},\n{text[1:]}'.encode(), place="line")
        if "\n" not in text and not text.endswith("// x") and not name.endswith("-only"):
            data = lines(RECORDS[0]) + text.removeprefix("[").removesuffix("]") + "\n" + lines(RECORDS[1])
            yield Case(f"{name}.jsonl", data.encode(), TITLES[:2], place="line 2", partly=True)
    for name, text in WRONG_SHAPES.items():
        yield Case(f"{name}.json", text.encode(), place="[" if text.startswith("[{") and name not in NO_PLACE else "")
        if text.startswith("[{"):
            inner = text[1:-1].replace("}, {", "}\n{")
            yield Case(f"{name}.jsonl", inner.encode(), place="" if name in NO_PLACE else "line")
    for name, (text, titles) in ODD_SHAPES.items():
        yield Case(f"{name}.json", text.encode(), titles)
        yield Case(f"{name}.jsonl", text[1:-1].replace("}, {", "}\n{").encode(), titles)
    for name, text in {"empty": "", "blank": " \n\t\n", "nul": "\0", "nuls": "\0" * 100_000}.items():
        is_text = "\0" not in text  # nothing but NUL is no text, whatever the suffix says
        yield Case(f"{name}.json", text.encode(), place="line" if is_text else "")
        yield Case(f"{name}.jsonl", text.encode(), () if is_text else None)
    yield Case("none.json", b"[]", ())
    yield Case("array-of-strings.json", '["吾梦"]'.encode(), ("吾梦",))
    yield Case("array-of-arrays.json", '[["title"], ["吾梦"]]'.encode(), ("吾梦",))
    yield Case("exact-numbers.json", b'[{"title": 12345678901234567890, "x": 1.5}]', ("12345678901234567890",))
    yield Case("whole-number.json", b'[{"title": 9.0}]', ("9",))
    yield Case("pair.json", b'[{"title": "\\ud83c\\udfac\xe6\xa2\xa6"}]', ("🎬梦",))
    yield Case("deep-enough.json", f'[{{"title": "吾梦", "x": {"[" * 200}{"]" * 200}}}]'.encode(), ("吾梦",))
    yield Case(
        "long-arrays.json",
        lambda: json.dumps([{"title": "吾梦", "x": ["a"] * 500_000, "y": [[]] * 200_000}]).encode(),
        ("吾梦",),
    )
    yield Case(
        "many-keys.json",
        lambda: json.dumps([{"title": "吾梦"} | {f"k{n}": n for n in range(200_000)}]).encode(),
    )
    yield Case(
        "ten-thousand-keys.json",
        lambda: json.dumps([{"title": "吾梦"} | {f"k{n}": n for n in range(10_000)}]).encode(),
        ("吾梦",),
        may_refuse=True,  # by import
    )
    yield Case(
        "many-keys-and-one-twice.json",
        lambda: (
            '[{"title": "吾梦", ' + ", ".join(f'"k{n}": {n}' for n in range(200_000)) + ', "k199999": 1}]'
        ).encode(),
    )
    yield Case("many-bad.jsonl", b"[1\n" * 300_000, place="line 1")
    yield Case("one-document-nested-too-deeply.jsonl", b"[\n" * 300_000, place="line ")  # which line, Python decides
    yield Case("many-bad-records.json", lambda: json.dumps([1] * 500_000).encode(), place="[0]")
    yield Case("many-empty-arrays.json", b"[" + b"[]," * 1_000_000 + b"[]]")
    yield Case("one-long-line.jsonl", b"x" * 60_000_000, place="line 1")
    yield Case("one-long-line.json", b"[" + b" " * 30_000_000 + b"]", ())
    yield Case("cr.jsonl", "".join(json.dumps(record) + "\r" for record in RECORDS).encode(), place="line 1")
    yield Case("cr.json", plain("json").replace("\n", "\r").encode(), TITLES)
    yield Case("crlf.jsonl", plain("jsonl").replace("\n", "\r\n").encode(), TITLES)
    yield Case("no-last-end.jsonl", plain("jsonl").rstrip("\n").encode(), TITLES)
    yield Case("shapes-differ.jsonl", lines({"title": "吾梦"}, {"片名": "追梦人"}, {"作品": "中国梦"}).encode(), TITLES)


def own_files() -> Iterator[Case]:
    """Our own form, with one thing wrong."""

    def changed(section: str, **fields: Any) -> bytes:
        document = json.loads(json.dumps(OWN))
        document[section][0] |= fields
        return json.dumps(document, ensure_ascii=False).encode()

    yield Case("own.json", json.dumps(OWN).encode(), OWN_TITLES)
    odd: dict[str, object] = {
        "null": None, "number": 7, "float": 1.5, "huge": 10**30, "minus": -1, "true": True, "empty": "", "blank": " ",
        "list": [], "record": {}, "list-of-null": [None], "twice": ["x", "x"], "long": "x" * 100_000,
    }  # fmt: skip
    fields = {"editions": ("number", "views"), "categories": ("id", "honours"), "organizations": ("name", "pinyin"),
              "results": ("id", "edition", "title", "organizations", "printed", "certainty")}  # fmt: skip
    for section, keys in fields.items():
        for key in keys:
            for name, value in odd.items():
                if (key, name) in {("views", "null"), ("views", "number"), ("pinyin", "empty")}:
                    continue
                if key in ("title", "name") and name == "long":
                    continue
                # A number and an id are as good as others, but results name what is not described any more.
                other = {("number", "number"), ("id", "long")} & {(key, name)} and section != "results"
                sound = (key, name) in {("pinyin", "long"), ("organizations", "list")}
                yield Case(
                    f"own-{section}-{key}-{name}.json",
                    changed(section, **{key: value}),
                    OWN_TITLES if sound else None,
                    place="results" if other else section,
                )
    yield Case("own-huge-views.json", changed("editions", views=2**63), place="editions[0].views")
    yield Case(
        "own-huge-line.json",
        changed("results", printed={"award": [], "title": [2**70], "organization": []}),
        place="results[0]",
    )
    for section in OWN:
        yield Case(
            f"own-without-{section}.json",
            json.dumps({k: v for k, v in OWN.items() if k != section}).encode(),
            place=section,
        )
        yield Case(f"own-null-{section}.json", json.dumps(OWN | {section: None}).encode(), place=section)
        yield Case(
            f"own-twice-{section}.json",
            json.dumps(OWN | {section: OWN[section] + OWN[section][:1]}).encode(),
            place=section,
        )
    yield Case("own-more.json", json.dumps(OWN | {"people": []}).encode(), place="people")
    yield Case("own-empty.json", b"{}")
    yield Case(
        "own-many-problems.json", lambda: json.dumps(OWN | {"results": [{}] * 50_000}).encode(), place="results[0]"
    )


def tables() -> Iterator[Case]:
    """CSV and TSV."""
    many = [f"c{n}" for n in range(300_000)]
    bodies = [f"社{n}" for n in range(50_000)]
    for suffix, tab in DELIMITERS.items():
        head = f"title{tab}organization\n"

        def case(
            name: str,
            text: str | bytes,
            titles: tuple[str | None, ...] | None = None,
            *,
            suffix: str = suffix,
            place: str = "",
            partly: bool = False,
        ) -> Case:
            data = text.encode() if isinstance(text, str) else text
            return Case(f"{name}.{suffix}", data, titles, place, partly=partly)

        for end, name in (("\n", "lf"), ("\r\n", "crlf"), ("\r", "cr")):
            yield case(f"ends-{name}", table(suffix, *ROWS, end=end), TITLES)
            yield case(f"no-last-end-{name}", table(suffix, *ROWS, end=end).rstrip(end), TITLES)
            yield case(f"blank-lines-{name}", table(suffix, *ROWS, end=end * 3), TITLES)
        yield case("mixed-ends", "title\r\n吾梦\r追梦人\n中国梦", TITLES)
        yield case("short-row", f"{head}吾梦{tab}x\n追梦人\n", ("吾梦", "追梦人"))
        yield case("long-row", f"{head}吾梦{tab}x\n追梦人{tab}x{tab}y\n", ("吾梦",), place="line 3", partly=True)
        yield case("comma-too-many", f"{head}吾梦{tab}x{tab}\n", ("吾梦",))
        broken = f'{head}吾梦{tab}x\n"追梦人{tab}x\n中国梦{tab}y\n'
        yield case("open-quote", broken, ("吾梦", "中国梦"), place="line 3", partly=True)
        yield case("open-quote-in-heading", f'"title{tab}organization\n吾梦{tab}x\n', place="line 1")
        yield case("open-quote-at-end", f'{head}吾梦{tab}"x', place="line 2")
        yield case("text-behind-quote", f'{head}"吾梦"人{tab}x\n', place="line 2")
        yield case("space-before-quote", f'{head}吾 "梦"{tab}x\n', ('吾 "梦"',))
        yield case("quote-inside", f'{head}吾"梦{tab}x\n', ('吾"梦',))
        yield case("line-end-inside", f'{head}"吾\n梦"{tab}x\n', ("吾\n梦",))
        yield case("crlf-inside", f'{head}"吾\r\n梦"{tab}x\n', ("吾\r\n梦",))
        yield case("empty", "")
        yield case("blank", "\n\n\n")
        yield case("spaces", "   \n  \n")
        yield case("nul", "\0")
        yield case("nuls", "\0" * 1_000_000)
        yield case("heading-only", head, ())
        yield case("unknown-heading", f"色{tab}x\n吾梦{tab}x\n")
        yield case("no-heading", table(suffix, *ROWS).split("\n", 1)[1])
        yield case("heading-twice", f"title{tab}title\n吾梦{tab}x\n", ("吾梦",))
        yield case("empty-headings", f"title{tab}{tab}\n吾梦{tab}x{tab}y\n", ("吾梦",))
        yield case("other-delimiter", "title;organization\n吾梦;x\n", ("吾梦",))
        yield case("wrong-delimiter", table("tsv" if suffix == "csv" else "csv", *ROWS), TITLES)
        yield case("sep-line", f"sep={tab}\n{head}吾梦{tab}x\n", ("吾梦",))  # Excel's own; the heading is below it
        yield case("neither", f"{head}{tab}\n吾梦{tab}x\n", ("吾梦",))
        yield case("nothing-named", f"title{tab}award\n{tab}x\n", (None,))
        yield case("bad-edition", f"title{tab}edition\n吾梦{tab}x\n", ("吾梦",))
        yield case("same-id", f"id{tab}title\na{tab}吾梦\na{tab}追梦人\n", ("吾梦", "追梦人"))
        yield case("largest-cell", f"{head}{'梦' * 1_000_000}{tab}x\n", ("梦" * 1_000_000,))
        yield case("larger-cell", f"{head}{'梦' * 1_000_001}{tab}x\n", place="line 2")
        yield case("huge-cell", f"{head}{'x' * 60_000_000}", place="line 2")
        yield case("huge-quoted-cell", f'{head}"' + "x\n" * 5_000_000, place="line 2")
        yield case("many-columns", tab.join(many) + "\n", place="line 1")
        yield case("many-columns-one-twice", "title" + tab + tab.join([*many[:-1], many[0]]) + "\n", place="line 1")
        read = "title" + tab + tab.join(many[:10_000]) + "\n梦" + tab * 10_000 + "\n"
        yield Case(f"many-columns-read.{suffix}", read.encode(), ("梦",), may_refuse=True)  # by import
        wide = [[f"{word}{n}" for n in range(9_999)] for word in "hxyz"]
        rows = zip(("title", "梦一", "梦二", "梦三"), wide, strict=True)
        several = "".join(tab.join([title, *cells]) + "\n" for title, cells in rows)
        yield Case(
            f"many-columns-of-several-rows.{suffix}", several.encode(), ("梦一", "梦二", "梦三"), may_refuse=True
        )
        yield case("many-ragged", head + f"x{tab}x{tab}x\n" * 300_000, place="line 2")
        yield case("many-delimiters", head + tab * 3_000_000, ())
        yield case("many-quotes", head + '"' * 900_001, place="line 2")
        yield case("many-lines", head + "\n" * 3_000_000, ())
        for name, count in {"long-name": 1000, "longer-name": 1001, "longest-name": 50_000}.items():
            names = "、".join(bodies[:count])
            yield case(
                name,
                f"title{tab}organization\n吾梦{tab}{names}\n",
                ("吾梦",) if count == 1000 else None,
                place="" if count == 1000 else "line 2",
            )
        yield case("gzip", b"\x1f\x8b\x08\x00" + bytes(range(256)))
        yield case("zip", b"PK\x03\x04" + bytes(range(256)))
        yield case("png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        yield case("elf", b"\x7fELF" + bytes(range(256)))
        yield case("ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
        yield case("sqlite", b"SQLite format 3\0" + bytes(500))
        yield case("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        yield case("html", "<html><title>吾梦</title></html>")
        yield case("json", json.dumps(RECORDS), TITLES)
    yield Case("unknown.doc", b"title\n", ())
    yield Case("none", b"title\n", ())
    yield Case("list.csv.gz", b"\x1f\x8b")
    yield Case("UPPER.CSV", plain("csv").encode(), TITLES)
    yield Case("cut-in-a-character.csv", plain("csv").encode()[:-3], place="line 4")


def cases() -> Iterator[Case]:
    for family in (encoded, odd_characters, json_files, own_files, tables):
        yield from family()
