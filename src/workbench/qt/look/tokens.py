"""Every colour, length and duration of the interface, and the arithmetic that proves their contrast.

Nothing else in the program names a colour or a length: widgets ask `Look`, which scales these.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

KINDS = ("person", "event", "organisation", "place", "quote", "note", "evidence", "error")
"""The kinds of passage that have a colour and an underline of their own."""


class Theme(StrEnum):
    """What the person chose; `SYSTEM` follows the desktop's light or dark setting."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme as `#RRGGBB`.

    `paper` lies under what is read, `panel` under lists and bars, `field` under what is typed.
    `line` parts areas and carries no meaning; `control` outlines what can be used (3 : 1, WCAG
    1.4.11); `second` is for lesser text; `faint` only for what is switched off.
    """

    name: str
    dark: bool
    paper: str
    panel: str
    field: str
    line: str
    control: str
    ink: str
    second: str
    faint: str
    accent: str
    on_accent: str
    accent_strong: str
    focus: str
    hover: str
    pressed: str
    selection: str
    success: str
    warning: str
    error: str
    on_error: str
    info: str
    person: str
    event: str
    organisation: str
    place: str
    quote: str
    note: str
    evidence: str

    def kind(self, kind: str) -> str:
        """Return the colour of a passage kind, one of `KINDS`."""
        if kind not in KINDS:
            raise KeyError(kind)
        return str(getattr(self, kind))

    def tint(self, kind: str, *, current: bool = False) -> str:
        """Return the background of a passage: its colour over paper, stronger on the current one."""
        return mix(self.kind(kind), self.paper, TINT_CURRENT if current else TINT)

    def colours(self) -> dict[str, str]:
        """Return every colour by its token's name."""
        return {f.name: str(getattr(self, f.name)) for f in fields(self) if f.name not in ("name", "dark")}


TINT = 0.16
TINT_CURRENT = 0.40
TINT_BANNER = 0.10
"""Shares of a colour over paper, 0 to 1."""

LIGHT = Palette(
    name="light",
    dark=False,
    paper="#FBFAF7",
    panel="#F3F1EC",
    field="#FFFFFF",
    line="#DAD6CC",
    control="#88837A",
    ink="#1F2328",
    second="#5B6068",
    faint="#8F938F",
    accent="#0B6E6E",
    on_accent="#FFFFFF",
    accent_strong="#085757",
    focus="#0B6E6E",
    hover="#E9E6DF",
    pressed="#DEDACF",
    selection="#D3E4E1",
    success="#2F6B2A",
    warning="#8A4B00",
    error="#B3261E",
    on_error="#FFFFFF",
    info="#1F5FA8",
    person="#1F5FA8",
    event="#A0520A",
    organisation="#3C6E1F",
    place="#6B5B1E",
    quote="#7A3E9D",
    note="#5B6068",
    evidence="#5B6068",
)

DARK = Palette(
    name="dark",
    dark=True,
    paper="#1B1D20",
    panel="#232629",
    field="#17191B",
    line="#3A3E43",
    control="#7C828A",
    ink="#E8E6E1",
    second="#A3A8AE",
    faint="#70757C",
    accent="#4FC3BD",
    on_accent="#0B2221",
    accent_strong="#74D5D0",
    focus="#4FC3BD",
    hover="#2D3135",
    pressed="#383D42",
    selection="#22484A",
    success="#9CCB7A",
    warning="#F0AE62",
    error="#F2887F",
    on_error="#2A0906",
    info="#7DB4F0",
    person="#7DB4F0",
    event="#F0AE62",
    organisation="#9CCB7A",
    place="#D1BF6A",
    quote="#CFA3EA",
    note="#A3A8AE",
    evidence="#A3A8AE",
)

CONTRAST = Palette(
    name="contrast",
    dark=True,
    paper="#000000",
    panel="#000000",
    field="#000000",
    line="#8C8C8C",
    control="#FFFFFF",
    ink="#FFFFFF",
    second="#E6E6E6",
    faint="#A0A0A0",
    accent="#FFE24D",
    on_accent="#000000",
    accent_strong="#FFF0A0",
    focus="#FFE24D",
    hover="#2B2B2B",
    pressed="#3D3D3D",
    selection="#004A9E",
    success="#A8F0A0",
    warning="#FFC46B",
    error="#FF9C94",
    on_error="#000000",
    info="#9CCBFF",
    person="#9CCBFF",
    event="#FFC46B",
    organisation="#B6EB92",
    place="#EBDA83",
    quote="#E0BDF7",
    note="#D0D0D0",
    evidence="#D0D0D0",
)

PALETTES: dict[Theme, Palette] = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}

LENGTHS: dict[str, int] = {
    "hair": 1,
    "ring": 2,
    "half": 2,
    "step": 4,
    "gap": 8,
    "wide": 12,
    "room": 16,
    "hall": 24,
    "vast": 32,
    "radius": 6,
    "target": 28,
    "rail": 48,
    "icon": 16,
    "icon_large": 20,
    "icon_empty": 40,
    "bar": 28,
    "tick": 16,
    "scroll": 12,
    "scroll_handle": 32,
    "column": 480,
    "overlay": 560,
    "side": 300,
    "side_least": 160,
}
"""Lengths in logical pixels at 100 %. Spacing goes in steps of 4; a target is at least 28 high."""

SIZES: dict[str, int] = {
    "small": 12,
    "interface": 13,
    "lead": 15,
    "title": 20,
    "display": 26,
    "reading": 18,
    "writing": 18,
}
"""Type sizes in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a page that is read is set: `measure` in characters a line (66 to 72 read best), `leading`
    (line height) and `gap` (space between paragraphs) in per cent of the type's size."""

    measure: int = 70
    leading: int = 160
    gap: int = 70


USUAL_READING = Reading()

READING_STEPS: dict[str, range] = {
    "measure": range(50, 111, 4),
    "leading": range(120, 221, 10),
    "gap": range(10, 151, 20),
}
"""What each figure of `Reading` may be."""

DURATION = 120
"""The longest animation, in milliseconds; 0 where the system asks for none."""

SCALE_LEAST, SCALE_MOST, SCALE_STEP = 100, 200, 10
"""Bounds and step of both scales, in per cent."""


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(over: str, under: str, share: float) -> str:
    """Lay one `#RRGGBB` over another; `share` is how much of the upper one shows, 0 to 1."""
    pairs = zip(_channels(over), _channels(under), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    parts = [c / 255 for c in _channels(colour)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
