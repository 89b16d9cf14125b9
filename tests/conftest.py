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

from workbench.i18n import activate
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
