"""Passages at the side of a pane: each opens in its source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.base import Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.session import Place, Session, ViewName
from workbench.store.queries.passages import list_passages

_MOST = 200
"""Passages that are listed at most."""


def go_to_passage(session: Session, passage_id: str) -> None:
    """Open a passage in its source."""
    with session.read() as connection:
        found = list_passages(connection, [passage_id])
    for row in found:
        session.go(Place(ViewName.SOURCES, source_id=row.source_id, passage_id=row.id))


class CitedList(Live, QWidget):
    """The passages of one thing; hidden while there are none to show. Enter or a click opens one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._ids: tuple[str, ...] = ()
        self.title = PlainLabel(lambda: _("Passages"), role="small")
        self.list = LineList(lambda: _("Passages"), rows=2)
        self.list.chosen.connect(lambda passage_id: go_to_passage(session, passage_id))
        self.list.clicked.connect(lambda _index: go_to_passage(session, self.list.current_id()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.title)
        self._column.addWidget(self.list, 1)
        self.restyle()

    def show_passages(self, ids: Sequence[str]) -> None:
        """List the passages with these ids."""
        wanted = tuple(ids[:_MOST])
        if wanted != self._ids:
            self._ids = wanted
            with self._session.read() as connection:
                rows = {row.id: row for row in list_passages(connection, list(wanted))}
            self.list.set_lines(
                Line(row.id, f"“{row.exact}”", row.source_title) for key in wanted if (row := rows.get(key)) is not None
            )
        self.setVisible(bool(wanted))

    def take_focus(self) -> None:
        """Go to the first passage."""
        if not self.list.current_id():
            self.list.step(1)
        self.list.setFocus()

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self.title.setContentsMargins(gap, gap, gap, 0)
        self._column.setSpacing(current_look().px("step"))
