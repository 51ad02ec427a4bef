"""One file a verb: read the options, ask the core, hand the answer over."""

from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from typing import NamedTuple

from awardcli import messages
from awardcli.errors import ExitCode


class Verb(NamedTuple):
    """A command by name: what it does in a few words, and examples that work as they stand."""

    name: str
    summary: messages.Message
    examples: tuple[str, ...]
    setting_up: tuple[tuple[str, str], ...] = ()
    """Files of the user's, and the line to add to each before the command is of use."""

    def load(self) -> Callable[..., ExitCode]:
        """The command itself, imported at the moment it is asked for."""
        function = self.name.replace("-", "_") + "_" * iskeyword(self.name)
        command: Callable[..., ExitCode] = getattr(import_module(f"{__name__}.{function}"), function)
        return command


VERBS = {
    verb.name: verb
    for verb in (
        Verb(
            "search",
            messages.HELP_SEARCH,
            ("search 爱上海", "search aishangh --explain", "search 静安公安 -f json", "search 上海 --in any"),
        ),
        Verb(
            "list-by-category",
            messages.HELP_LIST_BY_CATEGORY,
            ("list-by-category", "list-by-category 微电影", "list-by-category micro-film --district 嘉定区"),
        ),
        Verb(
            "list-by-organization",
            messages.HELP_LIST_BY_ORGANIZATION,
            (
                "list-by-organization",
                "list-by-organization 黄浦分局",
                "list-by-organization 融媒体 -c organization,title",
            ),
        ),
        Verb(
            "browse",
            messages.HELP_BROWSE,
            ("browse", "browse aishangh", "browse --category 微视频 -f json"),
        ),
        Verb("show", messages.HELP_SHOW, ("show 9-micro-film-05", "show 9-theme-award-07 -f json")),
        Verb(
            "stats",
            messages.HELP_STATS,
            ("stats", "stats --by district --category 微电影", "stats --by district -o districts.svg"),
        ),
        Verb(
            "export",
            messages.HELP_EXPORT,
            ("export awards.csv", "export awards.xlsx --header zh", "export police.html --kind police"),
        ),
        Verb("about", messages.HELP_ABOUT, ("about", "about --data my-list.csv")),
        Verb(
            "match",
            messages.HELP_MATCH,
            ("match my-list.csv", "match my-list.csv -o matched.csv", "match my-list.csv --field organization"),
        ),
        Verb("validate", messages.HELP_VALIDATE, ("validate my-list.csv",)),
        Verb(
            "import",
            messages.HELP_IMPORT,
            (
                "import 2021.csv 2022.csv -o films.awards",
                "import more.csv -o films.awards --append --rejects refused.csv",
                "import old.csv -o films.awards --encoding gb18030 --column title=剧名",
            ),
        ),
        Verb(
            "completion",
            messages.HELP_COMPLETION,
            ("completion bash", "completion zsh", "completion fish"),
            setting_up=(
                ("~/.bashrc", 'eval "$(awardcli completion bash)"'),
                ("~/.zshrc", 'eval "$(awardcli completion zsh)"'),
                ("~/.config/fish/config.fish", "awardcli completion fish | source"),
            ),
        ),
    )
}
