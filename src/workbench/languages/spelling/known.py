"""Words that are right though no dictionary has them, with their case forms."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from workbench.domain.languages import base_language
from workbench.languages.inflection.names import inflect
from workbench.languages.known_names.endings import Stems, table_of
from workbench.languages.name_parts import Gender, NameParts
from workbench.languages.spelling.words import bare, normal

_PLURALS = {
    "be": "ы і аў оў яў ёў ей ам ям амі ямі ах ях",
    "ru": "ы и ов ев ей ам ям ами ями ах ях",
    "lt": "ai iai ų ių ams iams us ius ais iais uose iuose os ios oms ioms as ias omis iomis ose iose ės ėms es ėmis",
    "en": "s es",
}
"""Endings of the plural, which the tables of names leave out (sources: `known_names.endings`)."""

_LEAST = 3
"""Letters by which a form and its word begin alike, whatever the case does to the rest."""


def beginning(word: str) -> str:
    """Return the letters, in small ones, by which every case form of the word begins: for looking it up."""
    low = bare(normal(word)).lower()
    return low[: max(_LEAST, min(5, len(low) - 3))]


class KnownWords:
    """Words of names and the archive's own, each with the tag of the name that it is from.

    A word of the language of the texts is right in the cases that its ending allows and in those
    that `inflect` makes, with `plural` in the plural too; any other as it is written. Small: the
    names that may be meant, not all.
    """

    def __init__(self, tag: str, words: Iterable[tuple[str, str]], *, plural: bool = False) -> None:
        self._language = base_language(tag)
        self._more = frozenset(_PLURALS.get(self._language, "").split()) if plural else frozenset()
        self._stems = Stems()
        self._exact: set[str] = set()
        self._nouns: set[str] = set()
        for text, of in words:
            self._add(text, of)

    def _add(self, text: str, of: str) -> None:
        for word in text.split():
            plain = normal(word.strip("«»„“”\"'.,;:()[]"))
            self._exact.update((plain, *plain.split("-")))
            if base_language(of) == self._language and len(plain) > _LEAST:
                self._nouns.add(plain.lower())
                self._exact.update(self._inflected(plain, of))

    @staticmethod
    def _inflected(word: str, of: str) -> set[str]:
        roles = (None, NameParts(family=word), NameParts(given=word))
        made = (inflect(word, of, role, gender) for role in roles for gender in (Gender.MASCULINE, Gender.FEMININE))
        return {form.value for forms in made for form in forms}

    def among(self, words: Collection[str]) -> set[str]:
        """Return which of the words, as a text has them, are known."""
        return {word for word in words if self._knows(bare(word))}

    def _knows(self, word: str) -> bool:
        if word in self._exact or (word[:1].isupper() and word[:1].lower() + word[1:] in self._exact):
            return True
        low = word.lower()
        table = table_of(self._language, low)
        return any(
            low.startswith(stem.text) and low[len(stem.text) :] in stem.rest | self._more
            for noun in self._nouns
            if noun[:_LEAST] == low[:_LEAST]
            for stem in self._stems.of_name(noun, table)
            if stem.rest
        )
