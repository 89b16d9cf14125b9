"""The glossary of the archive: concepts, and the terms for each in its languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from workbench.domain.errors import BundleError, InputError
from workbench.domain.glossary import Entry, ReadGlossary
from workbench.domain.inputs import ConceptInput, TermInput
from workbench.domain.kinds import Level, PartOfSpeech, TermStatus
from workbench.domain.redaction import Cut, cut_words
from workbench.exporters.glossary_csv import write_glossary_csv
from workbench.exporters.tbx import write_tbx
from workbench.i18n import _
from workbench.importers.files import read_original
from workbench.importers.glossary_csv import read_glossary_csv
from workbench.importers.limits import GLOSSARY_BYTES
from workbench.importers.tbx import read_tbx
from workbench.services.outgoing import Outgoing, read_outgoing
from workbench.services.record_export import write_out
from workbench.store.archive import Archive
from workbench.store.queries.glossary import ConceptRow, TermRow, glossary
from workbench.store.tables import Concept, Term
from workbench.store.work import Act, Work

_SHOWN = (TermStatus.PREFERRED.value, TermStatus.ADMITTED.value, TermStatus.FORBIDDEN.value)


def add_concept(given: ConceptInput, terms: Sequence[TermInput]) -> Act[str]:
    """Make an entry of the glossary; returns its id.

    Raises:
        InputError: it has no term or one twice, or forbids one and does not say why.
    """

    def run(work: Work) -> str:
        _check(terms)
        return _insert(work, given, terms)

    return Act("add_concept", run, terms[0].value if terms else "")


def edit_concept(
    concept_id: str, given: ConceptInput, terms: Sequence[TermInput], *, expected: int | None = None
) -> Act[None]:
    """Make an entry this, with exactly these terms; a term that is there already keeps its row.

    Raises:
        InputError: it would have no term or one twice, or forbid one and not say why.
        StaleError: the entry was changed since it was read.
    """

    def run(work: Work) -> None:
        _check(terms)
        before = work.find(Term, concept_id=concept_id)
        facts: dict[str, Any] = given.model_dump()
        work.change(Concept, concept_id, expected=expected, **facts)
        there = {(row.tag, row.value): row for row in before}
        for term in terms:
            row = there.pop((term.tag, term.value), None)
            if row is None:
                work.insert(Term, concept_id=concept_id, **_columns(term))
            else:
                work.change(Term, row.id, **_columns(term))
        for row in there.values():
            work.remove(Term, row.id)

    return Act("edit_concept", run, lambda work, _none: _name(work, concept_id))


def remove_concept(concept_id: str, *, expected: int | None = None) -> Act[str]:
    """Remove an entry with its terms; returns what it was called."""

    def run(work: Work) -> str:
        name = _name(work, concept_id)
        work.remove(Concept, concept_id, expected=expected)
        return name

    return Act("remove_concept", run, lambda _work, name: name)


def remove_term(term_id: str) -> Act[str]:
    """Remove one term of an entry, and return its words.

    Raises:
        InputError: it is the only one of its entry, which is removed as a whole.
    """

    def run(work: Work) -> str:
        term = work.get(Term, term_id)
        if len(work.find(Term, concept_id=term.concept_id)) == 1:
            raise InputError(
                _("An entry of the glossary keeps at least one term."),
                kept=_("Nothing was changed."),
                do=_("Remove the entry."),
            )
        work.remove(Term, term_id)
        return term.value

    return Act("edit_concept", run, lambda _work, value: value)


def merge_concepts(concept_id: str, other_id: str) -> Act[None]:
    """Put a second entry into the first: its terms, and what it says where the first says nothing.

    What both say differently is added to the first one's note. A term that both have stays as the
    first has it, but one that either forbids is forbidden.

    Raises:
        InputError: it is the same entry.
    """

    def run(work: Work) -> None:
        if concept_id == other_id:
            raise InputError(_("This is the same entry."), kept=_("Nothing was changed."))
        one, other = work.get(Concept, concept_id), work.get(Concept, other_id)
        said = [other.subject if one.subject else "", other.definition if one.definition else "", other.note]
        fresh = [text for text in said if text and text not in (one.subject, one.definition, one.note)]
        facts: dict[str, Any] = {
            "subject": one.subject or other.subject,
            "definition": one.definition or other.definition,
            "note": "\n".join(part for part in (one.note, *fresh) if part),
        }
        work.change(Concept, concept_id, **facts)
        there = {(row.tag, row.value): row for row in work.find(Term, concept_id=concept_id)}
        for row in work.find(Term, concept_id=other_id):
            same = there.get((row.tag, row.value))
            if same is None:
                work.change(Term, row.id, concept_id=concept_id)
                continue
            if row.status == TermStatus.FORBIDDEN:
                work.change(Term, same.id, status=row.status, reason=same.reason or row.reason)
            work.remove(Term, row.id)
        work.remove(Concept, other_id)

    return Act("merge_concepts", run, lambda work, _none: _name(work, concept_id))


def _insert(work: Work, given: ConceptInput, terms: Sequence[TermInput]) -> str:
    concept = work.insert(Concept, **given.model_dump())
    for term in terms:
        work.insert(Term, concept_id=concept.id, **_columns(term))
    return concept.id


def _columns(term: TermInput) -> dict[str, Any]:
    return term.model_dump(mode="json")


def _check(terms: Sequence[TermInput]) -> None:
    if not terms:
        raise InputError(_("An entry of the glossary needs a term."), field="terms", kept=_("Nothing was changed."))
    if len({(term.tag, term.value) for term in terms}) < len(terms):
        raise InputError(_("A term is there twice."), field="terms", kept=_("Nothing was changed."))
    if any(term.status is TermStatus.FORBIDDEN and not term.reason for term in terms):
        raise InputError(_("Say why this term is not to be used."), field="reason", kept=_("Nothing was changed."))


def _name(work: Work, concept_id: str) -> str:
    terms = work.find(Term, concept_id=concept_id)
    return min(terms, key=lambda term: _SHOWN.index(term.status)).value if terms else ""


def shown_term(terms: Sequence[TermRow], language: str) -> str:
    """Return what to call an entry in a language: its preferred term there, or else what there is."""
    order = list(TermStatus)
    return min(terms, key=lambda term: (term.tag != language, order.index(term.status))).value if terms else ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file brought: new entries, entries that were there already, and things that do not fit."""

    added: int
    known: int
    left_out: int


def read_glossary_file(path: Path) -> ReadGlossary:
    """Read a file: CSV by its name (`.csv`, `.tsv`), else TBX.

    Raises:
        ImportFileError: it cannot be read, is too large, broken or hostile, or no glossary.
    """
    if path.suffix.casefold() in (".csv", ".tsv"):
        return read_glossary_csv(read_original(path, limit=GLOSSARY_BYTES))
    return read_tbx(path)


def take_in_glossary(given: ReadGlossary) -> Act[Taken]:
    """Add the entries of a file, in one operation; one that is there just so is left as it is."""

    def run(work: Work) -> Taken:
        known = {_content(entry_of(row)) for row in glossary(work.connection)}
        added = 0
        for number, entry in enumerate(given.entries):
            if number % 100 == 0:
                work.checkpoint()
            content = _content(entry)
            if content not in known:
                known.add(content)
                added += 1
                _insert(work, entry.concept, entry.terms)
        return Taken(added, len(given.entries) - added, given.left_out)

    return Act("take_in_glossary", run, given.name)


def _content(entry: Entry) -> tuple[ConceptInput, frozenset[TermInput]]:
    return entry.concept, frozenset(entry.terms)


def entry_of(row: ConceptRow) -> Entry:
    """Return an entry as it goes to a file."""
    concept = ConceptInput(subject=row.subject, definition=row.definition, note=row.note)
    terms = tuple(
        TermInput(
            tag=term.tag,
            value=term.value,
            status=term.status,
            reason=term.reason,
            part_of_speech=PartOfSpeech(term.part_of_speech),
        )
        for term in row.terms
    )
    return Entry(concept, terms, row.id)


def export_glossary(archive: Archive, path: Path, *, replacing: bool = False) -> int:
    """Write what may leave of the glossary to a file, CSV by its name (`.csv`), else TBX; return how many entries.

    A term that has the name of somebody hidden in it stays; where it is nothing but that, the whole entry
    does, whose other terms mean the same. In what is said of an entry, hidden names are taken out. An entry of
    which anything stays has another id than its own. Nothing is written to the archive.

    Raises:
        BundleError: there is nothing, or the path is taken or cannot be written to.
    """
    with archive.read() as connection:
        entries = leaving_entries(connection)
    if not entries:
        raise BundleError(_("The glossary has nothing that may leave."), kept=_("Nothing was written."))
    written = write_glossary_csv(entries) if path.suffix.casefold() == ".csv" else write_tbx(entries)
    write_out(path, written, replacing=replacing)
    return len(entries)


def leaving_entries(connection: Connection) -> list[Entry]:
    """Return the glossary as it may leave (see `export_glossary`)."""
    rows = glossary(connection)
    outgoing = read_outgoing(connection, Level.OPEN) if rows else None
    if outgoing is None:
        return []
    return sorted(
        (left for row in rows if (left := _as_it_leaves(entry_of(row), outgoing)).terms), key=lambda entry: entry.id
    )


def _as_it_leaves(entry: Entry, outgoing: Outgoing) -> Entry:
    said = {key: outgoing.redact(value) for key, value in entry.concept.model_dump().items()}
    looked_at = [(term, outgoing.cuts(term.value, term.tag)) for term in entry.terms]
    if any(_is_nothing_but(term.value, cuts) for term, cuts in looked_at):
        return Entry(ConceptInput(), (), entry.id)
    terms = tuple(
        term.model_copy(update={"reason": outgoing.redact(term.reason)}) for term, cuts in looked_at if not cuts
    )
    left = Entry(ConceptInput(**said), terms, entry.id)
    if left == entry:
        return entry
    # Whoever has the glossary as it was before knows the entry by its id.
    return replace(left, id=outgoing.other_id(entry.id, " ".join(term.value for term in terms)))


def _is_nothing_but(term: str, cuts: list[Cut]) -> bool:
    """Tell whether nothing of a term is left where its hidden names are taken out."""
    left = cut_words(term, (replace(cut, instead=" ") for cut in cuts))
    return bool(cuts) and not any(map(str.isalnum, left))
