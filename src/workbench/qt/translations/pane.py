"""What the Translations view knows of each of its panes, and of the tasks that cover them for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.qt.frame import work_area

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


class Pane(work_area.Pane):
    """Something beside the desk that belongs to translating: memory, glossary, progress."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__()
        self.view = view
        self.session = view.session


class Task(work_area.Task):
    """Something to be done about translations: sending them out, taking in what came back.

    `blind` says that who does it must not see the quotes: queue and help stay closed over it.
    """

    blind = False

    def __init__(self, view: TranslationsView) -> None:
        super().__init__()
        self.view = view
        self.session = view.session
