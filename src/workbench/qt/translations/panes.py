"""The panes beside the desk, and the tasks, by the actions that open them."""

from __future__ import annotations

from workbench.qt.translations.pane import Pane, Task

PANES: tuple[type[Pane], ...] = ()
"""In the order in which they stand after the desk."""

TASKS: dict[str, type[Task]] = {}
"""By action id; each is made anew when it is asked for."""
