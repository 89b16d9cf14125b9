from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import ConceptInput, TermInput
from workbench.domain.kinds import TermStatus
from workbench.qt.session import Place, ViewName
from workbench.qt.translations.glossary import pane as pane_module
from workbench.qt.translations.glossary.entries import Which
from workbench.qt.translations.glossary.name_card import NameCard
from workbench.qt.translations.glossary.pane import GlossaryPane
from workbench.services.glossary import add_concept, read_glossary_file
from workbench.store.queries.glossary import ConceptRow, glossary

from .conftest import Bench

TERMS = (TermInput(tag="en", value="penal colony"), TermInput(tag="be", value="калонія"))


def rows(bench: Bench) -> list[ConceptRow]:
    with bench.session.read() as connection:
        return glossary(connection)


def opened(bench: Bench, qtbot: QtBot, *entries: tuple[TermInput, ...]) -> GlossaryPane:
    for terms in entries:
        bench.session.archive.perform(add_concept(ConceptInput(), terms), author_id=bench.session.author_id)
    bench.session.terms.forget()
    bench.view.run_action("desk.glossary")
    pane = bench.view.work.pane
    assert isinstance(pane, GlossaryPane)
    choose(pane, Which.TERMS)
    qtbot.waitUntil(lambda: pane.list.lines.rowCount() == len(entries))
    return pane


def choose(pane: GlossaryPane, which: Which) -> None:
    pane.which.setCurrentIndex(pane.which.findData(which.value))
    pane.which.activated.emit(pane.which.currentIndex())


def test_an_entry_is_made_by_keyboard_and_changed_in_its_place(bench: Bench, qtbot: QtBot) -> None:
    pane = opened(bench, qtbot)
    pane.new_button.click()
    assert pane.form is not None
    lines = {tag: found.lines[0] for tag, found in pane.form.terms.items()}
    assert lines["be"].value.hasFocus()
    bench.type("kalonija")
    lines["en"].value.setFocus()
    bench.type("penal colony")
    bench.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.list.lines.rowCount() == 1)
    [made] = rows(bench)
    assert [(term.tag, term.value) for term in made.terms] == [("be", "kalonija"), ("en", "penal colony")]
    qtbot.waitUntil(lambda: pane.form is not None and pane.form.row == made)
    pane.form.terms["be"].add_line()
    line = pane.form.terms["be"].lines[1]
    bench.type("camp")
    assert not line.reason.isVisible()
    line.status.setCurrentIndex(line.status.findData(TermStatus.FORBIDDEN))
    assert line.reason.isVisible()
    pane.form.save()
    qtbot.waitUntil(pane.form._error.isVisible)  # nobody has said why
    line.reason.setText("it means another thing")
    qtbot.waitUntil(pane.form.save_button.isEnabled)
    pane.form.save()
    qtbot.waitUntil(lambda: len(rows(bench)[0].terms) == 3)
    assert rows(bench)[0].terms[2].reason == "it means another thing"


def test_what_was_typed_is_saved_when_another_entry_is_gone_to(bench: Bench, qtbot: QtBot) -> None:
    pane = opened(bench, qtbot, TERMS, (TermInput(tag="en", value="verdict"),))
    assert pane.form is not None
    first = pane.form.row
    assert first is not None
    assert pane.list.lines.line(0).title == "penal colony"
    pane.form.subject.setFocus()
    bench.type("law")
    pane.list.step(1)
    qtbot.waitUntil(lambda: {row.id: row.subject for row in rows(bench)}[first.id] == "law")
    assert pane.form.row != first


def test_what_does_not_fit_keeps_its_entry_in_front(bench: Bench, qtbot: QtBot) -> None:
    pane = opened(bench, qtbot, TERMS, (TermInput(tag="en", value="verdict"),))
    form = pane.form
    assert form is not None
    form.subject.setFocus()
    form.subject.setText("x" * 2000)
    form.subject.textEdited.emit(form.subject.text())
    pane.list.step(1)
    assert pane.form is form
    assert pane.list.current_id() == form.row.id
    assert not rows(bench)[0].subject


def test_a_search_finds_terms_and_names_of_records_which_lead_to_the_record(bench: Bench, qtbot: QtBot) -> None:
    pane = opened(bench, qtbot, TERMS)
    choose(pane, Which.ALL)
    pane.field.set_text("лукашэнк")
    qtbot.waitUntil(lambda: bool(pane._listing.names) and not pane._listing.concepts)
    record = pane._listing.lines[0]
    assert "Lukashenko" in record.title
    pane.list.go_to(record.id)
    card = pane._side.widget()
    assert isinstance(card, NameCard)
    with qtbot.waitSignal(bench.session.moved) as moved:
        card.button.click()
    assert moved.args == [Place(ViewName.RECORDS, record_id=record.id)]
    pane.field.set_text("калон")
    qtbot.waitUntil(lambda: list(pane._listing.concepts.values()) == rows(bench))


def test_two_selected_entries_are_put_together(bench: Bench, qtbot: QtBot) -> None:
    pane = opened(bench, qtbot, TERMS, (TermInput(tag="lt", value="kolonija"),))
    assert not pane.merge_button.isEnabled()
    pane.list.selectAll()
    assert pane.merge_button.isEnabled()
    pane.merge_button.click()
    qtbot.waitUntil(lambda: len(rows(bench)) == 1)
    assert {term.tag for term in rows(bench)[0].terms} == {"en", "be", "lt"}


def test_the_glossary_goes_to_a_file_and_comes_from_one(
    bench: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = opened(bench, qtbot, TERMS)
    path = tmp_path / "words.csv"
    monkeypatch.setattr(pane_module, "choose_new_file", lambda *_, suffix, **__: path.with_suffix(f".{suffix}"))
    for button in (pane.export_button, pane.csv_button):
        pane.banner.hide()
        button.click()
        qtbot.waitUntil(pane.banner.isVisible)
    assert len(read_glossary_file(path).entries) == len(read_glossary_file(path.with_suffix(".tbx")).entries) == 1
    monkeypatch.setattr(pane_module, "choose_file", lambda *_, **__: path)
    pane.banner.hide()
    pane.import_button.click()
    qtbot.waitUntil(pane.banner.isVisible)
    assert "1 entry was there already." in pane.banner.text()
    assert len(rows(bench)) == 1
