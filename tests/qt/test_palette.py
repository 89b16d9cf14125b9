from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from workbench.i18n import INTERFACE_LANGUAGES, activate
from workbench.qt.actions import Actions
from workbench.qt.look.style import Look
from workbench.qt.palette import CommandPalette, match
from workbench.qt.settings import Settings


class Window(QMainWindow):
    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.registry = Actions(self, settings)
        self.done: list[str] = []
        for spec in self.registry:
            self.registry.bind(spec.id, lambda name=spec.id: self.done.append(name))
        self.edit = QLineEdit()
        self.setCentralWidget(self.edit)
        self.resize(1280, 720)
        self.palette_ = CommandPalette(self.registry, self)


@pytest.fixture
def window(qtbot: QtBot, look: Look, home: Path) -> Window:
    made = Window(Settings(home / "settings.ini"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.edit.setFocus()
    return made


@pytest.mark.parametrize(
    ("better", "worse", "query"),
    [
        ("Export bundle", "Next passage", "ex"),
        ("Link passage", "Fold the map", "lp"),
        ("Search everywhere", "Send back to draft for the year", "sev"),
        ("Іншыя дзеянні", "Агульныя іншыя", "ін"),
    ],
)
def test_better_matches_come_first(better: str, worse: str, query: str) -> None:
    good, bad = match(query, better), match(query, worse)
    assert good is not None
    assert bad is None or good > bad


def test_letters_must_all_be_there_in_order() -> None:
    assert match("xyz", "Export bundle") is None
    assert match("elb", "Export bundle") is None
    assert match("EXPORT", "export bundle") is not None
    assert match("", "anything") is not None


def test_all_enabled_actions_are_listed(window: Window) -> None:
    window.registry["archive.close"].setEnabled(False)
    window.palette_.open()
    shown = window.palette_.shown()
    assert "archive.close" not in shown
    assert set(shown) == {spec.id for spec in window.registry} - {"archive.close", "app.palette"}
    QAbstractItemModelTester(window.palette_.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_typing_and_enter_do_it(window: Window, qtbot: QtBot) -> None:
    window.palette_.open()
    assert window.palette_.edit.hasFocus()
    qtbot.keyClicks(window.palette_.edit, "expo")
    assert window.palette_.shown()[0] == "bundle.export"
    qtbot.keyClick(window.palette_.edit, Qt.Key.Key_Return)
    assert window.done == ["bundle.export"]
    assert window.palette_.isHidden()
    assert window.edit.hasFocus()


def test_arrows_choose_and_wrap(window: Window, qtbot: QtBot) -> None:
    window.palette_.open()
    qtbot.keyClicks(window.palette_.edit, "new ")
    shown = window.palette_.shown()
    qtbot.keyClick(window.palette_.edit, Qt.Key.Key_Down)
    qtbot.keyClick(window.palette_.edit, Qt.Key.Key_Up)
    qtbot.keyClick(window.palette_.edit, Qt.Key.Key_Up)
    qtbot.keyClick(window.palette_.edit, Qt.Key.Key_Return)
    assert window.done == [shown[-1]]


def test_escape_changes_nothing(window: Window, qtbot: QtBot) -> None:
    window.palette_.open()
    qtbot.keyClick(window.palette_.edit, Qt.Key.Key_Escape)
    assert window.palette_.isHidden()
    assert window.edit.hasFocus()
    assert window.done == []


@pytest.mark.parametrize("typed", ["language", "lang", "мова", "язык", "kalba", "Kalb"])
@pytest.mark.parametrize("interface", INTERFACE_LANGUAGES)
def test_the_interface_language_is_found_in_any_language(
    window: Window, qtbot: QtBot, typed: str, interface: str
) -> None:
    activate(interface)
    window.palette_.open()
    window.palette_.edit.setText(typed)
    assert window.palette_.shown()[0] == "app.language"


def test_words_for_an_action_are_no_letters_to_be_found_here_and_there(window: Window) -> None:
    window.palette_.open()
    window.palette_.edit.setText("lgk")
    assert "app.language" not in window.palette_.shown()


def test_nothing_found_is_said(window: Window, qtbot: QtBot) -> None:
    window.palette_.open()
    qtbot.keyClicks(window.palette_.edit, "qqqqq")
    assert window.palette_.shown() == []
    assert window.palette_.list.isHidden()
    qtbot.keyClick(window.palette_.edit, Qt.Key.Key_Return)
    assert window.done == []


def test_a_click_beside_closes_it(window: Window) -> None:
    window.palette_.open()
    window.edit.setFocus()
    assert window.palette_.isHidden()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_it_stays_inside_the_window(window: Window, look: Look, scale: int) -> None:
    look.set(scale=scale)
    window.palette_.open()
    assert window.rect().contains(window.palette_.geometry())


@pytest.mark.parametrize("away", [lambda window: window.palette_.dismiss(), lambda window: window.edit.setFocus()])
def test_nothing_that_was_typed_or_named_is_kept(
    window: Window, qtbot: QtBot, away: Callable[[Window], object]
) -> None:
    window.registry.set_text("edit.undo", lambda: "Undo: link Glimmerquist")
    window.palette_.open()
    qtbot.keyClicks(window.palette_.edit, "Glim")
    assert window.palette_.shown() == ["edit.undo"]
    away(window)
    assert window.palette_.isHidden()
    assert (window.palette_.edit.text(), window.palette_.shown()) == ("", [])
    assert not window.palette_.edit.isUndoAvailable()
    window.palette_.open()
    assert len(window.palette_.shown()) > 1
