"""Dossiers of records as they may leave the room: made of what a bundle of these records would hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from workbench.domain.bundle import BundleChoice, BundlePassage, BundleRecord, BundleStatement, BundleTie
from workbench.domain.kinds import Level
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.names import in_order
from workbench.domain.properties import Property, find_property
from workbench.exporters.lookup import Lookup, name_in
from workbench.services.bundle_content import collect_all
from workbench.services.outgoing import read_outgoing
from workbench.store.queries.dossier import Cited, CitedSource, Dossier, passages_in
from workbench.store.queries.printout import PrintedQuote
from workbench.store.queries.records import (
    EvidenceRow,
    MentionPlace,
    NameRow,
    RecordDetail,
    StatementRow,
    TieRow,
)
from workbench.store.queries.vocabulary import own_properties
from workbench.store.tables import Name
from workbench.store.work import table_of


def outgoing_dossiers(
    connection: Connection, record_ids: Sequence[str], language: str, check: Callable[[], None]
) -> list[Dossier]:
    """Read records with everything known about them that may leave; those that stay are left out.

    What is open is in it; protected persons stand under their pseudonyms, and words that name
    somebody hidden are replaced. For the worker; `check` is called between steps and may raise to stop.
    """
    tags = connection.execute(select(table_of(Name).c.tag).distinct()).scalars()
    languages = tuple(dict.fromkeys((*WORKING_LANGUAGES, *tags)))  # the names in every language leave
    choice = BundleChoice("", languages, record_ids=frozenset(record_ids), include_originals=False, include_notes=True)
    content, left_out = collect_all(connection, choice)
    lookup = Lookup(content)
    check()
    outgoing = read_outgoing(connection, Level.OPEN)
    check()
    own = {key: replace(about, label=outgoing.redact(about.label)) for key, about in own_properties(connection).items()}
    others = {own_id: leaving for leaving, own_id in left_out.ids.items()}
    records = (lookup.records.get(others.get(key, key)) for key in record_ids)
    return [_Outgoing(lookup, own, language).dossier(record) for record in records if record is not None]


class _Outgoing:
    def __init__(self, lookup: Lookup, own: dict[str, Property], language: str) -> None:
        self._lookup, self._own, self._language = lookup, own, language
        self._sources: dict[str, CitedSource] = {}

    def dossier(self, record: BundleRecord) -> Dossier:
        detail = self._detail(record)
        quotes = self._lookup.quotes_by.get(record.id, [])
        wanted = {*passages_in(detail), *(quote.passage_id for quote in quotes)}
        places = {row.place_id for row in detail.statements if row.place_id}
        return Dossier(
            detail,
            {key: self._name(key) for key in places},
            {each.id: self._cited(each) for each in self._lookup.content.passages if each.id in wanted},
            tuple(
                (
                    quote.passage_id,
                    PrintedQuote(
                        self._name(record.id),
                        quote.manner,
                        tuple((t.language, t.state.value, t.text, t.relay_language) for t in quote.translations),
                    ),
                )
                for quote in quotes
            ),
            outside=True,
        )

    def _detail(self, record: BundleRecord) -> RecordDetail:
        names = [
            NameRow(f"name {place}", 0, record.id, each.value, each.tag, each.kind)
            for place, each in enumerate(record.names)
        ]
        joined = [(event.id, tie, False) for event, tie in self._lookup.events_of.get(record.id, [])]
        joined += [(tie.other_id, tie, True) for tie in record.participants]
        related = [
            (tie.other_id if owner is record else owner.id, tie, owner is record)
            for owner, tie in self._lookup.relations_of.get(record.id, [])
        ]
        return RecordDetail(
            record.id,
            0,
            record.kind,
            self._name(record.id),
            tuple(in_order(names)),
            {},
            tuple(self._statement(place, said) for place, said in enumerate(record.statements)),
            tuple(self._ties(joined)),
            tuple(self._ties(related)),
            tuple(self._mentions(record.id)),
        )

    def _statement(self, place: int, said: BundleStatement) -> StatementRow:
        return StatementRow(
            id=f"statement {place}",
            revision=0,
            property=said.property,
            value=said.value,
            language=said.language,
            place_id=said.value if said.value in self._lookup.records else None,
            evidence=self._evidence(said.passage_ids),
            about=find_property(self._own, said.property),
            certainty=said.certainty,
            dated=said.dated,
            standing=said.standing,
            reason=said.reason,
        )

    def _ties(self, ties: Sequence[tuple[str, BundleTie, bool]]) -> Iterator[TieRow]:
        for place, (other_id, tie, outgoing) in enumerate(ties):
            other = self._lookup.records.get(other_id)
            if other is not None:
                yield TieRow(
                    f"tie {place}",
                    0,
                    other_id,
                    other.kind,
                    self._name(other_id),
                    tie.role,
                    outgoing,
                    self._evidence(tie.passage_ids),
                    tie.certainty,
                    tie.dated,
                )

    def _evidence(self, passage_ids: Sequence[str]) -> tuple[EvidenceRow, ...]:
        passages = (self._lookup.passages.get(key) for key in passage_ids)
        return tuple(EvidenceRow("", each.id, each.anchor.exact) for each in passages if each is not None)

    def _mentions(self, record_id: str) -> Iterator[MentionPlace]:
        for passage in self._lookup.mentions_of.get(record_id, []):
            for each in passage.mentions:
                if each.record_id == record_id:
                    yield MentionPlace("", passage.id, passage.anchor.exact, each.role, each.certainty)

    def _cited(self, passage: BundlePassage) -> Cited:
        text = self._lookup.text_of(passage)
        if text.id not in self._sources:
            source = self._lookup.source_of(passage)
            self._sources[text.id] = CitedSource(
                source.title,
                source.creator,
                source.publisher,
                source.published,
                source.address,
                self._lookup.received(text, source).original_digest,
            )
        return Cited(passage.id, passage.anchor.exact, self._sources[text.id], passage.notes)

    def _name(self, record_id: str) -> str:
        record = self._lookup.records.get(record_id)
        name = name_in(record, self._language) if record is not None else None
        return name.value if name is not None else ""
