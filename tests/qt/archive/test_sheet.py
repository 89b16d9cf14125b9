from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.qt.archive.sheet import SheetPage
from workbench.qt.look.style import Look
from workbench.qt.session import Session
from workbench.services.archives import recovery_sheet, recovery_words

WORDS = [f"word{n}" for n in range(1, 25)]


def page(qtbot: QtBot) -> SheetPage:
    made = SheetPage()
    qtbot.addWidget(made)
    made.show()
    return made


def words_in(made: SheetPage) -> list[str]:
    return [label.text() for label in made.grid.findChildren(QLabel) if label.text()][1::2]


def test_new_words_have_to_be_taken(qtbot: QtBot, look: Look) -> None:
    made = page(qtbot)
    made.show_new(WORDS, lambda: "")
    assert words_in(made) == WORDS
    assert "24. word24" in made.grid.accessibleDescription()
    assert not made.go_on.isEnabled()
    assert not made.back.isVisible()
    made.tick.setChecked(True)
    with qtbot.waitSignal(made.done):
        made.go_on.click()
    made.hide()
    assert words_in(made) == []
    assert made.grid.accessibleDescription() == ""


def test_words_are_shown_again_after_a_proof(qtbot: QtBot, look: Look) -> None:
    made = page(qtbot)
    made.ask_proof()
    assert not made.grid.isVisible()
    qtbot.keyClicks(made.proof.field, "secret words")
    with qtbot.waitSignal(made.proof_asked) as signal:
        made.go_on.click()
    assert signal.args == ["secret words"]
    made.refuse("Not right.")
    assert made.proof.row.error == "Not right."
    made.show_again(WORDS, lambda: "")
    assert made.grid.isVisible()
    assert made.proof.passphrase() == ""
    assert made.go_on.isEnabled()


def test_the_sheet_prints(qtbot: QtBot, look: Look, session: Session, tmp_path: Path) -> None:
    made = page(qtbot)
    made.show_new(recovery_words(session.archive), lambda: recovery_sheet(session.archive, "lt"))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    made.print_to(printer)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
