"""Going through the desk by keys: lines that wait, the quote's languages, and its words into the field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from typing_extensions import override

from workbench.domain.changes import Changes, OperationKind
from workbench.i18n import _
from workbench.qt.translations.feature import DeskFeature
from workbench.qt.translations.shelf import line_id
from workbench.store.queries.quotes import targets_of


class Moving(DeskFeature):
    """Has no part of its own at the right."""

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {
            "desk.next": partial(self._go, 1),
            "desk.previous": partial(self._go, -1),
            "desk.next_language": partial(self._turn, 1),
            "desk.previous_language": partial(self._turn, -1),
            "desk.copy": self._copy,
        }

    @override
    def refresh(self, changes: Changes) -> None:
        """Go where an undo or redo has changed a translation, so that nothing changes unseen."""
        queue, desk = self.view.queue, self.view.desk
        operation = changes.operation
        if operation.kind is OperationKind.DO or not (self.view.isVisible() and self.view.work.on_page):
            return
        if operation.action == "propagate_translation":
            return  # it was done, and is taken back, from the line at hand
        rows = (change.after or change.before or {} for change in changes.rows if change.table == "translation")
        lines = {(row["quote_id"], row["language"]) for row in rows}
        if len(lines) != 1 or desk.quote is None or (desk.quote.id, desk.language) in lines:
            return
        queue.go_to(line_id(*lines.pop()))  # who writes goes on writing there, who does not keeps the focus

    def _go(self, by: int) -> None:
        queue, desk = self.view.queue, self.view.desk
        self.view.work.show_page()
        if queue.go_to_waiting(by):
            desk.write()
        elif desk.editor is not None and by > 0:
            desk.editor.say(lambda: _("Nothing further down waits for anybody."))
        elif desk.editor is not None:
            desk.editor.say(lambda: _("Nothing further up waits for anybody."))

    def _turn(self, by: int) -> None:
        """Go to another language of the quote, from the last to the first as well."""
        desk = self.view.desk
        if desk.quote is None:
            return
        targets = targets_of(desk.quote)
        at = targets.index(desk.language) if desk.language in targets else 0
        desk.editors[targets[(at + by) % len(targets)]].field.setFocus()

    def _copy(self) -> None:
        asked, editor = self.view.desk.original.asked, self.view.desk.editor
        if asked is not None and editor is not None and not editor.field.isReadOnly():
            editor.field.insert(asked.words)
