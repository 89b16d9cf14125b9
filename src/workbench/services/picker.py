"""Finding a record by a part of its name, in any of the languages and scripts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.languages.matching import rank
from workbench.store.queries.records import name_keys, names_of, record_names


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant: its name in the interface language, and all its other names."""

    record_id: str
    kind: str
    name: str
    others: tuple[str, ...]


def find_records(
    connection: Connection, typed: str, language: str, *, kinds: frozenset[str] = frozenset(), limit: int = 8
) -> list[Candidate]:
    """Return the records that fit what was typed, the best first; all kinds where none are given."""
    keys = [key for key in name_keys(connection) if not kinds or key.kind in kinds]
    ranked = rank(typed, ((key.record_id, key.value, key.folded) for key in keys), limit=limit)
    kind_of = {key.record_id: key.kind for key in keys}
    shown, names = record_names(connection, ranked, language), names_of(connection, ranked)
    return [
        Candidate(
            record_id,
            kind_of[record_id],
            shown[record_id],
            tuple(dict.fromkeys(name.value for name in names[record_id] if name.value != shown[record_id])),
        )
        for record_id in ranked
    ]
