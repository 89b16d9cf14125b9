"""What the status bar says about the open archive."""

from __future__ import annotations

from PySide6.QtCore import QObject

from workbench.domain.changes import Changes
from workbench.domain.kinds import TranslationState
from workbench.i18n import _, active
from workbench.qt.frame.status import StatusBar
from workbench.qt.session import Session
from workbench.qt.window.undoing import Undoing
from workbench.store.queries.overview import translation_states, translations_wanted


class StatusLine(QObject):
    """Fills the status bar from a session; nothing in it is remembered, all of it is read."""

    def __init__(self, bar: StatusBar, undoing: Undoing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar, self._undoing = bar, undoing
        self._session: Session | None = None
        self._final = self._wanted = 0

    def set_session(self, session: Session | None) -> None:
        """Follow another archive, or none."""
        self._session = session
        self._final = self._wanted = 0
        if session is None:
            self._bar.set_state(lambda: "")
            self._bar.set_profile("")
            self._bar.set_lock_minutes(None)
        else:
            session.changed.connect(self._refresh)
            session.blinded.connect(lambda: self._bar.set_undo(self._undoing.undo_text))
            session.profile_changed.connect(self.show_profile)
            for signal in (session.operations.started, session.operations.finished):
                signal.connect(self._show_state)
            self._show_state()
            self.show_profile()
            self._count()
        self._bar.set_undo(self._undoing.undo_text)
        self._bar.set_count(self._count_text)

    def _show_state(self, _job: object = None) -> None:
        session = self._session
        if session is None:
            return
        if session.read_only:
            self._bar.set_state(lambda: _("Read only"), icon="eye", colour="warning")
        elif any(job.writes for job in session.operations.jobs):
            self._bar.set_state(lambda: _("Saving…"), icon="refresh-cw", colour="second")
        else:
            self._bar.set_state(lambda: _("Saved"))

    def show_profile(self) -> None:
        """Say whose profile is at work."""
        profile = self._session.profile() if self._session is not None else None
        self._bar.set_profile(profile.initials if profile is not None else "")

    def _refresh(self, changes: Changes) -> None:
        self._bar.set_undo(self._undoing.undo_text)
        if changes.touches("quote", "translation"):
            self._count()
            self._bar.set_count(self._count_text)
        if changes.touches("profile"):
            self.show_profile()

    def _count(self) -> None:
        if self._session is None:
            return
        with self._session.read() as connection:
            states = translation_states(connection)
            self._wanted = translations_wanted(connection)
        self._final = sum(by_state.get(TranslationState.FINAL.value, 0) for by_state in states.values())

    def _count_text(self) -> str:
        if not self._wanted:
            return ""
        number = active().number
        return _("{done} / {all} final").format(done=number(self._final), all=number(self._wanted))
