"""Passages and what is attached to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Table, literal, select

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.passages import MarkedPassage, QuoteState
from workbench.domain.properties import Property, find_property
from workbench.store.queries.records import record_kinds, record_names
from workbench.store.queries.vocabulary import own_properties
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
    Translation,
)
from workbench.store.work import table_of

PASSAGE, MENTION, RECORD, QUOTE = table_of(Passage), table_of(Mention), table_of(Record), table_of(Quote)
NOTE, TAG, PASSAGE_TAG, TEXT = table_of(Note), table_of(Tag), table_of(PassageTag), table_of(TextVersion)
EVIDENCE, CARRYING, TRANSLATION = table_of(Evidence), table_of(Carrying), table_of(Translation)


def passage_marks(
    connection: Connection, text_version_id: str, passage_ids: frozenset[str] | None = None
) -> list[MarkedPassage]:
    """Return the passages of a text version in order of place, the longest first; `passage_ids` limits them.

    Those that were carried on to a later text stand where they stood, with what is attached to
    them now.
    """
    standing = [(PASSAGE, PASSAGE.c.id, PASSAGE.c.text_version_id == text_version_id)]
    places = _places(connection, *standing[0], passage_ids)
    carried = (CARRYING, CARRYING.c.passage_id, CARRYING.c.from_id == text_version_id)
    earlier = _places(connection, *carried, passage_ids)
    if earlier:
        standing.append(carried)
        places = earlier | places
        places = dict(sorted(places.items(), key=lambda item: (item[1].start, -item[1].end, item[0])))
    limit = None if passage_ids is None else frozenset(places)
    found: dict[str, _Attached] = {}
    for facts in standing[:1] if limit is not None else standing:
        _attach(connection, facts, limit, found)
    known: dict[frozenset[PassageKind], tuple[PassageKind, ...]] = {}
    marks = []
    for passage_id, span in places.items():
        attached = found.get(passage_id)
        if attached is None:
            marks.append(MarkedPassage(passage_id, span, _EVIDENCE))
            continue
        kinds = known.get(attached.kinds) or known.setdefault(attached.kinds, _in_order(attached.kinds))
        marks.append(MarkedPassage(passage_id, span, kinds, attached.records, attached.state))
    return marks


_EVIDENCE = (PassageKind.EVIDENCE,)
_ONE = {kind: frozenset({kind}) for kind in PassageKind}
_KINDS = {kind.value: one for kind, one in _ONE.items()}
_WORST = {state: rank for rank, state in enumerate(QuoteState)}

_Standing = tuple[Table, ColumnElement[str], ColumnElement[bool]]
"""A table that has places, its column of the passage's id, and which of its rows are meant."""


class _Attached(NamedTuple):
    """What is attached to one passage, as far as it is read."""

    kinds: frozenset[PassageKind] = frozenset()
    records: tuple[str, ...] = ()
    state: QuoteState | None = None


def _in_order(kinds: frozenset[PassageKind]) -> tuple[PassageKind, ...]:
    return tuple(kind for kind in PassageKind if kind in kinds)


def _attach(
    connection: Connection, standing: _Standing, limit: frozenset[str] | None, found: dict[str, _Attached]
) -> None:
    """Read what is attached to passages: to some by their ids, else to all that stand in a text.

    One passage is asked for by its id alone: to know all of a book's first takes a tenth of a second.
    """

    def rows(query: Select[Any], column: ColumnElement[str]) -> Iterator[Any]:
        table, key, where = standing
        if limit is not None:
            return _rows(connection, query.where(column.in_(limit)))
        return _rows(connection, query.join(table, key == column).where(where))

    named = select(MENTION.c.passage_id, RECORD.c.kind, MENTION.c.record_id).join(RECORD)
    alone: dict[str, _Attached] = {}
    for passage_id, kind, record_id in rows(named, MENTION.c.passage_id):
        before = found.get(passage_id)
        if before is None:
            one = alone.get(record_id)
            if one is None:
                one = alone[record_id] = _Attached(_KINDS[kind], (record_id,))
            found[passage_id] = one
        elif record_id not in before.records:
            found[passage_id] = before._replace(kinds=before.kinds | _KINDS[kind], records=(*before.records, record_id))
    for passage_id in rows(select(NOTE.c.passage_id), NOTE.c.passage_id):
        before = found.get(passage_id[0], _Attached())
        found[passage_id[0]] = before._replace(kinds=before.kinds | _ONE[PassageKind.NOTE])
    _attach_quotes(rows, found)


def _attach_quotes(
    rows: Callable[[Select[Any], ColumnElement[str]], Iterator[Any]], found: dict[str, _Attached]
) -> None:
    """Read which passages are quotes, whose, and how far their translations are: the worst state counts."""
    for passage_id, speaker_id in rows(select(QUOTE.c.passage_id, QUOTE.c.speaker_id), QUOTE.c.passage_id):
        before = found.get(passage_id, _Attached())
        records = before.records if speaker_id in (None, *before.records) else (*before.records, speaker_id)
        found[passage_id] = _Attached(before.kinds | _ONE[PassageKind.QUOTE], records, QuoteState.MISSING)
    own = PASSAGE.alias()
    translated = (
        select(QUOTE.c.passage_id, TRANSLATION.c.state, TRANSLATION.c.quote_text != own.c.exact)
        .select_from(QUOTE)
        .join(TRANSLATION, TRANSLATION.c.quote_id == QUOTE.c.id)
        .join(own, own.c.id == QUOTE.c.passage_id)
        .where(TRANSLATION.c.text != "")
    )
    for passage_id, state, stale in rows(translated, QUOTE.c.passage_id):
        before, now = found[passage_id], QuoteState.STALE if stale else QuoteState(state)
        if before.state is None or before.state is QuoteState.MISSING or _WORST[now] < _WORST[before.state]:
            found[passage_id] = before._replace(state=now)


def _places(
    connection: Connection,
    table: Table,
    key: ColumnElement[str],
    where: ColumnElement[bool],
    passage_ids: frozenset[str] | None,
) -> dict[str, Span]:
    query = select(key, table.c.start, table.c.end).where(where)
    if passage_ids is not None:
        query = query.where(key.in_(passage_ids))
    rows = _rows(connection, query.order_by(table.c.start, table.c.end.desc(), key))
    return {passage_id: Span(start, end) for passage_id, start, end in rows}


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    """Read rows by thousands: one by one they cost twice the time, and all at once twice the memory."""
    for part in connection.execute(query).partitions(1_000):
        yield from part


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
    about: Property | None = None
    """A statement's property."""


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
    level: str = ""


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
    own = own_properties(connection) if any(row[1] == "statement" for row in found) else {}
    return tuple(
        SupportRow(
            *row[:4],
            kinds[row[3]],
            names.get(row[3], ""),
            *row[4:],
            names.get(row[6] or "", ""),
            find_property(own, row[4]) if row[1] == "statement" else None,
        )
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


def passage_notes(connection: Connection, passage_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the notes at passages, by passage id, in the order in which they were made."""
    query = select(NOTE.c.passage_id, NOTE.c.body).where(NOTE.c.passage_id.in_(list(passage_ids))).order_by(NOTE.c.id)
    found: dict[str, tuple[str, ...]] = {}
    for passage_id, body in connection.execute(query):
        found[passage_id] = (*found.get(passage_id, ()), body)
    return found


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
