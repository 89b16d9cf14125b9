"""Which operations are wanted: about one thing, by one person, with some words in their names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.qt.history.words import operation_text
from workbench.store import log
from workbench.store.log import Entry

_STEP = 2_000
"""Operations between two looks whether the person still waits."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the panel lists; `row_id` empty for nothing selected, None for the whole archive.

    `words` are case-folded, and all of them must stand in an operation's name.
    """

    row_id: str | None = None
    author_id: str | None = None
    words: tuple[str, ...] = ()

    def takes(self, entry: Entry) -> bool:
        """Tell whether an operation is by the person and has the words."""
        if self.author_id is not None and entry.operation.author_id != self.author_id:
            return False
        if not self.words:
            return True
        text = operation_text(entry.operation).casefold()
        return all(word in text for word in self.words)


def find_entries(connection: Connection, wanted: Wanted, check: Callable[[], None]) -> list[Entry]:
    """Return the operations that are wanted, the newest first. Reads the whole log: for the worker."""
    if wanted.row_id is not None:
        past = log.history_about(connection, wanted.row_id) if wanted.row_id else []
        known = log.entries(connection, numbers={entry.operation.number for entry in past})
        return [entry for entry in known if wanted.takes(entry)]
    found: list[Entry] = []
    before: int | None = None
    while page := log.entries(connection, limit=_STEP, before=before):
        check()
        found += (entry for entry in page if wanted.takes(entry))
        before = page[-1].operation.number
    return found
