"""What the tables of all languages share: the kinds of words in names, and how endings are written down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from workbench.domain.kinds import Case
from workbench.languages.name_parts import Gender

Forms = Mapping[Case, str]
"""The forms of a word by case, the nominative included; every case of the language is there."""

OBLIQUE = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.LOCATIVE)


class Part(StrEnum):
    """What a word is in a name: the rules for family names are others than those for given names."""

    GIVEN = "given"
    PATRONYMIC = "patronymic"
    FAMILY = "family"
    PLACE = "place"
    """A word of a name that is no person's."""


def by_endings(word: str, stem: str, endings: str, cases: tuple[Case, ...] = OBLIQUE) -> Forms:
    """Put endings, parted by spaces and in the order of `cases`, to a stem; `=` is the word itself, `-` no ending."""
    given = endings.split()
    made = {Case.NOMINATIVE: word}
    for case, ending in zip(cases, given, strict=True):
        made[case] = word if ending == "=" else stem if ending == "-" else stem + ending
    return made


def unchanged(word: str, cases: tuple[Case, ...] = OBLIQUE) -> Forms:
    """Return a word that is the same in every case."""
    return dict.fromkeys((Case.NOMINATIVE, *cases), word)


class Rule(NamedTuple):
    """Words that `pattern` finds lose `cut` letters and take `endings`; not those of the gender `never`."""

    pattern: str
    cut: int
    endings: str
    never: Gender = Gender.UNKNOWN


def by_rules(word: str, rules: Iterable[Rule], gender: Gender = Gender.UNKNOWN) -> Forms | None:
    """Decline a word by the first rule that fits it; None where none does."""
    for rule in rules:
        if not (gender and gender is rule.never) and re.search(rule.pattern, word):
            return by_endings(word, word[: len(word) - rule.cut], rule.endings)
    return None
