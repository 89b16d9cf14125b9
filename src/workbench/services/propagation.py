"""One translation for the same quote wherever it was reprinted."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from workbench.domain.errors import InputError
from workbench.domain.inputs import TranslationInput, checked
from workbench.domain.kinds import Origin, TranslationState
from workbench.domain.languages import base_language
from workbench.i18n import _
from workbench.languages.memory.likeness import percentage
from workbench.services.quotes import move_translation, words_of, write_translation
from workbench.store.queries.quotes import list_quotes
from workbench.store.tables import Quote, Translation
from workbench.store.work import Act, Work

_SAME = 99
"""Per cent of likeness of two quotes that differ in case, spaces and shapes of marks at most."""

_UNREVIEWED = (TranslationState.INITIAL.value, TranslationState.TRANSLATED.value)


def propagate(quote_id: str, language: str, reprints: Iterable[str]) -> Act[int]:
    """Write a quote's translation to its reprints too; returns to how many.

    Only where there is none, or one that was propagated and nobody has changed or reviewed since:
    never over words that somebody wrote. A reprint with the very same words waits for its review as this one
    does or did; one whose words differ a little is a draft.

    Raises:
        InputError: there is no translation, it is stale, or a machine wrote it and nobody has looked at it.
    """
    wanted = tuple(dict.fromkeys(reprints))

    def run(work: Work) -> int:
        row = _given(work, quote_id, language)
        words = words_of(work, quote_id)
        given = checked(TranslationInput, language=language, text=row.text)
        count = 0
        for other in wanted:
            work.checkpoint()
            if other == quote_id or not _open_for(work, other, row):
                continue
            written = write_translation(other, given, origin=Origin.PROPAGATED).run(work)
            work.change(Translation, written, relay_language=row.relay_language, relay_text=row.relay_text)
            same = percentage(words, words_of(work, other)) >= _SAME
            if same and row.state != TranslationState.INITIAL.value:
                move_translation(written, TranslationState.TRANSLATED).run(work)
            count += 1
        return count

    return Act("propagate_translation", run, lambda work, _count: words_of(work, quote_id))


def _given(work: Work, quote_id: str, language: str) -> Translation:
    found = work.find(Translation, quote_id=quote_id, language=language)
    if not found or not found[0].text.strip():
        raise InputError(_("There is no translation to propagate yet."), field="text", do=_("Write it first."))
    row = found[0]
    if row.quote_text != words_of(work, quote_id):
        raise InputError(
            _("The quote’s words have changed since this was translated."),
            field="text",
            do=_("Look at the translation first."),
        )
    if row.origin == Origin.MACHINE.value and row.state == TranslationState.INITIAL.value:
        raise InputError(_("A machine wrote this, and nobody has looked at it yet."), field="text")
    return row


def _open_for(work: Work, quote_id: str, row: Translation) -> bool:
    """Tell whether a quote has no translation of its own that would be written over."""
    quotes = work.find(Quote, id=quote_id)
    if not quotes or base_language(quotes[0].published_language) == base_language(row.language):
        return False
    there = work.find(Translation, quote_id=quote_id, language=row.language)
    return not there or is_open(there[0].text, there[0].origin, there[0].state, row.text)


def is_open(text: str, origin: str, state: str, wanted: str) -> bool:
    """Tell whether a translation may be written over: it is empty, or was propagated and nobody has reviewed it."""
    propagated = origin == Origin.PROPAGATED.value and state in _UNREVIEWED
    return text != wanted and (not text.strip() or propagated)


def open_reprints(connection: Connection, reprints: Iterable[str], language: str, wanted: str) -> list[str]:
    """Return which reprints a translation could be propagated to."""
    quotes = list_quotes(connection, language, quote_ids=reprints)
    found = []
    for quote in quotes:
        row = quote.translations.get(language)
        own = base_language(quote.published_language) == base_language(language)
        if not own and (row is None or is_open(row.text, row.origin.value, row.state.value, wanted)):
            found.append(quote.id)
    return found
