"""Which words of a person's name are the given name, the patronymic and the family name: a proposal.

The order "family given patronymic" of registers and the order "given patronymic family" of the
press are told apart by the patronymic, by the list of `transliteration.given_names`, by endings of
family names, by a comma and by capitals. Sources: Lopatin (ed.), Правила русской орфографии и
пунктуации (2006), § 159 (patronymics, оглы and кызы); Закон Рэспублікі Беларусь № 420-З (2008)
and its table of name endings; VLKK on the endings of Lithuanian women's family names (2003, 2022).
Nothing here is certain: where a word may be either, the more frequent reading is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.languages import base_language
from workbench.languages.remembered import remembered
from workbench.languages.transliteration.given_names import is_feminine, is_given


@dataclass(frozen=True, slots=True)
class NameParts:
    """The parts of a person's name, each as it stands in the name; empty where it is not told."""

    given: str = ""
    patronymic: str = ""
    family: str = ""


class Gender(StrEnum):
    """The grammatical gender that a person's name shows; says nothing else about the person."""

    MASCULINE = "Masc"
    FEMININE = "Fem"
    UNKNOWN = ""


_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+|[^\W\d_](?=$)")
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.?")
_ASIDE = re.compile(r"\([^()]*\)|«[^«»]*»|[\"“„][^\"“”„]*[\"“”]")
_SHORT_STEMS = "ільіч ильич кузьміч кузьмич лукіч лукич фаміч фомич нікіціч никитич саввич савіч іаніч"
_PATRONYMIC_M = re.compile(
    r".{2,}(?:[оеаё]в(?:іч|ич)|(?:[oeaё]|ye|ie|ia|je)v(?:ich|ič|yč|ičius|yčius))$|^(?:"
    + "|".join(_SHORT_STEMS.split())
    + ")$"
)
_PATRONYMIC_F = re.compile(
    r".{2,}(?:[оеаё](?:вна|ўна)|[іи](?:нічна|нична|чна)|[oea](?:vna|ŭna|una)|i(?:nichna|čna|chna))$"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TURKIC_M, _TURKIC_F = _words("оглы оглу аглы улы oglu oghlu ogly uly"), _words("кызы кизи kyzy qızı qizi")
_PARTICLES = _words(
    "de da di del della der den van von zu zum la le af al el ibn bin ben bint дэ дзі да дель дэль ван фон дэр дер "
    "аль эль ібн ибн бін бин бен ла ле ді ди"
)
_FAMILY = re.compile(
    r".{2,}(?:[оеёа][ўв]|[оеёа]ва|[сц]кі|[сц]кий|[сц]кая|[эе]нк[ао]|чук|юк|[оеаэ]в(?:іч|ич)|янц|дзе|швили|швілі"
    r"|[oea][vŭ]|[oea]va|sk[iy]|[sc]kaya|[sc]kaja|[ea]nk[oa]|[oea]vi(?:č|ch|cz)"
    r"|auskas|inskas|ičius|yčius|ienė|aitė|ytė|utė|ūtė|iūtė|ovas|evas|kis|čius|čiūtė|onis|ėnas)$"
)
_FEMALE_FAMILY = re.compile(
    r".{2,}(?:[оеёа]ва|[іиы]на|[сц]кая|[сц]кае|[oea]va|[iy]na|[sc]ka(?:ya|ja|ia)|cka|ska|ienė|aitė|ytė|utė|ūtė|ė)$"
)
_MALE_FAMILY = re.compile(
    r".{2,}(?:[оеёа][ўв]|[оё]ў|[иіы]н|[сц]кі|[сц]кий|[сц]кой|[oea][vŭ]|[iy]n|[sc]k(?:i|y|yi|ij)|as|is|ys|us)$"
)
_MALE_IN_A = _words(
    "лука фама фома кузьма никита мікіта илья ілля ілья даніла данила кірыла кирилла мікола янка савва сава фока сула "
    "саша жэня паўла добрыня гаўрыла гаврила міша миша коля петя пеця ваня лёша юра дима дзіма вова гена nikita mikita "
    "ilya ilja illia illja luka foma kuzma danila kirila mikola janka yanka joshua misha sasha kolya ilia"
)
_FEMALE_OTHERWISE = _words(
    "любоў любовь рут эстэр эсфирь рахиль рахіль юдифь мерседес кармен alice elizabeth margaret jane"
)


def words_of(value: str) -> list[str]:
    """Return the words of a name without what stands in brackets or quotation marks beside them."""
    return [word.strip(",;") for word in _ASIDE.sub(" ", value).split() if word.strip(",;")]


def is_initials(word: str) -> bool:
    """Tell whether a word is one initial or several: А., А.Я., or a letter alone."""
    return _INITIALS.fullmatch(word) is not None and word[0].isupper() and (word.endswith(".") or len(word) == 1)


def patronymic_gender(word: str) -> Gender:
    """Tell which gender a word has where it ends like a patronymic; unknown where it does not."""
    low = word.casefold()
    if low in _TURKIC_M or _PATRONYMIC_M.search(low):
        return Gender.MASCULINE
    if low in _TURKIC_F or _PATRONYMIC_F.search(low):
        return Gender.FEMININE
    return Gender.UNKNOWN


@remembered(4096)
def split_name(value: str, tag: str) -> NameParts:
    """Propose the parts of a person's name; all empty where nothing speaks for any division."""
    words = words_of(value)
    if "," in value and len(words) > 1:
        family, _comma, rest = value.partition(",")
        behind = words_of(rest)
        if behind and not is_initials(family.strip()):
            return _with_given(behind, " ".join(words_of(family)))
    words = _glued(words)
    if len(words) < 2:
        return _alone(words[0] if words else "")
    if any(map(is_initials, words)):
        return _by_initials(words)
    at = _patronymic_at(words, base_language(tag))
    if at is not None:
        return _around(words, at)
    if _family_first(words):
        return NameParts(given=" ".join(words[1:]), family=words[0])
    return NameParts(given=" ".join(words[:-1]), family=words[-1])


def _glued(words: Sequence[str]) -> list[str]:
    """Join particles to the word after them, and оглы or кызы to the word before."""
    made: list[str] = []
    held = ""
    for number, word in enumerate(words):
        low = word.casefold()
        if made and low in _TURKIC_M | _TURKIC_F:
            made[-1] += f" {word}"
        elif low in _PARTICLES and word[0].islower() and number + 1 < len(words):
            held += f"{word} "
        else:
            made.append(held + word)
            held = ""
    return made


def _alone(word: str) -> NameParts:
    low = word.casefold()
    if not low or is_given(low):
        return NameParts(given=word) if low else NameParts()
    return NameParts(family=word) if _FAMILY.search(low) else NameParts()


def _with_given(words: Sequence[str], family: str) -> NameParts:
    """Divide what stands beside a family name that is known."""
    split = [part for word in words for part in _separate(word)]
    if len(split) > 1 and (
        patronymic_gender(split[-1].split()[-1]) or (is_initials(split[0]) and is_initials(split[-1]))
    ):
        return NameParts(" ".join(split[:-1]), split[-1], family)
    return NameParts(given=" ".join(words), family=family)


def _separate(word: str) -> list[str]:
    """Part А.Я. into its two initials."""
    return _INITIAL.findall(word) if is_initials(word) and "-" not in word else [word]


def _by_initials(words: Sequence[str]) -> NameParts:
    full = [word for word in words if not is_initials(word)]
    short = [word for word in words if is_initials(word)]
    if not full:
        return NameParts()
    first_full = not is_initials(words[0])
    if first_full and not is_initials(words[-1]):  # John F. Kennedy
        return NameParts(given=" ".join(words[:-1]), family=words[-1])
    return _with_given(short, " ".join(full))


def _patronymic_at(words: Sequence[str], language: str) -> int | None:
    """Return which word is the patronymic; of two that may be, the one at the place where it usually stands."""
    if language in ("lt", "pl") and not any("Ѐ" <= char <= "ԯ" for char in words[0]):
        return None
    may = [number for number, word in enumerate(words) if number and patronymic_gender(word.split()[-1])]
    if len(words) == 2:
        sure = may and (patronymic_gender(words[1].split()[-1]) is Gender.FEMININE or is_given(words[1].casefold()))
        return 1 if sure and not _FAMILY.search(words[0].casefold()) else None
    return 1 if may[:1] == [1] else may[-1] if may else None


def _around(words: Sequence[str], at: int) -> NameParts:
    patronymic = words[at]
    if at == len(words) - 1:
        if len(words) == 2:
            return NameParts(given=words[0], patronymic=patronymic)
        return NameParts(words[at - 1], patronymic, " ".join(words[: at - 1]))
    return NameParts(" ".join(words[:at]), patronymic, " ".join(words[at + 1 :]))


def _family_first(words: Sequence[str]) -> bool:
    loud = [len(word) > 1 and word.isupper() for word in words]
    if any(loud) and not all(loud):
        return loud[0] and not loud[-1]
    first, last = words[0].casefold(), words[-1].casefold()
    if is_given(first) or is_given(last):
        return not is_given(first)
    return bool(_FAMILY.search(first)) and not _FAMILY.search(last)


def carried_parts(parts: NameParts, value: str, other: str) -> NameParts:
    """Return the parts of another form of a name, word for word; none where it has another number of words."""
    words, others = value.split(), other.split()
    if len(words) != len(others):
        return NameParts()

    def carried(part: str) -> str:
        wanted = part.split()
        for start in range(len(words) - len(wanted) + 1):
            if wanted and words[start : start + len(wanted)] == wanted:
                return " ".join(others[start : start + len(wanted)])
        return ""

    return NameParts(carried(parts.given), carried(parts.patronymic), carried(parts.family))


def guess_gender(parts: NameParts, tag: str) -> Gender:
    """Tell the gender that a name shows: by its patronymic, else its given name, else its family name."""
    if parts.patronymic and (shown := patronymic_gender(parts.patronymic.split()[-1])):
        return shown
    language = base_language(tag)
    return (
        _given_gender(parts.given.split()[0].casefold(), language) if parts.given else Gender.UNKNOWN
    ) or _family_gender(parts.family.casefold(), language)


def _given_gender(word: str, language: str) -> Gender:
    if is_initials(word.title()):
        return Gender.UNKNOWN
    if word in _FEMALE_OTHERWISE or is_feminine(word):
        return Gender.FEMININE
    if word.replace("ł", "l") in _MALE_IN_A or is_given(word):
        return Gender.MASCULINE
    if word.endswith(("а", "я")) and any(is_given(word[:-1] + end) for end in ("", "ь", "й")):
        return Gender.UNKNOWN  # Адама, Сяргея: a man's name in another case
    if word.endswith(("а", "я", "a", "ė")):
        return Gender.FEMININE
    cyrillic = any("Ѐ" <= char <= "ԯ" for char in word)
    masculine = word.endswith("s") if language == "lt" else word[-1] not in "аеёіоуыэюяiouye"
    return Gender.MASCULINE if masculine and (cyrillic or language in ("lt", "be", "ru")) else Gender.UNKNOWN


def _family_gender(word: str, language: str) -> Gender:
    if _FEMALE_FAMILY.search(word) and not (language in ("be", "ru") and word.endswith(("ė", "ka"))):
        return Gender.FEMININE
    if _MALE_FAMILY.search(word) and (language == "lt" or not word.endswith(("as", "is", "us", "ys"))):
        return Gender.MASCULINE
    return Gender.UNKNOWN
