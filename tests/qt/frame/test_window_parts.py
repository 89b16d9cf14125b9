"""Rail, panel, status bar, empty state, flow, language: the parts around the work."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from workbench.i18n import active
from workbench.qt.actions import Actions
from workbench.qt.frame.base import Button, CountButton, IconButton, Live, PictureButton, ToolButton
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.language import switch_language
from workbench.qt.frame.panel import Panel
from workbench.qt.frame.rail import VIEWS, Rail
from workbench.qt.frame.status import StatusBar
from workbench.qt.look.style import Look
from workbench.qt.operations import Context, Operations
from workbench.qt.settings import Settings


@pytest.fixture
def settings(home: Path) -> Settings:
    return Settings(home / "settings.ini")


class TestRail:
    @pytest.fixture
    def rail(self, qtbot: QtBot, look: Look, settings: Settings) -> Iterator[Rail]:
        window = QMainWindow()
        qtbot.addWidget(window)
        actions = Actions(window, settings)
        made = Rail(actions)
        for key, action, _icon in VIEWS:
            actions.bind(action, lambda key=key: made.set_current(key))
        window.setCentralWidget(made)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield made  # noqa: PT022 - the window lives as long as this frame

    def test_names_and_tooltips(self, rail: Rail) -> None:
        names = [rail.button(key).accessibleName() for key, _action, _icon in VIEWS]
        assert names == ["Sources", "Records", "Translations", "Bundles", "Search"]
        assert "Alt+2" in rail.button("records").toolTip()
        assert rail.button("settings").accessibleName() == "Settings"

    def test_a_click_goes_there(self, rail: Rail, qtbot: QtBot) -> None:
        qtbot.mouseClick(rail.button("bundles"), Qt.MouseButton.LeftButton)
        assert rail.current == "bundles"
        assert rail.button("bundles").isChecked()
        assert not rail.button("sources").isChecked()

    def test_the_mark_stays_where_the_window_is(self, rail: Rail, qtbot: QtBot) -> None:
        qtbot.mouseClick(rail.button("settings"), Qt.MouseButton.LeftButton)
        assert rail.current == "sources"
        assert rail.button("sources").isChecked()
        assert not rail.button("settings").isChecked()

    def test_keys_go_there_and_arrows_move_within(self, rail: Rail, qtbot: QtBot) -> None:
        qtbot.keyClick(rail.window(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        assert rail.current == "translations"
        rail.button("translations").setFocus()
        qtbot.keyClick(rail.button("translations"), Qt.Key.Key_Down)
        assert rail.button("bundles").hasFocus()
        qtbot.keyClick(rail.button("bundles"), Qt.Key.Key_Space)
        assert rail.current == "bundles"

    @pytest.mark.parametrize("scale", [100, 150, 200])
    def test_squares_fit_a_low_screen(self, rail: Rail, look: Look, scale: int) -> None:
        look.set(scale=scale)
        rail.window().resize(1280, 680)
        button = rail.button("search")
        assert button.width() == button.height() >= look.px("target")
        assert rail.rect().contains(rail.button("settings").geometry())


class TestPanel:
    @pytest.fixture
    def panel(self, qtbot: QtBot, look: Look, settings: Settings) -> Panel:
        made = Panel("list", lambda: "Sources", QLineEdit(), settings)
        qtbot.addWidget(made)
        made.show()
        return made

    def test_it_folds_and_remembers(self, panel: Panel, settings: Settings, qtbot: QtBot) -> None:
        tool = QToolButton()
        panel.add_tool(tool)
        with qtbot.waitSignal(panel.folded_changed) as signal:
            panel.set_folded(folded=True)
        assert signal.args == [True]
        assert panel.body.isHidden()
        assert tool.isHidden()
        assert panel.maximumWidth() < 60
        again = Panel("list", "Sources", QLabel(), settings)
        qtbot.addWidget(again)
        assert again.folded
        again.toggle()
        assert not Panel("list", "Sources", QLabel(), settings).folded

    def test_the_button_says_what_it_does(self, panel: Panel) -> None:
        fold = panel.findChild(QToolButton)
        assert fold.accessibleName() == "Fold “Sources” away"
        fold.click()
        assert fold.accessibleName() == "Open “Sources”"
        assert panel.accessibleName() == "Sources"

    def test_the_focus_is_not_lost_in_it(self, panel: Panel, qtbot: QtBot) -> None:
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        panel.body.setFocus()
        panel.toggle()
        assert panel.findChild(QToolButton).hasFocus()


class TestStatusBar:
    @pytest.fixture
    def bar(self, qtbot: QtBot, look: Look) -> StatusBar:
        made = StatusBar()
        qtbot.addWidget(made)
        made.resize(900, 30)
        made.show()
        return made

    def visible(self, bar: StatusBar) -> list[str]:
        parts = (*bar.findChildren(QPushButton), *bar.findChildren(PlainLabel))
        return [part.text() for part in parts if part.isVisible() and part.text()]

    def test_nothing_to_say_is_not_said(self, bar: StatusBar) -> None:
        assert self.visible(bar) == []
        assert not bar.findChild(QProgressBar).isVisible()

    def test_segments_ask(self, bar: StatusBar, qtbot: QtBot) -> None:
        bar.set_state(lambda: "Saved")
        bar.set_undo(lambda: "Undo: link passage to R & G")
        bar.set_profile("AK")
        bar.set_lock_minutes(1)
        bar.set_count("123 / 480 final")
        shown = self.visible(bar)
        assert set(shown) == {
            "Saved",
            "Undo: link passage to R && G",
            "Profile AK",
            "Locks in 1 minute",
            "123 / 480 final",
        }
        for text, signal in (("Undo", bar.undo_asked), ("Profile", bar.profile_asked), ("Locks", bar.lock_asked)):
            button = next(b for b in bar.findChildren(QPushButton) if b.text().startswith(text))
            with qtbot.waitSignal(signal):
                button.click()
        bar.set_lock_minutes(9)
        assert "Locks in 9 minutes" in self.visible(bar)
        bar.set_lock_minutes(None)
        assert not any(text.startswith("Locks") for text in self.visible(bar))

    def test_long_words_give_way(self, bar: StatusBar, look: Look) -> None:
        look.set(scale=200)
        bar.set_state(lambda: "Išsaugota")
        bar.set_undo("Undo: " + "very long " * 30)
        bar.set_profile("AK")
        bar.set_lock_minutes(9)
        assert bar.minimumSizeHint().width() <= 900
        assert not bar.grab().isNull()

    def test_it_follows_background_work(self, bar: StatusBar, qtbot: QtBot) -> None:
        operations, gate, begun = Operations(), threading.Event(), threading.Event()
        bar.watch(operations)
        progress = bar.findChild(QProgressBar)

        def work(context: Context) -> None:
            context.progress(3, 10)
            begun.set()
            gate.wait(10)
            context.check()

        operations.run(lambda _context: None)
        job = operations.run(work, title="Export", cancellable=True)
        qtbot.waitUntil(lambda: progress.isVisible() and progress.value() == 3)
        assert (progress.maximum(), progress.accessibleName()) == (10, "Export")
        stop = next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == "Stop")
        stop.click()
        assert job.cancel_asked
        assert not stop.isEnabled()
        gate.set()
        qtbot.waitUntil(lambda: not progress.isVisible())
        operations.shut_down()
        shiboken6.delete(operations)


def test_an_empty_state_leads_on(qtbot: QtBot, look: Look) -> None:
    done: list[str] = []
    verbs = (("Import source", lambda: done.append("import"), "Ctrl+I"), ("Paste", lambda: done.append("paste"), ""))
    state = EmptyState("newspaper", "No sources yet.", more="Import one.", verbs=verbs)
    qtbot.addWidget(state)
    state.resize(500, 400)
    state.show()
    assert [button.text() for button in state.buttons] == ["Import source", "Paste"]
    assert [button.property("kind") for button in state.buttons] == ["primary", "quiet"]
    state.buttons[0].click()
    assert done == ["import"]
    keys = [label.text() for label in state.findChildren(PlainLabel) if label.property("role") == "key"]
    assert keys == ["Ctrl+I"]
    look.set(scale=200)
    assert state.minimumSizeHint().width() < 600


def test_a_flow_breaks_where_there_is_no_room(qtbot: QtBot, look: Look) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    flow = Flow(outer)
    buttons = [Button(f"Perkelti į peržiūrą {n}") for n in range(4)]
    for button in buttons[1:]:
        flow.addWidget(button)
    flow.insert(0, buttons[0])
    outer.resize(1200, 200)
    outer.show()
    assert len({button.y() for button in buttons}) == 1
    assert [flow.itemAt(n).widget() for n in range(4)] == buttons
    outer.resize(buttons[0].width() + 10, 400)
    flow.activate()
    assert len({button.y() for button in buttons}) == 4
    assert {button.pos().x() for button in buttons} == {0}
    assert flow.heightForWidth(1200) < flow.heightForWidth(200)
    assert flow.takeAt(9) is None
    assert flow.count() == 4
    assert buttons[3].mapTo(outer, QPoint(0, buttons[3].height())).y() <= flow.heightForWidth(outer.width())


def test_a_switch_of_language_reaches_every_part(qtbot: QtBot, look: Look) -> None:
    heard: list[str] = []

    class Part(Live, QWidget):
        def retranslate(self) -> None:
            heard.append(active().language)

    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    part = Part(window.centralWidget())
    switch_language("lt")
    try:
        assert set(heard) == {"lt"}
        assert part.parent() is window.centralWidget()
        heard.clear()
        switch_language("be")
        assert set(heard) == {"be"}
        assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"
        assert QKeySequence("Ctrl+E").toString(QKeySequence.SequenceFormat.NativeText)
    finally:
        switch_language("en")


def test_buttons_show_an_ampersand(qtbot: QtBot, look: Look) -> None:
    done: list[int] = []
    button = Button("Rosencrantz & Guildenstern", lambda: done.append(1), icon="user")
    qtbot.addWidget(button)
    assert button.text() == "Rosencrantz && Guildenstern"
    button.set_words("Other")
    button.click()
    assert (button.text(), done) == ("Other", [1])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "make",
    [
        lambda: IconButton("pencil", "Edit"),
        lambda: PictureButton("Table", QIcon),
        lambda: CountButton("Persons", QIcon),
        ToolButton,
        lambda: Button("Add"),
    ],
)
def test_every_button_is_pressed_by_enter_and_space(
    qtbot: QtBot, look: Look, key: Qt.Key, make: Callable[[], QAbstractButton]
) -> None:
    pressed: list[bool] = []
    button = make()
    button.clicked.connect(lambda *_checked: pressed.append(True))
    qtbot.addWidget(button)
    button.show()
    qtbot.keyClick(button, key)
    assert pressed == [True]
