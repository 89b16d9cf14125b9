"""Records: lists, names for the picker, and everything known about one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from sqlalchemy import ColumnElement, Connection, Table, bindparam, func, select, text

from workbench.domain.dates import sort_key
from workbench.domain.names import display_name, in_order
from workbench.domain.properties import PROPERTIES, Property, find_property
from workbench.store.queries.vocabulary import own_properties
from workbench.store.tables import Evidence, Mention, Name, Participation, Passage, Quote, Record, Relation, Statement
from workbench.store.work import table_of

RECORD, NAME, MENTION, PASSAGE = table_of(Record), table_of(Name), table_of(Mention), table_of(Passage)
STATEMENT, PARTICIPATION, RELATION = table_of(Statement), table_of(Participation), table_of(Relation)
EVIDENCE, QUOTE = table_of(Evidence), table_of(Quote)


@dataclass(frozen=True, slots=True)
class NameRow:
    """One form of a record's name; `reason` says why it is forbidden."""

    id: str
    revision: int
    record_id: str
    value: str
    tag: str
    kind: str
    given: str = ""
    patronymic: str = ""
    family: str = ""
    reason: str = ""


def names_of(connection: Connection, record_ids: Iterable[str] | None = None) -> dict[str, list[NameRow]]:
    """Return the names of records by record id, in the order in which they were given."""
    query = select(*(NAME.c[column.name] for column in fields(NameRow)))
    if record_ids is not None:
        query = query.where(NAME.c.record_id.in_(list(record_ids)))
    found: dict[str, list[NameRow]] = {}
    for row in connection.execute(query.order_by(NAME.c.id)):
        found.setdefault(row[2], []).append(NameRow(*row))
    return found


def record_names(connection: Connection, record_ids: Iterable[str], language: str) -> dict[str, str]:
    """Return the name to show of each record in a language."""
    return {key: display_name(names, language) for key, names in names_of(connection, record_ids).items()}


def record_kinds(connection: Connection, record_ids: Iterable[str]) -> dict[str, str]:
    """Return the kind of each record by its id."""
    query = select(RECORD.c.id, RECORD.c.kind).where(RECORD.c.id.in_(list(record_ids)))
    return dict(connection.execute(query).all())


_BEGINS, _ENDS = ("date", "birth", "founded"), ("death", "dissolved")


def record_dates(connection: Connection, record_ids: Iterable[str]) -> dict[str, str]:
    """Return one EDTF date or interval by record id: when it happened, was born, was founded, and ended.

    Where statements disagree the first one counts; records without a date are left out.
    """
    query = (
        select(STATEMENT.c.record_id, STATEMENT.c.property, STATEMENT.c.value)
        .where(STATEMENT.c.record_id.in_(list(record_ids)), STATEMENT.c.property.in_((*_BEGINS, *_ENDS)))
        .order_by(STATEMENT.c.id)
    )
    begins: dict[str, str] = {}
    ends: dict[str, str] = {}
    for record_id, name, value in connection.execute(query):
        (ends if name in _ENDS else begins).setdefault(record_id, value)
    # An interval inside an interval is no EDTF, so an end is added to single dates only.
    dated = {
        key: f"{value}/{ends[key]}" if key in ends and "/" not in value else value for key, value in begins.items()
    }
    return dated | {key: f"/{value}" for key, value in ends.items() if key not in begins and "/" not in value}


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name as the picker searches it: `folded` is its key across scripts."""

    record_id: str
    kind: str
    value: str
    folded: str


def name_keys(connection: Connection, kinds: Iterable[str] | None = None) -> list[NameKey]:
    """Return every name of some kinds of records, or of all, with its folded key and its record's kind."""
    some = "" if kinds is None else " AND record.kind IN :kinds"
    query = text(
        "SELECT name.record_id, record.kind, name.value, search_item.folded FROM search_item"  # noqa: S608
        " JOIN name ON name.id = search_item.row_id JOIN record ON record.id = name.record_id"
        f" WHERE search_item.kind = 'name'{some} ORDER BY name.id"
    )
    if kinds is not None:
        query = query.bindparams(bindparam("kinds", list(kinds), expanding=True))
    return [NameKey(*row) for row in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A line of the list of records; `date` is the first EDTF date of an event."""

    id: str
    kind: str
    name: str
    date: str
    mentions: int
    quotes: int
    languages: tuple[str, ...]


def list_records(connection: Connection, language: str, kind: str | None = None) -> list[RecordRow]:
    """Return all records by name, events by date, with counts; names in a language."""
    rows = _record_rows(connection, language, kind=kind)
    rows.sort(key=lambda row: (sort_key(row.date) if row.kind == "event" else "", row.name.casefold(), row.id))
    return rows


def record_rows(connection: Connection, ids: Sequence[str], language: str) -> dict[str, RecordRow]:
    """Return the lines of a screenful of records, by id; those that are not there are left out."""
    return {row.id: row for row in _record_rows(connection, language, ids=list(ids))}


def _record_rows(
    connection: Connection, language: str, *, kind: str | None = None, ids: list[str] | None = None
) -> list[RecordRow]:
    query = select(RECORD.c.id, RECORD.c.kind)
    dated = select(STATEMENT.c.record_id, STATEMENT.c.value).where(STATEMENT.c.property == "date")
    if kind is not None:
        query = query.where(RECORD.c.kind == kind)
    if ids is not None:
        query, dated = query.where(RECORD.c.id.in_(ids)), dated.where(STATEMENT.c.record_id.in_(ids))
    names = names_of(connection, ids)
    mentions = _counts(connection, MENTION.c.record_id, ids)
    quotes = _counts(connection, QUOTE.c.speaker_id, ids)
    dates: dict[str, str] = dict(connection.execute(dated.order_by(STATEMENT.c.id.desc())).all())
    return [
        RecordRow(
            row.id,
            row.kind,
            display_name(names.get(row.id, ()), language),
            dates.get(row.id, ""),
            mentions.get(row.id, 0),
            quotes.get(row.id, 0),
            tuple(sorted({name.tag for name in names.get(row.id, ())})),
        )
        for row in connection.execute(query)
    ]


def _counts(connection: Connection, column: ColumnElement[str], ids: list[str] | None = None) -> dict[str, int]:
    query = select(column, func.count()).where(column.is_not(None) if ids is None else column.in_(ids)).group_by(column)
    return dict(connection.execute(query).all())


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A passage that supports a value, with its words."""

    id: str
    passage_id: str
    exact: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One property value with the passages that support it; `about` is its property, whoever has made that."""

    id: str
    revision: int
    property: str
    value: str
    language: str
    place_id: str | None
    evidence: tuple[EvidenceRow, ...]
    about: Property
    certainty: str = "certain"
    dated: str = ""
    standing: str = ""
    reason: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class TieRow:
    """A participation or relation seen from one record: `other_id` is the record at its other end.

    `outgoing` is true where this record is the event (participation) or the "from" (relation).
    """

    id: str
    revision: int
    other_id: str
    other_kind: str
    other_name: str
    role: str
    outgoing: bool
    evidence: tuple[EvidenceRow, ...]
    certainty: str = "certain"
    dated: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class MentionPlace:
    """A passage that names the record."""

    id: str
    passage_id: str
    exact: str
    role: str
    certainty: str


@dataclass(frozen=True, slots=True)
class RecordDetail:
    """A record with everything known about it."""

    id: str
    revision: int
    kind: str
    name: str
    names: tuple[NameRow, ...]
    """In the order of `domain.names.in_order`."""

    name_evidence: dict[str, tuple[EvidenceRow, ...]] = field(compare=False)
    statements: tuple[StatementRow, ...] = ()
    participations: tuple[TieRow, ...] = ()
    relations: tuple[TieRow, ...] = ()
    mentions: tuple[MentionPlace, ...] = ()
    quote_ids: tuple[str, ...] = ()


def record_detail(connection: Connection, record_id: str, language: str) -> RecordDetail | None:
    """Return everything known about a record, other records named in a language."""
    row = connection.execute(select(RECORD).where(RECORD.c.id == record_id)).first()
    if row is None:
        return None
    names = tuple(in_order(names_of(connection, [record_id]).get(record_id, ())))
    mentions = (
        select(MENTION.c.id, MENTION.c.passage_id, PASSAGE.c.exact, MENTION.c.role, MENTION.c.certainty)
        .join(PASSAGE, PASSAGE.c.id == MENTION.c.passage_id)
        .where(MENTION.c.record_id == record_id)
        .order_by(PASSAGE.c.text_version_id, PASSAGE.c.start)
    )
    quotes = (
        select(QUOTE.c.id)
        .join(PASSAGE, PASSAGE.c.id == QUOTE.c.passage_id)
        .where(QUOTE.c.speaker_id == record_id)
        .order_by(PASSAGE.c.text_version_id, PASSAGE.c.start)
    )
    return RecordDetail(
        row.id,
        row.revision,
        row.kind,
        display_name(names, language),
        names,
        evidence_for(connection, "name_id", [name.id for name in names]),
        statements_of(connection, record_id),
        _ties(connection, PARTICIPATION, "event_id", "record_id", "role", record_id, language),
        _ties(connection, RELATION, "from_id", "to_id", "kind", record_id, language),
        tuple(MentionPlace(*found) for found in connection.execute(mentions)),
        tuple(connection.execute(quotes).scalars()),
    )


def evidence_for(connection: Connection, column: str, claim_ids: Iterable[str]) -> dict[str, tuple[EvidenceRow, ...]]:
    """Return the passages that support claims, by claim id; `column` names the kind of claim."""
    claim = EVIDENCE.c[column]
    query = (
        select(claim, EVIDENCE.c.id, EVIDENCE.c.passage_id, PASSAGE.c.exact)
        .join(PASSAGE, PASSAGE.c.id == EVIDENCE.c.passage_id)
        .where(claim.in_(list(claim_ids)))
        .order_by(EVIDENCE.c.id)
    )
    found: dict[str, tuple[EvidenceRow, ...]] = {}
    for claim_id, *rest in connection.execute(query):
        found[claim_id] = (*found.get(claim_id, ()), EvidenceRow(*rest))
    return found


def statements_of(connection: Connection, record_id: str) -> tuple[StatementRow, ...]:
    """Return a record's statements in the order in which they were made."""
    return statements_by_record(connection, [record_id]).get(record_id, ())


def statements_by_record(connection: Connection, record_ids: Iterable[str]) -> dict[str, tuple[StatementRow, ...]]:
    """Return the statements of records by record id, each record's in the order in which they were made."""
    query = select(STATEMENT).where(STATEMENT.c.record_id.in_(list(record_ids))).order_by(STATEMENT.c.id)
    rows = connection.execute(query).mappings().all()
    evidence = evidence_for(connection, "statement_id", [row["id"] for row in rows])
    own = own_properties(connection) if any(row["property"] not in PROPERTIES for row in rows) else {}
    columns = [column.name for column in STATEMENT.c if column.name != "record_id"]
    found: dict[str, tuple[StatementRow, ...]] = {}
    for row in rows:
        statement = StatementRow(
            **{name: row[name] for name in columns},
            evidence=evidence.get(row["id"], ()),
            about=find_property(own, row["property"]),
        )
        found[row["record_id"]] = (*found.get(row["record_id"], ()), statement)
    return found


def _ties(
    connection: Connection, table: Table, near: str, far: str, role: str, record_id: str, language: str
) -> tuple[TieRow, ...]:
    columns = table.c
    query = select(table).where((columns[near] == record_id) | (columns[far] == record_id)).order_by(columns.id)
    rows = connection.execute(query).mappings().all()
    others = [row[far] if row[near] == record_id else row[near] for row in rows]
    names = record_names(connection, others, language)
    kinds = dict(connection.execute(select(RECORD.c.id, RECORD.c.kind).where(RECORD.c.id.in_(others))).all())
    claim = "participation_id" if near == "event_id" else "relation_id"
    evidence = evidence_for(connection, claim, [row["id"] for row in rows])
    return tuple(
        TieRow(
            row["id"],
            row["revision"],
            other,
            kinds[other],
            names.get(other, ""),
            row[role],
            row[near] == record_id,
            evidence.get(row["id"], ()),
            row["certainty"],
            row.get("dated", ""),
            row["level"],
        )
        for row, other in zip(rows, others, strict=True)
    )
