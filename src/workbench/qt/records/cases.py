"""The grammatical cases of one name: proposed by rule, corrected by hand, kept all at once or one by one."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import InflectionInput, checked, clean_line
from workbench.domain.kinds import Case, RecordKind
from workbench.domain.languages import base_language
from workbench.i18n import N_, _
from workbench.languages.inflection.names import cases_of, inflect
from workbench.languages.name_parts import Gender, NameParts, guess_gender, split_name
from workbench.qt.frame.base import Button, IconButton
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo
from workbench.qt.records.form import InlineForm
from workbench.qt.records.known import Known
from workbench.qt.records.remark import Remark
from workbench.qt.session import Session
from workbench.services.inflections import remove_cases, set_case, set_cases
from workbench.store.queries.records import NameRow
from workbench.store.work import Act

CASES: dict[Case, str] = {
    Case.NOMINATIVE: N_("nominative"),
    Case.GENITIVE: N_("genitive"),
    Case.DATIVE: N_("dative"),
    Case.ACCUSATIVE: N_("accusative"),
    Case.INSTRUMENTAL: N_("instrumental"),
    Case.LOCATIVE: N_("locative"),
    Case.VOCATIVE: N_("vocative"),
}

_GENDERS: dict[Gender, str] = {
    Gender.UNKNOWN: N_("not shown by the name"),
    Gender.FEMININE: N_("a woman’s name"),
    Gender.MASCULINE: N_("a man’s name"),
}

BETWEEN = " / "
"""What parts several forms of one case in their field."""


def name_with_cases(known: Known, language: str) -> NameRow | None:
    """Return the name whose cases are asked for first: of the interface language, else the first that has any."""
    able = [name for name in known.detail.names if known.kind is not RecordKind.EVENT and cases_of(name.tag)]
    return next((name for name in able if name.tag == language), able[0] if able else None)


def parts_of(name: NameRow) -> NameParts:
    """Return the parts that a person has given a name, else those that are proposed."""
    own = NameParts(name.given, name.patronymic, name.family)
    return own if own != NameParts() else split_name(name.value, name.tag)


def strange_signs(form: str, name: str) -> str:
    """Return the signs of a form that neither the name has nor any name: figures, tags, not its letters and marks."""
    usual = set("-–'’ʼ.") | set(name)
    return "".join(dict.fromkeys(c for c in form if c not in usual and unicodedata.category(c)[0] not in "LMZ"))


class CasesForm(InlineForm):
    """A field for each case; what stands in it is a proposal until it is kept."""

    def __init__(self, session: Session, known: Known, name: NameRow) -> None:
        super().__init__(session, lambda: _("Keep all forms"), lambda: _("Close"))
        self.name = name
        self._parts = parts_of(name) if known.kind is RecordKind.PERSON else None
        self._kept = known.cases.get(name.id)
        self.add(PlainLabel(lambda: _("Cases of “{name}”").format(name=name.value), role="lead", wrap=True))
        self._hint = PlainLabel(role="small", wrap=True)
        self.add(self._hint)
        self.gender = CalmCombo()
        for gender, words in _GENDERS.items():
            self.gender.addItem(_(words), gender)
        if self._parts is not None:
            self.gender.setCurrentIndex(self.gender.findData(guess_gender(self._parts, name.tag)))
        if self._parts is not None and base_language(name.tag) != "lt":  # there the ending says it all
            self.add(FormRow(lambda: _("Declined as"), self.gender))
        self.fields: dict[Case, QLineEdit] = {}
        self._buttons: dict[Case, IconButton] = {}
        self._grid = QGridLayout()
        table = QWidget()
        table.setLayout(self._grid)
        for row, case in enumerate(cases_of(name.tag)):
            self._add_row(row, case)
        self.add(table)
        self._left_out: list[Case] = []
        self._strange = ""
        self.remark = self.add_remark(Remark(self._doubt, lambda: _("Keep them so"), self.save, "check"))
        self.remove_button = Button(lambda: _("Remove the cases"), self._remove, kind="quiet", icon="trash-2")
        self.remove_button.hide()  # until it has its place
        self._foot.addWidget(self.remove_button)
        self.gender.currentIndexChanged.connect(self._propose)
        self._propose()
        self._fill_kept()
        self.setFocusProxy(next(iter(self.fields.values())))
        self.restyle()

    def _add_row(self, row: int, case: Case) -> None:
        label, field = PlainLabel(lambda: _(CASES[case]), role="second"), QLineEdit()
        field.setAccessibleName(_(CASES[case]))
        label.setBuddy(field)
        keep = IconButton("check", lambda: _("Keep this case"), partial(self._keep, case))
        field.textChanged.connect(self._mark)
        self._buttons[case] = keep
        for column, part in enumerate((label, field, keep)):
            self._grid.addWidget(part, row, column)
        self.fields[case] = field

    def show_known(self, known: Known) -> None:
        """Follow what is kept meanwhile; what stands in the fields stays."""
        self._kept = known.cases.get(self.name.id)
        self._say()

    def _propose(self) -> None:
        """Fill the fields that nobody has changed by hand from the rules."""
        gender = Gender(self.gender.currentData()) if self._parts is not None else Gender.UNKNOWN
        for one in inflect(self.name.value, self.name.tag, self._parts, gender):
            field = self.fields[one.case]
            field.setPlaceholderText(one.value)
            if not field.isModified():
                field.setText(one.value)
                field.setCursorPosition(0)  # what is longer than the field shows its beginning
        self._say()

    def _fill_kept(self) -> None:
        if self._kept is not None and self._kept.nominative == self.name.value:
            for case, field in self.fields.items():
                field.setText(BETWEEN.join(self._kept.forms.get(case, ())))
                field.setCursorPosition(0)
                field.setModified(bool(field.text()))

    def _say(self) -> None:
        if self._kept is None:
            words = _("Proposed by rule; nothing is kept yet. Correct what is wrong, and keep all or one by one.")
        elif self._kept.nominative != self.name.value:
            words = _("What is kept is of “{name}”; here is what the rules make of the name as it is now.").format(
                name=self._kept.nominative
            )
        else:
            words = _("These forms are kept. Two forms of one case are parted by a stroke: a / b.")
        self._hint.setText(words)
        self.remove_button.setVisible(self._kept is not None)
        self._mark()

    def _values(self, case: Case) -> list[str]:
        parts = self.fields[case].text().split(BETWEEN.strip())
        return [str(clean_line(part)) for part in parts if clean_line(part)]

    def _inputs(self, *cases: Case) -> list[InflectionInput]:
        return [
            checked(InflectionInput, grammatical_case=case, value=value)
            for case in cases
            for value in self._values(case)
        ]

    @override
    def act(self) -> Act[Any]:
        return set_cases(self.name.id, self._inputs(*self.fields))

    def _keep(self, case: Case) -> None:
        """Keep one case and leave the form open."""
        self.say_error(None)
        try:
            act = set_case(self.name.id, case, [one.value for one in self._inputs(case)])
        except InputError as error:
            self.say_error(error)
            return
        self.fields[case].setModified(True)  # another gender does not change it any more
        self.fields[case].setFocus()  # its button is of no use when it is done
        self.session.perform(act, on_error=self._refused, initiator=self)

    def _remove(self) -> None:
        self.session.perform(remove_cases(self.name.id), on_done=self._done, on_error=self._refused, initiator=self)

    def _mark(self) -> None:
        """Let a case be kept where its field says something else than what is kept."""
        forms = self._kept.forms if self._kept is not None else {}
        for case, button in self._buttons.items():
            button.setEnabled(tuple(self._values(case)) != forms.get(case, ()))
        self._look_at_forms()

    def _look_at_forms(self) -> None:
        """Remark on what may be a slip: a field that was emptied, signs that stand in no name."""
        forms = self._kept.forms if self._kept is not None else {}
        emptied = (case for case, field in self.fields.items() if field.isModified() or case in forms)
        typed = "".join(field.text() for field in self.fields.values())
        # Nothing at all is refused when it is kept, which needs no question.
        self._left_out = [case for case in emptied if typed.strip() and not self._values(case)]
        self._strange = strange_signs(typed, self.name.value + BETWEEN)
        self.remark.note(f"{self._left_out} {self._strange}" if self._left_out or self._strange else "")

    def _doubt(self) -> str:
        lines = []
        if self._left_out:
            cases = ", ".join(_(CASES[case]) for case in self._left_out)
            lines.append(_("Left out, since nothing is written there: {cases}.").format(cases=cases))
        if self._strange:
            lines.append(_("The name itself has no such signs: {signs}").format(signs=" ".join(self._strange)))
        return "\n".join(lines)

    @override
    def retranslate(self) -> None:
        if hasattr(self, "fields"):
            for row, words in enumerate(_GENDERS.values()):
                self.gender.setItemText(row, _(words))
            for case, field in self.fields.items():
                field.setAccessibleName(_(CASES[case]))
            self._say()

    @override
    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_grid"):  # the base class styles itself first
            look = current_look()
            self._grid.setContentsMargins(0, 0, 0, 0)
            self._grid.setHorizontalSpacing(look.px("gap"))
            self._grid.setVerticalSpacing(look.px("step"))
            self._grid.setColumnStretch(1, 1)
