"""Names of organisations, places and events that must not be named."""

from __future__ import annotations

import pytest

from workbench.languages.name_called import Forms
from workbench.languages.name_net import NameNet
from workbench.languages.name_phrases import is_ordinary, is_worth_asking, of_a_title

NET = NameNet(
    [
        Forms("bysol", ("Фонд салідарнасці BYSOL", "Belarusian Solidarity Fund BYSOL"), person=False),
        Forms("viasna", ("Праваабарончы цэнтр Вясна", "Human Rights Centre Viasna"), person=False),
        Forms("rada", ("Жаночая рада", "Zhanochaya rada"), person=False),
        Forms("jail", ("Вілейская турма № 1",), person=False),
        Forms("event", ("Trial", "Суд"), person=False, event=True),
    ]
)


def caught(text: str) -> list[tuple[str, str, bool]]:
    return [(text[c.start : c.end], c.owner, c.sure) for c in NET.find(text)]


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("BYSOL", "bysol"), ("#BYSOL", "bysol"), ("Вясну", "viasna"), ("Viasny", "viasna"), ("Вілейскую турму", "jail"),
        ("жаночай рады", "rada"), ("#ЖаночаяРада", "rada"), ("zhanochayarada.org", "rada"), ("#FreeViasna", "viasna"),
        ("В я с н а", "viasna"), ("viasna96.org", "viasna"),
    ],
)  # fmt: skip
def test_the_words_that_tell_a_name_are_enough(words: str, owner: str) -> None:
    assert caught(f"Там {words} дзейнічала.") == [(words.removeprefix("#"), owner, True)]


def test_the_whole_name_is_one_place() -> None:
    assert caught("У Фондзе салідарнасці BYSOL") == [("Фондзе салідарнасці BYSOL", "bysol", True)]
    assert caught("Ад Фонду салідарнасці BYSOL") == [("Фонду салідарнасці BYSOL", "bysol", True)]


@pytest.mark.parametrize(
    "words",
    ["турма", "Рада", "рада", "цэнтр", "Solidarity Fund", "Belarusian", "Human", "the trial", "Суд пастанавіў",
     "судзілі", "Trials are long", "жаночая", "fund"],
)  # fmt: skip
def test_ordinary_words_of_a_name_alone_are_left_alone(words: str) -> None:
    assert caught(words) == []


def test_what_only_may_be_the_name_is_a_doubt() -> None:
    assert caught("Пра Вілейскую гаворку") == [("Вілейскую", "jail", False)]
    assert caught("у Вярхоўны Суд і суд") == [("Суд", "event", False)]
    assert caught("прыйшла вясна") == [("вясна", "viasna", False)]
    assert caught("Прыйшла вясна. Вясна ідзе.")[1] == ("Вясна", "viasna", False)


def test_addresses_are_looked_through_for_the_words_in_a_row() -> None:
    assert NET.anywhere("x-zhanochayarada-2.html")
    assert NET.anywhere("xxbysolxx")
    assert not NET.anywhere("centre-of-the-fund.html")


def test_ordinary_words_are_known_in_every_case() -> None:
    assert all(map(is_ordinary, ("турмы", "Камітэту", "тюрьме", "teismo", "Committees")))
    assert not any(map(is_ordinary, ("Вясна", "Вілейская", "BYSOL")))


def test_known_words_are_worth_asking_about_where_they_say_something() -> None:
    assert is_worth_asking("Zarembaitė", "Jonas Zaremba")
    assert is_worth_asking("זרמבה", "זנון זרמבה")
    assert not is_worth_asking("William", "Rose Will")
    assert not is_worth_asking("усе", "Anna Ous")
    assert not is_worth_asking("Суд", "Суд над сямю")


def test_a_usual_word_after_a_paper_or_in_a_place_is_theirs() -> None:
    assert of_a_title("на Радио Свобода", 9, 16)
    assert of_a_title("in Gorky Park", 9, 13)
    assert not of_a_title("сказала Свобода", 8, 15)
    assert not of_a_title("said Judge Park", 11, 15)
    assert not of_a_title("Yesterday Park said", 10, 14)


@pytest.mark.parametrize("name", ["Шклоў", "Салідарнасць", "Hope"])
def test_a_name_that_is_a_usual_word_is_asked_about_and_sure_where_it_is_all(name: str) -> None:
    net = NameNet([Forms("o", (name,), person=False)])
    assert [catch.sure for catch in net.find(f"{name} заплаціла. І {name} там.")] == [False, False]
    assert [catch.sure for catch in net.find(f"«{name}»")] == [True]


@pytest.mark.parametrize(
    ("name", "word"), [("Вілейка", "вілейскай"), ("Шклоў", "шкловской"), ("Орша", "аршанскай"), ("Горкі", "горацкай")]
)
def test_adjectives_of_a_place_are_asked_about(name: str, word: str) -> None:
    found = NameNet([Forms("o", (name,), person=False)]).find(f"у {word} калоніі")
    assert [(catch.start, catch.end, catch.sure) for catch in found] == [(2, 2 + len(word), False)]
