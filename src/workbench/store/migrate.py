"""Schema versions: made by Alembic, named in the file by major and minor.

A newer minor version adds what an older program may ignore for reading; a newer major version
may not be opened at all (habits: qutebrowser's `misc/sql.py`). `PRAGMA user_version` holds
major × 1000 + minor, so the version is known before any table is read.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine

from workbench.domain.errors import NewerArchiveError, NotAnArchiveError
from workbench.i18n import _
from workbench.store.migrations import adding, versions

MAJOR, MINOR = 1, 3
APPLICATION_ID = 0x534B5259
"""`SKRY` in the file's own header, inside the encryption."""


def version_of(connection: Connection) -> tuple[int, int]:
    """Return the file's schema version as (major, minor); (0, 0) for a new file."""
    number = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
    return divmod(number, 1000)


def check_version(connection: Connection, *, read_only: bool) -> bool:
    """Refuse what this program does not know; return whether a migration is due.

    Raises:
        NotAnArchiveError: an encrypted database of another program.
        NewerArchiveError: written by a newer program; it is left untouched.
    """
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise NotAnArchiveError(_("This file is encrypted, but it is not a Skaryna archive."))
    version = version_of(connection)
    if version[0] > MAJOR or (version > (MAJOR, MINOR) and not read_only):
        raise NewerArchiveError(
            _("This archive was written by a newer version of the program."),
            kept=_("It was not touched."),
            do=_("Open it with the newer version."),
        )
    return version < (MAJOR, MINOR)


def overlay(version: tuple[int, int]) -> list[str]:
    """Return SQL that gives a connection to an archive of an older schema what later ones have added.

    Temporary tables and views hide the file's own of the same name, on that connection and in
    memory only: so a file that may only be read is read as if it had been migrated.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(versions.__path__))
    modules = [import_module(f"{versions.__name__}.{name}") for name in names]
    return adding.stand_in(cast("adding.Step", module) for module in modules if version < module.SCHEMA)


def migrate(engine: Engine) -> None:
    """Bring the schema up to this program's version, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {MAJOR * 1000 + MINOR}")
