"""What was remarked on the quote at hand: one conversation for all of its languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import NoteInput, checked
from workbench.i18n import _, active
from workbench.qt.frame.base import Button, Live, variant
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.popup import ENTER, pressed_with_ctrl
from workbench.qt.translations.feature import DeskFeature, HelpPart
from workbench.services.comments import add_comment, edit_comment, remove_comment, settle_comment
from workbench.store.queries.comments import CommentRow, comments_on
from workbench.store.queries.quotes import QuoteRow
from workbench.store.work import Act

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

_LINES = 3
"""Lines of type that the field shows."""


class CommentBox(Live, QFrame):
    """One comment with what can be done about it; `asked` names that: `edit`, `settle`, `reopen`, `remove`."""

    asked = Signal(str)

    def __init__(self, row: CommentRow, who: str, *, own: bool, read_only: bool) -> None:
        super().__init__()
        self.row = row
        self._who = who
        self.setObjectName("Comment")
        self.body = PlainLabel(row.body, role="second" if row.settled else "", wrap=True)
        self.body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = PlainLabel(self._told, role="small", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._facts)
        self._column.addWidget(self.body)
        self.buttons: dict[str, Button] = {}
        line = Flow()
        for name, words, icon in self._verbs(own=own and not read_only, anybody=not read_only):
            self.buttons[name] = Button(words, partial(self.asked.emit, name), kind="quiet", icon=icon)
            line.addWidget(self.buttons[name])
        self._column.addLayout(line)
        self.restyle()

    def _verbs(self, *, own: bool, anybody: bool) -> list[tuple[str, Callable[[], str], str]]:
        found: list[tuple[str, Callable[[], str], str]] = []
        if anybody and self.row.settled:
            found.append(("reopen", lambda: _("Open again"), "undo-2"))
        elif anybody:
            found.append(("settle", lambda: _("Settle"), "check"))
        if own:
            found.append(("edit", lambda: _("Edit"), "pencil"))
            found.append(("remove", lambda: _("Remove"), "trash-2"))
        return found

    def _told(self) -> str:
        moment = active().date_time(datetime.fromisoformat(self.row.moment))
        return " · ".join(part for part in (self._who, moment, _("settled") if self.row.settled else "") if part)

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setContentsMargins(look.px("wide"), look.px("gap"), look.px("wide"), 0)
        self._column.setSpacing(look.px("half"))


class CommentsPart(HelpPart):
    """The comments, the oldest first, over the field for a new one. `wanted` hands over what is to be written."""

    action = "desk.comments"
    icon = "comment"

    wanted = Signal(object)
    """An `Act` of `services.comments`."""

    def __init__(self) -> None:
        super().__init__()
        self.quote_id = ""
        self.boxes: list[CommentBox] = []
        self._edited: CommentRow | None = None
        self._drafts: dict[str, str] = {}
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self.error = PlainLabel(role="error", wrap=True)
        self.error.hide()
        self._nothing = PlainLabel(
            lambda: _("No comments on this quote yet. Everybody who translates it, into any language, sees them."),
            role="second",
            wrap=True,
        )
        self.post = Button(self._post_words, self.send, kind="primary", icon="send")
        self.cancel = Button(lambda: _("Cancel"), self.stop_editing, kind="quiet", icon="x")
        self._build()
        self.setFocusProxy(self.field)
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setMinimumHeight(1)  # it gives way to the field
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.addWidget(self._nothing)
        self._list.addStretch(1)
        self._area.setWidget(inside)
        self._buttons = Flow()
        self._buttons.addWidget(self.post)
        self._buttons.addWidget(self.cancel)
        self._foot = QVBoxLayout()
        for part in (self.field, self.error):
            self._foot.addWidget(part)
        self._foot.addLayout(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._area, 1)
        self._column.addLayout(self._foot)
        self.cancel.hide()

    @staticmethod
    @override
    def words() -> str:
        return _("Comments")

    def _post_words(self) -> str:
        return _("Comment") if self._edited is None else _("Change the comment")

    def show_comments(
        self, quote_id: str, rows: Sequence[CommentRow], people: dict[str, str], me: str | None, *, read_only: bool
    ) -> None:
        """Show the comments of a quote; what was begun for another one waits there."""
        if quote_id != self.quote_id:
            self._keep_draft()
            self.quote_id = quote_id
            self.stop_editing()
            self.field.setPlainText(self._drafts.pop(quote_id, ""))
        for box in self.boxes:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = [self._box(row, people, me, read_only=read_only) for row in rows]
        for place, box in enumerate(self.boxes):
            self._list.insertWidget(place, box)
        self._nothing.setVisible(not rows)
        for part in (self.field, self.post):
            part.setVisible(not read_only)
        self.counted.emit(sum(not row.settled for row in rows))

    def _box(self, row: CommentRow, people: dict[str, str], me: str | None, *, read_only: bool) -> CommentBox:
        own = row.author_id in (None, me)
        box = CommentBox(row, people.get(row.author_id or "", ""), own=own, read_only=read_only)
        box.asked.connect(partial(self._act, row))
        return box

    def _keep_draft(self) -> None:
        text = self.field.toPlainText().strip()
        if self.quote_id and text and self._edited is None:
            self._drafts[self.quote_id] = text

    def _act(self, row: CommentRow, name: str) -> None:
        if name == "edit":
            self._edit(row)
            return
        act: Act[Any] = remove_comment(row.id) if name == "remove" else settle_comment(row.id, settled=name == "settle")
        self.wanted.emit(act)
        self.field.setFocus()

    def _edit(self, row: CommentRow) -> None:
        self._edited = row
        self.field.setPlainText(row.body)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self._follow_editing()
        self.field.setFocus()

    def stop_editing(self) -> None:
        """Leave the comment that was being changed as it was."""
        if self._edited is not None:
            self._edited = None
            self.field.clear()
        self._follow_editing()

    def _follow_editing(self) -> None:
        self.cancel.setVisible(self._edited is not None)
        self.post.retranslate()
        self._say("")

    def send(self) -> None:
        """Post what was typed, or change the comment with it."""
        try:
            given = checked(NoteInput, body=self.field.toPlainText())
        except InputError as error:
            self._say(str(error))
            return
        if self._edited is not None:
            self.wanted.emit(edit_comment(self._edited.id, given, expected=self._edited.revision))
        elif self.quote_id:
            self.wanted.emit(add_comment(self.quote_id, given))

    def written(self) -> None:
        """Empty the field: what stood in it is in the archive."""
        self._edited = None
        self.field.clear()
        self._follow_editing()

    def refused(self, error: WorkbenchError) -> bool:
        """Say beside the field why it was not written; what was typed stays."""
        self._say(str(error))
        return True

    def _typed(self) -> None:
        self.post.setEnabled(bool(self.field.toPlainText().strip()))
        if not self.error.isHidden():
            self._say("")

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        variant(self.field, wrong="true" if text else "false")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._edited is not None:
            self.stop_editing()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self.field and pressed_with_ctrl(event, *ENTER):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # else it would confirm the translation
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.send()
                return True
        return False

    @override
    def retranslate(self) -> None:
        self.field.setAccessibleName(_("New comment"))
        self.field.setPlaceholderText(_("Write a comment; Ctrl+Enter posts it"))
        self._typed()

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(gap)
        self._nothing.setContentsMargins(look.px("wide"), look.px("wide"), look.px("wide"), 0)
        self._foot.setContentsMargins(gap, gap, gap, gap)
        self._foot.setSpacing(gap)
        self.field.setFixedHeight(_LINES * self.field.fontMetrics().lineSpacing() + 2 * gap)


class Comments(DeskFeature):
    """Reads the comments on the quote at hand, and writes them."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.part = CommentsPart()
        self.part.wanted.connect(self._write)
        view.session.profile_changed.connect(self._show)

    @override
    def parts(self) -> tuple[HelpPart, ...]:
        return (self.part,)

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"desk.comment": lambda: self.view.run_action(self.part.action)}

    @override
    def shown(self, quote: QuoteRow, language: str) -> None:
        if quote.id != self.part.quote_id:
            self._show(quote.id)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches("comment", "profile"):
            self._show()

    def _show(self, quote_id: str = "") -> None:
        quote_id = quote_id or self.part.quote_id
        if not quote_id:
            return
        with self.session.read() as connection:
            rows = comments_on(connection, quote_id)
        people = {row.id: row.initials for row in self.session.profiles()}
        self.part.show_comments(quote_id, rows, people, self.session.author_id, read_only=self.session.read_only)

    def _write(self, act: Act[Any]) -> None:
        typed = act.action in ("add_comment", "edit_comment")
        self.session.perform(
            act,
            on_done=(lambda _value: self.part.written()) if typed else None,
            on_error=self.part.refused,
            initiator=self.view,
        )
