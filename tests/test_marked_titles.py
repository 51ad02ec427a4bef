"""Titles in 《》 that are of works, and those of journals, events and documents, which won nothing."""

from pathlib import Path

from test_notices import rows

BELOW = "\n一等奖\n《春》 张三\n二等奖\n《夏》 李四"
READ = [("春", "张三", "一等奖"), ("夏", "李四", "二等奖")]


def test_a_journal_an_event_and_a_document_in_title_marks_are_no_works(tmp_path: Path) -> None:
    for head in (
        "《罗湖文艺》征文大赛获奖名单",
        "关于公布《罗湖文艺》征文评选结果的通知",
        "《罗湖文艺》第九十三期（1.22-1.28）作品评选结果公布",
        "《罗湖文艺》第47期评委评出（未获奖的作品下期再评）：",
        "本报讯 据《文艺报》报道，评选日前结束。",
        "作品按照《摄影大赛征稿启事》评选。",
        "《第八届某某影展》日前闭幕，名单如下：",
        "请获奖者将作品发到《罗湖文艺》邮箱，谢谢。",
    ):
        for text in (head + BELOW, BELOW.strip() + "\n" + head):
            assert rows(tmp_path / "a.txt", text) == READ, text
    for text in (
        "10月26日，《人民日报》报道，张三的《春》获一等奖，李四的《夏》获二等奖。",
        "第二届《上海文学》奖揭晓，张三的《春》获一等奖，李四的《夏》获二等奖。",
        "《东方新报》讯：张三的《春》获一等奖，李四根据《秋》改编的《夏》获二等奖。",
    ):
        assert rows(tmp_path / "a.txt", text) == READ, text
    text = "第八届《上海文学》奖获奖作品\n中篇小说：《春》张三\n短篇小说：《夏》李四"
    assert rows(tmp_path / "a.txt", text) == [(title, who, "《上海文学》奖") for title, who, _ in READ]


def test_what_a_work_was_printed_in_or_made_from_is_no_other_work(tmp_path: Path) -> None:
    for beside in (
        "{who} 《人民文学》2020年第3期",
        "，{who}，《收获》2021年1期",
        " {who} 《诗刊》第8期",
        " {who} 《人民日报》2020年3月5日第4版",
        " {who} 原载《光明日报》",
        "（原载《文艺报》2020年第3期）{who}",
        "（改编自小说《秋》）{who}",
        "（《冬：之二》）{who}",
        "（电影《冬》主题曲）{who}",
        "（含《秋》、《冬》）{who}",
    ):
        text = f"一等奖\n《春》{beside.format(who='张三')}\n二等奖\n《夏》{beside.format(who='李四')}"
        assert rows(tmp_path / "a.txt", text) == READ, text
    text = "一等奖：《甲（或《乙》）》；《丙》\n二等奖：张三（《丁》、《戊》）"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["甲（或《乙》）", "丙", "丁", "戊"]


def test_works_that_look_like_journals_or_documents_stay_works(tmp_path: Path) -> None:
    for text, titles in (
        (
            "一等奖：张三《华盛顿邮报》、李四《人民日报》\n二等奖：《寻人启事》 王五",
            ["华盛顿邮报", "人民日报", "寻人启事"],
        ),
        ("一等奖：《通知》《公告》\n二等奖：《婚前协议》", ["通知", "公告", "婚前协议"]),
        ("一等奖：《甲》2020年3月5日、《乙》2020年3月6日\n二等奖：《丙》", ["甲", "乙", "丙"]),
        ("一等奖\n《新闻调查》第3期 张三\n二等奖\n《夏》 李四", ["新闻调查第3期", "夏"]),
        ("《甲》在全国大赛中获一等奖，《乙》参加比赛获二等奖。", ["甲", "乙"]),
        ("一等奖\n《关于春天的报道》 消息 张三\n《秋天》消息，李四", ["关于春天的报道", "秋天"]),
    ):
        assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == titles, text


def test_each_entry_that_a_semicolon_ends_has_its_own_makers(tmp_path: Path) -> None:
    for text, who in (
        ("一等奖：《甲》；《乙》；《丙》（张三）；《丁》。\n二等奖：《戊》", [None, None, "张三", None, None]),
        ("一等奖：张三《甲》；《乙》；李四《丙》\n二等奖：《丁》", ["张三", None, "李四", None]),
        ("一等奖：《甲》；某局；《乙》；某校\n二等奖：《丙》", ["某局", "某校", None]),
        ("一等奖\n一中：《甲》张三；《乙》李四\n二中：《丙》王五", ["一中、张三", "一中、李四", "二中、王五"]),
        (
            "一等奖：《甲》、《乙》。每人奖金500元。\n二等奖：《丙》（张三），奖金300元，样刊两本。",
            [None, None, "张三"],
        ),
        (
            "一等奖：《甲》（张三）；《乙》（李四）。（排名不分先后）\n二等奖：《丙》（按姓氏笔画排序）",
            ["张三", "李四", None],
        ),
    ):
        assert [name for _, name, _ in rows(tmp_path / "a.txt", text)] == who, text


def test_kinds_of_works_may_lead_to_their_titles_within_a_sentence(tmp_path: Path) -> None:
    text = (
        "获奖名单\n本届获奖的优秀作品有：中篇小说有盛可以《甲》、薛舒《乙》等；短篇小说有宗璞《丙》等。获奖名单刊登于《上海文学》"
        "2014年1月号。\n散文有夏葆元《丁》。"
    )
    found = [("甲", "盛可以", None), ("乙", "薛舒", None), ("丙", "宗璞", None), ("丁", "夏葆元", None)]
    assert rows(tmp_path / "a.txt", text) == found


def test_a_name_in_latin_letters_in_brackets_behind_a_title_is_its_own_though_a_person_is_before_it(
    tmp_path: Path,
) -> None:
    text = "最佳男主角：张三《目视朱丽叶》（Eye on Juliet）\n最佳导演：李四（Li Si）的《甲》（Salt）"
    assert rows(tmp_path / "a.txt", text) == [
        ("目视朱丽叶", "张三", "最佳男主角"),
        ("甲", "李四、Li Si", "最佳导演"),
    ]
