"""The papers say what the program does, in both languages."""

import doctest
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools.refresh_readme import NOT_RUN, PAGES, READMES, ROOT, commands, refreshed

import awardcli
from awardcli.cli import app
from awardcli.commands import VERBS
from awardcli.errors import ExitCode
from awardcli.vocabulary import FLAT, metavar
from support import WHOLE

ALL_TEXT = {name: (ROOT / name).read_text(encoding="utf-8") for name in PAGES}
TEXT = {name: ALL_TEXT[name] for name in READMES}
SECTIONS = {
    "Two commands": "两条命令",
    "Find, list, hand on": "查找、列出、导出",
    "Your own list": "自己的名单",
    "Which of yours won what": "哪些作品得了奖",
    "How well it works": "效果如何",
    "From Python": "在 Python 中使用",
    "Where to read on": "更多文档",
    "Contributing and licence": "参与和许可",
}
"""The sections of the READMEs."""
REFERENCE = {
    "Commands": "命令",
    "Searching": "查找",
    "Completion": "补全",
    "Exit codes": "退出码",
    "Environment variables": "环境变量",
    "Limits": "局限",
}
"""The sections of the page of commands."""
COMMANDS = {"docs/commands.md": "en", "docs/commands.zh-CN.md": "zh"}
LONGEST_README = 180

each_readme = pytest.mark.parametrize("name", READMES)
each_reference = pytest.mark.parametrize("name", COMMANDS)
each_page = pytest.mark.parametrize("name", PAGES)
each_pair = pytest.mark.parametrize("name", [name for name, language in PAGES.items() if language == "en"])


def in_chinese(name: str) -> str:
    """The page that says the same in Chinese."""
    return f"{name.removesuffix('.md')}.zh-CN.md"


def section(name: str, english: str) -> str:
    """The text of a page under the heading that says this in English."""
    heading = (SECTIONS | REFERENCE)[english] if PAGES[name] == "zh" else english
    _, _, after = ALL_TEXT[name].partition(f"\n## {heading}\n")
    assert after, f"{name} has no section {heading}"
    return after.partition("\n## ")[0]


def first_table(text: str) -> list[list[str]]:
    """The rows of the first Markdown table of a text, cell by cell, without its heading."""
    _, _, after = text.partition("|---|")
    rows = after.partition("\n")[2].partition("\n\n")[0].splitlines()
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", text)


def options(text: str) -> set[str]:
    """The options that a text names."""
    return set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", text))


# The session


@pytest.mark.parametrize("name", PAGES if WHOLE else ["README.md"])
def test_every_command_prints_what_the_page_shows(name: str) -> None:
    assert refreshed(ALL_TEXT[name], PAGES[name]).splitlines() == ALL_TEXT[name].splitlines()


def test_output_that_changed_is_noticed() -> None:
    readme = "Here:\n```console\n$ awardcli search 科幻\nold\n$ echo $?\n0\n```\nThere.\n"
    shown = "Here:\n```console\n$ awardcli search 科幻\n在 77 条结果中没有找到“科幻”\n$ echo $?\n1\n```\nThere.\n"
    assert refreshed(readme, "zh") == shown


@each_pair
def test_both_languages_of_a_page_show_the_same_commands(name: str) -> None:
    assert commands(ALL_TEXT[name]) == commands(ALL_TEXT[in_chinese(name)])


@each_readme
def test_only_setting_up_is_left_to_the_reader(name: str) -> None:
    assert [command for command in commands(TEXT[name]) if command.split()[0] in NOT_RUN] == [
        "pipx install .",
        "make demo",
        "make test",
    ]


@each_readme
def test_the_first_screen_installs_and_answers(name: str) -> None:
    first_screen = TEXT[name].splitlines()[:24]
    assert "$ pipx install ." in first_screen
    assert any("老潘的咖啡店" in line for line in first_screen)


def test_every_file_that_contributing_names_exists() -> None:
    package = ROOT / "src" / "awardcli"
    folders = [
        ROOT,
        package,
        package / "collection" / "user_file",
        package / "language" / "tables",
        ROOT / "bench/search",
    ]
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/.-]+\.(?:py|txt|tsv|md|toml|yml|yaml|json))`", text)
    assert len(named) > 20
    assert [name for name in named if not any((folder / name).exists() for folder in folders)] == []


@each_readme
def test_a_readme_is_short_enough_to_be_read(name: str) -> None:
    assert len(TEXT[name].splitlines()) <= LONGEST_README


@each_page
def test_the_python_examples_of_a_page_give_what_they_show(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(examples(ALL_TEXT[name]), {}, name, name, 0)
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("name", [*READMES, "docs/api.md", "docs/api.zh-CN.md"])
def test_a_page_about_python_has_examples(name: str) -> None:
    assert examples(ALL_TEXT[name]).count(">>> ") > 5


def examples(text: str) -> str:
    """The Python sessions of a page, as one."""
    return "".join(re.findall(r"^```pycon\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


# Both languages


def test_both_readmes_have_the_same_sections_in_the_same_order() -> None:
    english, chinese = (re.findall(r"^#+ (.*)", text, re.MULTILINE) for text in TEXT.values())
    assert english == ["awardcli", *SECTIONS]
    assert chinese == ["awardcli", *SECTIONS.values()]


@pytest.mark.parametrize("english", REFERENCE)
def test_both_pages_of_commands_have_equal_tables(english: str) -> None:
    """As many rows in each section, and the same names in their first cells."""
    tables = [first_table(section(name, english)) for name in COMMANDS]
    in_english, in_chinese = ([quoted(row[0]) for row in table] for table in tables)
    if english != "Environment variables":
        in_english = [[metavar(name, chinese=True) for name in names] for names in in_english]
    assert in_english == in_chinese


def test_both_readmes_name_the_same_options() -> None:
    english, chinese = map(options, TEXT.values())
    assert english == chinese


def test_both_pages_of_commands_name_the_same_options() -> None:
    english, chinese = (options(ALL_TEXT[name]) for name in COMMANDS)
    assert english == chinese


# The program


@each_reference
def test_the_table_of_commands_has_every_command(name: str) -> None:
    assert [quoted(row[0])[0].split()[0] for row in first_table(section(name, "Commands"))] == list(VERBS)


@each_reference
def test_the_exit_codes_are_those_of_the_program(name: str) -> None:
    assert [int(row[0]) for row in first_table(section(name, "Exit codes"))] == [int(code) for code in ExitCode]


@pytest.mark.parametrize("name", [*READMES, *COMMANDS])
def test_options_and_variables_are_those_of_the_help(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for arguments in ([], ["help", "codes"], *([verb, "--help"] for verb in VERBS)):
        assert app.run(arguments) is ExitCode.ANSWERED
    told = capfdbinary.readouterr().out.decode()
    text = ALL_TEXT[name]
    shown = {option for command in commands(text) if "awardcli" not in command for option in options(command)}
    assert options(text) - shown - {"--no-bom"} <= options(told)
    if name in COMMANDS:
        assert {quoted(row[0])[0] for row in first_table(section(name, "Environment variables"))} == set(
            re.findall(r"AWARDCLI_[A-Z]+|[A-Z]+_COLOR|PAGER", told)
        )


@pytest.mark.parametrize("name", ["docs/output.md", "docs/output.zh-CN.md"])
def test_the_columns_are_named_in_their_order(name: str) -> None:
    assert [column for column in quoted(ALL_TEXT[name]) if column in FLAT][: len(FLAT)] == list(FLAT)


# The data


@pytest.mark.parametrize("name", ["docs/data.md", "docs/data.zh-CN.md"])
def test_the_figures_are_those_of_the_data(name: str) -> None:
    films = awardcli.open_collection()
    edition = films.editions[0]
    figures = {
        edition.honoured_works,
        len(films) - (edition.honoured_works or 0),
        len(films),
        len({result.organization for result in films}),
        len(films.organizations),
    }
    assert figures <= set(map(int, re.findall(r"(?<![\d-])\d+(?![\d-])", ALL_TEXT[name])))


def tables(name: str) -> list[list[list[str]]]:
    """Every table of a page, as `first_table`."""
    return [first_table("|---|" + after) for after in re.split(r"^\|---\|", ALL_TEXT[name], flags=re.MULTILINE)[1:]]


@pytest.mark.parametrize("name", ["docs/data.md", "docs/data.zh-CN.md"])
def test_the_page_on_the_data_has_every_field_and_all_that_is_uncertain(name: str) -> None:
    data = json.loads((ROOT / "data" / "results.json").read_text(encoding="utf-8"))
    parts, certainties, doubts = tables(name)
    assert [(quoted(part)[0], quoted(fields)) for part, fields in parts] == [
        (part, list(records[0])) for part, records in data.items()
    ]
    counts = Counter(result["certainty"] for result in data["results"])
    assert {quoted(certainty)[0]: int(count) for certainty, _, count in certainties} == counts
    note = "note" if PAGES[name] == "en" else "note_zh"
    assert doubts == [
        [f"`{r['id']}`", r["title"] or "-", "、".join(r["organizations"]), f"`{r['certainty']}`", r[note]]
        for r in data["results"]
        if r["certainty"] != "printed"
    ]
    assert " ".join(f"`{column}`" for column in FLAT) in ALL_TEXT[name].splitlines()


# The other papers


def test_the_citation_and_the_changelog_name_this_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.*)", citation, re.MULTILINE) == [awardcli.__version__]
    changes = re.findall(r"^## (.*)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert awardcli.__version__ in changes[0]


def papers() -> list[Path]:
    return [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]


def links(paper: Path) -> list[str]:
    """The targets of a paper's links that are not elsewhere on the web."""
    targets = re.findall(r"\]\(([^)\s]+)\)", paper.read_text(encoding="utf-8"))
    return [target for target in targets if not re.match(r"https?:|mailto:", target)]


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.name)
def test_every_link_leads_to_a_file(paper: Path) -> None:
    assert [link for link in links(paper) if not (paper.parent / link.partition("#")[0]).exists()] == []


def anchors(paper: Path) -> set[str]:
    """What a link may name behind # in a paper: its headings, as GitHub spells them."""
    headings = re.findall(r"^#+ (.*)", paper.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.name)
def test_every_link_into_a_page_leads_to_a_heading(paper: Path) -> None:
    parts = [link.partition("#") for link in links(paper) if "#" in link]
    lost = [
        name + "#" + anchor
        for name, _, anchor in parts
        if anchor not in anchors(paper.parent / name if name else paper)
    ]
    assert lost == []


@each_pair
def test_both_languages_of_a_page_link_to_each_other(name: str) -> None:
    english, chinese = ROOT / name, ROOT / in_chinese(name)
    assert chinese.name in links(english)
    assert english.name in links(chinese)


@pytest.mark.parametrize("name", [name for name in PAGES if name not in READMES])
def test_the_readme_leads_to_every_page_in_its_language(name: str) -> None:
    [readme] = (readme for readme, language in READMES.items() if language == PAGES[name])
    assert name in links(ROOT / readme)


@each_pair
def test_both_languages_of_a_page_have_the_same_parts(name: str) -> None:
    parts = [re.findall(r"^(#+ |```\w+|\|---)", ALL_TEXT[page], re.MULTILINE) for page in (name, in_chinese(name))]
    assert parts[0] == parts[1]


# Every file

NOT_OURS = {"build", "dist", "__pycache__"}
ELSEWHERE = re.compile(
    r"(?:pypi|pythonhosted|npmjs|crates|rubygems|anaconda)[.](?:org|io|com)"  # a registry by name
    r"|https?://[^\s\"'<>]+/simple\b"  # any package index
    r"|(?<![\w.~$}/])/(?:home|root|Users)/\w"  # a user's folder
    r"|[A-Z]:\\Users\\"
)


def committed_texts() -> Iterator[tuple[Path, str]]:
    """Every text of the checkout that is not made by a tool."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [
            f for f in folders if f == ".ci" or not (f.startswith(".") or f in NOT_OURS or f.endswith("info"))
        ]
        for file in sorted(Path(folder, name) for name in files if not name.startswith(".coverage")):
            yield file, file.read_text(encoding="utf-8", errors="ignore")


def test_no_text_names_a_package_registry_or_a_home() -> None:
    texts = dict(committed_texts())
    assert {ROOT / "README.md", ROOT / "pyproject.toml", ROOT / ".pre-commit-config.yaml", Path(__file__)} <= set(texts)
    found = [(file.relative_to(ROOT), match[0]) for file, text in texts.items() for match in ELSEWHERE.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [f"https://py{'pi'}.org/project/x", f"index-url = https://mirror.example/{'simple'}/", f"cd /{'home'}/me/awardcli"],
)
def test_what_a_text_may_not_name_is_recognised(text: str) -> None:
    assert ELSEWHERE.search(text)
