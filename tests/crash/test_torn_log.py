"""A write-ahead log that a crash tore at any place: the archive opens with a beginning of what was done."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from rooms import Room, clone, key_of, named, open_room, rows_of, span_of
from workbench.domain.errors import DamagedArchiveError
from workbench.domain.inputs import MentionInput, NoteInput, TagInput
from workbench.services import passages, records
from workbench.services.checks import check_archive
from workbench.store import log
from workbench.store.archive import Archive
from workbench.store.engine import connect

STEP = 512
States = dict[int, Any]


def last(archive: Archive) -> int:
    """Return the number of the last operation."""
    with archive.read() as connection:
        operation = log.last_operation(connection)
    return operation.number if operation else 0


def chain_holds(archive: Archive) -> bool:
    with archive.read() as connection:
        return all(broken is None for _number, broken in log.verify_chain(connection))


@pytest.fixture
def crashed(room: Room, tmp_path: Path) -> tuple[Path, bytes, States]:
    """A copy made in the middle of a day's work, its log, and what the rows were after each operation."""
    states = {last(room.archive): room.rows()}
    version = room.bring_in()
    states[last(room.archive)] = room.rows()
    for act in (
        records.create_record(named("Alena")),
        passages.add_note(version, span_of("gate"), NoteInput(body="нататка")),
        passages.add_tag(version, span_of("chair"), TagInput(label="мэбля")),
        records.link_passage(version, span_of("Alena Sokał"), named("Alena Sokał"), MentionInput()),
    ):
        room.do(act)
        states[last(room.archive)] = room.rows()
    room.undo()
    states[last(room.archive)] = room.rows()
    (tmp_path / "crashed").mkdir()
    path = clone(room.path, tmp_path / "crashed")
    return path, path.with_name(path.name + "-wal").read_bytes(), states


def tear(crashed: tuple[Path, bytes, States], folder: Path, log_bytes: bytes) -> Path:
    """Make the archive anew with another log beside it."""
    path = folder / "torn.archive"
    path.write_bytes(crashed[0].read_bytes())
    path.with_name(path.name + "-wal").write_bytes(log_bytes)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    return path


def test_cut_anywhere_it_holds_whole_operations(crashed: tuple[Path, bytes, States], tmp_path: Path) -> None:
    _source, whole, states = crashed
    reached: list[int] = []
    lengths = [*range(0, len(whole), STEP), len(whole)]
    for length in lengths:
        path = tear(crashed, tmp_path, whole[:length])
        with closing(connect(path, key_of(path), read_only=True)) as connection:
            ((at,),) = connection.execute("SELECT max(number) FROM operation").fetchall()
        reached.append(at)
    assert reached == sorted(reached)
    assert set(reached) == set(states)
    # Every row and the whole chain, at the first and the last cut that reach an operation.
    beside = zip([None, *reached], reached, [*reached[1:], None], strict=False)
    edges = [number for number, (one, at, other) in enumerate(beside) if at not in (one, other) or one != other]
    for number in edges:
        path = tear(crashed, tmp_path, whole[: lengths[number]])
        with closing(open_room(path, read_only=True)) as archive:
            assert rows_of(archive) == states[reached[number]], lengths[number]
            assert chain_holds(archive), lengths[number]


def test_cut_anywhere_it_is_sound_and_work_goes_on(crashed: tuple[Path, bytes, States], tmp_path: Path) -> None:
    _source, whole, states = crashed
    for length in range(STEP, len(whole), len(whole) // 10):
        path = tear(crashed, tmp_path, whole[:length])
        archive = open_room(path)
        room = Room(path, archive, next(iter(rows_of(archive)["profile"])))
        assert room.rows() == states[last(archive)]
        room.assert_sound()
        room.person("after the crash")
        room.reopen()
        assert room.archive.recovery is None
        room.assert_sound()
        room.archive.close()


def test_a_flipped_bit_in_the_log_ends_it_there(crashed: tuple[Path, bytes, States], tmp_path: Path) -> None:
    _source, whole, states = crashed
    for place in range(40, len(whole), len(whole) // 12):
        damaged = bytearray(whole)
        damaged[place] ^= 0x40
        with closing(open_room(tear(crashed, tmp_path, bytes(damaged)))) as archive:
            assert rows_of(archive) == states[last(archive)], place
            assert check_archive(archive).sound, place


def test_without_its_log_the_file_is_as_it_was_last_folded(crashed: tuple[Path, bytes, States], tmp_path: Path) -> None:
    with closing(open_room(tear(crashed, tmp_path, b""))) as archive:
        assert rows_of(archive) == crashed[2][min(crashed[2])]
        assert check_archive(archive).sound


def test_the_log_of_another_archive_is_not_read_as_ones_own(room: Room, sample_room: Room, tmp_path: Path) -> None:
    room.bring_in()
    strange = room.path.with_name(room.path.name + "-wal").read_bytes()
    sample_room.person("Vera")
    before = sample_room.rows()
    sample_room.archive.close()
    (tmp_path / "mixed").mkdir()
    path = clone(sample_room.path, tmp_path / "mixed")
    path.with_name(path.name + "-wal").write_bytes(strange)
    with pytest.raises(DamagedArchiveError):
        open_room(path)
    path.with_name(path.name + "-wal").unlink()
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    with closing(open_room(path)) as archive:
        assert rows_of(archive) == before
    sample_room.archive = open_room(sample_room.path)
