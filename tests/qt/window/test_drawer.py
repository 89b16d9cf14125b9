from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import Look
from workbench.qt.session import ViewName
from workbench.qt.sources.view import SourcesView
from workbench.qt.window.drawer import Drawer
from workbench.qt.window.main_window import MainWindow

from .conftest import Hands, open_it


def test_one_panel_at_a_time_and_the_focus_goes_back(qtbot: QtBot, look: Look) -> None:
    window, work, drawer = QWidget(), QLineEdit(), Drawer()
    row = QHBoxLayout(window)
    row.addWidget(work)
    row.addWidget(drawer)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    work.setFocus()
    first, second = QLineEdit(), QLineEdit()
    drawer.show_panel("one", "One", first)
    assert first.hasFocus()
    drawer.show_panel("two", lambda: "Two", second)
    assert drawer.key == "two"
    assert drawer.accessibleName() == "Two"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(first)
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert work.hasFocus()
    assert not drawer.isVisible()
    assert drawer.body is None


@pytest.mark.parametrize("language", ["lt", "ru"])
def test_enlarged_it_takes_half_of_the_window_and_the_list_gives_way(
    hands: Hands, window: MainWindow, look: Look, sample_copy: Path, language: str
) -> None:
    window.resize(1280, 720)
    open_it(hands, sample_copy)
    hands.enter()
    hands.until(lambda: window.at_work)
    switch_language(language)
    look.set(scale=200)
    window.commands.show_history()
    assert window.workspace is not None
    for name in (ViewName.SOURCES, ViewName.RECORDS, ViewName.TRANSLATIONS):
        window.go_to_view(name)
        hands.until(lambda: window.drawer.geometry().right() < window.width())
        assert window.drawer.width() == 640
    window.go_to_view(ViewName.SOURCES)
    view = window.workspace.current
    assert isinstance(view, SourcesView)
    hands.until(lambda: view.list_panel.folded)
    assert not window.settings.folded("sources.list")
    assert window.actions_["view.list"].isChecked()
    before = view.middle.width()
    window.commands.show_history()
    assert not window.drawer.isVisible()
    assert not view.list_panel.folded
    assert view.side_panel.isVisible()
    assert not view.side_panel.folded
    assert view.list_panel.width() >= look.px("side_least")
    window.commands.show_keys()
    hands.until(lambda: view.list_panel.folded)
    assert window.drawer.width() == 640
    assert view.middle.width() == before


def test_as_it_comes_it_leaves_the_list_where_it_is(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    window.resize(1280, 720)
    open_it(hands, sample_copy)
    hands.enter()
    hands.until(lambda: window.at_work)
    assert window.workspace is not None
    view = window.workspace.current
    assert isinstance(view, SourcesView)
    window.commands.show_history()
    QApplication.processEvents()
    assert not view.list_panel.folded
    assert not view.side_panel.isVisible()
    window.commands.show_history()
    assert view.side_panel.isVisible()
