"""The words of the list in both languages: columns, kinds of organizations, certainties, tiers, options' values."""

import re

from awardcli import messages

FLAT = ("id", "edition", "year", "category", "award", "title", "organization", "district", "kind", "certainty", "note")
"""The columns of a flat record, in the order of every output."""

AWARDS_IN_CHINESE = {
    "bestfilm": ("最佳影片", "最佳电影"),
    "bestpicture": ("最佳影片", "最佳电影"),
    "bestdirector": ("最佳导演",),
    "bestactor": ("最佳男主角", "最佳男演员"),
    "bestactress": ("最佳女主角", "最佳女演员"),
    "bestsupportingactor": ("最佳男配角",),
    "bestsupportingactress": ("最佳女配角",),
    "bestscreenplay": ("最佳编剧", "最佳剧本"),
    "bestoriginalscreenplay": ("最佳原创剧本", "最佳原著剧本"),
    "bestadaptedscreenplay": ("最佳改编剧本",),
    "bestcinematography": ("最佳摄影",),
    "bestdocumentary": ("最佳纪录片",),
    "bestnovel": ("最佳长篇小说",),
    "bestshortstory": ("最佳短篇小说",),
}
"""What common awards and categories with an English name, folded, are called in Chinese."""

COUNTED = ("category", "organization", "district", "kind", "award", "year", "edition")
"""The columns whose values `stats` counts."""

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
}
"""The values of `--encoding`, each with the codec of the widest encoding that includes it."""

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
    "title_pinyin": ("title in pinyin", "作品拼音"),
    "organization_pinyin": ("in pinyin", "单位拼音"),
    "line": ("line", "原文"),
    "match_title": ("match title", "获奖作品"),
    "match_organization": ("match organization", "获奖单位"),
    "match_category": ("match category", "获奖类别"),
    "match_award": ("match award", "所获奖项"),
    "match_year": ("match year", "获奖年份"),
    "match_id": ("match id", "获奖编号"),
    "match_tier": ("match tier", "匹配方式"),
    "match_score": ("match score", "匹配度"),
    "match_note": ("match note", "匹配说明"),
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
    "another form of the number": ("another form of the number", "数的另一种写法"),
    "letters read as digits": ("letters read as digits", "字母视为数字"),
    "without a particle": ("without a particle", "省去助词"),
    "another form of the word": ("another form of the word", "单词的另一种形式"),
    "short name": ("short name", "简称"),
    "a word begun": ("only the beginning of a word", "只是词的开头"),
    "across words": ("printed as several words", "印作几个词"),
    "part of a longer number": ("part of a longer number", "只是数的一部分"),
    "the end of another number": ("the end of another number", "是另一个数的结尾"),
}

_FORMATS = {
    "PDF": ("a PDF", " PDF 文件"),
    "Word document": ("a Word document", " Word 文档"),
    "Numbers document": ("a Numbers document", " Numbers 文档"),
    "OpenDocument text": ("an OpenDocument text", " OpenDocument 文档"),
    "EPUB": ("an EPUB", " EPUB 电子书"),
    "presentation": ("a presentation", "演示文稿"),
    "archive": ("an archive", "压缩包"),
    "picture": ("a picture", "图片"),
    "program code": ("program code", "程序代码"),
    "web page": ("a web page", "网页"),
    "Markdown page": ("a Markdown page without a table", "没有表格的 Markdown 文稿"),
    **{
        name: (name, f" {name} 文件")
        for name in ("RTF", "Parquet", "BibTeX", "RIS", "LaTeX", "SQL", "wikitext", "vCard")
    },
    **{name: (name, f" {name} 文件") for name in ("iCalendar", "TOML / INI", "XML", "YAML")},
}
"""Formats that are no lists."""
_WORDS = KINDS | CERTAINTIES | _TIERS | _HOW | _FORMATS

_METAVARS = {
    "CATEGORY": "类别",
    "COLLECTION": "名单库",
    "COLUMN": "列名",
    "COMMAND": "命令",
    "FILE": "文件",
    "HEADING": "列名",
    "ID": "编号",
    "KEY": "键",
    "NAME": "名称",
    "OPTIONS": "选项",
    "ORGANIZATION": "单位",
    "QUERY": "词",
    "ROLE": "角色",
    "TITLE": "作品名",
    "VALUE": "值",
}


def heading(column: str, *, chinese: bool | None = None) -> str:
    """The column's heading for people, in the language of messages unless said otherwise.

    >>> heading("title", chinese=True)
    '作品'
    """
    return HEADINGS[column][_chosen(chinese)]


def value(name: str, *, chinese: bool | None = None) -> str:
    """A kind, certainty, tier, way to match or format as people call it; any other value unchanged."""
    return _WORDS[name][_chosen(chinese)] if name in _WORDS else name


def metavar(text: str, *, chinese: bool | None = None) -> str:
    """The placeholder of a value in help, in the language of messages unless said otherwise.

    >>> metavar("HEADING=VALUE", chinese=True)
    '列名=值'
    """
    return re.sub("[A-Z]+", lambda word: _METAVARS.get(word[0], word[0]), text) if _chosen(chinese) else text


def labelled(name: str) -> str:
    """A name to choose from; a kind also with its Chinese name, where messages are in Chinese."""
    return f"{name} {value(name)}" if name in KINDS and messages.in_chinese() else name


def kind_named(name: str | None) -> str | None:
    """The kind of that name in either language, or None."""
    return next((kind for kind, names in KINDS.items() if name in (kind, *names)), None)


def certainty_named(name: str | None) -> str | None:
    """The certainty of that name in either language, or None."""
    return next((certainty for certainty, names in CERTAINTIES.items() if name in (certainty, *names)), None)


def _chosen(chinese: bool | None) -> int:
    return messages.in_chinese() if chinese is None else chinese
