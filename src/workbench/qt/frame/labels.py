"""Words that are only read: plain labels, chips, states, and the one rich-text widget."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPaintEvent, QPen, QPixmap, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QTextBrowser, QWidget
from typing_extensions import override

from workbench.domain.kinds import SubState, TranslationState
from workbench.i18n import N_, _
from workbench.qt.frame.base import Live, Words, say, tip
from workbench.qt.look.style import current_look


class PlainLabel(Live, QLabel):
    """A label that never takes its text for markup. `role` is a variant of the style sheet."""

    def __init__(self, words: Words = "", *, role: str = "", wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        super().setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setText(say(words))

    @override
    def setTextFormat(self, text_format: Qt.TextFormat) -> None:
        """Refuse everything but plain text."""
        if text_format != Qt.TextFormat.PlainText:
            raise ValueError(text_format)

    def set_words(self, words: Words) -> None:
        """Change the text; a function is asked again at every change of language."""
        self._words = words
        self.retranslate()

    @override
    def retranslate(self) -> None:
        if not isinstance(self._words, str):
            self.setText(say(self._words))
        elif self._words:
            self.setText(self._words)


class ElidedLabel(Live, QWidget):
    """One line that ends in "…" where there is no room; the whole is in its tooltip and its name."""

    def __init__(self, text: str = "", *, strong: bool = False, second: bool = False) -> None:
        super().__init__()
        self._text, self._strong, self._second = text, strong, second
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.set_text(text)

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text, line ends as spaces."""
        self._text = " ".join(text.split())
        self.setAccessibleName(self._text)
        self.setToolTip(tip(self._text))
        self.updateGeometry()
        self.update()

    @override
    def restyle(self) -> None:
        self.setFont(current_look().font("small" if self._second else "interface", strong=self._strong))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text), metrics.lineSpacing())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_look().colour("second" if self._second else "ink"))
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Chip(Live, QFrame):
    """A short word in a frame: a tag, a kind, a count."""

    def __init__(self, words: Words, *, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Chip")
        self._kind = kind
        self._dot = _Dot(kind)
        self._label = PlainLabel(words, role="small")
        self._row = QHBoxLayout(self)
        if kind:
            self._row.addWidget(self._dot)
        self._row.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.restyle()

    def text(self) -> str:
        """Return what the chip says."""
        return self._label.text()

    @override
    def restyle(self) -> None:
        look = current_look()
        self._row.setContentsMargins(look.px("gap"), look.px("half"), look.px("gap"), look.px("half"))
        self._row.setSpacing(look.px("step"))


class _Dot(QWidget):
    """A small disc in a passage kind's colour."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    @override
    def sizeHint(self) -> QSize:
        side = current_look().px("gap")
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(look.palette.kind(self._kind)))
        painter.setPen(Qt.PenStyle.NoPen)
        side = float(look.px("gap"))
        painter.drawEllipse(QRectF(0, (self.height() - side) / 2, side, side))


STATES: dict[TranslationState | None, tuple[str, int, str]] = {
    None: (N_("missing"), 0, "second"),
    TranslationState.INITIAL: (N_("draft"), 1, "warning"),
    TranslationState.TRANSLATED: (N_("translated"), 2, "info"),
    TranslationState.REVIEWED: (N_("reviewed"), 3, "accent"),
    TranslationState.FINAL: (N_("final"), 4, "success"),
}
"""Each state's word, quarters of its disc that are filled, and the token of its colour."""

SUB_STATES: dict[SubState, str] = {
    SubState.NEEDS_REWORK: N_("needs rework"),
    SubState.DISPUTED: N_("disputed"),
    SubState.SECOND_LOOK: N_("waits for a second look"),
}
"""What more there is to say of a state."""


def state_text(state: TranslationState | None, sub_state: SubState = SubState.NONE) -> str:
    """Return a state's words in the active language; None is a translation that does not exist."""
    more = SUB_STATES.get(sub_state)
    return f"{_(STATES[state][0])} · {_(more)}" if more else _(STATES[state][0])


def draw_state(painter: QPainter, square: QRectF, state: TranslationState | None) -> None:
    """Draw a state's disc, fuller with every step: the shape tells it without the colour."""
    _word, quarters, token = STATES[state]
    colour = current_look().colour(token)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.25, square.width() / 9)
    ring = square.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    pen = QPen(colour, width)
    if state is None:
        pen.setDashPattern([1.2, 1.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if quarters:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        # Angles are sixteenths of a degree, from twelve o'clock, clockwise.
        inner = ring.adjusted(width, width, -width, -width) if quarters < 4 else ring
        painter.drawPie(inner, 90 * 16, -quarters * 90 * 16)
    painter.restore()


def state_icon(state: TranslationState | None, size: str = "icon") -> QIcon:
    """Return a state's disc as an icon; `size` is its side, a name in `tokens.LENGTHS`."""
    side = current_look().px(size)
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(side * ratio, side * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_state(painter, QRectF(0, 0, side * ratio, side * ratio), state)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        icon.addPixmap(pixmap)
    return icon


class StateBadge(Live, QWidget):
    """A translation's state: a disc that fills, and the word; `language` is put before it."""

    def __init__(self, state: TranslationState | None = None, *, language: str = "", words: bool = True) -> None:
        super().__init__()
        self._state, self._language, self._words = state, language, words
        self._sub_state = SubState.NONE
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.retranslate()

    @property
    def state(self) -> TranslationState | None:
        """The state shown."""
        return self._state

    def set_state(self, state: TranslationState | None, sub_state: SubState = SubState.NONE) -> None:
        """Show another state, and what more there is to say of it."""
        self._state, self._sub_state = state, sub_state
        self.retranslate()

    def _shown(self) -> str:
        return state_text(self._state, self._sub_state) if self._words else ""

    @override
    def retranslate(self) -> None:
        name = " ".join(part for part in (self._language, state_text(self._state, self._sub_state)) if part)
        self.setAccessibleName(name)
        self.setToolTip("" if self._words else tip(name))
        self.updateGeometry()
        self.update()

    @override
    def restyle(self) -> None:
        self.setFont(current_look().font("small"))
        self.updateGeometry()

    def _size(self, words: str) -> QSize:
        look, metrics = current_look(), self.fontMetrics()
        width = look.px("wide")
        for text in (self._language, words):
            width += metrics.horizontalAdvance(text) + look.px("step") if text else 0
        return QSize(width + look.px("half"), max(metrics.lineSpacing(), look.px("room")))

    @override
    def sizeHint(self) -> QSize:
        return self._size(self._shown())

    @override
    def minimumSizeHint(self) -> QSize:
        # Where there is no room, what more there is to say ends in an ellipsis; its name has it all.
        return self._size(state_text(self._state) if self._words else "")

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, metrics = current_look(), QPainter(self), self.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        x = 0
        if self._language:
            painter.setPen(look.colour("second"))
            painter.drawText(self.rect(), middle, self._language)
            x = metrics.horizontalAdvance(self._language) + look.px("step")
        side = float(look.px("wide"))
        disc = QRectF(QPointF(x, (self.height() - side) / 2), QPointF(x + side, (self.height() + side) / 2))
        draw_state(painter, disc, self._state)
        painter.setPen(look.colour("ink"))
        room = self.rect().adjusted(x + round(side) + look.px("step"), 0, 0, 0)
        whole = self.width() >= self.sizeHint().width()
        shown = self._shown()
        if not whole:
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, shown)


_RICH = "b, strong, th, h1, h2, h3, h4, h5, h6 { font-weight: 600; }"
"""The reading type has this one heavier weight; for any other Qt would smear the regular one."""


class SafeBrowser(Live, QTextBrowser):
    """The only rich-text widget of the program: nothing is loaded, no link is opened.

    `anchorClicked` still tells which link was clicked, for links that the program made itself.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setProperty("place", "paper")
        current_look().changed.connect(self.restyle)
        self.restyle()

    @override
    def restyle(self) -> None:
        self.document().setDefaultStyleSheet(_RICH)
        self.document().setDefaultFont(current_look().reading_font())

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Answer with nothing: an empty picture, since Qt opens the file itself where there is none."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            empty = QImage(1, 1, QImage.Format.Format_ARGB32)
            empty.fill(Qt.GlobalColor.transparent)
            return empty
        return QByteArray()

    @override
    def doSetSource(
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """Go nowhere: text is set with `setHtml` only."""
