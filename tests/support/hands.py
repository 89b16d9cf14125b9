"""A person at the keyboard of the real window: keys go to whatever has the focus, and nothing else is touched."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QTabBar, QWidget

from workbench.qt.session import ViewName
from workbench.qt.sources.view import SourcesView
from workbench.qt.window.main_window import MainWindow

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

_STOPS = 80
"""Presses of Tab after which a place counts as out of reach."""


def words_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.currentIndex())
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or text).replace("&&", "&").strip()


class Hands:
    """Types, waits, and looks where the focus is. Needs an active window and its event loop, no test runner."""

    def __init__(self, window: MainWindow, *, seconds: float = 15.0) -> None:
        self.window, self.seconds = window, seconds

    # --- keys ---

    @property
    def focus(self) -> QWidget:
        """The widget that a key would reach now."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        return found if found is not None else self.window

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other, with modifiers held down."""
        for key in keys:
            QTest.keyClick(self.focus, key, held)

    def ctrl(self, *keys: Qt.Key) -> None:
        self.press(*keys, held=CTRL)

    def enter(self) -> None:
        self.press(KEY.Key_Return)

    def escape(self) -> None:
        self.press(KEY.Key_Escape)

    def type(self, text: str) -> None:
        """Type a text in any script, as a keyboard layout gives it."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:
                QTest.sendKeyEvent(QTest.KeyAction.Click, self.focus, KEY.Key_unknown, letter, NONE)

    def retype(self, text: str) -> None:
        """Replace what stands in the field."""
        self.ctrl(KEY.Key_A)
        self.type(text)

    # --- waiting ---

    def until(self, found: Callable[[], object], what: str = "") -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + self.seconds
        while not found():
            assert time.monotonic() < end, f"{what or 'it'} did not come; focus on {self.where()}"
            QTest.qWait(5)

    def settle(self) -> None:
        """Let everything in the background come to its end."""
        QTest.qWait(0)
        self.until(lambda: not self.window.operations.jobs, "quiet")

    def where(self) -> str:
        return f"{type(self.focus).__name__} “{words_of(self.focus)}”"

    # --- going about ---

    def tab_to(self, words: str, *, back: bool = False) -> QWidget:
        """Press Tab until the focus is on what has these words (or begins with them, up to a “…” given)."""
        stops: list[str] = []
        for _step in range(_STOPS):
            self.press(KEY.Key_Backtab if back else KEY.Key_Tab, held=SHIFT if back else NONE)
            focus = self.focus
            assert focus.isVisible(), f"focus went out of sight after {stops[-1:]}"
            said = words_of(focus)
            stops.append(said or type(focus).__name__)
            if said == words or (words.endswith("*") and said.startswith(words[:-1])):
                return focus
        raise AssertionError(f"Tab does not come to “{words}”: {stops}")

    def pane(self) -> None:
        """Go to the next part of the window."""
        self.press(KEY.Key_F6)

    def view(self, name: ViewName) -> None:
        """Go to a view by its number, and let it read."""
        self.press(KEY(KEY.Key_1 + list(ViewName).index(name)), held=ALT)
        self.until(lambda: self.window.workspace is not None and self.window.workspace.current_name is name)
        self.settle()

    def action(self, words: str) -> None:
        """Do what has no key of its own, through the palette."""
        self.ctrl(KEY.Key_K)
        self.type(words)
        self.enter()

    def answer_dialog(self, asks: Callable[[], object], typed: str) -> None:
        """Do what opens a file dialog, type a path into it, and press Enter."""
        wrong: list[str] = []
        answered = False
        clock, end = QTimer(interval=10), time.monotonic() + self.seconds

        def answer() -> None:
            nonlocal answered
            dialog, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
            if not isinstance(dialog, QFileDialog):
                return
            if not answered and focus is not None and dialog.isAncestorOf(focus):
                answered = True
                self.type(typed)
                popup = QApplication.activePopupWidget()
                if popup is not None:
                    popup.hide()  # what the dialog proposes to complete is not what was typed
                self.enter()
            elif time.monotonic() > end:
                wrong.append(f"the dialog did not take the path; focus on {self.where()}")
                dialog.reject()

        clock.timeout.connect(answer)
        clock.start()
        asks()
        clock.stop()
        if QApplication.activeWindow() is not self.window:
            self.window.activateWindow()  # what a window manager does, and the offscreen platform does not
        assert answered, "no dialog came"
        assert not wrong, wrong

    # --- the text ---

    @property
    def sources(self) -> SourcesView:
        workspace = self.window.workspace
        assert workspace is not None
        view = workspace.view(ViewName.SOURCES)
        assert isinstance(view, SourcesView)
        return view

    def select(self, words: str) -> None:
        """Find words in the text, and select them from their start, word by word, then sign by sign."""
        reader = self.sources.reader
        self.ctrl(KEY.Key_F)
        self.retype(words)
        self.until(lambda: reader.selected_text().casefold() == words.casefold(), f"“{words}”")
        self.escape()
        assert self.focus is reader
        self.press(KEY.Key_Left)
        while len(reader.selected_text()) < len(words):
            self.press(KEY.Key_Right, held=CTRL | SHIFT)
        while len(reader.selected_text()) > len(words):
            self.press(KEY.Key_Left, held=SHIFT)
        assert reader.selected_text() == words
