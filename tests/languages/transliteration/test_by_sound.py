"""English names as Cyrillic writes their sound."""

from __future__ import annotations

import pytest

from workbench.languages.fold import fold
from workbench.languages.name_called import Forms
from workbench.languages.name_net import NameNet
from workbench.languages.transliteration.by_sound import by_sound
from workbench.services.outgoing_names import sounding


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("George Young", "Джордж Янг"), ("Wright", "Райт"), ("Knight", "Найт"), ("Blake", "Блейк"), ("Price", "Прайс"),
        ("Turner", "Тёрнер"), ("Stone", "Стоун"), ("Brooks", "Брукс"), ("Hudson", "Хадсон"), ("Phillips", "Филлипс"),
        ("Mitchell", "Митчелл"), ("BYSOL", "Байсол"), ("Cooper", "Купер"), ("Baker", "Бэкер"), ("Reed", "Рид"),
    ],
)  # fmt: skip
def test_the_spelling_tells_the_sound(name: str, written: str) -> None:
    assert fold(by_sound(name)) == fold(written)


@pytest.mark.parametrize("name", ["Pavel Kovalenko", "Янг", "Žukas", "Kastuś", ""])
def test_other_names_are_left_to_other_rules(name: str) -> None:
    assert by_sound(name) == ""


@pytest.mark.parametrize(
    ("name", "tag", "person", "words"),
    [
        ("George Young", "en", True, "Джорджу Янгу"), ("George Young", "en", True, "Джордж Янг"),
        ("George Young", "en", True, "George Jangas"), ("BYSOL", "en", False, "Байсол"),
        ("BYSOL", "en", False, "байсолу"), ("BYSOL", "en", False, "BY SOL"), ("BYSOL", "en", False, "BY_SOL"),
    ],
)  # fmt: skip
def test_a_name_is_found_by_its_sound_and_in_two_words(name: str, tag: str, person: bool, words: str) -> None:
    net = NameNet([Forms("p", (name, *sounding(name, tag)), person)])
    text = f"Там {words}, вось."
    assert [text[c.start : c.end] for c in net.find(text)] == [words]


def test_other_capitals_are_left_alone() -> None:
    net = NameNet([Forms("p", ("BYSOL", "Байсол"), person=False)])
    assert net.find("BBC SOL, US SOLO, By Sol") == []
