"""Search: the query, the steps, the hits. Knows nothing of how an answer is shown."""

from awardcli.search.finding import find
from awardcli.search.hits import Answer
from awardcli.search.query import Query
from awardcli.search.steps import Step

__all__ = ["Answer", "Query", "Step", "find"]
