"""A quote's facts, and how far its translations are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from workbench.domain.kinds import RecordKind, TranslationState
from workbench.i18n import _, active
from workbench.qt.frame.base import IconButton
from workbench.qt.frame.labels import PlainLabel, state_icon, state_text
from workbench.qt.inspector.parts import KeyedRows, RowButton, Section
from workbench.qt.levels.control import LevelControl
from workbench.qt.look.style import current_look
from workbench.qt.picker.offers import KIND_ICONS
from workbench.qt.picker.quote_strip import MANNERS
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.translations.relay import between_words, relay_words
from workbench.services.quotes import remove_quote
from workbench.store.queries.quotes import QuoteRow, targets_of
from workbench.store.tables import Quote


class QuoteSection(Section):
    """Who said it and in which language; each language leads to the translation desk."""

    def __init__(self, session: Session, edit: Callable[[], object]) -> None:
        """`edit` opens the strip with the quote's facts."""
        super().__init__(lambda: _("Quote"))
        self._session = session
        self.quote: QuoteRow | None = None
        self.speaker = RowButton(self._go_to_speaker)
        self.facts = PlainLabel(role="second", wrap=True)
        self.level = LevelControl(session, Quote)
        self.edit = RowButton(edit)
        self.remove = IconButton("trash-2", lambda: _("Remove quote and its translations"), self._remove)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        foot = QHBoxLayout()
        foot.addWidget(self.edit, 1)
        foot.addWidget(self.remove)
        self.column.addWidget(self.speaker)
        self.column.addWidget(self.facts)
        self.column.addWidget(self.level)
        self.column.addLayout(rows)
        self.column.addLayout(foot)
        self.languages: KeyedRows[str, RowButton] = KeyedRows(rows, str, self._language_button)
        self.retranslate()

    def _language_button(self, language: str) -> RowButton:
        return RowButton(lambda: self.translate(language))

    def translate(self, language: str) -> None:
        """Go to the translation desk."""
        if self.quote is not None:
            self._session.go(Place(ViewName.TRANSLATIONS, quote_id=self.quote.id, language=language))

    def show_quote(self, quote: QuoteRow | None) -> None:
        """Show a quote, or nothing."""
        self.quote = quote
        self.setVisible(quote is not None)
        self.level.show_row(quote.id if quote is not None else None)
        if quote is None:
            return
        self.speaker.setEnabled(quote.speaker_id is not None)
        if quote.speaker_id is None:
            self.speaker.show_text(_("Nobody is named as the speaker"), None)
            self.speaker.setIcon(QIcon())
        else:
            icon = KIND_ICONS[RecordKind.PERSON]
            self.speaker.show_text(quote.speaker, lambda: current_look().icon(icon, "quote"))
        self.facts.set_words(_facts(quote))
        self.languages.sync(targets_of(quote), lambda button, language: _show_language(button, quote, language))

    def next_language(self) -> str:
        """Return the first language that is not final yet, else the first one."""
        if self.quote is None:
            return ""
        targets = targets_of(self.quote)
        known = self.quote.translations
        return next(
            (tag for tag in targets if tag not in known or known[tag].state is not TranslationState.FINAL), targets[0]
        )

    def _go_to_speaker(self) -> None:
        if self.quote is not None and self.quote.speaker_id is not None:
            self._session.go(Place(ViewName.RECORDS, record_id=self.quote.speaker_id))

    def _remove(self) -> None:
        if self.quote is not None:
            self._session.perform(remove_quote(self.quote.id), initiator=self._session)

    @override
    def retranslate(self) -> None:
        self.edit.show_text(_("Change speaker or languages"), lambda: current_look().icon("pencil", "accent"))
        self.show_quote(self.quote)


def _facts(quote: QuoteRow) -> str:
    book = active()
    parts = [_("published in: {language}").format(language=book.language_name(quote.published_language))]
    if quote.spoken_language:
        parts.append(_("spoken in: {language}").format(language=book.language_name(quote.spoken_language)))
    else:
        parts.append(_("language spoken not known"))
    parts += between_words(quote)
    parts.append(_(MANNERS[quote.manner]))
    return "  ·  ".join(parts)


def _show_language(button: RowButton, quote: QuoteRow, language: str) -> None:
    found = quote.translations.get(language)
    state = found.state if found is not None and found.text else None
    words = f"{active().language_name(language)} — {state_text(state)}"
    if found is not None and found.quote_text != quote.exact:
        words = _("{state}, the quote changed since").format(state=words)
    elif found is not None and found.relay_stale:
        words = _("{state}, what it was made from changed since").format(state=words)
    if found is not None and found.relay_language:
        words = f"{words} · {relay_words(found.relay_language)}"
    button.show_text(words, lambda: state_icon(state))
