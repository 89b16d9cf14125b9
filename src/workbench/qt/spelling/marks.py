"""Wrong words of a field, underlined with a wave: looked up in the background, a paragraph at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from workbench.domain.anchors import Span, Utf16Map
from workbench.domain.errors import WorkbenchError
from workbench.qt.frame.underlines import Underline, Underlines
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.session import Session
from workbench.services.own_words import misspelled

LAYER = "spelling"

_PAUSE = 250
"""Milliseconds without a key after which is looked up what was typed."""

_KEPT = 500
"""Paragraphs whose wrong words are remembered."""


class SpellMarks(QObject):
    """Underlines wrong words of the paragraphs in view while it is active; none in a field that is read only.

    The word that is being typed, with the cursor at its end, is not underlined yet.
    """

    asked = Signal()
    """Suggestions are wanted for the word at the cursor: it was clicked with the right button."""

    def __init__(self, field: QPlainTextEdit, session: Session, tag: str) -> None:
        super().__init__(field)
        self._field, self._session, self._tag = field, session, tag
        self._answers: dict[str, list[Span]] = {}
        self._active = self._looking = self._off = False
        self._then: Callable[[], None] | None = None
        self._number = 0
        self._typed_at = -1
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look_up)
        field.textChanged.connect(self._note_typing)
        field.verticalScrollBar().valueChanged.connect(lambda _value: self._wait())
        field.cursorPositionChanged.connect(self._show)
        field.viewport().installEventFilter(self)
        field.installEventFilter(self)
        current_look().changed.connect(self._show)

    def set_active(self, *, active: bool) -> None:
        """Begin or end to underline."""
        self._active = active
        self._show()
        self._wait()

    def refresh(self) -> None:
        """Look everything up again: what the archive knows has changed."""
        self._answers.clear()
        self._number += 1  # what is still being looked up is of before
        self._off = False
        self._wait()

    def when_checked(self, then: Callable[[], None]) -> None:
        """Call something as soon as the whole text is looked up, at once where it is; only the last asked for."""
        self._then = then
        self.look_up()

    def wrong_at_cursor(self) -> Underline | None:
        """Return the wrong word that the cursor is in or at, else the next one, else the first; None for none."""
        at, found = self._field.textCursor().position(), self._wrong(self._blocks(everything=True))
        here = next((each for each in found if each[0] <= at <= each[1]), None)
        return here or next((each for each in found if each[0] > at), found[0] if found else None)

    def _note_typing(self) -> None:
        self._typed_at = self._field.textCursor().position()
        self._wait()

    def _wait(self) -> None:
        if self._active and not self._field.isReadOnly():
            self._pause.start()

    def _blocks(self, *, everything: bool = False) -> list[QTextBlock]:
        """Return the paragraphs in view, or all of them."""
        document = self._field.document()
        block = document.begin() if everything else self._field.firstVisibleBlock()
        bottom = self._field.viewport().height()
        found = []
        while block.isValid():
            place = self._field.blockBoundingGeometry(block).translated(self._field.contentOffset())
            if not everything and place.top() > bottom:
                break
            found.append(block)
            block = block.next()
        return found

    def look_up(self) -> None:
        """Look up now what is new in the paragraphs in view, or in the whole text where somebody waits for it."""
        if self._looking or self._off or not self._active or self._field.isReadOnly():
            return
        texts = {block.text() for block in self._blocks(everything=self._then is not None)} - self._answers.keys()
        texts.discard("")
        if not texts:
            self._tell()
            return
        session, tag, self._looking, number = self._session, self._tag, True, self._number

        def read(context: Context) -> tuple[int, dict[str, list[Span]]]:
            found = {}
            with session.read() as connection:
                for text in texts:
                    context.check()
                    found[text] = misspelled(connection, tag, text)
            return number, found

        session.operations.run_read(read, on_done=self._take, on_error=self._fail, owner=self)

    def _take(self, found: tuple[int, dict[str, list[Span]]]) -> None:
        number, answers = found
        self._looking = False
        if number == self._number:
            if len(self._answers) > _KEPT:
                self._answers.clear()
            self._answers |= answers
        self.look_up()  # what was typed meanwhile, and then all is told

    def _fail(self, _error: WorkbenchError) -> None:
        """Leave the field in peace until the archive's words change: the error was shown once."""
        self._looking, self._off, self._then = False, True, None

    def _tell(self) -> None:
        self._show()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _wrong(self, blocks: list[QTextBlock]) -> list[Underline]:
        found = []
        for block in blocks:
            spans, units = self._answers.get(block.text(), ()), Utf16Map(block.text())
            start = block.position()
            found += [(start + units.to_units(span.start), start + units.to_units(span.end)) for span in spans]
        return found

    def _show(self) -> None:
        places: list[Underline] = []
        if self._active and not self._field.isReadOnly():
            blocks = self._blocks()
            if any(block.text() and block.text() not in self._answers for block in blocks):
                return  # what is shown follows the text until that is looked up
            if not self._field.hasFocus() or self._field.textCursor().position() != self._typed_at:
                self._typed_at = -1  # the word is left, and is not typed in again by coming back
            places = [place for place in self._wrong(blocks) if place[1] != self._typed_at]
        wave = QTextCharFormat.UnderlineStyle.WaveUnderline
        Underlines.of(self._field).show(LAYER, places, current_look().colour("error"), wave)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and watched is self._field:
            QTimer.singleShot(0, self, self._show)  # the field knows by then whether it has the focus
        if event.type() == QEvent.Type.Resize:
            self._wait()
        if isinstance(event, QContextMenuEvent) and self._active:
            return self._clicked(event)
        return False

    def _clicked(self, event: QContextMenuEvent) -> bool:
        """Ask for suggestions where a wrong word is clicked; elsewhere the field's own menu comes."""
        cursor = self._field.textCursor()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            cursor = self._field.cursorForPosition(event.pos())
        at = cursor.position()
        if not any(start <= at <= end for start, end in self._wrong(self._blocks())):
            return False
        self._field.setTextCursor(cursor)
        self._field.setFocus(Qt.FocusReason.MouseFocusReason)
        self.asked.emit()
        return True
