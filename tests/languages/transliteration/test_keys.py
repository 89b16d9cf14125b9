from __future__ import annotations

import pytest

from workbench.languages.fold import fold
from workbench.languages.transliteration.keys import name_key


@pytest.mark.parametrize(
    "forms",
    [
        "Мікалай Николай Mikałaj Mikalai Nikolai Nikolajus Mikola",
        "Вольга Ольга Volha Olga",
        "Кацярына Екатерина Katsiaryna Ekaterina Yekaterina Jekaterina",
        "Рыгор Григорий Ryhor Hryhory Grigory",
        "Міхась Михаил Michaś Mikhail Michailas",
        "Аляксандр Александр Alexander Aliaksandr Aleksandras",
        "Зміцер Дмитрий Źmicier Zmitser Dzmitry Dmitrijus",
    ],
)
def test_given_names_of_two_calendars_meet(forms: str) -> None:
    assert len({name_key(form) for form in forms.split()}) == 1, {form: name_key(form) for form in forms.split()}


def test_the_other_words_keep_their_keys() -> None:
    assert name_key("Мікалай Статкевіч") == ("nikal", fold("Статкевич"))
    assert name_key("Мікалай Статкевіч") == name_key("Nikolai Statkevich")
    assert name_key("Мікалай") != name_key("Міхаіл") != name_key("Максім")
    assert name_key("") == ()
