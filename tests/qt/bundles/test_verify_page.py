"""A bundle is checked from the first page, by somebody who has no archive."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.qt.bundles.verify_page import VerifyPage
from workbench.qt.look.style import Look
from workbench.qt.operations import Operations


def test_the_folder_is_typed_and_enter_checks_it(
    qtbot: QtBot, look: Look, operations: Operations, bundle: Path
) -> None:
    page = VerifyPage(operations)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.enter()
    field = QApplication.focusWidget()
    assert field is page.panel.folder.edit
    qtbot.keyClicks(field, str(bundle))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.panel.verdict is not None)
    verdict = page.panel.verdict
    assert verdict is not None
    assert verdict.whole
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
