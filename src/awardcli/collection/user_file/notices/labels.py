"""Words before a colon that say something of a work: who made it (导演：张三, Regie: Ono), or what it is (片长：5分钟).

Such a word is told by its parts, since there are more of them than any list has: 总|导演, 联合|出品|单位, 主要|演员.
"""

import re
from functools import lru_cache

from awardcli.collection.user_file.section_names import is_of_others
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

_HOW = (
    "总|副|执行|联合|共同|主要?|领衔|特邀|特别|友情|原创?|第[一二三]|艺术|文学|动作|技术|"
    "[团课项][队题目]|小组|舞台|影片|作品|节目|歌曲|作者"
)
"""What is before a role: 总导演, 联合出品, 项目成员"""
_ARTS = (
    "摄影|摄像|动画|美术|音乐|灯光|舞[美蹈]|服装|造型|化妆|道具|特效|绘画|书法|表演|演[唱奏]|朗[诵读]|诵读|设计|写作|翻译|"
    "解说"
)
"""What somebody did, and kinds of works too."""
_DONE = (
    f"{_ARTS}|导演|执导|编剧|编导|主演|演员|参演|出演|演出|领唱|监督|伴奏|指挥|编舞|出品|发行|摄制|制片|监制|策划|统筹|拍摄|剪辑|后期|"
    "文案|撰稿|撰文|旁白|配音|录音|音效|作词|作曲|词曲|填词|谱曲|编曲|插[画图]|作画|美工|主编|编著|编写|编辑|编创|主创|创意|创作|制作|研发|"
    "完成|指导(?!单位)|辅导|选送|报送|送选|送评|推选|推荐|申报|参赛|获奖|供稿|供图|采写|改编|演职|所在|所属|承制|协拍|组稿|讲述|主讲"
)
_WHO = "单位|学校|院校|机构|团队|团体|部门|公司|班级|人员|成员|工作室|出版社|老师|教师|作者|[者人师员]"
_ROLE = (
    rf"(?:(?:(?:{_HOW}){{0,3}}(?:{_DONE}){{1,4}}(?:{_WHO})?|"
    rf"(?:{_HOW}|{_DONE}){{0,4}}(?:单位|学校|院校|机构|团队|部门|班级|作者|成员|[者人]))(?:名称|姓名|(?<=人员)表)?|"
    "作者?|著者?|文|摄|图|[词詞]|曲|唱|[绘絵]|[译訳]者?|原[作著]|脚本|出版社?|监督|学生|姓名|记者|通讯员|主持人?|播音)"
)
_ROLE_IN_ENGLISH = "(?i:directed(?: by)?|directors?|dir\\.?|authors?|written(?: by)?|producers?)"
_JOINS = r"\s*[/／、和及兼]\s*"
_MOST_JOINED = 5
ROLES = rf"(?:{_ROLE}(?:{_JOINS}{_ROLE}){{0,{_MOST_JOINED - 1}}}|{_ROLE_IN_ENGLISH})"
"""Words that say who follows: 选送单位：一中, 导演 张三, 编剧/导演：李四; it takes long to compile, `is_role` less."""
CREW = (
    "(?i:(?:screen)?writers?|cast|starring|actors?|actress(?:es)?|cinematographers?|editors?|composers?|"
    "autor(?:a|es|as)?|auteur(?:e|s|es)?|autor(?:in|innen)|directora|dirigid[oa] por|dirige|direcci[oó]n|"
    "gui[oó]n(?:istas?)?|reparto|elenco|m[uú]sica|fotograf[ií]a|montaje|producci[oó]n|productora|réalisat(?:eur|rice)s?|réalisation|"
    "scénar(?:io|istes?)|interpr(?:étation|ètes)|avec|musique|montage|produc(?:tion|teur|trice)s?|regie|regia|regista|sceneggiatura|montaggio|"
    "produzione|interpreti|drehbuch|buch|kamera|schnitt|musik|darsteller(?:innen)?|produktion|produzent(?:in|en)?|"
    "direção|realiza(?:ção|dor)|roteiro|produção)"
)
"""The same below a title; elsewhere they may be awards."""
FACTS = (
    "(?:(?:影片|作品|节目|内容|故事|剧情|创作)?(?:片长|时长|长度|体裁|题材|类型|[类级组]别|简介|介绍|梗概|概要|说明|理念|阐述|语[种言]|字数|"
    "尺寸|规格|材质|画幅|格式|编号|序号|链接|网址|关键词|标签|主题|得[分票](?:率|数)?|票数|播出?时间|[首上][播映](?:时间|日期)?|"
    "(?:出品|发行|制作|创作|拍摄|完成)(?:年[份代度]|时间|日期|地[点区]?|国家?)|国[家别籍](?:[/／]地区)?|地区|奖金|推荐语|联系(?:人|电话|方式)|电话|手机|邮箱|地址|"
    "(?:推荐|获奖|入选)理由|颁奖[词辞]|点评|评语)|"
    "(?i:duration|running time|runtime|länge|dauer|dur[ée]e|duraci[oó]n|durata|duração|country|pays|país|paese|land|"
    "languages?|langue|idioma|lingua|sprache|genre|género|genere|synopsis|logline))"
)
"""Words that say what a work is, and not who made it."""
FACT = chinese_pattern(
    rf"(?<!\w){FACTS}\s*[：:]\s*[^，,；;。、()（）【】|｜]*?(?=\s+\w+\s*[：:]|[，,；;。、()（）【】|｜]|$)"
)
"""片长：5分钟, up to the next word with a colon or the next comma or bracket."""
IS_FACT = chinese_pattern(rf"[（(]?{FACTS}\s*[：:].*")
ART_ALONE = chinese_pattern(rf"(?:{_ARTS})\s*[：:]")
"""A whole line that may be a caption, of a kind of work: 摄影："""
OF_PAGE = chinese_pattern(r"(?:(?:填报|报送)(?:单位|部门)|编辑|记者|通讯员|主持人?|播音|项目?负责人)\s*[：:].+")
"""The same where a form or a page may say it of itself: 填报单位：某局, 编辑：王五"""
OF_NOTES = "评委|评审|主持|颁奖|嘉宾|地点|时间|(?:责任|本期|微信)?编辑|责编|校对|来源|记者|通讯员"
"""The same where a note has it, or a page of itself: 来源：某报"""
TITLE = "(?:参赛|获奖)?(?:作品|影片|片|节目|题|剧目)(?:名称|名|目)?[：:]\\s*"
"""What is before the title itself: 作品名称："""
UNKNOWN = chinese_pattern(r"[\u3400-\u9fff/／]{2,8}\s*[：:]\s*[^《》\s][^《》]*")
"""A short label and what it says, whatever that is."""


_IS_ROLE = chinese_pattern(f"{_ROLE}|{_ROLE_IN_ENGLISH}")
_IS_CREW = lazy_pattern(CREW)
_IS_OF_NOTES = chinese_pattern(OF_NOTES)
_BEFORE_LABEL = lazy_pattern(r"(?<!\s)\s+(?=(?P<label>[^\s：:][^：:]{0,40}?)\s*[：:])")


def has_label(text: str) -> bool:
    """Whether a text has a colon, without which it has no label."""
    return "：" in text or ":" in text


@lru_cache(1 << 10)  # it is asked several times of a word
def is_role(words: str) -> bool:
    """Whether words say who follows, and nothing else.

    >>> is_role("联合出品单位"), is_role("编剧/导演"), is_role("Directed by"), is_role("导演张三")
    (True, True, True, False)
    """
    parts = re.split(_JOINS, words)
    return len(parts) <= _MOST_JOINED and all(map(_IS_ROLE.fullmatch, parts))


def is_role_or_crew(words: str) -> bool:
    """Whether words say who follows in any language: 导演, Regie."""
    last = re.split("[ -]", words)[-1] if words.islower() else words  # executive producer
    return is_role(words) or _IS_CREW.fullmatch(last) is not None or is_role(last)


def is_of_no_award(label: str) -> bool:
    """Whether a word before a colon says who made a work, what it is, or is of a note, so that it is no award."""
    is_of_work = is_role_or_crew(label) or IS_FACT.fullmatch(f"{label}:") is not None
    return is_of_work or _IS_OF_NOTES.match(label) is not None or is_of_others(label)


def label_and_rest(text: str) -> tuple[str, str]:
    """What is before the first colon of a text, and what is behind it; the label is "" without a colon."""
    label, colon, rest = text.replace("：", ":", 1 if "：" in text else 0).partition(":")
    return (label.rstrip(), rest) if colon else ("", text)


@lru_cache(1 << 10)  # it is asked several times of a line
def says_maker(text: str) -> bool:
    """Whether a whole line says who the title above it is by: 导演：张三, （作者：张三）."""
    label, rest = label_and_rest(text)
    return has_label(text) and is_role(re.sub("^[（(]", "", label)) and not rest.lstrip().startswith("《")


def parted_at_labels(text: str) -> list[str]:
    """The parts of a text, of which all but the first begin with a word that says who follows.

    >>> parted_at_labels("某公司 导演：张三 片长：5分钟 编剧：李四")
    ['某公司', '导演：张三 片长：5分钟', '编剧：李四']
    """
    spaces = _BEFORE_LABEL.finditer(text) if has_label(text) else ()
    gaps = [found.span() for found in spaces if is_role_or_crew(found["label"])]
    begins, ends = [0, *(end for _, end in gaps)], [*(begin for begin, _ in gaps), len(text)]
    return [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
