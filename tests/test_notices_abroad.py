"""Notices in Korean, Japanese and the languages of Europe: which award, who won it, and which work."""

from pathlib import Path

from awardcli.collection import open_collection
from awardcli.model import Result
from support import written


def listed(path: Path, text: str) -> list[Result]:
    return list(open_collection(written(path, text)))


def rows(path: Path, text: str) -> list[tuple[str | None, ...]]:
    """The title, who it is by, and the award of each result."""
    return [(film.title, film.organization, film.award) for film in listed(path, text)]


def is_plain(path: Path, text: str) -> bool:
    """Whether every line of a text is read as a title, unchanged."""
    return [film.title for film in listed(path, text)] == text.splitlines()


def test_awards_in_korean_name_a_work_or_a_person_and_their_work(tmp_path: Path) -> None:
    found = [
        ("서울의 봄", None, "최우수작품상"),
        ("파묘", "장재현", "감독상"),
        ("암수살인", "곽경택、김태균", "각본상"),
        (None, "김영광、진서연", "인기스타상"),
        ("1987", "한지민", "여우조연상"),
    ]
    for line in ("▲{}={}", "▶ {} = {}", "{}: {}", "■{}　{}"):
        for work in ("{}({})", "{} ('{}')"):
            text = "".join(
                line.format(award, work.format(who.replace("、", "·"), title) if who and title else who or title) + "\n"
                for title, who, award in found
            ).replace("김영광、", "김영광·")
            for above in (
                "",
                "이하 '제45회 청룡영화상' 수상자/작\n",
                "배우 김혜수가 '밀수'로 상을 받았다.\n다음은 수상자(작).\n",
            ):
                assert rows(tmp_path / "a.txt", above + text) == found, (line, work, above)


def test_titles_in_korean_have_marks_before_or_behind_who_made_them(tmp_path: Path) -> None:
    for marks in ("<{}>", "〈{}〉", "'{}'", "‘{}’", "《{}》", "「{}」"):
        sky, sea = marks.format("하늘"), marks.format("바다")
        text = f"▲작품상: {sky}\n▲감독상: 장재현 {sky}\n▲신인여우상: 김다미 {sea}\n▲특별상: {sea} 박찬욱 감독\n"
        assert rows(tmp_path / "a.txt", text) == [
            ("하늘", None, "작품상"),
            ("하늘", "장재현", "감독상"),
            ("바다", "김다미", "신인여우상"),
            ("바다", "박찬욱", "특별상"),
        ], marks
    text = "대상\n봄날\n여름\n감독상\n김보라(벌새)\n심사위원특별상\n벌새(김보라)\n넷팩상: 홍상수(그 여자)\n"
    assert rows(tmp_path / "a.txt", text) == [
        *(("봄날", None, "대상"), ("여름", None, "대상"), ("벌새", "김보라", "감독상")),
        *(("벌새", "김보라", "심사위원특별상"), ("그 여자", "홍상수", "넷팩상")),
    ]


def test_korean_titles_that_end_as_awards_do_are_titles(tmp_path: Path) -> None:
    for text in (
        "관상\n우상\n협상\n비상\n",
        "너의 이름은.\n일상\n환상\n세상\n",
        "강철비2: 정상회담\n그녀가 말했다\n밥상\n",
    ):
        assert is_plain(tmp_path / "a.txt", text), text
