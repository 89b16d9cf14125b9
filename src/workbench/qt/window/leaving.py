"""Locking, closing an archive, and closing the window, without losing what is on its way."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from workbench.i18n import _
from workbench.languages.remembered import forget_all
from workbench.qt.archive.page import Page
from workbench.qt.frame.banner import Level
from workbench.qt.operations import Job, JobState
from workbench.qt.records.form import InlineForm
from workbench.qt.session import Place, ViewName
from workbench.qt.translations.drafts import Draft

if TYPE_CHECKING:
    from workbench.qt.window.main_window import MainWindow


class _ClosingPage(Page):
    """What is shown while the last writes are made: nothing of the archive any more."""

    def __init__(self) -> None:
        super().__init__(lambda: _("Saving and closing…"))


class Leaving(QObject):
    """Takes the window out of an archive.

    One rule for every way out: what was asked for is done first (a write, an import, a file that
    is being written), with its progress and a way to stop it; reads for the screen are stopped.
    So is what goes on for hours and is kept in parts (a model at work), unless somebody chooses to
    wait for it. What failed meanwhile, or was cut off, is said afterwards.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page = _ClosingPage()
        window.stack.addWidget(self._page)
        self._then: Callable[[], object] | None = None
        self._shown: Page = self._page
        self._job: Job | None = None
        self._stopping = self._patient = False
        self._undone: list[str] = []
        self._question = self._form_question = 0
        self._quitting = self._unfinished = False
        window.operations.started.connect(self._job_started)
        window.operations.finished.connect(self._job_ended)
        window.operations.progressed.connect(self._progressed)

    @property
    def under_way(self) -> bool:
        """Whether an archive is being closed."""
        return self._then is not None

    def ask(self, words: Callable[[], str], leave: Callable[[], object]) -> None:
        """Leave as a person has asked to; where what was typed would be lost, ask first, and once only."""
        banner = self._window.banner
        asked = self._form_question == banner.number and not banner.isHidden()
        forms, drafts = self._unsaved(), self._undecided()
        if self.under_way or asked or not (forms or drafts):
            leave()
            return
        if forms:
            self._ask_about_form(forms[0], words, leave)
        else:
            self._ask_about_draft(drafts[0], words, leave)
        self._form_question = banner.number
        banner.take_focus()

    def _ask_about_form(self, form: InlineForm, words: Callable[[], str], leave: Callable[[], object]) -> None:
        focus = QApplication.focusWidget()
        back = focus if focus is not None and form.isAncestorOf(focus) else form
        self._window.banner.show_message(
            Level.WARNING,
            lambda: _("A form is still open: what was typed in it is not saved yet."),
            more=lambda: _("Save it first, or go on without it."),
            verbs=((words, leave), (lambda: _("Back to the form"), back.setFocus)),
        )
        form.closed.connect(self._form_gone)
        form.saved.connect(self._form_gone)

    def _ask_about_draft(self, draft: Draft, words: Callable[[], str], leave: Callable[[], object]) -> None:
        place = Place(ViewName.TRANSLATIONS, quote_id=draft.quote_id, language=draft.language)

        def back() -> None:
            if self._window.session is not None:
                self._window.session.go(place)

        self._window.banner.show_message(
            Level.WARNING,
            lambda: _("What was typed in a translation is not saved yet: it was changed meanwhile, or does not fit."),
            more=lambda: _("Save it first, or go on without it."),
            verbs=((words, leave), (lambda: _("Back to the translation"), back)),
        )
        draft.changed.connect(self._form_gone)

    def _form_gone(self, _value: object = None) -> None:
        """Take the question away that the end of the form, or the choice at a draft, has answered."""
        banner = self._window.banner
        if self._form_question == banner.number and not (self._unsaved() or self._undecided()):
            banner.close_message()

    def _unsaved(self) -> list[InlineForm]:
        """Return the open forms in which something was typed."""
        workspace = self._window.workspace
        forms = workspace.findChildren(InlineForm) if workspace is not None else []
        return [form for form in forms if not form.isHidden() and form.touched]

    def _undecided(self) -> list[Draft]:
        """Return the drafts that saving them once more does not help: a person has to choose, or to shorten."""
        session = self._window.session
        drafts = session.findChildren(Draft) if session is not None else []
        return [draft for draft in drafts if draft.stuck]

    def lock(self) -> None:
        """Close the archive and ask for its passphrase again, which can be typed at once."""
        window = self._window
        archive = window.open_archive
        if self.under_way or archive is None:
            return
        path, unlock = archive.path, window.entrance.unlock
        author_id = window.session.author_id if window.session is not None else None
        window.keep_places()

        def show() -> None:
            window.entrance.show_locked(path, author_id)

        def closed() -> None:
            if window.stack.currentWidget() is not unlock:
                show()
            unlock.release()

        def begin() -> None:
            show()
            unlock.hold()

        self._leave(closed, page=unlock, show=begin)

    def close_archive(self) -> None:
        """Close the archive and show the first page; without one, close the window."""
        window = self._window
        if window.open_archive is None:
            window.close()
        else:
            self._leave(window.entrance.show_start)

    def open_other(self, then: Callable[[], object]) -> None:
        """Close the archive where one is open, then go on; asks first like every way out."""
        if self._window.open_archive is None:
            then()
        else:
            self.ask(lambda: _("Close archive"), lambda: self._leave(then))

    def _leave(
        self, then: Callable[[], object], *, page: Page | None = None, show: Callable[[], object] | None = None
    ) -> None:
        window = self._window
        if self.under_way or window.open_archive is None:
            return
        self._then, self._shown, self._stopping, self._undone = then, page or self._page, False, []
        window.banner.close_message()
        window.palette_.dismiss()
        self._unfinished = bool(self._unsaved())
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()  # fields save what was typed when they lose the focus
        for job in window.operations.jobs:
            self._stop_where_idle(job)
        self._job = None
        self._show_job()
        self._hide_content()
        (show or self._show_page)()
        if window.workspace is not None:
            window.workspace.setEnabled(False)  # what comes of the last work must not take the focus
        window.doors.close(lambda: window.open_archive, self._closed)

    def _hide_content(self) -> None:
        """Take away what shows something of the archive around the page."""
        window = self._window
        window.drawer.close_panel()
        window.undoing.set_session(None)
        window.status_line.set_session(None)
        window.rail.hide()

    def _show_page(self) -> None:
        self._window.stack.setCurrentWidget(self._page)

    def _closed(self) -> None:
        window, then = self._window, self._then
        lost = bool(self._undecided())
        window.drop_session()
        forget_all()
        # Widgets that were in reference cycles let go of their texts now rather than some time.
        gc.collect()
        self._shown.waiting.end()
        self._then = None
        self._patient = False
        if then is not None:
            then()
        if not window.banner.isHidden():
            return
        if self._undone:
            self._tell_undone()
        elif lost:
            self._tell_lost_words()
        elif self._unfinished:
            self._tell_unfinished()

    def _tell_undone(self) -> None:
        titles = ", ".join(dict.fromkeys(title for title in self._undone if title))
        self._window.banner.show_message(
            Level.ERROR,
            lambda: (
                _("Not done before the archive was closed: {what}").format(what=titles)
                if titles
                else _("Not everything could be saved before the archive was closed.")
            ),
            more=lambda: _("What was saved before is kept. Open the archive and do it again."),
        )

    def _tell_unfinished(self) -> None:
        self._window.banner.show_message(
            Level.WARNING,
            lambda: _("A form was still open: what was typed in it was not saved."),
            more=lambda: _("Everything that was saved before is kept. Open the archive and fill in the form again."),
        )

    def _tell_lost_words(self) -> None:
        self._window.banner.show_message(
            Level.WARNING,
            lambda: _("What was typed in a translation was not saved: it was changed meanwhile, or does not fit."),
            more=lambda: _("What was saved before is kept. Open the archive and do it again."),
        )

    # What is still under way

    def _stop_where_idle(self, job: Job) -> None:
        """Stop what is only for the screen or goes on for hours, and everything once the person has said so."""
        if self._stopping or not job.lasting or (job.in_parts and not self._patient):
            job.cancel()

    def _stop(self) -> None:
        self._stopping = True
        for job in self._window.operations.jobs:
            job.cancel()
        self._shown.waiting.stop_button.setEnabled(False)

    def _show_job(self) -> None:
        """Say what is waited for; never what it is about."""
        jobs = [job for job in self._window.operations.jobs if job.title and job.lasting]
        job = jobs[0] if jobs else None
        waiting = self._shown.waiting
        if job is None:
            waiting.begin(lambda: _("What is on its way is being saved."))
        elif job is not self._job:
            title = job.title
            waiting.begin(title, self._stop if job.cancellable else None)
            waiting.stop_button.setEnabled(not self._stopping)
        self._job = job

    def _job_started(self, job: Job) -> None:
        if self.under_way:
            self._stop_where_idle(job)
            self._show_job()

    def _progressed(self, job: Job, done: int, total: int) -> None:
        if self.under_way and job is self._job:
            self._shown.waiting.show_progress(done, total)

    def _job_ended(self, job: Job) -> None:
        window = self._window
        if self.under_way:
            cut_off = job.in_parts and job.state is JobState.CANCELLED and not self._stopping
            if job.lasting and (cut_off or job.state is JobState.FAILED):
                self._undone.append(job.title)
            self._show_job()
        elif self._question == window.banner.number and not self._asked_for():
            # What follows it (the next file of an import) begins once its answer is taken.
            QTimer.singleShot(0, self, self._withdraw)

    # The end of the program

    def _asked_for(self) -> list[Job]:
        """Return what has a name and would be lost if it were cut off."""
        window = self._window
        return [job for job in window.operations.jobs if job.title and job.lasting and window.open_archive is not None]

    def may_close(self) -> bool:
        """Tell whether the window may close at once; else see to it that it closes when it can."""
        window = self._window
        if self._quitting:
            return True
        if self.under_way:
            self._then = self._close_window
            return False
        if self._window.open_archive is None:
            return self._quit()
        long_jobs = self._asked_for()
        if not long_jobs:
            self.ask(_quit_words, self._close_later)
            return False
        title = long_jobs[0].title
        window.banner.show_message(
            Level.WARNING,
            lambda: _("Something is still under way: {what}").format(what=title),
            more=lambda: _("What was saved is kept. What is stopped leaves nothing half done behind."),
            verbs=(
                (lambda: _("Close when it is done"), lambda: self.ask(_quit_words, self._close_when_done)),
                (lambda: _("Stop it and close"), lambda: self.ask(_quit_words, self._stop_and_close)),
            ),
        )
        self._question = window.banner.number
        return False

    def _withdraw(self) -> None:
        """Take the question away that the end of the work has answered."""
        if self._question == self._window.banner.number and not self._asked_for():
            self._window.banner.close_message()

    def _close_when_done(self) -> None:
        self._patient = True
        self._close_later()

    def _close_later(self) -> None:
        if self._quit():
            self._window.close()

    def _stop_and_close(self) -> None:
        self._close_later()
        self._stop()

    def _quit(self) -> bool:
        """Close the archive, then the window; True where nothing is open and it may go at once."""
        if self._window.open_archive is None:
            self._quitting = True
            return True
        self._leave(self._close_window)
        return False

    def _close_window(self) -> None:
        if self._undone:
            self._window.entrance.show_start()  # it stays, to say what was not done
            return
        self._quitting = True
        self._window.close()


def _quit_words() -> str:
    return _("Quit")
