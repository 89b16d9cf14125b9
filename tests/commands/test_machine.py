"""Machine models on the command line, with a real one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rooms import CHEAP, Room
from tiny_model import make_model
from workbench import cli
from workbench.store.queries.quotes import list_quotes

pytestmark = pytest.mark.usefixtures("passphrase")


def run(*arguments: object) -> int:
    return cli.run([str(argument) for argument in ("machine", *arguments)], parameters=(CHEAP,))


def test_a_model_is_added_asked_and_removed(
    sample_room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sample_room.archive.read() as connection:
        found = [row for row in list_quotes(connection, "en") if "lt" not in row.translations]
    words = found[0].exact.split()
    folder = make_model(tmp_path / "en-lt", {word: f"ž{number}" for number, word in enumerate(words)})
    sample_room.archive.close()
    archive = sample_room.path
    assert run("add", archive, folder) == 2
    assert "give --from and --into" in capsys.readouterr().err
    assert run("add", archive, folder, "--from", "en", "--into", "lt", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert run("list", archive) == 0
    assert capsys.readouterr().out == f"en-lt · en → lt · {told['digest']}\n"
    assert run("propose", archive, folder, "--languages", "lt", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["proposals"] >= 1
    assert said["proposals"] + sum(said["refused"].values()) == said["asked"]
    assert run("propose", archive, folder, "--languages", "be") == 0
    assert capsys.readouterr().out == "0 proposals were made.\n"
    assert run("remove", archive, told["digest"][:10]) == 0
    assert capsys.readouterr().out.startswith(str(said["proposals"]))
    assert run("list", archive, "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_folder_that_the_archive_does_not_know_is_not_asked(
    sample_room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_model(tmp_path / "en-lt", {"we": "mes"})
    sample_room.archive.close()
    assert run("propose", sample_room.path, folder) == 1
    assert "no such model" in capsys.readouterr().err
    assert run("add", sample_room.path, tmp_path) == 1
    assert "config.json" in capsys.readouterr().err
