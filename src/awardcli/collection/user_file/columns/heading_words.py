"""The meaning of a heading, however people write it: the role of its column."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

from awardcli.collection.user_file.columns.headings_without_roles import has_no_role
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Role

LONGEST_HEADING = 40
"""Characters: longer cells are sentences."""
SEVERAL = ("title", "organization")
"""Roles that several columns may have; any other role goes to the first column only."""
_BY_PARTS = ("title", "organization", "category", "award", "year", "edition", "district", "id")
"""Roles that the last part of a heading may give: 获奖作品, 上映年份; 作品说明 is not a note on the result."""
_NAMED = ("title", "organization", "category", "award")
"""Roles whose words may be followed by 名称: 单位名称."""

# Lists of words, parted by 、.

_HEADING_NAMES: dict[Role, str] = {
    "title": (
        "作品、作品名、作品名称、作品题目、代表作、片名、影片、影片名、影片名称、影名、电影、电影名、电影名称、短片、"
        "视频、剧名、剧目、剧本、节目、节目名称、书名、图书、曲名、曲目、歌名、歌曲、篇名、篇目、文章、稿件、题名、"
        "题目、标题、项目、项目名称、课题、课题名称、成果名称、案例名称、成果、案例、方案、诗题、展品、著作、专著、"
        "教材、课程、展览、藏品、建筑、餐厅、菜品、游戏、产品、工程、专辑、单曲、动画、漫画、小说、论文、画作、广告、"
        "软件、剧集、电视剧、微电影、纪录片、title、film、film title、movie、movie title、work、song、song title、"
        "book、book title、novel、story、programme、album、track、game、episode、artwork、painting、show、paper、"
        "article、poem、essay、thesis、dissertation、exhibit、exhibition、startup、building、play、video、single、"
        "product、书目、project、wine、best picture、best film、栏目名称、piece、composition、recording、program、"
        "tv series、辩题、documentary、musical、entry、series、novella、motion picture、photograph、app、hack、"
        "submission、campaign、podcast、restaurant、comic、manga、anime、invention、innovation、boardgame、recipe、"
        "beer、dish、case study"
    ),
    "organization": (
        "单位、单位名称、报送单位、报送、选送、刊播单位、发布平台、出品单位、制作单位、选送单位、申报单位、推荐单位、"
        "机构、公司、出品公司、企业、厂商、学校、学校名称、院校、学院、院系、出版社、出版商、出版者、发行商、发行方、"
        "发行人、开发商、开发者、团队、团队名称、队伍、代表队、队名、导演、编导、编剧、主演、演员、作者、著者、作家、"
        "译者、主创、主创人员、创作者、创作人、获奖者、获奖人、得奖者、得奖人、得主、获奖人员、获奖教师、参赛者、"
        "申报人、申请人、投稿人、负责人、项目负责人、姓名、学生、选手、制片人、制作人、出品人、出品方、制作方、监制、"
        "队员、成员、组员、参赛选手、指导教师、指导老师、辅导教师、辅导老师、设计师、设计者、责任编辑、主编、词、唱、"
        "完成人、发明人、专利权人、拍摄者、拍摄人、提名者、传承人、主讲人、摄影、摄影师、剪辑、作曲、作词、演唱、"
        "演唱者、表演者、演奏者、歌手、艺术家、画家、organization、organisation、institution、company、studio、"
        "publisher、school、university、team、director、filmmaker、author、writer、screenwriter、actor、actress、"
        "cast、starring、artist、performer、composer、producer、creator、translator、full name、student、teacher、"
        "contestant、candidate、applicant、entrant、band、ensemble、orchestra、founder、supervisor、advisor、adviser、"
        "mentor、coach、player、athlete、playwright、novelist、journalist、scientist、researcher、engineer、"
        "developer、sculptor、painter、dancer、choreographer、cinematographer、lyricist、songwriter、vocalist、"
        "musician、conductor、speaker、theatre、theater、owner、trainer、presenter、chef、maker、participant、"
        "designer、editor、illustrator、photographer、singer、poet、surname、first name、given name、last name、"
        "family name、medalist、medallist、inventor、architect、winner、nominee、laureate、honoree、recipient、"
        "awarded to、制片、编曲、申报主体、主体、男主角、女主角、男配角、女配角、manufacturer、brand、agency、"
        "firm、distributor、known name、org name、workers、staff、crew、俱乐部、球队、品牌、工作室、媒体、刊物、"
        "发表刊物、awardee、team members、record label、club、network、affiliation、winery、brewery、组长、队长、"
        "领队、教练、参赛队、高校、系部、职工、教职工、员工、配音、播音、主播、主持、演奏、指挥、领唱、编舞、"
        "联合出品、联合摄制、获奖集体、出版方、酒庄、finalist、runner-up、runners-up、runner up、member、captain、"
        "leader、competitor、college、institute、gym、honouree、scholar、grantee、principal investigator、driver、"
        "rider、jockey、skipper、constructor、imprint、contributor、submitter、coauthor、presented to、given to、"
        "companies、universities、编辑、责编、人物、主厨、摄像、后期、团体、校名、出品、承制、词曲、参演、person、"
        "people、org、honoured person、honored person"
    ),
    "category": (
        "类别、分类、组别、类、组、门类、奖项类别、作品类别、作品类型、作品种类、单元、竞赛类型、category、section、"
        "division、赛道、类目、赛项、discipline、学段、体裁、学科组、专业组、年龄组、参赛类型、age group、strand"
    ),
    "award": (
        "称号、奖项、奖项名称、奖名、奖、奖别、奖次、奖级、所获奖项、获奖奖项、等级、等次、获奖等级、获奖等次、"
        "获奖级别、名次、获奖、获奖名次、获奖情况、获奖结果、评选结果、评审结果、评奖结果、结果、荣誉、荣誉称号、"
        "获奖记录、获奖纪录、得奖记录、得奖纪录、award、award name、prize awarded、award received、placement、prize、"
        "result、medal、honour、honor、得奖情况、得奖、等第、获奖名称、得奖情形、奖牌、award level、prize level、"
        "award type、奖项类型、outcome、奖等、奖励、获奖成绩、award won、awards won、prize won、medal type、"
        "medal color、medal colour、recognition、accolade、scholarship、fellowship"
    ),
    "year": "年份、年、年度、年代、年分、上映年份、上映年、获奖年份、获奖年、出版年份、出版年、发行年、year",
    "edition": "届次、届、届别、届数、第几届、edition、ceremony、界别、edition no、ceremony number、ceremony no",
    "district": "区、区域、所属区、所在区、区县、县区、报送区、district",
    "kind": "单位类型、kind",
    "certainty": "可靠程度、certainty",
    "note": "说明、备注、备考、附注、note、remark、comment",
    "id": "编号、作品编号、id",
}
"""Known headings by the role of their column; compared without width, case, spaces and signs."""
_HEADING_NAMES_ABROAD: dict[Role, str] = {
    "title": (
        "タイトル、題名、書名、曲名、映画、アニメ、楽曲、受賞作、対象作品、候補作、ドラマ、ゲーム、マンガ、番組、俳句、短歌、川柳、句、アルバム、"
        "앨범、음반、제목、작품、영화、도서、책、곡、노래、드라마、프로그램、수상작、후보작、타이틀、titel、filmtitel、buch、"
        "werk、roman、titre、livre、ouvrage、oeuvre、œuvre、chanson、título、película、libro、obra、canción、novela、"
        "cortometraje、largometraje、titolo、opera、romanzo、canzone、cortometraggio、filme、livro、canção、название、"
        "наименование、фильм、картина、книга、произведение、песня、альбом、спектакль、работа、boek、lied、utwór、"
        "książka、tytuł、kitap、eser、başlık、şarkı、tác phẩm、tên tác phẩm、tên phim、tên sách、phim、sách、bài hát、"
        "ชื่อเรื่อง、ชื่อ、ภาพยนตร์、ชื่อภาพยนตร์、ผลงาน、ชื่อผลงาน、หนังสือ、ชื่อหนังสือ、judul、karya、buku、lagu、bok、"
        "låt、bog、název、kniha、dílo、게임、앱、프로젝트、과제、서비스、아이디어、출품작、演題、アプリ、"
        "プロジェクト、研究テーマ、jogo、jeu、juego、spiel、gioco、projeto、proyecto、projet、progetto、projekt、"
        "trabalho、trabajo、artigo、artículo、série、serie、disco、peça、игра、проект、статья"
    ),
    "organization": (
        "監督、作者、脚本、出演、出演者、キャスト、制作会社、製作会社、制作、製作、配給、アーティスト、受賞者、"
        "候補者、応募者、氏名、所属、団体、訳者、発行元、감독、저자、작가、지은이、옮긴이、역자、출판사、제작사、"
        "배급사、배우、출연、출연진、주연、가수、아티스트、수상자、출품자、참가자、후보자、소속、기관、학교、성명、"
        "각본、연출、regie、regisseur、regisseurin、autor、autorin、autoren、verfasser、schriftsteller、verlag、"
        "preisträger、preisträgerin、gewinner、produktion、produktionsfirma、darsteller、schauspieler、komponist、"
        "übersetzer、drehbuch、künstler、interpret、réalisateur、réalisatrice、réalisation、cinéaste、auteur、"
        "autrice、écrivain、éditeur、éditrice、maison d'édition、lauréat、lauréate、gagnant、vainqueur、nommé、"
        "acteur、actrice、interprète、scénariste、scénario、producteur、compositeur、traducteur、artiste、directora、"
        "dirección、dirigida por、dirigido por、autora、escritor、editorial、ganador、ganadora、premiado、"
        "galardonado、nominado、guion、guionista、productora、productor、intérprete、compositor、artista、"
        "institución、regista、registi、regia、autore、autori、scrittore、editore、casa editrice、casa di produzione、"
        "vincitore、vincitrice、premiato、candidato、sceneggiatura、sceneggiatore、produttore、produzione、attore、"
        "compositore、diretor、diretora、direção、realizador、realizadora、realização、editora、vencedor、vencedora、"
        "indicado、nomeado、roteiro、roteirista、argumentista、produtora、produtor、ator、atriz、tradutor、режиссёр、"
        "режиссёры、автор、авторы、писатель、издательство、лауреат、лауреаты、победитель、победители、номинант、"
        "актёр、актриса、сценарист、продюсер、студия、композитор、исполнитель、переводчик、организация、школа、"
        "участник、фио、schrijver、uitgever、uitgeverij、winnaar、producent、reżyser、reżyseria、pisarz、wydawnictwo、"
        "wydawca、zwycięzca、aktor、aktorka、scenariusz、scenarzysta、imię i nazwisko、yönetmen、yazar、yayınevi、"
        "oyuncu、kazanan、yapımcı、senarist、ad soyad、đạo diễn、tác giả、nhà xuất bản、diễn viên、người đoạt giải、"
        "biên kịch、nhà sản xuất、đơn vị、họ và tên、ผู้กำกับ、ผู้กำกับภาพยนตร์、ผู้แต่ง、ผู้เขียน、ผู้ประพันธ์、สำนักพิมพ์、"
        "ผู้ชนะ、นักแสดง、ผู้ได้รับรางวัล、ผู้รับรางวัล、บริษัท、sutradara、penulis、pengarang、penerbit、pemenang、pemeran、"
        "produser、regissör、författare、förlag、vinnare、instruktør、forfatter、forlag、režisér、vydavatel、"
        "vydavatelství、société、société de production、maison de disques、distributeur、productrice、institut、"
        "unternehmen、firma、hersteller、verleih、ente、azienda、empresa、sociedad、distribuidora、компания、"
        "事業主体、事業主体名、hochschule、verein、производитель、команда、팀、팀원、팀장、회사、업체、기업、대표자、"
        "지도교사、지도교수、チーム、大学名、所属先、所属機関、会社、開発元、equipe、équipe、equipo、squadra、"
        "mannschaft、escola、escuela、école、schule、vencedores、ganadores、aluno、alumno、élève、estudante、"
        "estudiante、estúdio、desenvolvedora、вуз、ученик、студент、призёр、учитель、руководитель、établissement、"
        "orientador、prénom、vorname、nachname、cognome、apellidos、sobrenome、фамилия、"
        "joueur、joueuse、jugador、jugadora、jogador、jogadora、spieler、spielerin、giocatore、giocatrice、speler、игрок"
    ),
    "category": (
        "受賞部門、応募部門、부문、분야、구분、kategorie、sparte、catégorie、categoría、sección、categoria、sezione、"
        "категория、номинация、раздел、カテゴリー、カテゴリ、카테고리、categorie、kategoria、sekcja、kategori、dal、"
        "bölüm、hạng mục、thể loại、สาขา、หมวดหมู่、ประเภท、bidang"
    ),
    "award": (
        "賞、賞名、受賞、受賞歴、상、상명、수상、수상내역、preis、auszeichnung、prix、récompense、distinction、"
        "premio、galardón、riconoscimento、prêmio、prémio、премия、награда、приз、훈격、prijs、onderscheiding、"
        "nagroda、wyróżnienie、wynik、ödül、ödülü、giải thưởng、giải、kết quả、รางวัล、ผลรางวัล、penghargaan、"
        "hadiah、premi、resultado、место、platz、등위、등급、상격、시상、시상내역、수상등급、수상결과、수상내용、"
        "결과、賞の種類、"
        "premiação、premiación、palmarès、диплом、результат、степень、медаль、medalha、medalla、médaille、medaille、"
        "medaglia"
    ),
    "year": (
        "受賞年、受賞年度、公開年、発表年、刊行年、発売年、放送年、製作年、制作年、연도、년도、수상연도、제작연도、"
        "개봉연도、jahr、erscheinungsjahr、année、año、anno、ano、год、開催年、jaar、jaartal、rok、yıl、yılı、năm、"
        "ปี、ปีที่ฉาย、tahun、år"
    ),
    "edition": (
        "回、回数、開催回、회차、회、édition、edición、edizione、edição、ausgabe、церемония、回次、editie、edycja、"
        "lần thứ、ครั้งที่"
    ),
    "note": (
        "비고、bemerkung、bemerkungen、anmerkung、remarque、observaciones、osservazioni、observações、примечание、"
        "примечания、opmerking、opmerkingen、uwagi、açıklama、ghi chú、หมายเหตุ、catatan、keterangan"
    ),
}
"""The same in Japanese, Korean, German, French, Spanish, Italian, Portuguese, Russian, and some headings in others.

Dutch, Polish, Turkish, Vietnamese, Thai, Indonesian, Swedish, Danish and Czech."""
_AS_WRITTEN: Mapping[str, Role] = {"部門": "category", "部門名": "category"}
"""Japanese headings with another meaning in Chinese: 部门 is a department."""
GENRES = "项目、参评项目、评奖项目、track"
"""Headings that mean a genre beside a title: a 项目 beside a 题目 has 消息 or 通讯."""
_NAMES_ABROAD = "name、nom、nombre、nome、имя、naam、nama、nazwa、navn、namn、adi、ismi"
_GERMAN_ENDS = "titel、jahr、jaar、preis、prijs、verlag、preistrager、regisseur、autor、kategorie"
"""Last parts of German compounds: Buchtitel, Erscheinungsjahr."""
_NO_WORDS = "rice、trice、innen、da、do、di、del、des、du、la、le、el、der、die、das"
"""Articles, and the endings of words for men and women alike."""
_OF_OTHER_KINDS = (
    "id、url、uri、link、img、code、nr、no、count、type、anzahl、nascita、naissance、nacimiento、nascimento"
)
"""Last words by which a heading is about something else than its first word: Autor-ID, Año de nacimiento."""
_MADE = (
    "directed、written、produced、performed、composed、developed、created、designed、illustrated、translated、edited、"
    "photographed、published、painted、choreographed、built、sung、made、submitted、entered、won、story、screenplay、"
    "music、lyrics、words、art、photo"
)
"""Words before `by` in headings of those who made, submitted or won it; sponsored by and awarded by are others."""
_GIVING = "award、awarding、granting、conferring、issuing、organizing、organising、hosting、sponsoring、funding"
_BODIES = "organization、organisation、org、body、institution、institute、company、agency、school、university、college"
"""First and last words of headings of those who give the award: Awarding Institution."""
_UNITS = "unit、dept、department"
"""Words before `name` in headings of bodies; alone they may be anything."""
_PREPOSITIONS = "with、at、for、in、on、from"
_POSTS = "job、position、professional、working"
"""Words before `title` in headings of the posts of people."""
_OTHER_TITLES = (
    "原名、又名、别名、译名、副标题、原题、邦题、원제、original title、also known as、aka、originaltitel、"
    "titre original、título original、titolo originale、оригинальное название"
)
"""Headings of titles beside another title."""
_WEAK_HEADINGS: dict[Role, str] = {
    "title": "名称、名字、名前、이름、name、item label、production",
    "organization": (
        "client、who、第一名、第二名、第三名、冠军、champion、champ、meister、campeón、campione、sieger、чемпион"
    ),
    "award": (
        "排名、rank、ranking、place、position、placing、standing、finish、순위、順位、colocação、classificação、"
        "posição、posición、puesto、lugar、rang、classement、posto、platzierung"
    ),
    "year": (
        "时间、日期、年月、学年、公开日、发卖日、放送日、受赏日、개봉일、출간일、수상일、시상일、awarded、conferred、"
        "first published、yr、date、time、released、pubdate、datum、fecha、data、дата、key、point in time、season、"
        "saison、temporada、stagione、赛季、シーズン、시즌、сезон、sezon、week、month、周、周次、月份"
    ),
}
"""Vague headings: they give a role only where no other heading does, and the cells fit."""
_NOT_TITLES = (
    "国、国家、地、地区、省、省份、市、城市、县、街道、乡镇、用户、账户、账号、文件、平台、渠道、频道、栏目、赛事、"
    "大赛、比赛、活动、专业、部门、科室、品牌、商标、职务、岗位、型号、姓、人、类、字段、数据、奖金、笔、艺、网、户、"
    "学、役、大会"
)
"""The first parts of headings in 名 or 名称 that are no titles: 国名, 平台名称."""
_LANGUAGE_WORDS = (
    "en、zh、cn、ja、jp、ko、kr、fr、de、es、hk、tw、hans、hant、english、chinese、japanese、translate、translated、"
    "translation、native、romaji、romanized、transliteration"
)
"""Words in Latin letters that only give the language of a column."""
LANGUAGES = (
    "中文、英文、外文、原文、译文、日文、韩文、法文、德文、俄文、拼音、汉语、英语、chinese、english、japanese、"
    "korean、french、german、original、translation"
)
"""Names of the columns of a group of titles, by their language; folded."""
_CONTAINERS = "properties、attributes、fields、node、item、record、data、doc、document、_source"
"""Keys around a record that say nothing about it, as in GeoJSON, JSON:API, GraphQL and search engines."""


def any_of(words: str) -> str:
    """A pattern for one of the words of a list (a、b), the longest first."""
    return "|".join(sorted(map(re.escape, words.split("、")), key=len, reverse=True))


REMARK = lazy_pattern(r"[(（\[【〔<＜][^()（）\[\]【】〔〕<>＜＞]*[)）\]】〕>＞]")
NUMBERING = lazy_pattern(r"^\s*(?:[(（]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）.．、:：]|[①-⑳])\s*")
CHINESE = lazy_pattern("[\u3400-\u9fff]+")
_LIGATURES = str.maketrans(
    {"œ": "oe", "ß": "ss", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ø": "o", "Ø": "O", "æ": "ae"}
)
"""Letters that are no other letter with an accent, as people write them without."""
_EAST_ASIAN = lazy_pattern("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
"""Words in scripts without capitals: kana, Chinese characters and hangul."""
_WORD = lazy_pattern("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u0400-\u04ff]+")
_NAME = chinese_pattern("(?:名称|名字|全称|简称|名|명|이름)$")
_ABOUT = "(?:基本|相关|详细)?(?:信息|情况|资料|内容|名录|简介|概况)"
_OF_GROUP = chinese_pattern(f"{_ABOUT}(?=(?:名称|名字|全称|名|姓名|题目|标题)$)")
"""What a group of columns says of its works or people, above their names: 作品信息名称."""
ABOUT = chinese_pattern(f"{_ABOUT}$|[(（\\[].*")
_ABOUT_LATIN = "info、information、detail、details、data、particulars、full、display"
_SLASH = lazy_pattern("[/／|｜&、]|(?<=[\u4e00-\u9fff])[-・](?=[\u30a0-\u9fff])")
_PERSON = chinese_pattern(".{1,5}(?:[者人师员手队团]|(?<!国)家)")
"""Words for people and their teams, by their ending; countries end alike."""
_SOME_YEAR = chinese_pattern("[^一二三四五六七八九〇零○十百千]{1,8}年")
"""A year of its own kind, if the cells are years: 诺贝尔年; 青年 is none."""
_AND_POST = chinese_pattern(r"(?:(?<=.)[及和与、]\s*|(?<=单位))(?:职务|职称|职位|岗位)$")
"""The post beside a body in one column: 工作单位及职务, 单位职务."""
_SENTENCE = lazy_pattern("[\\w)]{3,}\\.\\s+\\S|[\u4e00-\u9fff](?:\\.\\s|．)\\s*\\S")
"""A full stop inside a text: that of a reference, not of a heading."""
_ASKED = chinese_pattern("(?:是什么|叫什么|是|为)$")
"""The end of a question in a form: 您的作品名称是？"""
_AROUND = lazy_pattern(
    rf"(?i)(?:^|(?<=\.))(?:(?:{any_of(_CONTAINERS)})\.)+|\.(?:value|#text)$|"
    r"(?<=title|.name)\.(?!id$)[a-z]{2}(?:-[a-z]{2,4})?$"
)
"""Parts of a dotted name without meaning: those around a record or an object, the value of a cell, a language."""
TEXT_OF_CODE = lazy_pattern(r"(?<=.)_(?i:(?:dict_?)?te?xt)$|(?<=[a-z])(?:Dict)?Text$")
"""The end of the heading of what a code in another column means: category_text beside category."""
_GIVER = chinese_pattern(
    "(?:主办|承办|协办|举办|委托|授奖|授予|授与|颁奖|颁发|发证|评选|评审|表彰|认定|组织|支持|赞助|冠名|主管|指导)"
    "(?:单位|部门|机构|机関|方|学校|企业|公司|媒体)$"
)
"""Bodies that give the award or hold the contest: who won it only where no other column says that."""
_TIME_OF_A_LIFE = chinese_pattern("(?:出生|入学|毕业|入职|参加工作|退休|入党|入团).*(?:时间|日期|年|年份|年月|年度)$")
_OF_ANOTHER_KIND = lazy_pattern("[\u4e00-\u9fff][\\s_]*(?i:id|url|uri|link|code)$")
_COUNTED = lazy_pattern("(?<=..)[一二三四五六七八九十]$")
"""The number at the end of a heading: 导演一."""
_OF_OTHER_THINGS = lazy_pattern(
    r"\b(?:birth|born|death|died|geburt|geboorte|urodzenia|dogum|lahir|sinh|narozeni)|"
    r"^(?:number|no|count|total|days|weeks|months|years|age|jours|dias) (?:of|to|since|until|before|after|from|avant) |"
    r"^(?:ville|pays|departement|commune|lieu|ciudad|pais|cidade|citta|paese|stadt|ort|город) "
)
"""Words of headings about a life, a count or a place: year of birth, days to ceremony, ville du club."""
_LANGUAGE = chinese_pattern("(?:中文|英文|外文|外国|外语|原|译)$")


class Known(NamedTuple):
    """The meaning of a heading: its role, and how sure that is: SURE, BY_PARTS, BESIDE or WEAK."""

    role: Role
    strength: int


SURE, BY_PARTS, BESIDE, WEAK = 4, 3, 2, 1
"""The whole heading is known; its last part is known; it is that of a further title; or it is vague (name)."""


@cache
def known(heading: str) -> Known | None:
    """The meaning of a heading, however it is written; None where it is not known.

    >>> known("*片　名（必填）"), known("影片英文名"), known("film_name_en").role
    (Known(role='title', strength=4), Known(role='title', strength=3), 'title')
    >>> known("片长"), known("影片时长"), known("FilmId")
    (None, None, None)
    """
    if len(heading) > LONGEST_HEADING or heading.rstrip()[1:].endswith(("#", "№")):  # the number of the project
        return None
    bare = NUMBERING.sub("", heading)
    bare = REMARK.sub("", bare) if fold(REMARK.sub("", bare)) else bare
    bare = TEXT_OF_CODE.sub("", _AROUND.sub("", _AND_POST.sub("", bare)))
    if role := _AS_WRITTEN.get(bare.strip()):
        return Known(role, SURE)
    whole = fold(bare)
    for strength in (SURE, BESIDE, WEAK):
        names = words_known(strength)
        if role := names.get(whole) or names.get(whole.removesuffix("s")):
            return Known(role, strength)
    if _SENTENCE.search(bare):
        return None
    if parts := [found for part in parts_of_heading(bare) if (found := known(part))]:
        return next((part for role in SEVERAL for part in parts if part.role == role), parts[0])
    text = _ASKED.sub("", "".join(_EAST_ASIAN.findall(whole)))
    if _OF_ANOTHER_KIND.search(bare) or _TIME_OF_A_LIFE.match(text):
        return None
    if _GIVER.search(text):
        return Known("organization", WEAK)
    if text:
        return _by_end(text) or _by_end(_COUNTED.sub("", text)) or _by_translation(heading)
    words = _words(bare)
    if _OF_OTHER_THINGS.search(" ".join(words)):
        return None
    return _by_latin_parts(words) or _by_words_abroad(words)


def known_role(heading: str) -> Role | None:
    """The role of a heading, however sure; None where it is not known."""
    found = known(heading)
    return found.role if found else None


def sure_role(heading: str) -> Role | None:
    """The role of a heading that is known as a whole; None where only a part of it is, or it is vague."""
    found = known(heading)
    return found.role if found and found.strength == SURE else None


def _by_translation(heading: str) -> Known | None:
    """The meaning that a heading's translation in brackets surely has: 구분(Category)."""
    inside = REMARK.search(heading)
    role = sure_role(inside[0][1:-1]) if inside and inside[0].isascii() else None
    return Known(role, SURE) if role else None


def parts_of_heading(heading: str) -> list[str]:
    """The parts of a heading between slashes, such as 单位/平台; none where it has no slash."""
    parts = _SLASH.split(heading)
    return parts if parts[1:] else []


def _by_end(text: str) -> Known | None:
    """The role of the longest known word at the end; the words before it only describe it (报送单位, 上映年份)."""
    if (bare := _OF_GROUP.sub("", text)) != text:
        return known(bare)
    for start in range(len(text) - 1):
        word = text[start:]
        if (has_no_role(word) or has_no_role(word.removesuffix("姓名"))) and word != "本人姓名":
            return None
        if (role := words_known(SURE).get(word)) in _BY_PARTS:
            return Known(role, BY_PARTS)
        if role := words_known(BESIDE).get(word):
            return Known(role, BESIDE)
        if (role := words_known(WEAK).get(word)) and role != "title":
            return Known(role, WEAK)
    name = _NAME.search(text)
    if name:
        return _name_of(text[: name.start()])
    if _SOME_YEAR.fullmatch(text):
        return Known("year", WEAK)
    return Known("organization", BY_PARTS) if _PERSON.fullmatch(text) else None


def _name_of(text: str) -> Known | None:
    """The role of a heading that ends in 名称, given without that ending: the role of `text`, else a title."""
    bare = _LANGUAGE.sub("", text)
    if not bare:
        return Known("title", BESIDE)
    if bare.endswith("奖"):  # 单项奖名称
        return Known("award", BY_PARTS)
    role = words_known(SURE).get(bare)
    found = Known(role, SURE) if role else _by_end(bare)
    if found and found.role in _NAMED:
        return Known(found.role, BY_PARTS)
    if found or text.endswith(split(_NOT_TITLES)) or not CHINESE.fullmatch(text):
        return None
    return Known("title", WEAK if bare == text else BESIDE)


def _words(heading: str) -> list[str]:
    """The words of a heading in Latin or Cyrillic letters: `film_name_en`, `Film Name` and `filmName` alike.

    Without accents, names of languages, and parts of words: the s of Director's, the endings of Autor/in and
    Réalisateur·rice.
    """
    plain = "".join(letter for letter in normalize("NFKD", heading.translate(_LIGATURES)) if not combining(letter))
    words = [word.lower() for word in _WORD.findall(plain)]
    left_out = (*split(_LANGUAGE_WORDS), *split(_NO_WORDS))
    return [word for word in words if word not in left_out and len(word) > 1]


def _by_latin_parts(words: list[str]) -> Known | None:
    """The role of the last word (Release Year), or of the word beside `name` (name of the film, director name)."""
    if at := next((at for at, word in enumerate(words) if at and word in split(_PREPOSITIONS)), 0):
        words = words[:at]  # seasons with the team, title in English
    if "of" in words:
        at = words.index("of")
        words = [*words[at + 1 :], "name"] if words[:at] in (["name"], ["title"]) else words[:at]
    if not words:
        return None
    if words[-1] in ("name", "names") or (words[1:] and words[-1] == "label"):
        words = [word for word in words if word not in split(_ABOUT_LATIN)]
        found = _by_latin_parts(words[:-1]) if words[:-1] else Known("title", WEAK)
        found = Known("organization", BY_PARTS) if words[:-1] and words[-2] in split(_UNITS) else found
        return found if found and found.role in _NAMED else None
    if words[1:] and "date" in (words[0], words[-1]):
        return Known("year", WEAK)
    if words[1:] and words[-1] == "by":
        return Known("organization", BY_PARTS) if words[-2] in split(_MADE) else None
    if words[0] == "year" and words[1:]:  # year published, year of the film
        return Known("year", BY_PARTS)
    last = words[-1]
    if words[1:] and last == "title" and words[-2] in split(_POSTS):
        return None
    if words[1:] and last == "title" and (found := _by_latin_parts(words[:-1])) and found.role in ("award", "category"):
        return found
    if words[0] in split(_GIVING) and last in split(_BODIES):
        return Known("organization", WEAK)
    role = words_known(SURE).get(last) or words_known(SURE).get(last.removesuffix("s"))
    if words_known(WEAK).get(last) == "award":  # final rank
        return Known("award", WEAK)
    return Known(role, BY_PARTS) if role in _BY_PARTS and role != "id" else None


def _by_words_abroad(words: list[str]) -> Known | None:
    """The role of the first word known in another language; others only describe it (título original, Год выпуска).

    A German word counts by its end: Buchtitel.
    """
    known_words = _words_abroad()
    if not words or words[-1] in (*split(_OF_OTHER_KINDS), "by"):
        return None
    if words[1:] and words_known(WEAK).get(words[0]) == "year":
        return Known("year", WEAK)
    if words[-1] in split(_NAMES_ABROAD):
        words = [words[-1], *words[:-1]]
    if words[0] in split(_NAMES_ABROAD):
        return (_by_words_abroad(words[1:]) or _by_latin_parts(words[1:])) if words[1:] else Known("title", WEAK)
    for at, word in enumerate(words):
        phrases = [" ".join(words[at : at + length]) for length in (3, 2, 1)]
        if found := next((phrase for phrase in (*phrases, word.removesuffix("s")) if phrase in known_words), None):
            return Known(known_words[found], BY_PARTS)
        end = next((end for end in split(_GERMAN_ENDS) if word.endswith(end)), None)
        if end:
            return Known(known_words[end], BY_PARTS)
    return None


@cache
def _words_abroad() -> Mapping[str, Role]:
    """The role of each word or phrase of other languages in Latin and Cyrillic letters, as `_words` gives them."""
    return {
        " ".join(words): role
        for role, names in _HEADING_NAMES_ABROAD.items()
        for name in split(names)
        if (words := _words(name))
    }


@cache
def split(names: str) -> tuple[str, ...]:
    """The words of a list (a、b), in its order."""
    return tuple(names.split("、"))


@cache
def words_known(strength: int) -> Mapping[str, Role]:
    """The known words and headings of one strength, folded, with their roles."""
    others: Mapping[Role, str] = {"title": _OTHER_TITLES}
    tables: Mapping[int, Sequence[Mapping[Role, str]]] = {
        SURE: (_HEADING_NAMES_ABROAD, _HEADING_NAMES),
        BESIDE: (others,),
        WEAK: (_WEAK_HEADINGS,),
    }
    return {fold(name): role for table in tables[strength] for role, names in table.items() for name in split(names)}


def is_chinese(texts: Iterable[str]) -> bool:
    """Whether texts are partly in Chinese, so that a heading beside them is in Chinese too."""
    return any(map(CHINESE.search, texts))
