"""Where a find stands, to the code point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.languages.fold import fold
from workbench.services.archives import Created
from workbench.services.sources import import_source, read_pasted
from workbench.store.queries.search import locate, search
from workbench.store.queries.sources import read_text, source_detail

TEXT = (
    "🎉👩🏽‍🚀 A le\u0301tter\n\n"
    + "Many words stand before it. " * 8
    + "Then Kaleśnikava stepped out of the gate. "
    + "More. " * 60
)


@pytest.mark.parametrize(
    ("body", "query", "found"),
    [
        ("Then Kaleśnikava came", "Kaleśnikava", "Kaleśnikava"),
        ("Then Kaleśnikava came", "kalesnikava", "Kaleśnikava"),
        ("a le\u0301tter home", "letter", "le\u0301tter"),
        ("a le\u0301tter home", "le\u0301t", "le\u0301t"),
        ("🎉 free", "FREE", "free"),
        ("Straße und Strasse", "strasse", "Straße"),
        ("ПАЎЛАЎ", "паўлаў", "ПАЎЛАЎ"),
        ("Вільня", "Vilnius", ""),
    ],
)
def test_finds_are_located_without_case_and_accents(body: str, query: str, found: str) -> None:
    at, length = locate(body, query)
    assert body[at : at + length] == found


@given(st.text(max_size=40), st.text(min_size=1, max_size=6))
def test_a_location_is_always_inside_the_text(body: str, query: str) -> None:
    at, length = locate(body, query)
    assert 0 <= at <= at + length <= len(body)
    assert locate(f"{body}{query}", query)[1] or not query.strip() or not locate(query, query)[1]


def test_excerpts_begin_and_end_between_words(sample: Created) -> None:
    archive = sample.archive
    imported = archive.perform(import_source(read_pasted(html=None, text=TEXT)), author_id=sample.profile_id).value
    with archive.read() as connection:
        hits = [hit for hit in search(connection, "kalesnikava", fold) if hit.source_id == imported.source_id]
        detail = source_detail(connection, imported.source_id)
        assert detail is not None
        text = read_text(connection, detail.text_version_id).text
    (hit,) = hits
    assert text[hit.position : hit.position + hit.length] == "Kaleśnikava"
    assert hit.excerpt[hit.at : hit.at + hit.length] == "Kaleśnikava"
    assert hit.before
    assert hit.after
    assert hit.excerpt.split()[0] in ("Many", "words", "stand", "before", "it.")
    assert hit.excerpt.endswith("More.")
