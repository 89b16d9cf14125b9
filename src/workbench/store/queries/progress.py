"""How far the translations are: counted where they stand, and week by week from the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, Select, func, select

from workbench.domain.kinds import TranslationState
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.store.log import CHANGE, OPERATION
from workbench.store.queries.quotes import PASSAGE, QUOTE, TRANSLATION

WEEKS = 53
"""Weeks that are looked back: what was done before is in the counts, and in no week."""

STEPS = (TranslationState.TRANSLATED, TranslationState.REVIEWED, TranslationState.FINAL)
"""The states of which it is told in which week they were reached."""

_ORDER = {state.value: place for place, state in enumerate(TranslationState)}


@dataclass(slots=True)
class Tally:
    """A count of lines of the queue, and of the words of their quotes."""

    quotes: int = 0
    words: int = 0

    def add(self, words: int) -> None:
        """Count one more line."""
        self.quotes += 1
        self.words += words


def _tallies() -> defaultdict[tuple[str, str], Tally]:
    return defaultdict(Tally)


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that is counted; a pair that is not there has nothing.

    `states` by language and state, the state empty where a translation is missing; `translators`
    by profile and language, of what is translated or further; `reviewers` likewise, of what is
    reviewed or final. `weeks` is by the state reached, then by the week's Monday and language: in
    which week a line reached it last, if it still has it.
    """

    states: Mapping[tuple[str, str], Tally] = field(default_factory=_tallies)
    translators: Mapping[tuple[str, str], Tally] = field(default_factory=_tallies)
    reviewers: Mapping[tuple[str, str], Tally] = field(default_factory=_tallies)
    weeks: Mapping[TranslationState, Mapping[tuple[date, str], Tally]] = field(default_factory=dict)


def monday_of(moment: datetime) -> date:
    """Return the Monday of the week in which a moment is, in the machine's time zone."""
    day = moment.astimezone().date()
    return day - timedelta(days=day.weekday())


def read_progress(
    connection: Connection, *, now: datetime | None = None, check: Callable[[], None] = lambda: None
) -> Progress:
    """Count everything. Unbounded: for the worker; `check` raises where the person has stopped it.

    A word is what white space parts off in the words of a quote as published.
    """
    words, wanted = _quotes(connection, check)
    states, translators, reviewers = _tallies(), _tallies(), _tallies()
    lines: dict[str, tuple[str, str, int]] = {}
    columns = TRANSLATION.c
    query = select(
        columns.id, columns.quote_id, columns.language, columns.state, columns.translator_id, columns.reviewer_id
    )
    for row_id, quote_id, language, state, translator, reviewer in connection.execute(query.where(columns.text != "")):
        count = words[quote_id]
        wanted.discard((quote_id, language))
        lines[row_id] = (language, state, count)
        states[language, state].add(count)
        if _ORDER[state] >= _ORDER[TranslationState.TRANSLATED]:
            translators[translator or "", language].add(count)
        if _ORDER[state] >= _ORDER[TranslationState.REVIEWED]:
            reviewers[reviewer or "", language].add(count)
    for quote_id, language in wanted:
        states[language, ""].add(words[quote_id])
    check()
    return Progress(states, translators, reviewers, _weeks(connection, lines, now or datetime.now(UTC), check))


def _quotes(connection: Connection, check: Callable[[], None]) -> tuple[dict[str, int], set[tuple[str, str]]]:
    """Return how many words each quote has, and every quote with each language that it is to be in."""
    query = select(QUOTE.c.id, QUOTE.c.published_language, PASSAGE.c.exact)
    words: dict[str, int] = {}
    wanted: set[tuple[str, str]] = set()
    for quote_id, published, exact in connection.execute(query.join(PASSAGE, PASSAGE.c.id == QUOTE.c.passage_id)):
        words[quote_id] = len(exact.split())
        wanted |= {(quote_id, tag) for tag in WORKING_LANGUAGES if tag != base_language(published)}
    check()
    return words, wanted


def _weeks(
    connection: Connection, lines: Mapping[str, tuple[str, str, int]], now: datetime, check: Callable[[], None]
) -> dict[TranslationState, dict[tuple[date, str], Tally]]:
    """Count, for each state, in which week each line reached it last."""
    reached: dict[TranslationState, dict[str, str]] = {step: {} for step in STEPS}
    for place, (row_id, moment, before, after) in enumerate(connection.execute(_steps(now))):
        if place % 1_000 == 0:
            check()
        old, new = _ORDER.get(before or "", 0), _ORDER.get(after or "", 0)
        for step in STEPS:
            if old < _ORDER[step] <= new:
                reached[step][row_id] = moment
    found: dict[TranslationState, dict[tuple[date, str], Tally]] = {}
    for step, moments in reached.items():
        found[step] = _tallies_by_week(step, moments, lines)
    return found


def _tallies_by_week(
    step: TranslationState, moments: Mapping[str, str], lines: Mapping[str, tuple[str, str, int]]
) -> dict[tuple[date, str], Tally]:
    found: dict[tuple[date, str], Tally] = {}
    for row_id, moment in moments.items():
        language, state, count = lines.get(row_id, ("", TranslationState.INITIAL.value, 0))
        if _ORDER[state] >= _ORDER[step]:
            week = monday_of(datetime.fromisoformat(moment))
            found.setdefault((week, language), Tally()).add(count)
    return found


def _steps(now: datetime) -> Select[str, str, str | None, str | None]:
    """Ask the log for each change of a translation's state in the last weeks, in order."""
    since = (now - timedelta(weeks=WEEKS)).astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    before, after = func.json_extract(CHANGE.c.before, "$.state"), func.json_extract(CHANGE.c.after, "$.state")
    first = select(func.min(OPERATION.c.number)).where(OPERATION.c.moment >= since).scalar_subquery()
    return (
        select(CHANGE.c.row_id, OPERATION.c.moment, before, after)
        .join(OPERATION, OPERATION.c.number == CHANGE.c.operation)
        .where(CHANGE.c.table_name == str(TRANSLATION.name), CHANGE.c.operation >= first)
        .where(CHANGE.c.after.is_not(None), before.is_distinct_from(after))
        .order_by(CHANGE.c.number)
    )
