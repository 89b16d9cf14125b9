"""Keys under which Belarusian and Russian forms of one person's name meet, in any script.

`languages.fold` goes by spelling, and so brings Калеснікава, Колесникова and Kolesnikova together
by itself. Given names of the two calendars that no spelling joins (Мікалай and Николай, Вольга and
Ольга, Рыгор and Григорий) meet here, by the list of `given_names`. The search index does not use
these keys: they are for finding possible sames, and say nothing certain.
"""

from __future__ import annotations

from functools import cache

from workbench.languages.fold import fold, tokens
from workbench.languages.transliteration.given_names import every_name


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
    return found


def name_key(name: str) -> tuple[str, ...]:
    """Return the keys of a name's words in their order, given names by the calendar they share."""
    return tuple(_calendar().get(token, token) for token in tokens(name))
