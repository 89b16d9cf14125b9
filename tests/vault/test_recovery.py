from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from workbench.domain.errors import InputError
from workbench.i18n import INTERFACE_LANGUAGES
from workbench.vault.keys import ArchiveKey
from workbench.vault.recovery import from_words, sheet_html, to_words

SALT = bytes(range(16))
WORDS = (
    "void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol "
    "group space point ten exist slush involve unfold"
)
# Test vectors of BIP 39: 32 bytes of entropy each.
VECTORS = [
    (bytes(32), "abandon " * 23 + "art"),
    (
        b"\x7f" * 32,
        "legal winner thank year wave sausage worth useful " * 2 + "legal winner thank year wave sausage worth title",
    ),
    (
        b"\x80" * 32,
        "letter advice cage absurd amount doctor acoustic avoid " * 2
        + "letter advice cage absurd amount doctor acoustic bless",
    ),
    (b"\xff" * 32, "zoo " * 23 + "vote"),
    (
        bytes.fromhex("f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f"),
        WORDS,
    ),
]


@pytest.mark.parametrize(("raw", "words"), VECTORS)
def test_bip39_vectors(raw: bytes, words: str) -> None:
    assert to_words(ArchiveKey(raw, SALT)) == words.split()
    assert from_words(words, SALT) == ArchiveKey(raw, SALT)


@given(raw=st.binary(min_size=32, max_size=32), salt=st.binary(min_size=16, max_size=16))
def test_any_key_comes_back_from_its_words(raw: bytes, salt: bytes) -> None:
    key = ArchiveKey(raw, salt)
    words = to_words(key)
    assert len(words) == 24
    assert from_words(" ".join(words), salt) == key


@given(raw=st.binary(min_size=32, max_size=32), data=st.data())
def test_words_as_people_type_them(raw: bytes, data: st.DataObject) -> None:
    key = ArchiveKey(raw, SALT)
    pieces = []
    for number, word in enumerate(to_words(key), start=1):
        length = data.draw(st.integers(min(4, len(word)), len(word)))
        case = data.draw(st.sampled_from([str.upper, str.title, str.lower]))
        mark = data.draw(st.sampled_from([f"{number}. ", f"{number})", "", f"{number}\t", "– "]))
        pieces.append(mark + case(word[:length]) + data.draw(st.sampled_from([" ", "\n", "  \r\n", "; ", "\u00a0"])))
    assert from_words("".join(pieces), SALT) == key


def test_every_word_has_its_own_first_four_letters() -> None:
    shortened = " ".join(word[:4] for word in WORDS.split())
    assert from_words(shortened, SALT) == from_words(WORDS, SALT)
    assert len({word[:4] for word in Mnemonic("english").wordlist}) == 2048


@pytest.mark.parametrize("wrong", ["comee", "com", "соme", "xyzzy", "effortless"])
def test_wrong_word_is_named_by_its_number_only(wrong: str) -> None:
    words = WORDS.split()
    words[1] = wrong
    with pytest.raises(InputError, match="Word 2 ") as caught:
        from_words(" ".join(words), SALT)
    assert caught.value.field == "words"
    assert wrong not in str(caught.value)


def test_words_out_of_place_fail_the_checksum() -> None:
    words = WORDS.split()
    words[0], words[1] = words[1], words[0]
    with pytest.raises(InputError, match="do not belong together") as caught:
        from_words(" ".join(words), SALT)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(("count", "said"), [(0, "There are 0"), (1, "There is 1"), (23, "are 23"), (25, "are 25")])
def test_other_counts_are_refused(count: int, said: str) -> None:
    with pytest.raises(InputError, match=said):
        from_words(" ".join((WORDS.split() * 2)[:count]), SALT)


def test_endless_text_is_refused_unread() -> None:
    with pytest.raises(InputError, match="longer than"):
        from_words("come " * 1_000_000, SALT)


def _page(language: str, name: str = "Вясна <2025> & co.archive") -> str:
    return sheet_html(WORDS.split(), name, datetime(2025, 12, 13, 10, 30, tzinfo=UTC), language)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_sheet_stands_alone(language: str) -> None:
    page = _page(language)
    assert f'<html lang="{language}">' in page
    assert not re.search(r"<script|<img|<link|<iframe|src=|href=|url\(|https?:|@import", page)
    assert html.escape("Вясна <2025> & co.archive") in page
    assert "<2025>" not in page
    assert "{" not in re.sub(r"<style>.*</style>", "", page)


def test_sheet_shows_date_in_the_readers_language() -> None:
    assert "2025" in _page("lt")
    assert _page("lt") != _page("en")


def test_printed_sheet_has_every_word_with_its_number(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setHtml(_page("en"))
    text = document.toPlainText().replace("\u00a0", " ")
    for number, word in enumerate(WORDS.split(), start=1):
        assert f"{number}. {word}" in text
    assert "next passphrase change" in text
    assert from_words(" ".join(re.findall(r"\d+\. ([a-z]+)\n", text)), SALT) == from_words(WORDS, SALT)
