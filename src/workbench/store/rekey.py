"""Writing the archive anew under another key: what really ends an old passphrase.

The copy is made beside the original, checked, and takes its place in one step; until then the
original is untouched, and a kill leaves only the copy, which the next opening clears away.
"""

from __future__ import annotations

import os
from pathlib import Path

from sqlcipher3 import dbapi2

from workbench.domain.errors import DamagedArchiveError
from workbench.i18n import _
from workbench.store.engine import Key, connect, driver_errors

_COUNTED = ("blob", "change", "operation", "source", "passage", "record", "translation")


def copy_path(path: Path) -> Path:
    """Return where the re-encrypted copy is written: beside the file itself, where `path` is a link."""
    real = path.resolve()
    return real.with_name(f".{real.name}.rekey")


def clear_leftover(path: Path) -> bool:
    """Remove a copy that a killed change of passphrase left; tell whether there was one.

    Only for whoever holds the archive's `WriteLock`: somebody else may be writing that copy.
    """
    leftover = copy_path(path)
    found = leftover.exists()
    for suffix in ("", "-journal", "-wal", "-shm"):
        leftover.with_name(leftover.name + suffix).unlink(missing_ok=True)
    return found


def write_copy(path: Path, old: Key, new: Key) -> Path:
    """Write and check a copy of a closed archive under another key, and return its path.

    Raises:
        ArchiveError: the disk is full or cannot be written to; the copy is gone then.
        DamagedArchiveError: the copy does not hold what the original holds.
    """
    clear_leftover(path)
    target = copy_path(path)
    try:
        with driver_errors(kept=_("The archive is as it was, with its old passphrase.")):
            _export(path, old, new, target)
            # An archive is in WAL mode from its first moment, so that a reader can always open it.
            connect(target, new, read_only=False).close()
            if _facts(path, old) != _facts(target, new):
                raise DamagedArchiveError(
                    _("The new copy is not the same as the archive."),
                    kept=_("The archive is as it was, with its old passphrase."),
                )
    except BaseException:
        clear_leftover(path)
        raise
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    return target


def _export(path: Path, old: Key, new: Key, target: Path) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = connect(path, old, read_only=False)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        # The key is bound as a parameter of ATTACH, so that it is in no statement's text.
        connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(target), new.pragma()))
        connection.execute("PRAGMA fresh.synchronous = FULL")
        connection.execute("SELECT sqlcipher_export('fresh')")
        connection.execute(f"PRAGMA fresh.user_version = {version}")
        connection.execute(f"PRAGMA fresh.application_id = {application}")
        connection.execute("DETACH DATABASE fresh")
    finally:
        connection.close()


def _facts(path: Path, key: Key) -> tuple[object, ...]:
    # Not as a reader: one would leave an empty log, which is how a reader elsewhere shows.
    connection: dbapi2.Connection = connect(path, key, read_only=False)
    try:
        counts = tuple(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _COUNTED)  # noqa: S608 - names from the tuple above
        head = connection.execute("SELECT digest FROM change ORDER BY number DESC LIMIT 1").fetchone()
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        return counts, head and head[0], pages
    finally:
        connection.close()
