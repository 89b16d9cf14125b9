from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import StructuredText
from workbench.qt.reader.overview import BUCKETS, OverviewCounts
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader

Show = Callable[..., Reader]
TEXT = "\n".join(f"Line {n} of a text that is longer than the screen." for n in range(2_000))
PERSON, EVENT = PassageKind.PERSON, PassageKind.EVENT


def some(count: int, kind: PassageKind = PERSON) -> tuple[MarkedPassage, ...]:
    step = len(TEXT) // count
    return tuple(MarkedPassage(f"p{n}", Span(n * step, n * step + 4), (kind,)) for n in range(count))


def test_counts_go_up_and_down_over_the_buckets_that_a_passage_covers() -> None:
    counts = OverviewCounts(BUCKETS * 10)
    passage = MarkedPassage("p", Span(15, 41), (PERSON, EVENT))
    counts.change(passage, 1)
    assert counts.runs(PERSON) == counts.runs(EVENT) == [(1, 5)]
    counts.change(passage, -1)
    assert counts.runs(PERSON) == []


def test_the_end_of_the_text_is_in_the_last_bucket() -> None:
    counts = OverviewCounts(7)
    counts.change(MarkedPassage("p", Span(6, 7)), 1)
    assert counts.runs(PassageKind.EVIDENCE)[-1][1] <= BUCKETS
    assert OverviewCounts(0).bucket(0) == 0


def test_all_passages_are_counted_after_the_text_is_shown(qtbot: QtBot, show: Show) -> None:
    reader = show(TEXT, some(5_000))
    ruler = reader.ruler
    assert ruler is not None
    qtbot.waitUntil(lambda: ruler.complete)
    last = ruler.counts.bucket(some(5_000)[-1].span.start)
    assert ruler.counts.runs(PERSON) == [(0, last + 1)]


def test_changes_while_it_is_still_counting_are_counted_once(qtbot: QtBot, show: Show) -> None:
    reader = show(TEXT)
    reader.set_passages(some(5_000))
    ruler = reader.ruler
    assert ruler is not None
    assert not ruler.complete
    reader.change_passage(MarkedPassage("early", Span(0, 3), (EVENT,)))
    reader.change_passage(MarkedPassage("late", Span(len(TEXT) - 3, len(TEXT)), (EVENT,)))
    qtbot.waitUntil(lambda: ruler.complete)
    assert len(ruler.counts.runs(EVENT)) == 2
    for name in ("early", "late", *(p.id for p in some(5_000))):
        reader.remove_passage(name)
    assert ruler.counts.runs(EVENT) == ruler.counts.runs(PERSON) == []


def test_a_click_on_the_ruler_jumps_there(show: Show) -> None:
    reader = show(TEXT)
    ruler = reader.ruler
    assert ruler is not None
    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, ruler.height() * 3 // 4))
    first, last = reader.visible_range()
    assert first <= len(TEXT) * 3 // 4 <= last


def test_the_ruler_shows_passages_and_matches(qtbot: QtBot, show: Show) -> None:
    reader = show(TEXT)
    ruler = reader.ruler
    assert ruler is not None
    plain = ruler.grab().toImage()
    reader.change_passage(MarkedPassage("p", Span(9_000, 9_100), (EVENT,)))
    marked = ruler.grab().toImage()
    assert marked != plain
    reader.set_matches([Span(50_000, 50_010)])
    assert ruler.grab().toImage() != marked
    reader.set_matches([])
    reader.remove_passage("p")
    assert ruler.grab().toImage() == plain


def test_rows_drawn_again_are_as_if_all_were(qtbot: QtBot, show: Show) -> None:
    chance = random.Random(11)  # noqa: S311
    reader = show(TEXT, some(30))
    ruler = reader.ruler
    assert ruler is not None
    qtbot.waitUntil(lambda: ruler.complete)
    reader.set_matches([Span(n * 9_001, n * 9_001 + 3) for n in range(9)])
    kinds = tuple(PassageKind)
    for number in range(60):
        start = chance.randrange(len(TEXT) - 9_000)
        span = Span(start, start + chance.choice((1, 50, 9_000)))
        reader.change_passage(MarkedPassage(f"p{number % 40}", span, (kinds[number % len(kinds)],)))
        ruler.repaint()
    drawn = ruler.grab().toImage()
    ruler.set_matches([Span(n * 9_001, n * 9_001 + 3) for n in range(9)])
    assert ruler.grab().toImage() == drawn


def test_suggestions_have_a_column_of_their_own(show: Show) -> None:
    reader = show(TEXT)
    ruler = reader.ruler
    assert ruler is not None
    plain = ruler.grab().toImage()
    spans = [Span(n * 9_001, n * 9_001 + 3) for n in range(9)]
    ruler.set_suggestions(spans)
    ticked = ruler.grab().toImage()
    different = {
        x for x in range(plain.width()) for y in range(plain.height()) if plain.pixel(x, y) != ticked.pixel(x, y)
    }
    assert different
    assert min(different) >= plain.width() - 4
    reader.change_passage(MarkedPassage("p", Span(9_000, 9_100), tuple(PassageKind)))
    reader.remove_passage("p")
    assert ruler.grab().toImage() == ticked
    ruler.set_suggestions(spans[3:5])
    ruler.repaint()
    ruler.set_suggestions(spans)
    assert ruler.grab().toImage() == ticked
    ruler.clear()
    assert ruler.grab().toImage() == plain
    ruler.set_suggestions(spans)
    reader.show_text(StructuredText("another", ()))
    assert ruler.suggested == frozenset()
