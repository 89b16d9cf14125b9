"""Lists of two-line rows, painted rather than built: thousands cost what a screenful costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workbench.domain.kinds import TranslationState
from workbench.domain.listing import Listed
from workbench.qt.frame.base import Live, Words, say, tip
from workbench.qt.frame.batches import Batches
from workbench.qt.frame.labels import draw_state, state_text
from workbench.qt.look.style import current_look

Index = QModelIndex | QPersistentModelIndex
_CHOSEN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
"""What one can do with a line: nothing is typed into it."""

ID_ROLE = int(Qt.ItemDataRole.UserRole)
LINE_ROLE = ID_ROLE + 1


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `title` over `detail`, with `right` at the end of the second line.

    `state` draws a translation's disc before it where `stateful`; `kind` a disc in the colour of
    that kind of passage. `warning` paints the detail as something to look at. `sign` is an icon at
    the end of the title, `sign_words` what it says.
    """

    id: str
    title: str
    detail: str = ""
    right: str = ""
    kind: str = ""
    state: TranslationState | None = None
    stateful: bool = False
    warning: bool = False
    sign: str = ""
    sign_words: str = ""

    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        state = state_text(self.state) if self.stateful else ""
        return ", ".join(part for part in (self.title, self.sign_words, self.detail, self.right, state) if part)


def _none_to_read(_ids: Sequence[str]) -> dict[str, Line]:
    return {}


class LineModel(QStringListModel):
    """Lines in order, found by their ids: given all at once, or read when they are shown.

    Qt keeps the ids too: laying a list out, it asks for the number of rows once a row.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = Batches[Line](_none_to_read)
        self._given: dict[str, Line] = {}

    def set_lines(self, lines: Iterable[Line]) -> None:
        """Show other lines."""
        whole = {line.id: line for line in lines}
        self._lines = Batches[Line](lambda ids: {key: whole[key] for key in ids})
        self._given = whole
        self.set_ids(whole)

    def read_with(self, fetch: Callable[[Sequence[str]], Mapping[str, Line]]) -> None:
        """Have lines from here on by their ids alone: `fetch` reads a batch of them on the GUI thread."""
        self._lines = Batches[Line](fetch)

    def set_ids(self, ids: Iterable[str] | Listed) -> None:
        """Show other lines of those that `fetch` knows; an id that it does not know shows empty."""
        self._lines.set_ids(ids)
        self.setStringList(self._lines.ids)

    def mark_stale(self, ids: Iterable[str] | None = None) -> None:
        """Have lines read again when they are next painted; all of them for None."""
        places = self._lines.forget(ids)
        if places:
            self.dataChanged.emit(self.index(min(places)), self.index(max(places)))

    def replace(self, line: Line) -> bool:
        """Show a line anew in its place; tell whether it is here."""
        place = self._lines.place_of(line.id)
        if place is None:
            return False
        self._given[line.id] = line
        self._lines.forget([line.id])
        self.dataChanged.emit(self.index(place), self.index(place))
        return True

    def line(self, place: int) -> Line | None:
        """Return the line at a place, None outside the list."""
        line_id = self._lines.id_at(place)
        return None if line_id is None else self._lines.row(line_id) or Line(line_id, "")

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the lines, in their order."""
        return self._lines.ids

    def id_at(self, place: int) -> str | None:
        """Return the id at a place, None outside the list; its line is not read for that."""
        return self._lines.id_at(place)

    def place_of(self, line_id: str) -> int | None:
        """Return where a line stands, None where it does not."""
        return self._lines.place_of(line_id)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _CHOSEN if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == ID_ROLE:
            return line.id
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken()
        words = f"{line.title}\n{line.sign_words}" if line.sign_words else line.title
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole else None


class LineDelegate(QStyledItemDelegate):
    """Paints a `Line`; `rows` is how many lines of type its title may take."""

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = current_look()
        title = QFontMetrics(look.font()).lineSpacing() * self._rows
        detail = QFontMetrics(look.font("small")).lineSpacing()
        return QSize(look.px("side_least"), title + detail + 2 * look.px("gap") + look.px("half"))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        look = current_look()
        gap = look.px("gap")
        area: QRect = option.rect.adjusted(gap + look.px("half"), gap, -gap, -gap)
        painter.save()
        area = self._draw_mark(painter, line, area)
        area = self._draw_title(painter, line, area)
        self._draw_detail(painter, line, area)
        painter.restore()

    def _draw_mark(self, painter: QPainter, line: Line, area: QRect) -> QRect:
        look = current_look()
        side = look.px("wide")
        if not (line.stateful or line.kind):
            return area
        top = area.top() + (QFontMetrics(look.font()).lineSpacing() - side) / 2
        square = QRectF(area.left(), top, side, side)
        if line.stateful:
            draw_state(painter, square, line.state)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(look.palette.kind(line.kind)))
            painter.setPen(Qt.PenStyle.NoPen)
            inset = side / 6
            painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset))
        return area.adjusted(side + look.px("gap"), 0, 0, 0)

    def _draw_title(self, painter: QPainter, line: Line, area: QRect) -> QRect:
        look = current_look()
        font = look.font()
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        top, room = area.top(), area.width()
        if line.sign:
            side = look.px("wide")
            spot = QRect(area.right() - side, top + (metrics.lineSpacing() - side) // 2, side, side)
            look.icon(line.sign, "second").paint(painter, spot)
            room -= side + look.px("gap")
        for text in wrapped(line.title, metrics, room, self._rows):
            painter.drawText(area.left(), top + metrics.ascent(), text)
            top += metrics.lineSpacing()
        return area.adjusted(0, top - area.top() + look.px("half"), 0, 0)

    def _draw_detail(self, painter: QPainter, line: Line, area: QRect) -> None:
        look = current_look()
        font = look.font("small")
        metrics = QFontMetrics(font)
        base = area.top() + metrics.ascent()
        painter.setFont(font)
        painter.setPen(look.colour("second"))
        end = metrics.elidedText(line.right, Qt.TextElideMode.ElideRight, area.width())
        right = metrics.horizontalAdvance(end)
        if end:
            painter.drawText(area.right() - right, base, end)
        room = area.width() - right - (look.px("gap") if right else 0)
        painter.setPen(look.colour("warning" if line.warning else "second"))
        painter.drawText(area.left(), base, metrics.elidedText(line.detail, Qt.TextElideMode.ElideRight, room))


def wrapped(text: str, metrics: QFontMetrics, width: int, rows: int) -> list[str]:
    """Break a text at words into at most `rows` lines; the last one ends in an ellipsis where it is cut."""
    if rows == 1 or metrics.horizontalAdvance(text) <= width:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    layout = QTextLayout(text, current_look().font())
    layout.beginLayout()
    found: list[str] = []
    at = 0
    while len(found) < rows - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Qt counts UTF-16 units here; a text with wider characters is cut by them on its encoded form.
        units = text.encode("utf-16-le")
        found.append(units[2 * at : 2 * (at + line.textLength())].decode("utf-16-le", "ignore").rstrip())
        at += line.textLength()
    layout.endLayout()
    rest = text.encode("utf-16-le")[2 * at :].decode("utf-16-le", "ignore")
    return [*found, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


class LineList(Live, QListView):
    """A list of lines that keeps its place; Enter or a double click chooses one."""

    chosen = Signal(str)
    """The id of the line that was chosen."""

    current_changed = Signal(str)
    """The id of the current line, empty where there is none; not while the lines are only read anew."""

    def __init__(self, words: Words, *, rows: int = 1, place: str = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._quiet = False
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(rows, self))
        self.setUniformItemSizes(True)
        self.setProperty("place", place)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.data(ID_ROLE)))
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.retranslate()

    def _tell_current(self) -> None:
        if not self._quiet:
            self.current_changed.emit(self.current_id())

    def current_id(self) -> str:
        """Return the id of the current line, empty where there is none."""
        return self.lines.id_at(self.currentIndex().row()) or ""

    def selected_ids(self) -> tuple[str, ...]:
        """Return the ids of the selected lines, from the top; of several where the list lets one select more."""
        found = (self.lines.id_at(index.row()) for index in sorted(self.selectedIndexes()))
        return tuple(line_id for line_id in found if line_id is not None)

    def set_lines(self, lines: Iterable[Line]) -> None:
        """Show other lines; the current one stays so where it is still there, and so does the scroll."""
        self._change(lambda: self.lines.set_lines(lines))

    def set_ids(self, ids: Iterable[str] | Listed, current: str = "") -> None:
        """Show lines that are read when they are painted (see `LineModel.read_with`); else as `set_lines`.

        `current` is to be the current line where it is among them, without any other being it meanwhile.
        """
        self._change(lambda: self.lines.set_ids(ids), current)

    def _change(self, change: Callable[[], None], wanted: str = "") -> None:
        before, scroll = self.current_id(), self.verticalScrollBar().value()
        self._quiet = True
        change()
        there = next((place for key in (wanted, before) if (place := self.lines.place_of(key)) is not None), None)
        if there is not None:
            self.setCurrentIndex(self.lines.index(there))
        self._quiet = False
        self.verticalScrollBar().setValue(scroll)
        if self.current_id() != before:
            self.current_changed.emit(self.current_id())

    def go_to(self, line_id: str) -> bool:
        """Make a line the current one and bring it into view; tell whether it is in the list."""
        place = self.lines.place_of(line_id)
        if place is None:
            return False
        self.setCurrentIndex(self.lines.index(place))
        self.scrollTo(self.lines.index(place))
        return True

    def step(self, by: int) -> bool:
        """Go to the line so many further on; tell whether there is one."""
        line_id = self.lines.id_at(self.currentIndex().row() + by)
        return line_id is not None and self.go_to(line_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            if self.current_id():
                self.chosen.emit(self.current_id())
            return
        super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(say(self._words))

    @override
    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
