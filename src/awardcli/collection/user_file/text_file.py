"""Text files: recognize the encoding, read the lines, and parse quoted cells; `separators` finds the separator."""

import sys
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from io import BufferedReader, FileIO, RawIOBase, TextIOWrapper
from pathlib import Path
from typing import Any

from awardcli import messages
from awardcli.collection.user_file.table_lines import Line
from awardcli.errors import InvalidDataError, UnreadableError, UsageError, bad_choice
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.vocabulary import ENCODINGS

MARKS = {
    b"\xff\xfe\0\0": "utf-32",  # must come before UTF-16, whose mark it begins with
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"\xef\xbb\xbf": "utf-8-sig",
}
"""Byte order marks, each with the codec of the text behind it."""
_MARK = "\ufeff"
_END_OF_DOS = "\x1a"
"""What DOS and programs of its time write behind the last character of a text."""
_NAMES = {"utf-8-sig": "utf-8", "big5hkscs": "big5", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
"""The names of encodings that differ from those of their codecs."""
SAMPLE = 1 << 16
"""Bytes at the start of a file, by which its format and encoding are recognized."""
_LINES_OF_A_PIPE = 20
"""Lines of a pipe by which its format is recognized: few, since someone may be typing them."""
_ASCII_BLOCK = 1 << 20
_SURELY_UTF8 = 8
"""Chinese characters from which valid UTF-8 is no other encoding by chance."""
_PLAINLY_CHINESE = 0.25
"""The share of common characters in Chinese text: lists of names have .35 to .9, a wrong encoding at most .2."""
_COMMON_CHARACTERS = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
    "么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知"
    "全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度"
    "门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务"
    "做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记"
    "南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔片影剧编演届奖项单位获选评优秀最佳微视频纪录"
    "雨风春花夏秋冬红青城村镇县乡河湖江林石云雪夜梦歌诗灯船桥街巷古爱母父亲少陈李刘杨黄赵吴周"
)
"""The commonest characters of Chinese texts and award lists: a text read in a wrong encoding has few of them."""
_FEWEST = 4
"""Characters beyond ASCII by which an encoding is recognized; fewer are not enough."""
LARGEST_CELL = 1_000_000
"""Characters: a longer cell is refused, so that the memory for one row is bounded."""
LONGEST_LINE = 16 * LARGEST_CELL
"""Characters: a longer line is refused, since a reader holds a whole line."""
_WATCH_EVERY = 1 << 15
"""Characters between two calls of `watch`."""

Watch = Callable[[int], None]
"""Called now and then with the number of bytes read so far."""


def unwatched(_: int) -> None:
    """Watch nothing."""


def refused(problem: str, *places: object) -> InvalidDataError:
    """The error for a problem at a place: a file and line, then perhaps a column."""
    for place in reversed(places):
        problem = messages.PLACED(place=place, problem=problem)
    return InvalidDataError(problem)


def unreadable(path: Path, error: OSError | ValueError) -> UnreadableError:
    """The error for a file that the system refuses to read."""
    hints = [messages.NAME_STDIN()] if str(path) == "-" else []
    return UnreadableError(messages.CANNOT_READ(path=path, reason=messages.reason(error)), hints)


def repeated(names: Iterable[str]) -> str | None:
    """The first of the names that occurs a second time, or None."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None


class _Replayed(RawIOBase):
    """A pipe from its beginning: `head`, which was read from it already, then the rest."""

    def __init__(self, head: bytes, rest: BufferedReader) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head or self._rest.read1(len(buffer))
        size = min(len(data), len(buffer))
        buffer[:size] = data[:size]
        self._head = self._head[size:]
        return size


def _head_of_pipe(pipe: BufferedReader) -> bytes:
    """The first lines that come through a pipe."""
    head = b""
    while len(head) < SAMPLE and head.count(b"\n") < _LINES_OF_A_PIPE and (more := pipe.read1(SAMPLE)):
        head += more
    return head


class BinaryFile:
    """A file opened for reading bytes; `sample` is how it begins, which is read again with the rest.

    `given` is a stream that is open already, and stays open; `is_given` says whether there was one. Raises
    UnreadableError where the system refuses to read.
    """

    def __init__(self, path: Path, given: BufferedReader | None = None) -> None:
        self.path = path
        self.is_given = given is not None
        try:
            self._file = given or BufferedReader(FileIO(path), SAMPLE)
            try:
                self.is_pipe = not self._file.seekable() or path.is_char_device()  # /dev/zero has no end to look at
                raw = _Replayed(_head_of_pipe(self._file), self._file) if self.is_pipe else None
                self.stream = BufferedReader(raw, SAMPLE) if raw else self._file
                self.sample = self.stream.peek(SAMPLE)[:SAMPLE]
            except BaseException:
                self.close()
                raise
        except (OSError, ValueError) as error:
            raise unreadable(path, error) from error

    @property
    def can_be_reopened(self) -> bool:
        """Whether the file can be read from its beginning again: not a pipe, nor a stream that was given."""
        return not (self.is_pipe or self.is_given)

    def close(self) -> None:
        """Close the file, unless it was given open."""
        if not self.is_given:
            self._file.close()


class TextFile:
    """A file of text: its encoding is settled before its first line is read.

    The encoding is that of a byte order mark, else `asked`, else UTF-8 where the text is valid UTF-8, else the one in
    which the text is plainly Chinese (then `guessed` is true). Unless `asked` `is_sure`, valid UTF-8 comes before it
    (then `is_not_as_asked` is true). Reading the text to its end, or giving up, closes the file.

    Raises InvalidDataError where `asked` is not the encoding of the text, or none is plain, and UnreadableError where
    the system refuses to read.
    """

    def __init__(
        self, file: BinaryFile, asked: str | None = None, watch: Watch = unwatched, *, is_sure: bool = True
    ) -> None:
        self.path = file.path
        self.guessed = self.is_not_as_asked = False
        self._file = file
        self._asked = asked
        self._is_sure = is_sure
        self._watch = unwatched if file.is_pipe else watch
        try:
            self._codec = self._settle_codec(file.sample)
        except BaseException:
            file.close()
            raise

    @property
    def encoding(self) -> str:
        """The encoding by the name that `--encoding` gives it."""
        return _NAMES.get(self._codec, self._codec)

    @cached_property
    def sample(self) -> str:
        """How the text begins."""
        return getincrementaldecoder(self._codec)("replace").decode(self._file.sample)

    def lines(self) -> Iterator[str]:
        """The lines with their ends; raises InvalidDataError where one is longer than LONGEST_LINE or is not text."""
        return self._pieces(LONGEST_LINE + 1, in_whole=True)

    def pieces(self, most: int, newline: str = "") -> Iterator[str]:
        """The lines with their ends, a longer one in pieces of `most` characters."""
        return self._pieces(most, newline)

    def _pieces(self, most: int, newline: str = "", *, in_whole: bool = False) -> Iterator[str]:
        lines = 0
        binary = self._file.stream
        text = TextIOWrapper(binary, self._codec, newline=newline)
        try:
            text.read(len(self.sample) - len(self.sample.lstrip(_MARK)))  # some programs write the mark twice
            unseen = 0
            held = ""  # belongs to the text only where more of it follows
            for piece in iter(partial(text.readline, most), ""):
                size = len(piece)
                if size < most or piece[-1] in "\r\n":
                    lines += 1
                elif in_whole:
                    raise refused(messages.TOO_LONG(most=most - 1), messages.AT_LINE(path=self.path, line=lines + 1))
                if held or piece[-1] == _END_OF_DOS:
                    piece = held + piece
                    held = _END_OF_DOS if piece[-1] == _END_OF_DOS else ""
                    piece = piece.removesuffix(_END_OF_DOS)
                if piece:
                    yield piece
                unseen += size
                if unseen > _WATCH_EVERY:
                    unseen = 0
                    if self._watch is not unwatched:
                        self._watch(binary.tell())
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(error.encoding, "replace").count("\n")
            raise self._misread(lines + before + 1) from error
        except (OSError, ValueError) as error:
            raise unreadable(self.path, error) from error
        finally:
            if not binary.closed:
                text.detach()
            self._file.close()

    def read(self) -> str:
        """The whole text, however long its lines are."""
        return "".join(self.pieces(sys.maxsize))

    def _settle_codec(self, sample: bytes) -> str:
        for mark, codec in MARKS.items():
            if sample.startswith(mark):
                return codec
        if self._asked and not self._is_sure:
            beyond = sample if not sample.isascii() or not self._file.can_be_reopened else self._first_beyond_ascii()
            is_utf8 = not beyond.isascii() and _decoded(beyond, "utf-8") is not None
            self.is_not_as_asked = is_utf8 and ENCODINGS.get(self._asked, self._asked) != "utf-8-sig"
        if self._asked and not self.is_not_as_asked:
            codec = ENCODINGS.get(self._asked, self._asked)
            if codec in ("gb18030", "big5hkscs", "utf-16") and _is_surely_utf8(sample):
                raise InvalidDataError(messages.IS_UTF8(path=self.path, encoding=self._asked))
            # Without a mark, the zero bytes of the ASCII characters tell the order of the bytes.
            is_big = sample[::2].count(0) > sample[1::2].count(0)
            return codec if codec != "utf-16" else "utf-16-be" if is_big else "utf-16-le"
        if sample and not sample.strip(b"\0"):  # such as /dev/zero, which never ends
            raise InvalidDataError(messages.NO_TEXT(path=self.path))
        if sample.isascii() and self._file.can_be_reopened:
            sample = self._first_beyond_ascii() or sample
        is_utf8 = _decoded(sample, "utf-8") is not None
        if not is_utf8 or b"\0" in sample:
            if (found := _plain_codec(sample) or _declared_codec(sample)) is not None:
                self.guessed = True
                return found
            if not is_utf8 and b"\0" in sample:
                raise InvalidDataError(messages.NO_TEXT(path=self.path))
            if not is_utf8:
                raise _not_utf8(self.path, self._line_of_error(), sample)
        return "utf-8-sig"

    def _first_beyond_ascii(self) -> bytes:
        """The first block of the file that is not all ASCII: only such a block shows the encoding."""
        try:
            with self.path.open("rb") as file:
                while (block := file.read(_ASCII_BLOCK)) and block.isascii():
                    pass
                return block
        except (OSError, ValueError) as error:
            raise unreadable(self.path, error) from error

    def _line_of_error(self) -> int:
        """The number of the first line that is not UTF-8."""
        lines = enumerate(self._file.stream, start=1)
        return next((number for number, line in lines if _decoded(line, "utf-8") is None), 1)

    def _misread(self, line: int) -> InvalidDataError:
        asked = ENCODINGS.get(self._asked or "", self._asked)
        if asked and self.encoding == _NAMES.get(asked, asked):
            return InvalidDataError(messages.NOT_ENCODED(path=self.path, line=line, encoding=self._asked))
        return _not_utf8(self.path, line, self._file.sample)


_SINGLE_BYTES = lazy_pattern("[\x80-\xff]+")
_KANA, _HANGUL = lazy_pattern("[\u3041-\u30f6]"), lazy_pattern("[\uac00-\ud7a3]")
_EAST_ASIAN = {"gb18030": lazy_pattern("(?!)"), "shift_jis": _KANA, "euc-jp": _KANA, "euc-kr": _HANGUL}
"""Encodings of East Asian scripts, each with the letters that show it beside common Chinese characters."""
_PAIRS = lazy_pattern("(?:[\0-\x7f]|[\xb0-\xd7][\xa1-\xfe])+")
"""Bytes, as Latin-1, of which all beyond ASCII are pairs of the commoner characters of GB 2312."""
_SIGN = lazy_pattern("[\u2500-\u259f\x80-\x9f]")
"""Lines of tables and control characters, which no text in an encoding of single bytes has."""
_CYRILLIC, _CENTRAL_EUROPEAN = "оеаинтсрвлкмдпуі", "ąćęłńóśźżáčďéěíňřšťúůýžôľöüäőűăâîşţđß"
_LETTERS = {
    "windows-1252": "éèêëàâäáãåæçîïíìôöóòøùûüúñßœ¿¡",
    "windows-1254": "ışğçöüâîû",
    "windows-1250": _CENTRAL_EUROPEAN,
    "windows-1251": _CYRILLIC,
    "windows-1253": "αοιετνσηρυκπμλςάίόέήύώ",
    "windows-1255": "יוהלאתרמשבנכםדחק",
    "windows-1256": "اليمونرتبةعدسفهحقأكشج",
    "koi8-r": _CYRILLIC,
    "iso8859-2": _CENTRAL_EUROPEAN,
    "cp874": "านรอกเงมยลวดทสตะปบคีัิ่้",
}
"""The commonest letters beyond ASCII of the languages written in an encoding of single bytes.

Of encodings with the same share the first is taken.
"""
_LATIN = ("windows-1252", "windows-1250", "windows-1254", "iso8859-2")
_MOSTLY = 0.5
"""The share of these letters by which a text is likely in that encoding; in a wrong one it is lower."""


def _not_utf8(path: Path, line: int, sample: bytes) -> InvalidDataError:
    """The error for a text that is not UTF-8, with the encodings that it is in more likely first."""
    is_latin = _is_latin(sample)
    shares = {encoding: _share_of_script(sample, encoding) for encoding in _EAST_ASIAN}
    if shares["gb18030"] >= 0:
        shares["gb18030"] = max(shares["gb18030"] + (0.5 if _PAIRS.fullmatch(sample.decode("latin-1")) else 0.0), 0.2)
    shares["windows-1252"] = 0.25 if is_latin and _decoded(sample, "windows-1252") is not None else -1.0
    for encoding, common in _LETTERS.items():
        characters = [each for each in (_decoded(sample, encoding) or "").lower() if not each.isascii()]
        share = sum(map(common.__contains__, characters)) / max(len(characters), 1)
        if share >= _MOSTLY and is_latin == (encoding in _LATIN) and not any(map(_SIGN.match, characters)):
            shares[encoding] = max(share, shares.get(encoding, 0.0))
    first, *others = sorted(shares, key=shares.__getitem__, reverse=True)
    likely = messages.listed(others[:2])
    return InvalidDataError(messages.NOT_UTF8(path=path, line=line, encoding=first, others=likely))


def _share_of_script(sample: bytes, encoding: str) -> float:
    """The share of letters beyond ASCII that a text in an East Asian encoding has commonly; -1 where it has none."""
    letters = _letters(_decoded(sample, encoding) or _nearly_decoded(sample, encoding))
    fit = sum(letter in _COMMON_CHARACTERS or _EAST_ASIAN[encoding].match(letter) is not None for letter in letters)
    return fit / len(letters) if letters else -1.0


def _letters(text: str) -> list[str]:
    """The letters beyond ASCII of a text, in simplified characters."""
    from awardcli.language.fold import to_simplified

    return [character for character in to_simplified(text) if character > "\x7f" and character.isalnum()]


def _nearly_decoded(sample: bytes, codec: str) -> str:
    """A sample as text where only a few bytes are not in an encoding; else ""."""
    text = sample.decode(codec, "replace")
    return text if text.count("\ufffd") * 20 <= sum(letter > "\x7f" for letter in text) else ""


def _is_latin(sample: bytes) -> bool:
    """Whether most bytes beyond ASCII are alone, as é is among ASCII letters."""
    runs = _SINGLE_BYTES.findall(sample.decode("latin-1"))
    return sum(len(run) == 1 for run in runs) * 2 > len(runs)


def _decoded(sample: bytes, codec: str) -> str | None:
    """A sample as text, though its last character may be cut; None where it is not in that encoding."""
    try:
        return getincrementaldecoder(codec)().decode(sample)
    except UnicodeDecodeError:
        return None


def _is_surely_utf8(sample: bytes) -> bool:
    text = _decoded(sample, "utf-8") or ""
    return sum("\u4e00" <= character <= "\u9fff" for character in text) >= _SURELY_UTF8


def _plain_codec(sample: bytes) -> str | None:
    """The codec in which a sample that is not UTF-8 is plainly Chinese (UTF-16, GB 18030, Big5), or None."""
    east_asian = ("big5hkscs",) if _is_latin(sample) else ("gb18030", "big5hkscs")
    codecs = ("utf-16-le", "utf-16-be") if b"\0" in sample else east_asian
    shares = {codec: _share_of_common(text) for codec in codecs if (text := _decoded(sample, codec)) is not None}
    best = max(shares, key=shares.__getitem__, default=None)
    return best if best and shares[best] >= _PLAINLY_CHINESE else None


_DECLARED = lazy_pattern(r"(?i)<(?:meta|\?xml)\b[^<>]*(?:charset|encoding)\s*=\s*[\"']?([a-z0-9_-]+)")


def _declared_codec(sample: bytes) -> str | None:
    """The codec that a page in HTML says, if it is one; None where there is none."""
    found = _DECLARED.search(sample.decode("latin-1"))
    named = found[1].lower() if found else ""
    codec = ENCODINGS.get(named, named)
    is_known = codec in {*ENCODINGS.values(), *_LETTERS, "shift_jis", "euc-kr", "euc-jp"}
    return codec if is_known and _decoded(sample, codec) is not None else None


def _share_of_common(text: str) -> float:
    """The share of common Chinese characters among the non-ASCII letters of a text; 1 if it is all ASCII."""
    if "\0" in text:
        return 0.0
    letters = _letters(text)
    if len(letters) < _FEWEST:
        return float(bool(text) and text.isascii())
    return sum(map(_COMMON_CHARACTERS.__contains__, letters)) / len(letters)


def delimited_rows(
    path: Path, lines: Iterable[str], delimiter: str, first_line: int, *, skips_blanks: bool
) -> Iterator[Line]:
    """The rows of a CSV text, also blank ones; the number is that of the line where a row begins.

    `skips_blanks` leaves out the blanks between a delimiter and its cell, so that the cell may be quoted behind them.
    A row with a broken quote has its text as its only cell, and reading goes on with the line below it. Raises
    InvalidDataError where so much text follows broken quotes that reading it again would take too long.
    """
    import csv

    csv.field_size_limit(LARGEST_CELL)
    source = iter(lines)
    current: list[str] = []
    """The lines of the row being read."""
    waiting: deque[str] = deque()
    """Lines that a broken quote had swallowed, to be read again."""
    read_again = 0

    def feed() -> Iterator[str]:
        while True:
            if waiting:
                line = waiting.popleft()
            elif (line := next(source, "")) == "":
                return
            current.append(line)
            yield line

    above = first_line - 1
    while True:
        reader = csv.reader(feed(), delimiter=delimiter, strict=True, skipinitialspace=skips_blanks)
        line = above + 1
        try:
            for cells in reader:
                yield line, cells, None
                current.clear()
                line = above + reader.line_num + 1
        except csv.Error as error:
            known = (message() for words, message in messages.CSV_PROBLEMS.items() if words in str(error))
            problem = messages.BAD_CSV(reason=next(known, error))
            size = sum(map(len, current))
            read_again += size - len(current[0])
            if (len(current) > 1 and size > LARGEST_CELL) or read_again > LONGEST_LINE:
                raise refused(problem, messages.AT_LINE(path=path, line=line)) from error
            yield line, current[:1], problem
            waiting.extendleft(reversed(current[1:]))
            current.clear()
            above = line
        else:
            return


def usable_encoding(name: str) -> str:
    """The name of an encoding in small letters: one of ours, or any other of Python's that includes ASCII.

    Raises UsageError for any other name.
    """
    encoding = name.lower()
    if encoding not in ENCODINGS:
        try:
            is_known = b"title\xff".decode(encoding, "replace").startswith("title")
        except (LookupError, ValueError):  # some codecs, such as idna, are of names alone
            is_known = False
        if not is_known:
            raise UsageError(bad_choice("--encoding", name, list(ENCODINGS)).message, [messages.OTHER_ENCODINGS()])
    return encoding
