"""What names a person in Chinese: a usual surname and one or two characters, which may be spread: 许 侃."""

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
PERSON = chinese_pattern(rf"(?:{SURNAME})[\u3400-\u9fff]{{1,2}}")
_SPREAD = lazy_pattern(r"(?<!\w)([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])(?![^\s：:])")


def without_spread(text: str) -> str:
    """A line without the spaces that spread two characters to the width of three.

    >>> without_spread("绿 卡 许 侃"), without_spread("三、散 文"), without_spread("作 者：张三")
    ('绿卡 许侃', '三、散文', '作者：张三')
    """
    return _SPREAD.sub(r"\1\2", text) if " " in text or "\u3000" in text else text
