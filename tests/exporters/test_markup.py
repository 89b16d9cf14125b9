"""HTML from words: nothing out of an archive becomes markup."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from workbench.exporters.markup import Markup, join, raw, tag, text

words = st.text(st.characters(exclude_categories=("Cs", "Cc")))


@given(words, words)
def test_any_words_come_back_as_words(inner: str, attribute: str) -> None:
    element = html.fragment_fromstring(tag("p", inner, title=attribute))
    assert element.tag == "p"
    assert len(element) == 0
    assert (element.text or "") == inner
    assert element.get("title") == attribute


def test_control_characters_become_the_replacement_character() -> None:
    assert text("a\x00\x1b\x85\tb\n") == "a\ufffd\ufffd\ufffd\tb\n"


def test_attributes_children_and_void_elements() -> None:
    made = tag(
        "label", "a", None, Markup("<b>x</b>"), class_="k", for_="i", http_equiv="y", hidden=True, title=None, lang=""
    )
    assert made == '<label class="k" for="i" http-equiv="y" hidden lang="">a<b>x</b></label>'
    assert tag("meta", charset="utf-8", checked=False) == '<meta charset="utf-8">'


def test_markup_is_escaped_once() -> None:
    assert join(text("<"), "<", raw("<br>")) == "&lt;&lt;<br>"
