"""The command line says what stays, shows it only when asked, and lets out what a file or the input names."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from rooms import PASSPHRASE, Room, span_of
from workbench import cli
from workbench.domain.inputs import NoteInput
from workbench.domain.kinds import Level
from workbench.services import levels, passages
from workbench.store.tables import Passage
from workbench.terminal import PASSPHRASE_VARIABLE
from workbench.vault.keys import Parameters

TEXT = "Zaremba came.\nThe kestrel sleeps in the attic.\nThere stood Zianon."
AGAIN = "They say the kestrel sleeps in the attic."

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    cheap_parameters: Parameters,
) -> Run:  # fmt: skip
    """Run the program on an archive with a protected person and a secret passage."""
    version = room.bring_in(TEXT, title="One")
    room.bring_in(AGAIN, title="Two")
    passage = room.do(
        passages.add_note(version, span_of("The kestrel sleeps in the attic.", TEXT), NoteInput(body="n"))
    )
    room.do(levels.set_level(Passage, passage, Level.SECRET))
    room.do(levels.protect_person(room.person("Zianon Zaremba"), "Witness"))
    room.archive.close()
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    secret.chmod(0o600)
    monkeypatch.setenv(PASSPHRASE_VARIABLE, str(secret))

    def command(name: str, *arguments: str | Path, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        status = cli.run([name, str(room.path), *map(str, arguments)], parameters=(cheap_parameters,))
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


def texts(bundle: Path) -> set[str]:
    return {path.read_text("utf-8") for path in (bundle / "data/texts").iterdir()}


def test_an_export_says_what_stays_without_saying_it(run: Run, tmp_path: Path) -> None:
    status, _out, err = run("export", "--out", tmp_path / "bundle")
    assert status == 0
    assert "Left out: 1 passage, 2 original files." in err
    assert "2 texts leave redacted" in err
    assert "2 wordings are withheld" in err
    assert "  1. 1 place\n" in err
    assert [word for word in ("Zianon", "Zaremba", "kestrel") if word in err] == []
    assert texts(tmp_path / "bundle") == {"Witness came.\n[…]\nThere stood […].", "They say […]."}


def test_withheld_words_are_shown_and_let_out_by_a_file_or_the_input(run: Run, tmp_path: Path) -> None:
    err = run("export", "--out", tmp_path / "shown", "--show-withheld")[2]
    assert "1 place: the kestrel sleeps in the attic – a passage that stays" in err
    assert "1 place: Zianon – Zianon Zaremba\n     estrel sleeps in the attic. There stood Zianon." in err
    words = tmp_path / "words.txt"
    words.write_text("The kestrel sleeps in the ATTIC\n\nsomething else\n", encoding="utf-8")
    err = run("export", "--out", tmp_path / "file", "--let-out", words)[2]
    assert "1 wording is withheld" in err
    assert "1 line of --let-out is withheld nowhere." in err
    assert texts(tmp_path / "file") == {"Witness came.\n[…]\nThere stood […].", AGAIN}
    run("export", "--out", tmp_path / "typed", "--let-out", "-", typed="Zianon\n")
    assert texts(tmp_path / "typed") == {"Witness came.\n[…]\nThere stood Zianon.", "They say […]."}
    err = run("export", "--out", tmp_path / "other", "--let-out", "-", typed="ZIANON\n")[2]
    assert "1 line of --let-out is withheld nowhere." in err
    assert texts(tmp_path / "other") == {"Witness came.\n[…]\nThere stood […].", "They say […]."}


def test_records_and_lists_for_outside_say_it_too(run: Run, tmp_path: Path) -> None:
    err = run("export-records", "--format", "csv", "--out", tmp_path / "out.csv")[2]
    assert "2 wordings are withheld" in err
    status, out, err = run("list", "sources", "--outside", "--json")
    assert (status, {row["title"] for row in json.loads(out)}) == (0, {"One", "Two"})
    assert "2 wordings are withheld" in err
    assert run("list", "sources", "--show-withheld")[0] == 2
    assert "withheld" not in run("list", "sources")[2]


def test_nothing_is_said_where_nothing_stays(room: Room, run: Run, tmp_path: Path) -> None:
    from rooms import open_room

    with closing(open_room(room.path)) as archive:
        other = Room(room.path, archive, room.author_id)
        (passage,) = other.rows()["passage"]
        other.do(levels.set_level(Passage, passage, Level.INHERITED))
        (person,) = other.rows()["record"]
        other.do(levels.unprotect_person(person))
    assert run("export", "--out", tmp_path / "bundle")[2] == ""


def test_a_place_that_surely_is_a_hidden_name_is_let_out_with_a_reason(run: Run, tmp_path: Path) -> None:
    err = run("export", "--out", tmp_path / "shown", "--show-withheld")[2]
    (line,) = [line for line in err.splitlines() if "[Zaremba] came." in line]
    place = line.removeprefix("  Zianon Zaremba: ")
    err = run("export", "--out", tmp_path / "bare", "--let-out", "-", typed=f"{place}\n")[2]
    assert "1 line of --let-out is withheld nowhere." in err
    err = run("export", "--out", tmp_path / "file", "--let-out", "-", typed=f"{place} => A street\n")[2]
    assert "1 place leaves though a hidden name stands there: somebody has let it out." in err
    assert "nowhere" not in err
    assert texts(tmp_path / "file") == {"Zaremba came.\n[…]\nThere stood […].", "They say […]."}
    err = run("export", "--out", tmp_path / "again", "--show-withheld")[2]
    assert f"{place} => A street" in err
    assert texts(tmp_path / "again") == texts(tmp_path / "file")
    err = run(
        "export", "--out", tmp_path / "shown too", "--let-out", "-", "--show-withheld", typed=f"{line} => A gate\n"
    )[2]
    assert "nowhere" not in err
    err = run("export", "--out", tmp_path / "at last", "--show-withheld")[2]
    assert f"{place} => A gate" in err
