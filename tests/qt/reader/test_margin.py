from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.passages import QuoteState
from workbench.qt.reader.margin import LANES
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader
from workbench.qt.reader.view import MARGIN

Show = Callable[..., Reader]
TEXT = "\n".join(
    f"Paragraph {n} has words enough for more than a single line of the column, so that it wraps." for n in range(200)
)


def bars(reader: Reader) -> dict[str, tuple[int, int, int]]:
    reader.viewport().grab()
    return {bar.passage.id: (bar.lane, bar.top, bar.bottom) for bar in reader.margin.bars}


def test_bars_stand_beside_the_lines_of_their_passages(show: Show) -> None:
    reader = show(TEXT, (MarkedPassage("one", Span(0, 5)), MarkedPassage("two", Span(0, 80))))
    found = bars(reader)
    caret = reader.caret_rect(0)
    assert caret is not None
    assert found["one"][1] <= caret.top() < caret.bottom() <= found["one"][2]
    assert found["two"][2] - found["two"][1] > found["one"][2] - found["one"][1]
    assert found["one"][0] != found["two"][0]


def test_only_what_is_on_the_screen_has_a_bar_and_lanes_stay_while_scrolling(show: Show) -> None:
    number = len(TEXT) // 60
    reader = show(
        TEXT, tuple(MarkedPassage(str(n), Span(n * 60, n * 60 + 90), (PassageKind.EVENT,)) for n in range(number))
    )
    before = bars(reader)
    assert 0 < len(before) < 60
    for _step in range(10):
        reader.scroll_by(7)
        after = bars(reader)
        assert all(after[key][0] == before[key][0] for key in before.keys() & after.keys())
        before = after


def test_more_passages_than_lanes_are_told_as_more(show: Show) -> None:
    reader = show(TEXT, tuple(MarkedPassage(str(n), Span(0, 5)) for n in range(LANES + 3)))
    found = [lane for lane, _top, _bottom in bars(reader).values()]
    assert sorted(found)[:LANES] == list(range(LANES))
    assert found.count(LANES) == 3


def test_what_has_no_lane_is_counted_beside_its_lines_and_is_reached_there(show: Show) -> None:
    reader = show(TEXT, tuple(MarkedPassage(f"p{n:02}", Span(0, 5)) for n in range(LANES + 7)))
    reader.viewport().grab()
    (crowd,) = reader.margin.crowds
    assert crowd.number == 7
    caret = reader.caret_rect(0)
    assert caret is not None
    assert crowd.top <= caret.center().y() <= crowd.bottom
    place = QPointF(reader.column_left - MARGIN + 6, caret.center().y())
    found = reader.margin.at(place, reader.column_left)
    assert [passage.id for passage in found] == [f"p{n:02}" for n in range(LANES, LANES + 7)]
    assert reader.margin.at(QPointF(reader.column_left - MARGIN - 6, caret.center().y()), reader.column_left) == []


def test_the_current_passage_has_a_lane_however_many_there_are(show: Show) -> None:
    reader = show(TEXT, tuple(MarkedPassage(f"p{n:02}", Span(0, 5)) for n in range(LANES + 7)))
    reader.viewport().grab()
    reader.set_current(f"p{LANES + 6:02}")
    assert bars(reader)[f"p{LANES + 6:02}"][0] < LANES
    assert reader.margin.crowds[0].number == 7


def test_crowds_apart_are_counted_apart(show: Show) -> None:
    second = TEXT.index("Paragraph 1")
    both = [MarkedPassage(f"{n}", Span(0, 5)) for n in range(LANES + 2)]
    both += [MarkedPassage(f"x{n}", Span(second, second + 5)) for n in range(LANES + 3)]
    reader = show(TEXT, tuple(both))
    reader.viewport().grab()
    assert [crowd.number for crowd in reader.margin.crowds] == [2, 3]


def test_quotes_have_a_sign_the_worst_of_those_that_begin_at_a_line(show: Show) -> None:
    far = TEXT.index("\n") + 1 if "\n" in TEXT else 0
    states = (QuoteState.FINAL, QuoteState.INITIAL)
    quotes = tuple(
        MarkedPassage(f"q{n}", Span(0, 5 + n), (PassageKind.QUOTE,), (), state) for n, state in enumerate(states)
    )
    reader = show(TEXT, (*quotes, MarkedPassage("plain", Span(far, far + 3))))
    reader.viewport().grab()
    ((state, top),) = reader.margin.signs
    assert state is QuoteState.INITIAL
    found = reader.margin.at(QPointF(reader.column_left - MARGIN + 4, top + 4), reader.column_left)
    assert [passage.id for passage in found] == ["q1", "q0"]


def test_passages_of_the_current_records_stand_out_in_the_margin_and_the_ruler(show: Show) -> None:
    reader = show(
        TEXT,
        (
            MarkedPassage("one", Span(0, 5), (), ("r",)),
            MarkedPassage("other", Span(6, 9), (), ("s",)),
            MarkedPassage("two", Span(len(TEXT) - 5, len(TEXT)), (), ("r",)),
        ),
    )
    ruler = reader.ruler
    assert ruler is not None
    while not ruler.complete:
        QApplication.processEvents()
    assert ruler.with_records == []
    reader.set_current("one")
    assert [first for first, _last in ruler.with_records] == [0, ruler.counts.bucket(len(TEXT) - 5)]
    before = reader.viewport().grab().toImage()
    reader.set_current("other", reveal=False)
    assert reader.pointed.records("other") == {"s"}
    reader.pointed.point_at([passage for passage in reader.passages if passage.id == "two"])
    assert reader.pointed.records("other") == {"r", "s"}
    assert reader.viewport().grab().toImage() != before
    reader.pointed.point_at([])
    assert [first for first, _last in ruler.with_records] == [ruler.counts.bucket(6)]
