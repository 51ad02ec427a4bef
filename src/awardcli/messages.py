"""Every sentence that people read, in English and in Chinese."""

import errno
import os
import sys
from collections.abc import Sequence
from typing import Literal, NamedTuple

Language = Literal["en", "zh"]

_settled: list[Language] = ["en"]
_UNQUOTED = "@%+=:,./-_"
"""Signs that mean nothing to a shell, as shlex has them."""

list_options = ""
"""The options that say which list is read and how, as a shell takes them, each with a space before it.

They end every command that a message suggests about the same list. Set before a command runs.
"""
reading_options = ""
"""Those of the `list_options` that say how a file is read."""


def language() -> Language:
    """The language of messages."""
    return _settled[-1]


def in_chinese() -> bool:
    """Whether messages are in Chinese."""
    return language() == "zh"


def settle(chosen: Language) -> None:
    """Set the language of messages."""
    _settled[-1] = chosen


def language_of_system() -> Language:
    """The language of the environment: of AWARDCLI_LANG, else of the locale in the order of POSIX."""
    for variable in ("AWARDCLI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    if sys.platform == "win32":
        import locale

        name = (locale.getlocale()[0] or "").lower()
        return "zh" if name.startswith(("zh", "chinese")) else "en"
    return "en"


class Message(NamedTuple):
    """A sentence in both languages, with the same `{values}` in each; `{count:s}` is the plural s of a count.

    `{same_list}` and `{same_reading}` are the `list_options` and the `reading_options` unless given.

    >>> Message("{count} result{count:s}", "{count} 条")(count=2)
    '2 results'
    """

    en: str
    zh: str

    def __call__(self, **values: object) -> str:
        return self.worded(chinese=in_chinese(), **values)

    def worded(self, *, chinese: bool, **values: object) -> str:
        """The sentence in that language, whatever the language of messages."""
        text = self.zh if chinese else self.en
        if ":s}" in text:
            for name, value in values.items():
                text = text.replace(f"{{{name}:s}}", "" if str(value) == "1" else "s")
        return text.format(**{"same_list": list_options, "same_reading": reading_options, **values})


def on_one_line(heading: str) -> str:
    """A heading of a user's list for people, without its line breaks and needless spaces; nothing else is left out."""
    return " ".join(filter(None, heading.replace("\r\n", " ").replace("\n", " ").split(" ")))


def quoted(text: str) -> str:
    """The text as a shell takes it for one word; Chinese needs no quotes."""
    if text and all(character.isalnum() or character in _UNQUOTED for character in text):
        return text
    from shlex import quote

    return quote(text)


def quoted_path(path: object) -> str:
    """A path as a shell and awardcli take it: `./-x.csv` is no option."""
    text = str(path)
    return quoted(f"./{text}" if text.startswith("-") else text)


def listed(names: Sequence[str]) -> str:
    """A list of names, with the commas of the language."""
    return ("、" if in_chinese() else ", ").join(names)


_MOST_LISTED = 5


def first_names(names: Sequence[str]) -> Sequence[str]:
    """The names, or of many the first ones and how many there are."""
    return names if len(names) <= _MOST_LISTED else [*names[:_MOST_LISTED], f"… {len(names)}"]


def first_listed(names: Sequence[str]) -> str:
    """A list of `first_names`."""
    return listed(first_names(names))


def large(number: int) -> str:
    """A large number as people write it: `190,000,000` in English, 1.9 亿 in Chinese."""
    if not in_chinese():
        return f"{number:,}"
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if number >= size:
            return f"{number / size:.4g} {unit}"
    return str(number)


def reason(error: OSError | ValueError, *, writing: bool = False) -> str:
    """Why the system refused to read or write a file, in one short phrase."""
    if isinstance(error, OSError) and error.errno is not None:
        known = _NO_FOLDER if writing and error.errno == errno.ENOENT else _REASONS.get(error.errno)
        return known() if known else error.strerror or str(error)
    return str(error)


DISK_FULL = Message("the disk is full", "磁盘已满")
DISK_FAILED = Message("the disk failed, or the file would be larger than allowed", "磁盘出错，或文件将超过允许的大小")
NO_MEMORY = Message("there is not enough memory", "内存不足")
_TOO_MANY_OPEN = Message("too many files are open", "打开的文件过多")
_NOT_PERMITTED = Message("permission denied", "没有权限")
_NO_FOLDER = Message("no such folder", "文件夹不存在")
_REASONS = {
    errno.ENOENT: Message("no such file or folder", "文件不存在"),
    errno.EACCES: _NOT_PERMITTED,
    errno.EPERM: _NOT_PERMITTED,
    errno.EISDIR: Message("it is a folder", "这是一个文件夹"),
    errno.ENOTDIR: Message("part of the path is not a folder", "路径中有一段不是文件夹"),
    errno.ENAMETOOLONG: Message("the name is too long", "名称过长"),
    errno.ELOOP: Message("the links lead in a circle", "符号链接循环指向"),
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EFBIG: Message("the file would be larger than allowed", "文件将超过允许的大小"),
    errno.EIO: Message("the disk or the connection to it failed", "磁盘或其连接出错"),
    errno.EPIPE: Message("the reader is gone", "读取方已关闭"),
    errno.EROFS: Message("the disk is read-only", "磁盘为只读"),
    errno.ENOMEM: NO_MEMORY,
    errno.EMFILE: _TOO_MANY_OPEN,
    errno.ENFILE: _TOO_MANY_OPEN,
    errno.EAGAIN: Message("the system allows no more processes", "系统不允许再启动进程"),
}

# what was found
ONLY_NEAR = Message("no exact match; near: {count}", "没有完全匹配，近似结果 {count} 条")
MORE_BY = Message(
    "{count} more by {column}: awardcli search {query} --in any{filters}{same_list}",
    "另有 {count} 条{column}匹配：awardcli search {query} --in any{filters}{same_list}",
)
NOTHING_FOUND = Message(
    "nothing found for “{query}” in {count} result{count:s}", "在 {count} 条结果中没有找到“{query}”"
)
SHOWN = Message("{shown} of {total}; all: -n {total}", "已显示 {shown} 条，共 {total} 条；显示全部：-n {total}")
SHOWN_OF_MANY = Message(
    "{shown} of more than {total}; more: -n {more}; all in a file: -o FILE",
    "已显示 {shown} 条，共 {total} 多条；显示更多：-n {more}；写出全部：-o 文件",
)
UNCERTAIN_HERE = Message(
    "uncertain: {count}, why: awardcli show {id}{same_list}", "存疑 {count} 条，详见：awardcli show {id}{same_list}"
)
HOW_MANY = Message("{count} result{count:s}", "{count} 条")
NEITHER_CATEGORIES_NOR_AWARDS = Message("this list has neither categories nor awards", "这份名单既没有类别也没有奖项")
NO_CATEGORIES = Message("this list has no categories; grouped by award", "这份名单没有类别，按奖项列出")
WITHOUT_VALUE = Message("{count} result{count:s} without {column}", "{count} 条没有{column}")
CATEGORY_COUNT = Message("{name}: {count} result{count:s}", "{name}：{count} 条")
ORGANIZATION_COUNT = Message(
    "{count} result{count:s}, {organizations} organization{organizations:s}", "{organizations} 个单位，共 {count} 条"
)
WRITTEN = Message("wrote {path}: {count} result{count:s}, {format}", "已写入 {path}：{count} 条，{format}")
ONE_COLUMN_EACH = Message(
    "its lists have different headings; to write one column for each: -c {columns}",
    "各名单的列名不同；同类的列合为一列请用：-c {columns}",
)
PLAIN_TEXT = Message("text", "纯文本")
WRITTEN_ROWS = Message("wrote {path}: {count} row{count:s}, {format}", "已写入 {path}：{count} 行，{format}")
ROWS_NAMED = Message("{count} of {total} row{total:s} matched", "共 {total} 行，{count} 行找到对应结果")
MATCHED_BY_ORGANIZATION = Message("no titles, so matched by organization", "没有作品名，按单位比对")
ROWS_BY_BODY = Message(
    "{count} row{count:s} without a title matched by organization", "{count} 行没有作品名，按单位比对"
)
TRY_BY_ORGANIZATION = Message("to match by organization: --field organization", "按单位比对请用：--field organization")
FIRST_ROWS_NAMED = Message(
    "{count} of the first {total} row{total:s} matched", "前 {total} 行中，{count} 行找到对应结果"
)
AND_IN_DOUBT = Message(", {count} of them in doubt (below 100)", "，其中 {count} 行存疑（低于 100 分）")
AND_THEN = Message("; ", "；")
MATCH_REMARKS = {
    "spelt": Message("spelt otherwise: {values}", "写法不同：{values}"),
    "pinyin": Message("by pinyin: {values}", "按拼音：{values}"),
    "number": Message("only one of the two has the number {values}", "一方有数字 {values}，另一方没有"),
    "omitted": Message("the title goes on: {values}", "名单中的作品名还有：{values}"),
    "left": Message("left over: {values}", "多出：{values}"),
    "year": Message("another year: {values}", "年份不同：{values}"),
    "listed": Message("another category or award: {values}", "类别或奖项不同：{values}"),
    "edition": Message("another edition: {values}", "届次不同：{values}"),
    "who": Message("others made it: {values}", "人员或单位不同：{values}"),
    "who in part": Message("not the whole name: {values}", "单位名称不完整：{values}"),
    "in part": Message("not the whole name: {values}", "名称不完整：{values}"),
    "also": Message("also: {values}", "另有：{values}"),
    "as good": Message("as good: {values}", "同样符合：{values}"),
    "several": Message("several works: {values}", "写了几部作品：{values}"),
    "as near": Message("several are as near: {values}", "几个同样接近：{values}"),
}
"""What `match` says of a doubtful answer, by the kind of doubt."""
WITH_BOM = Message("{format} (UTF-8 with BOM, for Excel)", "{format}（UTF-8 带 BOM，Excel 可直接打开）")
ONLY_EXPORTED = Message("only export and import write collections", "名单库只能用 export 或 import 生成")
TRY_EXPORT = Message("from a list: awardcli export {path}{same_list}", "由名单导出：awardcli export {path}{same_list}")
TRY_IMPORT = Message("from files: awardcli import FILE... -o {path}", "由文件导入：awardcli import 文件... -o {path}")
COLLECTION_TO_STDOUT = Message(
    ".awards cannot go to standard output; name a file", "名单库不能写到标准输出，请指定文件名"
)
NOT_FOR_COLLECTIONS = Message(
    "{option} does not apply to a collection, which keeps whole results", "名单库保存完整的结果，不能用 {option}"
)
NOT_FOR_TERMINALS = Message(
    "a terminal cannot show {format}; write it to a file with -o", "终端无法显示 {format}，请用 -o 写入文件"
)
NOT_WITH = Message("{option} has no meaning with {other}", "{option} 不能与 {other} 同用")
FORCE_NEEDS_FILE = Message("--force replaces a file; name it with -o", "--force 用于覆盖文件；请用 -o 指定文件")
NEEDS_HEADINGS = Message(
    "{format} needs headings; leave out --header none", "{format} 必须有列名，请去掉 --header none"
)
ONLY_COUNTS = Message(
    "{format} is a chart of counts, not of results; counts: awardcli stats{same_list}",
    "{format} 是统计图，不能列出结果；统计请用：awardcli stats{same_list}",
)
IMPORTED = Message("wrote {path}: {counts}", "已写入 {path}：{counts}")
COUNTED_ROWS = {
    "read": Message("read {count}", "读取 {count} 行"),
    "kept": Message("kept {count}", "保留 {count} 行"),
    "same": Message("duplicate {count}", "重复 {count} 行"),
    "refused": Message("refused {count}", "有误 {count} 行"),
}
"""What became of the rows that `import` read, in the order of the answer."""
REJECTED = Message("wrote {path}: {count} refused row{count:s}", "已写入 {path}：有误的 {count} 行")
ROWS_REFUSED = Message(
    "nothing imported: {refused} of {read} row{read:s} cannot be read", "没有导入：共 {read} 行，其中 {refused} 行有误"
)
NOTHING_KEPT = Message("nothing was written, since no row is left: {counts}", "没有留下任何一行，未写入文件：{counts}")
SAME_ROW = Message("left out: identical to an earlier row", "与前面某一行完全相同，未导入")
SAME_LINES = Message(
    "{path}: line{count:s} {lines}: left out: identical to earlier rows",
    "{path}：第 {lines} 行：与前面的行完全相同，未导入",
)
RENUMBERED = Message(
    "{count} row{count:s} renumbered, as an earlier row has the same id; the first: {place}",
    "有 {count} 行的编号与前面重复，已另行编号；第一处：{place}",
)
SET_FILLED_NOTHING = Message(
    "--set {setting} changed nothing: every row has a value", "--set {setting} 没有用上：每一行都已有该列的内容"
)
SET_IS_FOR_LISTS = Message(
    "--set fills the columns of lists; {path} is no list but a collection",
    "--set 只能补填名单的列；{path} 是名单库，不是名单",
)
BAD_SET = Message(
    "--set must be COLUMN=VALUE, such as year=2021, not “{value}”",
    "--set 应写作 列名=值，如 year=2021，不能是“{value}”",
)
MORE_REFUSED = Message("and {count} more", "另有 {count} 行")
TRY_REJECTS = Message(
    "--rejects FILE writes these rows to a file and imports the others",
    "加 --rejects 文件 可将这些行写入文件，其余各行照常导入",
)
LARGE_FILE = Message(
    "{path} has {count} rows, all read each time; faster: awardcli import {name} -o {stem}.awards{same_reading}",
    "{path} 有 {count} 行，每次都要全部读取；更快的办法：awardcli import {name} -o {stem}.awards{same_reading}",
)
READING = Message("reading {path}", "正在读取 {path}")
INDEXING = Message("indexing", "正在建立索引")
FAILED = Message("awardcli: {message}", "awardcli：{message}")
PLACED = Message("{place}: {problem}", "{place}：{problem}")
VALUE_OF = Message("{name}: {value}", "{name}：{value}")
LOSSY = Message(
    "your terminal ({encoding}) shows some characters as ?; a file has them all",
    "终端编码 {encoding} 无法显示部分字符，已用 ? 代替；写入文件则完整无缺",
)

# how it was found
EXPLAIN_HIT = Message("{id} {name}: {tier}, score {score}", "{id} {name}：{tier}，{score} 分")
EXPLAIN_MISS = Message(
    "nearest: {id} {name}, score {score}; the cutoff is {cutoff}",
    "最接近的是 {id} {name}：{score} 分，未达到 {cutoff} 分的门槛",
)
EXPLAIN_CHANCE = Message(
    "nearest: {id} {name}, score {score}; too much of it is only similar",
    "最接近的是 {id} {name}：{score} 分，但大部分只是相似，并不相同",
)
EXPLAIN_NUMBER = Message(
    "nearest: {id} {name}, score {score}; but another number than {numbers}",
    "最接近的是 {id} {name}：{score} 分，但其中没有“{numbers}”这个数",
)
EXPLAIN_LACKING = Message(
    "nearest: {id} {name}, score {score}; it has nothing like {words}",
    "最接近的是 {id} {name}：{score} 分，但其中没有与“{words}”相近的内容",
)
EXPLAIN_ELSEWHERE = Message(
    "nearest: {id} {name}, score {score}; but {words} is said of other results",
    "最接近的是 {id} {name}：{score} 分，但“{words}”属于其他结果",
)
EXPLAIN_NOT_EXACT = Message(
    "without --exact: {id} {name}: {tier}, score {score}", "不加 --exact 时：{id} {name}：{tier}，{score} 分"
)
EXPLAIN_NOTHING = Message("nothing is near", "没有接近的结果")
EXPLAIN_NAMED = Message(
    "“{word}” is the {column} {values} of {count} result{count:s}", "“{word}”视为{column}：{values}，共 {count} 条"
)
EXPLAIN_VALUE = Message("  “{term}” in {column}: {values}", "  “{term}”在{column}中：{values}")
EXPLAIN_READ_AS = Message("  “{query}” read as “{term}”", "  “{query}”读作“{term}”")
EXPLAIN_HELD = Message("  holds “{title}”: {tier}, {score}", "  含有“{title}”：{tier}，{score} 分")
EXPLAIN_AROUND = Message("    around it: {words}", "    前后还有：{words}")
EXPLAIN_OTHER_TITLE = Message("{heading} ({title})", "{heading}（{title}）")
EXPLAIN_TERM = Message("  “{term}” in {field}: {tier}, {score}", "  “{term}”在{field}中：{tier}，{score} 分")
EXPLAIN_PIECE = Message("{typed} = {printed} ({how}, {points})", "{typed} = {printed}（{how}，{points}）")
EXPLAIN_MISSING = Message("    not found: {text}", "    未匹配：{text}")
EXPLAIN_LOST = Message("    {what}: -{points}", "    {what}：-{points}")
EXPLAIN_SKIPPED = Message("passed over: {text}", "跳过：{text}")
EXPLAIN_MOVED = Message("moved: {text}", "移位：{text}")
EXPLAIN_MISSPELT = Message("    {typed} for {spelt}", "    {typed} 应为 {spelt}")
FINDS_ALONE = Message("“{term}” finds {count}", "“{term}”有 {count} 条")
FOUND_APART = Message("by itself, {terms}; no result has all of them", "单独查找：{terms}；没有同时符合的结果")
SUGGESTIONS = Message("did you mean: {names}", "您是不是要找：{names}")
FOUND_BY_NAME = Message("{count} by {column}", "按{column}找到 {count} 条")
FOUND_BY_WORD = Message("“{word}” is the {column} {values}", "“{word}”视为{column}：{values}")
FOUND_TOGETHER = Message("{count} by a title and its organization run together", "按作品名加单位找到 {count} 条")
FOUND_AROUND = Message("{count} by a whole title in “{query}”", "“{query}”中含有完整的作品名，找到 {count} 条")
WORDS_LEFT_OUT = Message("not searched for: {words}", "未用于查找：{words}")
FOUND_BY_SOUND = Message("{count} by sound", "按读音找到 {count} 条")
FOUND_BY_PINYIN = Message("{count} by pinyin", "按拼音找到 {count} 条")
FOUND_BY_SOUND_OR_PINYIN = Message("{count} by sound or pinyin", "按读音或拼音找到 {count} 条")

# no such name
NO_CATEGORY = Message("no category “{name}”", "名单中没有“{name}”这个类别")
NO_AWARD = Message("no award “{name}”", "名单中没有“{name}”这个奖项")
AWARDS_ARE = Message("the awards and categories of this list: {names}", "这份名单的奖项和类别：{names}")
EDITIONS_ARE = Message("the editions of this list: {names}", "这份名单的届次：{names}")
NO_ORGANIZATION = Message("no organization “{name}”", "名单中没有“{name}”这个单位")
NO_DISTRICT = Message("no district “{name}”", "名单中没有“{name}”这个区")
NAMES_SEVERAL = Message(
    "“{name}” may mean {count} names: {names}; type one of them in full",
    "“{name}”可能指 {count} 个名称：{names}，请写全其中一个",
)
NAMES_ANOTHER = Message("“{name}” is in the column {column}: {option}", "“{name}”在“{column}”一列：{option}")
NO_SUCH_COLUMN = Message("the list has no column “{heading}”", "名单中没有“{heading}”这一列")
TRY_COLUMN = Message(
    "its columns: {columns}; if one is the {heading}: --column {role}=HEADING",
    "现有的列：{columns}；若其中一列就是{heading}：--column {role}=列名",
)
NO_KIND = Message("no kind “{name}”", "名单中没有“{name}”这类单位")
NO_EDITION = Message("no edition “{name}”", "名单中没有“{name}”这一届")
NO_ID = Message("no result with the id or title “{name}”", "没有编号或作品名为“{name}”的结果")
SEVERAL_MEANT = Message(
    "“{typed}” means {count} results; show one by its id", "“{typed}”对应 {count} 条结果，请用编号查看其中一条"
)
DID_YOU_MEAN = Message("; did you mean {names}?", "。您是不是要找：{names}？")
NO_VALUES = Message("no result has a value in the column {heading}", "所有结果的“{heading}”一列都是空白")
COUNT_ANOTHER = Message(
    "its columns: {columns}; to count by one: awardcli stats --by HEADING{same_list}",
    "现有的列：{columns}；按其中一列计数：awardcli stats --by 列名{same_list}",
)
NO_SUCH_VALUE = Message("no “{value}” in the column {heading}", "“{heading}”一列中没有“{value}”")
LIST_VALUES = Message(
    "all values: awardcli stats --by {asked}{same_list}", "查看全部取值：awardcli stats --by {asked}{same_list}"
)
NO_COLUMN = Message("no column “{name}”; available: {choices}", "没有“{name}”这一列；可选：{choices}")
NOTE_IS_SHOWN = Message("notes are shown, not chosen by: -c note", "说明只能显示，不能作为条件：-c note")
BAD_WHERE = Message("--where must be HEADING=VALUE, not “{value}”", "--where 应写作 列名=值，不能是“{value}”")
AND_MORE = Message("{names} and {count} more", "{names}等，另有 {count} 个")
MEANS = Message("“{typed}” means: {names}", "“{typed}”指：{names}")
NOTHING_LEFT = Message("no result passes all filters; each alone:", "没有同时符合这些条件的结果；单独符合的：")
FILTER_LEAVES = Message("  {filter}: {count}", "  {filter}：{count} 条")
NOTHING_FOUND_FILTERED = Message(
    "nothing found for “{query}” in the {count} result{count:s} that the filters leave; without them: {found}",
    "在筛选出的 {count} 条结果中没有找到“{query}”；不加筛选则有 {found} 条",
)
EMPTY_LIST = Message("the list has no results", "名单中没有结果")
ALL_NAMES = Message("available: {names}", "现有：{names}")
LIST_CATEGORIES = Message(
    "all categories: awardcli list-by-category{same_list}", "查看全部类别：awardcli list-by-category{same_list}"
)
LIST_ORGANIZATIONS = Message(
    "all organizations: awardcli list-by-organization{same_list}",
    "查看全部单位：awardcli list-by-organization{same_list}",
)
WHERE_IDS = Message(
    "ids: awardcli search WORD -c id,title{same_list}", "查看编号：awardcli search 词 -c 编号,作品{same_list}"
)

# wrong use
NOTHING_TO_SEARCH = Message(
    "nothing to search for in “{query}”: no letter, digit or Chinese character",
    "“{query}”中没有可供查找的文字：请至少输入一个汉字、字母或数字",
)
BAD_CHOICE = Message(
    "{option} cannot be “{value}”; choose from: {choices}", "{option} 不能是“{value}”，可选：{choices}"
)
INPUT_READ_TWICE = Message(
    "both the file and --data are standard input, which can be read only once",
    "要匹配的文件和 --data 都是标准输入，而标准输入只能读一次",
)
OTHER_ENCODINGS = Message(
    "any other encoding that Python knows will do too, such as shift_jis", "Python 支持的其他编码也可以，如 shift_jis"
)
BAD_LIMIT = Message("--limit must be a positive whole number, not {value}", "--limit 须为正整数，不能是 {value}")
BAD_SCORE = Message("--min-score must be from 0 to 100, not {value}", "--min-score 须在 0 到 100 之间，不能是 {value}")
BAD_JOBS = Message("--jobs must be a positive whole number, not {value}", "--jobs 须为正整数，不能是 {value}")
NO_ROWS_TO_MATCH = Message(
    "{path}: a list in awardcli's own JSON has no rows; export it as CSV first",
    "{path}：这是 awardcli 自己的 JSON 名单，没有逐行的内容；请先导出为 CSV",
)
NEW_COLUMN = Message(
    "earlier rows have no column {column}; in a pipe the first rows must have all columns, in a file they need not",
    "前面的行没有“{column}”这一列；从管道读取时，开头的行须有全部的列，从文件读取则不必",
)
NO_FORMAT = Message(
    "{path}: unknown suffix; use one of {suffixes}, or name a format with -f",
    "{path}：无法识别的后缀；可用：{suffixes}，或用 -f 指定格式",
)
NOT_A_COLLECTION_NAME = Message(
    "{path}: the name of a collection must end in .awards", "{path}：名单库的文件名须以 .awards 结尾"
)
BAD_COLUMN = Message(
    "--column must be ROLE=HEADING with a role from {columns}, not “{value}”",
    "--column 应写作 角色=列名，角色可以是 {columns}；不能是“{value}”",
)
COLUMN_TURNED = Message(
    "--column {value}: the role comes first, then the heading: {option}",
    "--column {value}：角色在前，列名在后：{option}",
)
READING_NEEDS_DATA = Message(
    "{option} says how a file is read; name your own list with --data",
    "{option} 用于读取文件；请用 --data 指定自己的名单",
)
NO_SUCH_OPTION = Message("no option {name}", "没有选项 {name}")
NOT_AN_OPTION_OF = Message("{command} takes no {name}", "{command} 没有选项 {name}")
NO_SUCH_COMMAND = Message("no command {name}", "没有命令 {name}")
SEARCH_INSTEAD = Message(
    "to search for it: awardcli search {query}{same_list}", "若要查找这个词：awardcli search {query}{same_list}"
)
IS_A_FILE = Message("{name} is a file, not a command", "{name} 是文件，不是命令")
SEARCH_FILE = Message(
    "to search it: awardcli search WORD --data {path}", "在其中查找：awardcli search 词 --data {path}"
)
MATCH_FILE = Message("which of its rows won: awardcli match {path}", "其中哪些得了奖：awardcli match {path}")
MISSING_COMMAND = Message("the command is missing", "缺少命令")
MISSING_QUERY = Message("nothing to search for; give a word of the title", "请输入要查找的词")
MISSING_FILE = Message("the name of a file is missing", "缺少文件名")
MISSING_ID = Message("the id or title of a result is missing", "缺少编号或作品名")
MISSING_SHELL = Message("the name of a shell is missing", "缺少 shell 的名称")
MISSING_COLLECTION = Message(
    "the collection to write is missing; name it with -o NAME.awards", "缺少要写入的名单库，请用 -o 名称.awards 指定"
)
MISSING_VALUE = Message("{name} needs a value", "{name} 缺少值")
GIVEN_TWICE = Message("{name} is given twice", "{name} 写了两次")
NO_VALUE_TAKEN = Message("{name} takes no value", "{name} 不带值")
TOO_MANY = Message("one argument too many: “{name}”", "多了一个参数：“{name}”")
TAKES_NO_ARGUMENT = Message("{command} takes options only, not “{name}”", "{command} 只有选项，不能写“{name}”")
SEE_HELP = Message("for help: {command} -h", "查看用法：{command} -h")
QUOTE_IT = Message("words with spaces or special characters need quotes", "含空格或特殊符号的词请加引号")

# files
AT_LINE = Message("{path}: line {line}", "{path}：第 {line} 行")
CANNOT_READ = Message("{path}: cannot be read: {reason}", "{path}：无法读取：{reason}")
NAME_STDIN = Message(
    "to read standard input as a list, give the file /dev/stdin instead of -",
    "若要从标准输入读取名单，请用 /dev/stdin 代替 -",
)
CANNOT_WRITE = Message("{path}: cannot be written: {reason}", "{path}：无法写入：{reason}")
EXISTS = Message("{path} exists; --force replaces it", "{path} 已存在；加 --force 可覆盖")
IN_USE = Message(
    "{path}: another import is writing it; try again when it has finished",
    "{path}：另一个导入正在写入，请等它结束后重试",
)
LOGGED = Message(
    "{path}: another program has set it to WAL mode; set it back there (PRAGMA journal_mode = DELETE)",
    "{path}：已被另一个程序改为 WAL 模式；请用该程序改回（PRAGMA journal_mode = DELETE）",
)
LOCKED = Message(
    "{path}: another program is writing it; try again when it has finished",
    "{path}：另一个程序正在写入，请等它结束后重试",
)
NOT_A_FILE = Message("not a regular file", "不是普通文件")
OWN_OUTPUT = Message(
    "{path} is the collection to write; name another file for --rejects",
    "{path} 是要写入的名单库；请为 --rejects 另指定一个文件",
)
OWN_INPUT = Message("{path} is the list being read; write to another file", "{path} 正是所读取的名单，请写入另一个文件")
STDOUT = Message("standard output", "标准输出")
CLOSED_STDIN = Message("standard input is closed", "标准输入已关闭")
CLOSED_STDOUT = Message("standard output is closed", "标准输出已关闭")
NOT_UTF8 = Message(
    "{path}: line {line} is not UTF-8 text; save the file as UTF-8 (in Excel: CSV UTF-8), "
    "or name its encoding: --encoding {encoding} (or {others}, …)",
    "{path}：第 {line} 行不是 UTF-8 编码；请将文件另存为 UTF-8（Excel 中选“CSV UTF-8”），"
    "或指定编码：--encoding {encoding}（或 {others} 等）",
)
NOT_ENCODED = Message(
    "{path}: line {line} is not {encoding} text; correct this line, or name another encoding",
    "{path}：第 {line} 行不是 {encoding} 编码；请改正这一行，或指定别的编码",
)
IS_UTF8 = Message(
    "{path}: this is UTF-8 text, not {encoding}; leave --encoding out",
    "{path}：文件是 UTF-8 编码，不是 {encoding}；请去掉 --encoding",
)
RAGGED = Message("{found} cell{found:s} under {wanted} heading{wanted:s}", "表头有 {wanted} 列，此行有 {found} 列")
NO_VALUE = Message(
    "cell {cell} holds an error, or a formula without its value", "单元格 {cell} 出错，或公式没有计算结果"
)
BAD_CSV = Message("not valid CSV: {reason}", "不是有效的 CSV：{reason}")
CSV_PROBLEMS = {
    "unexpected end": Message("a quote is opened and not closed", "引号只有开头，没有结尾"),
    "expected after": Message("text follows a closing quote", "右引号后面还有文字"),
    "field larger": Message("a cell is too long", "单元格过长"),
    "new-line": Message("a carriage return outside quotes", "引号之外有单独的回车符"),
}
"""The problems that Python's CSV reader reports, by words of its messages."""
AT_COLUMN = Message("{problem}, column {column}", "{problem}（第 {column} 列）")
NOT_JSON = Message("not valid JSON: {reason}", "不是有效的 JSON：{reason}")
JSON_PROBLEMS = {
    "Expecting value": Message("a value is missing", "缺少值"),
    "Expecting property name enclosed in double quotes": Message(
        "a key in double quotes is missing", "缺少双引号括起的键"
    ),
    "Expecting ':' delimiter": Message("a colon is missing", "缺少冒号"),
    "Expecting ',' delimiter": Message("a comma is missing", "缺少逗号"),
    "Extra data": Message("more follows the end", "结尾之后还有内容"),
    "Unterminated string starting at": Message("a text without its closing quote", "字符串没有右引号"),
    "Invalid control character at": Message("a line break or control character in a text", "字符串中有换行或控制字符"),
    "Invalid \\escape": Message("a backslash that escapes nothing", "反斜杠后的字符无效"),
    "Invalid \\uXXXX escape": Message("\\u without its four digits", "\\u 后应有四位十六进制数"),
    "Illegal trailing comma before end of object": Message("a comma before the end", "结尾前多了逗号"),
    "Illegal trailing comma before end of array": Message("a comma before the end", "结尾前多了逗号"),
}
"""What Python's decoder says of a text that is no JSON, in our words."""
BAD_JSON = Message("unusable JSON: {reason}", "JSON 无法使用：{reason}")
TOO_DEEP = Message("nested too deeply", "嵌套过深")
LONE_SURROGATE = Message("half a character (a lone surrogate)", "含有不完整的字符（孤立的代理码位）")
TOO_LARGE_A_NUMBER = Message("a number too large to read", "数字过大，无法读取")
NOT_A_NUMBER = Message("{value} is not a JSON number", "{value} 不是 JSON 数字")
NO_HEADING = Message("{path}: empty; the first line of a list is its heading", "{path}：空文件；名单的第一行应为表头")
NO_COLUMNS = Message(
    "{path}: no column is known as a title or an organization; headings: {found}",
    "{path}：没有能识别为作品或单位的列；现有的列：{found}",
)
NO_SUCH_HEADING = Message(
    "{path}: no heading “{name}”; headings: {found}", "{path}：没有“{name}”这一列；现有的列：{found}"
)
HEADING_INSIDE = Message("“{name}” is a heading of records inside: {option}", "“{name}”是其中所含记录的列：{option}")
TITLE_GIVES_WAY = Message(
    "“{heading}” is “{value}” in every row, so the title is “{other}”; for both: {option}",
    "“{heading}”一列每行都是“{value}”，因此以“{other}”为作品名；若两列都是：{option}",
)
ONLY_NOMINATED = Message(
    "“{heading}” has no role, since another column says who won; otherwise: {option}",
    "另有一列写明获奖者，因此“{heading}”一列不作获奖者或作品；若不是：{option}",
)
TITLE_INHERITED = Message(
    "“{heading}”, from around the records, is always “{value}”, so the title is “{other}”; otherwise: {option}",
    "“{heading}”来自记录的外层，每行都是“{value}”，因此以“{other}”为作品名；若不是：{option}",
)
TITLE_INHERITED_IS_AWARD = Message(
    "“{heading}”, from around the records, has awards (“{value}”), so the title is “{other}”; otherwise: {option}",
    "“{heading}”来自记录的外层，是奖项（“{value}”），因此以“{other}”为作品名；若不是：{option}",
)
TITLE_IS_ONE = Message(
    "the title column “{heading}” is “{value}” in every row; --column title=HEADING names another",
    "作品名一列“{heading}”每行都是“{value}”；可用 --column title=列名 另行指定",
)
TITLE_REPEATS = Message(
    "“{heading}” says only {count} different thing{count:s} in {total} rows; if “{other}” is the title: {option}",
    "“{heading}”一列 {total} 行中只有 {count} 种内容；若“{other}”才是作品名：{option}",
)
IMPLAUSIBLE = Message(
    "{count} of {total} {role}{part} may be {kind}: {examples}; {advice}",
    "{total} 个{role}{part}中有 {count} 个可能是{kind}：{examples}；{advice}",
)
VALUE_AT = Message("“{text}” ({place})", "“{text}”（{place}）")
LOOKED_AT = Message(" looked at", "（抽查）")
IF_SO = Message("if so: {option}", "若是：{option}")
MARK_TITLES = Message("if so, mark the titles in the file with {marks}", "若是，请在文件中用{marks}标出作品名")
PART_TITLES = Message(
    "no option parts them; if so, give each title a row, and who it is by a column, in the file",
    "没有选项能拆开；若是，请在文件中让每部作品各占一行，作者、单位另设一列",
)
CORRECT_THERE = Message("if so, correct the file there", "若是，请在文件中改正")
ROLES_OF_VALUES = {
    "title": Message("titles", "作品名"),
    "organization": Message("people or organizations", "单位或人名"),
    "category": Message("categories", "类别"),
    "award": Message("awards", "奖项"),
    "year": Message("years", "年份"),
}
KINDS_OF_VALUES = {
    "heading": Message("headings", "表头"),
    "when": Message("years or editions", "年份或届次"),
    "award": Message("awards", "奖项"),
    "body": Message("organizations", "单位"),
    "number": Message("numbers", "数字"),
    "contact": Message("phone numbers or e-mails", "电话或邮箱"),
    "several": Message("several things in one", "连写的几项内容"),
    "remark": Message("remarks", "说明文字"),
    "elsewhere": Message(
        "those of another column, as in a row that lacks a cell", "另一列的内容（该行可能缺一格而错位）"
    ),
}
ROWS_MOVED = Message(
    "{count} row{count:s} without the first {columns} cell{columns:s}, such as {first}, read as under merged cells, "
    "with these cells of the row above; if they are not merged, fill them in the file",
    "{count} 行开头缺 {columns} 格（首处：{first}），按合并单元格读取，这些格同上一行；若不是，请在文件中填上",
)
ROWS_MAY_BE_SHIFTED = Message(
    "{count} row{count:s} may lack the first cells, as below merged cells, and so have all others in the wrong columns "
    "(the first: {first}); since that is not sure, they are not moved; if they do, fill these cells in the file",
    "{count} 行开头可能缺单元格，各列因此错位（首处：{first}）；因不能确定，未作移动；若确实如此，请在文件中填上",
)
AWARDS_ELSEWHERE = Message(
    "“{heading}” has no awards, so “{other}”, which has, is the award; if “{heading}” is: {option}",
    "“{heading}”一列里没有奖项，“{other}”一列里有，因此作为奖项；若“{heading}”才是：{option}",
)
TITLES_ELSEWHERE = Message(
    "{count} of {total} rows have no title; if “{heading}” has it: {option}",
    "{total} 行中有 {count} 行没有作品名；若作品名在“{heading}”一列：{option}",
)
ROLE_NOT_KNOWN = Message(
    "the cells of {headings}, such as “{example}”, may be {role}; if so: {option}",
    "{headings}一列的内容（如“{example}”）可能是{role}；若是：{option}",
)
NOT_ALL_WON = Message(
    "“{heading}” says that not all of them won (“{lost}”); only those that did: --where {asked}",
    "“{heading}”一列表明并非都获奖（“{lost}”）；只看获奖的：--where {asked}",
)
MARKED = Message(
    "“{heading}” has a mark behind {count} name{count:s}, such as “{text}”; it is read as part of the name, and may "
    "say who won: if so, give it a column of its own",
    "“{heading}”一列有 {count} 个名称末尾带标记，如“{text}”，按名称的一部分读取；若表示获奖，请另设一列",
)
SEVERAL_WORKS = Message(
    "{headings} are read as names of one work, in {count} row{count:s} of different ones, such as “{first}” and "
    "“{second}”; if these are two works, give each a row of its own, or leave one out: {option}",
    "{headings}按同一作品的不同名称读取，但有 {count} 行内容不同，如“{first}”与“{second}”；若是两部作品，请分成两行，"
    "或只读其一：{option}",
)
BLANK_IN_GROUP = Message(
    "“{heading}” is filled in {filled} of {total} rows; if it also holds for the rows below: {option}",
    "“{heading}”一列 {total} 行中只填了 {filled} 行；若空白处与上一行相同：{option}",
)
MAY_GIVE_AWARDS = Message(
    "“{heading}”, such as “{example}”, may be who gives the awards, and not who won them; if so: {option}",
    "“{heading}”（如“{example}”）可能是颁奖的一方，不是获奖者；若是：{option}",
)
MAY_BE_OF_VOTERS = Message(
    "“{heading}” may be that of who voted, as “{voter}” says, and not of who won; if so: {option}",
    "“{heading}”可能是投票人（“{voter}”）的，不是获奖者的；若是：{option}",
)
MAKERS_ALONE = Message(
    "in {count} row{count:s} only people or organizations are named (“{example}”); if the title above is theirs too: "
    "{option}",
    "有 {count} 行只写了人或单位（“{example}”）；若上一行的作品也属于他们：{option}",
)
TRY_TITLE = Message(
    "no heading is known as a title; if “{heading}” is one: --column title={asked}",
    "没有能识别为作品名的列；若“{heading}”就是：--column title={asked}",
)
TRY_AWARD = Message(
    "no heading is known as a title, but “{heading}” names awards: --column award={asked}",
    "没有能识别为作品名的列，但“{heading}”是奖项名：--column award={asked}",
)
TRY_ORGANIZATION = Message(
    "if it names people or bodies instead: --column organization={asked}",
    "若该列是人名或单位：--column organization={asked}",
)
NO_HEADING_ROW = Message(
    "if the first row is no heading, name the columns by letter: {options}",
    "若第一行不是表头，请用字母指定各列：{options}",
)
TRY_RECORDS = Message(
    "“{heading}” holds records of its own; to read these: {option}", "“{heading}”中另有记录；若要读取：{option}"
)
SEVERAL_TITLES = Message(
    "“{heading}” holds several titles in a row; if these are works each, for a row each: {option}",
    "“{heading}”一格中有几个作品名；若各是一件作品，可各成一行：{option}",
)
SEVERAL_AWARDS = Message(
    "“{heading}” may name several awards in a row; if so, for a row each: {option}",
    "“{heading}”一格中可能有几个奖项；若是，可各成一行：{option}",
)
TRY_RECORDS_OF_GROUP = Message(
    "“{title}” may only name groups, since “{heading}” holds records of its own; to read these: {option}",
    "“{title}”可能只是分组的名称，因为“{heading}”中另有记录；若要读取：{option}",
)
OTHER_RECORDS = Message("the records read are “{path}”; others: {option}", "读取的是“{path}”中的记录；另有：{option}")
RECORDS_BY_KEY = Message(
    "the records of all keys are read, with the key as a column; those of one key: {option}",
    "各个键下的记录都已读取，键另作一列；只读其中一个：{option}",
)
RECORDS_BY_SOME_KEYS = Message(
    "the records of {names} are read, with the key as a column; those of one key: {option}",
    "已读取 {names} 中的记录，键另作一列；只读其中一个：{option}",
)
OUTSIDE_RECORDS = Message(
    "left out, since they are outside the records: {names}; to have them in each row: {option}",
    "记录之外、未读取的内容：{names}；若要在每一行中保留：{option}",
)
WITHOUT_RECORDS = Message(
    "left out, since nothing is at “{path}” in them: {count} object{count:s}: {records}",
    "其中没有“{path}”而未读取的对象：{count} 个：{records}",
)
VALUES_LEFT_OUT = Message("left out, from around the records: {names}", "记录外层未读取的内容：{names}")
NO_SUCH_RECORDS = Message("{path}: no records at “{records}”", "{path}：“{records}”处没有记录")
NO_RECORDS = Message("{path}: --records is for JSON files", "{path}：--records 只用于 JSON 文件")
NO_ENCODING = Message("{path}: --encoding is for texts", "{path}：--encoding 只用于文本文件")
READ_ALREADY = Message(
    "{path} is a collection, which was read when it was imported: no option on how to read a list applies",
    "{path} 是名单库，导入时已经读好：读取名单的选项对它不起作用",
)
OPTIONS_NOT_USED = Message("not used, since it does not fit this file: {options}", "不适用于此文件，未使用：{options}")
NO_SHEETS = Message("{path}: --sheet is for workbooks", "{path}：--sheet 只用于工作簿")
NO_SUCH_SHEET = Message("{path}: no sheet “{name}”; its sheets: {names}", "{path}：没有工作表“{name}”；现有：{names}")
SHEETS_PASSED = Message(
    "sheets passed over: {names}; --sheet NAME reads one", "未读取的工作表：{names}；可用 --sheet 指定"
)
COLUMN = Message("column {letter}", "{letter} 列")
HIDDEN_READ = Message("hidden in the workbook, but read: {what}", "在工作簿中隐藏，但仍已读取：{what}")
SHEET_HIDDEN = Message("{name} (hidden)", "{name}（隐藏）")
SHEETS_REPEATED = Message(
    "{count} row{count:s} of {names}, also in {others}, read twice; to read each once: {option}",
    "{names}中有 {count} 行也在{others}中，读了两遍；只读一遍：{option}",
)
SHEET_OF_OTHERS = Message("{name} (jury or contacts)", "{name}（评委或联系方式等）")
SHEET_WITHOUT_HEADING = Message("{name} (no heading known)", "{name}（没有能识别的表头）")
TABLE_PASSED = Message(
    "the table in line {line} with {count} row{count:s} below its first is not read, since none of its headings is "
    "known as a title or an organization: {headings}; if one is: --column title=HEADING",
    "第 {line} 行的表格（首行下 {count} 行）未读取：没有能识别为作品名或单位的列（{headings}）；"
    "若其中有：--column title=列名",
)
TABLE_NOT_ASKED = Message(
    "the table in line {line} with {count} row{count:s} below its first is not read, since the options only name a "
    "heading of another one; its headings: {headings}",
    "第 {line} 行的表格（首行下 {count} 行）未读取：选项只指定了另一表格的列；其列为：{headings}",
)
HTML_BESIDE_MARKDOWN = Message(
    "the table in HTML in line {line} with {count} row{count:s} below its first is not read, since those in Markdown "
    "are; to read it, save it as a file of its own",
    "第 {line} 行的 HTML 表格（首行下 {count} 行）未读取：只读取了 Markdown 表格；若要读取，请另存为单独的文件",
)
TABLES_NOT_LISTS = Message(
    "not read, since not like a list: {count} table{count:s} of {rows} row{rows:s} in all, in line {lines}",
    "不像名单而未读取的表格：{count} 个，共 {rows} 行（第 {lines} 行起）",
)
LINKS_AS_TEXT = Message("links are read as their text, without addresses and pictures", "链接只取文字，不含网址和图片")
TABLES_OF_PAGE = Message(
    "the text of its tables is read; links, footnote marks and what is around them are not",
    "只读取页面中的表格文字，不含链接、脚注标记和表格以外的内容",
)
TEMPLATES = Message(
    "{count} part{count:s} for the program that fills the page, such as “{example}” in line {line}, left out with what "
    "the program would write there",
    "页面模板的 {count} 处程序代码（如第 {line} 行“{example}”）略去，程序会在那里写出的内容不在文件中",
)
PAGE_TOO_LARGE = Message("{path}: too large for a page; save it as CSV", "{path}：网页过大；请另存为 CSV")
SHEET_BLANK = Message("{name} (blank)", "{name}（空白）")
READ_IN = Message(
    "read as {encoding}; if characters are wrong, choose with --encoding",
    "按 {encoding} 编码读取；如有乱码，请用 --encoding 指定",
)
FIRST_MAY_BE_TITLE = Message(
    "“{heading}” is read as the heading; if it is a title too: {option}",
    "“{heading}”作为表头；若它也是一个作品名：{option}",
)
ONLY_COLUMN = Message(
    "“{heading}” is not a known heading; as the only column it is read as the title (in a .txt, every line is a title)",
    "表头“{heading}”不能识别，但只有这一列，因此作为作品名（若存为 .txt，则每一行都是作品名）",
)
A_CELL_A_LINE = Message(
    "every line is a title; some look like headings, so if this is a table, save it with a row on each line",
    "每一行都作为一个作品名；有几行像是表头，若本是表格，请另存为每行一条",
)
READ_BY_LINES = Message(
    "each line is read as a cell of a table whose headings are a line each too",
    "每一行读作表格的一格，表头也是一行一格",
)
READ_BY_YEARS = Message(
    "each line is read as a year, who won, by the surname in capitals, and the work; to read every line as a title: "
    "{option}",
    "每一行读作年份、获奖者（姓氏全用大写）和作品；若每行都是作品名：{option}",
)
BY_LETTER = Message(
    "each line has the same number of parts, separated by “{separator}”; to read them as columns: {options}",
    "每行用“{separator}”分成同样多的几部分；要按列读取：{options}",
)
LINES_OF_RESULT = Message(
    "every {count} lines may be one result: one of them always looks like “{text}”; if so, save each result as one row",
    "可能每 {count} 行是一条，因为其中总有一行像“{text}”；若是，请另存为每行一条",
)
SEPARATOR_IN_TEXT = Message(
    "the list has one column, so “{separator}” is part of the text, as in line {line}: “{text}”",
    "名单只有一列，“{separator}”算作文字的一部分，如第 {line} 行：“{text}”",
)
READ_AS_NOTICE = Message(
    "read as a notice: of each line the title and who it is by, with the award and the group named before or above it; "
    "to read every line as a title: --column title=line",
    "按公告读取：每行取作品名和作者或单位，奖项、类别取自行首或上方；若每一行都是作品名：--column title=line",
)
NOTICE_WITH_NAMES = Message(
    "a line that only names a body or people is read as who the title beside it is by; if it is a title: "
    "--column title=line",
    "只写单位或人名的行读作相邻作品的单位或作者；若它也是作品名：--column title=line",
)
NOTICE_OF_COLUMNS = Message(
    "line {line} (“{heading}”) names columns, but only spaces separate their cells, which may be mixed up; put tabs "
    "between them, or read each line whole: --column title=line",
    "第 {line} 行（“{heading}”）是表头，但各列只以空格分隔，可能读串；"
    "请改用制表符分隔，或整行读作作品名：--column title=line",
)
NOTICE_MISCOUNTED = Message(
    "line {line} (“{caption}”) says another number than the {count} result{count:s} read below it; compare them with "
    "the file",
    "第 {line} 行（“{caption}”）所写的数目与下面读到的 {count} 条结果不符；请对照原文核对",
)
NOTICE_NOTHING_BELOW = Message(
    "below “{caption}” line {line} (“{text}”) is set aside, and nothing else is there; if it won, give it the marks or "
    "the number that the others have",
    "“{caption}”之下只有第 {line} 行（“{text}”），读作说明放在一边；若是获奖的，请像别的作品那样加上书名号或编号",
)
NOTICE_THEME = Message(
    "line {line} (“{text}”) is above the first award, so it is set aside as the theme of all; if it is a work, put the "
    "award or the group that it is of above it",
    "第 {line} 行（“{text}”）在第一个奖项之上，读作全部作品的主题，放在一边；若是作品，请在它上面写上所属的奖项或组别",
)
NOTICE_ABOVE_AWARDS = Message(
    "line {line} (“{text}”) is above the first award and is read as a work without one; if it is none, remove the line",
    "第 {line} 行（“{text}”）在第一个奖项之上，读作没有奖项的作品；若不是作品，请删去该行",
)
NOTICE_GROUP = Message(
    "line {line} (“{text}”) is read as the category of the results below it; if it is none, remove the line",
    "第 {line} 行（“{text}”）读作下面各条结果的类别；若不是类别，请删去该行",
)
NOTICE_UNMARKED = Message(
    "line {line} (“{text}”) is read as a title, though the titles around it are in title marks; if it names the group "
    "below it, end it with a colon",
    "第 {line} 行（“{text}”）读作作品名，但前后的作品名都有书名号；若它是下面一组作品的标题，请在行末加冒号",
)
NOTICE_SEVERAL = Message(
    "line {line} (“{text}”) is read as one result, but may name several works with their makers; if so, mark the "
    "titles in the file with {marks}",
    "第 {line} 行（“{text}”）读作一条结果，但可能是几部作品及各自的作者；若是，请在文件中用{marks}标出作品名",
)
MAY_BE_PEOPLE = Message(
    "all titles may be people who won ({examples}); if so: {option}",
    "作品名可能都是获奖者（{examples}）；若是：{option}",
)
NOTICE_SENTENCES = Message(
    "in sentences (line{count:s} {lines}) the words around a title say its award and who made it, and may be misread; "
    "compare the results with the file",
    "第 {lines} 行是成段的文字，奖项和作者由作品名前后的词句判断，可能有误；请对照原文核对",
)
NOTICE_REPEATED = Message(
    "sentences (line{count:s} {lines}) say again what the list has, and are set aside",
    "第 {lines} 行的报道与名单所列相同，放在一边",
)
NOTICE_TITLES_ASIDE = Message(
    "set aside: line{count:s} {lines}, whose titles no result has ({titles}); if one won, write the award, a colon and "
    "the title in the file",
    "第 {lines} 行放在一边，其中的{titles}不在任何一条结果里；若获了奖，请在文件中改写为“奖项：《作品》”",
)
NOTICE_ODD_NAMES = Message(
    "line{count:s} {lines}: what is read as a title, as who made one or as an award looks like a caption, a "
    "count, a part of a sentence or the maker of another title ({names}); compare the results with the file",
    "第 {lines} 行读成作品、作者或奖项的文字（{names}）像是标题、数量、句中的词语或别的作品的作者；请对照原文核对",
)
NOTICE_AWARDS_LEFT = Message(
    "line{count:s} {lines}: what looks like an award is in no result ({awards}); compare the results with the file",
    "第 {lines} 行中像是奖项的文字不在任何一条结果里（{awards}）；请对照原文核对",
)
NOTICE_WITHOUT_MAKERS = Message(
    "line{count:s} {lines}: nearly all titles have who made them, but not {titles}; compare the results with the file",
    "作品几乎都有作者或单位，但第 {lines} 行没有（{titles}）；请对照原文核对",
)
NOTICE_AWARD_UNKNOWN = Message(
    "line {line} says that something won, but not clearly who or what won which award, so none is read there: “{text}”"
    "; to name it, write the award, a colon and the title in the file",
    "第 {line} 行写有获奖，但看不出谁得了什么奖，因此未读取奖项：“{text}”；可在文件中改写为“奖项：《作品》”",
)
READ_AS_LINES = Message("no heading is known, so every line is a title", "没有能识别的表头，因此每一行都作为一个作品名")
CELLS_WITHOUT_VALUE = Message(
    "{count} cell{count:s} with an error, or a formula without its value, read as empty",
    "{count} 个单元格出错或公式没有计算结果，按空白读取",
)
ROWS_UNNAMED = Message(
    "{count} row{count:s} with neither a title nor an organization, kept", "{count} 行既无作品也无单位，已保留"
)
IDS_REPEATED = Message(
    "{heading} is not used as the id: “{id}” occurs twice; rows are numbered instead",
    "“{heading}”未用作编号：“{id}”重复出现；改按行号编号",
)
TOO_MANY_NAMED = Message("more than {most} organizations", "单位超过 {most} 个")
TOO_LONG = Message("longer than {most:,} characters", "超过 {most:,} 个字符")
SHEET_FULL = Message("a sheet of Excel has {most:,} rows", "Excel 的工作表最多 {most:,} 行")
CELL_FULL = Message(
    "row {row}, {column}: an Excel cell holds at most {most:,} characters",
    "第 {row} 行“{column}”：Excel 的单元格最多 {most:,} 个字符",
)
NOT_FOR_CELLS = Message(
    "row {row}, {column}: a workbook cannot hold the character {character}",
    "第 {row} 行“{column}”：工作簿无法保存字符 {character}",
)
NOT_A_WORKBOOK = Message(
    "{path}: not a readable workbook, or one of more than three million cells; save it as CSV",
    "{path}：不是可读取的工作簿，或单元格超过三百万个；请另存为 CSV",
)
NO_TABLE = Message(
    "{path}: a collection file has no rows to match; write them first: awardcli export LIST.csv --data FILE.awards",
    "{path}：名单库文件不能逐行匹配；请先导出：awardcli export 名单.csv --data 名单库.awards",
)
ONLY_BY_NAME = Message(
    "{path}: a workbook or collection cannot be read from a pipe or standard input; save it and name the file",
    "{path}：工作簿和名单库无法从管道或标准输入读取；请存为文件后给出文件名",
)
NO_TEXT = Message(
    "{path}: neither text nor a workbook; save the list as XLSX or CSV",
    "{path}：既不是文本也不是工作簿；请将名单存为 XLSX 或 CSV",
)
OTHER_FORMAT = Message(
    "{path}: this is {format}, which is not read as a list; save the list in it as XLSX, CSV or JSON",
    "{path}：这是{format}，不能作为名单读取；请将其中的名单另存为 XLSX、CSV 或 JSON",
)
ADVICE_ON_FORMATS = {
    "web page": Message(
        "none of its tables is read; in a browser, copy the list, paste it into Excel or a .txt file, and save that",
        "其中的表格都不能读取；请在浏览器中复制名单，粘贴到 Excel 或 .txt 文件后保存",
    ),
    "Markdown page": Message(
        "a table in it (| title | director |) is read, and so are titles in a .txt file, one a line",
        "文稿中的表格（| 片名 | 导演 |）可以读取；每行一个片名的 .txt 文件也可以",
    ),
}
PROTECTED = Message(
    "{path}: protected by a password; open it in Excel and save it without one",
    "{path}：文件有密码保护；请用 Excel 打开，取消密码后另存",
)
SIDE_BY_SIDE_DOWN = Message(
    "the headings repeat: {count} tables side by side are read as one, the left one first, as they are numbered",
    "表头重复：{count} 个并排的表合并读取，按序号先左后右",
)
SIDE_BY_SIDE_CAPTIONED = Message(
    "the headings repeat: {count} tables side by side are read as one, each under its own caption",
    "表头重复：{count} 个并排的表合并读取，各归各的标题",
)
SIDE_BY_SIDE = Message(
    "the headings repeat: {count} tables side by side are read as one, row by row",
    "表头重复：{count} 个并排的表合并读取，逐行从左到右",
)
MAKERS_JOINED = Message(
    "{count} row{count:s} under a merged title read as part of the work above",
    "合并的作品名称下的 {count} 行已并入上面的作品",
)
BEHIND_A_GAP = Message(
    "{headings}: behind a blank column; if that is another table, its cells do not belong to the rows beside them",
    "{headings}：在一个空列之后；如果是另一张表，其内容与左边各行无关",
)
MAY_BE_HEADING = Message(
    "line {line} is read as a result, though its cells are usual headings; a blank line above it would begin a table",
    "第 {line} 行读作一条结果，但各格像是表头；如果是另一张表的表头，请在其上方加一个空行",
)
CROSSED_AWARDS = Message(
    "the headings are awards, so each cell is read as a row with its award; to read one award: {option}",
    "表头是奖项，因此每个单元格连同奖项读作一条；只读一个奖项：{option}",
)
TICKED = Message(
    "the headings of the columns with ticks are read as the award or category of each row: {headings}; "
    "to read each row as it is: {option}",
    "打勾各列的表头读作各行的奖项或类别：{headings}；要逐行照原样读：{option}",
)
AWARD_IN_HEADING = Message(
    "“{heading}” is read as the award of each row, under “{added}”; if it is none: --column other={added}",
    "“{heading}”读作各行的奖项，列在“{added}”下；如果不是奖项：--column other={added}",
)
MAY_BE_AWARD_OF_ALL = Message(
    "“{heading}” may be the award of every row; if so: {option}",
    "“{heading}”可能是各行的奖项；如果是：{option}",
)
ODD_AMONG_TICKS = Message(
    "{remark}; “{text}” among the ticks is neither yes nor no, and kept behind the award of its row",
    "{remark}；打勾中的“{text}”不是是也不是否，保留在该行的奖项后面",
)
NOT_FILLED_DOWN = Message(
    "“{heading}” comes from other headings, so a blank cell there says that there is none: --fill-down leaves it",
    "“{heading}”来自其他表头，空着就是没有，因此 --fill-down 不填这一列",
)
NOT_A_TICK = Message(
    "“{text}” under “{heading}” is no tick, as the 1 and 0 above are; if these columns count: --column other={quoted}",
    "“{heading}”下的“{text}”不是打勾，而上面各行是 1 和 0；如果各列是数目：--column other={quoted}",
)
MAY_BE_TICKS = Message(
    "{headings} have only 1 and 0, which may count; if 1 says that the row won, read the headings as awards: {option}",
    "{headings} 只有 1 和 0，可能是数目；如果 1 表示该行获奖，可把表头读作奖项：{option}",
)
FLAGS_MAY_BE_AWARDS = Message(
    "below {headings} is only yes or no; if the rows with yes won that award: {option}",
    "{headings} 下只有是或否；如果“是”的各行获得了这个奖项：{option}",
)
CROSSED_CATEGORIES = Message(
    "the headings are categories, so each cell is read as a row with its category; to read one: {option}",
    "表头是类别，因此每个单元格连同类别读作一条；只读一个类别：{option}",
)
CROSSED = Message(
    "the headings are years or editions, so each cell is read as a row with its own; to read one: {option}",
    "表头是年份或届次，因此每个单元格连同年份或届次读作一条；只读一年：{option}",
)
BY_LINE = Message(
    "each work that a cell lists is read as a row; to read a cell as one title: {option}",
    "单元格里列出的作品每部读作一条；若一个单元格是一个作品名：{option}",
)
BY_OUTCOME = Message(
    "a cell has several awards and says whether each was won, so each is read as a row; to read a cell as one award: "
    "{option}",
    "单元格里写明是否获奖的每个奖项读作一条；若一个单元格是一个奖项：{option}",
)
NUMBERED = Message(
    "the headings repeat by their numbers, so each is read as a row; to read a row as one result: {option}",
    "表头按序号重复，因此每一组读作一条；若一行是一条：{option}",
)
LABELLED = Message(
    "each line has a heading and a cell, so the lines up to the same heading again are read as one row",
    "每一行是一个列名加内容，因此读到列名重复时另起一条",
)
WINNERS_ARE_TITLES = Message(
    "“{heading}” is read as the title, since “{maker}” says who made it; if it names people or bodies: {option}",
    "“{heading}”读作作品名，因为“{maker}”写的是作者；若它写的是人或单位：{option}",
)
SEVERAL_IN_A_ROW = Message(
    "a row has several cells under “{heading}”, and each is read as a row",
    "一行在“{heading}”下有多个单元格，每格读作一条",
)
UNNAMED_BESIDE = Message(
    "{columns} have no heading behind “{heading}”; if their cells are more of it, give each its own row in the file",
    "“{heading}”右侧的 {columns} 列没有表头；若也是这一类内容，请在文件中各占一行",
)
ON_ITS_SIDE = Message(
    "the headings are in the first column, so each column is read as a row", "表头在第一列，因此每一列作为一行读取"
)
TOO_LARGE = Message("{path}: unpacks to more than 256 MiB; save it as CSV", "{path}：解压后超过 256 MiB；请另存为 CSV")
NOT_A_COLLECTION = Message("{path}: not a collection file of awardcli", "{path}：不是 awardcli 的名单库文件")
OLDER_COLLECTION = Message(
    "{path}: made by an earlier version of awardcli; make it again from its lists: "
    "awardcli import LIST... -o {path} --force",
    "{path}：由较早版本的 awardcli 生成，请用原来的名单重新生成：awardcli import 名单... -o {path} --force",
)
NEWER_COLLECTION = Message(
    "{path}: made by a later version of awardcli; update awardcli to read it",
    "{path}：由较新版本的 awardcli 生成，请升级 awardcli 后再读取",
)
TOO_WIDE = Message("more than {most:,} columns", "超过 {most:,} 列")
TOO_MANY_COLUMNS = Message(
    "{path}: the lists have more than {most} columns; a collection holds no more, so leave some out of the lists",
    "{path}：名单共有超过 {most} 列，名单库最多保存 {most} 列；请从名单中删去一些列",
)
TOO_MANY_LISTS = Message(
    "{path}: the rows have more than {most} different sets of columns; give them all the same columns",
    "{path}：各行的列各不相同，超过 {most} 种；请统一各行的列",
)
DAMAGED = Message("{path}: damaged: {reason}", "{path}：已损坏：{reason}")
LEFT_OPEN = Message(
    "another program is writing to it, or was interrupted while writing", "另一程序正在写入，或写入时中断"
)
BAD_RECORD = Message("result {position} is malformed", "第 {position} 条结果有误")
BAD_TABLE = Message("the table {table} is malformed", "表 {table} 有误")
COLUMN_TAKEN = Message(
    "{path}: it already has a column {column}, which match would write",
    "{path}：已有名为 {column} 的列，与 match 要写入的列重名",
)
MATCH_AGAIN = Message(
    "to match it again, match what this writes: awardcli export NEW.csv -c {columns} --data {path}{same_reading}",
    "要重新匹配，请匹配由此写出的文件：awardcli export 新文件.csv -c {columns} --data {path}{same_reading}",
)
TRY_VALIDATE = Message(
    "all problems: awardcli validate {path}{same_reading}", "查看全部问题：awardcli validate {path}{same_reading}"
)
VALID = Message("{path}: valid; {counts}", "{path}：有效；{counts}")
RESULTS_COUNTED = Message("results: {count}", "结果 {count} 条")
CATEGORIES_COUNTED = Message("categories: {count}", "类别 {count} 个")
ORGANIZATIONS_COUNTED = Message("organizations: {count}", "单位 {count} 个")
PROBLEMS = Message(
    "{path}: not a valid list; {count} problem{count:s}, {shown} shown",
    "{path}：不是有效的名单；共 {count} 处问题，列出 {shown} 处",
)
READ_AS = Message("read as {how}", "读取方式：{how}")
FORMATS_READ = {
    "csv": Message("a table of text", "文本表格"),
    "json": Message("JSON", "JSON"),
    "jsonl": Message("JSON lines", "JSON lines"),
    "lines": Message("plain lines", "纯文本行"),
    "xlsx": Message("an XLSX workbook", "XLSX 工作簿"),
    "xls": Message("an XLS workbook", "XLS 工作簿"),
    "ods": Message("an ODS workbook", "ODS 工作簿"),
    "html": Message("the tables of a web page", "网页中的表格"),
    "awards": Message("a collection", "名单库"),
}
SEPARATORS = {
    ",": Message("separated by commas", "以逗号分隔"),
    "\t": Message("separated by tabs", "以制表符分隔"),
    ";": Message("separated by semicolons", "以分号分隔"),
    "|": Message("separated by bars", "以竖线分隔"),
    " ": Message("separated by spaces", "以空格分隔"),
}
SEPARATOR = Message("separated by {separator}", "以 {separator} 分隔")
SHEETS = Message("sheets: {names}", "工作表：{names}")
RECORDS_AT = Message("records at {path}", "记录位于 {path}")
HEADING_AT = Message("heading in line {line}", "表头在第 {line} 行")
KEPT_AS_IT_IS = Message("kept, no role", "照原样保留")
SET_ASIDE = Message("{count} row{count:s} set aside", "未作为结果的行：{count} 行")
ROW_ASIDE = Message("{text} ({why})", "{text}（{why}）")
WHY_ASIDE = {
    "total": Message("total", "合计"),
    "signature": Message("signature or note", "落款或附注"),
    "heading": Message("heading", "表头"),
    "section": Message("section", "小标题"),
    "vacant": Message("not awarded", "空缺"),
    "label": Message("said of the line above", "上一行的说明"),
}
REFUSED = Message("{count} row{count:s} that cannot be read", "无法读取的行：{count} 行")
LINE = Message("line {line}", "第 {line} 行")
ROWS_ASIDE = Message("{count} row{count:s}", "{count} 行")
SHEETS_ASIDE = Message("{count} sheet{count:s}", "{count} 个工作表")
ASIDE = Message("{what} set aside", "未读取 {what}")
MAY_NEED = Message("may need {options}", "可能需要 {options}")
DETAILS = Message(
    "{said}; see: awardcli validate {path}{same_reading}", "{said}，详见：awardcli validate {path}{same_reading}"
)
ROWS_UNMATCHED = Message(
    "{count} row{count:s} cannot be read, not matched; {first}", "{count} 行无法读取，未匹配；{first}"
)
ROWS_LEFT_OUT = Message("{count} row{count:s} left out, cannot be read; {first}", "{count} 行无法读取，已略去；{first}")
WANTED_TEXT = Message("must be text", "应为文字")
WANTED_PATTERN = Message("“{value}” is not in the required form", "“{value}”的写法不合要求")
WANTED_NUMBER = Message("must be a whole number of at least {minimum}", "应为不小于 {minimum} 的整数")
WANTED_CHOICE = Message("must be one of: {choices}", "应为其中之一：{choices}")
WANTED_LIST = Message("must be a list", "应为列表")
WANTED_SOME = Message("must not be empty", "不能为空")
WANTED_DISTINCT = Message("has a duplicate", "有重复项")
WANTED_OBJECT = Message("must be an object", "应为对象")
WANTED_ARRAY = Message("must be an array", "应为数组")
WANTED_NOTE = Message(
    "needs a note in both languages, as it is not certain in print", "可靠程度不是“原文明确”的，须有中英文说明"
)
WANTED_BOTH = Message("needs a title and its reading, or neither", "作品名与其拼音须同时有或同时无")
KEY_MISSING = Message("missing key {key}", "缺少键 {key}")
KEY_UNKNOWN = Message("unknown key {key}", "未知的键 {key}")
NOTHING_NAMED = Message("neither a title nor an organization", "既无作品也无单位")
NOT_DESCRIBED = Message("“{value}” is not defined in this file", "本文件中没有“{value}”的条目")
REPEATED = Message("duplicate “{value}”", "“{value}”重复出现")

# show and about
PRINTED_LINE = Message("printed line {number}", "名单第 {number} 行")
ABOUT_FILE = Message("file", "文件")
ABOUT_THEME = Message("theme", "主题")
ABOUT_HELD = Message("held", "时间")
HELD = Message("{begin} to {end}", "{begin} 至 {end}")
ABOUT_WORKS = Message("works", "作品")
SUBMITTED = Message("{count} submitted", "征集 {count} 部")
HONOURED = Message("{count} honoured", "获奖 {count} 部")
VIEWED = Message("more than {count} views", "传播量超过 {count}")
EDITIONS_OF_YEARS = Message("{count}, {first} to {last}", "{count}（{first} 至 {last}）")
YEARS_SPANNED = Message("{first} to {last} ({count} years)", "{first} 至 {last}（{count} 个年份）")
ABOUT_EDITIONS = Message("editions", "届数")
ABOUT_SOURCE = Message("source", "来源")
ABOUT_RESULTS = Message("results", "结果")
RESULTS_ADD_UP = Message(
    "{results}: {works} works + {organizations} organizations honoured themselves",
    "{results} 条：{works} 部作品 + {organizations} 个受表彰的单位",
)
ABOUT_CATEGORIES = Message("categories", "类别")
ABOUT_ORGANIZATIONS = Message("organizations", "单位")
ABOUT_UNCERTAIN = Message("uncertain", "存疑")
UNCERTAIN_ADD_UP = Message(
    "{count}, {without} of them without a title in print", "{count} 条，其中 {without} 条在公布的名单里就缺作品名"
)
MORE_NOTES = Message("and {count} more notes", "另有 {count} 条说明")
ABOUT_CITE = Message("to cite it", "引用")
CITED = Message(
    "{title}: award list, {count} results.{source} Compiled in awardcli {version}.",
    "{title}获奖名单，{count} 条。{source}awardcli {version} 整理。",
)
CITED_SOURCE = Message(" Source: {source}.", "来源：{source}。")
CITED_NOTE = Message("Award list, {count} results.{source}", "获奖名单，{count} 条。{source}")
ABOUT_VERSION = Message("version", "版本")
LICENSED = Message(" ({licence})", "（{licence}）")
LICENCE = Message("code: MIT; the list: published facts", "代码：MIT；名单：已公开的事实")

# charts and pages
COUNTED_BY = Message("results by {column}", "各{column}获奖数")
COUNTED_BY_OWN = Message("results by {column}", "各{column}条数")
"""What a chart of a user's list is called, which need not be a list of awards."""
NONE = Message("(none)", "（无）")
SOURCE = Message("Source: {source}", "来源：{source}")
PAGE_FIND = Message("Find (characters, pinyin or initials)", "查找（汉字、拼音或首字母）")
PAGE_ALL_SHOWN = Message("{total} in all", "共 {total} 条")
PAGE_SOME_SHOWN = Message("{shown} of {total}", "{shown} 条，共 {total} 条")
PAGE_SORT = Message("Sort by", "排序")
PAGE_NOTHING = Message("Nothing matches.", "没有符合的结果。")

# browse
NO_TERMINAL = Message("browse needs a terminal to draw on", "browse 需要终端才能显示界面")
TRY_SEARCH = Message("without a terminal: awardcli search QUERY", "没有终端时请用：awardcli search 词")
BROWSE_NEEDS_TEXTUAL = Message(
    "browse needs the optional package Textual; the command that installs it:",
    "browse 需要可选组件 Textual，安装命令：",
)
BROWSE_PLACEHOLDER = Message("part of a title, its sound, pinyin or initials", "作品名片段、同音字、拼音或首字母")
BROWSE_COUNT = Message("{count} result{count:s}", "共 {count} 条")
BROWSE_FIRST_OF = Message("the first {shown} of {total}", "共 {total} 条，列出前 {shown} 条")
BROWSE_FIRST = Message("the first {shown}; there may be more", "列出前 {shown} 条，可能还有更多")
BROWSE_SEARCHING = Message("searching", "正在查找")
BROWSE_BY_ORGANIZATION_TOO = Message("{count} more by organization: F4", "另有 {count} 条单位匹配：按 F4 查看")
ALL = Message("all", "全部")
BROWSE_ORGANIZATIONS_TOO = Message("organizations", "单位匹配")
BROWSE_YES = Message("always", "始终")
BROWSE_NO = Message("auto", "自动")
BROWSE_EXPORT = Message(
    "export to a file; its suffix decides the format: {suffixes}", "导出为文件，后缀决定格式：{suffixes}"
)
BROWSE_REPLACE = Message(
    "{path} exists; press Enter again to replace it, or type another name",
    "{path} 已存在；再按一次 Enter 覆盖，改名则保留原文件",
)
BROWSE_WRITING = Message("writing {path}", "正在写入 {path}")
KEY_PRINT = Message("print the result and leave", "输出所选结果并退出")
KEY_MOVE = Message("move in the list, also while typing", "在列表中移动，输入时也可用")
KEY_TAB = Message("to the list; there single letters are keys", "切换到列表，在列表中可按单个字母")
KEY_BACK = Message("back to what is typed", "回到输入框")
KEY_CATEGORY = Message("choose a category", "选择类别")
KEY_DISTRICT = Message("choose a district", "选择区")
KEY_ORGANIZATIONS = Message("match organizations: auto or always", "单位匹配：自动或始终")
KEY_EXPORT = Message("export all results found", "导出全部符合条件的结果")
KEY_HELP = Message("show the keys", "显示全部按键")
KEY_LEAVE = Message("leave without a choice (exit code 130)", "不选择，直接退出（退出码 130）")
KEYS_LINE = Message(
    "Enter print | Tab list | ^E export | F1 keys | Esc leave", "Enter 输出 | Tab 列表 | ^E 导出 | F1 按键 | Esc 退出"
)

# help
USAGE_OF = Message("Usage: {usage}", "用法：{usage}")
EXAMPLES = Message("Examples:", "示例：")
WHICH_RESULTS = Message("Filters:", "筛选：")
HOW_IT_IS_WRITTEN = Message("Output:", "输出方式：")
YOUR_LIST = Message("Your own list:", "自己的名单：")
HOW_FILES_ARE_READ = Message("How the files are read:", "读取方式：")
WHAT_A_ROW_NAMES = Message("What a row names:", "每行的内容：")
EVERYWHERE = Message("Every command:", "通用选项：")
BEFORE_COMMAND = Message("Options before or after any command:", "可写在命令之前或之后的选项：")
EXIT_CODES = Message("Exit codes:", "退出码：")
VARIABLES = Message("Environment variables:", "环境变量：")
GROUP_FIND = Message("Find", "查找")
GROUP_LIST = Message("List", "列出")
GROUP_HAND_ON = Message("Hand on", "导出")
GROUP_OWN_LISTS = Message("Own lists", "自己的名单")
GROUP_HELP = Message("Help", "帮助")
ABOUT_AWARDCLI = Message(
    "Who won what in a Chinese award list, found the way you remember it.", "查找获奖作品：记得多少，就输入多少。"
)
MORE_HELP = Message(
    "Options of a command: awardcli COMMAND -h. Exit codes: awardcli help codes.",
    "各命令的用法：awardcli 命令 -h；退出码：awardcli help codes",
)
MORE_OPTIONS = Message("What these options do: awardcli help options", "这些选项的说明：awardcli help options")
HELP_SEARCH = Message("find a title by part, sound or pinyin", "查找作品：片段、同音字、拼音、首字母均可")
HELP_LIST = Message("all results, or the filtered ones", "全部结果，或筛选后的结果")
HELP_LIST_BY_CATEGORY = Message("a category's results, or all categories", "某一类别的结果，或全部类别")
HELP_LIST_BY_ORGANIZATION = Message("what an organization won, or all", "某单位所获奖项，或全部单位")
HELP_SHOW = Message("one result in full, by its title or id", "某一作品的全部信息，按作品名或编号")
HELP_EXPORT = Message("write CSV, Excel, JSON, a web page, ...", "导出 CSV、Excel、JSON、Markdown、网页等")
HELP_STATS = Message("count by category, district, award, ...", "按类别、区、奖项等计数")
HELP_ABOUT = Message("source of the list, what is uncertain", "名单的来源、数目和存疑之处")
HELP_CITE = Message("how to cite the list: plain and BibTeX", "引用格式：文字和 BibTeX")
HELP_VALIDATE = Message("how a list of yours is read", "检查自己的名单会如何读取")
HELP_IMPORT = Message("build a collection of up to a million", "将名单导入为名单库，百万条也能即时查找")
HELP_OF_HELP = Message("explain a command, its options, or the exit codes", "说明某个命令的用法、选项或退出码")
HELP_TOPIC = Message(
    "a command; options: what the options of many commands do; codes: exit codes and variables",
    "某个命令；options 为各命令共有的选项，codes 为退出码和环境变量",
)
HELP_COMPLETION = Message("complete commands, options and names with Tab", "用 Tab 键补全命令、选项和名称")
HELP_SHELL = Message("the shell to print the script for", "要输出哪种 shell 的补全脚本")
SETTING_UP = Message("Setting up, one line in:", "启用方法：在下列文件中加一行")
HELP_BROWSE = Message("search as you type, print or export", "边输入边查找，可查看、输出、导出")
HELP_FIRST_QUERY = Message("the first search; without it, all results", "起始的查找词；不填则显示全部结果")
HELP_FILES = Message("the lists: CSV, TSV, JSON, JSON lines, Excel", "要读取的名单：CSV、TSV、JSON、JSON lines、Excel")
HELP_COLLECTION = Message("the collection to write, ending in .awards", "要写入的名单库，以 .awards 结尾")
HELP_APPEND = Message("add to the collection instead of replacing it", "添加到已有名单库，而不是覆盖")
HELP_VALIDATE_FORMAT = Message("the same as JSON, for programs", "以 JSON 输出，供程序使用")
HELP_COLUMN = Message(
    "what a heading means, as title=Film; may be repeated", "说明未能识别的列名，如 title=剧名；可重复使用"
)
HELP_SHEET = Message("only this sheet (default: all); may be repeated", "只读取这个工作表（默认全部）；可重复使用")
HELP_RECORDS = Message(
    "where the records of a JSON file are, as data.items", "JSON 文件中记录所在的位置，如 data.items"
)
HELP_FILL_DOWN = Message(
    "fill empty cells of this column from above; may be repeated", "此列的空单元格沿用上一行的值；可重复使用"
)
HELP_ENCODING = Message(
    "the encoding of text files, these or others that Python knows (default: found out)",
    "文本文件的编码，也可用 Python 支持的其他编码（默认自动识别）",
)
HELP_SET = Message(
    "fill a missing column or blank cells, such as year=2021; may be repeated",
    "补填缺少的列或空白的单元格，如 year=2021；可重复使用",
)
HELP_REJECTS = Message(
    "write rows that cannot be read to this CSV file (default: they stop the import)",
    "将有误的行写入此 CSV 文件（默认有一行有误就不导入）",
)
HELP_MATCH = Message("which rows of a file won what", "查出自己文件中的每一行得了什么奖")
HELP_MATCH_FILE = Message(
    "your file: a table, a workbook, JSON or plain lines; - is standard input",
    "自己的文件：表格、工作簿、JSON 或纯文本行；- 为标准输入",
)
HELP_FIELD = Message(
    "what a row names (default: a title, if there are any)", "每行所写的是作品名还是单位（默认作品名，没有则为单位）"
)
HELP_JOBS = Message("processes that share the work (default: one per core)", "同时运行的进程数（默认每核一个）")
HELP_QUERY = Message("part of a title; several words must all match", "记得的作品名片段；多个词须同时匹配")
HELP_NAMED_CATEGORY = Message(
    "a category by name, part of it, pinyin or id; without one, all categories",
    "类别的名称或其中一部分、拼音、编号；不填则列出全部类别",
)
HELP_NAMED_ORGANIZATION = Message(
    "an organization by name or part of it; without one, all organizations",
    "单位的全称或其中一部分；不填则列出全部单位",
)
HELP_ID = Message("the id of a result (9-micro-film-05), or its title", "结果的编号（如 9-micro-film-05）或作品名")
HELP_FILE = Message(
    "the list to check: text, JSON, a workbook or a collection", "待检查的名单：文本、JSON、工作簿或名单库"
)
HELP_EXPORT_TO = Message("the file to write; its suffix decides the format", "要写入的文件；后缀决定格式")
HELP_IN = Message("where to look (default: titles first)", "查找范围（默认先作品，后单位）")
HELP_EXACT = Message("only as typed: none by sound, none near", "只按字面匹配，不按读音，也不找近似结果")
HELP_EXPLAIN = Message("say how each hit matched, and how it scored", "说明每条结果如何匹配、相似度如何得出")
HELP_MIN_SCORE = Message("the lowest score of a near result", "近似结果的最低相似度")
HELP_BY = Message("the column to count by (default: category)", "按哪一列计数（默认按类别）")
HELP_DATA = Message("your own list instead of the bundled one", "改用自己的名单文件")
HELP_CATEGORY = Message(
    "only this category; part of the name, pinyin or initials will do", "只看该类别（可只写一部分、拼音或首字母）"
)
HELP_AWARD = Message("only this award", "只看该奖项")
HELP_ORGANIZATION = Message("only organizations of this name, or with this part of it", "只看该单位（可只写一部分）")
HELP_DISTRICT = Message("only this district", "只看该区")
HELP_KIND = Message("only this kind of organization", "只看该类型的单位")
HELP_EDITION = Message("only this edition, by number or year", "只看该届（届次或年份）")
HELP_WHERE = Message(
    "only where a column has this value (none: HEADING=); may be repeated",
    "只看某列为此值的结果，如 国家=中国（国家= 为空值）；可重复使用",
)
HELP_EXPORT_FORMAT = Message("the format (default: that of the suffix)", "输出格式（默认由后缀决定）")
HELP_FORMAT = Message("the format (default: a table; TSV in a pipe)", "输出格式（默认终端为表格，管道为 TSV）")
HELP_OUTPUT = Message(
    "write to a file, in the format of its suffix; - is standard output", "写入文件，后缀决定格式；- 为标准输出"
)
HELP_FORCE = Message("replace an existing file", "覆盖已有文件")
HELP_BOM = Message(
    "a byte order mark, by which Excel knows UTF-8 (default: in CSV files)",
    "加 BOM 以便 Excel 识别 UTF-8（默认仅 CSV 文件）",
)
HELP_HEADER = Message(
    "headings in English or Chinese, the list's own, or none", "列名用英文、中文或名单自己的，或不要列名"
)
HELP_COLUMNS = Message("only these columns, in this order", "只要这些列，并按此顺序")
HELP_SORT = Message(
    "sort by a column, - for descending, Chinese by pinyin; again for equal ones",
    "按某列排序，前加 - 为倒序，中文按拼音；可再写一列，排相同的行",
)
HELP_LIMIT = Message(
    "at most N results (default: 50 on a terminal, else all)", "最多显示多少条（默认终端 50 条，其他不限）"
)
HELP_NO_PAGER = Message("never show a long text in a pager", "内容再长也不分页显示")
HELP_COUNT = Message(
    "only the number of results (of match: of rows that match)", "只显示条数（match 为找到对应结果的行数）"
)
HELP_EXCEL_SAFE = Message("put ' before a cell that Excel would run as a formula", "在 Excel 会当作公式的单元格前加 '")
HELP_QUIET = Message("only errors, and rows that cannot be read", "只显示错误和无法读取的行，不显示其他提示")
HELP_HELP = Message("show this help", "显示本帮助")
HELP_VERSION = Message("show the version", "显示版本")
HELP_LANG = Message("the language of messages (default: your system's)", "界面语言（默认随系统）")
HELP_COLOR = Message("whether to use colour (default: on a terminal)", "是否使用颜色（默认只在终端使用）")
CODE_ANSWERED = Message("answered", "有结果")
CODE_NOTHING = Message("nothing found, or no such name", "没有找到，或名称不存在")
CODE_USAGE = Message("wrong use", "用法有误")
CODE_FILE = Message("a file cannot be read, is not valid, or cannot be written", "文件无法读取、内容无效或无法写入")
CODE_SIGNALS = Message(
    "ended by a signal, after cleaning up; 130 also: browse left without a choice",
    "被信号终止（已清理）；130 也表示未选择即退出 browse",
)
CODE_BROKEN_PIPE = Message("the reader closed the pipe", "管道的读取方已关闭")
VARIABLE_DATA = Message("the list, where --data is not given", "未给出 --data 时使用的名单")
VARIABLE_LANG = Message("zh or en, where --lang is not given", "未给出 --lang 时的语言：zh 或 en")
VARIABLE_COLOR = Message("no colour; colour even without a terminal", "前者不用颜色，后者在非终端也用颜色")
VARIABLE_DEBUG = Message("1 shows the traceback of an internal error", "设为 1 时显示内部错误的位置")
VARIABLE_PAGER = Message(
    "the program that shows long tables and help (default: less); empty for none",
    "分页显示长表格和帮助的程序（默认 less）；设为空则不用",
)
INTERNAL = Message(
    "internal error ({error}); AWARDCLI_DEBUG=1 shows where", "程序内部出错（{error}）；设 AWARDCLI_DEBUG=1 可查看位置"
)
