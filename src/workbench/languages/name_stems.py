"""How a word of a name begins, whatever its case, script and spelling: the stems that a net looks for.

Everything is folded blind to script, accents and soft signs (`finding_fold`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from workbench.languages.finding import WIDEST
from workbench.languages.finding_fold import fold_query, fold_text
from workbench.languages.inflection.names import inflect
from workbench.languages.name_parts import NameParts
from workbench.languages.remembered import remembered

LONG = 6
"""Letters from which a stem means the name wherever it stands, inside a longer word too."""

SURE = 5
"""Letters from which a stem is told from other words by itself."""

_BEGINNING = 3
"""Letters in which a shorter one has to agree with a form in the script that it stands in."""

_TAIL = 6
"""Letters that may follow a stem: the longest endings of a case (калеснікавічамі), and -ienė, -aitė."""

_ENDING = re.compile(r"(?:[aiv]{1,3}(?:mi|ms|m|h|ha|hv|n|s|i)?[aiv]{0,2}|[aiv]{1,2}t[ai]{1,2}s?|s)?")
"""Folded endings of cases in Belarusian, Russian and Lithuanian, and of Lithuanian daughters."""

_NOUN = re.compile(r"(?:[aiv]{1,3}(?:mi|m|h|ha|hv|mv|s)?[aiv]?)?")
"""Folded endings of cases in Belarusian and Russian: of nouns, and of family names that are adjectives."""

_CASES = re.compile(r"(?:a|i|v|av|am|ami|ai|ah|s)?")
_LATIN_CASES = re.compile(r"(?:a|i|v|s|as|is|vi|ai|ais|avs|vs|(?:an|[aiv]t)[ai]{1,2}s?)?")
"""Folded endings by which a usual word is taken for a name, in Cyrillic and, Lithuanian, in Latin letters."""

_OTHER_VOWELS = (("о", "а"), ("ё", "я"), ("е", "я"))
"""Vowels that change where the stress leaves them, in Belarusian: Лось, Лася; Пётр, Пятра."""

_SOFT = re.compile("[ai]|")
"""Folded endings after a consonant that became another one: Савяцы, Мусе."""

_SOFTENED = {
    "t": ("ц c ts", _SOFT),
    "z": ("з z ź", _SOFT),
    "s": ("с s ś", _SOFT),
    "h": ("č ч ch cz tsch", _LATIN_CASES),  # Rytis, Ryčio
}
"""By the folded letter of a stem that became another consonant: how that is written, and what may follow it."""

_SUFFIX = re.compile(r"[aiv]{0,3}(?:sk|tk|h|ist|an|ian|[aiv]t)?[aiv]{0,3}(?:mi|ms|m|h|ha|hv|n|s|i|k)?[aiv]{0,2}")
"""Folded, what a word in small letters may have after a name's stem: зарэмбаўскі, зарэмбіст, зарэмбаўцы."""

_CALLED_AFTER = re.compile(r"(?:(?<!сл)[оаеё](?:ў|в(?:а|ы|у|ай|ой|ым|[іи]ч\w*)?)|ovi?[čc]?\w{0,4}|avi?[čc]?\w{0,4})$")
"""Endings of family names and patronymics that are made of given names: Іваноў, Алегавіч."""

_SPELT = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        ("(?<=^ш)вец$", "аўц"),  # Швец, Шаўца
        ("(?<=[бвгджзклмнпрстфхцчшщ])[еоаё](?=[лцнкр]$)", ""),  # Орел, Орла
        ("(?<=[аеёіиоуыэюя])[яе]ц$", "йц"),  # Заяц, Зайца
        ("(?<=^[бвгдзкпст])[оа]ро(?=[лвнтзсд])", "ру"),  # Король, Кароль, Круль
        ("(?<=^[бвгдзкпст])[оа]ро(?=[лвнтзсд])", "ро"),  # Król
        ("ę(?=[bp])", "em"),  # Zaręba, Заремба
        ("ę(?![bp])", "en"),
        ("ą(?=[bp])", "om"),  # Dąbrowski, Домбровский
        (r"ą(?=[^\Wbp])", "on"),
        ("em(?=[bp])", "ę"),
        ("om(?=[bp])", "ą"),
        ("ó", "u"),  # Król, Круль
        ("(?<=^[bcdgkptwz])r[oó](?=[ldntswz])", "oro"),  # Korol
        ("(?<!t)sch", "sh"),  # Чернышевич in German: Tschernyschewitsch
    )
)

_NOT_LETTERS = re.compile(r"[^0-9a-z]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")


@remembered(20_000)
def key_of(word: str) -> str:
    """Return a word folded so that its forms in all scripts meet."""
    return fold_query(word, WIDEST)


def keys_of(words: Sequence[str]) -> list[str]:
    """Return the keys of many words without white space at once, which is much faster than one by one."""
    keys = fold_text(" ".join(words), WIDEST).letters.split(" ")
    return keys if len(keys) == len(words) else [key_of(word) for word in words]


@remembered(20_000)
def letters_of(word: str) -> str:
    """Return the key of a word without anything but letters a to z and digits where it has any of these."""
    return _letters_in(key_of(word))


def _letters_in(key: str) -> str:
    return _NOT_LETTERS.sub("", key) or key


@remembered(20_000)
def stems_of(word: str, *, softened: bool = True) -> tuple[str, ...]:
    """Return what a word of a name begins with in any case, folded; none where the word is nothing but an ending.

    `softened` gives those too whose last consonant changes before a soft ending.
    """
    return _stems(letters_of(word), softened=softened)


def stems_of_all(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what `stems_of` gives for each of many words without white space: folded at once, which is much faster."""
    found = list(dict.fromkeys(words))
    keys = map(_letters_in, keys_of(found))
    return {word: _stems(key, softened=True) for word, key in zip(found, keys, strict=True)}


def _stems(folded: str, *, softened: bool) -> tuple[str, ...]:
    stem = re.sub("(?<=.{4})[aiv]s$", "", folded)
    stem = re.sub("(?<=..)[ai]+$", "", stem)
    if not stem:
        return ()
    found = [stem]
    if len(stem) >= 4 and stem[-1] in "tklnrs" and stem[-2] == "a":
        found.append(stem[:-2] + stem[-1])  # the vowel that flees: Лукашонак, Лукашонка; и, і, ы never do
    if folded != stem:
        if len(stem) >= 4 and stem[-1] in "tkln" and stem[-2] not in "aiv":
            found.append(f"{stem[:-1]}a{stem[-1]}")  # and the one that comes: Рэпка, Рэпак
        if softened:
            # г к х before a soft ending become з ц с, and Lithuanian t before i with a vowel č.
            found += [stem[:-1] + other for other in {"h": "zs", "k": "t", "t": "h"}.get(stem[-1], "")]
    return tuple(dict.fromkeys(found))


@remembered(20_000)
def forms_of(word: str) -> tuple[str, ...]:
    """Return a word of a name in its cases, and as its sounds are written elsewhere; in lower case, itself first."""
    low = word.lower()
    found = dict.fromkeys((low, *respelt(low)))
    shown = low[:1].upper() + low[1:]  # a word in small letters would be a particle, which has no cases
    for tag in ("be", "ru") if _CYRILLIC.search(low) else ("lt",):
        found |= dict.fromkeys(each.value.lower() for each in inflect(shown, tag, NameParts(family=shown)))
    return tuple(found)


def respelt(word: str) -> tuple[str, ...]:
    """Return a word in lower case as its sounds are written elsewhere, where that is otherwise."""
    low = word.lower()
    return tuple(pattern.sub(other, low) for pattern, other in _SPELT if pattern.search(low))


def adjectives_of(word: str) -> tuple[str, ...]:
    """Return the folded stems of adjectives made of a place's name in Cyrillic letters: вілейскі, аршанскі, горацкі."""
    if not _CYRILLIC.search(word):
        return ()
    stem = word.lower().rstrip("аеёіиоуыэюяйь")
    made = [stem + "ск", stem + "анск", stem + "енск"]
    if stem.endswith("к"):
        made += [stem[:-1] + end for end in ("ск", "цк", "ацк", "ецк")]
    if stem.endswith("ч"):
        made.append(stem[:-1] + "цк")
    return tuple(dict.fromkeys(key for key in map(letters_of, made) if len(key) >= SURE))


def heads_of(word: str) -> set[str]:
    """Return how a word of a name may begin, in its own script."""
    head = head_of(unicodedata.normalize("NFC", word).lower().replace("ё", "е"))
    return {head, *(head.replace(one, other) for one, other in _OTHER_VOWELS)}


def sound_of(key: str) -> str:
    """Return how a folded word begins, told apart from what `head_of` returns."""
    return f"={key[:_BEGINNING]}"


def head_of(word: str) -> str:
    """Return how a word begins, in its own script: without case, marks and unseen characters."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(character for character in plain if character.isalpha())[:_BEGINNING]


def ends(stem: str, tail: str) -> bool:
    """Tell whether letters after a stem may be an ending; after a short one they must look like one."""
    if len(stem) >= SURE:
        return len(tail) <= _TAIL
    return len(tail) <= max(len(stem) + 1, _BEGINNING + 1) and _ENDING.fullmatch(tail) is not None


def is_suffix(stem: str, tail: str) -> bool:
    """Tell whether letters after a stem in a word in small letters make a case of it, or an adjective or a follower."""
    return len(stem) > LONG or _SUFFIX.fullmatch(tail) is not None


def is_case(word: str, tail: str) -> bool:
    """Tell whether the folded letters after a stem of a usual word are a case's ending, and no other word's."""
    return (_CASES if _CYRILLIC.search(word) else _LATIN_CASES).fullmatch(tail) is not None


def is_noun(word: str, stem: str, tail: str) -> bool:
    """Tell whether what follows a stem in a word with a capital letter is a family name's ending, not an adjective's.

    After a long stem any ending is taken for it.
    """
    if not word[:1].isupper() or not ends(stem, tail):
        return False
    cyrillic = _CYRILLIC.search(word) is not None
    return len(stem) > LONG or ((_NOUN if cyrillic else _ENDING).fullmatch(tail) is not None)


def shows_softening(word: str, stem: str, tail: str) -> bool:
    """Tell whether a word shows the consonant that a stem's last one becomes before a soft ending, and such an ending.

    Folded, ц and т are one, and so Савет would be a case of Савяка: Савяцы is.
    """
    letters, endings = _SOFTENED.get(stem[-1], ("", _SOFT))
    return endings.fullmatch(tail) is not None and any(letter in word.lower() for letter in letters.split())


def is_called_after(word: str, tail: str) -> bool:
    """Tell whether a word with the stem of a given name is a family name or patronymic made of it."""
    return tail.startswith(("av", "iv")) and _CALLED_AFTER.search(word.lower()) is not None


def begins(word: str, stems: Sequence[str]) -> bool:
    """Tell whether a folded word is one of some stems with an ending."""
    return any(word.startswith(stem) and ends(stem, word[len(stem) :]) for stem in stems)
