"""Icons: Lucide's outlines (ISC licence, beside the files), tinted with the theme's colours."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from workbench.material import resources_folder

_STROKE = 'stroke-width="2"'

_AS_IT_IS = (QTransform.TransformationType.TxNone, QTransform.TransformationType.TxTranslate)
"""Transformations under which a picture made once is as sharp as one drawn anew."""


class UnknownIconError(KeyError):
    """There is no icon of this name among the shipped ones."""


@cache
def icon_names() -> frozenset[str]:
    """Return the names of all shipped icons."""
    return frozenset(path.stem for path in (resources_folder() / "icons").glob("*.svg"))


@cache
def _drawing(name: str) -> str:
    if name not in icon_names():
        raise UnknownIconError(name)
    text = (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return re.sub(r"<!--.*?-->\s*", "", text, flags=re.DOTALL)


def svg(name: str, colour: str, *, stroke: float = 1.75) -> bytes:
    """Return an icon as SVG in one colour; `stroke` is in units of its 24-unit square.

    Raises:
        UnknownIconError: no such icon is shipped.
    """
    return _drawing(name).replace("currentColor", colour).replace(_STROKE, f'stroke-width="{stroke}"').encode()


class _SvgEngine(QIconEngine):
    """Draws the outlines anew at every size and pixel ratio, so they are crisp at 200 %."""

    def __init__(self, name: str, colour: str, off: str, on: str) -> None:
        super().__init__()
        self._facts = (name, colour, off, on)
        self._pixmaps: dict[tuple[int, int, str], QPixmap] = {}

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        _, colour, off, on = self._facts
        if mode == QIcon.Mode.Disabled:
            return off
        return on if state == QIcon.State.On else colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        # At the left of a wider space: what is over stands between the icon and its words.
        square = QRect(rect.x(), rect.y() + (rect.height() - side) // 2, side, side)
        if painter.transform().type() in _AS_IT_IS:
            scale = painter.device().devicePixelRatio()
            painter.drawPixmap(square, self.scaledPixmap(square.size(), mode, state, scale))
        else:
            self._draw(painter, QRectF(square), mode, state)

    def _draw(self, painter: QPainter, square: QRectF, mode: QIcon.Mode, state: QIcon.State) -> None:
        QSvgRenderer(QByteArray(svg(self._facts[0], self._colour(mode, state)))).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt asks in logical pixels and sets the pixel ratio on what it gets.
        width, height = round(size.width() * scale), round(size.height() * scale)
        key = (width, height, self._colour(mode, state))
        if key not in self._pixmaps:
            made = QPixmap(width, height)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            side = min(width, height)
            self._draw(painter, QRectF(0, (height - side) / 2, side, side), mode, state)
            painter.end()
            self._pixmaps[key] = made
        return QPixmap(self._pixmaps[key])

    def clone(self) -> QIconEngine:
        return _SvgEngine(*self._facts)


def make_icon(name: str, colour: str, *, off: str = "", on: str = "") -> QIcon:
    """Return an icon in `colour`; `off` when disabled and `on` when checked, else the same.

    Raises:
        UnknownIconError: no such icon is shipped.
    """
    _drawing(name)
    return QIcon(_SvgEngine(name, colour, off or colour, on or colour))
