"""What waits for a person after a newer capture: passages without a certain place, and those that have moved."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection

from workbench.domain.anchors import Span
from workbench.domain.carrying import Candidate, Carry, Reason
from workbench.services.versions import Progress, Standing, match_passages, newest_of
from workbench.store.queries.versions import OlderPassage, Step, list_versions, moved_passages, waiting_passages
from workbench.store.work import read_blob


@dataclass(frozen=True, slots=True)
class Undecided:
    """A waiting passage with where it may be now; the first proposal is the best one."""

    passage: OlderPassage
    proposals: tuple[Candidate, ...]
    """Places in the newest text."""

    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Decisions:
    """What waits for a person in a source, and what was carried with a doubt."""

    source_id: str
    text_version_id: str
    """The newest text version, which the proposals are places of."""

    waiting: tuple[Undecided, ...]
    moved: tuple[Step, ...]
    matches: dict[tuple[str, Span], Carry] = field(repr=False)


def decisions(
    connection: Connection, source_id: str, progress: Progress | None = None, *, before: Decisions | None = None
) -> Decisions:
    """Return what is to be decided in a source, with proposals; for the worker.

    What was looked for `before` in the same text is not looked for again.

    Raises:
        NotFoundError: the source is gone.
    """
    _title, newest = newest_of(connection, source_id)
    rows = waiting_passages(connection, source_id)
    texts = {row.id: row.digest for row in list_versions(connection, source_id)}
    known = before.matches if before is not None and before.text_version_id == newest.id else {}
    standing = [Standing(row.id, row.text_version_id, Span(row.start, row.end)) for row in rows]
    standing = [passage for passage in standing if (passage.text_version_id, passage.span) not in known]
    matches = known
    if standing:
        new = read_blob(connection, newest.digest).decode()
        matches = match_passages(standing, lambda key: read_blob(connection, texts[key]).decode(), new, known, progress)
    waiting = tuple(
        Undecided(row, _proposals(found), found.reason)
        for row, found in ((row, matches[row.text_version_id, Span(row.start, row.end)]) for row in rows)
    )
    return Decisions(source_id, newest.id, waiting, tuple(moved_passages(connection, source_id)), matches)


def _proposals(found: Carry) -> tuple[Candidate, ...]:
    if found.span is None:
        return found.candidates
    # Sure of its place, but somebody sent it back or another passage stands there already.
    sure = Candidate(found.span, min(found.confidence, 99), Reason.SURROUNDINGS)
    return sure, *(candidate for candidate in found.candidates if candidate.span != found.span)
