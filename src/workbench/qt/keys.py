"""Which letter key was pressed, by its place on the keyboard, whatever the layout types.

Single-letter shortcuts follow the key's place on Cyrillic and Lithuanian layouts. A layout
that types A–Z there is taken at its word, so that the label on the key is right on AZERTY too.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

SIGNS = "[],."
"""Signs that can be shortcuts by themselves, by their place like letters."""

_ROWS = ("QWERTYUIOP[]", "ASDFGHJKL", "ZXCVBNM,.")

# First key of each letter row: X11 and Wayland key codes are evdev's plus eight
# (linux/input-event-codes.h); Windows sends the scan codes of set 1.
_X11_ROW_STARTS = (24, 38, 52)
_WINDOWS_ROW_STARTS = (0x10, 0x1E, 0x2C)

# macOS virtual key codes (Carbon, Events.h, kVK_ANSI_*); they are in no order.
_MAC_KEYS = dict(
    zip(
        (
            *(12, 13, 14, 15, 17, 16, 32, 34, 31, 35, 33, 30),
            *(0, 1, 2, 3, 5, 4, 38, 40, 37),
            *(6, 7, 8, 9, 11, 45, 46, 43, 47),
        ),
        "".join(_ROWS),
        strict=True,
    )
)


def _by_rows(starts: tuple[int, ...]) -> dict[int, str]:
    return {start + place: letter for start, row in zip(starts, _ROWS, strict=True) for place, letter in enumerate(row)}


_X11_KEYS = _by_rows(_X11_ROW_STARTS)
_WINDOWS_KEYS = _by_rows(_WINDOWS_ROW_STARTS)

_RUSSIAN = ("ЙЦУКЕНГШЩЗХЪ", "ФЫВАПРОЛД", "ЯЧСМИТЬБЮ")
_TYPED: dict[str, str] = {
    cyrillic: latin
    for typed, row in zip(_RUSSIAN, _ROWS, strict=True)
    for cyrillic, latin in zip(typed, row, strict=True)
}
# Belarusian has two letters of its own in places of the Russian layout, Ukrainian two more.
_TYPED |= {"Ў": "O", "І": "B", "Ї": "]", "Є": "'"}
# Lithuanian letters stand in the row of digits.
_TYPED |= dict(zip("ĄČĘĖĮŠŲŪ", "12345678", strict=True)) | {"Ž": "="}


# A layout that types one of the signs is taken at its word, like one that types A–Z.
_SIGNS: dict[int, str] = {
    Qt.Key.Key_BracketLeft: "[",
    Qt.Key.Key_BraceLeft: "[",
    Qt.Key.Key_BracketRight: "]",
    Qt.Key.Key_BraceRight: "]",
    Qt.Key.Key_Comma: ",",
    Qt.Key.Key_Less: ",",
    Qt.Key.Key_Period: ".",
    Qt.Key.Key_Greater: ".",
}


def key_letter(event: QKeyEvent) -> str:
    """Return the Latin letter (capital), digit or sign (`[ ] , .`) of the key's place, or an empty string.

    Modifiers are for the caller to look at; with Shift the sign is the same. Events made without
    a scan code (tests, input methods, remote desktops) are told by the letter that they type.
    """
    key = event.key()
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    if key in _SIGNS:
        return _SIGNS[key]
    letter = _by_place(event)
    if letter:
        return letter
    # With Ctrl the text is a control character, and the key still the letter.
    return _TYPED.get(event.text().upper()) or _TYPED.get(_printable(key), "")


def _printable(key: int) -> str:
    return chr(key) if 0x20 < key < 0x0100_0000 else ""


def _by_place(event: QKeyEvent) -> str:
    # A key that types nothing (an arrow, a function key) is never a letter; its code might be one elsewhere.
    if event.key() >= 0x0100_0000:
        return ""
    platform = QGuiApplication.platformName()
    if platform in ("xcb", "wayland"):
        return _X11_KEYS.get(event.nativeScanCode(), "")
    if platform == "windows":
        return _WINDOWS_KEYS.get(event.nativeScanCode(), "")
    if platform == "cocoa" and sys.platform == "darwin":
        return _MAC_KEYS.get(event.nativeVirtualKey(), "")
    return ""
