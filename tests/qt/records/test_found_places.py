"""A record looked for in all sources: what is listed, linked, and turned down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from rooms import incoming
from workbench.qt.session import Place
from workbench.services.sources import import_source
from workbench.store.tables import Rejection
from workbench.store.work import table_of

from .conftest import Shelf

NAME = "Maria Kolesnikova"
FIRST = "Разам з Марыяй Калеснікавай былі сябры."
SECOND = "Nobody saw Maria Kolesnikova there. Kolesnikova was away."


def look(shelf: Shelf) -> None:
    for words in (FIRST, SECOND):
        shelf.session.archive.perform(import_source(incoming(words)), author_id=shelf.session.author_id)
    shelf.open(NAME)
    shelf.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    shelf.child("found 0 place")


def words(shelf: Shelf) -> list[str]:
    return [each.suggestion.anchor.exact for each in shelf.view.page.found._found or ()]


def test_places_of_all_sources_are_listed_and_lead_there(shelf: Shelf) -> None:
    look(shelf)
    assert words(shelf)[:3] == [NAME, "Kolesnikova", "Марыяй Калеснікавай"]
    went: list[Place] = []
    shelf.session.moved.connect(went.append)
    place = shelf.child("found 0 place")
    place.setFocus()
    shelf.key(Qt.Key.Key_Space)
    assert went[0].position == SECOND.index(NAME)


def test_a_place_is_linked_or_turned_down(shelf: Shelf) -> None:
    look(shelf)
    mentions = len(shelf.known(NAME).detail.mentions)
    count = len(words(shelf))
    link, away = shelf.child("found 0 link"), shelf.child("found 1 reject")
    assert isinstance(link, QToolButton)
    assert isinstance(away, QToolButton)
    away.click()
    shelf.qtbot.waitUntil(lambda: len(words(shelf)) == count - 1)
    with shelf.session.read() as connection:
        assert connection.execute(table_of(Rejection).select()).first() is not None
    again = shelf.child("found 0 link")
    assert isinstance(again, QToolButton)
    again.click()
    shelf.qtbot.waitUntil(lambda: len(words(shelf)) == count - 2)
    assert len(shelf.known(NAME).detail.mentions) == mentions + 1


def test_all_are_linked_in_one_operation(shelf: Shelf) -> None:
    look(shelf)
    before = shelf.session.next_undo()
    every = shelf.child("found all")
    assert isinstance(every, QPushButton)
    every.click()
    shelf.qtbot.waitUntil(lambda: words(shelf) == [])
    after = shelf.session.next_undo()
    assert before is not None
    assert after is not None
    assert after.number == before.number + 1
