"""Headings that have no role: they number the rows of a table, or end in a known word and mean something else."""

from awardcli.language.fold import to_simplified

NUMBERS = frozenset(("序号", "番号", "No.", "No", "#", "№"))
"""Headings of columns that number the rows of a table."""
_WITHOUT_ROLES = (
    "生年、卒年、联系人、填表人、经办人、审核人、责任人、评审人、评审员、评审委员、选考委员、审查员、审查委员、"
    "裁判员、记录员、工作人员、证明人、监护人、评审专家、法人、法定代表人、本人、读者、录入人、统计人、提名"
)


def is_numbering(heading: str) -> bool:
    """Whether the column of that heading numbers the rows: 序号, No."""
    return to_simplified(heading) in NUMBERS


def has_no_role(heading: str) -> bool:
    """Whether a heading has no role although it ends in a known word: 联系人."""
    return to_simplified(heading) in _WITHOUT_ROLES.split("、")
