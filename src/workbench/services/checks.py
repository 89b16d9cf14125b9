"""Checking a whole archive: pages, log chain, digests of originals and texts, every passage, lone rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, exists, func, select, text

from workbench.domain.anchors import Anchor, Span
from workbench.domain.errors import NotFoundError
from workbench.store import log
from workbench.store.archive import Archive
from workbench.store.queries.versions import CARRYING, PASSAGE, TEXT
from workbench.store.queries.vocabulary import all_properties, property_uses
from workbench.store.reach import NEEDED
from workbench.store.rules import broken_rule
from workbench.store.tables import LOGGED, Blob, as_of_now
from workbench.store.work import read_blob, table_of

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: `what` is page, log, row, rule, original or passage; `where` an id or number."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was checked, and every problem found."""

    changes: int
    blobs: int
    passages: int
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """True where nothing is wrong."""
        return not self.problems


def check_archive(archive: Archive, progress: Progress | None = None) -> CheckReport:
    """Read everything once and say what is not as it should be; nothing is written.

    `progress` is called with (done, total) in steps of changes, blobs, passages and their earlier places together.
    """
    problems = [Problem("page", page) for page in archive.damaged_pages()]
    counted = {"log": 0, "blob": 0, "passage": 0, "earlier": 0}
    if not problems:
        with archive.read() as connection:
            total = _total(connection)
            for kind, problem in _walk(connection):
                counted[kind] += 1
                if problem is not None:
                    problems.append(problem)
                if progress is not None and sum(counted.values()) % 50 == 0:
                    progress(sum(counted.values()), total)
            problems += _rows_against_log(connection)
            problems += _lost_references(connection)
            problems += _without_what_they_need(connection)
    return CheckReport(counted["log"], counted["blob"], counted["passage"], tuple(problems))


def _total(connection: Connection) -> int:
    tables = (log.CHANGE, table_of(Blob), PASSAGE, CARRYING)
    return sum(int(connection.execute(select(func.count()).select_from(table)).scalar_one()) for table in tables)


def _walk(connection: Connection) -> Iterator[tuple[str, Problem | None]]:
    for number, broken in log.verify_chain(connection):
        yield "log", None if broken is None else Problem("log", str(number))
    for digest in connection.execute(select(table_of(Blob).c.digest)).scalars().all():
        actual = hashlib.sha256(read_blob(connection, digest)).hexdigest()
        yield "blob", None if actual == digest else Problem("original", digest)
    for version in connection.execute(select(TEXT.c.id, TEXT.c.digest)).all():
        try:
            whole = read_blob(connection, version.digest).decode("utf-8", "replace")
        except NotFoundError:
            whole = ""  # told as a row that names what is not there; no passage holds then
        for row in connection.execute(select(PASSAGE).where(PASSAGE.c.text_version_id == version.id)):
            yield "passage", None if _holds(row, whole) else Problem("passage", row.id)
        for row in connection.execute(select(CARRYING).where(CARRYING.c.from_id == version.id)):
            yield "earlier", None if _holds(row, whole) else Problem("passage", row.passage_id)


def _holds(row: Row[Any], whole: str) -> bool:
    try:
        return Anchor(Span(row.start, row.end), row.exact, row.prefix, row.suffix).holds(whole)
    except (ValueError, TypeError):  # what the columns hold is no place at all
        return False


def _lost_references(connection: Connection) -> Iterator[Problem]:
    """Find rows that name a row or an original that is not there."""
    for table, _number, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem("row", f"{table} → {parent}")
    known = all_properties(connection)
    yield from (Problem("row", "statement → own_property") for key in property_uses(connection) if key not in known)


def _without_what_they_need(connection: Connection) -> Iterator[Problem]:
    """Find records without a name; a bare passage is only of no use."""
    for owner, needed in NEEDED.items():
        if owner == "passage":
            continue
        table = table_of(LOGGED[owner])
        columns = (table_of(LOGGED[name]).c[column] for name, column in needed)
        lone = select(table.c.id).where(*(~exists().where(column == table.c.id) for column in columns))
        for row_id in connection.execute(lone).scalars():
            yield Problem("row", f"{owner} {row_id}")


def _rows_against_log(connection: Connection) -> Iterator[Problem]:
    """Compare every logged row with what the log says last of it, and with the rules that every write keeps.

    An edit past the log, or past the rules, shows here.
    """
    latest = text(
        "SELECT change.row_id, change.after FROM change JOIN"
        " (SELECT max(number) AS number FROM change WHERE table_name = :name GROUP BY row_id) AS last"
        " ON last.number = change.number WHERE change.after IS NOT NULL"
    )
    for name, model in LOGGED.items():
        said: dict[str, str] = dict(connection.execute(latest, {"name": name}).all())
        for row in connection.execute(select(table_of(model))).mappings():
            if broken_rule(name, dict(row)):
                yield Problem("rule", f"{name} {row['id']}")
            after = said.pop(row["id"], None)
            if after is None or _said(name, after) != dict(row):
                yield Problem("row", f"{name} {row['id']}")
        yield from (Problem("row", f"{name} {row_id}") for row_id in said)


def _said(name: str, after: str) -> object:
    """Read a logged row; None where it was altered so that it is none (its chain is broken then)."""
    try:
        return as_of_now(name, json.loads(after))
    except (ValueError, TypeError):
        return None
