"""The names of a record, as the glossary shows them: to be read here, and changed at the record."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import NameKind
from workbench.domain.names import display_name, in_order
from workbench.i18n import _, active
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.records.words import NAME_KINDS
from workbench.store.queries.records import NameRow


class NameCard(Live, QWidget):
    """Every name with its language and kind, and the way to the record."""

    def __init__(self, names: list[NameRow], to_record: Callable[[], object]) -> None:
        super().__init__()
        self.names = names
        self._column = QVBoxLayout(self)
        self._column.addWidget(PlainLabel(lambda: display_name(names, active().language), role="title", wrap=True))
        self._column.addWidget(
            PlainLabel(lambda: _("The names of a record are terms. They are changed there."), role="second", wrap=True)
        )
        for name in in_order(names):
            self._column.addWidget(_Name(name))
        self.button = Button(lambda: _("Go to the record"), to_record, kind="primary", icon="arrow-right")
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setFocusProxy(self.button)
        self.restyle()

    @override
    def restyle(self) -> None:
        wide = current_look().px("wide")
        self._column.setContentsMargins(wide, wide, wide, wide)
        self._column.setSpacing(current_look().px("gap"))


class _Name(QWidget):
    """One name over what is known of it."""

    def __init__(self, name: NameRow) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        value = PlainLabel(name.value, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(value)
        column.addWidget(PlainLabel(_facts(name), role="small", wrap=True))


def _facts(name: NameRow) -> Callable[[], str]:
    def words() -> str:
        parts = (active().language_name(name.tag), _(NAME_KINDS[NameKind(name.kind)]), name.reason)
        return " · ".join(part for part in parts if part)

    return words
