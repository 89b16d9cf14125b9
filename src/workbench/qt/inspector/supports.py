"""What the passage is evidence for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import RecordKind
from workbench.i18n import _
from workbench.qt.frame.base import IconButton, Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.inspector.claims import support_text
from workbench.qt.inspector.evidence_form import EvidenceForm
from workbench.qt.inspector.parts import KeyedRows, RowButton, Section
from workbench.qt.look.style import current_look
from workbench.qt.picker.offers import KIND_ICONS
from workbench.qt.session import Place, Session, ViewName
from workbench.services.claims import remove_evidence
from workbench.store.queries.passages import PassageDetail, SupportRow


class SupportLine(Live, QWidget):
    """One thing that is supported, under the record that it is about; the record leads to itself."""

    def __init__(self, session: Session, row: SupportRow) -> None:
        super().__init__()
        self._session, self._row = session, row
        self.record = RowButton(lambda: session.go(Place(ViewName.RECORDS, record_id=self._row.record_id)))
        self.claim = PlainLabel(wrap=True)
        self.claim.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.withdraw = IconButton(
            "unlink", lambda: _("No longer evidence for {name}").format(name=self._row.record_name), self._withdraw
        )
        self._line, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._line.addWidget(self.claim, 1)
        self._line.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.record)
        column.addLayout(self._line)
        self.restyle()

    def show_row(self, row: SupportRow, *, first: bool) -> None:
        """Show the claim as it is now; only the `first` one about a record names it."""
        self._row = row
        icon = KIND_ICONS[RecordKind(row.record_kind)]
        self.record.show_text(row.record_name, lambda: current_look().icon(icon, row.record_kind))
        self.record.setVisible(first)
        self.claim.set_words(support_text(row))
        self.withdraw.retranslate()

    def _withdraw(self) -> None:
        self._session.perform(remove_evidence(self._row.evidence_id), initiator=self._session)

    @override
    def restyle(self) -> None:
        look = current_look()
        indent = look.px("gap") + look.px("half") + look.px("icon") + look.px("step")
        self._line.setContentsMargins(indent, 0, 0, 0)
        self._line.setSpacing(look.px("step"))


class Supports(Section):
    """All that a passage supports, and the form to add to it."""

    rearranged = Signal()
    """The form, or its fields, came or went."""

    def __init__(self, session: Session) -> None:
        super().__init__(lambda: _("Evidence for"))
        self._session = session
        self._passage: PassageDetail | None = None
        self._speakers: tuple[str, ...] = ()
        self.form: EvidenceForm | None = None
        rows = QVBoxLayout()
        rows.setSpacing(current_look().px("step"))
        self._form_box = QVBoxLayout()
        self.open_button = RowButton(self.open_form)
        self.column.addLayout(rows)
        self.column.addLayout(self._form_box)
        self.column.addWidget(self.open_button)
        self.lines: KeyedRows[SupportRow, SupportLine] = KeyedRows(
            rows, lambda row: row.evidence_id, lambda row: SupportLine(session, row)
        )
        self.retranslate()

    def show_passage(self, passage: PassageDetail, speaker_id: str | None) -> None:
        """Show what a passage supports; a form that is open stays with its own passage.

        The speaker of its quote is offered for new evidence, beside the records that it names.
        """
        self._speakers = (speaker_id,) if speaker_id else ()
        if self._passage is not None and self._passage.id != passage.id:
            self.close_form()
        self._passage = passage
        self._show_lines()

    def _show_lines(self) -> None:
        if self._passage is None:
            return
        rows = sorted(self._passage.supports, key=lambda row: (row.record_name.casefold(), row.record_id))
        firsts = {next(row.evidence_id for row in rows if row.record_id == key) for key in {r.record_id for r in rows}}
        self.lines.sync(rows, lambda line, row: line.show_row(row, first=row.evidence_id in firsts))

    def open_form(self) -> None:
        """Ask what the passage supports."""
        if self._passage is None or self.form is not None:
            return
        mentioned = (*(row.record_id for row in self._passage.mentions), *self._speakers)
        self.form = EvidenceForm(self._session, self._passage.id, mentioned)
        self.form.closed.connect(self._closed)
        self.form.rearranged.connect(self.rearranged)
        self._form_box.addWidget(self.form)
        self.form.show()
        self.form.setFocus()
        self.open_button.hide()
        self.rearranged.emit()

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
        self.open_button.show_text(_("Use as evidence…"), lambda: current_look().icon("plus", "accent"))
        self._show_lines()
