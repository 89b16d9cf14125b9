"""Bundles that have left the room."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from workbench.store.log import CHANGE, OPERATION
from workbench.store.tables import Export, Profile
from workbench.store.work import table_of


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One export as the log tells it.

    `moment` is UTC, ISO 8601 with milliseconds; `author` and `initials` are empty where nobody
    was at work; `manifest_digest` is what the bundle's verdict gives, the SHA-256 (hex) of
    `tagmanifest-sha256.txt`.
    """

    id: str
    moment: str
    author: str
    initials: str
    title: str
    languages: tuple[str, ...]
    quotes: int
    files: int
    manifest_digest: str


def list_exports(connection: Connection, *, manifest_digest: str | None = None) -> list[ExportRow]:
    """Return the exports, the newest first; only those of one manifest where a digest is given."""
    export, profile = table_of(Export), table_of(Profile)
    query = (
        select(export, OPERATION.c.moment, profile.c.name, profile.c.initials)
        .join(CHANGE, (CHANGE.c.table_name == "export") & (CHANGE.c.row_id == export.c.id))
        .join(OPERATION, OPERATION.c.number == CHANGE.c.operation)
        .outerjoin(profile, profile.c.id == OPERATION.c.author_id)
        .order_by(OPERATION.c.number.desc())
    )
    if manifest_digest is not None:
        query = query.where(export.c.manifest_digest == manifest_digest)
    return [
        ExportRow(
            id=row["id"],
            moment=row["moment"],
            author=row["name"] or "",
            initials=row["initials"] or "",
            title=row["title"],
            languages=tuple(row["languages"].split(",")) if row["languages"] else (),
            quotes=row["quotes"],
            files=row["files"],
            manifest_digest=row["manifest_digest"],
        )
        for row in connection.execute(query).mappings()
    ]
