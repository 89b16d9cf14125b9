"""Dossiers of records as something to print, and the task of the Records view that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _, active, ngettext
from workbench.qt.history.row_history import RowPast, read_past
from workbench.qt.printing.dossier import EVIDENCE, HISTORY, MENTIONS, QUOTES, dossier_pieces
from workbench.qt.printing.page import PrintPage
from workbench.qt.printing.pieces import Piece
from workbench.qt.printing.subject import Asked, Option, Subject
from workbench.qt.records.pane import Task
from workbench.services.outgoing_dossier import outgoing_dossiers
from workbench.store.queries.dossier import Dossier, read_dossier

if TYPE_CHECKING:
    from workbench.qt.records.view import RecordsView


@dataclass(frozen=True, slots=True)
class _Read:
    """Dossiers with what was changed in each, where that is wanted; `made` says who made them when."""

    dossiers: tuple[tuple[Dossier, RowPast | None], ...]
    made: str


@dataclass(frozen=True, slots=True)
class DossierSubject(Subject):
    """Records, each with everything known about it; `initials` are those of who prints them."""

    record_ids: tuple[str, ...]
    initials: str = ""

    options = (
        Option(EVIDENCE, lambda: _("Evidence")),
        Option(QUOTES, lambda: _("Quotes and translations")),
        Option(MENTIONS, lambda: _("Mentions")),
        Option(HISTORY, lambda: _("History"), checked=False, inside=True, read=True),
    )

    @staticmethod
    @override
    def heading() -> str:
        return _("Print dossier")

    @staticmethod
    @override
    def kept_words() -> tuple[str, str]:
        return (
            _("All that is known about it stays in the room."),
            _("It is not open, so that nothing of it may leave. For inside it can be printed."),
        )

    @staticmethod
    @override
    def document() -> str:
        return _("Dossier")

    @override
    def read(self, connection: Connection, asked: Asked, check: Callable[[], None]) -> _Read | None:
        found: list[tuple[Dossier, RowPast | None]] = []
        if asked.outside:
            dossiers = outgoing_dossiers(connection, self.record_ids, asked.language, check)
            found = [(dossier, None) for dossier in dossiers]
        else:
            for record_id in self.record_ids:
                dossier = read_dossier(connection, record_id, asked.language, check)
                if dossier is not None:
                    past = read_past(connection, record_id, asked.language) if HISTORY in asked.chosen else None
                    found.append((dossier, past))
                check()
        moment = active().date_time(datetime.now().astimezone())
        words = _("Dossier made by {initials}, {moment}") if self.initials else _("Dossier made {moment}")
        made = words.format(initials=self.initials, moment=moment)
        return _Read(tuple(found), made) if found else None

    @override
    def pieces(self, read: _Read, asked: Asked) -> Iterator[Piece]:
        for dossier, past in read.dossiers:
            yield from dossier_pieces(dossier, asked.chosen, read.made, past)

    @override
    def title(self, read: _Read) -> str:
        if len(read.dossiers) == 1:
            return read.dossiers[0][0].detail.name
        count = len(read.dossiers)
        return ngettext("{n} dossier", "{n} dossiers", count).format(n=active().number(count))


class PrintTask(Task):
    """Covers the panes with the dossier of the record at hand, or of all that are selected in the table."""

    def __init__(self, view: RecordsView) -> None:
        super().__init__(view)
        self.page = PrintPage(view.session, DossierSubject)
        self.page.closed.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.setFocusProxy(self.page)
        ids = view.selection.marked if view.work.pane is not None else ()
        if len(ids) < 2:
            known = view.page.known if view.work.on_page else None
            at_hand = known.id if known is not None else view.selection.current
            ids = (at_hand,) if at_hand else ()
        profile = view.session.profile()
        self.page.show_subject(DossierSubject(ids, profile.initials if profile is not None else ""))

    @override
    def refresh(self, changes: Changes) -> None:
        self.page.refresh()
