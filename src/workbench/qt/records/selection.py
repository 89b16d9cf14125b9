"""Which records the Records view is about now: the same for the list and for every pane beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workbench.domain.kinds import RecordKind
from workbench.domain.listing import Listed


class Selection(QObject):
    """A kind, what its names are filtered by, the records that this leaves in order, and the current one.

    Whoever shows records sets it and follows it: what is set to what it was already tells nobody.
    """

    listed = Signal()
    """Other records are left by kind and filter, or the same in another order."""

    current_changed = Signal(str)
    """Another record is the current one; empty where there is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = RecordKind.PERSON
        self.text = ""
        self.found = Listed()
        self.current = ""
        self.marked: tuple[str, ...] = ()
        """The records that are selected together, in a pane that lets one select several."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The records that kind and filter leave, in order."""
        return self.found.ids

    def set_listed(self, kind: RecordKind, text: str, found: Listed) -> None:
        """Take what a kind and a filter leave."""
        if (kind, text) != (self.kind, self.text) or found.ids != self.found.ids:
            self.kind, self.text, self.found = kind, text, found
            self.listed.emit()

    def set_current(self, record_id: str) -> None:
        """Make a record the current one, listed or not."""
        if record_id != self.current:
            self.current = record_id
            self.current_changed.emit(record_id)
