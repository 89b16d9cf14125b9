"""The history of one thing: who changed it, when, and each field before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.properties import Property
from workbench.i18n import _
from workbench.qt.frame.base import Live, hair_line
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.history.words import FieldChange, field_changes, field_text, moment_of, operation_text, thing_text
from workbench.qt.look.style import current_look
from workbench.qt.session import Session
from workbench.store import log
from workbench.store.log import HistoryEntry
from workbench.store.queries.overview import profiles
from workbench.store.queries.records import record_names
from workbench.store.queries.vocabulary import own_properties


@dataclass(frozen=True, slots=True)
class RowPast:
    """What was read: changes, the newest first, the names of the people and records in them, the own properties."""

    entries: tuple[HistoryEntry, ...]
    names: Mapping[str, str]
    initials: Mapping[str, str]
    own: Mapping[str, Property]


def read_past(connection: Connection, row_id: str, language: str) -> RowPast:
    """Read the history of a row and of what belongs to it. Unbounded: for the worker."""
    entries = tuple(log.history_about(connection, row_id))
    people = profiles(connection)
    ids = {
        str(value)
        for entry in entries
        for row in (entry.change.before, entry.change.after)
        for field, value in (row or {}).items()
        if field.endswith("_id") and value
    }
    names = {**record_names(connection, ids, language), **{person.id: person.name for person in people}}
    return RowPast(entries, names, {person.id: person.initials for person in people}, own_properties(connection))


class RowHistory(Live, QWidget):
    """Shows the past of one row, read in the background; `show_row` turns to another one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._row_id: str | None = None
        self._past: RowPast | None = None
        self._none = PlainLabel("", role="second", wrap=True)
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._none)
        self._column.addLayout(self._list)
        session.changed.connect(self._refresh)
        self._show(None)
        self.restyle()

    def show_row(self, row_id: str | None) -> None:
        """Show the past of a row by its id; None shows nothing."""
        self._row_id = row_id
        if row_id is None:
            self._show(None)
            return
        archive, language = self._session.archive, self._session.language

        def work(_context: object) -> tuple[str, RowPast]:
            with archive.read() as connection:
                return row_id, read_past(connection, row_id, language)

        self._session.operations.run_read(work, on_done=self._take, initiator=self)

    def _take(self, found: tuple[str, RowPast]) -> None:
        row_id, past = found
        if row_id == self._row_id:  # the person may have gone on to something else meanwhile
            self._show(past)

    def _refresh(self, changes: Changes) -> None:
        del changes
        if self._row_id is not None and self.isVisible():
            self.show_row(self._row_id)

    def texts(self) -> list[str]:
        """Return what is shown, one text for each change."""
        found = []
        for at in range(self._list.count()):
            item = self._list.itemAt(at)
            part = item.widget() if item is not None else None
            if isinstance(part, _Entry):
                found.append(part.text)
        return found

    def _show(self, past: RowPast | None) -> None:
        self._past = past
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        entries = past.entries if past is not None else ()
        if past is not None:
            for entry in entries:
                fields = field_changes(entry.change, past.names, past.own)
                if fields:
                    self._list.addWidget(_Entry(entry, fields, past.initials))
        self._none.set_words(self._none_words)
        self._none.setVisible(not self.texts())

    def _none_words(self) -> str:
        return _("Nothing is selected.") if self._row_id is None else _("Nothing has been changed here.")

    @override
    def retranslate(self) -> None:
        self._show(self._past)

    @override
    def restyle(self) -> None:
        self._list.setSpacing(current_look().px("wide"))


def entry_lines(entry: HistoryEntry, fields: list[FieldChange], initials: Mapping[str, str]) -> tuple[list[str], str]:
    """Put a change into lines: what was done to what, then each field; and who did it when."""
    lines = [f"{thing_text(entry.change.table)}: {operation_text(entry.operation)}"]
    lines += [field_text(field) for field in fields]
    who = initials.get(entry.operation.author_id or "", "")
    return lines, " · ".join(part for part in (who, moment_of(entry.operation)) if part)


class _Entry(Live, QWidget):
    """One change of one row."""

    def __init__(self, entry: HistoryEntry, fields: list[FieldChange], initials: Mapping[str, str]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        lines, when = entry_lines(entry, fields, initials)
        self.text = "\n".join((*lines, when))
        self._column.addWidget(PlainLabel(lines[0], wrap=True))
        for line in lines[1:]:
            self._column.addWidget(PlainLabel(line, role="second", wrap=True))
        self._column.addWidget(PlainLabel(when, role="small"))
        self._column.addWidget(hair_line())
        self.restyle()

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("step"))
