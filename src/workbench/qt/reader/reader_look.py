"""What the reader is painted with, made from the design tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workbench.domain.kinds import PassageKind
from workbench.qt.look import fonts, tokens
from workbench.qt.look.style import Look


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
    line_ratio: float = tokens.USUAL_READING.leading / 100
    gap_ratio: float = tokens.USUAL_READING.gap / 100
    """Space between paragraphs, in multiples of the type's size."""
    measure: int = tokens.USUAL_READING.measure
    """Characters a line holds, on average over the text's own letters."""
    tint: float = tokens.TINT
    tint_current: float = tokens.TINT_CURRENT


def look_from(
    palette: tokens.Palette, *, pixels: int = tokens.SIZES["reading"], reading: tokens.Reading = tokens.USUAL_READING
) -> ReaderLook:
    """Make the reader's look from a theme's colours, the size of reading type in pixels, and the page."""
    return ReaderLook(
        paper=palette.paper,
        ink=palette.ink,
        second_ink=palette.second,
        line=palette.line,
        accent=palette.accent,
        kinds=MappingProxyType({kind: palette.kind(kind.value) for kind in PassageKind}),
        pixels=pixels,
        line_ratio=reading.leading / 100,
        gap_ratio=reading.gap / 100,
        measure=reading.measure,
    )


def look_of(look: Look) -> ReaderLook:
    """Return what a reader is painted with in the look in force; ask again whenever that changes."""
    return look_from(look.palette, pixels=look.size("reading"), reading=look.reading)


def light_look() -> ReaderLook:
    """Return the look of a light room."""
    return look_from(tokens.LIGHT)
