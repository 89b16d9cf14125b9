"""Records found by a part of a name, as the picker finds them."""

from __future__ import annotations

from sqlalchemy import Connection

from workbench.domain.kinds import RecordKind
from workbench.services.catalogue import Catalogue
from workbench.services.picker import Candidate, candidates


def find_records(
    connection: Connection,
    typed: str,
    language: str,
    *,
    kinds: tuple[RecordKind, ...] = tuple(RecordKind),
    limit: int = 8,
) -> list[Candidate]:
    """Return the records that fit what was typed, the best first."""
    catalogue = Catalogue(language)
    catalogue.keep_up(connection, ())
    return candidates(connection, catalogue.find(connection, typed, kinds, limit), language)
