"""What becomes of cells and rows: shown, counted, filtered and exported as written; what is left out is said."""

from pathlib import Path

from awardcli.language.organization_names import organization_names
from awardcli.messages import settle
from conftest import Run
from support import written

BROKEN = '片名,导演\n咏梅,张三\n"画"面,李四\n早回,王五\n'


def test_rows_that_cannot_be_read_are_said_to_be_left_out_also_by_a_quiet_command(
    awardcli: Run, tmp_path: Path
) -> None:
    path, one = written(tmp_path / "list.csv", BROKEN), written(tmp_path / "one.txt", "早回\n")
    said = "list.csv: 1 row left out, cannot be read; line 3: not valid CSV: text follows a closing quote\n"
    for command in (
        ("export", tmp_path / "out.csv", "-q", "--data", path),
        ("list", "-q", "--count", "--data", path),
        ("search", "早回", "-q", "--data", path),
        ("stats", "-q", "--by", "导演", "--data", path),
        ("match", one, "-q", "--data", path),
    ):
        ran = awardcli(*command)
        assert (ran.code, ran.err) == (0, said)
    ran = awardcli(
        "match", path, "-q", "-o", tmp_path / "matched.csv", "--data", written(tmp_path / "b.csv", "片名\n早回\n")
    )
    assert (ran.code, ran.err) == (0, said.replace("left out, cannot be read", "cannot be read, not matched"))
    assert awardcli("export", tmp_path / "b2.csv", "-q", "--data", tmp_path / "b.csv").err == ""


def test_a_problem_of_a_row_is_worded_in_the_language_of_messages(awardcli: Run, tmp_path: Path) -> None:
    settle("zh")
    for row, problem in {'"画"面,李四': "右引号后面还有文字", '"画,李四': "引号只有开头，没有结尾"}.items():
        path = written(tmp_path / "list.csv", f"片名,导演\n{row}\n")
        assert f"第 2 行：不是有效的 CSV：{problem}" in awardcli("validate", path, "--lang", "zh").out


def test_an_option_that_may_be_given_once_is_refused_the_second_time(awardcli: Run) -> None:
    for option, values in {
        "--award": ("最佳编剧", "最佳创意"),
        "--category": ("微电影", "微电影"),
        "-n": ("1", "2"),
    }.items():
        ran = awardcli("list", option, values[0], option, values[1])
        assert (ran.code, "is given twice" in ran.err) == (2, True)
    assert awardcli("--lang", "zh", "list", "--lang", "en", "-n", "1").code == 0


def test_a_second_sort_orders_the_rows_that_are_the_same_by_the_first(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "片名,年份,评分\n甲,2020,3\n乙,2021,9\n丙,2020,9\n丁,2021,3\n")

    def order(*sorts: str) -> str:
        options = [f"--sort={each}" for each in sorts]
        return "".join(awardcli("list", *options, "-c", "片名", "--header", "none", "--data", path).lines)

    assert [order("年份", "评分"), order("-年份", "评分"), order("评分", "-年份"), order("年份")] == [
        "甲丙丁乙",
        "丁乙甲丙",
        "丁甲乙丙",
        "甲丙乙丁",
    ]


def test_a_count_of_matches_is_of_the_rows_that_match(awardcli: Run, tmp_path: Path) -> None:
    ran = awardcli("match", written(tmp_path / "a.txt", "咏梅\n无此作品\n\n画\n"), "--count")
    assert (ran.code, ran.out) == (0, "2\n")
    ran = awardcli("match", written(tmp_path / "b.txt", "无此作品\n"), "--count")
    assert (ran.code, ran.out) == (1, "0\n")


def test_a_table_of_matches_has_words_for_headings_and_a_file_the_keys(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "片名,score\n咏梅,1\n")
    shown = awardcli("match", path, "-f", "table").lines[0]
    assert shown.split("  ") == ["片名", "match title", "match category", "match score"]
    assert awardcli("match", path, "-f", "table", "-c", "match title,match_category").code == 0
    assert awardcli("match", path, "-f", "csv").lines[0].startswith("片名,score,match_title,match_organization,")


def test_the_mark_that_ends_a_character_reference_parts_no_names() -> None:
    assert [
        organization_names(cell) for cell in ("Simon &amp; Schuster", "Gr&uuml;n; Rot", "A&#38;B；C", "R&D;Q&A;X")
    ] == [
        ["Simon &amp; Schuster"],
        ["Gr&uuml;n", "Rot"],
        ["A&#38;B", "C"],
        ["R&D", "Q&A", "X"],
    ]


def test_an_award_that_a_list_does_not_have_names_those_that_it_has(awardcli: Run, tmp_path: Path) -> None:
    for query in ("最佳导演", "金奖", "Best Director"):
        assert "the awards of this list: 非凡十年, 纪检, 最佳创意, 最佳编剧\n" in awardcli("search", query).err
    without = written(tmp_path / "list.csv", "片名\n咏梅\n")
    for ran in (awardcli("search", "最佳导演", "--data", without), awardcli("search", "没有的作品")):
        assert "awards of this list" not in ran.err


def test_rejects_cannot_go_into_the_collection_itself(awardcli: Run, tmp_path: Path) -> None:
    path, made = written(tmp_path / "list.csv", BROKEN), tmp_path / "a.awards"
    ran = awardcli("import", path, "-o", made, "--rejects", made)
    assert (ran.code, ran.err) == (
        3,
        f"awardcli: {made} is the collection to write; name another file for --rejects\n",
    )


def test_rows_set_aside_are_listed_in_the_order_of_the_file(awardcli: Run, tmp_path: Path) -> None:
    path = written(
        tmp_path / "list.csv", "片名,单位,奖项\n甲,u,一等奖\n\n微视频,,\n片名,导演,奖项\n乙,v,二等奖\n合计,2,\n"
    )
    lines = awardcli("validate", path).lines
    at = lines.index("3 rows set aside")
    assert [line.split()[1] for line in lines[at + 1 : at + 4]] == ["4", "5", "7"]
    assert lines[at + 2].endswith("(heading)")
