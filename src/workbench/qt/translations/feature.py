"""What a part of the translation desk is that brings actions of its own: the view knows only this much of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.changes import Changes
from workbench.qt.frame.base import Live
from workbench.qt.picker.popup import Popup
from workbench.qt.translations.wording import WordingField
from workbench.store.queries.quotes import QuoteRow

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


class HelpPart(Live, QWidget):
    """One part of the panel at the right, in front when its button is chosen.

    `action` is the id of the action that brings it forward: it needs its line in
    `qt/action_list.py` and in `qt/window/routes.py`. `icon` is one of the look's.
    """

    action = ""
    icon = ""

    counted = Signal(int)
    """How many things it shows is another number now."""

    @staticmethod
    def words() -> str:
        """Return what the part is called, in the active language."""
        raise NotImplementedError

    def enter(self) -> None:
        """Come to the front, and take the focus."""
        self.setFocus()


class DeskFeature(QObject):
    """Made once with the view; its actions are answered by the view.

    Each action also needs its line in `qt/action_list.py` and in `qt/window/routes.py`.
    """

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.view = view
        self.session = view.session
        self.popup: Popup | None = None
        """What it has open over the desk."""

    def parts(self) -> tuple[HelpPart, ...]:
        """Return what it has in the panel at the right."""
        return ()

    def actions(self) -> dict[str, Callable[[], object]]:
        """Return what is done for each action id."""
        return {}

    def shown(self, quote: QuoteRow, language: str) -> None:
        """Take up a line of the queue: called when it comes in front, and after each write that touches it."""

    def typed(self, text: str) -> None:
        """Follow what is typed in the language at hand; called at every key, so it may only note it."""

    def refresh(self, changes: Changes) -> None:
        """Follow an operation: called after the queue and the desk were brought in step."""

    def retranslate(self) -> None:
        """Set texts anew that no widget of its own sets."""

    def save_drafts(self) -> None:
        """Have written what was typed: before a lock, a close, another view."""

    def open_over(self, field: WordingField, popup: Popup) -> None:
        """Open something where the person is writing, in place of what it has open there."""
        if self.popup is not None:
            self.popup.dismiss()
        self.popup = popup
        popup.closed.connect(self._closed)
        field.setFocus()
        field.ensureCursorVisible()
        popup.open_at(field.selection_area())

    def _closed(self) -> None:
        self.popup = None
