"""What the documents promise is there: commands, files, pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from workbench.cli import app

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = typer.main.get_command(app).commands
    names = {name for name, command in commands.items() if not command.hidden}
    assert {name for name in names if f"workbench {name} " not in readme} == set()
    said = set(re.findall(r"^    workbench ([a-z-]+) ", readme, re.MULTILINE))
    assert said == names


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_picture_is_there(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8"))
    assert [t for t in targets if "://" not in t and not (document.parent / t).exists()] == []


def test_every_file_named_in_the_architecture_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+/[a-z_/]+\.py|[a-z_]+\.py)`", text))
    package = ROOT / "src" / "workbench"
    assert named
    missing = [name for name in sorted(named) if not (package / name).exists() and not list(package.rglob(name))]
    assert [name for name in missing if not (ROOT / name).exists()] == []
