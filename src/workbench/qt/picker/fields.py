"""Fields for what an archive holds: languages, dates, a role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QElapsedTimer, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QComboBox,
    QCompleter,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.domain.dates import DATE_NOTES, DATE_PROBLEMS, DateError, DateProblem, ReadDate, read_date
from workbench.domain.kinds import Certainty
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.roles import role_text
from workbench.i18n import N_, _, active
from workbench.qt.frame.base import Live, Words, say
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.look.style import current_look

OTHER_LANGUAGES = (
    "ar", "be-Latn", "be-tarask", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hu", "hy", "it", "he", "ja",
    "ka", "kk", "lv", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sr", "sv", "tr", "uk", "yi", "zh",
)  # fmt: skip
"""Languages that are offered after the working ones; any other tag that a row has is kept and shown."""

CERTAINTIES: dict[Certainty, str] = {
    Certainty.CERTAIN: N_("certain"),
    Certainty.PROBABLE: N_("probable"),
    Certainty.POSSIBLE: N_("possible"),
}
"""Each certainty's word, English."""


class CalmCombo(QComboBox):
    """A combo box that the wheel changes only while it has the focus: scrolling past it changes nothing.

    Words for which there is no room end in an ellipsis. A space between letters that are typed one after
    the other is looked for as they are; Qt would open the list, and names of two words could not be typed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._typed = QElapsedTimer()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = self._typed.isValid() and not self._typed.hasExpired(QApplication.keyboardInputInterval())
        if event.text() == " " and typing and not self.isEditable():
            self.view().setCurrentIndex(self.model().index(self.currentIndex(), self.modelColumn()))
            self.view().keyboardSearch(" ")
            self.setCurrentIndex(self.view().currentIndex().row())
        else:
            super().keyPressEvent(event)
        if event.text().isprintable() and event.text().strip():
            self._typed.start()

    @override
    def wheelEvent(self, event: object) -> None:
        if self.hasFocus():
            super().wheelEvent(event)  # type: ignore[arg-type]
        else:
            event.ignore()  # type: ignore[attr-defined]

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        if not self.itemIcon(self.currentIndex()).isNull():
            room -= self.iconSize().width() + current_look().px("gap")
        words = option.currentText
        elided = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        option.currentText = elided


class FittedCombo(CalmCombo):
    """One that is as wide as its longest words where there is room, and no wider than its place where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = (self.fontMetrics().horizontalAdvance(self.itemText(place)) for place in range(self.count()))
        letters = self.fontMetrics().horizontalAdvance("X") * self.minimumContentsLength()
        least = super().sizeHint()
        return QSize(least.width() + max(0, max(words, default=0) - letters) + current_look().px("gap"), least.height())


class LanguageCombo(Live, CalmCombo):
    """Chooses a language: the four first, then others by name. `unknown` offers not to know (empty)."""

    tag_changed = Signal(str)

    def __init__(self, *, unknown: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unknown = unknown
        self._extra: str | None = None
        self.retranslate()
        self.activated.connect(lambda _place: self.tag_changed.emit(self.tag()))

    def tag(self) -> str:
        """Return the chosen BCP 47 tag, empty for unknown."""
        return str(self.currentData() or "")

    def set_tag(self, tag: str) -> None:
        """Choose a language; one that is not offered is added."""
        if tag and tag not in (*WORKING_LANGUAGES, *OTHER_LANGUAGES):
            self._extra = tag
            self._fill()
        place = self.findData(tag)
        self.setCurrentIndex(max(0, place))

    def _fill(self) -> None:
        chosen, book = self.tag(), active()
        others = sorted((book.language_name(tag), tag) for tag in (*OTHER_LANGUAGES, *filter(None, [self._extra])))
        self.clear()
        if self._unknown:
            self.addItem(_("not known"), "")
        for tag in WORKING_LANGUAGES:
            self.addItem(book.language_name(tag), tag)
        self.insertSeparator(self.count())
        for name, tag in others:
            self.addItem(name, tag)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    @override
    def retranslate(self) -> None:
        self._fill()


def _read(text: str) -> ReadDate:
    return read_date(text, datetime.now(UTC).astimezone().date())


def understood_date(text: str, *, point: bool = True) -> str:
    """Return in words how a date that is being typed is understood, or what is wrong with it.

    `point` is as of `date_text`.
    """
    try:
        read = _read(text)
    except DateError as error:
        if error.problem is DateProblem.UNREAD:
            return _("Not a date yet. For example 12.12.2025, December 2025, 2021 – 2025, about 1984, after 2020.")
        return _(DATE_PROBLEMS[error.problem])
    if not read.edtf:
        return _("For example 12.12.2025, 2021 – 2025.")
    return " · ".join((date_text(read.edtf, active().language, point=point), *(_(DATE_NOTES[n]) for n in read.notes)))


def given_date(text: str) -> str:
    """Return a date that was typed as EDTF, today's for "today"; what is no date comes back as it is, to be refused."""
    try:
        return _read(text).edtf
    except DateError:
        return text


class DateRow(FormRow):
    """A date as people write it, with what was understood in words under it. `value` is EDTF.

    `lasting` says that it is the time of something that holds for a while, not a single moment.
    """

    changed = Signal()

    def __init__(self, words: Words, *, lasting: bool = False, parent: QWidget | None = None) -> None:
        self._edit, self._lasting = QLineEdit(), lasting
        super().__init__(words, self._edit, hint=self._understood, parent=parent)
        self._edit.textChanged.connect(self._typed)

    def value(self) -> str:
        """Return the date as EDTF.

        Raises:
            DateError: what was typed is not a date.
        """
        return _read(self._edit.text()).edtf

    def given(self) -> str:
        """Return the date as EDTF, what was typed where that is no date."""
        return given_date(self._edit.text())

    def text(self) -> str:
        """Return what was typed."""
        return self._edit.text()

    def set_value(self, edtf: str) -> None:
        """Show a date, or anything else that was typed before."""
        self._edit.setText(edtf)

    def _typed(self) -> None:
        self.set_error("")
        self._below.retranslate()
        self.changed.emit()

    def _understood(self) -> str:
        # What is wrong stands above already: what remains to be said is how a date is written.
        if self.error:
            return _("For example 12.12.2025, December 2025, 2021 – 2025, about 1984, after 2020.")
        return understood_date(self.text(), point=not self._lasting)

    @override
    def set_error(self, words: Words) -> None:
        super().set_error(words)
        self._below.setVisible(True)
        self.retranslate_hint()


class SuggestLine(QLineEdit):
    """A line that completes what is typed to a word that is known; any other word is taken as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def set_suggestions(self, words: Iterable[str]) -> None:
        """Complete to these words, the first that fits."""
        self._words.setStringList(list(dict.fromkeys(words)))


class RoleCombo(Live, CalmCombo):
    """A role: one of those offered, shown in the active language, or any word that is typed.

    `known` are roles that are not offered, and told by their words all the same. `changed` comes
    when another role was settled on, with the role as it is stored.
    """

    changed = Signal(str)

    def __init__(
        self, roles: Sequence[str], role: str, parent: QWidget | None = None, *, known: Iterable[str] = ()
    ) -> None:
        super().__init__(parent)
        self._roles = tuple(dict.fromkeys((*roles, role))) if role else tuple(roles)
        self._known = tuple(known)
        self._settled = role
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line, completer = self.lineEdit(), self.completer()
        if line is None or completer is None:
            raise RuntimeError("an editable combo box has a line and a completer")
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.retranslate()
        self.activated.connect(lambda _place: self._settle())
        line.editingFinished.connect(self._settle)

    def role(self) -> str:
        """Return the role as it is stored: the key of one that was offered, else what was typed."""
        return stored_role(self.currentText(), (*self._roles, *self._known))

    def offer(self, roles: Sequence[str]) -> None:
        """Offer other roles; one that is not among them any more gives way to the first, without `changed`."""
        role = self.role()
        self._roles = tuple(roles)
        stays = role in roles or (role and role not in self._known)
        self._settled = role if stays else next(iter(roles), "")
        self.retranslate()

    def set_role(self, role: str) -> None:
        """Show another role, without `changed`."""
        self._settled = role
        if role and role not in self._roles:
            self._roles = (*self._roles, role)
        self.retranslate()

    def _settle(self) -> None:
        role = self.role()
        if not role:
            self.setEditText(role_text(self._settled))
        elif role != self._settled:
            self._settled = role
            self.changed.emit(role)

    @override
    def retranslate(self) -> None:
        self.clear()
        self.addItems([role_text(role) for role in self._roles])
        self.setEditText(role_text(self._settled))
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)  # a role that is longer than the field shows its beginning


def stored_role(typed: str, roles: Iterable[str]) -> str:
    """Return the key of a role that was typed in the active language, else what was typed."""
    typed = " ".join(typed.split())
    return next((role for role in roles if role_text(role).casefold() == typed.casefold()), typed)


class ChoiceRow(Live, QWidget):
    """A few values of which exactly one holds, side by side; arrows change it."""

    changed = Signal(str)

    def __init__(self, words: Words, choices: dict[str, str], parent: QWidget | None = None) -> None:
        """`choices` are values and their English words."""
        super().__init__(parent)
        self._words, self._choices = words, choices
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        row = Flow(self)
        for value in choices:
            button = QRadioButton()
            self._buttons[value] = button
            self._group.addButton(button)
            row.addWidget(button)
        next(iter(self._buttons.values())).setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.changed.emit(self.value()))
        self.retranslate()

    def value(self) -> str:
        """Return the value that holds."""
        return next(value for value, button in self._buttons.items() if button.isChecked())

    def set_value(self, value: str) -> None:
        """Let another value hold, without `changed`."""
        self._buttons[value].setChecked(True)

    def choose(self, place: int) -> None:
        """Let the value at a place hold, if there is one."""
        values = list(self._buttons)
        if 0 <= place < len(values):
            self.set_value(values[place])
            self.changed.emit(values[place])

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(say(self._words))
        for value, button in self._buttons.items():
            button.setText(_(self._choices[value]))
            button.setAccessibleDescription(say(self._words))
