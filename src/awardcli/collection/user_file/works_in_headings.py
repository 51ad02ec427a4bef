"""Pages whose headings name an award with its work, above items that name who made it: a row for each heading.

## Best Paper: Slow Rain
- Ada Ono (City University)
- Bo Vega
"""

import re
from collections.abc import Sequence

from awardcli import vocabulary
from awardcli.collection.user_file.columns.heading_words import is_chinese
from awardcli.collection.user_file.markdown_page import ITEM, front_matter, plain
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import is_award
from awardcli.collection.user_file.table_lines import Line, are_most
from awardcli.collection.user_file.tables.cell_items import WINNER
from awardcli.language.awards import is_of_people
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON

_HEADING = re.compile(r"#{1,6}[ \t]+(?P<text>.*?)[# \t]*$")
_AWARD_AND_WORK = lazy_pattern(
    r"(?P<award>[^:：\u3000|｜]+?)(?:\s*[:：|｜\u3000]\s*|\s{2,}|\s+[-–—]\s+)(?P<title>\S.*)"
)
_PERSON = chinese_pattern(rf"{PERSON.pattern}|.+\s*(?:殿|さん|様|氏|先生|女士)")
_AND_BODY = lazy_pattern(r"(?P<name>.*?)\s*[(（](?P<body>[^()（）]+)[)）]")


def works_in_headings(account: Account, page: Sequence[str]) -> list[Line] | None:
    """The rows of such a page, its heading first, where two headings or more are such and most items name somebody."""
    rows: list[tuple[int, str, str, list[str]]] = []
    aside: list[tuple[int, str]] = []
    is_open = False
    for number, line in enumerate(page, start=1):
        if heading := _HEADING.match(line):
            found = _AWARD_AND_WORK.fullmatch(plain(heading["text"]))
            is_open = found is not None and is_award(found["award"].strip())
            if found and is_open:
                rows.append((number, found["award"].strip(), found["title"], []))
            else:
                aside.append((number, line))
        elif is_open and (item := ITEM.match(line)):
            rows[-1][3].append(plain(item[1].strip()))
        elif is_open and line[:1].isspace() and line.strip() and rows[-1][3]:
            rows[-1][3][-1] += plain(line.strip())  # the item goes on
        elif line.strip():
            aside.append((number, line))
    who = [name for *_, names in rows for name in names]
    are_of_people = any(is_of_people(award) for _, award, _, _ in rows)  # whose work is none
    if len(rows) < 2 or not all(names for *_, names in rows) or are_of_people or not are_most(_names_somebody, who):
        return None
    skipped = front_matter("\n".join(page)).count("\n")
    for number, line in (each for each in aside if each[0] > skipped):
        account.put_aside(number, [line.strip()], "section" if line.startswith("#") else "signature")
    chinese = is_chinese([award for _, award, _, _ in rows])
    names = [*(vocabulary.heading(role, chinese=chinese) for role in ("award", "title")), WINNER[chinese]]
    return [(0, names, None), *((number, [award, title, "、".join(by)], None) for number, award, title, by in rows)]


def _names_somebody(text: str) -> bool:
    """Whether an item surely names who made a work, and is none: 张三, 中川 草 殿, Ada Ono (City University)."""
    found = _AND_BODY.fullmatch(text)
    is_of_body = found is not None and (names_body(found["body"]) or _BODY.search(found["body"]) is not None)
    return is_of_body or _PERSON.fullmatch(found["name"] if found else text) is not None


_BODY = lazy_pattern(r"\b(?:Universit|Institut|College|School|Academy|Research|Lab|Inc\b|Corp|Ltd|[A-Z]{3,}$)")
