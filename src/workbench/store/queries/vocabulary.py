"""The properties and relations that an archive has beside those of the program, and where they are used."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, func, select

from workbench.domain.kinds import RecordKind
from workbench.domain.properties import PROPERTIES, Property, ValueType
from workbench.domain.roles import RELATIONS
from workbench.store.tables import OwnProperty, Relation, Statement
from workbench.store.work import table_of

_OWN, _STATEMENT, _RELATION = table_of(OwnProperty), table_of(Statement), table_of(Relation)

_OFFERED = 100
"""Kinds of relations of the archive's own that are offered at most: more is no vocabulary."""


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


def own_relations(connection: Connection) -> tuple[str, ...]:
    """Return the kinds of relations that somebody has typed, beside ours, those used most first."""
    query = (
        select(_RELATION.c.kind)
        .where(_RELATION.c.kind.not_in(RELATIONS))
        .group_by(_RELATION.c.kind)
        .order_by(func.count().desc(), _RELATION.c.kind)
        .limit(_OFFERED)
    )
    return tuple(connection.execute(query).scalars())
