from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reading import LEFT, LONG, NONE, OVERLAPPING, SENTENCE, SHIFT, Show, at, paragraphs
from workbench.domain.anchors import Span
from workbench.qt.reader.reader import Reader


def test_dragging_selects_and_a_click_with_shift_extends(show: Show) -> None:
    reader = show(SENTENCE)
    view = reader.viewport()
    start, end = reader.caret_rect(6), reader.caret_rect(13)
    assert start is not None
    assert end is not None
    QTest.mousePress(view, LEFT, NONE, start.center())
    QTest.mouseMove(view, end.center() - QPoint(20, 0))
    QTest.mouseMove(view, end.center())
    QTest.mouseRelease(view, LEFT, NONE, end.center())
    assert reader.selected_text() == "are the"
    QTest.mouseClick(view, LEFT, SHIFT, at(reader, 19) - QPoint(4, 0))
    assert reader.selected_text() == "are the sixty"


def test_a_drag_below_the_edge_scrolls_on(qtbot: QtBot, show: Show) -> None:
    reader = show(LONG)
    view = reader.viewport()
    QTest.mousePress(view, LEFT, NONE, at(reader, 0))
    below = QPoint(300, view.height() + 40)
    QTest.mouseMove(view, QPoint(300, 300))
    QTest.mouseMove(view, below)
    qtbot.waitUntil(lambda: reader.verticalScrollBar().value() > 200)
    QTest.mouseRelease(view, LEFT, NONE, below)
    chosen = reader.selection()
    assert chosen is not None
    assert chosen.start == 0
    assert chosen.end > 500
    assert not any(timer.isActive() and timer.interval() < 100 for timer in reader.findChildren(QTimer))


def test_two_clicks_take_the_word_and_three_the_paragraph(show: Show) -> None:
    reader = show(paragraphs("one two three", "four five"))
    where = at(reader, 5)
    QTest.mouseDClick(reader.viewport(), LEFT, NONE, where)
    assert reader.selected_text() == "two"
    QTest.mousePress(reader.viewport(), LEFT, NONE, where)
    QTest.mouseRelease(reader.viewport(), LEFT, NONE, where)
    assert reader.selected_text() == "one two three"


def mouse(reader: Reader, kind: QEvent.Type, where: QPoint) -> None:
    view = reader.viewport()
    place = QPointF(where)
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    QApplication.sendEvent(view, QMouseEvent(kind, place, QPointF(view.mapToGlobal(where)), button, held, NONE))


def test_a_double_click_dragged_takes_whole_words_both_ways(show: Show) -> None:
    reader = show("one two three four")
    mouse(reader, QEvent.Type.MouseButtonDblClick, at(reader, 9))
    mouse(reader, QEvent.Type.MouseMove, at(reader, 15))
    assert reader.selected_text() == "three four"
    mouse(reader, QEvent.Type.MouseMove, at(reader, 5))
    assert reader.selected_text() == "two three"
    assert reader.caret() == 4
    mouse(reader, QEvent.Type.MouseButtonRelease, at(reader, 5))
    assert reader.selected_text() == "two three"


def test_a_bar_in_the_margin_is_clicked(show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING[-1:])
    reader.viewport().grab()
    bar = reader.margin.bars[0]
    x = reader.column_left - 12 + 1
    QTest.mouseClick(reader.viewport(), LEFT, NONE, QPoint(x, (bar.top + bar.bottom) // 2))
    assert reader.current() == "last"


def test_the_menu_is_asked_for_at_the_mouse_or_at_the_caret(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE)
    reader.select(Span(0, 5))
    with qtbot.waitSignal(reader.contextMenuRequested) as caught:
        QApplication.sendEvent(
            reader.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 6), QPoint(50, 60))
        )
    assert caught.args == [QPoint(50, 60)]
    with qtbot.waitSignal(reader.contextMenuRequested) as caught:
        QApplication.sendEvent(
            reader.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 6), QPoint(50, 60))
        )
    assert caught.args == [reader.selection_rect().bottomLeft()]


def test_a_click_never_lands_within_what_is_one_sign(show: Show) -> None:
    family = "👨\u200d👩\u200d👧"
    reader = show(f"One {family} and e\u0301 here.")
    left, right = reader.caret_rect(4), reader.caret_rect(4 + len(family))
    assert left is not None
    assert right is not None
    places = {reader.position_at(QPointF(x, left.center().y())) for x in range(left.left() - 3, right.right() + 3)}
    assert places <= {3, 4, 4 + len(family), 5 + len(family)}
    assert {4, 4 + len(family)} <= places
