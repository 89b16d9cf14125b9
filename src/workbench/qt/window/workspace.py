"""The five views of an open archive, each made when it is first shown."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.qt.frame.panel import Panel
from workbench.qt.frame.stack import Stack
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.view import View
from workbench.qt.window.places import PlaceHistory


def make_view(name: ViewName, session: Session, workspace: Workspace, parent: QWidget) -> View:
    """Make one of the rail's views. Imported here, so that the window opens before all are loaded.

    It is made where it will stand: whatever gets another parent is styled anew with all that is in it.
    """
    if name is ViewName.SOURCES:
        from workbench.qt.sources.view import SourcesView

        sources = SourcesView(session, parent)
        sources.historyRequested.connect(workspace.history_asked)
        return sources
    if name is ViewName.RECORDS:
        from workbench.qt.records.view import RecordsView

        return RecordsView(session, parent)
    if name is ViewName.TRANSLATIONS:
        from workbench.qt.translations.view import TranslationsView

        return TranslationsView(session, parent)
    if name is ViewName.BUNDLES:
        from workbench.qt.bundles.view import BundlesView

        return BundlesView(session, parent)
    from workbench.qt.search.view import SearchView

    return SearchView(session, parent)


def load_views() -> None:
    """Load what the views are made of, on a worker's thread while a passphrase is typed.

    Each is some hundred modules, for which the window would stand still when it is first shown.
    """
    for name in ViewName:
        import_module(f"workbench.qt.{name}.view")


class Workspace(QWidget):
    """Shows one view at a time and remembers the way.

    `view_changed(str)` names the one in front; `history_asked(table, row id)` asks for the past
    of one row; `folded()` tells that a side panel of a view was folded away or opened.
    """

    view_changed = Signal(str)
    history_asked = Signal(str, str)
    folded = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.history = PlaceHistory()
        self._views: dict[ViewName, View] = {}
        self._stack = Stack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        session.moved.connect(self.show_place)
        session.stepped.connect(self.step)

    @property
    def current(self) -> View | None:
        """The view in front; None before the first one is shown."""
        view = self._stack.currentWidget()
        return view if isinstance(view, View) else None

    @property
    def current_name(self) -> ViewName:
        """The name of the view in front."""
        return self.current.name if self.current is not None else ViewName.SOURCES

    def view(self, name: ViewName) -> View:
        """Return a view, made now where it is not there yet."""
        if name not in self._views:
            view = make_view(name, self.session, self, self._stack)
            self._views[name] = view
            self._stack.addWidget(view)
            for panel in view.findChildren(Panel):
                panel.folded_changed.connect(lambda _folded: self.folded.emit())
        return self._views[name]

    def go_to(self, name: ViewName) -> None:
        """Bring a view to the front where the person left it."""
        self._note_place()
        self._bring(name)
        self.history.add(self.view(name).place())
        self.view_changed.emit(name.value)

    def show_place(self, place: Place) -> None:
        """Bring a place in the archive to the front."""
        self._note_place()
        self._show(place)
        self.history.add(place)
        self._tell_arrived()
        self.view_changed.emit(place.view.value)

    def step(self, steps: int) -> bool:
        """Go back (-1) or forward (1) among the places; tell whether there was one."""
        self._note_place()
        place = self.history.step(steps)
        if place is None:
            return False
        self._show(place)
        self._tell_arrived()
        self.view_changed.emit(place.view.value)
        return True

    def _tell_arrived(self) -> None:
        if self.current is not None and self.history.can_go_back:
            self.current.arrived()

    def _note_place(self) -> None:
        if self.current is not None:
            self.history.update(self.current.place())

    def _bring(self, name: ViewName) -> None:
        view = self.view(name)
        if view is not self.current or not self._stack.isVisible():
            self._stack.setCurrentWidget(view)
        view.enter()

    def _show(self, place: Place) -> None:
        self._bring(place.view)
        self.view(place.view).show_place(place)

    def places(self) -> list[Place]:
        """Return where each view is, the one in front last: what `restore` takes."""
        views = sorted(self._views.values(), key=lambda view: view is self.current)
        return [view.place() for view in views]

    def restore(self, places: list[Place], fallback: ViewName) -> None:
        """Show again what was shown before a lock, or a view as it begins."""
        for place in places:
            self._show(place)
        if places:
            self.history.add(places[-1])
            self.view_changed.emit(places[-1].view.value)
        else:
            self.go_to(fallback)
