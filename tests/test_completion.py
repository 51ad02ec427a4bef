"""What TAB offers, and that no shell runs a name out of a user's list as a command."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import pytest

from awardcli import messages
from awardcli.collection import open_collection
from awardcli.commands import VERBS
from awardcli.commands.options import EVERYWHERE, Option, options_of
from awardcli.completion import offers as module
from awardcli.completion import shells
from awardcli.completion.offers import Line, offers
from awardcli.completion.shells import words_of
from awardcli.output.formats import FORMATS
from awardcli.vocabulary import FLAT
from conftest import Run
from support import WHOLE, environment, in_copy, process, written
from typing_in import SHELLS, typing_in

T = TypeVar("T")
FILMS = open_collection()
BREAKS = " \t\n\"'><=;|&(:"
each_shell = pytest.mark.parametrize("shell", SHELLS)


def offered(line: str) -> list[str]:
    """The words offered at the end of a line."""
    *before, typed = (word.text for word in words_of(line))
    return [offer.word for offer in offers(Line(before, typed)).words]


def wants_a_file(line: str) -> bool:
    *before, typed = (word.text for word in words_of(line))
    return offers(Line(before, typed)).file


def asked(*told: str, **env: str) -> str:
    """What a copy of this process answers to what a shell asks, without a word beside it."""
    ran = in_copy("__complete", *told, program=shells.main, env=env)
    assert ran.err == ""
    return ran.out


def in_bash(line: str, behind: str = "", **env: str) -> list[str]:
    """What bash is given to put in place of the last word, or of a part of it."""
    return asked("bash", f"awardcli {line}", behind, BREAKS, **env).splitlines()


def options(verb: str) -> list[Option]:
    return [*options_of(VERBS[verb].load()).values(), *EVERYWHERE.values()]


# what is offered


def test_commands_are_offered_with_what_they_do() -> None:
    assert offered("") == list(VERBS)
    assert [offer.meaning for offer in offers(Line([], "")).words] == [verb.summary() for verb in VERBS.values()]
    assert offered("list-by-c") == ["list-by-category"]
    assert offered("--data own.csv --lang zh sea") == ["search"]


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_of_every_command_is_offered(verb: str) -> None:
    flags = {spelling for option in options(verb) for spelling in option.spellings}
    assert set(offered(f"{verb} --")) == {flag for flag in flags if flag.startswith("--")}


@pytest.mark.parametrize("verb", VERBS)
def test_every_choice_of_an_option_is_offered(verb: str) -> None:
    for known in (option for option in options(verb) if option.choices and option.flags):
        flag, choices = known.spellings[-1], list(known.choices)
        assert offered(f"{verb} {flag} ") == choices
        assert offered(f"{verb} {flag}=") == [f"{flag}={choice}" for choice in choices]


def test_formats_languages_colours_and_columns_are_offered() -> None:
    assert offered("search x -f ") == [name for name in FORMATS if name != "svg"]
    assert offered("stats -f ") == list(FORMATS)
    assert offered("export x -f ") == [*(name for name in FORMATS if name != "svg"), "awards"]
    assert offered("--lang ") == offered("search --lang ") == ["en", "zh"]
    assert offered("search x --color a") == ["auto", "always"]
    assert offered("export - -c ") == list(FLAT)
    assert offered("search x --columns title,t") == ["title,tier"]
    assert offered("export - --sort -ti") == ["-title"]
    assert offered("import a.csv --column ti") == ["title="]
    assert offered("completion ") == list(SHELLS)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("list-by-category 微电", ["微电影"]),
        ("search x --category=单", ["--category=单项奖"]),
        ("export - --award 最佳创", ["最佳创意"]),
        ("search --organization 文汇", ["文汇报社"]),
        ("list-by-organization 黄浦分局", ["上海市公安局黄浦分局"]),
        ("search x --district 嘉", ["嘉定区"]),
        ("search x --kind news", ["news-media"]),
        ("search x --edition ", ["9"]),
        ("show 9-theme-award-0", [f"9-theme-award-0{number}" for number in range(1, 8)]),
        ("search x --district hp", ["黄浦区"]),
        ("search x --district huangp", ["黄浦区"]),
        ("search x --district 嘉定區", ["嘉定区"]),
        ("list-by-category 微电影 ", []),
        ("search 上", []),
        ("search x --limit ", []),
        ("frobnicate ", []),
        ("help list-by-c", ["list-by-category"]),
    ],
)
def test_the_names_of_the_list_are_offered(line: str, found: list[str]) -> None:
    assert offered(line) == found


def test_names_are_offered_with_how_many_results_have_them() -> None:
    told = {offer.word: offer.meaning for offer in offers(Line(["list-by-category"], "")).words}
    assert told == {c.name: messages.HOW_MANY(count=n) for c, n in FILMS.category_counts().items()}
    messages.settle("zh")
    (kind,) = offers(Line(["search", "x", "--kind"], "fire")).words
    assert kind.meaning.startswith("消防、")


@pytest.mark.parametrize("verb", VERBS)
def test_a_title_is_never_offered(verb: str) -> None:
    title = "爱上海的理由"
    assert not any(title in word for option in offered(f"{verb} --") for word in offered(f"{verb} {option} 爱上"))
    assert not any(title in word for word in offered(f"{verb} 爱上"))


@pytest.mark.parametrize(
    "line", ["export ", "validate x", "--data ", "search x --data=", "match ", "import a.csv ", "search x -o a"]
)
def test_where_a_file_is_wanted_the_shell_completes_its_name(line: str) -> None:
    assert wants_a_file(line)


def test_behind_two_hyphens_no_option_is_offered() -> None:
    assert offered("list-by-category -- --c") == []
    assert offered("list-by-category -- 微电") == ["微电影"]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return written(tmp_path / "own.csv", "title,organization,category\n梦,某社,甲类\n画,某社,乙类\n")


@pytest.mark.parametrize(
    "line", ["list-by-category --data {} ", "--data={} list-by-category ", "--data {} list-by-category "]
)
def test_names_are_those_of_the_list_that_the_line_names(own: Path, line: str) -> None:
    assert offered(line.format(own)) == ["甲类", "乙类"]


def test_the_columns_of_a_list_are_offered_by_their_own_headings(tmp_path: Path) -> None:
    films = written(tmp_path / "own.csv", "片名,评分,国家\n梦,9.7,中国\n")
    assert offered(f"stats --data {films} --by 评") == ["评分"]
    assert offered(f"list --data {films} --where 国") == ["国家="]
    assert offered(f"list --data {films} -c title,评") == ["title,评分"]
    assert offered(f"list --data {films} --sort -国") == ["-国家"]
    assert offered(f"list --data {films} --fill-down ") == ["片名", "评分", "国家"]


def test_words_without_a_command_have_the_options_of_a_search() -> None:
    assert offered("爱上海 --exp") == ["--explain"]
    assert offered("爱上海 --in t") == ["title"]


def test_also_where_it_is_named_behind_the_cursor_or_in_the_environment(own: Path) -> None:
    assert in_bash("list-by-category ", f" --data {own}") == ["甲类", "乙类"]
    assert in_bash("list-by-category ", AWARDCLI_DATA=str(own)) == ["甲类", "乙类"]


def test_a_list_that_would_take_long_to_read_is_not_read(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 10)
    assert offered(f"list-by-category --data {own} ") == []


def test_only_plain_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert offered(f"list-by-category --data {tmp_path / 'pipe.csv'} ") == []


@pytest.fixture
def stored(awardcli: Run, tmp_path: Path) -> Path:
    """A collection file of 900 organizations, a third of them in 黄浦区."""
    districts = ["黄浦区", "静安区", "嘉定区"]
    rows = "".join(f"梦{n},{districts[n % 3]}第{n:03}社,类{n % 2},奖{n % 5}\n" for n in range(900))
    own = written(tmp_path / "many.csv", f"title,organization,category,award\n{rows}")
    assert awardcli("import", own, "-o", tmp_path / "many.awards").code == 0
    return tmp_path / "many.awards"


@pytest.mark.parametrize("scanned", [100, 10_000])
def test_of_a_large_collection_names_are_looked_up(stored: Path, monkeypatch: pytest.MonkeyPatch, scanned: int) -> None:
    monkeypatch.setattr(module, "_SCANNED", scanned)
    assert offered(f"list-by-category --data {stored} ") == ["类0", "类1"]
    assert offered(f"search x --data {stored} --award ") == ["奖0", "奖1", "奖2", "奖3", "奖4"]
    assert set(offered(f"search x --data {stored} --district ")) == {"黄浦区", "静安区", "嘉定区"}
    assert len(offered(f"list-by-organization --data {stored} 黄")) == 300
    assert offered(f"list-by-organization --data {stored} 黄浦区第003") == ["黄浦区第003社"]
    assert offered(f"show --data {stored} many-77") == ["many-77", *(f"many-77{n}" for n in range(10))]


def test_more_names_than_anyone_reads_are_not_offered(stored: Path) -> None:
    assert offered(f"list-by-organization --data {stored} ") == []


# bash


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("--lang=", ["en", "zh"]),
        ("search x --category=单", ["单项奖"]),
        ("search x --category='单", ["单项奖"]),
        ("list-by-organization 上海智间", [r"上海智间网络科技有限公司\(嘉定区\)"]),
        ('list-by-organization "上海智间', ["上海智间网络科技有限公司(嘉定区)"]),
        (r"list-by-organization 上海智间网络科技有限公司\(", [r"上海智间网络科技有限公司\(嘉定区\)"]),
    ],
)
def test_bash_is_given_what_it_puts_in_place(line: str, given: list[str]) -> None:
    assert in_bash(line) == given


def test_bash_is_given_only_the_text_behind_a_word_break(tmp_path: Path) -> None:
    path = written(tmp_path / "marks.json", json.dumps([{"title": "梦", "award": "甲:乙=丙 丁"}]))
    for typed, given in {
        "甲": r"甲:乙=丙\ 丁",
        "甲:": r"乙=丙\ 丁",
        "甲:乙=": r"丙\ 丁",
        '"甲:乙': "甲:乙=丙 丁",
    }.items():
        assert in_bash(f"export - --data {path} --award {typed}") == [given]
    assert in_bash(f"export - --data {path} --award=甲:") == [r"乙=丙\ 丁"]


def test_variables_may_be_set_before_the_command() -> None:
    ran = process("__complete", "bash", "A=1 ./awardcli sea", "", BREAKS)
    assert (ran.out, ran.err) == ("search\n", "")


@pytest.mark.parametrize("text", [b"{", b"title\n\xff\n", None], ids=str)
def test_a_list_that_cannot_be_read_offers_nothing_in_silence(tmp_path: Path, text: bytes | None) -> None:
    path = tmp_path / "bad.json"
    if text is not None:
        written(path, text)
    assert in_bash(f"list-by-category --data {path} ") == []


@pytest.mark.parametrize("told", [[], ["csh", "x"], ["bash"], ["zsh", "x", "y"], ["fish"], ["fish", "x"]], ids=str)
def test_whatever_a_shell_asks_nothing_is_said_beside_the_answer(told: list[str]) -> None:
    asked(*told)


def test_completion_needs_neither_typer_nor_what_else_is_heavy() -> None:
    telling = (
        "import sys, json; sys.argv = ['awardcli', *sys.argv[1:]]\n"
        "from awardcli.completion.shells import main\n"
        "try: main()\n"
        "finally: sys.stderr.write(json.dumps(sorted(sys.modules)))\n"
    )
    line = ["__complete", "bash", "awardcli list-by-category 微", "", BREAKS]
    ran = subprocess.run([sys.executable, "-c", telling, *line], env=environment(), check=False, capture_output=True)
    modules = {name.split(".")[0] for name in json.loads(ran.stderr)}
    assert modules & {"typer", "click", "rich", "rapidfuzz", "sqlite3", "inspect"} == set()


# real shells

HOSTILE = [
    "(甲) `touch pwned` $(touch pwned) ; touch pwned | cat & <a> *?[z]{p,q} ~# a:b=c%@^ 100",
    "it's 101",
    'say "x" \\ 102',
    "嗨! 103",
    "~root/104",
    "#105",
    "=ls106",
    "$HOME107",
]
UNSAFE = ["new\nline 201", "red\x1b[31m 202", "bidi\u202e 203", "tab\t 204", "--exact 205", "half\x9b 206"]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A list whose awards would be commands, if a shell took them for words of its own."""
    return written(tmp_path / "hostile.json", json.dumps([{"title": "梦", "award": name} for name in HOSTILE + UNSAFE]))


def test_a_name_that_would_steer_a_terminal_or_pass_for_an_option_is_not_offered(hostile: Path) -> None:
    assert offered(f"search x --data {hostile} --award ") == HOSTILE


def sampled(every: Iterable[T], shell: str) -> list[T]:
    """A third of what is tried in every shell, so that each is tried in one, or all in the long run."""
    return list(every) if WHOLE else list(every)[SHELLS.index(shell) :: 3]


def number(name: str) -> str:
    return name[-3:]


def can_be_given(name: str, shell: str, quote: str) -> bool:
    """Whether a shell can be given the name inside a quotation."""
    if shell == "fish":
        return not name.startswith("~")
    return shell == "zsh" or not ((quote == "'" and "'" in name) or (quote == '"' and "!" in name))


@each_shell
def test_a_hostile_name_reaches_awardcli_unchanged(shell: str, tmp_path: Path, hostile: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with typing_in(shell, home, AWARDCLI_DATA=str(hostile)) as typist:
        for quote in ("", '"', "'"):
            for name in sampled(HOSTILE, shell) if WHOLE or not quote else HOSTILE[:1]:
                if can_be_given(name, shell, quote):
                    told = typist.run(f"awardcli export - --award {quote}{number(name)}\t")
                    assert told == ["export", "-", "--award", name]
        assert not (home / "pwned").exists()


TABS = {
    "sea\tx": ["search", "x"],
    "search x --dist\t嘉\t": ["search", "x", "--district", "嘉定区"],
    "search x --category=单\t": ["search", "x", "--category=单项奖"],
    "list-by-organization 黄浦分局\t": ["list-by-organization", "上海市公安局黄浦分局"],
    "export - -c title,dis\t--sort -ti\t": ["export", "-", "-c", "title,district", "--sort", "-title"],
    "list-by-category 微电 -n 3" + "\x02" * 5 + "\t": ["list-by-category", "微电影", "-n", "3"],
    "validate my-l\t": ["validate", "my-list.csv"],
    "search x --data=my-l\t": ["search", "x", "--data=my-list.csv"],
    "list-by-category --data my-list.csv 甲\t": ["list-by-category", "--data", "my-list.csv", "甲类"],
    "list-by-category --data none.csv 微\t": ["list-by-category", "--data", "none.csv", "微"],
}
"""What is typed behind `awardcli`, and what it is told then."""
MORE_TABS = {
    "list-by-category 甲 --data my-list.csv" + "\x02" * 19 + "\t": [
        "list-by-category",
        "甲类",
        "--data",
        "my-list.csv",
    ],
    "search x --district hp\t": ["search", "x", "--district", "黄浦区"],
    "search x --district 'jiad\t": ["search", "x", "--district", "嘉定区"],
}
"""The same where the text behind the cursor counts too, and another word may come in place of what was typed."""


@each_shell
def test_a_tab_completes_the_word_or_shows_the_names_with_their_counts(shell: str, tmp_path: Path, own: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    own.rename(home / "my-list.csv")
    with typing_in(shell, home) as typist:
        for keys, told in sampled((TABS if shell == "fish" else TABS | MORE_TABS).items(), shell):
            assert typist.run(f"awardcli {keys}") == told
        if shell == "fish":
            typist.type("complete -C 'awardcli list-by-category 微'\n")
            assert re.search(r"^微 *视 *频 +22 results$", typist.wait_for("22 results"), re.MULTILINE)
        if shell != "bash":
            typist.type("awardcli list-by-category \t")
            typist.wait_for("微电影", "20 results", "入围影片", "优秀组织单位", "13 results")
        assert "Traceback" not in typist.text
        assert "awardcli:" not in typist.text


@each_shell
def test_the_script_of_a_shell_says_how_to_set_it_up(awardcli: Run, shell: str) -> None:
    assert f"awardcli completion {shell}" in awardcli("completion", shell).lines[1 if shell == "zsh" else 0]
    assert f"awardcli completion {shell}" in awardcli("completion", "-h").out


def test_another_shell_is_refused_with_those_there_are(awardcli: Run) -> None:
    ran = awardcli("completion", "csh")
    assert ran.code == 2
    assert "bash, zsh, fish" in ran.err
