"""Which record a name means: those that it may be, each with its date and place, or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.domain.kinds import RecordKind
from workbench.i18n import _, active
from workbench.qt.frame.base import Words
from workbench.qt.frame.fields import FormRow
from workbench.qt.picker.fields import CalmCombo
from workbench.services.row_named import Described

MOST = 20
"""Records that are offered for one name."""


class WhichRow(FormRow):
    """Offers the records of one name; nothing is chosen where a person has to say."""

    chosen = Signal(str)
    """The id of a record, empty for a new one."""

    def __init__(self, words: Words = "") -> None:
        self.box = CalmCombo()
        self._kind = RecordKind.EVENT
        self._found: list[Described] = []
        self._now: str | None = None
        super().__init__(words, self.box)
        self.box.activated.connect(lambda _index: self.chosen.emit(str(self.box.currentData())))

    def offer(self, kind: RecordKind, found: Sequence[Described], now: str | None) -> None:
        """Offer records of a kind; `now` is the id of the one that is meant, empty for a new one, None for none yet."""
        self._kind, self._found, self._now = kind, list(found), now
        self._fill()

    def name(self, words: Words) -> None:
        """Say above the field whose record is asked for."""
        self._words = words
        self.label.set_words(words)
        self.retranslate()

    def _fill(self) -> None:
        self.box.clear()
        for each in self._found:
            self.box.addItem(told_apart(each), each.record_id)
        self.box.addItem(_("A new place") if self._kind is RecordKind.PLACE else _("A new event"), "")
        self.box.setCurrentIndex(-1 if self._now is None else self.box.findData(self._now))

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.box.setPlaceholderText(_("Say which one"))
        if self._found:
            self._fill()


def told_apart(found: Described) -> str:
    """Return a record's name with its date and place, in one line."""
    date = date_text(found.date, active().language, point=True) if found.date else ""
    return " · ".join(part for part in (found.name, date, found.place) if part)
