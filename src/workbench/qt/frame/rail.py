"""The rail at the left edge: the five views, and the settings below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.actions import Actions
from workbench.qt.frame.base import Live, ToolButton, tip
from workbench.qt.look.style import current_look

VIEWS: tuple[tuple[str, str, str], ...] = (
    ("sources", "go.sources", "newspaper"),
    ("records", "go.records", "users"),
    ("translations", "go.translations", "languages"),
    ("bundles", "go.bundles", "package"),
    ("search", "go.search", "search"),
)
"""Key of a view, the action that goes there, its icon."""

SETTINGS = ("settings", "app.settings", "settings")


class Rail(Live, QFrame):
    """Buttons that do the actions `go.*` and `app.settings`; the window tells which view is shown.

    One stop of the Tab key; the arrows move within.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Rail")
        self._actions = actions
        self._group = QButtonGroup(self)
        self._buttons: dict[str, ToolButton] = {}
        self._column = QVBoxLayout(self)
        for key, action, _icon in VIEWS:
            self._column.addWidget(self._make(key, action))
        self._column.addStretch(1)
        self._column.addWidget(self._make(*SETTINGS[:2]))
        actions.keys_changed.connect(self.retranslate)
        self.retranslate()
        self.restyle()
        self.set_current("sources")

    def _make(self, key: str, action: str) -> ToolButton:
        button = ToolButton()
        button.setObjectName(f"rail-{key}")
        button.setCheckable(True)
        button.clicked.connect(lambda *_checked: self._press(action))
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def _press(self, action: str) -> None:
        # The mark moves when the window has gone there, not before.
        self.set_current(self._current)
        self._actions[action].trigger()

    def button(self, key: str) -> ToolButton:
        """Return the button of a view."""
        return self._buttons[key]

    @property
    def current(self) -> str:
        """The key of the view that is marked."""
        return self._current

    def set_current(self, key: str) -> None:
        """Mark a view as the one that is shown."""
        self._current = key
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focus = self.focusWidget()
        if step is None or focus not in buttons:
            super().keyPressEvent(event)
            return
        buttons[(buttons.index(focus) + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("Views"))
        for key, action, _icon in (*VIEWS, SETTINGS):
            text, keys = self._actions.text(action), self._actions.keys_text(action)
            self._buttons[key].setAccessibleName(text)
            self._buttons[key].setToolTip(tip(f"{text} ({keys})" if keys else text))

    @override
    def restyle(self) -> None:
        look = current_look()
        side, margin = look.px("rail") - look.px("gap"), look.px("step")
        self.setFixedWidth(look.px("rail") + 1)
        self._column.setContentsMargins(margin, look.px("gap"), margin, look.px("gap"))
        self._column.setSpacing(look.px("step"))
        for key, _action, icon in (*VIEWS, SETTINGS):
            button = self._buttons[key]
            button.setFixedSize(side, side)
            button.setIcon(look.icon(icon, "second", on="accent"))
            button.setIconSize(QSize(look.px("icon_large"), look.px("icon_large")))
