"""How it is said what stands between the words as spoken and as they are read."""

from __future__ import annotations

from workbench.i18n import _, active
from workbench.store.queries.quotes import QuoteRow


def relay_words(language: str) -> str:
    """Say that a translation was made from the one into a language."""
    return _("relay from: {language}").format(language=active().language_name(language))


def between_words(quote: QuoteRow) -> list[str]:
    """Say through which language the words went before they were published, and who translated them."""
    parts = []
    if quote.via_language:
        parts.append(_("by way of: {language}").format(language=active().language_name(quote.via_language)))
    if quote.interpreter:
        parts.append(_("translated by: {name}").format(name=quote.interpreter))
    return parts
