"""A page in Markdown that is a notice: its lines without the marks of Markdown."""

from collections.abc import Iterable

from awardcli.collection.user_file.notices.notice import MOST, Notice
from awardcli.collection.user_file.tables.table_rows import LOOKED_AT


def notice_lines_of(sample: str, lines: Iterable[str]) -> Iterable[str] | None:
    """The lines of a page in Markdown, without its marks, where they are a notice; else None.

    The titles of such a page are in title marks, or most of its lines are an award with its titles behind it.
    """
    from awardcli.collection.user_file.pages import markdown_page

    begin = list(markdown_page.plain_lines(sample, sample.splitlines()))
    notice = Notice([(at, [text], None) for at, text in enumerate(begin[:LOOKED_AT]) if text])
    captions = [notice.caption(text) for text in begin if text]
    labelled = sum(bool(caption.titles) for caption in captions)
    are_labelled = labelled > 1 and labelled >= MOST * (labelled + sum(not caption.names for caption in captions))
    marks = notice.title_marks
    if not (notice.has_captions and (are_labelled or (marks and notice.has_clear_items))):
        return None
    marked = [text for text in begin if marks and marks.search(text) and not notice.caption(text).titles]
    is_prose = sum(text.endswith("。") or len(text) > 80 for text in marked) > 0.2 * len(marked)
    return None if is_prose else markdown_page.plain_lines(sample, lines)
