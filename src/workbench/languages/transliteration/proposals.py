"""The forms of a name that its other forms lead to: each with its language, its standard, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from workbench.domain.kinds import NameKind
from workbench.domain.languages import base_language
from workbench.domain.names import NameForm
from workbench.languages.transliteration import romanise
from workbench.languages.transliteration.crossing import Candidate, to_belarusian, to_russian
from workbench.languages.transliteration.english import from_english, lithuanian_form, press_form
from workbench.languages.transliteration.lithuanian import from_lithuanian, to_lithuanian
from workbench.languages.transliteration.rules import clean

_LONGEST = 200
"""Code points: what is longer is a title in a sentence, not a name, and nothing is proposed for it."""

_ORDER = ("be", "ru", "lt", "en", "be-Latn", "ru-Latn")
_NOT_CYRILLIC = re.compile("[^\\W\\d_Ѐ-ԯ]")
_MOST = 16
"""Proposals for one record at most."""


class Standard(StrEnum):
    """The rule that a proposal follows, by the short name under which it is known."""

    UN_2012 = "UN 2012"
    INSTRUCTION_2023 = "2023"
    LACINKA = "Łacinka"
    CLASSICAL = "Łacinka 2005"
    MIA_2008 = "MIA 2008"
    BGN_PCGN = "BGN/PCGN"
    PRESS = "press"
    ISO_9 = "ISO 9:1995"
    VLKK_RU = "VLKK 1990"
    VLKK_BE = "VLKK 1991"
    VLKK_LATIN = "VLKK 1997"
    ORTHOGRAPHY_BE = "orthography 2008"
    ORTHOGRAPHY_RU = "Russian orthography"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One form that a person may accept; never written by itself.

    `certain` says that the rule left no choice, not that the person is called so.
    """

    value: str
    tag: str
    kind: NameKind
    standard: Standard
    certain: bool


def propose(value: str, tag: str) -> list[Proposal]:
    """Return forms of one name in the other languages and alphabets, the certain ones of each language first.

    `tag` is the BCP 47 tag of `value`: be, ru, lt, en, be-Latn or ru-Latn (others give nothing).
    What is already written in a language's other alphabet, and names of more than 200 code points,
    give nothing.
    """
    name = clean(value)
    if not 0 < len(name) <= _LONGEST:
        return []
    made = chain.from_iterable(_all_forms(name, tag))
    found: dict[tuple[str, str], Proposal] = {}
    for one in made:
        key = one.tag, one.value.casefold()
        if one.value and one.value != name and (key not in found or (one.certain and not found[key].certain)):
            found[key] = one
    return sorted(found.values(), key=lambda one: (_ORDER.index(one.tag), not one.certain))[:_MOST]


def missing_forms(names: Iterable[NameForm]) -> list[Proposal]:
    """Return the forms that a record does not have yet, from whichever of its names leads to each best.

    A guess at a language in which the record has a name is left out. The first form of a language
    that has no preferred name is proposed as that, a second certain one as a transliteration.
    """
    have = list(names)
    values = {(base_language(name.tag), clean(name.value).casefold()) for name in have}
    tags = {name.tag for name in have}
    preferred = {name.tag for name in have if name.kind == NameKind.PREFERRED}
    starts = _best(name for name in have if name.kind in (NameKind.PREFERRED, NameKind.TRANSLITERATION))
    found: dict[tuple[str, str], Proposal] = {}
    for one in chain.from_iterable(propose(start.value, start.tag) for start in starts):
        key = base_language(one.tag), one.value.casefold()
        if key in values or (one.tag in tags and not (one.certain or one.standard is Standard.PRESS)):
            continue
        if key not in found or (one.certain and not found[key].certain):
            found[key] = one
    return _with_kinds(found.values(), preferred)


def _best(names: Iterable[NameForm]) -> list[NameForm]:
    """Return the names that say most: Cyrillic ones, else those of a transliteration, else those of the press.

    A form that was made from another would lead back to less than that one does.
    """
    tiers: tuple[list[NameForm], ...] = ([], [], [])
    for name in names:
        tiers[0 if name.tag in ("be", "ru") else 1 if name.tag in ("be-Latn", "ru-Latn") else 2].append(name)
    best = next((tier for tier in tiers if tier), [])
    return sorted(best, key=lambda name: (name.kind != NameKind.PREFERRED, name.tag))


def _with_kinds(proposals: Iterable[Proposal], preferred: set[str]) -> list[Proposal]:
    made: list[Proposal] = []
    taken = set(preferred)
    for one in sorted(proposals, key=lambda one: not one.certain):
        second = one.kind is NameKind.PREFERRED and one.tag in taken
        made.append(replace(one, kind=NameKind.TRANSLITERATION) if second else one)
        if one.certain and one.kind is NameKind.PREFERRED:
            taken.add(one.tag)
    return sorted(made, key=lambda one: (not one.certain, _ORDER.index(one.tag)))[:_MOST]


def _all_forms(name: str, tag: str) -> Iterator[list[Proposal]]:
    """Yield the forms of each spelling that a name stands for; of second guesses only the spelling itself."""
    guessed: set[str] = set()
    for spelling, language, certain in _starts(name, tag):
        forms = list(_forms(spelling, language, certain))
        yield forms[:1] if not certain and language in guessed else forms
        if not certain:
            guessed.add(language)


def _starts(name: str, tag: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the Cyrillic spellings that a name stands for: (spelling, language, certain)."""
    cyrillic = any("Ѐ" <= char <= "ԯ" for char in name)
    language = base_language(tag)
    if cyrillic:
        if language in ("be", "ru") and not tag.endswith("-Latn"):
            yield name, language, True
            yield from _crossed(name, language, certain=True)
        return
    if tag.startswith("be-Latn"):
        for one in from_belarusian_latin(name):
            yield one.value, "be", one.certain
            yield from _crossed(one.value, "be", certain=one.certain)
    elif tag.startswith("ru-Latn"):
        back = romanise.FROM_ISO9_RU.text(name)
        exact = romanise.ISO9_RU.text(back) == name and any(char in "âûèëŝʹʺ" for char in name.casefold())
        yield back, "ru", exact
        yield from _crossed(back, "ru", certain=exact)
    elif language == "lt":
        russian = from_lithuanian(name)
        yield russian.value, "ru", False
        yield from _crossed(russian.value, "ru", certain=False)
    elif language == "en":
        found = from_english(name)
        if found is not None:
            yield found[1].value, found[0], False
            yield from _crossed(found[1].value, found[0], certain=False)
        elif (lithuanian := lithuanian_form(name)) is not None:
            yield lithuanian.value, "lt", False


def _crossed(name: str, language: str, *, certain: bool) -> Iterator[tuple[str, str, bool]]:
    other, candidates = ("ru", to_russian(name)) if language == "be" else ("be", to_belarusian(name))
    for one in candidates:
        yield one.value, other, certain and one.certain


def from_belarusian_latin(name: str) -> list[Candidate]:
    """Return what a name in Belarusian Latin letters is in Cyrillic, in official spelling first.

    Certain where it can be read in one alphabet only and has no softness of classical spelling.
    """
    systems = (
        (romanise.LACINKA, romanise.FROM_LACINKA),
        (romanise.UN_2012, romanise.FROM_UN_2012),
        (romanise.ISO9_BE, romanise.FROM_ISO9_BE),
    )
    backs = [back.text(name) for there, back in systems if there.text(back.text(name)) == name]
    values = list(dict.fromkeys(value for value in backs if not _NOT_CYRILLIC.search(value)))
    official = [romanise.unsoften(value) for value in values]
    return [Candidate(value, len(values) == 1 and official == values) for value in dict.fromkeys(official + values)]


def _forms(name: str, language: str, certain: bool) -> Iterator[Proposal]:
    """Yield a spelling itself and all that is made of it by rule."""

    def made(value: str, tag: str, standard: Standard, *, sure: bool = True) -> Proposal:
        kind = NameKind.TRANSLITERATION if "-" in tag else NameKind.PREFERRED
        return Proposal(value, tag, kind, standard, certain and sure)

    if language == "lt":
        yield made(name, "lt", Standard.VLKK_LATIN)
        return
    yield made(name, language, Standard.ORTHOGRAPHY_BE if language == "be" else Standard.ORTHOGRAPHY_RU)
    lithuanian = to_lithuanian(name, russian=language == "ru")
    vlkk = Standard.VLKK_RU if language == "ru" else Standard.VLKK_BE
    yield made(lithuanian.value, "lt", vlkk, sure=lithuanian.certain)
    if language == "be":
        yield made(romanise.MIA_2008.text(name), "en", Standard.MIA_2008)
        yield made(romanise.LACINKA.text(name), "be-Latn", Standard.LACINKA)
        yield made(romanise.UN_2012.text(name), "be-Latn", Standard.UN_2012)
        yield made(romanise.INSTRUCTION_2023.text(name), "be-Latn", Standard.INSTRUCTION_2023)
        yield made(romanise.ISO9_BE.text(name), "be-Latn", Standard.ISO_9)
        yield made(romanise.LACINKA.text(romanise.soften(name)), "be-Latn", Standard.CLASSICAL, sure=False)
    else:
        # Where the Russian form is a guess itself, what newspapers write comes before a table of letters.
        letters = made(romanise.BGN_PCGN.text(name), "en", Standard.BGN_PCGN)
        press = made(press_form(name), "en", Standard.PRESS, sure=False)
        yield from (letters, press) if certain else (press, letters)
        yield made(romanise.ISO9_RU.text(name), "ru-Latn", Standard.ISO_9)
