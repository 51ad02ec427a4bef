"""Every sentence is there in both languages, says the same in both, and is said somewhere."""

import errno
import re
from string import Formatter

from awardcli import messages
from awardcli.messages import Message
from support import HOME

MESSAGES = {
    name: message
    for name, message in vars(messages).items()
    if isinstance(message, Message) and not name.startswith("_")
}
SOURCES = [path.read_text(encoding="utf-8") for path in (HOME / "src").rglob("*.py")]
USED = {name for source in SOURCES for name in re.findall(r"\bmessages\.([A-Z][A-Z0-9_]+)\b", source)}


def placeholders(text: str) -> set[tuple[str, str]]:
    """The `{values}` of a sentence, each with how it is formatted; a plural s is English alone."""
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None and spec != "s"}


def words(text: str) -> str:
    """A sentence without its values and without what is typed on a command line."""
    return re.sub(r"\{.*?\}|awardcli\b.*|-\S+", "", text)


def test_there_are_messages_to_look_at() -> None:
    assert len(MESSAGES) > 100


def test_both_languages_have_the_same_values() -> None:
    assert [name for name, message in MESSAGES.items() if placeholders(message.en) != placeholders(message.zh)] == []


def test_the_chinese_is_chinese() -> None:
    speaking = {name: message.zh for name, message in MESSAGES.items() if re.search("[A-Za-z]", words(message.en))}
    assert [name for name, chinese in speaking.items() if not re.search(r"[\u4e00-\u9fff]", chinese)] == []


def test_the_english_is_english() -> None:
    chinese = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
    assert [name for name, message in MESSAGES.items() if chinese.search(words(message.en))] == []


def test_a_message_is_one_line_without_a_space_at_its_end() -> None:
    texts = [(name, text) for name, message in MESSAGES.items() for text in message if re.search(r"\w", text)]
    assert [name for name, text in texts if text.lstrip() != " ".join(text.split())] == []


def test_no_message_is_left_over() -> None:
    assert MESSAGES.keys() - USED == set()


def test_a_message_follows_the_language_that_is_settled() -> None:
    message = Message("{count} results", "{count} 条")
    messages.settle("zh")
    assert message(count=2) == "2 条"
    messages.settle("en")
    assert message(count=2) == "2 results"


def test_a_count_of_one_has_no_plural() -> None:
    message = Message("{count} result{count:s}", "{count} 条")
    for count, english in ((0, "0 results"), (1, "1 result"), (2, "2 results"), ("500+", "500+ results")):
        assert message(count=count) == english
        assert message.worded(chinese=True, count=count) == f"{count} 条"


def test_large_numbers_are_written_as_people_read_them() -> None:
    assert messages.large(190_000_000) == "190,000,000"
    messages.settle("zh")
    assert [messages.large(number) for number in (190_000_000, 23_500, 668)] == ["1.9 亿", "2.35 万", "668"]


def test_names_are_listed_as_the_language_lists_them() -> None:
    assert messages.listed(["微电影", "微视频"]) == "微电影, 微视频"
    messages.settle("zh")
    assert messages.listed(["微电影", "微视频"]) == "微电影、微视频"


def test_why_the_system_refused_is_said_in_the_readers_language() -> None:
    reasons = {
        errno.ENOENT: ("no such file or folder", "文件不存在"),
        errno.EACCES: ("permission denied", "没有权限"),
        errno.EPERM: ("permission denied", "没有权限"),
        errno.ENOSPC: ("the disk is full", "磁盘已满"),
    }
    errors = {number: OSError(number, "in the words of the system") for number in reasons}
    english = {number: messages.reason(error) for number, error in errors.items()}
    messages.settle("zh")
    assert {number: (english[number], messages.reason(error)) for number, error in errors.items()} == reasons


def test_a_rare_reason_is_given_in_the_words_of_the_system() -> None:
    assert messages.reason(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"


def test_a_reason_without_a_number_is_given_verbatim() -> None:
    assert messages.reason(OSError("not from the system")) == "not from the system"
    assert messages.reason(ValueError("embedded null byte")) == "embedded null byte"
