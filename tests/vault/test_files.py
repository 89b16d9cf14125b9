from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import InputError
from workbench.vault.files import (
    atomic_write,
    is_private,
    private_temp_folder,
    read_passphrase_file,
    replace_file,
    sync_folder,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and pipes are those of POSIX")


class PulledOutError(Exception):
    """What a test's block fails with."""


def leftovers(folder: Path) -> list[Path]:
    """What was being made in a folder when its maker was killed."""
    return sorted(folder.glob(".workbench-*"))


def _write_half(path: Path) -> None:
    with atomic_write(path) as file:
        file.write(b"half")
        raise PulledOutError


def _fill_half(near: Path) -> None:
    with private_temp_folder(near) as folder:
        (folder / "page").write_bytes(b"words")
        raise PulledOutError


def _write_to_full_drive(path: Path) -> None:
    with atomic_write(path) as file, Path("/dev/full").open("wb") as full:
        os.dup2(full.fileno(), file.fileno())
        file.write(b"x" * 100_000)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_written_file_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"old and longer")
    with atomic_write(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old and longer"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_written_file_is_its_owners_alone(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        with atomic_write(tmp_path / "a") as file:
            assert [_mode(part) for part in tmp_path.iterdir()] == [0o600]
            file.write(b"x")
    finally:
        os.umask(mask)
    assert _mode(tmp_path / "a") == 0o600


def test_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(PulledOutError):
        _write_half(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_write_into_a_missing_folder_fails(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), atomic_write(tmp_path / "no" / "a"):
        pass


def test_write_over_a_folder_fails_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises((IsADirectoryError, PermissionError)), atomic_write(tmp_path / "a") as file:
        file.write(b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@posix
def test_write_through_a_link_replaces_what_it_points_at(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    real, link = tmp_path / "stick" / "a", tmp_path / "a"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with atomic_write(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_full_drive_is_reported(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space") as caught:
        _write_to_full_drive(tmp_path / "a")
    assert caught.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []


@posix
def test_killed_writer_leaves_the_old_file_and_a_leftover(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    program = (
        "import os, sys; from pathlib import Path; from workbench.vault.files import atomic_write\n"
        "with atomic_write(Path(sys.argv[1])) as file:\n"
        "    file.write(b'half'); file.flush(); os.kill(os.getpid(), 9)\n"
    )
    source = Path(__file__).parents[2] / "src"
    done = subprocess.run([sys.executable, "-c", program, path], env={**os.environ, "PYTHONPATH": source}, check=False)
    assert done.returncode == -9
    assert path.read_bytes() == b"old"
    (left,) = leftovers(tmp_path)
    assert left.read_bytes() == b"half"
    assert _mode(left) == 0o600


def test_no_leftovers_where_nothing_was_killed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"")
    with atomic_write(tmp_path / "a") as file:
        file.write(b"x")
    assert leftovers(tmp_path) == []


def test_replace_file(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "old").write_bytes(b"old")
    replace_file(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"new"
    assert not (tmp_path / "new").exists()


def test_replace_file_without_a_source_keeps_the_target(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"old"


def test_temp_folder_lies_beside_and_goes(tmp_path: Path) -> None:
    near = tmp_path / "a.archive"
    near.write_bytes(b"x")
    with private_temp_folder(near) as folder:
        assert folder.parent == tmp_path.resolve()
        assert leftovers(tmp_path) == [folder]
        (folder / "deep").mkdir()
        (folder / "deep" / "page").write_bytes(b"words")
    assert list(tmp_path.iterdir()) == [near]


@posix
def test_temp_folder_is_its_owners_alone(tmp_path: Path) -> None:
    with private_temp_folder(tmp_path) as folder:
        assert _mode(folder) == 0o700


def test_temp_folder_goes_when_the_block_fails(tmp_path: Path) -> None:
    with pytest.raises(PulledOutError):
        _fill_half(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_temp_folder_may_be_moved_into_place(tmp_path: Path) -> None:
    with private_temp_folder(tmp_path) as folder:
        (folder / "page").write_bytes(b"words")
        folder.rename(tmp_path / "bundle")
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]


def test_sync_folder(tmp_path: Path) -> None:
    sync_folder(tmp_path)


@posix
def test_sync_folder_reports_a_missing_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sync_folder(tmp_path / "no")


@posix
@pytest.mark.parametrize(("mode", "private"), [(0o600, True), (0o400, True), (0o640, False), (0o604, False)])
def test_is_private(tmp_path: Path, mode: int, private: bool) -> None:
    path = tmp_path / "passphrase"
    path.write_bytes(b"x")
    path.chmod(mode)
    assert is_private(path) is private


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [
        (b"four words are here", "four words are here"),
        (b"with an end\n", "with an end"),
        (b"with two\r\n", "with two"),
        (b"first\nsecond\n", "first"),
        (b" spaces stay \n", " spaces stay "),
        ("Žalgiris, Пагоня\n".encode(), "Žalgiris, Пагоня"),
        (b"\xef\xbb\xbffrom Notepad\r\n", "from Notepad"),
        (b"x" * 1024 + b"\r\n" + b"y" * 5000, "x" * 1024),
        (b"\xef\xbb\xbf" + b"x" * 1024, "x" * 1024),
        (b"one\n\n", "one"),
        (b"carriage\r", "carriage\r"),
    ],
)
def test_passphrase_file(tmp_path: Path, content: bytes, passphrase: str) -> None:
    path = tmp_path / "passphrase"
    path.write_bytes(content)
    assert read_passphrase_file(path) == passphrase


@given(text=st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), min_size=1, max_size=250))
def test_passphrase_file_round_trip(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "round-trip"
    path.write_bytes(text.encode() + b"\n")
    assert read_passphrase_file(path) == text.removeprefix("\ufeff") or text == "\ufeff"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\nsecond line", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"x" * 1025, "too long"),
        (b"x" * 1025 + b"\n", "too long"),
        (b"x" * 5_000_000, "too long"),
        (b"\xff\xfes\0e\0c\0", "not UTF-8"),
    ],
)
def test_poor_passphrase_files(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "passphrase.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=rf"“passphrase\.txt”.* {reason}") as caught:
        read_passphrase_file(path)
    assert caught.value.field == "passphrase_file"
    assert caught.value.__context__ is None


def test_passphrase_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone"):
        with pytest.raises(InputError, match="cannot be read"):
            read_passphrase_file(path)


@posix
def test_passphrase_from_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"from a pipe\n",))
    writer.start()
    assert read_passphrase_file(pipe) == "from a pipe"
    writer.join()
