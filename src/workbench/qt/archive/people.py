"""The people who work in an archive: their form, the choice at the door, and the panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import ProfileInput, checked
from workbench.i18n import _, active
from workbench.qt.archive.page import Page
from workbench.qt.frame.base import Button, Live, Words, hair_line
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.preferences.language import LanguageBox, own_name
from workbench.qt.session import Session
from workbench.services.profiles import add_profile, edit_profile
from workbench.store.queries.overview import ProfileRow

_INITIALS = 6
"""The most code points that `ProfileInput` takes for initials."""


def initials_of(name: str) -> str:
    """Return the first letters of a name's words, at most three."""
    return "".join(word[0] for word in name.split()[:3] if word[0].isalpha()).upper()


class ProfileForm(Live, QWidget):
    """Name, initials and language of one person; the initials follow the name until they are typed."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.initials, self.language = QLineEdit(), QLineEdit(), LanguageBox()
        self.initials.setMaxLength(_INITIALS)
        self._own_initials = False
        self.rows = {
            "name": FormRow(lambda: _("Your name"), self.name, hint=lambda: _("It stays inside the archive.")),
            "initials": FormRow(
                lambda: _("Initials"), self.initials, hint=lambda: _("They stand beside what you write.")
            ),
            "language": FormRow(lambda: _("Language of the window"), self.language),
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for row in self.rows.values():
            self._column.addWidget(row)
        self.name.textEdited.connect(self._propose)
        self.initials.textEdited.connect(self._keep_initials)
        self.setFocusProxy(self.name)
        self.restyle()

    def show_profile(self, profile: ProfileRow | None) -> None:
        """Show a person, or an empty form for a new one."""
        self.name.setText(profile.name if profile is not None else "")
        self.initials.setText(profile.initials if profile is not None else "")
        self.language.choose(profile.language if profile is not None else active().language)
        self._own_initials = profile is not None
        self.show_error(None)

    def profile(self) -> ProfileInput | None:
        """Return what was typed; where it does not fit, say so beside the field and return None."""
        self.show_error(None)
        try:
            return checked(
                ProfileInput,
                name=self.name.text(),
                initials=self.initials.text(),
                language=self.language.language(),
            )
        except InputError as error:
            self.show_error(error)
            return None

    def show_error(self, error: InputError | None) -> bool:
        """Show an error beside its field and go there; tell whether it has one here."""
        for row in self.rows.values():
            row.set_error("")
        if error is None or error.field not in self.rows:
            return False
        self.rows[error.field].set_error(str(error))
        self.rows[error.field].setFocus()
        return True

    def _propose(self, name: str) -> None:
        if not self._own_initials:
            self.initials.setText(initials_of(name))

    def _keep_initials(self, text: str) -> None:
        self._own_initials = bool(text)

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("room"))


class ProfilePage(Page):
    """Who sits down to work, where several people share the archive."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Who is working?"), lambda: _("Every change is kept with your name."))
        self._buttons: dict[str, Button] = {}
        self._preferred: str | None = None

    def show_people(self, people: Iterable[ProfileRow], preferred: str | None) -> None:
        """Offer these people; the preferred one only needs Enter."""
        for button in self._buttons.values():
            self.column.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for person in people:
            button = Button(f"{person.initials} · {person.name}", self._choice(person.id))
            self._buttons[person.id] = button
            self.column.addWidget(button)
            button.show()  # at once: the focus goes there next
        self._preferred = preferred

    def _choice(self, profile_id: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(profile_id)

    @override
    def enter(self) -> None:
        button = self._buttons.get(self._preferred or "") or next(iter(self._buttons.values()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def wipe(self) -> None:
        self.show_people((), None)


class ProfilesPanel(Live, QWidget):
    """Everyone who works in the archive: switch, change, add."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._editing: ProfileRow | None = None
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._list)
        self._add = Button(lambda: _("Add a person"), self._start_adding, icon="plus", kind="quiet")
        self._head = PlainLabel("", role="lead")
        self.form = ProfileForm()
        self._save = Button(lambda: _("Save"), self.save, kind="primary")
        self._cancel = Button(lambda: _("Do not change"), self._stop, kind="quiet")
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._head, self.form):
            self._column.addWidget(part)
        verbs = Flow()
        for button in (self._save, self._cancel):
            verbs.addWidget(button)
        self._column.addLayout(verbs)
        self._column.addStretch(1)
        self.form.name.returnPressed.connect(self.form.initials.setFocus)
        self.form.initials.returnPressed.connect(self.save)
        session.changed.connect(self._refresh)
        session.profile_changed.connect(self._fill)
        self._add.setEnabled(not session.read_only)
        self._stop()
        self._fill()
        self.restyle()

    def _refresh(self, changes: Changes) -> None:
        if changes.touches("profile"):
            self._fill()

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for person in self._session.profiles():
            self._list.addWidget(_PersonRow(person, self._session, lambda chosen=person: self._start_editing(chosen)))  # type: ignore[misc]

    def _start_adding(self) -> None:
        self._start(None, lambda: _("A new person"))

    def _start_editing(self, person: ProfileRow) -> None:
        self._start(person, lambda: _("Change a person"))

    def _start(self, person: ProfileRow | None, words: Words) -> None:
        self._editing = person
        self._head.set_words(words)
        self.form.show_profile(person)
        self._show_form(shown=True)
        self.form.setFocus()

    def _stop(self) -> None:
        self._show_form(shown=False)
        self._add.setFocus()

    def _show_form(self, *, shown: bool) -> None:
        for part in (self._head, self.form, self._save, self._cancel):
            part.setVisible(shown)
        self._add.setVisible(not shown)

    def save(self) -> None:
        """Write what was typed, and close the form."""
        given = self.form.profile()
        if given is None:
            return
        editing = self._editing
        if editing is None:
            self._session.perform(add_profile(given), on_done=self._saved, on_error=self._refused, initiator=self)
        else:
            self._session.perform(
                edit_profile(editing.id, given, expected=editing.revision),
                on_done=self._saved,
                on_error=self._refused,
                initiator=self,
            )

    def _saved(self, _value: object) -> None:
        own = self._editing is not None and self._editing.id == self._session.author_id
        self._stop()
        if own:
            # The window shows the person's initials, and follows their language.
            self._session.switch_profile(self._session.author_id)

    def _refused(self, error: WorkbenchError) -> bool:
        return isinstance(error, InputError) and self.form.show_error(error)

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        self._column.setContentsMargins(room, room, room, room)
        self._column.setSpacing(look.px("wide"))
        self._list.setSpacing(look.px("gap"))


class _PersonRow(Live, QWidget):
    """One person with what can be done about them."""

    def __init__(self, person: ProfileRow, session: Session, edit: Callable[[], None]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        at_work = person.id == session.author_id
        self._column.addWidget(PlainLabel(f"{person.initials} · {person.name}", role="lead", wrap=True))
        self._column.addWidget(PlainLabel(lambda: own_name(person.language), role="small"))
        verbs = Flow()
        if at_work:
            self._column.addWidget(PlainLabel(lambda: _("at work now"), role="small"))
        else:
            switch = Button(lambda: _("Work as {initials}").format(initials=person.initials))
            switch.clicked.connect(lambda *_checked: session.switch_profile(person.id))
            verbs.addWidget(switch)
        change = Button(lambda: _("Change"), edit, kind="quiet", icon="pencil")
        change.setEnabled(not session.read_only)
        verbs.addWidget(change)
        self._column.addLayout(verbs)
        self._column.addWidget(hair_line())
        self.restyle()

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("step"))
