"""The page as a dossier: what asks to be looked at, its parts by keyboard, rows by the thousand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from made_dossier import make_dossier
from workbench.domain.anchors import Span
from workbench.domain.inputs import NoteInput, StatementInput
from workbench.qt.levels.control import LevelButton
from workbench.qt.records.section import MOST
from workbench.qt.session import Place, ViewName
from workbench.services.claims import add_statement
from workbench.services.passages import add_note

from .conftest import Shelf

CTRL = Qt.KeyboardModifier.ControlModifier


def say(shelf: Shelf, name: str, count: int) -> None:
    record_id = shelf.find(name)
    for number in range(count):
        given = StatementInput(property="occupation", value=f"trade {number}")
        shelf.session.archive.perform(add_statement(record_id, given, ()), author_id=shelf.session.author_id)


def shown(shelf: Shelf) -> list[str]:
    return [label.text() for label in shelf.view.page.findChildren(QLabel) if label.isVisible()]


def test_counts_lead_to_what_they_count(shelf: Shelf) -> None:
    say(shelf, "Ales Bialiatski", 2)
    known = shelf.open("Ales Bialiatski")
    page = shelf.view.page
    assert page.conflict_button.text() == "1 conflict"
    assert page.bare_button.text() == "2 without evidence"
    page.conflict_button.click()
    held = [row.id for row in known.detail.statements if row.property == "time_held"]
    assert shelf.focus().objectName() in {f"{row} link" for row in held}
    bare = [row.id for row in known.detail.statements if not row.evidence]
    page.bare_button.click()
    first = shelf.focus().objectName()
    shelf.view.run_action("record.lacks")
    second = shelf.focus().objectName()
    assert {first, second} == {f"{row} link" for row in bare}
    shelf.view.run_action("record.lacks")  # round again
    assert shelf.focus().objectName() in {f"{row} link" for row in held}
    shelf.open("Maxim Znak")
    assert not page.conflict_button.isVisible()
    assert not page.bare_button.isVisible()


def test_ctrl_and_arrows_go_from_part_to_part(shelf: Shelf) -> None:
    shelf.open("Ales Bialiatski")
    page = shelf.view.page
    page.history_button.setFocus()
    for part in (page.names, page.facts, page.participation, page.relations, page.quotes, page.mentions):
        shelf.key(Qt.Key.Key_Down, CTRL)
        assert part.isAncestorOf(shelf.focus())
    shelf.key(Qt.Key.Key_Up, CTRL)
    assert page.quotes.isAncestorOf(shelf.focus())


def test_many_rows_stand_in_parts(shelf: Shelf) -> None:
    say(shelf, "Maxim Znak", MOST + 5)
    shelf.open("Maxim Znak")
    page, total = shelf.view.page, len(shelf.known("Maxim Znak").detail.statements)
    assert f"1–{MOST} of {total}" in shown(shelf)
    assert f"trade {MOST + 4}" not in shown(shelf)
    on = shelf.child("turn on")
    on.setFocus()
    shelf.key(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert f"{MOST + 1}–{total} of {total}" in shown(shelf)
    assert f"trade {MOST + 4}" in shown(shelf)
    assert shelf.focus().objectName() == "turn back"
    page.bare_button.click()  # the first without evidence is in the first part
    assert f"1–{MOST} of {total}" in shown(shelf)
    assert page.facts.isAncestorOf(shelf.focus())


def test_quotes_have_their_translations_and_passages_their_notes(shelf: Shelf) -> None:
    known = shelf.known("Ales Bialiatski")

    version, span = known.quotes[0].text_version_id, Span(known.quotes[0].start, known.quotes[0].end)
    note = add_note(version, span, NoteInput(body="heard on the radio too"))
    shelf.session.archive.perform(note, author_id=shelf.session.author_id)
    shelf.open("Ales Bialiatski")
    words = shown(shelf)
    assert "Optimizmas ir aktyvumas – niekada nepasiduokite!" in words
    assert "Note: heard on the radio too" in words


def test_a_full_page_is_made_from_the_top_and_what_is_asked_for_meanwhile_is_done_then(
    shelf: Shelf, qtbot: QtBot
) -> None:
    full = make_dossier(shelf.session.archive, shelf.session.author_id, tens=2)
    shelf.open("Maxim Znak")
    page = shelf.view.page
    page.facts.add_button.setFocus()
    shelf.view.show_place(Place(ViewName.RECORDS, record_id=full))
    page.go_to_lack()
    assert not page.filled
    assert not any(part.isVisible() for part in page.sections)  # nothing of another record meanwhile
    assert page.hasFocus()

    seen: list[int] = []
    page.facts.fill_asked.connect(lambda: seen.append(-1))
    while not page.filled:
        QApplication.processEvents()
        seen.append(sum(part.isVisible() for part in page.sections))
    assert seen == sorted(seen)
    assert seen[-1] == len(page.sections)
    said = [row.id for row in shelf.known("Alena Sokal").detail.statements]
    assert shelf.focus().objectName() in {f"{row} link" for row in said}
    assert len(page.names.findChildren(LevelButton)) == MOST

    shelf.open("Maxim Znak")
    page.facts.add_button.setFocus()
    shelf.view.show_place(Place(ViewName.RECORDS, record_id=full))
    qtbot.waitUntil(lambda: page.filled)
    assert shelf.focus() is page.facts.add_button  # it was on a part that came later
    shelf.key(Qt.Key.Key_Tab)
    assert page.facts.isAncestorOf(shelf.focus())
