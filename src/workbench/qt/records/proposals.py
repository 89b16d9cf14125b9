"""Forms of a name that its other forms lead to, to be accepted one by one or all certain ones at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from workbench.domain.inputs import NameInput
from workbench.domain.kinds import RecordKind
from workbench.i18n import N_, _, active, ngettext
from workbench.languages.name_parts import NameParts, carried_parts
from workbench.languages.transliteration.proposals import Proposal, Standard, missing_forms
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.records.form import ENTER, InlineForm
from workbench.qt.records.known import Known
from workbench.qt.records.words import NAME_KINDS
from workbench.qt.session import Session
from workbench.services.records import add_names
from workbench.store.queries.records import NameRow
from workbench.store.work import Act

_ROWS = 6
"""Proposals that are seen at once."""

_STANDARDS: dict[Standard, str] = {
    Standard.UN_2012: N_("United Nations romanisation, 2012"),
    Standard.INSTRUCTION_2023: N_("official transliteration, 2023"),
    Standard.LACINKA: N_("Łacinka"),
    Standard.CLASSICAL: N_("Łacinka, classical spelling"),
    Standard.MIA_2008: N_("passports of Belarus, 2008"),
    Standard.BGN_PCGN: N_("BGN/PCGN, simplified"),
    Standard.PRESS: N_("as newspapers write"),
    Standard.ISO_9: N_("ISO 9:1995"),
    Standard.VLKK_RU: N_("VLKK, from Russian"),
    Standard.VLKK_BE: N_("VLKK, from Belarusian"),
    Standard.VLKK_LATIN: N_("VLKK, from English"),
    Standard.ORTHOGRAPHY_BE: N_("Belarusian spelling"),
    Standard.ORTHOGRAPHY_RU: N_("Russian spelling"),
}


def can_be_proposed(known: Known) -> bool:
    """Tell whether forms of a record's names are proposed at all: not of events, whose titles are sentences."""
    return known.kind is not RecordKind.EVENT


class _Proposals(LineList):
    """The list itself: Space or Enter accepts the current one."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, *ENTER) and not event.modifiers() and self.current_id():
            self.chosen.emit(self.current_id())
            return
        super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        super().restyle()
        row = self.sizeHintForRow(0) if self.lines.rowCount() else current_look().px("target")
        self.setFixedHeight(min(_ROWS, max(1, self.lines.rowCount())) * row + 2 * self.frameWidth())


class ProposalsForm(InlineForm):
    """Lists what the record's names lead to and it does not have; nothing is added without a key."""

    def __init__(self, session: Session, known: Known) -> None:
        self._count = 0
        super().__init__(session, self._save_words, lambda: _("Close"))
        self._record_id = known.id
        self._shown: dict[str, Proposal] = {}
        self._parted: tuple[NameRow, ...] = ()
        self.list = _Proposals(lambda: _("Proposed forms"), place="paper")
        self.list.chosen.connect(self._accept)
        self._hint = PlainLabel(role="small", wrap=True)
        self.add(self.list)
        self.add(self._hint)
        self.show_known(known)

    def _save_words(self) -> str:
        return ngettext("Add {n} certain form", "Add {n} certain forms", self._count).format(n=self._count)

    def show_known(self, known: Known) -> None:
        """Propose anew: what was added since is no longer proposed, and leads to other forms."""
        row = max(0, self.list.currentIndex().row())
        held = self._holds_focus()
        proposals = missing_forms(known.detail.names)
        self._parted = known.detail.names
        self._shown = {f"{one.tag} {one.value}": one for one in proposals}
        self._count = sum(one.certain for one in proposals)
        self.list.set_lines(_line(key, one) for key, one in self._shown.items())
        self.list.setCurrentIndex(self.list.lines.index(min(row, len(proposals) - 1)))
        self.list.setVisible(bool(proposals))
        self.list.restyle()
        self.save_button.set_words(self._save_words)
        self.save_button.setVisible(self._count > 0)
        self._say()
        self.setFocusProxy(self.list if proposals else self.close_button)
        if held:
            self.setFocus()

    def _holds_focus(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def proposals(self) -> list[Proposal]:
        """Return what is proposed, in the order of the list."""
        return list(self._shown.values())

    def _say(self) -> None:
        if self._shown:
            words = _("Space or Enter adds the form. A guess may be wrong: compare it with a document.")
        else:
            words = _("The record has every form that its names lead to by rule.")
        self._hint.setText(words)

    @override
    def act(self) -> Act[Any]:
        return add_names(self._record_id, [self._input(one) for one in self._shown.values() if one.certain])

    @override
    def _done(self, value: object) -> None:
        # The form stays: the guesses are still to be looked at.
        self.save_button.setEnabled(True)

    def _accept(self, key: str) -> None:
        one = self._shown.get(key)
        if one is not None and self.save_button.isEnabled():
            self.say_error(None)
            self.save_button.setEnabled(False)
            act = add_names(self._record_id, [self._input(one)])
            self.session.perform(act, on_done=self._done, on_error=self._refused, initiator=self)

    def _input(self, one: Proposal) -> NameInput:
        """Return a form with the parts that a person has told apart in a name of as many words."""
        parts = next((made for name in self._parted if (made := _carried(name, one.value)) != NameParts()), NameParts())
        return NameInput(
            value=one.value,
            tag=one.tag,
            kind=one.kind,
            given=parts.given,
            patronymic=parts.patronymic,
            family=parts.family,
        )

    @override
    def retranslate(self) -> None:
        if hasattr(self, "_shown"):
            self.list.set_lines(_line(key, one) for key, one in self._shown.items())
            self._say()


def _carried(name: NameRow, value: str) -> NameParts:
    return carried_parts(NameParts(name.given, name.patronymic, name.family), name.value, value)


def _line(key: str, one: Proposal) -> Line:
    parts = [active().language_name(one.tag), _(_STANDARDS[one.standard]), _(NAME_KINDS[one.kind])]
    return Line(key, one.value, " · ".join(parts), right="" if one.certain else _("guess"))
