"""One field that shows a level in a word and an icon, and sets it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHoverEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.kinds import Level
from workbench.i18n import N_, _
from workbench.qt.frame.base import Live, ToolButton, tip
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import FittedCombo
from workbench.qt.session import Session
from workbench.services.levels import LEVEL_NAMES, set_level
from workbench.store.queries.levels import ShownLevel, shown_level
from workbench.store.tables import (
    Name,
    Participation,
    Passage,
    Quote,
    Record,
    Relation,
    Row,
    Source,
    Statement,
)

LEVEL_ICONS: dict[Level, str] = {Level.OPEN: "eye", Level.RESTRICTED: "lock", Level.SECRET: "key-round"}
"""Each level's icon; it never stands without the level's word or a tooltip that has it."""

_BROWSING = tuple(getattr(Qt.Key, f"Key_{name}") for name in ("Up", "Down", "PageUp", "PageDown", "Home", "End"))

_LABELS: dict[type[Row], str] = {
    Source: N_("Sensitivity of this source"),
    Passage: N_("Sensitivity of this passage"),
    Quote: N_("Sensitivity of this quote"),
    Record: N_("Sensitivity of this record"),
    Name: N_("Sensitivity of this name"),
    Statement: N_("Sensitivity of this statement"),
    Participation: N_("Sensitivity of this participation"),
    Relation: N_("Sensitivity of this relation"),
}


def level_icon(level: Level) -> QIcon:
    """Return a level's icon in the colours of now: quiet where it is open."""
    return current_look().icon(LEVEL_ICONS[level or Level.OPEN], "second" if level in ("", Level.OPEN) else "warning")


def level_text(level: Level) -> str:
    """Return a level's word; that of open for one that is inherited from nothing."""
    return _(LEVEL_NAMES[level or Level.OPEN])


def _inherited_text(model: type[Row], shown: ShownLevel) -> str:
    level = level_text(shown.inherited)
    return (_("Not set: {level}") if model in (Source, Record) else _("Inherited: {level}")).format(level=level)


class _LevelCombo(FittedCombo):
    """One whose keys open its list: nothing is chosen before Enter there, and Escape leaves all as it was."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        browses = event.key() in _BROWSING or event.text().strip()
        if browses and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]


class LevelControl(Live, QWidget):
    """Shows one row's level and sets the one that is chosen from its list; hidden while there is no row.

    It reads itself again after every write that may have changed it, or what it is inherited from.
    """

    def __init__(self, session: Session, model: type[Row]) -> None:
        super().__init__()
        self._session, self._model = session, model
        session.changed.connect(self._follow)
        self._row_id: str | None = None
        self._shown: ShownLevel | None = None
        # Beside a passage there is its quote's: which is which is said.
        words = _LABELS[model] if model in (Passage, Quote) else N_("Sensitivity")
        self.label = PlainLabel(lambda: _(words), role="second")
        self.combo = _LevelCombo()
        self.combo.activated.connect(self._chosen)
        self.label.setBuddy(self.combo)
        line = Flow(self)
        line.addWidget(self.label)
        line.addWidget(self.combo)
        self.restyle()
        self.setVisible(False)

    @property
    def level(self) -> Level:
        """The level that counts, as it is shown."""
        return self._shown.effective if self._shown is not None else Level.OPEN

    def show_row(self, row_id: str | None) -> None:
        """Show a row's level, or nothing."""
        self._row_id = row_id
        self._read()

    def _follow(self, changes: Changes) -> None:
        if self._row_id is not None and changes.touches(*_TABLES):
            self._read()

    def _read(self) -> None:
        self._shown = None
        if self._row_id is not None and self._session.archive.is_open:
            with self._session.read() as connection:
                self._shown = shown_level(connection, self._model, self._row_id)
        self.setVisible(self._shown is not None)
        self._fill()

    def _fill(self) -> None:
        shown = self._shown
        if shown is None:
            return
        combo = self.combo
        combo.clear()
        combo.addItem(level_icon(shown.inherited), _inherited_text(self._model, shown), Level.INHERITED.value)
        for level in LEVEL_ICONS:
            combo.addItem(level_icon(level), level_text(level), level.value)
        combo.setCurrentIndex(max(0, combo.findData(shown.own.value)))
        combo.setEnabled(not self._session.read_only)
        combo.setToolTip(tip(self._hint(shown)))
        combo.setAccessibleName(_(_LABELS[self._model]))
        combo.setAccessibleDescription(self._hint(shown))
        combo.updateGeometry()

    @staticmethod
    def _hint(shown: ShownLevel) -> str:
        if not shown.own or shown.own == shown.inherited:
            return _("Counts as: {level}").format(level=level_text(shown.effective))
        return _("Set here: {level}. Otherwise it would be: {inherited}").format(
            level=level_text(shown.own), inherited=level_text(shown.inherited)
        )

    def _chosen(self, place: int) -> None:
        shown, row_id = self._shown, self._row_id
        level = Level(str(self.combo.itemData(place) or ""))
        if shown is None or row_id is None or level == shown.own:
            return
        self._session.perform(
            set_level(self._model, row_id, level, expected=shown.revision),
            on_error=self._refused,
            initiator=self._session,
        )

    def _refused(self, _error: object) -> bool:
        self._read()
        return False

    @override
    def retranslate(self) -> None:
        self._fill()

    @override
    def restyle(self) -> None:
        look = current_look()
        self.combo.setIconSize(QSize(look.px("wide"), look.px("wide")))
        self._fill()


_TABLES = frozenset(str(model.__tablename__) for model in _LABELS)


class LevelButton(Live, ToolButton):
    """The same for a row: an icon, the level's word beside it where one is set, and a menu of the levels.

    Where nothing is set and everything is open there is nothing to be seen, until the pointer is in
    the row or the focus on the button: a column of eyes would drown the one lock.
    """

    def __init__(self, session: Session, model: type[Row], row_id: str, shown: ShownLevel | None = None) -> None:
        """Show a level that was read together with others, else read it."""
        super().__init__()
        self._session, self._model, self._row_id, self._shown = session, model, row_id, shown
        self._near = False
        self._row: QWidget | None = None
        self.setObjectName(f"{row_id} level")
        self.setProperty("kind", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda *_checked: self.open_menu())
        session.changed.connect(self._follow)
        if shown is None:
            self._read()
        else:
            self.restyle()
            self.retranslate()

    def _follow(self, changes: Changes) -> None:
        """Read it anew where it was changed, or the level of a record was: there are tens of these on a page."""
        mine = str(self._model.__tablename__), self._row_id
        if any(
            (row.table, row.row_id) == mine or (row.table == "record" and "level" in row.fields) for row in changes.rows
        ):
            self._read()

    def _read(self) -> None:
        if self._session.archive.is_open:
            with self._session.read() as connection:
                self._shown = shown_level(connection, self._model, self._row_id)
        self.restyle()
        self.retranslate()

    def open_menu(self) -> QMenu | None:
        """Offer the levels."""
        shown = self._shown
        if shown is None or self._session.read_only:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for level in (Level.INHERITED, *LEVEL_ICONS):
            counts = level or shown.inherited
            words = level_text(level) if level else _inherited_text(self._model, shown)
            entry = menu.addAction(level_icon(counts), words, partial(self._choose, level))
            if level == shown.own:
                menu.setActiveAction(entry)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        return menu

    def _choose(self, level: Level) -> None:
        shown = self._shown
        if shown is not None and level != shown.own:
            act = set_level(self._model, self._row_id, level, expected=shown.revision)
            self._session.perform(act, initiator=self._session)

    @override
    def retranslate(self) -> None:
        shown = self._shown
        level = shown.effective if shown is not None else Level.OPEN
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        told = shown is not None and bool(shown.own)
        self.setToolButtonStyle(beside if told else alone)
        self.setText(level_text(level) if told else "")  # it would stand where there is no icon
        words = f"{_(_LABELS[self._model])}: {level_text(level)}"
        self.setAccessibleName(words)
        self.setToolTip(tip(words))

    @override
    def restyle(self) -> None:
        look, shown = current_look(), self._shown
        level = shown.effective if shown is not None else Level.OPEN
        told = level is not Level.OPEN or (shown is not None and bool(shown.own))
        self.setIcon(level_icon(level) if told or self._near or self.hasFocus() else QIcon())
        self.setIconSize(QSize(look.px("icon"), look.px("icon")))

    # Near

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._watch(self.parentWidget())
        return super().event(event)

    def _watch(self, row: QWidget | None) -> None:
        if self._row is not None:
            self._row.removeEventFilter(self)
        self._row = row
        if row is not None:
            row.setAttribute(Qt.WidgetAttribute.WA_Hover)
            row.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            here = self.geometry()
            height = event.position().y()
            near = event.type() != QEvent.Type.HoverLeave and here.top() <= height <= here.bottom()
            if near != self._near:
                self._near = near
                self.restyle()
        return super().eventFilter(watched, event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.restyle()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.restyle()
