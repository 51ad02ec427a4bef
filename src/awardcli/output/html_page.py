"""A page to hand on: one HTML file that needs no network, finds by text, pinyin and initials, and prints."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from awardcli import messages, vocabulary
from awardcli.language.fold import fold, variants_of
from awardcli.language.readings import is_han, syllables
from awardcli.output.columns import Record, shown
from awardcli.output.layout import Layout
from awardcli.output.sanitize import safe_text
from awardcli.output.sorting import sorted_by

_PARTS = Path(__file__).parent / "page"
_FOUND_BY_SOUND = frozenset(("category", "award", "title", "organization", "district"))
_CHOSEN_BY = ("category", "district")
_FOR_MACHINES = ("id", "certainty")
"""Columns that a page leaves out unless they are chosen: the note says in words what is not certain."""
_ALIKE = ("edition", "year")
"""Columns that a page leaves out where all rows have the same value: its title says it."""


def html_page(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    """The records as one page, which is whole without JavaScript too; all of them are at hand at once.

    Columns without any value, and those that tell a reader nothing, are left out unless columns were chosen.
    """
    chinese = layout.says_chinese
    columns = layout.columns
    rows = [{column: shown(record, column, chinese=chinese) for column in columns} for record in records]
    if layout.whole:
        columns = tuple(column for column in columns if _tells(column, rows))

    def say(message: messages.Message) -> str:
        return message.zh if chinese else message.en

    found_by = [_found_by(row, columns) for row in rows]
    written = "".join(text for text, _ in found_by)
    template = Template((_PARTS / "page.html").read_text(encoding="utf-8"))
    css, js = ((_PARTS / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    source = layout.caption.source
    count = f"<span data-shown>{len(rows)}</span>"
    before, _, after = template.substitute(
        language="zh-CN" if chinese else "en",
        policy=_policy(css, js),
        title=_safe(layout.caption.title),
        title_language="zh-CN" if any(map(is_han, layout.caption.title)) else "en",
        source=f"<p>{say(messages.SOURCE).format(source=_safe(source))}</p>" if source else "",
        style=css,
        find=say(messages.PAGE_FIND),
        variants="".join(other + plain for other, plain in variants_of(written).items()),
        choices="\n".join(_choice(n, c, rows, layout) for n, c in enumerate(columns) if c in _CHOSEN_BY),
        count=say(messages.PAGE_COUNT).format(shown=count, total=len(rows)),
        heading="".join(
            f'<th scope="col" class="{column}">{escape(vocabulary.heading(column, chinese=chinese))}</th>'
            for column in columns
        ),
        sort=say(messages.PAGE_SORT),
        rows="\0",
        nothing=say(messages.PAGE_NOTHING),
        script=js,
    ).partition("\0")
    yield before
    labels = [escape(vocabulary.heading(column, chinese=chinese)) for column in columns]
    orders = list(zip(*(_places(rows, column) for column in columns), strict=True))
    for row, (text, sound), order in zip(rows, found_by, orders, strict=True):
        cells = "".join(_cell(row[column], column, label) for column, label in zip(columns, labels, strict=True))
        yield f'<tr data-text="{text}" data-sound="{sound}" data-order="{" ".join(order)}">{cells}</tr>\n'
    yield after


def _tells(column: str, rows: Sequence[Record]) -> bool:
    values = {row[column] for row in rows}
    return bool(values - {None}) and column not in _FOR_MACHINES and not (column in _ALIKE and len(values) == 1)


def _cell(value: object, column: str, label: str) -> str:
    if value is None:
        return f'<td class="{column} none" data-label="{label}">-</td>'
    return f'<td class="{column}" data-label="{label}">{_safe(value)}</td>'


def _choice(place: int, column: str, rows: Sequence[Record], layout: Layout) -> str:
    """A box to choose one of a column's values, in the order in which they come; nothing where there is one at most."""
    values = [value for value in dict.fromkeys(row[column] for row in rows) if value is not None]
    if len(values) < 2:
        return ""
    everything = messages.PAGE_ALL.zh if layout.says_chinese else messages.PAGE_ALL.en
    options = "".join(f'<option value="{_safe(value)}">{_safe(value)}</option>' for value in values)
    label = escape(vocabulary.heading(column, chinese=layout.says_chinese))
    return (
        f'<label>{label}<select data-column="{place}"><option value="">{everything}</option>{options}</select></label>'
    )


def _places(rows: Sequence[Record], column: str) -> list[str]:
    """Each row's place by a column, in the order of `--sort`; the same for the same value, "" for none."""
    places: dict[object, str] = {None: ""}
    for row in sorted_by(rows, column):
        places.setdefault(row[column], str(len(places)))
    return [places[row[column]] for row in rows]


def _found_by(row: Record, columns: Sequence[str]) -> tuple[str, str]:
    """What a row is found by: its values and their initials, folded, and their pinyin, a ' before each syllable.

    No two run into one another, and pinyin is found from the beginning of a syllable only: `ade` is not in jia de.
    """
    texts: dict[str, None] = {}
    sounds: dict[str, None] = {}
    for column in columns:
        if (value := row[column]) is not None:
            text, initials, sound = _words(str(value))
            texts[text] = None
            if column in _FOUND_BY_SOUND:
                texts[initials] = sounds[sound] = None
    return " ".join(texts), " ".join(sounds)


@cache
def _words(text: str) -> tuple[str, str, str]:
    """A text folded, its initials and its pinyin; what has no reading stands for itself."""
    folded = fold(text)
    read = [said or character for said, character in zip(syllables(folded), folded, strict=True)]
    return folded, "".join(said[0] for said in read), "".join(f"'{said}" for said in read)


def _policy(css: str, js: str) -> str:
    """What a browser may load and run: the very style and script of the page, and nothing else."""
    style_hash, script_hash = (b64encode(sha256(part.encode()).digest()).decode() for part in (css, js))
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _safe(value: object) -> str:
    """A value as the text of an element or attribute, with nothing that steers a reader or a browser."""
    return escape(safe_text(str(value)))
