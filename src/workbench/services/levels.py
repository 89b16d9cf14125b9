"""Setting how sensitive something is, and protecting a person with a pseudonym."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.domain.errors import InputError
from workbench.domain.inputs import clean_line
from workbench.domain.kinds import Level, RecordKind
from workbench.i18n import N_, _
from workbench.languages.fold import fold
from workbench.languages.name_called import Forms
from workbench.languages.name_company import is_short_for
from workbench.languages.name_net import NameNet
from workbench.languages.transliteration.proposals import propose
from workbench.services.records import name_in
from workbench.store.queries.levels import LEVELLED
from workbench.store.tables import Name, Passage, Record, Row
from workbench.store.work import Act, Work

LONGEST_PSEUDONYM = 100
"""Code points of a pseudonym."""

LEVEL_NAMES: dict[Level, str] = {
    Level.OPEN: N_("Open to all"),
    Level.RESTRICTED: N_("Restricted"),
    Level.SECRET: N_("Secret"),
}
"""English, for `_` at display."""


def set_level(model: type[Row], row_id: str, level: Level, *, expected: int | None = None) -> Act[None]:
    """Set the level of a source, passage, quote, record, name, statement, participation or relation.

    `Level.INHERITED` takes it away. One below the inherited level is allowed: it opens just this.
    """
    if model not in LEVELLED:
        raise ValueError(model.__name__)

    def run(work: Work) -> None:
        work.change(model, row_id, expected=expected, level=level.value)

    return Act("set_level", run, lambda work, _none: _subject(work, model, row_id))


def _subject(work: Work, model: type[Row], row_id: str) -> str:
    """Name what a level is of: by its own words, else by the record that it is said of; empty where it is gone."""
    rows = work.find(model, id=row_id)
    facts = rows[0].model_dump() if rows else {}
    if model is Record:
        return name_in(work, row_id) if facts else ""
    if passage_id := facts.get("passage_id"):
        return _subject(work, Passage, passage_id)
    words = next((facts[key] for key in ("title", "exact") if facts.get(key)), "")
    if not words and model is Name:
        words = facts.get("value", "")
    record_id = next((facts[key] for key in ("record_id", "from_id") if facts.get(key)), "")
    return words or (name_in(work, record_id) if record_id else "")


def protect_person(record_id: str, pseudonym: str, *, expected: int | None = None) -> Act[None]:
    """Have a person leave the archive under a pseudonym only.

    Raises:
        InputError: the record is no person; or the pseudonym is empty or too long, or does not keep
            apart from the names of this record or of others (`services.pseudonyms`).
    """

    def run(work: Work) -> None:
        record = work.get(Record, record_id)
        if record.kind != RecordKind.PERSON:
            raise _refused(_("Only persons are protected by a pseudonym."))
        words = str(clean_line(pseudonym))
        if not words or len(words) > LONGEST_PSEUDONYM:
            raise _refused(
                _("A protected person needs a pseudonym of at most {n} letters.").format(n=LONGEST_PSEUDONYM)
            )
        work.change(Record, record_id, expected=expected, protected=True, pseudonym=words)

    return Act("protect_person", run, lambda work, _none: name_in(work, record_id))


def unprotect_person(record_id: str, *, expected: int | None = None) -> Act[None]:
    """Have a person leave the archive under the own name again; the pseudonym is forgotten."""

    def run(work: Work) -> None:
        work.change(Record, record_id, expected=expected, protected=False, pseudonym="")

    return Act("unprotect_person", run, lambda work, _none: name_in(work, record_id))


def all_forms(names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return names, given with their tags, and every form in other scripts that the rules make of them."""
    found: dict[str, None] = {}
    for value, tag in names:
        found[value] = None
        found |= dict.fromkeys(proposal.value for proposal in propose(value, tag))
    return tuple(found)


def is_like(words: str, forms: Iterable[str]) -> bool:
    """Tell whether some words name, or may name, the person who has these forms of a name."""
    values = tuple(forms)
    # A pseudonym in small letters is like a name as well, though in a text it may be a usual word.
    net = NameNet([Forms("", values)])
    if net.anywhere(words) or net.anywhere(words.title()) or fold(words) in {fold(value) for value in values}:
        return True
    return any(is_short_for(words, value) for value in values)


def _refused(reason: str) -> InputError:
    return InputError(reason, field="pseudonym", kept=_("Nothing was changed."))
