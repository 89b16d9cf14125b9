"""The network as it is painted: on the screen, or on any other device, without a widget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from workbench.domain.kinds import RecordKind
from workbench.domain.properties import Property
from workbench.qt.look.style import current_look
from workbench.qt.picker.offers import KIND_ICONS
from workbench.qt.records.network.bonds import Bond, bond_label, bonds_of
from workbench.qt.records.network.layout import Point, Size, lay_out
from workbench.store.queries.network import Network, Node

_SIDE, _NAME = 34, 132
"""Height of a record's sign, most width of its name: pixels at 100 %."""

_FIT_LEAST, _FEW, _FEW_LEAST = 0.5, 15, 0.75
"""The least zoom at which all is brought into view: below it signs are too small to be told apart,
and below the other, among few, names have no room."""

_WIDER = 1.6
"""How much wider than usual a name may be where it stands whole and there is room."""

_FEW_WAYS = 40
"""Records among which a name may stand beside its sign and above it as well."""

_SIGNS = {RecordKind.PERSON: 0, RecordKind.EVENT: 4, RecordKind.ORGANISATION: -4, RecordKind.PLACE: 6}
"""Corners of the sign by kind: none is a circle, minus four a square, four one on its point."""


@dataclass
class Picture:
    """What is painted: `centre` is the point of the layout in the middle of the view, `zoom` 1 as it was laid out."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    bonds: tuple[Bond, ...] = ()
    places: Mapping[str, Point] = field(default_factory=dict)
    own: Mapping[str, Property] = field(default_factory=dict)
    current: str = ""
    listed: frozenset[str] = frozenset()
    """The records that the list shows: they have a second ring."""

    focus: str = ""
    focus_bond: Bond | None = None
    centre: Point = (0.0, 0.0)
    zoom: float = 1.0

    def at(self, record_id: str, rect: QRectF) -> QPointF:
        """Return where the middle of a record's sign is in a view."""
        x, y = self.places[record_id]
        middle = rect.center()
        return QPointF(middle.x() + (x - self.centre[0]) * self.zoom, middle.y() + (y - self.centre[1]) * self.zoom)

    def fit(self, rect: QRectF) -> None:
        """Choose centre and zoom so that everything is in view, no larger than it was laid out.

        Names keep room around them for as long as that can be; then the signs alone are all in view.
        """
        if not self.places:
            return
        room = 2.0 * _SIDE * current_look().scale / 100
        xs, ys = [p[0] for p in self.places.values()], [p[1] for p in self.places.values()]
        self.centre = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        wide = (rect.width() - 2.5 * room) / max(1.0, max(xs) - min(xs))
        high = (rect.height() - 1.6 * room) / max(1.0, max(ys) - min(ys))
        sign = room / 2
        signs = min(
            (rect.width() - sign) / max(1.0, max(xs) - min(xs)), (rect.height() - sign) / max(1.0, max(ys) - min(ys))
        )
        least = _FEW_LEAST if len(self.places) <= _FEW else _FIT_LEAST
        self.zoom = max(least, min(1.0, wide, high))
        if self.zoom > signs:
            self.zoom = max(_FIT_LEAST, signs)  # a name that is not told is asked for; a record is not missed
        if self.zoom > max(signs, min(wide, high)) and self.current in self.places:
            self.centre = self.places[self.current]  # not all of it can be seen at once

    def sign_rect(self, middle: QPointF) -> QRectF:
        """Return where a record's sign is: smaller where everything is, so that none is over another."""
        side = _SIDE * current_look().scale / 100 * min(1.0, max(0.45, self.zoom * 1.15))
        return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def box_sizes(nodes: Iterable[Node], scale: int) -> dict[str, Size]:
    """Return how much room each record is laid out with, by the length of its name and not by a font's."""
    grow, found = scale / 100, {}
    for node in nodes:
        wide = 7.2 * len(node.name)
        lines = 2 if wide > _NAME else 1
        found[node.id] = grow * (min(_NAME, max(_SIDE + 10, wide)) + 14), grow * (_SIDE + 22 + 16 * lines)
    return found


def paint(painter: QPainter, rect: QRectF, network: Network, own: Mapping[str, Property]) -> None:
    """Lay a network out and paint it whole into a rectangle of any device; its first record is the current one."""
    bonds = bonds_of(network.ties)
    ids = [node.id for node in network.nodes]
    pairs = [(bond.one, bond.other) for bond in bonds]
    places = lay_out(ids, pairs, box_sizes(network.nodes, current_look().scale))
    picture = Picture({node.id: node for node in network.nodes}, bonds, places, own, current=ids[0] if ids else "")
    picture.fit(rect)
    paint_picture(painter, rect, picture)


def paint_picture(painter: QPainter, rect: QRectF, picture: Picture) -> None:
    """Paint a picture into a rectangle: lines, signs, names, and what the lines are."""
    look = current_look()
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, look.colour("paper"))
    at = {key: picture.at(key, rect) for key in picture.places}
    for bond in picture.bonds:
        if bond is not picture.focus_bond:
            _draw_bond(painter, picture, bond, at)
    if picture.focus_bond is not None:
        _draw_bond(painter, picture, picture.focus_bond, at)
    for key in _in_sight(picture, rect):
        _draw_sign(painter, picture, key, at[key])
    names = place_names(picture, rect)
    for key, name in names.items():
        _draw_name(painter, name, strong=key == picture.current)
    taken = [name.room for name in names.values()]
    for key in _in_sight(picture, rect):
        ring = 2 * look.px("step") if key == picture.focus else 0
        taken.append(picture.sign_rect(at[key]).adjusted(-ring, -ring, ring, ring))
    for bond in _told(picture):
        _draw_label(painter, picture, bond, at, taken)
    painter.restore()


def _told(picture: Picture) -> list[Bond]:
    """Return the lines that say what they are, the most wanted first: those at what has the focus."""
    centre = picture.focus or picture.current
    near = [bond for bond in picture.bonds if centre in (bond.one, bond.other)]
    first = [picture.focus_bond] if picture.focus_bond is not None else []
    rest = [bond for bond in picture.bonds if bond not in near] if len(picture.bonds) <= 60 else []
    return [*first, *(bond for bond in near if bond is not picture.focus_bond), *rest]


def _draw_bond(painter: QPainter, picture: Picture, bond: Bond, at: Mapping[str, QPointF]) -> None:
    look = current_look()
    here = bond is picture.focus_bond
    near = picture.focus in (bond.one, bond.other)
    token = "focus" if here else "ink" if near and not bond.only_mentioned else "control"
    width = 0.75 if bond.only_mentioned else 1.5
    pen = QPen(look.colour(token), look.px("hair") * (3 if here else width))
    if not bond.passages:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 4])
    painter.setPen(pen)
    start, end = at[bond.one], at[bond.other]
    painter.drawLine(start, end)
    if bond.towards:
        back = picture.sign_rect(end).width() / 2 + look.px("step")
        _draw_arrow(painter, *((start, end) if bond.towards == bond.other else (end, start)), back)


def _draw_arrow(painter: QPainter, start: QPointF, end: QPointF, back: float) -> None:
    """Draw a tip before the sign that a line leads to."""
    look = current_look()
    angle = atan2(end.y() - start.y(), end.x() - start.x())
    tip = end - QPointF(cos(angle) * back, sin(angle) * back)
    size = look.px("gap")
    sides = [tip - QPointF(cos(angle + turn) * size, sin(angle + turn) * size) for turn in (0.45, -0.45)]
    painter.save()
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([tip, *sides]))
    painter.restore()


def _shape(kind: str, rect: QRectF) -> QPainterPath:
    """Return a kind's form: circle, square on its point, square, hexagon; the same room for each."""
    path = QPainterPath()
    corners = _SIGNS.get(RecordKind(kind), 0) if kind in set(RecordKind) else 0
    if corners == 0:
        path.addEllipse(rect)
    elif corners < 0:
        inset = rect.width() * 0.06
        path.addRoundedRect(rect.adjusted(inset, inset, -inset, -inset), rect.width() / 8, rect.width() / 8)
    else:
        radius = rect.width() / 2 * (1.12 if corners == 4 else 1.06)
        points = [
            rect.center()
            + QPointF(cos(2 * pi * n / corners - pi / 2) * radius, sin(2 * pi * n / corners - pi / 2) * radius)
            for n in range(corners)
        ]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    return path


def _draw_sign(painter: QPainter, picture: Picture, key: str, middle: QPointF) -> None:
    look, node = current_look(), picture.nodes[key]
    rect = picture.sign_rect(middle)
    kind = node.kind if node.kind in set(RecordKind) else "note"
    here = key == picture.current
    path = _shape(node.kind, rect)
    painter.setPen(QPen(look.colour(kind), look.px("ring")))
    painter.setBrush(look.colour(kind) if here else look.colour("paper"))
    painter.drawPath(path)
    if not here:
        tint = look.colour(kind)
        tint.setAlphaF(0.16)
        painter.fillPath(path, tint)
    around = look.px("step")
    if key in picture.listed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour(kind), look.px("hair")))
        painter.drawPath(_shape(node.kind, rect.adjusted(-around, -around, around, around)))
    if key == picture.focus and picture.focus_bond is None:
        around += look.px("step")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus"), look.px("ring")))
        painter.drawRoundedRect(rect.adjusted(-around, -around, around, around), look.px("radius"), look.px("radius"))
    if node.kind in set(RecordKind):
        side = min(float(look.px("icon")), rect.width() * 0.55)
        icon = look.icon(KIND_ICONS[RecordKind(node.kind)], "paper" if here else kind)
        icon.paint(painter, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side).toRect())


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A record's name as it is written: its lines, and where they are."""

    lines: tuple[str, ...]
    rect: QRectF

    @property
    def room(self) -> QRectF:
        """What nothing else is written in: two names beside each other must not be read as one."""
        gap, step = current_look().px("gap"), current_look().px("step")
        return self.rect.adjusted(-gap, -step, gap, step)


def _in_sight(picture: Picture, rect: QRectF) -> list[str]:
    """Return the records of which something is in view."""
    view = rect.adjusted(-rect.width() / 8, -rect.height() / 8, rect.width() / 8, rect.height() / 8)
    return [key for key in picture.nodes if view.contains(picture.at(key, rect))]


def place_names(picture: Picture, rect: QRectF) -> dict[str, PlacedName]:
    """Return where names are written in a view, those first that are wanted most.

    Each at its sign, in two lines, in one, in a short one, as there is room for it; one that has no room is left out.
    """
    keys = _in_sight(picture, rect)
    signs = {key: picture.sign_rect(picture.at(key, rect)) for key in keys}
    first = (picture.focus, picture.current)
    keys.sort(key=lambda k: (k not in first, k not in picture.listed, -picture.nodes[k].ties, k))
    found: dict[str, PlacedName] = {}
    taken = list(signs.values())  # its own sign is in no name's way
    for key in keys:
        tried = list(_ways_to_write(picture, key, signs[key]))
        free = (n for n in tried if rect.contains(n.rect) and not any(map(n.rect.intersects, taken)))
        name = next(free, tried[0] if key in first else None)
        if name is not None:
            found[key] = name
            taken.append(name.room)
    return found


def _ways_to_write(picture: Picture, key: str, sign: QRectF) -> Iterator[PlacedName]:
    """Give the ways to write a name, the best first; fewer among many records, where each costs all others."""
    few = len(picture.nodes) <= _FEW_WAYS
    look, name = current_look(), picture.nodes[key].name
    metrics = QFontMetricsF(look.font("small", strong=key == picture.current))
    widest = _NAME * look.scale / 100
    usual = _two_lines(name, metrics, widest)
    halves = _halves(name, metrics) if few and " ".join(usual) != name else []
    wider = halves and max(metrics.horizontalAdvance(line) for line in halves) <= _WIDER * widest
    for lines in (
        *([halves] if wider else ()),
        usual,
        [metrics.elidedText(name, Qt.TextElideMode.ElideRight, widest)],
        [metrics.elidedText(name, Qt.TextElideMode.ElideRight, widest * 0.6)],
    ):
        for rect in _places_of_name(sign, lines, metrics)[: None if few else 1]:
            yield PlacedName(tuple(lines), rect)


def _draw_name(painter: QPainter, name: PlacedName, *, strong: bool) -> None:
    painter.setFont(current_look().font("small", strong=strong))
    metrics = QFontMetricsF(painter.font())
    for at, line in enumerate(name.lines):
        width = metrics.horizontalAdvance(line)
        left, top = name.rect.center().x() - width / 2, name.rect.top() + at * metrics.height()
        _draw_haloed(painter, QRectF(left, top, width, metrics.height()), line, "ink")


def _places_of_name(sign: QRectF, lines: list[str], metrics: QFontMetricsF) -> tuple[QRectF, ...]:
    """Return where a name can stand: below its sign, which is usual, else beside or above it."""
    gap = current_look().px("gap")
    wide, high = max(metrics.horizontalAdvance(line) for line in lines), metrics.height() * len(lines)
    left, top, away = sign.center().x() - wide / 2, sign.center().y() - high / 2, gap + current_look().px("step")
    return (
        QRectF(left, sign.bottom() + gap, wide, high),
        QRectF(sign.right() + away, top, wide, high),
        QRectF(sign.left() - away - wide, top, wide, high),
        QRectF(left, sign.top() - away - high, wide, high),
    )


def _halves(text: str, metrics: QFontMetricsF) -> list[str]:
    """Break a text whole into two lines that are as alike in length as its words let them be, or one word into one."""
    words = text.split()
    ways = [[" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words))] or [[text]]
    return min(ways, key=lambda lines: max(metrics.horizontalAdvance(line) for line in lines))


def _two_lines(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Break a text at a word into two lines where it is wider, the second cut where it is still too wide."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    first, words = "", text.split()
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return [first, rest] if first else [rest]


def _draw_label(
    painter: QPainter, picture: Picture, bond: Bond, at: Mapping[str, QPointF], taken: list[QRectF]
) -> None:
    """Write what a line is on it, where there is a free place along it."""
    look = current_look()
    whole = bond_label(bond, picture.own)
    if not whole:
        return
    font = look.font("small", italic=True)
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, _NAME * look.scale / 100)
    width = metrics.horizontalAdvance(text)
    start, end = at[bond.one], at[bond.other]
    for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74):
        middle = start + (end - start) * share
        rect = QRectF(middle.x() - width / 2, middle.y() - metrics.height() / 2, width, metrics.height())
        if not any(rect.intersects(other) for other in taken):
            taken.append(rect)
            painter.setFont(font)
            _draw_haloed(painter, rect, text, "ink" if bond is picture.focus_bond else "second")
            return


def _draw_haloed(painter: QPainter, rect: QRectF, text: str, colour: str) -> None:
    """Write on a ground of paper, so that the lines behind do not cross the words."""
    look = current_look()
    ground = look.colour("paper")
    ground.setAlphaF(0.88)
    around = look.px("half")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(-around, 0, around, 0), around, around)
    painter.setPen(look.colour(colour))
    painter.drawText(QPointF(rect.left(), rect.top() + QFontMetricsF(painter.font()).ascent()), text)
