"""The work area of the Translations view: the desk, the other panes, and tasks over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame import work_area
from workbench.qt.translations.pane import Pane, Task
from workbench.qt.translations.panes import PANES, TASKS

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


class WorkArea(work_area.WorkArea):
    """The desk, and what is beside it."""

    def __init__(self, view: TranslationsView, desk: QWidget, parent: QWidget) -> None:
        self._view = view
        super().__init__(desk, "desk.desk", "languages", lambda: _("Desk"), PANES, parent)

    @override
    def make_pane(self, kind: type[work_area.Pane]) -> Pane:
        return cast("type[Pane]", kind)(self._view)

    @override
    def make_task(self, action: str) -> Task | None:
        return TASKS[action](self._view) if action in TASKS else None

    @override
    def fold_list(self, *, fold: bool) -> None:
        self._view.fold_list(fold=fold)

    @override
    def focus_list(self) -> None:
        self._view.go_on_writing()
