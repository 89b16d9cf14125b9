"""Every view, panel, page and dialog in each language, light and dark, without a word from Qt.

A warning of Qt's fails a test by itself (`qt_log_level_fail`). What is shown is painted as well.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu

from hands import KEY, Hands
from rooms import PASSPHRASE
from workbench.domain.kinds import RecordKind
from workbench.i18n import INTERFACE_LANGUAGES, activate, active, phrasebook
from workbench.qt.bundles.view import EARLIER, EXPORT, VERIFY, BundlesView
from workbench.qt.frame.language import switch_language
from workbench.qt.look.tokens import Theme
from workbench.qt.records.view import RecordsView
from workbench.qt.session import ViewName
from workbench.qt.translations.view import TranslationsView
from workbench.qt.window.main_window import MainWindow
from workbench.store.queries.quotes import list_quotes


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    switch_language("en")
    activate("en")


@pytest.fixture
def sample(hands: Hands, sample_file: tuple[Path, str], tmp_path: Path) -> MainWindow:
    """The window with the sample's archive open."""
    path = Path(shutil.copy(sample_file[0], tmp_path / "sample.archive"))
    window = hands.window
    window.entrance.open_file(path)
    hands.until(lambda: window.stack.currentWidget() is window.entrance.unlock, "the door")
    hands.type(PASSPHRASE)
    hands.enter()
    hands.until(lambda: window.stack.currentWidget() is window.entrance.people, "the people")
    hands.enter()
    hands.until(lambda: window.at_work, "the work")
    hands.settle()
    return window


def look_at(hands: Hands) -> None:
    """Let everything be read and painted."""
    hands.settle()
    assert not hands.window.grab().isNull()


def see_dialog(hands: Hands, action: str) -> None:
    """Open a file dialog, paint it, and close it again."""
    seen: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            dialog.grab()
            seen.append(dialog.windowTitle())
            dialog.reject()

    clock = QTimer(interval=10)
    clock.timeout.connect(close)
    clock.start()
    hands.window.actions_[action].trigger()
    clock.stop()
    hands.window.activateWindow()
    assert seen
    assert seen[0]


def see_entrance(hands: Hands) -> None:
    """The pages on the way to an archive."""
    entrance = hands.window.entrance
    for show in (entrance.show_start, entrance.show_create, entrance.show_sample, entrance.show_start):
        show()
        look_at(hands)
    hands.window.show_settings()
    look_at(hands)
    hands.window.leave_page()


def see_sources(hands: Hands) -> None:
    window = hands.window
    session = window.session
    assert session is not None
    with session.read() as connection:
        quote = list_quotes(connection, "en")[0]
    window.go_to_view(ViewName.SOURCES)
    view = hands.sources
    hands.until(lambda: view.reader.text, "the text")
    view.go_to_passage(quote.passage_id)
    look_at(hands)
    for action in ("pick", "person", "event", "organisation", "place", "quote", "note", "tag"):
        view.reader.setFocus()
        window.actions_[f"passage.{action}"].trigger()
        look_at(hands)
        assert view.marking.popup is not None
        view.marking.close()
    view.inspector.supports.open_form()
    look_at(hands)
    view.inspector.supports.close_form()
    window.actions_["find.text"].trigger()
    look_at(hands)
    view.article.find_bar.close_bar()
    view.show_details()
    look_at(hands)
    view.details.save_and_close()
    see_dialog(hands, "source.import")


def see_records(hands: Hands) -> None:
    window = hands.window
    window.go_to_view(ViewName.RECORDS)
    assert window.workspace is not None
    view = window.workspace.view(ViewName.RECORDS)
    assert isinstance(view, RecordsView)
    for kind in RecordKind:
        view.list.show_kind(kind)
        view.list.list.step(1)
        look_at(hands)
        for section in view.page.sections:
            if section.add_button.isVisible():
                section.open_add()
                look_at(hands)
                section.close_form()
        view.begin_new(kind)
        look_at(hands)
        view.close_form()
    view.page.toggle_history()
    look_at(hands)
    view.page.toggle_history()


def see_desk(hands: Hands) -> None:
    window = hands.window
    window.go_to_view(ViewName.TRANSLATIONS)
    assert window.workspace is not None
    view = window.workspace.view(ViewName.TRANSLATIONS)
    assert isinstance(view, TranslationsView)
    hands.until(lambda: view.desk.quote is not None, "a quote")
    look_at(hands)
    view.desk.profile_asked.emit()
    menu = view.findChild(QMenu)
    assert menu is not None
    look_at(hands)
    menu.close()
    if view.desk.editor is not None:
        view.desk.editor.history.click()
    look_at(hands)


def see_bundles(hands: Hands) -> None:
    window = hands.window
    window.go_to_view(ViewName.BUNDLES)
    assert window.workspace is not None
    view = window.workspace.view(ViewName.BUNDLES)
    assert isinstance(view, BundlesView)
    for tab in (VERIFY, EARLIER, EXPORT):
        view.tabs.setCurrentIndex(tab)
        look_at(hands)


def see_search(hands: Hands) -> None:
    hands.window.go_to_view(ViewName.SEARCH)
    look_at(hands)
    hands.type("a")
    look_at(hands)


def see_panels(hands: Hands) -> None:
    """The drawer, the palette, and the pages over the work."""
    window = hands.window
    for action in ("edit.history", "archive.profiles", "archive.check", "app.keys", "app.about"):
        window.actions_[action].trigger()
        look_at(hands)
        assert window.drawer.key, action
        window.drawer.close_panel()
    window.actions_["app.palette"].trigger()
    look_at(hands)
    hands.escape()
    for action in ("archive.passphrase", "archive.recovery"):
        window.actions_[action].trigger()
        look_at(hands)
        assert not window.at_work
        hands.escape()
        hands.until(lambda: window.at_work, "the work")
    window.show_settings()
    look_at(hands)
    window.leave_page()
    for menu in window.menuBar().findChildren(QMenu):
        menu.grab()


SEEN: tuple[Callable[[Hands], None], ...] = (
    see_sources,
    see_records,
    see_desk,
    see_bundles,
    see_search,
    see_panels,
)


BOTH = (Theme.LIGHT, Theme.DARK)


@pytest.mark.parametrize(("language", "theme"), list(zip(INTERFACE_LANGUAGES, BOTH * 2, strict=True)))
def test_everything_opens(hands: Hands, sample: MainWindow, language: str, theme: Theme) -> None:
    sample.settings.theme = theme
    sample.settings.language = language
    hands.settle()
    assert active().language == language
    for see in SEEN:
        see(hands)
    hands.ctrl(KEY.Key_W)
    hands.until(lambda: sample.session is None, "the end")
    see_entrance(hands)
    assert active().language == language


def test_the_language_is_switched_while_one_works(hands: Hands, sample: MainWindow) -> None:
    """Whatever is open says its words anew, light and dark, and keeps none of the language before."""
    session, workspace = sample.session, sample.workspace
    assert session is not None
    assert workspace is not None
    for name in ViewName:
        sample.go_to_view(name)
        look_at(hands)
    sample.commands.show_history()
    for language, theme in zip(("lt", "be", "en", "ru"), BOTH * 2, strict=True):
        sample.settings.theme = theme
        sample.settings.language = language
        for name in ViewName:
            sample.go_to_view(name)
            look_at(hands)
            words = {label.text() for label in sample.findChildren(QLabel) if label.isVisible()}
            strangers = words & foreign(language)
            assert strangers == set(), (language, name)
        person = session.profile()
        assert person is not None
        assert person.language == language
        assert sample.actions_.text("go.sources") == phrasebook(language).gettext("Sources")
    sample.commands.show_history()


def foreign(language: str) -> set[str]:
    """Return short words of the window in the other languages which this one does not have itself."""
    probes = ("Sources", "Records", "Translations", "Bundles", "Passage", "History", "Languages", "Matches and names")
    own = {phrasebook(language).gettext(probe) for probe in probes}
    others = {phrasebook(other).gettext(probe) for other in INTERFACE_LANGUAGES for probe in probes}
    return others - own
