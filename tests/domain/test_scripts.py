from __future__ import annotations

import pytest

from workbench.domain.scripts import fitting_language, script_of, script_of_language


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Марыя Калеснікава", "Cyrl"),
        ("Maryja Kaleśnikava", "Latn"),
        ("Марыя Калеснікава (Maria)", "Cyrl"),
        ("Марыя (Maria)", ""),
        ("BBC – Бі-бі-сі", "Cyrl"),
        ("1984", ""),
        ("", ""),
        ("მარია", ""),
        ("არა Ab", ""),
    ],
)
def test_the_script_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("tag", "script"),
    [("be", "Cyrl"), ("be-Latn", "Latn"), ("be-tarask", "Cyrl"), ("lt", "Latn"), ("sr", ""), ("sr-Cyrl", "Cyrl"),
     ("und", "")],
)  # fmt: skip
def test_a_language_is_written_in_one_script_or_nothing_is_known(tag: str, script: str) -> None:
    assert script_of_language(tag) == script


@pytest.mark.parametrize(
    ("text", "tag", "fitting"),
    [
        ("Марыя Калеснікава", "en", "be"),
        ("Мария Колесникова", "en", "ru"),
        ("Олексій Їжак", "lt", "uk"),
        ("Марк", "en", "be"),
        ("Maria Kolesnikova", "ru", "en"),
        ("Marija Kolesnikovaitė", "ru", "lt"),
        ("Maryja Kaleśnikava", "be", "be-Latn"),
        ("Марыя", "be-Latn", "be"),
        ("Марыя", "ru", ""),
        ("Maria", "lt", ""),
        ("Марыя", "sr", ""),
        ("1984", "ru", ""),
        ("Марыя", "und", ""),
    ],
)
def test_a_language_that_fits_the_script_is_offered(text: str, tag: str, fitting: str) -> None:
    assert fitting_language(text, tag) == fitting
