"""What came back, by keyboard: taking in, looking at each, taking and removing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.kinds import Origin, TranslationState, Trouble
from workbench.importers.returned import Returned, ReturnedUnit
from workbench.qt.translations.matches import Matches
from workbench.qt.translations.returned import ReturnedPane
from workbench.qt.translations.taking_in import TakeInTask
from workbench.services.proposals import take_in_all
from workbench.store.queries.proposals import ProposalRow, list_proposals
from workbench.store.queries.quotes import Need, QueueRow, QuoteRow

from .conftest import Bench

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ELSEWHERE = "018f3c1e-0000-7000-8000-000000000001"


def unit(quote: QuoteRow, language: str, text: str, source: str = "") -> ReturnedUnit:
    return ReturnedUnit("u", quote.id, "", "en", source or quote.exact, language, text)


class Back:
    """One proposal that fills a gap, one of a changed quote, one for a final translation, and one of no quote."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.gap, self.final = bench.find(Need.MISSING), bench.find(Need.FINAL, "lt")
        changed = bench.find(Need.FINAL, "be")
        units = (
            unit(self.gap.quote, self.gap.language, "užpildyta spraga"),
            unit(changed.quote, "be", "іншыя словы", source="Other words then"),
            unit(self.final.quote, "lt", "kitas vertimas"),
            ReturnedUnit(ELSEWHERE, ELSEWHERE, "", "en", "Nobody said this", "ru", "никто"),
        )
        self.do(units)

    def do(self, units: tuple[ReturnedUnit, ...]) -> None:
        session, qtbot = self.bench.session, self.bench.qtbot
        before = len(self.rows())
        session.perform(take_in_all([Returned("back.xlf", units)], "Ona K."))
        qtbot.waitUntil(lambda: len(self.rows()) == before + len(units), timeout=20_000)

    def rows(self) -> list[ProposalRow]:
        with self.bench.session.read() as connection:
            return list_proposals(connection)

    def translated(self, row: QueueRow) -> str:
        found = self.bench.translation(row.quote.id, row.language)
        return found.text if found else ""


@pytest.fixture
def back(bench: Bench) -> Back:
    return Back(bench)


@pytest.fixture
def pane(bench: Bench, back: Back, qtbot: QtBot) -> ReturnedPane:
    bench.view.queue.list.setFocus()
    bench.key(Qt.Key.Key_5, CTRL, SHIFT)
    made = bench.view.work.pane
    assert isinstance(made, ReturnedPane)
    qtbot.waitUntil(lambda: made.list.hasFocus() and made.list.lines.rowCount() == 4, timeout=20_000)
    return made


def go_to(pane: ReturnedPane, text: str) -> ProposalRow:
    row = next(row for row in pane._rows.values() if row.text == text)
    assert pane.list.go_to(row.id)
    return row


def test_they_are_listed_by_what_is_wrong(pane: ReturnedPane) -> None:
    assert {trouble: button.text().strip() for trouble, button in pane.filters.items()} == {
        Trouble.NONE: "Ready  2",
        Trouble.CHANGED: "Quote has changed  1",
        Trouble.DOUBLED: "Several for one quote  0",
        Trouble.LANGUAGE: "Other language  0",
        Trouble.UNKNOWN: "No such quote  1",
    }
    pane.filters[Trouble.UNKNOWN].click()
    assert pane.list.lines.rowCount() == 1
    assert pane.detail.row is not None
    assert pane.detail.row.source_text == "Nobody said this"
    assert pane.detail.take.isHidden()
    assert "No quote of this archive" in pane.detail.reason.text()


def test_a_difference_is_shown_where_something_stands(pane: ReturnedPane, back: Back) -> None:
    go_to(pane, "kitas vertimas")
    assert not pane.detail.wording.isHidden()
    said = pane.detail.wording.accessibleDescription()
    assert said == f"Stands here: {back.translated(back.final)}\nCame back: kitas vertimas"
    assert pane.detail.source.isHidden()
    row = go_to(pane, "іншыя словы")
    assert pane.detail.source.accessibleDescription() == (
        f"It was made from: Other words then\nThe quote now: {row.exact}"
    )
    go_to(pane, "užpildyta spraga")
    assert pane.detail.wording.isHidden()
    assert pane.detail.take.text() == "Take as draft"


def test_enter_takes_and_delete_removes_and_undo_brings_back(
    bench: Bench, pane: ReturnedPane, back: Back, qtbot: QtBot
) -> None:
    go_to(pane, "užpildyta spraga")
    bench.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.list.lines.rowCount() == 3)
    made = bench.translation(back.gap.quote.id, back.gap.language)
    assert made is not None
    assert (made.text, made.state, made.origin) == ("užpildyta spraga", TranslationState.INITIAL, Origin.OUTSIDE)
    go_to(pane, "никто")
    bench.key(Qt.Key.Key_Return)  # there is no quote to write it to
    bench.key(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: pane.list.lines.rowCount() == 2)
    assert pane.list.current_id()
    bench.session.undo()
    qtbot.waitUntil(lambda: pane.list.lines.rowCount() == 3)
    bench.session.undo()
    qtbot.waitUntil(lambda: pane.list.lines.rowCount() == 4)
    assert back.translated(back.gap) == ""


def test_all_that_fill_a_gap_at_once(pane: ReturnedPane, back: Back, qtbot: QtBot) -> None:
    assert pane.all_button.text() == "Take the 1 that fills a gap"
    final = back.translated(back.final)
    pane.all_button.click()
    qtbot.waitUntil(lambda: pane.banner.number == 1 and pane.list.lines.rowCount() == 3)
    assert "1 draft was written." in pane.banner.text()
    assert pane.all_button.isHidden()
    assert (back.translated(back.gap), back.translated(back.final)) == ("užpildyta spraga", final)


def test_a_proposal_opens_at_the_desk_among_the_matches(
    bench: Bench, pane: ReturnedPane, back: Back, qtbot: QtBot
) -> None:
    go_to(pane, "užpildyta spraga")
    pane.detail.open.click()
    desk = bench.view.desk
    qtbot.waitUntil(lambda: desk.quote is not None and desk.quote.id == back.gap.quote.id)
    assert bench.view.work.on_page
    part = next(feature for feature in bench.view.features if isinstance(feature, Matches)).part
    qtbot.waitUntil(lambda: bool(part.matches) and part.matches[0].text == "užpildyta spraga")
    assert part.matches[0].by == "proposed by Ona K. in “back.xlf”"


def test_files_are_taken_in_under_a_name(bench: Bench, tmp_path: Path, qtbot: QtBot) -> None:
    bench.view.queue.list.setFocus()
    bench.key(Qt.Key.Key_R, CTRL, ALT)
    task = bench.view.work.task
    assert isinstance(task, TakeInTask)
    assert not task.button.isEnabled()
    missing = bench.find(Need.MISSING)
    (tmp_path / "bad.tmx").write_text("<tmx>")
    task.read((tmp_path / "bad.tmx",))
    qtbot.waitUntil(lambda: task.banner.number == 1)
    assert "bad.tmx" in task.banner.text()
    good = tmp_path / "good.tmx"
    good.write_text(
        f'<tmx version="1.4"><header srclang="en"/><body><tu tuid="{missing.quote.id}"><tuv xml:lang="en"><seg>'
        f'{missing.quote.exact}</seg></tuv><tuv xml:lang="{missing.language}"><seg>taip</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    task.read((good,))
    qtbot.waitUntil(task.name.hasFocus)
    assert task.files.text() == "good.tmx: 1 translation"
    bench.key(Qt.Key.Key_Return)
    assert task._name_row.error == "Say who has translated this."
    bench.type("Ona")
    assert task._name_row.error == ""
    bench.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(bench.view.work.pane, ReturnedPane))
    pane = bench.view.work.pane
    assert isinstance(pane, ReturnedPane)
    assert bench.focus() is pane or pane.isAncestorOf(bench.focus())
    assert "1 proposal came in." in pane.banner.text()
    qtbot.waitUntil(lambda: pane.list.lines.rowCount() == 1)
    assert pane.detail.row is not None
    assert (pane.detail.row.author, pane.detail.row.trouble) == ("Ona", Trouble.NONE)


def test_an_empty_pane_leads_to_taking_in(bench: Bench, qtbot: QtBot) -> None:
    assert bench.view.run_action("desk.returned")
    pane = bench.view.work.pane
    assert isinstance(pane, ReturnedPane)
    qtbot.waitUntil(pane._empty.buttons[0].hasFocus)
    bench.key(Qt.Key.Key_Return)
    assert isinstance(bench.view.work.task, TakeInTask)
