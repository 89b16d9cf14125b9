"""A whole name in its grammatical cases: proposals by rule, which a person accepts or corrects.

Every word is declined by the part that it is (given name, patronymic, family name) and the gender
that the name shows; where it shows none, what is declined in one gender only stays as it is.
Initials, particles, numbers and words of another alphabet stay as they are. Belarusian in Łacinka
goes through Cyrillic where that is reversible, letter for letter. See the modules of each language
for the rules' sources.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.kinds import Case
from workbench.domain.languages import base_language
from workbench.languages.inflection import belarusian, lithuanian, russian
from workbench.languages.inflection.words import OBLIQUE, Forms, Part, unchanged
from workbench.languages.name_parts import Gender, NameParts, guess_gender, is_initials
from workbench.languages.transliteration import romanise

_HYPHEN = re.compile("([-–‑])")
_CYRILLIC = re.compile("[Ѐ-ԯ]")


@dataclass(frozen=True, slots=True)
class CaseForm:
    """A name in one case; `same` says that it is written as in the nominative."""

    case: Case
    value: str
    same: bool


def cases_of(tag: str) -> tuple[Case, ...]:
    """Return the cases beside the nominative of a language that declines names; empty of every other."""
    language = base_language(tag)
    if language in ("be", "ru") and tag != "ru-Latn":
        return OBLIQUE
    return lithuanian.CASES if language == "lt" else ()


def inflect(value: str, tag: str, parts: NameParts | None = None, gender: Gender | None = None) -> list[CaseForm]:
    """Return a name in every case of its language but the nominative; nothing where the language has none.

    Args:
        value: the name in the nominative.
        tag: its BCP 47 tag.
        parts: its parts where it is a person's name, else it is declined as a place's.
        gender: of the person; guessed from the name where it is not given.
    """
    cases = cases_of(tag)
    if not cases or not value.strip():
        return []
    if gender is None:
        gender = guess_gender(parts, tag) if parts is not None else Gender.UNKNOWN
    roles = _roles(value, parts)
    made = [_word(word, tag, role, gender) for word, role in roles]
    return [CaseForm(case, whole, whole == value) for case in cases if (whole := _joined(value, roles, made, case))]


def _joined(value: str, roles: Sequence[tuple[str, Part | None]], made: Sequence[Forms], case: Case) -> str:
    """Put the forms of one case where the words stood, with the spaces that were between."""
    done, at = "", 0
    for (word, _role), forms in zip(roles, made, strict=True):
        start = value.index(word, at)
        done += value[at:start] + forms[case]
        at = start + len(word)
    return done + value[at:]


def _roles(value: str, parts: NameParts | None) -> list[tuple[str, Part | None]]:
    """Return each word with the part that it is; None of a word that is not declined."""
    if parts is None:
        words = value.split()
        # Of a phrase it is not known which word agrees with which.
        return [(word, Part.PLACE if len(words) == 1 or _agrees(words) else None) for word in words]
    told = any((parts.given, parts.patronymic, parts.family))
    places = ((parts.family, Part.FAMILY), (parts.patronymic, Part.PATRONYMIC), (parts.given, Part.GIVEN))
    found: list[tuple[str, Part | None]] = []
    for word in value.split():
        bare = word.strip('(),;«»“”„"')
        role = next((part for text, part in places if bare in text.split()), None if told else Part.FAMILY)
        if bare:
            particle = bare[0].islower()
            found.append((bare, None if is_initials(bare) or particle else role))
    return found


_ADJECTIVES = re.compile(r"(?:ая|ае|кі|ы|ий|ый|ой|ое|ее|яя|oji)$", re.IGNORECASE)


def _agrees(words: Sequence[str]) -> bool:
    """Tell whether a phrase is adjectives before one noun: Новая Зеландыя."""
    return len(words) > 1 and all(_ADJECTIVES.search(word) for word in words[:-1]) and words[-1][0].isupper()


def _word(word: str, tag: str, part: Part | None, gender: Gender) -> Forms:
    if part is None or any(char.isdigit() for char in word):
        return unchanged(word, cases_of(tag))
    pieces = _HYPHEN.split(word)
    made = [piece if _HYPHEN.fullmatch(piece) else _piece(piece, tag, part, gender) for piece in pieces]
    if part is Part.PLACE and len(pieces) > 1:  # Нью-Йорк, Кастрычніцкая-2: the last word alone
        made[:-1] = pieces[:-1]
    return {
        case: "".join(one if isinstance(one, str) else one[case] for one in made)
        for case in (Case.NOMINATIVE, *cases_of(tag))
    }


def _piece(word: str, tag: str, part: Part, gender: Gender) -> Forms:
    low = word.lower()
    language = base_language(tag)
    if len(low) < 2 or (language != "lt" and "-" not in tag and not _CYRILLIC.search(low)):
        return unchanged(word, cases_of(tag))
    if tag.startswith("be-Latn"):
        return _latin(word, part, gender)
    if language == "lt":
        made = lithuanian.forms(low)
    else:
        made = (russian if language == "ru" else belarusian).forms(low, part, gender)
    return {case: _recased(form, word) for case, form in made.items()}


def _latin(word: str, part: Part, gender: Gender) -> Forms:
    """Decline a word in Łacinka by its Cyrillic spelling, where that leads back to the same letters."""
    cyrillic = romanise.FROM_LACINKA.text(word)
    if romanise.LACINKA.text(cyrillic) != word:
        return unchanged(word)
    made = belarusian.forms(cyrillic.lower(), part, gender)
    return {case: romanise.LACINKA.text(_recased(form, cyrillic)) for case, form in made.items()}


def _recased(form: str, word: str) -> str:
    """Give a form the letter case of the word: as far as they are alike its own, then that of its end."""
    low = word.lower()
    alike = next((n for n, (a, b) in enumerate(zip(form, low, strict=False)) if a != b), min(len(form), len(low)))
    rest = form[alike:]
    return word[:alike] + (rest.upper() if word.isupper() and len(word) > 1 else rest)
