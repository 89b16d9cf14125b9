"""The same quote in other sources: said on the desk, and its translation propagated there with one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _, active, ngettext
from workbench.qt.actions import shown_keys
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.translations.feature import DeskFeature
from workbench.services.memory import Memory
from workbench.services.propagation import open_reprints, propagate
from workbench.store.queries.quotes import QuoteRow, list_quotes

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

_BEHIND = ("passage", "quote", "translation")


class ReprintsBar(Live, QWidget):
    """One line: in how many other sources the quote stands, and to how many the translation may go."""

    def __init__(self, does: Callable[[], object]) -> None:
        super().__init__()
        self._sources, self._open = 0, 0
        self._language = ""
        self._words = PlainLabel(self._said, role="second", wrap=True)
        self.button = Button(lambda: _("Propagate translation"), does, kind="quiet", icon="copy")
        self._row = Flow(self)
        self._row.addWidget(self._words)
        self._row.addWidget(self.button)
        self.hide()
        self.restyle()

    def show_counts(self, sources: int, able: int, language: str, *, writable: bool) -> None:
        """Show in how many sources, and to how many of the quotes there the translation can be written."""
        self._sources, self._open, self._language = sources, able, language
        self.retranslate()
        self.button.setVisible(bool(able) and writable)
        self.setVisible(bool(sources))

    def _said(self) -> str:
        if not self._sources:
            return ""
        number, name = active().number, active().language_name(self._language)
        said = ngettext("Also in {n} other source", "Also in {n} other sources", self._sources)
        waiting = ngettext("{n} not translated there: {language}", "{n} not translated there: {language}", self._open)
        parts = [said.format(n=number(self._sources))]
        if self._open:
            parts.append(waiting.format(n=number(self._open), language=name))
        return " · ".join(parts)

    @override
    def retranslate(self) -> None:
        self._words.retranslate()
        self.button.setToolTip(shown_keys("Ctrl+Alt+G"))

    @override
    def restyle(self) -> None:
        look = current_look()
        self._row.setContentsMargins(look.px("room"), 0, look.px("room"), look.px("gap"))


class Reprints(DeskFeature):
    """Looks for reprints of each quote, and propagates its translation when asked to."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.bar = ReprintsBar(self.propagate)
        self._found: tuple[str, str, list[str]] = ("", "", [])
        self._stale = False
        column = view.desk.layout()
        if isinstance(column, QBoxLayout):
            column.insertWidget(1, self.bar)  # right under the quote in its context

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"desk.propagate": self.propagate}

    @override
    def shown(self, quote: QuoteRow, language: str) -> None:
        if self._found[:2] != (quote.id, language):
            self._found = (quote.id, language, [])
            self.bar.show_counts(0, 0, language, writable=False)
        elif not self._stale:
            return
        self._stale = False  # of the same line, what is known stands until the answer comes
        row = quote.translations.get(language)
        wanted, quote_id, tongue = row.text if row else "", quote.id, self.session.language

        def question(memory: Memory, connection: Connection) -> tuple[str, str, list[str], int, int]:
            reprints = memory.reprints(connection, quote_id)
            able = open_reprints(connection, reprints, language, wanted) if reprints else []
            return quote_id, language, reprints, sources_of(connection, reprints, tongue), len(able)

        self.session.memory.ask(question, on_done=self._answered, owner=self.view)

    def _answered(self, answer: tuple[str, str, list[str], int, int]) -> None:
        quote_id, language, reprints, sources, able = answer
        if self._found[:2] == (quote_id, language):
            self._found = (quote_id, language, reprints)
            self.bar.show_counts(sources, able, language, writable=not self.session.read_only)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_BEHIND):
            self._stale = True

    def propagate(self) -> None:
        """Write the translation at hand to the reprints, once what was typed is saved."""
        quote_id, language, reprints = self._found
        editor = self.view.desk.editor
        if editor is None or not quote_id or self.session.read_only:
            return
        if not reprints:
            editor.say(lambda: _("This quote stands in no other source."))
            return
        self.view.drafts.save()

        def done(count: int) -> None:
            words = ngettext(
                "The translation was propagated to {n} quote. Undo takes it back.",
                "The translation was propagated to {n} quotes. Undo takes all of it back.",
                count,
            )
            none = _("Nothing was propagated: every reprint has words of its own.")
            if count:
                editor.field.forget_steps()
            editor.say(words.format(n=active().number(count)) if count else none)

        act = propagate(quote_id, language, reprints)
        self.session.perform(act, on_done=done, on_error=editor.refuse_input, initiator=self)


def sources_of(connection: Connection, quote_ids: list[str], language: str) -> int:
    """Return in how many sources some quotes stand."""
    return len({quote.source_id for quote in list_quotes(connection, language, quote_ids=quote_ids)})
