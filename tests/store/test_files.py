from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from rooms import Room, clone, open_room, rows_of
from workbench.domain.errors import DamagedArchiveError, NotAnArchiveError
from workbench.services.archives import check_archive_file
from workbench.services.checks import check_archive
from workbench.store.engine import PAGE_SIZE
from workbench.store.files import check_file, has_log, in_use, left_open, side_files


def test_an_open_archive_is_in_use_and_was_not_left(room: Room) -> None:
    room.bring_in()
    assert in_use(room.path)
    assert has_log(room.path)
    assert not left_open(room.path)
    room.archive.close()
    assert not in_use(room.path)
    assert not has_log(room.path)
    assert not left_open(room.path)


def test_a_log_without_a_writer_was_left_by_a_crash(room: Room, tmp_path: Path) -> None:
    room.bring_in()
    (tmp_path / "copy").mkdir()
    path = clone(room.path, tmp_path / "copy")
    assert left_open(path)
    assert check_archive_file(path)
    assert sorted(file.name for file in path.parent.iterdir()) == ["room.archive", "room.archive-wal"]
    open_room(path).close()
    assert not left_open(path)
    assert not check_archive_file(path)


def test_side_files_lie_beside_the_file_itself(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "a.archive").touch()
    (tmp_path / "link.archive").symlink_to(tmp_path / "here" / "a.archive")
    assert [file.name for file in side_files(tmp_path / "link.archive")] == ["a.archive-wal", "a.archive-shm"]
    assert side_files(tmp_path / "link.archive")[0].parent == (tmp_path / "here").resolve()


def test_only_whole_pages_of_noise_can_be_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.archive"
    for data, error in (
        (b"", NotAnArchiveError),
        (os.urandom(PAGE_SIZE - 1), NotAnArchiveError),
        (b"text " * PAGE_SIZE, NotAnArchiveError),
        (b"\x89PNG\r\n" + os.urandom(2 * PAGE_SIZE), NotAnArchiveError),
        (b"\0\0\0\x18ftypmp42" + os.urandom(2 * PAGE_SIZE), NotAnArchiveError),
        (os.urandom(PAGE_SIZE + 1), DamagedArchiveError),
    ):
        path.write_bytes(data)
        with pytest.raises(error):
            check_file(path)
    path.write_bytes(os.urandom(2 * PAGE_SIZE))
    check_file(path)


def test_a_last_page_that_a_full_disk_cut_short_comes_back_from_the_log(room: Room, tmp_path: Path) -> None:
    """A checkpoint that ran out of room half-way through a page has not lost it: it is still in the log."""
    before = room.path.stat().st_size
    room.bring_in("\n".join(f"Line {number} of a longer article." for number in range(2_000)))
    rows = room.rows()
    (tmp_path / "copy").mkdir()
    path = clone(room.path, tmp_path / "copy")
    room.archive.close()
    assert room.path.stat().st_size > before
    with path.open("wb") as file:
        file.write(room.path.read_bytes()[: -PAGE_SIZE // 2])
    with closing(open_room(path)) as archive:
        assert archive.recovery is not None
        assert rows_of(archive) == rows
        assert check_archive(archive).sound
        assert path.stat().st_size % PAGE_SIZE == 0
        assert not has_log(path)
