"""What holds between pseudonyms and names, whoever writes either: asked of every operation before it is kept.

- A pseudonym is not like one of the person's own names, in any script or case.
- It is no name of another record, nor its pseudonym (compared as `languages.fold` does).
- What a protected person is called stays with somebody protected, so that it is found in every text:
  neither the name nor the record goes before the protection is lifted. The same holds for records and
  names that are not open. An undo may take it, since it brings back what was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, or_, select

from workbench.domain.changes import Change, OperationKind
from workbench.domain.errors import InputError
from workbench.domain.sensitivity import CLOSING_NOTHING
from workbench.i18n import _
from workbench.languages.fold import fold
from workbench.store.queries.records import name_keys
from workbench.store.tables import Inflection, Name, Record
from workbench.store.work import table_of

_NAME, _RECORD, _INFLECTION = table_of(Name), table_of(Record), table_of(Inflection)


def keep_apart(connection: Connection, changes: Iterable[Change], kind: OperationKind) -> None:
    """Refuse an operation that breaks one of these rules; it is written, with the search index, but not committed.

    Raises:
        InputError: it does; `field` is the one that the person wrote.
    """
    found = _Changed(changes)
    if not (found.names or found.cases or found.pseudonyms):
        return
    protected = dict(connection.execute(select(_RECORD.c.id, _RECORD.c.pseudonym).where(_RECORD.c.protected)).all())
    if kind is OperationKind.DO:
        _refuse_freeing_closed(connection, found)
    if not protected and not found.gone:
        return
    if kind is OperationKind.DO:
        _refuse_freeing(connection, found, protected)
    _refuse_like_own(connection, found, protected)
    _refuse_like_others(connection, found, protected)


class _Changed:
    """What an operation changed of names, their cases, and protection.

    `names` are the rows before and after of those that are others now; `pseudonyms` the records that have
    another one; `gone` those that were protected before and are no more, and `lifted` those of them that
    are still there; `merged` the records that took over another one;
    `closed` those that were not open and are there no more.
    """

    def __init__(self, changes: Iterable[Change]) -> None:
        self.names: list[Change] = []
        self.cases: set[str] = set()
        self.pseudonyms: set[str] = set()
        self.gone: set[str] = set()
        self.lifted: set[str] = set()
        self.merged: set[str] = set()
        self.closed: set[str] = set()
        for change in changes:
            if change.table == "name" and change.fields & {"value", "record_id"}:
                self.names.append(change)
            elif change.table == "inflection" and change.after is not None:
                self.cases.add(change.after["name_id"])
            elif change.table == "merging" and change.after is not None:
                self.merged.add(change.after["record_id"])
            elif change.table == "record" and change.after is None:
                if (change.before or {}).get("level", "") not in CLOSING_NOTHING:
                    self.closed.add(change.row_id)
                self._note_record(change)
            elif change.table == "record" and change.fields & {"protected", "pseudonym"}:
                self._note_record(change)

    def _note_record(self, change: Change) -> None:
        before, after = change.before or {}, change.after or {}
        if after.get("protected"):
            self.pseudonyms.add(change.row_id)
        elif before.get("protected"):
            self.gone.add(change.row_id)
            if change.after is not None:
                self.lifted.add(change.row_id)

    def written(self) -> Iterator[tuple[str, str]]:
        """Give the record and the value of every name that is a new one, or a new one there."""
        for change in self.names:
            if change.after is not None:
                yield change.after["record_id"], change.after["value"]


def _refuse_freeing(connection: Connection, found: _Changed, protected: dict[str, str]) -> None:
    freed = [
        change.before
        for change in found.names
        if change.before is not None
        and (
            change.before["record_id"] in found.gone - found.lifted
            or _stayed(change.before["record_id"], found, protected)
        )
    ]
    if not freed:
        return
    near = {row["record_id"] for row in freed} | {record_id for record_id, _value in found.written()} | found.merged
    query = select(_NAME.c.value).where(_NAME.c.record_id.in_(near & protected.keys()))
    there = {fold(value) for value in connection.execute(query).scalars()}
    if any(fold(row["value"]) not in there for row in freed):
        raise InputError(
            _("This person is protected: without this name, texts that leave would name the person."),
            field="value",
            kept=_("Nothing was changed."),
            do=_("Lift the protection first if this is meant."),
        )


def _refuse_freeing_closed(connection: Connection, found: _Changed) -> None:
    """Refuse to take away a name that is not open, or is that of such a record, while nothing closed keeps it."""
    gone = [change.before for change in found.names if change.before is not None]
    shut = _RECORD.c.level.not_in(CLOSING_NOTHING)
    closed = set(connection.execute(select(_RECORD.c.id).where(shut)).scalars()) | found.closed
    freed = [row for row in gone if row["level"] not in CLOSING_NOTHING or row["record_id"] in closed]
    if not freed:
        return
    names = select(_NAME.c.value).join(_RECORD, _RECORD.c.id == _NAME.c.record_id)
    still = names.where(or_(shut, _RECORD.c.protected, _NAME.c.level.not_in(CLOSING_NOTHING)))
    there = {fold(value) for value in connection.execute(still).scalars()}
    if any(fold(row["value"]) not in there for row in freed):
        raise InputError(
            _("This name is not open: without it, texts that leave would have it."),
            field="value",
            kept=_("Nothing was changed."),
            do=_("Set it open first if this is meant."),
        )


def _stayed(record_id: str, found: _Changed, protected: dict[str, str]) -> bool:
    """Tell whether a record is protected now and was so before."""
    return record_id in protected and record_id not in found.pseudonyms


def _refuse_like_own(connection: Connection, found: _Changed, protected: dict[str, str]) -> None:
    from workbench.services.levels import all_forms, is_like  # what finds names is much to read for opening a file

    renamed = {record_id for record_id, _value in found.written()}
    if found.cases:  # an undo can bring more of them back than a statement takes values
        owners = select(_NAME.c.id, _NAME.c.record_id).join(_RECORD, _RECORD.c.id == _NAME.c.record_id)
        names = connection.execute(owners.where(_RECORD.c.protected))
        renamed |= {row.record_id for row in names if row.id in found.cases}
    for record_id in sorted((renamed | found.pseudonyms) & protected.keys()):
        query = select(_NAME.c.id, _NAME.c.value, _NAME.c.tag).where(_NAME.c.record_id == record_id)
        rows = connection.execute(query).all()
        cases = select(_INFLECTION.c.value).where(_INFLECTION.c.name_id.in_([row.id for row in rows]))
        forms = all_forms((row.value, row.tag) for row in rows) + tuple(connection.execute(cases).scalars())
        if is_like(protected[record_id], forms):
            if record_id in found.pseudonyms:
                raise _refused(_("The pseudonym is like one of the person’s names."))
            raise InputError(
                _("This person is protected, and the pseudonym is like this name."),
                field="value",
                kept=_("Nothing was changed."),
                do=_("Choose another pseudonym first."),
            )


def _refuse_like_others(connection: Connection, found: _Changed, protected: dict[str, str]) -> None:
    keys = [(_key(words), record_id) for record_id, words in protected.items() if words]
    owners: dict[str, set[str]] = {}
    for key, record_id in keys:
        owners.setdefault(key, set()).add(record_id)
    if any(owners.get(_key(value), set()) - {record_id} for record_id, value in found.written()):
        raise InputError(
            _("This name is the pseudonym of a protected person."),
            field="value",
            kept=_("Nothing was changed."),
            do=_("Choose another pseudonym for that person first."),
        )
    fresh = {key: record_id for key, record_id in keys if record_id in found.pseudonyms}
    if not fresh:
        return
    taken = any(len(owners[key]) > 1 for key in fresh)
    if taken or any(
        fresh.get(each.folded or each.value, each.record_id) != each.record_id for each in name_keys(connection)
    ):
        raise _refused(_("Another record has this name or pseudonym already."))


def _key(words: str) -> str:
    return fold(words) or words


def _refused(reason: str) -> InputError:
    return InputError(reason, field="pseudonym", kept=_("Nothing was changed."))
