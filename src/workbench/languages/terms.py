"""Terms of a glossary in running text, in whatever case they stand.

Words are compared by their stems. Russian, Lithuanian and English are stemmed by Snowball
(snowballstemmer, the algorithms of snowballstem.org; the Lithuanian one after Dainauskas, 2018).
For Belarusian, which it does not know, endings are taken off here: Кароткая граматыка беларускай
мовы, ч. 1 (2007), «Назоўнік», «Прыметнік». What a case does to the end of a stem (т and ц, k and č,
a vowel that flees) and what stress does to Belarusian vowels is folded together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from workbench.domain.anchors import Span
from workbench.domain.languages import base_language
from workbench.languages.remembered import remembered

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ‘\u0301][^\W_]+)*")
_BETWEEN = re.compile(r"[\s\u00a0\u2010\u2011-]+")
"""What may stand between the words of one term."""

_SNOWBALL = {"ru": "russian", "lt": "lithuanian", "en": "english"}

_BELARUSIAN = re.compile(
    "(?:іямі|амі|ямі|ьмі|"
    "ага|яга|аму|яму|ымі|імі|іяў|іяй|іям|іях|"
    "аў|яў|ёў|оў|ій|ей|ой|ай|яй|эй|ам|ям|ом|ем|ём|ах|ях|ох|ою|ею|аю|яю|ую|юю|ая|яя|ае|яе|ое|ее|ым|ім|ых|іх|ію|ію|ія|ыя|іі|ыю|"
    "а|я|о|ё|у|ю|ы|і|е|э|ь|й)$"
)
_LEAST = 3
"""Letters that stay of a word whatever ending it has."""

_SOFTENED = {"be": (("дз", "д"), ("ц", "т"), ("ч", "к"), ("с", "х"), ("з", "г")), "lt": (("č", "t"), ("dž", "d"))}
"""What the end of a stem becomes before some endings, and what it is otherwise."""

_FLEES = re.compile("(?<=[^аеёіиоуыэюя][аеёо])[кнцл]$")
_VOWELS = str.maketrans("оёэя", "аеее")


@remembered(100_000)
def stem_of(word: str, language: str) -> str:
    """Return what a word has in common with its other forms; `language` is a base language.

    It is no word, and two words may share one: it is only ever compared.
    """
    low = unicodedata.normalize("NFC", word).casefold().replace("\u0301", "")
    low = re.sub("[’'ʼ‘]", "'", low)
    if language == "be":
        cut = _BELARUSIAN.sub("", low)
        stem = cut if len(cut) >= _LEAST else low.rstrip("ьй")
        stem = re.sub("ў$", "в", stem)
    else:
        stem = str(_stemmer(language).stemWord(low)) if language in _SNOWBALL else low
    for soft, hard in _SOFTENED.get(language, ()):
        if stem.endswith(soft):
            stem = stem[: -len(soft)] + hard
            break
    if language in ("be", "ru") and len(stem) > _LEAST + 1 and _FLEES.search(stem):
        stem = stem[:-2] + stem[-1]
    if language in ("be", "ru"):
        stem = re.sub("ь(?=[кнцл]$)", "", stem)
    return stem.translate(_VOWELS) if language == "be" else stem


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(_SNOWBALL[language])


@dataclass(frozen=True, slots=True)
class TermForm:
    """One word or phrase of a glossary; `concept_id` is what it is a term of."""

    concept_id: str
    value: str


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A place where a text has a term; `span` is in code points of the text."""

    span: Span
    concept_id: str
    value: str


class TermIndex:
    """Finds the terms of one language, given by its BCP 47 tag, in texts of that language.

    Making it costs some 20 µs a word that was not seen before; asking it costs what the text's own
    words cost, however many terms there are.
    """

    def __init__(self, terms: Iterable[TermForm], tag: str) -> None:
        self._language = base_language(tag)
        self._by_first: dict[str, list[tuple[tuple[str, ...], TermForm]]] = {}
        for term in terms:
            stems = tuple(stem_of(match[0], self._language) for match in _WORD.finditer(term.value))
            if stems:
                self._by_first.setdefault(stems[0], []).append((stems, term))

    def find(self, text: str) -> list[FoundTerm]:
        """Return where the text has terms, in its order, a longer one before one within it, which is left out.

        Where the same words are terms of several concepts, each is told. A term in capitals (an
        abbreviation of two letters or more) is found in capitals only.
        """
        words = list(_WORD.finditer(text))
        stems = [stem_of(word[0], self._language) for word in words]
        found: list[FoundTerm] = []
        for at, stem in enumerate(stems):
            for wanted, term in self._by_first.get(stem, ()):
                last = at + len(wanted) - 1
                if tuple(stems[at : last + 1]) != wanted or not _together(text, words[at : last + 1]):
                    continue
                span = Span(words[at].start(), words[last].end())
                if not _is_abbreviation(term.value) or text[span.start : span.end].startswith(term.value):
                    found.append(FoundTerm(span, term.concept_id, term.value))
        return _outer(found)


def _is_abbreviation(value: str) -> bool:
    return len(value) > 1 and value.isupper()


def _together(text: str, words: list[re.Match[str]]) -> bool:
    pairs = pairwise(words)
    return all(_BETWEEN.fullmatch(text, one.end(), other.start()) for one, other in pairs)


def _outer(found: list[FoundTerm]) -> list[FoundTerm]:
    """Leave out what lies within something longer."""
    kept: list[FoundTerm] = []
    end = -1
    for each in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        same = bool(kept) and kept[-1].span == each.span
        if each.span.end > end or same:
            kept.append(each)
            end = max(end, each.span.end)
    return kept
