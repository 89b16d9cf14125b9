"""What stands beside a family name: whose given name or initial it is.

A given name is known in every case and in the forms by which people call each other, and forms of
one name are one (Павел, Паўла, Паша), so that another given name is told from the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from workbench.languages.inflection.names import inflect
from workbench.languages.known_names.usual import ALSO_WORDS
from workbench.languages.name_parts import NameParts
from workbench.languages.name_stems import key_of, keys_of
from workbench.languages.transliteration.given_names import every_name

_INITIAL_BEFORE = re.compile(r"(?:^|[\W_])([^\W\d_]\.\s?)$")
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+)\s$")
_WORD_AFTER = re.compile(r"\s([^\W\d_]{1,40})(?![^\W_])")
_INITIAL_AFTER = re.compile(r",?\s?([^\W\d_])\.(?![^\W\d_]{2})")

_PATRONYMIC = re.compile(
    r"([^\W\d_]{2,}?)(?:[аоея](?:віч|вич)(?:а|у|ам|ом|ем|і|ы)?|[аоея](?:ўна|вна|ўн|вн)(?:[аыуеой]|ай|ой)?)"
)

_COUNTRY = 5
"""Letters from which the beginning of a word tells a country."""

_INITIALS = re.compile(
    r"(?<![\w.])([^\W\d_])\.[ \u00a0]?(?:([^\W\d_])\.[ \u00a0]?)?([^\W\d_])\.(?!\w)(?![ \u00a0]?[^\W\d_]{2})"
)
_ABBREVIATIONS = frozenset(("us", "uk", "un", "eu", "dc", "la", "ny", "ps", "am", "pm", "ad", "bc", "usa", "uae", "нэ"))
"""What two or three letters with full stops usually are."""

_PARTICLES = frozenset(
    ("van", "der", "den", "ter", "de", "von", "zu", "la", "le", "du", "di", "da", "del", "al", "el", "ван", "дэр")
)
"""Small words of family names, which tell nothing."""

_CALLED = """
Ганна Анна Аня Нюра Анюта Аннушка Ганначка
Аляксандр Александр Саша Сашка Шура Алесь Санька Саня Сашка · Аляксандра Александра Саша Шура Алеся
Яўген Евгений Жэня Женя · Яўгенія Евгения Жэня Женя · Мікалай Мікола Николай Коля · Зміцер Дзмітрый Дмитрий Дзіма Дима
Уладзімір Владимир Валодзя Володя Вова · Павел Павал Паша Паўлюк · Пётр Пятро Петр Пеця Петя Пятрусь · Іван Иван Ваня
Марыя Мария Маша Маруся Марыся · Вольга Ольга Оля · Кацярына Екатерина Каця Катя · Таццяна Татьяна Таня
Наталля Наталья Наташа Ната · Святлана Светлана Света · Сяргей Сергей Сярожа Серёжа · Аляксей Алексей Лёша Алёша
Міхаіл Михаил Міша Миша Міхась · Андрэй Андрей Андрюша · Рыгор Григорий Грыша Гриша · Юрый Юры Юрий Юра Юрась Георгий
Леў Лев Лёва · Васіль Василий Вася · Віктар Виктор Віця Витя · Уладзіслаў Владислав Влад · Станіслаў Станислав Стас
Канстанцін Константин Косця Костя · Алена Елена Лена · Ірына Ирина Іра Ира · Людміла Людмила Люда · Якаў Яков Яша
Надзея Надежда Надзя Надя · Лізавета Елизавета Ліза Лиза · Яна Яна · Ян Ян · Леў Лев
"""


@cache
def _names() -> dict[str, frozenset[str]]:
    """Return the names, by their Russian or first form, that each folded form in any case may be of."""
    found: dict[str, set[str]] = {}
    families: list[tuple[str, tuple[str, ...]]] = [
        (ru, (be, ru, en)) for be, ru, en in every_name() if not be.endswith(("віч", "ўна"))
    ]
    called = (line.split() for line in _CALLED.replace("\n", " · ").split("·") if line.strip())
    families += [(words[1].lower(), tuple(words)) for words in called]
    told: list[tuple[str, str]] = []
    for name, words in families:
        for word in filter(None, words):
            shown = word[0].upper() + word[1:]
            for tag in ("be", "ru"):
                forms = (shown, *(each.value for each in inflect(shown, tag, NameParts(given=shown))))
                told += [(form, name) for form in dict.fromkeys(forms)]
    for key, (_form, name) in zip(keys_of([form for form, _name in told]), told, strict=True):
        found.setdefault(key, set()).add(name)
    return {key: frozenset(names) for key, names in found.items()}


def telling_words(words: list[str]) -> list[str]:
    """Return the words of a person's name that may be met alone: no initials, no particles where there are others."""
    telling = [word for word in words if not word.islower() and len(word) > 1] or words
    return [word for word in telling if word.lower() not in _PARTICLES] or telling


def given_names_of(word: str) -> frozenset[str]:
    """Return the given names that a word, in any case and script, may be a form of; none where it is no known one."""
    return _names().get(key_of(word), frozenset())


def initials_of(word: str) -> frozenset[str]:
    """Return how a name's initial may be written: its first letter, folded alone and in the word."""
    return frozenset(filter(None, (word[:1].casefold(), key_of(word[:1])[:1], key_of(word)[:1])))


@cache
def _countries() -> frozenset[str]:
    """Return the names of countries in the languages of the house, folded (Unicode CLDR, territories)."""
    names = [name for tag in ("be", "ru", "lt", "en") for name in Locale(tag).territories.values() if " " not in name]
    return frozenset(keys_of(names))


@cache
def _country_stems() -> frozenset[str]:
    return frozenset(stem for key in _countries() if len(stem := key.rstrip("aiv")) >= _COUNTRY)


def is_usual(word: str) -> bool:
    """Tell whether a word of a name is a usual word or a country as well, and alone says little."""
    return word.casefold() in ALSO_WORDS or key_of(word) in _countries()


def is_of_country(word: str) -> bool:
    """Tell whether a word is a country's name in any case, or an adjective made of it."""
    key = key_of(word)
    return any(key[:n] in _country_stems() for n in range(_COUNTRY, len(key) + 1))


def is_patronymic(word: str) -> bool:
    """Tell whether a word is a patronymic made of a given name that is known: no family name such as Мацкевіч."""
    match = _PATRONYMIC.fullmatch(word.lower())
    return match is not None and any(given_names_of(match[1] + end) for end in ("", "й", "ь", "і"))


def patronymic_after(text: str, end: int) -> int:
    """Return where a place ends together with a patronymic that stands after it."""
    after = _WORD_AFTER.match(text, end)
    return after.end() if after is not None and after[1][0].isupper() and is_patronymic(after[1]) else end


def of_another(text: str, start: int, end: int) -> bool:
    """Tell whether a usual given name alone has a family name after it, which is none of this owner's.

    Where the word after that has a capital letter too it may be a heading, and nothing is told.
    """
    after = _WORD_AFTER.match(text, end)
    if (
        after is None
        or len(after[1]) == 1
        or not after[1].istitle()
        or not given_names_of(text[start:end])
        or given_names_of(after[1])
        or is_patronymic(after[1])
    ):
        return False
    more = _WORD_AFTER.match(text, after.end())
    return more is None or not more[1][0].isupper()


def fits(letter: str, initials: set[str]) -> bool:
    """Tell whether a letter of a text may be one of some initials, as `initials_of` gives them."""
    return letter.isalpha() and not initials.isdisjoint(initials_of(letter))


def with_given(text: str, start: int, end: int) -> tuple[int, int, frozenset[str]]:
    """Take in a given name directly before or after a family name; return the names that it may be a form of."""
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if before is not None and before[1][0].isupper() and (names := given_names_of(before[1])):
        return before.start(1), end, names
    after = _WORD_AFTER.match(text, end)
    if after is not None and after[1][0].isupper() and (names := given_names_of(after[1])):
        return start, after.end(1), names
    return start, end, frozenset()


def with_initials(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """Take in the initials before or after a family name."""
    first = start
    while (match := _INITIAL_BEFORE.search(text[max(0, start - 4) : start])) is not None and match[1][0].isupper():
        start -= len(match[1])
    last = end
    while (match := _INITIAL_AFTER.match(text, end)) is not None and match[1].isupper():
        end = match.end()
    return start, end, (start, end) != (first, last)


def pairs_of_initials(text: str) -> Iterator[tuple[int, int, list[tuple[str, str]]]]:
    """Yield (start, end, what they may stand for: first letters of a given and of a family name) of bare initials.

    Those of two or three words and no family name beside them; letters in lower case.
    """
    for match in _INITIALS.finditer(text):
        letters = "".join(filter(None, match.groups()))
        before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        named = before is not None and len(before[1]) > 3 and before[1].istitle()
        if letters.isupper() and not named and letters.lower() not in _ABBREVIATIONS:
            low = letters.lower()
            yield match.start(), match.end(), [(low[0], low[-1]), (low[-1], low[0]), (low[1], low[0])]


def is_short_for(words: str, name: str) -> bool:
    """Tell whether words are a name's initials or beginnings, in any script: ZZ, З., Z. Zar.

    Beside other words only those count that have a full stop.
    """
    names = [(part.casefold(), key_of(part)) for part in re.findall(r"[^\W\d_]+", name)]
    pieces = re.findall(r"[^\W\d_]+\.?", words)
    begun = [_begins_one(piece.rstrip("."), names) for piece in pieces]
    if bool(begun) and all(begun):
        return True
    if any(yes and piece.endswith(".") for yes, piece in zip(begun, pieces, strict=True)):
        return True
    joined = "".join(pieces).replace(".", "")
    return 1 < len(joined) == len(names) and all(map(_begins_one, joined, ([each] for each in names)))


def _begins_one(piece: str, names: list[tuple[str, str]]) -> bool:
    low, key = piece.casefold(), key_of(piece)
    return any(name.startswith(low) or (key != "" and folded.startswith(key)) for name, folded in names)
