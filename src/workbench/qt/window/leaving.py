"""Locking, closing an archive, and closing the window, without losing what is on its way."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from workbench.i18n import _
from workbench.qt.archive.page import Page
from workbench.qt.frame.banner import Level

if TYPE_CHECKING:
    from workbench.qt.window.main_window import MainWindow
    from workbench.store.archive import Archive


class _ClosingPage(Page):
    """What is shown while the last writes are made: nothing of the archive any more."""

    def __init__(self) -> None:
        super().__init__(lambda: _("Saving and closing…"))


class Leaving(QObject):
    """Takes the window out of an archive."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page = _ClosingPage()
        window.stack.addWidget(self._page)
        self._under_way = False
        self._quitting = False
        self._wait_then_quit = False
        window.operations.finished.connect(self._job_ended)

    def lock(self) -> None:
        """Close the archive and ask for its passphrase again."""
        window = self._window
        archive = window.open_archive
        if self._under_way or archive is None:
            return
        path = archive.path
        author_id = window.session.author_id if window.session is not None else None
        window.keep_places()
        self._leave(lambda: window.entrance.show_locked(path, author_id))

    def close_archive(self) -> None:
        """Close the archive and show the first page; without one, close the window."""
        window = self._window
        if window.open_archive is None:
            window.close()
        else:
            self._leave(window.entrance.show_start)

    def open_other(self, then: Callable[[], object]) -> None:
        """Close the archive where one is open, then go on."""
        if self._window.open_archive is None:
            then()
        else:
            self._leave(then)

    def _leave(self, then: Callable[[], object]) -> None:
        window = self._window
        if self._under_way or window.open_archive is None:
            return
        self._under_way = True
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()  # fields save what was typed when they lose the focus
        window.stack.setCurrentWidget(self._page)
        window.rail.hide()

        def closed() -> None:
            self._under_way = False
            window.drop_session()
            # Widgets that were in reference cycles let go of their texts now rather than some time.
            gc.collect()
            then()

        window.doors.close(self._the_archive, closed)

    def _the_archive(self) -> Archive:
        archive = self._window.open_archive
        if archive is None:
            raise RuntimeError("nothing is open")
        return archive

    # The end of the program

    def may_close(self) -> bool:
        """Tell whether the window may close at once; else see to it that it closes when it can."""
        window = self._window
        if self._quitting:
            return True
        long_jobs = [job for job in window.operations.jobs if job.title and window.open_archive is not None]
        if long_jobs and not self._wait_then_quit:
            window.banner.show_message(
                Level.WARNING,
                lambda: _("Something is still under way: {what}").format(what=long_jobs[0].title),
                more=lambda: _("What was saved is kept. What is stopped leaves nothing behind."),
                verbs=(
                    (lambda: _("Close when it is done"), self._close_later),
                    (lambda: _("Stop it and close"), self._quit),
                ),
            )
            return False
        return self._quit()

    def _close_later(self) -> None:
        self._wait_then_quit = True
        self._job_ended()

    def _job_ended(self, _job: object = None) -> None:
        if self._wait_then_quit and not any(job.title for job in self._window.operations.jobs):
            self._wait_then_quit = False
            self._quit()

    def _quit(self) -> bool:
        """Close the archive, then the window; True where nothing is open and it may go at once."""
        window = self._window
        if self._under_way:
            return False
        if window.open_archive is None:
            self._quitting = True
            return True
        self._leave(self._close_window)
        return False

    def _close_window(self) -> None:
        self._quitting = True
        self._window.close()
