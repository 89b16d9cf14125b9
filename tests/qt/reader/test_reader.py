from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import BlockKind, StructuredText, join_blocks
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader
from workbench.qt.reader.reader_look import dark_look

Show = Callable[..., Reader]
KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
LONG = "\n".join(
    f"Paragraph {n} has some words, enough of them that it takes more than one line to say." for n in range(400)
)


def paragraphs(*texts: str) -> StructuredText:
    return join_blocks([(BlockKind.PARAGRAPH, 0, text) for text in texts])


def passage(name: str, start: int, end: int, *kinds: PassageKind) -> MarkedPassage:
    return MarkedPassage(name, Span(start, end), kinds or (PassageKind.PERSON,), name)


def at(reader: Reader, position: int) -> QPoint:
    """The middle of the character after a position, in the viewport."""
    here = reader.caret_rect(position)
    assert here is not None
    after = reader.caret_rect(position + 1)
    shift = (after.x() - here.x()) // 2 if after is not None and after.y() == here.y() else 3
    return QPoint(here.x() + shift, here.center().y())


def click(reader: Reader, position: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(reader.viewport(), LEFT, modifiers, at(reader, position))


def selected(reader: Reader) -> str:
    return reader.selected_text()


# --- code points ---


@pytest.mark.parametrize(
    "before", ["👩‍👩‍👧 ", "e\u0301u\u0308 ", "🇱🇹👍🏽 ", "\u200b\u200d", "a\x00b ", "a שלום ", "𐐷 "]
)
def test_a_selection_by_keys_counts_code_points(show: Show, before: str) -> None:
    reader = show(before + "Марыя said so")
    reader.place_caret(len(before))
    QTest.keyClick(reader, KEY.Key_Right, CTRL | SHIFT)
    assert reader.selection() == Span(len(before), len(before) + 6)
    assert selected(reader) == "Марыя "


@pytest.mark.parametrize("before", ["👩‍👩‍👧 ", "e\u0301u\u0308 ", "🇱🇹👍🏽 ", "a\x00b ", "𐐷 "])
def test_a_double_click_behind_wide_characters_selects_the_word(show: Show, before: str) -> None:
    reader = show(before + "Марыя said so")
    QTest.mouseDClick(reader.viewport(), LEFT, NONE, at(reader, len(before) + 2))
    assert reader.selection() == Span(len(before), len(before) + 5)


@pytest.mark.parametrize("cluster", ["👩‍👩‍👧", "e\u0301", "🇱🇹", "👍🏽"])
def test_the_caret_steps_over_a_character_as_a_person_sees_it(show: Show, cluster: str) -> None:
    reader = show("a" + cluster + "b")
    stops = [reader.caret()]
    for _step in range(3):
        QTest.keyClick(reader, KEY.Key_Right)
        stops.append(reader.caret())
    assert stops == [0, 1, 1 + len(cluster), 2 + len(cluster)]
    for stop in reversed(stops[:-1]):
        QTest.keyClick(reader, KEY.Key_Left)
        assert reader.caret() == stop


def test_a_passage_after_emoji_is_under_exactly_its_words(show: Show) -> None:
    text = "👩‍👩‍👧 e\u0301 Марыя ішла"
    start = text.index("Марыя")
    reader = show(text, (passage("m", start, start + 5),))
    click(reader, start + 4)
    assert reader.current() == "m"
    click(reader, start + 6)
    assert reader.current() is None


# --- keys ---


def test_keys_move_and_select_through_blocks(show: Show) -> None:
    reader = show(paragraphs("one two", "three", "four five"))
    for key, modifiers, caret in [
        (KEY.Key_End, NONE, 7),
        (KEY.Key_Right, NONE, 8),
        (KEY.Key_Left, NONE, 7),
        (KEY.Key_Home, NONE, 0),
        (KEY.Key_Down, CTRL, 8),
        (KEY.Key_Down, CTRL, 14),
        (KEY.Key_Right, CTRL, 19),
        (KEY.Key_Up, CTRL, 14),
        (KEY.Key_Up, CTRL, 8),
        (KEY.Key_End, CTRL, 23),
        (KEY.Key_Right, NONE, 23),
        (KEY.Key_Left, CTRL, 19),
        (KEY.Key_Home, CTRL, 0),
        (KEY.Key_Left, NONE, 0),
    ]:
        QTest.keyClick(reader, key, modifiers)
        assert reader.caret() == caret
        assert reader.selection() is None
    QTest.keyClick(reader, KEY.Key_Down, SHIFT)
    QTest.keyClick(reader, KEY.Key_End, SHIFT)
    assert selected(reader) == "one two\nthree"
    QTest.keyClick(reader, KEY.Key_Left)
    assert (reader.caret(), reader.selection()) == (0, None)
    QTest.keyClick(reader, KEY.Key_A, CTRL)
    assert reader.selection() == Span(0, 23)
    QTest.keyClick(reader, KEY.Key_Escape)
    assert reader.selection() is None


def test_up_and_down_keep_their_column_over_a_short_line(show: Show) -> None:
    reader = show(paragraphs("a longer line", "x", "another long line"))
    reader.place_caret(9)
    QTest.keyClick(reader, KEY.Key_Down)
    assert reader.caret() == 15
    QTest.keyClick(reader, KEY.Key_Down)
    assert 23 <= reader.caret() <= 27
    QTest.keyClick(reader, KEY.Key_Up)
    QTest.keyClick(reader, KEY.Key_Up)
    assert reader.caret() == 9


def test_home_and_end_stay_in_the_line_that_wraps(show: Show) -> None:
    reader = show("word " * 60)
    rect = reader.caret_rect(0)
    QTest.keyClick(reader, KEY.Key_End)
    end = reader.caret_rect(reader.caret())
    assert rect is not None
    assert end is not None
    assert end.y() == rect.y()
    assert end.x() > rect.x() + 300
    QTest.keyClick(reader, KEY.Key_Home)
    assert reader.caret() == 0


def test_pages_go_down_and_back_up_and_keep_the_caret_on_the_screen(show: Show) -> None:
    reader = show(LONG)
    seen = [0]
    for _page in range(5):
        QTest.keyClick(reader, KEY.Key_PageDown)
        assert reader.caret() > seen[-1]
        assert reader.caret_rect(reader.caret()) is not None
        seen.append(reader.caret())
    for _page in range(5):
        QTest.keyClick(reader, KEY.Key_PageUp)
    assert reader.caret() == 0


def test_ctrl_c_copies_plain_words_on_a_cyrillic_layout_too(show: Show) -> None:
    reader = show("сям’я чакала")
    reader.select(Span(0, 5))
    QTest.keyClick(reader, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "сям’я"
    reader.select(Span(6, 12))
    QApplication.sendEvent(reader, QKeyEvent(QEvent.Type.KeyPress, ord("С"), CTRL, "\x03"))
    assert QGuiApplication.clipboard().text() == "чакала"


def test_keys_that_are_not_the_readers_go_on(qtbot: QtBot, show: Show) -> None:
    reader = show("some words")
    for key, modifiers in [
        (KEY.Key_P, NONE),
        (KEY.Key_Space, NONE),
        (KEY.Key_Return, NONE),
        (KEY.Key_F, CTRL),
        (KEY.Key_Left, ALT),
    ]:
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
        reader.keyPressEvent(event)
        assert not event.isAccepted()


# --- passages ---


OVERLAPPING = (
    passage("outer", 0, 30, PassageKind.QUOTE),
    passage("same", 0, 30, PassageKind.NOTE),
    passage("inner", 5, 10),
    passage("across", 8, 40, PassageKind.EVENT),
    passage("last", 50, 60, PassageKind.PLACE),
)
SENTENCE = "These are the sixty characters that the passages overlap on!"


def test_j_and_k_reach_every_overlapping_passage(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    seen = []
    reader.passageCurrentChanged.connect(seen.append)
    for _press in range(6):
        QTest.keyClick(reader, KEY.Key_J)
    assert seen == ["outer", "same", "inner", "across", "last"]
    seen.clear()
    for _press in range(5):
        QTest.keyClick(reader, KEY.Key_K)
    assert seen == ["across", "inner", "same", "outer"]


def test_j_and_k_work_on_a_cyrillic_layout(show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    QTest.keyClick(reader, KEY.Key_J)
    QApplication.sendEvent(reader, QKeyEvent(QEvent.Type.KeyPress, ord("О"), NONE, "о"))
    assert reader.current() == "same"
    QApplication.sendEvent(reader, QKeyEvent(QEvent.Type.KeyPress, ord("Л"), NONE, "л"))
    assert reader.current() == "outer"


def test_j_goes_on_from_the_caret_once_it_has_left_the_passage(show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    QTest.keyClick(reader, KEY.Key_J)
    reader.place_caret(45)
    QTest.keyClick(reader, KEY.Key_J)
    assert reader.current() == "last"


def test_clicks_on_one_place_go_through_all_passages_there(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    reached = []
    for _click in range(5):
        click(reader, 9)
        reached.append(reader.current())
    assert reached == ["across", "inner", "same", "outer", "across"]
    assert reader.passages_under_caret() == ("outer", "same", "inner", "across")


def test_passages_under_the_caret_are_told_when_they_change(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    told: list[object] = []
    reader.passagesUnder.connect(told.append)
    reader.place_caret(9)
    reader.place_caret(9)
    reader.place_caret(45)
    reader.place_caret(len(SENTENCE))
    assert told == [("outer", "same", "inner", "across"), (), ("last",)]


def test_tab_goes_through_the_passages_and_then_out(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reader = Reader()
    reader.show_text(StructuredText(SENTENCE, ()), OVERLAPPING)
    box = QVBoxLayout(window)
    other = QLineEdit()
    box.addWidget(reader)
    box.addWidget(other)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    reader.setFocus()
    qtbot.waitUntil(reader.hasFocus)
    reader.place_caret(6)
    reached = []
    while reader.hasFocus():
        QTest.keyClick(reader, KEY.Key_Tab)
        reached.append(reader.current())
    assert reached == ["inner", "same", "outer", "outer"]


def test_enter_activates_the_current_passage_unless_words_are_selected(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    reader.set_current("inner")
    with qtbot.waitSignal(reader.passageActivated) as caught:
        QTest.keyClick(reader, KEY.Key_Return)
    assert caught.args == ["inner"]
    reader.select(Span(0, 4))
    with qtbot.assertNotEmitted(reader.passageActivated):
        QTest.keyClick(reader, KEY.Key_Return)


@pytest.mark.parametrize(
    ("key", "modifiers", "wanted"),
    [
        (KEY.Key_Right, ALT, "are the sixty"),
        (KEY.Key_Left, ALT, "are"),
        (KEY.Key_Left, ALT | SHIFT, "These are the"),
        (KEY.Key_Right, ALT | SHIFT, "the"),
    ],
)
def test_alt_and_arrows_ask_for_an_edge_a_word_further(
    qtbot: QtBot, show: Show, key: Qt.Key, modifiers: Qt.KeyboardModifier, wanted: str
) -> None:
    reader = show(SENTENCE, (passage("p", 6, 13),))
    reader.set_current("p")
    with qtbot.waitSignal(reader.edgeMoveRequested) as caught:
        QTest.keyClick(reader, key, modifiers)
    name, span = caught.args
    assert name == "p"
    assert SENTENCE[span.start : span.end] == wanted
    reader.change_passage(MarkedPassage("p", span, (PassageKind.PERSON,), "p"))
    changed = reader.passages.get("p")
    assert changed is not None
    assert changed.span == span
    assert reader.current() == "p"


def test_an_edge_never_passes_the_other(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE, (passage("p", 6, 9),))
    reader.set_current("p")
    with qtbot.assertNotEmitted(reader.edgeMoveRequested):
        QTest.keyClick(reader, KEY.Key_Left, ALT)
        QTest.keyClick(reader, KEY.Key_Right, ALT | SHIFT)


def test_a_passage_at_the_very_end_is_reached_and_shown(show: Show) -> None:
    reader = show(LONG, (passage("end", len(LONG) - 1, len(LONG)),))
    QTest.keyClick(reader, KEY.Key_J)
    assert reader.current() == "end"
    rect = reader.caret_rect(len(LONG))
    assert rect is not None
    assert reader.viewport().rect().contains(rect)


def test_adding_changing_and_removing_passages(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE)
    reader.add_passage(passage("a", 0, 5))
    assert reader.passages_under_caret() == ("a",)
    reader.change_passage(passage("a", 6, 9))
    assert reader.passages_under_caret() == ()
    reader.set_current("a")
    with qtbot.waitSignal(reader.passageCurrentChanged) as caught:
        reader.remove_passage("a")
    assert caught.args == [None]
    reader.set_passages(OVERLAPPING)
    reader.set_current("inner")
    reader.set_passages(OVERLAPPING[2:])
    assert reader.current() == "inner"
    reader.set_passages(())
    assert reader.current() is None


def test_a_change_paints_the_passage_where_it_now_is(show: Show) -> None:
    reader = show(SENTENCE)
    plain = reader.viewport().grab().toImage()
    reader.add_passage(passage("a", 0, 5))
    marked = reader.viewport().grab().toImage()
    assert marked != plain
    reader.remove_passage("a")
    assert reader.viewport().grab().toImage() == plain


# --- mouse ---


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
    assert selected(reader) == "are the"
    QTest.mouseClick(view, LEFT, SHIFT, at(reader, 19) - QPoint(4, 0))
    assert selected(reader) == "are the sixty"


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
    assert selected(reader) == "two"
    QTest.mousePress(reader.viewport(), LEFT, NONE, where)
    QTest.mouseRelease(reader.viewport(), LEFT, NONE, where)
    assert selected(reader) == "one two three"


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
    assert selected(reader) == "three four"
    mouse(reader, QEvent.Type.MouseMove, at(reader, 5))
    assert selected(reader) == "two three"
    assert reader.caret() == 4
    mouse(reader, QEvent.Type.MouseButtonRelease, at(reader, 5))
    assert selected(reader) == "two three"


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


# --- places ---


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
    reader.set_look(dark_look())
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


# --- hard texts ---


def test_a_hundred_thousand_empty_lines(show: Show) -> None:
    reader = show("\n" * 100_000)
    assert reader.model.block_count == 100_001
    QTest.keyClick(reader, KEY.Key_End, CTRL)
    assert reader.caret() == 100_000
    rect = reader.caret_rect(100_000)
    assert rect is not None
    assert reader.viewport().rect().contains(rect)
    for _step in range(3):
        QTest.keyClick(reader, KEY.Key_Up)
    assert reader.caret() == 99_997
    QTest.keyClick(reader, KEY.Key_PageUp)
    assert reader.caret() < 99_990


def test_one_line_of_five_million_characters(show: Show) -> None:
    text = ("Словы і words " * 360_000)[:5_000_000]
    reader = show(text, (passage("end", len(text) - 9, len(text)),))
    assert reader.model.block_count == 1
    reader.viewport().grab()
    QTest.keyClick(reader, KEY.Key_J)
    assert reader.current() == "end"
    assert reader.caret() == len(text) - 9
    QTest.keyClick(reader, KEY.Key_End, CTRL)
    QTest.keyClick(reader, KEY.Key_Home, CTRL | SHIFT)
    assert reader.selection() == Span(0, len(text))


def test_the_caret_passes_the_cuts_of_a_long_line_unseen(show: Show) -> None:
    text = "e\u0301" * 9_000
    reader = show(text)
    cut = reader.model.segment(1).start
    reader.place_caret(cut)
    QTest.keyClick(reader, KEY.Key_Left)
    assert reader.caret() == cut - 2
    QTest.keyClick(reader, KEY.Key_Right)
    assert reader.caret() == cut
    QTest.keyClick(reader, KEY.Key_Right)
    assert reader.caret() == cut + 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\x00\x01\x1b",
        "\u200b" * 5_000,
        "\u202eabc\u202c \u2067שלום\u2069",
        "\ud800 lone \udfff",
        "\u2028\u2029\x85",
        "ﷺ" * 3_000,
    ],
    ids=["empty", "line feed", "controls", "zero width", "overrides", "surrogates", "separators", "ligatures"],
)
def test_odd_texts_are_painted_and_walked_through(show: Show, text: str) -> None:
    length = max(1, len(text))
    reader = show(text, (passage("all", 0, length),))
    reader.viewport().grab()
    for key in (KEY.Key_Right, KEY.Key_Left, KEY.Key_Down, KEY.Key_Up, KEY.Key_End, KEY.Key_Home, KEY.Key_PageDown):
        for modifiers in (NONE, CTRL, SHIFT):
            QTest.keyClick(reader, key, modifiers)
            assert 0 <= reader.caret() <= len(text)
    QTest.mouseDClick(reader.viewport(), LEFT, NONE, QPoint(200, 45))
    QTest.keyClick(reader, KEY.Key_A, CTRL)
    assert reader.selected_text() == text
    reader.viewport().grab()


def test_right_to_left_text_goes_on_to_the_left(show: Show) -> None:
    text = "שלום עולם and more"
    reader = show(text)
    start = reader.caret_rect(0)
    QTest.keyClick(reader, KEY.Key_Left)
    assert reader.caret() == 1
    after = reader.caret_rect(1)
    assert start is not None
    assert after is not None
    assert after.x() < start.x()
    QTest.keyClick(reader, KEY.Key_Right)
    assert reader.caret() == 0


# --- finding, ruler, screen readers ---


def test_what_is_found_is_marked_and_the_marks_go_away(show: Show) -> None:
    reader = show(SENTENCE)
    plain = reader.viewport().grab().toImage()
    found = reader.find_text("SIXTY", 0)
    assert found == Span(14, 19)
    reader.set_matches([found])
    assert reader.viewport().grab().toImage() != plain
    reader.set_matches([])
    assert reader.viewport().grab().toImage() == plain


def test_screen_readers_are_told_the_paragraph_and_the_passage(show: Show) -> None:
    reader = show(paragraphs("one two", "three four"), (passage("Maria", 8, 13),))
    assert reader.accessibleName()
    assert reader.accessibleDescription() == "one two"
    reader.set_current("Maria")
    assert "three four" in reader.accessibleDescription()
    assert "Maria" in reader.accessibleDescription()
    reader.select(Span(0, 3))
    assert "Selected: one" in reader.accessibleDescription()


def test_nothing_is_left_of_the_look_that_was_before(show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    reader.viewport().grab()
    reader.set_look(dark_look())
    image = reader.viewport().grab().toImage()
    assert image.pixelColor(5, 300).name().upper() == dark_look().paper.upper()
