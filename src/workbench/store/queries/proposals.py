"""Wordings from outside that wait for a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, select

from workbench.domain.kinds import Origin, Trouble
from workbench.store.tables import Passage, Proposal, Quote, Translation
from workbench.store.work import table_of

PROPOSAL, QUOTE, PASSAGE, TRANSLATION = table_of(Proposal), table_of(Quote), table_of(Passage), table_of(Translation)


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal, with the words of its quote and of the translation as they are now; both empty where there is none.

    `source_text` is what was translated, as it stood in the file. See `tables.Proposal` for the rest.
    """

    id: str
    revision: int
    quote_id: str | None
    language: str
    text: str
    source_language: str
    source_text: str
    origin: Origin
    author: str
    detail: str
    unit: str
    trouble: Trouble
    moment: str
    exact: str
    current: str


def list_proposals(connection: Connection, origins: Iterable[Origin] = ()) -> list[ProposalRow]:
    """Return proposals, those of the last file first; unbounded, so it is read in the worker. No `origins`: all."""
    query = _query()
    wanted = [origin.value for origin in origins]
    if wanted:
        query = query.where(PROPOSAL.c.origin.in_(wanted))
    return _rows(connection, query.order_by(PROPOSAL.c.moment.desc(), PROPOSAL.c.id))


def proposals_for(connection: Connection, quote_id: str, language: str) -> list[ProposalRow]:
    """Return what is proposed for a quote in one language, the newest first."""
    mine = (PROPOSAL.c.quote_id == quote_id, PROPOSAL.c.language == language)
    return _rows(connection, _query().where(*mine).order_by(PROPOSAL.c.moment.desc(), PROPOSAL.c.id))


def machine_proposals(connection: Connection, digest: str) -> dict[tuple[str, str], str]:
    """Return the words that a model has made proposals from, by quote and language."""
    mine = (PROPOSAL.c.origin == Origin.MACHINE.value, PROPOSAL.c.detail == digest)
    query = select(PROPOSAL.c.quote_id, PROPOSAL.c.language, PROPOSAL.c.source_text).where(*mine)
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def count_proposals(connection: Connection) -> int:
    """Return how many wait."""
    return int(connection.execute(select(func.count()).select_from(PROPOSAL)).scalar_one())


def _query() -> Select[tuple[object, ...]]:
    same = (TRANSLATION.c.quote_id == PROPOSAL.c.quote_id) & (TRANSLATION.c.language == PROPOSAL.c.language)
    return (
        select(
            PROPOSAL,
            func.coalesce(PASSAGE.c.exact, "").label("exact"),
            func.coalesce(TRANSLATION.c.text, "").label("current"),
        )
        .outerjoin(QUOTE, QUOTE.c.id == PROPOSAL.c.quote_id)
        .outerjoin(PASSAGE, PASSAGE.c.id == QUOTE.c.passage_id)
        .outerjoin(TRANSLATION, same)
    )


def _rows(connection: Connection, query: Select[tuple[object, ...]]) -> list[ProposalRow]:
    return [
        ProposalRow(
            **{
                **row,
                "origin": Origin(row["origin"]),
                # Its quote may have been removed since.
                "trouble": Trouble(row["trouble"]) if row["quote_id"] else Trouble.UNKNOWN,
            }
        )
        for row in connection.execute(query).mappings()
    ]
