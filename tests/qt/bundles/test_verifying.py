"""Checking bundles without any archive."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from workbench.qt.bundles.parts import grouped, size_text
from workbench.qt.bundles.verifying import VerifyPanel
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import Look
from workbench.qt.operations import Operations


@pytest.fixture
def panel(qtbot: QtBot, look: Look, operations: Operations) -> VerifyPanel:
    made = VerifyPanel(operations)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def run(qtbot: QtBot, panel: VerifyPanel, path: Path) -> None:
    panel.folder.edit.selectAll()
    qtbot.keyClicks(panel.folder.edit, str(path))
    qtbot.keyClick(panel.folder.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.work.job is None)


def test_a_whole_bundle(qtbot: QtBot, panel: VerifyPanel, bundle: Path) -> None:
    run(qtbot, panel, bundle)
    assert panel.verdict is not None
    assert panel.verdict.whole
    assert panel.findings.isHidden()
    assert panel.facts.values["digest"].text() == grouped(panel.verdict.digest)
    assert panel.facts.values["known"].isHidden()
    panel.facts._copy("digest")
    assert QGuiApplication.clipboard().text() == panel.verdict.digest
    qtbot.keyClicks(panel.folder.edit, "x")
    assert panel.verdict is None
    assert panel.banner.isHidden()


def test_a_tampered_bundle_is_told_file_by_file(qtbot: QtBot, panel: VerifyPanel, bundle: Path) -> None:
    (bundle / "data" / "quotes.csv").write_bytes(b"other")
    (bundle / "data" / "index.html").unlink()
    (bundle / "data" / "extra <b>.txt").write_text("more")
    run(qtbot, panel, bundle)
    model = panel.findings.model()
    rows = {model.index(row, 1).data(): model.index(row, 0).data() for row in range(model.rowCount())}
    assert rows["data/quotes.csv"] == "damaged"
    assert rows["data/index.html"] == "not there"
    assert rows["data/extra <b>.txt"] == "added"
    assert panel.findings.isVisible()
    assert panel.banner.text().startswith("The bundle is not whole:")
    switch_language("lt")
    assert panel.verdict is not None
    assert panel.facts.isVisible()


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_what_is_no_bundle_is_said_beside_the_field(
    qtbot: QtBot, panel: VerifyPanel, tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty").mkdir()
    run(qtbot, panel, tmp_path / name)
    assert "is not a folder with a bundle" in panel.folder.error
    assert panel.verdict is None
    assert panel.button.isEnabled()


def test_sizes_as_each_language_writes_them() -> None:
    assert size_text(999) == "999 byte"
    assert size_text(1_250_000) == "1.2 MB"
    switch_language("lt")
    assert size_text(9_200) == "9,2 kB"
    switch_language("be")
    assert size_text(3_000_000_000) == "3 ГБ"
