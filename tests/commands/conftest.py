"""What the command line is given without a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from rooms import PASSPHRASE


@pytest.fixture
def passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the passphrase read from a file, which the environment names."""
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE + "\n")
    secret.chmod(0o600)
    monkeypatch.setenv("WORKBENCH_PASSPHRASE_FILE", str(secret))
