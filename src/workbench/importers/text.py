"""Plain text: its paragraphs and headings, told by blank lines and by what a heading looks like."""

from __future__ import annotations

import re

from workbench.domain.errors import ImportFileError
from workbench.domain.structure import BlockKind, StructuredText, join_blocks
from workbench.i18n import _
from workbench.importers import limits
from workbench.importers.decoding import decode, name_of
from workbench.importers.files import Original
from workbench.importers.found import FoundProvenance, Reading

READER = "text"
VERSION = "1"
"""Raised whenever the same bytes would give another text or other blocks."""

_WRAPPED = 160
"""Code points: nobody wraps lines wider, so a line this long is a paragraph by itself."""

_TITLE = 150
"""Code points of the longest first line that is taken for a title."""

_HASHES = re.compile(r"(#{1,6})[ \t]+\S")
_ENDS = tuple(".!?…:;,")


def read_text(original: Original) -> Reading:
    """Read plain text in any encoding. The title found is the first line where it looks like one.

    Raises:
        ImportFileError: see `decode`; or there is nothing but white space in it.
    """
    decoded = decode(original)
    structured = structure(decoded.text)
    if not structured.blocks:
        raise ImportFileError(_("“{name}” has no text in it.").format(name=name_of(original)))
    if len(structured.blocks) > limits.BLOCKS:
        raise ImportFileError(_("“{name}” has too many paragraphs.").format(name=name_of(original)))
    first = structured.blocks[0]
    title = structured.text[first.start : first.end] if first.kind is BlockKind.HEADING else ""
    provenance = FoundProvenance(title=" ".join(title.lstrip("#").split())[: limits.METADATA_POINTS])
    return Reading(structured, provenance, "text/plain", READER, VERSION, decoded.warnings)


def structure(text: str) -> StructuredText:
    """Part a text with line feeds into blocks; every character of a line is kept as it is.

    Blank lines part paragraphs, whose own line feeds stay in the text. Where there are none,
    or where a line is too long to be a wrapped one, each line is a paragraph. A line `# like
    this` is a heading of as many levels as it has signs, and keeps them; so is, at level 1, a
    short first line by itself without a full stop.
    """
    groups = _groups(text)
    parts: list[tuple[BlockKind, int, str]] = []
    for group in groups:
        hashes = _HASHES.match(group[0])
        if hashes and len(group) == 1:
            parts.append((BlockKind.HEADING, len(hashes[1]), group[0]))
        elif not parts and len(groups) > 1 and len(group) == 1 and _is_title(group[0]):
            parts.append((BlockKind.HEADING, 1, group[0]))
        else:
            parts.append((BlockKind.PARAGRAPH, 0, "\n".join(group)))
    return join_blocks(parts)


def _groups(text: str) -> list[list[str]]:
    """Return paragraphs as lists of lines."""
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    single = len(groups) == 1
    return [
        part
        for group in groups
        for part in ([[line] for line in group] if single or max(map(len, group)) > _WRAPPED else _at_hashes(group))
    ]


def _at_hashes(group: list[str]) -> list[list[str]]:
    """Part a paragraph before and after lines that are headings by their signs."""
    parts: list[list[str]] = []
    fresh = True
    for line in group:
        heading = _HASHES.match(line) is not None
        if heading or fresh:
            parts.append([line])
        else:
            parts[-1].append(line)
        fresh = heading
    return parts


def _is_title(line: str) -> bool:
    line = line.strip()
    return len(line) <= _TITLE and not line.endswith(_ENDS) and any(c.isalpha() for c in line)
