"""What screen readers are told of a reader: the current passage, the selection, the paragraph of the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.i18n import _

if TYPE_CHECKING:
    from workbench.qt.reader.reader import Reader

DESCRIBED = 2_000
"""Code points of a paragraph or selection that are told."""


def description(reader: Reader) -> str:
    """Return the lines, those that say nothing left out."""
    block = reader.model.block(reader.model.block_index_at(reader.caret()))
    current, span, lines = reader.current(), reader.selection(), []
    passage = None if current is None else reader.passages.get(current)
    if passage is not None:
        lines += [_("Passage: {label}").format(label=reader.label_of(passage)), reader.facts_of(passage)]
    if span is not None:
        words = reader.text[span.start : min(span.end, span.start + DESCRIBED)]
        lines.append(_("Selected: {words}").format(words=words))
    lines.append(reader.text[block.start : min(block.end, block.start + DESCRIBED)])
    return "\n".join(line for line in lines if line)
