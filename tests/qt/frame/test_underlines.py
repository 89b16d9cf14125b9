from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from workbench.qt.frame.underlines import Underlines

WAVE, DASH = QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.DashUnderline


def test_makers_stand_side_by_side_and_follow_the_text(qtbot: QtBot) -> None:
    field = QPlainTextEdit("one two three")
    qtbot.addWidget(field)
    changes: list[None] = []
    field.textChanged.connect(lambda: changes.append(None))
    lines = Underlines.of(field)
    assert Underlines.of(field) is lines
    lines.show("spelling", [(4, 7)], QColor("red"), WAVE)
    lines.show("checks", [(0, 3), (8, 13)], QColor("blue"), DASH)
    assert [each.format.underlineStyle() for each in field.extraSelections()] == [WAVE, DASH, DASH]
    assert changes == []
    field.textCursor().insertText("zero ")
    assert lines.shown("spelling") == [(9, 12)]
    assert lines.shown("checks") == [(5, 8), (13, 18)]
    lines.show("spelling", [], QColor("red"), WAVE)
    assert lines.shown("spelling") == []
    assert len(field.extraSelections()) == 2
