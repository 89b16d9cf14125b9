"""Belarusian names in their cases, in official orthography.

Sources: Беларуская граматыка, ч. 1 (1985), §§ 130–176 and 190 (declension of substantives and of
family names); Кароткая граматыка беларускай мовы, ч. 1 (2007), «Назоўнік»; Закон Рэспублікі
Беларусь № 420-З (2008) for what is written: ў and в, а for unstressed о, ц and дз before е and і,
doubled consonants before -ю. Stress is not known: of two spellings that hang on it (-ам, -ом; -ай,
-ой) the more frequent one for such a word is given. Men's names in unstressed -а take -у, -ам
(Лукашэнку, Лукашэнкам); women's family names in a consonant, and all in -о, are not declined.
"""

from __future__ import annotations

import re

from workbench.domain.kinds import Case
from workbench.languages.inflection.words import Forms, Part, Rule, by_endings, by_rules, unchanged
from workbench.languages.name_parts import Gender

_VOWELS = "аеёіоуыэюя"
_CONSONANTS = "бвгджзйклмнпрстўфхцчшь"
_HARDENED = "жшчцр"
_SOFTENED = {"д": "дз", "т": "ц", "к": "ц", "г": "з", "х": "с"}
"""What a stem's last consonant becomes before the -е of the dative and locative (-ы after the ц of к)."""

_IRREGULAR = {"павел": "паўл", "павал": "паўл", "пётр": "пятр", "леў": "льв"}
_STRESSED_A = frozenset(["кузьма", "фама", "лука", "хама"])
_FRENCH = frozenset(["дзюма", "заля", "пеціпа", "дэрыда", "труая"])
"""Names in a stressed French -а, which are not declined."""

_ON_THE_ENDING = re.compile("(?:ук|юк|[аеёіоуыэюя].*(?<![оё]н)[ая]к|ач|вец)$")


_ADJECTIVAL = (
    Rule("..ая$", 2, "ай ай ую ай ай"),
    Rule("..яя$", 2, "яй яй юю яй яй"),
    Rule("[гкх]і$", 1, "ага аму ага ім ім", never=Gender.FEMININE),
    Rule("...ы$", 1, "ага аму ага ым ым", never=Gender.FEMININE),
    Rule("(?:[аоеё]в|[іы]н)а$", 1, "ай ай у ай ай", never=Gender.MASCULINE),
    Rule("..[аоеё]ў$", 1, "ва ву ва вым ве", never=Gender.FEMININE),
    Rule("..[іы]н$", 0, "а у а ым е", never=Gender.FEMININE),
)
"""Family names that decline as adjectives, wholly or in part."""

_PLACES = (
    Rule("[гкх]і$", 1, "ага аму = ім ім"),
    Rule("...ая$", 2, "ай ай ую ай ай"),
    Rule("..[гкх]ае$", 2, "ага аму = ім ім"),
    Rule("...ае$", 2, "ага аму = ым ым"),
    Rule("...ы$", 1, "аў ам = амі ах"),
    Rule("(?:[дчт]на|вава|льна)$", 1, "а у = ам е"),
    Rule("[^аеёіоуыэюя]е$", 1, "я ю = ем і"),
    Rule("ль$", 1, "я ю = ем і"),
    Rule("стан$", 0, "у у = ам е"),
)
"""Words of places, whose accusative is the nominative where it is not feminine."""


def forms(word: str, part: Part, gender: Gender) -> Forms:
    """Return the cases of one word in lower case; a word that no rule declines is the same in all."""
    ruled = None
    if part is Part.PLACE:
        ruled = by_rules(word, _PLACES)
    elif part is Part.FAMILY:
        ruled = by_rules(word, _ADJECTIVAL, gender)
    elif word.endswith("ры"):  # Юры, Валеры
        ruled = by_rules(word, (Rule("ры$", 0, "я ю я ем ю", never=Gender.FEMININE),))
    if ruled is not None:
        return ruled
    if word[-1] in "ая":
        return _of_a_person(word, gender) if part is not Part.PLACE else _in_a(word)
    if word[-1] not in _CONSONANTS or re.search("[іы]х$", word):
        return unchanged(word)
    return _in_consonant(word, part, gender)


def _of_a_person(word: str, gender: Gender) -> Forms:
    """Return the cases of a person's name in -а or -я."""
    if word in _FRENCH:
        return unchanged(word)
    if word in _STRESSED_A:
        return {**_in_a(word), Case.INSTRUMENTAL: word[:-1] + "ой"}
    return _man_in_a(word) if gender is Gender.MASCULINE and word.endswith("а") else _in_a(word)


def _in_consonant(word: str, part: Part, gender: Gender) -> Forms:
    if part is Part.PLACE:
        soft = word.endswith("ь")
        return _feminine_consonant(word) if soft else {**_masculine(word, part), Case.ACCUSATIVE: word}
    if gender is Gender.FEMININE:
        return _feminine_consonant(word) if part is Part.GIVEN and word.endswith(("ь", "оў")) else unchanged(word)
    return _masculine(word, part)


def _before_e(stem: str) -> tuple[str, str]:
    """Return a stem as it is before the ending of the dative and locative of -а, and that ending."""
    last = stem[-1]
    if last in _HARDENED:
        return stem, "ы"
    if stem.endswith("ск"):
        return stem[:-1] + "ц", "ы"
    softened = stem[:-1] + _SOFTENED.get(last, last)
    return softened, "ы" if last == "к" else "е"


def _in_a(word: str) -> Forms:
    stem, before = word[:-1], word[-2:-1]
    if word.endswith("я"):
        return by_endings(word, stem, "і і ю яй і")
    if before in _VOWELS:
        return unchanged(word)
    softened, ending = _before_e(stem)
    dative = softened + ending
    genitive = stem + ("і" if before in "гкх" else "ы")
    return _five(word, genitive, dative, stem + "у", stem + "ай", dative)


def _man_in_a(word: str) -> Forms:
    """Return the cases of a man's name in unstressed -а: Лукашэнка, Скарына, Мікола."""
    stem, before = word[:-1], word[-2:-1]
    if before in _VOWELS:
        return unchanged(word)
    genitive = stem + ("і" if before in "гкх" else "ы")
    softened, ending = _before_e(stem)
    locative = stem + "у" if before in "гкх" + _HARDENED else softened + ending
    return _five(word, genitive, stem + "у", stem + "у", stem + "ам", locative)


def _five(word: str, *others: str) -> Forms:
    return by_endings(word, "", " ".join(others))


def _feminine_consonant(word: str) -> Forms:
    if word.endswith("оў"):
        return by_endings(word, word[:-1], "ві ві ў ўю ві")
    stem = word[:-1]
    last = "дз" if stem.endswith("дз") else stem[-1]
    doubled = {"дз": "д" + stem[-2:], "в": stem[-1], "р": "р’"}.get(last, last + last)
    instrumental = stem.removesuffix(last) + doubled + "ю"
    return _five(word, stem + "і", stem + "і", word, instrumental, stem + "і")


def _masculine(word: str, part: Part) -> Forms:
    stem = _oblique_stem(word)
    place = part is Part.PLACE
    if word.endswith("й"):
        return by_endings(word, word[:-1], "я ю я ем і" if place else "я ю я ем ю")
    if word.endswith("ь"):
        return by_endings(word, stem, "я ю я ем і" if place else "я ю я ем ю")
    one_syllable = sum(map(word.count, _VOWELS)) == 1 and word[-1] in "жч"
    stressed = part is Part.FAMILY and (one_syllable or _ON_THE_ENDING.search(word))
    instrumental = "ом" if stressed or word in ("пётр", "леў") else "ам"
    last = stem[-1]
    if last in _HARDENED:
        locative = stem + ("ы" if place else "у")
    elif last in "гкх":
        locative = stem + "у"
    else:
        locative = stem[:-1] + {"д": "дз", "т": "ц"}.get(last, last) + "е"
    return _five(word, stem + "а", stem + "у", stem + "а", stem + instrumental, locative)


def _oblique_stem(word: str) -> str:
    """Return the stem before endings: without a fleeting vowel, with в for ў."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    stem = word.removesuffix("ь")
    if stem.endswith("ў"):
        return stem[:-1] + "в"
    fleeting = re.search("[бвгджзйклмнпрстфхцчшў][еэ]ц$", stem) or re.search("(?:[оё]нак|рад[ао]к)$", stem)
    if fleeting and sum(map(stem.count, _VOWELS)) > 1:
        head, last = stem[:-2], stem[-1]
        if head.endswith("в"):
            head = head[:-1] + ("ў" if head[-2:-1] in _VOWELS else "в")
        return head + ("ь" if head.endswith("л") else "") + last
    return stem
