"""The network pane: who and what is tied to the current record, and the passages of each tie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.properties import Property
from workbench.i18n import _, active
from workbench.qt.frame.base import Button, IconButton
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.records.cited_list import CitedList, go_to_passage
from workbench.qt.records.network.bonds import Bond, bonds_of
from workbench.qt.records.network.canvas import NetworkCanvas
from workbench.qt.records.network.layout import Point, lay_out
from workbench.qt.records.network.picture import Picture, box_sizes
from workbench.qt.records.painted_pane import PaintedPane
from workbench.qt.records.selection import Selection
from workbench.qt.session import Session
from workbench.store.queries.network import Network, network_around
from workbench.store.queries.vocabulary import own_properties

_SHOWN = ("record", "name", "mention", "statement", "participation", "relation", "evidence", "passage", "own_property")

_BOUNDS = (60, 150, 500)
"""How many records are shown at most: at first, and each time that more are asked for."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    record_id: str
    network: Network
    bonds: tuple[Bond, ...]
    places: Mapping[str, Point]
    own: Mapping[str, Property]


class NetworkPane(PaintedPane):
    """Persons, organisations, places and events around the current record, one step or two away."""

    action = "records.network"
    icon = "network"

    def __init__(self, session: Session, selection: Selection) -> None:
        self.canvas = NetworkCanvas()
        super().__init__(
            session,
            selection,
            self.canvas,
            lambda: _(
                "Arrows: records · Tab: ties · Enter: make current, open, or go to the passage"
                " · + −: zoom · Shift with arrows: move · 0: fit"
            ),
        )
        self._steps, self._together, self._bound = 1, False, _BOUNDS[0]
        self._drawn: _Drawn | None = None
        self.what = PlainLabel(self._what, wrap=True)
        self.cut = PlainLabel(self._cut, role="second", wrap=True)
        self.more = Button(lambda: _("Show more"), self._show_more, kind="quiet")
        self.steps = {
            1: Button(lambda: _("1 step"), lambda: self.set_steps(1), kind="filter"),
            2: Button(lambda: _("2 steps"), lambda: self.set_steps(2), kind="filter"),
        }
        self.mentions = Button(lambda: _("3: named together"), self.toggle_together, kind="filter")
        self.cited = CitedList(session)
        self._build()
        self.canvas.moved.connect(self._moved)
        self.canvas.node_opened.connect(self._open_node)
        self.canvas.bond_opened.connect(self._open_bond)
        selection.current_changed.connect(self._select)
        selection.listed.connect(self._mark_listed)
        self.restyle()

    def _build(self) -> None:
        self._tools = Flow()
        for button in (*self.steps.values(), self.mentions):
            button.setCheckable(True)
            self._tools.addWidget(button)
        for icon, words, does in (
            ("zoom-out", lambda: _("Smaller (−)"), lambda: self.canvas.zoom(0.8)),
            ("zoom-in", lambda: _("Larger (+)"), lambda: self.canvas.zoom(1.25)),
            ("maximize", lambda: _("Fit everything (0)"), self.canvas.fit),
        ):
            self._tools.addWidget(IconButton(icon, words, does))
        nobody = EmptyState(
            "network",
            lambda: _("Choose a record"),
            more=lambda: _("Its network shows who and what it is tied to. F6 goes to the list."),
        )
        self._below = Flow()
        self._below.addWidget(self.cut)
        self._below.addWidget(self.more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._tools)
        self._column.addWidget(self._beside(self.cited, nobody), 1)
        self._column.addWidget(self.what)
        self._column.addLayout(self._below)
        self._column.addWidget(self.hint)
        self._show_state()

    @staticmethod
    @override
    def words() -> str:
        return _("Network")

    # What is shown

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN):
            self._select()

    @override
    def _select(self, *_args: object) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def set_steps(self, steps: int) -> None:
        """Show what is so many steps away."""
        self._steps, self._bound = steps, _BOUNDS[0]
        self._show_state()
        self._select()

    def toggle_together(self) -> None:
        """Show also what is only named in the same passages, or not any more."""
        self._together = not self._together
        self._show_state()
        self._select()

    def show_at_most(self, bound: int) -> None:
        """Show so many records at most."""
        self._bound = bound
        self._select()

    def _show_more(self) -> None:
        self.show_at_most(next((bound for bound in _BOUNDS if bound > self._bound), _BOUNDS[-1]))
        self.canvas.setFocus()

    def _show_state(self) -> None:
        for steps, button in self.steps.items():
            button.setChecked(steps == self._steps)
        self.mentions.setChecked(self._together)
        self.cut.retranslate()
        drawn = self._drawn
        cut = drawn is not None and len(drawn.network.nodes) < drawn.network.total
        self.cut.setVisible(bool(self._cut()))
        self.more.setVisible(cut and self._bound < _BOUNDS[-1])

    def _read(self) -> None:
        """Read the network and lay it out in the background; what is asked for meanwhile is read after it."""
        record_id = self.selection.current
        self._show_canvas(shown=bool(record_id))
        if self._reading or not record_id:
            return
        self._stale = False
        session, language = self.session, self.session.language
        steps, most, together = self._steps, self._bound, self._together
        before, scale, aspect = dict(self.canvas.picture.places), current_look().scale, self.canvas.aspect()

        def read(_context: Context) -> _Drawn:
            with session.read() as connection:
                own = own_properties(connection)
                network = network_around(connection, record_id, language, steps=steps, most=most, together=together)
            bonds = bonds_of(network.ties)
            ids, pairs = [node.id for node in network.nodes], [(bond.one, bond.other) for bond in bonds]
            places = lay_out(ids, pairs, box_sizes(network.nodes, scale), before, aspect)
            return _Drawn(record_id, network, bonds, places, own)

        self._job = session.operations.run_read(read, on_done=self._take, owner=self)

    def _take(self, drawn: _Drawn) -> None:
        self._drawn = drawn
        nodes = {node.id: node for node in drawn.network.nodes}
        listed = frozenset(self.selection.ids) & nodes.keys()
        self.canvas.show_picture(Picture(nodes, drawn.bonds, drawn.places, drawn.own, drawn.record_id, listed))
        self._show_state()
        if self._stale and self.isVisible():
            self._read()

    def _mark_listed(self) -> None:
        picture = self.canvas.picture
        picture.listed = frozenset(self.selection.ids) & picture.nodes.keys()
        self.canvas.viewport().update()

    # What is at hand

    def _what(self) -> str:
        drawn = self._drawn
        if drawn is not None and len(drawn.network.nodes) == 1:
            name = drawn.network.nodes[0].name
            return _("{name} is tied to nothing yet. Add a relation or an event on its page: Alt+6.").format(name=name)
        return self.canvas.focus_words()

    def _cut(self) -> str:
        drawn = self._drawn
        if drawn is None or len(drawn.network.nodes) >= drawn.network.total:
            return ""
        shown, total = active().number(len(drawn.network.nodes)), active().number(drawn.network.total)
        return _("{shown} of {total} shown: those with most ties first.").format(shown=shown, total=total)

    def _moved(self) -> None:
        self.what.retranslate()
        bond = self.canvas.picture.focus_bond
        self.cited.show_passages(bond.passages if bond is not None and len(bond.passages) > 1 else ())

    def _open_node(self, record_id: str) -> None:
        """Make a record the current one; open its page where it is that already."""
        if record_id == self.selection.current:
            self.open_asked.emit(record_id)
        else:
            self.selection.set_current(record_id)

    def _open_bond(self) -> None:
        """Go to the passage of a tie, or to the list of its passages; without any, its words say so."""
        bond = self.canvas.picture.focus_bond
        if bond is None:
            return
        if len(bond.passages) == 1:
            go_to_passage(self.session, bond.passages[0])
        elif bond.passages:
            self.cited.take_focus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if event.key() in (Qt.Key.Key_1, Qt.Key.Key_2):
                self.set_steps(1 if event.key() == Qt.Key.Key_1 else 2)
                return
            if event.key() == Qt.Key.Key_3:
                self.toggle_together()
                return
            if event.key() == Qt.Key.Key_Escape and self.cited.list.hasFocus():
                self.canvas.setFocus()
                return
        super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        look = current_look()
        gap, room = look.px("gap"), look.px("room")
        self._tools.setContentsMargins(room, gap, gap, gap)
        self._tools.setSpacing(look.px("step"))
        self.what.setContentsMargins(room, gap, room, gap)
        self._below.setContentsMargins(room, 0, room, gap)
        self.hint.setContentsMargins(room, 0, room, gap)
        self.cited.setMinimumWidth(look.px("side_least"))
        self._select()
