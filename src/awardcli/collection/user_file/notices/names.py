"""The names of people and bodies that words beside a title list.

Brackets may be part of the name of a body:

某影视（上海）有限公司        the name goes on behind the brackets
中国石油大学（北京）          they say where the body is, or which part of it
一中（张三）, 张三（一中）    a body and a person: two names

Other words beside a title say its award, category, year or edition, which `names_beside` gives apart, or the kind of
the work or the role of a person, and name nobody.
"""

import re
from collections.abc import Sequence
from itertools import islice

from awardcli.collection.user_file import section_names
from awardcli.collection.user_file.notices import japanese
from awardcli.collection.user_file.notices.labels import FACT, FACTS, is_role, is_role_or_crew, parted_at_labels
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import YEAR, is_category, is_kind_of_works
from awardcli.language.awards import EDITION
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON, SURNAME
from awardcli.language.places import is_country, is_place

LEADER = (
    r"(?:(?<!…)…++|(?<!‥)‥++|(?<![.．])[.．]{3,}+|(?<![·・])[·・]{2,}+|(?<![-=—])[-=—]*+[→⇒➔➜➡⟶]|(?<![-=])[-=]++[>＞])"
)
"""What leads from an award to its titles, and from these to who they are by: 作品賞……『甲』, 一等奖→《乙》→张三

Each way is tried from the beginning of a run of its signs only, and not again from each of thousands.
"""
_NAME_SEPARATOR = lazy_pattern(
    rf"{LEADER}|\s+(?:and|&|et|y|e|und)\s+(?=[A-ZÀ-Þ]\S*\s+(?:[a-z]{{2,3}} )*[A-ZÀ-Þ])|(?<=[\uac00-\ud7a3])·|"
    r"[（(](?![0-9一二三四五六七八九十]{1,3}[)）]班)|[)）](?!班)|[\[\]【】：:，,；;。、|｜/／]|\s+(?:by|-|–|—)\s+|"
    r"[—–]{1,2}|\u3000+|\t+|\s{2,}|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff0-9])"
)
"""What separates the people and bodies of a title: 张三、李四, 一中（张三）, 一中　张三, Ono / Vega, →张三"""
_WORD = r"[^\s()（）\[\]【】、，,；;：:。|｜/／《》“”—–-]"
_BRACKETS = lazy_pattern(
    rf"(?<!{_WORD})(?P<name>{_WORD}+)[（(](?P<inside>[^()（）：:《》]{{1,12}})[)）](?P<behind>{_WORD}*)"
)
_TRADE = (
    "科技|技术|软件|文化|传媒|传播|影视|影业|影像|视频|网络|信息|实业|投资|控股|股份|贸易|教育|咨询|广告|艺术|创意|"
    "工程|建设|电子|电力|能源|医药|食品|汽车|旅游|发展|产业|服务|管理|集团|国际"
)
_REST = chinese_pattern(
    rf"(?:{_TRADE})*(?:(?:有限)?(?:责任)?(?:总|分|子)?公司|集团|工作室|事务所|研究[院所]|分社|分局|分校|校区)"
)
"""What only goes on with the name of a body: 有限公司, 文化传媒有限公司"""
_PART = chinese_pattern(
    "集团|控股|股份|筹|(?:有限|普通|特殊)合伙|[\u3400-\u9fff]{0,4}(?:校区|分校|分院|分社|分局|分行|支行|分公司|分部|总部|本部|支队|大队)|"
    "(?:宣传|组织|统战|编辑|文艺|新闻|总编|策划|教务|政治|党群)[部室处]|[党团]委|工会|办公室"
)
"""Which part of a body it is: （集团）, （闵行校区）, （宣传部）"""
_AREA = chinese_pattern("[\u3400-\u9fff]{1,4}[省市县区]")


def names_in(text: str) -> list[str]:
    """The parts of a text that may be names, with the brackets within the names of bodies.

    >>> names_in("某影视（上海）有限公司、中国石油大学（北京）"), names_in("一中（张三）")
    (['某影视（上海）有限公司', '中国石油大学（北京）'], ['一中', '张三', ''])
    """
    return _split(_NAME_SEPARATOR, text)


def _split(separator: re.Pattern[str], text: str) -> list[str]:
    """The parts of a text between separators that are none of the brackets within the names of bodies."""
    kept = _BRACKETS.sub(_with_brackets_kept, text)
    return [part.translate(_BACK) for part in separator.split(kept)]


def is_one_name(text: str) -> bool:
    """Whether nothing separates several names in a text."""
    return len(names_in(text)) == 1


def is_one_body(text: str) -> bool:
    """Whether a text is the name of one body and nothing else: 某市文旅局, 中国石油大学（北京）."""
    return (names_body(text) or text.endswith((")", "）"))) and is_one_name(text) and "《" not in text


_KEPT, _BACK = str.maketrans("（）()", "\ue000\ue001\ue002\ue003"), str.maketrans("\ue000\ue001\ue002\ue003", "（）()")
"""Characters of no script that are in place of the brackets while a text is split."""


def _with_brackets_kept(found: re.Match[str]) -> str:
    name, inside, behind = found["name"], found["inside"], found["behind"]
    if not _are_of_body(name, inside, behind):
        return found[0]
    kept = found[0].translate(_KEPT)
    if _REST.match(behind) or (names_body(behind) and not names_body(name)):
        return kept
    is_next = behind or found.string[found.end() : found.end() + 1].isspace()
    return f"{kept.removesuffix(behind)}、{behind}" if is_next else kept  # 北京师范大学（珠海校区）张三


def _are_of_body(name: str, inside: str, behind: str) -> bool:
    """Whether brackets are part of the name of a body, by what is before, in and behind them."""
    if _REST.match(behind):  # 某影视（上海）有限公司
        return True
    is_where = says_where(inside)
    if names_body(name):
        return is_where or any(each.fullmatch(inside) for each in (_AREA, _PART))
    if names_body(behind):  # 某某（中国）航天公司; 张三（一中）某公司
        return is_where and PERSON.fullmatch(name) is None
    ends = [at for at in range(2, len(inside)) if is_place(inside[:at])]  # 视博影视(银川公司)
    is_branch = any(_REST.fullmatch(inside[at:]) for at in ends)
    return is_branch and PERSON.fullmatch(name) is None and "·" not in name


def says_where(name: str) -> bool:
    """Whether a word beside a person or body says where they are from: 湖北, 江西赣州, 法国."""
    return is_place(name) or is_country(name)


_CLAUSE = chinese_pattern(
    r".*(?:点击|查看|扫码|上台|代替|凭借|[凭在].{0,20}[饰扮]演|[荣喜斩]获|获[得奖]|领奖|表示|认为|举[行办]|正在|"
    r"[0-9]{1,2}月[0-9]{1,2}日|[0-9]+[部篇件名位]|刊登|电话[0-9]).*"
)
_LONGEST_PERSON = 4


def is_clause(name: str) -> bool:
    """Whether words in the place of a name tell something, so that they are none.

    >>> is_clause("胡静代替吴刚上台领奖"), is_clause("点击这里查看名单"), is_clause("张获"), is_clause("某局某部")
    (True, True, False, False)
    """
    return len(name) > _LONGEST_PERSON and _CLAUSE.fullmatch(name) is not None


_BEHIND_BRACKETS = chinese_pattern(
    rf"(?<=[)）])\s*(?:[、，,；;]\s*(?!指导|辅导)|(?=(?:{SURNAME})[\u3400-\u9fff]{{1,2}}\s*[（(]))"
)


def behind_brackets(text: str) -> list[str]:
    """The items of a line that has a comma, or a person, behind the brackets of each: 甲（某镇）、乙（某乡）.

    >>> behind_brackets("张三（一小）李四（二小）"), behind_brackets("春（上）（一小）")
    (['张三（一小）', '李四（二小）'], ['春（上）（一小）'])
    """
    return _split(_BEHIND_BRACKETS, text)


CLASS = chinese_pattern("[0-9一二三四五六七八九十)）]班$|[一二三四五六七八九十]年级$|[0-9]{2,4}级$")
"""高一（1）班, 2019级"""
CLASS_ALONE = chinese_pattern(
    "[\u3400-\u9fff]{0,12}?(?:[0-9一二三四五六七八九]年级|[0-9一二三四五六七八九初高][一二三]?|[0-9]{2,4}级[\u3400-\u9fff]{0,8})"
    r"\s*(?:[（(][0-9一二三四五六七八九十]{1,2}[)）]|(?<=级)[0-9一二三四五六七八九十]{1,2}|(?<=[初高][一二三])[0-9一二三四五六七八九十]{1,2}|"
    "(?<=[0-9])[0-9]{1,2})\\s*[班中队]{1,2}"
)
"""A whole text: 二（1）班, 三年级二班, 实验小学五（2）中队; not 三年二班, which may be a song"""
_TEACHER = chinese_pattern(
    r"(?<![\s，,、；;])[\s，,、；;]*+[（(]?\s*(?:指导|辅导)(?:教师|老师)?\s*[：:]\s*(?P<who>[^：:()（）]+?)\s*[)）]?$"
)


def without_teacher(text: str) -> tuple[str, str]:
    """A line without the teacher at its end, who is not the one whose name parts it alike: 春 张三 指导老师：李四.

    >>> without_teacher("春（张三；指导：李四）"), without_teacher("春（张三，指导：李四")
    (('春（张三）', '李四'), ('春（张三', '李四'))
    """
    found = _TEACHER.search(text)
    if found is None or not found.start():
        return text, ""
    rest = text[: found.start()]
    return rest + text[found.end("who") :].strip() * has_open_bracket(rest), found["who"]


def has_open_bracket(text: str) -> bool:
    """Whether a bracket in a text is not closed in it."""
    return any(text.count(begin) > text.count(end) for begin, end in _BRACKET_PAIRS)


_BRACKET_PAIRS = (("（", "）"), ("(", ")"), ("【", "】"), ("[", "]"))


KIND = (
    "电视|广播|图书|海报|组照|组图|单幅|快板书?|相声|评书|双簧|微电影|[\u3400-\u9fff]{1,3}片|歌曲|歌词|小品|话剧|舞蹈|微视频|"
    "[\u3400-\u9fff]{1,4}[剧戏腔]|电视[\u3400-\u9fff]{0,3}片|[\u3400-\u9fff]{0,3}(?:[独合重对说]唱|[独合重齐]奏|[独群]舞)|"
    "[\u3400-\u9fff]{0,4}(?:梆子|坠子|大鼓|快书|鼓书|琴书|评弹|弹词|道情)|"  # what is seen or heard
    "(?:[自散叙抒朗儿组现古旧新词近格七五绝]?[由文事情诵童代典体律言]?)诗[歌词]?|长诗|格律诗词|[词赋]|[七五]律|[七五]?绝句?|"
    "论文|[散杂]文|随笔|(?:[小微]型?|[短中长]篇)?小说|[短中长]篇|(?:报告|纪实|儿童|非虚构)文学|非虚构|童话|寓言|故事|剧本|"
    r"消息|通讯|言论|评论|(?:系列|深度|新闻)报道|系列\w{0,6}|"  # what is read
    "版面|栏目|专[栏版题]|副刊|[一该此][文书片剧曲歌画]|"
    "节选|选[段篇]|片段|外[0-9一二三四五六七八九十两]{1,2}[首篇章则部幅件组题]|[诗词歌文]?[一二三四五六七八九十]{1,2}[首章则题阕]|"
    "(?:修订|增订|典藏|珍藏|纪念|最新|完整|加长|修复|删减|重制|导演剪辑|[初再])[版本]|全[本集译]本?|[精平]装"
)
_KIND_BY_END = chinese_pattern(
    rf"[\u3400-\u9fff]{{1,4}}[舞唱转]|(?!(?:{SURNAME})..?$)[\u3400-\u9fff]{{1,4}}[书调曲]|[器声民弦管打击]{{1,3}}乐"
)
"""A kind of works where a person or body is beside it: 二人转, 广场舞; else it may be a person."""
KIND_AT_END = chinese_pattern(
    "(?:参赛|获奖|原创|公益|系列|连续|深度|典型|经典|优秀|新闻|电视|广播|网络|报纸|[新融全]媒体|[微短]|[短中长]篇){0,4}"
    "(?:作品|影片|短片|电影|视频|纪录片|动画片|新闻|消息|通讯|报道|评论|言论|社论|特写|专[题访栏刊]|版[面式]|副刊|标题|图[片表]|组[照图]|漫画|插画|海报|"
    "节目|访谈|剧目|民间故事|课[题件例]|微课|案例|教案|教学设计|(?:[年沙国油版]|工笔|水[彩墨粉]|农民|中国)画|(?i:h5|mv|vr)|[广播电视音乐话歌舞]{1,5}剧|小品|舞蹈|诗歌|散文|小说|论文|公益广告|[宣传公益专题动画系列]{1,4}片|歌曲|朗诵|[声器]乐|戏剧|"
    "(?:管弦乐?|[民弦管]乐|打击乐|铜管|交响乐?|[混童男女]声|[男女]生|小组)?(?:[独合重齐]奏|[独合重对]唱|[独群双]舞))$"
)
"""新闻漫画《甲》, 电视专题《甲》"""
WORDS_THAT_TELL = (
    "(?:揭[露示开秘]|反[映思]|[讲记叙][述录]|描[写绘述]|展[现示]|再现|呈现|表[现达]|刻画|聚焦|关注|围绕|针对|根据|通过|透过|抓住|引出|立足|结合|"
    "歌颂|赞美|弘扬|体现|批[评判]|讽刺|呼吁|倡导|介绍|关于|有关|题为|名为|采用|运用|探[讨索]|回顾|致敬|献给)..|"
    "以(?!色列)..+为|..+而$|[该此]$|[一这][幅部篇件首]"
)
TELLS = chinese_pattern(WORDS_THAT_TELL)
"""反映乡村生活的《甲》: what a work tells, and no maker"""
_KIND_IN_LATIN = lazy_pattern(
    "(?:(?:short|children's|graphic|historical|collection of|collected) )*(?:stor(?:y|ies)|novels?|novellas?|tales?|"
    "roman|nouvelles?|récits?|contes?|essa[yi]s?|poems?|poetry|poésies?|plays?|théâtre|(?:auto)?biograph(?:y|ies|ie)|"
    "memoirs?|monograph(?:s|y|ie)?|anthology|album|comics?|(?:non-?)?fiction|documentary|animation)"
)
"""(short stories), (novel)"""
_CHOSEN = chinese_pattern("获?(?:入围|入选|提名)|优胜|佳作")
"""An award of one word behind the maker."""
_OF_ALL = chinese_pattern(
    "^(?:以上|上述)(?:[0-9两二三四五六七八九十]*[部篇件幅个首]?(?:作品|影片|节目))?(?:[均皆都]?[由为是系])?(?=..)|"
    "^(?:均|皆|都|全部)[由为是系](?=..)"
)
"""What says for how many works a maker counts: 以上甲局, 均为乙局, 以上作品均由甲局选送"""
_GROUP_NAME = (
    "(?:小学|初中|高中|中学|大学|高校|中职|高职|成人|学生|教师|青年|少年|青少年|少儿|儿童|幼儿|老年|专业|业余|公开|社会|职工|[甲乙丙丁A-D])+"
    "(?:(?:[低中高]年级|[甲乙丙A-C])?组|[低中高]年级)"
)
_GROUP = chinese_pattern(_GROUP_NAME)
"""小学组, 小学低年级组: those among whom a work won"""
_BEFORE_PERSON = chinese_pattern(
    rf"(?P<home>[)）0-9一二三四五六七八九十]班|(?<![\u3400-\u9fff]){_GROUP_NAME})(?=(?:{SURNAME})(?!同学|老师)[\u3400-\u9fff]{{1,2}}(?:$|[^\u3400-\u9fff]))"
)
"""五年级（2）班李四, 小学组张三"""
_SIGNS_OF_HOMES = frozenset("班组組级級")
_OTHER_NAME = chinese_pattern("笔名|本名|原名|艺名")
_ABOUT_TITLE = chinese_pattern(f"{KIND}|{FACTS}")
"""A word that says what the title is: 微电影, 格律诗词, 修订本"""
REPORTER = "(?:首席|特[约派]|实习|见习|摄影)?(?:记者(?!站|协会|之家|[团部节])|通讯员)"
"""What is before a name in the press, perhaps behind that of a newspaper: 本报记者, 新华社记者"""
_ROLE_BEFORE = chinese_pattern(
    rf"(?:导演|编剧|编导|(?<!工)作者|主演|指导教师|获[得奖]者|(?:本[报刊台社网]讯?)?{REPORTER})(?=[\u3400-\u9fff]{{2,4}}$)|"
    r"реж(?:\.|исс[её]р)\s+|(?i:dir\.|(?:directed|written|produced)\s+by|director|producer|writer)\s+(?=[A-Z])|(?:감독|연출|작가)\s+(?=[\uac00-\ud7a3])"
)
"""导演张三, dir. Ono"""
_IN_MEDIA = (
    "(?:作者|(?:责任)?编辑|责编|记者|通讯员|摄影|摄像|编导|导演|编剧|播音|主持人?|策划|制作|主创(?:人员)?|指导(?:老师|教师))"
    rf"(?=集体|{SURNAME})"
)
_ROLE_WITHIN = chinese_pattern(_IN_MEDIA)
_ROLES_RUN = chinese_pattern(rf"(?<![\u3400-\u9fff]){_IN_MEDIA}[\u3400-\u9fff]{{4,40}}")
"""作者张三编辑李四王五"""
_WON = chinese_pattern("^(?:荣?获得?|荣膺)")
"""获一等奖"""
_ROLE_BEHIND = chinese_pattern(
    "(?:联合|共同)?(?:(?:选送|报送|推荐|供稿|出品|摄制|监督|导演|编剧|执导)(?:的?(?:电影|影片|短片|作品)|的)?|作品|(?<=.)的|\\s감독)$"
)
"""文汇报社选送, 张三导演, 张三的"""
WROTE = "编?著|主编|[校评选译编]注|点校|选编|执笔|口述|(?:访问|采访|记录|录音)?整理"
"""What is behind the author of a book."""
_MADE_BEHIND = chinese_pattern(
    "(?:联合|共同)?(?:制作|拍摄|创作|创排|排演|录制|演唱|表演|朗诵|[主承协举]办|等(?:[0-9]+[人名位])?|"
    f"{WROTE}|(?<=[\u3400-\u9fff]{{3}})[编译绘])$"
)
"""孙八著, 某局拍摄: behind a person or body; else it may be part of a name"""
_ART_BEHIND = chinese_pattern("(?<=.)(?:摄影|绘画|书法|美术|油画|版画|雕塑|动画|电影|影片|音乐|舞蹈|戏剧|文学)$")
"""希腊摄影作品《甲》: a country and its art, nobody"""
_PEOPLES = (
    "汉|壮|满|回|苗|维吾尔|土家|彝|蒙古?|藏|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|黎|傣|畲|傈僳|仡佬|东乡|拉祜|水|佤|纳西|羌|土|仫佬|"
    "锡伯|柯尔克孜|达斡尔|景颇|毛南|撒拉|布朗|塔吉克|阿昌|普米|鄂温克|京|基诺|德昂|保安|裕固|鄂伦春|独龙|赫哲|门巴|珞巴|高山"
)
_WORDS_AND_MUSIC = chinese_pattern(r"([\u3400-\u9fff]{2,4})词(\W+)([\u3400-\u9fff]{2,4})曲")
"""张三词、李四曲; 余小曲 alone is a name"""
_NO_NAME = chinese_pattern(
    r".*[0-9]+月号|[0-9]{4}年(?:[0-9]{1,2}月)?.{0,3}版|他|ほか|[\W\d_]*(?:分钟|分|秒|小时|部|名|票|min|minutes)?[\W\d_]*|"
    "等?(?:第?[0-9一二三四五六七八九十]+[部名件个篇集季首章幅组])?|(?:荣?获[得奖评](?!者)|被).*|.*[空从]缺|[美英法德日俄意韩]|特邀|兼|"
    rf"[男女]|(?:{_PEOPLES})族|(?:[12][09])?[0-9]{{2}}级|"
    "(?:每[人部名件篇]|各|另)?(?:颁?发|获|给予|奖)?(?:奖金|奖励|奖品|稿[费酬]|荣?誉?证书|奖杯).*|.*(?:排名|顺序)不[分计]先后.*|"
    "(?:排名)?[按以].{0,8}(?:姓氏|笔[画划]|拼音|音序|得票|收稿).*|首句.*"
)
"""30分钟, 等, 等5部, 第一名, 获得好评, the country in [美]安·李; 女, 藏族, 2019级; 每人奖金500元, 排名不分先后"""
_OF_BODY = "(?:栏目|课题)组|编辑部|编委会|杂志社|报社"
OF_BODY = chinese_pattern(_OF_BODY)
"""What is behind the title of a journal or programme where both name a body: 《乙》编辑部"""
_NOT_A_NAME = chinese_pattern(rf".*(?:[《〈『「](?!.*》(?:{_OF_BODY})$)|(?:\b[a-zß-ÿ]{{2,}} ){{4}}).*")
"""What has marks of titles, or is a sentence: 《甲》选段, Une femme vit avec un homme"""
_REMARK_IN_LATIN = lazy_pattern(r"\(\s*[a-zß-ÿ][a-zß-ÿ' -]*\)")
"""Ana Ruiz (animation)"""
_MADE_FROM = chinese_pattern("(?:根据|依据|取材[于自]|改编自|选自)[^《》，、]{0,6}《[^《》]*》(?:改编|创作|改写)?")
"""张三根据《甲》改编的"""
_MONEY = chinese_pattern("(?:每[人部名件篇]|各)?奖[金品](?:为|是)?[0-9一二三四五六七八九十百千万]+[^。；;《》（）()]*")
"""奖金500元，证书一份、样刊两本"""
_WITHIN_TITLE = chinese_pattern(f"(?<=《)[^《》]+(?=》(?!{_OF_BODY}))")
_SPACE_BEFORE_TITLE = lazy_pattern(r"\s+(?=《)")
"""张三 《甲》第三期"""
_REPLACED = (
    (frozenset(":："), FACT, ""),
    (frozenset("词詞"), _WORDS_AND_MUSIC, r"\1\2\3"),
    (frozenset("奖獎"), _MONEY, ""),
    (frozenset("《"), _MADE_FROM, ""),
    (frozenset("《"), _WITHIN_TITLE, ""),
    (frozenset("《"), _SPACE_BEFORE_TITLE, "、"),
)
"""What is replaced in words beside a title, in this order, where they have one of the signs: few of them do."""
_YEAR_OF_BOOK = lazy_pattern(r"(?<=社)\s*(?:19|20)[0-9]{2}年?(?:[0-9]{1,2}月)?版?$")
"""作家出版社2020年"""
_SPACED = lazy_pattern("(?<=(?<![\u3400-\u9fff0-9)）])[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff](?![\u3400-\u9fff]))")
"""The space within 汪 玲"""


def names_beside(text: str, *, has_spaces: bool = False) -> tuple[list[str], dict[str, str]]:
    """The people and bodies that words beside a title name; and the award, category, year and edition among these.

    Where the text `has_spaces`, the names of people may have them within.

    >>> names_beside("导演张三、某局选送，一等奖"), names_beside("微电影，30分钟")
    ((['张三', '某局'], {'award': '一等奖'}), ([], {}))
    """
    names: list[str] = []
    said: dict[str, str] = {}
    for signs, pattern, instead in _REPLACED:
        if not signs.isdisjoint(text):
            text = pattern.sub(instead, text)
    text = _BEFORE_PERSON.sub(r"\g<home>、", text) if not _SIGNS_OF_HOMES.isdisjoint(text) else text
    text = _ROLES_RUN.sub(_parted_run, "、".join(parted_at_labels(text)))
    whole = (
        japanese.with_names_whole(japanese.without_places(text))
        if has_spaces
        else _REMARK_IN_LATIN.sub("", _SPACED.sub("", text))
    )
    for part in filter(None, names_in(whole)):
        name = _bare_name(part)
        if YEAR.fullmatch(name):
            said["year"] = name
        elif EDITION.fullmatch(name):
            said["edition"] = name
        elif (_is_award(name) and not is_clause(name)) or _CHOSEN.fullmatch(name):
            said["award"] = _WON.sub("", name)
        elif _GROUP.fullmatch(name) or (name.endswith(("类", "類")) and is_category(name)):
            said["category"] = name
        elif (
            name
            and not any(each.fullmatch(name) for each in (_ABOUT_TITLE, _KIND_IN_LATIN, _NO_NAME, _NOT_A_NAME))
            and not (is_country(_ART_BEHIND.sub("", name)) or is_kind_of_works(name))
        ):
            names.append(japanese.spaced(name))
    if len(names) > 1:
        names = [name for name in names if not is_place(name)] or names  # 刘谷雨 陕西
    if len(names) > 1:
        names = [name for name in names if names_body(name) or not _KIND_BY_END.fullmatch(name)] or names
    return list(dict.fromkeys(names)), said


def _is_award(name: str) -> bool:
    return name[-1:] in "奖獎军名" and section_names.section(name) is not None


def names_group(text: str) -> bool:
    """Whether a text names a group of those who take part, or of works, by known words: 小学组, 微电影组."""
    return _GROUP.fullmatch(text) is not None or is_category(text.rstrip("组組"))


def makers_of_all(text: str) -> str:
    """Who made all works above a line that says only this; "" of another line.

    >>> makers_of_all("（以上甲局）"), makers_of_all("以上作品均由某区文化馆选送。"), makers_of_all("以上名单公示七天")
    ('甲局', '某区文化馆', '')
    """
    bare = text.strip("（）()。 ")
    names = names_beside(bare)[0] if _OF_ALL.match(bare) else []
    are_names = all(names_body(name) or PERSON.fullmatch(name) or name[-1] in "站队隊班室所" for name in names)
    return "、".join(names) if are_names else ""


def _parted_run(found: re.Match[str]) -> str:
    """The people that follow roles without a space, if they can be parted in one way only: 作者张三编辑李四王五."""
    parts = [[part] if part in ("集体", "集體") else _people_in_run(part) for part in _ROLE_WITHIN.split(found[0])[1:]]
    return "、".join(name for names in parts for name in names) if all(parts) else found[0]


def _people_in_run(text: str) -> Sequence[str]:
    """The people whose names run together; none where it is not sure where one ends: 韩少林张孺海张小燕."""
    ways: list[list[tuple[str, ...]]] = [[()]]  # up to two ways to part what is before each place: one, or not sure
    for end in range(1, len(text) + 1):
        lasts = [text[end - length : end] for length in (2, 3, 4) if end >= length]
        found = ((*way, last) for last in lasts if PERSON.fullmatch(last) for way in ways[end - len(last)])
        ways.append(list(islice(found, 2)))
    return ways[-1][0] if len(ways[-1]) == 1 else ()


def _bare_name(part: str) -> str:
    """A name without words for what its bearer made; "" of such a word alone: 某局拍摄, 导演张三, 总导演"""
    word = _OF_ALL.sub("", part.strip(" \t\u3000-–—.·+"))
    if word.startswith("由") and (_ROLE_BEHIND.search(word) or _MADE_BEHIND.search(word)):
        word = word[1:]  # 由张三执导
    name = _YEAR_OF_BOOK.sub("", _ROLE_BEHIND.sub("", word)).strip()
    if any(is_role_or_crew(each) or _OTHER_NAME.fullmatch(each) for each in {word, name}):
        return ""
    made = _MADE_BEHIND.sub("", name).strip()
    is_name = names_body(made) or PERSON.fullmatch(made) or "·" in made or made.endswith("组")
    name = made if is_name else name
    return name if names_body(name) or _ABOUT_TITLE.fullmatch(name) else without_role(without_profession(name))


def without_role(name: str) -> str:
    """A name without the role before it: 导演张三, dir. Ono."""
    for length in (3, 2):
        if PERSON.fullmatch(name[-length:]) and len(name) > length and is_role(name[:-length]):
            return name[-length:]
    return _ROLE_BEFORE.sub("", name)


def without_profession(name: str) -> str:
    """A name without what the person is, and from where: 波兰导演安娜, 新锐演员张三.

    >>> without_profession("波兰导演安娜·卡"), without_profession("青年作家张三"), without_profession("无名导演")
    ('安娜·卡', '张三', '无名导演')
    """
    found = _PROFESSION.match(name)
    is_known = found and (found["said"] or is_country(found["of"]) or PERSON.fullmatch(found["name"]))
    return found["name"] if found and is_known else name


_PROFESSION = chinese_pattern(
    "(?P<of>(?P<said>女|男|著名|知名|青年|新锐|资深|老|旅[美法日]|当红)|[\u3400-\u9fff]{1,4}?)"
    "(?:[男女]?(?:导演|演员|歌手|诗人|编剧|主持人|摄影师|(?:作|画|书法|摄影|舞蹈|歌唱|艺术|音乐|评论)家|大师|(?:剪[辑接]|配音|美术|造型|录音|灯光|化妆)师|音乐人))(?P<name>[\u3400-\u9fff·]{2,})$"
)
