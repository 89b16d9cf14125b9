"""The properties that an archive has beside those of the program, and where they are used."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, func, select

from workbench.domain.kinds import RecordKind
from workbench.domain.properties import PROPERTIES, Property, ValueType
from workbench.store.tables import OwnProperty, Statement
from workbench.store.work import table_of

_OWN, _STATEMENT = table_of(OwnProperty), table_of(Statement)


def own_properties(connection: Connection) -> dict[str, Property]:
    """Return the archive's own properties by key, in the order in which they were made."""
    rows = connection.execute(select(_OWN).order_by(_OWN.c.id)).mappings()
    return {row["key"]: _property(row) for row in rows}


def all_properties(connection: Connection) -> dict[str, Property]:
    """Return every property that a statement can have, ours first."""
    return {**PROPERTIES, **own_properties(connection)}


def _property(row: RowMapping) -> Property:
    kinds = frozenset(RecordKind(kind) for kind in row["kinds"].split())
    value_type = ValueType(row["value_type"])
    return Property(
        row["key"], row["label"], value_type, kinds, bool(row["single"]), own=True, revision=row["revision"]
    )


def property_uses(connection: Connection) -> dict[str, int]:
    """Return how many statements have each property that any has."""
    query = select(_STATEMENT.c.property, func.count()).group_by(_STATEMENT.c.property)
    return dict(connection.execute(query).all())
