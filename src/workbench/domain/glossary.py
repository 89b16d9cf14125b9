"""A glossary as it comes and goes in files: entries with their terms."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.domain.inputs import ConceptInput, TermInput


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
