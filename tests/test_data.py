"""The bundled data says what the print says: all of it, and nothing else."""

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from copy import deepcopy
from itertools import chain, product, zip_longest
from pathlib import Path, PurePosixPath
from typing import Any

from jsonschema import Draft202012Validator

HOME = Path(__file__).parents[1] / "data"
TEXT = (HOME / "results.json").read_text(encoding="utf-8")
DATA = json.loads(TEXT)
SCHEMA = json.loads((HOME / "results.schema.json").read_text(encoding="utf-8"))
PACKAGE = json.loads((HOME / "datapackage.json").read_text(encoding="utf-8"))
PRINT = (HOME / "printed-list.txt").read_text(encoding="utf-8")
PRINTED_LINES = [line.split("\t", 1) for line in PRINT.splitlines()]
PAGE = {int(number): text for number, text in PRINTED_LINES}

RESULTS = DATA["results"]
NINTH = [result for result in RESULTS if result["edition"] == 9]
ORGANIZATIONS = DATA["organizations"]
BY_ID = {result["id"]: result for result in RESULTS}
BY_NAME = {organization["name"]: organization for organization in ORGANIZATIONS}

# Printed characters that belong to no heading, award, title or organization. Trailing white space and blank lines
# are the rest of it, and are already left out of printed-list.txt.
HEADING_MARK = "## "
HEADING_WORDS = "☆获奖名单☆"
BETWEEN_ORGANIZATIONS = "、"
# A title that wraps is joined without a space, except after the | that divides one title in two.
JOINTS = {"|": " "}


LINES_AN_EDITION = 1000
"""The lines of the second published list are numbered from 1001, those of the third from 2001, and so on."""

EACH_LIST = list(product(DATA["editions"], DATA["categories"]))


def awarded(edition: dict[str, Any], category: dict[str, Any]) -> list[dict[str, Any]]:
    """The results of a category of an edition, in printed order."""
    return [r for r in RESULTS if (r["edition"], r["category"]) == (edition["number"], category["id"])]


def text_of(result: dict[str, Any], field: str) -> str:
    """What the data says was printed for one field of a result; empty for nothing."""
    if field == "organization":
        return BETWEEN_ORGANIZATIONS.join(result["organizations"])
    return result[field] or ""


def laid_out(text: str, lines: list[int], page: dict[int, str]) -> Iterator[tuple[int, str]]:
    """The text cut where the page cuts it: each line it claims, with the part on that line."""
    *wrapped, last = lines
    for line in wrapped:
        printed = page.get(line, "")
        length = max(length for length in range(len(text) + 1) if printed.endswith(text[:length]))
        yield line, text[:length]
        text = text[length + len(JOINTS.get(printed[-1:], "")) :]
    yield last, text


def disagreements(data: dict[str, Any], page: dict[int, str]) -> list[str]:
    """Where page and data differ; nothing when the data, set in type again, gives the page character for character."""
    found = []
    reprint: defaultdict[int, str] = defaultdict(str)

    listed = {(result["edition"], result["category"]) for result in data["results"]}
    expected = [
        category["name"]
        for edition in data["editions"]
        for category in data["categories"]
        if (edition["number"], category["id"]) in listed
    ]
    empty = {category["id"] for category in data["categories"]} - {category for _, category in listed}
    found += [f"category {category} has no result" for category in empty]
    headings = [line for line, text in page.items() if text.startswith(HEADING_MARK)]
    for name, line in zip_longest(expected, headings):
        if name and line:
            words = HEADING_WORDS if page[line].endswith(HEADING_WORDS) else ""
            reprint[line] += HEADING_MARK + name + words
        elif name:
            found.append(f"{name} is no heading")

    for result in data["results"]:
        for field in ("award", "title", "organization"):
            text, lines = text_of(result, field), result["printed"][field]
            if bool(text) != bool(lines):
                found.append(f"{result['id']}: {field} {text!r} on lines {lines}")
                continue
            for line, piece in laid_out(text, lines, page) if lines else ():
                reprint[line] += piece
                if not piece:
                    found.append(f"{result['id']}: nothing of {field} {text!r} on line {line}")

    found += [
        f"line {line}: printed {page.get(line)!r}, in the data {reprint.get(line)!r}"
        for line in sorted(page.keys() | reprint.keys())
        if page.get(line) != reprint.get(line)
    ]
    return found


def tokens(text: str) -> list[str]:
    """What has a reading of its own: each Chinese character, each run of ASCII letters and digits.

    >>> tokens("回答~一位80后")
    ['回', '答', '一', '位', '80', '后']
    """
    return re.findall(r"[\u3400-\u9fff]|[0-9A-Za-z]+", text)


READINGS = [(organization["name"], organization["pinyin"]) for organization in ORGANIZATIONS] + [
    (result["title"], result["title_pinyin"]) for result in RESULTS if result["title"]
]


def strings_in(value: Any) -> Iterator[str]:
    """Every string of a JSON value, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(strings_in, value.values()))
    elif isinstance(value, list):
        yield from chain.from_iterable(map(strings_in, value))


# The print


def test_every_printed_character_is_used_exactly_once_and_nothing_else_is_in_the_data() -> None:
    assert disagreements(DATA, PAGE) == []


def test_a_character_lost_anywhere_is_noticed() -> None:
    unnoticed = []
    for index, result in enumerate(RESULTS):
        for field in ("award", "title"):
            for place in range(len(text_of(result, field))):
                data = {**DATA, "results": [*RESULTS]}
                data["results"][index] = {**result, field: result[field][:place] + result[field][place + 1 :]}
                if not disagreements(data, PAGE):
                    unnoticed.append((result["id"], field, place))
        for position, name in enumerate(result["organizations"]):
            for place in range(len(name)):
                names = [*result["organizations"]]
                names[position] = name[:place] + name[place + 1 :]
                data = {**DATA, "results": [*RESULTS]}
                data["results"][index] = {**result, "organizations": names}
                if not disagreements(data, PAGE):
                    unnoticed.append((result["id"], name, place))
    assert unnoticed == []


def lose_a_result(data: dict[str, Any], page: dict[int, str]) -> None:
    del data["results"][5]


def repeat_a_result(data: dict[str, Any], page: dict[int, str]) -> None:
    data["results"].append(data["results"][5])


def swap_two_organizations(data: dict[str, Any], page: dict[int, str]) -> None:
    one, other = data["results"][7:9]
    one["organizations"], other["organizations"] = other["organizations"], one["organizations"]


def point_at_another_line(data: dict[str, Any], page: dict[int, str]) -> None:
    data["results"][7]["printed"]["title"] = [43]


def claim_a_line_too_many(data: dict[str, Any], page: dict[int, str]) -> None:
    data["results"][8]["printed"]["title"] = [42, 43]


def join_a_wrapped_title_with_a_space(data: dict[str, Any], page: dict[int, str]) -> None:
    title = data["results"][13]["title"]
    data["results"][13]["title"] = title.replace("上海裁缝", "上海 裁缝")
    assert data["results"][13]["title"] != title


def join_after_the_bar_without_a_space(data: dict[str, Any], page: dict[int, str]) -> None:
    title = data["results"][24]["title"]
    data["results"][24]["title"] = title.replace("| ", "|")
    assert data["results"][24]["title"] != title


def invent_the_lost_title(data: dict[str, Any], page: dict[int, str]) -> None:
    data["results"][48]["title"] = "无题"


def invent_a_category(data: dict[str, Any], page: dict[int, str]) -> None:
    data["categories"].append({**data["categories"][0], "name": "纪录片"})


def lose_a_category(data: dict[str, Any], page: dict[int, str]) -> None:
    data["categories"].pop()


def print_one_more_line(data: dict[str, Any], page: dict[int, str]) -> None:
    page[201] = "个人"


def print_one_line_less(data: dict[str, Any], page: dict[int, str]) -> None:
    del page[125]


def test_damage_to_print_or_data_is_noticed() -> None:
    for damage in [
        lose_a_result,
        repeat_a_result,
        swap_two_organizations,
        point_at_another_line,
        claim_a_line_too_many,
        join_a_wrapped_title_with_a_space,
        join_after_the_bar_without_a_space,
        invent_the_lost_title,
        invent_a_category,
        lose_a_category,
        print_one_more_line,
        print_one_line_less,
    ]:
        data, page = deepcopy(DATA), dict(PAGE)
        damage(data, page)
        assert disagreements(data, page)


def test_the_printed_list_is_numbered_upwards_and_holds_no_layout_white_space() -> None:
    assert list(PAGE) == sorted(PAGE)
    assert len(PAGE) == len(PRINTED_LINES)
    assert all(text and text == text.strip() for text in PAGE.values())


def test_the_lines_of_each_edition_have_a_thousand_numbers_of_their_own() -> None:
    ninth = [line for line in PAGE if line <= LINES_AN_EDITION]
    assert (min(ninth), max(ninth)) == (31, 200)
    for place, edition in enumerate(DATA["editions"]):
        lines = [line for r in RESULTS if r["edition"] == edition["number"] for line in chain(*r["printed"].values())]
        assert {(line - 1) // LINES_AN_EDITION for line in lines} == {place}, edition["name"]


def test_every_column_of_the_print_is_read_downwards() -> None:
    for edition, category in EACH_LIST:
        for field in ("award", "title", "organization"):
            lines = [line for result in awarded(edition, category) for line in result["printed"][field]]
            assert lines == sorted(set(lines)), f"{field} of {category['name']} in {edition['number']}"


def test_six_titles_of_the_ninth_wrap_over_two_lines() -> None:
    wrapped = {result["title"]: lines for result in NINTH if len(lines := result["printed"]["title"]) > 1}
    assert wrapped == {
        "“穿”越时光的上海裁缝": [55, 56],
        "回答~一位80后青年的初心自述": [67, 68],
        "《二十四节气的浪漫》系列微视频": [80, 81],
        "五年看上海 | 一镜到底穿越江河观新颜": [83, 84],
        "每一个清晨，我们就这样唤醒金山": [104, 105],
        "你，想成为什么样的检察官？": [107, 108],
    }


def test_the_edition_that_the_docs_add_is_sound_and_agrees_with_its_print() -> None:
    for name in ["next-edition.md", "next-edition.zh-CN.md"]:
        text = (HOME.parent / "docs" / name).read_text(encoding="utf-8")
        printed = re.findall(r"^(\d+)\t(.*)", text, re.MULTILINE)
        page = {line: text for line, text in PAGE.items() if line <= LINES_AN_EDITION}
        page |= {int(number): line for number, line in printed}
        edition, organization, *results = map(json.loads, re.findall(r"^{.*}$", text, re.MULTILINE))
        data = deepcopy(DATA)
        data["editions"] = [*data["editions"][:1], edition]
        data["categories"] = [c for c in data["categories"] if any(r["category"] == c["id"] for r in NINTH)]
        data["organizations"].append(organization)
        data["results"] = [*NINTH, *results]
        assert disagreements(data, page) == []
        assert schema_faults(data) == []

        data["results"][-2]["title"] = "茶倌"
        assert disagreements(data, page)[0] in text.splitlines()


# The counts


def test_the_categories_of_the_ninth_have_as_many_results_as_the_print() -> None:
    names = {category["id"]: category["name"] for category in DATA["categories"]}
    assert Counter(names[result["category"]] for result in NINTH) == {
        "微电影": 20,
        "微视频": 22,
        "专题奖": 7,
        "入围影片": 13,
        "单项奖": 2,
        "优秀组织单位": 13,
    }
    assert len(NINTH) == 77


def test_the_honoured_works_are_as_many_as_the_organizers_say() -> None:
    works = {
        edition["number"]: sum(
            category["honours"] == "work" for of, category in EACH_LIST if of is edition for _ in awarded(of, category)
        )
        for edition in DATA["editions"]
        if edition["honoured_works"] is not None
    }
    assert works.items() <= {(edition["number"], edition["honoured_works"]) for edition in DATA["editions"]}
    assert works[9] == 64


def test_67_printed_entries_of_the_ninth_are_68_organizations() -> None:
    assert len({text_of(result, "organization") for result in NINTH}) == 67
    assert len({name for result in NINTH for name in result["organizations"]}) == 68
    assert len(ORGANIZATIONS) == len(BY_NAME)
    assert [result["organizations"] for result in NINTH if len(result["organizations"]) > 1] == [
        ["上海文广互动电视有限公司", "金色学堂"]
    ]


# What belongs together


def test_ids_count_the_results_of_each_category_in_printed_order() -> None:
    expected = [
        f"{edition['number']}-{category['id']}-{number:02}"
        for edition, category in EACH_LIST
        for number, _ in enumerate(awarded(edition, category), start=1)
    ]
    assert [result["id"] for result in RESULTS] == expected
    assert len(BY_ID) == len(RESULTS)


def test_every_result_belongs_to_an_edition_that_is_described() -> None:
    assert {result["edition"] for result in RESULTS} == {edition["number"] for edition in DATA["editions"]}


def test_organizations_are_described_once_each_in_the_order_the_print_first_names_them() -> None:
    named = list(dict.fromkeys(name for result in RESULTS for name in result["organizations"]))
    assert [organization["name"] for organization in ORGANIZATIONS] == named


def test_only_an_honoured_organization_and_the_lost_work_have_no_title() -> None:
    honours = {category["id"]: category["honours"] for category in DATA["categories"]}
    untitled = {result["id"] for result in NINTH if result["title"] is None}
    organizers = {result["id"] for result in NINTH if honours[result["category"]] == "organization"}
    assert untitled == organizers | {"9-theme-award-07"}


def test_only_four_awards_of_the_ninth_are_named_in_print() -> None:
    assert {result["id"]: result["award"] for result in NINTH if result["award"]} == {
        "9-theme-award-01": "非凡十年",
        "9-theme-award-07": "纪检",
        "9-individual-award-01": "最佳创意",
        "9-individual-award-02": "最佳编剧",
    }


def test_what_the_columns_do_not_settle_is_marked_so() -> None:
    assert {result["id"]: result["certainty"] for result in NINTH if result["certainty"] != "printed"} == {
        "9-theme-award-05": "ordered",
        "9-theme-award-06": "ordered",
        "9-theme-award-07": "uncertain",
        "9-individual-award-01": "ordered",
        "9-individual-award-02": "ordered",
    }


def test_notes_in_both_languages_explain_exactly_the_uncertain_results() -> None:
    for result in RESULTS:
        noted = result["certainty"] != "printed"
        assert (bool(result["note"]), bool(result["note_zh"])) == (noted, noted), result["id"]
        if noted:
            assert re.search("[A-Za-z]{3}", result["note"]), result["id"]
            assert not re.search("[A-Za-z]", result["note_zh"]), result["id"]


# Readings


def test_a_reading_has_one_token_for_each_character_or_run_of_ascii() -> None:
    from pypinyin import Style, pinyin  # reads its tables, which takes a while

    for text, reading in READINGS:
        assert len(reading.split(" ")) == len(tokens(text))
        for written, read in zip(tokens(text), reading.split(" "), strict=True):
            if written.isascii():
                assert read == written.lower()
            else:
                assert read in pinyin(written, style=Style.NORMAL, heteronym=True)[0], written


def test_reviewed_readings_hold_wherever_the_word_occurs() -> None:
    for word, reading in [
        ("民乐", "min yue"),
        ("民族乐器", "min zu yue qi"),
        ("重启", "chong qi"),
        ("崇明", "chong ming"),
        ("长宁", "chang ning"),
        ("长三角", "chang san jiao"),
        ("闵行", "min hang"),
        ("咏梅", "yong mei"),
        ("崧泽", "song ze"),
        ("柘林", "zhe lin"),
        ("徐泾", "xu jing"),
        ("赵巷", "zhao xiang"),
        ("马陆", "ma lu"),
        ("竖新", "shu xin"),
        ("外高桥", "wai gao qiao"),
        ("高境", "gao jing"),
        ("普陀", "pu tuo"),
        ("虹口", "hong kou"),
        ("奉贤", "feng xian"),
        ("澎湃", "peng pai"),
        ("隧道", "sui dao"),
        ("交通大学", "jiao tong da xue"),
        ("钱学森", "qian xue sen"),
        ("克拉玛依", "ke la ma yi"),
        ("绿化", "lv hua"),
        ("办事处", "ban shi chu"),
        ("制片厂", "zhi pian chang"),
        ("委员会", "wei yuan hui"),
        ("一骑当先", "yi qi dang xian"),
        ("一丝不苟", "yi si bu gou"),
        ("一盏", "yi zhan"),
        ("一幢", "yi zhuang"),
        ("一份", "yi fen"),
        ("一种", "yi zhong"),
        ("装载", "zhuang zai"),
        ("两只口袋", "liang zhi kou dai"),
        ("只会贴罚单", "zhi hui tie fa dan"),
        ("戴正了", "dai zheng le"),
        ("不停诊的", "bu ting zhen de"),
        ("传承", "chuan cheng"),
        ("薪火", "xin huo"),
        ("海草", "hai cao"),
        ("早回", "zao hui"),
        ("火塘", "huo tang"),
        ("抉择", "jue ze"),
        ("献给", "xian gei"),
        ("努力", "nu li"),
        ("为什么", "wei shen me"),
        ("成为什么样", "cheng wei shen me yang"),
        ("为上海", "wei shang hai"),
        ("观新颜", "guan xin yan"),
        ("振兴", "zhen xing"),
        ("系列", "xi lie"),
        ("深处", "shen chu"),
        ("应该", "ying gai"),
        ("看不见", "kan bu jian"),
        ("阿德叔", "a de shu"),
        ("咖啡", "ka fei"),
        ("辅德里1922", "fu de li 1922"),
        ("80后", "80 hou"),
        ("1000公里", "1000 gong li"),
        ("日记2", "ri ji 2"),
    ]:
        wanted = tokens(word)
        read = [
            " ".join(syllables.split(" ")[place : place + len(wanted)])
            for text, syllables in READINGS
            for place in range(len(tokens(text)))
            if tokens(text)[place : place + len(wanted)] == wanted
        ]
        assert read, f"{word} is not in the data"
        assert set(read) == {reading}


# Districts and kinds

DISTRICTS = [
    *("黄浦", "徐汇", "长宁", "静安", "普陀", "虹口", "杨浦", "闵行"),
    *("宝山", "嘉定", "浦东新", "金山", "松江", "青浦", "奉贤", "崇明"),
]


def test_a_district_is_what_the_printed_name_names() -> None:
    for name in BY_NAME:
        named = [
            f"{district}区"
            for district in DISTRICTS
            if f"{district}区" in name or f"公安局{district}分局" in name or name.startswith(f"{district}工业区")
        ]
        district = BY_NAME[name]["district"]
        assert ([district] if district else []) == named


def test_districts_are_neither_missed_nor_inferred() -> None:
    for name, district in [
        ("上海市公安局静安分局", "静安区"),
        ("嘉定工业区党工委", "嘉定区"),
        ("上海智间网络科技有限公司(嘉定区)", "嘉定区"),
        ("上海外高桥造船海洋工程有限公司", None),
        ("上海交通大学钱学森图书馆", None),
        ("上海市世外小学", None),
        ("中共一大纪念馆", None),
        ("市国资委党委", None),
        ("克拉玛依青年影像计划", None),
        ("个人", None),
    ]:
        assert BY_NAME[name]["district"] == district


def test_kinds_are_a_closed_list_and_every_kind_is_in_use() -> None:
    allowed = {choice.get("const") for choice in SCHEMA["$defs"]["organization"]["properties"]["kind"]["oneOf"]}
    assert {organization["kind"] for organization in ORGANIZATIONS} == allowed - {None}


def test_kinds_that_a_single_word_of_the_name_would_get_wrong() -> None:
    for name, kind in [
        ("上海交通大学钱学森图书馆", "museum"),
        ("市纪委监委驻市委宣传部纪检监察组", "discipline-inspection"),
        ("青浦区金泽镇纪委", "discipline-inspection"),
        ("青浦区融媒体金泽镇分中心", "media-centre"),
        ("嘉定区嘉定镇街道党工委", "subdistrict-or-town"),
        ("崇明区竖新镇社会党群服务中心(文体服务中心)", "subdistrict-or-town"),
        ("嘉定工业区党工委", "government-or-party"),
        ("上海市民防宣传教育中心", "education-centre"),
        ("市绿化和市容宣传教育中心", "education-centre"),
        ("闵行区群众艺术馆", "cultural-centre"),
        ("金色学堂", "school"),
        ("普陀区互联网产业党建联盟", "association"),
        ("上影集团上海美术电影制片厂有限公司", "enterprise"),
        ("个人", "individual"),
    ]:
        assert BY_NAME[name]["kind"] == kind


def test_names_that_end_alike_are_of_one_kind() -> None:
    for ending, kind in [
        ("区委宣传部", "publicity"),
        ("分局", "police"),
        ("有限公司", "enterprise"),
        ("消防救援支队", "fire-service"),
    ]:
        assert {organization["kind"] for organization in ORGANIZATIONS if organization["name"].endswith(ending)} == {
            kind
        }


# The files


def test_the_file_has_one_record_a_line() -> None:
    sections = [
        f'"{section}": [\n' + ",\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "\n]"
        for section, records in DATA.items()
    ]
    assert TEXT.splitlines() == ["{", *",\n".join(sections).splitlines(), "}"]


def test_no_cell_would_be_taken_for_a_formula() -> None:
    cells = [*strings_in(DATA), *PAGE.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_no_cell_holds_control_characters_or_outer_spaces() -> None:
    cells = [*strings_in(DATA), *PAGE.values()]
    assert [cell for cell in cells if not cell.isprintable() or cell != cell.strip()] == []


def test_no_address_is_invented_for_the_source() -> None:
    assert [text for text in strings_in([DATA, PACKAGE]) if "://" in text] == []


# The schema


def schema_faults(data: Any) -> list[str]:
    return [fault.json_path for fault in Draft202012Validator(SCHEMA).iter_errors(data)]


def own_list(**changes: Any) -> dict[str, Any]:
    """A user's list of one result in another city, with the result changed as asked."""
    result = {
        "id": "3-drama-01",
        "edition": 3,
        "category": "drama",
        "award": None,
        "title": "春天",
        "title_pinyin": "chun tian",
        "organizations": ["苏州市某学校"],
        "printed": {"award": [], "title": [], "organization": []},
        "certainty": "printed",
        "note": None,
        "note_zh": None,
    }
    edition = dict.fromkeys(DATA["editions"][0]) | {"number": 3, "year": 2024, "name": "第三届", "source": "年报"}
    organization = {"name": "苏州市某学校", "pinyin": "su zhou shi mou xue xiao", "district": None, "kind": None}
    return {
        "editions": [edition],
        "categories": [{"id": "drama", "name": "剧情片", "name_en": None, "honours": "work"}],
        "organizations": [organization],
        "results": [result | changes],
    }


def test_the_schema_is_one_and_the_data_satisfies_it() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert schema_faults(DATA) == []


def test_the_schema_takes_other_lists_of_the_same_shape() -> None:
    assert schema_faults(own_list()) == []
    assert schema_faults(own_list(certainty="ordered", note="By order.", note_zh="按顺序。")) == []
    assert schema_faults(own_list(title=None, title_pinyin=None)) == []
    assert schema_faults(own_list(organizations=[])) == []


def test_the_schema_refuses_a_result_that_is_not_of_the_shape() -> None:
    wrong: list[dict[str, Any]] = [
        {"certainty": "ordered"},
        {"certainty": "ordered", "note": "By order."},
        {"certainty": "uncertain", "note_zh": "按顺序。"},
        {"certainty": "guessed", "note": "A guess.", "note_zh": "猜测。"},
        {"title": None},
        {"title_pinyin": None},
        {"title": ""},
        {"title": " "},
        {"title": None, "title_pinyin": None, "organizations": []},
        {"title_pinyin": "chūn tiān"},
        {"title_pinyin": "Chun tian"},
        {"title_pinyin": "chun  tian"},
        {"id": "春天"},
        {"id": "3-drama-1"},
        {"edition": "3"},
        {"organizations": "苏州市某学校"},
        {"organizations": ["苏州市某学校", "苏州市某学校"]},
        {"printed": {"award": [], "title": [0], "organization": []}},
        {"printed": {"award": [], "title": []}},
        {"remark": "not a field"},
    ]
    for changes in wrong:
        faults = schema_faults(own_list(**changes))
        assert faults
        assert all(fault.startswith("$.results[0]") for fault in faults)


def test_the_schema_refuses_a_description_that_is_not_of_the_shape() -> None:
    for section, key, value in [
        ("organizations", "kind", "studio"),
        ("organizations", "district", ""),
        ("organizations", "pinyin", None),
        ("categories", "honours", "person"),
        ("categories", "id", "剧情片"),
        ("editions", "begin", "2024-13"),
        ("editions", "views", ">190000000"),
        ("editions", "source", None),
    ]:
        data = own_list()
        data[section][0][key] = value
        assert schema_faults(data) == [f"$.{section}[0].{key}"]


def described(schema: Any) -> Iterator[tuple[str, str | None]]:
    """Each property that the schema knows, with what it says of it."""
    if isinstance(schema, dict):
        if schema.get("additionalProperties") is False:
            yield from ((name, part.get("description")) for name, part in schema["properties"].items())
        yield from chain.from_iterable(map(described, schema.values()))


def test_the_schema_says_in_words_what_each_field_is() -> None:
    assert [name for name, description in described(SCHEMA) if not description] == []


# The data package


def test_the_package_names_itself_its_source_and_its_makers() -> None:
    assert re.fullmatch("[a-z0-9._-]+", PACKAGE["name"])
    assert PACKAGE["profile"] == "data-package"
    assert PACKAGE["title"]
    assert PACKAGE["contributors"] == [{"title": "awardcli contributors"}]
    assert [source["title"] for source in PACKAGE["sources"]] == [edition["source"] for edition in DATA["editions"]]
    assert [licence["name"] for licence in PACKAGE["licenses"]] == ["MIT"]
    assert "published facts" in PACKAGE["licenses"][0]["title"]


def test_the_package_describes_files_that_are_there() -> None:
    resources = {resource["name"]: resource for resource in PACKAGE["resources"]}
    assert len(resources) == len(PACKAGE["resources"])
    assert {resource["path"] for resource in resources.values()} == {"results.json", "printed-list.txt"}
    for resource in resources.values():
        assert re.fullmatch("[a-z0-9._-]+", resource["name"])
        assert PurePosixPath(resource["path"]).parts == (resource["path"],)
        (HOME / resource["path"]).read_text(encoding=resource["encoding"])
    assert (HOME / resources["results"]["jsonSchema"]).samefile(HOME / "results.schema.json")


def test_the_printed_list_is_the_table_that_the_package_describes() -> None:
    [table] = [resource for resource in PACKAGE["resources"] if resource["profile"] == "tabular-data-resource"]
    fields = table["schema"]["fields"]
    assert [(field["name"], field["type"]) for field in fields] == [("line", "integer"), ("text", "string")]
    assert table["schema"]["primaryKey"] == "line"
    assert table["dialect"]["header"] is False

    with (HOME / table["path"]).open(encoding=table["encoding"], newline="") as file:
        rows = list(csv.reader(file, delimiter=table["dialect"]["delimiter"]))
    assert {len(row) for row in rows} == {len(fields)}
    assert {int(line): text for line, text in rows} == PAGE
    for field, column in zip(fields, zip(*rows, strict=True), strict=True):
        if field["constraints"].get("required"):
            assert all(column)
        if field["constraints"].get("unique"):
            assert len(set(column)) == len(column)
