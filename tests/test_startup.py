"""Starting up is the user's wait: what a command does not need, it does not import."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from support import environment

# Runs a command line in pipes and tells, behind whatever that says, which modules are there at the end.
TELLING = """
import sys
from awardcli.cli.app import run
code = run(sys.argv[1:])
import json
sys.stderr.write("\\n" + json.dumps([int(code), sorted(sys.modules)]))
"""

HEAVY = [
    "rich",
    "rapidfuzz",
    "numpy",
    "sqlite3",
    "pydantic",
    "pypinyin",
    "opencc",
    "jieba",
    "click",
    "importlib.metadata",
]
FOR_FILES = ["csv", "tempfile", "difflib", "shlex", "textwrap", "locale"]


@cache
def imported(*arguments: str) -> frozenset[str]:
    """The modules that a command line needs; coverage itself would import some of them."""
    env = {name: value for name, value in environment().items() if not name.startswith(("COVERAGE", "COV_"))}
    ran = subprocess.run(
        [sys.executable, "-c", TELLING, *arguments],
        env=env,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    code, modules = json.loads(ran.stderr.rpartition("\n")[2])
    assert code in (0, 1)
    return frozenset(modules)


@cache
def typer_alone() -> frozenset[str]:
    env = {name: value for name, value in environment().items() if not name.startswith(("COVERAGE", "COV_"))}
    code = "import typer, json, sys; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True)
    return frozenset(json.loads(ran.stdout))


def found(modules: frozenset[str], names: list[str]) -> set[str]:
    """Those of the names that were imported, as a whole or in part."""
    return {name for name in names if any(module == name or module.startswith(f"{name}.") for module in modules)}


LIGHT = [("--help",), ("-V",), ("search", "上海"), ("search", "上海", "--count"), ("search", "科幻", "--exact")]


@pytest.mark.parametrize("arguments", LIGHT, ids=" ".join)
def test_the_commonest_commands_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert found(imported(*arguments), HEAVY) == set()


@pytest.mark.parametrize("arguments", [("--help",), ("-V",)], ids=" ".join)
def test_help_and_version_read_no_data_and_write_no_files(arguments: tuple[str, ...]) -> None:
    modules = imported(*arguments) - typer_alone()
    assert found(modules, FOR_FILES) == set()
    assert (
        found(modules, ["awardcli.collection.user_file.text_file", "awardcli.search.find", "awardcli.output.table"])
        == set()
    )


def test_a_literal_search_imports_no_later_step_and_nothing_for_files() -> None:
    modules = imported("search", "上海", "-f", "json")
    assert found(modules, ["awardcli.search.near", "awardcli.search.sound", "awardcli.search.typed_term"]) == set()
    assert found(modules, ["awardcli.collection.own_json", "awardcli.output.atomic_file"]) == set()
    assert found(modules, ["awardcli.language.numerals", "awardcli.language.grams"]) == set()


def test_a_search_of_a_list_that_finds_nothing_imports_nothing_for_indexes_and_several_processes() -> None:
    modules = imported("search", "完全没有的东西")
    assert found(modules, ["awardcli.search.by_index", "awardcli.processes", "concurrent", "multiprocessing"]) == set()


def test_rich_comes_with_a_table_and_with_nothing_else() -> None:
    assert "rich" in imported("search", "上海", "-f", "table")
    assert "rich" not in imported("search", "老潘的茶啡店")
    assert "rich" not in imported("list-by-category", "微电影", "-f", "md")
    assert "rich" not in imported("stats", "--by", "district")


def test_a_chart_is_drawn_by_what_only_a_chart_needs() -> None:
    assert found(imported("stats"), ["xml"]) == set()
    assert found(imported("stats", "-f", "svg"), ["rich", "xml"]) == {"xml"}


@pytest.mark.parametrize("arguments", LIGHT[:3], ids=" ".join)
def test_beyond_typer_there_is_little_to_import(arguments: tuple[str, ...]) -> None:
    beyond = {name for name in imported(*arguments) - typer_alone() if not name.startswith("awardcli")}
    # What a list in JSON and a pipe of TSV need: json and its parts, csv and its parts, and whoever tells us.
    assert len(beyond) <= 12, sorted(beyond)


def test_no_command_is_imported_but_the_one_that_runs() -> None:
    modules = imported("search", "上海")
    commands = {name.rpartition(".")[2] for name in modules if name.startswith("awardcli.commands.")}
    assert commands - {"filtered_list", "options"} == {"search"}


def test_nothing_needs_click() -> None:
    for path in (Path(__file__).parents[1] / "src").rglob("*.py"):
        assert "import click" not in path.read_text(encoding="utf-8")
        assert "from click" not in path.read_text(encoding="utf-8")
