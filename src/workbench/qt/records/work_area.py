"""The work area of the Records view: the page of a record, the other panes, and tasks over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.stack import Stack
from workbench.qt.look.style import current_look
from workbench.qt.records.pane import Pane, Task
from workbench.qt.records.panes import PANES, TASKS

if TYPE_CHECKING:
    from workbench.qt.records.view import RecordsView

_PAGE = "records.page"


class WorkArea(Live, QWidget):
    """Shows one pane at a time, chosen with the buttons above them, or the task that is under way."""

    switched = Signal()
    """Another pane, or a task, is in front."""

    def __init__(self, view: RecordsView, page: QWidget) -> None:
        super().__init__()
        self._view = view
        self._page = page
        self._kinds = {kind.action: kind for kind in PANES}
        self._panes: dict[str, Pane] = {}
        self.task: Task | None = None
        self._action = _PAGE
        self.buttons: dict[str, Button] = {}
        self._stack = Stack()
        self._stack.addWidget(page)
        self._bar = QWidget()
        self._row = Flow(self._bar)
        group = QButtonGroup(self)
        self._button(group, _PAGE, "book-open", lambda: _("Page"))
        for kind in PANES:
            self._button(group, kind.action, kind.icon, kind.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        self._bar.setVisible(bool(PANES))  # not before it has its place: it would be a window of its own
        column.addWidget(self._stack, 1)
        self._mark()
        self.restyle()

    def _button(self, group: QButtonGroup, action: str, icon: str, words: object) -> None:
        button = Button(words, lambda: self.show_pane(action), kind="filter", icon=icon)  # type: ignore[arg-type]
        button.setCheckable(True)
        group.addButton(button)
        self._row.addWidget(button)
        self.buttons[action] = button

    def _mark(self) -> None:
        """Mark the pane in front; its button alone is a stop of the Tab key, and arrows go to the others."""
        for action, button in self.buttons.items():
            here = action == self._action
            button.setChecked(here)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    @property
    def pane(self) -> Pane | None:
        """The pane in front; None where that is the page, or a task covers it."""
        return self._panes.get(self._action) if self.task is None else None

    @property
    def on_page(self) -> bool:
        """Whether the page of a record is in front."""
        return self._action == _PAGE and self.task is None

    def answers(self, action: str) -> bool:
        """Open the pane or the task of an action; False where it has none."""
        if action in TASKS:
            self.begin(TASKS[action](self._view))
        elif action in self.buttons:
            self.show_pane(action)
        else:
            return False
        return True

    def show_pane(self, action: str) -> None:
        """Bring a pane to the front, by its action; a task that covers it is closed."""
        self.end()
        before = self.pane
        if action in self._kinds and action not in self._panes:
            pane = self._kinds[action](self._view.session, self._view.selection)
            pane.open_asked.connect(self._view.open_record)
            pane.task_asked.connect(self.answers)
            self._panes[action] = pane
            self._stack.addWidget(pane)
        self._action = action
        self._mark()
        if before is not None and before is not self.pane:
            before.leave()
        front = self.pane
        self._stack.setCurrentWidget(self._page if front is None else front)
        if front is not None and front.alone:
            self._view.fold_list(fold=True)
        elif before is not None and before.alone:
            self._view.fold_list(fold=False)
        self.switched.emit()
        if front is not None:
            front.enter()

    def begin(self, task: Task) -> None:
        """Cover the panes with a task."""
        self.end()
        self.task = task
        task.closed.connect(self._closed)
        task.open_asked.connect(self._leave_for)
        self._stack.addWidget(task)
        self._stack.setCurrentWidget(task)
        self._bar.hide()
        if task.alone:
            self._view.fold_list(fold=True)
        self.switched.emit()
        task.enter()

    def end(self) -> None:
        """Put the task away that covers the panes, if one does."""
        task, self.task = self.task, None
        if task is None:
            return
        self._stack.removeWidget(task)
        task.hide()
        task.deleteLater()
        self._bar.show()
        front = self.pane
        if task.alone and (front is None or not front.alone):
            self._view.fold_list(fold=False)
        self._stack.setCurrentWidget(self._page if front is None else front)
        self.switched.emit()

    def _closed(self) -> None:
        self.end()
        if self.pane is not None:
            self.pane.enter()
        else:
            self._view.list.take_focus()

    def _leave_for(self, record_id: str) -> None:
        self.end()
        self._view.open_record(record_id)

    def refresh(self, changes: Changes) -> None:
        """Hand a write to every pane that was made, and to the task."""
        for part in (*self._panes.values(), *([self.task] if self.task is not None else ())):
            part.refresh(changes)

    def run_action(self, action: str) -> bool:
        """Let the task or the pane in front do an action, or open what the action is for."""
        front = self.task or self.pane
        return (front is not None and front.run_action(action)) or self.answers(action)

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self._row.setContentsMargins(gap, gap, gap, gap)
