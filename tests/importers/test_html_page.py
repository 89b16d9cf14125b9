from __future__ import annotations

import pytest

from workbench.importers.html_child import RefusedPageError
from workbench.importers.html_page import read_page


def test_a_fragment_is_taken_whole() -> None:
    answer = read_page("<p>Адно.</p><div>Другое <b>слова</b></div>", fragment=True)
    assert answer["blocks"] == [("p", 0, "Адно."), ("p", 0, "Другое слова")]


@pytest.mark.parametrize(
    ("head", "key", "value"),
    [
        ('<html lang="lt">', "language", "lt"),
        ('<html><meta http-equiv="content-language" content="ru, be">', "language", "ru"),
        ('<html><meta property="og:locale" content="be_BY">', "language", "be_BY"),
        ('<html><meta name="copyright" content="© Рэдакцыя">', "rights", "© Рэдакцыя"),
        ('<html><link rel="canonical" href="https://example.org/x">', "address", "https://example.org/x"),
    ],
)
def test_declarations(head: str, key: str, value: str) -> None:
    answer = read_page(f"{head}<body><p>Слова пра падзею, якая адбылася ў снежні.</p>", fragment=False)
    assert answer["found"][key] == value


def test_an_address_that_is_no_web_address_is_not_taken() -> None:
    answer = read_page('<html><link rel="canonical" href="javascript:x"><body><p>Слова пра падзею.</p>', fragment=True)
    assert "address" not in answer["found"]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "empty"),
        ("<div>" * 300 + "x", "depth"),
        ("<p " + " ".join(f"a{n}" for n in range(2_000)) + ">x", "attributes"),
        ("<p>x" * 500_001, "elements"),
        ("<p>" + "a" * 11_000_000, "run"),
    ],
)
def test_limits(page: str, reason: str) -> None:
    with pytest.raises(RefusedPageError) as caught:
        read_page(page, fragment=True)
    assert caught.value.args == (reason,)


def test_long_values_with_spaces_are_not_many_attributes() -> None:
    answer = read_page(f'<p data-x="{"word " * 3_000}" class="a b">Слова</p>', fragment=True)
    assert answer["blocks"] == [("p", 0, "Слова")]
