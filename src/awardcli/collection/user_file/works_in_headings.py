"""Works that are headings of a page in Markdown, with their awards in or above these, and who made them below.

## Best Paper: Rain      ## 最佳论文
- Ada Ono (MIT)          ### 春的研究
                         张三、李四
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from awardcli import vocabulary
from awardcli.collection.user_file import section_names
from awardcli.collection.user_file.columns.heading_words import is_chinese, known
from awardcli.collection.user_file.markdown_page import ITEM, plain
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.refused_formats import front_matter
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import is_award
from awardcli.collection.user_file.table_lines import Line, are_most
from awardcli.collection.user_file.tables.cell_items import WINNER
from awardcli.language.awards import is_of_people
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON, organization_names

_HEADING = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<text>.*?)[# \t]*$")
_COLON = re.compile("[:： ]+$")
_AWARD_AND_WORK = lazy_pattern(
    r"(?P<award>[^:：\u3000|｜]+?)(?:\s*[:：|｜\u3000]\s*|\s{2,}|\s+[-–—]\s+)(?P<title>\S.*)"
)
_PERSON = chinese_pattern(rf"{PERSON.pattern}|.+\s*(?:殿|さん|様|氏|先生|女士)")
_AND_BODY = lazy_pattern(r"(?P<name>.*?)\s*[(（](?P<body>[^()（）]+)[)）]")


class _WorkInHeading(NamedTuple):
    """A work in a heading: its line, its award, and the items or the line below that tell who made it."""

    line: int
    award: str
    title: str
    items: list[str]
    text: list[str]


def works_in_headings(account: Account, page: Sequence[str]) -> list[Line] | None:
    """The rows of a page with awards and works in headings, its own heading first; None for another page.

    Two headings or more are such, an award with its work or a work below that of its award, and most items, or the line
    below, surely name somebody.
    """
    works: list[_WorkInHeading] = []
    aside: list[tuple[int, str]] = []
    above: tuple[int, str] | None = None
    """The level of the last heading that names an award only, and the award."""
    work: _WorkInHeading | None = None
    for number, line in enumerate(page, start=1):
        if heading := _HEADING.match(line):
            text, level = plain(heading["text"]), len(heading["level"])
            both, award = _AWARD_AND_WORK.fullmatch(text), _COLON.sub("", text)
            work = None
            if both and is_award(both["award"].strip()):
                work = _WorkInHeading(number, both["award"].strip(), both["title"], [], [])
            elif above and level > above[0]:
                work = _WorkInHeading(number, above[1], text, [], [])
            else:
                above = (level, award) if is_award(award) else None
            if work:
                works.append(work)
            else:
                aside.append((number, line))
        elif work and (item := ITEM.match(line)):
            work.items.append(plain(item[1].strip()))
        elif work and line[:1].isspace() and line.strip() and work.items:
            work.items[-1] += plain(line.strip())  # the item goes on
        elif work and above and line.strip("- \t\r\n") and not (work.items or work.text):
            work.text.append(plain(line.strip()))
        elif line.strip("- \t\r\n"):
            aside.append((number, line))
    if len(works) < 2 or not all(work.items or work.text for work in works) or not _name_makers(works):
        return None
    skipped = front_matter("\n".join(page)).count("\n")
    for number, line in (each for each in aside if each[0] > skipped):
        account.put_aside(number, [line.strip()], "section" if line.startswith("#") else "signature")
    chinese = is_chinese([work.award for work in works])
    names = [*(vocabulary.heading(role, chinese=chinese) for role in ("award", "title")), WINNER[chinese]]
    rows = ((work.line, [work.award, work.title, "、".join([*work.items, *work.text])], None) for work in works)
    return [(0, names, None), *rows]


def _name_makers(works: Sequence[_WorkInHeading]) -> bool:
    """Whether most of what is below works names who made them, and these are neither people nor other words."""
    items = [item for work in works for item in work.items]
    texts = [text for work in works for text in work.text]
    may_be_people = (work for work in works if work.items or _names_people(work.title))  # not below Best New Direction
    are_of_people = any(is_of_people(work.award) for work in may_be_people)
    are_works = not any(section_names.is_section(work.title) or known(work.title) for work in works)
    if texts and (not are_works or are_most(_names_people, [work.title for work in works if work.text])):
        return False
    named = sum(map(_names_somebody, items)) + sum(map(_names_people, texts))
    return not are_of_people and named * 2 > len(items) + len(texts)


def _names_people(text: str) -> bool:
    """Whether a line names people only, each by several words: Ada Ono, Bo de Vega and Cy Fox; 张三、李四."""
    return _PEOPLE.fullmatch(text) is not None or all(map(_names_somebody, organization_names(text)))


_NAME = (
    r"[A-ZÀ-ÞŁŠŽ][\w'’.-]*(?: (?:d[aeiou]s?|del|van|von|der|den|l[ae]|el|bin|al|ter))*(?: [A-ZÀ-ÞŁŠŽ][\w'’.-]*){1,4}"
)
_PEOPLE = lazy_pattern(rf"{_NAME}(?:(?:, and |, | and | & ){_NAME})*")


def _names_somebody(text: str) -> bool:
    """Whether an item surely names who made a work, and is none: 张三, 中川 草 殿, Ada Ono (City University)."""
    found = _AND_BODY.fullmatch(text)
    is_of_body = found is not None and (names_body(found["body"]) or _BODY.search(found["body"]) is not None)
    return is_of_body or _PERSON.fullmatch(found["name"] if found else text) is not None


_BODY = lazy_pattern(r"\b(?:Universit|Institut|College|School|Academy|Research|Lab|Inc\b|Corp|Ltd|[A-Z]{3,}$)")
