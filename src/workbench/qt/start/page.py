"""The first page: make an archive, open one, try the sample, or verify a bundle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.names import shortened
from workbench.i18n import _
from workbench.qt.archive.page import Page
from workbench.qt.frame.base import Button, IconButton, Live, hair_line, tip
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import ElidedLabel, PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.preferences.language import LanguageChoice
from workbench.qt.settings import Settings

_NAME = 40
"""Code points of an archive's name that are shown."""


class StartPage(Page):
    """The ways in, the archives of before, and the language of the window."""

    create_asked = Signal()
    choose_asked = Signal()
    sample_asked = Signal()
    verify_asked = Signal()
    open_asked = Signal(Path)

    def __init__(self, settings: Settings) -> None:
        super().__init__("Skaryna Workbench", self._lead)
        self._settings = settings
        self.title.setProperty("role", "display")
        self.language = LanguageChoice(settings)
        self.create_button = Button(
            lambda: _("Create an archive"), self.create_asked.emit, kind="primary", icon="file-plus"
        )
        self.open = Button(lambda: _("Open an archive"), self.choose_asked.emit, icon="folder-open")
        self.sample = Button(lambda: _("Try the sample"), self.sample_asked.emit, icon="book-open")
        self.verify = Button(lambda: _("Verify a bundle"), self.verify_asked.emit, icon="package-check")
        self._recent = _Recent(settings, self._open)
        self._recent.forgotten.connect(self.enter)
        self.add(self._recent)
        for button, words in (
            (self.create_button, lambda: _("One encrypted file for everything that you document.")),
            (self.open, lambda: _("One that you or a colleague made before.")),
            (
                self.sample,
                lambda: _("An article with its persons, events, quotes and translations, to look around in."),
            ),
            (self.verify, lambda: _("One that somebody handed you. No archive is needed.")),
        ):
            self.add(_Way(button, words))
        self.add(hair_line(), FormRow(lambda: _("Language"), self.language))

    def _lead(self) -> str:
        return _("Document what was said and done. Nothing leaves this computer unless you take it out.")

    def _open(self, path: Path) -> None:
        self.open_asked.emit(path)

    @property
    def recent(self) -> _Recent:
        """The list of archives opened before."""
        return self._recent

    @override
    def enter(self) -> None:
        self._recent.fill()
        target = self._recent.first() or self.create_button
        target.setFocus(Qt.FocusReason.TabFocusReason)


class _Way(Live, QWidget):
    """A way in: a button, and a line about it."""

    def __init__(self, button: Button, words: Callable[[], str]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(button)
        self._column.addWidget(PlainLabel(words, role="small", wrap=True))
        self.restyle()

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("step"))


class _Recent(Live, QWidget):
    """The archives of before, each with a button that forgets it."""

    forgotten = Signal()

    def __init__(self, settings: Settings, open_archive: Callable[[Path], None]) -> None:
        super().__init__()
        self._settings, self._open = settings, open_archive
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(PlainLabel(lambda: _("Opened before"), role="section"))
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        self.buttons: dict[Path, Button] = {}
        self.fill()
        self.restyle()

    def fill(self) -> None:
        """List what the settings remember."""
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.buttons = {}
        for path in self._settings.recent:
            row = self._row(path)
            self._rows.addWidget(row)
            row.show()  # at once: the focus may go there next
        self.setVisible(bool(self.buttons))

    def first(self) -> QWidget | None:
        """Return the button of the archive opened last."""
        return next(iter(self.buttons.values()), None)

    def _row(self, path: Path) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        button = Button(shortened(path.stem, _NAME), lambda: self._open(path), icon="archive", kind="quiet")
        button.setToolTip(tip(str(path)))
        forget = IconButton("x", lambda: _("Forget “{name}”").format(name=path.stem), lambda: self._forget(path))
        line.addWidget(button)
        line.addWidget(ElidedLabel(str(path.parent), second=True), 1)
        line.addWidget(forget)
        self.buttons[path] = button
        return row

    def _forget(self, path: Path) -> None:
        self._settings.forget(path)
        self.fill()
        self.forgotten.emit()

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("gap"))
        self._rows.setSpacing(current_look().px("step"))
