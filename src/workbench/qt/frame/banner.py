"""Messages inside the window: what happened, what was kept, what to do, with verbs to press."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import WorkbenchError
from workbench.i18n import N_, _, active
from workbench.qt.frame.base import Button, IconButton, Live, Words, say
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look


class Level(StrEnum):
    """How much a message matters: its icon and its colour."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


_ICONS = {
    Level.INFO: "info",
    Level.SUCCESS: "circle-check",
    Level.WARNING: "triangle-alert",
    Level.ERROR: "circle-alert",
}
_NAMES = {
    Level.INFO: N_("Note"),
    Level.SUCCESS: N_("Done"),
    Level.WARNING: N_("Warning"),
    Level.ERROR: N_("Error"),
}

Verb = tuple[Words, Callable[[], object]]
"""What stands on a button, and what it does."""


class Banner(Live, QFrame):
    """One message, until it is closed or replaced; hidden while there is none.

    One that is told in fixed words and asks nothing goes when the language is another.

    Screen readers speak it when it appears. Escape closes it while the focus is in it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Banner")
        self._level = Level.INFO
        self._fixed_in = ""
        """The language that the words stay in, where they are no functions; empty where they follow."""

        self.number = 0
        """Counts the messages, so that who showed one can tell whether it still stands."""

        self._icon = QLabel()
        self._what = PlainLabel(wrap=True)
        self._more = PlainLabel(role="second", wrap=True)
        for label in (self._what, self._more):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons: list[Button] = []
        self._close = IconButton("x", lambda: _("Close this message"), self.close_message)
        self._row, self._texts, self._verbs = QHBoxLayout(self), QVBoxLayout(), Flow()
        self._texts.addWidget(self._what)
        self._texts.addWidget(self._more)
        self._texts.addLayout(self._verbs)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._texts, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.restyle()
        self.hide()

    def show_message(self, level: Level, what: Words, *, more: Words = "", verbs: tuple[Verb, ...] = ()) -> None:
        """Show a message instead of the one before; the first verb is the one most likely meant."""
        self._level = level
        self.number += 1
        self._what.set_words(what)
        self._more.set_words(more)
        self._more.setText(say(more))
        self._more.setVisible(bool(say(more)))
        fixed = any(isinstance(words, str) and words for words in (what, more))
        self._fixed_in = active().language if fixed and not verbs else ""
        self._replace_verbs(verbs)
        self.setProperty("level", level.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.restyle()
        self.retranslate()
        self.show()
        self._speak()

    def take_focus(self) -> None:
        """Give the focus to the first verb: an answer is waited for."""
        if self._buttons:
            # Where a message stands already, Qt shows it a moment later, and it has no focus until then.
            self._buttons[0].show()
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def show_error(self, error: WorkbenchError, *, verbs: tuple[Verb, ...] = ()) -> None:
        """Show a known error: what happened first, then what was kept and what to do."""
        more = " ".join(part for part in (error.kept, error.do) if part)
        self.show_message(Level.ERROR, error.what, more=more, verbs=verbs)

    def close_message(self) -> None:
        """Take the message away; the focus goes on to what is next."""
        if self.isHidden():
            return
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            self.focusNextChild()
        self.hide()
        self.closed.emit()

    def _replace_verbs(self, verbs: tuple[Verb, ...]) -> None:
        for button in self._buttons:
            self._verbs.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        before: QWidget | None = None
        for words, does in verbs:
            button = Button(words, self._done_with(does), kind="quiet" if before is not None else "")
            self._verbs.addWidget(button)
            if before is not None:
                QWidget.setTabOrder(before, button)
            self._buttons.append(button)
            before = button
        if before is not None:
            QWidget.setTabOrder(before, self._close)

    def _done_with(self, does: Callable[[], object]) -> Callable[[], None]:
        def press() -> None:
            self.close_message()
            does()

        return press

    def text(self) -> str:
        """Return all that the message says."""
        return " ".join(part for part in (self._what.text(), self._more.text()) if part)

    def _speak(self) -> None:
        event = QAccessibleAnnouncementEvent(self, f"{_(_NAMES[self._level])}: {self.text()}")
        urgent = self._level in (Level.ERROR, Level.WARNING)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)

    @override
    def retranslate(self) -> None:
        if self._fixed_in not in ("", active().language):
            # What a person has read already is rather gone than said in a language that is not theirs.
            self.close_message()
        # Qt tells the parent first: its labels still have the old words.
        self._what.retranslate()
        self._more.retranslate()
        self.setAccessibleName(f"{_(_NAMES[self._level])}: {self.text()}")
        self._icon.setAccessibleName(_(_NAMES[self._level]))

    @override
    def restyle(self) -> None:
        look = current_look()
        gap, step, side = look.px("gap"), look.px("step"), look.px("icon_large")
        self._row.setContentsMargins(look.px("wide"), gap, gap, gap)
        self._row.setSpacing(look.px("wide"))
        self._texts.setContentsMargins(0, step, 0, step)
        self._texts.setSpacing(step)
        icon = look.icon(_ICONS[self._level], self._level.value)
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
        self._icon.setContentsMargins(0, step, 0, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.restyle()
        return super().event(event)
