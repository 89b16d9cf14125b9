from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from workbench.qt.archive.people import ProfilePage, ProfilesPanel, initials_of
from workbench.qt.look.style import Look
from workbench.qt.session import Session


def test_initials() -> None:
    assert initials_of("Марыя Калеснікава") == "МК"
    assert initials_of("Ana María de la O") == "AMD"
    assert initials_of("  3 ") == ""


def test_a_person_is_added_and_two_cannot_share_initials(qtbot: QtBot, look: Look, session: Session) -> None:
    panel = ProfilesPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel._start_adding()
    qtbot.keyClicks(panel.form.name, "Anna Jonas")
    qtbot.keyClick(panel.form.name, Qt.Key.Key_Return)
    panel.save()
    qtbot.waitUntil(lambda: bool(panel.form.rows["initials"].error))
    assert "Somebody else" in panel.form.rows["initials"].error
    panel.form.initials.setText("AJ2")
    panel.save()
    qtbot.waitUntil(lambda: len(session.profiles()) == 2)
    qtbot.waitUntil(lambda: any("AJ2" in label.text() for label in panel.findChildren(QLabel)))
    assert not panel.form.isVisible()


def test_somebody_else_sits_down(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    panel = ProfilesPanel(sample_session)
    qtbot.addWidget(panel)
    other = sample_session.profiles()[1]
    button = next(b for b in panel.findChildren(QPushButton) if b.text() == f"Work as {other.initials}")
    with qtbot.waitSignal(sample_session.profile_changed):
        button.click()
    assert sample_session.author_id == other.id


def test_a_person_is_changed(qtbot: QtBot, look: Look, session: Session) -> None:
    panel = ProfilesPanel(session)
    qtbot.addWidget(panel)
    panel._start_editing(session.profiles()[0])
    assert panel.form.initials.text() == "AJ"
    panel.form.name.setText("Алена Ясь")
    with qtbot.waitSignal(session.profile_changed):
        panel.save()
    assert session.profiles()[0].name == "Алена Ясь"


def test_the_choice_at_the_door(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    page = ProfilePage()
    qtbot.addWidget(page)
    people = sample_session.profiles()
    page.show_people(people, people[1].id)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.enter()
    with qtbot.waitSignal(page.chosen) as signal:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert signal.args == [people[1].id]
