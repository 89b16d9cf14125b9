"""Letting out a place where a hidden name surely stands, because it is another's there: a street's, a namesake's.

One place at a time, and only with what stands around it: the same words in other company stay withheld,
and so does a text, title or tag that is nothing but the name. The reason stands in the archive, as a
secret statement of the record whose name it is, which is what lets the place out: `services.outgoing`
reads it whenever something leaves, and without it the place is withheld again.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from workbench.domain.errors import InputError
from workbench.domain.inputs import LetOutInput
from workbench.domain.kinds import Level
from workbench.domain.languages import UNKNOWN
from workbench.domain.properties import LET_OUT
from workbench.domain.sensitivity import CLOSING_NOTHING
from workbench.i18n import _
from workbench.services.records import name_in
from workbench.store.tables import Name, Record, Statement
from workbench.store.work import Act, Work, table_of


def read_let_out(connection: Connection) -> dict[tuple[str, str], str]:
    """Return the reason for each place that was let out, by record and place (`doubts.place_of`)."""
    said = table_of(Statement)
    query = select(said.c.record_id, said.c.value, said.c.reason).where(said.c.property == LET_OUT)
    return {(row.record_id, row.value): row.reason for row in connection.execute(query)}


def let_out_place(record_id: str, given: LetOutInput) -> Act[str]:
    """Let a place out from now on; one that is let out already has the new reason. Returns the statement's id.

    Raises:
        InputError: no name of the record is hidden, so that what is let out would be somebody else's.
    """

    def run(work: Work) -> str:
        _refuse_open(work, record_id)
        known = _found(work, record_id, given.place)
        if known:
            return work.change(Statement, known[0].id, reason=given.reason).id
        row = work.insert(
            Statement,
            record_id=record_id,
            property=LET_OUT,
            value=given.place,
            language=UNKNOWN,
            reason=given.reason,
            level=Level.SECRET.value,
        )
        return row.id

    return Act("let_out_place", run, lambda work, _id: name_in(work, record_id))


def withhold_place(record_id: str, place: str) -> Act[None]:
    """Withhold a place again that was let out."""

    def run(work: Work) -> None:
        for said in _found(work, record_id, place):
            work.remove(Statement, said.id)

    return Act("withhold_place", run, lambda work, _none: name_in(work, record_id))


def _refuse_open(work: Work, record_id: str) -> None:
    record = work.get(Record, record_id)
    levels = {record.level, *(name.level for name in work.find(Name, record_id=record_id))}
    if not record.protected and levels <= set(CLOSING_NOTHING):
        raise InputError(_("No name of this record is hidden."), field="place", kept=_("Nothing was changed."))


def _found(work: Work, record_id: str, place: str) -> list[Statement]:
    return work.find(Statement, record_id=record_id, property=LET_OUT, value=place)
