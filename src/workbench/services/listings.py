"""Flat lists of everything, for the command line and for scripts: rows of JSON values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from workbench.domain.kinds import RecordKind
from workbench.i18n import N_
from workbench.store.queries.passages import list_passages
from workbench.store.queries.quotes import list_quotes, need_of, targets_of
from workbench.store.queries.records import list_records, names_of
from workbench.store.queries.sources import list_sources

Rows = list[dict[str, Any]]


def _sources(connection: Connection, _language: str) -> Rows:
    return [
        {"id": s.id, "language": s.language, "published": s.published, "publisher": s.publisher, "title": s.title,
         "passages": s.passages, "quotes": s.quotes}
        for s in list_sources(connection)
    ]  # fmt: skip


def _passages(connection: Connection, _language: str) -> Rows:
    return [
        {"id": p.id, "source": p.source_id, "start": p.start, "end": p.end, "exact": p.exact}
        for p in list_passages(connection)
    ]


def _records(kind: RecordKind) -> Callable[[Connection, str], Rows]:
    def rows(connection: Connection, language: str) -> Rows:
        names = names_of(connection)
        return [
            {
                "id": r.id,
                "name": r.name,
                "date": r.date,
                "mentions": r.mentions,
                "names": [{"value": n.value, "tag": n.tag, "kind": n.kind} for n in names[r.id]],
            }
            for r in list_records(connection, language, kind.value)
        ]

    return rows


def _quotes(connection: Connection, language: str) -> Rows:
    return [
        {
            "id": q.id,
            "source": q.source_id,
            "speaker": q.speaker,
            "published_language": q.published_language,
            "spoken_language": q.spoken_language,
            "via_language": q.via_language,
            "interpreter": q.interpreter,
            "manner": q.manner,
            "start": q.start,
            "end": q.end,
            "exact": q.exact,
        }
        for q in list_quotes(connection, language)
    ]


def _translations(connection: Connection, language: str) -> Rows:
    """List every quote in every target language, the missing ones too."""
    rows: Rows = []
    for quote in list_quotes(connection, language):
        for target in targets_of(quote):
            found = quote.translations.get(target)
            rows.append(
                {
                    "quote": quote.id,
                    "language": target,
                    "state": found.state.value if found else "missing",
                    "needs": need_of(found).value,
                    "relay": found.relay_language if found else "",
                    "text": found.text if found else "",
                }
            )
    return rows


LISTINGS: dict[str, Callable[[Connection, str], Rows]] = {
    "sources": _sources,
    "passages": _passages,
    "persons": _records(RecordKind.PERSON),
    "events": _records(RecordKind.EVENT),
    "organisations": _records(RecordKind.ORGANISATION),
    "places": _records(RecordKind.PLACE),
    "quotes": _quotes,
    "translations": _translations,
}
"""What `workbench list` can list."""

COUNT_LABELS: dict[str, str] = {
    "sources": N_("Sources"),
    "passages": N_("Passages"),
    "mentions": N_("Mentions"),
    "notes": N_("Notes"),
    "tags": N_("Tags"),
    "quotes": N_("Quotes"),
    "translations": N_("Translations"),
    "profiles": N_("Profiles"),
    "exports": N_("Bundles exported"),
    "person": N_("Persons"),
    "event": N_("Events"),
    "organisation": N_("Organisations"),
    "place": N_("Places"),
    "operations": N_("Operations"),
    "changes": N_("Changes in the log"),
}
"""English labels of what `overview.counts` counts."""

STATE_LABELS: dict[str, str] = {
    "initial": N_("draft"),
    "translated": N_("translated"),
    "reviewed": N_("reviewed"),
    "final": N_("final"),
    "missing": N_("missing"),
}
"""English labels of the states of a translation."""
