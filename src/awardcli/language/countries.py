"""The countries of films as lists name them behind a title or its maker, in the languages of Europe."""

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


@cache
def _countries() -> frozenset[str]:
    return frozenset(map(fold, [*_NAMES.split(), *_OF_SEVERAL_WORDS.replace("\n", " ").split(",")]))


def is_country(text: str) -> bool:
    """Whether a text in Latin letters is the name of a country and nothing else.

    >>> is_country("Royaume-Uni"), is_country("USA"), is_country("Paris, Texas"), is_country("")
    (True, True, False, False)
    """
    return fold(text) in _countries()
