"""Sending and taking in on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rooms import CHEAP, Room
from workbench import cli


def run(*arguments: object) -> int:
    return cli.run([str(argument) for argument in arguments], parameters=(CHEAP,))


@pytest.mark.usefixtures("passphrase")
def test_there_and_back(sample_room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample_room.archive.close()
    out = tmp_path / "out"
    assert run("send", sample_room.path, "--out", out, "--languages", "lt", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["wanted"], told["files"], told["stay"]) == ({"lt": 8}, 1, 0)
    (file,) = out.iterdir()
    text = file.read_text(encoding="utf-8")
    translated = text.replace('<target xml:lang="lt" xml:space="preserve">', '<target xml:lang="lt">Kitaip: ')
    assert translated != text
    file.write_text(translated, encoding="utf-8")
    assert run("take-in", sample_room.path, file, "--translator", "Ona K.") == 0
    assert capsys.readouterr().out == "7 proposals\n"
    assert run("take-in", sample_room.path, file, "--translator", "Ona K.", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["proposals"], told["same"], told["empty"]) == (0, 7, 1)
    assert run("take-in", sample_room.path, file, "--translator", "Ona K.") == 0
    printed = capsys.readouterr()
    assert printed.out == "0 proposals\n"
    assert printed.err == "7 translations are here already. 1 quote is not translated.\n"
    file.write_text(translated.replace('trgLang="lt"', 'trgLang="ru"'), encoding="utf-8")
    assert run("take-in", sample_room.path, file, "--translator", "Ona K.") == 0
    assert "7 proposals are in languages that their quotes were not sent for." in capsys.readouterr().err


@pytest.mark.usefixtures("passphrase")
@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("--languages", "lt", "--needs", "missing, nonsense"), 2, "--needs takes"),
        (("--languages", "lt", "--needs", "final,stale"), 0, ""),
        (("--languages", "en"), 1, "nothing to send"),
        (("--languages", "de"), 2, "be, ru, lt, en"),
        ((), 2, "--languages"),
    ],
)
def test_what_cannot_be_sent(
    sample_room: Room,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    status: int,
    told: str,
) -> None:
    sample_room.archive.close()
    assert run("send", sample_room.path, "--out", tmp_path / "out", *arguments) == status
    assert told in capsys.readouterr().err
    assert (tmp_path / "out").exists() is (status == 0)


@pytest.mark.usefixtures("passphrase")
def test_a_file_that_cannot_be_read_stops_all_of_them(
    sample_room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sample_room.rows()
    sample_room.archive.close()
    good, bad = tmp_path / "good.tmx", tmp_path / "bad.xlf"
    good.write_text(
        '<tmx version="1.4"><header srclang="en"/><body><tu tuid="1"><tuv xml:lang="en"><seg>one</seg></tuv>'
        '<tuv xml:lang="lt"><seg>vienas</seg></tuv></tu></body></tmx>'
    )
    bad.write_text("<xliff><file>")
    assert run("take-in", sample_room.path, good, bad, "--translator", "Ona") == 1
    assert "bad.xlf" in capsys.readouterr().err
    sample_room.reopen()
    assert sample_room.rows() == before
    sample_room.archive.close()
    assert run("take-in", sample_room.path, good, "--translator", "Ona") == 0
    printed = capsys.readouterr()
    assert printed.out == "1 proposal\n"
    assert "1 proposal belongs to no quote of this archive." in printed.err
