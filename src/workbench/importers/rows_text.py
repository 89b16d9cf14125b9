"""A table as the text of a source: one paragraph a row, so that each row can be a passage."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.anchors import Span
from workbench.domain.structure import BlockKind, StructuredText, join_blocks

READER = "rows"
VERSION = "1"
"""Raised whenever the same rows would give another text or other blocks."""


def rows_text(rows: Sequence[Sequence[str]], heading: int) -> tuple[StructuredText, dict[int, Span]]:
    """Write rows as paragraphs of "heading: cell | heading: cell", empty cells left out; and where each row is.

    `heading` is the place of the row that names the columns, -1 where none does: then the cells
    stand alone. Rows above the headings are paragraphs as they are. Line ends in a cell become spaces.
    """
    names = [_flat(cell) for cell in rows[heading]] if heading >= 0 else []
    parts: list[tuple[BlockKind, int, str]] = []
    places: dict[int, Span] = {}
    at = 0
    for number, row in enumerate(rows):
        named = number > heading
        cells = [_cell(names[place] if named and place < len(names) else "", cell) for place, cell in enumerate(row)]
        text = " | ".join(cell for cell in cells if cell)
        if not text:
            continue
        parts.append((BlockKind.HEADING if number == heading else BlockKind.PARAGRAPH, int(number == heading), text))
        places[number] = Span(at, at + len(text))
        at += len(text) + 1
    return join_blocks(parts), places


def _cell(name: str, cell: str) -> str:
    text = _flat(cell)
    return f"{name}: {text}" if name and text else text


def _flat(cell: str) -> str:
    """Return a cell on one line, with nothing at its edges that a passage would leave out."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in cell).split())
