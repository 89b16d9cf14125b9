"""What the window expects of each of its views."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from workbench.domain.changes import Changes
from workbench.qt.frame.room import Room
from workbench.qt.session import Place, Session, ViewName


class View(QWidget):
    """One of the rail's views: shows places, refreshes by what changed, remembers where it was.

    Subclasses set `name` and override what they need. A view builds itself without reading
    the archive; `enter` is called each time it comes to the front.
    """

    name: ViewName

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.room = Room(self)
        session.changed.connect(self.refresh)

    def enter(self) -> None:
        """Come to the front: read what is stale, and take the focus where work goes on."""

    def show_place(self, place: Place) -> None:
        """Show a place in the archive and bring it to the person's eyes."""

    def arrived(self) -> None:
        """Know that the place that is shown was come to by a link, or by Back: there is a way back from it."""

    def place(self) -> Place:
        """Return the place that is shown, for Back and for the next start of the view."""
        return Place(self.name)

    def refresh(self, changes: Changes) -> None:
        """Bring what is shown in step with a write, whoever made it."""

    def run_action(self, action_id: str) -> bool:
        """Do one of the window's actions here; False where this view does not know it."""
        del action_id
        return False

    def retranslate(self) -> None:
        """Set every text anew in the active language."""

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate when the interface language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
