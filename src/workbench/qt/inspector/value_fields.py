"""The fields for what is said of a record: its value, how certain that is, and when it held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from workbench.domain.errors import InputError
from workbench.domain.inputs import StatementInput, checked
from workbench.domain.kinds import Certainty, RecordKind
from workbench.domain.roles import PARTICIPANT_ROLES, RELATIONS, relations_between
from workbench.i18n import _
from workbench.qt.frame.base import Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.inspector.claims import Asked, Claim
from workbench.qt.inspector.parts import RowButton
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CERTAINTIES, ChoiceRow, DateRow, LanguageCombo, RoleCombo
from workbench.qt.picker.offers import KIND_ICONS, Choice
from workbench.qt.picker.search import RecordSearch
from workbench.qt.session import Session
from workbench.services.claims import add_participation, add_relation, add_statement
from workbench.store.queries.records import StatementRow, TieRow
from workbench.store.queries.vocabulary import own_relations
from workbench.store.work import Act

_ACTORS = (RecordKind.PERSON, RecordKind.ORGANISATION, RecordKind.PLACE)
_KINDS = {
    Asked.PLACE: (RecordKind.PLACE,),
    Asked.EVENT: (RecordKind.EVENT,),
    Asked.PARTICIPANT: _ACTORS,
    Asked.OTHER: tuple(RecordKind),
}


class RecordField(Live, QWidget):
    """A record that is searched for and then shown; pressing it searches again."""

    chosen = Signal(object)
    """A `Choice`, or None when it is searched for again."""

    def __init__(self, session: Session, words: Callable[[], str], kinds: tuple[RecordKind, ...]) -> None:
        super().__init__()
        self.choice: Choice | None = None
        self.search = RecordSearch(session, words, kinds=kinds, create=())
        self.shown = RowButton(self.clear)
        self.shown.setAutoDefault(False)  # Enter is the form's: it saves
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.shown)
        self.shown.hide()
        self.search.chosen.connect(self.take)
        self.setFocusProxy(self.search)

    @property
    def record_id(self) -> str:
        """The id of the record that was chosen, empty for none."""
        return self.choice.record if self.choice is not None and isinstance(self.choice.record, str) else ""

    def take(self, choice: Choice) -> None:
        """Show a record as chosen."""
        self.choice = choice
        kind = choice.kind
        self.shown.show_text(choice.name, lambda: current_look().icon(KIND_ICONS[kind], kind.value))
        self.shown.setAccessibleDescription(_("Press to choose another record"))
        self.shown.show()
        self.setFocusProxy(self.shown)
        self.chosen.emit(choice)
        self.search.hide()

    def clear(self) -> None:
        """Search again."""
        self.choice = None
        self.setFocusProxy(self.search)
        self.search.show()
        self.search.set_text("")
        self.search.setFocus()
        self.shown.hide()
        self.chosen.emit(None)


class _TextField(QPlainTextEdit):
    """A value of a few lines; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(current_look().px("target") * 2 + current_look().px("gap"))


@dataclass(frozen=True, slots=True)
class Given:
    """What a statement or tie that is there already says: what the fields begin with."""

    row: StatementRow | TieRow
    place: str = ""
    """The name of the place that is a statement's value."""

    @property
    def value(self) -> str:
        """A statement's value."""
        return self.row.value if isinstance(self.row, StatementRow) else ""


class ValueFields(QWidget):
    """The fields for one claim: a text, a date, or a record and a role; how certain it is, and when it held."""

    def __init__(self, session: Session, claim: Claim, given: Given | None = None) -> None:
        super().__init__()
        self._claim, self._given = claim, given
        self.text: _TextField | None = None
        self.language: LanguageCombo | None = None
        self.offers: RoleCombo | None = None
        self.date: DateRow | None = None
        self.record: RecordField | None = None
        self.role: RoleCombo | None = None
        self.rows: dict[str, FormRow] = {}
        """By the input model's field."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_look().px("gap"))
        if claim.asked is Asked.DATE:
            self.date = DateRow(lambda: _("Date"))
            self.date.set_value(given.value if given else "")
            self._add(self.date, "value")
        elif claim.offered:
            self.offers = RoleCombo(claim.offered, given.value if given else claim.offered[0])
            self._add(FormRow(lambda: _("Value"), self.offers), "value")
        elif claim.asked is Asked.TEXT:
            self._ask_text(session)
        elif claim.asked is not Asked.NOTHING:
            self._ask_record(session)
        self.certainty = ChoiceRow(lambda: _("Certainty"), {key.value: words for key, words in CERTAINTIES.items()})
        self.dated = DateRow(lambda: _("When it held"), lasting=True)
        self._ask_more()

    def _add(self, row: FormRow, field: str) -> None:
        self.rows[field] = row
        self._column.addWidget(row)
        if self.focusProxy() is None:
            self.setFocusProxy(row)

    def _ask_text(self, session: Session) -> None:
        row = self._given.row if self._given is not None else None
        self.text, self.language = _TextField(), LanguageCombo()
        self.language.set_tag(row.language if isinstance(row, StatementRow) else session.language)
        self.text.setPlainText(self._given.value if self._given else "")
        self._add(FormRow(lambda: _("Value"), self.text), "value")
        self._add(FormRow(lambda: _("Language of the value"), self.language), "language")

    def _ask_record(self, session: Session) -> None:
        asked, row = self._claim.asked, self._given.row if self._given is not None else None
        words: dict[Asked, Callable[[], str]] = {
            Asked.PLACE: lambda: _("Which place"),
            Asked.EVENT: lambda: _("Which event"),
            Asked.PARTICIPANT: lambda: _("Who took part"),
            Asked.OTHER: lambda: _("Which other record"),
        }
        if not isinstance(row, TieRow):
            self.record = RecordField(session, words[asked], _KINDS[asked])
            self._add(FormRow(words[asked], self.record), "value")
            self.rows["record"] = self.rows["event"] = self.rows["value"]
        if isinstance(row, StatementRow) and row.place_id and self.record is not None and self._given is not None:
            self.record.take(Choice(row.place_id, RecordKind.PLACE, self._given.place))
        if asked is Asked.PLACE:
            return
        tie = row if isinstance(row, TieRow) else None
        if asked is Asked.OTHER:
            self._ask_relation(session, tie)
        else:
            self.role = RoleCombo(PARTICIPANT_ROLES, tie.role if tie is not None else PARTICIPANT_ROLES[0])
            self._add(FormRow(lambda: _("Role"), self.role), "role")

    def _ask_relation(self, session: Session, tie: TieRow | None) -> None:
        """Ask what the one record is to the other: what can tie these kinds is offered, and the archive's own words."""
        with session.read() as connection:
            own = own_relations(connection)
        outgoing = tie is None or tie.outgoing

        def offered(other: RecordKind | None) -> tuple[str, ...]:
            ends = (self._claim.about, other) if outgoing else (other, self._claim.about)
            return (*relations_between(*ends), *own)

        roles = offered(RecordKind(tie.other_kind) if tie is not None else None)
        self.role = combo = RoleCombo(roles, tie.role if tie is not None else roles[0], known=RELATIONS)
        if self.record is not None:
            self.record.chosen.connect(lambda choice: combo.offer(offered(choice.kind if choice is not None else None)))
        words = (
            (lambda: _("What this one is to the other")) if outgoing else (lambda: _("What the other is to this one"))
        )
        self._add(FormRow(words, combo), "role")

    def _ask_more(self) -> None:
        """Ask how certain it is, and when it held, where that is not what it says."""
        if self._claim.asked is Asked.NOTHING:
            for part in (self.certainty, self.dated):
                part.setParent(self)
                part.hide()
            return
        self._column.addWidget(self.certainty)
        self._add(self.dated, "dated")
        if self._claim.asked in (Asked.DATE, Asked.EVENT, Asked.PARTICIPANT):
            self.dated.hide()
        if self._given is not None:
            self.certainty.set_value(self._given.row.certainty)
            self.dated.set_value(self._given.row.dated)

    def sureness(self) -> Certainty:
        """Return how certain it is."""
        return Certainty(self.certainty.value())

    def when(self) -> str:
        """Return when it held; empty where that is not asked, as it was typed where it cannot be read."""
        return "" if self.dated.isHidden() else self.dated.given()

    def other_id(self) -> str:
        """Return the record that was chosen.

        Raises:
            InputError: none was.
        """
        if self.record is None or not self.record.record_id:
            raise InputError(_("Choose the record first."), field="value")
        return self.record.record_id

    def statement(self) -> StatementInput:
        """Return the statement.

        Raises:
            InputError: the value is missing or does not fit.
        """
        more: dict[str, Any] = {"certainty": self.sureness(), "dated": self.when(), "property": self._claim.property}
        if self._claim.asked is Asked.PLACE:
            return checked(StatementInput, value=self.other_id(), **more)
        if self.date is not None:
            return checked(StatementInput, value=self.date.given(), **more)
        if self.offers is not None:
            return checked(StatementInput, value=self.offers.role(), **more)
        value = self.text.toPlainText() if self.text is not None else ""
        return checked(StatementInput, value=value, language=self.language.tag() if self.language else "", **more)

    def act(self, record_id: str, passage_ids: tuple[str, ...]) -> Act[str]:
        """Return what says it of a record, supported by passages if there are any.

        Raises:
            InputError: something is missing or does not fit.
        """
        asked = self._claim.asked
        if asked in (Asked.TEXT, Asked.DATE, Asked.PLACE):
            return add_statement(record_id, self.statement(), passage_ids)
        role, sure, other = self.role.role() if self.role is not None else "", self.sureness(), self.other_id()
        if asked is Asked.OTHER:
            return add_relation(record_id, other, role, passage_ids, certainty=sure, dated=self.when())
        event_id, actor_id = (other, record_id) if asked is Asked.EVENT else (record_id, other)
        return add_participation(event_id, actor_id, role, passage_ids, certainty=sure)
