from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reading import ALT, CTRL, KEY, LEFT, LONG, NONE, SHIFT, Show, at, click, paragraphs, passage
from workbench.domain.anchors import Span

# --- code points ---


@pytest.mark.parametrize(
    "before", ["👩‍👩‍👧 ", "e\u0301u\u0308 ", "🇱🇹👍🏽 ", "\u200b\u200d", "a\x00b ", "a שלום ", "𐐷 "]
)
def test_a_selection_by_keys_counts_code_points(show: Show, before: str) -> None:
    reader = show(before + "Марыя said so")
    reader.place_caret(len(before))
    QTest.keyClick(reader, KEY.Key_Right, CTRL | SHIFT)
    assert reader.selection() == Span(len(before), len(before) + 6)
    assert reader.selected_text() == "Марыя "


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
    assert reader.selected_text() == "one two\nthree"
    QTest.keyClick(reader, KEY.Key_Left)
    assert (reader.caret(), reader.selection()) == (0, None)
    QTest.keyClick(reader, KEY.Key_A, CTRL)
    assert reader.selection() == Span(0, 23)
    QTest.keyClick(reader, KEY.Key_Escape)
    assert reader.selection() is None


def test_alt_up_and_down_go_by_sentences(show: Show) -> None:
    text = "She left. “Free!” He stayed.\nThen more."
    reader = show(text)
    stops = [0]
    for _press in range(4):
        QTest.keyClick(reader, KEY.Key_Down, ALT)
        stops.append(reader.caret())
    assert [text[a:b].strip() for a, b in pairwise(stops)] == ["She left.", "“Free!”", "He stayed.", "Then more."]
    back = []
    for _press in range(4):
        QTest.keyClick(reader, KEY.Key_Up, ALT)
        back.append(reader.caret())
    assert back == stops[-2::-1]
    QTest.keyClick(reader, KEY.Key_Down, ALT | SHIFT)
    assert reader.selected_text() == "She left. "


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
    reader.go_to_passage()
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
