"""The table of commands; each has a module that takes the options, asks the core and delivers the answer."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from awardcli import messages
from awardcli.errors import ExitCode
from awardcli.messages import Message


class Verb(NamedTuple):
    """A command: the group that lists it, a summary, and examples that work when copied."""

    name: str
    group: Message
    summary: Message
    examples: tuple[str, ...]
    setup: tuple[tuple[str, str], ...] = ()
    """Configuration files of the user, and the line to add to each to use the command."""
    module: str | None = None
    """The name of its module and function, where that differs from its own."""

    def load(self) -> Callable[..., ExitCode]:
        """Import the module of the command, and give its function."""
        name = self.module or self.name.replace("-", "_")
        command: Callable[..., ExitCode] = getattr(import_module(f"{__name__}.{name}"), name)
        return command


VERBS = {
    verb.name: verb
    for verb in (
        Verb(
            "search",
            messages.GROUP_FIND,
            messages.HELP_SEARCH,
            ("search 爱上海", "search aishangh --explain", "search 静安公安 -f json", "search 上海 --in any"),
        ),
        Verb(
            "show",
            messages.GROUP_FIND,
            messages.HELP_SHOW,
            ("show 咏梅", "show 9-micro-film-05", "show 9-theme-award-07 -f json"),
        ),
        Verb(
            "browse",
            messages.GROUP_FIND,
            messages.HELP_BROWSE,
            ("browse", "browse aishangh", "browse --category 微视频 -f json"),
        ),
        Verb(
            "list",
            messages.GROUP_LIST,
            messages.HELP_LIST,
            ("list", "list --district 嘉定 --category 微电影", "list --kind police --count"),
            module="list_",
        ),
        Verb(
            "list-by-category",
            messages.GROUP_LIST,
            messages.HELP_LIST_BY_CATEGORY,
            ("list-by-category", "list-by-category 微电影", "list-by-category micro-film --district 嘉定区"),
        ),
        Verb(
            "list-by-organization",
            messages.GROUP_LIST,
            messages.HELP_LIST_BY_ORGANIZATION,
            (
                "list-by-organization",
                "list-by-organization 黄浦分局",
                "list-by-organization 融媒体 -c organization,title",
            ),
        ),
        Verb(
            "stats",
            messages.GROUP_LIST,
            messages.HELP_STATS,
            ("stats", "stats --by district --category 微电影", "stats --by district -o districts.svg"),
        ),
        Verb("about", messages.GROUP_LIST, messages.HELP_ABOUT, ("about", "about --data my-list.csv")),
        Verb(
            "export",
            messages.GROUP_HAND_ON,
            messages.HELP_EXPORT,
            ("export awards.xlsx", "export police.html --kind police", "export 嘉定.csv --district 嘉定"),
        ),
        Verb(
            "match",
            messages.GROUP_OWN_LISTS,
            messages.HELP_MATCH,
            ("match my-list.csv", "match my-list.csv -o matched.csv", "match my-list.csv --field organization"),
        ),
        Verb("validate", messages.GROUP_OWN_LISTS, messages.HELP_VALIDATE, ("validate my-list.csv",)),
        Verb(
            "import",
            messages.GROUP_OWN_LISTS,
            messages.HELP_IMPORT,
            (
                "import 2021.csv 2022.csv -o films.awards",
                "import more.csv -o films.awards --append --rejects refused.csv",
                "import old.csv -o films.awards --encoding gb18030 --column title=剧名",
            ),
            module="import_",
        ),
        Verb(
            "completion",
            messages.GROUP_HELP,
            messages.HELP_COMPLETION,
            ("completion bash", "completion zsh", "completion fish"),
            setup=(
                ("~/.bashrc", 'eval "$(awardcli completion bash)"'),
                ("~/.zshrc", 'eval "$(awardcli completion zsh)"'),
                ("~/.config/fish/config.fish", "awardcli completion fish | source"),
            ),
        ),
        Verb(
            "help",
            messages.GROUP_HELP,
            messages.HELP_OF_HELP,
            ("help search", "help options", "help codes"),
            module="help_",
        ),
    )
}

SYNONYMS = {"find": "search", "version": "--version"}
"""The names of commands in other tools."""
_SHORTEST_PREFIX = 3
"""The fewest letters of an abbreviated command: `sh` is a search for 上海 by its initials."""


def commands_near(word: str) -> list[str]:
    """The commands that a word nearly names: by a synonym, its beginning or a typing slip; none for other words.

    >>> commands_near("list-by"), commands_near("serch"), commands_near("aishanghai")
    (['list-by-category', 'list-by-organization'], ['search'], [])
    """
    if word in SYNONYMS:
        return [SYNONYMS[word]]
    begun = [name for name in VERBS if len(word) >= _SHORTEST_PREFIX and name.startswith(word)]
    if begun or not word.isascii():
        return begun
    from awardcli.errors import close_names

    return close_names(word, VERBS)
