from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from workbench.qt.frame.fields import FormRow, SearchField
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import Look


@pytest.fixture
def field(qtbot: QtBot, look: Look) -> SearchField:
    made = SearchField(lambda: "Search sources")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_search_comes_once_after_a_rest(field: SearchField, qtbot: QtBot) -> None:
    heard: list[str] = []
    field.searched.connect(heard.append)
    qtbot.keyClicks(field.edit, "mar ")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["mar"])


def test_enter_searches_at_once_and_only_for_something_new(field: SearchField, qtbot: QtBot) -> None:
    heard: list[str] = []
    field.searched.connect(heard.append)
    qtbot.keyClicks(field.edit, "m")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard == ["m"]


def test_escape_and_the_button_empty_it(field: SearchField, qtbot: QtBot) -> None:
    heard: list[str] = []
    field.searched.connect(heard.append)
    field.set_text("abc")
    button = field.findChild(QToolButton)
    assert button.isVisible()
    assert button.accessibleName() == "Empty the search"
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    field.set_text("abc")
    button.click()
    assert heard == ["abc", "", "abc", ""]
    assert button.isHidden()


def test_down_goes_to_the_list(field: SearchField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.list_asked):
        qtbot.keyClick(field.edit, Qt.Key.Key_Down)


@pytest.mark.parametrize("scale", [100, 200])
def test_the_glass_and_the_button_do_not_cover_the_words(
    field: SearchField, look: Look, qtbot: QtBot, scale: int
) -> None:
    look.set(scale=scale)
    field.resize(300 * scale // 100, field.sizeHint().height())
    field.set_text("words")
    glass = next(label for label in field.edit.children() if hasattr(label, "pixmap"))
    start = field.edit.cursorRect().left()
    field.edit.home(False)
    assert field.edit.cursorRect().center().x() >= glass.geometry().right()
    assert start > glass.geometry().right()
    assert field.findChild(QToolButton).geometry().right() <= field.edit.width()


def test_a_form_row_names_and_describes_its_field(qtbot: QtBot, look: Look) -> None:
    edit = QLineEdit()
    row = FormRow("Date", edit, hint="A day, a month or a year")
    qtbot.addWidget(row)
    row.show()
    assert edit.accessibleName() == "Date"
    assert edit.accessibleDescription() == "A day, a month or a year"
    assert row.error == ""
    row.set_error("Date is not a date that can be read.")
    assert row.error == "Date is not a date that can be read."
    assert edit.accessibleDescription() == row.error
    assert edit.property("wrong") == "true"
    shown = [label.text() for label in row.findChildren(PlainLabel) if label.isVisible()]
    assert shown == ["Date", "Date is not a date that can be read."]
    row.set_error("")
    assert row.error == ""
    assert edit.property("wrong") == "false"
    assert edit.accessibleDescription() == "A day, a month or a year"


def test_the_error_is_seen_on_the_field(qtbot: QtBot, look: Look) -> None:
    row = FormRow("Date", QLineEdit())
    qtbot.addWidget(row)
    row.show()
    row.set_error("Wrong.")
    image = row.field.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0).name().upper() == look.palette.error
