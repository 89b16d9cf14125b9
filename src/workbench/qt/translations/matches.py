"""What may help with the line at hand: earlier translations of like words, and names; by number."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.kinds import Origin
from workbench.domain.languages import base_language
from workbench.i18n import N_, _, active
from workbench.languages.memory.penalties import PENALTIES, Trait
from workbench.qt.actions import shown_keys
from workbench.qt.frame.base import hair_line
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.translations.difference import Difference, WordChange
from workbench.qt.translations.feature import DeskFeature, HelpPart
from workbench.qt.translations.original import Asked
from workbench.qt.translations.wordings import WordingList, Wordings
from workbench.services.machine import machine_matches
from workbench.services.matches import Match, completions, remembered_matches
from workbench.services.memory import Memory
from workbench.services.proposals import proposed_matches
from workbench.store.queries.quotes import QuoteRow

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

NUMBERED = 5
"""How many of them have a key of their own."""

PROVIDERS: tuple[Callable[[Memory, Connection, str, str, str], list[Match]], ...] = (
    lambda _memory, connection, quote_id, language, _source: proposed_matches(connection, quote_id, language),
    remembered_matches,
    lambda _memory, connection, quote_id, language, _source: machine_matches(connection, quote_id, language),
)
"""Asked in the worker for a quote, and the languages into and from which, and shown in this order; a text once."""

BEHIND = ("source", "text_version", "passage", "quote", "translation", "proposal", "memory_batch")
"""Tables whose changes may bring other matches."""

_ELSEWHERE = ("proposal", "memory_batch")
"""Those of them after which the desk does not show the line anew."""


class MatchesPart(HelpPart):
    """Matches, and under them names and terms. `chosen(str)` is a text to insert."""

    action = "desk.matches"
    icon = "matches"

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.matches: list[Match] = []
        self.list = LineList(lambda: _("Matches"), rows=3)
        self._nothing = PlainLabel(lambda: _("Nothing like this has been translated yet."), role="second", wrap=True)
        self.wordings = WordingList()
        self.worth = PlainLabel(role="small", wrap=True)
        self.difference = Difference()
        self._about = QWidget()
        self._below = QVBoxLayout(self._about)
        self._below.addWidget(self.worth)
        self._below.addWidget(self.difference)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.list, 1)
        self._line = hair_line()
        self._column.addWidget(self._line)
        self._column.addWidget(self._about)
        self._column.addWidget(hair_line())
        self._column.addWidget(self.wordings, 1)
        self._column.addStretch(0)
        self._exact = ""
        self.list.chosen.connect(lambda place: self.insert(int(place)))
        self.list.current_changed.connect(lambda _place: self._show_current())
        self.restyle()
        self.show_matches([])

    @staticmethod
    @override
    def words() -> str:
        return _("Matches and names")

    @override
    def enter(self) -> None:
        (self.list if self.matches or not self.wordings.wordings else self.wordings.list).setFocus()

    def show_matches(self, matches: list[Match], exact: str = "") -> None:
        """Show what was found for a line; `exact` are the words translated from, for the difference to each."""
        self.matches, self._exact = matches, exact
        self.list.set_lines(_line(place, match) for place, match in enumerate(matches))
        self.list.setVisible(bool(matches))
        self._nothing.setVisible(not matches)
        if matches and not self.list.current_id():
            self.list.go_to("0")
        self._show_current()
        self.count()

    def count(self) -> None:
        """Tell how much there is, names and terms too."""
        self.counted.emit(len(self.matches) + len(self.wordings.wordings))

    def _show_current(self) -> None:
        """Show beneath the list how the quote differs from what the current match translates, and what it is worth."""
        place = self.list.current_id()
        match = self.matches[int(place)] if place else None
        told = match is not None and (not match.by or match.origin is Origin.MACHINE)
        self._about.setVisible(told)
        self._line.setVisible(told)
        if match is None or not told:
            return
        self.worth.setText(_worth(match) if not match.by else _by_machine())
        other = match.original != self._exact
        self.difference.setVisible(other)
        heads = _("Translated there:"), _("The quote here:")
        self.difference.show_changes([WordChange(match.original, self._exact, heads=heads)] if other else [])

    def insert(self, place: int) -> bool:
        """Choose the one at a place, counted from 0; tell whether there is one."""
        if not 0 <= place < len(self.matches):
            return False
        self.chosen.emit(self.matches[place].text)
        return True

    @override
    def retranslate(self) -> None:
        self.show_matches(self.matches, self._exact)

    @override
    def restyle(self) -> None:
        look = current_look()
        margin = look.px("wide")
        self._nothing.setContentsMargins(margin, margin, margin, margin)
        self._below.setContentsMargins(margin, look.px("gap"), margin, look.px("gap"))
        self._below.setSpacing(look.px("step"))


def _line(place: int, match: Match) -> Line:
    keys = shown_keys(f"Ctrl+{place + 1}") if place < NUMBERED else ""
    machine = match.origin is Origin.MACHINE
    if match.by:
        detail = match.by
    else:
        detail = f"{active().number(match.score)} % · {where_words(match.origin, match.label, reprint=match.reprint)}"
    return Line(
        str(place),
        match.text,
        detail,
        keys,
        state=match.state,
        stateful=match.state is not None,
        sign="machine" if machine else "",
        sign_words=_("by a machine") if machine else "",
    )


def where_words(origin: Origin, label: str, *, reprint: bool = False) -> str:
    """Say where something in the memory comes from."""
    if reprint:
        return _("the same quote in “{source}”").format(source=label)
    if origin is Origin.TMX:
        return _("TMX file “{name}”").format(name=label)
    if origin is Origin.BUNDLE:
        return _("bundle “{name}”").format(name=label)
    return _("quote in “{source}”").format(source=label)


def _worth(match: Match) -> str:
    """Say how like the translated words are, and what is taken off for what."""
    number = active().number
    parts = [_("{percent} like the quote").format(percent=f"{number(match.percent)} %")]
    parts += [f"−{number(PENALTIES[trait])} {_(words)}" for trait, words in _TRAITS.items() if trait in match.traits]
    return " · ".join(parts)


def _by_machine() -> str:
    return _("A machine wrote this. Inserted, it stays a draft until somebody changes it, or says that it is right.")


_TRAITS = {
    Trait.UNREVIEWED: N_("not reviewed"),
    Trait.OTHER_DIRECTION: N_("translated in the other direction"),
    Trait.RELAY: N_("translated from a translation"),
    Trait.IMPORTED: N_("from a file"),
}


class Matches(DeskFeature):
    """Finds what may help with each line, and inserts it or completes a word with it."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.part = MatchesPart()
        self.wordings = Wordings(view, self.part.wordings)
        self.wordings.found.connect(self.part.count)
        self._found_for: Asked | None = None
        self.part.chosen.connect(view.insert)
        self.session.memory.ready.connect(self._again)

    @override
    def parts(self) -> tuple[HelpPart, ...]:
        return (self.part,)

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        numbered = {f"desk.insert_{number}": partial(self.part.insert, number - 1) for number in range(1, NUMBERED + 1)}
        return {**numbered, **self.wordings.actions(), "desk.complete": self._complete}

    @override
    def shown(self, quote: QuoteRow, language: str) -> None:
        self.wordings.shown(quote, language)
        asked = self.view.desk.original.asked
        if asked is None or self._found_for == asked:
            return
        self._found_for = asked
        self.part.show_matches([])
        self.session.memory.want(base_language(asked.tongue))
        self._read(asked)

    def _read(self, asked: Asked) -> None:
        given = asked.quote_id, asked.language, asked.source

        def question(memory: Memory, connection: Connection) -> tuple[Asked, list[Match]]:
            found = [match for ask in PROVIDERS for match in ask(memory, connection, *given)]
            return asked, list({match.text: match for match in reversed(found)}.values())[::-1]

        self.session.memory.ask(question, on_done=self._found, owner=self.view)

    def _found(self, found: tuple[Asked, list[Match]]) -> None:
        asked, matches = found
        if asked == self._found_for and matches != self.part.matches:
            self.part.show_matches(matches, asked.words)

    def _again(self, language: str) -> None:
        """Look up anew with the index that is made now: it finds what the words alone did not."""
        if self._found_for is not None and base_language(self._found_for.tongue) == language:
            self._read(self._found_for)

    @override
    def typed(self, text: str) -> None:
        self.wordings.typed(text)

    @override
    def refresh(self, changes: Changes) -> None:
        self.wordings.refresh(changes)
        if changes.touches(*(name for name in BEHIND if name != "translation")):
            self._found_for = None
        quote = self.view.desk.quote
        if quote is not None and changes.touches(*_ELSEWHERE):
            self.shown(quote, self.view.desk.language)

    def _complete(self) -> None:
        editor = self.view.desk.editor
        if editor is None or editor.field.isReadOnly() or not editor.field.hasFocus():
            return
        field = editor.field
        field.complete([] if field.cycling else completions(self.part.matches, field.prefix(), self.wordings.words()))
