"""What has changed since something was translated: the words then and now, word by word."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy
from typing_extensions import override

from workbench.domain.anchors import Span
from workbench.domain.differences import differences
from workbench.i18n import _, active
from workbench.qt.frame.labels import SafeBrowser
from workbench.qt.look.style import current_look
from workbench.store.queries.quotes import QuoteRow, TranslationRow


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words then and now: the quote's, or those of the translation into `language` that a relay was made from.

    `heads` stand before the two, where they are other than that.
    """

    before: str
    after: str
    language: str = ""
    heads: tuple[str, str] | None = None


def changes_of(quote: QuoteRow, row: TranslationRow | None) -> tuple[WordChange, ...]:
    """Return what makes a translation stale; nothing where it is not."""
    if row is None or not row.stale:
        return ()
    found = []
    if row.quote_text != quote.exact:
        found.append(WordChange(row.quote_text, quote.exact))
    if row.relay_stale:
        pivot = quote.translations.get(row.relay_language)
        found.append(WordChange(row.relay_text, pivot.text if pivot else "", row.relay_language))
    return tuple(found)


class Difference(SafeBrowser):
    """Shows changes of words under each other: what is gone is struck out, what is new is underlined."""

    def __init__(self, *, whole: bool = False) -> None:
        """`whole` makes it as high as its words, for where the place around it scrolls."""
        self._changes: tuple[WordChange, ...] = ()
        self._whole = whole
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.retranslate()

    def show_changes(self, changes: Sequence[WordChange]) -> None:
        """Show these changes; without any there is nothing to see."""
        if tuple(changes) != self._changes:
            self._changes = tuple(changes)
            self._show()

    def _show(self) -> None:
        colours, step = current_look().palette, current_look().px("step")
        parts, spoken = [], []
        for change in self._changes:
            sides = (change.before, change.after)
            marked = differences(*sides)
            gone = _pieces(change.before, marked[0], f"color:{colours.error};text-decoration:line-through")
            new = _pieces(change.after, marked[1], f"color:{colours.success};text-decoration:underline;font-weight:600")
            for head, piece, words in zip(_heads(change), (gone, new), sides, strict=True):
                shown = f'<span style="color:{colours.second}">{html.escape(head)}</span> {piece}'
                parts.append(f'<p style="margin:0 0 {step}px 0">{shown}</p>')
                spoken.append(f"{head} {words}")
        self.document().setDocumentMargin(0)
        self.setHtml("".join(parts))
        self.setAccessibleDescription("\n".join(spoken))
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        around = max(look.px("half"), self.height() - self.viewport().height())  # the style's padding
        height = round(self.document().size().height()) + around
        most = height if self._whole else look.px("target") * 6
        return QSize(super().sizeHint().width(), min(height, most))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("What has changed"))
        self._show()

    @override
    def restyle(self) -> None:
        super().restyle()
        self.document().setDefaultFont(current_look().reading_font(size="lead"))
        self._show()


def _heads(change: WordChange) -> tuple[str, str]:
    if change.heads is not None:
        return change.heads
    if not change.language:
        return _("The quote then:"), _("The quote now:")
    name = active().language_name(change.language)
    return _("{language} then:").format(language=name), _("{language} now:").format(language=name)


def _pieces(text: str, marked: Sequence[Span], style: str) -> str:
    parts, at = [], 0
    for span in marked:
        parts.append(html.escape(text[at : span.start]))
        parts.append(f'<span style="{style}">{html.escape(text[span.start : span.end])}</span>')
        at = span.end
    return "".join((*parts, html.escape(text[at:]))).replace("\n", "<br>")
