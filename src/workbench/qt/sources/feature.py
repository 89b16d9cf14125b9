"""What a part of the sources screen is that brings actions of its own: the screen knows only this much of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.domain.changes import Changes
from workbench.qt.sources.opener import Opening

if TYPE_CHECKING:
    from workbench.qt.sources.view import SourcesView


class Feature(QObject):
    """Made once with the screen; it may add bars to the article and listen to the reader.

    Its actions are answered by the screen, so that each also needs its line in
    `qt/action_list.py` and in `qt/window/routes.py`.
    """

    def __init__(self, view: SourcesView) -> None:
        super().__init__(view)
        self.view = view

    def actions(self) -> dict[str, Callable[[], object]]:
        """Return what is done for each action id."""
        return {}

    def offers(self) -> tuple[str, ...]:
        """Return the actions that make sense now for the menu over the text."""
        return ()

    def intercepts(self, action: str) -> bool:
        """Do an action of the screen here instead, because the focus is here; False leaves it to the screen."""
        del action
        return False

    def opened(self, opening: Opening) -> None:
        """Take up another source, or another state of the same: called after the text is shown."""

    def closed(self) -> None:
        """Let go of the source: it was removed, and nothing is open."""

    def refresh(self, changes: Changes) -> None:
        """Follow an operation: called after the passages on the text were brought in step."""

    def retranslate(self) -> None:
        """Set texts anew that no widget of its own sets."""

    def save_drafts(self) -> None:
        """Have written what was typed: before a lock, a close, another view."""
