"""What was really said: which words are translated, and the signs in them that must not be lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from typing_extensions import override

from workbench.domain.anchors import Span
from workbench.domain.kinds import MarkKind
from workbench.domain.marks import Mark, missing_marks, written
from workbench.i18n import _
from workbench.qt.translations.feature import DeskFeature
from workbench.qt.translations.wording import WordingField
from workbench.services.quotes import retype_mark
from workbench.store.queries.quotes import QuoteRow

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

_INSIDE = frozenset({MarkKind.INSERTION, MarkKind.ASIDE})
"""Signs with words of their own, which are to be translated."""

_OPENING = "([„“«‘‚"
"""What stands before a sign without a space between."""


class Voice(DeskFeature):
    """Chooses what is translated from, points out signs that are missing, and inserts them."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self._original = view.desk.original
        self._original.marks.retyped.connect(self._retype)

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"desk.source": self._next_source, "desk.insert_mark": self._insert_mark}

    @override
    def shown(self, quote: QuoteRow, language: str) -> None:
        self._point_out(quote.marks)

    @override
    def typed(self, text: str) -> None:
        # Only the marks shown are asked for here, not the quote's words again: this is at every key.
        self._point_out(self._original.marks.marks)

    def _point_out(self, marks: tuple[Mark, ...]) -> None:
        text = self.view.desk.text
        missing = missing_marks(marks, text) if text.strip() else ()
        self._original.marks.show_marks(marks, missing, read_only=self.session.read_only)

    def _retype(self, span: Span, kind: MarkKind) -> None:
        quote = self.view.desk.quote
        if quote is not None:
            self.session.perform(retype_mark(quote.id, span, kind), initiator=self)

    def _next_source(self) -> None:
        editor = self.view.desk.editor
        if not self._original.choose_next() and editor is not None:
            editor.say(lambda: _("This quote has no other translation yet to translate from."))

    def _insert_mark(self) -> None:
        editor = self.view.desk.editor
        if editor is None or editor.field.isReadOnly():
            return
        missing = missing_marks(self._original.marks.marks, editor.field.toPlainText())
        if missing:
            _insert(editor.field, missing[0])
        else:
            editor.say(lambda: _("Every sign of the quote is in the translation."))


def _insert(field: WordingField, mark: Mark) -> None:
    """Put a sign where the cursor is; its words as published are selected, for their translation."""
    sign = written(mark)
    before = field.textCursor()
    before.setPosition(before.selectionStart())
    left = before.block().text()[: before.positionInBlock()]
    apart = mark.kind is not MarkKind.PAUSE and left != "" and not (left[-1].isspace() or left[-1] in _OPENING)
    field.insert(f" {sign}" if apart else sign)
    if mark.kind in _INSIDE:
        end = field.textCursor().position() - 1
        field.select(end - (len(sign.encode("utf-16-le")) // 2 - 2), end)
