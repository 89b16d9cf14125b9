"""What may help with the line at hand: earlier translations of like words, and names; by number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, active
from workbench.qt.actions import shown_keys
from workbench.qt.frame.base import Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.services.matches import Match

NUMBERED = 5
"""How many of them have a key of their own."""


class HelpPanel(Live, QWidget):
    """Matches, then names. `chosen(str)` is a text to insert."""

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

    def show_matches(self, matches: list[Match]) -> None:
        """Show what was found for a line."""
        self.matches = matches
        self.list.set_lines(_line(place, match) for place, match in enumerate(matches))
        self.list.setVisible(bool(matches))
        self._nothing.setVisible(not matches)

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
    if match.record_id:
        detail = _("name: {original}").format(original=match.original)
    else:
        detail = _("{percent} like “{original}”").format(
            percent=f"{active().number(match.score)} %", original=match.original
        )
    return Line(str(place), match.text, detail, keys, state=match.state, stateful=match.state is not None)
