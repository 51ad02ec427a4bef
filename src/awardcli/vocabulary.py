"""The words of the list in both languages: columns, kinds, certainties, tiers, and the headings of other lists."""

import re

from awardcli import messages
from awardcli.model import Role

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
    "title_pinyin": ("title in pinyin", "作品拼音"),
    "organization_pinyin": ("in pinyin", "单位拼音"),
    "line": ("line", "原文"),
    "match_title": ("match_title", "获奖作品"),
    "match_organization": ("match_organization", "获奖单位"),
    "match_category": ("match_category", "获奖类别"),
    "match_award": ("match_award", "所获奖项"),
    "match_year": ("match_year", "获奖年份"),
    "match_id": ("match_id", "获奖编号"),
    "match_tier": ("match_tier", "匹配方式"),
    "match_score": ("match_score", "匹配度"),
    "match_note": ("match_note", "匹配说明"),
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
    "part of a longer number": ("part of a longer number", "只是数的一部分"),
}

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

HEADING_NAMES: dict[Role, str] = {
    "title": (
        "作品、作品名、作品名称、作品题目、片名、影片、影片名、影片名称、影名、电影、电影名、电影名称、短片、视频、"
        "剧名、剧目、剧本、节目、节目名称、"
        "书名、图书、曲名、曲目、歌名、歌曲、篇名、篇目、文章、稿件、题名、题目、标题、项目、项目名称、课题、课题名称、"
        "成果名称、案例名称、成果、案例、方案、诗题、展品、著作、专著、教材、课程、展览、藏品、"
        "游戏、产品、工程、专辑、单曲、动画、漫画、小说、论文、画作、广告、软件、剧集、电视剧、微电影、纪录片、"
        "title、film、film title、movie、movie title、work、song、song title、book、book title、novel、story、"
        "programme、album、track、game、episode、artwork、painting、show、paper、article、poem、essay、thesis、"
        "dissertation、exhibit、exhibition、startup、building、play、video、"
        "single、"
        "product、project、wine、best picture、best film"
    ),
    "organization": (
        "单位、单位名称、报送单位、报送、选送、刊播单位、发布平台、出品单位、制作单位、选送单位、申报单位、推荐单位、"
        "机构、公司、出品公司、企业、厂商、"
        "学校、学校名称、院校、出版社、出版商、出版者、发行商、发行方、"
        "发行人、开发商、开发者、团队、"
        "团队名称、队伍、代表队、队名、导演、编导、编剧、主演、演员、作者、著者、作家、译者、主创、主创人员、创作者、"
        "创作人、获奖者、获奖人、得奖者、"
        "得奖人、得主、获奖人员、获奖教师、参赛者、申报人、申请人、投稿人、负责人、项目负责人、姓名、学生、选手、"
        "制片人、制作人、出品人、出品方、制作方、监制、"
        "队员、成员、组员、参赛选手、指导教师、指导老师、辅导教师、辅导老师、设计师、设计者、责任编辑、主编、词、唱、"
        "完成人、"
        "发明人、专利权人、拍摄者、拍摄人、提名者、传承人、"
        "主讲人、摄影、摄影师、剪辑、作曲、作词、演唱、演唱者、表演者、"
        "演奏者、歌手、艺术家、画家、"
        "organization、organisation、institution、company、studio、publisher、school、university、team、director、"
        "directed by、filmmaker、author、writer、written by、screenwriter、actor、actress、cast、starring、artist、"
        "performer、composer、producer、creator、translator、full name、student、teacher、contestant、candidate、"
        "applicant、entrant、band、ensemble、orchestra、founder、supervisor、advisor、adviser、mentor、coach、player、"
        "athlete、playwright、novelist、journalist、scientist、researcher、engineer、developer、sculptor、painter、"
        "dancer、choreographer、cinematographer、lyricist、songwriter、vocalist、musician、conductor、speaker、host、"
        "presenter、chef、maker、participant、"
        "designer、editor、illustrator、photographer、singer、poet、surname、last name、family name、medalist、"
        "medallist、inventor、architect、winner、nominee、laureate、honoree、recipient、"
        "awarded to"
    ),
    "category": "类别、分类、组别、类、组、门类、奖项类别、作品类别、单元、category、section、division",
    "award": (
        "奖项、奖项名称、奖名、奖、奖别、奖次、奖级、所获奖项、获奖奖项、等级、等次、获奖等级、获奖等次、获奖级别、"
        "名次、获奖名次、获奖情况、获奖结果、"
        "评选结果、评审结果、评奖结果、结果、荣誉、荣誉称号、获奖记录、获奖纪录、得奖记录、得奖纪录、award、"
        "award name、prize awarded、award received、placement、prize、result、medal、honour、honor"
    ),
    "year": "年份、年、年度、年代、年分、上映年份、上映年、获奖年份、获奖年、出版年份、出版年、发行年、year",
    "edition": "届次、届、届别、届数、第几届、edition、ceremony",
    "district": "区、区域、所属区、所在区、区县、县区、报送区、district",
    "kind": "单位类型、kind",
    "certainty": "可靠程度、certainty",
    "note": "说明、备注、备考、附注、note、remark、comment",
    "id": "编号、作品编号、id",
}
"""What headings are called, by the role of their column; compared without width, case, spaces and signs."""

HEADING_NAMES_ABROAD: dict[Role, str] = {
    "title": (
        "タイトル、題名、書名、曲名、映画、アニメ、楽曲、受賞作、対象作品、候補作、ドラマ、ゲーム、マンガ、番組、"
        "제목、작품、영화、도서、책、곡、노래、드라마、프로그램、수상작、후보작、타이틀、"
        "titel、filmtitel、buch、werk、roman、titre、livre、ouvrage、oeuvre、œuvre、chanson、título、película、libro、"
        "obra、canción、"
        "novela、cortometraje、largometraje、titolo、opera、romanzo、canzone、cortometraggio、filme、livro、canção、"
        "название、наименование、фильм、картина、книга、произведение、песня、альбом、спектакль、работа"
    ),
    "organization": (
        "監督、作者、脚本、出演、出演者、キャスト、制作会社、製作会社、制作、製作、配給、アーティスト、受賞者、候補者、"
        "応募者、氏名、所属、"
        "団体、訳者、発行元、감독、저자、작가、지은이、옮긴이、역자、출판사、제작사、배급사、배우、출연、출연진、주연、"
        "가수、"
        "아티스트、수상자、출품자、참가자、후보자、소속、기관、학교、성명、각본、연출、"
        "regie、regisseur、regisseurin、autor、autorin、autoren、verfasser、schriftsteller、verlag、preisträger、"
        "preisträgerin、"
        "gewinner、produktion、produktionsfirma、darsteller、schauspieler、komponist、übersetzer、drehbuch、künstler、"
        "interpret、"
        "réalisateur、réalisatrice、réalisation、cinéaste、auteur、autrice、écrivain、éditeur、éditrice、"
        "maison d'édition、"
        "lauréat、lauréate、"
        "gagnant、vainqueur、nommé、acteur、actrice、interprète、scénariste、scénario、producteur、compositeur、"
        "traducteur、artiste、"
        "directora、dirección、dirigida por、dirigido por、autora、escritor、editorial、ganador、ganadora、premiado、"
        "galardonado、"
        "nominado、guion、guionista、productora、productor、intérprete、compositor、artista、institución、"
        "regista、registi、regia、autore、autori、scrittore、editore、casa editrice、casa di produzione、vincitore、"
        "vincitrice、premiato、"
        "candidato、sceneggiatura、sceneggiatore、produttore、produzione、attore、compositore、"
        "diretor、diretora、direção、realizador、realizadora、realização、editora、vencedor、vencedora、indicado、"
        "nomeado、roteiro、"
        "roteirista、argumentista、produtora、produtor、ator、atriz、tradutor、"
        "режиссёр、режиссёры、автор、авторы、писатель、издательство、лауреат、лауреаты、победитель、победители、"
        "номинант、актёр、"
        "актриса、сценарист、продюсер、студия、композитор、исполнитель、переводчик、организация、школа、участник、фио"
    ),
    "category": (
        "受賞部門、応募部門、부문、분야、kategorie、sparte、catégorie、categoría、sección、categoria、sezione、"
        "категория、номинация、раздел"
    ),
    "award": (
        "賞、賞名、受賞、受賞歴、상、상명、수상、수상내역、preis、auszeichnung、prix、récompense、distinction、premio、"
        "galardón、"
        "riconoscimento、prêmio、prémio、премия、награда、приз"
    ),
    "year": (
        "受賞年、受賞年度、公開年、発表年、刊行年、発売年、放送年、製作年、制作年、연도、년도、수상연도、제작연도、"
        "개봉연도、jahr、"
        "erscheinungsjahr、année、año、anno、ano、год"
    ),
    "edition": "回、回数、開催回、회차、회、édition、edición、edizione、edição、ausgabe、церемония",
    "note": (
        "비고、bemerkung、bemerkungen、anmerkung、remarque、observaciones、osservazioni、observações、примечание、"
        "примечания"
    ),
}
"""The same in Japanese, Korean, German, French, Spanish, Italian, Portuguese and Russian."""
NAMES_ABROAD = "name、nom、nombre、nome、имя"
GERMAN_ENDS = "titel、jahr、preis、verlag、preistrager、regisseur、autor、kategorie"
"""Words that others are joined with: Buchtitel, Erscheinungsjahr."""
NO_WORDS = "rice、trice、innen、da、do、di、del、des、du、la、le、el、der、die、das"
"""Articles, and the endings of words for men and women alike."""
OF_OTHER_KINDS = (
    "id、url、uri、link、img、code、nr、no、count、type、anzahl、nascita、naissance、nacimiento、nascimento、geburt"
)
"""Last words of headings that are about something else than their first: Autor-ID, Año de nacimiento."""

OF_A_LIFE = "birth、born、death、died"
"""Words of headings that are about the life of a person: year of birth."""

OTHER_TITLES = (
    "原名、又名、别名、译名、副标题、原题、邦题、원제、original title、also known as、aka、originaltitel、"
    "titre original、"
    "título original、titolo originale、оригинальное название"
)
"""Headings of titles beside another title."""

WEAK_HEADINGS: dict[Role, str] = {
    "title": "名称、名字、이름、name、item label",
    "award": "排名、rank、ranking、place",
    "year": (
        "时间、日期、公开日、发卖日、放送日、受赏日、개봉일、출간일、date、time、released、pubdate、datum、fecha、"
        "data、дата"
    ),
}
"""Headings that say little: they give a role only where no other heading has it, and the cells fit."""

YES_AND_NO = (
    "1、0、★、●、○、true、false、yes、no、y、n、是、否、√、✓、✔、×、はい、いいえ、예、아니오、ja、nein、oui、"
    "non、sí、si、sì、sim、"
    "não、да、нет"
)
RANKS = "名次、等、级、排名、位、rank、place"
"""Words of headings of awards under which numbers are ranks; under others they only count the awards."""
HONOURED = "winner、winners、nominee、nominees、nomineefilm、laureate、得主、获奖者、得奖者、得奖"
AUTHORS = (
    "author、authors、director、directors、writer、publisher、studio、company、artist、staff、workers、出版社、"
    "作者、导演、监督、著者"
)
"""Folded headings: of who or what was honoured, and of those who make works."""

RELEASED = (
    "上映、首映、公映、发表、发行、出版、播出、首播、颁奖、获奖、公开、发卖、放送、受赏、개봉、출간、release、publi、"
    "pubdate、premiere、air、sortie、estreno、estreia、uscita、lancamento、erschein、veroffentlich、выпуск、выход、"
    "премьер"
)
"""Words that make the date under a heading that of the work or the award; folded."""

NOT_TITLES = (
    "国、国家、地、地区、省、省份、市、城市、县、街道、乡镇、用户、账户、账号、文件、平台、渠道、频道、栏目、赛事、"
    "大赛、比赛、活动、"
    "专业、部门、科室、品牌、商标、职务、岗位、型号、姓、人、类、字段、数据、奖金、笔、艺、网、户、学、役、大会"
)
"""What a heading in 名 or 名称 names that is no work: 国名, 平台名称."""

NOT_HEADINGS = (
    "出生年份、出生年月、生年、卒年、联系人、联系人姓名、填表人、填表人姓名、经办人、经办人姓名、审核人、责任人、"
    "评审人、评审员、裁判员、记录员、工作人员、"
    "证明人、监护人、法人、法定代表人、本人、读者、录入人、统计人"
)
"""Headings whose end is a known word, and that have no role all the same."""

LANGUAGE_WORDS = (
    "en、zh、cn、ja、jp、ko、kr、fr、de、es、hk、tw、hans、hant、english、chinese、japanese、translate、translated、"
    "translation、native、romaji、romanized、transliteration"
)
"""Words of a heading in Latin letters that only say in which language its column is."""
CONTAINERS = "properties、attributes、fields、node、item、record、data、doc、document、_source"
"""Keys of JSON that hold a record, of which they say nothing: those of GeoJSON, JSON:API, GraphQL, search engines."""

SEPARATORS = ",\t;|，；｜│"
"""What parts the cells of a table of text."""
BARS = "|｜│"
"""Those of drawn tables, where the spaces around a cell only align it."""

TOTALS = "合计、总计、共计、小计、累计、总数、总和、平均、total、subtotal、grandtotal、sum、average"
"""What begins a row that adds up the others; folded."""

LABELS = (
    "制表、填表、填报、编制、审核、复核、核对、审批、负责、主管、经办、联系、统计、汇总、整理、录入、打印、更新、公示、"
    "发布、"
    "主办、承办、报送、盖章、签字、签名、日期、时间、电话、备注、注、说明、附注、填表说明、填报说明、注意事项、"
    "数据来源、来源"
)
LABELLED = "人、人员、者、员、单位、部门、日期、时间、电话、期、领导、签字、签名、盖章"
LABELS_IN_ENGLISH = "note、notes、source、date、signature、signed、prepared by、compiled by、approved by、checked by"
NOTES = "备注、注、说明、附注、填表说明、填报说明、注意事项、note、notes"
"""What a signature or note begins with; what may follow it (制表人, 审核单位); and what notes begin with."""

CONTINUED = "续表、续上表、接上表、接上页、转下页、continued"
"""What a table says where a page ends."""
CLOSING = "以上、上述、本表、此表、本名单、排名不分先后、按姓氏"
"""How a sentence below a table begins."""

AWARDS = (
    "优胜、优秀、优选、佳作、入围、入选、提名、入围作品、入选作品、提名作品、优秀作品、优胜作品、入围影片、入选影片、"
    "优秀影片、"
    "优秀单位、优秀个人、"
    "gold、silver、bronze、grand prix、winner、winners、nominee、nominees、nomination、nominations、"
    "finalist、finalists、"
    "runner-up、runners-up、honorable mention、honorable mentions、honourable mention、honourable mentions"
)
BEST = (
    "影片、故事片、短片、纪录片、动画片、作品、导演、编剧、男主角、女主角、男配角、女配角、男演员、女演员、新人、摄影、"
    "剪辑、"
    "美术、音乐、音效、录音、创意、表演、人气"
)
BEST_IN_ENGLISH = "picture、film、short film、feature film、documentary、director、actor、actress、screenplay"
"""Awards that a row alone may name above the rows that have won them, beside those that end in 奖 or award."""

COMMON_CHARACTERS = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
    "么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知"
    "全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度"
    "门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务"
    "做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记"
    "南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔片影剧编演届奖项单位获选评优秀最佳微视频纪录"
    "雨风春花夏秋冬红青城村镇县乡河湖江林石云雪夜梦歌诗灯船桥街巷古爱母父亲少陈李刘杨黄赵吴周"
)
"""The commonest characters of Chinese texts and award lists: a text read in a wrong encoding has few of them."""

_KINDS_OF_WORK = (
    "微电影 微视频 纪录片 纪录短片 纪录电影 短片 影片 电影 故事片 动画电影 动画片 动画短片 动画 动漫 "
    "番剧 剧集 电视剧 网剧 网络剧 网络电影 网大 短剧 微短剧 连续剧 综艺 话剧 舞台剧 音乐剧 歌剧 "
    "专题片 宣传片 公益片 公益广告 院线电影 系列片 系列短片 系列 视频 短视频 作品 小说 长篇小说 "
    "中篇小说 短篇小说 长篇 中篇 短篇 散文集 散文 诗集 诗歌 报告文学 绘本 漫画 图书 书籍 专辑 歌曲 "
    "单曲 "
)
KINDS_OF_WORK = frozenset((*_KINDS_OF_WORK.split(), "film", "movie", "documentary", "video", "novel"))
"""Words for what a work is, which people use loosely: a film may be called 影片, 短片 or 微电影."""

HAVING_WON = frozenset(("获奖", "得奖", "获奖的", "获奖作品", "得奖作品", "获奖影片", "参赛作品"))
"""Words that say no more than that a work is in a list of awards."""

_OTHER_WORDS_AROUND_A_TITLE = (
    # what copy or part of it
    "预告片 终极预告 先导预告 预告 花絮 片段 正片 全集 完整版 加长版 导演剪辑版 剪辑版 未删减版 "
    "未删减 删减版 修复版 数字修复版 重映版 重映 原版 终极版 纪念版 典藏版 公映版 院线版 国语版 "
    "粤语版 中文版 英文版 日语版 原声版 配音版 国语 粤语 双语 中字 中英字幕 双语字幕 字幕版 字幕 "
    "无字幕 高清 超清 蓝光 原盘 杜比视界 影院版 电影版 剧场版 电视剧版 动画版 真人版 主题曲 原声带 "
    "终稿 定稿 初稿 终版 最终版 修改版 修订版 送审版 成片 样片 百度百科 维基百科 哔哩哔哩 腾讯视频 爱奇艺 优酷 "
    "在线观看 免费观看 下载 片尾曲 插曲 海报 影评 观后感 读后感 剧情解析 解说 "
    # who made it, and what became of it
    "导演 编剧 主演 监制 制片 出品 出品人 执导 作者 原著 编著 著 译 翻译 演唱 选送 选送单位 报送 "
    "报送单位 制作 单位 参赛作品 获奖作品 入围作品 入围影片 参评作品 推荐作品 优秀作品 参赛 获奖 入围 "
    "提名 推荐 作品名称 片名 影片名称 书名 名称 年份 上映 首映 出版 豆瓣 评分 想看 看过 已看 在看 "
    "审片 送审 重看 重温 再看 二刷 看了 看完 读了 读完 "
    "题目 标题 又名 亦名 原名 别名 英文名 篇名 曲名 剧名 节目名称 项目名称 "
    "副本 精装 平装 精装典藏版 增订版 修订本 全译本 插图版 "
    "推荐观看 一等奖 二等奖 三等奖 特等奖 金奖 银奖 铜奖 优秀奖 获奖者 "
)
WORDS_AROUND_A_TITLE = frozenset((_KINDS_OF_WORK + _OTHER_WORDS_AROUND_A_TITLE).split())
"""Words beside a title that do not identify the work, unless a title has them."""
_WORDS_OF_ANOTHER_WORK = (
    "主题曲 原声带 片尾曲 插曲 舞台剧 话剧 音乐剧 歌剧 漫画 小说 绘本 动画版 真人版 电视剧版 "
    "读后感 观后感 影评 剧情解析 解说"
)
WORDS_OF_ANOTHER_WORK = frozenset(_WORDS_OF_ANOTHER_WORK.split())
"""Those of them that mean another work than a film of that title: `match` reports them as left over."""

_MAKING = (
    "导演 执导 编剧 主演 演 拍摄 拍 制作 出品 选送 报送 创作 写 做 上映 播出 "
    "directed direct made make filmed wrote write written stars starred starring director author writer star released"
)
MAKING = tuple(_MAKING.split())
"""Words for making or showing a work, and for who made it."""
_ASKING = "谁 什么 哪 几 请问 吗 多少 怎么 何时 who what when which where whose"
ASKING = tuple(_ASKING.split())
"""Words that make a question of a query."""
_BESIDE_THEM = (
    "我 你 大家 有人 想 问 一下 知道 看过 是 由 在 于 有 的 了 呢 啊 呀 吧 过 得 这 那 个 部 位 家 里 年 届 第 一 "
    "去年 今年 前年 人 员 单位 公司 机构 部门 学校 者 作者 片子 时候 时间 出版 获 得 获得 拿 奖 获奖 得奖 "
    "讲 说 内容 好看 "
    "is was were did does do the a by of in to year film movie book novel work story called about that it out come "
    "came published win won"
)
WORDS_OF_A_QUESTION = tuple(dict.fromkeys((*MAKING, *ASKING, *_KINDS_OF_WORK.split(), *_BESIDE_THEM.split())))
"""What a question about a work has beside its title, each as short as it is a word: 是 谁 拍 的."""

LATIN_WORDS_AROUND_A_TITLE = (
    "official (?:hd )?(?:trailer|video|teaser)|trailer|teaser|film|movie|the movie|motion picture|feature film|"
    "documentary|short film|tv series|mini[- ]?series|novel|a novel|film adaptation|"
    "(?:u|f)?hd|4k|8k|(?:480|576|720|1080|1440|2160)[pi]|blu-?ray|bd(?:rip)?|dvd(?:rip)?|web-?dl|web-?rip|hdtv|"
    r"hdr(?:10)?|imax|2d|3d|x26[45]|h\.?26[45]|hevc|aac|dts|mkv|mp4|avi|remastered|remaster|director'?s cut|"
    "extended(?: cut| edition)?|special edition|theatrical(?: cut)?|final cut|uncut|unrated|"
    "dubbed|subbed|subtitled|sub|dub|mandarin|cantonese|"
    r"(?:\d+(?:st|nd|rd|th) )?anniversary(?: edition)?|(?:revised|collector'?s|limited|deluxe|second|first) edition|"
    r"(?:currently |now )?reading|just (?:read|finished|watched)|"
    r"(?:a (?:film|novel|book|movie) )?by|directed by|written by|dir\. by|dir|director|author|starring|"
    "best picture|winner|nominee|nominated|won|title|full movie|ebook|imdb|wikipedia|goodreads|letterboxd|youtube|"
    r"bilibili|paperback|hardcover|audiobook|kindle edition|a\.?k\.?a\.?|also known as"
)
"""The same in Latin script, as a regular expression of whole words."""


def heading(column: str, *, chinese: bool | None = None) -> str:
    """The column's heading for people, in the language of messages unless said otherwise.

    >>> heading("title", chinese=True)
    '作品'
    """
    return HEADINGS[column][_chosen(chinese)]


def value(name: str, *, chinese: bool | None = None) -> str:
    """A kind, certainty, tier or way to match as people call it; any other value unchanged."""
    for words in (KINDS, CERTAINTIES, _TIERS, _HOW):
        if name in words:
            return words[name][_chosen(chinese)]
    return name


def metavar(text: str, *, chinese: bool | None = None) -> str:
    """What help shows for a value to be typed, in the language of messages unless said otherwise.

    >>> metavar("HEADING=VALUE", chinese=True)
    '列名=值'
    """
    return re.sub("[A-Z]+", lambda word: _METAVARS.get(word[0], word[0]), text) if _chosen(chinese) else text


def labelled(name: str) -> str:
    """A name to choose from; a kind with what it is called in Chinese, where that is the language of messages."""
    return f"{name} {value(name)}" if name in KINDS and messages.language() == "zh" else name


def kind_named(name: str | None) -> str | None:
    """The kind of that name in either language, or None."""
    return next((kind for kind, names in KINDS.items() if name in (kind, *names)), None)


def _chosen(chinese: bool | None) -> int:
    return messages.language() == "zh" if chinese is None else chinese
