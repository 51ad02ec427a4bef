"""What people write beside a title, not as part of it: numbers, kinds of work, versions, makers, addresses.

The functions take texts in plain form: half-width, lower case, simplified. Patterns are compiled when first used: a
literal search needs none of them.
"""

from awardcli.language.dates import YEAR
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.language.words_about_works import CHINESE_KINDS_OF_WORK, KINDS_OF_WORK, words_of

_OTHER_WORDS_AROUND_A_TITLE = words_of(
    # what copy or part of it
    "预告片 终极预告 先导预告 预告 花絮 片段 正片 全集 完整版 加长版 导演剪辑版 剪辑版 未删减版 "
    "未删减 删减版 修复版 数字修复版 重映版 重映 原版 终极版 纪念版 典藏版 公映版 院线版 国语版 "
    "粤语版 中文版 英文版 日语版 原声版 配音版 国语 粤语 双语 中字 中英字幕 双语字幕 字幕版 字幕 "
    "无字幕 伴奏版 伴奏 现场版 高清 超清 蓝光 原盘 杜比视界 影院版 电影版 剧场版 电视剧版 动画版 真人版 主题曲 原声带 "
    "终稿 定稿 初稿 终版 最终版 修改版 修订版 送审版 成片 样片 百度百科 维基百科 哔哩哔哩 腾讯视频 爱奇艺 优酷 "
    "幕后花絮 拍摄花絮 精彩片段 幕后特辑 制作特辑 "
    "曲目 作品名 看完了 读完了 复件 新建文件夹 无字版 上屏版 带字幕 带版权页 立体声 单声道 录像带 胶片 拷贝 电影票 "
    "经典台词 台词 经典语录 语录 金句 名场面 通关存档 存档 修改器 汉化补丁 补丁 攻略 "
    "在线观看 免费观看 下载 片尾曲 插曲 海报 剧照 影评 观后感 读后感 剧情解析 解说 "
    # who made it, and what became of it
    "导演 编剧 主演 监制 制片 出品 出品人 执导 作者 原著 编著 著 译 翻译 演唱 选送 选送单位 报送 "
    "报送单位 制作 单位 参赛作品 获奖作品 入围作品 入围影片 参评作品 推荐作品 优秀作品 参赛 获奖 入围 "
    "申报作品 申报单位 申报 参与 "
    "展映单元 展映 特别放映 开幕片 闭幕片 主竞赛 已读 在读 想读 待看 强推 安利 "
    "今日上映 今晚看 定档 完结 全书 国粤双语 国英双语 "
    "参评材料 参赛材料 申报材料 报送材料 评审材料 申报表 报名表 推荐表 "
    "提名 推荐 作品名称 片名 影片名称 书名 名称 年份 上映 首映 出版 豆瓣 评分 想看 看过 已看 在看 "
    "审片 送审 图文直播 重看 重温 再看 二刷 看了 看完 读了 读完 "
    "题目 标题 又名 亦名 原名 别名 英文名 篇名 曲名 剧名 节目名称 项目名称 "
    "副本 精装 平装 精装典藏版 增订版 修订本 全译本 插图版 "
    "推荐观看 一等奖 二等奖 三等奖 特等奖 金奖 银奖 铜奖 优秀奖 获奖者 "
)
WORDS_AROUND_A_TITLE = frozenset(CHINESE_KINDS_OF_WORK + _OTHER_WORDS_AROUND_A_TITLE)
"""Words beside a title that do not identify the work, unless a title has them."""
WORDS_OF_ANOTHER_WORK = frozenset(
    words_of(
        "主题曲 原声带 片尾曲 插曲 舞台剧 话剧 音乐剧 歌剧 漫画 小说 绘本 动画版 真人版 电视剧版 "
        "读后感 观后感 影评 剧情解析 解说"
    )
)
"""Words beside a title that mean another work than a film of that title: `match` reports them as left over."""

PARTS_OF_A_WORK = frozenset(words_of("花絮 幕后花絮 拍摄花絮 片段 精彩片段 名场面 幕后特辑 制作特辑"))
"""Words for scenes of a work or from its making: `match` reports them too."""

_WORDS_APART_FROM_A_TITLE = words_of(
    "彩色 黑白 待定 暂定 中场休息 初回限定版 资料图 供图 网盘 超话 请审阅 即 在馆 可借 放映 映后交流 开场 压轴 节目 "
    "已下单 求资源 公式サイト 借出 映画 监督 アニメ ドラマ 导演助理 表演"
)
"""Words beside a title only where no other Chinese character touches them: 黑白森林 is a title."""
_KOREAN_WORDS_AROUND_A_TITLE = words_of("영화 책 드라마 소설 감독 주연 출연 작가 원작")
"""Film, book, series, novel; director, leading part, cast, author, original."""

LATIN_WORDS_AROUND_A_TITLE = (
    "official (?:hd )?(?:trailer|video|teaser)|trailer|teaser|film|movie|the movie|motion picture|feature film|"
    "documentary|short film|tv series|mini[- ]?series|novel|a novel|film adaptation|"
    "(?:u|f)?hd|4k|8k|(?:bd|dvd|web|(?:u|f)?hd)?(?:480|576|720|1080|1440|2160)[pi]|blu-?ray|bd(?:rip)?|dvd(?:rip)?|web-?dl|web-?rip|hdtv|"
    r"hdr(?:10)?|flac|mp3|epub|mobi|azw3|(?:chs|cht)(?:[&+,/ ]+(?:eng|jpn))?|(?:with )?lyrics|lyric video|"
    r"imax|2d|3d|x26[45]|h\.?26[45]|hevc|aac|dts|mkv|mp4|avi|director'?s cut|"
    "extended(?: cut| edition)?|special edition|theatrical(?: cut)?|final cut|uncut|unrated|"
    "dubbed|subbed|subtitled|sub|dub|mandarin|cantonese|"
    r"(?:\d+(?:st|nd|rd|th) )?anniversary(?: edition)?|(?:revised|collector'?s|limited|deluxe|second|first) edition|"
    r"(?:currently |now )?reading|just (?:read|finished|watched)|"
    r"(?:a (?:film|novel|book|movie) )?by|directed by|written by|dir\. by|dir|director|author|starring|"
    r"on (?:steam|switch|netflix|disney\+|hulu|itunes|kindle|dvd|blu-?ray|ps[345]|xbox)|"
    "yyds|best picture|winner|nominee|nominated|won|title|(?:film|book|movie) title|full movie|ebook|"
    r"re-?watch(?:ing|ed)|imdb|wikipedia|goodreads|letterboxd|youtube|"
    r"bilibili|netflix|official mv|electronic resource|hyperlink|null|tb[ac]|stills? from|"
    r"paperback|hardcover|audiobook|kindle edition|a\.?k\.?a\.?|also known as"
)
"""Words beside a title in Latin script, as a regular expression of whole words."""

ENUMERATION_SIGNS = "○◯①-⑳⑴-⒛⓪-⓿❶-➓㈠-㈩㊀-㊉"
"""Numbers in circles and brackets, and with a full stop behind them, each one character."""
_HAN = "\u3400-\u9fff"
_OPENS_TITLE = f'[《〈「『“"{_HAN}]'
_BAR = "[|│┃║]"
_BULLET = "[-–—*•·●○◯■□◆◇▪▫◦‣▲▼►▶▷→➢➤❖✦✧※★☆✓✔√☑☐✅❤+>]"
_COUNT = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3}|[ivx]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ]+|[a-h])"
_COUNTED_BY = "(?:no|top|num|number|item|entry|rank|序号|编号|排名|排序|作品编号|节目编号|题号|[#№])"
_COUNTS = (
    rf"[{ENUMERATION_SIGNS}]+\s*[.、:)]?",
    "\\d\ufe0f?\u20e3",  # 1️⃣
    rf"[(\[【〔<]\s*{_COUNT}\s*[)\]】〕>]\s*[.、:]?",
    r"第\s*(?:\d{1,4}|[一二三四五六七八九十]{1,3})\s*[名位号条项场章节](?:\s*[.、:]|\s+|(?=[《〈「『]))",
    rf"{_COUNTED_BY}[.:#\s]*\d{{1,4}}(?!\d)\s*(?:[.、):,_]|[-–—]+\s|\s|(?={_OPENS_TITLE}))",
    rf"[a-zⅠ-Ⅻ]{{1,2}}-?\d{{1,4}}\s+(?={_OPENS_TITLE})",  # Ⅰ-117 密洛陀
    rf"[a-z]{{1,3}}\d{{1,4}}(?:[-.]\d{{1,4}})+\s+|[a-z]{{2,5}}-?\d{{4,}}(?=[{_HAN}])",  # A22-1-140 画, WSP2022画
    rf"第\d{{1,3}}[盒箱柜架卷](?:-\d{{1,4}})?\s*[:、]|0\d{{1,2}}(?=[{_HAN}])(?![年月日号点后届级])",
    r"\d{1,3}\s?/\s?\d{2,4}\s+(?!\d)",  # 14/250
    rf"(?:附件|场次|第|作品|影片|节目|微电影|微视频|短片|视频)\s*[-#]?{_COUNT}\s*场?\s*(?:[:、.]|(?=[《〈「『]))",
    rf"附件\s*{_COUNT}?\s*[-–—_]\s*",
    r"(?:图|附?表|fig(?:ure|\.)?|plate|table)\s*\d{1,3}(?:[-.]\d{1,3})?\s*(?:[:.、]|\s|(?=[《〈「『]))",  # 图3-2
    r"(?:chapter|section|session|appendix|day|week)\s\d{1,3}\s*[:.]\s|附录\s*[a-z\d]\s*[:、\s]",
    r"§?\s?\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+|§\s?\d{1,3}\s+",  # 3.2.1
    r"(?:上|下)半场\s*\d{1,2}\s*[.、]",
    rf"\d{{1,4}}\s*[.、):,]\s*(?!\d)|\d{{1,4}}、|\d{{1,4}}\t|\d{{1,4}}\s*{_BAR}",
    rf"\d{{1,3}}(?:\s+[-–—~]+\s*|_+|[-–—]+(?={_OPENS_TITLE}))",  # 12 - 画, 03_画, 3-画
    rf"0\d{{1,3}}[-\s]\s*|\d{{1,3}}\s+(?={_OPENS_TITLE})|\d{{1,3}}(?=[《〈「『])",
    r"(?<=\+)1\s",  # a vote
    r"\d{1,2}\s?[x×]\s",  # so many copies
    r"[一二三四五六七八九十]{1,3}\s*[、.):]",
    r"(?:fic|\d{3}\.\d{1,4})\s+[a-z]{3}\s+(?=\w)",  # where a library keeps it: FIC BAR, 823.914 BAR
    r"(?:[ivx]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ]+)\s*[.、)]\s*(?!\d)",
    rf"[a-h](?:[)、]|\.(?={_OPENS_TITLE}|\s+(?:{_OPENS_TITLE}|[a-z0-9]{{2}}|a\s)))",  # no initials: J. K. Rowling
)
_LISTED = (
    r"\d{4}[-/]\d\d[-/]\d\d\s+\d\d:\d\d\s+[\d,]+\s|"
    r"[-dl](?:[r-][w-][xst-]){3}[.+@]?\s+\d+\s+\S+\s+\S+\s+\d+\s+[a-z]{3}\s+\d+\s+[\d:]+\s"
)
"""What `dir` and `ls -l` print before the name of a file."""
_ENUMERATION = lazy_pattern(
    rf"\s*(?:{_LISTED})?\s*(?:{_BAR}\s*)?(?:{_BULLET}+\s*)?(?:\[[ x√✓]?\]\s*)?(?:{'|'.join(_COUNTS)})?\s*"
)
"""The number or bullet at the beginning of a line: `1.` `12、` `（3）` `②` `No.4 ` `iv)` `03_`."""
_LANGUAGES = "en|eng|zh|zho|chi|chs|cht|sc|tc|ja|jpn|zh-?(?:cn|tw|hk|hans|hant)|简体|繁体|简英|繁英|双语|forced|default"
_SUFFIXES = (
    "mp4|mov|mxf|m4v|avi|mkv|wmv|flv|webm|rmvb|mpe?g|ts|mp3|wav|flac|ape|m4a|ogg|docx?|wps|pdf|pptx?|xlsx?|csv|txt|rtf|"
    "jpe?g|png|gif|psd|zip|(?:part\\d+\\.)?rar|7z|srt|ass|ssa|vtt|epub|mobi|azw3"
)
_LABELS = (
    "时长|片长|分辨率|格式|大小|编号|作品编号|码率|帧率|类型|语言|提取码|密码|链接|页数|"
    "定价|单价|售价|数量|装帧|索书号|馆藏地?"
)
"""Labels, followed by a colon and a property of a copy, not of the work."""
_RELEASE_GROUPS = (
    "flt|codex|skidrow|reloaded|plaza|cpy|rune|tenoke|empress|razor1911|hoodlum|dodi|fitgirl|gog|darksiders|simplex|"
    "doge|elamigos|kaos|p2p|venom|suxxors|rarbg|yts|yify|sparks|amiable|geckos|drones|rovers|ntb|ntg|fgt|evo|frds|cmct|"
    "wiki|chd|mteam|beast|ctrlhd|epsilon|tigole|qxr|etrg|axxo|framestor|flux|cinefile"
)
"""Groups that release copies, behind the name of a file: Sea.of.Stars-FLT."""
_TAPPED = "播放|点赞|评论|转发|收藏|观看|浏览|阅读|弹幕|投币|点击"
_MANY = r"\d+(?:\.\d+)?\s*[万亿kw]?\+?次?"
_MONTH_AND_DAY = r"(?:0[1-9]|1[012])(?:0[1-9]|[12]\d|3[01])"
_WEEKDAY = r"(?:周|星期)[一二三四五六日天]"
_MONTHS = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_MENTION = r"(?<![\w.])@[\w-]+(?=\s)"
_ISSUED = "修复|重映|重制|复刻|再版"
_HANDING_IN = "(?:报送|申报|推荐|提交|上报|选送)"
_PAPERS = "函|说明|通知|请示|报告|材料|情况"
_WORDS = WORDS_AROUND_A_TITLE - WORDS_OF_ANOTHER_WORK
_NOT_BEFORE = {"演唱": "会", "电影": "院节", "动画": "师", "作品": "集", "导演": "组", "制作": "人"}
"""Characters by which the word before them is part of a longer one: 演唱会 is a work of its own."""

_IN_CHINESE = (
    # editions, whose year is not that of the work
    rf"(?<!\d){YEAR}年?(?:{_ISSUED})(?!版)",
    rf"(?:(?<!\d){YEAR}年?\s*)?(?:(?:4k|数字)(?:{_ISSUED})版?|(?:{_ISSUED})版)(?:\s*{YEAR}(?!\d))?",
    r"\d{1,3}\s*周年\s*(?:(?:纪念|典藏|珍藏|特别|修复)?版|重映)|(?:修改|修订|最终|终)版\d{1,2}(?!\d)|第[一二三四五\d]稿",
    r"(?:沪语|上海话|闽南语|客家话|潮汕话|四川话|东北话|普通话|方言|[韩法德俄藏蒙泰]语)版?(?=\W|\Z)",
    r"(?<=\d)年(?:版|度|(?![\u3400-\u9fff]))|(?<=\d{4})版|(?<![a-z])(?:live|dj)版",
    # ratings and counts
    r"(?:豆瓣|评分)\s*:?\s*(?:10|\d\.\d)(?!\d)",
    rf"(?:{_TAPPED})[量数]?\s*:?\s*{_MANY}|(?<![\d.]){_MANY}\s*(?:{_TAPPED})",
    r"(?<![第\d])\d+(?:\.\d+)?\s*(?:分钟|小时|分(?![^\s)])|集(?![\u3400-\u9fff])|亿|万人|元)|[共全]\d+集",
    # words for a work, its copies and its makers
    rf"(?<![{_HAN}])(?:{'|'.join(_WORDS_APART_FROM_A_TITLE)})(?![{_HAN}])",
    *(
        f"{word}(?![{_NOT_BEFORE[word]}])" if word in _NOT_BEFORE else word
        for word in sorted(_WORDS, key=len, reverse=True)
    ),
    r"(?<=\s)等(?=\W*\Z)|等?着者?(?=\s*(?:[\d,;.:(《/|]|\Z))|的(?:拍摄|制作|创作)(?:工作)?(?=\W*\Z)",
    rf"(?<!\w)(?:{'|'.join(_KOREAN_WORDS_AROUND_A_TITLE)})(?!\w)|を(?:见た|观た|観た|读んだ)",
    # names of files
    r"\A\W*(?:扫描件?|(?:微信|屏幕)?(?:图片|截图)|照片)[\s_-]*\d[\d_-]*(?=[\s_-])|页面?_?\d{1,3}(?=\.[a-z])",
    r"(?<=[_\-\s\d])[一二三]?[改审稿](?=\s*(?:\.[a-z0-9]{2,4}\s*)?\Z)",
    # fields with a label, publishers, prizes
    rf"(?:{_LABELS})\s*(?::\s*[^\s,，。;；|│]+|\d[\d.]*)|货号\s*:?\s*\d+",
    rf"(?<![{_HAN}])(?:第[{_HAN}\d]{{1,4}}届)?[{_HAN}]{{2,10}}(?:奖|大赛|电影节)(?:获奖|入围|参赛|提名|推荐|优秀)?(?:作品|影片|图书|书目)?(?=\s*[:《])",
    rf"(?:[{_HAN}]{{2,3}}:\s*)?[{_HAN}]{{2,8}}出版社|第?\d+(?:[-–—]\d+)?页",
    # messages, letters, news
    rf"\A\s*(?:(?:re|fwd?|回复|答复|转发|主题)\s*:\s*)+|{_MENTION}",
    r"\A\W*(?:夯|顶级|人上人|npc|拉完了)(?=\W)",  # a tier of a ranking
    rf"关于{_HANDING_IN}?(?=《)|(?<=》)的(?:{_PAPERS})|(?<=》)[荣喜斩]?获[{_HAN}]{{2,12}}奖",
    rf"\A\s*(?:本报讯|新华社[{_HAN}]{{0,6}}\d{{1,2}}月\d{{1,2}}日(?:电|讯))|\(记者[^()]{{1,20}}\)",
    # when and where it is shown
    r"(?<![\d/])\d{1,2}/\d{1,2}\s*\((?:周|星期)?[一二三四五六日]\)|\s@\s.{2,20}\Z",
    rf"{_WEEKDAY}(?=\s*\d{{1,2}}:)|(?<![\d年])\d{{1,2}}月\d{{1,2}}[日号](?:\s*\(?{_WEEKDAY}\)?)?",
    rf"(?<![\d{_HAN}])(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})号(?:影?厅|会议室)|(?<![\d第])\d{{1,3}}分\d{{1,2}}秒",
    rf"\d{{1,2}}排\d{{1,3}}[座号]|(?<![{_HAN}])[{_HAN}]{{2}}卫视(?![{_HAN}])",
    r"(?<![a-z])(?:betacam|hdcam|dv|vhs)带|(?:8|16|35|70)毫米(?:胶片|拷贝)?|共\d{1,2}[本盘](?:,第\d{1,2}[本盘])?",
)
_IN_LATIN = (
    rf"(?<![a-z0-9])(?:{LATIN_WORDS_AROUND_A_TITLE})(?![a-z0-9])",
    rf"remaster(?:ed)?(?![a-z])(?:\s*(?:version|edition)(?![a-z]))?(?:\s*{YEAR}(?!\d))?",
    rf"(?<!\d){YEAR}\s*remaster(?:ed)?(?![a-z])(?:\s*(?:version|edition)(?![a-z]))?",
    r"imdb\s*:?\s*(?:10|\d\.\d)(?!\d)|[(\[]\s*live\s*[)\]]|(?<=- )live\s*\Z|(?<!\d)\d+(?:\.\d+)?\s*mins?\b|by\b",
    r"(?<!\d)\d\s?h(?:\s?\d{1,2}\s?m(?:in)?)?(?![a-z])|[(\[](?:pg(?:-?13)?|nc-?17|r)[)\]]|q\s?&\s?a(?![a-z])",
    # names of files and folders
    rf"(?:\.(?:{_LANGUAGES})(?:[&+](?:{_LANGUAGES}))*)*\.(?:{_SUFFIXES})(?:\.crdownload)?\s*\Z",
    rf"(?<=[_\-(\s{_HAN}])(?:v|ver\.?|version)\s?\d+(?:\.\d+)*(?=\W*\Z|[_\-.(])",
    r"(?<=[_\-(])(?:final|fin|draft|rev\d*|copy|edit|poster|thumb|dcp(?:_\dk)?)(?![a-z])|\A\s*copy of\s",
    r"\(\d{1,2}\)(?=\.[a-z])",
    r"\A\W*(?:img|dscn?|mvimg|vid|pxl|scan|screenshot)[\s_-]*\d[\d_-]*(?=[\s_-])|(?:file|title)\d{1,4}=",
    r"\A\s*[a-z]:(?=[\\/])|(?<=[\\/])(?:media|movies?|films?|videos?|books|music|downloads?|home|users?|mnt)(?=[\\/])",
    rf"(?<=\w)-(?:{_RELEASE_GROUPS})(?=\W*\Z)",
    # references, markup, addresses, what identifies a copy
    r"\[(?:[a-z]|eb/ol|m/ol)\]|\\(?:emph|text(?:it|sl|bf))(?={)|</?(?:[abiu]|li|t[dhr]|em|strong|p|span|h[1-6]|cite)(?:\s[^<>]*)?>",
    r"""(?<![a-z])(?:id|rank|index)["']?\s*[:=]\s*["']?\d+|(?<![a-z])(?:year|name|subject|q|work|to ?do)["']?\s*[:=]""",
    r"(?:https?://|www\.)[^\s\"]+|[\[{(](?:tmdb|tvdb|imdb|douban)(?:id)?[-=]\w+[\]})]",
    r"isbn[-:\s]*\d[-\d\s]{8,15}[\dx](?!\w)|(?<!\w)bv[0-9a-z]{10}(?!\w)|\d+\s?kbps(?![a-z])|(?<![a-z])(?:sku|qty)[.:]?\s*\d+",
    r"(?<!\S)[a-z]{1,2}\d{1,4}(?:\.\d+)?(?:[/.][a-z]?\d+)+(?=\s)",  # call numbers: I247.57/123
    r"(?<![a-z])pp?\.\s*\d+(?:-\d+)?(?!\w)|(?<!\d)\d{1,2}(?:st|nd|rd|th) (?:ed(?:ition|n)?|printing)(?![a-z])",
    r"(?<![a-z])(?:(?:arxiv preprint )?arxiv\s*:\s*|doi\s*:\s*|doi\.org/)[a-z.-]*\d[\w./:-]*",
    r"(?<!\d)\d{1,4} (?:pages|pp)(?![a-z])",
    # messages and playlists
    rf"\A\s*(?:(?:re|fwd?)\s*:\s*)+|\[(?:external|spam)\]|{_MENTION}",
    r"\A\W*\[[ x]?\]\s*(?:borrow|buy|get|order|read|watch|see|play|finish|start|return|rent|reread|listen to)\s",
    r"\A\W*(?:(?:film|movie|book) )?review(?:\sof)?\s*[:–—-]",
    r"\A\s*#extinf:\s*-?\d+(?:\.\d+)?\s*,|\A\s*watch\s(?=.*\sonline\W*\Z)|(?<=\s)online\W*\Z",
    # when and where it is shown
    rf"(?:(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}(?=[\s,.]+\d{{1,4}})",
    r"(?<![\d:.])\d{1,2}(?:[:.][0-5]\d)?\s?[ap]m(?![a-z])|(?<![a-z])(?:(?:screen|hall)\s|cctv-?)\d{1,2}(?!\d)",
)
_IN_DIGITS = (
    rf"(?<!\d){YEAR}{_MONTH_AND_DAY}(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?!\d)|(?<=[_\-\s]){_MONTH_AND_DAY}(?=[一二三]?[改审稿]|[定终初]稿|成片)",
    r"(?<=[_-])0[1-9](?:0[1-9]|[12]\d|3[01])(?=[_\-.]|\s*\Z)",
    r"(?<![\d:])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:])|(?<!\d)\d{1,3}['′](?:\s?[0-5]?\d(?:[\"″]|''))?(?!\w)",
    r"(?<=[\s(/|])[5-9]\.\d(?!\d)(?:\s*分(?![^\s)]))?|(?<![\d.])(?:10|\d(?:\.\d)?)/(?:10|5)(?!\d)",  # a rating
    r"[★☆]\s?\d(?:\.\d)?(?!\d)|(?<=\s)\d{1,3}%(?=\s*\Z)",
    r"(?<!\d)(?:(?:\+?86|0)[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)",
    r"(?<![\d.])(?:0\d{2,3}[- ]?[2-8]\d{6,7}|[2-8]\d{7}|[3-8]\d{3}[- ]\d{4})(?:(?:转|-)\d{2,5})?(?![\d.])",
    r"(?<!\d)97[89](?:-?\d){10}(?!\d)",  # an ISBN, after telephone numbers
    r"(?<![\d.])\d{4}\.\d{4,5}(?:v\d{1,2}(?!\d)(?:\.pdf)?)?(?![\d.])",  # the number of a preprint
    r"(?<![\d:])\d{1,3}(?:\s?\(\d{1,3}\))?\s?:\s?\d{1,5}[-–]\d{1,5}(?![\d:])",  # volume and pages: 20:273-297
    r"[¥$€£]\s*\d+(?:[.,]\d+)*|(?<=[\s,|;])\d{1,3}\.\d\d(?=\s*(?:[,|;]|\Z))|×\s?\d{1,2}(?!\d)|(?<=\W)x\d{1,2}\W*\Z",
    r"(?:\.{4,}|…{2,}|·{4,})\s*\d{1,4}\s*\Z",  # the page in a table of contents
)

_AROUND = tuple(
    (lazy_pattern(sign), lazy_pattern("|".join(words)))
    for sign, words in (("[^\0-\x7f]", _IN_CHINESE), ("[a-z]", _IN_LATIN), (r"\d", _IN_DIGITS))
)
"""Words for a work, a copy of it or its makers, and other text that people write beside a title.

Each pattern comes with the characters without one of which it cannot match: most lines are in Chinese alone.
"""

INTRODUCED = lazy_pattern(
    rf"(?:(?:[那这一有]?[个部本首篇])?(?:叫做?|名叫|名为|题为)|关于{_HANDING_IN}(?:{'|'.join(KINDS_OF_WORK)}))"
    rf"\s*([^,。/|《]+?)\s*的(?:{'|'.join(WORDS_AROUND_A_TITLE)}|片子|东西|{_PAPERS})"
)
"""A title introduced by words: 那个叫咏梅的微电影, 关于报送微视频大英雄的函."""


def enumeration(plain: str) -> int:
    """The offset behind the enumeration at the beginning of a line, where the title begins.

    >>> [enumeration(plain) for plain in ("3. 画", "no.12 画", "iv) 画", "03_画", "画 3", "12 angry men")]
    [3, 6, 4, 3, 0, 0]
    """
    found = _ENUMERATION.match(plain)
    return found.end() if found else 0


def words_around(plain: str) -> list[tuple[int, int]]:
    """The spans of words that are not part of a title, unless a title has them, in order; they may overlap."""
    needed = (words for sign, words in _AROUND if sign.search(plain))
    return sorted(word.span() for words in needed for word in words.finditer(plain))


def without_words_around(plain: str) -> str:
    """The text with a space in place of each word that is not part of most titles."""
    for sign, words in _AROUND:
        plain = words.sub(" ", plain) if sign.search(plain) else plain
    return plain
