"""What the columns of a table are, saved in a file and taken from one: the same file that the command line reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from workbench.i18n import _
from workbench.qt.frame.banner import Level
from workbench.qt.frame.files import choose_file, choose_new_file
from workbench.services.row_files import read_mapping_file, write_mapping_file

if TYPE_CHECKING:
    from workbench.qt.rows.view import RowsTask

T = TypeVar("T")


class ColumnsFile:
    """Asks for a file, and saves or loads the columns of a task; a roster has none that are worth it."""

    def __init__(self, task: RowsTask) -> None:
        self._task = task

    @property
    def _off(self) -> bool:
        return self._task.roster or self._task.mapping is None

    def choose_to_save(self) -> None:
        """Ask where to keep what the columns are."""
        if self._off:
            return
        name = _("columns") + ".json"
        path = choose_new_file(self._task.window(), _("Save columns"), suffix="json", name=name, filters=_filters())
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Keep what the columns are in a file, for tables of the same shape."""
        mapping, banner = self._task.mapping, self._task.banner
        if mapping is None:
            return

        def saved(_none: None) -> None:
            words = _("What the columns are was saved in “{name}”.")
            banner.show_message(Level.INFO, words.format(name=path.name))

        self._run(lambda: write_mapping_file(path, mapping), saved, _("Saving columns"))

    def choose_to_load(self) -> None:
        """Ask for a file that says what the columns are."""
        if self._off:
            return
        path = choose_file(self._task.window(), _("Load columns"), filters=_filters())
        if path is not None:
            self.load(path)

    def load(self, path: Path) -> None:
        """Take what the columns are from a file."""
        self._run(lambda: read_mapping_file(path), self._task.take_columns, _("Loading columns"))

    def _run(self, work: Callable[[], T], done: Callable[[T], None], title: str) -> None:
        task = self._task
        task.banner.close_message()
        task.session.operations.run_read(
            lambda _context: work(), on_done=done, on_error=task.refused, owner=task, initiator=task, title=title
        )


def _filters() -> tuple[str, str]:
    return _("Columns of a table") + " (*.json)", _("All files") + " (*)"
