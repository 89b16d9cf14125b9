"""One operation, opened: who did it, when exactly, each field before and after, and where that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from sqlalchemy import Connection, Table, select
from typing_extensions import override

from workbench.domain.changes import Change
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.history.words import field_changes, field_text, thing_text
from workbench.qt.look.style import current_look
from workbench.qt.session import Place, ViewName
from workbench.store import log
from workbench.store.queries.overview import profiles
from workbench.store.queries.records import record_names
from workbench.store.queries.vocabulary import own_properties
from workbench.store.tables import LOGGED
from workbench.store.work import table_of

_SHOWN = 40
"""Changed rows of one operation that are shown; the others are counted."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What an operation changed, in lines, and a place where that can be seen."""

    things: tuple[tuple[str, tuple[str, ...]], ...]
    more: int
    place: Place | None

    def lines(self) -> list[str]:
        """Return everything that is shown, line by line."""
        found = [line for thing, fields in self.things for line in (thing, *fields)]
        if self.more:
            text = ngettext("and {n} more change", "and {n} more changes", self.more)
            found.append(text.format(n=active().number(self.more)))
        return found


def read_opened(connection: Connection, number: int, language: str) -> Opened:
    """Read what an operation changed; a screenful at most."""
    changes = log.changes_of(connection, number, limit=_SHOWN)
    ids = {
        str(value)
        for change in changes
        for row in (change.before, change.after)
        for name, value in (row or {}).items()
        if name.endswith("_id") and value
    }
    names = {**record_names(connection, ids, language), **{row.id: row.name for row in profiles(connection)}}
    own = own_properties(connection)
    things = []
    for change in changes:
        fields = tuple(field_text(found) for found in field_changes(change, names, own))
        if fields:
            things.append((thing_text(change.table), fields))
    return Opened(tuple(things), log.count_changes(connection, number) - len(changes), place_of(connection, changes))


def place_of(connection: Connection, changes: Sequence[Change]) -> Place | None:
    """Return where something that was changed can be seen now; None where nothing of it is left."""
    for change in changes:
        facts = change.after or change.before or {}
        place = _place(connection, change.table, {**facts, "id": change.row_id})
        if place is not None:
            return place
    return None


def _place(connection: Connection, name: str, row: dict[str, object]) -> Place | None:
    """Return where one row belongs, by what it is or names."""
    own = {**row, f"{name}_id": row["id"]}
    if name == "translation":
        quote = _there(connection, "quote", own["quote_id"])
        language = str(row["language"])
        return Place(ViewName.TRANSLATIONS, quote_id=str(quote["id"]), language=language) if quote else None
    if own.get("passage_id"):
        return _passage_place(connection, own["passage_id"])
    if own.get("source_id"):
        source = _there(connection, "source", own["source_id"])
        return Place(ViewName.SOURCES, source_id=str(source["id"])) if source else None
    records = (_there(connection, "record", own.get(column)) for column in ("record_id", "event_id", "from_id"))
    return next((Place(ViewName.RECORDS, record_id=str(found["id"])) for found in records if found), None)


def _passage_place(connection: Connection, passage_id: object) -> Place | None:
    passage = _there(connection, "passage", passage_id)
    version = _there(connection, "text_version", passage["text_version_id"]) if passage is not None else None
    if passage is None or version is None:
        return None
    return Place(ViewName.SOURCES, source_id=str(version["source_id"]), passage_id=str(passage["id"]))


def _there(connection: Connection, name: str, row_id: object) -> dict[str, object] | None:
    table: Table = table_of(LOGGED[name])
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    return dict(row) if row is not None else None


class OpenedView(Live, QScrollArea):
    """Shows an `Opened`; scrolls where it is long."""

    def __init__(self) -> None:
        super().__init__()
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._body)
        self._lines: list[str] = []
        self.restyle()
        self.retranslate()

    def texts(self) -> list[str]:
        """Return the lines that are shown."""
        return list(self._lines)

    def show_opened(self, opened: Opened | None) -> None:
        """Show what another operation changed, or nothing."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._lines = opened.lines() if opened is not None else []
        things = {thing for thing, _fields in opened.things} if opened is not None else set()
        for line in self._lines:
            self._column.addWidget(PlainLabel(line, role="section" if line in things else "", wrap=True))
        self._column.addStretch(1)
        self.restyle()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("What was changed"))

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setSpacing(look.px("half"))
        width = max(self.viewport().width(), look.px("side_least"))
        self.setFixedHeight(max(1, min(self._body.heightForWidth(width), look.px("side_least"))))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.restyle()
