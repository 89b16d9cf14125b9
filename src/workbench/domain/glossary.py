"""A glossary as it comes and goes in files: entries with their terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from workbench.domain.errors import InputError
from workbench.domain.inputs import ConceptInput, Input, TermInput, checked

M = TypeVar("M", bound=Input)

COLUMNS = ("entry", "subject", "definition", "note", "language", "term", "status", "part_of_speech", "reason")
"""Of a glossary as CSV, one term a row; rows with the same `entry` are terms of one concept.

`language` is a BCP 47 tag, `status` a `TermStatus`, `part_of_speech` a `PartOfSpeech`, `reason` why a term is
forbidden. What is said of the concept stands in its first row.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept with its terms. `id` is what the file calls it, empty where it has no name there."""

    concept: ConceptInput
    terms: tuple[TermInput, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class ReadGlossary:
    """What a file has: its entries, and how many things of it were left out because they do not fit."""

    name: str
    entries: tuple[Entry, ...]
    left_out: int = field(default=0)


def fitting(model: type[M], **facts: object) -> M | None:
    """Return an input of what a file says; None where something of it does not fit."""
    try:
        return checked(model, **facts)
    except InputError:
        return None
