from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

from found import find_records
from rooms import Room, span_of
from workbench.domain.anchors import Span
from workbench.domain.date_text import date_text
from workbench.domain.inputs import MentionInput, NoteInput, StatementInput
from workbench.domain.kinds import Certainty, Standing
from workbench.i18n import activate
from workbench.qt.history.row_history import read_past
from workbench.qt.look.style import Look
from workbench.qt.printing.dossier import EVIDENCE, HISTORY, MENTIONS, QUOTES, dossier_pieces
from workbench.qt.printing.output import write_pdf
from workbench.qt.printing.pages import Pages, Paper
from workbench.qt.printing.pieces import LONGEST, Piece, Style
from workbench.services.claims import add_statement, weigh_statement
from workbench.services.passages import add_note
from workbench.services.records import link_passage
from workbench.store.queries.dossier import Dossier, read_dossier

ALL = frozenset({EVIDENCE, QUOTES, MENTIONS})


def read(room: Room, name: str, language: str = "en") -> Dossier:
    with room.archive.read() as connection:
        found = read_dossier(connection, find_records(connection, name, "en")[0].record_id, language, lambda: None)
    assert found is not None
    return found


def lines(pieces: Sequence[Piece], title: str) -> list[str]:
    """The words of the pieces of one section."""
    at = next(place for place, piece in enumerate(pieces) if piece.style is Style.SECTION and piece.text == title)
    rest = pieces[at + 1 :]
    end = next((place for place, piece in enumerate(rest) if piece.style is Style.SECTION), len(rest))
    return [piece.text for piece in rest[:end]]


def test_values_have_numbers_and_those_in_conflict_their_words(sample_room: Room) -> None:
    pieces = list(dossier_pieces(read(sample_room, "Ales Bialiatski"), ALL, "Made by AK", None))
    assert [piece.text for piece in pieces[:3]] == ["Ales Bialiatski", "Person · 1 conflict", "Made by AK"]
    assert [piece.begins_page for piece in pieces].count(True) == 1
    said = lines(pieces, "What is said")
    at = said.index("Time held: the sources disagree")
    assert said[at + 1 : at + 6] == [
        "10 years (English)6",
        "“freed, one early dispatch reported, having served a 10-year sentence” — source 1, 12 January 2026",
        "4 years (English)7,8",
        "“after four years of confinement” — source 1, 12 January 2026",
        "“a little over four is what the calendar shows between arrest and release” — source 1, 12 January 2026",
    ]
    held = next(piece for piece in pieces if piece.text == "4 years (English)7,8")
    assert [held.text[start:end] for start, end in held.raised] == ["7,8"]
    notes = lines(pieces, "Evidence")
    assert notes[6] == "7. “after four years of confinement” — source 1, 12 January 2026"
    assert [note.split(".")[0] for note in notes] == [str(number) for number in range(1, len(notes) + 1)]
    sources = lines(pieces, "Sources")
    assert len(sources) == 3
    assert sources[1].startswith("https://example.org/")
    assert len(sources[2].removeprefix("SHA-256 of the original: ")) == 64
    quotes = lines(pieces, "Quotes")
    assert "“Optimism and activism—never give up!”" in quotes
    assert "Lithuanian (final): Optimizmas ir aktyvumas – niekada nepasiduokite!" in quotes
    assert len(lines(pieces, "4 mentions")) == 4
    assert "founder of → Viasna Human Rights Centre11" in lines(pieces, "Relations")


def test_parts_are_left_out(sample_room: Room) -> None:
    dossier = read(sample_room, "Ales Bialiatski")
    pieces = list(dossier_pieces(dossier, frozenset(), "", None))
    sections = [piece.text for piece in pieces if piece.style is Style.SECTION]
    assert sections == ["Names", "What is said", "Events", "Relations", "Sources"]
    assert not any(piece.raised for piece in pieces)
    with sample_room.archive.read() as connection:
        past = read_past(connection, dossier.detail.id, "en")
    whole = list(dossier_pieces(dossier, frozenset({HISTORY}), "", past))
    assert any(line.startswith("Name: Load the sample") for line in lines(whole, "History"))


def test_what_is_not_certain_is_told(room: Room) -> None:
    version = room.bring_in()
    alena = room.person("Alena Sokał")
    given = StatementInput(property="occupation", value="librarian", certainty=Certainty.PROBABLE, dated="2020/2024")
    room.do(add_statement(alena, given, ()))
    for value in ("1984~", "1990"):
        room.do(add_statement(alena, StatementInput(property="birth", value=value), ()))
    born = next(key for key, row in room.rows()["statement"].items() if row["value"] == "1990")
    room.do(weigh_statement(born, Standing.PREFERRED, "the passport says so"))
    room.do(link_passage(version, span_of("Alena Sokał"), alena, MentionInput(certainty=Certainty.POSSIBLE)))
    room.do(add_note(version, span_of("Alena Sokał"), NoteInput(body="ask\nher brother")))
    pieces = list(dossier_pieces(read(room, "Alena Sokał"), ALL, "", None))
    assert pieces[1].text == "Person · 3 without evidence"
    said = lines(pieces, "What is said")
    assert f"librarian (probable · {date_text('2020/2024', 'en')} · no evidence yet)" in said
    assert "the sources disagree; weighed" in " ".join(said)
    assert said[said.index("1990 (no evidence yet)") + 1] == "Preferred: the passport says so"
    assert lines(pieces, "1 mention") == ["“Alena Sokał” — source 1 (mentioned · possible)", "Note: ask her brother"]


def test_a_long_value_is_parted(room: Room) -> None:
    version = room.bring_in("word " * 2_000)
    alena = room.person("Alena Sokał")
    room.do(link_passage(version, Span(0, 9_500), alena, MentionInput()))
    pieces = list(dossier_pieces(read(room, "Alena Sokał"), ALL, "", None))
    parts = [piece for piece in pieces if piece.style is Style.NOTE and "word" in piece.text]
    assert [len(piece.text) <= LONGEST for piece in parts] == [True, True, True]
    assert [piece.goes_on for piece in parts] == [False, True, True]


@pytest.mark.usefixtures("look")
def test_a_pdf_of_two_with_the_words_as_they_stand(sample_room: Room, look: Look, tmp_path: Path) -> None:
    activate("be")
    both = [read(sample_room, name, "be") for name in ("Ales Bialiatski", "Maria Kolesnikova")]
    pieces = [piece for each in both for piece in dossier_pieces(each, ALL, "22.11.2026, 10:19:53", None)]
    pages = Pages(pieces, Paper.A4, title="Dossiers")
    write_pdf(pages, tmp_path / "dossier.pdf", lambda _done, _all: None)
    found = [
        "".join(page.extract_text().split())
        for page in PdfReader(io.BytesIO((tmp_path / "dossier.pdf").read_bytes())).pages
    ]
    assert found[0].startswith("АлесьБяляцкі")
    assert "10:19:53" in found[0]
    assert len([text for text in found if text.startswith("МарыяКалеснікава")]) == 1
    assert "Ёнпапрасіўлюдзей" in "".join(found)
