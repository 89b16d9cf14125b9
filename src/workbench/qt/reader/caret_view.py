"""A text view with a caret and a selection: what one moves and selects with, passages left out.

Every position and `Span` that goes in or out counts code points of the text version.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QWidget

from workbench.domain.anchors import Span
from workbench.qt.frame.accessible import speak_for
from workbench.qt.reader import accessible
from workbench.qt.reader.motion import Motion, Move
from workbench.qt.reader.view import Place, TextView

_CARET_ROOM = 1.5
"""Lines kept between the caret and the viewport's edge while it moves."""

_UPPER = 0.22
"""Where `reveal` puts a place: this share of the viewport's height from its top."""


class CaretView(TextView):
    """Moves a caret through a read-only text; `selectionChanged` carries a `Span` or None."""

    selectionChanged = Signal(object)  # noqa: N815 - Qt's way of naming signals
    caretMoved = Signal(int)  # noqa: N815

    accessible: QAccessibleInterface | None = None
    """The Python half of the accessible object, kept here because Qt keeps only its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._caret = self._mark = 0
        self._widened: list[tuple[Span, int, int]] = []
        super().__init__(parent)
        speak_for(CaretView, accessible.AccessibleReader)
        self._motion = Motion(self)

    def set_language(self, language: str) -> None:
        """Say in which language the text is (BCP 47, empty for unknown): sentences end by its rules."""
        self._motion.language = language

    def character_step(self, position: int, back: bool) -> int:
        """Return the position a character, as a person counts them, before or after another."""
        return self._motion.step(position, back=back)

    def caret(self) -> int:
        """Return the caret's position."""
        return self._caret

    def selection(self) -> Span | None:
        """Return the selected range."""
        low, high = sorted((self._caret, self._mark))
        return Span(low, high) if low < high else None

    def selected_text(self) -> str:
        """Return the selected words as they stand in the text version."""
        span = self.selection()
        return "" if span is None else self.text[span.start : span.end]

    def select(self, span: Span | None, *, reveal: bool = False) -> None:
        """Select a range, its end clamped to the text's, the caret at its end; None drops the selection."""
        if span is None:
            self._stand(self._caret, self._caret)
            return
        length = self._model.length
        self._stand(min(span.end, length), min(span.start, length))
        if reveal:
            self.reveal(span)

    def place_caret(self, position: int, *, extend: bool = False, scroll: bool = True) -> None:
        """Put the caret at a position; with `extend` the selection reaches there from where it began."""
        position = min(max(0, position), self._model.length)
        self._motion.forget_column()
        self._stand(position, self._mark if extend else position)
        if scroll:
            self.show_caret()

    def stretch(self, mark: int, caret: int) -> None:
        """Select from one position to another, either way, without scrolling."""
        length = self._model.length
        self._stand(min(max(0, caret), length), min(max(0, mark), length))

    def move_caret(self, move: Move, *, extend: bool = False) -> None:
        """Move the caret one step; without `extend` a selection is left at the side that one goes to."""
        span = self.selection()
        old = self.caret_rect(self._caret)
        target = self._motion.target(move, self._caret)
        if span is not None and not extend and move in (Move.LEFT, Move.RIGHT):
            target = span.start if move is Move.LEFT else span.end
        self._stand(target, self._mark if extend else target)
        if move in (Move.PAGE_UP, Move.PAGE_DOWN) and old is not None:
            now = self.laid_at(target)
            self.scroll_to(target, old.y() - round(now.face.baseline - now.face.ascent))
        self.show_caret()

    def select_more(self) -> None:
        """Widen the selection to the word, then the sentence, the paragraph and the whole text."""
        wider = self._motion.wider(*sorted((self._mark, self._caret)))
        if wider is not None:
            self._widened.append((wider, self._mark, self._caret))
            self.stretch(wider.start, wider.end)

    def select_less(self) -> None:
        """Go back from what `select_more` has widened; a selection made otherwise is left."""
        if self._widened and self._widened[-1][0] == self.selection():
            _wider, mark, caret = self._widened.pop()
            self.stretch(mark, caret)

    def _stand(self, caret: int, mark: int) -> None:
        before = self.selection()
        self._caret, self._mark = caret, mark
        self._held = None
        after = self.selection()
        self.viewport().update()
        if before != after:
            self.selectionChanged.emit(after)
        self._caret_told()

    def _caret_told(self) -> None:
        """Called whenever the caret or the selection is elsewhere."""
        accessible.tell(self, selection=self.selection())
        self.caretMoved.emit(self._caret)

    def selection_rect(self, *, global_: bool = True) -> QRect:
        """Return where a picker opens: the caret's height at the selection's end, or at the caret.

        In global coordinates, or the viewport's; clamped to the viewport where it is scrolled away.
        """
        span = self.selection()
        end = self._caret if span is None else span.end
        rect = self.caret_rect(end)
        area = self.viewport().rect()
        if rect is None:
            above = self._model.index_at(end) < self._anchor
            rect = QRect(self.column_left, area.top() if above else area.bottom(), 2, 1)
        rect.moveTop(min(max(area.top(), rect.top()), area.bottom() - rect.height()))
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size()) if global_ else rect

    def copy(self) -> None:
        """Put the selected words on the clipboard, as plain text."""
        words = self.selected_text()
        if words:
            QGuiApplication.clipboard().setText(words)

    # --- places ---

    def reveal(self, span: Span) -> None:
        """Scroll so that a range begins in the upper third."""
        start = min(span.start, self._model.length)
        self.scroll_to(start, round(self.viewport().height() * _UPPER))

    def _shows(self, span: Span) -> bool:
        first, last = self.caret_rect(span.start), self.caret_rect(span.end)
        if first is None or last is None:
            return False
        line = self._type.body.line
        return first.top() >= line // 2 and last.bottom() <= self.viewport().height() - line

    def show_caret(self) -> None:
        """Scroll as little as it takes to have the caret and a line around it on the screen."""
        rect = self.caret_rect(self._caret)
        if rect is None:
            self.reveal(Span(self._caret, self._caret + 1))
            return
        room = round(_CARET_ROOM * self._type.body.line)
        below = rect.bottom() + room - self.viewport().height()
        if rect.top() < room:
            self.scroll_by(rect.top() - room)
        elif below > 0:
            self.scroll_by(below)

    def _fixed_place(self) -> tuple[int, int]:
        """The caret's line stays where it is while it is on the screen, else the one at the top."""
        y, target = -self._offset, self._model.index_at(self._caret)
        for index in range(self._anchor, target):
            y += self.laid(index).height
            if y >= self._stood:
                break
        else:
            laid = self.laid(target)
            top = y + laid.line_top(laid.line_of(self._caret))
            if target >= self._anchor and 0 <= top <= self._stood - laid.face.line:
                return self._caret, top
        return super()._fixed_place()

    def place(self) -> Place:
        """Return where one reads, to come back to later in any type, width or look."""
        position, shift = self._top_place()
        return Place(position, shift, self._caret, self.selection())

    def restore_place(self, place: Place) -> None:
        """Come back to a place of this text version."""
        length = self._model.length
        caret = min(place.caret, length)
        mark = caret
        if place.selection is not None:
            mark = place.selection.start if place.selection.end == place.caret else place.selection.end
        self._stand(caret, min(mark, length))
        self._held = None
        self._stand_at(min(place.position, length), place.shift)
