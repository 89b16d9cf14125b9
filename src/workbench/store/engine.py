"""Connections to one SQLCipher file, with the settings that the archive's promises rest on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from workbench.domain.errors import ArchiveError, DamagedArchiveError
from workbench.i18n import _

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can damage a database when the write-ahead log is reset (SQLite, 3.51.3 release notes)."""

PAGE_SIZE = 4096
CACHE_KIBIBYTES = 64 * 1024


class Key(Protocol):
    """What opens a file: `vault.keys.ArchiveKey`, known here only by what the driver needs."""

    def pragma(self) -> str:
        """Return `x'<64 hex digits of key><32 hex digits of salt>'`."""
        ...

    def wipe(self) -> None:
        """Overwrite the key in memory as far as Python allows."""
        ...


def check_driver() -> None:
    """Refuse to start on a driver that could lose or leak data.

    Raises:
        ArchiveError: SQLite is too old, or the driver has no SQLCipher in it.
    """
    connection = dbapi2.connect(":memory:")
    try:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
        if not (cipher and cipher[0]) or dbapi2.sqlite_version_info < OLDEST_SQLITE:
            raise ArchiveError(
                _("The database driver on this machine is too old or cannot encrypt."),
                do=_("Install the program again with the versions it asks for."),
            )
    finally:
        connection.close()


def connect(path: Path, key: Key, *, read_only: bool, overlay: Sequence[str] = ()) -> Any:
    """Open one driver connection. The key never goes through SQLAlchemy, whose errors name parameters.

    `overlay` is SQL for the connection's own temporary schema, in memory (see `migrate.overlay`).
    """
    connection = connect_to_pages(path, key, read_only=read_only)
    try:
        for pragma in (
            "foreign_keys = ON",
            "synchronous = FULL",
            "temp_store = MEMORY",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            f"cache_size = -{CACHE_KIBIBYTES}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        for statement in overlay:
            connection.execute(statement)
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_pages(path: Path, key: Key, *, read_only: bool) -> Any:
    """Open a driver connection that has read nothing yet: enough to ask which pages are damaged."""
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{_access(path, read_only=read_only)}",
        uri=True,
        isolation_level=None,  # transactions are begun by `_begin`, not by the driver's guess
        check_same_thread=False,
        timeout=10,
    )
    try:
        for pragma in ("cipher_log_level = NONE", f'key = "{key.pragma()}"', f"cipher_page_size = {PAGE_SIZE}"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _access(path: Path, *, read_only: bool) -> str:
    if not read_only:
        return "mode=rw"
    # SQLite makes files beside an archive even to read it, which a write-protected drive does not
    # let it; there nobody else can write either, so that the file may be taken as it is. What a
    # crash left beside it would be overlooked then, so such an archive is not opened there.
    log_file = path.with_name(path.name + "-wal")
    left = log_file.exists() and log_file.stat().st_size > 0
    return "mode=ro&immutable=1" if _write_protected(path) and not left else "mode=ro"


def _write_protected(path: Path) -> bool:
    if sys.platform == "win32":
        return False
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except OSError:  # it is not there, which opening it will say
        return False


def make_engine(path: Path, key: Key, *, read_only: bool, overlay: Sequence[str] = ()) -> Engine:
    """Return an engine whose transactions start with BEGIN (readers) or BEGIN IMMEDIATE (the writer)."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, read_only=read_only, overlay=overlay),
        poolclass=QueuePool,
        pool_size=4 if read_only else 1,
        max_overflow=8 if read_only else 0,
        hide_parameters=True,
    )
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def retire(engine: Engine, *, seconds: float = 10.0) -> None:
    """Close an engine's connections, waiting for those that somebody still reads through."""
    pool, end = engine.pool, time.monotonic() + seconds
    while isinstance(pool, QueuePool) and pool.checkedout() and time.monotonic() < end:
        time.sleep(0.005)
    engine.dispose()


_DISK_FULL = 13
_IO_ERROR = 10
_READ_ONLY = 8
_CORRUPT = 11
_NOT_A_DATABASE = 26
_CANNOT_OPEN = 14


def known_error(error: BaseException, *, kept: str = "") -> ArchiveError | None:
    """Translate a driver's error that a person can do something about; None for a bug."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    text = str(original).lower() if isinstance(original, dbapi2.Error) else ""
    primary = code & 0xFF if isinstance(code, int) else None
    if primary == _DISK_FULL or "disk is full" in text:
        return ArchiveError(
            _("The disk is full."),
            kept=kept or _("Everything that was saved before is kept; this change is not."),
            do=_("Make room and do it again."),
        )
    if primary in (_CORRUPT, _NOT_A_DATABASE) or "malformed" in text or "not a database" in text:
        return DamagedArchiveError(
            _("The archive file is damaged: a part of it cannot be read."),
            kept=kept or _("Nothing was changed."),
            do=_("Copy the file before anything else, then run “check”, or go back to an earlier copy."),
        )
    if (
        primary in (_IO_ERROR, _READ_ONLY, _CANNOT_OPEN)
        or "disk i/o" in text
        or "readonly" in text
        or "unable to open" in text
    ):
        return ArchiveError(
            _("The archive file could not be read or written."),
            kept=kept or _("Everything that was saved before is kept; this change is not."),
            do=_("Check that the stick or disk is still there and may be written to."),
        )
    if "locked" in text or "busy" in text:
        return ArchiveError(
            _("Another program keeps the archive busy."), kept=_("Nothing was changed."), do=_("Try again in a moment.")
        )
    return None


@contextmanager
def driver_errors(*, kept: str = "") -> Iterator[None]:
    """Turn the driver's errors inside the block into `ArchiveError`s where they are known."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        known = known_error(error, kept=kept)
        if known is None:
            raise
        raise known from None


Fold = Callable[[str], str]
"""Turns a name into its key across scripts; the store does not know how (`languages.fold`)."""
