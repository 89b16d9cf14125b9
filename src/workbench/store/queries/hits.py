"""What belongs to the finds of a search: whose name it is, which source, which language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from workbench.domain.properties import Property, find_property
from workbench.store.queries.quotes import list_quotes
from workbench.store.queries.records import record_kinds, record_names
from workbench.store.queries.search import Hit
from workbench.store.queries.vocabulary import own_properties
from workbench.store.tables import Source, Statement, Translation
from workbench.store.work import table_of


@dataclass(frozen=True, slots=True)
class HitOwner:
    """A hit with what it belongs to.

    `name` is the record's name, the source's title or the speaker of a translated quote;
    `record_kind` is for names and statements, `about` (the property) for statements, `language` (BCP 47) and
    `quote` (the words that were translated) for translations.
    """

    hit: Hit
    name: str
    record_kind: str = ""
    about: Property | None = None
    language: str = ""
    quote: str = ""


def owners_of(connection: Connection, hits: Sequence[Hit], language: str) -> list[HitOwner]:
    """Say what each hit belongs to, in the same order; records are named in a language."""
    source, statement, translation = table_of(Source), table_of(Statement), table_of(Translation)
    record_ids = {hit.record_id for hit in hits if hit.record_id}
    names, kinds = record_names(connection, record_ids, language), record_kinds(connection, record_ids)
    sources = {hit.source_id for hit in hits if hit.source_id}
    titles = _pairs(connection, select(source.c.id, source.c.title).where(source.c.id.in_(sources)))
    rows = [hit.row_id for hit in hits]
    properties = _pairs(connection, select(statement.c.id, statement.c.property).where(statement.c.id.in_(rows)))
    languages = _pairs(connection, select(translation.c.id, translation.c.language).where(translation.c.id.in_(rows)))
    own = own_properties(connection) if properties else {}
    quote_ids = {hit.quote_id for hit in hits if hit.quote_id}
    quotes = {row.id: row for row in list_quotes(connection, language, quote_ids=quote_ids)} if quote_ids else {}
    found = []
    for hit in hits:
        quote = quotes.get(hit.quote_id or "")
        found.append(
            HitOwner(
                hit,
                quote.speaker if quote else names.get(hit.record_id or "") or titles.get(hit.source_id or "", ""),
                record_kind=kinds.get(hit.record_id or "", ""),
                about=find_property(own, properties[hit.row_id]) if hit.row_id in properties else None,
                language=languages.get(hit.row_id, ""),
                quote=quote.exact if quote else "",
            )
        )
    return found


def _pairs(connection: Connection, query: Select[Any, Any]) -> dict[str, str]:
    return dict(connection.execute(query).all())
