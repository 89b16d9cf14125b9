"""What a translation said before: each wording with who wrote it and when, and the way back to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, active
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.labels import PlainLabel, state_text
from workbench.qt.look.style import current_look
from workbench.services.desk import EarlierWording


class EarlierWordings(Live, QWidget):
    """The wordings, the newest first. `taken(str)` is the one that the person wants back."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: list[QWidget] = []
        self.restyle()

    def show_wordings(self, wordings: Sequence[EarlierWording], initials: dict[str, str]) -> None:
        """Show other wordings; `initials` are those of the profiles by id."""
        for part in self._shown:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._shown = [self._one(wording, initials.get(wording.author_id or "", "")) for wording in wordings]
        for part in self._shown:
            self._column.addWidget(part)

    def _one(self, wording: EarlierWording, who: str) -> QWidget:
        part = QWidget()
        column, foot = QVBoxLayout(part), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel(wording.text, wrap=True))
        foot.addWidget(PlainLabel(lambda: _facts(wording, who), role="small", wrap=True), 1)
        foot.addWidget(
            Button(lambda: _("Take this wording"), lambda: self.taken.emit(wording.text), kind="quiet", icon="undo-2")
        )
        column.addLayout(foot)
        return part

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("gap"))


def _facts(wording: EarlierWording, who: str) -> str:
    moment = active().date_time(datetime.fromisoformat(wording.moment))
    return " · ".join(part for part in (who, moment, state_text(wording.state)) if part)
