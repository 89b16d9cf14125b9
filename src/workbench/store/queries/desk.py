"""What the queue of the desk can be filtered and sorted by, beside what its rows have themselves."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import CompoundSelect, Connection, func, select, union

from workbench.domain.anchors import Span
from workbench.domain.kinds import RecordKind
from workbench.domain.structure import Block, blocks_from_json
from workbench.store.log import CHANGE
from workbench.store.queries.quotes import PASSAGE, QUOTE, TEXT, QueueRow, queue
from workbench.store.queries.records import EVIDENCE, MENTION, NAME, PARTICIPATION, RECORD, STATEMENT, record_names
from workbench.store.work import read_blob

_EVENT = RECORD.c.kind == RecordKind.EVENT.value


@dataclass(frozen=True, slots=True)
class Queue:
    """The rows in reading order; `events` are those of each quote, `names` what each is called.

    `since` says when a quote or a translation, by its id, was changed last: the higher, the later.
    """

    rows: list[QueueRow] = field(default_factory=list)
    events: dict[str, frozenset[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    since: dict[str, int] = field(default_factory=dict)


def read_queue(connection: Connection, language: str) -> Queue:
    """Read the whole queue, records named in a language. Unbounded: for the worker."""
    events = quote_events(connection)
    names = record_names(connection, frozenset().union(*events.values()), language)
    return Queue(queue(connection, language), events, names, last_changes(connection))


def last_changes(connection: Connection) -> dict[str, int]:
    """Return the number of the last change of every quote and translation in the log."""
    # Asked of the index alone, in which the number of a change is its row.
    tables = CHANGE.c.table_name.in_(["quote", "translation"])
    query = select(CHANGE.c.row_id, func.max(CHANGE.c.number)).where(tables)
    return dict(connection.execute(query.group_by(CHANGE.c.table_name, CHANGE.c.row_id)).all())


def quote_events(connection: Connection) -> dict[str, frozenset[str]]:
    """Return the events of each quote that has any.

    They are those that a passage in a paragraph of the quote mentions, and those of which
    something is known (a name, a statement, who took part) that the quote's passage supports.
    """
    found: dict[str, set[str]] = {}
    for quote_id, event_id in (*connection.execute(_supported()), *_mentioned_around(connection)):
        found.setdefault(quote_id, set()).add(event_id)
    return {quote_id: frozenset(events) for quote_id, events in found.items()}


def _supported() -> CompoundSelect[str, str]:
    base = select(QUOTE.c.id).join(EVIDENCE, EVIDENCE.c.passage_id == QUOTE.c.passage_id)
    parts = [
        base.add_columns(table.c.record_id)
        .join(table, table.c.id == EVIDENCE.c[f"{table.name}_id"])
        .join(RECORD, RECORD.c.id == table.c.record_id)
        .where(_EVENT)
        for table in (NAME, STATEMENT)
    ]
    took_part = base.add_columns(PARTICIPATION.c.event_id)
    return union(*parts, took_part.join(PARTICIPATION, PARTICIPATION.c.id == EVIDENCE.c.participation_id))


def _mentioned_around(connection: Connection) -> Iterator[tuple[str, str]]:
    """Find quote and event by the paragraphs of the texts in which events are mentioned."""
    place = (PASSAGE.c.text_version_id, PASSAGE.c.start, PASSAGE.c.end)
    query = (
        select(*place, MENTION.c.record_id)
        .join(MENTION, MENTION.c.passage_id == PASSAGE.c.id)
        .join(RECORD, RECORD.c.id == MENTION.c.record_id)
        .where(_EVENT)
    )
    mentions: dict[str, list[tuple[Span, str]]] = {}
    for version, start, end, event_id in connection.execute(query):
        mentions.setdefault(version, []).append((Span(start, end), event_id))
    paragraphs: dict[str, tuple[Block, ...]] = {}
    for version, start, end, quote_id in connection.execute(
        select(*place, QUOTE.c.id).join(QUOTE, QUOTE.c.passage_id == PASSAGE.c.id)
    ):
        if version not in mentions:
            continue
        if version not in paragraphs:
            digest = connection.execute(select(TEXT.c.blocks_digest).where(TEXT.c.id == version)).scalar_one()
            paragraphs[version] = blocks_from_json(read_blob(connection, digest))
        around = _around(paragraphs[version], Span(start, end))
        for span, event_id in mentions[version]:
            if span.start < around.end and around.start < span.end:
                yield quote_id, event_id


def _around(blocks: tuple[Block, ...], span: Span) -> Span:
    """Return the range of the paragraphs that a range touches."""
    first = max(0, bisect_right(blocks, span.start, key=lambda block: block.start) - 1)
    last = max(0, bisect_right(blocks, span.end - 1, key=lambda block: block.start) - 1)
    if not blocks:
        return span
    return Span(min(span.start, blocks[first].start), max(span.end, blocks[last].end))
