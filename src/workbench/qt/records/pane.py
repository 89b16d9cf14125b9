"""What the Records view knows of each of its panes, and of the tasks that cover them for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.qt.frame.base import Live
from workbench.qt.records.selection import Selection
from workbench.qt.session import Session

if TYPE_CHECKING:
    from workbench.qt.records.view import RecordsView


class Pane(Live, QWidget):
    """One way to look at the selected records; made when it is first asked for.

    `action` is the id of the action that brings it to the front: it needs its line in
    `qt/action_list.py` and in `qt/window/routes.py` (LEADS_TO). `icon` is one of the look's.
    `alone` says that the list of records is folded away beside it.
    """

    action = ""
    icon = ""
    alone = False

    open_asked = Signal(str)
    """The id of a record whose page the person wants to see."""

    task_asked = Signal(str)
    """A key of `panes.TASKS`: what is to be done about the selected records."""

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__()
        self.session = session
        self.selection = selection

    @staticmethod
    def words() -> str:
        """Return what the pane is called, in the active language."""
        raise NotImplementedError

    def enter(self) -> None:
        """Come to the front: read what is stale, and take the focus."""

    def leave(self) -> None:
        """Go behind another pane."""

    def refresh(self, changes: Changes) -> None:
        """Follow a write; a pane that is not in front may only note that it is stale."""

    def run_action(self, action_id: str) -> bool:
        """Do an action of the window here; False where the pane does not know it."""
        del action_id
        return False


class Task(Live, QWidget):
    """Something to be done about records that covers the panes until it is closed.

    `alone` says that the list of records is folded away beside it.
    """

    alone = False

    closed = Signal()
    """The person is done with it."""

    open_asked = Signal(str)
    """The id of a record whose page the person wants to see; the task is closed then."""

    def __init__(self, view: RecordsView) -> None:
        super().__init__()
        self.view = view
        self.session = view.session

    def enter(self) -> None:
        """Come to the front, and take the focus."""
        self.setFocus()

    def refresh(self, changes: Changes) -> None:
        """Follow a write."""

    def run_action(self, action_id: str) -> bool:
        """Do an action of the window here; False where the task does not know it."""
        del action_id
        return False

    @override
    def retranslate(self) -> None:
        """Set texts anew that no widget of its own sets."""
