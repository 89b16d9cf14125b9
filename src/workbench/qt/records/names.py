"""The names of a record: every form with its language and kind."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.inputs import NameInput, checked
from workbench.domain.kinds import NameKind
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.i18n import _, active
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo, LanguageCombo
from workbench.qt.records.form import InlineForm
from workbench.qt.records.known import Known
from workbench.qt.records.proposals import ProposalsForm, can_be_proposed
from workbench.qt.records.section import PageSection
from workbench.qt.records.words import NAME_KINDS
from workbench.qt.session import Session
from workbench.services.records import add_name, edit_name, remove_name
from workbench.store.queries.records import NameRow
from workbench.store.work import Act


class NameForm(InlineForm):
    """Adds a name to a record, or changes one."""

    def __init__(self, session: Session, known: Known, row: NameRow | None = None) -> None:
        super().__init__(
            session,
            (lambda: _("Save changes")) if row is not None else (lambda: _("Add name")),
            lambda: _("Cancel"),
        )
        self._record_id, self._row = known.id, row
        self.value = QLineEdit(row.value if row else "")
        self.language = LanguageCombo(unknown=False)
        self.kind = CalmCombo()
        for kind, words in NAME_KINDS.items():
            self.kind.addItem(_(words), kind)
        self.language.set_tag(row.tag if row else _missing_language(known))
        self.kind.setCurrentIndex(self.kind.findData(NameKind(row.kind)) if row else 0)
        self.add(FormRow(lambda: _("Name"), self.value), "value")
        self.add(FormRow(lambda: _("Language"), self.language), "tag")
        self.add(FormRow(lambda: _("Kind of name"), self.kind), "kind")
        self.setFocusProxy(self.value)

    @override
    def act(self) -> Act[Any]:
        given = checked(
            NameInput, value=self.value.text(), tag=self.language.tag() or "und", kind=self.kind.currentData()
        )
        if self._row is None:
            return add_name(self._record_id, given)
        return edit_name(self._row.id, given, expected=self._row.revision)


def _missing_language(known: Known) -> str:
    """Return the first working language in which the record has no name yet."""
    there = {base_language(name.tag) for name in known.detail.names}
    return next((tag for tag in WORKING_LANGUAGES if tag not in there), WORKING_LANGUAGES[0])


class NamesSection(PageSection):
    """A table of names, each to be changed or removed in its place."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, lambda: _("Names"), lambda: _("Add name"))
        self.propose_button = Button(lambda: _("Propose forms"), self.propose, kind="quiet", icon="languages")
        self.propose_button.hide()  # until a record is shown of which forms can be proposed
        # A line of its own: beside the others it would not have the room at twice the size.
        self._proposing = QHBoxLayout()
        self._proposing.addWidget(self.propose_button)
        self._proposing.addStretch(1)
        self._column.addLayout(self._proposing)
        self.restyle()

    @override
    def signature(self, known: Known) -> object:
        return known.detail.names, known.detail.name_evidence

    @override
    def open_add(self) -> None:
        if self.known is not None:
            self.open_form(NameForm(self.session, self.known))

    def propose(self) -> None:
        """Open the list of forms that the record's names lead to."""
        if self.known is not None and can_be_proposed(self.known) and not self.session.read_only:
            self.open_form(ProposalsForm(self.session, self.known))

    @override
    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_proposing"):  # the base class styles itself first
            # A quiet button's words begin where the names do.
            self._proposing.setContentsMargins(-current_look().px("gap"), 0, 0, 0)

    @override
    def _form_closed(self) -> None:
        proposed = isinstance(self.form, ProposalsForm)
        super()._form_closed()
        if proposed:
            self.propose_button.setFocus()

    @override
    def show_known(self, known: Known) -> None:
        super().show_known(known)
        self.propose_button.setVisible(can_be_proposed(known) and not self.session.read_only)
        if isinstance(self.form, ProposalsForm):
            self.form.show_known(known)

    @override
    def fill(self, known: Known, column: QVBoxLayout) -> None:
        look = current_look()
        table, grid = QWidget(), QGridLayout()
        table.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px("room"))
        grid.setVerticalSpacing(0)
        for place, stretch in enumerate((1,) if self.narrow else (3, 2, 2)):
            grid.setColumnStretch(place, stretch)
        for place, name in enumerate(sorted(known.detail.names, key=_order)):
            for at, part in enumerate(self._cells(name)):
                grid.addWidget(part, place, at)
            if not self.session.read_only:
                grid.addLayout(self._buttons(name, only=len(known.detail.names) == 1), place, 3)
        column.addWidget(table)
        for name in known.detail.names:
            self.citations(known, known.detail.name_evidence.get(name.id, ()), column)

    def _cells(self, name: NameRow) -> tuple[QWidget, ...]:
        """Return the name, its language and its kind, in one cell where there is no room for three."""
        kind = NAME_KINDS[NameKind(name.kind)]
        value = PlainLabel(name.value, wrap=True)
        if not self.narrow:
            language = PlainLabel(lambda: active().language_name(name.tag), role="second", wrap=True)
            return value, language, PlainLabel(lambda: _(kind), role="second", wrap=True)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, current_look().px("step"), 0, current_look().px("step"))
        column.setSpacing(0)
        column.addWidget(value)
        words = PlainLabel(lambda: f"{active().language_name(name.tag)} · {_(kind)}", role="small", wrap=True)
        column.addWidget(words)
        return (cell,)

    def _buttons(self, name: NameRow, *, only: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(
            self.icon(
                "pencil",
                lambda: _("Change name “{name}”").format(name=name.value),
                lambda: self._edit(name),
                f"{name.id} edit",
            )
        )
        remove = self.icon(
            "trash-2",
            lambda: _("Remove name “{name}”").format(name=name.value),
            lambda: self.session.perform(remove_name(name.id), initiator=self.session),
            f"{name.id} remove",
        )
        remove.setEnabled(not only)
        line.addWidget(remove)
        return line

    def _edit(self, name: NameRow) -> None:
        if self.known is not None:
            self.open_form(NameForm(self.session, self.known, name))


def _order(name: NameRow) -> tuple[int, int, str]:
    base = base_language(name.tag)
    place = WORKING_LANGUAGES.index(base) if base in WORKING_LANGUAGES else len(WORKING_LANGUAGES)
    return place, list(NameKind).index(NameKind(name.kind)), name.id
