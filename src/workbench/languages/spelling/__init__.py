"""Spelling in the working languages, offline, by Hunspell's dictionaries (`resources/dictionaries`).

    speller_for("be").wrong_words(text, known) -> list[Span]
    speller_for("be").suggestions(word) -> list[str]
    KnownWords("be", [("Калеснікава", "be")]).among(words) -> set[str]

`known` tells which words are right though no dictionary has them: the archive's own and the names
of its records (`services.own_words` reads both). All of it waits for another process: for the worker.
"""

from workbench.languages.spelling.dictionaries import dictionaries_for
from workbench.languages.spelling.known import KnownWords
from workbench.languages.spelling.lexicon import SpellingError
from workbench.languages.spelling.speller import Speller, speller_for

__all__ = ["KnownWords", "Speller", "SpellingError", "dictionaries_for", "speller_for"]
