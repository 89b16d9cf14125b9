"""Full names of people who may be named."""

from __future__ import annotations

import pytest

from workbench.languages.name_called import Forms
from workbench.languages.name_net import NameNet
from workbench.languages.name_others import OtherPeople

OTHERS = OtherPeople(("Марыя Сокал", "Сокал", "Ales van Doren"))


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("Там Марыі Сокал няма.", "Сокал", True),
        ("Там Сокал Марыя.", "Сокал", True),
        ("Там Сокал.", "Сокал", False),
        ("Там Марыя, Сокал.", "Сокал", False),
        ("Там марыя сокал.", "сокал", False),
        ("Hanna Doren", "Doren", False),
    ],
)
def test_only_the_whole_name_tells(text: str, word: str, part: bool) -> None:
    start = text.index(word)
    assert OTHERS.bear(text, start, start + len(word), lambda _name: True) is part
    assert not OTHERS.bear(text, start, start + len(word), lambda _name: False)
    assert not OtherPeople().bear(text, start, start + len(word), lambda _name: True)


@pytest.mark.parametrize(
    ("name", "another"),
    [
        (("Марыя", "Зарэмба"), False),  # the owner's own given name is no known one
        (("Зянон", "Дубовік"), True),
        (("Зянон", "Зарэмба"), False),
        (("Зенон", "Заремба"), False),
        (("Zenan", "Zaremba"), False),  # the same given name, spelt in a way that is not known
        (("Зянон", "Марыя"), False),
        (("Марыя", "Дубовік"), False),  # nothing of it is the owner's
    ],
)
def test_another_person_has_to_be_surely_another(name: tuple[str, str], another: bool) -> None:
    net = NameNet([Forms("p", ("Зянон Зарэмба", "Zianon Zaremba", "Зенон Заремба"))])
    assert net.is_another("p", name) is another
    assert not net.is_another("q", name)


def test_of_the_same_family_another_given_name_tells() -> None:
    net = NameNet([Forms("p", ("Мікалай Зарэмба",))])
    assert net.is_another("p", ("Марыя", "Зарэмба"))
    assert not net.is_another("p", ("Коля", "Зарэмба"))
    assert not net.is_another("p", ("Зянон", "Зарэмба"))
