"""What may happen to a translation, and who may do it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.errors import InputError
from workbench.domain.kinds import Origin, SubState, TranslationState
from workbench.i18n import N_, _

_NEXT: dict[TranslationState, frozenset[TranslationState]] = {
    TranslationState.INITIAL: frozenset({TranslationState.TRANSLATED}),
    TranslationState.TRANSLATED: frozenset({TranslationState.INITIAL, TranslationState.REVIEWED}),
    TranslationState.REVIEWED: frozenset({TranslationState.TRANSLATED, TranslationState.FINAL}),
    TranslationState.FINAL: frozenset({TranslationState.TRANSLATED, TranslationState.REVIEWED}),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a translation stands: what its next step is judged by. People are profile ids."""

    state: TranslationState
    sub_state: SubState = SubState.NONE
    translator: str | None = None
    reviewer: str | None = None
    origin: Origin = Origin.PERSON
    text: str = ""


def check_step(standing: Standing, new: TranslationState, *, actor: str) -> None:
    """Refuse a step that the rules do not allow: a translation is reviewed by other eyes.

    Raises:
        InputError: the step skips a state, the text is empty, the reviewer wrote it or is
            nobody (an empty `actor`), a machine wrote it and no person has taken it over, or
            something is open: a dispute, a second look.
    """
    old = standing.state
    if new not in _NEXT[old]:
        raise InputError(_("A translation goes from draft to translated, then reviewed, then final."), field="state")
    if new is not TranslationState.INITIAL and not standing.text.strip():
        raise InputError(_("An empty translation cannot go on."), field="text", do=_("Write the translation first."))
    if new is TranslationState.TRANSLATED and old is TranslationState.INITIAL and standing.origin is Origin.MACHINE:
        raise InputError(
            _("A machine wrote this, and nobody has looked at it yet."),
            field="origin",
            do=_("Change it, or say that it is right as it stands."),
        )
    rising = (old, new) in _RISING
    matter = open_matter(standing.sub_state)
    if rising and matter:
        raise InputError(matter, field="sub_state", do=_("Somebody has to decide it first."))
    if (old, new) == (TranslationState.TRANSLATED, TranslationState.REVIEWED):
        check_eyes(standing, actor)


def check_eyes(standing: Standing, actor: str) -> None:
    """Refuse a judgement by somebody whose own words it is about, or by nobody.

    A second look is by a third person.

    Raises:
        InputError: as said.
    """
    if actor in (standing.translator, ""):
        raise InputError(
            _("A translation is reviewed by somebody other than its translator."),
            field="state",
            do=_("Switch to another profile to review it."),
        )
    if standing.sub_state is SubState.SECOND_LOOK and actor == standing.reviewer:
        raise InputError(
            _("The second look is by somebody other than the first reviewer."),
            field="state",
            do=_("Switch to another profile to review it."),
        )


def open_matter(sub_state: SubState) -> str:
    """Say what keeps a translation from rising, in the active language; empty where nothing does."""
    return _(_OPEN[sub_state]) if sub_state in _OPEN else ""


_RISING = {
    (TranslationState.TRANSLATED, TranslationState.REVIEWED),
    (TranslationState.REVIEWED, TranslationState.FINAL),
}
_OPEN: dict[SubState, str] = {
    SubState.DISPUTED: N_("This wording is disputed."),
    SubState.SECOND_LOOK: N_("This wording waits for a second look."),
}
"""What keeps a translation from rising, English."""
