"""What a translation said at every time, and what was said of it: the history that a reviewer looks at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, select

from workbench.domain.kinds import TranslationState, Verdict
from workbench.services.back_translations import BackRow, back_translations
from workbench.services.desk import RUN
from workbench.store.log import row_history
from workbench.store.tables import Review
from workbench.store.work import table_of

REVIEW = table_of(Review)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that a translation had or has: who wrote them, and when (UTC ISO 8601)."""

    text: str
    profile_id: str | None
    moment: str
    rose: bool = False
    """Whether they got beyond the draft."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of a wording, and when (UTC ISO 8601)."""

    verdict: Verdict
    reason: str
    text: str
    profile_id: str | None
    moment: str


@dataclass(frozen=True, slots=True)
class History:
    """Everything about one translation, each the newest first; `wordings` begins with the words of now."""

    wordings: tuple[Wording, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    backs: tuple[BackRow, ...] = ()


def read_history(connection: Connection, translation_id: str) -> History:
    """Read the history of a translation from the log; unbounded, for the worker."""
    return History(
        tuple(_wordings(connection, translation_id)),
        tuple(_judgements(connection, translation_id)),
        tuple(back_translations(connection, translation_id)),
    )


def _judgements(connection: Connection, translation_id: str) -> list[Judgement]:
    columns = REVIEW.c
    query = (
        select(columns.verdict, columns.reason, columns.text, columns.reviewer_id, columns.moment)
        .where(columns.translation_id == translation_id)
        .order_by(columns.id.desc())
    )
    return [Judgement(Verdict(row[0]), *row[1:]) for row in connection.execute(query)]


def _wordings(connection: Connection, translation_id: str) -> list[Wording]:
    """Return the wordings; of drafts that one person saved in one sitting only the last."""
    found: list[Wording] = []
    for entry in reversed(row_history(connection, "translation", translation_id)):
        row, operation = entry.change.after, entry.operation
        if row is None:
            continue
        last = found[-1] if found else None
        rose = row["state"] != TranslationState.INITIAL.value
        if last is not None and last.text == row["text"]:
            found[-1] = replace(last, rose=last.rose or rose)
            continue
        wording = Wording(row["text"], operation.author_id, operation.moment, rose)
        if last is not None and not last.rose and _one_sitting(last, wording):
            found.pop()
        found.append(wording)
    return [wording for wording in reversed(found) if wording.text]


def _one_sitting(last: Wording, wording: Wording) -> bool:
    apart = datetime.fromisoformat(wording.moment) - datetime.fromisoformat(last.moment)
    return last.profile_id == wording.profile_id and apart < RUN
