from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.i18n import active
from workbench.qt.frame.base import IconButton
from workbench.qt.look.style import Look
from workbench.qt.settings import Settings
from workbench.qt.start.page import StartPage
from workbench.qt.window.appearance import Appearance


def page(qtbot: QtBot, settings: Settings) -> StartPage:
    made = StartPage(settings)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.enter()
    return made


def test_the_ways_in(qtbot: QtBot, look: Look, settings: Settings) -> None:
    made = page(qtbot, settings)
    assert made.create_button.hasFocus()
    with qtbot.waitSignal(made.create_asked):
        qtbot.keyClick(made.create_button, Qt.Key.Key_Return)
    with qtbot.waitSignal(made.choose_asked):
        made.open.click()
    with qtbot.waitSignal(made.sample_asked):
        made.sample.click()
    with qtbot.waitSignal(made.verify_asked):
        made.verify.click()
    assert not made.recent.isVisible()


def test_archives_of_before_open_and_are_forgotten(
    qtbot: QtBot, look: Look, settings: Settings, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        settings.remember(tmp_path / f"{name}.archive")
    made = page(qtbot, settings)
    first = made.recent.first()
    assert first is not None
    assert first.hasFocus()
    with qtbot.waitSignal(made.open_asked) as signal:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert signal.args == [tmp_path / "b.archive"]
    for _n in range(2):
        forget = next(b for b in made.recent.findChildren(IconButton) if b.isVisible())
        forget.click()
    assert settings.recent == ()
    assert made.create_button.hasFocus()


def test_the_language_is_chosen_right_here(qtbot: QtBot, look: Look, settings: Settings) -> None:
    settings.language = "en"
    appearance = Appearance(settings)
    made = page(qtbot, settings)
    assert [made.language.itemText(at) for at in range(4)] == ["English", "Беларуская", "Русский", "Lietuvių"]
    before = made.create_button.text()
    made.language.setFocus()
    qtbot.keyClick(made.language, Qt.Key.Key_Down)
    made.language.activated.emit(made.language.currentIndex())
    assert settings.language == "be"
    assert active().language == "be"
    assert made.create_button.text() != before
    settings.language = "en"
    appearance.deleteLater()
