"""Bringing the settings to the screen: language, theme, scales."""

from __future__ import annotations

from PySide6.QtCore import QObject

from workbench.i18n import active
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import current_look
from workbench.qt.look.tokens import READING_STEPS
from workbench.qt.settings import Settings

_PAGE = frozenset(f"interface/reading_{name}" for name in READING_STEPS)
_LOOK = frozenset({"interface/theme", "interface/scale", "interface/reading_scale", "interface/calm"})


class Appearance(QObject):
    """Applies what the settings say, at once and whenever they change."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        settings.changed.connect(self._follow)
        self.apply()

    def apply(self) -> None:
        """Apply everything."""
        current_look().set_reading(self._settings.reading)
        self._dress()
        switch_language(self._settings.language)

    def _dress(self) -> None:
        settings = self._settings
        current_look().set(
            theme=settings.theme, scale=settings.scale, reading_scale=settings.reading_scale, calm=settings.calm
        )

    def _follow(self, key: str) -> None:
        if key in _LOOK:
            self._dress()
        elif key in _PAGE:
            current_look().set_reading(self._settings.reading)
        elif key == "interface/language" and self._settings.language != active().language:
            switch_language(self._settings.language)
