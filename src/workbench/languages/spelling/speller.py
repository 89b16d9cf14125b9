"""The spelling of texts in one language; what was looked up is remembered until the archive is locked."""

from __future__ import annotations

from collections.abc import Callable, Collection

from workbench.domain.anchors import Span
from workbench.domain.languages import base_language
from workbench.languages.remembered import at_forgetting
from workbench.languages.spelling.derived import origins
from workbench.languages.spelling.dictionaries import dictionaries_for
from workbench.languages.spelling.lexicon import Lexicon
from workbench.languages.spelling.words import Word, normal, pieces, words_to_check

Known = Callable[[Collection[str]], Collection[str]]
"""Tells which of some words are right though no dictionary has them."""

_MOST = 50_000
"""Words whose answers are remembered for a language."""

_WHOLE = 100_000
"""Code points of a text that are looked at (`domain.inputs.TEXT_LIMIT`)."""


def _none(_words: Collection[str]) -> Collection[str]:
    return ()


class Speller:
    """Tells wrong words of texts with this BCP 47 tag; for the worker, as it may wait for the dictionaries.

    Several threads may use it. What `known` tells is not remembered: it may change at any time.
    """

    def __init__(self, tag: str, lexicon: Lexicon) -> None:
        self.tag = tag
        self._dictionaries = dictionaries_for(tag)
        self._lexicon = lexicon
        self._answers: dict[str, bool] = {}

    @property
    def checks(self) -> bool:
        """Whether there is a dictionary for the language, in this script and orthography."""
        return bool(self._dictionaries)

    def wrong_words(self, text: str, known: Known = _none) -> list[Span]:
        """Return where words of the first 100,000 code points are wrong, in code points, in their order.

        Raises:
            SpellingError: the dictionaries cannot be asked.
        """
        if not self.checks:
            return []
        wrong = self._doubtful(list(words_to_check(text[:_WHOLE], self.tag)))
        right = set(known({word.text for word in wrong})) if wrong else set()
        parted = [part for word in wrong if word.text not in right for part in self._parts(word)]
        right |= set(known({part.text for part in parted} - right)) if parted else set()
        return [Span(part.start, part.end) for part in parted if part.text not in right]

    def _parts(self, word: Word) -> list[Word]:
        """Return the parts of a word with hyphens that are wrong by themselves; of any other the word."""
        return self._doubtful(pieces(word)) if "-" in word.text else [word]

    def _doubtful(self, words: list[Word]) -> list[Word]:
        """Return the words that the dictionaries do not have."""
        answers = self._answers  # of this asking, though another thread may begin anew or forget meanwhile
        new = {word.text for word in words} - answers.keys()
        if new:
            if len(answers) > _MOST:
                answers = self._answers = {}
                new = {word.text for word in words}
            wrong = self._look_up(new)
            answers.update((word, word not in wrong) for word in new)
        return [word for word in words if not answers[word.text]]

    def _look_up(self, words: set[str]) -> set[str]:
        wrong = self._lexicon.wrong(self._dictionaries, words)
        language = base_language(self.tag)
        made = {word: origins(word, language) for word in wrong}
        asked = {origin for each in made.values() for origin in each}
        if not asked:
            return wrong
        right = asked - self._lexicon.wrong(self._dictionaries, asked)
        return {word for word in wrong if right.isdisjoint(made[word])}

    def suggestions(self, word: str) -> list[str]:
        """Return up to eight words that may be meant, the likeliest first, with the apostrophe that the word has.

        Raises:
            SpellingError: the dictionaries cannot be asked.
        """
        if not self.checks:
            return []
        found = self._lexicon.suggestions(self._dictionaries, normal(word))
        typed = next((char for char in word if char != "'" and normal(char) == "'"), "\u2019")
        return [each.replace("'", typed) for each in found if each != normal(word)]

    def forget(self) -> None:
        """Forget what was looked up."""
        self._answers = {}


_LEXICON = Lexicon()
_SPELLERS: dict[str, Speller] = {}


def speller_for(tag: str) -> Speller:
    """Return the program's speller for texts with this BCP 47 tag; its dictionaries are read when they are needed."""
    return _SPELLERS.setdefault(tag, Speller(tag, _LEXICON))


@at_forgetting
def _forget() -> None:
    for speller in _SPELLERS.values():
        speller.forget()
    _LEXICON.close()
