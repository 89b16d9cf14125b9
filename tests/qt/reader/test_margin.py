from __future__ import annotations

from collections.abc import Callable

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.qt.reader.margin import LANES
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader

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
