from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.domain.anchors import Span
from workbench.domain.inputs import NameInput, ProfileInput, QuoteInput, RecordInput, TranslationInput
from workbench.domain.kinds import NameKind, RecordKind, TranslationState
from workbench.services import quotes, records
from workbench.services.archives import create_archive
from workbench.services.matches import Match, completions, find_matches
from workbench.services.sources import import_source, read_pasted
from workbench.store.archive import Archive
from workbench.vault.keys import Parameters

FIRST = "Kolesnikova said that the gates were open at last."
SECOND = "Kolesnikova said that the gates were open again."
OTHER = "Rivers freeze over slowly in December, and nobody notices it."
TEXT = f"{FIRST}\n{SECOND}\n{OTHER}"


@pytest.fixture
def archive(tmp_path: Path, cheap_parameters: Parameters) -> Iterator[Archive]:
    created = create_archive(
        tmp_path / "a.archive",
        "seven reeds by the slow river",
        ProfileInput(name="Alena", initials="AJ"),
        parameters=cheap_parameters,
    )
    yield created.archive
    created.archive.close()


def marked(archive: Archive) -> list[str]:
    version = archive.perform(import_source(read_pasted(html=None, text=TEXT)), author_id=None).value.text_version_id
    found = []
    for words in (FIRST, SECOND, OTHER):
        span = Span(TEXT.index(words), TEXT.index(words) + len(words))
        act = quotes.mark_quote(version, span, QuoteInput(published_language="en"))
        found.append(archive.perform(act, author_id=None).value.quote_id)
    return found


def matches(archive: Archive, quote_id: str, language: str) -> list[Match]:
    with archive.read() as connection:
        return find_matches(connection, quote_id, language)


def translate(archive: Archive, quote_id: str, text: str) -> None:
    given = TranslationInput(language="ru", text=text)
    archive.perform(quotes.write_translation(quote_id, given), author_id=None)


def test_a_like_quote_gives_its_translation_and_an_unlike_one_does_not(archive: Archive) -> None:
    first, second, other = marked(archive)
    translate(archive, first, "Ворота наконец открыты")
    translate(archive, other, "Реки замерзают")
    [match] = matches(archive, second, "ru")
    assert (match.text, match.original, match.state) == ("Ворота наконец открыты", FIRST, TranslationState.INITIAL)
    assert 80 <= match.score < 100
    assert matches(archive, second, "lt") == []


def test_its_own_translation_and_an_empty_one_are_no_match(archive: Archive) -> None:
    first, second, _other = marked(archive)
    translate(archive, first, "Ворота открыты")
    translate(archive, second, "")
    assert matches(archive, first, "ru") == []


def test_names_in_the_quote_come_in_the_target_language(archive: Archive) -> None:
    first, *_rest = marked(archive)
    names = (
        NameInput(value="Maria Kolesnikova", tag="en"),
        NameInput(value="Kolesnikova", tag="en", kind=NameKind.SHORT),
        NameInput(value="Колесникова", tag="ru", kind=NameKind.SHORT),
        NameInput(value="Мария Колесникова", tag="ru"),
    )
    archive.perform(records.create_record(RecordInput(kind=RecordKind.PERSON, names=names)), author_id=None)
    found = matches(archive, first, "ru")
    assert [(m.text, m.original) for m in found] == [
        ("Колесникова", "Kolesnikova"),
        ("Мария Колесникова", "Kolesnikova"),
    ]
    assert all(m.record_id for m in found)
    assert matches(archive, first, "lt") == []


def test_a_removed_quote_has_no_matches(archive: Archive) -> None:
    assert matches(archive, "0190b0a0-0000-7000-8000-000000000000", "ru") == []


def test_a_word_is_completed_from_names_first() -> None:
    known = [
        Match("Мария открыла ворота", "Maria opened the gate", 90),
        Match("Мария Колесникова", "Maria Kolesnikova", 100, record_id="r"),
    ]
    assert completions(known, "мар") == ["Мария Колесникова", "Мария"]
    assert completions(known, "вор") == ["ворота"]
    assert completions(known, "ворота") == []
    assert completions(known, "") == []
