from __future__ import annotations

from contextlib import closing

import pytest
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from rooms import Room, key_of
from workbench.domain.errors import ArchiveError, DamagedArchiveError
from workbench.store import engine
from workbench.store.engine import check_driver, connect, driver_errors, known_error, make_engine

SETTINGS = {
    "foreign_keys": 1,
    "synchronous": 2,
    "temp_store": 2,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "cache_size": -65536,
    "journal_mode": "wal",
}


@pytest.mark.parametrize("read_only", [False, True])
def test_every_connection_has_the_settings_that_promises_rest_on(room: Room, read_only: bool) -> None:
    with closing(connect(room.path, key_of(room.path), read_only=read_only)) as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in SETTINGS}
        assert found == SETTINGS
        assert connection.execute("PRAGMA query_only").fetchone()[0] == int(read_only)
        assert connection.execute("PRAGMA cipher_version").fetchone()[0]


def test_a_reader_cannot_write(room: Room) -> None:
    with closing(connect(room.path, key_of(room.path), read_only=True)) as connection:
        with pytest.raises(dbapi2.OperationalError, match="readonly"):
            connection.execute("DELETE FROM profile")
        with pytest.raises(dbapi2.OperationalError, match="readonly"):
            connection.execute("CREATE TABLE more (id)")


def test_readers_see_one_state_while_somebody_writes(room: Room) -> None:
    with room.archive.read() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM record").scalar()
        room.person("Alena")
        assert connection.exec_driver_sql("SELECT count(*) FROM record").scalar() == before
    with room.archive.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM record").scalar() == 1


def test_errors_of_the_driver_hold_no_parameters(room: Room) -> None:
    made = make_engine(room.path, key_of(room.path), read_only=True)
    try:
        with pytest.raises(DBAPIError) as refusal, made.connect() as connection:
            connection.exec_driver_sql("SELECT * FROM nothing WHERE name = ?", ("Зялёная Бухта",))
        assert "Бухта" not in str(refusal.value)
        assert "hide_parameters" in str(refusal.value)
    finally:
        made.dispose()


def test_an_old_or_plain_driver_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    check_driver()
    monkeypatch.setattr(engine, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(ArchiveError, match="too old or cannot encrypt"):
        check_driver()


@pytest.mark.parametrize(
    ("code", "words", "kind", "what"),
    [
        (13, "database or disk is full", ArchiveError, "The disk is full."),
        (11, "database disk image is malformed", DamagedArchiveError, "damaged"),
        (26, "file is not a database", DamagedArchiveError, "damaged"),
        (10, "disk I/O error", ArchiveError, "could not be read or written"),
        (8, "attempt to write a readonly database", ArchiveError, "could not be read or written"),
        (14, "unable to open database file", ArchiveError, "could not be read or written"),
        (5, "database is locked", ArchiveError, "keeps the archive busy"),
    ],
)
def test_known_errors_are_told(code: int, words: str, kind: type[ArchiveError], what: str) -> None:
    for with_code in (True, False):
        error = dbapi2.OperationalError(words)
        if with_code:
            error.sqlite_errorcode = code
        known = known_error(error)
        assert type(known) is kind
        assert what in known.what
        assert known.kept
        assert known.do
        with pytest.raises(kind, match=what), driver_errors():
            raise error


def test_bugs_stay_bugs() -> None:
    assert known_error(dbapi2.ProgrammingError("no such table: x")) is None
    assert known_error(ValueError("disk is full")) is None
    with pytest.raises(dbapi2.ProgrammingError), driver_errors():
        raise dbapi2.ProgrammingError("no such table: x")
