"""What was encoded once more, or read in a wrong charset."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest

from workbench.languages.name_called import Forms
from workbench.languages.name_misread import misread
from workbench.languages.name_net import NameNet
from workbench.services.levels import all_forms

NET = NameNet([Forms("p", all_forms([("Зянон Зарэмба", "be")]))])


def wrongly(text: str, written: str, read: str) -> str:
    """Return a text as it looks whose bytes are read in another charset; what that leaves free, as Latin-1."""
    return "".join(
        bytes([byte]).decode(read, "ignore") or chr(byte) for byte in text.encode(written)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "cp1251"), ("utf-8", "cp1252"), ("utf-8", "latin-1"), ("cp1251", "cp1252"), ("koi8-u", "latin-1"),
        ("koi8-u", "cp1251"), ("cp1251", "koi8-u"),
    ],
)  # fmt: skip
def test_a_name_read_in_a_wrong_charset_is_a_doubt(written: str, read: str) -> None:
    strange = wrongly("Зарэмбу", written, read)
    text = f"Там {strange}."
    assert [(text[c.start : c.end], c.sure) for c in NET.find(text)] == [(strange, False)]


@pytest.mark.parametrize("name", ["Zaremba", "Зянон Зарэмба", "seen with Zianon Zaremba"])
@pytest.mark.parametrize("alphabet", [base64.b64encode, base64.urlsafe_b64encode])
def test_a_name_in_base64_is_a_doubt(name: str, alphabet: Callable[[bytes], bytes]) -> None:
    run = alphabet(name.encode()).decode()
    for text in (f"id={run} x", f"({run.rstrip('=')})"):
        found = NET.find(text)
        assert [(run.rstrip("=") in text[c.start : c.end], c.sure) for c in found] == [(True, False)]
    assert NET.touched([run, "Zianon"]) == [True, True]
    assert NET.anywhere(run)


@pytest.mark.parametrize(
    "text",
    [
        "Übergrößenträger œuvre", "ABCDEFGHIJKL 1234567890", "Well-known-words/InCamelCase", "АДРАС ЗАРЫЯ Ё", "naïveté",
        "Žąsų ąžuolų šešėlių", "МІНІСТЭРСТВА", "AAAAAAAAAAAAAAAA",
    ],
)  # fmt: skip
def test_words_of_languages_are_no_names_in_disguise(text: str) -> None:
    assert NET.find(text) == []


def test_words_are_not_taken_for_base64() -> None:
    assert list(misread("Well-known-words and InternationalPeople")) == []
