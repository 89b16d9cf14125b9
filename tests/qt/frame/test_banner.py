from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.errors import ImportFileError
from workbench.i18n import activate
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button
from workbench.qt.frame.language import tell_language_change
from workbench.qt.look.style import Look


@pytest.fixture
def banner(qtbot: QtBot, look: Look) -> Iterator[Banner]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = Banner()
    column.addWidget(made)
    column.addWidget(QLineEdit())
    window.resize(600, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made  # noqa: PT022 - the window lives as long as this frame


def buttons(banner: Banner) -> list[Button]:
    return [b for b in banner.findChildren(Button) if not b.isHidden()]


def test_hidden_until_there_is_something_to_say(banner: Banner) -> None:
    assert banner.isHidden()


@pytest.mark.parametrize("level", Level)
def test_a_message_is_shown_and_named(banner: Banner, level: Level) -> None:
    banner.show_message(level, "The file is empty.", more="The archive is as it was.")
    assert banner.isVisible()
    assert banner.text() == "The file is empty. The archive is as it was."
    assert banner.accessibleName().endswith(banner.text())
    assert banner.accessibleName() != f": {banner.text()}"
    assert QAccessible.queryAccessibleInterface(banner) is not None


def test_a_known_error_says_its_three_sentences(banner: Banner) -> None:
    banner.show_error(ImportFileError("It is a picture.", kept="Nothing changed.", do="Choose a text."))
    assert banner.text() == "It is a picture. Nothing changed. Choose a text."
    assert banner.property("level") == "error"


def test_a_verb_closes_the_message_and_acts(banner: Banner, qtbot: QtBot) -> None:
    done: list[str] = []
    verbs = (("Choose another", lambda: done.append("one")), ("Skip", lambda: done.append("two")))
    banner.show_message(Level.WARNING, "Twice.", verbs=verbs)
    assert [b.text() for b in buttons(banner)] == ["Choose another", "Skip"]
    with qtbot.waitSignal(banner.closed):
        buttons(banner)[1].click()
    assert done == ["two"]
    assert banner.isHidden()


def test_a_verb_may_show_the_next_message(banner: Banner) -> None:
    again = (("Again", lambda: banner.show_message(Level.INFO, "Second.")),)
    banner.show_message(Level.ERROR, "First.", verbs=again)
    buttons(banner)[0].click()
    assert banner.isVisible()
    assert banner.text() == "Second."
    assert buttons(banner) == []


def test_escape_closes_it_and_the_focus_goes_on(banner: Banner, qtbot: QtBot) -> None:
    banner.show_message(Level.INFO, "x", verbs=(("Do it", lambda: None),))
    button = buttons(banner)[0]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert banner.isHidden()
    assert banner.window().focusWidget() is not None
    assert not banner.isAncestorOf(banner.window().focusWidget())


def test_words_follow_the_language(banner: Banner) -> None:
    words = ["one"]
    banner.show_message(Level.INFO, lambda: words[0], verbs=((lambda: f"do {words[0]}", lambda: None),))
    words[0] = "two"
    tell_language_change(banner.window())
    assert banner.text() == "two"
    assert buttons(banner)[0].text() == "do two"
    assert banner.accessibleName().endswith("two")


def test_what_is_said_in_fixed_words_goes_with_its_language(banner: Banner) -> None:
    banner.show_error(ImportFileError("The file is empty."))
    tell_language_change(banner.window())
    assert banner.isVisible()  # it is the same language
    activate("lt")
    tell_language_change(banner.window())
    assert banner.isHidden()
    banner.show_message(Level.WARNING, "The file is empty.", verbs=((lambda: "Look", lambda: None),))
    activate("en")
    tell_language_change(banner.window())
    assert banner.isVisible()  # an answer is waited for


def test_long_messages_are_not_cut(banner: Banner, look: Look, qtbot: QtBot) -> None:
    look.set(scale=200)
    banner.show_message(
        Level.ERROR,
        "Failas yra tuščias ir jo perskaityti negalima. " * 6,
        verbs=(("Pasirinkti kitą failą", print), ("Uždaryti", print)),
    )
    banner.window().resize(560, 900)
    qtbot.waitUntil(lambda: banner.width() <= 560)
    for part in (*banner.findChildren(QPushButton),):
        if part.isVisible():
            assert part.width() >= part.sizeHint().width()
    assert banner.height() >= banner.layout().heightForWidth(banner.width())
