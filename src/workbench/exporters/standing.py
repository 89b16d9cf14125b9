"""How far a translation has come, in words: whoever reads one that is not final is told so beside it."""

from __future__ import annotations

from workbench.domain.bundle import BundleTranslation
from workbench.domain.kinds import SubState, TranslationState
from workbench.i18n import N_

STATE_TEXT: dict[TranslationState, str] = {
    TranslationState.INITIAL: N_("draft, not finished"),
    TranslationState.TRANSLATED: N_("translated, not yet reviewed"),
    TranslationState.REVIEWED: N_("reviewed, not yet final"),
    TranslationState.FINAL: N_("final"),
}
SUB_STATE_TEXT: dict[SubState, str] = {
    SubState.NEEDS_REWORK: N_("needs rework"),
    SubState.DISPUTED: N_("disputed"),
    SubState.SECOND_LOOK: N_("waits for a second look"),
}

BY_MACHINE = N_("a machine’s words, which no person has changed")

UNFINISHED = N_("Not every translation in this bundle is final: beside each stands how far it has come.")
"""What a bundle says at its beginning where translations are in it that are not final."""


def standing_texts(translation: BundleTranslation) -> list[str]:
    """Return what is to be said of a translation's state, in English, each a message to be translated."""
    more = SUB_STATE_TEXT.get(SubState(translation.sub_state))
    return [
        STATE_TEXT[translation.state],
        *([more] if more else []),
        *([BY_MACHINE] if translation.by_machine else []),
    ]


def unfinished_words(translation: BundleTranslation | None) -> str:
    """Say in English that a translation is not final; empty where it is, or where there is none."""
    if translation is None or translation.state is TranslationState.FINAL:
        return ""
    return ", ".join(standing_texts(translation))


def relay_words(translation: BundleTranslation | None) -> str:
    """Say in English that a translation was made from another one, with that one's language tag; else empty."""
    if translation is None or not translation.relay_language:
        return ""
    return f"made from the translation into: {translation.relay_language}"
