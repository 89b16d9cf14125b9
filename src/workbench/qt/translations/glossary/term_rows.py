"""The terms of an entry in one language, each with its status."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.inputs import TermInput, checked
from workbench.domain.kinds import PartOfSpeech, TermStatus
from workbench.i18n import N_, _, active
from workbench.qt.frame.base import IconButton, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import FittedCombo
from workbench.store.queries.glossary import TermRow

STATUSES: dict[TermStatus, str] = {
    TermStatus.PREFERRED: N_("preferred term"),
    TermStatus.ADMITTED: N_("allowed term"),
    TermStatus.FORBIDDEN: N_("forbidden term"),
}
PARTS: dict[PartOfSpeech, str] = {
    PartOfSpeech.NONE: N_("any part of speech"),
    PartOfSpeech.NOUN: N_("noun"),
    PartOfSpeech.PROPER_NOUN: N_("proper noun"),
    PartOfSpeech.VERB: N_("verb"),
    PartOfSpeech.ADJECTIVE: N_("adjective"),
    PartOfSpeech.ADVERB: N_("adverb"),
    PartOfSpeech.OTHER: N_("other part of speech"),
}


class TermLine(Live, QWidget):
    """One term: its words over its status, its part of speech and, where it is forbidden, why."""

    changed = Signal()
    removed = Signal()

    def __init__(self, tag: str, row: TermRow | None = None) -> None:
        super().__init__()
        self.tag = tag
        self.value = QLineEdit(row.value if row else "")
        self.status, self.part, self.reason = FittedCombo(), FittedCombo(), QLineEdit(row.reason if row else "")
        self.remove = IconButton("x", lambda: _("Remove this term"), self.removed.emit)
        for status, words in STATUSES.items():
            self.status.addItem(_(words), status)
        for part, words in PARTS.items():
            self.part.addItem(_(words), part)
        self.status.setCurrentIndex(self.status.findData(row.status if row else TermStatus.PREFERRED))
        self.part.setCurrentIndex(self.part.findData(PartOfSpeech(row.part_of_speech) if row else PartOfSpeech.NONE))
        under = QWidget()
        self._top, self._under = QHBoxLayout(), Flow(under)
        self._top.addWidget(self.value, 1)
        self._top.addWidget(self.remove)
        self._under.addWidget(self.status)
        self._under.addWidget(self.part)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(under)
        self._column.addWidget(self.reason)
        self.setFocusProxy(self.value)
        for edit in (self.value, self.reason):
            edit.textEdited.connect(self.changed)
        for combo in (self.status, self.part):
            combo.activated.connect(self.changed)
        self.status.currentIndexChanged.connect(self._ask_reason)
        self._ask_reason()
        self.retranslate()
        self.restyle()

    def _ask_reason(self) -> None:
        self.reason.setVisible(self.status.currentData() == TermStatus.FORBIDDEN)

    def term(self) -> TermInput | None:
        """Return the term; None where nothing was typed.

        Raises:
            InputError: it does not fit.
        """
        if not self.value.text().strip():
            return None
        return checked(
            TermInput,
            tag=self.tag,
            value=self.value.text(),
            status=self.status.currentData(),
            part_of_speech=self.part.currentData(),
            reason=self.reason.text(),
        )

    @override
    def retranslate(self) -> None:
        language = active().language_name(self.tag)
        self.value.setAccessibleName(_("Term in {language}").format(language=language))
        self.value.setPlaceholderText(_("Term in {language}").format(language=language))
        self.status.setAccessibleName(_("Status"))
        self.part.setAccessibleName(_("Part of speech"))
        self.reason.setAccessibleName(_("Why it is not to be used"))
        self.reason.setPlaceholderText(_("Why it is not to be used"))
        for combo, words in ((self.status, list(STATUSES.values())), (self.part, list(PARTS.values()))):
            for place, each in enumerate(words):
                combo.setItemText(place, _(each))

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setContentsMargins(0, 0, 0, look.px("step"))
        self._column.setSpacing(look.px("half"))
        self._top.setSpacing(look.px("half"))


class TermRows(Live, QWidget):
    """The terms of one language under its name; one more can be added."""

    changed = Signal()

    def __init__(self, tag: str, rows: Iterable[TermRow]) -> None:
        super().__init__()
        self.tag = tag
        self.lines: list[TermLine] = []
        self._name = PlainLabel(lambda: active().language_name(tag), role="lead")
        self.add = IconButton(
            "plus",
            lambda: _("Add a term in {language}").format(language=active().language_name(tag)),
            self.add_line,
        )
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addWidget(self.add)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        for row in rows:
            self._put(TermLine(tag, row))
        if not self.lines:
            self._put(TermLine(tag))
        self.restyle()

    def _put(self, line: TermLine) -> None:
        self.lines.append(line)
        line.changed.connect(self.changed)
        line.removed.connect(lambda: self._take_out(line))
        self._column.addWidget(line)
        line.show()

    def add_line(self) -> None:
        """Offer a field for one more term, and go there."""
        self._put(TermLine(self.tag))
        self.lines[-1].value.setFocus()

    def _take_out(self, line: TermLine) -> None:
        self.lines.remove(line)
        self.add.setFocus()
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.changed.emit()

    @override
    def restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_look().px("half"))
