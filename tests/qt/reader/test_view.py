from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reading import CTRL, LONG, NONE, Show, paragraphs
from workbench.domain.anchors import Span
from workbench.qt.look.tokens import DARK
from workbench.qt.reader.reader import Reader
from workbench.qt.reader.reader_look import look_from


def top_word(reader: Reader) -> int:
    return reader.place().position


def test_zoom_look_and_width_keep_the_place_and_come_back_to_it(show: Show) -> None:
    reader = show(LONG)
    place = LONG.index("Paragraph 200")
    reader.reveal(Span(place, place + 9))
    before = top_word(reader)
    for zoom in (1.1, 1.5, 2.0, 3.0, 0.7):
        reader.set_zoom(zoom)
        assert abs(top_word(reader) - before) <= 90
    reader.set_look(look_from(DARK))
    for width in (600, 500, 420, 1_200):
        reader.resize(width, 500)
        assert abs(top_word(reader) - before) <= 90
    reader.set_zoom(1.0)
    reader.resize(900, 600)
    assert top_word(reader) == before


def test_a_place_is_come_back_to(show: Show) -> None:
    reader = show(LONG)
    start = LONG.index("Paragraph 150")
    reader.select(Span(start, start + 9), reveal=True)
    place = reader.place()
    image = reader.viewport().grab().toImage()
    reader.show_text(paragraphs("another"))
    assert reader.selection() is None
    reader.show_text(paragraphs(*LONG.split("\n")))
    reader.restore_place(place)
    assert reader.selection() == Span(start, start + 9)
    assert reader.viewport().grab().toImage() == image


def test_scrolling_up_into_estimates_never_jumps(show: Show) -> None:
    text = "\n".join(("wide " * (n % 37)) or "x" for n in range(600))
    reader = show(text)
    start = len(text) * 2 // 3
    reader.reveal(Span(start, start + 1))
    for _step in range(120):
        anchor = reader.visible()[1].laid.start
        y = {seen.laid.start: seen.y for seen in reader.visible()}[anchor]
        wheel = QWheelEvent(
            QPointF(300, 300),
            QPointF(reader.viewport().mapToGlobal(QPoint(300, 300))),
            QPoint(0, 30),
            QPoint(0, 0),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(reader.viewport(), wheel)
        moved = {seen.laid.start: seen.y for seen in reader.visible()}[anchor] - y
        assert moved == 30


def test_reveal_puts_a_place_into_the_upper_third(show: Show) -> None:
    reader = show(LONG)
    start = LONG.index("Paragraph 300")
    reader.reveal(Span(start, start + 9))
    rect = reader.caret_rect(start)
    assert rect is not None
    assert 0 < rect.top() < reader.viewport().height() / 3


def test_the_picker_has_a_place_under_the_end_of_the_selection(show: Show) -> None:
    reader = show(LONG)
    reader.select(Span(0, 9))
    end = reader.caret_rect(9)
    assert end is not None
    assert reader.selection_rect(global_=False) == end
    assert reader.selection_rect().topLeft() == reader.viewport().mapToGlobal(end.topLeft())
    reader.reveal(Span(len(LONG) - 9, len(LONG)))
    assert reader.viewport().rect().contains(reader.selection_rect(global_=False))


def test_ctrl_and_wheel_zoom(qtbot: QtBot, show: Show) -> None:
    reader = show(LONG)
    wheel = QWheelEvent(
        QPointF(300, 300),
        QPointF(300, 300),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(reader.zoomChanged) as caught:
        QApplication.sendEvent(reader.viewport(), wheel)
    assert caught.args == [1.1]


def test_the_slider_is_dragged_to_the_end_and_back(show: Show) -> None:
    reader = show(LONG)
    bar = reader.verticalScrollBar()
    bar.setSliderDown(True)
    bar.setSliderPosition(bar.maximum() // 2)
    first, last = reader.visible_range()
    assert len(LONG) * 0.4 < first < last < len(LONG) * 0.6
    bar.setSliderPosition(bar.maximum())
    assert reader.visible()[-1].laid.end == len(LONG)
    bar.setSliderDown(False)
    assert bar.value() == bar.maximum()
    bar.setSliderDown(True)
    bar.setSliderPosition(0)
    bar.setSliderDown(False)
    assert reader.visible()[0].y == 0
    assert reader.visible()[0].laid.start == 0


def test_layouts_out_of_sight_do_not_move_what_is_in_sight(show: Show) -> None:
    text = "\n".join(("wide " * (n % 37)) or "x" for n in range(600))
    reader = show(text)
    reader.reveal(Span(len(text) // 2, len(text) // 2 + 1))
    before = [(seen.laid.start, seen.y) for seen in reader.visible()]
    for index in range(0, 200, 3):
        reader.laid(index)
    reader.verticalScrollBar().setValue(reader.verticalScrollBar().value() + 1)
    assert [(start, y + 1) for start, y in [(s.laid.start, s.y) for s in reader.visible()]][:3] == before[:3]


def test_a_short_text_does_not_scroll(show: Show) -> None:
    reader = show("few words")
    assert reader.verticalScrollBar().maximum() == 0
    reader.scroll_by(50)
    assert reader.visible()[0].y == 0
