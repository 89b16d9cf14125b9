"""What may happen to a translation, and who may do it."""

from __future__ import annotations

from workbench.domain.errors import InputError
from workbench.domain.kinds import TranslationState
from workbench.i18n import _

_NEXT: dict[TranslationState, frozenset[TranslationState]] = {
    TranslationState.INITIAL: frozenset({TranslationState.TRANSLATED}),
    TranslationState.TRANSLATED: frozenset({TranslationState.INITIAL, TranslationState.REVIEWED}),
    TranslationState.REVIEWED: frozenset({TranslationState.TRANSLATED, TranslationState.FINAL}),
    TranslationState.FINAL: frozenset({TranslationState.TRANSLATED, TranslationState.REVIEWED}),
}


def check_step(old: TranslationState, new: TranslationState, *, translator: str | None, actor: str, text: str) -> None:
    """Refuse a step that the rules do not allow: a translation is reviewed by other eyes.

    Raises:
        InputError: the step skips a state, the text is empty, or the reviewer wrote it or is
            nobody (an empty `actor`).
    """
    if new not in _NEXT[old]:
        raise InputError(_("A translation goes from draft to translated, then reviewed, then final."), field="state")
    if new is not TranslationState.INITIAL and not text.strip():
        raise InputError(_("An empty translation cannot go on."), field="text", do=_("Write the translation first."))
    rising = old is TranslationState.TRANSLATED and new is TranslationState.REVIEWED
    if rising and actor in (translator, ""):
        raise InputError(
            _("A translation is reviewed by somebody other than its translator."),
            field="state",
            do=_("Switch to another profile to review it."),
        )
