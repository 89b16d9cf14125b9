"""The program's words in four languages: gettext catalogues, and CLDR through Babel.

This module lies under every layer. The active language is the one piece of state that the
whole process shares: it is what the person at the keyboard reads. Whatever is written for
somebody else (a bundle in four languages) takes a `Phrasebook` of its own instead.
"""

from __future__ import annotations

import io
import os
from datetime import datetime
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

from workbench.material import locales_folder

DOMAIN = "workbench"
INTERFACE_LANGUAGES = ("en", "be", "ru", "lt")
"""Languages with a complete catalogue, in the order in which they are offered."""


class Phrasebook:
    """The program's messages, numbers, dates and language names in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = Locale.parse(language)
        self._catalogue = _load_catalogue(language)

    def gettext(self, text: str) -> str:
        """Return the message in this language, or the English text where there is none."""
        return str(self._catalogue.gettext(text))

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the plural form for `count` by this language's own rule (up to four forms)."""
        return str(self._catalogue.ngettext(one, many, count))

    def pgettext(self, context: str, text: str) -> str:
        """Return the message that stands under `context` in the catalogue."""
        return str(self._catalogue.pgettext(context, text))

    def number(self, value: float) -> str:
        """Write a number with this language's separators."""
        return _number(value, self.language)

    def date_time(self, moment: datetime) -> str:
        """Write a moment in the machine's time zone, to the minute."""
        return str(format_datetime(moment.astimezone(), format="medium", locale=self.locale))

    def language_name(self, tag: str) -> str:
        """Name a BCP 47 tag in this language by CLDR; the tag itself where CLDR has no name."""
        language, *details = tag.split("-")
        name = self.locale.languages.get(language)
        if name is None or not details:
            return tag if name is None else str(name)
        known = {**self.locale.scripts, **self.locale.territories, **self.locale.variants}
        extra = [str(known.get(part) or known.get(part.upper()) or part) for part in details]
        return f"{name} ({', '.join(extra)})"


@lru_cache(maxsize=4096)
def _number(value: float, language: str) -> str:
    return str(format_decimal(value, locale=language))


@cache
def _load_catalogue(language: str) -> NullTranslations:
    """Read a compiled catalogue, or compile the text one in memory where it is newer or alone."""
    folder = locales_folder() / language / "LC_MESSAGES"
    compiled, source = folder / f"{DOMAIN}.mo", folder / f"{DOMAIN}.po"
    if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
        with compiled.open("rb") as file:
            return Translations(file, domain=DOMAIN)
    if not source.exists():
        return NullTranslations()
    with source.open("rb") as file:
        catalogue = read_po(file, locale=language)
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    buffer.seek(0)
    return Translations(buffer, domain=DOMAIN)


@cache
def phrasebook(language: str) -> Phrasebook:
    """Return the phrasebook of one of `INTERFACE_LANGUAGES`; English for any other tag."""
    return Phrasebook(language if language in INTERFACE_LANGUAGES else "en")


class _Active:
    book: Phrasebook | None = None


def active() -> Phrasebook:
    """Return the phrasebook of the person at the keyboard."""
    if _Active.book is None:
        _Active.book = phrasebook("en")
    return _Active.book


def activate(language: str) -> None:
    """Switch the interface language at once; any tag but the four falls back to English."""
    _Active.book = phrasebook(language)


def system_language() -> str:
    """Return the interface language that the system's settings ask for, or `en`."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for part in os.environ.get(variable, "").split(":"):
            code = part.replace("-", "_").split(".")[0].split("_")[0].lower()
            if code in INTERFACE_LANGUAGES:
                return code
    return "en"


def _(text: str) -> str:
    """Return a message in the active language."""
    return active().gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return a counted message in the active language; format it with `n` yourself."""
    return active().ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Return a message that needs a context to be translated, in the active language."""
    return active().pgettext(context, text)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "mark, translate later"
    """Mark a text for the catalogues without translating it yet."""
    return text


__all__ = [
    "DOMAIN",
    "INTERFACE_LANGUAGES",
    "N_",
    "Phrasebook",
    "_",
    "activate",
    "active",
    "ngettext",
    "pgettext",
    "phrasebook",
    "system_language",
]
