"""The status bar, which tells the truth: saved, what undo would take back, who works, when it locks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from workbench.i18n import _, ngettext
from workbench.qt.frame.base import Button, IconButton, Live, Words, say, tip
from workbench.qt.frame.labels import ElidedLabel, PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Job, Operations


class StatusBar(Live, QFrame):
    """Segments from left to right; each is hidden while it has nothing to say."""

    undo_asked = Signal()
    profile_asked = Signal()
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("StatusBar")
        self._saved: Callable[[], str] = lambda: ""
        self._undo: Words = ""
        self._profile = ""
        self._minutes: int | None = None
        self._job: Job | None = None
        self._mark = QLabel()
        self._state = PlainLabel()
        self._undo_button = _Segment(self.undo_asked.emit, gives_way=True)
        self._profile_button = _Segment(self.profile_asked.emit)
        self._lock_button = _Segment(self.lock_asked.emit)
        self._title = ElidedLabel(second=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = IconButton("x", lambda: _("Stop"), self._stop)
        self._count = PlainLabel(role="small")
        self._row = QHBoxLayout(self)
        left: tuple[QWidget, ...] = (self._mark, self._state, self._undo_button, self._title)
        right: tuple[QWidget, ...] = (self._bar, self._cancel, self._count, self._profile_button, self._lock_button)
        for part in (*left, *right):
            self._row.addWidget(part, 1 if part is self._title else 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_job(None)
        self.restyle()
        self.retranslate()

    def set_state(self, words: Callable[[], str], *, icon: str = "check", colour: str = "success") -> None:
        """Say how the archive stands, for example that everything is saved, or that it is read only."""
        self._saved = words
        look = current_look()
        side = look.px("icon")
        self._mark.setPixmap(look.icon(icon, colour).pixmap(QSize(side, side), self.devicePixelRatioF()))
        self._mark_facts = (icon, colour)
        self.retranslate()

    _mark_facts: tuple[str, str] | None = None

    def set_undo(self, words: Words) -> None:
        """Say what undo would take back; empty where there is nothing."""
        self._undo = words
        self.retranslate()

    def set_profile(self, initials: str) -> None:
        """Say whose profile is at work; empty for nobody's."""
        self._profile = initials
        self.retranslate()

    def set_lock_minutes(self, minutes: int | None) -> None:
        """Say in how many minutes the archive locks; None where it does not."""
        self._minutes = minutes
        self.retranslate()

    def set_count(self, words: Words) -> None:
        """Say how far the work of the view is, for example "123 / 480 final"."""
        self._count.set_words(words)
        self._count.setText(say(words))

    def watch(self, operations: Operations) -> None:
        """Show the progress of background work that has a title, the oldest first."""
        operations.started.connect(lambda _job: self._choose_job(operations))
        operations.finished.connect(lambda _job: self._choose_job(operations))
        operations.entitled.connect(lambda _job: self._choose_job(operations))
        operations.progressed.connect(self._show_progress)

    def _choose_job(self, operations: Operations) -> None:
        shown = next((job for job in operations.jobs if job.title), None)
        if shown is not self._job:
            self._show_job(shown)

    def _show_job(self, job: Job | None) -> None:
        self._job = job
        self._title.set_text(job.title if job is not None else "")
        self._bar.setRange(0, 0)
        self._bar.setVisible(job is not None)
        self._bar.setAccessibleName(job.title if job is not None else "")
        self._cancel.setVisible(job is not None and job.cancellable)
        self._cancel.setEnabled(True)

    def _show_progress(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("Status"))
        self._state.setText(self._saved())
        self._mark.setVisible(bool(self._saved()))
        undo = say(self._undo)
        self._undo_button.set_words(undo)
        self._undo_button.setVisible(bool(undo))
        profile = _("Profile {initials}").format(initials=self._profile) if self._profile else ""
        self._profile_button.set_words(profile)
        self._profile_button.setVisible(bool(profile))
        lock = ""
        if self._minutes is not None:
            lock = ngettext("Locks in {n} minute", "Locks in {n} minutes", self._minutes).format(n=self._minutes)
        self._lock_button.set_words(lock)
        self._lock_button.setVisible(bool(lock))

    @override
    def restyle(self) -> None:
        look = current_look()
        self.setMinimumHeight(look.px("bar") + 1)
        self._row.setContentsMargins(look.px("wide"), 0, look.px("gap"), 0)
        self._row.setSpacing(look.px("gap"))
        self._bar.setFixedWidth(look.px("vast") * 2)
        if self._mark_facts is not None:
            self.set_state(self._saved, icon=self._mark_facts[0], colour=self._mark_facts[1])


class _Segment(Button):
    """A flat button of the status bar; one that gives way ends in "…" where there is no room."""

    def __init__(self, does: Callable[[], object], *, gives_way: bool = False) -> None:
        self._gives_way = gives_way
        super().__init__("", does)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.setToolTip(tip(say(self._words)))
        self.setAccessibleName(say(self._words))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if not self._gives_way:
            return hint
        return QSize(min(hint.width(), current_look().px("vast") * 2), hint.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        missing = self.sizeHint().width() - self.width()
        if missing > 0:
            metrics = self.fontMetrics()
            room = metrics.horizontalAdvance(self.text()) - missing
            option.text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
