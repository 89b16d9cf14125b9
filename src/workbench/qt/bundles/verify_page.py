"""Checking a bundle from the first page: whoever was handed one needs no archive for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.archive.page import Page
from workbench.qt.bundles.verifying import VerifyPanel
from workbench.qt.frame.base import Button
from workbench.qt.operations import Operations


class VerifyPage(Page):
    """The verifying panel as a page of its own."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(lambda: _("Verify a bundle"))
        self.panel = VerifyPanel(operations)
        self.add(self.panel)
        self.add_verbs(Button(lambda: _("Back"), self.left.emit, kind="quiet"))

    @override
    def enter(self) -> None:
        self.panel.setFocus(Qt.FocusReason.TabFocusReason)
