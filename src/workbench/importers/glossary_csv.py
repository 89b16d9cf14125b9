"""A glossary as CSV: one term a row, under the columns of `domain.glossary.COLUMNS`.

`language` and `term` must be there, the others may be missing, and stand in any order. Without an
`entry` each row is a concept of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbench.domain.errors import ImportFileError
from workbench.domain.glossary import COLUMNS, Entry, ReadGlossary, fitting
from workbench.domain.inputs import ConceptInput, TermInput
from workbench.domain.kinds import PartOfSpeech
from workbench.i18n import _
from workbench.importers.decoding import name_of
from workbench.importers.files import Original
from workbench.importers.limits import GLOSSARY_ENTRIES, GLOSSARY_ROWS, GLOSSARY_TERMS
from workbench.importers.rows_csv import csv_rows
from workbench.importers.tbx import too_many_entries

_NEEDED = ("language", "term")
_FACTS = ("subject", "definition", "note")


@dataclass(slots=True)
class _Concept:
    """What has been read of one; of what is said of it twice the first stays."""

    facts: dict[str, str] = field(default_factory=dict)
    terms: dict[tuple[str, str], TermInput] = field(default_factory=dict)


def read_glossary_csv(original: Original) -> ReadGlossary:
    """Return the entries of a table; terms and columns that fit no glossary are left out and counted.

    Raises:
        ImportFileError: a column that must be there is missing; with the line: what `csv_rows` refuses, or a
            row with more cells than the first; or it has too many entries.
    """
    name = name_of(original)
    table = csv_rows(original.data, name, GLOSSARY_ROWS)
    columns = _columns(next(table, (1, ()))[1], name)
    concepts: dict[str, _Concept] = {}
    lost = sum(1 for column in columns if column and column not in COLUMNS)
    for line, row in _rows(table, columns, name):
        key = row.get("entry") or f"\n{line}"  # no cell begins so
        if key not in concepts and len(concepts) >= GLOSSARY_ENTRIES:
            raise too_many_entries(name)
        concept = concepts.setdefault(key, _Concept())
        for fact in _FACTS:
            if row.get(fact):
                concept.facts.setdefault(fact, row[fact])
        term = _term(row) if len(concept.terms) < GLOSSARY_TERMS else None
        lost += term is None
        if term is not None:
            concept.terms.setdefault((term.tag, term.value), term)
    entries = []
    for key, concept in concepts.items():
        made = fitting(ConceptInput, **concept.facts)
        if made is None:
            lost += 1
        elif concept.terms:
            entries.append(Entry(made, tuple(concept.terms.values()), "" if key.startswith("\n") else key))
    return ReadGlossary(name, tuple(entries), lost)


def _columns(first: tuple[str, ...], name: str) -> tuple[str, ...]:
    columns = tuple(cell.strip().casefold() for cell in first)
    if not set(_NEEDED) <= set(columns):
        raise ImportFileError(
            _("“{name}” has no columns “{needed}”.").format(name=name, needed=", ".join(_NEEDED)),
            kept=_("Nothing was taken in."),
            do=_("Its first line names the columns: {columns}.").format(columns=", ".join(COLUMNS)),
        )
    return columns


def _rows(
    table: Iterator[tuple[int, tuple[str, ...]]], columns: tuple[str, ...], name: str
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Give each row that says something, by column, with its line in the file."""
    for line, cells in table:
        if any(cell.strip() for cell in cells[len(columns) :]):
            raise ImportFileError(
                _("Line {n} of “{name}” has more cells than the first line.").format(n=line, name=name),
                kept=_("Nothing was taken in."),
                do=_("Look for a comma that is not in quotation marks, and try again."),
            )
        row = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
        if any(row.values()):
            yield line, row


def _term(row: Mapping[str, str]) -> TermInput | None:
    part = row.get("part_of_speech", "")
    return fitting(
        TermInput,
        tag=row.get("language", ""),
        value=row.get("term", ""),
        part_of_speech=part if part in set(PartOfSpeech) else PartOfSpeech.OTHER,
        reason=row.get("reason", ""),
        **({"status": row["status"].casefold()} if row.get("status") else {}),
    )
