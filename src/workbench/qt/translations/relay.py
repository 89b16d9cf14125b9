"""How a translation that was made from another translation is named."""

from __future__ import annotations

from workbench.i18n import _, active


def relay_words(language: str) -> str:
    """Say that a translation was made from the one into a language."""
    return _("relay from: {language}").format(language=active().language_name(language))
