"""The words of the translation memory: derived data, which serve a look-up until its index is made in memory.

`search_memory` is an FTS5 index of single words, without their places and the texts themselves. A
segment stands in it under its number; a translation n of `search_side` under -2n with the words
that it translates and under -2n-1 with its own.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

from workbench.domain.changes import Change

HASH_BYTES = 64 * 1024 * 1024
"""What FTS5 gathers in memory before it writes: of a large file fewer parts, which are put together less often."""

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS search_side (number INTEGER PRIMARY KEY, row_id TEXT NOT NULL UNIQUE)",
    """CREATE VIRTUAL TABLE IF NOT EXISTS search_memory USING fts5(
        body, content='', contentless_delete=1, detail='none', tokenize='unicode61 remove_diacritics 2')""",
    f"INSERT INTO search_memory(search_memory, rank) VALUES ('hashsize', {HASH_BYTES})",  # noqa: S608 - a number
)
NAMES = ("search_side", "search_memory")
"""What `SCHEMA` makes."""

RETIRED = "search_memory_added"
"""A trigger that archives of before 23 November 2026 may have; beside `add_segments` it would index twice."""

_REMOVE = (
    "DELETE FROM search_memory WHERE rowid = (SELECT -2 * number FROM search_side WHERE row_id = :id)",
    "DELETE FROM search_memory WHERE rowid = (SELECT -2 * number - 1 FROM search_side WHERE row_id = :id)",
)
_ADD = (
    "INSERT OR IGNORE INTO search_side(row_id) VALUES (:id)",
    "INSERT INTO search_memory(rowid, body) SELECT -2 * number, :quote_text FROM search_side WHERE row_id = :id",
    "INSERT INTO search_memory(rowid, body) SELECT -2 * number - 1, :text FROM search_side WHERE row_id = :id",
)
_FILL = (
    "INSERT INTO search_side(row_id) SELECT id FROM translation WHERE text != ''",
    """INSERT INTO search_memory(rowid, body)
        SELECT -2 * s.number, t.quote_text FROM search_side s JOIN translation t ON t.id = s.row_id""",
    """INSERT INTO search_memory(rowid, body)
        SELECT -2 * s.number - 1, t.text FROM search_side s JOIN translation t ON t.id = s.row_id""",
    "INSERT INTO search_memory(rowid, body) SELECT number, text FROM memory_segment",
)
_ADD_SEGMENTS = text(
    "INSERT INTO search_memory(rowid, body) SELECT number, text FROM memory_segment WHERE number > :above"
)


def fill(connection: Connection) -> None:
    """Put everything into the index, which is empty."""
    for statement in _FILL:
        connection.execute(text(statement))


def last_segment(connection: Connection) -> int:
    """Return the greatest number of a segment, 0 where there is none."""
    return connection.execute(text("SELECT max(number) FROM memory_segment")).scalar() or 0


def add_segments(connection: Connection, above: int) -> int:
    """Put the segments with a number above one into the index, which has none of them; returns the last number.

    Many at once, and not by a trigger: FTS5 writes what it gathered at the end of every statement that
    a trigger belongs to, and a row at a time takes several times as long.
    """
    connection.execute(_ADD_SEGMENTS, {"above": above})
    return last_segment(connection)


def update(connection: Connection, changes: Iterable[Change]) -> None:
    """Bring the index in step with the translations that an operation changed; segments never change."""
    gone, fresh = [], []
    for change in changes:
        if change.table != "translation" or not change.fields & {"text", "quote_text"}:
            continue
        if change.before is not None:
            gone.append({"id": change.row_id})
        if change.after is not None and change.after["text"]:
            facts = {name: change.after[name] for name in ("text", "quote_text")}
            fresh.append({"id": change.row_id, **facts})
    for statements, rows in ((_REMOVE, gone), (_ADD, fresh)):
        for statement in statements if rows else ():
            connection.execute(text(statement), rows)
