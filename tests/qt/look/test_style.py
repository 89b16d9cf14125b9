from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, QFile, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTextBrowser,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from workbench.material import resources_folder
from workbench.qt.frame.labels import SafeBrowser
from workbench.qt.look.style import Look, current_look, qt_palette, scaled, style_sheet
from workbench.qt.look.tokens import CONTRAST, DARK, LIGHT, PALETTES, Palette, Theme

palettes = pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda p: p.name)


def test_the_template_names_tokens_only() -> None:
    template = (resources_folder() / "styles" / "workbench.qss.in").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    assert re.findall(r"\b[1-9]\d*(?:px|pt|em)", rules) == []
    values = " ".join(re.findall(r"\{([^}]*)\}", rules))
    assert "#" not in values
    assert "rgb" not in values


@palettes
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_every_image_of_the_sheet_exists(qtbot: QtBot, palette: Palette, scale: int) -> None:
    sheet = style_sheet(palette, scale)
    assert "$" not in sheet
    images = set(re.findall(r"url\((:[^)]+)\)", sheet))
    assert len(images) >= 7
    for image in images:
        assert QFile.exists(image), image


def test_lengths_grow_with_the_scale() -> None:
    assert [scaled(8, s) for s in (100, 150, 200)] == [8, 12, 16]
    assert scaled(1, 10) == 1


@palettes
def test_the_qt_palette_has_the_tokens(palette: Palette, qtbot: QtBot) -> None:
    made = qt_palette(palette)
    assert made.color(QPalette.ColorRole.WindowText) == QColor(palette.ink)
    assert made.color(QPalette.ColorRole.Base) == QColor(palette.field)
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(palette.faint)


def test_the_look_is_one_for_the_application(look: Look) -> None:
    assert current_look() is look
    assert QApplication.style().name() == "fusion" or QApplication.instance().styleSheet()


def test_theme_scale_and_fonts_apply_at_once(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set(theme=Theme.DARK, scale=200, reading_scale=150)
    assert look.palette is DARK
    assert (look.scale, look.reading_scale) == (200, 150)
    assert look.px("target") == 56
    assert QApplication.font().pixelSize() == 26
    assert look.reading_font().pixelSize() == 27
    assert look.reading_font(size="title").pixelSize() == 40
    assert look.colour("ink") == QColor(DARK.ink)
    look.set(theme=Theme.CONTRAST)
    assert look.palette is CONTRAST


def test_scales_are_held_within_their_bounds(look: Look) -> None:
    look.set(scale=5, reading_scale=900)
    assert (look.scale, look.reading_scale) == (100, 200)


def test_reduced_motion_stops_animations(look: Look) -> None:
    assert 0 < look.duration <= 120
    look.set(calm=True)
    assert look.duration == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)


def test_the_system_theme_follows_the_desktop(look: Look) -> None:
    hints = QGuiApplication.styleHints()
    look.set(theme=Theme.SYSTEM)
    hints.setColorScheme(Qt.ColorScheme.Dark)
    try:
        if hints.colorScheme() == Qt.ColorScheme.Dark:
            assert look.palette is DARK
        hints.setColorScheme(Qt.ColorScheme.Light)
        assert look.palette is LIGHT
    finally:
        hints.unsetColorScheme()


def test_widgets_hear_of_a_new_style(look: Look, qtbot: QtBot) -> None:
    heard: list[QEvent.Type] = []

    class Listener(QWidget):
        def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
            heard.append(event.type())

    outer = QWidget()
    qtbot.addWidget(outer)
    Listener(outer)
    look.set(scale=150)
    assert QEvent.Type.StyleChange in heard


FOCUSABLE = [QPushButton, QToolButton, QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox]
FOCUSABLE += [QCheckBox, QRadioButton, QListWidget, QTreeWidget, QTableWidget]


@palettes
@pytest.mark.parametrize("widget_class", FOCUSABLE, ids=lambda c: c.__name__)
def test_focus_shows_on_everything_that_takes_it(
    look: Look, qtbot: QtBot, palette: Palette, widget_class: type[QWidget]
) -> None:
    """The ring's colour is on the widget's edge with focus, and is not without it."""
    look.set(theme=Theme(palette.name))
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    other, widget = QPushButton("other"), widget_class()
    if isinstance(widget, QToolButton):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(other)
    layout.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    ring = QColor(palette.focus).rgb()

    def edge() -> int:
        image = widget.grab().toImage()
        return sum(image.pixel(x, y) == ring for x in range(image.width()) for y in (0, image.height() - 1))

    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    with_focus = edge()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert with_focus > 10
    assert edge() == 0


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("kind", ["", "primary", "quiet", "danger"])
def test_targets_are_high_enough_and_do_not_move_with_focus(look: Look, qtbot: QtBot, scale: int, kind: str) -> None:
    look.set(scale=scale)
    button = QPushButton("Link to person")
    button.setProperty("kind", kind)
    qtbot.addWidget(button)
    button.show()
    before: QSize = button.sizeHint()
    assert before.height() >= look.px("target")
    button.setFocus()
    assert button.sizeHint() == before


def test_icons_are_kept_by_theme(look: Look) -> None:
    first = look.icon("user")
    assert look.icon("user") is first
    look.set(theme=Theme.DARK)
    assert look.icon("user") is not first


def test_another_size_of_reading_type_leaves_the_style_sheet_alone(look: Look, qtbot: QtBot) -> None:
    class Heard(QWidget):
        styles = 0

        @override
        def changeEvent(self, event: QEvent) -> None:
            self.styles += event.type() == QEvent.Type.StyleChange
            super().changeEvent(event)

    heard, page = Heard(), SafeBrowser()
    qtbot.addWidget(heard)
    qtbot.addWidget(page)
    heard.styles = 0
    before = page.document().defaultFont().pixelSize()
    with qtbot.waitSignal(look.changed):
        look.set(reading_scale=150)
    assert heard.styles == 0
    assert page.document().defaultFont().pixelSize() == round(before * 1.5)
    look.set(scale=150)
    assert heard.styles > 0
