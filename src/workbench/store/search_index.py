"""The search index: derived data, kept in step with the log and rebuilt at will.

`search_item` holds the searchable texts with where they come from, `search_words` is an FTS5
trigram index over them (case and accents are ignored). For names and titles `folded` holds
their key across scripts, so that Cyrillic finds Latin and the other way round. Of a source's
texts only the newest is in it. `memory_index` has the words of the translation memory beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from workbench.domain.changes import Change
from workbench.domain.structure import blocks_from_json
from workbench.store import memory_index
from workbench.store.engine import Fold
from workbench.store.queries.versions import is_newest
from workbench.store.tables import Name, Note, Source, Statement, TextVersion, Translation
from workbench.store.work import read_blob, table_of

SCHEMA = (
    """CREATE TABLE IF NOT EXISTS search_item (
        number INTEGER PRIMARY KEY, kind TEXT NOT NULL, row_id TEXT NOT NULL,
        position INTEGER NOT NULL, body TEXT NOT NULL, folded TEXT NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS ix_search_item_row ON search_item (row_id)",
    """CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
        body, folded, content='search_item', content_rowid='number',
        tokenize='trigram case_sensitive 0 remove_diacritics 1')""",
    """CREATE TRIGGER IF NOT EXISTS search_item_added AFTER INSERT ON search_item BEGIN
        INSERT INTO search_words(rowid, body, folded) VALUES (new.number, new.body, new.folded); END""",
    """CREATE TRIGGER IF NOT EXISTS search_item_removed AFTER DELETE ON search_item BEGIN
        INSERT INTO search_words(search_words, rowid, body, folded)
        VALUES ('delete', old.number, old.body, old.folded); END""",
    *memory_index.SCHEMA,
)
_NAMES = ("search_item", "search_words", "ix_search_item_row", "search_item_added", "search_item_removed")

_DROP = "DROP TABLE IF EXISTS {name}"
_FORM = (
    "CREATE TABLE IF NOT EXISTS {name}_config(k PRIMARY KEY, v) WITHOUT ROWID",
    "INSERT OR REPLACE INTO {name}_config VALUES ('version', {version})",
)
_WORDS = {"search_words": 4, "search_memory": 5}
"""The tables of FTS5, with the version of its form: one that may delete without content has another."""

_REMOVE = text("DELETE FROM search_item WHERE row_id = :id")
_INSERT = text(
    "INSERT INTO search_item(kind, row_id, position, body, folded) VALUES (:kind, :row_id, :position, :body, :folded)"
)
_FIELD = {"name": "value", "note": "body", "translation": "text", "statement": "value", "source": "title"}
_DAMAGED = frozenset({1, 11, 26})
"""SQLite's primary result codes ERROR (a missing table), CORRUPT and NOTADB."""

_FOLDED = frozenset({"name", "source"})
_MODELS = (Name, Note, Translation, Statement, Source, TextVersion)


def create(connection: Connection) -> None:
    """Make the index's tables where they are missing."""
    for statement in SCHEMA:
        connection.execute(text(statement))


def rebuild(connection: Connection, fold: Fold) -> None:
    """Drop the index, whatever state it is in, and make it anew from the rows."""
    connection.execute(text(f"DROP TRIGGER IF EXISTS {memory_index.RETIRED}"))
    for name, version in _WORDS.items():
        _drop(connection, name, version)
    connection.execute(text("DROP TABLE IF EXISTS search_item"))
    connection.execute(text("DROP TABLE IF EXISTS search_side"))
    create(connection)
    for kind, row in _everything(connection):
        _add(connection, kind, row, fold)
    memory_index.fill(connection)


def _drop(connection: Connection, name: str, version: int) -> None:
    drop = text(_DROP.format(name=name))
    try:
        with connection.begin_nested():
            connection.execute(drop)
    except DBAPIError:
        # FTS5 opens a table even to drop it, and only where it knows the version of its form.
        for statement in _FORM:
            connection.execute(text(statement.format(name=name, version=version)))
        connection.execute(drop)


def _everything(connection: Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every row that is searched in, with its table's name."""
    for model in _MODELS:
        query = select(table_of(model))
        if model is TextVersion:
            query = query.where(is_newest())
        for row in connection.execute(query).mappings():
            yield str(model.__tablename__), dict(row)


def is_another(connection: Connection) -> bool:
    """Tell whether a part of the index is not there, or one that it no longer has."""
    found = set(connection.execute(text("SELECT name FROM sqlite_master")).scalars())
    return not found.issuperset((*_NAMES, *memory_index.NAMES)) or memory_index.RETIRED in found


def is_damage(error: DBAPIError) -> bool:
    """Tell whether an error can come from an index that is damaged or has a part missing."""
    return getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in _DAMAGED


def update(connection: Connection, changes: Iterable[Change], fold: Fold) -> None:
    """Bring the index in step with what an operation changed, each row once."""
    changes = list(changes)
    memory_index.update(connection, changes)
    sources: dict[str, None] = {}
    gone: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    for change in changes:
        if change.table not in _FIELD and change.table != "text_version":
            continue
        if change.before is not None:
            gone.append({"id": change.row_id})
        if change.table == "text_version":
            sources |= {row["source_id"]: None for row in (change.before, change.after) if row is not None}
        elif change.after is not None:
            items += _items(connection, change.table, change.after, fold)
    if gone:
        connection.execute(_REMOVE, gone)
    if items:
        connection.execute(_INSERT, items)
    for source_id in sources:
        _add_newest(connection, source_id, fold)


def _add_newest(connection: Connection, source_id: str, fold: Fold) -> None:
    """Have the newest text of a source in the index, and no other."""
    table = table_of(TextVersion)
    query = select(table).where(table.c.source_id == source_id).order_by(table.c.number.desc())
    rows = connection.execute(query).mappings().all()
    for row in rows:
        connection.execute(_REMOVE, {"id": row["id"]})
    for row in rows[:1]:
        _add(connection, "text_version", dict(row), fold)


def _add(connection: Connection, kind: str, row: dict[str, Any], fold: Fold) -> None:
    items = list(_items(connection, kind, row, fold))
    if items:
        connection.execute(_INSERT, items)


def _items(connection: Connection, kind: str, row: dict[str, Any], fold: Fold) -> Iterator[dict[str, Any]]:
    if kind == "text_version":
        whole = read_blob(connection, row["digest"]).decode()
        for block in blocks_from_json(read_blob(connection, row["blocks_digest"])):
            body = whole[block.start : block.end]
            yield {"kind": "text", "row_id": row["id"], "position": block.start, "body": body, "folded": ""}
    elif row[_FIELD[kind]] and not row.get("place_id"):  # a place's value is its record's id
        body = row[_FIELD[kind]]
        folded = fold(body) if kind in _FOLDED else ""
        yield {"kind": kind, "row_id": row["id"], "position": 0, "body": body, "folded": folded}
