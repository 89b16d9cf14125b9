"""Conflicts, certainty and own properties on a record's page, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from workbench.qt.records.claim_form import ClaimForm
from workbench.qt.records.facts import WeighForm
from workbench.qt.records.vocabulary import PropertyForm
from workbench.store.queries.records import StatementRow

from .conftest import Shelf

PERSON = "Ales Bialiatski"


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def held(shelf: Shelf) -> list[StatementRow]:
    return [row for row in shelf.known(PERSON).detail.statements if row.property == "time_held"]


def test_a_conflict_is_weighed_with_a_reason_and_taken_back(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open(PERSON)
    page = shelf.view.page
    assert "1 conflict" in page._facts.text()
    assert "the sources disagree" in texts(page.facts)
    first, second = held(shelf)
    shelf.child(f"{first.id} aside").setFocus()
    shelf.key(Qt.Key.Key_Return)
    form = page.facts.form
    assert isinstance(form, WeighForm)
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Say why" in form._rows["reason"].error)
    shelf.type("rounded")
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [row.standing for row in held(shelf)] == ["set aside", ""])
    qtbot.waitUntil(lambda: "Set aside: rounded" in texts(page.facts))
    assert "the sources disagree; weighed" in texts(page.facts)
    assert "conflict" not in page._facts.text()
    assert [row.value for row in held(shelf)] == [first.value, second.value]
    shelf.child(f"{first.id} anew").setFocus()
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "the sources disagree" in texts(page.facts))
    assert [row.reason for row in held(shelf)] == ["", ""]


def test_a_property_of_the_archives_own_is_made_where_it_is_missed(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open(PERSON)
    facts = shelf.view.page.facts
    facts.add_button.click()
    form = facts.form
    assert isinstance(form, ClaimForm)
    assert form.claim.itemText(form.claim.count() - 1) == "New property…"
    shelf.key(Qt.Key.Key_End)
    made = facts.form
    assert isinstance(made, PropertyForm)
    shelf.type("Prison number")
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(facts.form, ClaimForm))
    again = facts.form
    assert isinstance(again, ClaimForm)
    assert again.values is not None
    assert again.claim.currentText() == "Prison number"
    shelf.type("17")
    again.values.certainty.choose(2)
    again.values.dated.set_value("2021 – December 2025")
    again.save_button.setFocus()
    shelf.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: facts.form is None)
    qtbot.waitUntil(lambda: "Prison number" in texts(facts))
    row = next(row for row in shelf.known(PERSON).detail.statements if row.about.own)
    assert (row.value, row.certainty, row.dated, row.evidence) == ("17", "possible", "2021/2025-12", ())
    assert "○  No evidence yet" in texts(facts)
    assert "1 without evidence" in shelf.view.page._facts.text()
    assert "English · possible · 2021 – December 2025" in texts(facts)


def test_a_relation_to_itself_is_refused_at_the_field(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open(PERSON)
    relations = shelf.view.page.relations
    before = shelf.known(PERSON).detail.relations
    relations.add_button.click()
    form = relations.form
    assert isinstance(form, ClaimForm)
    assert form.values is not None
    record = form.values.record
    assert record is not None
    shelf.type("bialiatski")
    qtbot.waitUntil(lambda: bool(record.search.model.offers))
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(record.record_id))
    form.save()
    row = form.values.rows["record"]
    qtbot.waitUntil(lambda: "not related to itself" in row.error)
    assert shelf.known(PERSON).detail.relations == before
