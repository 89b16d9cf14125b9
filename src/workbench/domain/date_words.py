"""Dates as people write them in Belarusian, Russian, Lithuanian and English, as EDTF candidates.

Nothing is checked here: what comes out may be no date at all, or one that the calendar does not
have; `dates.normal_date` refuses it then. Months and seasons are known by their stems, so that
every grammatical case is read ("снежань", "у снежні", "gruodį"); Lithuanian also without its marks.
"""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import pairwise

_MONTHS = (
    r"jan(uary)?|студзен\w*|январ\w*|saus\w*",
    r"feb(ruary)?|лют(ы|ага|аму|ым)|феврал\w*|vasar(is|io|iui|i|iu|yje)|vas",
    r"mar(ch)?|сакавік\w*|март\w{0,2}|kov(as|o|ui|a|u|e)?",
    r"apr(il)?|красавік\w*|апрел\w*|baland\w*|bal",
    r"may|ма([йяіею]|ем)|трав(ень|ен\w*)|траўн\w*|geguz\w*|geg",
    r"june?|чэрвен\w*|июн\w*|birzel\w*|birz",
    r"july?|ліпен\w*|июл\w*|liep(a|os|ai|oje)?",
    r"aug(ust)?|жні(вень|ўн\w*|вен\w*)|август\w{0,2}|rugpj\w*|rugp",
    r"sept?(ember)?|верас(ень|н\w*)|сентябр\w*|rugsej\w*|rugs",
    r"oct(ober)?|кастрычнік\w*|октябр\w*|spal\w{0,4}",
    r"nov(ember)?|лістапад\w*|ноябр\w*|lapkri\w*|lapkr",
    r"dec(ember)?|снеж(ань|н\w*)|декабр\w*|gruod\w*",
)
_SEASONS = (
    r"spring|вясн\w*|увесну|весн\w*|pavasar\w*",
    r"summer|улетку|лет(а|ам|о|ом)|vasar(a|os|ai|oje)",
    r"autumn|fall|восен\w*|увосень|осен\w*|ruden\w*|ruduo",
    r"winter|зім\w*|узімку|зим\w*|ziem\w*",
)
"""In the order of EDTF's seasons, 21 to 24 (ISO 8601-2:2019, level 1)."""

_ABOUT = re.compile(
    r"about|around|circa|ca?\.?|approximately|каля|прыкладна|прыбл\.?|около|примерно|ок\.?|apie|mazdaug|~"
)
_PERHAPS = re.compile(
    r"perhaps|possibly|probably|maybe|магчыма|мабыць|верагодна|возможно|вероятно|galbut|tikriausiai|\?"
)
_ABOUT_AFTER = re.compile(r"прыблізна|приблизительно|apytiksliai|approximately|about")
_PERHAPS_AFTER = re.compile(r"не дакладна вядома|под вопросом|abejotina|uncertain")
"""What this program itself writes after a date, so that a date that was copied is read again."""

_AFTER = re.compile(r"after|since|from|пасля|ад|з|после|с|от|po|nuo")
_BEFORE = re.compile(r"before|until|till|by|да|перад|до|iki|pries")
_LEFT_OUT = re.compile(r"after|пасля|после|po|before|да|перад|до|pries")
"""Those of them that leave the date itself out where people speak strictly."""

_OR_LATER = re.compile(
    r"(.+) (?:or|and|або|ці|і|или|и|arba|ar|ir) (?:later|after|пазней|позже|позднее|v[eė]liau)", re.IGNORECASE
)
_OR_EARLIER = re.compile(
    r"(.+) (?:or|and|або|ці|і|или|и|arba|ar|ir) (?:earlier|before|раней|раньше|ранее|anks[cč]iau)", re.IGNORECASE
)
_EITHER = re.compile(r"(.+) (?:or|або|ці|или|либо|arba|ar) (.+)", re.IGNORECASE)
_PART_FIRST = re.compile(
    r"(?:in |at |у |ў |в )?(?:the )?(?:"
    r"(?P<early>early|beginning|start|(?:на)?пачат(?:ак|ку)|начал[оеа])"
    r"|(?P<mid>mid(?:dle)?|сярэдзін[ае]|середин[ае])"
    r"|(?P<late>late|end|кан(?:ец|цы)|напрыканцы|кон(?:ец|це)))(?: of)?(?: the)?(?: |(?<=mid)-)(?P<rest>.+)",
    re.IGNORECASE,
)
_PART_LAST = re.compile(
    r"(?P<rest>.+) \(?(?:"
    r"(?P<early>early|beginning|пачатак|начало|prad[zž](?:ia|ioje))"
    r"|(?P<mid>middle|сярэдзіна|середина|vidur(?:ys|yje))"
    r"|(?P<late>late|end|канец|конец|pabaig(?:a|oje)))\)?",
    re.IGNORECASE,
)
_PARTS_OF_YEAR = {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")}
_PARTS_OF_MONTH = {"early": ("01", "10"), "mid": ("11", "20"), "late": ("21", "")}
_HUNDRED_YEARS = r"century|стагоддз[ея]|век[ае]?|столети[ея]|amži(?:us|uje|aus)"
_CENTURY = re.compile(
    rf"(?P<roman>[XVIХІ]{{1,5}})(?:-?[а-я]{{1,2}})? (?:ст\.?|в\.?|a\.?|{_HUNDRED_YEARS})"
    rf"|(?:the )?(?P<number>\d{{1,2}})(?:st|nd|rd|th|-?[а-я]{{1,2}})? (?:{_HUNDRED_YEARS})",
    re.IGNORECASE,
)
_ROMAN = {"X": 10, "V": 5, "I": 1}
_TIME_LAST = re.compile(
    r"(.*\d.*?),? (?:at |а |у |ў |в |о )?(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?: ?(?:г\.?|ч\.?|val\.?|h))?",
    re.IGNORECASE | re.ASCII,
)
_TIME_FIRST = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?,? (.*\d.*)", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{4} ?[-–—/] ?(\d\d)", re.ASCII)
_TODAY = re.compile(r"today|сёння|сегодня|siandien")
_BETWEEN = re.compile(r"\s+(?:to|till|until|па|по|iki|да|до)\s+")
_NOTHING = re.compile(
    r"in|on|of|the|у|ў|в|во|на|гг?\.?|г[оа]д[а-я]{0,2}|м\.?|m\.?|met(ai|u|ais|us|uose)|d\.?|dien(a|os)|desimtmetis"
)
_PLAIN = str.maketrans("ąčęėįšųūž", "aceeisuuz")
_MONTH = tuple(re.compile(pattern) for pattern in _MONTHS)
_SEASON = tuple(re.compile(pattern) for pattern in _SEASONS)
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?\.?", re.ASCII)
_MONTH_FIRST = re.compile(r"(\d{1,2})[./](\d{4})", re.ASCII)
_YEARS = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
_DAYS = re.compile(r"(\d{1,2})-(\d{1,2}\D.*)", re.ASCII)
_DECADE = re.compile(r"(\d{3})0(?:s|['’]s|-?(?:х|я|ыя|ые|е|ых|ieji|uju|aisiais|uosius))", re.ASCII)
_NUMBER = re.compile(r"(\d{1,4})(?:st|nd|rd|th|-?(?:га|го|е|ае|ое|й|ы|а))?[.,]?", re.ASCII)
_DASHES = re.compile(r"\s*[–—]\s*|\s+-\s+")


def typed_date(text: str) -> str:
    """Turn what was typed into what may be EDTF; text that is none of it comes back as it is.

    `text` has single spaces. "After", "since" and "or later" give an interval with an open end,
    "before", "until" and "or earlier" one with an open beginning: the levels of EDTF that are used
    have no bound that is itself left out (`leaves_out`). Of a year "early", "mid" and "late" are
    its thirds, of a month its days to 10, to 20 and after, both ends approximate: `2021-01~/2021-04~`.
    A century begins with its year 1: the 20th is `1901/2000`. "Either or" gives both dates with a
    `|` between them, which is no EDTF yet.
    """
    if _MONTH_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text):
        return _one(text)
    if "/" in text:
        return "/".join(part if part.strip() in ("", "..") else _one(part) for part in text.split("/"))
    ends = _ends(text)
    if ends is not None:
        return _interval(*ends)
    either = _EITHER.fullmatch(text)
    return _one(text) if either is None else _interval(either[1], either[2]).replace("/", "|")


def leaves_out(text: str) -> bool:
    """Tell whether what was typed says "after" or "before" of a date, which is kept with that date in it."""
    return bool(_LEFT_OUT.fullmatch(_plain(text.partition(" ")[0]))) and "" in (_ends(text) or ())


def without_time(text: str) -> str:
    """Return what was typed without the time of day in it; as it is where there is none."""
    match = _TIME_LAST.fullmatch(text) or _TIME_FIRST.fullmatch(text)
    return match[1].rstrip(",") if match else text


def means_today(text: str) -> bool:
    """Tell whether the day on which it is typed is meant."""
    return bool(_TODAY.fullmatch(_plain(text)))


def has_short_year(text: str) -> bool:
    """Tell whether a year was typed with two digits that can be no month: "2021-25"."""
    match = _SHORT_YEAR.fullmatch(" ".join(_without_tail(text.split(" "))))
    return match is not None and not (1 <= int(match[1]) <= 12 or 21 <= int(match[1]) <= 24)


def _plain(word: str) -> str:
    return word.casefold().translate(_PLAIN)


def _without_tail(tokens: list[str]) -> list[str]:
    """Return words without those at the end that only say that it is a year."""
    while len(tokens) > 1 and _NOTHING.fullmatch(_plain(tokens[-1])):
        tokens = tokens[:-1]
    return tokens


def _ends(text: str) -> tuple[str, str] | None:
    """Return the two ends of a time, empty where one is open; None for a single date."""
    for pattern, later in ((_OR_LATER, True), (_OR_EARLIER, False)):
        if match := pattern.fullmatch(text):
            return (match[1], "") if later else ("", match[1])
    if _DASHES.search(text) or text[-1:] in "–—":
        left, right = [*_DASHES.split(text, maxsplit=1), ""][:2]
        return left, right
    years = _YEARS.fullmatch(" ".join(_without_tail(text.split(" "))))
    if match := years or (None if _YEAR_FIRST.fullmatch(text) else _DAYS.fullmatch(text)):
        return match[1], match[2]
    return _said_ends(text)


def _said_ends(text: str) -> tuple[str, str] | None:
    """Return the ends that words before and between dates give."""
    first, _space, rest = text.partition(" ")
    word = _plain(first)
    if rest and _BEFORE.fullmatch(word):
        return "", rest
    after = bool(rest and _AFTER.fullmatch(word))
    parts = _BETWEEN.split(rest if after else text, maxsplit=1)
    if len(parts) == 2:
        return parts[0], parts[1]
    return (rest, "") if after else None


def _interval(left: str, right: str) -> str:
    """Put two ends together; the first takes the month and the year of the second where it has none."""
    start, end = _one(left) if left.strip() else "..", _one(right) if right.strip() else ".."
    year, _dash, rest = end.partition("-")
    plain = left.strip().rstrip(".")
    if len(rest) == 5 and plain.isascii() and plain.isdigit() and len(plain) < 3:
        start = f"{end[:8]}{int(plain):02}"
    elif year.isdigit() and not re.search(r"\d{4}", start) and start != "..":
        start = _one(f"{left} {year}")
    # An end may be a time itself, as "late 2020" is: the interval lasts from the first of it to the last.
    return f"{start.partition('/')[0]}/{end.rpartition('/')[2]}"


def _one(text: str) -> str:
    """Turn one date into EDTF: a part of a year or month, and a century, into an interval."""
    text = text.strip()
    if time := _century(text) or _part(text):
        return time
    words = re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=^~)|(?<=^\?)", " ", text) if text[:1] in "~?" else text
    tokens, sign = words.split(), ""
    while len(tokens) > 1:
        plain = _plain(tokens[0])
        if not (_ABOUT.fullmatch(plain) or _PERHAPS.fullmatch(plain)):
            break
        sign += "~" if _ABOUT.fullmatch(plain) else "?"
        del tokens[0]
    rest, remark = _remark(" ".join(tokens))
    sign += remark
    while len(rest) > 1 and rest[-1] in "?~%":
        sign += rest[-1]
        rest = rest[:-1].strip()
    mark = "%" if "%" in sign or {"?", "~"} <= set(sign) else sign[:1]
    return _bare(rest) + mark


def _century(text: str) -> str:
    """Return the years of a century that was typed; empty where it is none."""
    match = _CENTURY.fullmatch(text)
    if match is None:
        return ""
    # The Cyrillic letters look the same, and are what a Cyrillic keyboard has.
    digits = [_ROMAN[letter] for letter in (match["roman"] or "").upper().translate(str.maketrans("ХІ", "XI"))]
    roman = sum(-one if one < after else one for one, after in pairwise([*digits, 0]))
    number = int(match["number"] or roman)
    return f"{number * 100 - 99:04}/{number * 100:04}" if 1 <= number <= 99 else ""


def _part(text: str) -> str:
    """Return the third of a year or month that was typed; empty where it is none."""
    match = _PART_FIRST.fullmatch(text) or _PART_LAST.fullmatch(text)
    if match is None:
        return ""
    part = next(name for name in _PARTS_OF_YEAR if match[name])
    whole = _bare(match["rest"])
    if re.fullmatch(r"\d{4}", whole, re.ASCII):
        first, last = _PARTS_OF_YEAR[part]
    elif re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", whole, re.ASCII):
        first, last = _PARTS_OF_MONTH[part]
        last = last or str(monthrange(int(whole[:4]) or 4, int(whole[5:]))[1])  # year 0 is a leap year, as 4 is
    else:
        return ""
    return f"{whole}-{first}~/{whole}-{last}~"


def part_of(edtf: str) -> tuple[str, str]:
    """Return "early", "mid" or "late" and the year or month of which `edtf` is that part; empty texts otherwise."""
    match = re.fullmatch(r"(\d{4}(?:-\d\d)?)-\d\d~/\1-\d\d~", edtf, re.ASCII)
    names = (name for name in _PARTS_OF_YEAR if match is not None and _part(f"{name} {match[1]}") == edtf)
    name = next(names, "")
    return (name, match[1]) if match is not None and name else ("", "")


def _remark(text: str) -> tuple[str, str]:
    """Return a date without what stands in brackets after it, and the signs that this means."""
    date, bracket, remark = text.partition(" (")
    if not bracket or not remark.endswith(")"):
        return text, ""
    said = [part.strip().casefold() for part in remark[:-1].split(",")]
    signs = ["~" if _ABOUT_AFTER.fullmatch(part) else "?" if _PERHAPS_AFTER.fullmatch(part) else "" for part in said]
    return (date, "".join(signs)) if all(signs) else (text, "")


def _bare(text: str) -> str:
    if match := _DAY_FIRST.fullmatch(text):
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    if match := _YEAR_FIRST.fullmatch(text):
        return "-".join((match[1], *(f"{int(part):02}" for part in match.groups()[1:] if part)))
    if match := _MONTH_FIRST.fullmatch(text):
        return f"{match[2]}-{int(match[1]):02}"
    return _in_words(text) or text


def _in_words(text: str) -> str:
    """Read a day, a month, a season, a year or a decade in words; empty where it is none."""
    month, numbers = "", []
    tokens = [_plain(token.strip(",")) for token in text.split()]
    tokens = [token for token in tokens if not _NOTHING.fullmatch(token)]
    if len(tokens) == 1 and (decade := _DECADE.fullmatch(tokens[0])):
        return f"{decade[1]}X"
    for token in tokens:
        if number := _NUMBER.fullmatch(token):
            numbers.append(number[1])
        elif not month:
            month = _month(token.rstrip("."))
            if not month:
                return ""
        else:
            return ""
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) < 3]
    if len(years) != 1 or len(numbers) != len(years) + len(days) or len(days) > (1 if month and month < "20" else 0):
        return ""
    return "-".join(part for part in (years[0], month, *(f"{int(day):02}" for day in days)) if part)


def _month(word: str) -> str:
    for first, patterns in ((1, _MONTH), (21, _SEASON)):
        for number, pattern in enumerate(patterns, first):
            if pattern.fullmatch(word):
                return f"{number:02}"
    return ""
