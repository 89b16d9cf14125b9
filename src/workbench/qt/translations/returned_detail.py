"""One proposal that came back: who made it, of what words, and how it differs from what stands here."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import Trouble
from workbench.i18n import N_, _, active
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.translations.difference import Difference, WordChange
from workbench.store.queries.proposals import ProposalRow

_REASONS: dict[Trouble, str] = {
    Trouble.CHANGED: N_("It was made from other words than the quote has now: taken as it is, it is stale at once."),
    Trouble.DOUBLED: N_(
        "There is more than one wording for this quote in this language: take one, and remove the others."
    ),
    Trouble.LANGUAGE: N_(
        "The quote was not sent for the language that the file names: see in which language it really is."
    ),
    Trouble.UNKNOWN: N_(
        "No quote of this archive has the id that it came with, nor its words. Copy what you need of it."
    ),
}


_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class ReturnedDetail(Live, QScrollArea):
    """The proposal with what can be done about it: `taken`, `removed`, or `opened` at the desk."""

    taken = Signal()
    removed = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row: ProposalRow | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._inside = QWidget()
        self._inside.setProperty("place", "paper")
        self._column = QVBoxLayout(self._inside)
        self._facts = PlainLabel(self._facts_words, role="second", wrap=True)
        self.reason = PlainLabel(self._reason_words, role="lead", wrap=True)
        self._quote_head = PlainLabel(lambda: _("Quote"), role="section")
        self._quote = PlainLabel(wrap=True)
        self.source = Difference()
        self._wording_head = PlainLabel(lambda: _("Translation"), role="section")
        self._wording = PlainLabel(wrap=True)
        self.wording = Difference()
        self.take = Button(self._take_words, self.taken.emit, kind="primary", icon="check")
        self.open = Button(lambda: _("Open at the desk"), self.opened.emit, icon="languages")
        self.remove = Button(lambda: _("Remove"), self.removed.emit, kind="quiet", icon="trash-2")
        verbs = QWidget()
        flow = Flow(verbs)
        for button in (self.take, self.open, self.remove):
            flow.addWidget(button)
        for part in (
            self._facts, self.reason, self._quote_head, self._quote, self.source,
            self._wording_head, self._wording, self.wording, verbs,
        ):  # fmt: skip
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        for label in (self._quote, self._wording):
            label.setTextInteractionFlags(_SELECTABLE)
        self.restyle()

    def show_proposal(self, row: ProposalRow | None, *, read_only: bool) -> None:
        """Show a proposal, or nothing."""
        self.row = row
        self._inside.setVisible(row is not None)
        if row is None:
            return
        changed = bool(row.exact) and row.trouble is Trouble.CHANGED
        self._quote.setText(row.exact or row.source_text)
        self._quote.setVisible(not changed)
        self.source.setVisible(changed)
        if changed:
            self.source.show_changes(
                [WordChange(row.source_text, row.exact, heads=(_("It was made from:"), _("The quote now:")))]
            )
        self._wording.setText(row.text)
        self._wording.setVisible(not row.current)
        self.wording.setVisible(bool(row.current))
        if row.current:
            self.wording.show_changes([WordChange(row.current, row.text, heads=(_("Stands here:"), _("Came back:")))])
        known = row.quote_id is not None
        self.reason.setVisible(row.trouble is not Trouble.NONE)
        self.take.setVisible(known)
        self.open.setVisible(known)
        self.take.setEnabled(not read_only)
        self.remove.setEnabled(not read_only)
        for part in (self._facts, self.reason, self.take):
            part.retranslate()

    def _facts_words(self) -> str:
        row = self.row
        if row is None:
            return ""
        moment = active().date_time(datetime.fromisoformat(row.moment))
        return " · ".join((active().language_name(row.language), row.author, row.detail, moment))

    def _reason_words(self) -> str:
        return _(_REASONS[self.row.trouble]) if self.row is not None and self.row.trouble in _REASONS else ""

    def _take_words(self) -> str:
        return _("Put it in the place of what stands here") if self.row and self.row.current else _("Take as draft")

    @override
    def retranslate(self) -> None:
        if self.row is not None:
            self.show_proposal(self.row, read_only=not self.take.isEnabled())

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        self._column.setContentsMargins(room, look.px("wide"), room, room)
        self._column.setSpacing(look.px("gap"))
        for label in (self._quote, self._wording):
            label.setFont(look.reading_font(size="lead"))
