"""Texts that nobody wrote to be read, through the real reader: opened, moved through, marked, searched, zoomed."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reading import CTRL, KEY, SHIFT, Show, passage
from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.qt.reader.reader import Reader

WORDS = "слова and words, "
BAD = {
    "one line of 5 MB": WORDS * (5_000_000 // len(WORDS)),
    "100,000 empty lines": "\n" * 100_000,
    "zero width": "сло\u200bво\u200d\u2060\ufeffzero\u00ad " * 8_000,
    "nothing but zero width": "\u200b" * 100_000,
    "right to left and overrides": "שלום \u202eabc\u202c العربية \u2067x\u2069 \u202d\u202d\n" * 2_000
    + "\u202e" * 9_000,
    "lone surrogates": "a\ud800b\udfff c" * 20_000 + "\ud83d",
    "NULs": "\x00" * 60_000 + " a\x00b" * 5_000,
    "accents without end": ("z" + "\u0301\u0323\u0330" * 400 + " ") * 100 + "z" + "\u0301" * 100_000,
    "one word of a million letters": "слова" * 200_000,
    "one picture joined to the next": "👩\u200d" * 50_000,
    "every kind of line end": "\t\r\n\u2028\u2029\x85\x0b\x0c" * 4_000,
    "one character": "\u202e",
}


@pytest.fixture(params=list(BAD))
def text(request: pytest.FixtureRequest) -> str:
    return BAD[request.param]


@pytest.fixture
def reader(show: Show, text: str) -> Reader:
    last = len(text)
    spots = range(0, last, max(1, last // 300))
    found: Reader = show(
        text, (*(passage(f"{at}", at, min(last, at + 40)) for at in spots), passage("end", last - 1, last))
    )
    return found


def held_together(reader: Reader) -> None:
    """What is on the screen follows without a gap, within the text, with the caret where it can be seen."""
    seen = reader.visible()
    assert seen[0].y <= 0
    for one, other in itertools.pairwise(seen):
        assert one.y + one.laid.height == other.y
        assert one.laid.end <= other.laid.start <= one.laid.end + 1
    assert 0 <= seen[0].laid.start <= seen[-1].laid.end <= len(reader.text)
    rect = reader.caret_rect(reader.caret())
    assert rect is not None
    assert reader.viewport().rect().intersects(rect)


def test_one_moves_through_it_and_comes_to_its_end(reader: Reader, text: str) -> None:
    for key, held in (
        (KEY.Key_Right, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_Right, CTRL),
        (KEY.Key_Down, SHIFT),
        (KEY.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_End, CTRL),
        (KEY.Key_Up, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_End, CTRL),
    ):
        QTest.keyClick(reader, key, held)
        reader.viewport().grab()
        held_together(reader)
    assert reader.caret() == len(text)
    assert reader.visible_range()[1] == len(text)
    QTest.keyClick(reader, KEY.Key_Home, CTRL)
    assert reader.caret() == 0


def test_scrolling_reaches_the_end_and_stays_within_the_text(reader: Reader, text: str) -> None:
    bar = reader.verticalScrollBar()
    for _step in range(30):
        reader.scroll_by(97)
        reader.viewport().grab()
    bar.setValue(bar.maximum() // 2)
    middle = reader.visible_range()
    assert 0 <= middle[0] <= middle[1] <= len(text)
    bar.setValue(bar.maximum())
    assert reader.visible_range()[1] == len(text)


def test_all_of_it_is_selected(reader: Reader, text: str) -> None:
    QTest.keyClick(reader, KEY.Key_A, CTRL)
    assert reader.selection() == Span(0, len(text))
    assert reader.selected_text() == text
    reader.viewport().grab()


def test_a_mark_at_the_very_end_is_shown_and_can_be_undone(reader: Reader, text: str) -> None:
    last = len(text)
    reader.set_current("end")
    held_together(reader)
    reader.change_passage(passage("more", max(0, last - 2), last, PassageKind.QUOTE))
    reader.viewport().grab()
    assert {"end", "more"} <= {bar.passage.id for bar in reader.margin.bars}
    reader.remove_passage("more")
    reader.viewport().grab()
    assert "more" not in {bar.passage.id for bar in reader.margin.bars}


def test_zoom_and_width_keep_the_place(qtbot: QtBot, reader: Reader, text: str) -> None:
    middle = len(text) // 2
    reader.place_caret(middle)
    reader.reveal(Span(middle, middle + 1))
    for zoom in (2.0, 0.5, 1.0):
        reader.set_zoom(zoom)
        reader.viewport().grab()
        first, last = reader.visible_range()
        assert first <= middle <= last
    reader.resize(500, 400)
    first, last = reader.visible_range()
    assert first <= middle <= last
    ruler = reader.ruler
    assert ruler is not None
    qtbot.waitUntil(lambda: ruler.complete)


def test_a_click_stands_on_what_was_clicked(reader: Reader) -> None:
    QTest.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=reader.viewport().rect().center())
    first, last = reader.visible_range()
    assert first <= reader.caret() <= last
    QTest.mouseDClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=reader.viewport().rect().center())
    selected = reader.selection()
    assert selected is None or first <= selected.start < selected.end <= len(reader.text)


def test_what_is_found_in_it_is_marked(reader: Reader, text: str) -> None:
    found = Span(len(text) - 1, len(text))
    reader.reveal(found)
    plain = reader.viewport().grab().toImage()
    reader.set_matches([found])
    marked = reader.viewport().grab().toImage()
    reader.set_matches([])
    assert reader.viewport().grab().toImage() == plain
    # What has no width has nothing to be seen of; the ruler shows where it is.
    assert reader.ruler is not None
    assert marked != plain or not text[-1].isprintable() or text[-1].isspace() or text[-1] == "\u0301"
