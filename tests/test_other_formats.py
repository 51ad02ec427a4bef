"""Files of other formats are refused by their names, in a form that says what to do; what only looks so is read."""

from contextlib import suppress
from pathlib import Path
from time import process_time
from zipfile import ZipFile

import pytest

from awardcli.collection import ListCollection, open_collection
from awardcli.collection.user_file.refused_formats import refuse_text
from awardcli.errors import InvalidDataError
from support import written

TEXTS = {
    "BibTeX": "@article{wang2019,\n  title = {月光码头}\n}\n|% ours\n\n@book{li,\n  title={灯塔},\n}\n",
    "RIS": "TY  - JOUR\nTI  - 月光码头\nER  - \n",
    "YAML": (
        "- title: 月光码头\n  director: 王大明\n|# winners\nawards:\n  gold:\n    - 月光码头\n  silver:\n    - 灯塔\n|"
        '---\nfilms:\n  - 片名: 月光码头\n    导演: 王\n|a:\n- "b c": 1\n  d: 2\n|'
        "# 2024\n\n- name: 技术发明一等奖\n- name: 月光\n|- {title: 月光码头, award: 金奖}\n- {title: 灯塔}\n"
    ),
    "TOML / INI": '[[film]]\ntitle = "月光"\n|[film 1]\ntitle=月光码头\n|# all\n[film]\n\n; one\ntitle = 月光码头\n',
    "LaTeX": "\\documentclass{article}\n\\begin{document}\n|Films\n\\begin{tabular}{ll}\n",
    "SQL": "CREATE TABLE film (title text);\n|-- films\nINSERT INTO film VALUES ('月光码头'),\n('灯塔');\n",
    "wikitext": '{| class="wikitable"\n! 片名 !! 导演\n|-\n| 月光码头 || 王大明\n|}\n',
    "vCard": "BEGIN:VCARD\nFN:王大明\nEND:VCARD\n",
    "iCalendar": "BEGIN:VCALENDAR\nSUMMARY:月光码头\n",
    "program code": "const films = [\n  1,\n];\n|films = [\n '月光',\n]\n|export default [{}];\n|load({a: 1});\n",
    "a web page": "<html><table><tr><td>片名</td></tr></table></html>|<style>td{}</style>\n<table></table>",
    "XML": '<?xml version="1.0"?>\n<Workbook/>|<films>\n<film><title>月光码头</title></film>\n</films>\n',
    "RTF": "{\\rtf1\\ansi Moonlight\\par }",
}
"""Texts of each format; one begins after each bar at the end of a line, or of a mark."""


def titles(path: Path) -> list[str | None]:
    films = open_collection(path)
    assert isinstance(films, ListCollection)
    return [film.title for film in films]


def test_a_text_of_another_format_is_refused_by_its_name(tmp_path: Path) -> None:
    for found, texts in TEXTS.items():
        for text in [texts] if found == "wikitext" else texts.split("|"):
            for name in ("a.txt", "a.csv", "a.xls", "a"):
                with pytest.raises(InvalidDataError) as refused:
                    titles(written(tmp_path / name, text))
                assert f"this is {found}, which is not read" in refused.value.message, text


def test_a_title_with_the_signs_of_another_format_is_a_title(tmp_path: Path) -> None:
    for title in ("{|", "{| class", "[film]"):
        assert titles(written(tmp_path / "a.csv", f"片名,单位\n吾梦,个人\n{title},个人\n画,个人\n")) == [
            "吾梦",
            title,
            "画",
        ]


def test_a_document_is_refused_by_its_name_whatever_its_suffix(tmp_path: Path) -> None:
    parts = {
        "a Word document": {"[Content_Types].xml": "", "word/document.xml": ""},
        "a presentation": {"ppt/presentation.xml": ""},
        "a Numbers document": {"Index/Document.iwa": ""},
        "an OpenDocument text": {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"},
        "an EPUB": {"mimetype": "application/epub+zip"},
        "an archive": {"list.csv": "片名\n月光码头\n"},
    }
    for found, files in parts.items():
        with ZipFile(tmp_path / "a.xlsx", "w") as packed:
            for name, data in files.items():
                packed.writestr(name, data)
        with pytest.raises(InvalidDataError, match=found):
            titles(tmp_path / "a.xlsx")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
    for begin, found in {
        ole + "WordDocument".encode("utf-16-le"): "a Word document",
        ole + "EncryptedPackage".encode("utf-16-le"): "protected by a password",
        ole: "not a readable workbook",
        b"%PDF-1.7\n": "a PDF",
        b"\x1f\x8b\x08abc": "an archive",
        b"\x89PNG\r\n": "a picture",
        b"PAR1" + bytes(99): "Parquet",
        bytes(99): "not a readable workbook",
        b"\x80\x04\x95" + bytes(99): "not a readable workbook",
    }.items():
        with pytest.raises(InvalidDataError, match=found):
            titles(written(tmp_path / "a.xls", begin))
    for begin in (bytes(99), b"\x80\x04\x95" + bytes(99)):
        with pytest.raises(InvalidDataError, match="neither text nor a workbook"):
            titles(written(tmp_path / "a.csv", begin))


def test_titles_that_only_look_like_another_format_are_titles(tmp_path: Path) -> None:
    for text in (
        "Mission: Impossible\nAlien: Covenant\n",
        "- Mission: Impossible\n- Alien: Covenant\n",
        "- 月光码头\n- 灯塔\n",
        "[REC]\n[REC] 2\n",
        "@home\n@work, again\n",
        "<Parasite>\n<Roma>\n",
        "# Winners\n\n- 月光码头\n- 灯塔\n",
        "Create a Table\nInsert Coin\n",
        "{甲}\n{乙}\n",
        "f(x)\ny = kx\n",
        "---\n月光码头\n---\n灯塔\n",
        "- a: b\n- c: d\n",
    ):
        assert titles(written(tmp_path / "a.txt", text))[-1] == text.splitlines()[-1], text


def test_what_only_the_suffix_shows_to_be_yaml_is_refused_as_such(tmp_path: Path) -> None:
    for text in ("- Best Film: Salt\n- Best Song: Rain\n", "name: 月光码头\nyear: 2020\n", "- name: 月光码头\n"):
        with pytest.raises(InvalidDataError, match="this is YAML"):
            titles(written(tmp_path / "a.yml", text))
        if text != "- name: 月光码头\n":
            assert titles(written(tmp_path / "a.txt", text)), text


def test_no_text_takes_long_to_be_told_from_other_formats(tmp_path: Path) -> None:
    for text in ("@a{" + " " * 60_000, "- " * 30_000, "[a]\n" + "#\n" * 30_000, "<a> " * 15_000, "a:\n " * 15_000):
        begun = process_time()
        with suppress(InvalidDataError):
            refuse_text(tmp_path / "a.txt", text)
        assert process_time() - begun < 2, text[:9]


def test_what_is_much_like_json_is_refused_as_json(tmp_path: Path) -> None:
    for text in ("[{'title': '月光码头'}]", "[{title: '月光码头'}]", "{ films: [] }", '[{"title": "月光码头"},]'):
        with pytest.raises(InvalidDataError, match="not valid JSON"):
            titles(written(tmp_path / "a.txt", text))
