"""A result as it is compared."""

from functools import cached_property

from awardcli.model import FieldName, Result
from awardcli.search.field import Field

_NO_ORGANIZATION = Field("organization", "")
"""What all results without one share: a list may name none."""


class Candidate:
    """A result being compared; each of its fields is prepared when a step first looks at it."""

    def __init__(self, result: Result) -> None:
        self.result = result

    @cached_property
    def title(self) -> Field:
        return Field("title", self.result.title or "", self.result.title_pinyin)

    @cached_property
    def organization(self) -> Field:
        if not self.result.organization:
            return _NO_ORGANIZATION
        pinyin = [organization.pinyin for organization in self.result.organizations]
        known = " ".join(part for part in pinyin if part) if all(pinyin) else None
        return Field("organization", self.result.organization, known)

    def field(self, name: FieldName) -> Field:
        """The field of that name."""
        return self.title if name == "title" else self.organization
