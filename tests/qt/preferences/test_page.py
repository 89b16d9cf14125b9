from __future__ import annotations

import itertools
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.i18n import activate
from workbench.qt.frame.language import tell_language_change
from workbench.qt.look.style import Look
from workbench.qt.look.tokens import Reading, Theme
from workbench.qt.preferences.page import SettingsPage
from workbench.qt.settings import Settings
from workbench.qt.window.appearance import Appearance


def test_what_is_chosen_holds_at_once_and_stays(qtbot: QtBot, look: Look, settings: Settings, tmp_path: Path) -> None:
    appearance = Appearance(settings)
    page = SettingsPage(settings, lambda: None)
    qtbot.addWidget(page)
    page.show()
    page.theme.activated.emit(2)
    assert settings.theme is Theme.DARK
    assert look.palette.dark
    page.reading.size_.slider.setValue(5)
    assert look.reading_scale == 150
    qtbot.keyClick(page.scale.slider, Qt.Key.Key_Right)
    assert look.scale == 110
    page.lock.activated.emit(0)
    assert settings.lock_minutes == 0
    settings.remember(tmp_path / "a.archive")
    page.recent.click()
    assert settings.recent == ()
    settings.remember(tmp_path / "a.archive")
    assert settings.recent == ()
    again = SettingsPage(Settings(settings.path), lambda: None)
    qtbot.addWidget(again)
    assert again.theme.currentIndex() == 2
    assert again.lock.currentText() == "Never"
    assert not again.recent.isChecked()
    appearance.deleteLater()


def test_choices_follow_the_language(qtbot: QtBot, look: Look, settings: Settings) -> None:
    page = SettingsPage(settings, lambda: None)
    qtbot.addWidget(page)
    before = [page.theme.itemText(at) for at in range(page.theme.count())]
    activate("be")
    tell_language_change(page)
    after = [page.theme.itemText(at) for at in range(page.theme.count())]
    assert all(a != b for a, b in zip(before, after, strict=True))


def test_escape_and_done_leave(qtbot: QtBot, look: Look, settings: Settings) -> None:
    asked: list[int] = []
    page = SettingsPage(settings, lambda: asked.append(1))
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.theme, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.left):
        page.done.click()
    page.keys.click()
    assert asked == [1]


def test_the_page_that_is_read_is_seen_as_it_is_chosen(qtbot: QtBot, look: Look, settings: Settings) -> None:
    appearance = Appearance(settings)
    page = SettingsPage(settings, lambda: None)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    specimen, seen = page.reading.specimen, []
    for slider in (page.reading.measure, page.reading.leading, page.reading.gap):
        seen.append(specimen.grab().toImage())
        qtbot.keyClick(slider.slider, Qt.Key.Key_Left)
    seen.append(specimen.grab().toImage())
    assert all(one != other for one, other in itertools.pairwise(seen))
    assert look.reading == settings.reading == Reading(66, 150, 50)
    settings.usual_reading()
    assert (page.reading.measure.value, page.reading.leading.value, page.reading.gap.value) == (70, 160, 70)
    appearance.deleteLater()
