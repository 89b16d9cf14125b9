from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from children import Child
from rooms import CHEAP, PASSPHRASE, Room, index_of, key_of, open_room, rows_of, side_by_side
from workbench.domain.errors import (
    ArchiveError,
    DamagedArchiveError,
    InputError,
    ReadOnlyError,
    WrongPassphraseError,
)
from workbench.services import archives
from workbench.services.checks import check_archive
from workbench.store import rekey
from workbench.vault import keys

FRESH = "an entirely different reed"

KILLED = """
import sys
from pathlib import Path
from rooms import *
from workbench.store import rekey
import workbench.services.archives as services

def stop(where):
    print(where, flush=True)
    sys.stdin.readline()

def before(module, name, where):
    real = getattr(module, name)
    def run(*arguments, **named):
        stop(where)
        return real(*arguments, **named)
    setattr(module, name, run)

def after(module, name, where):
    real = getattr(module, name)
    def run(*arguments, **named):
        value = real(*arguments, **named)
        stop(where)
        return value
    setattr(module, name, run)

{"closed": lambda: before(rekey, "write_copy", "closed"),
 "begun": lambda: before(rekey, "_export", "begun"),
 "copied": lambda: after(rekey, "_export", "copied"),
 "checked": lambda: before(services, "replace_file", "checked"),
 "replaced": lambda: after(services, "replace_file", "replaced"),
 "half": lambda: None}[sys.argv[2]]()
if sys.argv[2] == "half":
    real = rekey.connect
    class Half:
        def __init__(self, inner): self.inner = inner
        def execute(self, sql, *more):
            if "sqlcipher_export" in sql:
                tables = self.inner.execute("SELECT sql FROM sqlite_master WHERE name IN ('blob', 'meta', 'profile')")
                for (statement,) in tables.fetchall():
                    self.inner.execute(statement.replace("CREATE TABLE ", "CREATE TABLE fresh."))
                stop("half")
            return self.inner.execute(sql, *more)
        def close(self): self.inner.close()
    rekey.connect = lambda path, key, *, read_only: Half(real(path, key, read_only=read_only))
archive = open_room(Path(sys.argv[1]))
services.change_passphrase(archive, PASSPHRASE, "an entirely different reed", parameters=(CHEAP,))
print("done", flush=True)
"""


@pytest.fixture
def full(room: Room) -> Room:
    room.bring_in()
    room.person("Алена")
    return room


def test_a_new_passphrase_really_ends_the_old_one(full: Room, tmp_path: Path) -> None:
    rows, index, words = full.rows(), index_of(full.archive), archives.recovery_words(full.archive)
    old_key = full.archive.key.pragma()
    salt = keys.read_salt(full.path)
    changed = archives.change_passphrase(full.archive, PASSPHRASE, FRESH, parameters=(CHEAP,))
    full.archive = changed.archive
    assert not full.archive.read_only
    assert full.archive.key.pragma() != old_key
    assert keys.read_salt(full.path) != salt
    assert (full.rows(), index_of(full.archive)) == (rows, index)
    full.assert_sound()
    full.person("Ihar")
    full.archive.close()
    assert side_by_side(full.path) == ["room.archive"]
    with pytest.raises(WrongPassphraseError):
        open_room(full.path)
    with pytest.raises(WrongPassphraseError, match="recovery sheet"):
        archives.open_with_words(full.path, " ".join(words))
    with closing(archives.open_with_words(full.path, " ".join(changed.words))) as archive:
        assert len(rows_of(archive)["record"]) == 2
    full.archive = open_room(full.path, FRESH)
    full.undo()
    full.undo()
    assert full.rows()["record"] == {}
    full.assert_sound()


def test_whoever_has_the_sheet_needs_no_old_passphrase(full: Room) -> None:
    words = archives.recovery_words(full.archive)
    full.archive.close()
    archive = archives.open_with_words(full.path, " ".join(words))
    full.archive = archives.change_passphrase(archive, "", FRESH, parameters=(CHEAP,)).archive
    full.assert_sound()


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("not the old one at all", FRESH, WrongPassphraseError),
        (PASSPHRASE, PASSPHRASE, InputError),
        (PASSPHRASE, "short", InputError),
        (PASSPHRASE, "", InputError),
    ],
)
def test_a_refused_change_leaves_the_archive_open(full: Room, old: str, new: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        archives.change_passphrase(full.archive, old, new, parameters=(CHEAP,))
    full.person("Ihar")
    full.assert_sound()


def test_only_the_writer_changes_the_passphrase(full: Room) -> None:
    with closing(open_room(full.path)) as second, pytest.raises(ReadOnlyError):
        archives.change_passphrase(second, PASSPHRASE, FRESH, parameters=(CHEAP,))


def test_a_reader_elsewhere_keeps_the_file_in_its_place(full: Room) -> None:
    """Their program would go on with the old file's log, which does not belong to the new one."""
    second = open_room(full.path)
    before = rows_of(second)
    with pytest.raises(ArchiveError, match="reading this archive"):
        archives.change_passphrase(full.archive, PASSPHRASE, FRESH, parameters=(CHEAP,))
    assert not full.archive.is_open
    assert rows_of(second) == before
    second.close()
    assert side_by_side(full.path) == ["room.archive"]
    full.archive = open_room(full.path)
    assert not full.archive.read_only
    full.archive = archives.change_passphrase(full.archive, PASSPHRASE, FRESH, parameters=(CHEAP,)).archive
    full.assert_sound()


def test_nobody_writes_while_the_copy_is_made(full: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    real = rekey.write_copy

    def write_copy(path: Path, old: keys.ArchiveKey, new: keys.ArchiveKey) -> Path:
        with closing(open_room(path)) as other:
            seen.append(other.read_only)
        return real(path, old, new)

    monkeypatch.setattr(rekey, "write_copy", write_copy)
    full.archive = archives.change_passphrase(full.archive, PASSPHRASE, FRESH, parameters=(CHEAP,)).archive
    assert seen == [True]
    assert not full.archive.read_only


def test_a_link_is_followed_and_stays_a_link(full: Room, tmp_path: Path) -> None:
    full.archive.close()
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.archive"
    link.symlink_to(full.path)
    archives.change_passphrase(open_room(link), PASSPHRASE, FRESH, parameters=(CHEAP,)).archive.close()
    assert link.is_symlink()
    assert side_by_side(link) == ["link.archive"]
    full.archive = open_room(full.path, FRESH)


def test_a_copy_that_is_not_the_same_never_takes_the_place(full: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    real = rekey._export

    def export(path: Path, old: keys.ArchiveKey, new: keys.ArchiveKey, target: Path) -> None:
        real(path, old, new, target)
        with closing(rekey.connect(target, new, read_only=False)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("DELETE FROM source")

    monkeypatch.setattr(rekey, "_export", export)
    before = full.rows()
    with pytest.raises(DamagedArchiveError, match="not the same") as refusal:
        archives.change_passphrase(full.archive, PASSPHRASE, FRESH, parameters=(CHEAP,))
    assert "old passphrase" in refusal.value.kept
    assert side_by_side(full.path) == ["room.archive"]
    full.archive = open_room(full.path)
    assert full.rows() == before


def test_a_replacement_that_fails_leaves_the_old_one(full: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_source: Path, _target: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(archives, "replace_file", fail)
    with pytest.raises(ArchiveError, match="could not be read or written"):
        archives.change_passphrase(full.archive, PASSPHRASE, FRESH, parameters=(CHEAP,))
    assert side_by_side(full.path) == ["room.archive"]
    full.archive = open_room(full.path)
    full.assert_sound()


@pytest.mark.parametrize("moment", ["closed", "begun", "half", "copied", "checked", "replaced"])
def test_killed_at_any_moment_one_of_the_two_passphrases_opens_it(full: Room, moment: str) -> None:
    before = full.rows()
    full.archive.close()
    with Child(KILLED, full.path, moment) as child:
        assert child.line() == moment, child.finish()
        assert ("." + full.path.name + ".rekey" in side_by_side(full.path)) is (moment in ("half", "copied", "checked"))
    passphrases = [PASSPHRASE, FRESH] if moment != "replaced" else [FRESH, PASSPHRASE]
    with pytest.raises(WrongPassphraseError):
        open_room(full.path, passphrases[1])
    full.archive = open_room(full.path, passphrases[0])
    assert not full.archive.read_only
    assert full.archive.recovery is None
    assert full.rows() == before
    assert check_archive(full.archive).sound
    full.archive.close()
    assert side_by_side(full.path) == ["room.archive"]
    full.archive = open_room(full.path, passphrases[0])


def test_a_leftover_stays_while_somebody_else_may_be_writing_it(full: Room) -> None:
    leftover = rekey.copy_path(full.path)
    leftover.write_bytes(b"half a copy")
    with closing(open_room(full.path)) as second:
        assert second.read_only
    with closing(open_room(full.path, read_only=True)):
        pass
    assert leftover.exists()
    full.reopen()
    assert not leftover.exists()
    assert not rekey.clear_leftover(full.path)
    leftover.write_bytes(b"half a copy")
    assert rekey.clear_leftover(full.path)


def test_no_key_stands_in_any_statement(full: Room) -> None:
    """A statement's text may come up in an error; keys go to the driver as pragma or parameter only."""
    with closing(rekey.connect(full.path, key_of(full.path), read_only=False)) as connection:
        raw_key = key_of(full.path).raw().hex()
        seen: list[str] = []
        connection.set_trace_callback(seen.append)
        connection.execute("SELECT count(*) FROM profile")
        assert seen
        assert raw_key not in " ".join(seen)


def test_closing_the_old_object_does_not_let_the_new_one_go(full: Room) -> None:
    old = full.archive
    full.archive = archives.change_passphrase(old, PASSPHRASE, FRESH, parameters=(CHEAP,)).archive
    old.close()
    with closing(open_room(full.path, FRESH)) as second:
        assert second.read_only
    full.assert_sound()
