"""The README: its commands are run here as a reader would run them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from workbench.domain.bundle import BundleContent
from workbench.exporters.bag import write_bundle
from workbench.exporters.lookup import Lookup
from workbench.exporters.readme import write_readme


@pytest.mark.parametrize("language", ["be", "ru", "lt", "en"])
def test_every_language_tells_every_way_to_check(content: BundleContent, language: str) -> None:
    text = write_readme(Lookup(content), language, originals=True).decode()
    for words in ("workbench verify", "bagit.py", "sha256sum", "shasum", "Get-FileHash", "certutil", "data/originals/"):
        assert words in text
    assert "\r" not in text
    prose = [line for line in text.splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= 78


def test_originals_are_only_told_where_they_are(content: BundleContent) -> None:
    assert b"originals" not in write_readme(Lookup(content), "en", originals=False)


def test_the_command_for_linux_finds_damage(content: BundleContent, tmp_path: Path) -> None:
    bundle = write_bundle(content, tmp_path / "bundle").path
    text = (bundle / "data" / "README.en.txt").read_text(encoding="utf-8")
    command = re.search(r"^    (sha256sum .*)$", text, re.MULTILINE)
    assert command is not None
    assert subprocess.run(command[1].split(), cwd=bundle, check=False, capture_output=True).returncode == 0
    (bundle / "data" / "quotes.csv").write_bytes(b"")
    assert subprocess.run(command[1].split(), cwd=bundle, check=False, capture_output=True).returncode != 0


def test_the_commands_name_files_that_are_there(content: BundleContent, tmp_path: Path) -> None:
    bundle = write_bundle(content, tmp_path / "bundle").path
    text = (bundle / "data" / "README.en.txt").read_text(encoding="utf-8")
    for path in re.findall(r"^  (data/\S+)", text, re.MULTILINE):
        assert (bundle / path).exists(), path


def test_a_hostile_title_is_a_line_of_words(hostile_content: BundleContent) -> None:
    text = write_readme(Lookup(hostile_content), "en", originals=True).decode()
    assert "\x1b" not in text
    assert "\u202e" not in text
