"""The queue in memory: its lines, which of them are wanted, and in which order; no widget knows how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.domain.kinds import SubState, TranslationState
from workbench.domain.listing import Listed, listed
from workbench.store.queries.desk import Queue
from workbench.store.queries.quotes import Need, QueueRow


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

_SUB_STATES = {
    SubState.NEEDS_REWORK: Mark.REWORK,
    SubState.DISPUTED: Mark.DISPUTED,
    SubState.SECOND_LOOK: Mark.SECOND_LOOK,
}


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
    """One line. `text` is what words are looked for in, `since` the change of the log with which its wait began."""

    __slots__ = ("events", "key", "marks", "need", "row", "since", "text")

    def __init__(self, row: QueueRow, events: frozenset[str], since: int, me: str | None) -> None:
        self.key = line_id(row.quote.id, row.language)
        self.events, self.since = events, since
        self.take(row, me)

    def take(self, row: QueueRow, me: str | None) -> None:
        """Stand for a newer state of the same line."""
        self.row, self.need = row, row.need
        text = row.translation.text if row.translation else ""
        self.text = f"{row.quote.exact}\n{row.quote.speaker}\n{text}".casefold()
        self.marks = _marks_of(row, me)

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


def _marks_of(row: QueueRow, me: str | None) -> frozenset[Mark]:
    found = {Mark.COMMENTS} if row.quote.comments else set()
    translation = row.translation
    if translation is None or not translation.text:
        return frozenset(found)
    if translation.sub_state in _SUB_STATES:
        found.add(_SUB_STATES[translation.sub_state])
    if translation.relay_language:
        found.add(Mark.RELAY)
    second = translation.sub_state is SubState.SECOND_LOOK
    waits = second or translation.state is TranslationState.TRANSLATED
    own = translation.translator_id == me or (second and translation.reviewer_id == me)
    if waits and not own and not translation.stale:
        found.add(Mark.MINE)
    return frozenset(found)


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
        known = {key for key, entry in self.entries.items() if entry.row.quote.id in quote_ids}
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
            by_wait = sorted(self.entries.values(), key=lambda entry: (entry.need is Need.FINAL, entry.since))
            self._orders[order] = by_wait
        return self._orders[order]

    def find(self, wanted: Wanted, order: Order, keep: str = "") -> Found:
        """Find the lines that are wanted, and the one to be kept whatever is wanted."""
        found = self._in_order(order)
        if wanted.language is not None:
            found = [entry for entry in found if entry.row.language == wanted.language]
        for facet, value in wanted.facets.items():
            found = [entry for entry in found if entry.has(facet, value)]
        for word in wanted.words:
            found = [entry for entry in found if word in entry.text]
        by_mark = [entry for entry in found if entry.marks & wanted.marks] if wanted.marks else found
        needs = Counter([entry.need for entry in by_mark])
        by_need = [entry for entry in found if entry.need in wanted.needs] if wanted.needs else found
        marks = Counter([mark for entry in by_need if entry.marks for mark in entry.marks])
        shown = [entry for entry in by_mark if entry.need in wanted.needs] if wanted.needs else by_mark
        keys = [entry.key for entry in shown]
        if keep in self.entries and keep not in set(keys):
            keys = self._with(keep, shown, order)
        return Found(listed(keys, once=True), needs, marks)

    def _with(self, keep: str, shown: list[Entry], order: Order) -> list[str]:
        """Return the lines shown with one more, in its place."""
        wanted = {entry.key for entry in shown} | {keep}
        return [entry.key for entry in self._in_order(order) if entry.key in wanted]
