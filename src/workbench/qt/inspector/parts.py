"""What the inspector's sections are made of."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Live, Words, tip
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look

Row = TypeVar("Row")
Shown = TypeVar("Shown", bound=QWidget)


class RowButton(Live, QPushButton):
    """A quiet button as wide as there is room, its text cut with "…"; the whole is its name and tooltip."""

    def __init__(self, does: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._icon_of: Callable[[], QIcon] | None = None
        self.setProperty("kind", "quiet")
        self.setProperty("place", "row")
        self.setAutoDefault(True)  # Enter presses it, as any other button
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda *_checked: does())

    def show_text(self, text: str, icon: Callable[[], QIcon] | None = None) -> None:
        """Show a text, and an icon that is made anew with every theme."""
        self._whole = " ".join(text.split())
        self._icon_of = icon
        self.setAccessibleName(self._whole)
        self.restyle()

    def whole_text(self) -> str:
        """Return the text without any cut."""
        return self._whole

    @override
    def restyle(self) -> None:
        if self._icon_of is not None:
            side = current_look().px("icon")
            self.setIcon(self._icon_of())
            self.setIconSize(QSize(side, side))
        self._cut()

    def _cut(self) -> None:
        look = current_look()
        taken = 2 * look.px("gap") + 2 * look.px("ring") + (look.px("icon") + look.px("gap") if self._icon_of else 0)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width() - taken))
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(tip(self._whole) if shown != self._whole else "")

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for no width: what is shown is cut to what there is, and must not hold it open."""
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()


class Section(Live, QWidget):
    """A titled part of the inspector; hidden while it has nothing to show."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.title = PlainLabel(words, role="section", wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.title)
        self.restyle()

    @override
    def restyle(self) -> None:
        self.column.setSpacing(current_look().px("step"))


class KeyedRows(Generic[Row, Shown]):
    """Keeps one widget a row, by key, so that a refresh leaves the focus and what is being typed alone."""

    def __init__(self, layout: QVBoxLayout, key: Callable[[Row], Hashable], make: Callable[[Row], Shown]) -> None:
        self._layout, self._key, self._make = layout, key, make
        self._shown: dict[Hashable, Shown] = {}

    @property
    def widgets(self) -> tuple[Shown, ...]:
        """The widgets, in order."""
        return tuple(self._shown.values())

    def sync(self, rows: Iterable[Row], update: Callable[[Shown, Row], object]) -> None:
        """Show these rows in this order: new ones are made, gone ones removed, the others updated."""
        rows = list(rows)
        keys = [self._key(row) for row in rows]
        for key in [known for known in self._shown if known not in keys]:
            widget = self._shown.pop(key)
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        ordered: dict[Hashable, Shown] = {}
        for place, (key, row) in enumerate(zip(keys, rows, strict=True)):
            known = self._shown.get(key)
            widget = self._make(row) if known is None else known
            update(widget, row)
            if self._layout.indexOf(widget) != place:
                self._layout.removeWidget(widget)
                self._layout.insertWidget(place, widget)
                # A layout shows what is new only with the next event, and what is hidden takes no focus.
                widget.show()
            ordered[key] = widget
        self._shown = ordered


def in_layout_order(layout: QLayout | None) -> Iterator[QWidget]:
    """Go through what takes the focus by Tab, in the order in which it stands on the screen."""
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place) if layout is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            yield from in_layout_order(widget.layout())
        elif item is not None:
            yield from in_layout_order(item.layout())


def chain_tabs(first: QWidget, layout: QLayout | None) -> None:
    """Have Tab go on from a widget through a layout: what is made later would come last of all."""
    for widget in in_layout_order(layout):
        QWidget.setTabOrder(first, widget)
        first = widget
