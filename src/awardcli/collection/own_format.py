"""Our own JSON as results."""

from collections.abc import Mapping
from typing import Any

from awardcli.model import Category, Edition, Organization, Result


def results_of(document: Mapping[str, Any]) -> tuple[list[Edition], list[Category], list[Organization], list[Result]]:
    """The values of a document that has no problems."""
    editions = {record["number"]: Edition(**record) for record in document["editions"]}
    categories = {record["id"]: Category(**record) for record in document["categories"]}
    organizations = {record["name"]: Organization(**record) for record in document["organizations"]}
    results = [
        Result(
            id=record["id"],
            edition=editions[record["edition"]],
            category=categories[record["category"]],
            award=record["award"],
            title=record["title"],
            title_pinyin=record["title_pinyin"],
            organization="、".join(record["organizations"]) or None,
            organizations=tuple(organizations[name] for name in record["organizations"]),
            certainty=record["certainty"],
            note=record["note"],
            note_zh=record["note_zh"],
            printed=record["printed"],
        )
        for record in document["results"]
    ]
    return list(editions.values()), list(categories.values()), list(organizations.values()), results
