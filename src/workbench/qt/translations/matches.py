"""What may help with the line at hand: earlier translations of like words, and names; by number."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _, active
from workbench.qt.actions import shown_keys
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.translations.feature import DeskFeature, HelpPart
from workbench.services.matches import Match, completions, find_matches
from workbench.services.proposals import proposed_matches
from workbench.store.queries.quotes import QuoteRow

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

NUMBERED = 5
"""How many of them have a key of their own."""

PROVIDERS: tuple[Callable[[Connection, str, str], list[Match]], ...] = (proposed_matches, find_matches)
"""Asked in the worker for a quote and a language, and shown in this order; a text comes once."""

BEHIND = ("source", "text_version", "passage", "quote", "record", "name", "translation", "proposal")
"""Tables whose changes may bring other matches."""


class MatchesPart(HelpPart):
    """Matches, then names. `chosen(str)` is a text to insert."""

    action = "desk.matches"
    icon = "matches"

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.matches: list[Match] = []
        self.list = LineList(lambda: _("Matches and names"), rows=3)
        self._nothing = PlainLabel(
            lambda: _("Nothing like this has been translated yet, and no known name is in it."),
            role="second",
            wrap=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.list, 1)
        self._column.addStretch(0)
        self.list.chosen.connect(lambda place: self.insert(int(place)))
        self.restyle()
        self.show_matches([])

    @staticmethod
    @override
    def words() -> str:
        return _("Matches and names")

    @override
    def enter(self) -> None:
        self.list.setFocus()

    def show_matches(self, matches: list[Match]) -> None:
        """Show what was found for a line."""
        self.matches = matches
        self.list.set_lines(_line(place, match) for place, match in enumerate(matches))
        self.list.setVisible(bool(matches))
        self._nothing.setVisible(not matches)
        self.counted.emit(len(matches))

    def insert(self, place: int) -> bool:
        """Choose the one at a place, counted from 0; tell whether there is one."""
        if not 0 <= place < len(self.matches):
            return False
        self.chosen.emit(self.matches[place].text)
        return True

    @override
    def retranslate(self) -> None:
        self.show_matches(self.matches)

    @override
    def restyle(self) -> None:
        look = current_look()
        margin = look.px("wide")
        self._nothing.setContentsMargins(margin, margin, margin, margin)


def _line(place: int, match: Match) -> Line:
    keys = shown_keys(f"Ctrl+{place + 1}") if place < NUMBERED else ""
    if match.by:
        detail = match.by
    elif match.record_id:
        detail = _("name: {original}").format(original=match.original)
    else:
        detail = _("{percent} like “{original}”").format(
            percent=f"{active().number(match.score)} %", original=match.original
        )
    return Line(str(place), match.text, detail, keys, state=match.state, stateful=match.state is not None)


class Matches(DeskFeature):
    """Finds what may help with each line, and inserts it or completes a word with it."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.part = MatchesPart()
        self._found_for = ("", "")
        self.part.chosen.connect(view.insert)

    @override
    def parts(self) -> tuple[HelpPart, ...]:
        return (self.part,)

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        numbered = {f"desk.insert_{number}": partial(self.part.insert, number - 1) for number in range(1, NUMBERED + 1)}
        return {**numbered, "desk.complete": self._complete}

    @override
    def shown(self, quote: QuoteRow, language: str) -> None:
        if self._found_for == (quote.id, language):
            return
        self._found_for = (quote.id, language)
        self.part.show_matches([])
        session, quote_id = self.session, quote.id

        def read(_context: Context) -> tuple[str, str, list[Match]]:
            with session.read() as connection:
                found = [match for ask in PROVIDERS for match in ask(connection, quote_id, language)]
            return quote_id, language, list({match.text: match for match in reversed(found)}.values())[::-1]

        session.operations.run_read(read, on_done=self._found, owner=self.view)

    def _found(self, found: tuple[str, str, list[Match]]) -> None:
        quote_id, language, matches = found
        if (quote_id, language) == self._found_for:
            self.part.show_matches(matches)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*(name for name in BEHIND if name != "translation")):
            self._found_for = ("", "")

    def _complete(self) -> None:
        editor = self.view.desk.editor
        if editor is None or editor.field.isReadOnly() or not editor.field.hasFocus():
            return
        words = [] if editor.field.cycling else completions(self.part.matches, editor.field.prefix())
        editor.field.complete(words)
