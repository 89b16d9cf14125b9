"""What the passage is evidence for."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.base import Button, IconButton, Live
from workbench.qt.inspector.claims import support_text
from workbench.qt.inspector.evidence_form import EvidenceForm
from workbench.qt.inspector.parts import KeyedRows, RowButton, Section
from workbench.qt.look.style import current_look
from workbench.qt.session import Place, Session, ViewName
from workbench.services.records import remove_evidence
from workbench.store.queries.passages import PassageDetail, SupportRow

_ICONS = {"statement": "file-text", "participation": "users", "relation": "link", "name": "tag"}


class SupportLine(Live, QWidget):
    """One thing that is supported; it leads to its record."""

    def __init__(self, session: Session, row: SupportRow) -> None:
        super().__init__()
        self._session, self._row = session, row
        self.claim = RowButton(lambda: session.go(Place(ViewName.RECORDS, record_id=self._row.record_id)))
        self.withdraw = IconButton(
            "unlink", lambda: _("No longer evidence for {name}").format(name=self._row.record_name), self._withdraw
        )
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(current_look().px("step"))
        box.addWidget(self.claim, 1)
        box.addWidget(self.withdraw)

    def show_row(self, row: SupportRow) -> None:
        """Show the claim as it is now."""
        self._row = row
        self.claim.show_text(support_text(row), lambda: current_look().icon(_ICONS[row.what], "second"))
        self.withdraw.retranslate()

    def _withdraw(self) -> None:
        self._session.perform(remove_evidence(self._row.evidence_id), initiator=self._session)


class Supports(Section):
    """All that a passage supports, and the form to add to it."""

    def __init__(self, session: Session) -> None:
        super().__init__(lambda: _("Evidence for"))
        self._session = session
        self._passage: PassageDetail | None = None
        self.form: EvidenceForm | None = None
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self._form_box = QVBoxLayout()
        self.open_button = Button(lambda: _("Use as evidence…"), self.open_form, kind="quiet", icon="plus")
        foot = QHBoxLayout()
        foot.addWidget(self.open_button)
        foot.addStretch(1)
        self.column.addLayout(rows)
        self.column.addLayout(self._form_box)
        self.column.addLayout(foot)
        self.lines: KeyedRows[SupportRow, SupportLine] = KeyedRows(
            rows, lambda row: row.evidence_id, lambda row: SupportLine(session, row)
        )

    def show_passage(self, passage: PassageDetail) -> None:
        """Show what a passage supports; a form that is open stays with its own passage."""
        if self._passage is not None and self._passage.id != passage.id:
            self.close_form()
        self._passage = passage
        self.lines.sync(passage.supports, lambda line, row: line.show_row(row))

    def open_form(self) -> None:
        """Ask what the passage supports."""
        if self._passage is None or self.form is not None:
            return
        mentioned = tuple(row.record_id for row in self._passage.mentions)
        self.form = EvidenceForm(self._session, self._passage.id, mentioned)
        self.form.closed.connect(self._closed)
        self._form_box.addWidget(self.form)
        self.open_button.hide()
        self.form.setFocus()

    def _closed(self) -> None:
        self.close_form()
        self.open_button.setFocus()

    def close_form(self) -> None:
        """Put the form away."""
        self.open_button.show()
        if self.form is not None:
            self._form_box.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    @override
    def retranslate(self) -> None:
        if getattr(self, "_passage", None) is not None and self._passage is not None:
            self.lines.sync(self._passage.supports, lambda line, row: line.show_row(row))
