from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from workbench.domain.errors import ArchiveError
from workbench.qt.archive.create import CreatePage, NewArchive
from workbench.qt.archive.files import archive_path, free_name
from workbench.qt.look.style import Look

PASSPHRASE = "seven reeds by the slow river"


def page(qtbot: QtBot, path: Path) -> CreatePage:
    made = CreatePage()
    qtbot.addWidget(made)
    made.prepare(sample=False, path=path)
    made.show()
    return made


def test_what_does_not_fit_is_said_beside_its_field(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    taken = tmp_path / "taken.archive"
    taken.write_bytes(b"")
    made = page(qtbot, taken)
    asked: list[NewArchive] = []
    made.asked.connect(asked.append)
    made.submit()
    assert "already a file" in made.file_row.error
    made.file.edit.setText(str(tmp_path / "no such folder" / "a"))
    made.submit()
    assert "no such folder" in made.file_row.error
    made.file.edit.setText("")
    made.submit()
    assert made.file_row.error == "Say where the archive will be."
    made.file.edit.setText(str(tmp_path / "new"))
    made.submit()
    assert made.passphrases.row.error
    for field in made.passphrases.fields:
        field.setText(PASSPHRASE)
    made.submit()
    assert made.person.rows["name"].error
    qtbot.keyClicks(made.person.name, "Hanna Yarmolenka")
    assert made.person.initials.text() == "HY"
    made.submit()
    assert [(new.path, new.passphrase, new.profile.initials) for new in asked] == [
        (tmp_path / "new.archive", PASSPHRASE, "HY")
    ]
    assert PASSPHRASE not in repr(asked[0])


def test_a_refusal_is_shown_and_what_was_typed_stays(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path / "new.archive")
    qtbot.keyClicks(made.person.name, "A B")
    made.refuse(ArchiveError("The disk is full.", do="Make room."))
    assert made.file_row.error == "The disk is full. Make room."
    assert made.person.name.text() == "A B"


def test_secrets_do_not_stay_in_a_hidden_page(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path / "new.archive")
    qtbot.keyClicks(made.passphrases.field, PASSPHRASE)
    made.hide()
    assert made.passphrases.passphrase() == ""


def test_initials_that_were_typed_are_kept(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path / "new.archive")
    qtbot.keyClicks(made.person.initials, "XY")
    qtbot.keyClicks(made.person.name, "Anna Bell")
    assert made.person.initials.text() == "XY"


def test_paths_that_are_typed(tmp_path: Path) -> None:
    assert archive_path("  ") is None
    assert archive_path(str(tmp_path / "a")) == tmp_path / "a.archive"
    assert archive_path(str(tmp_path / "v1.2")) == tmp_path / "v1.2.archive"
    assert free_name(tmp_path, "a") == tmp_path / "a.archive"
    (tmp_path / "a.archive").touch()
    assert free_name(tmp_path, "a") == tmp_path / "a 2.archive"
