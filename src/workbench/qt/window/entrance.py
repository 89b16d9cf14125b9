"""The way in and out: first start, new archive, unlocking, who works, recovery sheet, new passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from workbench.domain.errors import WorkbenchError
from workbench.i18n import _, active
from workbench.qt.archive.change import ChangePage
from workbench.qt.archive.create import CreatePage, NewArchive
from workbench.qt.archive.files import ask_for_archive
from workbench.qt.archive.page import Page
from workbench.qt.archive.people import ProfilePage
from workbench.qt.archive.sheet import SheetPage
from workbench.qt.archive.unlock import UnlockPage
from workbench.qt.bundles.verify_page import VerifyPage
from workbench.qt.settings import Settings
from workbench.qt.start.page import StartPage
from workbench.qt.window.doors import Doors
from workbench.services.archives import Created, recovery_sheet, recovery_words
from workbench.store.archive import Archive
from workbench.store.queries.overview import profiles


class Entrance(QObject):
    """The pages around the work, and what leads from one to the next.

    `opened(Archive, profile id)` comes once somebody may begin to work; `returned()` when a page
    that was opened over the work is done; `rekeyed(Archive)` when an archive got another key;
    `lost(WorkbenchError)` when a change of passphrase failed after the archive was closed;
    `arrived()` when an archive is open at the door, before anybody works in it.
    """

    opened = Signal(object, str)
    returned = Signal()
    rekeyed = Signal(object)
    lost = Signal(object)
    choosing = Signal()
    arrived = Signal()
    held_changed = Signal()

    def __init__(self, stack: QStackedWidget, doors: Doors, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._stack, self._doors, self._settings = stack, doors, settings
        self._archive: Archive | None = None
        self._profile_id: str | None = None
        self._at_work = False
        self._by_words = False
        self.start = StartPage(settings)
        self.create = CreatePage()
        self.unlock = UnlockPage()
        self.people = ProfilePage()
        self.sheet = SheetPage()
        self.change = ChangePage()
        self.verify = VerifyPage(doors.operations)
        for page in (self.start, self.create, self.unlock, self.people, self.sheet, self.change, self.verify):
            stack.addWidget(page)
            page.busy_changed.connect(self.held_changed)
        self.start.create_asked.connect(self.show_create)
        self.start.sample_asked.connect(self.show_sample)
        self.start.verify_asked.connect(self.show_verify)
        self.verify.left.connect(self.show_start)
        self.start.choose_asked.connect(self.ask_for_file)
        self.start.open_asked.connect(self.open_file)
        self.create.asked.connect(self._create)
        self.create.left.connect(self.show_start)
        self.unlock.asked.connect(self._unlock)
        self.unlock.words_asked.connect(self._unlock_with_words)
        self.unlock.left.connect(self.show_start)
        self.people.chosen.connect(self._choose_person)
        self.sheet.done.connect(self._sheet_done)
        self.sheet.left.connect(self.returned)
        self.sheet.proof_asked.connect(self._prove)
        self.change.asked.connect(self._change)
        self.change.left.connect(self._change_left)

    @property
    def archive(self) -> Archive | None:
        """The archive that a page is about: open at the door, or worked in behind the page."""
        return self._archive

    @property
    def held(self) -> bool:
        """Whether the page in front must not be left: it is busy, or shows words nobody has taken yet."""
        page = self._stack.currentWidget()
        return isinstance(page, Page) and (page.busy or (page is self.sheet and self.sheet.must_be_taken))

    def forget(self) -> None:
        """Let go of the archive: it is being closed."""
        self._archive = None

    def _show(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        page.enter()

    # The ways in

    def show_start(self) -> None:
        """Show the first page."""
        self._show(self.start)

    def show_create(self) -> None:
        """Ask for a new archive."""
        self.create.prepare(sample=False)
        self._show(self.create)
        self._doors.expect()

    def show_sample(self) -> None:
        """Ask for a new archive with the sample in it."""
        self.create.prepare(sample=True)
        self._show(self.create)
        self._doors.expect()

    def show_verify(self) -> None:
        """Check a bundle without any archive."""
        self._show(self.verify)

    def ask_for_file(self) -> None:
        """Ask in a dialog for an archive, and for its passphrase."""
        path = ask_for_archive(self._stack.window())
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Ask for the passphrase of a file that may be an archive."""
        self._doors.check_file(path, lambda crashed: self._ask_passphrase(path, crashed=crashed), self._not_an_archive)

    def _not_an_archive(self, _error: WorkbenchError) -> bool:
        if self._stack.currentWidget() is self.unlock:
            self.show_start()
        return False

    def _ask_passphrase(self, path: Path, *, crashed: bool) -> None:
        self.choosing.emit()
        self.unlock.prepare(path, locked=False, crashed=crashed)
        self._show(self.unlock)
        self._doors.expect()

    def show_locked(self, path: Path, profile_id: str | None) -> None:
        """Ask for the passphrase of an archive that was locked just now."""
        self._profile_id = profile_id
        self.unlock.prepare(path, locked=True)
        self._show(self.unlock)

    # A new archive

    def _create(self, new: NewArchive) -> None:
        self.create.set_busy(lambda: _("Making the archive. The key alone takes a few seconds, on purpose."))
        self._doors.create(new, self._created, self._not_created)

    def _created(self, made: Created) -> None:
        self.create.set_busy(None)
        self._archive, self._profile_id = made.archive, made.profile_id
        self._at_work = self._by_words = False
        self.arrived.emit()
        self._show_new_sheet(made.archive, made.words)

    def _not_created(self, error: WorkbenchError) -> bool:
        self.create.set_busy(None)
        self.create.refuse(error)
        return True

    # Unlocking

    def _unlock(self, passphrase: str) -> None:
        self._begin_unlocking()
        self._doors.open(self.unlock.path, passphrase, self._unlocked, self._not_unlocked)

    def _unlock_with_words(self, words: str) -> None:
        self._begin_unlocking()
        self._doors.open_with_words(self.unlock.path, words, self._unlocked_with_words, self._not_unlocked)

    def _begin_unlocking(self) -> None:
        self.unlock.set_busy(lambda: _("Opening the archive. The key alone takes a few seconds, on purpose."))

    def _unlocked(self, archive: Archive) -> None:
        self._let_in(archive, by_words=False)

    def _unlocked_with_words(self, archive: Archive) -> None:
        self._let_in(archive, by_words=True)

    def _not_unlocked(self, error: WorkbenchError) -> bool:
        self.unlock.set_busy(None)
        return self.unlock.refuse(error)

    def _let_in(self, archive: Archive, *, by_words: bool) -> None:
        self.unlock.set_busy(None)
        self._archive, self._at_work, self._by_words = archive, False, by_words
        self.arrived.emit()
        if by_words and not archive.read_only:
            self.change.prepare(proved=True)
            self._show(self.change)
        else:
            self._ask_who()

    def _ask_who(self) -> None:
        archive = self._archive
        if archive is None:
            return
        with archive.read() as connection:
            people = profiles(connection)
        if len(people) == 1:
            self._choose_person(people[0].id)
        else:
            self.people.show_people(people, self._profile_id)
            self._show(self.people)

    def _choose_person(self, profile_id: str) -> None:
        archive, self._archive = self._archive, None
        if archive is not None:
            self.opened.emit(archive, profile_id)

    # Over the work: recovery sheet and new passphrase

    def show_sheet(self, archive: Archive) -> None:
        """Ask for the passphrase, then show the recovery words of the archive that is worked in."""
        self._archive, self._at_work = archive, True
        self.sheet.ask_proof()
        self._show(self.sheet)

    def show_change(self, archive: Archive) -> None:
        """Ask for a new passphrase of the archive that is worked in."""
        self._archive, self._at_work, self._by_words = archive, True, False
        self.change.prepare(proved=False)
        self._show(self.change)

    def _show_new_sheet(self, archive: Archive, words: Sequence[str]) -> None:
        self.sheet.show_new(words, _sheet_of(archive))
        self._show(self.sheet)
        self.held_changed.emit()

    def _prove(self, passphrase: str) -> None:
        archive = self._archive
        if archive is not None:
            self.sheet.set_busy(lambda: _("Checking the passphrase…"))
            self._doors.prove(archive, passphrase, self._proved, self._not_proved)

    def _proved(self, _value: None) -> None:
        self.sheet.set_busy(None)
        if self._archive is not None:
            self.sheet.show_again(recovery_words(self._archive), _sheet_of(self._archive))

    def _not_proved(self, error: WorkbenchError) -> bool:
        self.sheet.set_busy(None)
        self.sheet.refuse(str(error))
        return True

    def _sheet_done(self) -> None:
        if self._at_work:
            self._archive = None
            self.returned.emit()
        elif self._profile_id is not None and not self._by_words:
            self._choose_person(self._profile_id)
        else:
            self._ask_who()

    def _change(self, old: str, new: str) -> None:
        archive = self._archive
        if archive is None:
            return
        self.change.set_busy(lambda: _("Writing the archive anew under the new passphrase…"))
        self._doors.change_passphrase(archive, old, new, self._changed, self._not_changed)

    def _changed(self, made: Created) -> None:
        self.change.set_busy(None)
        self._archive = made.archive
        if self._at_work:
            self.rekeyed.emit(made.archive)
        self._show_new_sheet(made.archive, made.words)

    def _not_changed(self, error: WorkbenchError) -> bool:
        self.change.set_busy(None)
        archive = self._archive
        if archive is not None and not archive.is_open:
            self._archive = None
            self.lost.emit(error)
            return False
        return self.change.refuse(error)

    def _change_left(self) -> None:
        if self._at_work:
            self._archive = None
            self.returned.emit()
        else:
            self._ask_who()


def _sheet_of(archive: Archive) -> Callable[[], str]:
    return lambda: recovery_sheet(archive, active().language)
