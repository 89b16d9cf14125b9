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
    "OK": N_("Close"),
    "Open": N_("Open"),
    "Save As": N_("Save as"),
    "Find Directory": N_("Choose folder"),
    "&Yes": N_("&Yes"),
    "&No": N_("&No"),
    "Files": N_("Files"),
    "File": N_("File"),
    "%1 File": N_("%1 file"),
    "Folder": N_("Folder"),
    "File Folder": "Folder",
    "Directories": N_("Folders"),
    "Drive": N_("Drive"),
    "Shortcut": N_("Shortcut"),
    "Alias": "Shortcut",
    "Unknown": N_("Unknown"),
    "All Files (*)": N_("All files (*)"),
    "All files (*)": "All files (*)",
    "Show ": N_("Show "),
    "Sidebar": "Folders to go to",
    "List of places and bookmarks": N_("Folders to go to"),
    "Recent Places": N_("Recent places"),
    "Go back": "Back",
    "Go forward": "Forward",
    "Go to the parent directory": "Parent Directory",
    "Create a New Folder": "Create New Folder",
    "Change to list view mode": "List View",
    "Change to detail view mode": "Detail View",
    "%1 already exists.\nDo you want to replace it?": N_("%1 already exists.\nDo you want to replace it?"),
    "%1\nFile not found.\nPlease verify the correct file name was given.": N_("There is no file %1."),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": N_("There is no folder %1."),
    "'%1' is write protected.\nDo you want to delete it anyway?": N_("%1 is write-protected. Delete it all the same?"),
    "Are you sure you want to delete '%1'?": N_("Delete %1?"),
    "Could not delete directory.": N_("The folder could not be deleted."),
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
