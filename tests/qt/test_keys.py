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
        *zip("хъбю", "[],.", strict=True),
        *zip("[],.", "[],.", strict=True),
        *zip("{}<>", "[],.", strict=True),
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


@pytest.mark.parametrize(
    ("platform", "places"),
    [
        ("xcb", {34: "[", 35: "]", 59: ",", 60: ".", 24: "Q", 33: "P", 52: "Z", 58: "M"}),
        ("windows", {0x1A: "[", 0x1B: "]", 0x33: ",", 0x34: ".", 0x10: "Q", 0x19: "P"}),
        ("cocoa", {33: "[", 30: "]", 43: ",", 47: ".", 12: "Q", 35: "P", 46: "M"}),
    ],
)
def test_signs_have_their_places_too(monkeypatch: pytest.MonkeyPatch, platform: str, places: dict[int, str]) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    monkeypatch.setattr("workbench.qt.keys.sys.platform", "darwin" if platform == "cocoa" else "linux")
    mac = platform == "cocoa"
    found = {at: key_letter(typed("ŋ", code=0 if mac else at, virtual=at if mac else 0)) for at in places}
    assert found == places


def test_keys_without_letters_have_none() -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
        assert key_letter(typed("", key=key)) == ""
