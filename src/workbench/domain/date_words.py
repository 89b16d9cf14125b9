"""Dates as people write them in Belarusian, Russian, Lithuanian and English, as EDTF candidates.

Nothing is checked here: what comes out may be no date at all, or one that the calendar does not
have; `dates.normal_date` refuses it then. Months and seasons are known by their stems, so that
every grammatical case is read ("снежань", "у снежні", "gruodį"); Lithuanian also without its marks.
"""

from __future__ import annotations

import re

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

    `text` has single spaces. "After" and "since" give an interval with an open end, "before" and
    "until" one with an open beginning: the levels of EDTF that are used have no bound that is
    itself left out.
    """
    if _MONTH_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text):
        return _one(text)
    if "/" in text:
        return "/".join(part if part.strip() in ("", "..") else _one(part) for part in text.split("/"))
    ends = _ends(text)
    return _one(text) if ends is None else _interval(*ends)


def _ends(text: str) -> tuple[str, str] | None:
    """Return the two ends of a time, empty where one is open; None for a single date."""
    if _DASHES.search(text) or text[-1:] in "–—":
        left, right = [*_DASHES.split(text, maxsplit=1), ""][:2]
        return left, right
    if match := _YEARS.fullmatch(text) or (None if _YEAR_FIRST.fullmatch(text) else _DAYS.fullmatch(text)):
        return match[1], match[2]
    first, _space, rest = text.partition(" ")
    word = first.casefold().translate(_PLAIN)
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
    return f"{start}/{end}"


def _one(text: str) -> str:
    """Turn one date into EDTF."""
    text = text.strip()
    words = re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=^~)|(?<=^\?)", " ", text) if text[:1] in "~?" else text
    tokens, sign = words.split(), ""
    while len(tokens) > 1:
        plain = tokens[0].casefold().translate(_PLAIN)
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
    tokens = [token.strip(",").casefold().translate(_PLAIN) for token in text.split()]
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
