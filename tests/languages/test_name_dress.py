"""What words of a text may really be."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from workbench.languages.name_dress import Guise, camels, decoded, guises, is_mixed


@pytest.mark.parametrize(
    "said",
    [
        quote("Жук"), quote(quote("Жук")), quote("Жук".encode("cp1251")), quote("Жук".encode("koi8-r")),
        "&#1046;&#1091;&#1082;", "&amp;#1046;&amp;#1091;&amp;#1082;", r"\u0416\u0443\u043a", r"\u{416}\u{443}\u{43a}",
        "=D0=96=\n=D1=83=D0=BA", r"\xd0\x96\xd1\x83\xd0\xba", "xn--" + "Жук".encode("punycode").decode(),
    ],
)  # fmt: skip
def test_encodings_are_undone(said: str) -> None:
    text = f"там {said} там"
    assert "Жук" in [words for start, end, words in decoded(text) if text[start:end] == said]


def test_what_is_not_encoded_is_not_given_back() -> None:
    assert list(decoded("100 % і A&B, a=b")) == []


def test_words_written_together_are_parted() -> None:
    assert camels("FreeSokal") == ["Free", "Sokal"]
    assert camels("HTMLSokal2Alena") == ["HTML", "Sokal2", "Alena"]
    assert camels("СОКАЛ") == ["СОКАЛ"]


def test_guises_say_where_they_stand() -> None:
    assert [g for g in guises("я Сок-ал") if g.word == "Сокал"] == [Guise(2, 8, "Сокал")]
    assert [g for g in guises("я Со-Кал") if g.word == "СоКал"] == [Guise(2, 8, "СоКал", likely=False)]
    assert [g.word for g in guises("кажа Сок\nал")] == ["Сокал"]
    assert [g.word for g in guises("кажа сок\nал")] == []
    assert [(g.start, g.end) for g in guises("гл. a.sokal@mail.by.") if g.word == "sokal"] == [(4, 19)]


def test_two_scripts_in_a_word_are_seen() -> None:
    assert is_mixed("Cокал")
    assert not is_mixed("Сокал2")
