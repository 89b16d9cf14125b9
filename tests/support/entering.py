"""An archive with somebody who works in English, opened in the window by typing its passphrase."""

from __future__ import annotations

from pathlib import Path

from hands import Hands
from rooms import CHEAP, PASSPHRASE, Room
from workbench.domain.inputs import ProfileInput
from workbench.services.archives import create_archive

ANELA = ProfileInput(name="Anela Krušyna", initials="AK", language="en")


def english_room(path: Path) -> Room:
    """Make an archive whose only profile has an English window."""
    created = create_archive(path, PASSPHRASE, ANELA, parameters=CHEAP)
    return Room(path, created.archive, created.profile_id)


def enter(hands: Hands, path: Path) -> None:
    """Open a closed archive in the window, by keys, and wait until one can work."""
    window = hands.window
    entrance = window.entrance
    entrance.open_file(path)
    hands.until(lambda: window.stack.currentWidget() is entrance.unlock, "the passphrase")
    hands.type(PASSPHRASE)
    hands.enter()
    hands.until(lambda: window.at_work or window.stack.currentWidget() is entrance.people, "the people")
    if not window.at_work:
        hands.enter()
    hands.until(lambda: window.at_work, "the work")
    hands.settle()
