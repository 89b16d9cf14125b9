from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from found import find_records
from workbench.domain.kinds import Level
from workbench.qt.look.style import Look
from workbench.qt.printing.page import PrintPage
from workbench.qt.printing.records import PrintTask
from workbench.qt.records.view import RecordsView
from workbench.qt.session import Place, Session, ViewName
from workbench.services.levels import protect_person, set_level
from workbench.store.tables import Record


@dataclass
class Bench:
    """The screen of records on the sample."""

    qtbot: QtBot
    session: Session
    view: RecordsView

    def find(self, name: str) -> str:
        with self.session.read() as connection:
            return find_records(connection, name, "en")[0].record_id

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.session.operations.jobs, timeout=30_000)

    def print(self, *names: str) -> PrintPage:
        for name in names:
            self.view.show_place(Place(ViewName.RECORDS, record_id=self.find(name)))
        assert self.view.run_action("source.print")
        self.settle()
        assert isinstance(self.view.work.task, PrintTask)
        return self.view.work.task.page

    def words(self) -> str:
        assert isinstance(self.view.work.task, PrintTask)
        pages = self.view.work.task.page.pages
        assert pages is not None
        return "\n".join(text for number in range(pages.count) for text in pages.texts(number))


@pytest.fixture
def bench(qtbot: QtBot, look: Look, sample_session: Session) -> Bench:
    view = RecordsView(sample_session)
    qtbot.addWidget(view)
    view.resize(1280, 720)
    with qtbot.waitActive(view):
        view.show()
    with qtbot.waitSignal(view.list.loaded):
        view.enter()
    return Bench(qtbot, sample_session, view)


def test_the_record_at_hand_is_shown_as_it_will_be_and_escape_leaves(bench: Bench) -> None:
    page = bench.print("Ales Bialiatski")
    assert page.preview.hasFocus()
    assert page._title.text() == "Print dossier"
    assert "“after four years of confinement”" in bench.words()
    assert "Dossier made by AK" in bench.words()
    bench.qtbot.keyClick(page.preview, Qt.Key.Key_Escape)
    assert bench.view.work.task is None
    assert bench.view.page.known is not None
    assert bench.view.page.known.detail.name == "Ales Bialiatski"


def test_parts_are_chosen_and_history_never_leaves(bench: Bench) -> None:
    page = bench.print("Ales Bialiatski")
    assert not page.ticks["history"].isEnabled()
    page.outside.click()
    bench.settle()
    assert page.ticks["history"].isEnabled()
    assert "\nHistory\n" not in bench.words()
    page.ticks["history"].click()
    bench.settle()
    assert "\nHistory\n" in bench.words()
    page.ticks["quotes"].click()
    page.ticks["mentions"].click()
    bench.settle()
    assert "Optimism and activism" not in bench.words()
    assert "4 mentions" not in bench.words()
    page.outside.click()
    bench.settle()
    assert "\nHistory\n" not in bench.words()


def test_for_outside_a_protected_person_has_the_pseudonym_alone(bench: Bench) -> None:
    record_id = bench.find("Ales Bialiatski")
    bench.session.archive.perform(protect_person(record_id, "Person K"), author_id=bench.session.author_id)
    page = bench.print("Ales Bialiatski")
    assert bench.words().startswith("Person K")
    assert "Bialiatski" not in bench.words()
    assert "Бяляцк" not in bench.words()
    page.outside.click()
    bench.settle()
    assert "Protected: leaves the archive only as “Person K”." in bench.words()
    secret = set_level(Record, record_id, Level.SECRET)
    bench.session.archive.perform(secret, author_id=bench.session.author_id)
    page.outside.click()
    bench.settle()
    assert page.pages is None
    assert "stays in the room" in page.message.text()


def test_those_selected_in_the_table_each_begin_a_page(bench: Bench, tmp_path: Path) -> None:
    ids = tuple(bench.find(name) for name in ("Ales Bialiatski", "Maria Kolesnikova"))
    bench.view.run_action("records.table")
    bench.settle()
    bench.view.selection.marked = ids
    page = bench.print()
    page.save_pdf(tmp_path / "dossiers.pdf")
    bench.settle()
    begins = ["".join(sheet.extract_text().split()) for sheet in PdfReader(tmp_path / "dossiers.pdf").pages]
    assert begins[0].startswith("AlesBialiatski")
    assert sum(text.startswith("MariaKolesnikova") for text in begins) == 1
