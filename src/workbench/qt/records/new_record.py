"""Making a record: its names in the four languages."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import NameInput, RecordInput, checked
from workbench.domain.kinds import RecordKind
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import _, active
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.records.form import InlineForm
from workbench.qt.records.sameness.hint import SameHint
from workbench.qt.records.words import NEW
from workbench.qt.session import Session
from workbench.services.records import create_record
from workbench.store.work import Act


class NewRecordForm(InlineForm):
    """One name is enough; the others can follow later."""

    def __init__(self, session: Session, kind: RecordKind) -> None:
        super().__init__(session, lambda: _("Create record"), lambda: _("Cancel"))
        self.kind = kind
        self.add(PlainLabel(lambda: _(NEW[kind]), role="title"))
        self.add(PlainLabel(lambda: _("One name is enough; the others can follow later."), role="second", wrap=True))
        own = session.language
        self.names = {tag: QLineEdit() for tag in sorted(WORKING_LANGUAGES, key=lambda tag: tag != own)}
        self.same = SameHint(session, kind, self._typed)
        for tag, field in self.names.items():
            row = FormRow(lambda tag=tag: active().language_name(tag), field)  # type: ignore[misc]
            self.add(row, *(("names", "value") if tag == own else ()))
            field.textChanged.connect(self.same.look)
        self.add(self.same)
        self.setFocusProxy(self.names[own])

    def _typed(self) -> list[tuple[str, str]]:
        return [(field.text(), tag) for tag, field in self.names.items()]

    @override
    def act(self) -> Act[Any]:
        typed = {tag: field.text() for tag, field in self.names.items() if field.text().strip()}
        if not typed:
            raise InputError(_("Give the record a name first."), field="names")
        names = tuple(checked(NameInput, value=value, tag=tag) for tag, value in typed.items())
        return create_record(checked(RecordInput, kind=self.kind, names=names))
