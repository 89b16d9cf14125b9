"""Keeps what stands beside the text in step with it, once the text itself is painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.qt.inspector.inspector import Inspector
from workbench.qt.reader.reader import Reader

_FRAME = 16
"""Milliseconds that the text has to be painted in before the rest is brought in step."""


class Side(QObject):
    """Fills the inspector a frame later, once for all that happened until then.

    A mark, its write and the passage that becomes current by it would fill it three times, and
    each costs more than the frame that shows the mark.
    """

    def __init__(self, reader: Reader, inspector: Inspector, unwritten: Callable[[str | None], bool]) -> None:
        """`unwritten` tells which passages the archive does not have yet: those are shown when it has them."""
        super().__init__(inspector)
        self._reader, self._inspector, self._unwritten = reader, inspector, unwritten
        self._wanted: str | None = None
        self._due = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_FRAME)
        self._soon.timeout.connect(self.settle)
        reader.passageCurrentChanged.connect(self._current_changed)
        reader.passagesUnder.connect(lambda _ids: self.others_soon())
        inspector.shown.connect(lambda _passage: self._forget())
        reader.installEventFilter(self)

    def _forget(self) -> None:
        self._due = False

    def _current_changed(self, passage_id: str | None) -> None:
        self._wanted, self._due = passage_id, True
        self._soon.start()

    def others_soon(self) -> None:
        """Show the other passages at the caret a frame later."""
        self._soon.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the text when it goes out of sight and comes back; the next key finds all in step.

        That key may lead into the inspector, where nothing may be filled anew under the hand.
        """
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.others_soon()
        elif event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and self._soon.isActive():
            self.settle()
        return False

    def refresh(self, changes: Changes) -> None:
        """Read the passage again after any write: names of records reach everywhere."""
        passage = self._inspector.passage
        if not self._due and passage is not None:
            gone = any(c.table == "passage" and c.row_id == passage.id and c.after is None for c in changes.rows)
            self._wanted, self._due = (None if gone else passage.id), True
        if self._due:
            self._soon.start()

    def settle(self) -> None:
        """Bring everything in step now: something is asked for that follows from it."""
        self._soon.stop()
        if self._due and not self._unwritten(self._wanted):
            self._inspector.show_passage(self._wanted)
        current = self._reader.current()
        others = []
        # Where something else stands in the text's place, there is no caret to be at.
        for passage_id in self._reader.passages_under_caret() if self._reader.isVisible() else ():
            passage = self._reader.passages.get(passage_id)
            if passage is not None and passage_id != current:
                others.append((passage_id, self._reader.label_of(passage)))
        self._inspector.show_others(others)
