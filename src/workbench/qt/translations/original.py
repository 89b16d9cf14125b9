"""The words that are translated: as they were published, or as another translation has them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, active
from workbench.qt.frame.base import Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel, state_text
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import FittedCombo
from workbench.qt.translations.marks import MarkChips
from workbench.store.queries.quotes import QuoteRow, pivots_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What help is looked up for: a quote, and from which words into which language it is translated.

    `source` is the language chosen to translate from, empty for the words as published; `tongue` the
    language that `words` are in.
    """

    quote_id: str
    language: str
    source: str
    words: str
    tongue: str


class Original(Live, QFrame):
    """Shows the words, in which language they are, and the signs in them.

    A person translates from what they choose here, line after line; a translation that was made
    from another one comes with that one.
    """

    chosen = Signal(str)
    """The language to translate from; empty for the words as published."""

    def __init__(self) -> None:
        super().__init__()
        self.quote: QuoteRow | None = None
        self.source = ""
        self._language = ""
        self._usual = ""
        self._said: tuple[str, str] | None = None
        self.marks = MarkChips()
        self._name = PlainLabel(role="lead")
        self._about = PlainLabel(role="small")
        self.words = PlainLabel(role="reading", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._from = PlainLabel(lambda: _("Translate from"), role="small")
        self.sources = FittedCombo()
        head = QWidget()
        self._head = Flow(head)
        for part in (self._name, self._about, self._from, self.sources):
            self._head.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addWidget(head)
        self._column.addWidget(self.words)
        self._column.addWidget(self.marks)
        self.sources.activated.connect(lambda _place: self.choose(str(self.sources.currentData() or "")))
        self.restyle()
        self.retranslate()

    def show_line(self, quote: QuoteRow, language: str) -> None:
        """Show what a quote's translation into a language is made from."""
        self.quote, self._language = quote, language
        row = quote.translations.get(language)
        if self._said == (quote.id, language):
            wanted = self.source
        else:
            self._said = None
            wanted = row.relay_language if row is not None and row.text else self._usual
        self.source = wanted if wanted in self._offered() else ""
        self._show()

    @property
    def asked(self) -> Asked | None:
        """What is to be looked up for the line that is shown."""
        quote = self.quote
        return Asked(quote.id, self._language, self.source, *quote.words_in(self.source)) if quote else None

    @property
    def relay(self) -> str | None:
        """What is noted of words that are written now: the language of the translation that they are made from.

        Empty for the words as published; None leaves what is known already, where that translation is gone.
        """
        row = self.quote.translations.get(self._language) if self.quote else None
        gone = row is not None and row.relay_language != "" and not self.source and self._said is None
        return None if gone else self.source

    def _offered(self) -> tuple[str, ...]:
        return ("", *pivots_of(self.quote, self._language)) if self.quote is not None else ("",)

    def choose(self, source: str) -> None:
        """Translate from another language, in this line and those after it."""
        if self.quote is None or source not in self._offered():
            return
        self.source = self._usual = source
        self._said = (self.quote.id, self._language)
        self._show()
        self.chosen.emit(source)

    def choose_next(self) -> bool:
        """Go on to the next language that can be translated from; False where there is only one."""
        offered = self._offered()
        self.choose(offered[(offered.index(self.source) + 1) % len(offered)])
        return len(offered) > 1

    def _show(self) -> None:
        quote, name = self.quote, active().language_name
        if quote is None:
            return
        pivot = quote.translations.get(self.source)
        self._name.setText(name(self.source or quote.published_language))
        if pivot is None:
            self._about.setText(_("as published"))
        else:
            self._about.setText(_("translation · {state}").format(state=state_text(pivot.state)))
        self.words.setText(pivot.text if pivot is not None else quote.exact)
        offered = self._offered()
        with QSignalBlocker(self.sources):
            self.sources.clear()
            for tag in offered:
                words = (
                    name(tag) if tag else _("{language}, as published").format(language=name(quote.published_language))
                )
                self.sources.addItem(words, tag)
            self.sources.setCurrentIndex(offered.index(self.source))
        self.sources.updateGeometry()
        for part in (self._from, self.sources):
            part.setVisible(len(offered) > 1)

    @override
    def retranslate(self) -> None:
        self.sources.setAccessibleName(_("Translate from"))
        self._show()

    @override
    def restyle(self) -> None:
        look = current_look()
        gap, wide = look.px("gap"), look.px("wide")
        # As far in as the editors, which have a bar at their left.
        self._column.setContentsMargins(wide + look.px("ring"), gap, wide, gap)
        self._column.setSpacing(look.px("half"))
