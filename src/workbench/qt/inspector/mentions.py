"""Which records a passage names, in which role, how certainly."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.inputs import MentionInput, checked
from workbench.domain.kinds import Certainty, RecordKind
from workbench.domain.roles import MENTION_ROLES
from workbench.i18n import _
from workbench.qt.frame.base import IconButton, Live
from workbench.qt.inspector.parts import KeyedRows, RowButton, Section
from workbench.qt.look.style import current_look
from workbench.qt.picker.adaptive import SideBySide
from workbench.qt.picker.fields import CERTAINTIES, CalmCombo, RoleCombo
from workbench.qt.picker.offers import KIND_ICONS
from workbench.qt.session import Place, Session, ViewName
from workbench.services.records import edit_mention, remove_mention
from workbench.store.queries.passages import MentionRow


class MentionLine(Live, QWidget):
    """One mention: the record leads to the record, role and certainty are changed in place."""

    def __init__(self, session: Session, row: MentionRow) -> None:
        super().__init__()
        self._session, self._row = session, row
        self._kind = RecordKind(row.record_kind)
        self.record = RowButton(self._go)
        self.role = RoleCombo(MENTION_ROLES[self._kind], row.role)
        self.certainty = CalmCombo()
        self.unlink = IconButton("unlink", self._unlink_words, self._unlink)
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(self.record, 1)
        self._head.addWidget(self.unlink)
        self._column.addLayout(self._head)
        self._column.addWidget(SideBySide((self.role, 1), (self.certainty, 1)))
        self._column.setContentsMargins(0, 0, 0, 0)
        self.role.changed.connect(lambda _role: self._write())
        self.certainty.activated.connect(lambda _place: self._write())
        self.retranslate()
        self.restyle()

    def show_row(self, row: MentionRow) -> None:
        """Show the mention as it is now."""
        self._row = row
        kind = self._kind
        self.record.show_text(row.name, lambda: current_look().icon(KIND_ICONS[kind], kind.value))
        if not self.role.hasFocus():
            self.role.set_role(row.role)
        self.certainty.setCurrentIndex(self.certainty.findData(row.certainty))
        self.retranslate()

    def _unlink_words(self) -> str:
        return _("Unlink from {name}").format(name=self._row.name)

    def _write(self) -> None:
        facts = checked(MentionInput, role=self.role.role(), certainty=self.certainty.currentData())
        if (facts.role, facts.certainty.value) != (self._row.role, self._row.certainty):
            act = edit_mention(self._row.id, facts, expected=self._row.revision)
            self._session.perform(act, initiator=self._session)

    def _unlink(self) -> None:
        self._session.perform(remove_mention(self._row.id), initiator=self._session)

    def _go(self) -> None:
        self._session.go(Place(ViewName.RECORDS, record_id=self._row.record_id))

    @override
    def retranslate(self) -> None:
        self.unlink.retranslate()
        self.role.setAccessibleName(_("Role of {name}").format(name=self._row.name))
        self.certainty.setAccessibleName(_("Certainty of {name}").format(name=self._row.name))
        if self.certainty.count() == 0:
            for certainty in Certainty:
                self.certainty.addItem("", certainty.value)
        for place, certainty in enumerate(Certainty):
            self.certainty.setItemText(place, _(CERTAINTIES[certainty]))

    @override
    def restyle(self) -> None:
        for box in (self._head, self._column):
            box.setSpacing(current_look().px("step"))


class Mentions(Section):
    """All mentions of a passage."""

    def __init__(self, session: Session) -> None:
        super().__init__(lambda: _("Names"))
        rows = QVBoxLayout()
        rows.setSpacing(current_look().px("gap"))
        self.column.addLayout(rows)
        self.lines: KeyedRows[MentionRow, MentionLine] = KeyedRows(
            rows, lambda row: row.id, lambda row: MentionLine(session, row)
        )

    def show_rows(self, rows: tuple[MentionRow, ...]) -> None:
        """Show these mentions."""
        self.lines.sync(rows, lambda line, row: line.show_row(row))
        self.setVisible(bool(rows))
