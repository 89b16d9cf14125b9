"""Words that are spelled right in this archive: its own, and those of the names of its records."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from workbench.domain.anchors import Span
from workbench.domain.errors import InputError
from workbench.domain.languages import base_language
from workbench.i18n import _
from workbench.languages.spelling import KnownWords, speller_for
from workbench.languages.spelling.known import beginning
from workbench.languages.spelling.words import LONGEST, normal
from workbench.store.queries.own_words import names_with, own_words
from workbench.store.tables import OwnWord
from workbench.store.work import Act, Work


def add_own_word(language: str, word: str) -> Act[str]:
    """Make a word right in texts of a language, in all its regular case forms; returns its row's id.

    One that is there already stays. It is kept with ' for any apostrophe.

    Raises:
        InputError: it is not one word of letters, apostrophes and hyphens.
    """
    written = normal(word.strip())

    def run(work: Work) -> str:
        if not written.replace("'", "").replace("-", "").isalpha() or len(written) > LONGEST:
            raise InputError(
                _("This is not one word of letters."), field="word", kept=_("The archive’s words are unchanged.")
            )
        facts = {"language": base_language(language), "word": written}
        there = work.find(OwnWord, **facts)
        return there[0].id if there else work.insert(OwnWord, **facts).id

    return Act("add_own_word", run, written)


def remove_own_word(language: str, word: str) -> Act[None]:
    """Take a word out of the archive's own; the dictionaries alone tell about it then.

    Raises:
        InputError: it is not one of them.
    """
    written = normal(word.strip())

    def run(work: Work) -> None:
        there = work.find(OwnWord, language=base_language(language), word=written)
        if not there:
            raise InputError(_("The word is not in the archive’s list."), kept=_("Nothing was changed."))
        work.remove(OwnWord, there[0].id)

    return Act("remove_own_word", run, written)


def known_among(connection: Connection, tag: str, words: Collection[str]) -> set[str]:
    """Return which words of a text are right because the archive knows them. For the worker: some ms a word."""
    own = [(word, base_language(tag)) for word in own_words(connection, base_language(tag))]
    known = KnownWords(tag, own, plural=True).among(words)
    left = {word: beginning(word) for word in words if word not in known}
    parts = {part for part in left.values() if len(part) >= 3}
    typed = {part.replace("'", "\u2019") for part in parts}
    pieces = {
        (piece, of)
        for value, of in names_with(connection, parts | typed)
        for piece in value.split()
        if normal(piece).lower().lstrip("«„“\"'(").startswith(tuple(parts))
    }
    return known | KnownWords(tag, sorted(pieces)).among(left)


def misspelled(connection: Connection, tag: str, text: str) -> list[Span]:
    """Return where words of a text are wrong, in code points. For the worker: it waits for the dictionaries.

    Raises:
        SpellingError: the dictionaries cannot be asked.
    """
    return speller_for(tag).wrong_words(text, lambda words: known_among(connection, tag, words))
