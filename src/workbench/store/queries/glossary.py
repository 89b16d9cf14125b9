"""The glossary: concepts with their terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from workbench.domain.kinds import TermStatus
from workbench.store.tables import Concept, Term
from workbench.store.work import table_of

_CONCEPT, _TERM = table_of(Concept), table_of(Term)

_FEW = 500
"""Concepts that are asked for by their ids; of more, everything is read."""


@dataclass(frozen=True, slots=True)
class TermRow:
    """One word or phrase for a concept in one language; `reason` says why it is forbidden."""

    id: str
    revision: int
    concept_id: str
    tag: str
    value: str
    status: TermStatus
    reason: str
    part_of_speech: str


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """An entry of the glossary with its terms, in the order in which they were given."""

    id: str
    revision: int
    subject: str
    definition: str
    note: str
    terms: tuple[TermRow, ...] = ()


def glossary(connection: Connection, concept_ids: Iterable[str] | None = None) -> list[ConceptRow]:
    """Return concepts in the order in which they were made; all of them where no ids are given: for the worker."""
    concepts = select(_CONCEPT).order_by(_CONCEPT.c.id)
    terms = select(_TERM).order_by(_TERM.c.id)
    wanted = None if concept_ids is None else set(concept_ids)
    if wanted is not None and len(wanted) <= _FEW:
        concepts, terms = concepts.where(_CONCEPT.c.id.in_(wanted)), terms.where(_TERM.c.concept_id.in_(wanted))
    by_concept: dict[str, list[TermRow]] = {}
    for row in connection.execute(terms).mappings():
        facts = {**row, "status": TermStatus(row["status"])}
        by_concept.setdefault(row["concept_id"], []).append(TermRow(**facts))
    return [
        ConceptRow(**row, terms=tuple(by_concept.get(row["id"], ())))
        for row in connection.execute(concepts).mappings()
        if wanted is None or row["id"] in wanted
    ]


def names_like(connection: Connection, folded: str, limit: int) -> list[tuple[str, str]]:
    """Return ids and kinds of records with a name that has `folded`, a key across scripts, in it; none for all."""
    query = text(
        "SELECT DISTINCT name.record_id, record.kind FROM name JOIN record ON record.id = name.record_id"
        " JOIN search_item ON search_item.row_id = name.id AND search_item.kind = 'name'"
        " WHERE instr(search_item.folded, :folded) > 0 OR :folded = '' ORDER BY name.record_id LIMIT :limit"
    )
    return [(row[0], row[1]) for row in connection.execute(query, {"folded": folded, "limit": limit})]
