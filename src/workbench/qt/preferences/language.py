"""Choosing the interface language: each one by its own name."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from workbench.i18n import INTERFACE_LANGUAGES, _, active, phrasebook
from workbench.qt.frame.base import Live
from workbench.qt.settings import Settings


def own_name(language: str) -> str:
    """Return a language's name in itself, with a capital, as CLDR writes it."""
    name = phrasebook(language).language_name(language)
    return name[:1].upper() + name[1:]


class LanguageBox(Live, QComboBox):
    """The interface languages by their own names."""

    def __init__(self) -> None:
        super().__init__()
        for language in INTERFACE_LANGUAGES:
            self.addItem(own_name(language), language)
        self.choose(active().language)

    def choose(self, language: str) -> None:
        """Show a language as the chosen one."""
        self.setCurrentIndex(max(0, self.findData(language)))

    def language(self) -> str:
        """Return the chosen language's tag."""
        return str(self.currentData())


class LanguageChoice(LanguageBox):
    """The interface language itself: what is chosen here holds at once, and is remembered."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.activated.connect(self._take)
        self.retranslate()

    def _take(self) -> None:
        self._settings.language = self.language()

    @override
    def retranslate(self) -> None:
        self.choose(active().language)
        self.setAccessibleName(_("Language"))
