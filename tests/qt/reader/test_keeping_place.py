"""Whatever changes the page that is read, the line that one reads stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF

from workbench.domain.structure import BlockKind, StructuredText, join_blocks
from workbench.qt.reader.reader import Reader

from .conftest import Show

CHANGES: dict[str, Callable[[Reader], None]] = {
    "narrower": lambda reader: reader.set_look(replace(reader.look(), measure=50)),
    "wider": lambda reader: reader.set_look(replace(reader.look(), measure=110)),
    "looser": lambda reader: reader.set_look(replace(reader.look(), line_ratio=2.2)),
    "tighter": lambda reader: reader.set_look(replace(reader.look(), line_ratio=1.2)),
    "apart": lambda reader: reader.set_look(replace(reader.look(), gap_ratio=1.5)),
    "larger": lambda reader: reader.set_look(replace(reader.look(), pixels=30)),
    "zoomed": lambda reader: reader.set_zoom(1.5),
    "panel folded away": lambda reader: reader.resize(1400, 600),
    "panel opened": lambda reader: reader.resize(520, 600),
    "lower and narrower": lambda reader: reader.resize(480, 420),
}


def long_text() -> StructuredText:
    return join_blocks(
        [
            (
                BlockKind.PARAGRAPH,
                0,
                f"Паграф {n}. " + f"Some words of paragraph {n} that go on for a while. " * (n % 7 + 1),
            )
            for n in range(300)
        ]
    )


def line_top(reader: Reader, position: int) -> int:
    """Return the viewport's y of the top of a position's line."""
    laid, y = next(seen for seen in reader.visible() if seen.laid.index == reader.model.index_at(position))
    return y + laid.line_top(laid.line_of(position))


def same_line(reader: Reader, one: int, other: int) -> bool:
    return line_top(reader, one) == line_top(reader, other)


@pytest.mark.parametrize("change", list(CHANGES))
@pytest.mark.parametrize("share", [0.25, 0.5, 0.8])
def test_the_caret_s_line_stays_while_it_is_on_the_screen(show: Show, change: str, share: float) -> None:
    reader = show(long_text())
    reader.place_caret(int(len(reader.text) * share))
    reader.scroll_to(reader.caret(), 143)
    assert line_top(reader, reader.caret()) == 143
    CHANGES[change](reader)
    assert line_top(reader, reader.caret()) == 143
    assert same_line(reader, reader.caret(), reader.position_at(QPointF(300, 145)))


@pytest.mark.parametrize("change", list(CHANGES))
@pytest.mark.parametrize("share", [0.25, 0.5, 0.8])
def test_else_the_line_at_the_top_stays(show: Show, change: str, share: float) -> None:
    reader = show(long_text())
    reader.scroll_to(int(len(reader.text) * share), -7)
    top = reader.position_at(QPointF(0, 0))
    assert line_top(reader, top) == -7
    CHANGES[change](reader)
    assert line_top(reader, top) == -7
    assert same_line(reader, top, reader.position_at(QPointF(300, 1)))


@pytest.mark.parametrize("change", list(CHANGES))
def test_the_text_s_start_stays_at_the_top(show: Show, change: str) -> None:
    reader = show(long_text())
    before = line_top(reader, 0)
    CHANGES[change](reader)
    assert line_top(reader, 0) == before


@pytest.mark.parametrize("change", list(CHANGES))
def test_at_the_text_s_end_the_place_is_kept_as_far_as_there_is_text(show: Show, change: str) -> None:
    reader = show(long_text())
    reader.place_caret(len(reader.text))
    reader.verticalScrollBar().setValue(reader.verticalScrollBar().maximum())
    before = line_top(reader, reader.caret())
    look, size = reader.look(), reader.size()
    CHANGES[change](reader)
    bottom = reader.visible()[-1]
    at_end = bottom.y + bottom.laid.height == reader.viewport().height()
    lowest = reader.viewport().height() - bottom.laid.face.line
    assert line_top(reader, reader.caret()) == min(before, lowest) or at_end
    reader.set_zoom(1.0)
    reader.set_look(look)
    reader.resize(size)
    assert line_top(reader, reader.caret()) == before


def test_there_and_back_again_nothing_has_moved(show: Show) -> None:
    reader = show(long_text())
    reader.scroll_to(len(reader.text) // 2, -11)
    top, value = reader.position_at(QPointF(0, 0)), reader.verticalScrollBar().value()
    for width in (880, 700, 510, 640, 900):
        reader.resize(width, 600)
    assert reader.position_at(QPointF(0, 0)) == top
    assert line_top(reader, top) == -11
    assert reader.verticalScrollBar().value() == pytest.approx(value, abs=reader.height())
