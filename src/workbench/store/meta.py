"""Facts about the archive itself, one row a key: its id, whether it is open, what is under way."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from workbench.store.log import last_operation
from workbench.store.tables import Meta
from workbench.store.work import table_of

META = table_of(Meta)

STALE = "stale"
"""What the key `index` says while the search index could not be kept in step with the rows."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """The program did not close this archive: when the last saved change was, and what was under way.

    `moment` is UTC ISO 8601 or None where nothing was ever saved; `activity` is a key of
    `ACTIONS` or empty, `subject` what it was about (a file's name).
    """

    moment: str | None
    activity: str
    subject: str = ""


def set_meta(connection: Connection, **values: str) -> None:
    """Write facts, whether or not they were there."""
    for key, value in values.items():
        statement = upsert(META).values(key=key, value=value)
        connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def read_meta(connection: Connection) -> dict[str, str]:
    """Return all facts."""
    return dict(connection.execute(select(META.c.key, META.c.value)).all())


def recovery_of(connection: Connection) -> Recovery | None:
    """Return what is to be told where the archive is still noted as open, or None."""
    state = read_meta(connection)
    if not state.get("open"):
        return None
    last = last_operation(connection)
    return Recovery(last.moment if last else None, state.get("activity", ""), state.get("subject", ""))
