"""Two languages everywhere: no sentence goes round the catalogue, and each is written as its readers write it."""

import ast
import re
from collections.abc import Iterator

from awardcli import messages, vocabulary
from awardcli.commands import VERBS
from awardcli.commands.options import BEFORE_COMMAND, EVERYWHERE, options_of
from awardcli.messages import Message
from awardcli.search import weights
from awardcli.search.weights import Agreement
from test_architecture import NAMES, calls, trees
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
        or (isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "lazy_pattern", "chinese_pattern"))
        for child in ast.walk(node)
        if not (isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant))
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed_over:
            yield node


OTHERWISE_READ = re.compile(
    r"\b(?:SELECT|CREATE|INSERT|pip install)\b|[零〇]一二|一二三|的一是不了|^failed to map segment$"
)
"""Statements of SQL, commands to be copied, the characters of numbers, and the words of the system itself."""
OURS = [name for name in NAMES if name not in CATALOGUES]
WORDS_OF_LISTS = (
    *(f"collection/user_file/{name}.py" for name in ("rows_set_aside", "section_names", "separators", "text_rows")),
    *(
        f"collection/user_file/columns/{name}.py"
        for name in ("column_roles", "heading_words", "headings_without_roles", "roles_by_cells")
    ),
    *(f"collection/user_file/tables/{name}.py" for name in ("wide_tables", "table_layouts")),
    *("collection/user_file/notices/", "collection/user_file/markdown_page.py"),
    *("search/linking/", "search/longer_query/", "search/printed_text.py"),
)
"""Files and folders whose Chinese, marks too, is what people write in their lists, and nothing that we say."""


def test_every_sentence_is_in_the_catalogue() -> None:
    typed = {line for verb in VERBS.values() for line in (*verb.examples, *(line for _, line in verb.setup))}
    found = [
        f"{name}:{node.lineno} {text}"
        for name in OURS
        if not name.startswith("language/") and not name.startswith(WORDS_OF_LISTS)
        for node in literals(trees()[name])
        if PROSE.search(text := str(node.value)) and not OTHERWISE_READ.search(text)
        if text not in typed and vocabulary.value(text, chinese=True) == text
    ]
    assert found == []


def test_no_module_writes_a_sentence_of_its_own() -> None:
    said = [
        (name, call.args[0]) for name in OURS for called, call in calls(trees()[name]) if called in SAYING and call.args
    ]
    found = [
        f"{name}:{text.lineno} {part.value}"
        for name, text in said
        if isinstance(text, ast.Constant | ast.JoinedStr)
        for part in ast.walk(text)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
        if re.search(r"[A-Za-z]{2}|[\u4e00-\u9fff]", part.value)
    ]
    assert found == []


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


def test_every_word_has_its_twin() -> None:
    pairs = [pair for pair in WORDS if any(pair)]
    assert [english for english, _ in pairs if not english.isascii()] == []
    assert [chinese for _, chinese in pairs if not re.fullmatch(r"[\u4e00-\u9fff（）]+", chinese)] == []


# Agreement Chinese is set


def prose(message: Message) -> str:
    """The Chinese sentence, with a letter for each value and for each thing that is typed literally."""
    options = r"--?[A-Za-z][-A-Za-z]*(?: [A-Z]+\b)?"
    typed = re.compile(rf"awardcli [^，。；：]*|awardcli\[.*?\]|'.*?'|{options}|[a-z,]*\bid,[a-z]+|\S+=\S+")
    return typed.sub("x", message.zh)


def test_chinese_has_chinese_marks() -> None:
    english_mark = re.compile(r"[\u4e00-\u9fff][,;:?!()\"]|[,;:?!()\"][\u4e00-\u9fff]")
    spaced_mark = re.compile(r"[，。：；？！（）“”、] | [，。：；？！（）”、]")
    texts = {name: re.sub(r"\{[^}]*\}", "x", prose(message)) for name, message in MESSAGES.items()}
    assert [name for name, text in texts.items() if english_mark.search(text)] == []
    assert [name for name, text in texts.items() if spaced_mark.search(text.strip())] == []


def test_chinese_and_latin_text_have_a_space_between() -> None:
    unspaced = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")
    assert [name for name, message in MESSAGES.items() if unspaced.search(prose(message))] == []


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


def test_one_thing_has_one_word() -> None:
    foreign = re.compile(r"(?<![-\w])(organisation|film|movie|prize|winner|entry|entries|database)s?(?![-\w])")
    assert [(name, word) for name, message in MESSAGES.items() for word in ONE_WORD_EACH if word in message.zh] == []
    assert [name for name, message in MESSAGES.items() if foreign.search(message.en)] == []
