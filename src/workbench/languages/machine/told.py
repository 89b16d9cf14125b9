"""What the process of a model tells the program: what a folder is, and why something is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from workbench.domain.errors import WorkbenchError
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import N_, _


class MachineError(WorkbenchError):
    """A model cannot be used, or the process in which it ran came to an end."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model as its folder has it: `digest` is the SHA-256 over the folder, `size` in bytes.

    `sources` and `targets` are the working languages that it has tokens for; empty where the
    folder does not say which they are. `pieces` tells whether it says how words are cut, and
    `ends` whether it says that a source has a mark at its end.
    """

    digest: str
    size: int
    pieces: bool
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    ends: bool


def folder_of(facts: Any) -> ModelFolder | None:
    """Return what the process said of a folder; None where that cannot be."""
    try:
        sources, targets = (tuple(tag for tag in WORKING_LANGUAGES if tag in facts[side]) for side in _SIDES)
        found = ModelFolder(
            str(facts["digest"]), int(facts["size"]), bool(facts["pieces"]), sources, targets, bool(facts["ends"])
        )
    except (KeyError, TypeError, ValueError):
        return None
    return found if _DIGEST.fullmatch(found.digest) else None


_SIDES = ("sources", "targets")
_DIGEST = re.compile("[0-9a-f]{64}")

_FOLDER: dict[str, tuple[str, str]] = {
    "folder": (N_("The folder cannot be read."), N_("Choose the folder in which the file “model.bin” lies.")),
    "large": (N_("There is more in the folder than a model has."), ""),
    "names": (N_("Names of files in the folder have signs that a digest cannot be made over."), ""),
    "config": (N_("The folder has no readable “config.json”."), N_("Choose a model in CTranslate2’s format.")),
    "model": (N_("The folder has no readable “model.bin”."), N_("Choose a model in CTranslate2’s format.")),
    "kind": (N_("The model in the folder is not one that translates texts."), ""),
    "vocabulary": (N_("The folder has no readable vocabulary."), N_("Choose a model in CTranslate2’s format.")),
    "cut": (
        N_("The model works with pieces of words, and the folder does not say how they are cut."),
        N_("Put its SentencePiece files beside it: “source.spm” and “target.spm”, or “sentencepiece.model”."),
    ),
    "changed": (
        N_("The folder is not what it was when the model was added: its digest is another one."),
        N_("Bring back the folder as it was, or add this one as another model."),
    ),
    "package": (
        N_("Machine translation is not installed here."),
        N_("Install the program with its part “machine”: it is the package “ctranslate2”."),
    ),
    "pieces": (
        N_("The package “sentencepiece” is not installed here, and this model needs it."),
        N_("Install the program with its part “machine”."),
    ),
    "broken": (N_("The model could not be loaded: its files do not fit each other, or are damaged."), ""),
    "memory": (N_("There was not enough memory for the model."), ""),
    "time": (N_("The model took too long and was stopped."), ""),
    "ended": (N_("The process of the model came to an end."), ""),
}
"""Why a folder or its model cannot be used, and what can be done, English."""

_TEXT: dict[str, str] = {
    "long": N_("too long for the model"),
    "language": N_("not one of the model’s languages"),
    "endless": N_("the model came to no end"),
    "repeats": N_("the model repeats itself"),
    "unknown": N_("the model does not know some of the words"),
    "garbage": N_("the model wrote signs that are no text"),
    "empty": N_("the model wrote nothing"),
    "copied": N_("the model only copied the quote"),
}
"""Why nothing is proposed for one quote, English."""


def machine_error(reason: str) -> MachineError:
    """Return the error for a reason that the process gave, or that is known of it."""
    what, do = _FOLDER.get(reason, _FOLDER["ended"])
    return MachineError(_(what), do=_(do) if do else "")


def known_reason(reason: str) -> str:
    """Return a reason about a text, whatever the process has said."""
    return reason if reason in _TEXT else "garbage"


def text_reason(reason: str) -> str:
    """Say in the active language why nothing is proposed for a text."""
    return _(_TEXT[known_reason(reason)])
