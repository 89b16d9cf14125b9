from __future__ import annotations

import itertools

import pytest
from pytestqt.qtbot import QtBot

from workbench.domain.structure import Block, BlockKind, StructuredText
from workbench.qt.look.style import Look
from workbench.qt.reader.layout import LaidSegment, LayoutCache, Typography, estimated_heights
from workbench.qt.reader.reader_look import light_look
from workbench.qt.reader.text_model import TextModel

SAMPLE = "The words of the page, as they are read by whoever has the time to read them slowly and to the end. " * 3


@pytest.fixture
def type_(qtbot: QtBot, look: Look) -> Typography:
    return Typography(light_look(), 1.0, SAMPLE)


def laid(type_: Typography, text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> LaidSegment:
    model = TextModel(StructuredText(text, (Block(0, len(text), kind, level),)))
    return LaidSegment(model, 0, type_, type_.column, (0, 0))


def test_lines_hold_what_the_design_asks_for(type_: Typography) -> None:
    segment = laid(type_, SAMPLE)
    lengths = [b - a for a, b in (segment.line_range(n) for n in range(segment.lines - 1))]
    assert 60 <= sum(lengths) / len(lengths) <= 72
    assert segment.face.font.pixelSize() == 18
    assert segment.face.line == 29


def test_lines_stand_in_an_even_rhythm_whatever_letters_they_hold(type_: Typography) -> None:
    segment = laid(type_, "plain words " * 12 + "👩‍👩‍👧 漢字 ἀρχή שלום " * 8)
    tops = [segment.layout.lineAt(n).y() + segment.layout.lineAt(n).ascent() for n in range(segment.lines)]
    assert segment.lines > 3
    assert all(abs((b - a) - segment.face.line) < 0.1 for a, b in itertools.pairwise(tops))


def test_ranges_of_code_points_cover_their_letters_line_by_line(type_: Typography) -> None:
    text = "👩‍👩‍👧 " + SAMPLE
    segment = laid(type_, text)
    start = text.index("whoever")
    rects = segment.rects(start, start + 7)
    assert len(rects) == 1
    line, left, right = rects[0]
    assert left == pytest.approx(segment.caret_x(start), abs=1)
    assert right == pytest.approx(segment.caret_x(start + 7), abs=1)
    assert segment.position_at(line, left + 1) == start
    assert len(segment.rects(0, len(text))) == segment.lines
    assert segment.rects(5, 5) == []


def test_a_range_in_mixed_directions_lies_in_its_own_letters(type_: Typography) -> None:
    text = "שלום English עולם"
    segment = laid(type_, text)
    assert segment.right_to_left
    ((_line, left, right),) = segment.rects(5, 12)
    ((_l, first_left, first_right),) = segment.rects(5, 6)
    assert left == pytest.approx(first_left, abs=0.6)
    assert first_right < right
    both = segment.rects(2, 8)
    assert len(both) == 2


def test_headings_are_larger_and_stronger(type_: Typography) -> None:
    head, body = laid(type_, "Title", BlockKind.HEADING, 1), laid(type_, "Title")
    assert head.face.font.pixelSize() > body.face.font.pixelSize()
    assert head.face.font.weight() > body.face.font.weight()
    assert laid(type_, "Title", BlockKind.HEADING, 9).lines == 1


def test_an_empty_block_is_a_line_high_and_holds_a_caret(type_: Typography) -> None:
    segment = laid(type_, "")
    assert segment.lines == 1
    assert segment.caret_x(0) == 0
    assert segment.position_at(0, 50) == 0
    assert segment.height == segment.face.line + type_.gap


def test_guessed_heights_are_near_the_true_ones(type_: Typography) -> None:
    text = "\n".join(SAMPLE * n for n in range(1, 20))
    model = TextModel(StructuredText(text, ()))
    guessed = sum(estimated_heights(model, type_, type_.column, (0, 0)))
    true = sum(LaidSegment(model, n, type_, type_.column, (0, 0)).height for n in range(len(model)))
    assert guessed == pytest.approx(true, rel=0.1)


def test_the_cache_forgets_what_was_not_seen_for_longest(type_: Typography) -> None:
    model = TextModel(StructuredText("\n".join("abc" for _n in range(400)), ()))
    cache = LayoutCache()
    for number in range(400):
        cache.put(LaidSegment(model, number, type_, type_.column, (0, 0)))
        cache.get(0)
    assert cache.get(0) is not None
    assert cache.get(1) is None
    assert cache.get(399) is not None
    cache.clear()
    assert cache.get(0) is None
