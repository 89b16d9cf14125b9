"""What the Translations view knows of each of its panes, and of the tasks that cover them for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from workbench.qt.frame import work_area

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


class Pane(work_area.Pane):
    """Something beside the desk that belongs to translating: memory, glossary, progress."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__()
        self.view = view
        self.session = view.session


class Task(work_area.Task):
    """Something to be done about translations: sending them out, taking in what came back. Escape leaves it.

    `blind` says that who does it must not see the quotes: queue and help stay closed over it.
    """

    blind = False

    def __init__(self, view: TranslationsView) -> None:
        super().__init__()
        self.view = view
        self.session = view.session

    def leave(self) -> None:
        """Close it."""
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
