"""What stands beside a family name: whose given name or initial it is.

A given name is known in every case and in the forms by which people call each other, and forms of
one name are one (Павел, Паўла, Паша), so that another given name is told from the same one.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from workbench.languages.finding import WIDEST
from workbench.languages.finding_fold import fold_query
from workbench.languages.inflection.names import inflect
from workbench.languages.known_names.usual import ALSO_WORDS
from workbench.languages.name_parts import NameParts
from workbench.languages.transliteration.given_names import every_name

_INITIAL_BEFORE = re.compile(r"(?:^|[\W_])([^\W\d_]\.\s?)$")
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+)\s$")
_WORD_AFTER = re.compile(r"\s([^\W\d_]{1,40})(?![^\W_])")
_INITIAL_AFTER = re.compile(r",?\s?([^\W\d_])\.(?![^\W\d_]{2})")

_CALLED = """
Ганна Анна Аня Нюра Анюта · Аляксандр Александр Саша Сашка Шура Алесь Санька · Аляксандра Александра Саша Шура Алеся
Яўген Евгений Жэня Женя · Яўгенія Евгения Жэня Женя · Мікалай Мікола Николай Коля · Зміцер Дзмітрый Дмитрий Дзіма Дима
Уладзімір Владимир Валодзя Володя Вова · Павел Павал Паша Паўлюк · Пётр Пятро Петр Пеця Петя Пятрусь · Іван Иван Ваня
Марыя Мария Маша Маруся Марыся · Вольга Ольга Оля · Кацярына Екатерина Каця Катя · Таццяна Татьяна Таня
Наталля Наталья Наташа Ната · Святлана Светлана Света · Сяргей Сергей Сярожа Серёжа · Аляксей Алексей Лёша Алёша
Міхаіл Михаил Міша Миша Міхась · Андрэй Андрей Андрюша · Рыгор Григорий Грыша Гриша · Юрый Юры Юрий Юра Юрась Георгий
Леў Лев Лёва · Васіль Василий Вася · Віктар Виктор Віця Витя · Уладзіслаў Владислав Влад · Станіслаў Станислав Стас
Канстанцін Константин Косця Костя · Алена Елена Лена · Ірына Ирина Іра Ира · Людміла Людмила Люда · Якаў Яков Яша
Надзея Надежда Надзя Надя · Лізавета Елизавета Ліза Лиза · Яна Яна · Ян Ян · Леў Лев
"""


def key_of(word: str) -> str:
    """Return a word folded so that its forms in all scripts meet."""
    return fold_query(word, WIDEST)


@cache
def _names() -> dict[str, frozenset[str]]:
    """Return the names, by their Russian or first form, that each folded form in any case may be of."""
    found: dict[str, set[str]] = {}
    families: list[tuple[str, tuple[str, ...]]] = [
        (ru, (be, ru, en)) for be, ru, en in every_name() if not be.endswith(("віч", "ўна"))
    ]
    called = (line.split() for line in _CALLED.replace("\n", " · ").split("·") if line.strip())
    families += [(words[1].lower(), tuple(words)) for words in called]
    for name, words in families:
        for word in filter(None, words):
            shown = word[0].upper() + word[1:]
            for tag in ("be", "ru"):
                for form in (shown, *(each.value for each in inflect(shown, tag, NameParts(given=shown)))):
                    found.setdefault(key_of(form), set()).add(name)
    return {key: frozenset(names) for key, names in found.items()}


def given_names_of(word: str) -> frozenset[str]:
    """Return the given names that a word, in any case and script, may be a form of; none where it is no known one."""
    return _names().get(key_of(word), frozenset())


def initials_of(word: str) -> frozenset[str]:
    """Return how a name's initial may be written: its first letter, folded alone and in the word."""
    return frozenset(filter(None, (word[:1].casefold(), key_of(word[:1])[:1], key_of(word)[:1])))


@cache
def _countries() -> frozenset[str]:
    """Return the names of countries in the languages of the house, folded (Unicode CLDR, territories)."""
    return frozenset(
        key_of(name) for tag in ("be", "ru", "lt", "en") for name in Locale(tag).territories.values() if " " not in name
    )


def is_usual(word: str) -> bool:
    """Tell whether a word of a name is a usual word or a country as well, and alone says little."""
    return word.casefold() in ALSO_WORDS or key_of(word) in _countries()


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
