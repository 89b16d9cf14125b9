"""A record with everything known about it and the words that say so, as it goes on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from workbench.store.queries.passages import PASSAGE, passage_notes
from workbench.store.queries.printout import PrintedQuote
from workbench.store.queries.quotes import list_quotes
from workbench.store.queries.records import RECORD, RecordDetail, record_detail, record_names
from workbench.store.queries.sources import SOURCE
from workbench.store.tables import Capture, TextVersion
from workbench.store.work import table_of

_TEXT, _CAPTURE = table_of(TextVersion), table_of(Capture)

_TOGETHER = 500
"""Ids in one question to the database; `check` is called between two of them."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """What is told of a source beside its words; `digest` is the SHA-256 (hex) of the file as it was received."""

    title: str
    creator: str
    publisher: str
    published: str
    address: str
    digest: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that supports something, names the record or holds its words, and the notes that stand at it."""

    id: str
    exact: str
    source: CitedSource
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """A record with all that `RecordDetail` has, and each passage in it by id, in reading order.

    `places` are names of places that are values, by record id; `quotes` are (passage id, quote).
    `level` and `pseudonym` are empty in a dossier for outside: there the pseudonym is the name.
    """

    detail: RecordDetail
    places: dict[str, str]
    passages: dict[str, Cited]
    quotes: tuple[tuple[str, PrintedQuote], ...]
    level: str = ""
    pseudonym: str = ""
    outside: bool = False


def read_dossier(connection: Connection, record_id: str, language: str, check: Callable[[], None]) -> Dossier | None:
    """Read everything known about a record, others named in a language; None where it is gone. For the worker.

    `check` is called between steps and may raise to stop.
    """
    detail = record_detail(connection, record_id, language)
    if detail is None:
        return None
    check()
    quotes = list_quotes(connection, language, quote_ids=detail.quote_ids)
    kept = connection.execute(
        select(RECORD.c.level, RECORD.c.protected, RECORD.c.pseudonym).where(RECORD.c.id == record_id)
    ).one()
    places = {row.place_id for row in detail.statements if row.place_id}
    passages = {*passages_in(detail), *(quote.passage_id for quote in quotes)}
    return Dossier(
        detail,
        record_names(connection, places, language),
        _cited(connection, sorted(passages), check),
        tuple(
            (
                row.passage_id,
                PrintedQuote(
                    row.speaker,
                    row.manner,
                    tuple(
                        (t.language, t.state.value, t.text, t.relay_language)
                        for t in row.translations.values()
                        if t.text
                    ),
                ),
            )
            for row in quotes
        ),
        kept.level,
        kept.pseudonym if kept.protected else "",
    )


def passages_in(detail: RecordDetail) -> Iterable[str]:
    """Yield the ids of all passages that support something said of a record, or name it."""
    cited = [row.evidence for row in detail.statements]
    cited += [tie.evidence for tie in (*detail.participations, *detail.relations)]
    for evidence in (*cited, *detail.name_evidence.values()):
        yield from (row.passage_id for row in evidence)
    yield from (row.passage_id for row in detail.mentions)


def _cited(connection: Connection, ids: Sequence[str], check: Callable[[], None]) -> dict[str, Cited]:
    sources: dict[tuple[str, str], CitedSource] = {}
    found: list[tuple[tuple[str, int, int], Cited]] = []
    for at in range(0, len(ids), _TOGETHER):
        part = ids[at : at + _TOGETHER]
        notes = passage_notes(connection, part)
        for row in connection.execute(_PLACES.where(PASSAGE.c.id.in_(part))):
            source = CitedSource(*row[5:])
            # One object a source, however many of its passages are cited.
            source = sources.setdefault((row.source_id, source.digest), source)
            place = (row.source_id, row.start, -row.end)
            found.append((place, Cited(row.id, row.exact, source, notes.get(row.id, ()))))
        check()
    return {cited.id: cited for _place, cited in sorted(found, key=lambda each: each[0])}


_PLACES = (
    select(
        PASSAGE.c.id,
        PASSAGE.c.exact,
        _TEXT.c.source_id,
        PASSAGE.c.start,
        PASSAGE.c.end,
        *(SOURCE.c[name] for name in ("title", "creator", "publisher", "published", "address")),
        func.coalesce(_CAPTURE.c.original_digest, SOURCE.c.original_digest),
    )
    .join(_TEXT, _TEXT.c.id == PASSAGE.c.text_version_id)
    .join(SOURCE, SOURCE.c.id == _TEXT.c.source_id)
    .outerjoin(_CAPTURE, _CAPTURE.c.id == _TEXT.c.capture_id)
)
