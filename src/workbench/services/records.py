"""Records, their names, and the passages that name them. What is said of them is in `claims`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.anchors import Span
from workbench.domain.errors import InputError
from workbench.domain.inputs import MentionInput, NameInput, RecordInput
from workbench.domain.kinds import NameKind
from workbench.domain.names import display_name
from workbench.i18n import _, active
from workbench.services.passages import passage_at, remove_with_bare
from workbench.store.tables import Mention, Name, Record
from workbench.store.work import Act, Work


def name_in(work: Work, record_id: str) -> str:
    """Return a record's name in the language of the person at the keyboard."""
    return display_name(work.find(Name, record_id=record_id), active().language)


def create_record(given: RecordInput) -> Act[str]:
    """Make a record with its names; returns its id.

    Of several preferred names of one language the first stays so, the others become further
    names; one that is there twice is written once.
    """

    def run(work: Work) -> str:
        record = work.insert(Record, kind=given.kind.value)
        preferred: set[str] = set()
        for name in _each_once(given.names):
            columns = _name_columns(name)
            if name.kind is NameKind.PREFERRED and name.tag in preferred:
                columns["kind"] = NameKind.ALIAS.value
            preferred |= {name.tag} if name.kind is NameKind.PREFERRED else set()
            work.insert(Name, record_id=record.id, **columns)
        return record.id

    return Act("create_record", run, given.names[0].value)


def _each_once(names: Sequence[NameInput]) -> list[NameInput]:
    found: dict[tuple[str, str], NameInput] = {}
    for name in names:
        found.setdefault((name.value, name.tag), name)
    return list(found.values())


def _name_columns(given: NameInput) -> dict[str, Any]:
    return {
        "value": given.value,
        "tag": given.tag,
        "kind": given.kind.value,
        "given": given.given,
        "patronymic": given.patronymic,
        "family": given.family,
        "reason": given.reason,
    }


def _check_reason(given: NameInput) -> None:
    if given.kind is NameKind.FORBIDDEN and not given.reason:
        raise InputError(_("Say why this form is not to be used."), field="reason", kept=_("Nothing was changed."))


def _check_left(work: Work, name: Name) -> None:
    """Refuse to leave a record without a name that may be used."""
    others = [other for other in work.find(Name, record_id=name.record_id) if other.id != name.id]
    if all(other.kind == NameKind.FORBIDDEN for other in others):
        raise InputError(
            _("The record would have no name that may be used."),
            field="kind",
            kept=_("Nothing was changed."),
            do=_("Add another name first."),
        )


def remove_record(record_id: str, *, expected: int | None = None) -> Act[str]:
    """Remove a record with its mentions, statements and ties, and return its name.

    Quotes keep their words without a speaker.
    """

    def run(work: Work) -> str:
        name = name_in(work, record_id)
        remove_with_bare(work, Record, record_id, expected=expected)
        return name

    return Act("remove_record", run, lambda _work, name: name)


def add_name(record_id: str, given: NameInput) -> Act[str]:
    """Add a form of a record's name; a preferred one makes the former preferred one of its tag an alias.

    Raises:
        InputError: the record has it already, or it is forbidden and nobody says why.
    """

    def run(work: Work) -> str:
        work.get(Record, record_id)
        _check_reason(given)
        same = [n for n in work.find(Name, record_id=record_id, tag=given.tag) if n.value == given.value]
        if same:
            raise InputError(_("The record has this name already."), field="value", kept=_("Nothing was changed."))
        _demote(work, record_id, given, None)
        return work.insert(Name, record_id=record_id, **_name_columns(given)).id

    return Act("add_name", run, given.value)


def add_names(record_id: str, given: Sequence[NameInput]) -> Act[int]:
    """Add several forms of a record's name in one operation; returns how many.

    A form that is there already, in the same language, is left as it is: what was proposed may
    have been added meanwhile.

    Raises:
        InputError: all of them are there already.
    """

    def run(work: Work) -> int:
        work.get(Record, record_id)
        there = {(name.value, name.tag) for name in work.find(Name, record_id=record_id)}
        fresh = [one for one in _each_once(given) if (one.value, one.tag) not in there]
        if not fresh:
            raise InputError(_("The record has these names already."), field="value", kept=_("Nothing was changed."))
        for one in fresh:
            _demote(work, record_id, one, None)
            work.insert(Name, record_id=record_id, **_name_columns(one))
        return len(fresh)

    return Act("add_names", run, lambda work, _count: name_in(work, record_id))


def edit_name(name_id: str, given: NameInput, *, expected: int | None = None) -> Act[None]:
    """Change a form of a record's name; its cases stay as they are, and are of the former spelling then.

    Raises:
        InputError: another name of the record is already so; it becomes forbidden and nobody says why,
            or no name that may be used would be left.
    """

    def run(work: Work) -> None:
        name = work.get(Name, name_id)
        if given.kind is NameKind.FORBIDDEN and name.kind != NameKind.FORBIDDEN:
            _check_reason(given)
            _check_left(work, name)
        renamed = (given.value, given.tag) != (name.value, name.tag)
        if renamed and work.find(Name, record_id=name.record_id, tag=given.tag, value=given.value):
            raise InputError(_("The record has this name already."), field="value", kept=_("Nothing was changed."))
        _demote(work, name.record_id, given, name_id)
        work.change(Name, name_id, expected=expected, **_name_columns(given))

    return Act("edit_name", run, given.value)


def _demote(work: Work, record_id: str, given: NameInput, own_id: str | None) -> None:
    if given.kind is NameKind.PREFERRED:
        for name in work.find(Name, record_id=record_id, tag=given.tag, kind=NameKind.PREFERRED.value):
            if name.id != own_id:
                work.change(Name, name.id, kind=NameKind.ALIAS.value)


def remove_name(name_id: str) -> Act[str]:
    """Remove a form of a record's name, and return it.

    Raises:
        InputError: it is the only one, or the only one that may be used.
    """

    def run(work: Work) -> str:
        name = work.get(Name, name_id)
        if len(work.find(Name, record_id=name.record_id)) == 1:
            raise InputError(_("A record keeps at least one name."), kept=_("Nothing was changed."))
        if name.kind != NameKind.FORBIDDEN:
            _check_left(work, name)
        remove_with_bare(work, Name, name_id)
        return name.value

    return Act("remove_name", run, lambda _work, value: value)


@dataclass(frozen=True, slots=True)
class Linked:
    """A passage and its mention of a record."""

    passage_id: str
    mention_id: str
    record_id: str


def link_passage(
    text_version_id: str, span: Span, record: str | RecordInput, given: MentionInput, *, passage_id: str = ""
) -> Act[Linked]:
    """Mark a range as naming a record, given by its id or to be made now; one operation either way.

    Where the passage names the record already, its role and certainty are changed. See
    `passage_at` for `passage_id`.
    """

    def run(work: Work) -> Linked:
        record_id = record if isinstance(record, str) else create_record(record).run(work)
        work.get(Record, record_id)
        passage = passage_at(work, text_version_id, span, passage_id)
        facts: dict[str, Any] = {"role": given.role, "certainty": given.certainty.value}
        found = work.find(Mention, passage_id=passage.id, record_id=record_id)
        if found:
            mention = work.change(Mention, found[0].id, **facts)
        else:
            mention = work.insert(Mention, passage_id=passage.id, record_id=record_id, **facts)
        return Linked(passage.id, mention.id, record_id)

    return Act("link_passage", run, lambda work, linked: name_in(work, linked.record_id))


def edit_mention(mention_id: str, given: MentionInput, *, expected: int | None = None) -> Act[str]:
    """Change a mention's role or certainty; returns the record's id."""

    def run(work: Work) -> str:
        facts: dict[str, Any] = {"role": given.role, "certainty": given.certainty.value}
        return work.change(Mention, mention_id, expected=expected, **facts).record_id

    return Act("edit_mention", run, name_in)


def remove_mention(mention_id: str) -> Act[str]:
    """Unlink a passage from a record, and remove the passage where nothing else is attached."""

    def run(work: Work) -> str:
        record_id = work.get(Mention, mention_id).record_id
        remove_with_bare(work, Mention, mention_id)
        return record_id

    return Act("remove_mention", run, name_in)
