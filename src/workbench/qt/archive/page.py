"""A page of the window that asks for something: one column in the middle, scrolled where it is long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.base import Button, Live, Words, say
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look


class Tick(Live, QCheckBox):
    """A box to tick."""

    def __init__(self, words: Words, *, checked: bool = False) -> None:
        super().__init__()
        self._words = words
        self.setChecked(checked)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setText(say(self._words).replace("&", "&&"))


class Waiting(Live, QWidget):
    """What is being done in the background, with a bar and maybe a way to stop it; hidden while nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self._label = PlainLabel("", role="second", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop: Callable[[], object] | None = None
        self.stop_button = Button(lambda: _("Stop"), self._ask_to_stop, kind="quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label)
        self._column.addWidget(self._bar)
        self._column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.restyle()

    def begin(self, words: Words, stop: Callable[[], object] | None = None) -> None:
        """Show that something goes on whose end is not known; `stop` is asked to stop it."""
        self._stop = stop
        self.stop_button.setVisible(stop is not None)
        self._label.set_words(words)
        self._bar.setAccessibleName(say(words))
        self._bar.setRange(0, 0)
        self.show()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is; `total` 0 where that is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end(self) -> None:
        """Take it away."""
        self.hide()

    def _ask_to_stop(self) -> None:
        if self._stop is not None:
            self._stop()

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("step"))


class Page(Live, QWidget):
    """A column of form rows under a title, with its verbs below. Escape asks to leave (`left`).

    Subclasses fill `column` with `add`, and say in `enter` where the focus goes.
    """

    left = Signal()
    busy_changed = Signal()

    def __init__(self, title: Words, lead: Words = "") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("place", "paper")
        self._title_words = title
        self.title = PlainLabel(title, role="title", wrap=True)
        self.lead = PlainLabel(lead, role="second", wrap=True)
        self.form = QWidget()
        self.column = QVBoxLayout(self.form)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.verbs = Flow()
        self.waiting = Waiting()
        self._inner = QWidget()
        self._all = QVBoxLayout(self._inner)
        for part in (self.title, self.lead, self.form, self.waiting):
            self._all.addWidget(part)
        self._all.addLayout(self.verbs)
        self._all.addStretch(1)
        self._scroll = _in_scroll_area(self._inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.lead.setVisible(bool(lead))
        self.restyle()
        self.retranslate()

    def add(self, *parts: QWidget) -> None:
        """Put parts under those that are there."""
        for part in parts:
            self.column.addWidget(part)

    def add_verbs(self, *buttons: Button) -> None:
        """Put buttons below the form, the one most likely meant first."""
        for button in buttons:
            self.verbs.addWidget(button)

    def set_busy(self, words: Words | None) -> None:
        """Hold the form still while something is done in the background; None lets it go."""
        busy = words is not None
        self.form.setEnabled(not busy)
        for at in range(self.verbs.count()):
            item = self.verbs.itemAt(at)
            button = item.widget() if item is not None else None
            if button is not None:
                button.setEnabled(not busy)
        if words is not None:
            self.waiting.begin(words)
        else:
            self.waiting.end()
        self.busy_changed.emit()

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return not self.waiting.isHidden()

    def enter(self) -> None:
        """Come to the front: take the focus."""

    def wipe(self) -> None:
        """Forget what was typed: secrets do not stay in a hidden page."""

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(say(self._title_words))

    @override
    def restyle(self) -> None:
        look = current_look()
        self._inner.setMaximumWidth(look.px("column") + 2 * look.px("hall"))
        self._all.setContentsMargins(look.px("hall"), look.px("vast"), look.px("hall"), look.px("hall"))
        self._all.setSpacing(look.px("room"))
        self.column.setSpacing(look.px("room"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.busy:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # A page that is left keeps no secrets, whichever way it was left.
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.wipe()
        return super().event(event)


def _in_scroll_area(inner: QWidget) -> QScrollArea:
    """Put a widget into the middle of a scroll area that shows the ground behind it."""
    centre = QWidget()
    row = QHBoxLayout(centre)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(inner, 100)
    row.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(centre)
    centre.setAutoFillBackground(False)
    scroll.viewport().setAutoFillBackground(False)
    return scroll


def on_enter(fields: tuple[QWidget, ...], does: Callable[[], object]) -> None:
    """Have Enter in each of some fields go on to the next one, and in the last one do something."""
    for at, field in enumerate(fields):
        pressed = getattr(field, "returnPressed", None)
        if pressed is not None:
            pressed.connect(fields[at + 1].setFocus if at + 1 < len(fields) else does)
