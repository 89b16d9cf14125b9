from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from found import find_records
from workbench.domain.inputs import NameInput, RecordInput
from workbench.domain.kinds import RecordKind
from workbench.qt.look.style import Look
from workbench.qt.picker.offers import Choice, Creation, offer_more, offer_text
from workbench.qt.picker.search import RecordSearch
from workbench.qt.session import Session
from workbench.services.picker import Candidate
from workbench.services.records import create_record


@pytest.fixture
def search(qtbot: QtBot, look: Look, sample_session: Session) -> RecordSearch:
    search = RecordSearch(sample_session, "Who", tag="be-tarask")
    qtbot.addWidget(search)
    search.resize(400, 400)
    search.show()
    search.activateWindow()
    search.setFocus()
    return search


def _chosen(search: RecordSearch) -> list[Choice]:
    chosen: list[Choice] = []
    search.chosen.connect(chosen.append)
    return chosen


def test_what_fits_and_what_can_be_made(search: RecordSearch, qtbot: QtBot) -> None:
    qtbot.keyClicks(search.edit, "kolesn")
    qtbot.waitUntil(lambda: search.ready)
    offers = search.model.offers
    assert offer_text(offers[0]) == "Maria Kolesnikova"
    assert [offer.kind for offer in offers if isinstance(offer, Creation)] == list(RecordKind)
    spoken = search.model.data(search.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Person, Maria Kolesnikova, ")


def test_enter_waits_for_the_answer_to_what_was_typed_last(search: RecordSearch, qtbot: QtBot) -> None:
    chosen = _chosen(search)
    qtbot.keyClicks(search.edit, "bialiat")
    assert not search.ready
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chosen))
    assert chosen[0].name == "Ales Bialiatski"


def test_down_and_up_go_through_the_offers(search: RecordSearch, qtbot: QtBot) -> None:
    chosen = _chosen(search)
    qtbot.keyClicks(search.edit, "kolesn")
    qtbot.waitUntil(lambda: search.ready)
    qtbot.keyClick(search.edit, Qt.Key.Key_Up)  # the last one: a new place
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    assert isinstance(chosen[0].record, RecordInput)
    assert chosen[0].kind is RecordKind.PLACE
    assert [(name.value, name.tag) for name in chosen[0].record.names] == [("kolesn", "be")]


def test_a_click_chooses(search: RecordSearch, qtbot: QtBot) -> None:
    chosen = _chosen(search)
    search.set_text("Minsk")
    qtbot.waitUntil(lambda: search.ready)
    at = search.list.visualRect(search.model.index(0)).center()
    qtbot.mouseClick(search.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert chosen[0].name == "Minsk"


def test_suggestions_while_nothing_is_typed(search: RecordSearch, qtbot: QtBot, sample_session: Session) -> None:
    with sample_session.read() as connection:
        search.set_suggestions(find_records(connection, "Minsk", "en"))
    chosen = _chosen(search)
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    assert chosen[0].name == "Minsk"


def test_what_is_too_long_for_a_name_is_said(search: RecordSearch, qtbot: QtBot) -> None:
    chosen = _chosen(search)
    search.set_text("x" * 1_001)
    qtbot.waitUntil(lambda: search.ready)
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    assert chosen == []
    assert search._error.isVisible()


def test_what_is_typed_behind_an_enter_that_waits_goes_to_what_comes_next(search: RecordSearch, qtbot: QtBot) -> None:
    following = QLineEdit(search)
    following.show()
    chosen = _chosen(search)
    search.chosen.connect(lambda _choice: following.setFocus())
    qtbot.keyClicks(search.edit, "bialiat")
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(search.edit, "rel")
    assert search.text() == "bialiat"
    qtbot.waitUntil(lambda: bool(chosen))
    assert chosen[0].name == "Ales Bialiatski"
    assert following.text() == "rel"


def test_backspace_gives_up_an_enter_that_waits(search: RecordSearch, qtbot: QtBot) -> None:
    chosen = _chosen(search)
    qtbot.keyClicks(search.edit, "bialiat")
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(search.edit, "x")
    qtbot.keyClick(search.edit, Qt.Key.Key_Backspace)
    assert search.text() == "bialia"
    qtbot.waitUntil(lambda: search.ready)
    assert chosen == []


def _known_in_russian(session: Session) -> str:
    name = NameInput(value="Иосиф Бродский", tag="ru")
    given = RecordInput(kind=RecordKind.PERSON, names=(name,))
    return session.archive.perform(create_record(given), author_id=session.author_id).value


def test_a_record_that_may_be_the_same_comes_before_a_new_one(
    search: RecordSearch, qtbot: QtBot, sample_session: Session
) -> None:
    known = _known_in_russian(sample_session)
    chosen = _chosen(search)
    search.edit.setText("Язэп Бродскі")
    qtbot.waitUntil(lambda: search.ready)
    twin = search.model.offers[0]
    assert isinstance(twin, Candidate)
    assert (twin.record_id, twin.twin, offer_more(twin)) == (known, True, "Possibly the same")
    assert isinstance(search.model.offers[1], Creation)
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    assert [choice.known for choice in chosen] == [known]


def test_an_enter_that_came_before_the_twin_was_seen_takes_nothing(
    search: RecordSearch, qtbot: QtBot, sample_session: Session
) -> None:
    _known_in_russian(sample_session)
    chosen = _chosen(search)
    search.edit.setText("Язэп Бродскі")
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: search.ready)
    assert isinstance(search.model.offers[0], Candidate)
    assert chosen == []
    qtbot.keyClick(search.edit, Qt.Key.Key_Down)
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    assert [choice.known for choice in chosen] == [None]
