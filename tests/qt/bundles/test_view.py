"""Choosing, looking, exporting and verifying with real keys on the sample's archive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from workbench.domain.bundle import EVERY_STATE, BundleContent
from workbench.domain.kinds import RecordKind, TranslationState
from workbench.exporters.bag import write_bundle
from workbench.i18n import INTERFACE_LANGUAGES
from workbench.qt.bundles.exporting import free_folder
from workbench.qt.bundles.view import EARLIER, EXPORT, VERIFY, BundlesView
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import Look
from workbench.qt.session import Place, Session, ViewName
from workbench.services import bundles
from workbench.services.sources import remove_source
from workbench.store.queries.exports import list_exports
from workbench.store.queries.records import list_records
from workbench.store.queries.sources import list_sources

Wait = Callable[[], None]
KEY = Qt.Key


def typed(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def exported(qtbot: QtBot, view: BundlesView, folder: Path) -> None:
    view.run_action("bundle.export")
    typed(qtbot, view.exporting.folder.edit, str(folder))
    qtbot.keyClick(view.exporting.folder.edit, KEY.Key_Return)
    qtbot.waitUntil(lambda: not view.exporting.banner.isHidden() or bool(view.exporting.folder.error))


def test_everything_is_counted_before_it_leaves(qtbot: QtBot, view: BundlesView, wait: Wait) -> None:
    assert view.chosen().states == {TranslationState.FINAL}
    assert view.preview.found is not None
    assert view.preview.found.in_state(TranslationState.INITIAL) == 0
    view.options.states[EVERY_STATE].click()
    wait()
    found = view.preview.found
    assert found is not None
    assert "everything" in view.choice.summary.text()
    assert view.preview.count("sources") == "1"
    assert view.preview.count("quotes") == str(found.quotes) != "0"
    assert view.preview.count(RecordKind.PERSON.value) == str(len(found.persons))
    assert view.preview.persons.lines.rowCount() == len(found.persons)
    texts = [remark.text for remark in view.preview.warnings]
    assert f"The names of {len(found.persons)} persons leave the room." in texts
    drafts = found.in_state(TranslationState.INITIAL)
    assert drafts > 1
    assert f"{drafts} translations are drafts." in texts
    label = view.preview.table.numbers["final", "be"]
    assert label.accessibleName() == f"Belarusian, final: {label.text()}"


def test_a_record_ticked_by_keys_narrows_what_leaves(qtbot: QtBot, view: BundlesView, wait: Wait) -> None:
    before = view.preview.found
    view.choice.tabs.setFocus()
    qtbot.keyClick(view.choice.tabs, KEY.Key_Right)
    part = view.choice.lists["records"]
    assert view.choice.current is part
    qtbot.keyClicks(part.search.edit, "Kolesnikowa")  # no name is written so; its key is that of Калеснікава
    qtbot.keyClick(part.search.edit, KEY.Key_Down)
    assert QApplication.focusWidget() is part.list
    assert 0 < part.list.lines.rowCount() < part.count
    qtbot.keyClick(part.list, KEY.Key_Space)
    wait()
    assert len(view.chosen().record_ids) == 1
    assert before is not None
    assert view.preview.found is not None
    assert 0 < view.preview.found.passages < before.passages
    assert view.choice.tabs.tabText(1) == "Records (1)"
    assert view.choice.summary.text() == "Only 1 record and what belongs to them."
    qtbot.keyClick(part.search.edit, KEY.Key_Escape)
    assert part.list.lines.rowCount() == part.count
    assert view.chosen().record_ids
    view.choice.clear_button.setFocus()
    qtbot.keyClick(view.choice.clear_button, KEY.Key_Space)
    wait()
    assert not view.chosen().record_ids
    assert view.preview.found == before


def test_a_click_ticks_and_another_unticks(qtbot: QtBot, view: BundlesView, wait: Wait) -> None:
    part = view.choice.lists["sources"]
    middle = part.list.visualRect(part.list.lines.index(0)).center()
    qtbot.mouseClick(part.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert len(part.ticked) == 1
    index = part.list.lines.index(0)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    qtbot.mouseClick(part.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert not part.ticked
    wait()


def test_options_change_what_would_leave(qtbot: QtBot, view: BundlesView, wait: Wait) -> None:
    only_final = view.options.states[frozenset({TranslationState.FINAL})]
    only_final.setFocus()
    qtbot.keyClick(only_final, KEY.Key_Space)
    for tick in (view.options.languages["ru"], view.options.originals, view.options.notes):
        tick.setFocus()
        qtbot.keyClick(tick, KEY.Key_Space)
    wait()
    found = view.preview.found
    assert found is not None
    assert found.in_state(TranslationState.INITIAL) == 0
    assert "ru" not in found.translations
    assert view.preview.table.numbers["final", "ru"].isHidden()
    assert view.preview.count("originals") == "–"
    assert view.chosen().include_notes
    assert not any("draft" in remark.text for remark in view.preview.warnings)
    assert not any("original" in remark.text for remark in view.preview.warnings)


def test_no_language_is_said_beside_the_languages(qtbot: QtBot, view: BundlesView, tmp_path: Path) -> None:
    for tick in view.options.languages.values():
        tick.setChecked(False)
    typed(qtbot, view.exporting.folder.edit, str(tmp_path / "none"))
    qtbot.keyClick(view.exporting.folder.edit, KEY.Key_Return)
    assert view.options._error.text() == "Choose at least one language."
    assert QApplication.focusWidget() is view.options.languages["be"]
    assert not (tmp_path / "none").exists()


def test_export_and_verify_with_keys(qtbot: QtBot, view: BundlesView, wait: Wait, tmp_path: Path) -> None:
    typed(qtbot, view.options.title, "Released in December")
    exported(qtbot, view, tmp_path / "out")
    wait()
    assert view.exporting.banner.text().startswith("The bundle is written.")
    assert view.exporting.facts.values["path"].text() == str(tmp_path / "out")
    digest = view.exporting.facts.values["digest"].text()
    assert [len(group) for group in digest.split()] == [4] * 16
    with view.session.read() as connection:
        rows = list_exports(connection)
    assert [row.title for row in rows] == ["Released in December"]
    assert rows[0].manifest_digest == digest.replace(" ", "")
    assert view.earlier.table.model().rowCount() == 1
    assert view.earlier.facts.values["digest"].text() == digest

    button = view.exporting.banner._buttons[0]
    button.setFocus()
    qtbot.keyClick(button, KEY.Key_Space)
    qtbot.waitUntil(lambda: view.verify.verdict is not None)
    assert view.tabs.currentIndex() == VERIFY
    assert view.verify.verdict is not None
    assert view.verify.verdict.whole
    assert view.verify.banner.text().startswith("The bundle is whole.")
    assert view.verify.facts.values["known"].text().startswith("Exported from this archive:")


def test_a_taken_folder_is_said_beside_it(qtbot: QtBot, view: BundlesView, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine.txt").write_text("mine")
    exported(qtbot, view, taken)
    assert "is there already" in view.exporting.folder.error
    assert view.exporting.folder.edit.accessibleDescription() == view.exporting.folder.error
    assert [path.name for path in taken.iterdir()] == ["mine.txt"]
    qtbot.keyClicks(view.exporting.folder.edit, "2")
    assert view.exporting.folder.error == ""


@pytest.mark.parametrize(("text", "said"), [("", "Say where"), ("here", "whole path"), ("~nobody-at-all/x", "whole")])
def test_a_path_that_is_none_is_refused(qtbot: QtBot, view: BundlesView, text: str, said: str) -> None:
    view.exporting.folder.edit.setText(text)
    qtbot.keyClick(view.exporting.folder.edit, KEY.Key_Return)
    assert said in view.exporting.folder.error
    assert view.exporting.work.job is None


def test_stopping_leaves_no_bundle(
    qtbot: QtBot, view: BundlesView, wait: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slowly(content: BundleContent, folder: Path, *, progress: Callable[[int, int], None] | None = None) -> object:
        begun.set()
        assert go_on.wait(30)
        return write_bundle(content, folder, progress=progress)

    monkeypatch.setattr(bundles, "write_bundle", slowly)
    typed(qtbot, view.exporting.folder.edit, str(tmp_path / "stopped"))
    qtbot.keyClick(view.exporting.folder.edit, KEY.Key_Return)
    qtbot.waitUntil(begun.is_set)
    assert view.exporting.work.isVisible()
    assert not view.exporting.button.isEnabled()
    qtbot.keyClick(view.exporting.work.stop_button, KEY.Key_Space)
    go_on.set()
    wait()
    assert view.exporting.banner.text() == "Stopped. No bundle was left behind."
    assert not view.exporting.work.isVisible()
    assert view.exporting.button.isEnabled()
    assert [path for path in tmp_path.iterdir() if "stopped" in path.name] == []
    with view.session.read() as connection:
        assert list_exports(connection) == []


def test_what_was_ticked_and_is_gone_never_becomes_everything(view: BundlesView, wait: Wait, qtbot: QtBot) -> None:
    session = view.session
    with session.read() as connection:
        source = list_sources(connection)[0]
    view.show_place(Place(ViewName.BUNDLES, source_id=source.id))
    wait()
    assert view.chosen().source_ids == {source.id}
    session.perform(remove_source(source.id))
    qtbot.waitUntil(lambda: view.choice.lists["sources"].count == 0)
    wait()
    assert view.chosen().source_ids == {source.id}
    assert [remark.text for remark in view.preview.warnings] == ["There is nothing to export in this choice."]


def test_a_person_of_the_list_leads_to_its_record(qtbot: QtBot, view: BundlesView) -> None:
    view.preview.persons.setFocus()
    qtbot.keyClick(view.preview.persons, KEY.Key_Down)
    with qtbot.waitSignal(view.session.moved) as moved:
        qtbot.keyClick(view.preview.persons, KEY.Key_Return)
    place = moved.args[0]
    with view.session.read() as connection:
        names = {row.id: row.kind for row in list_records(connection, "en")}
    assert place.view is ViewName.RECORDS
    assert names[place.record_id] == "person"


def test_actions_lead_to_their_pages(view: BundlesView) -> None:
    assert view.run_action("bundle.verify")
    assert view.tabs.currentIndex() == VERIFY
    assert QApplication.focusWidget() is view.verify.folder.edit
    assert not view.run_action("find.text")
    assert view.run_action("bundle.export")
    assert view.tabs.currentIndex() == EXPORT
    assert QApplication.focusWidget() is view.exporting.folder.edit
    assert view.run_action("find.text")
    assert QApplication.focusWidget() is view.choice.lists["sources"].search.edit
    view.tabs.setCurrentIndex(EARLIER)
    view.enter()
    assert not view.run_action("passage.person")


def test_every_language_opens_it_and_it_keeps_its_choice(view: BundlesView, wait: Wait, session: Session) -> None:
    view.options.notes.setChecked(True)
    titles = set()
    for language in INTERFACE_LANGUAGES:
        switch_language(language)
        wait()
        titles.add(view.options.languages["be"].text())
        assert view.chosen().include_notes
        assert view.preview.persons.lines.rowCount() > 0
        for tag in ("be", "ru", "lt", "en"):
            assert view.options.languages[tag].text()
    assert len(titles) == len(INTERFACE_LANGUAGES)


def test_in_a_narrow_window_what_would_leave_stands_below(look: Look, view: BundlesView, wait: Wait) -> None:
    assert view.inner.orientation() == Qt.Orientation.Horizontal
    look.set(scale=200)
    view.resize(1233, 640)
    assert view.inner.orientation() == Qt.Orientation.Vertical
    assert view.minimumSizeHint().width() <= 1232
    wait()


def test_an_empty_archive_says_so(qtbot: QtBot, session: Session, look: Look, tmp_path: Path) -> None:
    view = BundlesView(session)
    qtbot.addWidget(view)
    view.show()
    view.enter()
    qtbot.waitUntil(lambda: view.preview.found is not None and not session.operations.jobs)
    assert [remark.text for remark in view.preview.warnings] == ["There is nothing to export in this choice."]
    exported(qtbot, view, tmp_path / "nothing")
    assert "nothing to export" in view.exporting.folder.error
    assert not (tmp_path / "nothing").exists()


def test_the_folder_is_not_named_after_the_archive(view: BundlesView) -> None:
    path = view.exporting.folder.path()
    archive = view.session.archive.path
    assert path == archive.parent / "Bundle"
    path.mkdir()
    assert free_folder(archive.parent) == archive.parent / "Bundle 2"
