"""What goes with the choice: the title, languages, states of translations, level, originals, notes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.bundle import EVERY_STATE, FINAL_ONLY
from workbench.domain.kinds import Level, TranslationState
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import _, active
from workbench.qt.archive.page import Tick
from workbench.qt.bundles.parts import Option
from workbench.qt.frame.base import Live, Words
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look

LONGEST_TITLE = 200
"""Code points of a bundle's title."""

_FINISHED = frozenset({TranslationState.REVIEWED, TranslationState.FINAL})


class Options(Live, QWidget):
    """The form in the middle. `changed` when anything but the title changes."""

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._fallback = title
        self.title = QLineEdit(title)
        self.title.setMaxLength(LONGEST_TITLE)
        self.languages = {tag: Tick(_naming(tag), checked=True) for tag in WORKING_LANGUAGES}
        self.states = {
            EVERY_STATE: Option(lambda: _("All of them, drafts too")),
            _FINISHED: Option(lambda: _("Only reviewed and final ones")),
            FINAL_ONLY: Option(lambda: _("Only final ones")),
        }
        self.levels = {
            Level.OPEN: Option(lambda: _("Only what is open")),
            Level.RESTRICTED: Option(lambda: _("What is restricted too")),
            Level.SECRET: Option(lambda: _("Everything, what is secret too")),
        }
        self.originals = Tick(lambda: _("The original files"), checked=True)
        self.notes = Tick(lambda: _("Notes and tags"))
        self._group, self._level_group = QButtonGroup(self), QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._sections: list[QVBoxLayout] = []
        self._error = PlainLabel(role="error", wrap=True)
        self._build()
        self.restyle()

    def _build(self) -> None:
        self._column.addWidget(FormRow(lambda: _("Title"), self.title))
        tags = Flow()
        for tick in self.languages.values():
            tags.addWidget(tick)
            tick.toggled.connect(self._languages_changed)
        languages = self._section(PlainLabel(lambda: _("Languages"), role="section"))
        languages.addLayout(tags)
        languages.addWidget(self._error)
        self._error.hide()
        states = self._section(PlainLabel(lambda: _("Translations"), role="section"))
        for option in self.states.values():
            self._group.addButton(option)
            states.addWidget(option)
        self.states[FINAL_ONLY].setChecked(True)
        levels = self._section(PlainLabel(lambda: _("Sensitivity"), role="section"))
        for level in self.levels.values():
            self._level_group.addButton(level)
            levels.addWidget(level)
        self.levels[Level.OPEN].setChecked(True)
        levels.addWidget(
            PlainLabel(
                lambda: _("Protected persons leave under their pseudonyms, whatever is chosen here."),
                role="small",
                wrap=True,
            )
        )
        also = self._section(PlainLabel(lambda: _("Also"), role="section"))
        for part in (self.originals, self.notes):
            also.addWidget(part)
            part.toggled.connect(self._tell)
        for group in (self._group, self._level_group):
            group.buttonToggled.connect(self._state_changed)

    def _section(self, title: PlainLabel) -> QVBoxLayout:
        section = QVBoxLayout()
        section.addWidget(title)
        self._column.addLayout(section)
        self._sections.append(section)
        return section

    def chosen_title(self) -> str:
        """Return the title, or the archive's name where it was left empty."""
        return " ".join(self.title.text().split()) or self._fallback

    def chosen_languages(self) -> tuple[str, ...]:
        """Return the tags of the ticked languages."""
        return tuple(tag for tag, tick in self.languages.items() if tick.isChecked())

    def chosen_states(self) -> frozenset[TranslationState]:
        """Return the states that may leave."""
        return next(states for states, option in self.states.items() if option.isChecked())

    def chosen_level(self) -> Level:
        """Return the strictest level that may leave."""
        return next(level for level, option in self.levels.items() if option.isChecked())

    def check(self) -> bool:
        """Say beside the field what is missing; True where nothing is."""
        if self.chosen_languages():
            return True
        self._say(_("Choose at least one language."))
        next(iter(self.languages.values())).setFocus()
        return False

    def _say(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def _languages_changed(self) -> None:
        self._say("")
        self.changed.emit()

    def _state_changed(self, _button: QWidget, on: bool) -> None:
        if on:
            self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()

    @override
    def retranslate(self) -> None:
        if not self._error.isHidden():
            self._say(_("Choose at least one language."))

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setSpacing(look.px("room"))
        for section in self._sections:
            section.setSpacing(look.px("half"))


def _naming(tag: str) -> Words:
    return lambda: active().language_name(tag)
