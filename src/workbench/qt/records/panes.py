"""The panes beside the page of a record, and the tasks, by the actions that open them."""

from __future__ import annotations

from workbench.qt.records.pane import Pane, Task
from workbench.qt.records.sameness.task import ArchiveSamenessTask, SamenessTask
from workbench.qt.records.timeline.pane import TimelinePane
from workbench.qt.rows.view import RowsTask

PANES: tuple[type[Pane], ...] = (TimelinePane,)
"""In the order in which they stand after the page."""

TASKS: dict[str, type[Task]] = {
    "record.rows": RowsTask,
    "record.same": SamenessTask,
    "records.same": ArchiveSamenessTask,
}
"""By action id; each is made anew when it is asked for."""
