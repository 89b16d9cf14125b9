"""Russian names in their cases.

Sources: Зализняк, Грамматический словарь русского языка (2003), Приложение «Имена собственные»
and the types of substantive declension 1–8; Русская грамматика (1980), §§ 1202–1235; for family
names that are not declined (-о, -е, -и, -у, -ых, -их, women's in a consonant or -ь; -ко of either
gender) Граудина, Ицкович, Катлинская, Грамматическая правильность русской речи (1976), and
Розенталь, Справочник по правописанию и стилистике, § 149. Stress is not known: where the ending
of the instrumental hangs on it, the more frequent one is given.
"""

from __future__ import annotations

import re

from workbench.domain.kinds import Case
from workbench.languages.inflection.words import Forms, Part, Rule, by_endings, by_rules, unchanged
from workbench.languages.name_parts import Gender

_VOWELS = "аеёиоуыэюя"
_HUSHING = "жшчщ"
_VELAR = "гкх"
_CONSONANTS = "бвгджзйклмнпрстфхцчшщъь"
_FOREIGN = frozenset(
    ["дарвин", "чаплин", "грин", "гриффин", "кронин", "франклин", "берлин", "гершвин", "цеппелин", "бюлов", "вирхов"]
)
"""Foreign family names in -ин and -ов, which decline as nouns: Дарвином."""

_FRENCH = frozenset(["дюма", "золя", "петипа", "деррида", "труайя"])
"""Names in a stressed French -а, which are not declined."""

_IRREGULAR = {
    "павел": "павл",
    "пётр": "петр",
    "петр": "петр",
    "лев": "льв",
}
_ADJECTIVAL = (
    Rule("..[жшчщ]ая$", 2, "ей ей ую ей ей"),
    Rule("..ая$", 2, "ой ой ую ой ой"),
    Rule("..яя$", 2, "ей ей юю ей ей"),
    Rule("[гкх]ий$|.[гкхжшчщ]ой$", 2, "ого ому ого им ом", never=Gender.FEMININE),
    Rule("...(?:ый|ой)$", 2, "ого ому ого ым ом", never=Gender.FEMININE),
    Rule("(?:[оеё]в|[иы]н)а$", 1, "ой ой у ой ой", never=Gender.MASCULINE),
    Rule(f"^(?:{'|'.join(sorted(_FOREIGN))})$", 0, "а у а ом е", never=Gender.FEMININE),
    Rule(".(?:[оеё]в|[иы]н)$", 0, "а у а ым е", never=Gender.FEMININE),
)
"""Family names that decline as adjectives, wholly or in part."""

_PLACES = (
    Rule("[гкх](?:ий|ой)$", 2, "ого ому = им ом"),
    Rule("...(?:ый|ой)$", 2, "ого ому = ым ом"),
    Rule("..ний$", 2, "его ему = им ем"),
    Rule("...ая$", 2, "ой ой ую ой ой"),
    Rule("...яя$", 2, "ей ей юю ей ей"),
    Rule("..[гкх]ое$", 2, "ого ому = им ом"),
    Rule("...ое$", 2, "ого ому = ым ом"),
    Rule("(?:поль|авль|ель|иль|аль|оль|ыль|емль)$", 1, "я ю = ем е"),
    Rule("ь$", 1, "и и = ью и"),
    Rule("(?:[оеё]в|[иы]н|цк|дн|чн)о$", 1, "а у = ом е"),
    Rule("ье$", 1, "я ю = ем е"),
    Rule("ие$", 1, "я ю = ем и"),
    Rule("ичи$", 1, "ей ам = ами ах"),
    Rule("...ы$", 1, "- ам = ами ах"),
)
"""Words of places, whose accusative is the nominative where it is not feminine."""


def forms(word: str, part: Part, gender: Gender) -> Forms:
    """Return the cases of one word in lower case; a word that no rule declines is the same in all."""
    ruled = None
    if part is Part.PLACE:
        ruled = by_rules(word, _PLACES)
    elif part is Part.FAMILY:
        ruled = by_rules(word, _ADJECTIVAL, gender)
    if ruled is not None:
        return ruled
    if word[-1] in "ая":
        return unchanged(word) if word in _FRENCH else _in_a(word)
    if word[-1] not in _CONSONANTS or re.search("[иы]х$", word):
        return unchanged(word)
    if gender is Gender.FEMININE and part is not Part.PLACE:
        return by_endings(word, word[:-1], "и и = ью и") if part is Part.GIVEN and word[-1] == "ь" else unchanged(word)
    made = _masculine(word, part)
    return {**made, Case.ACCUSATIVE: word} if part is Part.PLACE else made


def _in_a(word: str) -> Forms:
    stem, before = word[:-1], word[-2:-1]
    if word.endswith("я"):
        if word.endswith("ия") and len(word) > 3:
            return by_endings(word, stem, "и и ю ей и")
        return by_endings(word, stem, "и е ю ёй е" if word == "илья" else "и е ю ей е")
    if before in _VOWELS:  # Моруа, Джошуа
        return unchanged(word)
    genitive = "и" if before in _VELAR + _HUSHING else "ы"
    return by_endings(word, stem, f"{genitive} е у {'ей' if before in _HUSHING + 'ц' else 'ой'} е")


def _masculine(word: str, part: Part) -> Forms:
    if word in _IRREGULAR:
        return by_endings(word, _IRREGULAR[word], "а у а ом е")
    if word.endswith("й"):
        return by_endings(word, word[:-1], "я ю я ем и" if word.endswith("ий") else "я ю я ем е")
    if word.endswith("ь"):
        return by_endings(word, word[:-1], "я ю я ем е")
    if word.endswith("ец") and sum(map(word.count, _VOWELS)) > 1:
        before = "й" if word[-3] in _VOWELS else "ь" if word[-3] == "л" else ""
        return by_endings(word, word[:-2] + before + "ц", "а у а ем е")
    if re.search("[оё]нок$", word):
        return by_endings(word, word[:-2] + "к", "а у а ом е")
    stressed = part is Part.FAMILY and (word.endswith("ач") or (sum(map(word.count, _VOWELS)) == 1 and word[-1] != "ш"))
    soft = word[-1] in _HUSHING + "ц" and not stressed
    return by_endings(word, word, "а у а ем е" if soft else "а у а ом е")
