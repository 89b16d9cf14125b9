"""What is written about two sources side by side: their tie, and words of the one as a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.domain.errors import InputError
from workbench.domain.inputs import TranslationInput, checked
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.i18n import _, active
from workbench.qt.frame.banner import Level
from workbench.qt.sources.article import Article
from workbench.qt.sources.beside.bar import BesideBar
from workbench.services.pairs import pair_sources, part_sources
from workbench.services.quotes import write_translation
from workbench.store.queries.pairs import pairs_of
from workbench.store.queries.quotes import QuoteRow

if TYPE_CHECKING:
    from workbench.qt.sources.view import SourcesView


class Verbs(QObject):
    """Writes what the person asks for, and keeps the bar telling what can be asked."""

    def __init__(self, view: SourcesView, article: Article, bar: BesideBar) -> None:
        super().__init__(view)
        self._view, self._article, self._bar = view, article, bar

    def tie(self, *, original: bool = False) -> None:
        """Note the second source as the published translation of the open one, or as its original."""
        source, other = self._view.article.source, self._article.source
        if self._article.isHidden() or source is None or other is None:
            self._view.say(Level.INFO, _("Put the translation beside its original first: Ctrl+B."))
            return
        act = pair_sources(other.id, source.id) if original else pair_sources(source.id, other.id)
        self._view.session.perform(act, initiator=self)

    def untie(self) -> None:
        """Take the tie between the two back."""
        if self._bar.pair is not None:
            self._view.session.perform(part_sources(self._bar.pair.pair_id), initiator=self)

    def take(self) -> None:
        """Write the words selected in the second text as a translation of the current quote."""
        quote, words, language = self._quote(), self._article.reader.selected_text().strip(), self._target()
        if self._article.isHidden() or quote is None or not words:
            self._view.say(
                Level.INFO, _("Go to a quote in the open source, and select its translation in the second one.")
            )
            return
        try:
            given = checked(TranslationInput, language=language, text=words)
        except InputError as error:
            self._view.say(Level.ERROR, str(error))
            return
        known = quote.translations.get(language)

        def written(_id: str) -> None:
            name = active().language_name(language)
            replaced = known is not None and bool(known.text) and known.text != words
            self._view.say(
                Level.SUCCESS,
                _("The draft in {language} was replaced; Undo brings the earlier wording back.").format(language=name)
                if replaced
                else _("Written as a draft in {language}.").format(language=name),
            )

        act = write_translation(quote.id, given, expected=known.revision if known is not None else None)
        self._view.session.perform(act, on_done=written, initiator=self)

    def _quote(self) -> QuoteRow | None:
        """Return the quote that is current in the open source."""
        self._view.in_step.settle()
        quote = self._view.inspector.quote.quote
        current = self._view.reader.current()
        return quote if quote is not None and quote.passage_id == current else None

    def _target(self) -> str:
        """Return the language that the second source's words are taken as a translation into."""
        tag = self._article.source.language if self._article.source is not None else ""
        base = base_language(tag)
        return base if base in WORKING_LANGUAGES else tag

    def offer_take(self) -> None:
        """Offer to take the selected words, where a quote is current and they may be its translation."""
        quote, target = self._quote(), self._target()
        fits = quote is not None and base_language(target) != base_language(quote.published_language)
        self._bar.show_take(possible=fits and self._article.reader.selection() is not None, language=target)

    def show_tie(self) -> None:
        """Say how the two sources are tied."""
        source, other = self._view.article.source, self._article.source
        if source is None or other is None:
            return
        with self._view.session.read() as connection:
            pair = next((each for each in pairs_of(connection, source.id) if each.source_id == other.id), None)
        self._bar.show_pair(pair, read_only=self._view.session.read_only)
