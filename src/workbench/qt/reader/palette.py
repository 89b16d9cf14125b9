"""Colours worked out from a look once, so that painting a frame mixes none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from workbench.domain.kinds import PassageKind
from workbench.qt.reader.reader_look import ReaderLook

_DEEPER = 1.5
"""How much deeper the tint is where passages overlap: 24 % where one alone has 16 %."""

_SELECTION = 0.30
_MATCH = 0.20
_MORE = 0.7
"""Shares of a colour over what lies under it."""

# Dash patterns in units of the pen's width.
_DASHES: dict[PassageKind, list[float]] = {
    PassageKind.EVENT: [4.0, 2.5],
    PassageKind.ORGANISATION: [0.1, 2.2],
    PassageKind.PLACE: [5.0, 2.2, 0.1, 2.2],
    PassageKind.EVIDENCE: [0.1, 3.2],
}


def mixed(paper: QColor, colour: QColor, share: float) -> QColor:
    """Return `share` of a colour laid over paper, opaque."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        paper.redF() * rest + colour.redF() * share,
        paper.greenF() * rest + colour.greenF() * share,
        paper.blueF() * rest + colour.blueF() * share,
    )


class Palette:
    """A look's colours as Qt's own, tints and pens kept as they are asked for."""

    def __init__(self, look: ReaderLook) -> None:
        self.look = look
        self.paper, self.ink = QColor(look.paper), QColor(look.ink)
        self.second, self.line, self.accent = QColor(look.second_ink), QColor(look.line), QColor(look.accent)
        self.more = mixed(self.paper, self.second, _MORE)
        self.selection = QColor(self.accent)
        self.selection.setAlphaF(_SELECTION)
        self.match = QColor(self.accent)
        self.match.setAlphaF(_MATCH)
        self._kinds = {kind: QColor(colour) for kind, colour in look.kinds.items()}
        self._tints: dict[tuple[PassageKind, bool, bool], QColor] = {}

    def kind(self, kind: PassageKind) -> QColor:
        """Return a kind's own colour; the second ink for one that the look does not know."""
        return self._kinds.get(kind, self.second)

    def tint(self, kind: PassageKind, *, several: bool = False, current: bool = False) -> QColor:
        """Return the background of text under a passage of this kind, deeper where several overlap."""
        found = self._tints.get((kind, several, current))
        if found is None:
            share = self.look.tint_current if current else self.look.tint * (_DEEPER if several else 1.0)
            if kind is PassageKind.EVIDENCE:  # an underline is enough, or half of an article is grey
                share = self.look.tint if current else 0.0
            found = self._tints[kind, several, current] = mixed(self.paper, self.kind(kind), share)
        return found

    def more_pen(self, width: float) -> QPen:
        """Return the pen of the mark for "more than fit": a close comb, like no kind's line."""
        pen = QPen(self.more, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([0.5, 0.5])
        return pen

    def pen(self, kind: PassageKind, width: float) -> QPen:
        """Return the pen of a kind's underline; double and wavy lines are drawn with a plain one."""
        pen = QPen(self.kind(kind), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        dashes = _DASHES.get(kind)
        if dashes:
            pen.setDashPattern(dashes)
            if min(dashes) < 1.0:
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen
