from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from pytestqt.qtbot import QtBot

from workbench.qt.keys import key_letter


def typed(text: str, *, key: int | None = None, code: int = 0, virtual: int = 0) -> QKeyEvent:
    key = ord(text.upper()) if key is None else key
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, code, virtual, 0, text)


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        *zip("йцукенгшщз", "QWERTYUIOP", strict=True),
        *zip("фывапролд", "ASDFGHJKL", strict=True),
        *zip("ячсмить", "ZXCVBNM", strict=True),
        ("ў", "O"),
        ("і", "B"),
        ("О", "J"),
        *zip("ąčęėįšųū", "12345678", strict=True),
        ("j", "J"),
        ("K", "K"),
        ("5", "5"),
        ("«", ""),
        ("é", ""),
    ],
)
def test_a_typed_letter_is_told_by_its_place(text: str, letter: str) -> None:
    assert key_letter(typed(text)) == letter


@pytest.mark.parametrize(
    ("platform", "code", "virtual"), [("xcb", 44, 0), ("wayland", 44, 0), ("windows", 0x24, 0), ("cocoa", 0, 38)]
)
def test_the_scan_code_tells_the_place_whatever_is_typed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str, code: int, virtual: int
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    monkeypatch.setattr("workbench.qt.keys.sys.platform", "darwin" if platform == "cocoa" else "linux")
    assert key_letter(typed("ŋ", code=code, virtual=virtual)) == "J"
    assert key_letter(typed("", key=Qt.Key.Key_Left, code=code, virtual=virtual)) == ""


def test_keys_without_letters_have_none() -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
        assert key_letter(typed("", key=key)) == ""
