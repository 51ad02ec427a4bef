"""Recognize rows that are no results: totals, signatures, notes, drawn lines, repeated headings."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest

from awardcli.collection.user_file.columns.heading_words import (
    CHINESE,
    LONGEST_HEADING,
    REMARK,
    SEVERAL,
    SURE,
    any_of,
    known,
    split,
)
from awardcli.collection.user_file.table_lines import filled_texts, text_of
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

# Lists of words, parted by 、.

_TOTALS = (
    "合计、总计、共计、小计、累计、总数、总和、总分、总得分、平均、总共、합계、총계、소계、total、subtotal、grandtotal、sum、average、"
    "summe、gesamt、gesamtsumme、insgesamt、zwischensumme、totale、totaux、totalgeneral、somme、suma、totaal、razem、toplam、"
    "jumlah、tổng cộng、tongcong、รวม、итого、всего、сумма"
)
"""The beginnings of rows that add up others; folded."""
_LABELS = (
    "制表、填表、填报、编制、审核、复核、核对、审批、负责、主管、经办、联系、统计、汇总、整理、录入、打印、更新、"
    "公示、发布、主办、承办、报送、盖章、签字、签名、日期、时间、电话、备注、注、说明、附注、填表说明、填报说明、"
    "注意事项、数据来源、来源"
)
_LABELLED = "人、人员、者、员、单位、部门、日期、时间、电话、期、领导、签字、签名、盖章"
_LABELS_IN_ENGLISH = "note、notes、source、date、signature、signed、prepared by、compiled by、approved by、checked by"
_NOTE_WORDS = "备注、注、说明、附注、填表说明、填报说明、注意事项、note、notes"
"""The beginnings of signatures and notes, their endings (制表人, 审核单位), and the beginnings of notes alone."""
_CONTINUED = "续表、续上表、接上表、接上页、转下页、以下空白、以下无正文、continued"
"""Texts at the end of a page of a table."""
_CLOSING = "以上、上述、本表、此表、本名单、排名不分先后、按姓氏"
"""The beginnings of sentences below a table."""
_AMOUNT = lazy_pattern(r"[-+¥￥$€£]?\s*[0-9０-９][0-9０-９.,，%\s]*(?:\w{0,3}|[€£$¥])")
DATE = chinese_pattern(
    r"(?:[0-9０-９]{2,4}|[〇零○一二三四五六七八九十]{4})\s*[年./-][0-9０-９一二三四五六七八九十\s年月日号./-]*"
)
_UNIT = "[部个件项条人份篇名次集首家]"
_TOTAL = chinese_pattern(
    rf"(?:{any_of(_TOTALS)})(?:部数|人数|件数|数量|数|分)?共?[0-9]*{_UNIT}?(?:作品)?|共[0-9]+{_UNIT}(?:作品)?|"
    r"\w{1,8}(?:小计|合计)|subtotal\w{1,12}|[0-9]+(?:rows?|行(?:记录)?)(?:inset.*)?"
)
_TOTAL_OF = chinese_pattern(
    rf"(?i)\s*(?:(?:{any_of(_TOTALS)}|计)\s*[:：]\s*[0-9]+(?:\s*\w{{1,12}})?|计\s*[0-9]+\s*[点件名本作{_UNIT[1:-1]}]?)\s*"
)
"""A total with its number in the same cell: Total : 3 prix, 計 4点."""
_LABEL = chinese_pattern(
    rf"(?i)\s*(?:(?:{any_of(_LABELS)})(?:{any_of(_LABELLED)}|[(（][^)）]*[)）])*|"
    rf"\w{{2,6}}(?:签字|签名|签章|盖章)|(?:单位)?[(（](?:盖章|公章|签章)[)）]|{any_of(_LABELS_IN_ENGLISH)})\s*[0-9]{{0,2}}\s*(?P<colon>[:：])?"
)
_FOOT = chinese_pattern(
    rf"(?i)[(（]?(?:{any_of(_CONTINUED)})(?:\s*[0-9一二三四五六七八九十]{{1,3}})?[)）]?|"
    r"[-—–－]+\s*[0-9]{1,4}\s*[-—–－]+|第\s*[0-9]{1,4}\s*页.{0,12}|page\s+[0-9]{1,4}.{0,8}|"
    r".{2,30}[(（](?:盖章|公章|签章)[)）]|©.{1,80}|附[件表录]\s*(?:[0-9一二三四五六七八九十]{1,3}\s*(?:[:：.．、].*)?|[:：].*)"
)
_ORDER = chinese_pattern(
    r"[(（【\[]\s*(?:[共计]{0,2}[0-9一二三四五六七八九十]+[名个部项件人篇首位][，,；;、\s]*)?"
    r"(?:以上|上述|本表|此表|本名单)?\w{0,6}(?:不分先后|[按以].{2,12}(?:排序|排列|为序|排名))\s*[)）】\]]"
)
"""A note on the rows around it, wherever it is in a list: （排名不分先后）, （共20名，以姓氏笔画为序）"""
_BODY = chinese_pattern(
    "[\u4e00-\u9fff（）()XxＸ×○*]{2,30}(?:[局厅委部会院社馆台署办]|中心|办公室|政府|学校|大学|集团|公司|小组)"
)
_NAMED_BODY = chinese_pattern(
    "(?:[局厅委部院社校团]|中心|办公室|政府|大学|集团|公司|小组|[一二三四五六七八九十附][中小]|[小中]学|(?:镇|乡|区|街道)|电视台|博物馆|"
    "宣传部|党委|支部|协会|学会|工会|联合会|党校|银行)$|(?i:(?:university|college|school|inc|ltd|llc|studios?|press|pictures|"
    "productions|institute|company|foundation)\\.?$)"
)
_NOTES = chinese_pattern(rf"(?i)\s*[(（【]?(?:{any_of(_NOTE_WORDS)})[)）】]?\s*[0-9]{{0,2}}\s*(?P<colon>[:：])?")
_NUMBERED = lazy_pattern(r"\s*(?:[(（]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]|[①-⑳*＊※])")
_FOOTNOTE = lazy_pattern(r"\s*(?:[†‡§¶※＊*]|\[(?:[0-9]{1,2}|[a-z])\])\s*\S")
"""The beginning of a note to a mark in a cell above; a title in capitals may begin with * too."""
BULLETS = "〜～★☆◆◇●○■□▲△※*·•-—"
_MAY_BE_ASIDE = chinese_pattern(
    rf"\s*(?:[第—–合总共计小累平制填编审复覆核对负主经办承联统汇整录打更公发报盖签日时备注]|"
    rf"[说附数来单电(（]|[-:=+\u2500-\u257f]|[0-9]+ rows|"
    rf"(?i:{any_of(_TOTALS)}|grand|notes?|source|date|sign|prepared|compiled|approved|checked))"
)


def may_be_aside(text: str) -> bool:
    """Whether a row that begins so may be a total, a signature or a drawn line: a cheap check that most rows fail."""
    return _MAY_BE_ASIDE.match(text) is not None


def is_total(filled: Sequence[str]) -> bool:
    """Whether the filled cells of a row add up others: 合计 first, and numbers behind it.

    >>> is_total(["合计", "3"]), is_total(["Total : 3 prix"]), is_total(["計 4点"]), is_total(["Total Recall"])
    (True, True, True, False)
    """
    is_first = any(_TOTAL.fullmatch(fold(text)) or _TOTAL_OF.fullmatch(text) for text in filled[:1])
    return is_first and all(map(_AMOUNT.fullmatch, filled[1:]))


def is_amount(text: str) -> bool:
    """Whether a text is a number, with its unit or none: 98.9, 5分, $3."""
    return _AMOUNT.fullmatch(text) is not None


def is_signature(filled: Sequence[str]) -> bool:
    """Whether the filled cells of a row are a signature, a note, or the foot of a page.

    制表：…, 日期：…, （以上排名不分先后）, 填表人： with a name in the next cell, 续表, — 1 —, 附件1
    """
    if len(filled) == 1 and (_FOOT.fullmatch(filled[0].strip()) or _ORDER.fullmatch(filled[0].strip())):
        return True
    follows_label = False
    for text in filled:
        if not (_has_colon(text) or DATE.fullmatch(text) or follows_label):
            return False
        follows_label = text.endswith((":", "："))
    return _has_colon(filled[0])


def may_be_signature(filled: Sequence[str], width: int) -> bool:
    """Whether a row is a signature or a note, provided that no result is below it.

    It is mostly blank, and a label (with a name), a date alone, or a sentence: 以上共2部作品, （排名不分先后）.
    """
    if _are_labelled(filled):
        return True
    if len(filled) * 2 > max(width, 2):
        return False
    if _has_colon(filled[0]) or (len(filled) == 1 and _is_foot(filled[0], width)):
        return True
    if width > 1 and begins_notes(filled):
        return True
    return width > 2 and (is_bare_label(filled[0]) or (len(filled) == 1 and DATE.fullmatch(filled[0]) is not None))


def _are_labelled(filled: Sequence[str]) -> bool:
    """Whether cells are several labels, each alone or with one cell behind it: 填表人, 张三, 联系电话, 123."""
    labels = list(map(is_bare_label, filled))
    follow_label = all(one or other for one, other in pairwise(labels))
    return sum(labels) > 1 and labels[0] and follow_label


def heads_contacts(filled: Sequence[str]) -> bool:
    """Whether a row has labels only, and so is the heading of a table of contacts: 联系人, 联系电话."""
    return len(filled) > 1 and all(map(is_bare_label, filled))


def is_contact(text: str) -> bool:
    """Whether a text is a number of a telephone, and no year such as 1917, or an address of mail."""
    return _CONTACT.fullmatch(text) is not None


_CONTACT = lazy_pattern(r"(?![12][0-9]{3}$)\+?[0-9][0-9 ()/、,，-]*|\S+@\S+")


def _is_foot(text: str, width: int) -> bool:
    """Whether a text is a sentence below a table: about the table, or in brackets, or with a full stop."""
    said = text.strip("()（）[]【】 \u3000" + BULLETS)
    if width > 1 and _FOOTNOTE.match(text):
        return True
    if said.startswith(split(_CLOSING)):
        return True
    is_ended = text.endswith("。") or bool(REMARK.fullmatch(text))
    return width > 1 and is_ended and (len(CHINESE.sub("", said)) + 6 <= len(said) or said.count(" ") > 1)


def may_be_below(filled: Sequence[str], width: int) -> bool:
    """Whether a row may be below a table: a total, a signature, a note, or the body that signs."""
    return is_total(filled) or is_signature(filled) or may_be_signature(filled, width) or may_be_signer(filled[0])


def may_be_signer(text: str) -> bool:
    """Whether a text alone in a row may be the signing organization, provided that a date follows: 某区教育局."""
    return _BODY.fullmatch(text) is not None


def names_body(text: str) -> bool:
    """Whether a text ends as the name of a body does: 某区教育局, 一中, 文汇报社, 實驗小學."""
    return may_be_signer(text) or _NAMED_BODY.search(text) is not None


def begins_notes(filled: Sequence[str]) -> bool:
    """Whether a row of one cell begins notes on the table: 说明：, 备注, 注：1.…"""
    label = _NOTES.match(filled[0]) if len(filled) == 1 else None
    return label is not None and (label.end() == len(filled[0]) or bool(label["colon"]))


def is_further_note(filled: Sequence[str]) -> bool:
    """Whether a row below the beginning of notes is another note: numbered, or ended like a sentence."""
    return len(filled) == 1 and (_NUMBERED.match(filled[0]) is not None or filled[0].endswith(("。", "；", ";")))


def is_label(text: str) -> bool:
    """Whether a cell above a table is a label, and no heading: 填报单位：某区"""
    return text.endswith((":", "：")) or _has_colon(text)


def _has_colon(text: str) -> bool:
    label = _LABEL.match(text)
    return label is not None and bool(label["colon"])


def is_date(text: str) -> bool:
    """Whether a text is a date alone, with its day or month."""
    return DATE.fullmatch(text) is not None and len(text.replace(" ", "")) > 5


def is_bare_label(text: str) -> bool:
    """Whether a text is a label alone: 联系电话, 制表人."""
    label = _LABEL.match(text)
    return label is not None and label.end() == len(text)


def is_aside(cells: Sequence[object], heading: Sequence[str]) -> bool:
    """Whether a row is surely no result whatever its width: the foot of a page, a total, the heading again."""
    filled = filled_texts(cells)
    return bool(filled) and (is_signature(filled) or is_total(filled) or is_repeated(cells, heading))


def names_list(text: str) -> bool:
    """Whether a row above a heading is the name of the whole list, and not the caption of its first table."""
    return _LIST.search(text) is not None


def is_preface(filled: Sequence[str]) -> bool:
    """Whether a row above a heading is surely no entry: the name of the list, labels, a date, a number of an annex.

    >>> [is_preface([text]) for text in ("第九届微电影大赛获奖名单", "填报单位：某区", "附件1", "2022年5月6日")]
    [True, True, True, True]
    >>> is_preface(["甲", "某校"]), is_preface(["《甲》获大赛一等奖"]), is_preface(["一等奖：甲（名单）"])
    (False, False, False)
    """
    if any(map(_ENTRY.search, filled)):
        return False
    is_name = len(filled) == 1 and (names_list(filled[0]) or is_date(filled[0]))
    is_labelled = is_label(filled[0]) and len(filled) == 2
    return is_name or is_labelled or is_signature(filled) or all(map(is_label, filled)) or _are_labelled(filled)


def may_name_list(cells: Sequence[object]) -> bool:
    """Whether a first row is the name of the list: one text, neither an entry nor a line of a form (片名：春)."""
    filled = filled_texts(cells)
    is_of_form = any(
        known(text.split(colon)[0]) == ("title", SURE) for text in filled for colon in ":：" if colon in text
    )
    return len(filled) == 1 and not is_of_form and _ENTRY.search(filled[0]) is None


_ENTRY = chinese_pattern(r"《|(?<![获得])奖(?:\s*[:：]|\W*$)")
"""What an entry has and the name of a list has not: a title in its marks, an award at the end or before a colon."""
_LIST = chinese_pattern(
    "(?i)历[届年]|名单|汇总|一览|公示|公告|通知|结果|统计|登记|明细|清单|目录|表$|大赛|评选|评比|活动|list|results|winners"
)
_RULE = lazy_pattern(r"[+|:\s]*[-=\u2500-\u257f][-=+|:\s\u2500-\u257f]+")


def is_rule(cells: Sequence[object]) -> bool:
    """Whether a row is a drawn line, as a table in Markdown or of a database has it: |---|:--|, +----+----+."""
    return _RULE.fullmatch("".join(map(text_of, cells))) is not None


def is_translated(heading: Sequence[object], below: Sequence[object]) -> bool:
    """Whether a row repeats the heading above it in another language: 片名, 导演 and Title, Director.

    Two columns at least mean the same in both, and none means something else.

    >>> is_translated(["片名", "导演"], ["Title", "Director"]), is_translated(["片名", "导演"], ["A", "B"])
    (True, False)
    """
    both = zip(map(text_of, heading), map(text_of, below), strict=False)
    pairs = [(above, under) for above, under in both if above and under]
    if any((CHINESE.search(above) is None) == (CHINESE.search(under) is None) for above, under in pairs):
        return False
    roles = [(one.role, other.role) for above, under in pairs if (one := known(above)) and (other := known(under))]
    return len(roles) > 1 and all(one == other for one, other in roles) and any(one in SEVERAL for one, _ in roles)


def is_units(cells: Sequence[object]) -> bool:
    """Whether a row directly below a heading only says in brackets what its columns are in: （万元）, （分钟）."""
    filled = filled_texts(cells)
    return bool(filled) and all(map(REMARK.fullmatch, filled)) and (len(filled) > 1 or not text_of(cells[0]))


def is_repeated(cells: Sequence[object], heading: Sequence[str]) -> bool:
    """Whether a row repeats the heading, and adds nothing to it: a further table may have one column more.

    Several cells may do so in another case or width, with other spaces, marks or remarks; one alone may be a title.

    >>> is_repeated(["片名", "导演"], ["片　名（必填）*", "导演"]), is_repeated(["FILM"], ["Film"])
    (True, False)
    """
    pairs = zip_longest(map(text_of, cells), heading, fillvalue="")
    if not all(text in ("", name) or is_same_heading(text, name) for text, name in pairs):
        return False
    filled = filled_texts(cells)
    return len(filled) * 2 > sum(map(bool, heading)) and (len(filled) > 1 or filled[0] in heading)


def is_same_heading(text: str, heading: str) -> bool:
    """Whether a text is a heading but for its case, width, spaces, marks and remarks: 片　名（必填）* and 片名."""
    return len(text) <= LONGEST_HEADING and _plain(text) == _plain(heading) != ""


@lru_cache(1 << 8)
def _plain(heading: str) -> str:
    """Folded and without remarks; cached, since the heading is compared with each row."""
    return fold(REMARK.sub("", heading))
