"""The queue in memory: its lines, which of them are wanted, and in which order; no widget knows how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import TypeVar

from workbench.domain.kinds import SubState, TranslationState
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.listing import Listed, listed
from workbench.store.queries.desk import Queue
from workbench.store.queries.quotes import Need, QueueRow

K = TypeVar("K")


class Mark(StrEnum):
    """What may be looked for in a line beside its state."""

    MINE = "mine"
    """It waits for a review that the person at work may make."""

    REWORK = "rework"
    DISPUTED = "disputed"
    SECOND_LOOK = "second look"
    RELAY = "relay"
    """It is made from another translation."""

    COMMENTS = "comments"
    """There are open ones on its quote."""


class Facet(StrEnum):
    """What a line has exactly one of, or may have."""

    SPEAKER = "speaker"
    EVENT = "event"
    SOURCE = "source"
    RESPONSIBLE = "responsible"


class Order(StrEnum):
    """In which order the lines stand."""

    READING = "reading"
    WAITING = "waiting"
    """What has waited longest for its next step first; what is final last."""


NOBODY = ""
"""Chosen of a facet for lines that have none."""

_NEED_BITS = {need: 1 << place for place, need in enumerate(Need)}
_MARK_BITS = {mark: 1 << place for place, mark in enumerate(Mark)}
"""Thirty thousand lines are gone through at each key; bits are asked faster than members of an enumeration."""

MARKS_OF = {
    SubState.NEEDS_REWORK: Mark.REWORK,
    SubState.DISPUTED: Mark.DISPUTED,
    SubState.SECOND_LOOK: Mark.SECOND_LOOK,
}
"""By what more there is to say of a translation's state."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What lines are to be like; empty is anything. Of several states, or marks, one is enough."""

    language: str | None = None
    words: tuple[str, ...] = ()
    facets: Mapping[Facet, str] = field(default_factory=dict)
    needs: frozenset[Need] = frozenset()
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """The lines that are wanted, and how many there would be for each state, and each mark."""

    lines: Listed
    needs: Mapping[Need, int]
    marks: Mapping[Mark, int]


class Entry:
    """One line. `text` is what words are looked for in, `since` the change of the log with which its wait began.

    `need` and `marks` are bits.
    """

    __slots__ = ("events", "key", "language", "marks", "need", "row", "since", "text")

    def __init__(self, row: QueueRow, events: frozenset[str], since: int, me: str | None) -> None:
        self.key = line_id(row.quote.id, row.language)
        self.events, self.since, self.language = events, since, row.language
        self.take(row, me)

    def take(self, row: QueueRow, me: str | None) -> None:
        """Stand for a newer state of the same line."""
        self.row, self.need = row, _NEED_BITS[row.need]
        text = row.translation.text if row.translation else ""
        self.text = f"{row.quote.exact}\n{row.quote.speaker}\n{text}".casefold()
        self.marks = sum(_MARK_BITS[mark] for mark in _marks_of(row, me))

    def has(self, facet: Facet, value: str) -> bool:
        """Tell whether this is what the line has of a facet."""
        if facet is Facet.EVENT:
            return value in self.events or (value == NOBODY and not self.events)
        if facet is Facet.SPEAKER:
            return (self.row.quote.speaker_id or NOBODY) == value
        if facet is Facet.SOURCE:
            return self.row.quote.source_id == value
        return (self.row.responsible_id or NOBODY) == value


def line_id(quote_id: str, language: str) -> str:
    """Return the id of a line of the queue."""
    return f"{quote_id} {language}"


def _marks_of(row: QueueRow, me: str | None) -> set[Mark]:
    found = {Mark.COMMENTS} if row.quote.comments else set()
    translation = row.translation
    if translation is None or not translation.text:
        return found
    if translation.sub_state in MARKS_OF:
        found.add(MARKS_OF[translation.sub_state])
    if translation.relay_language:
        found.add(Mark.RELAY)
    second = translation.sub_state is SubState.SECOND_LOOK
    waits = second or translation.state is TranslationState.TRANSLATED
    own = translation.translator_id == me or (second and translation.reviewer_id == me)
    if waits and not own and not translation.stale:
        found.add(Mark.MINE)
    return found


def _among(counts: Mapping[int, int], bits: Mapping[K, int]) -> dict[K, int]:
    """Return how many of those that were counted by their bits have each one."""
    return {key: sum(count for found, count in counts.items() if found & bit) for key, bit in bits.items()}


class Shelf:
    """Every line of the queue, for the person `me`. Made in the worker; it keeps nothing of Qt."""

    def __init__(self, queue: Queue, me: str | None) -> None:
        self._me = me
        self._queue = queue
        self.entries: dict[str, Entry] = {}
        self._orders: dict[Order, list[Entry]] = {}
        self._put(queue.rows)

    def _put(self, rows: Iterable[QueueRow]) -> None:
        events, since, none = self._queue.events, self._queue.since, frozenset[str]()
        for row in rows:
            last = since.get(row.translation.id if row.translation else row.quote.id, 0)
            entry = Entry(row, events.get(row.quote.id, none), last, self._me)
            self.entries[entry.key] = entry
        self._orders = {Order.READING: list(self.entries.values())}

    def see_as(self, me: str | None) -> None:
        """Let somebody else work: other lines are theirs to review."""
        self._me = me
        for entry in self.entries.values():
            entry.take(entry.row, me)

    def patch(self, quote_ids: set[str], rows: Iterable[QueueRow]) -> list[str] | None:
        """Bring lines of some quotes up to date where they stand, so that nothing jumps away.

        Returns their ids; None where lines came or went, which are then at the end.
        """
        fresh = {line_id(row.quote.id, row.language): row for row in rows}
        known = {line_id(quote_id, tag) for quote_id in quote_ids for tag in WORKING_LANGUAGES} & self.entries.keys()
        if known == set(fresh):
            for key, row in fresh.items():
                self.entries[key].take(row, self._me)
            return list(fresh)
        for key in known:
            del self.entries[key]
        self._put(fresh.values())
        return None

    def names(self, facet: Facet) -> dict[str, str]:
        """Return what there is of a facet in the queue: names by id. The responsible have no names here."""
        if facet is Facet.EVENT:
            events: frozenset[str] = frozenset().union(*(entry.events for entry in self.entries.values()))
            return {event: self._queue.names.get(event, "") for event in events}
        quotes = [entry.row.quote for entry in self.entries.values()]
        if facet is Facet.SOURCE:
            return {quote.source_id: quote.source_title for quote in quotes}
        if facet is Facet.SPEAKER:
            return {quote.speaker_id: quote.speaker for quote in quotes if quote.speaker_id}
        found = {entry.row.responsible_id for entry in self.entries.values()}
        return {profile_id: "" for profile_id in found if profile_id}

    def _in_order(self, order: Order) -> list[Entry]:
        if order not in self._orders:
            by_wait = sorted(self.entries.values(), key=lambda entry: (entry.row.need is Need.FINAL, entry.since))
            self._orders[order] = by_wait
        return self._orders[order]

    def find(self, wanted: Wanted, order: Order, keep: str = "") -> Found:
        """Find the lines that are wanted, and the one to be kept whatever is wanted."""
        found = self._in_order(order)
        if wanted.language is not None:
            found = [entry for entry in found if entry.language == wanted.language]
        for facet, value in wanted.facets.items():
            found = [entry for entry in found if entry.has(facet, value)]
        for word in wanted.words:
            found = [entry for entry in found if word in entry.text]
        some_needs = sum(_NEED_BITS[need] for need in wanted.needs) or ~0
        some_marks = sum(_MARK_BITS[mark] for mark in wanted.marks)
        by_mark = [entry for entry in found if entry.marks & some_marks] if some_marks else found
        by_need = [entry for entry in found if entry.need & some_needs] if wanted.needs else found
        shown = [entry for entry in by_mark if entry.need & some_needs] if wanted.needs else by_mark
        needs = _among(Counter(map(attrgetter("need"), by_mark)), _NEED_BITS)
        marks = _among(Counter(map(attrgetter("marks"), by_need)), _MARK_BITS)
        lines = listed(map(attrgetter("key"), shown), once=True)
        if keep in self.entries and keep not in lines.places:
            lines = listed(self._with(keep, lines, order), once=True)
        return Found(lines, needs, marks)

    def _with(self, keep: str, lines: Listed, order: Order) -> Iterator[str]:
        """Return the ids of some lines with one more, in its place."""
        for entry in self._in_order(order):
            if entry.key == keep or entry.key in lines.places:
                yield entry.key
