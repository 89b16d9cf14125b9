"""The article as something to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.printing.pieces import Included, Piece, pieces_of
from workbench.qt.printing.subject import Asked, Option, Subject
from workbench.services.outgoing_print import outgoing_printout
from workbench.store.queries.printout import Printout, read_printout


@dataclass(frozen=True, slots=True)
class ArticleSubject(Subject):
    """A source in one of its texts."""

    source_id: str
    text_version_id: str

    options = (
        Option("marks", lambda: _("Passages")),
        Option("notes", lambda: _("Numbered notes"), needs="marks"),
        Option("translations", lambda: _("Translations"), needs="notes"),
    )

    @staticmethod
    @override
    def heading() -> str:
        return _("Print article")

    @staticmethod
    @override
    def kept_words() -> tuple[str, str]:
        return (
            _("All of this text stays in the room."),
            _("It is not open, so that nothing of it may leave. For inside it can be printed."),
        )

    @staticmethod
    @override
    def document() -> str:
        return _("Article")

    @override
    def read(self, connection: Connection, asked: Asked, check: Callable[[], None]) -> Printout | None:
        reads = outgoing_printout if asked.outside else read_printout
        return reads(connection, self.text_version_id, self.source_id, asked.language, check)

    @override
    def pieces(self, read: Printout, asked: Asked) -> Iterator[Piece]:
        yield from pieces_of(read, Included(*(option.key in asked.chosen for option in self.options)))

    @override
    def title(self, read: Printout) -> str:
        return read.source.title
