"""Which language a text is in, as a proposal that a person may correct.

The library is `py3langid`: 139 languages in 5 MB, nothing fetched. It takes half a second and
some 100 MB the first time, so it is loaded when first asked and not at the program's start.
What it does not tell apart is told here by spelling: Belarusian in its Latin alphabet, and in
the classical orthography.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from workbench.domain.languages import UNKNOWN

_SAMPLE = 6_000
"""Code points that are weighed at the beginning, in the middle and at the end each."""

_ENOUGH = 40
"""Letters from which on a text is no longer short: its language is then told nearly always."""

_LEAST = 3
"""Letters of the shortest text for which anything is proposed."""

_SURE = 0.5
_SURE_SHORT = 0.85

_LATIN_BE = re.compile("[čšž].*[łśźń]|[łśźń].*[čšž]", re.DOTALL)
_NOT_LATIN_BE = re.compile("[wqxąęėųūóěřđőűĉĝĥĵŝåøßõäöüā]")
_CLASSICAL = re.compile("[сз]ь[бвдзлмнсцпф]|цьц|ньн|льл|дзьдз|цьв|дзьв")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@dataclass(frozen=True, slots=True)
class Proposal:
    """A BCP 47 tag with how sure it is, 0–1; `und` and 0 where nothing is proposed."""

    tag: str
    confidence: float


def propose(text: str) -> Proposal:
    """Propose the language of a text.

    A short text needs more certainty than a long one, and gets `und` where there is none. The
    tags of Belarusian say its orthography where that can be seen: `be`, `be-tarask`, `be-Latn`.
    """
    sample = unicodedata.normalize("NFC", _sample(text)).lower()
    letters = len(_LETTER.findall(sample))
    if letters < _LEAST:
        return Proposal(UNKNOWN, 0.0)
    if _is_latin_belarusian(sample):
        return Proposal("be-Latn", 0.9)
    tag, confidence = _identifier().classify(sample)
    if confidence < (_SURE if letters >= _ENOUGH else _SURE_SHORT) or tag == "zxx":
        return Proposal(UNKNOWN, 0.0)
    if tag == "be" and _is_classical(sample):
        tag = "be-tarask"
    return Proposal(tag, min(1.0, float(confidence)))


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _is_latin_belarusian(text: str) -> bool:
    """Tell the Latin alphabet of Belarusian: `ŭ`, or both hačeks and acute accents or `ł`.

    Of its neighbours, Polish has no hačeks, Czech and Lithuanian no acute consonants, and
    Sorbian, Croatian and Esperanto have letters that Belarusian has not.
    """
    foreign = len(_NOT_LATIN_BE.findall(text))
    letters = len(_LETTER.findall(text))
    if foreign * 200 > letters or sum("\u0400" <= c <= "\u04ff" for c in text) * 2 > letters:
        return False
    return "ŭ" in text or _LATIN_BE.search(text) is not None


def _is_classical(text: str) -> bool:
    """Tell the orthography of 1918 and 2005: soft consonants are written soft before others too."""
    found = len(_CLASSICAL.findall(text))
    return found >= 2 and found * 100 >= len(_WORD.findall(text))
