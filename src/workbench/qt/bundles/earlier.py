"""The bundles that have left the room so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtWidgets import QAbstractItemView, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import N_, _, active
from workbench.qt.bundles.parts import Facts, grouped
from workbench.qt.frame.base import Live
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.table import Column, RowModel, RowTable
from workbench.qt.look.style import current_look
from workbench.store.queries.exports import ExportRow


def moment_text(moment: str) -> str:
    """Return a moment of the log (ISO 8601, UTC) in the active language and the machine's time zone."""
    return active().date_time(datetime.fromisoformat(moment))


class EarlierPage(Live, QWidget):
    """A table, and below it the digest of the export that is current."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, ExportRow] = {}
        columns = (
            Column[ExportRow](N_("When"), lambda row: moment_text(row.moment)),
            Column[ExportRow](N_("By"), lambda row: row.initials),
            Column[ExportRow](N_("Title"), lambda row: row.title, stretch=True),
            Column[ExportRow](N_("Languages"), lambda row: " ".join(row.languages)),
            Column[ExportRow](N_("Quotes"), lambda row: active().number(row.quotes), right=True),
            Column[ExportRow](N_("Files"), lambda row: active().number(row.files), right=True),
            Column[ExportRow](N_("Digest"), lambda row: grouped(row.manifest_digest)[:9] + "…"),
        )
        self._model = RowModel[ExportRow](columns, self._fetch, self)
        self.table = RowTable(self._model, columns)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.facts = Facts()
        self.facts.add("author", lambda: _("By"))
        self.facts.add("digest", lambda: _("Digest"), copy=lambda: _("Copy the digest"))
        self._empty = EmptyState(
            "package",
            lambda: _("No bundle has left the room yet"),
            more=lambda: _("Each export is remembered here with its digest. Exports cannot be undone."),
        )
        filled = QWidget()
        self._column = QVBoxLayout(filled)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.facts)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(filled)
        self.setFocusProxy(self.table)
        self.table.current_changed.connect(self._show_facts)
        self.retranslate()
        self.restyle()

    def show_exports(self, rows: Sequence[ExportRow]) -> None:
        """Show these exports in their order."""
        self._rows = {row.id: row for row in rows}
        self._model.set_ids(self._rows)
        if rows and self.table.current_id() is None:
            self.table.go_to(rows[0].id)
        self._stack.setCurrentIndex(1 if rows else 0)

    def _fetch(self, ids: Sequence[str]) -> Mapping[str, ExportRow]:
        return {row_id: self._rows[row_id] for row_id in ids if row_id in self._rows}

    def _show_facts(self, row_id: str) -> None:
        row = self._rows.get(row_id)
        if row is not None:
            facts = {"author": row.author or "–", "digest": grouped(row.manifest_digest)}
            self.facts.show_facts(facts, copied={"digest": row.manifest_digest})
        self.facts.setVisible(row is not None)

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(_("Earlier bundles"))
        self._model.retranslate()

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        self._column.setContentsMargins(0, 0, 0, look.px("wide"))
        self.facts.setContentsMargins(room, 0, room, 0)
