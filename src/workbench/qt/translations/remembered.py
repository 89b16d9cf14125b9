"""The translation at hand in the memory before its review, and words of the desk looked for there."""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import override

from workbench.i18n import _
from workbench.qt.translations.feature import DeskFeature
from workbench.qt.translations.memory.pane import MemoryPane
from workbench.services.memory import remember


class Remembered(DeskFeature):
    """Has no widget of its own."""

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"desk.remember": self._remember, "desk.concordance": self._look_for}

    def _remember(self) -> None:
        desk = self.view.desk
        row = desk.quote.translations.get(desk.language) if desk.quote else None
        editor = desk.editor
        if row is None or editor is None or self.session.read_only:
            return
        taken = not row.in_memory

        def done(_none: None) -> None:
            taken_in = _("In the memory from now on, before its review.")
            editor.say(taken_in if taken else _("Not in the memory any more, until it is reviewed."))

        self.session.perform(remember(row.id, taken=taken), on_done=done, on_error=editor.refuse_input, initiator=self)

    def _look_for(self) -> None:
        words = self._selected()
        self.view.work.show_pane(MemoryPane.action)
        pane = self.view.work.pane
        if isinstance(pane, MemoryPane) and words:
            pane.look_for(words)

    def _selected(self) -> str:
        """Return the words that are selected on the desk, or the word at the cursor."""
        desk = self.view.desk
        selected = desk.original.words.selectedText()
        if desk.editor is not None:
            cursor = desk.editor.field.textCursor()
            if not cursor.hasSelection() and not selected:
                cursor.select(cursor.SelectionType.WordUnderCursor)
            selected = cursor.selectedText() or selected
        return " ".join(selected.split())[:200]
