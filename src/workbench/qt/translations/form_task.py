"""A task that is one form: its title, its rows, its buttons, scrolled where there is little height."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.banner import Banner
from workbench.qt.frame.base import Button
from workbench.qt.frame.flow import Flow
from workbench.qt.look.style import current_look
from workbench.qt.translations.pane import Task

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


_NARROW = 8
"""Targets of width below which a form is not read well."""


class FormTask(Task):
    """Who makes one calls `lay_out` once its parts are there."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.banner = Banner()
        self.close_button = Button(lambda: _("Close"), self.leave, kind="quiet")
        self._form = QWidget()

    def lay_out(self, parts: Iterable[QWidget], *buttons: Button) -> None:
        """Put the parts under each other, and under them the buttons that do it, and one that closes."""
        inside, scroll = QWidget(), QScrollArea()
        inside.setProperty("place", "panel")
        # The column is what has a greatest width: of single parts Qt would count the height of their lines
        # for the whole width, and give the longer ones too little.
        beside = QHBoxLayout(inside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._form, 1)
        beside.addStretch(0)
        self._inner, foot = QVBoxLayout(self._form), Flow()
        for part in parts:
            self._inner.addWidget(part)
        for button in (*buttons, self.close_button):
            foot.addWidget(button)
        self._inner.addLayout(foot)
        self._inner.addStretch(1)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addWidget(scroll, 1)

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        self._form.setMaximumWidth(look.px("column") + 2 * room)
        self._inner.setContentsMargins(room, look.px("wide"), room, room)
        self._inner.setSpacing(look.px("wide"))
        self.setMinimumWidth(look.px("target") * _NARROW)
