from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from workbench.domain.anchors import Span
from workbench.domain.structure import StructuredText
from workbench.qt.reader.accessible import TextFace
from workbench.qt.reader.reader import Reader

Show = Callable[..., Reader]
TEXT = "hello 👩 world"


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def face(reader: Reader) -> TextFace:
    found = QAccessible.queryAccessibleInterface(reader).textInterface()
    assert isinstance(found, TextFace)
    return found


def test_a_reader_is_a_read_only_document_with_a_text(show: Show, listening: object) -> None:
    reader = show(TEXT)
    made = QAccessible.queryAccessibleInterface(reader)
    assert made.role() == QAccessible.Role.Document
    assert made.text(QAccessible.Text.Name) == "Text of the source"
    assert made.state().readOnly
    assert made.state().selectableText
    text = face(reader)
    assert text.characterCount() == len(TEXT) + 1
    assert text.text(6, 8) == "👩"
    assert text.text(0, -1) == TEXT


def test_the_caret_is_read_and_moved_in_units_of_qt(show: Show, listening: object) -> None:
    reader = show(TEXT)
    text = face(reader)
    reader.place_caret(8)
    assert text.cursorPosition() == 9
    text.setCursorPosition(8)
    assert reader.caret() == 7
    text.setSelection(0, 9, 14)
    assert reader.selection() == Span(8, 13)
    text.removeSelection(0)
    assert reader.selection() is None


def test_letters_are_found_on_the_screen(show: Show, listening: object) -> None:
    reader = show(TEXT)
    text = face(reader)
    rect = text.characterRect(9)
    assert rect.height() > 10
    assert text.offsetAtPoint(rect.center() + QPoint(1, 0)) == 9
    text.scrollToSubstring(0, 3)


def test_readers_come_and_go_while_one_listens(qapp: QApplication, listening: object) -> None:
    for _round in range(20):
        reader = Reader()
        reader.show_text(StructuredText(TEXT, ()))
        made = QAccessible.queryAccessibleInterface(reader)
        assert face(reader).characterCount() == 14
        reader.select(Span(6, 7))
        shiboken6.delete(reader)
        del reader, made
        gc.collect()
