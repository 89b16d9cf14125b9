"""The picker: which record a passage names, then the role it plays there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import MentionInput, checked
from workbench.domain.kinds import Certainty, RecordKind
from workbench.domain.roles import MENTION_ROLES, role_text
from workbench.i18n import _
from workbench.qt.frame.base import Button, Live, Words
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import ElidedLabel, PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.adaptive import SideBySide
from workbench.qt.picker.fields import CERTAINTIES, ChoiceRow, SuggestLine, stored_role
from workbench.qt.picker.offers import KIND_ICONS, Choice
from workbench.qt.picker.popup import ENTER, Popup, pressed_with_ctrl
from workbench.qt.picker.search import RecordSearch
from workbench.qt.session import Session

_DEFAULT_ROLE = "mentioned"
_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


@dataclass(frozen=True, slots=True)
class Pick:
    """What the picker was left with: a record and the mention of it."""

    choice: Choice
    mention: MentionInput


class RolePage(Live, QWidget):
    """The second step: role and certainty."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = RecordKind.PERSON
        self._icon = QLabel()
        self._name = ElidedLabel(strong=True)
        self.role = SuggestLine()
        self.role.installEventFilter(self)
        self._role_row = FormRow(lambda: _("Role in this passage"), self.role)
        self._known = PlainLabel(role="small", wrap=True)
        self.certainty = ChoiceRow(
            lambda: _("Certainty"), {certainty.value: words for certainty, words in CERTAINTIES.items()}
        )
        self._done = Button(lambda: _("Link"), self.done.emit, kind="primary")
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(self._icon)
        self._head.addWidget(self._name, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._role_row)
        self._column.addWidget(self._known)
        self._column.addWidget(SideBySide((self.certainty, 1), (self._done, 0)))
        self.setFocusProxy(self.role)
        self.restyle()

    def show_choice(self, choice: Choice) -> None:
        """Ask for the role of a record, from the usual one."""
        self._kind = choice.kind
        self._name.set_text(choice.name)
        self.role.setText(role_text(_DEFAULT_ROLE))
        self.role.selectAll()
        self.certainty.set_value(Certainty.CERTAIN.value)
        self._role_row.set_error("")
        self.retranslate()
        self.restyle()

    def mention(self) -> MentionInput | None:
        """Return what was given; None where it does not fit, which is then said beside the field."""
        role = stored_role(self.role.text(), MENTION_ROLES[self._kind])
        try:
            return checked(MentionInput, role=role, certainty=self.certainty.value())
        except InputError as error:
            self._role_row.set_error(str(error))
            self.role.setFocus()
            return None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Up and Down for the roles: those that begin with what was typed, or all."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or watched is not self.role:
            return False
        if event.key() in ENTER and not event.modifiers():
            self.done.emit()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return False

    def _step(self, by: int) -> None:
        text = self.role.text()
        typed = text[: self.role.selectionStart()] if self.role.selectedText() else ""
        offered = MENTION_ROLES[self._kind]
        roles = [role for role in offered if role_text(role).casefold().startswith(typed.casefold())] or list(offered)
        role = stored_role(text, roles)
        self.role.setText(role_text(roles[(roles.index(role) + by) % len(roles)] if role in roles else roles[0]))
        self.role.setSelection(len(typed), len(self.role.text()))

    @override
    def retranslate(self) -> None:
        roles = [role_text(role) for role in MENTION_ROLES[self._kind]]
        self.role.set_suggestions(roles)
        self._known.setText(" · ".join(roles))

    @override
    def restyle(self) -> None:
        look = current_look()
        side = look.px("icon")
        icon = look.icon(KIND_ICONS[self._kind], self._kind.value)
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
        for box in (self._head, self._column):
            box.setSpacing(look.px("gap"))


class RecordPicker(Popup):
    """Chooses or makes a record for a passage. Type, Enter, Enter; Escape goes back one step."""

    picked = Signal(object)
    """A `Pick`."""

    drafted = Signal(str)
    """What was typed when the focus was taken elsewhere; empty where the person was done with it."""

    def __init__(
        self,
        host: QWidget,
        session: Session,
        *,
        kinds: Sequence[RecordKind] = tuple(RecordKind),
        words: str = "",
        tag: str = "",
    ) -> None:
        """`words` are those of the passage, `tag` the language of its text."""
        super().__init__(host)
        self._choice: Choice | None = None
        self.search = RecordSearch(session, _hint(kinds), kinds=kinds, tag=tag)
        self.page = RolePage()
        self._keys = PlainLabel(self._help, role="small", wrap=True)
        self.column.addWidget(self.search)
        self.column.addWidget(self.page)
        self.column.addWidget(self._keys)
        self.page.hide()
        self.search.chosen.connect(self._chosen)
        self.search.settled.connect(self._refit)
        self.page.done.connect(self._done)
        self.setFocusProxy(self.search)
        self.setAccessibleName(_("Link passage to a record"))
        self.search.set_text(words)

    def _help(self) -> str:
        if self._choice is None:
            return _("Type a part of a name in any language. Enter takes it, Esc closes.")
        return _("Enter links. Ctrl+1, 2, 3 say how certain it is. Esc goes back.")

    def _refit(self) -> None:
        if self._open:
            self.fit()

    def _chosen(self, choice: Choice) -> None:
        self._choice = choice
        self.page.show_choice(choice)
        # The focus goes first: a hidden field would hand it to whatever comes next.
        self.page.show()
        self.page.setFocus()
        self.setFocusProxy(self.page)
        self.search.hide()
        self._keys.set_words(self._help)
        self.fit()

    def _done(self) -> None:
        mention = self.page.mention()
        if self._choice is None or mention is None:
            return
        pick = Pick(self._choice, mention)
        self.drafted.emit("")
        self.dismiss()
        self.picked.emit(pick)

    @override
    def confirm(self) -> None:
        if self._choice is not None:
            self._done()

    @override
    def left(self) -> None:
        self.drafted.emit(self.search.text())
        self.dismiss()

    @override
    def back(self) -> None:
        if self._choice is None:
            self.drafted.emit("")
            self.dismiss()
            return
        self._choice = None
        self.search.show()
        self.search.setFocus()
        self.setFocusProxy(self.search)
        self.page.hide()
        self._keys.set_words(self._help)
        self.fit()

    @override
    def takes(self, event: QKeyEvent) -> bool:
        return super().takes(event) or pressed_with_ctrl(event, *_DIGITS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed_with_ctrl(event, *_DIGITS) and self._choice is not None:
            self.page.certainty.choose(_DIGITS.index(Qt.Key(event.key())))
            event.accept()
            return
        super().keyPressEvent(event)


def _hint(kinds: Sequence[RecordKind]) -> Words:
    if len(kinds) != 1:
        return lambda: _("Name of a person, event, organisation or place")
    words = {
        RecordKind.PERSON: lambda: _("Name of a person"),
        RecordKind.EVENT: lambda: _("Name of an event"),
        RecordKind.ORGANISATION: lambda: _("Name of an organisation"),
        RecordKind.PLACE: lambda: _("Name of a place"),
    }
    return words[kinds[0]]
