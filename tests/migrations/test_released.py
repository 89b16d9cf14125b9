"""Archives of every released schema, kept as plain SQL so that no model's change can hide a migration's fault."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlcipher3 import dbapi2
from sqlmodel import SQLModel

from rooms import CHEAP, PASSPHRASE, PROFILE, Room, index_of, key_of, open_room, rows_of
from workbench.domain.inputs import NoteInput
from workbench.languages.fold import fold
from workbench.services import passages
from workbench.services.archives import create_archive
from workbench.services.checks import check_archive
from workbench.store.migrate import MAJOR, MINOR
from workbench.store.queries.search import search
from workbench.vault import keys

RELEASED = sorted(Path(__file__).parent.glob("archive-*.sql"))
ROWS = {
    "profile": 1, "source": 1, "text_version": 1, "passage": 4, "note": 1, "tag": 1, "passage_tag": 1, "record": 3,
    "name": 4, "mention": 1, "statement": 2, "participation": 1, "relation": 0, "evidence": 3, "quote": 1,
    "translation": 1, "export": 0, "capture": 0, "published_translation": 0, "carrying": 0, "rejection": 0,
    "inflection": 0, "own_property": 0, "merging": 0, "not_same": 0,
    "quote_mark": 0, "assignment": 0, "comment": 0, "review": 0, "back_translation": 0, "waiver": 0, "proposal": 0,
    "concept": 0, "term": 0, "own_word": 0, "memory_batch": 0, "machine_model": 0,
}  # fmt: skip
MORE = {
    "archive-1.1": {"source": 2, "text_version": 3, "capture": 1, "published_translation": 1, "carrying": 1,
                    "rejection": 1},
    "archive-1.2": {"source": 2, "text_version": 3, "capture": 1, "published_translation": 1, "carrying": 1,
                    "rejection": 1, "inflection": 1, "own_property": 1, "merging": 1, "not_same": 1, "record": 4,
                    "name": 5, "statement": 3, "evidence": 4},
    "archive-1.3": {"source": 2, "text_version": 3, "capture": 1, "published_translation": 1, "carrying": 1,
                    "rejection": 1, "inflection": 1, "own_property": 1, "merging": 1, "not_same": 1, "record": 4,
                    "name": 6, "statement": 3, "evidence": 4, "quote_mark": 1, "assignment": 1, "comment": 1,
                    "review": 1, "back_translation": 1, "waiver": 1, "proposal": 1, "concept": 1, "term": 1,
                    "own_word": 1, "memory_batch": 1, "machine_model": 1},
}  # fmt: skip
"""What an archive of a later schema has beside that."""

OWN = ("search_", "sqlite_", "alembic_")


def write_released(script: Path, path: Path) -> None:
    """Make an archive file from SQL with the driver alone."""
    key = keys.derive(PASSPHRASE, b"salt of a stick.", CHEAP)
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute(f'PRAGMA key = "{key.pragma()}"')
        connection.execute("PRAGMA cipher_page_size = 4096")
        connection.executescript(script.read_text(encoding="utf-8"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest) -> Path:
    script: Path = request.param
    return script


@pytest.fixture
def old(released: Path, tmp_path: Path) -> Path:
    path = tmp_path / "old.archive"
    write_released(released, path)
    return path


@pytest.fixture
def rows(released: Path) -> dict[str, int]:
    """How many rows of each table the archive has."""
    return {**ROWS, **MORE.get(released.stem, {})}


def test_there_is_one_of_every_released_schema() -> None:
    assert f"archive-{MAJOR}.{MINOR}" in {path.stem for path in RELEASED}


def test_an_archive_of_a_released_version_opens_with_all_that_is_in_it(old: Path, rows: dict[str, int]) -> None:
    archive = open_room(old)
    with archive.read() as connection:
        profile = next(iter(rows_of(archive)["profile"]))
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == MAJOR * 1000 + MINOR
        assert [hit.kind for hit in search(connection, "крэсла", fold)] == ["translation"]
    room = Room(old, archive, profile)
    try:
        found = room.rows()
        assert {name: len(there) for name, there in found.items()} == rows
        assert next(iter(found["quote"].values()))["published_language"] == "en"
        room.assert_sound()
        room.redo()
        assert len(room.rows()["relation"]) == 1
        while any(found for name, found in room.rows().items() if name != "profile"):
            room.undo()
        room.redo()
        version = next(iter(room.rows()["text_version"]))
        room.do(passages.add_note(version, passages.Span(0, 3), NoteInput(body="новая")))
        room.assert_sound()
        room.reopen()
        room.assert_sound()
    finally:
        room.archive.close()


def test_opened_for_reading_it_stays_as_it_was(old: Path, rows: dict[str, int]) -> None:
    before = old.read_bytes()
    with closing(open_room(old, read_only=True)) as archive:
        assert {name: len(found) for name, found in rows_of(archive).items()} == rows
        assert check_archive(archive).problems == ()
    assert old.read_bytes() == before


def _schema(connection: Any) -> dict[str, Any]:
    """Describe tables, columns, indexes and foreign keys, whatever the text that made them looked like."""
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found: dict[str, Any] = {}
    for table in sorted(name for name in tables if not name.startswith(OWN)):
        columns = [tuple(row)[1:4] + tuple(row)[5:] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        indexes = set()
        for _number, name, unique, _origin, _partial in connection.execute(f'PRAGMA index_list("{table}")').fetchall():
            on = tuple(row[2] for row in connection.execute(f'PRAGMA index_info("{name}")'))
            indexes.add((unique, on, "" if name.startswith("sqlite_autoindex") else name))
        ties = {tuple(row)[2:] for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')}
        ((sql,),) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchall()
        rules = (sql.upper().count("DEFERRABLE INITIALLY DEFERRED"), sql.upper().count("CHECK"))
        found[table] = (columns, indexes, ties, rules)
    return found


def _schema_of_file(path: Path) -> dict[str, Any]:
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute(f'PRAGMA key = "{key_of(path).pragma()}"')
        return _schema(connection)


def test_a_migrated_archive_a_new_one_and_the_models_have_one_schema(old: Path, tmp_path: Path) -> None:
    open_room(old).close()
    fresh = tmp_path / "fresh.archive"
    create_archive(fresh, PASSPHRASE, PROFILE, parameters=CHEAP).archive.close()
    engine = create_engine("sqlite://", module=dbapi2)
    SQLModel.metadata.create_all(engine)
    raw = engine.raw_connection()
    try:
        wanted = _schema(raw.driver_connection)
    finally:
        raw.close()
        engine.dispose()
    assert len(wanted) == len(ROWS) + 5
    assert _schema_of_file(fresh) == wanted
    assert _schema_of_file(old) == wanted


def test_the_index_of_a_migrated_archive_is_made_from_its_rows(old: Path) -> None:
    with closing(open_room(old)) as archive:
        assert {row[0] for row in index_of(archive)} == {"name", "note", "source", "statement", "text", "translation"}
