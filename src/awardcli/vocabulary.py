"""The words of the list in both languages: columns, kinds, certainties, tiers, and the headings of other lists."""

from awardcli import messages

FLAT = (
    "id",
    "edition",
    "year",
    "category",
    "award",
    "title",
    "organization",
    "district",
    "kind",
    "certainty",
    "note",
)
"""The columns of a flat record, in the order of every output."""

COUNTED = ("category", "organization", "district", "kind", "award")
"""The columns whose values `stats` counts."""

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
}
"""What `--encoding` may say, and the widest encoding that reads it."""

HEADINGS = {
    "id": ("id", "编号"),
    "edition": ("edition", "届次"),
    "year": ("year", "年份"),
    "category": ("category", "类别"),
    "award": ("award", "奖项"),
    "title": ("title", "作品"),
    "organization": ("organization", "单位"),
    "organizations": ("organizations", "各单位"),
    "district": ("district", "区"),
    "kind": ("kind", "单位类型"),
    "certainty": ("certainty", "可靠程度"),
    "note": ("note", "说明"),
    "tier": ("match", "匹配"),
    "score": ("score", "相似度"),
    "matched": ("matched", "匹配位置"),
    "name_en": ("English name", "英文名"),
    "results": ("results", "条数"),
    "bar": ("", ""),
    "reading": ("reading", "拼音"),
}

KINDS = {
    "publicity": ("publicity department", "宣传部门"),
    "police": ("police", "公安"),
    "media-centre": ("media centre", "融媒体中心"),
    "subdistrict-or-town": ("subdistrict or town", "街镇"),
    "discipline-inspection": ("discipline inspection", "纪检监察"),
    "enterprise": ("enterprise", "企业"),
    "school": ("school", "学校"),
    "museum": ("museum", "博物馆"),
    "cultural-centre": ("cultural centre", "文化馆"),
    "education-centre": ("education centre", "宣教中心"),
    "procuratorate": ("procuratorate", "检察院"),
    "fire-service": ("fire service", "消防"),
    "news-media": ("news media", "新闻媒体"),
    "government-or-party": ("government or Party body", "党政机关"),
    "association": ("association", "社会团体"),
    "individual": ("individual", "个人（非单位）"),
}

CERTAINTIES = {
    "printed": ("printed", "原文明确"),
    "ordered": ("paired by order", "按顺序对应"),
    "uncertain": ("uncertain", "存疑"),
}

_TIERS = {
    "equal": ("equal", "相同"),
    "prefix": ("prefix", "开头"),
    "substring": ("part", "包含"),
    "sound": ("sound", "同音"),
    "pinyin": ("pinyin", "拼音"),
    "initials": ("initials", "首字母"),
    "near": ("near", "近似"),
}

_HOW = {
    "same": ("same", "相同"),
    "other reading": ("other reading", "另一读音"),
    "accent": ("accent", "口音"),
    "look-alike": ("look-alike", "形近"),
    "begun": ("begun", "未打完"),
    "shortened": ("shortened", "缩写"),
    "initial": ("initial", "首字母"),
    "pinyin with an accent": ("pinyin with an accent", "带口音的拼音"),
}

_OTHER_HEADINGS = {
    "title": ("片名", "作品名称", "作品名", "影片", "影片名称", "名称", "标题", "题目", "film", "work", "name"),
    "organization": (
        "报送单位",
        "出品单位",
        "制作单位",
        "选送单位",
        "申报单位",
        "单位名称",
        "作者",
        "organisation",
        "author",
    ),
    "category": ("分类", "组别", "奖项类别"),
    "award": ("奖项名称", "奖名", "所获奖项", "prize"),
    "edition": ("届", "届别", "届数"),
    "year": ("年", "年度"),
    "district": ("区域", "所属区", "区县"),
    "note": ("备注",),
}

HEADING_COLUMNS = {
    heading.lower(): column
    for column in FLAT
    for heading in (column, *HEADINGS[column], *_OTHER_HEADINGS.get(column, ()))
}
"""Our column for every heading, in lower case, that a user's list may have."""


def heading(column: str, *, chinese: bool | None = None) -> str:
    """The column's heading for people, in the language of messages unless said otherwise.

    >>> heading("title", chinese=True)
    '作品'
    """
    return HEADINGS[column][_chosen(chinese)]


def value(name: str, *, chinese: bool | None = None) -> str:
    """A kind, certainty, tier or way to match as people call it; any other value as it is."""
    for words in (KINDS, CERTAINTIES, _TIERS, _HOW):
        if name in words:
            return words[name][_chosen(chinese)]
    return name


def labelled(name: str) -> str:
    """A name to choose from; a kind with what it is called in Chinese, where that is the language of messages."""
    return f"{name} {value(name)}" if name in KINDS and messages.language() == "zh" else name


def kind_named(name: str | None) -> str | None:
    """The kind of that name in either language, or None."""
    return next((kind for kind, names in KINDS.items() if name in (kind, *names)), None)


def _chosen(chinese: bool | None) -> int:
    return messages.language() == "zh" if chinese is None else chinese
