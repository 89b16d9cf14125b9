"""Statistics of the translations as a table: for the screen, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection

from workbench.domain.errors import ArchiveError
from workbench.domain.kinds import Level, TranslationState
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import _
from workbench.services.outgoing import read_outgoing
from workbench.store.queries.overview import profiles
from workbench.store.queries.progress import Progress, Tally
from workbench.vault.files import atomic_write


class By(StrEnum):
    """What the rows of a table are."""

    STATE = "state"
    TRANSLATOR = "translator"
    REVIEWER = "reviewer"
    WEEK = "week"


class Unit(StrEnum):
    """What is counted."""

    QUOTES = "quotes"
    WORDS = "words"


MISSING = ""
"""In place of a state: there is no translation yet."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A table of counts. `columns` are states (of `By.STATE`) or languages, `rows` a key with a count for each.

    The keys are languages, profile ids (empty where nobody is noted) or the Mondays of weeks as ISO dates.
    """

    by: By
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def count(progress: Progress, by: By, unit: Unit, step: TranslationState) -> Counted:
    """Make a table of what was counted; `step` is the state whose weeks are told."""
    if by is By.STATE:
        columns = (MISSING, *(state.value for state in TranslationState))
        states = progress.states
        rows = [(tag, _row((states.get((tag, state)) for state in columns), unit)) for tag in WORKING_LANGUAGES]
        return Counted(by, columns, tuple(row for row in rows if any(row[1])))
    if by is By.WEEK:
        weeks = progress.weeks.get(step, {})
        mondays = sorted({week for week, _tag in weeks})
        told = [(day.isoformat(), _row((weeks.get((day, tag)) for tag in WORKING_LANGUAGES), unit)) for day in mondays]
        return Counted(by, WORKING_LANGUAGES, tuple(told))
    people = progress.translators if by is By.TRANSLATOR else progress.reviewers
    ids = sorted({profile_id for profile_id, _tag in people})
    done = [(key, _row((people.get((key, tag)) for tag in WORKING_LANGUAGES), unit)) for key in ids]
    return Counted(by, WORKING_LANGUAGES, tuple(sorted(done, key=lambda row: -sum(row[1]))))


def _row(tallies: Iterable[Tally | None], unit: Unit) -> tuple[int, ...]:
    return tuple(0 if tally is None else int(getattr(tally, unit.value)) for tally in tallies)


def as_csv(counted: Counted, heading: Callable[[str], str], name: Callable[[str], str], first: str, total: str) -> str:
    """Write a table as CSV (RFC 4180: CR LF, quoted where needed), with the sum of each row.

    `heading` names a column, `name` a row. A name that a spreadsheet would take for a formula
    begins with an apostrophe (OWASP, CSV injection).
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([_plain(text) for text in (first, *map(heading, counted.columns), total)])
    for key, counts in counted.rows:
        writer.writerow([_plain(name(key)), *counts, sum(counts)])
    return buffer.getvalue()


def _plain(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def people_outside(connection: Connection) -> dict[str, str]:
    """Return what the profiles are called in a table that leaves: their initials, as in a bundle.

    One whose name is that of somebody hidden goes by a number.
    """
    everyone = profiles(connection)
    numbered = read_outgoing(connection, Level.OPEN).numbered({row.id: row.name for row in everyone})
    return {row.id: row.initials for row in everyone} | numbered


def save_csv(text: str, path: Path) -> None:
    """Write a table to a file as UTF-8 with a byte-order mark, without which spreadsheets misread it.

    Raises:
        ArchiveError: the file could not be written.
    """
    try:
        with atomic_write(path) as file:
            file.write(text.encode("utf-8-sig"))
    except OSError as error:
        raise ArchiveError(
            _("The table could not be written."), do=_("Choose a folder that you may write to.")
        ) from error
