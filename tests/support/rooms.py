"""An archive with somebody at work in it, for tests and for the processes that they start and kill."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import select, text

from workbench.domain.anchors import Span
from workbench.domain.inputs import NameInput, ProfileInput, Provenance, RecordInput
from workbench.domain.kinds import RecordKind
from workbench.importers.files import original_of
from workbench.importers.reading import read
from workbench.languages.fold import fold
from workbench.services import archives, records, sources
from workbench.services.checks import check_archive
from workbench.store import search_index
from workbench.store.archive import Archive
from workbench.store.engine import connect
from workbench.store.tables import LOGGED
from workbench.store.work import Act, table_of
from workbench.vault import keys
from workbench.vault.keys import ArchiveKey, Parameters

T = TypeVar("T")

PASSPHRASE = "seven reeds by the slow river"
CHEAP = Parameters(memory=8, iterations=1, lanes=1)
PROFILE = ProfileInput(name="Анэля Крушына", initials="AK", language="be")
ARTICLE = (
    "The gate\n"
    "On 3 May the librarian Alena Sokał walked out of the gate in Orša. Her brother Ihar stood there.\n"
    "“We kept your chair by the window,” he said. 👩\u200d👧 Nobody else spoke.\n"
    "The court had sentenced her to seven years; the register counts nine."
)


class Room:
    """One archive file and the person who works in it."""

    def __init__(self, path: Path, archive: Archive, author_id: str) -> None:
        self.path, self.archive, self.author_id = path, archive, author_id

    def do(self, act: Act[T], author_id: str | None = None) -> T:
        """Perform an act and return its value."""
        return self.archive.perform(act, author_id=author_id or self.author_id).value

    def undo(self) -> None:
        self.archive.undo(author_id=self.author_id)

    def redo(self) -> None:
        self.archive.redo(author_id=self.author_id)

    def reopen(self) -> None:
        """Close the archive and open it again, as the next start of the program does."""
        self.archive.close()
        self.archive = open_room(self.path)

    def bring_in(self, words: str = ARTICLE, **facts: str) -> str:
        """Import a text and return the id of its text version."""
        return self.do(sources.import_source(incoming(words, **facts))).text_version_id

    def person(self, name: str, *others: NameInput, kind: RecordKind = RecordKind.PERSON) -> str:
        """Make a record and return its id."""
        return self.do(records.create_record(named(name, *others, kind=kind)))

    def rows(self) -> dict[str, dict[str, dict[str, Any]]]:
        """Return every logged row by table and id, without its revision."""
        return rows_of(self.archive)

    def assert_sound(self) -> None:
        """Every page, the log, every row and passage, and the search index are as they should be."""
        report = check_archive(self.archive)
        assert report.problems == ()
        assert_index_in_step(self.archive)


def incoming(words: str, **facts: str) -> sources.Incoming:
    """Make a plain text ready for import without asking which language it is in."""
    original = original_of(words.encode(), "article.txt")
    given = {"title": "The gate", "language": "en", **facts}
    return sources.Incoming(original, read(original), Provenance(**given))


def named(name: str, *others: NameInput, kind: RecordKind = RecordKind.PERSON) -> RecordInput:
    """Make a record's input from an English name and further names."""
    return RecordInput(kind=kind, names=(NameInput(value=name, tag="en"), *others))


def span_of(words: str, within: str = ARTICLE) -> Span:
    """Return where words stand in a text for the first time."""
    at = within.index(words)
    return Span(at, at + len(words))


def open_room(path: Path, passphrase: str = PASSPHRASE, *, read_only: bool = False) -> Archive:
    """Open an archive that was made with the cheap parameters."""
    return archives.open_archive(path, passphrase, read_only=read_only, parameters=(CHEAP,))


def key_of(path: Path, passphrase: str = PASSPHRASE) -> ArchiveKey:
    """Derive the key of an archive that was made with the cheap parameters."""
    return keys.derive(passphrase, keys.read_salt(path), CHEAP)


def raw(path: Path, *statements: str, passphrase: str = PASSPHRASE) -> list[tuple[Any, ...]]:
    """Run SQL past the program, as somebody who knows the passphrase could; return the last answer."""
    with closing(connect(path, key_of(path, passphrase), read_only=False)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        found: list[tuple[Any, ...]] = []
        for statement in statements:
            found = connection.execute(statement).fetchall()
        return found


def rows_of(archive: Archive) -> dict[str, dict[str, dict[str, Any]]]:
    """Return every logged row by table and id, without its revision."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    with archive.read() as connection:
        for name, model in LOGGED.items():
            rows = connection.execute(select(table_of(model))).mappings()
            found[name] = {row["id"]: {k: v for k, v in row.items() if k != "revision"} for row in rows}
    return found


def index_of(archive: Archive) -> list[tuple[Any, ...]]:
    """Return what the search index holds, without the order in which it came in."""
    query = text("SELECT kind, row_id, position, body, folded FROM search_item")
    with archive.read() as connection:
        return sorted(tuple(row) for row in connection.execute(query))


def drop_index(room: Room, passphrase: str = PASSPHRASE) -> None:
    """Lose the search index while the archive is closed; opening makes it anew."""
    room.archive.close()
    raw(room.path, "DROP TABLE search_words", "DROP TABLE search_item", passphrase=passphrase)
    room.archive = open_room(room.path, passphrase)


def assert_index_in_step(archive: Archive) -> None:
    """The index holds what one made anew from the rows would hold, and FTS5 finds it consistent."""
    wanted: list[tuple[Any, ...]] = []
    with archive.read() as connection:
        for kind, row in search_index._everything(connection):
            items = search_index._items(connection, kind, row, fold)
            wanted += [tuple(item[k] for k in ("kind", "row_id", "position", "body", "folded")) for item in items]
    assert index_of(archive) == sorted(wanted)
    if not archive.read_only and archive._writer is not None:
        with archive._writer.begin() as connection:
            connection.exec_driver_sql("INSERT INTO search_words(search_words, rank) VALUES ('integrity-check', 1)")


def side_by_side(path: Path) -> list[str]:
    """Return the names of all files in an archive's folder."""
    return sorted(file.name for file in path.parent.iterdir())


def clone(path: Path, folder: Path, files: Iterable[str] = ("", "-wal")) -> Path:
    """Copy an archive file and its log to another folder, as a person with a stick would."""
    target = folder / path.name
    for suffix in files:
        source = path.with_name(path.name + suffix)
        if source.exists():
            target.with_name(target.name + suffix).write_bytes(source.read_bytes())
    return target
