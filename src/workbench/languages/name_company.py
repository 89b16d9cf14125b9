"""What stands beside a family name: whose given name or initial it is.

A given name is known in every case and in the forms by which people call each other, and forms of
one name are one (Павел, Паўла, Паша), so that another given name is told from the same one.
"""

from __future__ import annotations

from functools import cache

from workbench.languages.finding import WIDEST
from workbench.languages.finding_fold import fold_query
from workbench.languages.inflection.names import inflect
from workbench.languages.name_parts import NameParts
from workbench.languages.transliteration.given_names import every_name

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
