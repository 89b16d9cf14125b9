"""One record, or none: searched for by name, then shown with a way to choose another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.inputs import RecordInput
from workbench.domain.kinds import RecordKind
from workbench.qt.frame.base import IconButton, Live, Words
from workbench.qt.frame.labels import ElidedLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.offers import KIND_ICONS, Choice
from workbench.qt.picker.search import RecordSearch
from workbench.qt.session import Session


class RecordField(Live, QWidget):
    """Asks for a record of some kinds, which may be made. `taken` when one was chosen by hand."""

    taken = Signal()
    resized = Signal()
    """It needs another height."""

    def __init__(
        self, session: Session, words: Words, another: Words, *, kinds: Sequence[RecordKind], tag: str = ""
    ) -> None:
        """`another` stands on the button that gives the record up; `tag` is the language of new names."""
        super().__init__()
        self.choice: Choice | None = None
        self.search = RecordSearch(session, words, kinds=kinds, tag=tag)
        self._icon, self._name = QLabel(), ElidedLabel(strong=True)
        self._other = IconButton("x", another, self.drop)
        self._shown = QWidget()
        row = QHBoxLayout(self._shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon)
        row.addWidget(self._name, 1)
        row.addWidget(self._other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self._shown)
        self._shown.hide()
        self.search.chosen.connect(self._chosen)
        self.search.settled.connect(self.resized)
        self.setFocusProxy(self.search)

    @property
    def known(self) -> str | None:
        """The id of the record that was chosen, where it is not to be made first."""
        record = self.choice.record if self.choice is not None else None
        return record if isinstance(record, str) else None

    @property
    def new(self) -> RecordInput | None:
        """The record that is to be made."""
        record = self.choice.record if self.choice is not None else None
        return record if isinstance(record, RecordInput) else None

    @property
    def unfinished(self) -> bool:
        """Whether something was typed and no record taken."""
        return self.choice is None and bool(self.search.text())

    def show_choice(self, choice: Choice) -> None:
        """Start from a record."""
        self.choice = choice
        self._name.set_text(choice.name)
        self.restyle()
        self._shown.show()
        self.search.hide()

    def _chosen(self, choice: Choice) -> None:
        # Whoever listens moves the focus first: a hidden field would hand it to whatever comes next.
        self.choice = choice
        self.taken.emit()
        self.show_choice(choice)
        self.resized.emit()

    def drop(self) -> None:
        """Give the record up for another one."""
        self.choice = None
        self.search.show()
        self.search.set_text("")
        self.search.setFocus()
        self._shown.hide()
        self.resized.emit()

    def refuse(self, text: str) -> None:
        """Say under the line what is wrong."""
        self.search.set_error(text)
        self.search.setFocus()

    def name(self) -> str:
        """Return the name that is shown."""
        return self._name.text()

    @override
    def restyle(self) -> None:
        if self.choice is not None:
            look = current_look()
            side = look.px("icon")
            icon = look.icon(KIND_ICONS[self.choice.kind], self.choice.kind.value)
            self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
