"""The settings: what is chosen holds at once, and there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from workbench.i18n import N_, _, active, ngettext
from workbench.qt.archive.page import Page, Tick
from workbench.qt.frame.base import Button, Live, hair_line
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.look.tokens import SCALE_LEAST, SCALE_MOST, SCALE_STEP, Theme
from workbench.qt.preferences.language import LanguageChoice
from workbench.qt.preferences.reading import ReadingSettings, percent
from workbench.qt.preferences.slider import StepSlider
from workbench.qt.settings import LOCK_CHOICES, Settings

_THEMES = {
    Theme.SYSTEM: N_("As the system"),
    Theme.LIGHT: N_("Light"),
    Theme.DARK: N_("Dark"),
    Theme.CONTRAST: N_("High contrast"),
}


class ChoiceBox(Live, QComboBox):
    """Choices with words in the active language. `chosen(value)` is called when the person picks one."""

    def __init__(
        self, choices: dict[object, Callable[[], str]], value: object, chosen: Callable[[object], None]
    ) -> None:
        super().__init__()
        self._choices = choices
        for each, words in choices.items():
            self.addItem(words(), each)
        self.show_value(value)
        self.activated.connect(lambda at: chosen(list(self._choices)[at]))

    def show_value(self, value: object) -> None:
        """Show a value as the chosen one."""
        self.setCurrentIndex(list(self._choices).index(value))

    @override
    def retranslate(self) -> None:
        for at, words in enumerate(self._choices.values()):
            self.setItemText(at, words())


def _minutes(minutes: int) -> str:
    if not minutes:
        return _("Never")
    return ngettext("After {n} minute", "After {n} minutes", minutes).format(n=active().number(minutes))


class SettingsPage(Page):
    """Everything that can be set. `show_keys` opens the sheet of keys."""

    def __init__(self, settings: Settings, show_keys: Callable[[], object]) -> None:
        super().__init__(lambda: _("Settings"))
        self._settings = settings
        self.language = LanguageChoice(settings)
        themes: dict[object, Callable[[], str]] = {theme: _late(text) for theme, text in _THEMES.items()}
        locks: dict[object, Callable[[], str]] = {n: _lock_words(n) for n in LOCK_CHOICES}
        self.theme = ChoiceBox(themes, settings.theme, self._set_theme)
        steps = range(SCALE_LEAST, SCALE_MOST + 1, SCALE_STEP)
        self.scale = StepSlider(steps, settings.scale, percent, self._set_scale, late=True)
        self.reading = ReadingSettings(settings)
        self.calm = Tick(lambda: _("No animations"), checked=settings.calm)
        self.lock = ChoiceBox(locks, settings.lock_minutes, self._set_lock)
        self.recent = Tick(lambda: _("List archives opened before"), checked=settings.keep_recent)
        self.keys = Button(lambda: _("Keys…"), show_keys, icon="keyboard")
        self.done = Button(lambda: _("Done"), self.left.emit, kind="primary")
        self.add(
            FormRow(lambda: _("Language"), self.language),
            hair_line(),
            FormRow(lambda: _("Colours"), self.theme),
            FormRow(lambda: _("Size of everything"), self.scale),
            self.calm,
            hair_line(),
            self.reading,
            hair_line(),
            FormRow(
                lambda: _("Lock the archive when nobody works in it"),
                self.lock,
                hint=lambda: _("Everything is saved first."),
            ),
            self.recent,
            PlainLabel(
                lambda: _("Only the places of archive files are kept on this computer, nothing that is in them."),
                role="small",
                wrap=True,
            ),
            hair_line(),
        )
        self.column.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_verbs(self.done)
        self.calm.toggled.connect(self._set_calm)
        self.recent.toggled.connect(self._set_recent)
        settings.changed.connect(self._follow)

    def _set_theme(self, theme: object) -> None:
        self._settings.theme = Theme(str(theme))

    def _set_scale(self, scale: int) -> None:
        self._settings.scale = scale

    def _set_lock(self, minutes: object) -> None:
        if isinstance(minutes, int):
            self._settings.lock_minutes = minutes

    def _set_calm(self, calm: bool) -> None:
        self._settings.calm = calm

    def _set_recent(self, kept: bool) -> None:
        self._settings.keep_recent = kept
        if not kept:
            self._settings.forget()

    def _follow(self, key: str) -> None:
        if key == "interface/scale":
            self.scale.show_value(self._settings.scale)

    @override
    def enter(self) -> None:
        self.language.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def restyle(self) -> None:
        super().restyle()
        self.column.setSpacing(current_look().px("wide"))


def _late(text: str) -> Callable[[], str]:
    return lambda: _(text)


def _lock_words(minutes: int) -> Callable[[], str]:
    return lambda: _minutes(minutes)
