"""Finding in a text of any length while somebody types: folded in the background, searched in slices.

A text is folded once for what is not to be looked at (a fifth of a second for 5 million
characters, off the GUI thread); a stretch without a find is then gone through in a few
milliseconds, and the finds themselves are counted in slices of less than a frame.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.domain.anchors import Span
from workbench.languages.finding import EXACT, WIDEST, Blindness, Folded, Scan
from workbench.qt.operations import Context, Operations

if TYPE_CHECKING:
    from workbench.qt.operations import Job

_FIRST, _SLICE = 0.008, 0.004
"""Seconds for the first look after a key, and for each slice of the counting after it."""

ENOUGH = 10_000
"""Places in other spellings that are counted: beyond, only that there are more matters."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: `position` is the code point that the search begins at."""

    query: str
    how: Blindness = EXACT
    whole: bool = False
    position: int = 0


class Finder(QObject):
    """Looks for one thing at a time in one text; `changed` comes whenever more is known of it."""

    changed = Signal()

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._text = ""
        self._folds: dict[Blindness, Folded] = {}
        self._jobs: dict[Blindness, Job] = {}
        self._search: Search | None = None
        self.scan: Scan | None = None
        """The search that was asked for; None until the text is folded for it."""
        self.others: Scan | None = None
        """The widest search, gone through only where the one that was asked for finds nothing."""
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._go_on)

    def show_text(self, text: str) -> None:
        """Look in another text from now on; what was looked for is forgotten."""
        self.stop()
        for job in self._jobs.values():
            job.cancel()
        self._text = text
        self._folds, self._jobs = {}, {}

    def prepare(self, how: Blindness) -> None:
        """Have the text folded, so that the first key finds it done."""
        if how in self._folds or how in self._jobs or not self._text:
            return
        text = self._text

        def fold(context: Context) -> Folded:
            # Here, because numpy takes a tenth of a second to come.
            from workbench.languages.finding_fold import fold_text

            return fold_text(text, how, context.check)

        self._jobs[how] = self._operations.run_read(fold, on_done=lambda folded: self._take(how, folded), owner=self)

    def _take(self, how: Blindness, folded: Folded) -> None:
        if folded.text is not self._text:
            return
        self._jobs.pop(how, None)
        wanted = {how, WIDEST, *(() if self._search is None else (self._search.how,))}
        self._folds = {each: known for each, known in self._folds.items() if each in wanted} | {how: folded}
        if self._search is not None:
            self._go_on()

    def look_for(self, search: Search) -> None:
        """Begin a search; the first find is known when this returns, if the text is folded for it."""
        self.stop()
        if search.query.strip() and self._text:
            self._search = search
            self._go_on()

    def stop(self) -> None:
        """Search for nothing."""
        self._slices.stop()
        self._search = self.scan = self.others = None

    @property
    def done(self) -> bool:
        """Whether all is known of the search that was asked for, others left out."""
        return self.scan is not None and self.scan.done

    def _go_on(self) -> None:
        """Do one slice: of the search that was asked for, or after it of the widest one."""
        search = self._search
        if search is None:
            return
        if self.scan is None:
            self.scan = self._begin(search, search.how)
            if self.scan is not None:
                self.scan.step(_FIRST)
        elif not self.scan.done:
            self.scan.step(_SLICE)
        elif self.others is not None:
            self.others.step(_SLICE)
            self.others.done |= self.others.count > ENOUGH
        if self.done and not self.scan_count and self.others is None and search.how != WIDEST:
            self.others = self._begin(search, WIDEST)
        going = [scan for scan in (self.scan, self.others) if scan is not None and not scan.done]
        self._slices.start() if going else self._slices.stop()
        self.changed.emit()

    @property
    def scan_count(self) -> int:
        """How many places are known of."""
        return 0 if self.scan is None else self.scan.count

    def _begin(self, search: Search, how: Blindness) -> Scan | None:
        folded = self._folds.get(how)
        if folded is None:
            self.prepare(how)
            return None
        from workbench.languages.finding_fold import fold_query

        return Scan(folded, fold_query(search.query, how), search.position, whole=search.whole)


class Finds:
    """The finds of a search that has ended, or as far as it has got, in their order."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._places: array[int] = scan.found()

    def __len__(self) -> int:
        return len(self._places)

    def span(self, number: int) -> Span:
        """Return the code points of a find by its number, from 0."""
        return self._scan.span(self._places[number])

    def at(self, position: int) -> int:
        """Return the number of the first find that begins at a position or after it."""
        return bisect_left(self._places, self._scan.folded.index(position))

    def next(self, position: int, *, back: bool) -> tuple[int, bool] | None:
        """Return the number of the next find from a position, and whether it lies round the text's end."""
        if not self._places:
            return None
        after = self.at(position)
        if back:
            # One that begins before and reaches over the position is not before it.
            number = after - 1
            if number >= 0 and self.span(number).end > position:
                number -= 1
            return (number, False) if number >= 0 else (len(self) - 1, True)
        return (after, False) if after < len(self) else (0, True)

    def near(self, start: int, end: int, limit: int) -> list[Span]:
        """Return the finds between two positions, and some before and after, at most about `limit`."""
        first, last = self.at(start), self.at(end)
        spare = max(0, limit - (last - first)) // 2
        numbers = range(max(0, first - spare - 1), min(len(self), last + spare + 1))
        return [self.span(number) for number in numbers[: limit + 2]]

    def spread(self, limit: int) -> list[Span]:
        """Return finds that tell where in the text there are some: all of them, or one in so many."""
        step = max(1, -(-len(self) // limit))
        return [self.span(number) for number in range(0, len(self), step)]
