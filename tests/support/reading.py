"""Texts, passages and clicks for a reader on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import BlockKind, StructuredText, join_blocks
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader

Show = Callable[..., Reader]
KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
LONG = "\n".join(
    f"Paragraph {n} has some words, enough of them that it takes more than one line to say." for n in range(400)
)


def paragraphs(*texts: str) -> StructuredText:
    """A text of plain paragraphs."""
    return join_blocks([(BlockKind.PARAGRAPH, 0, text) for text in texts])


def passage(name: str, start: int, end: int, *kinds: PassageKind) -> MarkedPassage:
    """A passage about a person, or of the kinds given."""
    return MarkedPassage(name, Span(start, end), kinds or (PassageKind.PERSON,))


def at(reader: Reader, position: int) -> QPoint:
    """The middle of the character after a position, in the viewport."""
    here = reader.caret_rect(position)
    assert here is not None
    after = reader.caret_rect(position + 1)
    shift = (after.x() - here.x()) // 2 if after is not None and after.y() == here.y() else 3
    return QPoint(here.x() + shift, here.center().y())


def click(reader: Reader, position: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Click on the character after a position."""
    QTest.mouseClick(reader.viewport(), LEFT, modifiers, at(reader, position))


OVERLAPPING = (
    passage("outer", 0, 30, PassageKind.QUOTE),
    passage("same", 0, 30, PassageKind.NOTE),
    passage("inner", 5, 10),
    passage("across", 8, 40, PassageKind.EVENT),
    passage("last", 50, 60, PassageKind.PLACE),
)
SENTENCE = "These are the sixty characters that the passages overlap on!"
