from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from rooms import CHEAP, PASSPHRASE, PROFILE, Room, open_room, rows_of, side_by_side
from workbench.domain.errors import ArchiveError, InputError, ReadOnlyError, WrongPassphraseError
from workbench.domain.inputs import ProfileInput
from workbench.services import archives, profiles
from workbench.store import files
from workbench.store.rekey import copy_path
from workbench.vault.keys import Parameters


def test_creating_gives_an_archive_a_profile_and_words(tmp_path: Path) -> None:
    made = archives.create_archive(tmp_path / "a.archive", PASSPHRASE, PROFILE, parameters=CHEAP)
    with closing(made.archive):
        assert not made.archive.read_only
        assert made.archive.recovery is None
        assert rows_of(made.archive)["profile"][made.profile_id]["name"] == PROFILE.name
        assert len(made.words) == 24
        assert archives.recovery_words(made.archive) == made.words


@pytest.mark.parametrize("passphrase", ["", "short", "aaaaaaaaaaaaaaaa", "line\nbreak in the middle"])
def test_a_weak_passphrase_makes_no_file(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(InputError) as refusal:
        archives.create_archive(tmp_path / "a.archive", passphrase, PROFILE, parameters=CHEAP)
    assert refusal.value.field == "passphrase"
    assert list(tmp_path.iterdir()) == []


def test_a_creation_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_given: ProfileInput) -> None:
        raise KeyError("a bug")

    monkeypatch.setattr(archives, "add_profile", fail)
    with pytest.raises(KeyError):
        archives.create_archive(tmp_path / "a.archive", PASSPHRASE, PROFILE, parameters=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_name_taken_in_the_meantime_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.archive"
    real = profiles.add_profile

    def slow(given: ProfileInput) -> object:
        path.write_bytes(b"mine")
        return real(given)

    monkeypatch.setattr(archives, "add_profile", slow)
    with pytest.raises(ArchiveError, match="already a file"):
        archives.create_archive(path, PASSPHRASE, PROFILE, parameters=CHEAP)
    assert path.read_bytes() == b"mine"
    assert side_by_side(path) == ["a.archive"]


def test_a_drive_without_hard_links_does_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(_source: object, _target: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(files.os, "link", no_links)
    archives.create_archive(tmp_path / "a.archive", PASSPHRASE, PROFILE, parameters=CHEAP).archive.close()
    assert side_by_side(tmp_path / "a.archive") == ["a.archive"]
    (tmp_path / ".b.archive.new").touch()
    (tmp_path / "b.archive").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        files.name_made(tmp_path / "b.archive")
    assert (tmp_path / "b.archive").read_bytes() == b"mine"


def test_every_set_of_parameters_that_was_ever_used_is_tried(room: Room) -> None:
    room.archive.close()
    newer = Parameters(memory=16, iterations=1, lanes=1)
    room.archive = archives.open_archive(room.path, PASSPHRASE, parameters=(newer, CHEAP))
    assert not room.archive.read_only
    room.archive.close()
    with pytest.raises(WrongPassphraseError):
        archives.open_archive(room.path, PASSPHRASE, parameters=(newer,))
    with pytest.raises(WrongPassphraseError):
        archives.open_archive(room.path, PASSPHRASE, parameters=())
    room.archive = open_room(room.path)


def test_the_words_open_it_however_they_are_typed(room: Room) -> None:
    words = archives.recovery_words(room.archive)
    room.archive.close()
    typed = "\n".join(f"{number}. {word[:4].upper()}" for number, word in enumerate(words, start=1))
    room.archive = archives.open_with_words(room.path, typed)
    assert not room.archive.read_only
    room.assert_sound()


def test_words_of_another_archive_do_not(room: Room, sample_room: Room) -> None:
    words = archives.recovery_words(sample_room.archive)
    room.archive.close()
    with pytest.raises(WrongPassphraseError, match="recovery sheet"):
        archives.open_with_words(room.path, " ".join(words))
    with pytest.raises(InputError):
        archives.open_with_words(room.path, "apple " * 24)
    room.archive = open_room(room.path)


def test_the_sheet_is_of_this_archive(room: Room) -> None:
    sheet = archives.recovery_sheet(room.archive, "lt")
    assert 'lang="lt"' in sheet
    assert room.path.name in sheet
    assert all(word in sheet for word in archives.recovery_words(room.archive))


def test_a_passphrase_is_proved_without_changing_anything(room: Room) -> None:
    archives.check_passphrase_of(room.archive, PASSPHRASE, parameters=(CHEAP,))
    with pytest.raises(WrongPassphraseError):
        archives.check_passphrase_of(room.archive, PASSPHRASE + " ", parameters=(CHEAP,))


def test_a_passphrase_is_the_same_however_letters_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "a.archive"
    archives.create_archive(path, "žolė ё ў ąžuolas kelias", PROFILE, parameters=CHEAP).archive.close()
    import unicodedata

    open_room(path, unicodedata.normalize("NFD", "žolė ё ў ąžuolas kelias")).close()


def test_a_read_only_archive_keeps_its_passphrase(room: Room) -> None:
    room.archive.close()
    with closing(open_room(room.path, read_only=True)) as archive, pytest.raises(ReadOnlyError):
        archives.change_passphrase(archive, PASSPHRASE, "an entirely different reed", parameters=(CHEAP,))
    room.archive = open_room(room.path)


def test_where_no_copy_can_be_made_the_passphrase_stays(room: Room) -> None:
    copy_path(room.path).mkdir()
    with pytest.raises(ArchiveError, match="could not be read or written") as refusal:
        archives.change_passphrase(room.archive, PASSPHRASE, "an entirely different reed", parameters=(CHEAP,))
    assert "old passphrase" in refusal.value.kept
    room.archive = open_room(room.path)
    assert not room.archive.read_only


def test_closing_the_archive_of_before_leaves_the_lock_to_the_new_one(room: Room) -> None:
    before = room.archive
    fresh = "an entirely different reed"
    room.archive = archives.change_passphrase(before, PASSPHRASE, fresh, parameters=(CHEAP,)).archive
    before.close()
    with closing(open_room(room.path, fresh)) as second:
        assert second.read_only
    assert not room.archive.read_only
