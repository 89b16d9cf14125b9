from __future__ import annotations

from PySide6.QtCore import QDir, QFile, QIODevice
from pytestqt.qtbot import QtBot

from workbench.qt.look.memory import publish


def read(path: str) -> bytes:
    file = QFile(path)
    assert file.open(QIODevice.OpenModeFlag.ReadOnly), path
    return bytes(file.readAll().data())


def test_published_files_are_read_back_to_the_byte(qtbot: QtBot) -> None:
    files = {f"file-{n}.bin": bytes([n]) * (n * 100 + 1) for n in range(40)}
    root = publish("test-memory", files)
    assert root == ":/test-memory"
    assert set(QDir(root).entryList()) == set(files)
    for name, content in files.items():
        assert read(f"{root}/{name}") == content


def test_the_first_publication_stays(qtbot: QtBot) -> None:
    publish("test-memory-twice", {"a.svg": b"first"})
    publish("test-memory-twice", {"a.svg": b"second"})
    assert read(":/test-memory-twice/a.svg") == b"first"
