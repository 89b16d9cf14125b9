"""Small parts of the bundles' pages: progress that can be stopped, facts to copy, a path to type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from babel.units import format_unit
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workbench.i18n import _, active
from workbench.qt.frame.base import Button, IconButton, Live, Words, say, tip, variant
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Job, Operations


def grouped(digest: str) -> str:
    """Return a digest in groups of four, as two people read it to each other."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def size_text(size: int) -> str:
    """Return a number of bytes in the active language, in the largest unit that fits (1000 to a step)."""
    amount, unit = float(size), "byte"
    for larger in ("kilobyte", "megabyte", "gigabyte"):
        if amount < 1000:
            break
        amount, unit = amount / 1000, larger
    number = round(amount, 1) if unit != "byte" else size
    return str(format_unit(number, f"digital-{unit}", length="short", locale=active().locale))


def selectable(label: PlainLabel) -> PlainLabel:
    """Let a label's text be selected, with the mouse and by keyboard."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


class Option(Live, QRadioButton):
    """One of several choices."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setText(say(self._words).replace("&", "&&"))


class Tabs(Live, QTabBar):
    """A row of tabs whose words follow the language."""

    def __init__(self, name: Words, *words: Callable[[], str]) -> None:
        super().__init__()
        self._name, self._words = name, words
        self.setDrawBase(False)
        self.setExpanding(False)
        # In a narrow panel every tab gives way a little, rather than that one is out of sight.
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        for _word in words:
            self.addTab("")
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(say(self._name))
        for place, words in enumerate(self._words):
            self.setTabText(place, words().replace("&", "&&"))
            self.setAccessibleTabName(place, words())
            self.setTabToolTip(place, tip(words()))


class Work(Live, QWidget):
    """Follows one job: what is done, how far it is, and a button that stops it. Hidden while there is none."""

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._job: Job | None = None
        self._label = PlainLabel("", role="second", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.stop_button = Button(lambda: _("Stop"), self.stop)
        self._row = QHBoxLayout()
        self._row.addWidget(self._bar, 1)
        self._row.addWidget(self.stop_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label)
        self._column.addLayout(self._row)
        operations.progressed.connect(self._show_progress)
        operations.finished.connect(self._end)
        self.hide()
        self.restyle()

    @property
    def job(self) -> Job | None:
        """The job that is followed, None where nothing goes on."""
        return self._job

    def follow(self, job: Job, words: Words) -> None:
        """Show a job until its end."""
        self._job = job
        self._label.set_words(words)
        self._bar.setAccessibleName(say(words))
        self._bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self.show()

    def stop(self) -> None:
        """Ask the job to stop; nothing of it is kept."""
        if self._job is not None:
            self._job.cancel()
            self.stop_button.setEnabled(False)

    def _show_progress(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            # Bytes of a large bundle do not fit into Qt's range.
            self._bar.setRange(0, 1000 if total else 0)
            self._bar.setValue(done * 1000 // total if total else 0)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.hide()

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("step"))
        self._row.setSpacing(current_look().px("gap"))


class Facts(Live, QFrame):
    """Facts to read and to copy: a name, a value, and a button that copies it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.values: dict[str, PlainLabel] = {}
        self._parts: dict[str, list[QWidget]] = {}
        self._copied: dict[str, str] = {}
        self.hide()
        self.restyle()

    def add(self, key: str, words: Callable[[], str], *, copy: Callable[[], str] | None = None) -> None:
        """Add a line under a key; `copy` is what its copy button is called, None for no button."""
        row = self._grid.rowCount()
        value = selectable(PlainLabel("", wrap=True))
        value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.values[key] = value
        parts: list[QWidget] = [PlainLabel(words, role="second"), value]
        if copy is not None:
            parts.append(IconButton("copy", copy, lambda: self._copy(key)))
        for column, part in enumerate(parts):
            self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
        self._parts[key] = parts

    def set_shown(self, key: str, *, shown: bool) -> None:
        """Show a line, or leave it out."""
        for part in self._parts[key]:
            part.setVisible(shown)

    def show_facts(self, facts: dict[str, str], *, copied: dict[str, str] | None = None) -> None:
        """Show values by key; `copied` is what is copied where that is not what is shown."""
        for key, text in facts.items():
            self.values[key].setText(text)
        self._copied = {**facts, **(copied or {})}
        self.setVisible(bool(facts))

    def _copy(self, key: str) -> None:
        QGuiApplication.clipboard().setText(self._copied.get(key, ""))

    @override
    def restyle(self) -> None:
        look = current_look()
        self._grid.setHorizontalSpacing(look.px("wide"))
        self._grid.setVerticalSpacing(look.px("step"))
        for value in self.values.values():
            value.setMinimumHeight(look.px("target"))


class PathRow(Live, QWidget):
    """A path that is typed or chosen. Enter asks for what the page is about (`entered`)."""

    entered = Signal()

    def __init__(self, words: Words, browse: Callable[[], Path | None], *, hint: Words = "") -> None:
        super().__init__()
        self._words, self._ask = words, browse
        self.edit = QLineEdit()
        self.browse = Button(lambda: _("Browse…"), self._choose, icon="folder-open")
        self._label = PlainLabel(words)
        self._label.setBuddy(self.edit)
        self._error = PlainLabel(role="error", wrap=True)
        self._error.hide()
        self._hint = PlainLabel(hint, role="small", wrap=True)
        self._line = QHBoxLayout()
        self._line.addWidget(self.edit, 1)
        self._line.addWidget(self.browse)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label)
        self._column.addLayout(self._line)
        self._column.addWidget(self._error)
        self._column.addWidget(self._hint)
        self.setFocusProxy(self.edit)
        self.edit.returnPressed.connect(self.entered)
        self.edit.textChanged.connect(lambda _text: self.set_error(""))
        self.retranslate()
        self.restyle()

    @property
    def error(self) -> str:
        """What is wrong with the path, empty where nothing is."""
        return self._error.text() if not self._error.isHidden() else ""

    def set_error(self, words: Words) -> None:
        """Say what is wrong with the path; nothing with an empty text."""
        self._error.set_words(words)
        self._error.setText(say(words))
        self._error.setVisible(bool(say(words)))
        self._hint.setVisible(not say(words))
        variant(self.edit, wrong="true" if say(words) else "false")
        self.edit.setAccessibleDescription(self.error or self._hint.text())

    def path(self) -> Path | None:
        """Return what was typed where it is a whole path; None, with the reason said, where not."""
        text = self.edit.text().strip()
        path = Path(text) if text and "\0" not in text else None
        if path is not None and text.startswith("~"):
            path = _expanded(path)
        if path is not None and path.is_absolute():
            return path
        if text:
            self.set_error(lambda: _("Type the whole path, from the drive or the root on."))
        else:
            self.set_error(lambda: _("Say where: type a path, or browse."))
        self.edit.setFocus()
        return None

    def set_path(self, path: Path) -> None:
        """Show another path."""
        self.edit.setText(str(path))

    def _choose(self) -> None:
        chosen = self._ask()
        if chosen is not None:
            self.set_path(chosen)
            self.edit.setFocus()

    @override
    def retranslate(self) -> None:
        self.edit.setAccessibleName(say(self._words))
        self.edit.setAccessibleDescription(self.error or self._hint.text())

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("step"))
        self._line.setSpacing(current_look().px("gap"))


def _expanded(path: Path) -> Path | None:
    try:
        return path.expanduser()
    except RuntimeError:  # nobody of that name lives here
        return None


class Scroll(QScrollArea):
    """A column that scrolls up and down where there is no room, and never sideways."""

    def __init__(self, inside: QWidget, *, place: str = "") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if place:
            inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            inside.setProperty("place", place)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    @override
    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        width = inside.minimumSizeHint().width() if inside is not None else 0
        return QSize(width + self.verticalScrollBar().sizeHint().width(), current_look().px("target"))
