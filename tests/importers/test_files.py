from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from workbench.domain.errors import ImportFileError
from workbench.importers import limits
from workbench.importers.files import original_of, read_original, safe_name


def test_bytes_come_whole_with_digest_and_name(tmp_path: Path) -> None:
    data = "Прывітанне\r\n".encode()
    (tmp_path / "ліст.txt").write_bytes(data)
    original = read_original(tmp_path / "ліст.txt")
    assert (original.data, original.size, original.file_name) == (data, len(data), "ліст.txt")
    assert original.digest == hashlib.sha256(data).hexdigest()


def refused(path: Path) -> str:
    with pytest.raises(ImportFileError) as caught:
        read_original(path)
    line = str(caught.value)
    assert str(path.parent) not in line
    assert "\n" not in line
    assert caught.value.__cause__ is None
    return line


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path / "none.txt")
    assert "folder" in refused(tmp_path)
    (tmp_path / "empty.txt").touch()
    assert "“empty.txt” is empty." in refused(tmp_path / "empty.txt")
    (tmp_path / "file").write_bytes(b"x")
    assert "does not exist" in refused(tmp_path / "file" / "below.txt")


def test_a_device_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    path = Path(os.devnull)
    if hasattr(os, "mkfifo"):
        path = tmp_path / "pipe.txt"
        os.mkfifo(path)
    assert "device or a pipe" in refused(path)


def test_two_gigabytes_are_refused_by_their_size(tmp_path: Path) -> None:
    with (tmp_path / "film.txt").open("wb") as file:
        file.truncate(2 * 1024**3)
    assert "at most 64 MB" in refused(tmp_path / "film.txt")


def test_the_limit_itself_is_taken_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    assert read_original(path, limit=100).size == 100
    with pytest.raises(ImportFileError):
        read_original(path, limit=99)
    assert limits.ORIGINAL_BYTES == 64 * 1024 * 1024


def test_a_name_that_a_path_cannot_have_is_a_known_error() -> None:
    with pytest.raises(ImportFileError):
        read_original(Path("bad\0name.txt"))


def test_names_lose_what_would_disguise_them() -> None:
    assert safe_name("фота\u202egpj.txt\n") == "фота?gpj.txt?"
    assert safe_name("bad\udcff.txt") == "bad?.txt"
    assert original_of(b"x").file_name == ""
