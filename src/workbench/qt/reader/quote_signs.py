"""The signs beside quotes: how far their translations are, told by shape as the inspector tells it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from workbench.domain.kinds import TranslationState
from workbench.domain.passages import QuoteState
from workbench.i18n import _
from workbench.qt.frame.labels import draw_state, state_text
from workbench.qt.look.style import current_look

SIGN = 10
"""Pixels of a sign's side."""


def _step(state: QuoteState) -> TranslationState | None:
    return None if state is QuoteState.MISSING else TranslationState(state.value)


def draw_quote_state(painter: QPainter, square: QRectF, state: QuoteState) -> None:
    """Draw the sign of a state: the disc of a translation that is so far, or an exclamation mark for stale."""
    if state is not QuoteState.STALE:
        draw_state(painter, square, _step(state))
        return
    colour, wide = current_look().colour("warning"), 3.0
    bar = QRectF(square.center().x() - wide / 2, square.top(), wide, square.height() - wide - 1)
    painter.fillRect(bar, colour)
    painter.fillRect(QRectF(bar.left(), square.bottom() - wide, wide, wide), colour)


def quote_state_text(state: QuoteState) -> str:
    """Return a state in words; every translation is as far, or further."""
    if state is QuoteState.STALE:
        return _("translation is stale: the quote changed since")
    if state is QuoteState.MISSING:
        return _("not translated")
    return _("translation: {state}").format(state=state_text(_step(state)))
