"""The names of people and organizations: surnames, the words for kinds of bodies, and the several names in one cell."""

from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

COMPOUND_SURNAME = "欧阳|司马|上官|诸葛|慕容|皇甫|司徒|夏侯|尉迟|公孙|令狐|东方"
"""The usual surnames of two characters."""
SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔"
    "谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤鲜葛祝温谷丰牛樊"
    "洪康施季纪殷辛鲁焦巴倪岳齐庞章乔翁祁游柳伍安梅左庄裴凌霍路骆柯蓝关岑费卜俞乐尚耿申詹邢颜聂翟阮靳鲍喻蒲滕饶牟穆缪褚娄窦戚晏瞿佟臧闵包舒符涂冉柴甘苗屈]"
    f"|{COMPOUND_SURNAME}"
)
"""The usual surnames; both are regular expressions in simplified characters."""
_PERSON = rf"(?:{SURNAME})[\u3400-\u9fff]{{1,2}}"
PERSON = chinese_pattern(_PERSON)
"""A person in Chinese: a usual surname and one or two characters."""
_SPREAD = lazy_pattern(r"(?<!\w)([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])(?![^\s：:])")


def without_spread(text: str) -> str:
    """A line without the spaces that spread two characters to the width of three.

    >>> without_spread("绿 卡 许 侃"), without_spread("三、散 文"), without_spread("作 者：张三")
    ('绿卡 许侃', '三、散文', '作者：张三')
    """
    return _SPREAD.sub(r"\1\2", text) if " " in text or "\u3000" in text else text


KINDS_OF_BODIES = ("大学", "学院", "出版社", "医院", "电影制片厂", "银行", "电视台", "图书馆", "博物馆")
"""What a body is, at the end of its name: the words before it tell it from others of its place."""
WHAT_BODIES_ARE = (*"省市区县旗镇乡村社校院部局厅处科所队站馆厂", *KINDS_OF_BODIES, "小学", "中学", "集团")
"""What a body or a place is: the characters before it tell it from others."""
WIDER_BODIES = ("中国", "中共", "全国", "上海", "本市", "我市")
"""What people write before the name of any of our bodies, for what it belongs to: it tells none from another."""
_BETWEEN = lazy_pattern(
    "(?P<entity>&(?:#x?[0-9a-fA-F]{2,6}|amp|quot|apos|nbsp|[lg]t|middot|[mn]dash|[lr][sd]quo|szlig|"
    r"[A-Za-z](?:acute|grave|circ|uml|tilde|ring|cedil|slash|caron|elig));)|"
    r"[、|｜；;]|\s/\s|(?<=\S)[ \t]{0,9}[\r\n]+[ \t]{0,9}(?=[^\s(（])"
)
_NUMBER = lazy_pattern(
    r"(?:^|[\s、；;，,]{1,3})[(（]?(?P<figures>[1-9][0-9]?)[)）.．、](?![0-9])\s*|(?P<circled>[①-⑳])\s*"
)
"""The number of a name in a cell that numbers its names: 1.甲局；2.乙局"""
_CHUNK = lazy_pattern(r"[^、|｜；;]+")
_WRAP = lazy_pattern(r"\s*\n(?:[ \u3000]{2,}|[ \u3000]*\t\s*)(?=\S)")
"""Where a line was wrapped by hand: the next begins with blanks."""
_IN_HAN = lazy_pattern("(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")


def organization_names(printed: str) -> list[str]:
    """The bodies and people that a cell names, between 、 | ； ; or a slash with spaces around it, or line by line.

    The word `and` separates only people, where each has a first and a last name, and a comma only people in Chinese.
    The ; that ends a character reference of a web page (&amp;) separates nothing, nor does the line break before a
    bracket. Numbers before the names, from 1 on, are no part of them. A line that begins with blanks goes on with the
    one above, unless each is a whole name.

    >>> organization_names("上海文广互动电视有限公司、金色学堂"), organization_names("张国荣 / 张丰毅")
    (['上海文广互动电视有限公司', '金色学堂'], ['张国荣', '张丰毅'])
    >>> organization_names("张三\\n李四"), organization_names("1.甲局 2.乙局"), organization_names("1.FC Köln")
    (['张三', '李四'], ['甲局', '乙局'], ['1.FC Köln'])
    >>> organization_names("Ann Lee and Bo Ek"), organization_names("Simon and Garfunkel")
    (['Ann Lee', 'Bo Ek'], ['Simon and Garfunkel'])
    >>> organization_names("Ada\\n  Ono"), organization_names("Ada Ono\\n  Bo Ek")
    (['Ada Ono'], ['Ada Ono', 'Bo Ek'])
    """
    if "\n" in printed and _WRAP.search(printed):
        printed = _CHUNK.sub(lambda names: _unwrapped(names[0]), printed)
    if printed[:1] in "1①(（" and _are_numbered(printed):
        printed = _NUMBER.sub("、", printed)
    first, *others = _BETWEEN.split(printed)
    names = [first]
    for entity, text in zip(others[::2], others[1::2], strict=True):
        if entity:
            names[-1] += entity + text
        else:
            names.append(text)
    if "," in printed or "，" in printed:
        names = [person for name in names for person in _joined_by_commas(name.strip())]
    if " and " in printed:
        names = [person for name in names for person in _joined_by_and(name.strip())]
    if len(names) == 1:
        return [name] if (name := names[0].strip()) else []
    return list(dict.fromkeys(filter(None, map(str.strip, names))))


def _unwrapped(names: str) -> str:
    """The text without the line breaks within names; of whole names in lines of their own as it is.

    >>> _unwrapped("Acme\\n  Fund / Bo\\n  Ek"), _unwrapped("某市教育\\n  委员会"), _unwrapped("张三\\n  李四")
    ('Acme Fund / Bo Ek', '某市教育委员会', '张三\\n  李四')
    """
    if all(map(_WHOLE_NAME.fullmatch, map(str.strip, names.split("\n")))):
        return names
    return _IN_HAN.sub("", _WRAP.sub(" ", names))


def _are_numbered(printed: str) -> bool:
    """Whether a cell numbers several names, from 1 on."""
    numbers = [int(each["figures"] or ord(each["circled"]) - ord("①") + 1) for each in _NUMBER.finditer(printed)]
    return len(numbers) > 1 and numbers == [*range(1, len(numbers) + 1)]


_NAME_OF_PERSON = (
    r"(?!The |His |Her )[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de|la|van|von|der|di|da|del|bin) ){0,2}[A-ZÀ-Þ][\w.'’-]*){1,3}"
)
_PEOPLE = lazy_pattern(rf"{_NAME_OF_PERSON}(?:, {_NAME_OF_PERSON})*,? and {_NAME_OF_PERSON}")
"""Ann Lee and Bo Ek; Ann Lee, Bo Ek, and Cy Fox"""
_BODY_WORD = (
    r"\b(?:University|College|School|Institute|Department|Ministry|Museum|Academy|Society|Association|Center|Centre|Council|Foundation|Bank|"
    r"Company|Co|Corporation|Corp|Inc|Ltd|LLP|LLC|Group|Sons|Brothers|Partners|Press|Books|Studios?|Pictures|Films|Records|Arts|Sciences?|"
    r"Band|Orchestra|Singers|Boys|Girls)\b"
)
"""Words of names that may have an and within: Ministry of Arts and National Heritage."""
BODY_IN_ENGLISH = lazy_pattern(_BODY_WORD)

_WHOLE_NAME = chinese_pattern(rf"{_PERSON}|.*(?:{'|'.join(WHAT_BODIES_ARE)})|{_NAME_OF_PERSON}|.*{_BODY_WORD}\.?")


def _joined_by_commas(name: str) -> list[str]:
    """The people in Chinese between commas, most of them with a usual surname or translated; else the name alone.

    >>> _joined_by_commas("黃小瑋, 王中"), _joined_by_commas("弗兰克·德,斯蒂芬·金"), _joined_by_commas("王小明, Jr.")
    (['黃小瑋', '王中'], ['弗兰克·德', '斯蒂芬·金'], ['王小明, Jr.'])
    >>> _joined_by_commas("张三，某区"), _joined_by_commas("甲乙,丙丁")
    (['张三，某区'], ['甲乙,丙丁'])
    """
    people = _COMMA.split(name)
    if not all(_IN_CHINESE.fullmatch(person) and not person.endswith(WHAT_BODIES_ARE) for person in people):
        return [name]
    sure = sum("·" in person or PERSON.fullmatch(person) is not None for person in people)
    return people if sure * 2 > len(people) else [name]


_COMMA = lazy_pattern(r"[,，]\s*")
_IN_CHINESE = lazy_pattern("[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+(?:·[\u3400-\u9fff]+)+")


def _joined_by_and(name: str) -> list[str]:
    """The people that and joins, where each of them has a first and a last name; else the name alone.

    >>> _joined_by_and("Ann Lee, Bo Ek, and Cy Fox"), _joined_by_and("Nick Cave and The Bad Seeds")
    (['Ann Lee', 'Bo Ek', 'Cy Fox'], ['Nick Cave and The Bad Seeds'])
    """
    if _PEOPLE.fullmatch(name) is None or BODY_IN_ENGLISH.search(name):
        return [name]
    *others, last = name.rsplit(" and ", 1)
    return [*others[0].rstrip(",").split(", "), last]
