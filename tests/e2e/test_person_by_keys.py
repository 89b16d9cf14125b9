"""From a selection to a linked person with a role: how many presses of keys it takes a trained hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from entering import english_room, enter
from hands import KEY, Hands
from rooms import Room, rows_of
from workbench.domain.inputs import NameInput

ARTICLE = (
    "The gate\n"
    "On 3 May the librarian Alena Sokał walked out of the gate in Orša. She had been inside for three years.\n"
    "Sokał laughed."
)


class Counter(QObject):
    """Counts presses of keys that type or do something, modifiers left out."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.spontaneous():
            self.presses += watched is QApplication.focusWidget()
        return False


@pytest.fixture
def open_room_in_window(hands: Hands, tmp_path: Path) -> Callable[[], Room]:
    """An archive with the article and two people, open in the window at its article."""

    def open_it() -> Room:
        room = english_room(tmp_path / "two.archive")
        room.bring_in(ARTICLE)
        room.person("Alena Sokał", NameInput(value="Алена Сокал", tag="be"))
        room.person("Ihar Sokał")
        room.archive.close()
        enter(hands, room.path)
        hands.until(lambda: hands.sources.article.source is not None, "the article")
        hands.settle()
        return room

    return open_it


@pytest.mark.parametrize(
    ("words", "keys", "presses", "role"),
    [
        # the words name the person: P, Enter, the role's first letter, Enter
        ("Alena Sokał", ("P", "\n", "w", "\n"), 4, "witness"),
        # they do not: P, three letters of a name in any script, Enter, the role, Enter
        ("She", ("P", "ale", "\n", "r", "Down", "\n"), 8, "relative"),
        ("She", ("P", "ale", "\n", "i", "\n"), 7, "imprisoned"),
        ("She", ("P", "але", "\n", "r", "\n"), 7, "released"),
        # the usual role
        ("She", ("P", "ale", "\n", "\n"), 6, "mentioned"),
    ],
)
@pytest.mark.parametrize("waits", [True, False], ids=["looking", "blind"])
def test_from_words_to_a_person_with_a_role(
    hands: Hands,
    open_room_in_window: Callable[[], Room],
    words: str,
    keys: tuple[str, ...],
    presses: int,
    role: str,
    waits: bool,
) -> None:
    """At most eight presses where a letter tells the role; nothing is lost if the hand is faster than the search."""
    open_room_in_window()
    session = hands.window.session
    assert session is not None
    hands.select(words)
    counter = Counter()
    QApplication.instance().installEventFilter(counter)
    for part in keys:
        if part == "P":
            hands.press(KEY.Key_P)
        elif part == "Down":
            hands.press(KEY.Key_Down)
        elif part == "\n":
            hands.enter()
        else:
            hands.type(part)
        if waits:
            hands.settle()
    QApplication.instance().removeEventFilter(counter)
    hands.settle()
    hands.until(lambda: rows_of(session.archive)["mention"], "the mention")
    found = rows_of(session.archive)
    [mention] = found["mention"].values()
    named = [row["value"] for row in found["name"].values() if row["record_id"] == mention["record_id"]]
    assert "Alena Sokał" in named
    assert mention["role"] == role
    assert found["passage"][mention["passage_id"]]["exact"] == words
    assert len(found["record"]) == 2
    assert counter.presses == presses
    assert presses <= 8
    assert hands.focus is hands.sources.reader
