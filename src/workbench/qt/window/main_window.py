"""The one window: rail, pages and views, drawer, banners, status bar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import UndoError, WorkbenchError
from workbench.i18n import _
from workbench.qt.actions import Actions
from workbench.qt.archive.page import Page
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.rail import Rail
from workbench.qt.frame.stack import Stack
from workbench.qt.frame.status import StatusBar
from workbench.qt.operations import Operations
from workbench.qt.palette import CommandPalette
from workbench.qt.preferences.page import SettingsPage
from workbench.qt.session import Drafts, Place, Session, SideBySide, ViewName
from workbench.qt.settings import Settings
from workbench.qt.window.about import ReportPanel
from workbench.qt.window.clipboard import ClipboardGuard
from workbench.qt.window.commands import Commands
from workbench.qt.window.doors import Doors
from workbench.qt.window.drawer import Drawer
from workbench.qt.window.entrance import Entrance
from workbench.qt.window.focus_guard import FocusGuard
from workbench.qt.window.garbage import Tidying
from workbench.qt.window.idle import AutoLock
from workbench.qt.window.leaving import Leaving
from workbench.qt.window.status_line import StatusLine
from workbench.qt.window.undoing import Undoing
from workbench.qt.window.workspace import Workspace
from workbench.services.notices import recovery_text
from workbench.store.archive import Archive
from workbench.vault import keys

TITLE = "Skaryna Workbench"
SIZE = (1280, 800)
LEAST = (960, 600)


class MainWindow(QMainWindow):
    """Shows one archive at a time, or the way to one.

    `parameters` are the costs of keys (tests take cheap ones). The window's title never says
    what is open: window lists and task bars are read by whoever looks over a shoulder.
    """

    def __init__(
        self,
        operations: Operations,
        settings: Settings,
        *,
        parameters: tuple[keys.Parameters, ...] = keys.PARAMETERS,
    ) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*LEAST)
        self.operations, self.settings = operations, settings
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self._came_from: QWidget | None = None
        self._told: tuple[int, type[WorkbenchError]] = (0, WorkbenchError)
        """The error that was shown last, by its message's number."""

        self._kept: dict[Path, tuple[list[Place], SideBySide, Drafts]] = {}
        self.actions_ = Actions(self, settings)
        self.undoing = Undoing(self.actions_)
        self.doors = Doors(operations, parameters, self)
        self._build()
        self.entrance = Entrance(self.stack, self.doors, settings, self)
        self.status_line = StatusLine(self.status, self.undoing, self)
        self.clipboard = ClipboardGuard(self)
        self.auto_lock = AutoLock(self)
        self.tidying = Tidying(operations, self.auto_lock.idle_seconds, self)
        self.leaving = Leaving(self)
        FocusGuard(self, self.stack)
        self.palette_ = CommandPalette(self.actions_, self)
        self.commands = Commands(self)
        self.preferences = SettingsPage(settings, self.commands.show_keys)
        self.stack.addWidget(self.preferences)
        self._connect()
        self.actions_.build_menus(self.menuBar())
        if settings.geometry:
            self.restoreGeometry(QByteArray(settings.geometry))
        else:
            self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize()))
        self.retranslate()
        self.commands.refresh()

    def _build(self) -> None:
        self.rail = Rail(self.actions_)
        self.rail.hide()
        self.stack = Stack()
        self.drawer = Drawer()
        self.notice, self.banner = Banner(), Banner()
        self.status = StatusBar()
        self.status.watch(self.operations)
        middle, column = QVBoxLayout(), QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for part in (self.notice, self.banner):
            middle.addWidget(part)
        middle.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        row.addWidget(self.drawer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self._column = column
        centre = QWidget()
        centre.setLayout(column)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.operations.failed.connect(self.show_error)
        self.operations.crashed.connect(self.show_crash)
        self.entrance.opened.connect(self.show_archive)
        self.entrance.returned.connect(self.show_work)
        self.entrance.rekeyed.connect(self._take_rekeyed)
        self.entrance.lost.connect(self._lose)
        self.entrance.arrived.connect(lambda: self.auto_lock.start(self.settings.lock_minutes))
        self.entrance.held_changed.connect(self.commands.refresh)
        self.entrance.choosing.connect(self.banner.close_message)
        self.preferences.left.connect(self.leave_page)
        self.stack.currentChanged.connect(lambda _at: self.commands.refresh())
        self.auto_lock.due.connect(self.leaving.lock)  # nobody is there to be asked
        self.auto_lock.minutes_left.connect(self.status.set_lock_minutes)
        self.settings.changed.connect(self._follow_setting)
        self.status.undo_asked.connect(self.undoing.undo)
        self.undoing.others_asked.connect(self._ask_undo)
        self.undoing.answered.connect(self.banner.close_message)
        self.status.lock_asked.connect(self.lock)
        self.status.profile_asked.connect(self.commands.show_profiles)

    # What is open

    def start(self, path: Path | None) -> None:
        """Show the first page, or ask for the passphrase of an archive."""
        self.entrance.show_start()
        if path is not None:
            self.entrance.open_file(path)

    def show_archive(self, archive: Archive, author_id: str) -> None:
        """Begin to work in an open archive as one of its people."""
        self.doors.know(archive)
        session = Session(archive, author_id, self.operations, self.settings, self)
        self.session = session
        places, session.side_by_side, session.drafts = self._kept.pop(archive.path, ([], SideBySide(), {}))
        self._kept.clear()
        self.settings.remember(archive.path)
        self._speak_language_of(session)
        self.workspace = Workspace(session, self.stack)
        self.workspace.view_changed.connect(self._view_changed)
        self.workspace.history_asked.connect(self.commands.show_row_history)
        self.workspace.folded.connect(self.commands.show_folds)
        self.stack.addWidget(self.workspace)
        session.profile_changed.connect(self._person_changed)
        session.changed.connect(self._changed)
        self.undoing.set_session(session)
        self.status_line.set_session(session)
        self.rail.show()
        self.stack.setCurrentWidget(self.workspace)
        known = {name.value: name for name in ViewName}
        fallback = known.get(self.settings.view, ViewName.SOURCES)
        self.workspace.restore(places, fallback)
        self.auto_lock.start(self.settings.lock_minutes)
        self._tell_how_it_opened(archive)
        self.commands.refresh()

    def _tell_how_it_opened(self, archive: Archive) -> None:
        self.banner.close_message()
        if archive.read_only:
            self.notice.show_message(
                Level.WARNING,
                lambda: _("Another program is writing to this archive, so here it can only be read."),
                more=lambda: _("To write, close it there, then close it here and open it again."),
            )
        elif archive.recovery is not None:
            recovery = archive.recovery
            self.notice.show_message(
                Level.INFO, lambda: recovery_text(recovery)[0], more=lambda: recovery_text(recovery)[1]
            )
        else:
            self.notice.close_message()

    def _speak_language_of(self, session: Session) -> None:
        profile = session.profile()
        if profile is not None:
            self.settings.language = profile.language

    def _person_changed(self) -> None:
        if self.session is not None:
            self._close_error(WorkbenchError)  # it was told to somebody else
            self._speak_language_of(self.session)

    def _changed(self, _changes: Changes) -> None:
        self._close_error(UndoError)
        self.commands.refresh()

    def _take_rekeyed(self, archive: Archive) -> None:
        if self.session is not None:
            self.session.archive = archive

    def _lose(self, _error: WorkbenchError) -> None:
        """Go back to the door: a change of passphrase failed after the archive was closed."""
        path = self.session.archive.path if self.session is not None else self.entrance.unlock.path
        profile_id = self.session.author_id if self.session is not None else None
        self.drop_session()
        self.entrance.show_locked(path, profile_id)

    def drop_session(self) -> None:
        """Take away everything that shows content of the archive, the clipboard's part of it included."""
        self.auto_lock.stop()
        self.entrance.forget()
        self.drawer.close_panel()
        self.notice.close_message()
        self.clipboard.clear()
        session, workspace = self.session, self.workspace
        self.session = self.workspace = None
        self.undoing.set_session(None)
        self.status_line.set_session(None)
        self.rail.hide()
        if workspace is not None:
            self.stack.removeWidget(workspace)
            workspace.hide()
            workspace.deleteLater()
        if session is not None:
            session.deleteLater()
        self.commands.refresh()

    def lock(self) -> None:
        """Save what is on its way, close the archive, and ask for the passphrase; a half-filled form asks first."""
        self.leaving.ask(lambda: _("Lock"), self.leaving.lock)

    def close_archive(self) -> None:
        """Save what is on its way, close the archive, and show the first page; a half-filled form asks first."""
        self.leaving.ask(lambda: _("Close archive"), self.leaving.close_archive)

    @property
    def open_archive(self) -> Archive | None:
        """The archive that is open: worked in, or still at the door."""
        return self.session.archive if self.session is not None else self.entrance.archive

    def keep_places(self) -> None:
        """Remember where the person is in the open archive, for the unlocking."""
        if self.workspace is not None:
            session = self.workspace.session
            self._kept = {session.archive.path: (self.workspace.places(), session.side_by_side, session.drafts)}

    # Pages and views

    def show_work(self) -> None:
        """Show the view that was in front, or the first page where nothing is open."""
        if self.workspace is None:
            self.entrance.show_start()
            return
        self.stack.setCurrentWidget(self.workspace)
        self._view_changed(self.workspace.current_name.value)
        if self.workspace.current is not None:
            self.workspace.current.enter()

    def leave_page(self) -> None:
        """Go from the settings back to where the person was."""
        page = self._came_from
        if self.workspace is None and isinstance(page, Page) and page is not self.preferences:
            self.stack.setCurrentWidget(page)
            page.enter()
        else:
            self.show_work()

    def show_settings(self) -> None:
        """Show the settings page."""
        self.rail.set_current("settings")
        if self.stack.currentWidget() is not self.preferences:
            self._came_from = self.stack.currentWidget()
        self.stack.setCurrentWidget(self.preferences)
        self.preferences.enter()

    def go_to_view(self, name: ViewName) -> None:
        """Bring a view to the front."""
        if self.workspace is not None:
            self.stack.setCurrentWidget(self.workspace)
            self.workspace.go_to(name)

    @property
    def at_work(self) -> bool:
        """Whether a view of an archive is in front."""
        return self.workspace is not None and self.stack.currentWidget() is self.workspace

    def _view_changed(self, name: str) -> None:
        if self.workspace is not None and self.stack.currentWidget() is not self.workspace:
            self.stack.setCurrentWidget(self.workspace)
        self.rail.set_current(name)
        self.settings.view = name
        self.commands.refresh()
        self.commands.follow_place()

    # Messages

    def show_error(self, error: WorkbenchError) -> None:
        """Show a known error that nobody has shown beside its field."""
        self.banner.show_error(error)
        self._told = (self.banner.number, type(error))

    def _close_error(self, kind: type[WorkbenchError]) -> None:
        """Take an error of a kind away, where it still stands."""
        number, told = self._told
        if number == self.banner.number and issubclass(told, kind):
            self.banner.close_message()

    def show_crash(self, report: str) -> None:
        """Say that something went wrong inside the program, and offer the report."""
        self.banner.show_message(
            Level.ERROR,
            lambda: _("Something went wrong inside the program."),
            more=lambda: _("What was saved is kept. Go on working; if it happens again, pass on the report."),
            verbs=((lambda: _("Show the report"), lambda: self._show_report(report)),),
        )

    def _ask_undo(self, profile_id: str) -> None:
        """Say whose work Undo would take back: it does so when it is asked for again."""
        if self.session is None:
            return
        initials = next(row.initials for row in self.session.profiles() if row.id == profile_id)
        self.banner.show_message(
            Level.WARNING,
            lambda: _("What was done last is the work of {initials}.").format(initials=initials),
            more=lambda: _("Nothing was taken back. To do so, undo once more."),
            verbs=((self.undoing.undo_text, self.undoing.undo),),
        )

    def _show_report(self, report: str) -> None:
        self.drawer.show_panel("report", lambda: _("Report"), ReportPanel(report))

    # Events

    def _follow_setting(self, key: str) -> None:
        if key == "archive/lock_minutes" and self.session is not None:
            self.status.set_lock_minutes(None)
            self.auto_lock.start(self.settings.lock_minutes)
        elif key == "interface/language":
            self.commands.keep_language()

    def lay_out(self) -> None:
        """Give every part its place now, not with the next event."""
        self._column.activate()

    def retranslate(self) -> None:
        """Show the window's own words in the active language."""
        self.stack.setAccessibleName(_("Work"))
        self.menuBar().setAccessibleName(_("Menu"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.drawer.set_most(event.size().width() // 2)
        super().resizeEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        steps = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}
        step = steps.get(event.button())
        if step is not None and self.at_work and self.workspace is not None:
            self.workspace.step(step)
        super().mouseReleaseEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.geometry = bytes(self.saveGeometry().data())
        saving = QGuiApplication.instance()
        at_once = isinstance(saving, QGuiApplication) and saving.isSavingSession()
        if at_once or self.leaving.may_close():
            event.accept()
        else:
            event.ignore()
