from __future__ import annotations

from PySide6.QtWidgets import QTextBrowser

from workbench.domain.structure import BlockKind, join_blocks
from workbench.qt.translations.context import AROUND, surroundings

from .conftest import Bench


def test_the_paragraph_stands_around_the_words() -> None:
    text = join_blocks([(BlockKind.HEADING, 1, "Head"), (BlockKind.PARAGRAPH, 0, "He 😀 said: go. Then left.")])
    start = text.text.index("go")
    assert surroundings(text, start, start + 2) == ("He 😀 said: ", "go", ". Then left.")


def test_words_over_two_paragraphs_bring_both() -> None:
    text = join_blocks([(BlockKind.PARAGRAPH, 0, "One two."), (BlockKind.PARAGRAPH, 0, "Three four.")])
    assert surroundings(text, 4, 14) == ("One ", "two.\nThree", " four.")


def test_a_long_paragraph_is_cut_at_words() -> None:
    text = join_blocks([(BlockKind.PARAGRAPH, 0, "word " * 1_000 + "HERE " + "word " * 1_000)])
    start = text.text.index("HERE")
    before, exact, after = surroundings(text, start, start + 4)
    assert exact == "HERE"
    assert before.startswith("… word ")
    assert after.endswith("word …")
    assert len(before) <= AROUND + 2


def test_the_quote_stands_whole_in_its_context_however_low_the_window(bench: Bench) -> None:
    bench.window.resize(1280, 600)
    paragraph = bench.view.desk.context.findChild(QTextBrowser)
    assert paragraph is not None
    for row in bench.rows():
        bench.go_to(row)
        bench.qtbot.waitUntil(lambda quote=row.quote: paragraph.accessibleDescription() == quote.exact)
        bench.qtbot.waitUntil(lambda: paragraph.viewport().height() > 2 * paragraph.fontMetrics().height())
        cursor = paragraph.textCursor()
        cursor.setPosition(paragraph.toPlainText().index(row.quote.exact.splitlines()[0]))
        begin = paragraph.cursorRect(cursor)
        assert paragraph.viewport().rect().contains(begin)
        cursor.setPosition(cursor.position() + len(row.quote.exact))
        end = paragraph.cursorRect(cursor)
        # Of a long quote two lines.
        assert min(end.bottom(), begin.bottom() + begin.height()) <= paragraph.viewport().height()
