from __future__ import annotations

import os
import stat
import subprocess
import threading
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3

from children import PYTHON, Child, environment
from rooms import CHEAP, PASSPHRASE, PROFILE, Room, clone, key_of, open_room, raw, rows_of, side_by_side
from workbench.domain.errors import (
    ArchiveError,
    CancelledError,
    DamagedArchiveError,
    LockedError,
    NewerArchiveError,
    NotAnArchiveError,
    ReadOnlyError,
    WorkbenchError,
    WrongPassphraseError,
)
from workbench.domain.inputs import NoteInput, ProfileInput, TagInput
from workbench.languages.fold import fold
from workbench.services import archives, passages, profiles
from workbench.services.checks import check_archive
from workbench.store.archive import Archive, Recovery
from workbench.store.engine import PAGE_SIZE, connect
from workbench.store.log import entries
from workbench.store.making import create
from workbench.store.migrate import APPLICATION_ID, MAJOR, MINOR
from workbench.store.work import Act
from workbench.vault import keys

SECOND_PROGRAM = """
import sys
from pathlib import Path
from rooms import *
from workbench.domain.errors import WorkbenchError
archive = open_room(Path(sys.argv[1]))
print(archive.read_only, len(rows_of(archive)["profile"]), flush=True)
try:
    archive.perform(records.create_record(named("Ihar")), author_id=None)
    print("written", flush=True)
except WorkbenchError as error:
    print(type(error).__name__, "|", error, flush=True)
sys.stdin.readline()
print(len(rows_of(archive)["record"]), flush=True)
sys.stdin.readline()
archive.close()
print("closed", flush=True)
"""


def test_a_new_archive_is_one_private_file_that_looks_like_noise(tmp_path: Path) -> None:
    path = tmp_path / "дом №1 #%20?.archive"
    created = archives.create_archive(path, PASSPHRASE, PROFILE, parameters=CHEAP)
    created.archive.close()
    assert side_by_side(path) == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    data = path.read_bytes()
    assert len(data) % PAGE_SIZE == 0
    assert not data.startswith(b"SQLite")
    for words in (b"CREATE TABLE", b"profile", PROFILE.name.encode(), PASSPHRASE.encode()):
        assert words not in data
    with closing(open_room(path)) as archive:
        assert list(rows_of(archive)["profile"]) == [created.profile_id]


def test_two_archives_of_one_passphrase_have_different_keys(tmp_path: Path) -> None:
    raws = []
    for name in ("a.archive", "b.archive"):
        archives.create_archive(tmp_path / name, PASSPHRASE, PROFILE, parameters=CHEAP).archive.close()
        raws.append(key_of(tmp_path / name).raw())
    assert raws[0] != raws[1]


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.archive"
    path.write_bytes(b"mine")
    with pytest.raises(ArchiveError, match="already a file"):
        archives.create_archive(path, PASSPHRASE, PROFILE, parameters=CHEAP)
    with pytest.raises(ArchiveError, match="already a file"):
        create(path, keys.new_key(PASSPHRASE, CHEAP), fold)
    assert path.read_bytes() == b"mine"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="in this folder"):
        archives.create_archive(tmp_path / "no" / "a.archive", PASSPHRASE, PROFILE, parameters=CHEAP)


def test_what_was_saved_is_there_after_closing(room: Room) -> None:
    version = room.bring_in()
    room.do(passages.add_note(version, passages.Span(0, 3), NoteInput(body="нататка")))
    before = room.rows()
    room.archive.close()
    assert side_by_side(room.path) == ["room.archive"]
    room.archive = open_room(room.path)
    assert room.rows() == before
    assert room.archive.recovery is None
    room.assert_sound()


@pytest.mark.parametrize("crashed", [False, True])
def test_a_wrong_passphrase_changes_nothing(room: Room, tmp_path: Path, crashed: bool) -> None:
    room.bring_in()
    if not crashed:
        room.archive.close()
    (tmp_path / "copy").mkdir()
    path = clone(room.path, tmp_path / "copy")
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert len(before) == 1 + crashed
    with pytest.raises(WrongPassphraseError) as refusal:
        open_room(path, "seven reeds by the slow River")
    assert refusal.value.kept
    assert refusal.value.do
    after = {file.name: file.read_bytes() for file in path.parent.iterdir() if not file.name.endswith("-shm")}
    assert after == before
    with closing(open_room(path)) as archive:
        assert len(rows_of(archive)["source"]) == 1
        assert check_archive(archive).sound


def _text(path: Path, _room: Room) -> None:
    path.write_text("гэта не архіў\n" * 900, encoding="utf-8")


def _plain(path: Path, _room: Room) -> None:
    with closing(sqlcipher3.dbapi2.connect(str(path))) as connection:
        connection.execute("CREATE TABLE profile (name TEXT)")


def _empty(path: Path, _room: Room) -> None:
    path.write_bytes(b"")


def _short(path: Path, room: Room) -> None:
    path.write_bytes(room.path.read_bytes()[: PAGE_SIZE - 1])


def _zeros(path: Path, _room: Room) -> None:
    path.write_bytes(bytes(10 * PAGE_SIZE))


def _foreign(path: Path, _room: Room) -> None:
    path.touch()
    with closing(connect(path, keys.derive(PASSPHRASE, b"0123456789abcdef", CHEAP), read_only=False)) as connection:
        connection.execute("CREATE TABLE other (name TEXT)")


@pytest.mark.parametrize("make", [_text, _plain, _empty, _short, _zeros, _foreign])
def test_what_is_no_archive_is_refused_and_not_touched(make: object, room: Room, tmp_path: Path) -> None:
    room.archive.close()
    path = tmp_path / "other.archive"
    make(path, room)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(NotAnArchiveError):
        open_room(path)
    assert path.read_bytes() == before
    assert side_by_side(path) == ["other.archive", "room.archive"]


def test_a_folder_a_pipe_and_nothing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchiveError):
        open_room(tmp_path)
    with pytest.raises(ArchiveError, match="no file"):
        open_room(tmp_path / "gone.archive")
    os.mkfifo(tmp_path / "pipe.archive")
    with pytest.raises(NotAnArchiveError):
        open_room(tmp_path / "pipe.archive")


def test_a_file_that_was_cut_is_damaged_wherever_the_cut_is(room: Room, tmp_path: Path) -> None:
    room.bring_in()
    room.archive.close()
    data = room.path.read_bytes()
    path = tmp_path / "cut.archive"
    half = len(data) // PAGE_SIZE // 2 * PAGE_SIZE
    for length in (PAGE_SIZE + 1, half + 7, len(data) - 1):
        path.write_bytes(data[:length])
        with pytest.raises(DamagedArchiveError, match="cut short"):
            open_room(path)
        assert path.read_bytes() == data[:length]
    for length in (PAGE_SIZE, half, len(data) - PAGE_SIZE):
        path.write_bytes(data[:length])
        with pytest.raises(DamagedArchiveError, match="damaged"):
            open_room(path)
        assert path.read_bytes() == data[:length]


@pytest.mark.parametrize("place", ["first", "middle", "last"])
@pytest.mark.parametrize("offset", [0, 17, 100, 2048, PAGE_SIZE - 60, PAGE_SIZE - 1])
def test_a_damaged_page_is_never_read_as_something_else(room: Room, tmp_path: Path, place: str, offset: int) -> None:
    room.bring_in()
    before = room.rows()
    room.archive.close()
    data = bytearray(room.path.read_bytes())
    page = {"first": 0, "middle": len(data) // PAGE_SIZE // 2, "last": len(data) // PAGE_SIZE - 2}[
        place
    ]  # the very last one is of the schema itself
    data[page * PAGE_SIZE + offset] ^= 0x10
    path = tmp_path / "damaged.archive"
    path.write_bytes(data)
    if place == "first":
        with pytest.raises(WrongPassphraseError):
            open_room(path)
        assert path.read_bytes() == data
        return
    with closing(open_room(path)) as archive:
        report = check_archive(archive)
        assert {problem.what for problem in report.problems} == {"page"}
        assert f" {page + 1}" in report.problems[0].where
        try:
            assert rows_of(archive) == before
        except DamagedArchiveError as error:
            assert error.do  # noqa: PT017 - reading either gives what was saved or says this


def test_every_single_page_is_guarded(room: Room, tmp_path: Path) -> None:
    room.bring_in()
    room.archive.close()
    data = room.path.read_bytes()
    path = tmp_path / "damaged.archive"
    for page in range(1, len(data) // PAGE_SIZE):
        damaged = bytearray(data)
        damaged[page * PAGE_SIZE + 2000] ^= 1
        path.write_bytes(damaged)
        try:
            with closing(open_room(path, read_only=True)) as archive:
                named = " ".join(archive.damaged_pages())
        except DamagedArchiveError as error:
            named = error.what
            assert path.read_bytes() == damaged, page
        assert f"page {page + 1}" in named


@pytest.mark.parametrize(("version", "readable"), [((MAJOR + 1, 0), False), ((MAJOR, MINOR + 1), True)])
@pytest.mark.parametrize("crashed", [False, True])
def test_a_newer_schema_is_refused_and_the_file_is_the_same_to_the_byte(
    room: Room, tmp_path: Path, version: tuple[int, int], readable: bool, crashed: bool
) -> None:
    room.bring_in()
    if not crashed:
        room.archive.close()
    number = version[0] * 1000 + version[1]
    path = _newer(room, tmp_path / "newer", number, crashed)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(NewerArchiveError, match="newer version") as refusal:
        open_room(path)
    assert refusal.value.kept == "It was not touched."
    after = {file.name: file.read_bytes() for file in path.parent.iterdir() if not file.name.endswith("-shm")}
    assert after == before
    if readable:
        with closing(open_room(path, read_only=True)) as archive:
            assert len(rows_of(archive)["source"]) == 1
            with pytest.raises(ReadOnlyError):
                archive.perform(profiles.add_profile(ProfileInput(name="B", initials="B")), author_id=None)
    else:
        with pytest.raises(NewerArchiveError):
            open_room(path, read_only=True)
    assert path.read_bytes() == before[path.name]


def _newer(room: Room, folder: Path, number: int, crashed: bool) -> Path:
    """Make a copy whose schema says a newer version: folded into the file, or still in a crash's log."""
    folder.mkdir()
    if not crashed:
        path = clone(room.path, folder)
        raw(path, f"PRAGMA user_version = {number}")
        return path
    with closing(connect(room.path, key_of(room.path), read_only=False)) as connection:
        connection.execute(f"PRAGMA user_version = {number}")
        path = clone(room.path, folder)
        connection.execute(f"PRAGMA user_version = {MAJOR * 1000 + MINOR}")
    return path


def test_a_file_in_another_journal_mode_is_not_touched_either(room: Room, tmp_path: Path) -> None:
    room.archive.close()
    raw(room.path, f"PRAGMA user_version = {MAJOR * 1000 + 1000}", "PRAGMA journal_mode = DELETE")
    before = room.path.read_bytes()
    with pytest.raises(NewerArchiveError):
        open_room(room.path)
    assert room.path.read_bytes() == before
    raw(room.path, f"PRAGMA user_version = {MAJOR * 1000 + MINOR}", "PRAGMA journal_mode = DELETE")
    with closing(open_room(room.path)) as archive:
        assert check_archive(archive).sound


def test_the_file_says_whose_it_is(room: Room) -> None:
    room.archive.close()
    assert raw(room.path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert raw(room.path, "PRAGMA user_version") == [(MAJOR * 1000 + MINOR,)]
    assert raw(room.path, "PRAGMA journal_mode") == [("wal",)]


def test_a_second_program_reads_and_does_not_write(room: Room) -> None:
    with Child(SECOND_PROGRAM, room.path) as second:
        assert second.line() == "True 1"
        name, _, message = second.line().partition(" | ")
        assert name == "ReadOnlyError"
        assert message == (
            "Another program is writing to this archive, so here it can only be read. Nothing was changed. "
            "Close it there and open it here again."
        )
        room.person("Alena")
        second.say()
        assert second.line() == "1"
        room.archive.close()
        second.say()
        assert second.line() == "closed"
    assert side_by_side(room.path) == ["room.archive"]
    room.archive = open_room(room.path)
    assert not room.archive.read_only
    room.assert_sound()


def test_a_second_opening_here_reads_too_and_the_lock_follows_the_object(room: Room) -> None:
    second = open_room(room.path)
    assert second.read_only
    with pytest.raises(ReadOnlyError):
        second.undo(author_id=None)
    with pytest.raises(ReadOnlyError):
        second.redo(author_id=None)
    with second.activity("export_bundle"):
        assert rows_of(second) == room.rows()
    closer = threading.Thread(target=room.archive.close)
    closer.start()
    closer.join()
    second.close()
    assert side_by_side(room.path) == ["room.archive"]
    room.archive = open_room(room.path)
    assert not room.archive.read_only


def test_a_link_leads_to_the_same_lock(room: Room, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.archive"
    link.symlink_to(room.path)
    with closing(open_room(link)) as second:
        assert second.read_only
    room.archive.close()
    with closing(open_room(link)) as archive:
        assert not archive.read_only
        archive.perform(profiles.add_profile(ProfileInput(name="B", initials="B")), author_id=None)
    assert sorted(file.name for file in link.parent.iterdir()) == ["link.archive"]
    assert side_by_side(room.path) == ["desk", "room.archive"]


def test_opening_for_reading_leaves_the_file_as_it_is(room: Room) -> None:
    room.archive.close()
    before = room.path.read_bytes()
    with closing(open_room(room.path, read_only=True)) as archive:
        assert archive.read_only
        assert archive.recovery is None
    assert room.path.read_bytes() == before
    assert side_by_side(room.path) == ["room.archive"]


def test_a_closed_archive_is_locked(room: Room) -> None:
    archive = room.archive
    archive.close()
    assert not archive.is_open
    for act in (
        archive.archive_id,
        archive.damaged_pages,
        lambda: archive.undo(author_id=None),
        lambda: archive.perform(profiles.add_profile(PROFILE), author_id=None),
    ):
        with pytest.raises(LockedError):
            act()
    with archive.activity("export_bundle"):
        pass
    archive.close()
    with pytest.raises(ValueError, match="wiped"):
        archive.key.pragma()


def test_a_read_that_loses_the_race_with_closing_is_told_so(room: Room) -> None:
    reader = room.archive._open_reader()
    room.archive.close()
    room.archive._reader = reader  # as a thread that had it in hand before
    try:
        with pytest.raises(ValueError, match="wiped"), room.archive.read():
            pass
    finally:
        room.archive._reader = None


def test_closing_waits_for_who_still_reads_and_leaves_one_file(room: Room) -> None:
    room.bring_in()
    reading, go_on = threading.Event(), threading.Event()

    def read() -> None:
        with room.archive.read() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM source")
            reading.set()
            assert go_on.wait(10)

    reader = threading.Thread(target=read)
    reader.start()
    assert reading.wait(10)
    closing = threading.Thread(target=room.archive.close)
    closing.start()
    while room.archive.is_open:
        pass
    with pytest.raises(LockedError), room.archive.read():
        pass
    go_on.set()
    closing.join()
    reader.join()
    assert side_by_side(room.path) == [room.path.name]


def test_writers_of_many_threads_take_turns_and_closing_waits(room: Room) -> None:
    refused: list[WorkbenchError] = []

    def work(number: int) -> None:
        for turn in range(10):
            try:
                room.do(profiles.add_profile(ProfileInput(name="P", initials=f"{number}-{turn}")))
            except LockedError as error:
                refused.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    threads[0].join()
    room.archive.close()
    for thread in threads[1:]:
        thread.join()
    room.archive = open_room(room.path)
    assert len(room.rows()["profile"]) == 1 + 40 - len(refused)
    room.assert_sound()


def test_a_crash_is_told_with_what_was_under_way(room: Room, tmp_path: Path) -> None:
    room.bring_in()
    with room.archive.read() as connection:
        last = entries(connection)[0].operation
    copies = [tmp_path / name for name in ("busy", "idle")]
    for copy in copies:
        copy.mkdir()
    with room.archive.activity("export_bundle"):
        busy = clone(room.path, copies[0])
    idle = clone(room.path, copies[1])
    with closing(open_room(busy)) as archive:
        assert archive.recovery == Recovery(last.moment, "export_bundle")
    with closing(open_room(idle)) as archive:
        assert archive.recovery == Recovery(last.moment, "")
    for path in (busy, idle):
        with closing(open_room(path)) as archive:
            assert archive.recovery is None


def test_a_refused_act_leaves_nothing(room: Room) -> None:
    before = room.rows()

    def half(work: object) -> None:
        profiles.add_profile(ProfileInput(name="B", initials="B")).run(work)  # type: ignore[arg-type]
        raise KeyError("a bug")

    with pytest.raises(KeyError):
        room.do(Act("add_profile", half))
    stop = CancelledError("stopped")

    def check() -> None:
        raise stop

    with pytest.raises(CancelledError):
        room.archive.perform(
            Act("add_profile", lambda work: (half.__code__, work.checkpoint())), author_id=None, check=check
        )
    assert room.rows() == before
    room.assert_sound()


def test_an_act_without_effect_is_not_logged(room: Room) -> None:
    outcome = room.archive.perform(Act("add_note", lambda _work: 7), author_id=room.author_id)
    assert (outcome.value, outcome.changes) == (7, None)
    with room.archive.read() as connection:
        assert [row.operation.action for row in entries(connection)] == ["add_profile"]


def test_what_the_database_refuses_is_told_without_content(room: Room) -> None:
    label = "Сакрэтная пазнака"
    version = room.bring_in()
    room.do(passages.add_tag(version, passages.Span(0, 3), TagInput(label=label)))

    def twice(work: object) -> None:
        work.insert(passages.Tag, label=label)  # type: ignore[attr-defined]

    with pytest.raises(ArchiveError, match="does not go together") as refusal:
        room.do(Act("add_tag", twice))
    chain: BaseException | None = refusal.value
    while chain is not None:
        assert label not in f"{chain!s} {chain!r}"
        chain = chain.__cause__ or chain.__context__
    room.assert_sound()


def test_an_archive_with_another_key_object_is_the_same_archive(room: Room) -> None:
    identity = room.archive.archive_id()
    room.archive.close()
    with closing(Archive(room.path, key_of(room.path), fold)) as archive:
        assert archive.archive_id() == identity


ON_A_PROTECTED_DRIVE = """
import sys
from pathlib import Path
from rooms import *
from workbench.domain.errors import WorkbenchError
try:
    archive = open_room(Path(sys.argv[1]))
    print(archive.read_only, len(rows_of(archive)["source"]), check_archive(archive).sound)
    archive.perform(records.create_record(named("Ihar")), author_id=None)
except WorkbenchError as error:
    print(type(error).__name__, error.what)
"""


def test_a_write_protected_drive_is_read(room: Room, tmp_path: Path) -> None:
    """As a stick with its switch on, where this system lets a test have a drive of its own."""
    room.bring_in()
    (tmp_path / "crashed").mkdir()
    crashed = clone(room.path, tmp_path / "crashed")
    room.archive.close()
    may = subprocess.run(["unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt"], check=False).returncode == 0
    script = 'mount -t tmpfs none "$1" && cp "$2"* "$1/" && mount -o remount,ro "$1" && shift 2 && "$@"'
    for path, said in (
        (room.path, "True 1 True\nReadOnlyError This archive is open for reading only.\n"),
        (crashed, "ArchiveError The archive file could not be read or written.\n"),
    ):
        stick = tmp_path / f"stick of {path.parent.name}"
        stick.mkdir()
        work = [*PYTHON, "-c", ON_A_PROTECTED_DRIVE, str(stick / path.name)]
        command = ["unshare", "-rm", "sh", "-c", script, "sh", str(stick), str(path), *work]
        if may:
            done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
            assert done.stdout == said
    room.archive = open_room(room.path)


def test_who_asked_for_reading_only_is_told_so(room: Room) -> None:
    room.archive.close()
    with (
        closing(open_room(room.path, read_only=True)) as archive,
        pytest.raises(ReadOnlyError, match="open for reading only"),
    ):
        archive.undo(author_id=None)
    room.archive = open_room(room.path)
