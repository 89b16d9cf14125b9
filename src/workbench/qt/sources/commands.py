"""What the window's actions do on the screen of sources, and the menu over the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from workbench.domain.kinds import PassageKind, RecordKind
from workbench.i18n import _
from workbench.qt.action_list import ACTION_LIST
from workbench.qt.actions import keys_of
from workbench.qt.frame.banner import Level
from workbench.qt.look.style import current_look
from workbench.qt.reader.edges import BY_WORD, Edge
from workbench.qt.window.routes import WRITES

if TYPE_CHECKING:
    from workbench.qt.sources.view import SourcesView

_MARKS = tuple(
    f"passage.{name}" for name in ("pick", "person", "event", "organisation", "place", "quote", "note", "tag")
)
"""What words are marked as, in the menu over the text."""


class Commands:
    """Answers `run_action` for `SourcesView`."""

    def __init__(self, view: SourcesView) -> None:
        self._view = view
        marking, reader = view.marking, view.reader
        self._does: dict[str, Callable[[], object]] = {
            "source.import": view.ask_for_files,
            "source.paste": view.paste,
            "passage.pick": marking.pick,
            "passage.person": lambda: marking.pick((RecordKind.PERSON,)),
            "passage.event": lambda: marking.pick((RecordKind.EVENT,)),
            "passage.organisation": lambda: marking.pick((RecordKind.ORGANISATION,)),
            "passage.place": lambda: marking.pick((RecordKind.PLACE,)),
            "passage.quote": marking.quote,
            "passage.note": marking.note,
            "passage.tag": marking.tag,
            "passage.next": reader.go_to_passage,
            "passage.previous": lambda: reader.go_to_passage(back=True),
            "passage.next_quote": lambda: reader.go_to_passage(kind=PassageKind.QUOTE),
            "passage.previous_quote": lambda: reader.go_to_passage(back=True, kind=PassageKind.QUOTE),
            "passage.select_more": reader.select_more,
            "passage.select_less": reader.select_less,
            "passage.remove": marking.remove,
            "view.list": view.list_panel.toggle,
            "view.inspector": view.side_panel.toggle,
            "desk.open": self._translate,
            "record.source": self._show_current,
        }
        for name, edge in (("end", Edge.END), ("start", Edge.START), ("shift", Edge.BOTH)):
            for way, back in (("right", False), ("left", True)):
                self._does[f"passage.{name}_{way}"] = self._moves(edge, back=back, by_word=True)
                self._does[f"passage.{name}_{way}_sign"] = self._moves(edge, back=back, by_word=False)
        self._does |= view.article.find_bar.commands()
        for feature in view.features:
            self._does |= feature.actions()

    def _moves(self, edge: Edge, *, back: bool, by_word: bool) -> Callable[[], None]:
        marking = self._view.marking
        return lambda: marking.move_edge(edge, back=back, steps=BY_WORD if by_word else marking.by_character())

    def run(self, action: str) -> bool:
        """Do an action; False where it is none of this screen."""
        if action in WRITES and self._view.session.read_only:
            # The window's own keys are off then, but Enter on the text and what is activated come here.
            self._view.say(Level.INFO, _("This archive is open for reading only."))
            return True
        if any(feature.intercepts(action) for feature in self._view.features):
            return True
        does = self._does.get(action)
        if does is None:
            return False
        does()
        return True

    def open_menu(self, at: QPoint) -> None:
        """Offer what can be done with the words now, at a point in global coordinates."""
        view, look = self._view, current_look()
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if view.reader.selection() is not None:
            menu.addAction(look.icon("copy"), _("Copy"), view.reader.copy)
        self._offer(menu, ("find.text",))
        for group in (*(feature.offers() for feature in view.features), *self._marks()):
            if group:
                menu.addSeparator()
                self._offer(menu, group)
        menu.popup(at)

    def _marks(self) -> tuple[tuple[str, ...], ...]:
        """Return what marks the words, and what is done with the current passage; nothing that would be refused."""
        view = self._view
        view.in_step.settle()
        source, passage = view.article.source, view.inspector.passage
        current = passage if passage is not None and passage.id == view.reader.current() else None
        of_quote = ("desk.open",) if current is not None and current.quote_id is not None else ()
        if source is None or source.older or view.session.read_only:
            return (of_quote,)
        marks = _MARKS if view.marking.target() is not None else ()
        return (marks, of_quote + (("passage.remove",) if current is not None else ()))

    def _offer(self, menu: QMenu, actions: tuple[str, ...]) -> None:
        settings, look = self._view.session.settings, current_look()
        for spec in (each for action in actions for each in ACTION_LIST if each.id == action):
            keys = keys_of(spec.id, settings)
            entry = menu.addAction(f"{_(spec.text)}\t{keys}" if keys else _(spec.text), self._runs(spec.id))
            if spec.icon:
                entry.setIcon(look.icon(spec.icon))

    def _runs(self, action: str) -> Callable[[], object]:
        return lambda: self.run(action)

    def _translate(self) -> None:
        self._view.in_step.settle()
        passage = self._view.inspector.passage
        if passage is None or passage.quote_id is None:
            self._view.say(Level.INFO, _("Go to a quote first: its words are underlined twice."))
            return
        quote = self._view.inspector.quote
        quote.translate(quote.next_language())

    def _show_current(self) -> None:
        current = self._view.reader.current()
        if current is not None:
            self._view.go_to_passage(current)
