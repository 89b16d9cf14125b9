"""Keys under which Belarusian and Russian forms of one person's name meet, in any script.

`languages.fold` goes by spelling, and so brings Калеснікава, Колесникова and Kolesnikova together
by itself. Given names of the two calendars that no spelling joins (Мікалай and Николай, Вольга and
Ольга, Рыгор and Григорий) meet here, by the list of `given_names`, and the Polish and Lithuanian
forms of the same saints (Grzegorz, Jerzy, Adomas). The search index does not use these keys: they
are for finding possible sames, and say nothing certain.
"""

from __future__ import annotations

from functools import cache

from workbench.languages.fold import fold, tokens
from workbench.languages.transliteration.given_names import every_name

_WESTERN = """
Andrzej Анджей Анджэй Andžejus Андрей · Jerzy Ежы Ежи Jurijus Youri Youras Yuri Юрий · Grzegorz Гжегож Григорий
Włodzimierz Владимир · Katarzyna Kotryna Екатерина · Małgorzata Маргарита · Józef Juozas Juozapas Юзеф Юзаф Иосиф
Szczepan Steponas Степан · Aleksy Алексей · Zofia София · Bazyli Василий · Dymitr Дмитрий · Teodor Teodoras Фёдор
Jakub Jokūbas Якуб Яков · Mateusz Motiejus Матвей · Kazimierz Kazimieras Казимир · Tadeusz Tadas Тадеуш
Adomas Адам · Povilas Paulius Павел · Petras Пётр · Ona Анна · Barbora Варвара · Elżbieta Elžbieta Елизавета
Simonas Szymon Семён · Wincenty Vincentas Викентий · Agnieszka Агния · Krystyna Кристина
"""
"""Polish and Lithuanian forms, and how they are written in Cyrillic, before the Russian form of one name."""


@cache
def _calendar() -> dict[str, str]:
    """Return the key of the Russian form by that of the Belarusian one, where the two differ."""
    russian = {fold(ru) for _be, ru, _en in every_name()}
    found: dict[str, str] = {}
    for be, ru, _en in every_name():
        one, other = fold(be), fold(ru)
        if one != other and one not in russian:
            found.setdefault(one, other)
    for _be, ru, en in every_name():
        if en and fold(en) != fold(ru) and fold(en) not in russian:
            found.setdefault(fold(en), fold(ru))
    for line in _WESTERN.replace("\n", " · ").split("·"):
        *forms, ru = line.split() or [""]
        for form in forms:
            if fold(form) != fold(ru) and fold(form) not in russian:
                found.setdefault(fold(form), fold(ru))
    return found


def name_key(name: str) -> tuple[str, ...]:
    """Return the keys of a name's words in their order, given names by the calendar they share."""
    return tuple(calendar_key(token) for token in tokens(name))


def calendar_key(token: str) -> str:
    """Return the key that a word's key (`fold.tokens`) shares with the other forms of a given name."""
    return _calendar().get(token, token)
