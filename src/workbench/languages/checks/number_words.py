"""Words for numbers, months, days and money in four languages, with their endings.

Each pattern is for a whole word in lower case. Endings are those of the grammars named in
`languages/inflection`; number words: Беларуская граматыка (1985) §§ 213–240, Русская грамматика (1980)
§§ 1366–1381, Dabartinės lietuvių kalbos gramatika (1997) «Skaitvardis».
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_RU = "ый|ий|ой|ая|ья|яя|ое|ье|ые|ьи|ого|ьего|ому|ьему|ым|ьим|ом|ьем|ую|ью|ых|ьих|ыми|ьими"
_BE = "ы|і|ая|яя|ое|ае|яе|ога|ага|яга|аму|яму|ому|ым|ім|ой|ай|яй|ую|юю|ыя|ія|ых|іх|ымі|імі"
_LT = (
    "as|a|o|os|am|ai|ą|u|oje|ame|i|ų|us|iems|oms|ais|omis|uose|ose|asis|oji|ojo|osios|ajam|ajai|ąjį|ąją|uoju|ąja|"
    "ajame|ojoje|ieji|ųjų|iesiems|osioms|uosius|ąsias|aisiais|osiomis"
)
_LT_CARDINAL = "i|is|ių|iems|iais|iuose|ios|ias|ioms|iomis"
_TEEN_EN = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"]
_TEEN_EN += ["nineteen"]
_TENS_EN = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

_ENGLISH: tuple[tuple[str, float], ...] = (
    ("zero", 0), ("one|first", 1), ("two|second|twice", 2), ("three|third|thrice", 3), ("four|fourth", 4),
    ("five|fifth", 5), ("six|sixth", 6), ("seven|seventh", 7), ("eight|eighth", 8), ("nine|ninth", 9),
    *((f"{word}|{word[:-2] + 'f' if word == 'twelve' else word}th", n) for n, word in enumerate(_TEEN_EN, 10)),
    *((f"{word}|{word[:-1]}ieth", 20 + 10 * n) for n, word in enumerate(_TENS_EN)),
    ("hundred(?:th|s)?", 1e2), ("thousand(?:th|s)?|k", 1e3), ("million(?:th|s)?|mn|m|mln", 1e6),
    ("billion(?:th|s)?|bn|b", 1e9), ("trillion(?:s)?|tn", 1e12),
)  # fmt: skip

_RUSSIAN: tuple[tuple[str, float], ...] = (
    ("полтора|полтор[ыу]|полутора", 1.5), ("полмиллиона", 5e5), ("полмиллиарда", 5e8),
    ("ноль|нуля", 0), (f"один|одна|одно|одного|одной|одну|одним|одному|одном|перв(?:{_RU})", 1),
    (f"два|две|двух|двум|двумя|двое|двоих|дважды|втор(?:{_RU})", 2),
    (f"три|тр[её]х|тр[её]м|тремя|трое|троих|трижды|трет(?:{_RU})", 3),
    (f"четыр(?:е|[её]х|[её]м|ьмя)|четверо|четверых|четв[её]рт(?:{_RU})", 4), (f"пят(?:ь|и|ью|еро|ерых|{_RU})", 5),
    (f"шест(?:ь|и|ью|еро|ерых|{_RU})", 6), (f"сем(?:ь|и|еро|ерых)|седьм(?:{_RU})", 7),
    (f"вос(?:емь|ьми|емью|ьмеро)|восьм(?:{_RU})", 8), (f"девят(?:ь|и|ью|еро|{_RU})", 9),
    (f"десят(?:ь|и|ью|еро|{_RU})", 10),
    *((f"{stem}надцат(?:ь|и|ью|{_RU})", n) for n, stem in enumerate(
        ["один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"], 11)),
    (f"двадцат(?:ь|и|ью|{_RU})", 20), (f"тридцат(?:ь|и|ью|{_RU})", 30), (f"сорока?|сороков(?:{_RU})", 40),
    *((f"{a}ьдесят|{a}идесяти|{a}ьюдесятью|{a}идесят(?:{_RU})", n)
      for a, n in (("пят", 50), ("шест", 60), ("сем", 70), ("восем", 80))),
    ("восьмидесяти", 80), (f"девяност(?:о|а|{_RU})", 90), (f"сто|ста|сот(?:{_RU})", 100),
    ("двести|двухсот|двумстам", 200),
    ("триста|тр[её]хсот", 300), ("четыреста|четыр[её]хсот", 400), ("пятьсот|пятисот", 500),
    ("шестьсот|шестисот", 600),
    ("семьсот|семисот", 700), ("восемьсот|восьмисот", 800), ("девятьсот|девятисот", 900),
    (f"тысяч(?:а|и|у|е|ей|ью|ам|ами|ах|)|тысячн(?:{_RU})|тыс", 1e3),
    (f"миллион(?:а|ы|у|ов|ом|ам|ами|ах|е|)|миллионн(?:{_RU})|млн", 1e6),
    (f"миллиард(?:а|ы|у|ов|ом|ам|ами|ах|е|)|миллиардн(?:{_RU})|млрд", 1e9),
    ("триллион(?:а|ы|у|ов|ом|ам|ами|ах|е|)|трлн", 1e12),
)  # fmt: skip

_BELARUSIAN: tuple[tuple[str, float], ...] = (
    ("паўтара|паўтары", 1.5), ("паўмільёна", 5e5), ("паўмільярда", 5e8),
    ("нуль|нуля", 0), (f"адзін|адна|адно|аднаго|адной|адну|адным|аднаму|перш(?:{_BE})", 1),
    (f"два|дзве|двух|двум|двума|дзвюх|дзвюм|дзвюма|двое|дваіх|двойчы|друг(?:{_BE})", 2),
    (f"тры|трох|тром|трыма|трое|траіх|тройчы|трэц(?:{_BE})", 3),
    (f"чатыр(?:ы|ох|ом|ма)|чацвёра|чацвярых|чацв[её]рт(?:{_BE})", 4), (f"пяц(?:ь|і|цю|ёра|ярых)|пят(?:{_BE})", 5),
    (f"шэсць|шасц(?:і|ю|ёра|ярых)|шост(?:{_BE})", 6), (f"сем|сям(?:і|ю|ёра|ярых)|сём(?:{_BE})", 7),
    (f"восем|васьм(?:і|ю|ёра|ярых)|восьм(?:{_BE})", 8), (f"дзевяц(?:ь|і|цю)|дзявят(?:{_BE})", 9),
    (f"дзесяц(?:ь|і|цю)|дзясят(?:{_BE})", 10),
    *((f"{stem}наццац(?:ь|і|цю)|{stem}наццат(?:{_BE})", n) for n, stem in enumerate(
        ["адзі", "два", "тры", "чатыр", "пят", "шас", "сям", "вас[ея]м", "дзевят"], 11)),
    (f"дваццац(?:ь|і|цю)|дваццат(?:{_BE})", 20), (f"трыццац(?:ь|і|цю)|трыццат(?:{_BE})", 30),
    (f"сорак|сарака|саракав(?:{_BE})", 40),
    ("пяцьдзясят|пяцідзесяці", 50), ("шэсцьдзясят|шасцідзесяці", 60), ("семдзесят|сямідзесяці", 70),
    ("восемдзесят|васьмідзесяці", 80), ("дзевяноста", 90), (f"сто|ста|сот(?:{_BE})", 100),
    ("дзвесце|двухсот|дзвюхсот", 200),
    ("трыста|трохсот", 300), ("чатырыста|чатырохсот", 400), ("пяцьсот|пяцісот", 500), ("шэсцьсот|шасцісот", 600),
    ("семсот|сямісот", 700), ("восемсот|васьмісот", 800), ("дзевяцьсот|дзевяцісот", 900),
    (f"тысяч(?:а|ы|у|ай|ам|амі|ах|)|тысячн(?:{_BE})|тыс", 1e3),
    (f"мільён(?:а|ы|у|аў|ам|амі|ах|е|)|мільённ(?:{_BE})|млн", 1e6),
    (f"мільярд(?:а|ы|у|аў|ам|амі|ах|зе|)|мільярдн(?:{_BE})|млрд", 1e9), ("трыльён(?:а|ы|у|аў|ам|)|трлн", 1e12),
)  # fmt: skip

_LITHUANIAN: tuple[tuple[str, float], ...] = (
    ("pusant(?:ro|ros|rų|rą|ru|ra|ram|rai)", 1.5), ("pus(?:ė|ę|ės|ei|e)", 0.5),
    ("nulis|nulio", 0), (f"vien(?:{_LT})|pirm(?:{_LT})", 1),
    (f"du|dvi|dviejų|dviem|dviejose|dviejuose|dvej[ių]|dvejus|dvejais|dukart|dusyk|antr(?:{_LT})", 2),
    ("trys|trijų|trims|tris|trimis|trijuose|trijose|trej[ių]|trejus|trejais|triskart", 3),
    ("treč(?:ias|ia|io|ios|iai|ią|iu|iam|iąjį|iąją|iasis|ioji|iojo|iosios|iuoju|iajame)", 3),
    (f"ketur(?:{_LT_CARDINAL})|ketveri|ketverius|ketverių|ketvirt(?:{_LT})", 4),
    *((f"{a}(?:{_LT_CARDINAL})|{b}(?:{_LT})|{a.removesuffix('i')}er(?:i|ius|ių)", n) for a, b, n in (
        ("penk", "penkt", 5), ("šeš", "šešt", 6), ("septyn", "septint", 7), ("aštuon", "aštunt", 8),
        ("devyn", "devint", 9))),
    (f"dešimt(?:is|ies|ys|ims|{_LT}|)|dešimči(?:a|ai|ų)", 10),
    *((f"{stem}lik(?:a|os|ai|ą)|{stem}likt(?:{_LT})", n) for n, stem in enumerate(
        ["vienuo", "dvy", "try", "keturio", "penkio", "šešio", "septynio", "aštuonio", "devynio"], 11)),
    *((f"{stem}dešimt(?:is|ies|{_LT}|)", n) for n, stem in (
        (20, "dvi"), (30, "tris"), (40, "keturias"), (50, "penkias"), (60, "šešias"), (70, "septynias"),
        (80, "aštuonias"), (90, "devynias"))),
    ("šimt(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais|uose)", 1e2),
    ("tūkstan(?:tis|čio|čiui|tį|čiu|tyje|čiai|čių|čiams|čius|čiais)|tūkst", 1e3),
    ("milijon(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais|uose)|mln", 1e6),
    ("milijard(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais|uose)|mlrd", 1e9),
    ("trilijon(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais)|trln", 1e12),
)  # fmt: skip

_NUMBERS = {"en": _ENGLISH, "ru": _RUSSIAN, "be": _BELARUSIAN, "lt": _LITHUANIAN}

_MONTHS = {
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept?"
    " october|oct november|nov december|dec",
    "ru": "январ[ьяюе]м? феврал[ьяюе]м? март[ауе]?м? апрел[ьяюе]м? ма[йяюе]м? июн[ьяюе]м? июл[ьяюе]м? август[ауе]?м?"
    " сентябр[ьяюе]м? октябр[ьяюе]м? ноябр[ьяюе]м? декабр[ьяюе]м?",
    "be": "студзен[ьяюе]м?|студзені лют(?:ы|ага|аму|ым) сакавік[ау]?(?:ом)? красавік[ау]?(?:ом)?"
    " ма[йяюі]|маем|трав(?:ень|еня|ені)|траўн[яюі] чэрвен[ьяюі]|чэрвенем ліпен[ьяюі]|ліпенем жнівен[ьяюі]"
    "|жніўн[яюі]|жніўнем"
    " верас(?:ень|ня|ню|ні|нем) кастрычнік[ау]?(?:ом)? лістапад[ау]?(?:зе|ам)? снеж(?:ань|ня|ню|ні|нем)",
    "lt": "saus(?:is|io|iui|į|iu|yje)|saus vasar(?:is|io|iui|į|iu|yje) kov(?:as|o|ui|ą|u|e) baland(?:is|į|yje"
    "|žio|žiui|žiu)"
    " geguž(?:ė|ės|ei|ę|e|ėje) biržel(?:is|io|iui|į|iu|yje) liep(?:a|os|ai|ą|oje) rugpjū(?:tis|tį|tyje|čio|čiui|čiu)"
    " rugsėj(?:is|o|ui|į|u|yje) spal(?:is|io|iui|į|iu|yje) lapkri(?:tis|tį|tyje|čio|čiui|čiu)"
    " gruod(?:is|į|yje|žio|žiui|žiu)",
}
_UNSURE = frozenset(
    (  # noqa: SIM905 - a list of words reads better
        "may march mar jan jun mai мая май мае маем маю маі ма kovo kova kovas kovą kovu kove liepa liepos balandis"
    ).split()
)
"""Months that are usual words as well: taken only beside a number."""

_DAYS = {
    "en": "mondays? tuesdays? wednesdays? thursdays? fridays? saturdays? sundays?",
    "ru": "понедельник\\w{0,2} вторник\\w{0,2} сред(?:а|у|ы|е"
    "|ой) четверг\\w{0,2} пятниц\\w{1,2} суббот\\w{1,2} воскресень[еяю]м?",
    "be": "панядзел(?:ак|ка|ку|кам|кі) аўтор(?:ак|ка|ку|кам|кі) серад\\w{1,2}|серадзе чац(?:вер|вярга|вяргу"
    "|вяргом)|чацьвер"
    " пятніц\\w{1,2} субот\\w{1,2} нядзел\\w{1,2}",
    "lt": "pirmadien\\w+ antradien\\w+ trečiadien\\w+ ketvirtadien\\w+ penktadien\\w+ šeštadien\\w+ sekmadien\\w+",
}
_UNSURE_DAYS = frozenset(["среда", "среды", "среде", "средой"])

_MONEY = {
    "dollar": r"\$|US\$|USD|dollars?|доллар\w{0,4}|долл|долар\w{0,4}|doler\w{1,4}",
    "euro": r"€|EUR|euros?|евро|еўра|eur(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais)?",
    "pound": r"£|GBP|pounds?|фунт\w{0,3}|svar(?:as|o|ą|ai|ų|ams|us|ais|u)",
    "rouble": r"₽|RUB|BYN|BYR|rou?bles?|рубл\w{1,3}|руб|rubl(?:is|io|į|iai|ių|iams|ius|iais)",
    "yen": r"¥|JPY|yen|иен\w{0,3}|іен\w{0,3}|jen(?:a|os|ų|as|omis)",
    "yuan": r"CNY|yuan|юан\w{0,3}|juani(?:s|o|ai|ų|us|ais)",
    "zloty": r"PLN|z[lł]otys?|злот(?:ый|ых|ого|ы|ага)|zlot(?:as|o|ai|ų|us|ais)",
    "hryvnia": r"UAH|₴|hryvnias?|гривн\w{1,3}|гривен|грыўн\w{1,3}|грывен|grivin(?:a|os|ų|as|omis)",
    "franc": r"CHF|francs?|франк(?:а|ов|і|аў|ам|и)?|frank(?:as|o|ai|ų|us|ais)",
    "litas": r"LTL|lit(?:as|o|ai|ų|us|ais)|литов?|літаў",
}


class Words:
    """Patterns for whole words, each with what it means; matched in one pass."""

    def __init__(self, patterns: Iterable[tuple[str, float]]) -> None:
        listed = list(patterns)
        self._values = [float(value) for _pattern, value in listed]
        self._match = re.compile("|".join(f"({pattern})" for pattern, _value in listed)).fullmatch

    def get(self, word: str) -> float | None:
        """Return what a word in lower case means, None where it is none of them."""
        found = self._match(word)
        return None if found is None or found.lastindex is None else self._values[found.lastindex - 1]


@cache
def numbers(language: str) -> Words | None:
    """Return the number words of a base language, cardinals and ordinals; None where they are not known."""
    return Words(_NUMBERS[language]) if language in _NUMBERS else None


@cache
def months(language: str) -> Words | None:
    """Return the months of a base language as 1 to 12, in every case."""
    return Words(_numbered(_MONTHS[language])) if language in _MONTHS else None


@cache
def weekdays(language: str) -> Words | None:
    """Return the days of the week as 1 (Monday, ISO 8601) to 7."""
    return Words(_numbered(_DAYS[language])) if language in _DAYS else None


def _numbered(patterns: str) -> list[tuple[str, float]]:
    return [(pattern, number) for number, pattern in enumerate(patterns.split(), 1)]


def is_doubtful(word: str) -> bool:
    """Tell whether a month's or a day's name is a usual word as well."""
    return word in _UNSURE or word in _UNSURE_DAYS


MONEY = re.compile("|".join(f"(?P<{name}>(?<![^\\W\\d_])(?:{each})(?![^\\W\\d_]))" for name, each in _MONEY.items()))
"""Money in all four languages at once: the group that matched names the currency."""
