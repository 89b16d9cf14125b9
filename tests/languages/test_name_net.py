"""A net for names that must not be named."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from workbench.languages.name_net import Catch, Forms, NameNet

NET = NameNet(
    [
        Forms("p", ("Марыя Калеснікава", "Мария Колесникова", "Maryja Kaleśnikava", "Marija Kalesnikava")),
        Forms("o", ("Рэйкавы шлях",), person=False),
    ]
)


def caught(text: str) -> list[tuple[str, str, bool]]:
    return [(text[c.start : c.end], c.owner, c.sure) for c in NET.find(text)]


@pytest.mark.parametrize(
    "words",
    [
        "Марыю Калеснікаву", "М. В. Калеснікава", "Калеснікавай М. В.", "КАЛЕСНІКАВАЙ", "Колесниковой",
        "Kalesnikavos", "Kolesnikova", "Ка\u200bлес\u0301нікаву", "Ка\u00adлеснікаву", "Kаleснiкava",
        "К-а-л-е-с-н-і-к-а-в-а",
        "Kolesni-\nkova", "К а л е с н і к а в а", "Калеснікаву",
    ],
)  # fmt: skip
def test_a_name_is_found_in_any_dress(words: str) -> None:
    assert caught(f"Учора {words}, і ўсё.") == [(words, "p", True)]


def test_the_end_of_a_sentence_is_no_initial() -> None:
    assert caught("in the region. Марыя Калеснікава") == [("Марыя Калеснікава", "p", True)]
    assert caught("і М. Калеснікава") == [("М. Калеснікава", "p", True)]


def test_encoded_names_are_found_whole() -> None:
    address = "https://x.by/%D0%9A%D0%B0%D0%BB%D0%B5%D1%81%D0%BD%D1%96%D0%BA%D0%B0%D0%B2%D0%B0"
    assert caught(f"гл. {address} там") == [(address, "p", True)]


@pytest.mark.parametrize("words", ["з калеснікавай", "Марыя пайшла", "Сяргей Калеснікаў", "В. Калеснікава"])
def test_what_may_be_somebody_else_is_not_sure(words: str) -> None:
    assert [sure for _words, _owner, sure in caught(words)] == [False]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Павел Дубовік", "Паўла Дубовіка"), ("Пётр Дубовік", "Пятру Дубовіку"), ("Леў Дубовік", "Льва Дубовіка"),
        ("Мікалай Дубовік", "Коля Дубовік"), ("Кацярына Дубовік", "Катю Дубовік"), ("Ганна Дубовік", "Анна Дубовик"),
    ],
)  # fmt: skip
def test_the_given_name_goes_with_the_family_name_in_any_form(name: str, words: str) -> None:
    (catch,) = NameNet([Forms("p", (name, name.replace("Дубовік", "Дубовик")))]).find(f"Учора {words} выйшаў.")
    assert (catch.start, catch.end, catch.sure) == (6, 6 + len(words), True)


def test_anothers_given_name_or_initial_makes_a_doubt_of_the_whole() -> None:
    net = NameNet([Forms("p", ("Зміцер Дубовік",))])
    for words in ("Марыя Дубовік", "М. Дубовік", "Дубовік М."):
        assert net.find(f"Там {words}, так.") == [Catch(4, 4 + len(words), "p", sure=False)]
    assert net.find("Там З. Дубовік, так.") == [Catch(4, 14, "p", sure=True)]


def test_a_given_name_with_another_family_name_is_somebody_else() -> None:
    net = NameNet([Forms("p", ("Марыя Калеснікава",))])
    assert net.find("Учора Марыя Дубовік прыйшла.") == []
    assert [catch.sure for catch in net.find("Там Марыя К.")] == [True]
    assert [catch.sure for catch in net.find("Марыя Дома Была")] == [False]


@pytest.mark.parametrize(("name", "text"), [("Наталля Беларус", "Republic of Belarus"), ("Ганна Воля", "Воля народа")])
def test_a_usual_word_or_a_country_alone_is_never_sure(name: str, text: str) -> None:
    net = NameNet([Forms("p", (name, "Natallia Belarus") if "Беларус" in name else (name,))])
    assert [catch.sure for catch in net.find(text)] == [False]
    assert [catch.sure for catch in net.find(f"Там {name}.")] == [True]


def test_other_names_need_all_their_words() -> None:
    assert caught("Няма Рэйкавага шляху, ёсць шлях.") == [("Рэйкавага шляху", "o", True)]


@pytest.mark.parametrize("words", ["Марка і калясы ў марце", "Maryland", "More of March", "нічога", "", "каля сніка"])
def test_other_words_are_left_alone(words: str) -> None:
    assert caught(words) == []


def test_runs_without_spaces_are_looked_through() -> None:
    assert NET.anywhere("mkalesnikava2.html")
    assert NET.anywhere("https://example.org/xx_kolesnikova_yy")
    assert not NET.anywhere("https://example.org/maryland")


def test_nothing_is_caught_without_names() -> None:
    assert not NameNet([])
    assert NameNet([]).find("Марыя") == []
    assert NET.find("Калеснікава")[0] == Catch(0, 11, "p", sure=True)


@pytest.mark.parametrize("unit", ["iVBORw0KGgoAAAANSUhEUg", "калеснік", "Калеснікава", "&a", "Аб.", "aў"])
def test_a_long_run_without_spaces_costs_by_its_length_only(unit: str) -> None:
    few, many = (_steps(unit * n) for n in (100, 800))
    assert many < 12 * few
    # What the regular expressions do is not counted: were it quadratic, this would take minutes.
    NET.find(unit * (40_000 // len(unit)))


def _steps(text: str) -> int:
    """Count the lines of the net's own code that looking through a text takes."""
    count = 0

    def trace(frame: FrameType, event: str, _arg: object) -> object:
        nonlocal count
        if "name_net" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        NET.find(text)
    finally:
        sys.settrace(before)
    return count
