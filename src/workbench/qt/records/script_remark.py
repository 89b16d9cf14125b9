"""What is said beside a name that is written in another script than its language is, and the way to mend that."""

from __future__ import annotations

from PySide6.QtCore import Signal

from workbench.domain.scripts import CYRILLIC, fitting_language, script_of
from workbench.i18n import _, active
from workbench.qt.records.remark import Remark


class ScriptRemark(Remark):
    """Hidden while the script fits. `accepted(str)` gives the tag of the language that the name is to have."""

    accepted = Signal(str)

    def __init__(self) -> None:
        self._tag = self._fitting = self._value = ""
        super().__init__(self._said, self._verb, lambda: self.accepted.emit(self._fitting), "languages")

    def look_at(self, value: str, tag: str) -> None:
        """Compare a name with its language."""
        self._value, self._tag, self._fitting = value, tag, fitting_language(value, tag)
        self.note(f"{tag} {value.strip()}" if self._fitting else "")

    def _said(self) -> str:
        language = active().language_name(self._tag) if self._tag else ""
        if script_of(self._value) == CYRILLIC:
            return _("Cyrillic letters, but the language is {language}.").format(language=language)
        return _("Latin letters, but the language is {language}.").format(language=language)

    def _verb(self) -> str:
        language = active().language_name(self._fitting) if self._fitting else ""
        return _("Make it {language}").format(language=language)
