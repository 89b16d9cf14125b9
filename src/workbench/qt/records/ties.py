"""Who took part in what, and how records are related: both ways, with the passages that say so."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout
from typing_extensions import override

from workbench.domain.kinds import RecordKind
from workbench.domain.roles import inverse_role, role_text
from workbench.i18n import _
from workbench.qt.frame.base import Words
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.inspector.claims import Asked, Claim, new_claims
from workbench.qt.inspector.parts import RowButton
from workbench.qt.levels.control import LevelButton
from workbench.qt.look.style import current_look
from workbench.qt.picker.offers import KIND_ICONS
from workbench.qt.records.claim_form import CiteForm, ClaimForm
from workbench.qt.records.known import Known
from workbench.qt.records.section import PageSection
from workbench.qt.records.words import claim_remarks
from workbench.qt.session import Place, Session, ViewName
from workbench.services.claims import remove_participation, remove_relation
from workbench.store.queries.levels import ShownLevel, shown_levels
from workbench.store.queries.records import TieRow
from workbench.store.tables import Participation, Relation


class TiesSection(PageSection):
    """Cards with the other record, the role, and the passages."""

    what: str
    """What a tie is called where evidence is added to it: a key of `services.records.CLAIMS`."""

    def __init__(self, session: Session, words: Words, add: Words) -> None:
        super().__init__(session, words, add)
        self._model = Participation if self.what == "participation" else Relation
        self._levels: dict[str, ShownLevel] = {}

    @abstractmethod
    def ties(self, known: Known) -> tuple[TieRow, ...]:
        """Return the ties of this section."""

    @abstractmethod
    def claims(self, known: Known) -> list[Claim]:
        """Return what the form asks for."""

    @abstractmethod
    def after(self, known: Known, tie: TieRow) -> str:
        """Return the words that stand after the other record's name."""

    def before(self, tie: TieRow) -> str:
        """Return the words that stand before the other record's name."""
        del tie
        return ""

    @override
    def signature(self, known: Known) -> object:
        return self.ties(known), known.passages, known.detail.name

    @override
    def open_add(self) -> None:
        if self.known is not None:
            self.open_form(ClaimForm(self.session, self.known, partial(self.claims, self.known)))

    @override
    def fill(self, known: Known, column: QVBoxLayout) -> Iterator[None]:
        ties = self.part(self.ties(known))
        with self.session.read() as connection:
            self._levels = shown_levels(connection, self._model, [tie.id for tie in ties])
        for tie in ties:
            column.addWidget(self._card(known, tie))
            yield
        if not self.ties(known):
            column.addWidget(PlainLabel(lambda: _("Nothing yet."), role="second"))

    @override
    def ids(self, known: Known) -> list[str]:
        return [tie.id for tie in self.ties(known)]

    def _card(self, known: Known, tie: TieRow) -> QFrame:
        look = current_look()
        card = QFrame()
        card.setObjectName("Claim")
        column, head = QVBoxLayout(card), QHBoxLayout()
        column.setContentsMargins(0, look.px("step"), look.px("step"), look.px("step"))
        column.setSpacing(0)
        head.setSpacing(look.px("step"))
        # Where there is no room beside the name, the role stands over or under it.
        roles = column if self.narrow else head
        if self.before(tie):
            roles.addWidget(self._role(lambda: self.before(tie), wrap=self.narrow, inset=True))
        head.addWidget(self._other(tie), 1)
        column.addLayout(head)
        if self.after(known, tie):
            label = self._role(lambda: self.after(known, tie), wrap=True, inset=self.narrow)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            roles.addWidget(label, 1)
        if not self.session.read_only:
            self._add_buttons(head, tie)
        if remarks := claim_remarks(tie):
            label = PlainLabel(" · ".join(remarks), role="small", wrap=True)
            label.setContentsMargins(look.px("gap"), 0, 0, 0)
            column.addWidget(label)
        self.citations(known, tie.evidence, column)
        return card

    @staticmethod
    def _role(words: Words, *, wrap: bool, inset: bool) -> PlainLabel:
        label = PlainLabel(words, role="second", wrap=wrap)
        label.setContentsMargins(current_look().px("gap") if inset else 0, 0, 0, 0)
        return label

    def _other(self, tie: TieRow) -> RowButton:
        kind = RecordKind(tie.other_kind)
        button = RowButton(lambda: self.session.go(Place(ViewName.RECORDS, record_id=tie.other_id)))
        button.setObjectName(f"{tie.id} record")
        button.show_text(tie.other_name, lambda: current_look().icon(KIND_ICONS[kind], kind.value))
        return button

    def _add_buttons(self, head: QHBoxLayout, tie: TieRow) -> None:
        name = tie.other_name
        level = LevelButton(self.session, self._model, tie.id, self._levels.get(tie.id))
        head.addWidget(level, 0, Qt.AlignmentFlag.AlignTop)
        for icon, words, does in (
            ("link", lambda: _("Add evidence for “{value}”").format(value=name), lambda: self._cite(tie)),
            ("pencil", lambda: _("Change the role of {name}").format(name=name), lambda: self._edit(tie)),
            ("trash-2", lambda: _("Remove “{value}”").format(value=name), lambda: self._remove(tie)),
        ):
            head.addWidget(self.icon(icon, words, does, f"{tie.id} {icon}"), 0, Qt.AlignmentFlag.AlignTop)

    def _edit(self, tie: TieRow) -> None:
        if self.known is not None:
            known = self.known
            self.open_form(ClaimForm(self.session, known, lambda: self.claims(known)[:1], tie))

    def _cite(self, tie: TieRow) -> None:
        if self.known is not None:
            cited = [evidence.passage_id for evidence in tie.evidence]
            self.open_form(CiteForm(self.session, self.known, self.what, tie.id, cited))

    def _remove(self, tie: TieRow) -> None:
        act = remove_participation(tie.id) if self.what == "participation" else remove_relation(tie.id)
        self.session.perform(act, initiator=self.session)


class ParticipationSection(TiesSection):
    """An event's participants, or the events that a record took part in."""

    what = "participation"

    def __init__(self, session: Session) -> None:
        super().__init__(session, self._title, self._add)

    def _is_event(self) -> bool:
        return self.known is not None and self.known.kind is RecordKind.EVENT

    def _title(self) -> str:
        return _("Participants") if self._is_event() else _("Events")

    def _add(self) -> str:
        return _("Add participant") if self._is_event() else _("Add part in an event")

    @override
    def show_known(self, known: Known) -> None:
        super().show_known(known)
        self.title.retranslate()
        self.add_button.retranslate()

    @override
    def ties(self, known: Known) -> tuple[TieRow, ...]:
        return known.detail.participations

    @override
    def claims(self, known: Known) -> list[Claim]:
        return [claim for claim in new_claims(known.kind) if claim.asked in (Asked.EVENT, Asked.PARTICIPANT)]

    @override
    def after(self, known: Known, tie: TieRow) -> str:
        return role_text(tie.role)


class RelationSection(TiesSection):
    """Relations to other records, "envoy of → X", from there with the inverse word where there is one."""

    what = "relation"

    def __init__(self, session: Session) -> None:
        super().__init__(session, lambda: _("Relations"), lambda: _("Add relation"))

    @override
    def ties(self, known: Known) -> tuple[TieRow, ...]:
        return known.detail.relations

    @override
    def claims(self, known: Known) -> list[Claim]:
        return [claim for claim in new_claims(known.kind) if claim.asked is Asked.OTHER]

    @override
    def before(self, tie: TieRow) -> str:
        role = tie.role if tie.outgoing else inverse_role(tie.role)
        return f"{role_text(role)} →" if role else ""

    @override
    def after(self, known: Known, tie: TieRow) -> str:
        return "" if self.before(tie) else f"{role_text(tie.role)} → {known.detail.name}"
