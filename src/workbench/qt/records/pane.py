"""What the Records view knows of each of its panes, and of the tasks that cover them for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from workbench.qt.frame import work_area
from workbench.qt.records.selection import Selection
from workbench.qt.session import Session

if TYPE_CHECKING:
    from workbench.qt.records.view import RecordsView


class Pane(work_area.Pane):
    """One way to look at the selected records. Its tasks are the keys of `panes.TASKS`."""

    open_asked = Signal(str)
    """The id of a record whose page the person wants to see."""

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__()
        self.session = session
        self.selection = selection


class Task(work_area.Task):
    """Something to be done about records."""

    open_asked = Signal(str)
    """The id of a record whose page the person wants to see; the task is closed then."""

    def __init__(self, view: RecordsView) -> None:
        super().__init__()
        self.view = view
        self.session = view.session
