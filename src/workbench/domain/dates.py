"""Dates as EDTF (ISO 8601-2:2019, levels 0 and 1), and what a person may type for one."""

from __future__ import annotations

import re
from datetime import date

from edtf import EDTFParseException, parse_edtf

_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[./](\d{4})")
_SHORT_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_SIGNS = {"about": "~", "ca.": "~", "ca": "~", "c.": "~", "каля": "~", "около": "~", "apie": "~"}


def normal_date(text: str) -> str:
    """Turn what a person typed into EDTF.

    Understood besides EDTF itself: `12.12.2025`, `12/2025`, `2021 – 13.12.2025`, an open end
    (`2021 –`), `about 1984` in the four languages, and a question mark after a date. An empty
    text stays empty.

    Raises:
        ValueError: no date could be read, or a day that the calendar does not have.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    for dash in (" – ", " — ", " - ", "–", "—"):
        if dash in text or text.endswith(dash.rstrip()):
            left, _, right = text.partition(dash if dash in text else dash.rstrip())
            text = f"{_one(left)}/{_one(right) or '..'}"
            break
    else:
        text = "/".join(_one(part) for part in text.split("/")) if _is_interval(text) else _one(text)
    _check(text)
    return text


def _is_interval(text: str) -> bool:
    return text.count("/") == 1 and not _MONTH_FIRST.fullmatch(text)


def _one(text: str) -> str:
    text = text.strip()
    suffix = ""
    for word, sign in _SIGNS.items():
        if text.lower().startswith(word + " "):
            text, suffix = text[len(word) :].strip(), sign
    if text[-1:] in "?~%" and text:
        text, suffix = text[:-1].strip(), text[-1] if not suffix else "%"
    if match := _DAY_FIRST.fullmatch(text):
        text = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    elif match := _MONTH_FIRST.fullmatch(text):
        text = f"{match[2]}-{int(match[1]):02}"
    elif match := _SHORT_ISO.fullmatch(text):
        text = "-".join(part if len(part) == 4 else f"{int(part):02}" for part in match.groups() if part)
    return text + suffix


def _check(text: str) -> None:
    try:
        parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(f"not a date: {text!r}") from error
    for year, month, day in re.findall(r"(\d{4})-(\d{2})-(\d{2})", text):
        date(int(year), int(month), int(day))


def sort_key(edtf: str) -> str:
    """Return a text that sorts dates by their earliest possible day, unknown dates last."""
    if not edtf:
        return "9999-99-99"
    parsed = parse_edtf(edtf)
    earliest = parsed.lower_strict()
    return f"{earliest.tm_year:06d}-{earliest.tm_mon:02d}-{earliest.tm_mday:02d}"
