"""Two languages everywhere: no sentence goes round the catalogue, and each is written as its readers write it."""

import ast
import re
from collections.abc import Iterator

import pytest

from awardcli import messages, vocabulary
from awardcli.commands import VERBS
from awardcli.commands.options import BEFORE_COMMAND, EVERYWHERE, options_of
from awardcli.messages import Message
from awardcli.search import weights
from awardcli.search.weights import Agreement
from test_architecture import TREES, calls
from test_messages import MESSAGES

# What reads as prose: three English words in a row, a Chinese mark, or more characters than a name of ours has.
PROSE = re.compile(r"\b[a-z]{2,} [a-z]+ [a-z]{2,}\b|[，。：；？！]|[\u4e00-\u9fff]{6}")
CATALOGUES = {"messages.py", "vocabulary.py"}
SAYING = {"note", "overwrite", "refused", "print_lines", "AwardcliError", "UsageError", "UnknownNameError"}
SAYING |= {"InvalidDataError", "UnreadableError", "UnwritableError"}


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """The texts of a file that are no docstrings, no patterns and no errors for programmers."""
    passed_over = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        or (isinstance(node, ast.Raise) and "AttributeError" in ast.dump(node))
        or (isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile")
        for child in ast.walk(node)
        if not (isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant))
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed_over:
            yield node


OTHERWISE_READ = re.compile(r"\b(?:SELECT|CREATE|INSERT)\b|[零〇]一二")
"""Statements of SQL, and the characters that numbers are written with."""
OURS = [name for name in TREES if name not in CATALOGUES]


@pytest.mark.parametrize("name", [name for name in OURS if not name.startswith("language/")])
def test_no_sentence_stands_outside_the_catalogue(name: str) -> None:
    typed = {line for verb in VERBS.values() for line in (*verb.examples, *(line for _, line in verb.setup))}
    texts = {str(node.value): node.lineno for node in literals(TREES[name])}
    found = {text: line for text, line in texts.items() if PROSE.search(text) and not OTHERWISE_READ.search(text)}
    assert {text for text in found if vocabulary.value(text, chinese=True) == text} <= typed, found


@pytest.mark.parametrize("name", OURS)
def test_what_is_said_is_never_written_where_it_is_said(name: str) -> None:
    said = [call.args[0] for called, call in calls(TREES[name]) if called in SAYING and call.args]
    for text in (each for each in said if isinstance(each, ast.Constant | ast.JoinedStr)):
        parts = [node.value for node in ast.walk(text) if isinstance(node, ast.Constant)]
        words = [part for part in parts if isinstance(part, str) and re.search(r"[A-Za-z]{2}|[\u4e00-\u9fff]", part)]
        assert words == [], f"line {text.lineno}"


def test_every_option_and_every_command_is_explained_in_both_languages() -> None:
    def told() -> list[str]:
        tables = [BEFORE_COMMAND, EVERYWHERE, *(options_of(verb.load()) for verb in VERBS.values())]
        helps = [option.help() for table in tables for option in table.values()]
        return [*helps, *(verb.summary() for verb in VERBS.values())]

    english = told()
    messages.settle("zh")
    chinese = told()
    assert all(text.isascii() for text in english)
    assert all(re.search(r"[\u4e00-\u9fff]", text) for text in chinese)


def test_every_word_that_explains_a_match_has_a_chinese_one() -> None:
    for how in (each for each in vars(weights).values() if isinstance(each, Agreement)):
        assert vocabulary.value(how.name, chinese=True) != how.name


WORDS = [
    *(pair for table in (vocabulary.HEADINGS, vocabulary.KINDS, vocabulary.CERTAINTIES) for pair in table.values()),
    *vocabulary._TIERS.values(),
    *vocabulary._HOW.values(),
]


@pytest.mark.parametrize("pair", [pair for pair in WORDS if any(pair)], ids=lambda pair: pair[0])
def test_every_word_has_its_twin(pair: tuple[str, str]) -> None:
    assert pair[0].isascii()
    assert re.fullmatch(r"[\u4e00-\u9fff（）]+", pair[1])


# Agreement Chinese is set


def prose(message: Message) -> str:
    """The Chinese sentence, with a letter for each value and for each thing that is typed as it stands."""
    options = r"--?[A-Za-z][-A-Za-z]*(?: [A-Z]+\b)?"
    typed = re.compile(rf"awardcli [^，。；：]*|awardcli\[.*?\]|'.*?'|{options}|[a-z,]*\bid,[a-z]+|\S+=\S+")
    return typed.sub("x", message.zh)


@pytest.mark.parametrize("name", MESSAGES)
def test_chinese_has_chinese_marks(name: str) -> None:
    text = re.sub(r"\{[^}]*\}", "x", prose(MESSAGES[name]))
    assert not re.search(r"[\u4e00-\u9fff][,;:?!()\"]|[,;:?!()\"][\u4e00-\u9fff]", text)
    assert not re.search(r"[，。：；？！（）“”、] | [，。：；？！（）”、]", text.strip())


@pytest.mark.parametrize("name", MESSAGES)
def test_a_space_stands_between_chinese_and_what_is_not(name: str) -> None:
    text = prose(MESSAGES[name])
    assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", text)


ONE_WORD_EACH = {
    "搜索": "查找",
    "检索": "查找",
    "查询": "查找",
    "影片": "作品",
    "片名": "作品",
    "机构": "单位",
    "组织": "单位",
    "分类": "类别",
    "数据库": "名单库",
    "拒收": "有误",
    "列表文件": "名单",
    "你": "您",
}
"""Words that the catalogue does not use, and those that it uses instead."""


@pytest.mark.parametrize("name", MESSAGES)
def test_one_thing_has_one_word(name: str) -> None:
    assert [word for word in ONE_WORD_EACH if word in MESSAGES[name].zh] == []
    assert not re.search(
        r"(?<![-\w])(organisation|film|movie|prize|winner|entry|entries|database)s?(?![-\w])", MESSAGES[name].en
    )
