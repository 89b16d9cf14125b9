"""The names of all records as the finder of names wants them, and what texts name already."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from workbench.domain.anchors import Span
from workbench.store.tables import Inflection, Mention, Name, Passage, Record, Source, TextVersion
from workbench.store.work import table_of

RECORD, NAME, INFLECTION = table_of(Record), table_of(Name), table_of(Inflection)
MENTION, PASSAGE = table_of(Mention), table_of(Passage)
SOURCE, TEXT = table_of(Source), table_of(TextVersion)


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form of a record's name with its parts and its stored cases."""

    record_id: str
    record_kind: str
    value: str
    tag: str
    kind: str
    given: str
    patronymic: str
    family: str
    cases: tuple[str, ...]


def form_rows(connection: Connection) -> list[FormRow]:
    """Return every form of every record's name, in the order in which they were given: for the worker."""
    cases: dict[str, list[str]] = {}
    for name_id, value in connection.execute(select(INFLECTION.c.name_id, INFLECTION.c.value)):
        cases.setdefault(name_id, []).append(value)
    columns = [NAME.c[key] for key in ("record_id", "value", "tag", "kind", "given", "patronymic", "family")]
    query = select(NAME.c.id, RECORD.c.kind.label("record_kind"), *columns)
    rows = connection.execute(query.join(RECORD, RECORD.c.id == NAME.c.record_id).order_by(NAME.c.id))
    found = map(dict, rows.mappings())
    return [FormRow(cases=tuple(dict.fromkeys(cases.get(row.pop("id"), ()))), **row) for row in found]


@dataclass(frozen=True, slots=True)
class NewestText:
    """A source by its id, with its title, its language (BCP 47, may be empty) and its newest text version."""

    id: str
    title: str
    language: str
    text_version_id: str


def newest_texts(connection: Connection) -> list[NewestText]:
    """Return every source with its newest text version, the newest import first."""
    query = select(SOURCE.c.id, SOURCE.c.title, SOURCE.c.language, TEXT.c.id.label("text_version_id"))
    query = query.join(TEXT, TEXT.c.source_id == SOURCE.c.id).order_by(SOURCE.c.id.desc(), TEXT.c.number.desc())
    newest: dict[str, NewestText] = {}
    for row in connection.execute(query):
        newest.setdefault(row.id, NewestText(*row))
    return list(newest.values())


def mention_spans(connection: Connection, text_version_id: str) -> list[tuple[Span, str]]:
    """Return where a text version names which record (by id), in order of place."""
    query = select(PASSAGE.c.start, PASSAGE.c.end, MENTION.c.record_id)
    query = query.join(MENTION, MENTION.c.passage_id == PASSAGE.c.id)
    rows = connection.execute(query.where(PASSAGE.c.text_version_id == text_version_id).order_by(PASSAGE.c.start))
    return [(Span(start, end), record_id) for start, end, record_id in rows]
