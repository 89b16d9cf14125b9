"""Conflicts, certainty and own properties on a record's page, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.errors import StaleError
from workbench.domain.inputs import PropertyInput, StatementInput
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import PROPERTIES
from workbench.i18n import _
from workbench.qt.frame.language import switch_language
from workbench.qt.picker.offers import Choice
from workbench.qt.records.claim_form import ClaimForm
from workbench.qt.records.facts import WeighForm
from workbench.qt.records.vocabulary import PropertyForm
from workbench.services.claims import add_relation, add_statement
from workbench.services.vocabulary import add_property, edit_property
from workbench.store.queries.records import StatementRow
from workbench.store.queries.vocabulary import own_properties

from .conftest import Shelf

PERSON = "Ales Bialiatski"


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def held(shelf: Shelf) -> list[StatementRow]:
    return [row for row in shelf.known(PERSON).detail.statements if row.property == "time_held"]


def test_a_conflict_is_weighed_with_a_reason_and_taken_back(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open(PERSON)
    page = shelf.view.page
    assert page.conflict_button.text() == "1 conflict"
    assert "the sources disagree" in texts(page.facts)
    first, second = held(shelf)
    shelf.child(f"{first.id} aside").setFocus()
    shelf.key(Qt.Key.Key_Return)
    shelf.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is shelf.child(f"{first.id} aside")
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
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName().startswith(f"{first.id} ")
    assert not page.conflict_button.isVisible()
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
    assert shelf.view.page.bare_button.text() == "1 without evidence"
    assert "English · possible · 2021 – December 2025" in texts(facts)


def test_a_birth_after_a_year_is_not_something_that_lasts(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open(PERSON)
    facts = shelf.view.page.facts
    facts.add_button.click()
    form = facts.form
    assert isinstance(form, ClaimForm)
    form.claim.setCurrentText("Date of death")
    assert form.values is not None
    assert form.values.date is not None
    form.values.date.setFocus()
    shelf.type("nonsense")
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "cannot be read" in form.values.date.error)  # type: ignore[union-attr]
    assert any(text.startswith("For example 12.12.2025, December") for text in texts(form))
    form.values.date.set_value("пасля 2090")
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "2090 or later" in texts(facts))
    row = next(row for row in shelf.known(PERSON).detail.statements if row.property == "death")
    assert row.value == "2090/.."


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


def test_own_properties_are_changed_and_removed_where_they_are_made(shelf: Shelf, qtbot: QtBot) -> None:
    for label in ("Prison number", "Cell"):
        given = PropertyInput(label=label, kinds=(RecordKind.PERSON,))
        shelf.session.archive.perform(add_property(given), author_id=shelf.session.author_id)
    with shelf.session.read() as connection:
        number, cell = own_properties(connection)
    person = shelf.find(PERSON)
    said = StatementInput(property=number, value="17")
    shelf.session.archive.perform(add_statement(person, said, ()), author_id=shelf.session.author_id)
    shelf.open(PERSON)
    facts = shelf.view.page.facts
    facts.add_button.click()
    shelf.key(Qt.Key.Key_End)
    assert isinstance(facts.form, PropertyForm)
    assert {"Properties of this archive", "Prison number", "Cell", "text · Persons"} <= set(texts(facts.form))
    shelf.child(f"{number} trash-2").setFocus()
    shelf.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any("Statements have this property." in text for text in texts(facts)))
    shelf.child(f"{cell} trash-2").setFocus()
    shelf.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Cell" not in texts(facts))
    assert shelf.focus() is facts.form.label
    shelf.child(f"{number} pencil").setFocus()
    shelf.key(Qt.Key.Key_Space)
    form = facts.form
    assert isinstance(form, PropertyForm)
    assert shelf.focus() is form.label
    shelf.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    shelf.type("Number in prison")
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Number in prison" in texts(facts))
    with shelf.session.read() as connection:
        assert [known.label for known in own_properties(connection).values()] == ["Number in prison"]


def test_an_own_property_that_somebody_else_changes_meanwhile_is_not_overwritten(shelf: Shelf, qtbot: QtBot) -> None:
    archive, author = shelf.session.archive, shelf.session.author_id
    given = PropertyInput(label="Cell", kinds=(RecordKind.PERSON,))
    key = archive.perform(add_property(given), author_id=author).value
    shelf.open(PERSON)
    facts = shelf.view.page.facts
    facts.add_button.click()
    shelf.key(Qt.Key.Key_End)
    shelf.child(f"{key} pencil").setFocus()
    shelf.key(Qt.Key.Key_Space)
    elsewhere = given.model_copy(update={"label": "Number of the cell"})
    archive.perform(edit_property(key, elsewhere), author_id=author)
    shelf.type(" block")
    with qtbot.waitSignal(shelf.session.operations.failed) as failed:
        shelf.key(Qt.Key.Key_Return)
    assert isinstance(failed.args[0], StaleError)
    with shelf.session.read() as connection:
        assert own_properties(connection)[key].label == "Number of the cell"


def test_an_open_form_speaks_the_language_that_was_switched_to(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open(PERSON)
    facts = shelf.view.page.facts
    facts.add_button.click()
    form = facts.form
    assert isinstance(form, ClaimForm)
    form.claim.setCurrentText("Date of birth")
    assert form.values is not None
    assert form.values.date is not None
    form.values.date.setFocus()
    shelf.type("1962")
    count = form.claim.count()
    switch_language("be")
    assert facts.form is form
    assert form.claim.currentText() == PROPERTIES["birth"].words() != "Date of birth"
    assert form.claim.itemText(count - 1) == _("New property…") != "New property…"
    assert form.claim.count() == count
    assert form.values.date.text() == "1962"


def test_the_whole_form_is_in_sight_where_it_opens(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.window.resize(1366, 768)
    shelf.open(PERSON)
    facts = shelf.view.page.facts
    facts.add_button.click()
    form = facts.form
    assert isinstance(form, ClaimForm)
    view = shelf.view.page._area.viewport()

    def seen(widget: QWidget) -> bool:
        top = widget.mapTo(view, QPoint()).y()
        return top >= 0 and top + widget.height() <= view.height()

    qtbot.waitUntil(lambda: seen(form) and seen(form.save_button))
    form.claim.setCurrentText("Date of birth")
    qtbot.waitUntil(lambda: seen(form.save_button) and seen(form.claim))


def test_relations_are_offered_by_the_kinds_of_record_that_they_tie(shelf: Shelf, qtbot: QtBot) -> None:
    tie = add_relation(shelf.find("Minsk"), shelf.find("Vilnius"), "twin town of", ())
    with qtbot.waitSignal(shelf.session.changed):
        shelf.session.perform(tie)
    shelf.open("Minsk")
    relations = shelf.view.page.relations
    relations.add_button.click()
    form = relations.form
    assert isinstance(form, ClaimForm)
    assert form.values is not None
    combo, record = form.values.role, form.values.record
    assert combo is not None
    assert record is not None

    def offered() -> set[str]:
        return {combo.itemText(place) for place in range(combo.count())}

    assert {"part of", "twin town of"} <= offered()
    assert offered().isdisjoint({"sibling", "spouse", "cellmate", "cause of"})
    record.take(Choice(shelf.find(PERSON), RecordKind.PERSON, PERSON))
    assert "headed by" in offered()
    assert "part of" not in offered()
    assert combo.role() in offered()
    combo.setEditText("sibling")
    form.save()
    qtbot.waitUntil(lambda: "place, person" in form._part_rows["role"].error)
