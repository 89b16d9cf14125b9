"""What the reader is painted with, made from the design tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workbench.domain.kinds import PassageKind
from workbench.qt.look import fonts, tokens


@dataclass(frozen=True, slots=True)
class ReaderLook:
    """Fonts, measures and colours (`#RRGGBB`); `pixels` is the type's size at 100 % zoom."""

    paper: str
    ink: str
    second_ink: str
    line: str
    accent: str
    kinds: Mapping[PassageKind, str]
    families: tuple[str, ...] = (fonts.READING, "Noto Serif", "DejaVu Serif", "serif")
    """The first is shipped; the others stand in for letters that it lacks."""
    pixels: int = tokens.SIZES["reading"]
    line_ratio: float = tokens.LEADING_READING
    measure: int = sum(tokens.READING_COLUMN) // 2
    """Characters a line holds, on average over the text's own letters."""
    tint: float = tokens.TINT
    tint_current: float = tokens.TINT_CURRENT


def look_from(palette: tokens.Palette, *, pixels: int = tokens.SIZES["reading"]) -> ReaderLook:
    """Make the reader's look from a theme's colours and the size of reading type in pixels."""
    return ReaderLook(
        paper=palette.paper,
        ink=palette.ink,
        second_ink=palette.second,
        line=palette.line,
        accent=palette.accent,
        kinds=MappingProxyType({kind: palette.kind(kind.value) for kind in PassageKind}),
        pixels=pixels,
    )


def light_look() -> ReaderLook:
    """Return the look of a light room."""
    return look_from(tokens.LIGHT)
