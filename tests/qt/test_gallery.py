"""All parts together, drawn in every theme and at both ends of the scale, without one Qt warning."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.qt.look.style import Look
from workbench.qt.settings import Settings


@pytest.fixture(scope="module")
def gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gallery", Path(__file__).with_name("gallery.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["gallery"] = module
    spec.loader.exec_module(module)
    return module


def test_pictures_are_taken(gallery: ModuleType, qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    pictures = gallery.take_pictures(tmp_path)
    assert len(pictures) == 16
    for picture in pictures:
        image = QImage(str(picture))
        assert (image.width(), image.height()) == (1280, 720), picture.name


def test_everything_that_takes_the_focus_has_a_name(gallery: ModuleType, qtbot: QtBot, look: Look, home: Path) -> None:
    window = gallery.Gallery(Settings(home / "settings.ini"))
    qtbot.addWidget(window)
    nameless = []
    for part in window.findChildren(QWidget):
        takes = part.focusPolicy().value & 1 and not part.objectName().startswith("qt_")
        text = getattr(part, "text", lambda: "")
        if takes and type(part).__module__.startswith("workbench") and not (part.accessibleName() or text()):
            nameless.append(type(part).__name__)
    assert nameless == []
