"""The text versions of a source, and where its passages stand among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from workbench.domain.kinds import Carried
from workbench.store.tables import Capture, Carrying, Passage, Source, TextVersion
from workbench.store.work import table_of

SOURCE, CAPTURE, TEXT = table_of(Source), table_of(Capture), table_of(TextVersion)
PASSAGE, CARRYING = table_of(Passage), table_of(Carrying)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A text version with the capture that it was read from: the source's own facts for the first.

    `length` is in code points, `original_size` in bytes; `standing` is how many passages stand in
    it now.
    """

    id: str
    number: int
    digest: str
    length: int
    reader: str
    reader_version: str
    capture_id: str | None
    retrieved: str
    file_name: str
    media_type: str
    original_digest: str
    original_size: int
    standing: int


def list_versions(connection: Connection, source_id: str) -> list[VersionRow]:
    """Return the text versions of a source, the newest first."""
    received = ("retrieved", "file_name", "media_type", "original_digest", "original_size")
    standing = select(func.count()).where(PASSAGE.c.text_version_id == TEXT.c.id).scalar_subquery()
    query = (
        select(
            TEXT.c.id, TEXT.c.number, TEXT.c.digest, TEXT.c.length, TEXT.c.reader, TEXT.c.reader_version,
            TEXT.c.capture_id, *(func.coalesce(CAPTURE.c[name], SOURCE.c[name]).label(name) for name in received),
            standing.label("standing"),
        )
        .join(SOURCE, SOURCE.c.id == TEXT.c.source_id)
        .join(CAPTURE, CAPTURE.c.id == TEXT.c.capture_id, isouter=True)
        .where(TEXT.c.source_id == source_id)
        .order_by(TEXT.c.number.desc())
    )  # fmt: skip
    return [VersionRow(**row) for row in connection.execute(query).mappings()]


def is_newest() -> ColumnElement[bool]:
    """Return the condition that a row of `TEXT` is the newest text of its source."""
    later = TEXT.alias("later")
    newer = select(later.c.id).where(later.c.source_id == TEXT.c.source_id, later.c.number > TEXT.c.number)
    return ~newer.exists()


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """A source as it was received: `id` is None for the first time, which the source tells itself."""

    id: str | None
    retrieved: str
    file_name: str
    media_type: str
    original_digest: str
    original_size: int


def list_captures(connection: Connection, source_id: str) -> list[CaptureRow]:
    """Return every capture of a source, the newest first."""
    columns = ("retrieved", "file_name", "media_type", "original_digest", "original_size")
    later = select(CAPTURE.c.id, *(CAPTURE.c[name] for name in columns)).where(CAPTURE.c.source_id == source_id)
    first = select(*(SOURCE.c[name] for name in columns)).where(SOURCE.c.id == source_id)
    found = [CaptureRow(*row) for row in connection.execute(later.order_by(CAPTURE.c.id.desc()))]
    return found + [CaptureRow(None, *row) for row in connection.execute(first)]


@dataclass(frozen=True, slots=True)
class OlderPassage:
    """A passage that stands in an older text of its source; `gone` where a person has said so."""

    id: str
    revision: int
    text_version_id: str
    start: int
    end: int
    exact: str
    gone: bool


def older_passages(connection: Connection, source_id: str) -> list[OlderPassage]:
    """Return the passages that are not in the newest text of their source, in reading order."""
    query = _older().where(TEXT.c.source_id == source_id)
    query = query.order_by(PASSAGE.c.start, PASSAGE.c.end.desc(), PASSAGE.c.id)
    return [OlderPassage(**row) for row in connection.execute(query).mappings()]


def older_passage(connection: Connection, passage_id: str) -> OlderPassage | None:
    """Return a passage that is not in the newest text of its source; None where it is."""
    row = connection.execute(_older().where(PASSAGE.c.id == passage_id)).mappings().first()
    return None if row is None else OlderPassage(**row)


def _older() -> Select[Any]:
    latest = TEXT.alias("latest")
    newest = (
        select(latest.c.id)
        .where(latest.c.source_id == TEXT.c.source_id)
        .order_by(latest.c.number.desc())
        .limit(1)
        .scalar_subquery()
    )
    said = (CARRYING.c.passage_id == PASSAGE.c.id) & (CARRYING.c.how == Carried.GONE.value)
    gone = select(CARRYING.c.id).where(said, CARRYING.c.to_id == newest).correlate(PASSAGE, TEXT).exists()
    columns = [PASSAGE.c[name] for name in ("id", "revision", "text_version_id", "start", "end", "exact")]
    query = select(*columns, gone.label("gone")).join(TEXT, TEXT.c.id == PASSAGE.c.text_version_id)
    return query.where(~is_newest())


def waiting_passages(connection: Connection, source_id: str) -> list[OlderPassage]:
    """Return the passages of a source that wait for a person to say where they are now, in reading order."""
    return [row for row in older_passages(connection, source_id) if not row.gone]


@dataclass(frozen=True, slots=True)
class Step:
    """How a passage came into the text where it stands, and where it stood before; `confidence` per cent.

    A doubt that went along over several texts is one step from where it began.
    """

    id: str
    passage_id: str
    from_id: str
    to_id: str
    how: Carried
    confidence: int
    start: int
    end: int
    exact: str
    """Its words before."""

    now_start: int
    now_end: int
    now_exact: str


def last_step(connection: Connection, passage_id: str) -> Step | None:
    """Return the step that brought a passage where it stands; None where it was made there."""
    query = _steps().where(PASSAGE.c.id == passage_id)
    return next(_from_the_first(connection, query), None)


def moved_passages(connection: Connection, source_id: str) -> list[Step]:
    """Return the passages that were carried to the newest text with a doubt, in reading order."""
    query = (
        _steps()
        .join(TEXT, TEXT.c.id == PASSAGE.c.text_version_id)
        .where(TEXT.c.source_id == source_id, is_newest(), CARRYING.c.how == Carried.MOVED.value)
        .order_by(PASSAGE.c.start, PASSAGE.c.end.desc(), PASSAGE.c.id)
    )
    return list(_from_the_first(connection, query))


def _from_the_first(connection: Connection, query: Select[Any]) -> Iterator[Step]:
    """Yield steps; a doubted one from where the first doubt began that nobody has decided."""
    steps = [Step(**{**row, "how": Carried(row["how"])}) for row in connection.execute(query).mappings()]
    passages = query.with_only_columns(PASSAGE.c.id).order_by(None)
    doubts = select(CARRYING).where(CARRYING.c.how == Carried.MOVED.value, CARRYING.c.passage_id.in_(passages))
    before = {(row["passage_id"], row["to_id"]): row for row in connection.execute(doubts).mappings()}
    for step in steps:
        first = step
        while first.how is Carried.MOVED and (first.passage_id, first.from_id) in before:
            row = before[first.passage_id, first.from_id]
            first = replace(first, **{name: row[name] for name in ("from_id", "start", "end", "exact")})
        yield first


def _steps() -> Select[Any]:
    here = (PASSAGE.c.id == CARRYING.c.passage_id) & (PASSAGE.c.text_version_id == CARRYING.c.to_id)
    columns: list[ColumnElement[Any]] = [
        CARRYING.c[name] for name in ("id", "passage_id", "from_id", "to_id", "how", "confidence")
    ]
    columns += [CARRYING.c[name] for name in ("start", "end", "exact")]
    columns += [PASSAGE.c[name].label(f"now_{name}") for name in ("start", "end", "exact")]
    return select(*columns).join(PASSAGE, here)
