"""What is said of all rows at once: what they are, the language, the event in which all take part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import RecordKind
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.roles import PARTICIPANT_ROLES
from workbench.domain.row_mapping import RowMapping
from workbench.i18n import _, active
from workbench.importers.rows import Sheet
from workbench.qt.frame.base import Live, tip
from workbench.qt.frame.fields import FormRow
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import DateRow, RoleCombo, SuggestLine
from workbench.qt.records.words import PLURALS
from workbench.qt.rows.which import MOST, WhichRow
from workbench.qt.session import Session
from workbench.services.row_named import Names, described
from workbench.services.row_plan import Named, Said

_ROLE = "participant"


class Options(Live, QWidget):
    """Shows a mapping beside its columns; `changed` comes when something else was settled on."""

    changed = Signal()
    kind_changed = Signal()
    sheet_chosen = Signal(int)

    def __init__(self, session: Session, *, roster: bool) -> None:
        super().__init__()
        self._session, self._roster = session, roster
        self._said: dict[str, str] = {}
        self._known = self._new = False
        self.sheets, self.kind, self.headings, self.language = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.event_name, self.event_place = SuggestLine(), SuggestLine()
        self.role = RoleCombo(PARTICIPANT_ROLES, _ROLE)
        self.event_date = DateRow(lambda: _("Date of the event"))
        self.rows = {
            "sheet": FormRow(lambda: _("Sheet"), self.sheets),
            "kind": FormRow(lambda: _("Rows are"), self.kind),
            "headings": FormRow(lambda: _("Headings"), self.headings),
            "language": FormRow(lambda: _("Language of texts"), self.language),
            "event": FormRow(lambda: _("One event for all"), self.event_name, hint=self._event_words),
            "role": FormRow(lambda: _("Role in it"), self.role),
            "date": self.event_date,
            "place": FormRow(lambda: _("Place of the event"), self.event_place),
        }
        self.which = WhichRow(lambda: _("Which event"))
        self.which.chosen.connect(self._event_chosen)
        self.keep, self.leave_out, self.given_first = QCheckBox(), QCheckBox(), QCheckBox()
        self._lay_out()
        for box in (self.sheets, self.kind, self.headings, self.language, self.role):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        self.sheets.activated.connect(self.sheet_chosen)
        self.kind.activated.connect(lambda _index: self.kind_changed.emit())
        for box in (self.headings, self.language):
            box.activated.connect(lambda _index: self.changed.emit())
        self.role.changed.connect(lambda _role: self.changed.emit())
        self.event_name.textChanged.connect(lambda _text: self._show_event())
        for line in (self.event_name, self.event_place, self.event_date.field):
            line.editingFinished.connect(self.changed)  # type: ignore[attr-defined]
        for check in (self.keep, self.leave_out, self.given_first):
            check.clicked.connect(lambda _on: self.changed.emit())
        self.read_archive()
        self.retranslate()
        self.restyle()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        pairs = (("sheet", "kind"), ("headings", "language"), ("event", "role"), ("date", "place"))
        self._pairs = []
        for pair in pairs:
            row = QHBoxLayout()
            for name in pair:
                row.addWidget(self.rows[name], 1, Qt.AlignmentFlag.AlignTop)
            self._pairs.append(row)
            self._column.addLayout(row)
            if "event" in pair:
                self._column.addWidget(self.which)
        for check in (self.given_first, self.keep, self.leave_out):
            self._column.addWidget(check)
        if self._roster:
            for part in (self.rows["sheet"], self.rows["kind"], self.rows["headings"], self.keep):
                part.hide()

    def read_archive(self) -> None:
        """Read which events and places there are, by the keys of their names."""
        with self._session.read() as connection:
            self._names = Names(connection)
        self.event_name.set_suggestions(self._names.values[RecordKind.EVENT])
        self.event_place.set_suggestions(self._names.values[RecordKind.PLACE])
        self._show_event()

    def _event(self) -> Named:
        """Return what the name of the event for all means, as far as the person has said."""
        name = self.event_name.text().strip()
        with self._session.read() as connection:
            found = self._names.find(connection, RecordKind.EVENT, name, str(self.language.currentData()))
        chosen = self._said.get(name)
        if chosen is not None and (not chosen or chosen in found.record_ids):
            return replace(found, record_id=chosen, settled=True)
        return found

    def said(self) -> Said:
        """Return which event the person has said that the name of the event for all means."""
        name = self.event_name.text().strip()
        return {(RecordKind.EVENT, name): self._said[name]} if name in self._said else {}

    def _event_chosen(self, record_id: str) -> None:
        self._said[self.event_name.text().strip()] = record_id
        self._show_event()
        self.changed.emit()

    def _event_words(self) -> str:
        if not self.event_name.text().strip():
            return _("Its name: an event of the archive, or a new one.")
        if self._known:
            return _("The archive has this name: say below which event it is.")
        return _("A new event.")

    def _show_event(self) -> None:
        """Offer the events that the name may mean; only a new one is given a date and a place."""
        event = self._event() if self.event_name.text().strip() else Named(RecordKind.EVENT, "")
        self._known = bool(event.record_ids)
        self._new = bool(event.name) and event.settled and not event.record_id
        if self._known:
            with self._session.read() as connection:
                offered = described(connection, event.record_ids[:MOST], active().language)
            self.which.offer(RecordKind.EVENT, offered, event.record_id if event.settled else None)
        asked = self.kind.currentData() != RecordKind.EVENT
        self.which.setVisible(self._known and asked)
        self.rows["event"].set_error("")
        self.rows["event"].retranslate_hint()
        for name in ("date", "place"):
            self.rows[name].setVisible(self._new and asked)

    def show_mapping(self, mapping: RowMapping) -> None:
        """Show what a mapping says."""
        self.headings.setCurrentIndex(max(0, self.headings.findData(mapping.heading)))
        for check, on in (
            (self.keep, mapping.keep),
            (self.leave_out, mapping.leave_out),
            (self.given_first, mapping.given_first),
        ):
            check.setChecked(on)
        self.language.setCurrentIndex(max(0, self.language.findData(mapping.language)))
        self.role.set_role(mapping.role)
        of_events = mapping.kind is RecordKind.EVENT
        for name in ("event", "role"):
            self.rows[name].setVisible(not of_events)
        self.given_first.setVisible(mapping.kind is RecordKind.PERSON)
        self._show_event()

    def show_kind(self, kind: RecordKind) -> None:
        """Show another kind of record, which is not told as a choice of the person."""
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def show_sheets(self, sheets: tuple[Sheet, ...]) -> None:
        """Offer the sheets of a workbook."""
        self.sheets.clear()
        for sheet in sheets:
            self.sheets.addItem(sheet.name or "–")
        self.rows["sheet"].setVisible(len(sheets) > 1)

    def read(self, mapping: RowMapping) -> RowMapping:
        """Return a mapping with what is said here."""
        event = self.event_name.text().strip() if mapping.kind is not RecordKind.EVENT else ""
        return replace(
            mapping,
            heading=mapping.heading if self._roster else int(self.headings.currentData()),
            language=str(self.language.currentData()),
            event=event,
            event_date=self.event_date.given() if event and self._new else "",
            event_place=self.event_place.text().strip() if event and self._new else "",
            role=self.role.role() or mapping.role,
            keep=self.keep.isChecked(),
            leave_out=self.leave_out.isChecked(),
            given_first=self.given_first.isChecked(),
        )

    @override
    def retranslate(self) -> None:
        self.keep.setText(_("Keep the table as a source"))
        self.keep.setToolTip(tip(_("Each row is then the evidence of what it gives.")))
        self.leave_out.setText(_("Leave out rows with problems"))
        self.given_first.setText(_("Write names with the given name first"))
        self._fill(self.kind, [(kind, _(PLURALS[kind])) for kind in RecordKind])
        places = [(0, _("in the first row")), (1, _("in the second row")), (2, _("in the third row")), (-1, _("none"))]
        self._fill(self.headings, places)
        own = self._session.language
        tags = sorted(WORKING_LANGUAGES, key=lambda tag: tag != own)
        self._fill(self.language, [(tag, active().language_name(tag)) for tag in tags])

    def _fill(self, box: QComboBox, choices: Sequence[tuple[object, str]]) -> None:
        kept = box.currentData()
        box.clear()
        for data, words in choices:
            box.addItem(words, data)
        box.setCurrentIndex(max(0, box.findData(kept)) if kept is not None else 0)

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        for row in self._pairs:
            row.setSpacing(gap)
