"""Words that may be a hidden name, or of a passage that stays: a person decides what of them leaves, before it does."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.names import shortened
from workbench.i18n import _, active, ngettext
from workbench.qt.bundles.checklist import CheckView
from workbench.qt.frame.base import Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.services.doubts import Doubt

_SHOWN = 6

_LONGEST = 24
"""Code points of the words before the name that they may be; the whole stands under them."""


class Doubts(Live, QWidget):
    """A list to tick: what is ticked leaves as it stands, the rest as “[…]”. `changed` when ticks change.

    Words that were met in several places have all of these in a list of their own below, as they are all let out.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._doubts: tuple[Doubt, ...] = ()
        self._head = PlainLabel(self._head_words, role="section", wrap=True)
        self._hint = PlainLabel(
            lambda: _("They are withheld. Tick those that tell nothing hidden, and they leave as they stand."),
            role="small",
            wrap=True,
        )
        self.list = CheckView(lambda: _("Words that may tell something hidden"))
        self.list.checks.ticked_changed.connect(self.changed)
        self._where = PlainLabel(lambda: _("Where these words stand"), role="small")
        self.samples = LineList(lambda: _("Where these words stand"), rows=0)
        self.list.current_changed.connect(self._show_samples)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._head, self._hint, self.list, self._where, self.samples):
            self._column.addWidget(part)
        self.restyle()
        self.hide()

    @property
    def let_out(self) -> frozenset[str]:
        """The keys of what a person lets out."""
        return self.list.checks.ticked

    def show_doubts(self, doubts: Iterable[Doubt]) -> None:
        """Show what was met; what is ticked stays ticked."""
        self._doubts = tuple(doubts)
        self.retranslate()

    def _head_words(self) -> str:
        count = len(self._doubts)
        text = ngettext("{n} wording may tell something hidden", "{n} wordings may tell something hidden", count)
        return text.format(n=active().number(count))

    @override
    def retranslate(self) -> None:
        self._head.retranslate()
        lines = [_line(doubt) for doubt in self._doubts]
        if lines != [self.list.lines.line(place) for place in range(self.list.lines.rowCount())]:
            self.list.set_lines(lines)
        self._where.retranslate()
        self.samples.retranslate()
        self.setVisible(bool(lines))
        self._show_samples()

    def _show_samples(self) -> None:
        current = self.list.current_id()
        samples = next((doubt.samples for doubt in self._doubts if doubt.key == current), [])
        lines = [Line(str(at), " ".join(sample.split())) for at, sample in enumerate(samples)]
        self.samples.set_lines(lines)
        for each in (self._where, self.samples):
            each.setVisible(len(lines) > 1)
        self._fit()

    def _fit(self) -> None:
        for each in (self.list, self.samples):
            rows = max(1, min(_SHOWN, each.lines.rowCount()))
            each.setFixedHeight(rows * max(1, each.sizeHintForRow(0)) + 2 * current_look().px("ring"))

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("half"))
        self._fit()


def _line(doubt: Doubt) -> Line:
    places = ngettext("{n} place", "{n} places", doubt.places).format(n=active().number(doubt.places))
    name = doubt.name or _("a passage that stays")
    title = _("{words}: {name}?").format(words=shortened(doubt.words, _LONGEST), name=name)
    return Line(doubt.key, title, " ".join(doubt.samples[0].split()), right=places)
