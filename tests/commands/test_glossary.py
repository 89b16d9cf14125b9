"""The glossary in and out on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rooms import CHEAP, Room
from workbench import cli
from workbench.domain.inputs import ConceptInput, TermInput
from workbench.services.glossary import add_concept


def run(*arguments: object) -> int:
    return cli.run([str(argument) for argument in arguments], parameters=(CHEAP,))


@pytest.mark.usefixtures("passphrase")
def test_out_and_in(room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    room.do(add_concept(ConceptInput(), (TermInput(tag="en", value="verdict"),)))
    room.archive.close()
    out = tmp_path / "words.tbx"
    assert run("glossary-out", room.path, "--out", out) == 0
    assert capsys.readouterr().out == "1 entry was written.\n"
    assert run("glossary-out", room.path, "--out", out) == 1  # it is there already
    capsys.readouterr()
    out.write_text(out.read_text(encoding="utf-8").replace("verdict", "sentence"), encoding="utf-8")
    assert run("glossary-in", room.path, out) == 0
    assert capsys.readouterr().out == "1 entry was added.\n"
    assert run("glossary-in", room.path, out, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"added": 0, "known": 1, "left_out": 0}
