"""Two texts side by side: where a passage stood, and where it may be now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.anchors import Span, trimmed
from workbench.domain.differences import LIMIT, differences
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import StructuredText
from workbench.i18n import _
from workbench.qt.frame.base import Live, hair_line
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader
from workbench.qt.reader.reader_look import look_from

_AROUND = 240
"""Code points before and after a passage that are compared with those around its candidate."""


class Pair(Live, QWidget):
    """The old text on the left, the newest on the right; what differs around the passage is marked in both."""

    span_changed = Signal()
    """Other words are selected on the right, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[Reader, str] = {}
        self._before: Span | None = None
        self._short = False
        self.old, self.new = Reader(), Reader()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._heads: list[PlainLabel] = []
        for reader, words in ((self.old, self._old_words), (self.new, self._new_words)):
            head = PlainLabel(words, role="section", wrap=True)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(head)
            column.addWidget(reader, 1)
            self._heads.append(head)
            if reader is self.new:
                self._row.addWidget(hair_line(vertical=True))
            self._row.addLayout(column, 1)
        self.new.selectionChanged.connect(lambda _span: self.span_changed.emit())
        current_look().changed.connect(self._relook)
        self._relook()
        self.retranslate()
        self.restyle()

    @staticmethod
    def _old_words() -> str:
        return _("Where it stood")

    @staticmethod
    def _new_words() -> str:
        return _("The newest text")

    def clear(self) -> None:
        """Forget the texts: those of another source come."""
        self._shown = {}
        for reader in (self.old, self.new):
            reader.show_text(StructuredText("", ()))

    def show_old(self, version_id: str, text: StructuredText, span: Span, kinds: tuple[PassageKind, ...]) -> None:
        """Show where a passage stood in an older text."""
        self._show_text(self.old, version_id, text)
        self._before = span
        self.old.set_passages([MarkedPassage("old", span, kinds)])
        self.old.set_current("old")
        self.old.reveal(span)

    def show_new(
        self, version_id: str, text: StructuredText, spans: Sequence[Span], chosen: int, kinds: tuple[PassageKind, ...]
    ) -> None:
        """Show the places where it may be now; without any, about where it would be."""
        self._show_text(self.new, version_id, text)
        self.new.select(None)
        self.new.set_passages([MarkedPassage(str(n), span, kinds) for n, span in enumerate(spans)])
        if spans:
            self.new.set_current(str(chosen))
            self.new.reveal(spans[chosen])
        elif self._before is not None and self.old.text:
            about = round(self._before.start / len(self.old.text) * len(text.text))
            self.new.place_caret(about, scroll=False)
            self.new.reveal(Span(about, about + 1))
        self._compare(spans[chosen] if spans else None)

    def _show_text(self, reader: Reader, version_id: str, text: StructuredText) -> None:
        if self._shown.get(reader) != version_id:
            reader.show_text(text)
            self._shown[reader] = version_id

    def _compare(self, now: Span | None) -> None:
        before = self._before
        if now is None or before is None or max(_length(before), _length(now)) + 2 * _AROUND > LIMIT:
            self.old.set_matches(())
            self.new.set_matches(())
            return
        (old, old_at), (new, new_at) = _window(self.old.text, before), _window(self.new.text, now)
        first, second = (_within(spans, text) for spans, text in zip(differences(old, new), (old, new), strict=True))
        self.old.set_matches([Span(span.start + old_at, span.end + old_at) for span in first])
        self.new.set_matches([Span(span.start + new_at, span.end + new_at) for span in second])

    def selected(self) -> Span | None:
        """Return the words that are selected on the right."""
        span = self.new.selection()
        return None if span is None else trimmed(self.new.text, span)

    def _relook(self) -> None:
        look = current_look()
        # Two texts share the width, so the type is a little smaller than where one is read.
        pixels = min(look.size("lead"), look.size("reading"))
        for reader in (self.old, self.new):
            reader.set_look(look_from(look.palette, pixels=pixels, reading=look.reading))

    @override
    def retranslate(self) -> None:
        self.old.retranslate()
        self.new.retranslate()
        self.old.setAccessibleName(self._old_words())
        self.new.setAccessibleName(self._new_words())

    def set_short(self, *, short: bool) -> None:
        """Give the heads less of the height."""
        self._short = short
        self.restyle()

    @override
    def restyle(self) -> None:
        look = current_look()
        above, below = ("half", "half") if self._short else ("gap", "step")
        for head in self._heads:
            head.setContentsMargins(look.px("room"), look.px(above), look.px("gap"), look.px(below))


def _length(span: Span) -> int:
    return span.end - span.start


def _window(text: str, span: Span) -> tuple[str, int]:
    """Return the surroundings of a range, whole words of its own lines, and where they begin."""
    start = max(0, span.start - _AROUND)
    while start > 0 and not text[start].isspace():
        start -= 1
    end = min(len(text), span.end + _AROUND)
    while end < len(text) and not text[end].isspace():
        end += 1
    start = max(start, text.rfind("\n", 0, span.start) + 1)
    line_end = text.find("\n", span.end)
    return text[start : end if line_end == -1 else min(end, line_end)], start


def _within(spans: list[Span], text: str) -> list[Span]:
    """Leave out what differs only because one of the two was cut elsewhere."""
    return [span for span in spans if span.start > 0 and span.end < len(text)]
