"""The work area of the Records view: the page of a record, the other panes, and tasks over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame import work_area
from workbench.qt.records.pane import Pane, Task
from workbench.qt.records.panes import PANES, TASKS

if TYPE_CHECKING:
    from workbench.qt.records.view import RecordsView


class WorkArea(work_area.WorkArea):
    """What its panes and tasks ask for, the view opens."""

    def __init__(self, view: RecordsView, page: QWidget, parent: QWidget) -> None:
        self._view = view
        super().__init__(page, "records.page", "book-open", lambda: _("Page"), PANES, parent)

    @override
    def make_pane(self, kind: type[work_area.Pane]) -> Pane:
        pane = cast("type[Pane]", kind)(self._view.session, self._view.selection)
        pane.open_asked.connect(self._view.open_record)
        return pane

    @override
    def make_task(self, action: str) -> Task | None:
        if action not in TASKS:
            return None
        task = TASKS[action](self._view)
        task.open_asked.connect(self._leave_for)
        return task

    @override
    def fold_list(self, *, fold: bool) -> None:
        self._view.fold_list(fold=fold)

    @override
    def focus_list(self) -> None:
        self._view.list.take_focus()

    def _leave_for(self, record_id: str) -> None:
        self.end()
        self._view.open_record(record_id)
        self.focus_list()  # what had the focus is gone with the task
