"""What the list of the glossary shows: concepts, and records with their names, read in the worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from workbench.domain.kinds import NameKind, PassageKind, TermStatus
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.domain.names import display_name
from workbench.i18n import N_, _
from workbench.languages.fold import fold
from workbench.qt.frame.lines import Line
from workbench.services.glossary import shown_term
from workbench.store.queries.glossary import ConceptRow, names_like
from workbench.store.queries.records import NameRow, names_of

MOST_NAMES = 300
"""Records that are listed at once; a search finds the others."""


class Which(StrEnum):
    """What is listed."""

    ALL = "all"
    TERMS = "terms"
    FORBIDDEN = "forbidden"
    NAMES = "names"


WHICH: dict[Which, str] = {
    Which.ALL: N_("Terms and names"),
    Which.TERMS: N_("Terms"),
    Which.FORBIDDEN: N_("Forbidden terms"),
    Which.NAMES: N_("Names of records"),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """Concepts and records by id, in the order of the list; `more` where there are more records than are listed."""

    lines: tuple[Line, ...]
    concepts: dict[str, ConceptRow]
    names: dict[str, list[NameRow]]
    more: bool


def read_listing(
    connection: Connection, concepts: Iterable[ConceptRow], query: str, which: Which, language: str
) -> Listing:
    """Return what has the words of a search in it; names in a language. For the worker."""
    folded = fold(query)
    chosen = {} if which is Which.NAMES else {row.id: row for row in concepts if _fits(row, folded, which)}
    records: list[tuple[str, str]] = []
    if which in (Which.ALL, Which.NAMES):
        records = names_like(connection, folded, MOST_NAMES + 1)
    kinds = dict(records[:MOST_NAMES])
    names = names_of(connection, kinds)
    lines = [_line(row, language) for row in chosen.values()]
    lines += [_name_line(key, kinds[key], names.get(key, []), language) for key in kinds]
    lines.sort(key=lambda line: line.title.casefold())
    return Listing(tuple(lines), chosen, names, len(records) > MOST_NAMES)


def _fits(row: ConceptRow, folded: str, which: Which) -> bool:
    if which is Which.FORBIDDEN and all(term.status is not TermStatus.FORBIDDEN for term in row.terms):
        return False
    said = (*(term.value for term in row.terms), row.subject, row.definition)
    return not folded or any(folded in fold(text) for text in said)


def _line(row: ConceptRow, language: str) -> Line:
    title = shown_term(row.terms, language)
    others = [term.value for term in row.terms if term.value != title and term.status is not TermStatus.FORBIDDEN]
    others += [_("not “{form}”").format(form=t.value) for t in row.terms if t.status is TermStatus.FORBIDDEN]
    return Line(row.id, title, " · ".join(others) or row.definition, row.subject, kind=PassageKind.NOTE.value)


def _name_line(record_id: str, kind: str, names: list[NameRow], language: str) -> Line:
    title = display_name(names, language)
    others = [
        next((name.value for name in names if name.tag == tag and name.kind == NameKind.PREFERRED), "")
        for tag in WORKING_LANGUAGES
        if tag != base_language(language)
    ]
    return Line(record_id, title, " · ".join(each for each in others if each and each != title), kind=kind)
