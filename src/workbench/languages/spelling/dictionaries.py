"""Which dictionaries a text of a language is checked against."""

from __future__ import annotations

import re

_OF = {
    "be": ("be_BY",),
    "ru": ("ru_RU",),
    "lt": ("lt_LT",),
    "en": ("en_GB", "en_US"),
    "en-GB": ("en_GB",),
    "en-US": ("en_US",),
}
"""Text that does not say whose English it is may be either: a word is wrong that neither has."""

_PLAIN = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")

SCRIPTS = {"be": "Cyrillic", "ru": "Cyrillic", "lt": "Latin", "en": "Latin"}
"""The script of each language's dictionaries; words of another script are not theirs to judge."""


def dictionaries_for(tag: str) -> tuple[str, ...]:
    """Return the dictionaries for a BCP 47 tag; none for a language, script or orthography that they do not know.

    `be-tarask` and `be-Latn` have none: the Belarusian dictionary is of the official orthography.
    """
    if not _PLAIN.fullmatch(tag):
        return ()
    return _OF.get(tag) or _OF.get(tag.split("-", 1)[0], ())
