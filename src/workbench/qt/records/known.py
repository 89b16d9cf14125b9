"""Everything that a record's page shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection

from workbench.domain.kinds import RecordKind
from workbench.store.queries.name_cases import NameCases, name_cases
from workbench.store.queries.passages import PassageRow, list_passages, passage_notes
from workbench.store.queries.quotes import QuoteRow, list_quotes
from workbench.store.queries.records import EvidenceRow, RecordDetail, record_detail, record_names


@dataclass(frozen=True, slots=True)
class Known:
    """A record with the passages, quotes and places that it refers to."""

    detail: RecordDetail
    passages: dict[str, PassageRow]
    quotes: tuple[QuoteRow, ...]
    places: dict[str, str]
    """Names of places that are values of statements, by record id."""

    cases: dict[str, NameCases] = field(default_factory=dict)
    """The grammatical cases that are kept, by name id."""

    notes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The notes that stand at the passages that name the record and at its quotes, by passage id."""

    @property
    def id(self) -> str:
        """The record's id."""
        return self.detail.id

    @property
    def kind(self) -> RecordKind:
        """The record's kind."""
        return RecordKind(self.detail.kind)

    def cited(self, evidence: tuple[EvidenceRow, ...]) -> list[tuple[str, PassageRow]]:
        """Return evidence as (its id, the passage), in the order in which it was given."""
        return [(row.id, self.passages[row.passage_id]) for row in evidence if row.passage_id in self.passages]


def read_known(connection: Connection, record_id: str, language: str) -> Known | None:
    """Return everything about a record, None where the archive does not have it."""
    detail = record_detail(connection, record_id, language)
    if detail is None:
        return None
    ties = (*detail.participations, *detail.relations)
    cited = {row.passage_id for statement in detail.statements for row in statement.evidence}
    cited |= {row.passage_id for tie in ties for row in tie.evidence}
    cited |= {row.passage_id for rows in detail.name_evidence.values() for row in rows}
    cited |= {mention.passage_id for mention in detail.mentions}
    places = {statement.place_id for statement in detail.statements if statement.place_id}
    quotes = list_quotes(connection, language, quote_ids=detail.quote_ids)
    noted = {*(mention.passage_id for mention in detail.mentions), *(quote.passage_id for quote in quotes)}
    return Known(
        detail,
        {row.id: row for row in list_passages(connection, sorted(cited))},
        tuple(quotes),
        record_names(connection, places, language),
        name_cases(connection, [name.id for name in detail.names]),
        passage_notes(connection, noted),
    )
