"""What the window's actions do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.domain.inputs import ProfileInput
from workbench.i18n import _
from workbench.qt.archive.check import CheckPanel
from workbench.qt.archive.people import ProfilesPanel
from workbench.qt.frame.panel import Panel, Side
from workbench.qt.history.panel import HistoryPanel
from workbench.qt.keysheet import KeySheet
from workbench.qt.look.tokens import SCALE_LEAST, SCALE_MOST, SCALE_STEP
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.window import panes, routes
from workbench.qt.window.about import AboutPanel
from workbench.qt.window.undoing import REDO, UNDO
from workbench.services.profiles import edit_profile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.qt.window.main_window import MainWindow

READING_ACTIONS = (
    ("wider", "measure", 1),
    ("narrower", "measure", -1),
    ("looser", "leading", 1),
    ("tighter", "leading", -1),
    ("apart", "gap", 1),
    ("together", "gap", -1),
)
"""What changes the page that is read: the action, the figure of `Reading`, and the steps."""

_DRAWER = "drawer"
"""Who asks the view in front for room."""

_ALWAYS = frozenset({"app.quit", "app.about", "app.keys", "app.palette", "view.pane"})
"""Actions that make sense whatever page is in front."""


class Commands(QObject):
    """Binds every action of the list, and keeps enabled what makes sense now."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for action, does in self._own().items():
            window.actions_.bind(action, does)
        for action, view in routes.LEADS_TO.items():
            window.actions_.bind(action, self._leading(action, view))
        for action in routes.DONE_IN:
            window.actions_.bind(action, self._in_view(action))
        window.drawer.opened.connect(self.refresh)
        window.drawer.closed.connect(self.refresh)
        window.settings.changed.connect(self._follow_setting)
        self._follow_setting("find/")

    def _own(self) -> dict[str, Callable[[], object]]:
        window, entrance = self._window, self._window.entrance
        views: dict[str, Callable[[], object]] = {f"go.{name.value}": self._going(name) for name in ViewName}
        return views | {
            "archive.create": lambda: window.leaving.open_other(entrance.show_create),
            "archive.open": self._open,
            "archive.sample": lambda: window.leaving.open_other(entrance.show_sample),
            "archive.check": self.show_check,
            "archive.passphrase": self._change_passphrase,
            "archive.recovery": self._show_sheet,
            "archive.profiles": self.show_profiles,
            "archive.lock": window.lock,
            "archive.close": window.close_archive,
            "app.settings": window.show_settings,
            "app.language": window.show_settings,  # its first field is the language
            "app.quit": window.close,
            "app.palette": window.palette_.open,
            "app.keys": self.show_keys,
            "app.about": self._show_about,
            "edit.history": self.show_history,
            "view.back": lambda: self._step(-1),
            "view.forward": lambda: self._step(1),
            "view.pane": self.next_pane,
            "view.larger": lambda: self._zoom(SCALE_STEP),
            "view.smaller": lambda: self._zoom(-SCALE_STEP),
            "view.usual": window.settings.usual_reading,
            **{
                f"view.{name}": partial(window.settings.step_reading, figure, steps)
                for name, figure, steps in READING_ACTIONS
            },
        }

    def refresh(self) -> None:
        """Enable what makes sense now."""
        window = self._window
        session = window.session
        held = window.entrance.held
        view = window.workspace.current_name if window.at_work and window.workspace is not None else None
        for spec in window.actions_:
            wanted = routes.enabled(
                spec.id,
                view,
                at_work=session is not None,
                read_only=session is not None and session.read_only,
            )
            if spec.id in ("archive.lock", "archive.close"):
                wanted = window.open_archive is not None
            elif wanted is None and spec.id not in (UNDO, REDO):
                wanted = True
            if held and spec.id not in _ALWAYS:
                wanted = False
            if wanted is not None:
                window.actions_[spec.id].setEnabled(wanted)
        if session is not None and window.workspace is not None and not held:
            window.actions_["view.back"].setEnabled(window.workspace.history.can_go_back)
            window.actions_["view.forward"].setEnabled(window.workspace.history.can_go_forward)

        self.show_folds()

    def show_folds(self) -> None:
        """Tick the two actions that fold panels as the view in front has them.

        The drawer stands in the inspector's place: both beside the text would leave it no room.
        Where it leaves less than a column even so, the list gives way too.
        """
        window = self._window
        view = window.workspace.current if window.at_work and window.workspace is not None else None
        panels = view.findChildren(Panel) if view is not None else []
        for action, side in (("view.list", Side.LEFT), ("view.inspector", Side.RIGHT)):
            panel = next((each for each in panels if each.side is side), None)
            covered = side is Side.RIGHT and bool(window.drawer.key)
            if panel is not None and side is Side.RIGHT:
                panel.setVisible(not covered)
            window.actions_[action].setChecked(panel is not None and panel.folded)
            if panel is None or covered:
                window.actions_[action].setEnabled(False)
        if view is not None and window.drawer.key:
            view.room.make(_DRAWER)
        elif view is not None:
            window.lay_out()  # what the drawer had is given out first
            view.room.give_back(_DRAWER)

    def _follow_setting(self, key: str) -> None:
        if key.startswith("find/"):
            for name in ("accents", "softness", "script", "whole"):
                self._window.actions_[f"find.{name}"].setChecked(getattr(self._window.settings, f"find_{name}"))

    def _going(self, name: ViewName) -> Callable[[], None]:
        return lambda: self._window.go_to_view(name)

    def _leading(self, action: str, view: ViewName) -> Callable[[], None]:
        def lead() -> None:
            window = self._window
            if window.workspace is None:
                return
            if not window.at_work or window.workspace.current_name is not view:
                window.go_to_view(view)
            window.workspace.view(view).run_action(action)

        return lead

    def _in_view(self, action: str) -> Callable[[], None]:
        def run() -> None:
            window = self._window
            if window.at_work and window.workspace is not None and window.workspace.current is not None:
                window.workspace.current.run_action(action)

        return run

    def _step(self, steps: int) -> None:
        if self._window.workspace is not None:
            self._window.workspace.step(steps)

    def _zoom(self, change: int) -> None:
        settings = self._window.settings
        settings.reading_scale = max(SCALE_LEAST, min(SCALE_MOST, settings.reading_scale + change))

    def next_pane(self) -> None:
        """Give the focus to the next part of the window."""
        window = self._window
        page: QWidget | None = window.stack.currentWidget()
        if window.at_work and window.workspace is not None:
            page = window.workspace.current
        panes.go_to_next(
            (window.notice, window.banner, window.rail, *panes.parts_of(page), window.drawer, window.status)
        )

    # Archive

    def _open(self) -> None:
        from workbench.qt.archive.files import ask_for_archive

        path = ask_for_archive(self._window)
        if path is not None:
            self._window.leaving.open_other(lambda: self._window.entrance.open_file(path))

    def _change_passphrase(self) -> None:
        if self._window.session is not None:
            self._window.drawer.close_panel()
            self._window.entrance.show_change(self._window.session.archive)

    def _show_sheet(self) -> None:
        if self._window.session is not None:
            self._window.drawer.close_panel()
            self._window.entrance.show_sheet(self._window.session.archive)

    def keep_language(self) -> None:
        """Note the language that was chosen in the person's profile, so that it is theirs next time."""
        session = self._window.session
        profile = session.profile() if session is not None and not session.read_only else None
        language = self._window.settings.language
        if session is None or profile is None or profile.language == language:
            return
        given = ProfileInput(name=profile.name, initials=profile.initials, language=language)
        session.perform(edit_profile(profile.id, given), initiator=self)

    # The drawer

    def _toggle(self, key: str, words: Callable[[], str], make: Callable[[Session], QWidget]) -> None:
        drawer, session = self._window.drawer, self._window.session
        if drawer.key == key:
            drawer.close_panel()
        elif session is not None:
            drawer.show_panel(key, words, make(session))

    def show_profiles(self) -> None:
        """Show the people who work in the archive, or hide them."""
        self._toggle("profiles", lambda: _("Profiles"), ProfilesPanel)

    def show_check(self) -> None:
        """Check the archive."""
        self._toggle("check", lambda: _("Check archive"), CheckPanel)

    def show_history(self) -> None:
        """Show who changed what, or hide it."""
        self._toggle("history", lambda: _("History"), lambda session: HistoryPanel(session, self._place))

    def show_row_history(self, _table: str, row_id: str) -> None:
        """Show who changed one thing."""
        drawer = self._window.drawer
        if drawer.key != "history":
            self.show_history()
        if isinstance(drawer.body, HistoryPanel):
            drawer.body.show_row(row_id)

    def _place(self) -> Place | None:
        workspace = self._window.workspace
        return workspace.current.place() if workspace is not None and workspace.current is not None else None

    def follow_place(self) -> None:
        """Have the history follow the person to another place."""
        body = self._window.drawer.body
        if isinstance(body, HistoryPanel):
            body.follow()

    def show_keys(self) -> None:
        """Show the sheet of keys, or hide it."""
        if self._window.drawer.key == "keys":
            self._window.drawer.close_panel()
        else:
            self._window.drawer.show_panel("keys", lambda: _("Keys"), KeySheet(self._window.actions_), wide=True)

    def _show_about(self) -> None:
        self._window.drawer.show_panel("about", lambda: _("About the program"), AboutPanel())
