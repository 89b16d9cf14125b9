"""Characters that keyboards lack: quotation marks, dashes, and the letters of a language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workbench.domain.languages import base_language
from workbench.i18n import N_, _, active
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.picker.popup import Popup
from workbench.qt.spelling.choices import Choices

_OF: dict[str, str] = {
    "be": "«»„“’…–—\u00a0ґҐўЎіІёЁ",
    "ru": "«»„“…–—\u00a0ёЁ№",
    "lt": "„“‚‘…–—\u00a0ąĄčČęĘėĖįĮšŠųŲūŪžŽ",
    "en": "“”‘’…–—\u00a0",
}
"""By language, in the order in which they are used: quotation marks as the language nests them first."""

_NAMES: dict[str, str] = {
    "«": N_("opening angle quotation mark"),
    "»": N_("closing angle quotation mark"),
    "„": N_("low double quotation mark"),
    "“": N_("left double quotation mark"),
    "”": N_("right double quotation mark"),
    "‚": N_("low single quotation mark"),
    "‘": N_("left single quotation mark"),
    "’": N_("apostrophe"),
    "…": N_("ellipsis"),
    "–": N_("en dash"),
    "—": N_("em dash"),
    "\u00a0": N_("no-break space"),
    "№": N_("numero sign"),
}


class CharacterPalette(Popup):
    """The characters of a language, chosen by the arrow keys and Enter, or by a click."""

    chosen = Signal(str)

    def __init__(self, host: QWidget, tag: str) -> None:
        super().__init__(host)
        self._language = base_language(tag)
        self._title = PlainLabel(self._words, role="lead", wrap=True)
        self.choices = Choices()
        self.choices.chosen.connect(self._choose)
        self.column.addWidget(self._title)
        self.column.addWidget(self.choices)
        self.retranslate()

    def _words(self) -> str:
        return _("Characters: {language}").format(language=active().language_name(self._language))

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self._words())
        signs = _OF.get(self._language, _OF["en"])
        self.choices.set_choices((sign, _label(sign), _name(sign)) for sign in signs)
        self.setFocusProxy(self.choices.buttons[0])

    def _choose(self, sign: str) -> None:
        self.dismiss()
        self.chosen.emit(sign)


def _name(sign: str) -> str:
    return _(_NAMES[sign]) if sign in _NAMES else ""


def _label(sign: str) -> str:
    """Return what stands on the button: a space that cannot be seen says its name."""
    return _name(sign) if sign.isspace() else sign
