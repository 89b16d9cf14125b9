"""The forms of a name or term, offered at the cursor."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.i18n import _
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.picker.popup import Popup
from workbench.qt.records.cases import CASES
from workbench.qt.spelling.choices import Choices
from workbench.services.terms import Wording


class FormsPopup(Popup):
    """Every form, walked through with the arrow keys; Enter takes one. `chosen(str)` is that form."""

    chosen = Signal(str)

    def __init__(self, host: QWidget, wording: Wording) -> None:
        super().__init__(host)
        title = PlainLabel(lambda: _("Forms of “{name}”").format(name=wording.forms[0].value), role="lead", wrap=True)
        self.choices = Choices()
        self.choices.set_choices((value, value, ", ".join((value, *cases))) for value, cases in _forms(wording).items())
        self.choices.chosen.connect(self._choose)
        self.column.addWidget(title)
        self.column.addWidget(self.choices)
        self.setFocusProxy(self.choices.buttons[0])
        self.setAccessibleName(title.text())

    def _choose(self, value: str) -> None:
        self.dismiss()
        self.chosen.emit(value)


def _forms(wording: Wording) -> dict[str, list[str]]:
    """Return each form once, with the cases that it is."""
    found: dict[str, list[str]] = {}
    for form in wording.forms:
        found.setdefault(form.value, [])
        for case in form.cases:
            found.setdefault(case.value, []).append(_(CASES[case.case]))
    return found
