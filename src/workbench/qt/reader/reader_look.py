"""What the reader is painted with; the shell makes one from the design tokens.

The defaults are the figures of the design for a light and a dark room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from workbench.domain.kinds import PassageKind

_LIGHT_KINDS = {
    PassageKind.PERSON: "#1F5FA8",
    PassageKind.EVENT: "#A0520A",
    PassageKind.ORGANISATION: "#3C6E1F",
    PassageKind.PLACE: "#6B5B1E",
    PassageKind.QUOTE: "#7A3E9D",
    PassageKind.NOTE: "#5B6068",
}
_DARK_KINDS = {
    PassageKind.PERSON: "#7DB4F0",
    PassageKind.EVENT: "#F0AE62",
    PassageKind.ORGANISATION: "#9CCB7A",
    PassageKind.PLACE: "#D1BF6A",
    PassageKind.QUOTE: "#CFA3EA",
    PassageKind.NOTE: "#A3A8AE",
}


@dataclass(frozen=True, slots=True)
class ReaderLook:
    """Fonts, measures and colours (`#RRGGBB`); sizes are pixels at 100 % and grow with the zoom."""

    paper: str = "#FBFAF7"
    ink: str = "#1F2328"
    second_ink: str = "#5B6068"
    line: str = "#DAD6CC"
    accent: str = "#0B6E6E"
    kinds: Mapping[PassageKind, str] = field(default_factory=lambda: MappingProxyType(_LIGHT_KINDS))
    families: tuple[str, ...] = ("Noto Serif", "DejaVu Serif", "serif")
    pixels: int = 18
    line_ratio: float = 1.6
    measure: int = 69
    """Characters a line holds, on average over the text's own letters."""
    tint: float = 0.16
    tint_current: float = 0.40


def light_look() -> ReaderLook:
    """Return the default look for a light room."""
    return ReaderLook()


def dark_look() -> ReaderLook:
    """Return the default look for a dark room."""
    return ReaderLook(
        paper="#1B1D20",
        ink="#E8E6E1",
        second_ink="#A3A8AE",
        line="#3A3E43",
        accent="#4FC3BD",
        kinds=MappingProxyType(_DARK_KINDS),
    )
