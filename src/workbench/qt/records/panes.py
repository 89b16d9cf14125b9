"""The panes beside the page of a record, and the tasks, by the actions that open them."""

from __future__ import annotations

from workbench.qt.printing.records import PrintTask
from workbench.qt.records.network.pane import NetworkPane
from workbench.qt.records.pane import Pane, Task
from workbench.qt.records.sameness.task import ArchiveSamenessTask, SamenessTask
from workbench.qt.records.table.pair import PairTask
from workbench.qt.records.table.pane import TablePane
from workbench.qt.records.timeline.pane import TimelinePane
from workbench.qt.rows.exporting import ExportTask
from workbench.qt.rows.roster import RosterTask
from workbench.qt.rows.view import RowsTask

PANES: tuple[type[Pane], ...] = (TablePane, TimelinePane, NetworkPane)
"""In the order in which they stand after the page."""

TASKS: dict[str, type[Task]] = {
    "record.rows": RowsTask,
    "record.roster": RosterTask,
    "record.export": ExportTask,
    "source.print": PrintTask,
    "record.same": SamenessTask,
    "records.same": ArchiveSamenessTask,
    "records.pair": PairTask,
}
"""By action id; each is made anew when it is asked for."""
