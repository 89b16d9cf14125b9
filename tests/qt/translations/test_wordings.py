from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import ConceptInput, TermInput
from workbench.qt.session import Place, ViewName
from workbench.qt.translations.forms_popup import FormsPopup
from workbench.qt.translations.matches import Matches
from workbench.qt.translations.new_term import NewTermPopup
from workbench.qt.translations.wordings import Wordings
from workbench.services.glossary import add_concept
from workbench.services.records import remove_name
from workbench.store.queries.glossary import glossary
from workbench.store.queries.quotes import Need
from workbench.store.queries.records import names_of

from .conftest import Bench

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def wordings(bench: Bench) -> Wordings:
    return next(feature for feature in bench.view.features if isinstance(feature, Matches)).wordings


@pytest.fixture
def desk(bench: Bench, qtbot: QtBot) -> Bench:
    """At a line into Belarusian whose quote names Khomich and has the word "joy"."""
    terms = (TermInput(tag="en", value="joy"), TermInput(tag="be", value="радасць"))
    bench.session.archive.perform(add_concept(ConceptInput(), terms), author_id=bench.session.author_id)
    bench.session.terms.forget()
    row = next(row for row in bench.rows() if "Khomich said" in row.quote.exact and row.language == "be")
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    bench.editor.field.selectAll()
    bench.editor.field.insert("")
    qtbot.waitUntil(lambda: len(wordings(bench).list.wordings) >= 3)
    return bench


def text(bench: Bench) -> str:
    return bench.editor.field.toPlainText()


def test_the_next_name_and_term_that_are_not_there_yet_are_inserted(desk: Bench, qtbot: QtBot) -> None:
    names = [each.forms[0].value for each in wordings(desk).list.wordings if each.kind is not None]
    desk.key(Qt.Key.Key_N, CTRL, ALT)
    assert text(desk) == names[0]
    desk.editor.field.insert(" і ")
    desk.key(Qt.Key.Key_N, CTRL, ALT)
    assert text(desk) == f"{names[0]} і {names[1]}"
    desk.type(" ")
    desk.key(Qt.Key.Key_T, CTRL, ALT)
    assert text(desk).endswith(" радасць")
    desk.type(".")
    desk.key(Qt.Key.Key_T, CTRL, ALT)
    assert text(desk).endswith(" радасць.")
    assert desk.editor.note.isVisible()


def test_the_same_key_again_offers_the_cases_and_one_is_taken(desk: Bench, qtbot: QtBot) -> None:
    desk.key(Qt.Key.Key_N, CTRL, ALT)
    before = text(desk)
    desk.key(Qt.Key.Key_N, CTRL, ALT)
    popup = wordings(desk).popup
    assert isinstance(popup, FormsPopup)
    focus = QApplication.focusWidget()
    assert focus is popup.choices.buttons[0]
    desk.key(Qt.Key.Key_Right)
    wanted = popup.choices.buttons[1].text()
    assert wanted != before
    desk.key(Qt.Key.Key_Return)
    assert text(desk) == wanted
    desk.type("!")
    assert text(desk) == f"{wanted}!"


def test_names_in_any_case_and_terms_complete_a_word(desk: Bench) -> None:
    desk.editor.field.insert("рад")
    desk.key(Qt.Key.Key_Space, CTRL)
    assert text(desk) == "радасць"


def test_what_stands_in_the_translation_is_marked(desk: Bench, qtbot: QtBot) -> None:
    part = wordings(desk).list
    place = next(place for place, each in enumerate(part.wordings) if each.kind is None)
    assert part.list.lines.line(place).sign == ""
    desk.editor.field.insert("з радасцю")
    qtbot.waitUntil(lambda: part.list.lines.line(place).sign == "check")


def test_a_name_without_a_form_in_the_language_leads_to_its_record(bench: Bench, qtbot: QtBot) -> None:
    row = next(row for row in bench.rows() if "Lukashenko" in row.quote.exact and row.need is Need.MISSING)
    bench.go_to(row)
    qtbot.waitUntil(lambda: bool(wordings(bench).list.wordings))
    each = wordings(bench).list.wordings[0]
    with bench.session.read() as connection:
        names = [name for name in names_of(connection, [each.id])[each.id] if name.tag.startswith(row.language)]
    for name in names:
        bench.session.perform(remove_name(name.id))
    qtbot.waitUntil(lambda: [w.forms for w in wordings(bench).list.wordings if w.id == each.id] == [()])
    with qtbot.waitSignal(bench.session.moved) as moved:
        wordings(bench).list.chosen.emit(0)
    assert moved.args == [Place(ViewName.RECORDS, record_id=each.id)]


def test_a_new_term_is_made_of_the_selected_words(desk: Bench, qtbot: QtBot) -> None:
    desk.editor.field.insert("сястра")
    desk.editor.field.selectAll()
    desk.key(Qt.Key.Key_K, CTRL, ALT)
    popup = wordings(desk).popup
    assert isinstance(popup, NewTermPopup)
    assert popup.fields[1].text() == "сястра"
    assert popup.fields[0].hasFocus()
    desk.key(Qt.Key.Key_Return)  # nothing in the quote's language yet
    assert popup.isVisible()
    desk.type("sister")
    desk.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wordings(desk).popup is None)
    with desk.session.read() as connection:
        made = glossary(connection)[-1]
    assert [(term.tag, term.value) for term in made.terms] == [("en", "sister"), ("be", "сястра")]
    assert text(desk) == "сястра"
    qtbot.waitUntil(lambda: any(each.original == "sister" for each in wordings(desk).list.wordings))
