"""The script in which a text is written, and whether its language is written so."""

from __future__ import annotations

import unicodedata

from workbench.domain.languages import base_language

CYRILLIC, LATIN = "Cyrl", "Latn"
"""ISO 15924."""

_NAMES = {"CYRILLIC": CYRILLIC, "LATIN": LATIN}
_WRITTEN_IN = {
    **dict.fromkeys(("be", "bg", "ru", "uk"), CYRILLIC),
    **dict.fromkeys(
        ("cs", "da", "de", "en", "es", "et", "fi", "fr", "hu", "it", "lt", "lv", "nl", "no", "pl", "pt", "ro", "sk",
         "sl", "sv"),
        LATIN,
    ),
}  # fmt: skip
"""The script of each language that has one (CLDR, languageData); Serbian and Kazakh, with two, are not among them."""

_ONLY_UKRAINIAN, _ONLY_BELARUSIAN, _ONLY_RUSSIAN = set("їєґ"), set("ўі"), set("ищъ")
_ONLY_LITHUANIAN = set("ąęėįųū")


def script_of(text: str) -> str:
    """Return the script of most letters, by their Unicode names; empty where they are of another one, or none."""
    counts = dict.fromkeys(_NAMES.values(), 0)
    for character in text:
        script = _NAMES.get(unicodedata.name(character, "").partition(" ")[0]) if character.isalpha() else None
        if script is not None:
            counts[script] += 1
    most = max(counts, key=lambda script: counts[script])
    return most if counts[most] * 2 > sum(character.isalpha() for character in text) else ""


def script_of_language(tag: str) -> str:
    """Return the script that a BCP 47 tag names, else the one that its language is written in; empty where two are."""
    named = next((part for part in tag.split("-")[1:] if len(part) == 4 and part.isalpha()), "")
    return named or _WRITTEN_IN.get(base_language(tag), "")


def fitting_language(text: str, tag: str) -> str:
    """Return the tag of a language that is written in the script of a text, where that of `tag` is not.

    Empty where they fit, or where nothing can be said. Belarusian in Latin letters is `be-Latn`.
    Cyrillic is told apart by letters that only one alphabet has (Belarusian ў and і, Russian и, щ
    and ъ, Ukrainian ї, є and ґ), and is Belarusian where there is none of them; Latin is Lithuanian
    by its own letters, else English.
    """
    script, wanted = script_of(text), script_of_language(tag)
    if not script or not wanted or script == wanted:
        return ""
    letters = set(text.casefold())
    if script == CYRILLIC:
        if base_language(tag) == "be":
            return "be"
        if letters & _ONLY_UKRAINIAN:
            return "uk"
        return "ru" if letters & _ONLY_RUSSIAN and not letters & _ONLY_BELARUSIAN else "be"
    if base_language(tag) == "be":
        return "be-Latn"
    return "lt" if letters & _ONLY_LITHUANIAN else "en"
