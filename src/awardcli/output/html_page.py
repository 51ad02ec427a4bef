"""A page to hand on: one HTML file that needs no network, finds by text, pinyin and initials, and prints."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from typing import BinaryIO

from awardcli import messages
from awardcli.language.fold import fold, variants_of
from awardcli.language.numerals import title_numbers
from awardcli.language.readings import is_han, syllables
from awardcli.output.formats import Layout, Values
from awardcli.output.sanitize import safe_lines, safe_text
from awardcli.output.sorting import sorted_by
from awardcli.output.text_layout import display_width, words

_PARTS = Path(__file__).parent / "page"
_FOUND_BY_SOUND = frozenset(("category", "award", "title", "organization", "district"))
_CHOSEN_BY = ("category", "district")
_FOR_PROGRAMS = ("id", "certainty")
"""Columns that a page leaves out unless they are chosen: the note tells what is uncertain."""
_ALIKE = ("edition", "year")
"""Columns that a page leaves out where all rows have the same value: its title says it."""
_STYLED = frozenset((*_FOUND_BY_SOUND, *_FOR_PROGRAMS, *_ALIKE, "kind", "note", "results", "tier", "score"))
"""Roles that are a class in the style sheet."""
_SCHEMES = ("http://", "https://", "www.")
_NARROW = "screen and (max-width: 60rem)"
"""The condition of the style sheet for a screen that is too narrow for a table, on which each row is a card."""
_LABEL, _WIDEST_LABEL = "5.5em 1fr", 11
"""The columns of a card in the style sheet, and the greatest width, in ems, of the first one for headings."""
_WIDEST_TABLE = 72
_WIDEST_COLUMN = 12
"""Ems that a table has on a wide screen, and that a column of it takes at most before it is folded."""
_LONG = 60
"""Characters of a cell that takes all the width of a card."""
_MEASURED = 200
"""Rows that say how wide a column is."""


def write_page(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write the rows as one page, complete without JavaScript too. Memory use grows with the rows.

    Columns that tell a reader nothing are left out unless columns were chosen.
    """
    rows = list(rows)
    if not layout.columns_chosen:
        kept = [n for n, column in enumerate(layout.columns) if _tells(column.role, [values[n] for values in rows])]
        layout = layout._replace(columns=[layout.columns[n] for n in kept], headings=[layout.headings[n] for n in kept])
        rows = [[values[n] for n in kept] for values in rows]
    roles = [_class(column.role, [values[n] for values in rows]) for n, column in enumerate(layout.columns)]
    found_by = [_found_by(values, roles) for values in rows]
    before, _, after = _page_around(rows, layout, roles, found_by).partition("\0")
    stream.write(before.encode())
    labels = [_safe(heading) for heading in layout.headings]
    orders = list(zip(*(_places([values[n] for values in rows]) for n in range(len(roles))), strict=True))
    for number, values in enumerate(rows):
        (text, sounds), order = found_by[number], orders[number] if orders else ()
        cells = "".join(map(_cell, values, roles, labels, sounds))
        row = f'<tr data-text="{text}" data-order="{" ".join(order)}">{cells}</tr>\n'
        stream.write(row.encode())
    stream.write(after.encode())


def _page_around(
    rows: Sequence[Values], layout: Layout, roles: Sequence[str], found_by: Sequence[tuple[str, list[str]]]
) -> str:
    """The page with a NUL in place of its rows; `roles` are the classes of the columns, `found_by` is that of rows."""

    def say(message: messages.Message, **values: object) -> str:
        return message.worded(chinese=layout.chinese, **values)

    written = "".join(text for text, _ in found_by)
    template = Template((_PARTS / "page.html").read_text(encoding="utf-8"))
    css, js = ((_PARTS / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    css = css.replace(_LABEL, f"{_label_width(layout.headings):.1f}em 1fr")
    has_cards = _width(rows, layout) > _WIDEST_TABLE
    if has_cards:
        css = css.replace(_NARROW, "all")
    source = layout.source
    return template.substitute(
        language="zh-CN" if layout.chinese else "en",
        policy=_policy(css, js),
        title=_safe(layout.title),
        title_language="zh-CN" if any(map(is_han, layout.title)) else "en",
        source=f"<p>{say(messages.SOURCE, source=_safe(source))}</p>" if source else "",
        style=css,
        look="cards" if has_cards else "table",
        find=say(messages.PAGE_FIND),
        variants="".join(other + plain for other, plain in variants_of(written).items()),
        choices="\n".join(_choice(n, rows, layout) for n, role in enumerate(roles) if role in _CHOSEN_BY),
        all=_safe(say(messages.PAGE_ALL_SHOWN, total=len(rows))),
        some=_safe(say(messages.PAGE_SOME_SHOWN, shown=0, total=len(rows))),
        heard=_heard(sound for _, sounds in found_by for sound in sounds if sound),
        heading="".join(
            f'<th scope="col" class="{role}">{_safe(heading)}</th>'
            for role, heading in zip(roles, layout.headings, strict=True)
        ),
        sort=say(messages.PAGE_SORT),
        rows="\0",
        nothing=say(messages.PAGE_NOTHING),
        script=js,
    )


def _width(rows: Sequence[Values], layout: Layout) -> float:
    """The width of the table in ems, by its headings and the average cells of its columns."""
    measured = rows[:_MEASURED]
    width = 0.0
    for n, heading in enumerate(layout.headings):
        cells = [min(display_width(str(values[n] or "-")) / 2, _WIDEST_COLUMN) for values in measured]
        width += max(display_width(heading) / 2, sum(cells) / max(len(cells), 1))
    return width


def _label_width(headings: Iterable[str]) -> float:
    """The width in ems in which no word of a heading is broken, within limits."""
    longest = max((display_width(word.rstrip()) for heading in headings for word in words(heading)), default=0)
    return min(max(float(_LABEL.partition("em")[0]), longest / 2), _WIDEST_LABEL)


def _class(role: str | None, values: Iterable[object]) -> str:
    """The class of a column in the style sheet: its role, or whether it holds web addresses, which may be long."""
    if role in _STYLED:
        return str(role)
    are_addresses = {str(value).startswith(_SCHEMES) for value in values if value is not None and value != ""}
    return "address" if are_addresses == {True} else "other"


def _tells(role: str | None, values: Sequence[object]) -> bool:
    """Whether a column with those values tells a reader anything."""
    different = {value for value in values if value is not None and value != ""}
    return bool(different) and role not in _FOR_PROGRAMS and not (role in _ALIKE and len(set(values)) == 1)


def _cell(value: object, role: str, label: str, sound: str) -> str:
    if value is None or value == "":
        return f'<td class="{role} none" data-label="{label}">-</td>'
    heard = f' data-sound="{sound}"' if sound else ""
    is_long = " long" if len(str(value)) > _LONG else ""
    # As it is, a reader of pages would take a line end for a space; <br> would part the text for the script and a grid.
    text = escape(safe_lines(str(value))).replace("\n", "&#10;")
    return f'<td class="{role}{is_long}" data-label="{label}"{heard}>{text}</td>'


def _choice(place: int, rows: Sequence[Values], layout: Layout) -> str:
    """A box to choose one of a column's values, in the order in which they come; nothing where there is one at most."""
    values = [value for value in dict.fromkeys(values[place] for values in rows) if value is not None and value != ""]
    if len(values) < 2:
        return ""
    everything = messages.ALL.worded(chinese=layout.chinese)
    options = "".join(f'<option value="{_safe(value)}">{_safe(value)}</option>' for value in values)
    label = _safe(layout.headings[place])
    start = f'<select name="{layout.columns[place].role}" data-column="{place}"><option value="">{everything}</option>'
    return f"<label>{label}{start}{options}</select></label>"


def _places(values: Sequence[object]) -> list[str]:
    """Each row's place by a column's value, in the order of `--sort`; the same for the same value, "" for none."""
    places: dict[object, str] = {None: "", "": ""}
    for value in sorted_by(values, lambda value: value):
        places.setdefault(value, str(len(places) - 1))
    return [places[value] for value in values]


def _found_by(values: Values, roles: Sequence[str]) -> tuple[str, list[str]]:
    """The folded values and initials by which a row is found, and the pinyin of each cell that is found by it.

    A space separates the values. Each syllable has a ' before it, and pinyin is found only from there: `ade` is not in
    jia de.
    """
    texts: dict[str, None] = {}
    sounds = []
    for value, role in zip(values, roles, strict=True):
        written = "" if value is None else str(value)
        text, initials, sound = _words(written)
        texts[text] = None
        if role in _FOUND_BY_SOUND:
            texts |= dict.fromkeys((initials, _numbered(written)))
        sounds.append(sound if role in _FOUND_BY_SOUND else "")
    return " ".join(filter(None, texts)), sounds


def _numbered(text: str) -> str:
    """A folded text with each number in digits between two #, so that 2 is not found in 22; "" without numbers."""
    folded, numbers = fold(text), title_numbers(text)
    for number in reversed(numbers):
        start, end = number.whole
        folded = f"{folded[:start]}#{number.value}#{folded[end:]}"
    return folded if numbers else ""


def _heard(sounds: Iterable[str]) -> str:
    """The common characters of each syllable in those sounds, by which the page knows the sound of a typed one."""
    wanted = {
        syllable for sound in sounds for syllable in sound.split("'") if syllable.isascii() and syllable.isalpha()
    }
    return "".join(
        syllable + "".join(characters) for syllable, characters in _by_syllable().items() if syllable in wanted
    )


@cache
def _by_syllable() -> dict[str, list[str]]:
    """The 3,755 most common characters (the first plane of GB 2312) by their syllable."""
    common = "".join(
        bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)
    )
    heard: dict[str, list[str]] = {}
    for character, syllable in zip(common, syllables(common), strict=True):
        if syllable:
            heard.setdefault(syllable, []).append(character)
    return heard


@cache
def _words(text: str) -> tuple[str, str, str]:
    """A text folded, its initials and its pinyin; a character without a reading is its own."""
    folded = fold(text)
    read = [said or character for said, character in zip(syllables(folded), folded, strict=True)]
    return folded, "".join(said[0] for said in read), "".join(f"'{said}" for said in read)


def _policy(css: str, js: str) -> str:
    """The content security policy: the page's own style and script may run, and nothing else."""
    style_hash, script_hash = (b64encode(sha256(part.encode()).digest()).decode() for part in (css, js))
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _safe(value: object) -> str:
    """A value as the text of an element or attribute, without characters that steer a terminal or a browser."""
    return escape(safe_text(str(value)))
