from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import NameInput, RecordInput
from workbench.domain.kinds import NameKind, RecordKind
from workbench.qt.frame.language import switch_language
from workbench.qt.frame.lines import LINE_ROLE
from workbench.qt.records.known import read_known
from workbench.qt.records.proposals import ProposalsForm
from workbench.qt.session import Place, ViewName
from workbench.services.records import create_record
from workbench.store.queries.records import NameRow

from .conftest import Shelf

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def made(empty_shelf: Shelf, qtbot: QtBot) -> str:
    """The id of a person with one Belarusian name, on the page."""
    return _make(empty_shelf, qtbot, RecordKind.PERSON, NameInput(value="Таццяна Хоміч", tag="be"))


def _make(shelf: Shelf, qtbot: QtBot, kind: RecordKind, *names: NameInput) -> str:
    ids: list[str] = []
    shelf.session.perform(create_record(RecordInput(kind=kind, names=names)), on_done=ids.append)
    qtbot.waitUntil(lambda: bool(ids))
    shelf.view.show_place(Place(ViewName.RECORDS, record_id=ids[0]))
    return ids[0]


def _names(shelf: Shelf, record_id: str) -> dict[str, NameRow]:
    with shelf.session.read() as connection:
        known = read_known(connection, record_id, "en")
    assert known is not None
    return {f"{name.tag} {name.value}": name for name in known.detail.names}


def _form(shelf: Shelf) -> ProposalsForm:
    form = shelf.view.page.names.form
    assert isinstance(form, ProposalsForm)
    return form


def _titles(form: ProposalsForm) -> list[str]:
    model = form.list.model()
    return [model.index(row, 0).data(LINE_ROLE).title for row in range(model.rowCount())]


def test_a_key_opens_the_list_and_nothing_is_written(empty_shelf: Shelf, made: str) -> None:
    before = empty_shelf.session.next_undo()
    empty_shelf.key(Qt.Key.Key_D, CTRL, SHIFT)
    form = _form(empty_shelf)
    assert empty_shelf.focus() is form.list
    assert {"Tatsiana Khomich", "Татьяна Хомич", "Tacciana Chomič", "Tatiana Khomich"} <= set(_titles(form))
    assert set(_names(empty_shelf, made)) == {"be Таццяна Хоміч"}
    assert empty_shelf.session.next_undo() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_one_form_is_accepted_and_the_list_goes_on(empty_shelf: Shelf, made: str, key: Qt.Key, qtbot: QtBot) -> None:
    empty_shelf.key(Qt.Key.Key_D, CTRL, SHIFT)
    form = _form(empty_shelf)
    assert form.list.go_to("en Tatsiana Khomich")
    empty_shelf.key(key)
    qtbot.waitUntil(lambda: "Tatsiana Khomich" not in _titles(form))
    added = _names(empty_shelf, made)["en Tatsiana Khomich"]
    assert (added.tag, added.kind) == ("en", NameKind.PREFERRED)
    assert len(_names(empty_shelf, made)) == 2
    assert _form(empty_shelf) is form
    assert empty_shelf.focus() is form.list
    assert form.list.current_id()


def test_all_certain_ones_are_one_operation(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    empty_shelf.key(Qt.Key.Key_D, CTRL, SHIFT)
    form = _form(empty_shelf)
    certain = {f"{one.tag} {one.value}" for one in form.proposals() if one.certain}
    assert len(certain) > 4
    assert len(certain) < len(form.proposals())
    assert form.save_button.text() == f"Add {len(certain)} certain forms"
    form.save_button.setFocus()
    empty_shelf.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(_names(empty_shelf, made)) == 1 + len(certain))
    assert set(_names(empty_shelf, made)) == {"be Таццяна Хоміч"} | certain
    last = empty_shelf.session.next_undo()
    assert last is not None
    assert last.action == "add_names"
    qtbot.waitUntil(form.save_button.isHidden)
    empty_shelf.session.undo(empty_shelf.view)
    qtbot.waitUntil(lambda: set(_names(empty_shelf, made)) == {"be Таццяна Хоміч"})
    qtbot.waitUntil(lambda: certain <= {f"{one.tag} {one.value}" for one in form.proposals()})


def test_each_language_gets_one_preferred_name(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    empty_shelf.key(Qt.Key.Key_D, CTRL, SHIFT)
    _form(empty_shelf).save()
    qtbot.waitUntil(lambda: len(_names(empty_shelf, made)) > 4)
    preferred = [name.tag for name in _names(empty_shelf, made).values() if name.kind == NameKind.PREFERRED]
    assert sorted(preferred) == ["be", "en", "lt", "ru"]


def test_a_guess_is_marked_for_eye_and_ear(empty_shelf: Shelf, qtbot: QtBot) -> None:
    _make(empty_shelf, qtbot, RecordKind.PERSON, NameInput(value="Марыя Калеснікава", tag="be"))
    empty_shelf.key(Qt.Key.Key_D, CTRL, SHIFT)
    form = _form(empty_shelf)
    model = form.list.model()
    for row, one in enumerate(form.proposals()):
        index = model.index(row, 0)
        assert (index.data(LINE_ROLE).right == "guess") is not one.certain
        assert ("guess" in index.data(Qt.ItemDataRole.AccessibleTextRole)) is not one.certain
    assert QAccessible.queryAccessibleInterface(form.list).text(QAccessible.Text.Name) == "Proposed forms"


def test_escape_closes_and_the_focus_goes_back(empty_shelf: Shelf, made: str) -> None:
    names = empty_shelf.view.page.names
    names.propose_button.setFocus()
    empty_shelf.key(Qt.Key.Key_Space)
    assert empty_shelf.focus() is _form(empty_shelf).list
    empty_shelf.key(Qt.Key.Key_Escape)
    assert names.form is None
    assert empty_shelf.focus() is names.propose_button


def test_a_name_that_leads_nowhere_says_so(empty_shelf: Shelf, qtbot: QtBot) -> None:
    _make(empty_shelf, qtbot, RecordKind.PERSON, NameInput(value="Xu Wei", tag="zh-Latn"))
    empty_shelf.key(Qt.Key.Key_D, CTRL, SHIFT)
    form = _form(empty_shelf)
    shown = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert "The record has every form that its names lead to by rule." in shown
    assert form.list.isHidden()
    assert form.save_button.isHidden()
    assert empty_shelf.focus() is form.close_button


def test_titles_of_events_are_left_alone(empty_shelf: Shelf, qtbot: QtBot) -> None:
    _make(empty_shelf, qtbot, RecordKind.EVENT, NameInput(value="Суд над журналістамі", tag="be"))
    names = empty_shelf.view.page.names
    assert names.propose_button.isHidden()
    empty_shelf.key(Qt.Key.Key_D, CTRL, SHIFT)
    assert names.form is None


def test_the_list_speaks_the_interface_language(empty_shelf: Shelf, made: str) -> None:
    empty_shelf.key(Qt.Key.Key_D, CTRL, SHIFT)
    form = _form(empty_shelf)
    before = form.list.model().index(0, 0).data(LINE_ROLE).detail
    try:
        switch_language("lt")
        assert form.list.model().index(0, 0).data(LINE_ROLE).detail != before
    finally:
        switch_language("en")
