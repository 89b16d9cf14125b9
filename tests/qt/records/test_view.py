from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from found import find_records
from sizes import too_wide
from workbench.domain.inputs import NameInput
from workbench.domain.kinds import NameKind, RecordKind
from workbench.qt.frame.base import Button
from workbench.qt.frame.language import switch_language
from workbench.qt.inspector.parts import RowButton
from workbench.qt.look.style import Look
from workbench.qt.records.claim_form import CiteForm, ClaimForm
from workbench.qt.records.names import NameForm
from workbench.qt.records.view import RecordsView
from workbench.qt.session import Place, Session, ViewName
from workbench.services.records import add_name
from workbench.store.queries.overview import counts
from workbench.store.queries.passages import list_passages
from workbench.store.queries.records import RecordRow, list_records

from .conftest import Shelf

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def names_shown(shelf: Shelf) -> list[str]:
    lines = shelf.view.list.list.lines
    found = [lines.line(place) for place in range(lines.rowCount())]
    return [line.title for line in found if line is not None]


def all_records(shelf: Shelf) -> list[RecordRow]:
    with shelf.session.read() as connection:
        return list_records(connection, "en")


def test_the_list_is_there_by_kind_with_counts(shelf: Shelf) -> None:
    with shelf.session.read() as connection:
        there = counts(connection)
    for kind, button in shelf.view.list.kinds.items():
        assert button.text().endswith(f" {there[kind.value]}")
    assert len(names_shown(shelf)) == there["person"]
    assert shelf.focus() is shelf.view.list.list
    assert shelf.view.page.known is not None


def test_events_stand_by_date(shelf: Shelf, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shelf.view.list.loaded):
        shelf.view.list.kinds[RecordKind.EVENT].click()
    lines = shelf.view.list.list.lines
    dates = [line.detail for place in range(lines.rowCount()) if (line := lines.line(place))]
    assert any("2020" in date for date in dates[:3])
    assert any("2025" in date for date in dates[3:])


def test_a_name_in_another_script_is_found_by_keyboard(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.key(Qt.Key.Key_F, CTRL)
    assert shelf.focus() is shelf.view.list.search.edit
    shelf.type("калесн")
    shelf.key(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: names_shown(shelf)[:1] == ["Maria Kolesnikova"] and len(names_shown(shelf)) < 5)
    assert shelf.focus() is shelf.view.list.list
    qtbot.waitUntil(lambda: shelf.view.page._title.text() == "Maria Kolesnikova")


def test_a_new_person_is_made_by_keyboard(empty_shelf: Shelf, qtbot: QtBot) -> None:
    shelf = empty_shelf
    shelf.key(Qt.Key.Key_P, CTRL, SHIFT)
    assert shelf.view.form is not None
    assert shelf.focus() is shelf.view.form.names["en"]
    shelf.key(Qt.Key.Key_Return)
    assert "Give the record a name first." in " ".join(texts(shelf.view.form))
    shelf.type("Maria")
    shelf.key(Qt.Key.Key_Tab)
    shelf.type("Марыя")
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names_shown(shelf) == ["Maria"])
    assert shelf.view.form is None
    assert shelf.focus() is shelf.view.list.list
    assert shelf.view.page._title.text() == "Maria"
    assert {(name.value, name.tag) for name in shelf.known("Maria").detail.names} == {("Maria", "en"), ("Марыя", "be")}


def test_escape_closes_the_form_and_makes_nothing(empty_shelf: Shelf) -> None:
    empty_shelf.key(Qt.Key.Key_E, CTRL, SHIFT)
    assert empty_shelf.view.list.kind is RecordKind.EVENT
    empty_shelf.type("A day")
    empty_shelf.key(Qt.Key.Key_Escape)
    assert empty_shelf.view.form is None
    with empty_shelf.session.read() as connection:
        assert "event" not in counts(connection)


def test_the_page_shows_what_is_said_and_one_enter_leads_to_the_source(shelf: Shelf, qtbot: QtBot) -> None:
    known = shelf.open("Maria Kolesnikova")
    shown = texts(shelf.view.page.facts)
    assert "Detained" in shown
    assert "September 2020" in shown
    statement = next(row for row in known.detail.statements if row.property == "detained")
    link = shelf.child(f"{statement.evidence[0].id} place")
    assert isinstance(link, RowButton)
    assert "had been in custody since September" in link.whole_text()
    passage = known.passages[statement.evidence[0].passage_id]
    link.setFocus()
    with qtbot.waitSignal(shelf.session.moved) as moved:
        shelf.key(Qt.Key.Key_Space)
    assert moved.args == [Place(ViewName.SOURCES, source_id=passage.source_id, passage_id=passage.id)]
    with qtbot.waitSignal(shelf.session.moved) as again:
        shelf.key(Qt.Key.Key_G, CTRL)
    assert again.args == moved.args


def test_values_that_disagree_stand_side_by_side(shelf: Shelf) -> None:
    disagreeing = []
    for row in all_records(shelf):
        shelf.view.show_place(Place(ViewName.RECORDS, record_id=row.id))
        if "the sources disagree" in texts(shelf.view.page.facts):
            disagreeing.append(row.name)
    assert disagreeing
    assert "Maria Kolesnikova" not in disagreeing  # one description in each language is no disagreement


def test_a_statement_is_added_with_its_evidence(shelf: Shelf, qtbot: QtBot) -> None:
    known = shelf.open("Maria Kolesnikova")
    shelf.view.page.facts.add_button.click()
    form = shelf.view.page.facts.form
    assert isinstance(form, ClaimForm)
    form.claim.setCurrentIndex(next(place for place, claim in enumerate(form._claims) if claim.property == "birth"))
    assert form.values is not None
    form.values.date.setFocus()
    shelf.type("24.4.1982")
    assert "24 April 1982" in texts(form.values.date)
    form.evidence.list.setFocus()
    shelf.key(Qt.Key.Key_Space)
    assert len(form.evidence.passage_ids()) == 1
    form.save_button.setFocus()
    shelf.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shelf.view.page.facts.form is None)
    qtbot.waitUntil(lambda: "24 April 1982" in texts(shelf.view.page.facts))
    statement = next(row for row in shelf.known("Maria Kolesnikova").detail.statements if row.property == "birth")
    assert statement.value == "1982-04-24"
    assert statement.evidence[0].passage_id == known.detail.mentions[0].passage_id


def test_the_passage_read_last_is_offered_first_and_others_are_found(shelf: Shelf, qtbot: QtBot) -> None:
    with shelf.session.read() as connection:
        passages = list_passages(connection)
    last = next(row for row in passages if "tags" not in row.exact and "potash" in row.exact)
    shelf.session.last_passage_id = last.id
    shelf.open("Maria Kolesnikova")
    shelf.view.page.facts.add_button.click()
    form = shelf.view.page.facts.form
    assert isinstance(form, ClaimForm)
    assert form.evidence._offered[0].id == last.id
    form.evidence.search.setFocus()
    shelf.type("Optimism and activism")
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Optimism" in form.evidence._offered[0].exact)
    shelf.key(Qt.Key.Key_Escape)  # empties the search, and the form stays
    assert shelf.view.page.facts.form is form


def test_a_statement_is_changed_cited_further_and_removed(shelf: Shelf, qtbot: QtBot) -> None:
    known = shelf.open("Maria Kolesnikova")
    facts = shelf.view.page.facts
    row = next(row for row in known.detail.statements if row.property == "detained")
    shelf.child(f"{row.id} pencil").click()  # type: ignore[attr-defined]
    form = facts.form
    assert isinstance(form, ClaimForm)
    assert form.values is not None
    assert form.values.date.text() == "2020-09"
    form.values.date.set_value("8.9.2020")
    form.save()
    qtbot.waitUntil(lambda: facts.form is None)
    qtbot.waitUntil(lambda: "8 September 2020" in texts(facts))
    shelf.child(f"{row.id} link").click()  # type: ignore[attr-defined]
    cite = facts.form
    assert isinstance(cite, CiteForm)
    cite.evidence.tick(cite.evidence._offered[0].id)
    cite.save()
    qtbot.waitUntil(lambda: facts.form is None)
    first = _statement(shelf, row.id)[0]
    withdraw = shelf.child(f"{first} withdraw")
    withdraw.setFocus()
    shelf.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(_statement(shelf, row.id)) == 1)
    shelf.child(f"{row.id} trash-2").click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "Detained" not in texts(facts))


def _statement(shelf: Shelf, statement_id: str) -> list[str]:
    row = next(row for row in shelf.known("Maria Kolesnikova").detail.statements if row.id == statement_id)
    return [evidence.id for evidence in row.evidence]


def test_names_are_added_changed_and_removed(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open("John Coale")
    names = shelf.view.page.names
    names.add_button.setFocus()
    shelf.key(Qt.Key.Key_Space)
    assert isinstance(names.form, NameForm)
    assert shelf.focus() is names.form.value
    shelf.type("J. Coale")
    names.form.language.set_tag("en")
    names.form.kind.setCurrentIndex(1)
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "J. Coale" in texts(names))
    assert shelf.focus() is names.add_button
    row = next(row for row in shelf.known("John Coale").detail.names if row.value == "J. Coale")
    assert (row.tag, row.kind) == ("en", "alias")
    shelf.child(f"{row.id} edit").click()  # type: ignore[attr-defined]
    assert isinstance(names.form, NameForm)
    names.form.value.clear()
    names.form.save()
    assert "Value cannot be empty. Correct it and try again." in texts(names.form)
    shelf.type("J. P. Coale")
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "J. P. Coale" in texts(names))
    shelf.child(f"{row.id} remove").click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "J. P. Coale" not in texts(names))


def test_a_participant_is_chosen_by_name_and_cited(shelf: Shelf, qtbot: QtBot) -> None:
    row = next(row for row in all_records(shelf) if row.kind == "event" and row.mentions)
    shelf.view.show_place(Place(ViewName.RECORDS, record_id=row.id))
    section = shelf.view.page.participation
    assert section.title.text() == "Participants"
    known = shelf.view.page.known
    assert known is not None
    there = {tie.other_id for tie in known.detail.participations}
    new = next(row for row in all_records(shelf) if row.kind == "person" and row.id not in there)
    section.add_button.click()
    form = section.form
    assert isinstance(form, ClaimForm)
    assert form.values is not None
    record = form.values.record
    assert record is not None
    record.setFocus()
    shelf.type(new.name)
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: record.record_id == new.id)
    form.evidence.tick(form.evidence._offered[0].id)
    form.save()
    qtbot.waitUntil(lambda: section.form is None)
    qtbot.waitUntil(lambda: any(new.name == button.whole_text() for button in section.findChildren(RowButton)))
    shelf.view.show_place(Place(ViewName.RECORDS, record_id=new.id))
    qtbot.waitUntil(lambda: shelf.view.page.filled)
    assert section.title.text() == "Events"
    assert any(row.name == button.whole_text() for button in section.findChildren(RowButton))


def test_relations_are_told_both_ways(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open("John Coale")
    relations = shelf.view.page.relations
    assert "envoy of →" in texts(relations)
    other = next(button for button in relations.findChildren(RowButton) if button.whole_text() == "Donald Trump")
    with qtbot.waitSignal(shelf.session.moved) as moved:
        other.click()
    [place] = moved.args
    shelf.view.show_place(place)
    qtbot.waitUntil(lambda: shelf.view.page.filled)
    assert "represented by →" in texts(relations)


def test_quotes_lead_to_the_desk(shelf: Shelf, qtbot: QtBot) -> None:
    known = shelf.open("Ales Bialiatski")
    assert len(known.quotes) == 2
    button = shelf.child(f"{known.quotes[1].id} translate")
    assert isinstance(button, Button)
    with qtbot.waitSignal(shelf.session.moved) as moved:
        button.click()
    assert moved.args == [Place(ViewName.TRANSLATIONS, quote_id=known.quotes[1].id)]


def test_removing_is_taken_back_from_the_banner(shelf: Shelf, qtbot: QtBot) -> None:
    known = shelf.open("Maxim Znak")
    assert shelf.view.run_action("record.remove")
    qtbot.waitUntil(shelf.view.banner.isVisible)
    assert "“Maxim Znak” was removed" in shelf.view.banner.text()
    qtbot.waitUntil(lambda: "Maxim Znak" not in names_shown(shelf))
    undo = next(button for button in shelf.view.banner.findChildren(Button) if button.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: "Maxim Znak" in names_shown(shelf))
    assert shelf.known("Maxim Znak").detail.mentions == known.detail.mentions


def test_a_change_elsewhere_keeps_the_focus_and_an_open_form(shelf: Shelf, qtbot: QtBot) -> None:
    known = shelf.open("John Coale")
    shelf.view.page.facts.add_button.click()
    form = shelf.view.page.facts.form
    focus = shelf.focus()
    shelf.session.perform(add_name(known.id, NameInput(value="Ambassador Coale", tag="en", kind=NameKind.ALIAS)))
    qtbot.waitUntil(lambda: "Ambassador Coale" in texts(shelf.view.page.names))
    assert shelf.view.page.facts.form is form
    assert shelf.focus() is focus


def test_the_page_speaks_the_interface_language(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.open("Maria Kolesnikova")
    try:
        switch_language("be")
        qtbot.waitUntil(lambda: shelf.view.page._title.text() == "Марыя Калеснікава")
        qtbot.waitUntil(lambda: "Марыя Калеснікава" in names_shown(shelf))
    finally:
        switch_language("en")


def test_the_past_of_a_record_is_shown(shelf: Shelf, qtbot: QtBot) -> None:
    known = shelf.open("John Coale")
    with qtbot.waitSignal(shelf.view.historyRequested) as asked:
        shelf.view.page.history_button.click()
    assert asked.args == ["record", known.id]
    qtbot.waitUntil(lambda: len(shelf.view.page.history.texts()) > 1)


def test_a_place_is_shown_on_the_very_first_visit(sample_session: Session, look: Look, qtbot: QtBot) -> None:
    with sample_session.read() as connection:
        record_id = find_records(connection, "Vilnius", "en")[0].record_id
    view = RecordsView(sample_session)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.list.loaded):
        view.show()
        view.enter()
        view.show_place(Place(ViewName.RECORDS, record_id=record_id))
        assert view.place() == Place(ViewName.RECORDS, record_id=record_id)
    assert view.place() == Place(ViewName.RECORDS, record_id=record_id)
    assert view.list.list.current_id() == record_id
    assert view.list.kind is RecordKind.PLACE


@pytest.mark.parametrize("language", ["be", "lt", "ru", "en"])
@pytest.mark.parametrize("width", [1280, 772])
def test_enlarged_a_page_is_no_wider_than_there_is_room(shelf: Shelf, look: Look, language: str, width: int) -> None:
    switch_language(language)
    look.set(scale=200)
    shelf.view.panel.set_folded(folded=width < 1000)
    shelf.window.resize(width, 620)
    for name in ("Maria Kolesnikova", "Alexander Lukashenko"):
        shelf.open(name)
        shelf.view.page.repaint()
        shelf.qtbot.wait(50)
        assert too_wide(shelf.view) == []
    page = shelf.view.page
    part = page.participation
    names = [button for button in part.findChildren(RowButton) if button.isVisible()]
    assert names
    assert all(
        page.participation.rect().contains(QRect(b.mapTo(page.participation, QPoint()), b.size())) for b in names
    )
    switch_language("en")


@pytest.mark.parametrize("action", ["source.print", "record.same"])
def test_what_needs_a_record_says_so_where_there_is_none(empty_shelf: Shelf, qtbot: QtBot, action: str) -> None:
    view = empty_shelf.view
    assert view.run_action(action)
    assert view.work.task is None
    assert view.banner.isVisible()
    assert view.banner.text().startswith("No record is chosen.")
    view.begin_new(RecordKind.PERSON)
    empty_shelf.type("Alena")
    empty_shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.banner.isVisible())
    assert view.run_action(action)
    assert view.work.task is not None


def test_back_on_the_page_the_focus_is_on_the_list(shelf: Shelf, qtbot: QtBot) -> None:
    view = shelf.view
    view.run_action("records.table")
    view.run_action("records.page")
    assert shelf.focus() is view.list.list
    view.run_action("records.table")
    view.open_record(shelf.find("Maria Kolesnikova"))
    assert view.list.isAncestorOf(shelf.focus())
