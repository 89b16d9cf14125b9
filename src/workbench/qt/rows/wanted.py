"""What the Sources view hands to the review of a list."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.anchors import Span


@dataclass(frozen=True, slots=True)
class WantedLines:
    """Lines of a text version: those that `span` touches, or all of them; `title` is that of their source."""

    text_version_id: str
    title: str
    span: Span | None = None
