"""The names of a record: every form with its language and kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.inputs import NameInput, checked, clean_line
from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.i18n import _, active
from workbench.languages.inflection.names import cases_of
from workbench.languages.name_likeness import POSSIBLE, likeness
from workbench.languages.name_parts import split_name
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.levels.control import LevelButton
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo, LanguageCombo
from workbench.qt.records.cases import BETWEEN, CASES, CasesForm, name_with_cases
from workbench.qt.records.form import InlineForm
from workbench.qt.records.known import Known
from workbench.qt.records.proposals import ProposalsForm, can_be_proposed
from workbench.qt.records.script_remark import ScriptRemark
from workbench.qt.records.section import PageSection
from workbench.qt.records.words import NAME_KINDS
from workbench.qt.session import Session
from workbench.services.records import add_name, edit_name, remove_name
from workbench.store.queries.levels import ShownLevel, shown_levels
from workbench.store.queries.name_cases import NameCases
from workbench.store.queries.records import NameRow
from workbench.store.tables import Name
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
        self.parts: dict[str, QLineEdit] = {}
        """The parts of a person's name by the input model's fields; a field that stood nowhere would be nobody's."""
        # What a person has said stays; what nobody has said follows the name.
        self._proposing = row is None or not (row.given or row.patronymic or row.family)
        self.add(FormRow(lambda: _("Name"), self.value), "value")
        self.add(FormRow(lambda: _("Language"), self.language), "tag")
        self.remark = self.add_remark(ScriptRemark())
        self.remark.accepted.connect(self._take_language)
        self.value.textChanged.connect(self._look_at_script)
        self.language.currentIndexChanged.connect(self._look_at_script)
        self._look_at_script()
        self.add(FormRow(lambda: _("Kind of name"), self.kind), "kind")
        self.reason = QLineEdit(row.reason if row else "")
        self._reason_row = FormRow(lambda: _("Why it is not to be used"), self.reason)
        self.add(self._reason_row, "reason")
        self.kind.currentIndexChanged.connect(self._ask_reason)
        self._ask_reason()
        if known.kind is RecordKind.PERSON:
            self._add_parts(row)
        self.setFocusProxy(self.value)

    @override
    def retranslate(self) -> None:
        for place in range(self.kind.count()):
            self.kind.setItemText(place, _(NAME_KINDS[self.kind.itemData(place)]))

    def _ask_reason(self) -> None:
        self._reason_row.setVisible(self.kind.currentData() == NameKind.FORBIDDEN)

    def _look_at_script(self) -> None:
        self.remark.look_at(self.value.text(), self.language.tag())

    def _take_language(self, tag: str) -> None:
        self.language.set_tag(tag)
        self.language.tag_changed.emit(tag)
        self.value.setFocus()

    def _add_parts(self, row: NameRow | None) -> None:
        words = {
            "given": lambda: _("Given name"),
            "patronymic": lambda: _("Patronymic"),
            "family": lambda: _("Family name"),
        }
        for name, label in words.items():
            field = self.parts[name] = QLineEdit(getattr(row, name) if row is not None else "")
            self.add(FormRow(label, field), name)
            field.textEdited.connect(self._stop_proposing)
        self.value.textChanged.connect(self._propose_parts)
        self.language.tag_changed.connect(self._propose_parts)
        self._propose_parts()

    def _stop_proposing(self) -> None:
        self._proposing = False

    def _propose_parts(self) -> None:
        if self._proposing:
            parts = split_name(str(clean_line(self.value.text())), self.language.tag() or "und")
            for name, field in self.parts.items():
                field.setText(getattr(parts, name))

    @override
    def act(self) -> Act[Any]:
        given = checked(
            NameInput,
            value=self.value.text(),
            tag=self.language.tag() or "und",
            kind=self.kind.currentData(),
            reason=self.reason.text(),
            **{name: field.text() for name, field in self.parts.items()},
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
        self._levels: dict[str, ShownLevel] = {}
        self.propose_button = Button(lambda: _("Propose forms"), self.propose, kind="quiet", icon="languages")
        self.propose_button.hide()  # until a record is shown of which forms can be proposed
        self.cases_button = Button(lambda: _("Propose cases"), self.propose_cases, kind="quiet", icon="tags")
        self.cases_button.hide()
        # A line of its own: beside the others it would not have the room at twice the size.
        proposing = Flow()
        proposing.addWidget(self.propose_button)
        proposing.addWidget(self.cases_button)
        self._column.addLayout(proposing)
        self.restyle()

    @override
    def signature(self, known: Known) -> object:
        return known.detail.names, known.detail.name_evidence, known.cases

    @override
    def open_add(self) -> None:
        if self.known is not None:
            self.open_form(NameForm(self.session, self.known))

    def propose(self) -> None:
        """Open the list of forms that the record's names lead to."""
        if self.known is not None and can_be_proposed(self.known) and not self.session.read_only:
            self.open_form(ProposalsForm(self.session, self.known))

    def propose_cases(self, name: NameRow | None = None) -> None:
        """Open the cases of a name: of the one given, else of the one that is shown in this language."""
        if self.known is None or self.session.read_only:
            return
        chosen = name or name_with_cases(self.known, self.session.language)
        if chosen is not None:
            self.open_form(CasesForm(self.session, self.known, chosen))

    @override
    def _form_closed(self) -> None:
        form = self.form
        super()._form_closed()
        if isinstance(form, ProposalsForm):
            self.propose_button.setFocus()
        elif isinstance(form, CasesForm):
            # Among the rows of now: those of before the change may not be gone yet.
            again = self._rows.findChild(QWidget, f"{form.name.id} cases") if self._rows is not None else None
            (again if again is not None else self.cases_button).setFocus()

    @override
    def show_known(self, known: Known) -> None:
        super().show_known(known)
        self.propose_button.setVisible(can_be_proposed(known) and not self.session.read_only)
        able = name_with_cases(known, self.session.language) is not None
        self.cases_button.setVisible(able and not self.session.read_only)
        if isinstance(self.form, ProposalsForm | CasesForm):
            self.form.show_known(known)

    @override
    def fill(self, known: Known, column: QVBoxLayout) -> Iterator[None]:
        look = current_look()
        table, grid = QWidget(), QGridLayout()
        table.setLayout(grid)
        column.addWidget(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px("step" if self.narrow else "room"))
        grid.setVerticalSpacing(0)
        for place, stretch in enumerate((1,) if self.narrow else (3, 2, 2)):
            grid.setColumnStretch(place, stretch)
        row, names = 0, self.part(known.detail.names)
        with self.session.read() as connection:
            self._levels = shown_levels(connection, Name, [name.id for name in names])
        for name in names:
            for at, part in enumerate(self._cells(known, name)):
                grid.addWidget(part, row, at)
            if not self.session.read_only:
                grid.addLayout(self._buttons(known, name), row, 3)
            row += 1
            for below in self._below(known, name):
                grid.addWidget(below, row, 0, 1, 4)
                row += 1
            yield

    def _below(self, known: Known, name: NameRow) -> list[QWidget]:
        """Return what stands under a name: its cases, and the passages where it is so."""
        made: list[QWidget] = []
        if name.id in known.cases:
            made.append(self._cases(name, known.cases[name.id]))
        if evidence := known.detail.name_evidence.get(name.id, ()):
            place = QWidget()
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, current_look().px("step"))
            self.citations(known, evidence, column)
            made.append(place)
        return made

    def _cases(self, name: NameRow, cases: NameCases) -> QWidget:
        """Return the cases of a name, those that are alike together, or that they are of another spelling."""
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(current_look().px("gap"), 0, 0, current_look().px("gap"))
        column.setSpacing(0)
        if cases.nominative == name.value:
            column.addWidget(PlainLabel(partial(_cases_words, name.tag, cases), role="small", wrap=True))
            return place
        said = PlainLabel(
            lambda: _("The cases are of “{name}”.").format(name=cases.nominative), role="small", wrap=True
        )
        column.addWidget(said)
        if not self.session.read_only:
            renew = Button(lambda: _("Propose them anew"), lambda: self.propose_cases(name), kind="quiet")
            renew.setObjectName(f"{name.id} renew")
            renew.let_break()
            column.addWidget(renew, 0, Qt.AlignmentFlag.AlignLeft)
            # A quiet button's words begin where those above do.
            column.setContentsMargins(0, 0, 0, 0)
            said.setContentsMargins(current_look().px("gap"), 0, 0, 0)
        return place

    def _cells(self, known: Known, name: NameRow) -> tuple[QWidget, ...]:
        """Return the name, its language and its kind, in one cell where there is no room for three."""
        words = NAME_KINDS[NameKind(name.kind)]
        other = _spelled_otherwise(known, name)

        def kind() -> str:
            return " · ".join((_(words), *((_("another spelling"),) if other else ()), *filter(None, (name.reason,))))

        value = PlainLabel(name.value, wrap=True)
        if not self.narrow:
            language = PlainLabel(lambda: active().language_name(name.tag), role="second", wrap=True)
            return value, language, PlainLabel(kind, role="second", wrap=True)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, current_look().px("step"), 0, current_look().px("step"))
        column.setSpacing(0)
        column.addWidget(value)
        small = PlainLabel(lambda: f"{active().language_name(name.tag)} · {kind()}", role="small", wrap=True)
        column.addWidget(small)
        return (cell,)

    def _buttons(self, known: Known, name: NameRow) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addStretch(1)
        line.addWidget(LevelButton(self.session, Name, name.id, self._levels.get(name.id)))
        edit = self.icon(
            "pencil",
            lambda: _("Change name “{name}”").format(name=name.value),
            lambda: self._edit(name),
            f"{name.id} edit",
        )
        if known.kind is not RecordKind.EVENT and cases_of(name.tag):
            line.addWidget(
                self.icon(
                    "tags",
                    lambda: _("Cases of “{name}”").format(name=name.value),
                    lambda: self.propose_cases(name),
                    f"{name.id} cases",
                )
            )
        elif known.kind is not RecordKind.EVENT:
            line.addSpacing(edit.sizeHint().width())  # what is done is in one column in all rows
        line.addWidget(edit)
        remove = self.icon(
            "trash-2",
            lambda: _("Remove name “{name}”").format(name=name.value),
            lambda: self.session.perform(remove_name(name.id), initiator=self.session),
            f"{name.id} remove",
        )
        remove.setEnabled(len(known.detail.names) > 1)
        line.addWidget(remove)
        return line

    def _edit(self, name: NameRow) -> None:
        if self.known is not None:
            self.open_form(NameForm(self.session, self.known, name))


def _cases_words(tag: str, cases: NameCases) -> str:
    """Write the cases of a name in their order, those that are alike together."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for case in cases_of(tag):
        if case in cases.forms:
            alike.setdefault(cases.forms[case], []).append(_(CASES[case]))
    return " · ".join(f"{', '.join(of)}: {BETWEEN.join(forms)}" for forms, of in alike.items())


def _spelled_otherwise(known: Known, name: NameRow) -> bool:
    """Tell whether a name beside the preferred ones is the first of them in another script or spelling."""
    first = known.detail.names[0]
    if name.id == first.id or name.kind == NameKind.PREFERRED or known.kind is not RecordKind.PERSON:
        return False
    return likeness(first.value, first.tag, name.value, name.tag) >= POSSIBLE
