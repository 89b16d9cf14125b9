"""The menu over the text: what can be done now, once each, with its keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from rooms import incoming, open_room
from workbench.domain.anchors import Span
from workbench.qt.session import Session
from workbench.qt.sources.suggesting import Suggesting
from workbench.services.sources import import_source

from .conftest import Desk

KEY = Qt.Key
TEXT = "“We kept your chair,” Alena Sokał said.\nNobody sat in it."
MARKS = ["Link passage…", "Person", "Event", "Organisation", "Place", "Quote", "Note", "Tag"]
VERBS = ["Accept the suggestion", "Change the suggestion…", "Reject the suggestion"]


@pytest.fixture
def table(sit_down: Callable[[Session], Desk], session: Session) -> Desk:
    session.archive.perform(import_source(incoming(TEXT)), author_id=session.author_id)
    desk = sit_down(session)
    suggesting = next(each for each in desk.view.features if isinstance(each, Suggesting))
    desk.until(suggesting.count.isVisible)
    desk.read()
    return desk


def menu_of(desk: Desk) -> list[str]:
    """Ask for the menu over the text, and return its lines without the lines between."""
    desk.view.reader.contextMenuRequested.emit(QPoint(100, 100))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    lines = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    desk.view.window().activateWindow()  # what a window manager does, and the offscreen platform does not
    return lines


def words_of(lines: list[str]) -> list[str]:
    return [line.split("\t")[0] for line in lines]


def test_what_is_not_current_is_not_offered(table: Desk) -> None:
    desk = table
    desk.view.reader.place_caret(len(TEXT) - 3)
    assert words_of(menu_of(desk)) == ["Find in the text", *MARKS]
    desk.select("Nobody")
    assert words_of(menu_of(desk)) == ["Copy", "Find in the text", *MARKS]
    desk.press(KEY.Key_S)
    assert words_of(menu_of(desk)) == ["Find in the text", *VERBS, *MARKS]
    desk.press(KEY.Key_Y)
    desk.settle()
    desk.press(KEY.Key_Escape, KEY.Key_K)
    desk.settle()
    assert words_of(menu_of(desk)) == ["Find in the text", *MARKS, "Translate this quote", "Remove passage"]


def test_each_line_shows_the_keys_of_the_moment(table: Desk) -> None:
    table.session.settings.set_shortcut("passage.note", "Ctrl+Alt+N")
    table.session.settings.set_shortcut("passage.tag", "")
    table.view.reader.place_caret(3)
    lines = menu_of(table)
    assert "Person\tP" in lines
    assert "Note\tCtrl+Alt+N" in lines
    assert "Tag" in lines


def test_a_line_does_what_its_key_does(table: Desk) -> None:
    desk = table
    desk.press(KEY.Key_S)
    desk.view.reader.contextMenuRequested.emit(QPoint(100, 100))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().startswith(VERBS[0])).trigger()
    menu.close()
    desk.until(lambda: desk.session.next_undo() is not None and len(desk.view.reader.passages) == 1)
    assert VERBS[0] not in words_of(menu_of(desk))


def test_nothing_that_writes_where_it_can_only_be_read(sit_down: Callable[[Session], Desk], session: Session) -> None:
    session.archive.perform(import_source(incoming(TEXT)), author_id=session.author_id)
    path = session.archive.path
    session.archive.close()
    session.archive = open_room(path, read_only=True)
    desk = sit_down(session)
    desk.until(lambda: desk.view.article.source is not None)
    desk.read()
    desk.press(KEY.Key_S)
    desk.settle()
    assert words_of(menu_of(desk)) == ["Find in the text"]
    desk.view.reader.select(Span(0, 3))
    for key in (KEY.Key_Return, KEY.Key_Space):
        desk.view.banner.close_message()
        desk.press(key)
        assert desk.view.marking.popup is None
        if key is KEY.Key_Return:
            assert desk.view.banner.text() == "This archive is open for reading only."
    desk.view.reader.passageActivated.emit("")
    assert desk.view.marking.popup is None
    assert desk.view.banner.text() == "This archive is open for reading only."
