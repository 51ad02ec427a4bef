"""Every sentence is there in both languages, says the same in both, and is said somewhere."""

import errno
import re
from string import Formatter

import pytest

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
    """The `{values}` of a sentence, each with how it is formatted."""
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None}


def words(text: str) -> str:
    """A sentence without its values and without what is typed on a command line."""
    return re.sub(r"\{.*?\}|awardcli\b.*|-\S+", "", text)


def test_there_are_messages_to_look_at() -> None:
    assert len(MESSAGES) > 100


@pytest.mark.parametrize("name", MESSAGES)
def test_both_languages_have_the_same_values(name: str) -> None:
    assert placeholders(MESSAGES[name].en) == placeholders(MESSAGES[name].zh)


@pytest.mark.parametrize("name", MESSAGES)
def test_the_chinese_is_chinese(name: str) -> None:
    letters = re.search(r"[A-Za-z]", words(MESSAGES[name].en))
    assert re.search(r"[\u4e00-\u9fff]", MESSAGES[name].zh) or not letters


@pytest.mark.parametrize("name", MESSAGES)
def test_the_english_is_english(name: str) -> None:
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", words(MESSAGES[name].en))


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_is_one_line_without_a_space_at_its_end(name: str) -> None:
    for text in MESSAGES[name]:
        assert text.lstrip() == " ".join(text.split()) or not re.search(r"\w", text)  # a separator


@pytest.mark.parametrize("name", MESSAGES)
def test_no_message_is_left_over(name: str) -> None:
    assert name in USED


def test_a_message_follows_the_language_that_is_settled() -> None:
    message = Message("{count} results", "{count} 条")
    messages.settle("zh")
    assert message(count=2) == "2 条"
    messages.settle("en")
    assert message(count=2) == "2 results"


def test_names_are_listed_as_the_language_lists_them() -> None:
    assert messages.listed(["微电影", "微视频"]) == "微电影, 微视频"
    messages.settle("zh")
    assert messages.listed(["微电影", "微视频"]) == "微电影、微视频"


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        (errno.ENOENT, "no such file or folder", "没有这个文件或文件夹"),
        (errno.EACCES, "permission denied", "没有权限"),
        (errno.EPERM, "permission denied", "没有权限"),
        (errno.ENOSPC, "the disk is full", "磁盘已满"),
    ],
)
def test_why_the_system_refused_is_said_in_the_readers_language(number: int, english: str, chinese: str) -> None:
    error = OSError(number, "in the words of the system")
    assert messages.reason(error) == english
    messages.settle("zh")
    assert messages.reason(error) == chinese


def test_a_rare_reason_is_given_in_the_words_of_the_system() -> None:
    assert messages.reason(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"


def test_a_reason_without_a_number_is_given_as_it_is() -> None:
    assert messages.reason(OSError("not from the system")) == "not from the system"
    assert messages.reason(ValueError("embedded null byte")) == "embedded null byte"
