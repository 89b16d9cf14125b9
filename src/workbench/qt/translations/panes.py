"""The panes beside the desk, and the tasks, by the actions that open them."""

from __future__ import annotations

from workbench.qt.translations.all_findings import AllFindingsPane
from workbench.qt.translations.glossary.pane import GlossaryPane
from workbench.qt.translations.machine.task import MachineTask
from workbench.qt.translations.memory.importing import MemoryImportTask
from workbench.qt.translations.memory.pane import MemoryPane
from workbench.qt.translations.own_words import OwnWordsTask
from workbench.qt.translations.pane import Pane, Task
from workbench.qt.translations.progress.pane import ProgressPane
from workbench.qt.translations.returned import ReturnedPane
from workbench.qt.translations.sending import SendTask
from workbench.qt.translations.taking_in import TakeInTask
from workbench.qt.translations.translating_back import TranslateBackTask

PANES: tuple[type[Pane], ...] = (MemoryPane, GlossaryPane, ProgressPane, ReturnedPane, AllFindingsPane)
"""In the order in which they stand after the desk."""

TASKS: dict[str, type[Task]] = {
    "desk.send": SendTask,
    "desk.take_in": TakeInTask,
    "desk.translate_back": TranslateBackTask,
    "desk.memory_import": MemoryImportTask,
    "desk.own_words": OwnWordsTask,
    "desk.machine": MachineTask,
}
"""By action id; each is made anew when it is asked for."""
