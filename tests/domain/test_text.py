from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.text import clean_for_terminal


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("", ""),
        ("plain", "plain"),
        ("Марыя Калеснікава, Žygimantas", "Марыя Калеснікава, Žygimantas"),
        ("one\ntwo\tthree\r", "one two three "),
        ("red \x1b[31malert\x1b[0m", "red [31malert[0m"),
        ("\x9b31m\x07bell\x00", "31mbell"),
        ("\u202egpj.exe\u202c", "gpj.exe"),
        ("\u2066a\u2069\u200e\u200f\u061c", "a"),
        ("lines\u2028and\u2029parts\x85", "lines and parts "),
        ("half \ud83d pair", "half  pair"),
        ("family 👨\u200d👩\u200d👧", "family 👨\u200d👩\u200d👧"),
        ("hidden\U000e0041\ufeff", "hidden"),
        ("e\u0301 stays", "e\u0301 stays"),
    ],
)
def test_clean_for_terminal(text: str, clean: str) -> None:
    assert clean_for_terminal(text) == clean


@given(st.text(st.characters()))
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    clean = clean_for_terminal(text)
    clean.encode("utf-8")
    assert {unicodedata.category(c) for c in clean} & {"Cc", "Cs", "Zl", "Zp"} == set()
    assert all(c in "\u200c\u200d" for c in clean if unicodedata.category(c) == "Cf")
    assert clean_for_terminal(clean) == clean
