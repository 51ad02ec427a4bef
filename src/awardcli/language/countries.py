"""The countries of films as lists name them behind a title or its maker, in the languages of Europe and Chinese."""

from functools import cache

from awardcli.language.fold import fold

_NAMES = """
argentina argentine argentinien armenia arménie australia australie australien austria autriche österreich
azerbaijan bangladesh belarus belgium belgique bélgica belgien belgio bosnia bolivia bolivie brazil brésil
brasil brasilien brasile bulgaria bulgarie bulgarien canada canadá kanada cambodia chad chile chili cile china
chine colombia colombie kolumbien congo croatia croatie croacia kroatien croazia cuba kuba cyprus chypre czechia
tchéquie chequia tschechien denmark danemark dinamarca dänemark danimarca ecuador équateur egypt égypte egipto
ägypten egitto england inglaterra estonia estonie ethiopia éthiopie finland finlande finlandia finnland france
francia frança frankreich georgia géorgie germany allemagne alemania alemanha deutschland germania greece grèce
grecia grécia griechenland guatemala haiti haïti hongkong hungary hongrie hungría ungarn ungheria iceland
islande islandia island india inde indien indonesia indonésie iran iraq irak ireland irlande irlanda irland
israel israël israele italy italie italia itália italien japan japon japón japão giappone jordan jordanie
kazakhstan kenya korea corée corea kosovo latvia lettonie lebanon liban líbano libanon lithuania lituanie
luxembourg luxemburg macedonia malaysia malaisie mali malta mexico mexique méxico mexiko messico moldova
mongolia mongolie montenegro morocco maroc marruecos marokko nepal népal netherlands niederlande norway norvège
noruega norwegen norvegia pakistan palestine palestina palästina panama paraguay peru pérou perú philippines
poland pologne polonia polónia polen portugal portogallo qatar quebec québec romania roumanie rumanía rumänien
russia russie rusia russland rwanda schottland schweden schweiz scotland écosse senegal sénégal serbia serbie
serbien singapore singapour slovakia slovaquie slovenia slovénie spain espagne españa espanha spanien spagna
sweden suède suecia svezia switzerland suisse suiza svizzera syria syrie syrien taiwan taïwan thailand thaïlande
tunisia tunisie tunesien turkey türkiye turquie turquía türkei turchia uganda uk ukraine ucrania ucraina uruguay
usa us venezuela vietnam wales
"""
_OF_SEVERAL_WORDS = """
united states, united states of america, états-unis, estados unidos, stati uniti, vereinigte staaten, united
kingdom, great britain, royaume-uni, reino unido, regno unito, vereinigtes königreich, grande-bretagne, gran
bretaña, großbritannien, south korea, corée du sud, corea del sur, südkorea, corea del sud, coreia do sul, north
macedonia, new zealand, nouvelle-zélande, nueva zelanda, neuseeland, nuova zelanda, hong kong, south africa,
afrique du sud, sudáfrica, südafrika, sudafrica, costa rica, puerto rico, dominican republic, república
dominicana, czech republic, république tchèque, república checa, repubblica ceca, saudi arabia, arabie saoudite,
sri lanka, burkina faso, côte d'ivoire, ivory coast, pays-bas, países bajos, paesi bassi, bosnia and
herzegovina, bosnie-herzégovine, the netherlands, el salvador
"""
_IN_CHINESE = """
中国 美国 英国 法国 德国 日本 韩国 俄罗斯 苏联 意大利 西班牙 葡萄牙 荷兰 比利时
瑞士 瑞典 挪威 丹麦 芬兰 冰岛 爱尔兰 奥地利 波兰 捷克 斯洛伐克 匈牙利 罗马尼亚 保加利亚
希腊 土耳其 塞尔维亚 克罗地亚 斯洛文尼亚 乌克兰 白俄罗斯 立陶宛 拉脱维亚 爱沙尼亚 格鲁吉亚 伊朗 伊拉克 以色列
巴勒斯坦 黎巴嫩 叙利亚 约旦 埃及 摩洛哥 突尼斯 阿尔及利亚 南非 尼日利亚 肯尼亚 印度 巴基斯坦 孟加拉国
尼泊尔 斯里兰卡 泰国 越南 柬埔寨 缅甸 马来西亚 新加坡 印度尼西亚 菲律宾 蒙古 哈萨克斯坦 吉尔吉斯斯坦 乌兹别克斯坦
加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 哥伦比亚 古巴 乌拉圭 委内瑞拉 澳大利亚 新西兰 卢森堡 香港
澳门 台湾 中国香港 中国澳门 中国台湾
"""
"""Also regions that have films of their own."""


@cache
def _countries() -> frozenset[str]:
    return frozenset(
        map(fold, [*_NAMES.split(), *_IN_CHINESE.split(), *_OF_SEVERAL_WORDS.replace("\n", " ").split(",")])
    )


def is_country(text: str) -> bool:
    """Whether a text in Latin letters or Chinese is the name of a country and nothing else.

    >>> is_country("Royaume-Uni"), is_country("USA"), is_country("伊朗"), is_country("Paris, Texas"), is_country("")
    (True, True, True, False, False)
    """
    return fold(text) in _countries()
