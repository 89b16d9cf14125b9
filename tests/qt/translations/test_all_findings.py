from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import ConceptInput, TermInput, TranslationInput, WaiverInput
from workbench.languages.checks import Key, Severity
from workbench.qt.translations import all_findings
from workbench.qt.translations.all_findings import KINDS, AllFindingsPane
from workbench.qt.translations.findings import Findings
from workbench.qt.translations.found_list import KIND_OF, WAIVED, FoundLine, Kind
from workbench.qt.translations.shelf import line_id
from workbench.services.findings import waive
from workbench.services.glossary import add_concept
from workbench.services.quotes import write_translation
from workbench.store.queries.quotes import Need, QueueRow

from .conftest import Bench

SPOILED = "Tai  buvo ir ir karta"


def opened(bench: Bench, qtbot: QtBot) -> tuple[AllFindingsPane, QueueRow]:
    """Spoil a translation, and open the pane once everything has been checked."""
    row = next(row for row in bench.rows() if row.need is Need.DRAFT)
    spoiled = TranslationInput(language=row.language, text=SPOILED)
    bench.session.archive.perform(write_translation(row.quote.id, spoiled), author_id=bench.session.author_id)
    bench.view.run_action("desk.all_findings")
    pane = bench.view.work.pane
    assert isinstance(pane, AllFindingsPane)
    qtbot.waitUntil(lambda: bool(lines(pane, row)))
    return pane, row


def lines(pane: AllFindingsPane, row: QueueRow) -> list[FoundLine]:
    """Return what the list shows of one line of the queue."""
    shown = (pane.found.lines[key] for key in pane._chosen.lines.ids)
    return [line for line in shown if (line.quote.id, line.translation.language) == (row.quote.id, row.language)]


def test_every_check_is_of_one_kind_that_has_words() -> None:
    assert set(KIND_OF) == set(Key)
    assert set(KINDS) == set(Kind)


def test_a_line_leads_to_its_finding(bench: Bench, qtbot: QtBot) -> None:
    pane, row = opened(bench, qtbot)
    qtbot.waitUntil(pane.list.hasFocus)
    spaces = next(line for line in lines(pane, row) if line.judged.finding.key is Key.SPACES)
    pane.list.go_to(spaces.key)
    bench.key(Qt.Key.Key_Return)
    assert bench.view.queue.list.current_id() == line_id(row.quote.id, row.language)
    part = next(feature for feature in bench.view.features if isinstance(feature, Findings)).part

    def at_the_box() -> bool:
        box = next((box for box in part.boxes if box.judged.finding.key is Key.SPACES), None)
        return box is not None and box.isAncestorOf(bench.focus())

    qtbot.waitUntil(at_the_box)


def test_filters_choose_by_weight_kind_and_language(bench: Bench, qtbot: QtBot) -> None:
    pane, row = opened(bench, qtbot)
    everything = len(pane._chosen.lines.ids)
    pane.kinds.setCurrentIndex(pane.kinds.findData(Kind.SPACES.value))
    assert {line.judged.finding.key for line in lines(pane, row)} == {Key.SPACES}
    pane.kinds.setCurrentIndex(0)
    assert len(pane._chosen.lines.ids) == everything
    pane.weights[Severity.STYLE.value].click()
    assert {line.weight for line in lines(pane, row)} == {Severity.STYLE.value}
    assert pane.weights[Severity.STYLE.value].accessibleName().endswith(str(len(pane._chosen.lines.ids)))
    other = next(tag for tag in ("be", "ru", "lt") if tag != row.language)
    pane.languages.setCurrentIndex(pane.languages.findData(other))
    assert lines(pane, row) == []


def test_what_is_let_stand_is_seen_with_its_reason_and_by_whom(bench: Bench, qtbot: QtBot) -> None:
    pane, row = opened(bench, qtbot)
    spaces = next(line for line in lines(pane, row) if line.judged.finding.key is Key.SPACES)
    given = WaiverInput(key=Key.SPACES.value, words=spaces.judged.words, reason="so she wrote it")
    bench.session.perform(waive(spaces.translation.id, given))
    qtbot.waitUntil(lambda: Key.SPACES not in {line.judged.finding.key for line in lines(pane, row)})
    pane.weights[WAIVED].click()
    [line] = lines(pane, row)
    shown = pane.list.lines.line(0)
    assert shown is not None
    profile = bench.session.profile()
    assert line.judged.waiver is not None
    assert profile is not None
    assert shown.detail.startswith(f"Let stand by {profile.initials}: so she wrote it")


def test_what_is_mended_goes_and_what_comes_is_found(bench: Bench, qtbot: QtBot) -> None:
    pane, row = opened(bench, qtbot)
    mended = TranslationInput(language=row.language, text="Tai buvo")
    bench.session.perform(write_translation(row.quote.id, mended))
    qtbot.waitUntil(lambda: Key.DOUBLED not in {line.judged.finding.key for line in lines(pane, row)})
    bench.session.perform(write_translation(row.quote.id, TranslationInput(language=row.language, text=SPOILED)))
    qtbot.waitUntil(lambda: Key.DOUBLED in {line.judged.finding.key for line in lines(pane, row)})


def test_what_comes_stands_in_its_place_among_the_quotes(bench: Bench, qtbot: QtBot) -> None:
    pane, _row = opened(bench, qtbot)
    found = {line.quote.id for line in pane.found.lines.values()}
    clean = next(row for row in bench.rows() if row.quote.id not in found)
    spoiled = TranslationInput(language=clean.language, text=SPOILED)
    bench.session.perform(write_translation(clean.quote.id, spoiled))
    qtbot.waitUntil(lambda: bool(lines(pane, clean)))
    shown = [pane.found.lines[key].quote.id for key in pane._chosen.lines.ids]
    order = list(dict.fromkeys(row.quote.id for row in bench.rows()))
    assert shown != []
    assert shown == sorted(shown, key=order.index)


def test_of_much_it_is_said_that_something_changed(bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    pane, row = opened(bench, qtbot)
    monkeypatch.setattr(all_findings, "_FEW", 0)
    bench.session.perform(add_concept(ConceptInput(), (TermInput(tag="en", value="verdict"),)))
    qtbot.waitUntil(pane.banner.isVisible)
    before = pane.found
    assert lines(pane, row)
    pane.check_all()
    qtbot.waitUntil(lambda: pane.found is not before)
    assert not pane.banner.isVisible()


def test_a_check_that_is_stopped_can_be_begun_again(bench: Bench, qtbot: QtBot) -> None:
    bench.session.operations.started.connect(lambda job: job.cancel() if job.title else None)
    bench.view.run_action("desk.all_findings")
    pane = bench.view.work.pane
    assert isinstance(pane, AllFindingsPane)
    qtbot.waitUntil(lambda: pane._stack.currentWidget() is pane._before)
    bench.session.operations.started.disconnect()
    pane._before.buttons[0].click()
    qtbot.waitUntil(lambda: pane._checked)
