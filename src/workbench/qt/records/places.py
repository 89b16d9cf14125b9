"""Where a record stands in the sources: the passages that name it, and what was said by it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from workbench.domain.kinds import Certainty, TranslationState
from workbench.domain.roles import role_text
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Button, IconButton
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel, StateBadge
from workbench.qt.inspector.parts import RowButton
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CERTAINTIES
from workbench.qt.records.known import Known
from workbench.qt.records.section import PageSection
from workbench.qt.records.words import quoted
from workbench.qt.session import Place, Session, ViewName
from workbench.services.records import remove_mention
from workbench.store.queries.quotes import QuoteRow, targets_of
from workbench.store.queries.records import MentionPlace


class MentionsSection(PageSection):
    """The passages that name the record, in reading order."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self._title)

    def _title(self) -> str:
        count = len(self.known.detail.mentions) if self.known is not None else 0
        return ngettext("{n} mention", "{n} mentions", count).format(n=active().number(count))

    @override
    def show_known(self, known: Known) -> None:
        super().show_known(known)
        self.title.retranslate()

    @override
    def signature(self, known: Known) -> object:
        return known.detail.mentions, known.passages, known.notes

    @override
    def fill(self, known: Known, column: QVBoxLayout) -> Iterator[None]:
        column.setSpacing(0)
        for mention in self.part(known.detail.mentions):
            passage = known.passages.get(mention.passage_id)
            if passage is None:
                continue
            line = QHBoxLayout()
            line.setSpacing(current_look().px("gap"))
            line.addWidget(self.link(passage, f"{mention.id} place"), 1)
            label = PlainLabel(lambda row=mention: _role(row), role="second", wrap=self.narrow)  # type: ignore[misc]
            if not self.narrow:
                line.addWidget(label)
            if not self.session.read_only:
                line.addWidget(self._unlink(mention))
            column.addLayout(line)
            if self.narrow:  # the role stands under the words
                label.setContentsMargins(current_look().px("gap"), 0, 0, current_look().px("step"))
                column.addWidget(label)
            for body in known.notes.get(mention.passage_id, ()):
                column.addWidget(_note(body))
            yield
        if not known.detail.mentions:
            column.addWidget(
                PlainLabel(lambda: _("No passage names it yet. Select words in a source and press P, E, O or L."),
                           role="second", wrap=True)
            )  # fmt: skip

    def _unlink(self, mention: MentionPlace) -> IconButton:
        return self.icon(
            "unlink",
            lambda: _("Unlink this passage"),
            lambda: self.session.perform(remove_mention(mention.id), initiator=self.session),
            f"{mention.id} unlink",
        )


def _note(body: str) -> PlainLabel:
    """Return a note that stands at a passage."""
    look = current_look()
    label = PlainLabel(lambda: _("Note: {text}").format(text=" ".join(body.split())), role="small", wrap=True)
    label.setContentsMargins(look.px("gap"), 0, 0, look.px("step"))
    return label


def _role(mention: MentionPlace) -> str:
    if mention.certainty == Certainty.CERTAIN:
        return role_text(mention.role)
    return f"{role_text(mention.role)} ({_(CERTAINTIES[Certainty(mention.certainty)])})"


class QuotesSection(PageSection):
    """What was said, with the state of each translation and the way to the desk."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self._title)

    def _title(self) -> str:
        count = len(self.known.quotes) if self.known is not None else 0
        return ngettext("{n} quote", "{n} quotes", count).format(n=active().number(count))

    @override
    def show_known(self, known: Known) -> None:
        super().show_known(known)
        self.title.retranslate()

    @override
    def is_shown(self, known: Known) -> bool:
        return bool(known.quotes)

    @override
    def signature(self, known: Known) -> object:
        return known.quotes, known.notes

    @override
    def fill(self, known: Known, column: QVBoxLayout) -> Iterator[None]:
        for quote in self.part(known.quotes):
            column.addWidget(self._card(quote, known.notes.get(quote.passage_id, ())))
            yield

    def _card(self, quote: QuoteRow, notes: tuple[str, ...]) -> QFrame:
        look = current_look()
        card = QFrame()
        card.setObjectName("Claim")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, look.px("step"), look.px("step"), look.px("step"))
        column.setSpacing(look.px("half"))
        place = Place(ViewName.SOURCES, source_id=quote.source_id, passage_id=quote.passage_id)
        words = RowButton(lambda: self.session.go(place))
        words.setObjectName(f"{quote.id} place")
        words.setProperty("passage", quote.passage_id)
        words.show_text(quoted(quote.exact, quote.source_title))
        column.addWidget(words)
        column.addLayout(self._translations(quote))
        for body in notes:
            column.addWidget(_note(body))
        line = Flow(apart=True)
        line.setContentsMargins(look.px("gap"), 0, 0, 0)
        for tag in targets_of(quote):
            if _state(quote, tag) is None:  # the others stand above, each with its words
                line.addWidget(StateBadge(None, language=tag))
        translate = Button(
            lambda: _("Translate"),
            lambda: self.session.go(Place(ViewName.TRANSLATIONS, quote_id=quote.id)),
            kind="quiet",
            icon="languages",
        )
        translate.setObjectName(f"{quote.id} translate")
        line.addWidget(translate)
        column.addLayout(line)
        return card

    def _translations(self, quote: QuoteRow) -> QGridLayout:
        """Return each translation's language and state beside its words, or above them where there is little room."""
        look, grid = current_look(), QGridLayout()
        grid.setContentsMargins(look.px("gap"), 0, 0, 0)
        grid.setHorizontalSpacing(look.px("wide"))
        grid.setVerticalSpacing(look.px("step"))
        grid.setColumnStretch(1, 1)
        rows = [(tag, row) for tag, row in quote.translations.items() if row.text]
        for place, (tag, row) in enumerate(rows):
            badge = StateBadge(row.state, language=tag)
            grid.addWidget(badge, 2 * place, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            words = PlainLabel(row.text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(words, 2 * place + 1 if self.narrow else 2 * place, 0 if self.narrow else 1, 1, -1)
        return grid


def _state(quote: QuoteRow, tag: str) -> TranslationState | None:
    row = quote.translations.get(tag)
    return row.state if row is not None and row.text else None
