"""The reader: reads one text version, selects in it by keys or mouse, and shows its passages.

Every position and `Span` that goes in or out counts code points of the text version.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import StructuredText
from workbench.i18n import _
from workbench.qt.reader.caret_view import CaretView
from workbench.qt.reader.description import DESCRIBED, description
from workbench.qt.reader.keyboard import Keyboard
from workbench.qt.reader.margin import LaneMargin
from workbench.qt.reader.overview import WIDTH, OverviewRuler
from workbench.qt.reader.painter import Brushwork, paint_segment
from workbench.qt.reader.palette import Palette
from workbench.qt.reader.passage_index import MarkedPassage, PassageIndex
from workbench.qt.reader.pointed import Pointed
from workbench.qt.reader.pointer import Pointer
from workbench.qt.reader.reader_look import ReaderLook
from workbench.qt.reader.walk import cycled, next_passage

_ZOOM_STEP = 0.1


class Reader(CaretView):
    """Shows a text version and its passages; read-only, with a caret.

    `selectionChanged` carries a `Span` or None, `passageCurrentChanged` a passage id or None,
    `passagesUnder` a tuple of the ids at the caret (in order), `passageActivated` the id of
    the current passage when Enter is pressed without a selection, `contextMenuRequested` a
    global point. Nothing is changed in the archive here: the owner answers with
    `change_passage` and its kin. `label_of` gives the words that a passage is called by,
    `facts_of` what is attached to it; the owner may set others.
    """

    passageActivated = Signal(str)  # noqa: N815 - Qt's way of naming signals
    passageCurrentChanged = Signal(object)  # noqa: N815
    passagesUnder = Signal(object)  # noqa: N815
    contextMenuRequested = Signal(QPoint)  # noqa: N815
    zoomChanged = Signal(float)  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        self._index = PassageIndex()
        self._current: str | None = None
        self._under: tuple[str, ...] = ()
        self._matches: list[Span] = []
        self._match_starts: list[int] = []
        self._proposed: Span | None = None
        self._ring = False
        self.pointed = Pointed(self)
        self._margin = LaneMargin()
        self._ruler: OverviewRuler | None = None
        self.label_of: Callable[[MarkedPassage], str] = self._words_of
        self.facts_of: Callable[[MarkedPassage], str] = lambda _passage: ""
        super().__init__(parent)
        self._palette = Palette(self._look)
        self._pointer = Pointer(self)
        self._keyboard = Keyboard(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._ruler = OverviewRuler(self)
        self._ruler.set_palette(self._palette)
        self._ruler.jumpRequested.connect(lambda position: self.scroll_to(position, self.viewport().height() // 3))
        self.setViewportMargins(0, 0, WIDTH, 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts for screen readers in the language of the moment."""
        self.setAccessibleName(_("Text of the source"))
        self._describe()
        if self._ruler is not None:
            self._ruler.retranslate()

    # --- the text and its passages ---

    def show_text(
        self, structured: StructuredText, passages: Iterable[MarkedPassage] = (), *, language: str = ""
    ) -> None:
        """Show another text version, of a `language`, from its start.

        Passages are read once and sorted; an index made of them elsewhere becomes the reader's own.
        """
        self.set_language(language)
        self._index = passages if isinstance(passages, PassageIndex) else PassageIndex(passages)
        had_selection, had_current = self.selection() is not None, self._current is not None
        self._caret, self._mark, self._current = 0, 0, None
        self._matches, self._match_starts, self._proposed = [], [], None
        self.pointed.forget()
        self._set_model(structured)
        if self._ruler is not None:
            self._ruler.clear()
            self._ruler.show_index(self._index, self._model.length)
        if had_selection:
            self.selectionChanged.emit(None)
        if had_current:
            self.passageCurrentChanged.emit(None)
        self._caret_told()

    def _words_of(self, passage: MarkedPassage) -> str:
        return self.text[passage.span.start : min(passage.span.end, passage.span.start + DESCRIBED)]

    @property
    def passages(self) -> PassageIndex:
        """The passages that are shown; change them through the reader."""
        return self._index

    def set_passages(self, passages: Iterable[MarkedPassage]) -> None:
        """Show other passages on the same text; the current one stays current if it is still there."""
        self._index = PassageIndex(passages)
        self._cache.drop_all_marks()
        if self._ruler is not None:
            self._ruler.show_index(self._index, self._model.length)
        if self._current is not None and self._current not in self._index:
            self.set_current(None)
        self._passages_changed()

    def remove_passage(self, passage_id: str) -> None:
        """Show one passage less; nothing happens where it is not shown."""
        before = self._index.remove(passage_id)
        if before is not None:
            self._follow(before, None)
            if self._current == passage_id:
                self.set_current(None)

    def change_passage(self, passage: MarkedPassage) -> None:
        """Show a passage as it is now: its span or kinds changed; an unknown one is added."""
        before = self._index.remove(passage.id)
        self._index.add(passage)
        self._follow(before, passage)

    def _follow(self, before: MarkedPassage | None, after: MarkedPassage | None) -> None:
        for passage in (before, after):
            if passage is not None:
                self._cache.drop_marks(passage.span.start, passage.span.end)
        if self._ruler is not None:
            self._ruler.changed(before, after)
        self._passages_changed()

    def _passages_changed(self) -> None:
        self.stand_out()
        self._caret_told()

    # --- the current passage ---

    def current(self) -> str | None:
        """Return the id of the current passage."""
        return self._current

    def set_current(self, passage_id: str | None, *, reveal: bool = True) -> None:
        """Make a passage the current one; an unknown id is as None.

        With `reveal` the caret goes to its start, the selection is dropped, and it is scrolled
        to unless all of it is on the screen.
        """
        passage = None if passage_id is None else self._index.get(passage_id)
        now = None if passage is None else passage.id
        changed = now != self._current
        if changed:
            for each in (self._current, now):
                known = None if each is None else self._index.get(each)
                if known is not None:
                    self._cache.drop_marks(known.span.start, known.span.end)
            self._current = now
            self.stand_out()
        if passage is not None and reveal:
            self.place_caret(passage.span.start, scroll=False)
            if not self._shows(passage.span):
                self.reveal(passage.span)
        if changed:
            self._describe()
            self.passageCurrentChanged.emit(now)

    def go_to_passage(self, *, back: bool = False, kind: PassageKind | None = None) -> bool:
        """Make the passage current that `next_passage` tells; False where there is none."""
        current = None if self._current is None else self._index.get(self._current)
        found = next_passage(self._index, current, self._caret, back=back, kind=kind)
        if found is not None:
            self.set_current(found.id)
        return found is not None

    def cycle(self, under: Sequence[str], *, back: bool = False, wrap: bool = True) -> bool:
        """Make the next of some passages in index order current, innermost first; False where there is none."""
        found = cycled(under, self._current, back=back, wrap=wrap)
        if found is not None:
            self.set_current(found, reveal=False)
        return found is not None

    def passages_under_caret(self) -> tuple[str, ...]:
        """Return the ids of the passages at the caret, in order of place."""
        return self._under

    def _caret_told(self) -> None:
        under = tuple(passage.id for passage in self._index.touching(self._caret))
        if under != self._under:
            self._under = under
            self.passagesUnder.emit(under)
        self._describe()
        super()._caret_told()

    def _describe(self) -> None:
        self.setAccessibleDescription(description(self))

    def stand_out(self) -> None:
        """Show anew which passages stand out: the current one and what names the same records."""
        if self._ruler is not None:
            self._ruler.set_records(self.pointed.records(self._current))
        self.viewport().update()

    def clear_selection(self) -> bool:
        """Drop the selection, else the current passage; False where there was neither."""
        if self.selection() is not None:
            self._stand(self._caret, self._caret)
            return True
        if self._current is not None:
            self.set_current(None)
            return True
        return False

    # --- finding ---

    def set_matches(self, matches: Sequence[Span]) -> None:
        """Mark where a search found something; an empty list ends it."""
        self._matches = sorted(matches)
        self._match_starts = [match.start for match in self._matches]
        if self._ruler is not None:
            self._ruler.set_matches(self._matches)
        self.viewport().update()

    def set_proposed(self, span: Span | None) -> None:
        """Frame words that are only proposed as a passage; None takes the frame away."""
        if span != self._proposed:
            self._proposed = span
            self.viewport().update()

    def show_proposed(self, span: Span) -> None:
        """Frame words that are proposed, put the caret before them, and scroll there unless all is on the screen."""
        self.set_proposed(span)
        self.place_caret(span.start, scroll=False)
        if not self._shows(span):
            self.reveal(span)

    def _matches_in(self, start: int, end: int) -> list[Span]:
        first = max(0, bisect_left(self._match_starts, start) - 1)
        last = bisect_left(self._match_starts, end)
        return self._matches[first:last]

    # --- looks ---

    def set_look(self, look: ReaderLook) -> None:
        """Change fonts and colours; the text stays where it is."""
        self._palette = Palette(look)
        super().set_look(look)
        if self._ruler is not None:
            self._ruler.set_palette(self._palette)

    def set_zoom(self, zoom: float) -> None:
        """Change the size of the type; the text stays where it is."""
        before = self.zoom
        super().set_zoom(zoom)
        if self.zoom != before:
            self.zoomChanged.emit(self.zoom)

    @property
    def ruler(self) -> OverviewRuler | None:
        """The overview ruler beside the scroll bar."""
        return self._ruler

    @property
    def margin(self) -> LaneMargin:
        """The lanes left of the text, as last painted."""
        return self._margin

    def _moved(self) -> None:
        if self._ruler is not None:
            self._ruler.set_view(*self.visible_range())

    def paint_page(self, painter: QPainter, clip: QRect) -> None:
        """Paint the page, the passages, the lanes, the caret and the focus ring."""
        painter.fillRect(clip, self._palette.paper)
        seen, left = self.visible(), self.column_left
        selection = self.selection()
        for laid, y in seen:
            matches = self._matches_in(laid.start, laid.end + 1) if self._matches else ()
            work = Brushwork(self._palette, self._index, self._current, selection, matches, self._proposed)
            paint_segment(painter, laid, QPointF(left, y), clip, work)
        self._margin.arrange(seen, self._index, self.viewport().height(), self._current)
        self._margin.paint(painter, left, self._palette, self._current, self.pointed.records(self._current))
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        rect = self.caret_rect(self._caret)
        if rect is not None:
            painter.fillRect(rect, self._palette.accent)
        if self._ring:
            painter.setPen(QPen(self._palette.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    # --- events ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ruler between the text and the scroll bar."""
        super().resizeEvent(event)
        if self._ruler is not None:
            area = self.viewport().geometry()
            self._ruler.setGeometry(area.right() + 1, area.top(), WIDTH, area.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the reader's own keys; every other goes to whoever holds the reader."""
        if self._keyboard.pressed(event):
            if not self._ring:
                self._ring = True
                self.viewport().update()
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes through the passages under the caret first, and then on: it is no trap."""
        if self.cycle(self._under, back=not next_, wrap=False):
            return True
        return super().focusNextPrevChild(next_)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring where the keyboard brought one here."""
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = event.reason() in reasons
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the caret and the ring away."""
        super().focusOutEvent(event)
        self._pointer.released()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection or a click."""
        self._ring = False
        self._pointer.pressed(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection, or show what is under the mouse."""
        self._pointer.moved(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, or take a click as one on a passage."""
        self._pointer.released(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word; a third click takes the paragraph."""
        self._pointer.double_clicked(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, by pixels where the device tells them; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom + _ZOOM_STEP * event.angleDelta().y() / 120)
        # Qt calls pixel deltas unreliable on X11.
        elif event.pixelDelta().y() and QGuiApplication.platformName() != "xcb":
            self.scroll_by(-event.pixelDelta().y())
        else:
            super().wheelEvent(event)
            return
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the owner for a menu, at the mouse or, from the keyboard, at the caret."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.contextMenuRequested.emit(self.selection_rect().bottomLeft() if by_key else event.globalPos())
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Take texts anew when the interface language changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
