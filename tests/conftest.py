"""Every test starts with its own home, settings and temporary folder, in English and in UTC."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

# ruff: noqa: E402 - set before Qt loads, which reads its platform and the locale once
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", TZ="UTC")
for _variable in ("LANGUAGE", "WORKBENCH_PASSPHRASE_FILE", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
    os.environ.pop(_variable, None)
if sys.platform != "win32":
    time.tzset()

import pytest
from hypothesis import settings
from PySide6.QtCore import QSettings

from rooms import CHEAP, PASSPHRASE, PROFILE, Room, open_room
from workbench.i18n import activate
from workbench.services.archives import create_archive
from workbench.services.sample import first_profile, load_sample
from workbench.store.archive import Archive
from workbench.vault.keys import Parameters

settings.register_profile("workbench", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("workbench")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A person's empty home folder; `home / "tmp"` is where temporary files go."""
    folder = tmp_path_factory.mktemp("home")
    places = {
        "HOME": folder,
        "USERPROFILE": folder,
        "APPDATA": folder / "config",
        "LOCALAPPDATA": folder / "data",
        "XDG_CONFIG_HOME": folder / "config",
        "XDG_DATA_HOME": folder / "data",
        "XDG_STATE_HOME": folder / "state",
        "XDG_CACHE_HOME": folder / "cache",
        "XDG_RUNTIME_DIR": folder / "run",
        "TMPDIR": folder / "tmp",
        "TEMP": folder / "tmp",
        "TMP": folder / "tmp",
    }
    for variable, place in places.items():
        place.mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(variable, str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "tmp"))
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder / "config"))
    activate("en")
    yield folder
    activate("en")


@pytest.fixture(scope="session")
def cheap_parameters() -> Parameters:
    """Argon2id at its least cost: well under a millisecond instead of seconds."""
    return Parameters(memory=8, iterations=1, lanes=1)


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A new archive, closed, and its first profile; tests work on copies."""
    path = tmp_path_factory.mktemp("new") / "new.archive"
    created = create_archive(path, PASSPHRASE, PROFILE, parameters=CHEAP)
    created.archive.close()
    return path, created.profile_id


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An archive with the sample in it, closed, and its first profile; tests work on copies."""
    path = tmp_path_factory.mktemp("sample") / "sample.archive"
    created = create_archive(path, PASSPHRASE, first_profile(), parameters=CHEAP)
    load_sample(created.archive, created.profile_id)
    created.archive.close()
    return path, created.profile_id


def _room(made: tuple[Path, str], path: Path) -> Iterator[Room]:
    path.write_bytes(made[0].read_bytes())
    room = Room(path, open_room(path), made[1])
    yield room
    room.archive.close()


@pytest.fixture
def room(new_file: tuple[Path, str], tmp_path: Path) -> Iterator[Room]:
    """A new archive of the test's own, open, and somebody at work in it."""
    yield from _room(new_file, tmp_path / "room.archive")


@pytest.fixture
def sample_room(sample_file: tuple[Path, str], tmp_path: Path) -> Iterator[Room]:
    """The sample in an archive of the test's own, open, and somebody at work in it."""
    yield from _room(sample_file, tmp_path / "sample.archive")


@pytest.fixture
def archive(room: Room) -> Archive:
    """A new archive with one profile."""
    return room.archive


@pytest.fixture
def sample_archive(sample_room: Room) -> Archive:
    """An archive with the sample in it."""
    return sample_room.archive
