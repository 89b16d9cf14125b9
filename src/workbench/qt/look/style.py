"""One style sheet and one Qt palette, made from the tokens; and `Look`, which widgets ask."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from workbench.material import resources_folder
from workbench.qt.look import fonts
from workbench.qt.look.icons import make_icon, svg
from workbench.qt.look.memory import publish
from workbench.qt.look.tokens import (
    CONTRAST,
    DARK,
    DURATION,
    LENGTHS,
    LIGHT,
    PALETTES,
    SCALE_LEAST,
    SCALE_MOST,
    SIZES,
    TINT_BANNER,
    Palette,
    Reading,
    Theme,
    mix,
)


@cache
def _colours(palette: Palette) -> dict[str, str]:
    """Return the colours of a palette, which painting asks for thousands of times."""
    return palette.colours()


@cache
def _template() -> Template:
    return Template((resources_folder() / "styles" / "workbench.qss.in").read_text(encoding="utf-8"))


def _published_marks(palette: Palette) -> str:
    """Publish the small images that the style sheet names, in this palette's colours."""
    marks = {
        "down.svg": svg("chevron-down", palette.second, stroke=2.5),
        "up.svg": svg("chevron-up", palette.second, stroke=2.5),
        "right.svg": svg("chevron-right", palette.second, stroke=2.5),
        "down-off.svg": svg("chevron-down", palette.faint, stroke=2.5),
        "check.svg": svg("check", palette.on_accent, stroke=3.5),
        "check-ink.svg": svg("check", palette.ink, stroke=2.5),
        "part.svg": svg("minus", palette.on_accent, stroke=3.5),
        "close.svg": svg("x", palette.second, stroke=2.5),
        "close-hover.svg": svg("x", palette.ink, stroke=2.5),
    }
    return publish(f"look-{palette.name}", marks)


def _tokens(palette: Palette, scale: int) -> dict[str, str]:
    """Return what the template may name: colours, scaled lengths and sizes, banner grounds."""
    tokens = palette.colours()
    tokens |= {name: f"{scaled(value, scale)}px" for name, value in LENGTHS.items()}
    tokens |= {f"size_{name}": f"{scaled(value, scale)}px" for name, value in SIZES.items()}
    # The ring replaces a hair line; what is inside must not move when it appears.
    for name in ("step", "gap", "wide"):
        tokens[f"{name}_less"] = f"{scaled(LENGTHS[name], scale) - LENGTHS['ring'] + LENGTHS['hair']}px"
    tokens |= {"hair": f"{LENGTHS['hair']}px", "ring": f"{LENGTHS['ring']}px"}
    # A box is as high as its content, its padding and its line together.
    for name, above in (("target", "step"), ("tick", "")):
        padding = 2 * scaled(LENGTHS[above], scale) if above else 0
        tokens[f"{name}_inner"] = f"{scaled(LENGTHS[name], scale) - padding - 2 * LENGTHS['hair']}px"
    rail = scaled(LENGTHS["rail"], scale) - scaled(LENGTHS["gap"], scale)
    tokens["rail_inner"] = f"{rail - 2 * LENGTHS['ring']}px"
    tokens["half_tick"] = f"{scaled(LENGTHS['tick'], scale) // 2}px"
    tokens["half_scroll"] = f"{scaled(LENGTHS['scroll'], scale) // 2 - LENGTHS['half']}px"
    for level in ("info", "success", "warning", "error"):
        tokens[f"{level}_ground"] = mix(palette.colours()[level], palette.paper, TINT_BANNER)
    tokens |= {"interface": fonts.INTERFACE, "reading": fonts.READING, "marks": _published_marks(palette)}
    return tokens


def scaled(pixels: int, scale: int) -> int:
    """Return a length at `scale` per cent, whole pixels, at least 1."""
    return max(1, round(pixels * scale / 100))


def style_sheet(palette: Palette, scale: int = 100) -> str:
    """Return the program's style sheet; a token that the template misspells raises `KeyError`."""
    return _template().substitute(_tokens(palette, scale))


def qt_palette(palette: Palette) -> QPalette:
    """Return the colours that Fusion and Qt's own dialogs draw with."""
    role = QPalette.ColorRole
    made = QPalette()
    for where, colour in (
        (role.Window, palette.panel),
        (role.WindowText, palette.ink),
        (role.Base, palette.field),
        (role.AlternateBase, palette.panel),
        (role.Text, palette.ink),
        (role.Button, palette.panel),
        (role.ButtonText, palette.ink),
        (role.BrightText, palette.error),
        (role.ToolTipBase, palette.paper),
        (role.ToolTipText, palette.ink),
        (role.PlaceholderText, palette.second),
        (role.Highlight, palette.selection),
        (role.HighlightedText, palette.ink),
        (role.Accent, palette.accent),
        (role.Link, palette.accent),
        (role.LinkVisited, palette.accent),
        (role.Light, palette.hover),
        (role.Midlight, palette.line),
        (role.Mid, palette.control),
        (role.Dark, palette.control),
        (role.Shadow, palette.control),
    ):
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(palette.faint))
    return made


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Hold up Python's collector: Qt goes through lists of all widgets, none of which may be deleted meanwhile.

    One without a parent is deleted with the garbage that held it.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


class Look(QObject):
    """The look in force, one for the application: colours, scaled lengths, fonts and icons.

    `changed` comes after the style has been applied, for what is painted by hand, and alone where
    only the type that is read has another size: widgets with that type listen to it.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._theme = Theme.SYSTEM
        self._scale = self._reading_scale = 100
        self._calm = self._applied = False
        self.reading = Reading()
        """How a page that is read is set; change it by `set_reading`."""
        self._icons: dict[tuple[str, str, str, str], QIcon] = {}
        self._hints = QGuiApplication.styleHints()
        fonts.load_fonts()
        self.palette = self._choose()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def _choose(self) -> Palette:
        if self._theme in PALETTES:
            return PALETTES[self._theme]
        if self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _follow_system(self) -> None:
        if self._theme is Theme.SYSTEM and self._choose() is not self.palette:
            self.apply()

    def set(
        self,
        *,
        theme: Theme | None = None,
        scale: int | None = None,
        reading_scale: int | None = None,
        calm: bool | None = None,
    ) -> None:
        """Change what is given and apply it; scales in per cent are held within 100 to 200."""
        before = (self._theme, self._scale, self._calm)
        self._theme = self._theme if theme is None else theme
        self._scale = self._scale if scale is None else _within(scale)
        self._calm = self._calm if calm is None else calm
        reading, self._reading_scale = (
            self._reading_scale,
            self._reading_scale if reading_scale is None else _within(reading_scale),
        )
        if not self._applied or before != (self._theme, self._scale, self._calm):
            self.apply()
        elif reading != self._reading_scale:
            self.changed.emit()  # a style sheet that is set anew costs most of a second

    def set_reading(self, reading: Reading) -> None:
        """Set pages that are read otherwise: only those who paint them need to hear of it."""
        if reading != self.reading:
            self.reading = reading
            self.changed.emit()

    def apply(self) -> None:
        """Give the application this look."""
        self._applied = True
        application = self._application
        self.palette = self._choose()
        self._icons.clear()
        effects = (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip)
        for effect in (*effects, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_FadeTooltip):
            application.setEffectEnabled(effect, enable=False)
        with _nothing_collected():
            application.setPalette(qt_palette(self.palette))
            application.setFont(self.font())
            application.setStyleSheet(style_sheet(self.palette, self._scale))
            # Last and every time: it sends a style change to all widgets, also to those never shown yet.
            application.setStyle(QStyleFactory.create("Fusion"))
        self.changed.emit()

    @property
    def theme(self) -> Theme:
        """What the person chose, which may be to follow the system."""
        return self._theme

    @property
    def scale(self) -> int:
        """The interface's scale in per cent."""
        return self._scale

    @property
    def reading_scale(self) -> int:
        """The reading type's own scale in per cent."""
        return self._reading_scale

    @property
    def duration(self) -> int:
        """Milliseconds for an animation: 0 where the person wants none."""
        return 0 if self._calm else DURATION

    def px(self, length: str) -> int:
        """Return a length of `tokens.LENGTHS` in logical pixels at the interface's scale."""
        return scaled(LENGTHS[length], self._scale)

    def size(self, size: str) -> int:
        """Return a type size of `tokens.SIZES` in pixels; reading type has its own scale.

        What is written in the midst of the interface (`writing`) follows the larger of both.
        """
        own = {"reading": self._reading_scale, "writing": max(self._scale, self._reading_scale)}
        return scaled(SIZES[size], own.get(size, self._scale))

    def font(self, size: str = "interface", *, strong: bool = False, italic: bool = False) -> QFont:
        """Return an interface font of a size of `tokens.SIZES`."""
        return fonts.font(fonts.INTERFACE, self.size(size), strong=strong, italic=italic)

    def reading_font(self, *, strong: bool = False, italic: bool = False, size: str = "reading") -> QFont:
        """Return a reading font; a size other than `reading` follows the interface's scale."""
        return fonts.font(fonts.READING, self.size(size), strong=strong, italic=italic)

    def colour(self, token: str) -> QColor:
        """Return a colour by its token's name."""
        return QColor(_colours(self.palette)[token])

    def icon(self, name: str, colour: str = "second", *, on: str = "") -> QIcon:
        """Return an icon in a token's colour, `on` when checked; disabled ones are faint.

        Raises:
            UnknownIconError: no such icon is shipped.
        """
        colours = _colours(self.palette)
        key = (self.palette.name, name, colour, on)
        if key not in self._icons:
            self._icons[key] = make_icon(
                name, colours[colour], off=self.palette.faint, on=colours[on] if on else colours[colour]
            )
        return self._icons[key]


def _within(scale: int) -> int:
    return max(SCALE_LEAST, min(SCALE_MOST, scale))


def current_look() -> Look:
    """Return the application's look; the first call makes one that follows the system."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a look needs a QApplication")
    found = application.findChild(Look)
    if found is None:
        found = Look(application)
        found.apply()
    return found
