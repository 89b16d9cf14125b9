"""The work area of a view: its page, other panes beside that, and tasks that cover them for a while."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.qt.frame.base import Live, PictureButton, Words
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.stack import Stack
from workbench.qt.look.style import current_look


class Pane(Live, QWidget):
    """One way to look at what a view is about; made when it is first asked for.

    `action` is the id of the action that brings it to the front: it needs its line in
    `qt/action_list.py` and in `qt/window/routes.py`. `icon` is one of the look's. `alone` says
    that the list of the view is folded away beside it.
    """

    action = ""
    icon = ""
    alone = False

    task_asked = Signal(str)
    """The action of a task: what is to be done about what is shown."""

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
    """Something to be done that covers the panes until it is closed.

    `alone` says that the list of the view is folded away beside it.
    """

    alone = False

    closed = Signal()
    """The person is done with it."""

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


class WorkArea(Live, QWidget):
    """Shows one pane at a time, chosen with the buttons above them, or the task that is under way.

    A view's own work area says how its panes and tasks are made, and what is done about its list.
    """

    switched = Signal()
    """Another pane, or a task, is in front."""

    def __init__(
        self,
        page: QWidget,
        action: str,
        icon: str,
        words: Words,
        kinds: tuple[type[Pane], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._first = page, action
        self._kinds = {kind.action: kind for kind in kinds}
        self._panes: dict[str, Pane] = {}
        self.task: Task | None = None
        self._action = action
        self.buttons: dict[str, PictureButton] = {}
        self._stack = Stack(self)
        self._bar = QWidget(self)
        self._row = Flow(self._bar, most=1)
        group = QButtonGroup(self)
        self._button(group, action, icon, words)
        for kind in kinds:
            self._button(group, kind.action, kind.icon, kind.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        self._bar.setVisible(bool(kinds))
        column.addWidget(self._stack, 1)
        self._stack.addWidget(page)
        self._mark()
        self.restyle()

    def make_pane(self, kind: type[Pane]) -> Pane:
        """Make one of the panes."""
        raise NotImplementedError

    def make_task(self, action: str) -> Task | None:
        """Make the task of an action; None where it has none."""
        raise NotImplementedError

    def fold_list(self, *, fold: bool) -> None:
        """Fold the list of the view away, or open it again."""
        raise NotImplementedError

    def focus_list(self) -> None:
        """Give the focus to where one goes on after a task."""
        raise NotImplementedError

    def _button(self, group: QButtonGroup, action: str, icon: str, words: Words) -> None:
        button = PictureButton(words, lambda: current_look().icon(icon, "ink"))
        button.clicked.connect(lambda: self.show_pane(action))
        group.addButton(button)
        self._row.addWidget(button)
        self.buttons[action] = button

    def _mark(self) -> None:
        """Mark the pane in front; its button alone is a stop of the Tab key, and arrows go to the others."""
        for action, button in self.buttons.items():
            here = action == self._action
            button.setChecked(here)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self._row.invalidate()

    @property
    def pane(self) -> Pane | None:
        """The pane in front; None where that is the page, or a task covers it."""
        return self._panes.get(self._action) if self.task is None else None

    @property
    def on_page(self) -> bool:
        """Whether the page is in front."""
        return self._action == self._first and self.task is None

    def answers(self, action: str) -> bool:
        """Open the pane or the task of an action; False where it has none."""
        if action in self.buttons:
            self.show_pane(action)
            return True
        task = self.make_task(action)
        if task is not None:
            self.begin(task)
        return task is not None

    def show_page(self) -> None:
        """Bring the page to the front."""
        self.show_pane(self._first)

    def show_pane(self, action: str) -> None:
        """Bring a pane to the front, by its action; a task that covers it is closed."""
        covered = not self.on_page
        self.end()
        before = self.pane
        if action in self._kinds and action not in self._panes:
            pane = self.make_pane(self._kinds[action])
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
            self.fold_list(fold=True)
        elif before is not None and before.alone:
            self.fold_list(fold=False)
        self.switched.emit()
        if front is not None:
            front.enter()
        elif covered:
            self.focus_list()

    def begin(self, task: Task) -> None:
        """Cover the panes with a task."""
        self.end()
        self.task = task
        task.closed.connect(self._closed)
        self._stack.addWidget(task)
        self._stack.setCurrentWidget(task)
        self._bar.hide()
        if task.alone:
            self.fold_list(fold=True)
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
        self._bar.setVisible(bool(self._kinds))
        front = self.pane
        if task.alone and (front is None or not front.alone):
            self.fold_list(fold=False)
        self._stack.setCurrentWidget(self._page if front is None else front)
        self.switched.emit()

    def _closed(self) -> None:
        self.end()
        if self.pane is not None:
            self.pane.enter()
        else:
            self.focus_list()

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
