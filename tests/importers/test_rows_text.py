from __future__ import annotations

from workbench.domain.structure import BlockKind
from workbench.importers.rows_text import rows_text

ROWS = [["A list"], ["Name", "Born", ""], ["Ann\nLee", "1990", "odd"], ["Bob", "", ""]]


def test_each_row_is_a_paragraph_and_says_where_it_is() -> None:
    structured, places = rows_text(ROWS, 1)
    assert structured.text == "A list\nName | Born\nName: Ann Lee | Born: 1990 | odd\nName: Bob"
    assert [block.kind for block in structured.blocks][1] is BlockKind.HEADING
    assert {number: structured.text[span.start : span.end] for number, span in places.items()}[3] == "Name: Bob"


def test_without_headings_cells_stand_alone() -> None:
    assert rows_text(ROWS[2:], -1)[0].text == "Ann Lee | 1990 | odd\nBob"
