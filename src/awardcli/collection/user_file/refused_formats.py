"""Recognize files of other formats that were given as lists by mistake, so that the error can name the format."""

import re
from collections.abc import Sequence
from pathlib import Path

from awardcli import messages, vocabulary
from awardcli.errors import InvalidDataError
from awardcli.language.lazy_pattern import lazy_pattern

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of XLSX and ODS files, and of XLS files."""
_BYTES = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"PAR1": "Parquet",
    **dict.fromkeys((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"), "archive"),
    **dict.fromkeys((b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), "picture"),
}
"""The first bytes of documents, archives and pictures."""
_PARTS = {
    "word/": "Word document",
    "ppt/": "presentation",
    "Index/": "Numbers document",
    "Index.zip": "Numbers document",
}
"""The beginnings of the names of parts in a ZIP file that is a document."""
_MIME_TYPES = {
    "application/vnd.oasis.opendocument.text": "OpenDocument text",
    "application/vnd.oasis.opendocument.presentation": "presentation",
    "application/epub+zip": "EPUB",
}
_STREAMS = {"WordDocument": "Word document", "PowerPoint Document": "presentation"}
"""Names of streams in an OLE file that is no workbook."""
_PROTECTED = "EncryptedPackage"
_KEY = r"[\w.\"'-]+"
_SAID_IN = r"(?:[ \t]*(?:[#;%/].*)?\n)*[ \t]*"
"""Comments and blank lines."""
_TEXTS = {
    "BibTeX": rf"\A{_SAID_IN}@\w+[ \t]*[{{(]\s*[^\s,{{}}]+\s*,",
    "RIS": r"\A\s*TY  - ",
    "LaTeX": r"^\\(?:documentclass|begin)\b",
    "SQL": r"(?i)^[ \t]*(?:insert\s+into|create\s+table)\s",
    "wikitext": r"^\{\|[^\n]*\n\s*[|!]",
    "vCard": r"\ABEGIN:VCARD",
    "iCalendar": r"\ABEGIN:VCALENDAR",
    "TOML / INI": rf"^\[{{1,2}}[\w.\"' -]+\]{{1,2}}[ \t]*\n{_SAID_IN}{_KEY}[ \t]*=",
    "program code": (
        rf"\A\s*<\?php\b|"
        rf"\A{_SAID_IN}(?:export\s+default\b|(?:export\s+)?(?:var|let|const)\s+\w+\s*=|[\w.$]+(?:\s*=\s*|\()[\[{{])"
    ),
    "XML": r"\A\s*<(?:\?xml|!--)|\A\s*<(?P<element>[\w:.-]+)(?:\s[^<>]*)?>\s*<[^/\0][^\0]*</(?P=element)>",
}
"""Patterns of texts in other formats for records, or written for a program."""
FRONT_MATTER = lazy_pattern(
    r"\A\ufeff?(?P<rule>---|\+\+\+)[ \t]*\r?\n(?:(?!(?P=rule)).*\n)*?(?P=rule)[ \t]*\r?(?:\n|\Z)"
)
"""The properties of a page in Markdown, above its text, in YAML or TOML."""
_CODE = lazy_pattern(r"(?ms)^ {0,3}```.*?^ {0,3}```[ \t]*$")
"""Code within a page in Markdown."""
_WEB_PAGE = lazy_pattern(
    r"(?i)\ufeff?\s*(?:(?:<\?xml[^<>]*>|<!--(?:(?!-->)[^\0])*-->)\s*)*"
    r"<(?:!doctype|html|head|header|meta|body|table|style|div|article|section|main|nav|ul|ol|p|h[1-6])\b"
)
_TEMPLATE_BEGINS = lazy_pattern(r"<\?(?=php\b|=|\s)|<%|\{%")
_TEMPLATE_ENDS = {"<?": "?>", "<%": "%>", "{%": "%}"}
_YAML_KEY = r"(?:- +)*(?:[\w-]+|[\w-][\w -]{0,40}|\"[^\"\n]*\"|'[^'\n]*'):"
_YAML_LINE = lazy_pattern(rf"---.*|\.\.\.|\s*#.*|\s*|\s*{_YAML_KEY}(?:\s.*)?|\s*- .*|[ \t]{{2,}}.*")
_YAML_NESTED = lazy_pattern(rf"(?m)^(?:- +)?[ \t]*{_YAML_KEY}(?:[ \t].*)?\n(?:[ \t]+{_YAML_KEY}(?:\s|$)|[ \t]+- )")
"""A key with another key or an item indented below it."""
_YAML_ITEM = lazy_pattern(r"(?m)^- +(?:(?P<key>[a-z]\w*):[ \t]|\{[ \t]*(?P<first>[a-z]\w*):[ \t])")
"""An item with a key of a program, as `- name: ` and `- {name: `; a text may have - Best Film: Salt."""


def refuse_bytes(path: Path, sample: bytes) -> None:
    """Raise InvalidDataError where the first bytes are those of a document, an archive or a picture."""
    if found := next((name for begin, name in _BYTES.items() if sample.startswith(begin)), None):
        raise refusal(path, found)


def refuse_text(path: Path, sample: str) -> None:
    """Raise InvalidDataError where the beginning of a text is in a format for programs that is no table."""
    text = sample.removeprefix("\ufeff").replace("\r\n", "\n")
    if text.startswith("+++") or path.suffix.lower() in (".md", ".markdown"):
        properties = front_matter(text)
        below = _CODE.sub("", text[len(properties) :])
        text = f"{properties[:3]}\n{below}" if below.strip() else text
    has_suffix = path.suffix.lower() in (".yml", ".yaml")
    found = next((name for name, pattern in _TEXTS.items() if re.search(pattern, text, re.MULTILINE)), None)
    if found := found or ("YAML" if _is_yaml(text, has_suffix=has_suffix) else None):
        raise refusal(path, found)


def front_matter(sample: str) -> str:
    """The properties at the beginning of a page in Markdown, or ""."""
    found = FRONT_MATTER.match(sample)
    return found[0] if found else ""


def is_web_page(sample: str) -> bool:
    """Whether a text that begins so is a page in HTML; behind parts of a template, one with a row of a table."""
    if _WEB_PAGE.match(sample):
        return True
    if "<tr" not in sample.casefold():  # as in nearly all texts
        return False
    shown = without_parts(sample, parts := template_parts(sample))
    return bool(parts) and _WEB_PAGE.match(shown) is not None and "<tr" in shown.casefold()


def template_parts(page: str) -> list[tuple[int, int]]:
    """Where the parts of a page for the program that fills it begin and end: PHP, ASP, Jinja and Liquid.

    >>> template_parts("{% block a %}<p><?= name ?></p>")
    [(0, 13), (16, 27)]
    """
    # No regular expression finds the ends: one that does takes memory for each character of an endless part.
    parts: list[tuple[int, int]] = []
    endless: set[str] = set()
    behind = 0
    for opening in _TEMPLATE_BEGINS.finditer(page):
        begin, end = opening[0], _TEMPLATE_ENDS[opening[0]]
        if opening.start() < behind or begin in endless:
            continue
        at = page.find(end, opening.end())
        if at < 0:
            endless.add(begin)
            continue
        behind = at + len(end)
        parts.append((opening.start(), behind))
    return parts


def without_parts(page: str, parts: Sequence[tuple[int, int]]) -> str:
    """A page without some parts; their line breaks are kept."""
    kept, behind = [], 0
    for begin, end in parts:
        kept += [page[behind:begin], "\n" * page.count("\n", begin, end)]
        behind = end
    return "".join([*kept, page[behind:]])


def refusal_of_workbook(path: Path) -> InvalidDataError:
    """The error for a ZIP or OLE file that is not a readable workbook."""
    if (found := _document(path)) == _PROTECTED:
        return InvalidDataError(messages.PROTECTED(path=path))
    return refusal(path, found) if found else InvalidDataError(messages.NOT_A_WORKBOOK(path=path))


def refusal(path: Path, found: str) -> InvalidDataError:
    """The error for a file of another format, by its name."""
    hints = [messages.ADVICE_ON_FORMATS[found]()] if found in messages.ADVICE_ON_FORMATS else []
    return InvalidDataError(messages.OTHER_FORMAT(path=path, format=vocabulary.value(found)), hints)


def _is_yaml(text: str, *, has_suffix: bool) -> bool:
    """Whether a text is YAML with records or nested lists; a plain list of `- ` is one of lines.

    A text without the suffix of YAML may have a label before each title: its items have one key of a program.
    """
    lines = text.splitlines()[:200]
    keys = [found["key"] or found["first"] for found in _YAML_ITEM.finditer(text)]
    has_records = len(keys) > 1 and len(set(keys)) == 1
    if has_suffix:
        has_records = bool(keys) or re.search(rf"(?m)^{_YAML_KEY}(?:\s|$)", text) is not None
    return (has_records or _YAML_NESTED.search(text) is not None) and all(map(_YAML_LINE.fullmatch, lines))


def _document(path: Path) -> str | None:
    """The format of a ZIP or OLE file that is not a workbook, or None."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as packed:
            names = packed.namelist()
            if found := next(
                (word for name in names for begin, word in _PARTS.items() if name.startswith(begin)), None
            ):
                return found
            if "mimetype" in names:
                return _MIME_TYPES.get(packed.read("mimetype").decode("latin-1").strip())
            return None if "xl/workbook.xml" in names or "xl/workbook.bin" in names else "archive"
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError):
        pass
    with path.open("rb") as file:
        data = file.read(1 << 22)
    streams = (*_STREAMS, _PROTECTED)
    found = next((name for name in streams if name.encode("utf-16-le") in data), None)
    return _STREAMS.get(found, found) if found else None
