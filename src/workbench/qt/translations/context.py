"""The quote in its context: the paragraph around it, who says it, and the way back to the source."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.anchors import Utf16Map
from workbench.domain.kinds import Manner
from workbench.domain.marks import Mark
from workbench.domain.structure import StructuredText
from workbench.i18n import _, active
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.labels import ElidedLabel, PlainLabel, SafeBrowser
from workbench.qt.look.style import current_look
from workbench.qt.session import Session
from workbench.qt.translations.relay import between_words
from workbench.store.queries.quotes import QuoteRow
from workbench.store.queries.sources import read_text

AROUND = 600
"""Code points of the text shown on either side of a quote at most."""

LINE_HEIGHT = 140
"""Per cent of the type's own."""

LEAST_LINES = 3
"""One before the quote and two of its own, however low the window."""


def surroundings(text: StructuredText, start: int, end: int) -> tuple[str, str, str]:
    """Return the paragraphs that a range touches as what is before it, itself, and what follows."""
    touched = [block for block in text.blocks if block.start < end and start < block.end]
    first = min((block.start for block in touched), default=start)
    last = max((block.end for block in touched), default=end)
    before, after = text.text[max(first, start - AROUND) : start], text.text[end : min(last, end + AROUND)]
    before = before if start - AROUND <= first else "… " + before.partition(" ")[2]
    after = after if end + AROUND >= last else after.rpartition(" ")[0] + " …"
    return before, text.text[start:end], after


class QuoteContext(Live, QWidget):
    """Shows one quote where it stands. `asked` wants the source shown at this passage."""

    asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._quote: QuoteRow | None = None
        self._text: tuple[str, StructuredText] | None = None
        self._title = ElidedLabel(strong=True)
        self._open = Button(lambda: _("Show in the source"), self.asked.emit, kind="quiet", icon="arrow-right")
        self._facts = PlainLabel(role="small", wrap=True)
        self._paragraph = SafeBrowser()
        self._begin = 0
        self._paragraph.document().documentLayout().documentSizeChanged.connect(
            self._fit, Qt.ConnectionType.QueuedConnection
        )
        self._paragraph.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._open)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._facts)
        self._column.addWidget(self._paragraph)
        self.restyle()
        self.retranslate()

    def show_quote(self, quote: QuoteRow) -> None:
        """Show a quote; the text is read again only where it is another one."""
        if self._text is None or self._text[0] != quote.text_version_id:
            with self._session.read() as connection:
                self._text = (quote.text_version_id, read_text(connection, quote.text_version_id))
        self._quote = quote
        self._show()

    def _show(self) -> None:
        quote, look = self._quote, current_look()
        if quote is None or self._text is None:
            return
        self._title.set_text(quote.source_title)
        self._facts.setText(facts_of(quote))
        parts = surroundings(self._text[1], quote.start, quote.end)
        before, after = (_as_html(part) for part in (parts[0], parts[2]))
        exact = _with_marks(parts[1], quote.marks)
        colours = look.palette
        self._paragraph.document().setDefaultFont(look.reading_font(size="lead"))
        self._paragraph.document().setDocumentMargin(0)
        self._paragraph.setHtml(
            f'<div style="color:{colours.second};line-height:{LINE_HEIGHT}%;white-space:pre-wrap">{before}'
            f'<span style="color:{colours.ink};background-color:{colours.tint("quote")};font-weight:600">{exact}</span>'
            f"{after}</div>"
        )
        self._paragraph.setAccessibleDescription(quote.exact)
        self._begin = Utf16Map(parts[0]).to_units(len(parts[0]))
        self._fit()

    def _fit(self, _size: object = None) -> None:
        """Take no more of the height than the words need, and as many whole lines as may be had."""
        look, document = current_look(), self._paragraph.document()
        around = max(look.px("half"), self._paragraph.height() - self._paragraph.viewport().height())
        line = self._line()
        most = max(LEAST_LINES, int((look.px("target") * 5 - around) // line))
        height = document.size().height()
        self._paragraph.setMinimumHeight(math.ceil(min(height, line * LEAST_LINES)) + around)
        self._paragraph.setMaximumHeight(math.ceil(min(height, line * most)) + around)
        self._scroll_to(self._begin)

    def _scroll_to(self, unit: int) -> None:
        """Bring the quote's beginning to the second line, so that a line before it is seen too."""
        cursor = self._paragraph.textCursor()
        cursor.setPosition(unit)
        bar = self._paragraph.verticalScrollBar()
        rect = self._paragraph.cursorRect(cursor)
        bar.setValue(bar.value() + rect.center().y() - round(1.5 * self._line()))

    def _line(self) -> float:
        """Return the height of a line."""
        return QFontMetricsF(self._paragraph.document().defaultFont()).height() * LINE_HEIGHT / 100

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show()

    @override
    def retranslate(self) -> None:
        self._paragraph.setAccessibleName(_("The quote in its context"))
        self._show()

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setContentsMargins(look.px("room"), look.px("wide"), look.px("room"), look.px("gap"))
        self._column.setSpacing(look.px("step"))
        self._show()


def _as_html(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _with_marks(exact: str, marks: Sequence[Mark]) -> str:
    """Return the words with the signs in them underlined."""
    parts, at = [], 0
    for mark in marks:
        parts.append(_as_html(exact[at : mark.span.start]))
        parts.append(f'<span style="text-decoration:underline">{_as_html(mark.words)}</span>')
        at = mark.span.end
    return "".join((*parts, _as_html(exact[at:])))


def facts_of(quote: QuoteRow) -> str:
    """Say who speaks, in which languages, and whether these are the speaker's own words."""
    name = active().language_name
    parts = [quote.speaker or _("speaker unknown")]
    parts.append(_("direct speech") if quote.manner == Manner.DIRECT else _("paraphrase"))
    spoken = _("spoken language unknown")
    if quote.spoken_language:
        spoken = _("spoken: {language}").format(language=name(quote.spoken_language))
    published = _("published: {language}").format(language=name(quote.published_language))
    # From the mouth to the page, in the order in which it happened.
    parts.append(" → ".join(part for part in (spoken, ", ".join(between_words(quote)), published) if part))
    return " · ".join(parts)
