"""What has no room: parts of a screen that are cut at the side, where nothing scrolls to them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def too_wide(screen: QWidget) -> list[str]:
    """Name what every scroll area of a screen holds that is wider than its viewport."""
    QApplication.processEvents()
    found: list[str] = []
    for area in (each for each in screen.findChildren(QScrollArea) if each.isVisible()):
        inside, room = area.widget(), area.viewport().width()
        if inside is not None and inside.width() > room:
            parts = [part for part in inside.findChildren(QWidget) if part.isVisible()]
            wide = [type(part).__name__ for part in parts if part.minimumSizeHint().width() > room]
            found.append(f"{type(area).__name__}: {inside.width()} > {room} {wide}")
    return found
