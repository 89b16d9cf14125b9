"""Records as the picker offers them: those that were found, and those that a new one may be a twin of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from workbench.domain.kinds import RecordKind
from workbench.languages.sameness import POSSIBLE
from workbench.services.sameness import Twins
from workbench.store.queries.records import names_of, record_dates, record_kinds, record_names


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant: its name in the interface language, and all its other names.

    `date` is EDTF, empty where none is known: an event's date, a life, or the years of an organisation.
    `twin` where no name of it fits what was typed, but a new record named so may be the same.
    """

    record_id: str
    kind: str
    name: str
    others: tuple[str, ...]
    date: str = ""
    twin: bool = False


def candidates(connection: Connection, record_ids: Sequence[str], language: str) -> list[Candidate]:
    """Return records as the picker shows them, in the order given; ids that are not there are left out."""
    kinds = record_kinds(connection, record_ids)
    shown, names = record_names(connection, record_ids, language), names_of(connection, record_ids)
    dates = record_dates(connection, record_ids)
    return [
        Candidate(
            record_id,
            kinds[record_id],
            shown[record_id],
            tuple(dict.fromkeys(name.value for name in names[record_id] if name.value != shown[record_id])),
            dates.get(record_id, ""),
        )
        for record_id in record_ids
        if record_id in kinds and record_id in shown
    ]


def possible_twins(
    connection: Connection,
    twins: Twins,
    name: str,
    tag: str,
    language: str,
    *,
    kinds: Sequence[RecordKind],
    limit: int = 3,
) -> list[Candidate]:
    """Return records that a new one with this name (BCP 47 tag) may be a twin of, the likeliest first.

    They are found by what names sound like and mean in each other's language (Язэп, Иосиф).
    """
    near = [each for kind in kinds for each in twins.of_names(connection, kind.value, [(name, tag)], language)]
    near.sort(key=lambda each: -each.score)
    found = [each.record_id for each in near if each.score >= POSSIBLE][:limit]
    return [replace(each, twin=True) for each in candidates(connection, found, language)]
