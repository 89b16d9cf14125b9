"""Passages and what is attached to them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, SelectBase, Table, literal, select, union_all

from workbench.domain.kinds import PassageKind
from workbench.store.queries.records import record_kinds, record_names
from workbench.store.tables import (
    Carrying,
    Evidence,
    Mention,
    Name,
    Note,
    Participation,
    Passage,
    PassageTag,
    Quote,
    Record,
    Relation,
    Statement,
    Tag,
    TextVersion,
)
from workbench.store.work import table_of

PASSAGE, MENTION, RECORD, QUOTE = table_of(Passage), table_of(Mention), table_of(Record), table_of(Quote)
NOTE, TAG, PASSAGE_TAG, TEXT = table_of(Note), table_of(Tag), table_of(PassageTag), table_of(TextVersion)
EVIDENCE, CARRYING = table_of(Evidence), table_of(Carrying)


@dataclass(frozen=True, slots=True)
class PassageMark:
    """A passage as the reader draws it: place in code points, and the kinds attached to it."""

    id: str
    start: int
    end: int
    kinds: tuple[PassageKind, ...]


def passage_marks(
    connection: Connection, text_version_id: str, passage_ids: frozenset[str] | None = None
) -> list[PassageMark]:
    """Return the passages of a text version sorted by place; `passage_ids` limits them.

    Those that were carried on to a later text stand where they stood, with what is attached to
    them now.
    """
    places = _places(connection, PASSAGE, PASSAGE.c.id, PASSAGE.c.text_version_id == text_version_id, passage_ids)
    earlier = _places(connection, CARRYING, CARRYING.c.passage_id, CARRYING.c.from_id == text_version_id, passage_ids)
    places = earlier | places
    here = select(PASSAGE.c.id).where(PASSAGE.c.text_version_id == text_version_id)
    within = here.union(select(CARRYING.c.passage_id).where(CARRYING.c.from_id == text_version_id)) if earlier else here
    # One passage is asked for by its id alone: to know all of a book's first took a tenth of a second.
    limit = None if passage_ids is None else frozenset(places)
    kinds: dict[str, set[PassageKind]] = {}
    attached = union_all(
        select(MENTION.c.passage_id, RECORD.c.kind).join(RECORD).where(_of(MENTION, within, limit)),
        select(QUOTE.c.passage_id, literal("quote")).where(_of(QUOTE, within, limit)),
        select(NOTE.c.passage_id, literal("note")).where(_of(NOTE, within, limit)),
    )
    for passage_id, kind in connection.execute(attached):
        kinds.setdefault(passage_id, set()).add(PassageKind(kind))
    order = list(PassageKind)
    return [
        PassageMark(row_id, *place, tuple(sorted(kinds.get(row_id, {PassageKind.EVIDENCE}), key=order.index)))
        for row_id, place in sorted(places.items(), key=lambda item: (item[1][0], -item[1][1], item[0]))
    ]


def _places(
    connection: Connection,
    table: Table,
    key: ColumnElement[str],
    where: ColumnElement[bool],
    passage_ids: frozenset[str] | None,
) -> dict[str, tuple[int, int]]:
    query = select(key, table.c.start, table.c.end).where(where)
    if passage_ids is not None:
        query = query.where(key.in_(passage_ids))
    return {row[0]: (row[1], row[2]) for row in connection.execute(query)}


def _of(table: Table, within: SelectBase, passage_ids: frozenset[str] | None) -> ColumnElement[bool]:
    column = table.c.passage_id
    return column.in_(within if passage_ids is None else passage_ids)


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A passage's mention of a record."""

    id: str
    revision: int
    record_id: str
    record_kind: str
    name: str
    role: str
    certainty: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note on a passage."""

    id: str
    revision: int
    body: str


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag on a passage; `id` is that of the pair."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class SupportRow:
    """Something that a passage supports: `what` is statement, participation, relation or name.

    `record_id` is whose it is (a participation's event, a relation's "from"). `term` is the
    property, role, kind of relation, or language tag; `value` the statement's or name's value;
    `other_id` the record at the other end, or the place that is the value.
    """

    evidence_id: str
    what: str
    claim_id: str
    record_id: str
    record_kind: str
    record_name: str
    term: str
    value: str
    other_id: str | None
    other_name: str


@dataclass(frozen=True, slots=True)
class PassageDetail:
    """A passage with everything attached to it."""

    id: str
    revision: int
    source_id: str
    text_version_id: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    mentions: tuple[MentionRow, ...]
    quote_id: str | None
    notes: tuple[NoteRow, ...]
    tags: tuple[TagRow, ...]
    supports: tuple[SupportRow, ...]


def passage_detail(connection: Connection, passage_id: str, language: str) -> PassageDetail | None:
    """Return a passage with everything attached to it, records named in a language."""
    query = select(PASSAGE, TEXT.c.source_id).join(TEXT, TEXT.c.id == PASSAGE.c.text_version_id)
    row = connection.execute(query.where(PASSAGE.c.id == passage_id)).mappings().first()
    if row is None:
        return None
    notes = select(NOTE.c.id, NOTE.c.revision, NOTE.c.body).where(NOTE.c.passage_id == passage_id).order_by(NOTE.c.id)
    tags = select(PASSAGE_TAG.c.id, TAG.c.label).join(TAG).where(PASSAGE_TAG.c.passage_id == passage_id)
    return PassageDetail(
        **row,
        mentions=_mentions(connection, passage_id, language),
        quote_id=connection.execute(select(QUOTE.c.id).where(QUOTE.c.passage_id == passage_id)).scalar(),
        notes=tuple(NoteRow(*found) for found in connection.execute(notes)),
        tags=tuple(TagRow(*found) for found in connection.execute(tags.order_by(TAG.c.label))),
        supports=_supports(connection, passage_id, language),
    )


def _mentions(connection: Connection, passage_id: str, language: str) -> tuple[MentionRow, ...]:
    query = (
        select(
            MENTION.c.id, MENTION.c.revision, MENTION.c.record_id, RECORD.c.kind, MENTION.c.role, MENTION.c.certainty
        )
        .join(RECORD, RECORD.c.id == MENTION.c.record_id)
        .where(MENTION.c.passage_id == passage_id)
        .order_by(MENTION.c.id)
    )
    rows = connection.execute(query).all()
    names = record_names(connection, [row[2] for row in rows], language)
    return tuple(MentionRow(*row[:4], names.get(row[2], ""), *row[4:]) for row in rows)


def _supports(connection: Connection, passage_id: str, language: str) -> tuple[SupportRow, ...]:
    found: list[tuple[str, str, str, str, str, str, str | None]] = []
    for what, table, owner, term, value, other in _CLAIMS:
        column, none = EVIDENCE.c[f"{what}_id"], literal("")
        query = (
            select(
                EVIDENCE.c.id,
                column,
                table.c[owner],
                table.c[term],
                table.c[value] if value else none,
                table.c[other] if other else none,
            )
            .join(table, table.c.id == column)
            .where(EVIDENCE.c.passage_id == passage_id)
            .order_by(EVIDENCE.c.id)
        )
        found += [(row[0], what, *row[1:5], row[5] or None) for row in connection.execute(query)]
    names = record_names(connection, {key for row in found for key in (row[3], row[6]) if key}, language)
    kinds = record_kinds(connection, {row[3] for row in found})
    return tuple(
        SupportRow(*row[:4], kinds[row[3]], names.get(row[3], ""), *row[4:], names.get(row[6] or "", ""))
        for row in found
    )


_CLAIMS: tuple[tuple[str, Table, str, str, str, str], ...] = (
    ("statement", table_of(Statement), "record_id", "property", "value", "place_id"),
    ("participation", table_of(Participation), "event_id", "role", "", "record_id"),
    ("relation", table_of(Relation), "from_id", "kind", "", "to_id"),
    ("name", table_of(Name), "record_id", "tag", "value", ""),
)
"""What a passage can support: its word in `Evidence`, its table, and the columns that tell about it."""


def place_of(connection: Connection, passage_id: str) -> tuple[str, str] | None:
    """Return the ids of the source and the text version that a passage stands in; None where there is none."""
    query = select(TEXT.c.source_id, TEXT.c.id).join(PASSAGE, PASSAGE.c.text_version_id == TEXT.c.id)
    row = connection.execute(query.where(PASSAGE.c.id == passage_id)).first()
    return None if row is None else (row[0], row[1])


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage in a list: its words and its source."""

    id: str
    source_id: str
    source_title: str
    start: int
    end: int
    exact: str


def list_passages(connection: Connection, passage_ids: list[str] | None = None) -> list[PassageRow]:
    """Return passages in reading order, all or those with the given ids."""
    from workbench.store.queries.sources import SOURCE

    query = (
        select(PASSAGE.c.id, TEXT.c.source_id, SOURCE.c.title, PASSAGE.c.start, PASSAGE.c.end, PASSAGE.c.exact)
        .join(TEXT, TEXT.c.id == PASSAGE.c.text_version_id)
        .join(SOURCE, SOURCE.c.id == TEXT.c.source_id)
        .order_by(TEXT.c.source_id, PASSAGE.c.start, PASSAGE.c.end.desc())
    )
    if passage_ids is not None:
        query = query.where(PASSAGE.c.id.in_(passage_ids))
    return [PassageRow(*row) for row in connection.execute(query)]
