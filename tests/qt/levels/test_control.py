"""The field and the button of a level, by keys, and the protection in the head of a record."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from workbench.domain.kinds import Level
from workbench.qt.levels.control import LevelButton, LevelControl
from workbench.qt.levels.protection import RecordLevel
from workbench.qt.levels.signs import sign_of
from workbench.qt.look.style import Look
from workbench.qt.session import Session
from workbench.services.levels import set_level
from workbench.store.queries.levels import Guarded, ShownLevel, shown_level
from workbench.store.queries.records import list_records
from workbench.store.queries.sources import list_sources
from workbench.store.tables import Name, Passage, Quote, Record, Row, Source
from workbench.store.work import table_of

KEY = Qt.Key


def first(session: Session, model: type[Row]) -> str:
    with session.read() as connection:
        if model is Source:
            return list_sources(connection)[0].id
        if model is Record:
            return next(row.id for row in list_records(connection, "en", "person") if "Znak" in row.name)
        return str(connection.execute(select(table_of(model).c.id).limit(1)).scalar_one())


def shown(session: Session, model: type[Row], row_id: str) -> ShownLevel:
    with session.read() as connection:
        found = shown_level(connection, model, row_id)
    assert found is not None
    return found


def test_no_arrow_key_alone_sets_a_level(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    source = first(sample_session, Source)
    control = LevelControl(sample_session, Source)
    qtbot.addWidget(control)
    control.show_row(source)
    with qtbot.waitActive(control):
        control.show()
        control.activateWindow()
    before = sample_session.next_undo()
    for key in (KEY.Key_Down, KEY.Key_End, KEY.Key_S):
        qtbot.keyClick(control.combo, key)
        assert control.combo.view().isVisible()
        qtbot.keyClick(control.combo.view(), KEY.Key_Down)
        qtbot.keyClick(control.combo.view(), KEY.Key_Escape)
        assert not control.combo.view().isVisible()
    assert not sample_session.operations.jobs
    assert sample_session.next_undo() == before
    assert shown(sample_session, Source, source).own is Level.INHERITED
    assert control.combo.currentText() == "Not set: Open to all"


def test_which_level_is_which_is_said_where_two_stand(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    words = {}
    for model in (Passage, Quote, Source, Record):
        control = LevelControl(sample_session, model)
        qtbot.addWidget(control)
        words[model] = control.label.text()
    assert words == {
        Passage: "Sensitivity of this passage",
        Quote: "Sensitivity of this quote",
        Source: "Sensitivity",
        Record: "Sensitivity",
    }


def test_a_level_is_set_from_the_list_with_enter(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    source = first(sample_session, Source)
    control = LevelControl(sample_session, Source)
    qtbot.addWidget(control)
    control.show_row(source)
    with qtbot.waitActive(control):
        control.show()
        control.activateWindow()
    assert control.combo.currentText() == "Not set: Open to all"
    control.combo.setFocus()
    for own in (Level.OPEN, Level.RESTRICTED):
        qtbot.keyClick(control.combo, KEY.Key_Down)
        qtbot.keyClick(control.combo.view(), KEY.Key_Down)
        qtbot.keyClick(control.combo.view(), KEY.Key_Return)
        qtbot.waitUntil(lambda own=own: shown(sample_session, Source, source).own is own)  # type: ignore[misc]
        qtbot.waitUntil(lambda: not sample_session.operations.jobs)
    qtbot.waitUntil(lambda: control.level is Level.RESTRICTED)
    assert control.combo.currentText() == "Restricted"
    assert not control.combo.itemIcon(control.combo.currentIndex()).isNull()
    assert "Set here: Restricted" in control.combo.accessibleDescription()


def test_a_field_follows_what_it_inherits_from(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    passage = first(sample_session, Passage)
    control = LevelControl(sample_session, Passage)
    qtbot.addWidget(control)
    control.show_row(passage)
    sample_session.perform(set_level(Source, first(sample_session, Source), Level.SECRET))
    qtbot.waitUntil(lambda: control.level is Level.SECRET)
    assert control.combo.currentText() == "Inherited: Secret"
    control.show_row(None)
    assert control.isHidden()


def test_a_button_offers_the_levels(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    name = first(sample_session, Name)
    button = LevelButton(sample_session, Name, name)
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.clearFocus()
    assert button.accessibleName() == "Sensitivity of this name: Open to all"
    assert button.icon().isNull()
    assert not button.text()
    button.setFocus()
    assert not button.icon().isNull()
    qtbot.keyClick(button, KEY.Key_Space)
    menu = button.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "Inherited: Open to all",
        "Open to all",
        "Restricted",
        "Secret",
    ]
    qtbot.keyClick(menu, KEY.Key_Up)
    qtbot.keyClick(menu, KEY.Key_Return)
    qtbot.waitUntil(lambda: button.text() == "Secret")
    assert shown(sample_session, Name, name).own is Level.SECRET
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_a_person_is_protected_by_keys_and_no_longer(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    person = first(sample_session, Record)
    head = RecordLevel(sample_session)
    qtbot.addWidget(head)
    head.show_record(person, "person")
    head.show()
    qtbot.keyClick(head.open_button, KEY.Key_Space)
    qtbot.keyClicks(head.pseudonym, "Maksim")
    qtbot.keyClick(head.pseudonym, KEY.Key_Return)
    qtbot.waitUntil(lambda: "like one" in head.row.error)
    assert not shown(sample_session, Record, person).protected
    head.pseudonym.setText("x" * 101)
    qtbot.keyClick(head.pseudonym, KEY.Key_Return)
    qtbot.waitUntil(lambda: "at most 100 letters" in head.row.error)
    assert head.pseudonym.text() == "x" * 101
    head.pseudonym.selectAll()
    qtbot.keyClicks(head.pseudonym, "Lawyer B")
    qtbot.keyClick(head.pseudonym, KEY.Key_Return)
    qtbot.waitUntil(lambda: shown(sample_session, Record, person).protected)
    qtbot.waitUntil(lambda: not head.end_button.isHidden())
    assert head.words.text() == "Protected: leaves the archive only as “Lawyer B”."
    qtbot.keyClick(head.open_button, KEY.Key_Space)
    qtbot.keyClick(head.pseudonym, KEY.Key_Escape)
    assert not head.pseudonym.isVisible()
    qtbot.keyClick(head.end_button, KEY.Key_Space)
    qtbot.waitUntil(lambda: not shown(sample_session, Record, person).protected)
    qtbot.waitUntil(lambda: not head.words.isVisible())


def test_only_persons_are_offered_protection(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    head = RecordLevel(sample_session)
    qtbot.addWidget(head)
    head.show_record(first(sample_session, Record), "event")
    head.show()
    assert not head.open_button.isVisible()
    assert head.level.isVisible()


def test_a_mark_has_words() -> None:
    assert sign_of(None) == ("", "")
    assert sign_of(Guarded(Level.SECRET, protected=True)) == ("key-round", "Secret, Protected")
    assert sign_of(Guarded(Level.OPEN, protected=True)) == ("shield-check", "Protected")


def test_a_button_is_seen_while_the_pointer_is_in_its_row(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    button = LevelButton(sample_session, Name, first(sample_session, Name))
    button.setParent(row)
    row.resize(300, 200)
    button.setGeometry(250, 0, 32, 32)
    row.show()
    seen = []
    for kind, height in ((QEvent.Type.HoverMove, 10), (QEvent.Type.HoverMove, 90), (QEvent.Type.HoverMove, 10)):
        QApplication.sendEvent(row, QHoverEvent(kind, QPointF(5, height), QPointF(5, height), QPointF(5, 0)))
        seen.append(not button.icon().isNull())
    QApplication.sendEvent(row, QHoverEvent(QEvent.Type.HoverLeave, QPointF(-1, 5), QPointF(-1, 5), QPointF(5, 5)))
    assert seen == [True, False, True]
    assert button.icon().isNull()


def test_a_level_is_read_whole_or_ends_in_an_ellipsis(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    control = LevelControl(sample_session, Passage)
    qtbot.addWidget(control)
    control.show_row(first(sample_session, Passage))
    control.resize(600, 60)
    control.show()

    def painted() -> str:
        option = QStyleOptionComboBox()
        control.combo.initStyleOption(option)
        return option.currentText

    assert painted() == control.combo.currentText() == "Inherited: Open to all"
    control.combo.resize(120, control.combo.height())
    assert painted().endswith("…")


def test_the_reason_of_a_refusal_has_room_below_the_field(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    head = RecordLevel(sample_session)
    qtbot.addWidget(head)
    head.show_record(first(sample_session, Record), "person")
    head.resize(1000, 400)
    head.show()
    head.open_form()
    head.row.set_error("One word after another until there are two lines of it. " * 3)
    qtbot.waitUntil(lambda: head.row.height() >= head.row.heightForWidth(head.row.width()))
    assert head.row.width() <= look.px("column")
