"""Switching the interface language while the program runs, Qt's own words with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from workbench.i18n import N_, activate, active

QT_WORDS: dict[str, str] = {
    "&Undo": N_("&Undo"),
    "&Redo": N_("&Redo"),
    "Cu&t": N_("Cu&t"),
    "&Copy": N_("&Copy"),
    "&Paste": N_("&Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select All"),
    "Copy &Link Location": N_("Copy &Link Location"),
    "Look in:": N_("Look in:"),
    "&Look in:": "Look in:",
    "File &name:": N_("File &name:"),
    "Files of type:": N_("Files of type:"),
    "Files of &type:": "Files of type:",
    "Directory:": N_("Directory:"),
    "&Open": N_("&Open"),
    "&Save": N_("&Save"),
    "&Choose": N_("&Choose"),
    "Cancel": N_("Cancel"),
    "&Cancel": N_("&Cancel"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Kind": N_("Kind"),
    "Type": N_("Type"),
    "Date Modified": N_("Date Modified"),
    "Back": N_("Back"),
    "Forward": N_("Forward"),
    "Parent Directory": N_("Parent Directory"),
    "Create New Folder": N_("Create New Folder"),
    "&New Folder": N_("&New Folder"),
    "New Folder": N_("New Folder"),
    "List View": N_("List View"),
    "Detail View": N_("Detail View"),
    "Show &hidden files": N_("Show &hidden files"),
    "&Rename": N_("&Rename"),
    "&Delete": N_("&Delete"),
    "Computer": N_("Computer"),
    "My Computer": N_("My Computer"),
    "Press shortcut": N_("Press shortcut"),
}
"""The words of Qt that a person of this program gets to see; Qt ships them in Russian alone."""


class _QtWords(QTranslator):
    """Answers for Qt's own texts from the program's catalogue."""

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        message = QT_WORDS.get(source)
        # The source for what is not in the list: Qt takes an empty answer for a translation.
        return active().gettext(message) if message is not None else source

    @override
    def isEmpty(self) -> bool:
        return False


def switch_language(language: str) -> None:
    """Show the whole interface in one of `i18n.INTERFACE_LANGUAGES`, at once.

    Every window is sent `LanguageChange`; `base.Live` widgets answer it in `retranslate`.
    """
    activate(language)
    QLocale.setDefault(QLocale(active().language))
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    if application.findChild(_QtWords) is None:
        QCoreApplication.installTranslator(_QtWords(application))
    tell_language_change(*application.topLevelWidgets())


def tell_language_change(*windows: QObject) -> None:
    """Have windows, and all that is in them, show their words anew."""
    for window in windows:
        QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
