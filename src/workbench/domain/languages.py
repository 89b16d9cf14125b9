"""Language tags (BCP 47) as far as an archive needs them."""

from __future__ import annotations

import re

WORKING_LANGUAGES = ("be", "ru", "lt", "en")
"""The languages that quotes are translated between, in the order in which they are shown."""

UNKNOWN = "und"
"""ISO 639-2 "undetermined": the language is not known."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(-(?P<script>[A-Z][a-z]{3}))?"
    r"(-(?P<region>[A-Z]{2}|\d{3}))?"
    r"(?P<variants>(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*)"
    r"(-x(-[a-z0-9]{1,8})+)?",
    re.ASCII,
)
_LONGEST = 100  # RFC 5646, section 4.4.1: 35 is enough for any registered tag without private use


def normal_tag(tag: str) -> str:
    """Return a tag in the letter case that RFC 5646 section 2.1.1 recommends.

    Raises:
        ValueError: the text is not a well-formed `langtag` of language, script, region,
            variants and private use. Grandfathered tags and extensions are not taken.
    """
    if len(tag) > _LONGEST or not tag.strip().isascii():
        raise ValueError("not a language tag")
    parts = tag.strip().replace("_", "-").split("-")
    fixed = [parts[0].lower()]
    for part in parts[1:]:
        if "x" in fixed:
            fixed.append(part.lower())
        elif len(part) == 4 and part.isalpha():
            fixed.append(part.title())
        elif len(part) == 2:
            fixed.append(part.upper())
        else:
            fixed.append(part.lower())
    text = "-".join(fixed)
    if not _TAG.fullmatch(text):
        raise ValueError("not a language tag")
    return text


def tag_or_nothing(tag: str) -> str:
    """Return a tag as `normal_tag` does; empty for what is none."""
    try:
        return normal_tag(tag)
    except ValueError:
        return ""


def public_tag(tag: str) -> str:
    """Return a tag without its private use subtags (RFC 5646, section 2.2.7): who wrote them may mean anything."""
    return re.split("(?:^|-)x-", tag, maxsplit=1, flags=re.IGNORECASE)[0]


def base_language(tag: str) -> str:
    """Return the primary language subtag: `be` of `be-Latn-tarask`."""
    return tag.split("-", maxsplit=1)[0].lower()
