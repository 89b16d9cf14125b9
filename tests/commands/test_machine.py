"""Machine models on the command line, with a real one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from rooms import CHEAP, Room, span_of
from tiny_model import make_model
from workbench import cli
from workbench.domain.inputs import QuoteInput
from workbench.languages.machine.process import MachineProcess, Said
from workbench.languages.machine.told import machine_error
from workbench.services.quotes import mark_quote
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


def test_what_was_said_before_the_model_broke_off_is_kept(
    room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    version, said_in = room.bring_in(), ("We kept your chair by the window", "The court had sentenced her")
    for words in said_in:
        room.do(mark_quote(version, span_of(words), QuoteInput(published_language="en")))
    known = " ".join(said_in).split()
    folder = make_model(tmp_path / "en-lt", {word: f"ž{number}" for number, word in enumerate(known)})
    room.archive.close()
    archive, translate = room.path, MachineProcess.translate

    def dies(self: MachineProcess, texts: Sequence[str], source: str, target: str) -> Said:
        said = translate(self, texts, source, target)
        if said.texts and self._process is not None:
            self._process.kill()
        return said

    assert run("add", archive, folder, "--from", "en", "--into", "lt") == 0
    capsys.readouterr()
    monkeypatch.setattr(MachineProcess, "translate", dies)
    assert run("propose", archive, folder, "--json") == 1
    told = capsys.readouterr()
    assert json.loads(told.out) == {"asked": 2, "proposals": 1, "refused": {}}
    assert str(machine_error("ended").what) in told.err
