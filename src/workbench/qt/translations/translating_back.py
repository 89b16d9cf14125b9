"""Translating back: only the translation is on the screen, and the field for what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import TranslationInput, checked
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.picker.popup import ENTER, pressed_with_ctrl
from workbench.qt.translations.pane import Task
from workbench.qt.translations.wording import WordingField, too_long
from workbench.services.back_translations import ToTranslateBack, waiting, write_back

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


class TranslateBackTask(Task):
    """Goes through what waits, beginning with the line that was at hand; nothing of the quotes is shown."""

    blind = True

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        quote = view.desk.quote
        row = quote.translations.get(view.desk.language) if quote is not None else None
        self._first = row.id if row is not None else ""
        self._waiting: list[ToTranslateBack] = []
        self._typed: dict[tuple[str, str], str] = {}
        self._place = 0
        self._read_once = False
        self.banner = Banner()
        self.words = PlainLabel(role="reading", wrap=True)
        self.field = WordingField()
        self.language = PlainLabel(self._from, role="lead")
        self.row = FormRow(self._into, self.field)
        self.count = PlainLabel(self._counted, role="small", wrap=True)
        self.save = Button(lambda: _("Save and go on"), self.write, kind="primary", icon="check")
        self.skip = Button(lambda: _("Another one"), self._skip, icon="arrow-right")
        self.profile = Button(lambda: _("Switch profile"), self._switch, icon="users")
        self._close = Button(lambda: _("Close"), self.leave, kind="quiet")
        self._build()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._keep)
        self.field.refused.connect(lambda: self.row.set_error(too_long()))
        self.field.escaped.connect(self.closed)
        self.session.profile_changed.connect(self._read)
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        head = PlainLabel(lambda: _("Translate back"), role="title")
        about = PlainLabel(
            lambda: _(
                "Say what this translation says, in the language that the words were published in. Who does it must "
                "not know the quote: nothing of it is shown here, and whoever has translated or reviewed it is not "
                "asked."
            ),
            role="second",
            wrap=True,
        )
        buttons = Flow()
        for button in (self.save, self.skip, self.profile, self._close):
            buttons.addWidget(button)
        inside, self._inside = QWidget(), QWidget()
        self._inner = QVBoxLayout(self._inside)
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._inside, 1)
        line.addStretch()
        self._asked = (self.language, self.words, self.row)
        for part in (head, about, *self._asked, self.count):
            self._inner.addWidget(part)
        self._inner.addLayout(buttons)
        self._inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        inside.setProperty("place", "paper")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addWidget(area, 1)
        self.setFocusProxy(self.field)

    @property
    def at_hand(self) -> ToTranslateBack | None:
        """What is to be translated back now."""
        return self._waiting[self._place] if self._place < len(self._waiting) else None

    # Reading

    @override
    def enter(self) -> None:
        if self._read_once:
            self._take_focus()
        else:
            self._read()

    def _read(self) -> None:
        session, who = self.session, self.session.author_id or ""

        def read(_context: Context) -> list[ToTranslateBack]:
            with session.read() as connection:
                return waiting(connection, who)

        session.operations.run_read(read, on_done=self._found, owner=self)

    def _found(self, found: list[ToTranslateBack]) -> None:
        first, self._first = self._first, ""
        self._read_once = True
        kept = self.at_hand.translation_id if self.at_hand is not None else first
        self._waiting = sorted(found, key=lambda each: each.translation_id != kept)
        self._place = 0
        self._show()
        if first and all(each.translation_id != first for each in found):
            self.banner.show_message(
                Level.INFO,
                lambda: _("The line at hand is not among these: you know its quote, it is a draft, or it was done."),
            )
        self._take_focus()

    def _show(self) -> None:
        item = self.at_hand
        for part in (*self._asked, self.save):
            part.setVisible(item is not None)
        self.save.setEnabled(not self.session.read_only)
        self.skip.setVisible(len(self._waiting) > 1)
        self.words.setText(item.text if item is not None else "")
        self.field.set_text(self._typed.get(self._key(item), "") if item is not None else "")
        self.row.set_error("")
        self._name()

    def _key(self, item: ToTranslateBack) -> tuple[str, str]:
        """Return what words are kept under: nobody goes on with those of somebody else."""
        return self.session.author_id or "", item.translation_id

    def _keep(self) -> None:
        """Keep what was begun, for when the person comes back to it."""
        if self.at_hand is not None:
            self._typed[self._key(self.at_hand)] = self.field.toPlainText()

    def _name(self) -> None:
        for part in (self.language, self.row.label, self.count):
            part.retranslate()
        self.words.setAccessibleName(self._from())
        self.field.setAccessibleName(self._into())

    def _take_focus(self) -> None:
        if self.view.work.task is self:
            (self.field if self.at_hand is not None else self.profile).setFocus()

    def _from(self) -> str:
        item = self.at_hand
        return active().language_name(item.language) if item is not None else ""

    def _into(self) -> str:
        item = self.at_hand
        name = active().language_name(item.published_language) if item is not None else ""
        return _("What it says, in: {language}").format(language=name)

    def _counted(self) -> str:
        count = len(self._waiting)
        if not count:
            return _("Nothing waits for you to translate it back.")
        words = ngettext(
            "{n} translation waits for somebody who does not know its quote.",
            "{n} translations wait for somebody who does not know their quotes.",
            count,
        )
        return words.format(n=active().number(count))

    # Doing

    def _skip(self) -> None:
        if self._waiting:
            self._place = (self._place + 1) % len(self._waiting)
            self._show()
            self._take_focus()

    def _switch(self) -> None:
        self.view.choose_profile(self.profile)

    def write(self) -> None:
        """Save what was typed, and go on with what waits next."""
        item = self.at_hand
        if item is None or self.session.read_only:
            return
        try:
            given = checked(TranslationInput, language=item.published_language, text=self.field.toPlainText())
        except InputError as error:
            self.row.set_error(str(error))
            return
        self.banner.close_message()
        self.session.perform(
            write_back(item.translation_id, given, of=item.text),
            on_done=lambda _id: self._written(item),
            on_error=self._refused,
            initiator=self,
        )

    def _written(self, item: ToTranslateBack) -> None:
        self._typed.pop(self._key(item), None)
        if item in self._waiting:
            self._waiting.remove(item)
            self._place = self._place % len(self._waiting) if self._waiting else 0
            self._show()
            self._take_focus()

    def _refused(self, error: WorkbenchError) -> bool:
        if not isinstance(error, InputError):
            return False
        self.row.set_error(str(error))
        self.field.setFocus()
        return True

    @override
    def run_action(self, action_id: str) -> bool:
        if action_id == "desk.confirm":
            self.write()
            return True
        # What acts on the line that is covered, or would show it.
        return action_id.startswith("desk.") and action_id not in self.view.work.buttons

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self.field and pressed_with_ctrl(event, *ENTER):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.write()
                return True
        return False

    @override
    def retranslate(self) -> None:
        self.field.setPlaceholderText(_("Type here; Ctrl+Enter saves and goes on"))
        self._name()

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        self._inside.setMaximumWidth(look.px("column") * 3 // 2 + 2 * room)
        self._inner.setContentsMargins(room, room, room, room)
        self._inner.setSpacing(look.px("wide"))
