from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest

from pane_rooms import NONE, PaneRoom
from workbench.domain.inputs import StatementInput
from workbench.domain.listing import Listed, listed
from workbench.domain.time_scale import TimeScale
from workbench.i18n import activate
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import current_look
from workbench.qt.records.timeline import pane
from workbench.qt.records.timeline.chart import head_width, paint
from workbench.qt.records.timeline.pane import TimelinePane
from workbench.qt.session import ViewName
from workbench.services.claims import add_statement

Show = Callable[[str], PaneRoom]
MARIA = "Maria Kolesnikova"


class Hand:
    """The timeline under a person's hand."""

    def __init__(self, room: PaneRoom) -> None:
        assert isinstance(room.pane, TimelinePane)
        self.room, self.pane, self.view, self.went = room, room.pane, room.view, room.went
        self.canvas, self.until, self.qtbot = room.pane.canvas, room.until, room.qtbot

    def key(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.room.press(self.canvas, *keys, held=held)

    def walk(self, part: str) -> None:
        """Go on with the arrow until the words of the entry have a part."""
        self.key(Qt.Key.Key_Home)
        for _step in range(30):
            self.key(Qt.Key.Key_Right)
            if part in self.canvas.focus_words():
                return
        raise AssertionError(part)


def state(room: Hand, **facts: str) -> None:
    """Say something more of Maria Kolesnikova, and wait until the lane has it."""
    session, record_id = room.view.session, room.room.find(MARIA)
    lane = room.canvas.lane(record_id)
    before = len(lane.entries) + len(lane.undated) if lane is not None else 0
    with room.qtbot.waitSignal(session.changed):
        session.perform(add_statement(record_id, StatementInput(**facts), ()))

    def there() -> bool:
        now = room.canvas.lane(record_id)
        return now is not None and len(now.entries) + len(now.undated) == before + 1

    room.until(there)


def test_the_current_record_comes_first_and_the_listed_ones_below(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    names = [placed.lane.name for placed in room.canvas.chart.placed]
    assert names[0] == MARIA
    assert len(set(names)) == len(names) > 3
    assert room.canvas.focus_words().startswith(f"{MARIA} · ")
    assert "without a date" in room.canvas.focus_words()


def test_arrows_go_from_entry_to_entry_in_order_of_time(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    days = []
    for _step in range(4):
        room.key(Qt.Key.Key_Right)
        entry = room.canvas.focus_entry()
        assert entry is not None
        days.append(entry.extents.earliest)
    assert days == sorted(days)
    room.key(Qt.Key.Key_Left)
    assert room.canvas.focus_entry() is not None
    room.key(Qt.Key.Key_Home)
    assert room.canvas.focus_entry() is None
    room.key(Qt.Key.Key_End, Qt.Key.Key_Down)
    assert room.canvas.chart.focus[0] == room.canvas.chart.placed[1].lane.record_id


def test_enter_opens_the_passage_that_says_so(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    room.walk("Detained")
    entry = room.canvas.focus_entry()
    assert entry is not None
    room.key(Qt.Key.Key_Return)
    assert [(place.view, place.passage_id) for place in room.went] == [(ViewName.SOURCES, entry.row.passages[0])]


def test_one_click_opens_it_too(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    room.canvas.grab()
    spot = next(spot for spot in room.canvas.chart.spots if spot.box.entry.row.passages)
    QTest.mouseClick(
        room.canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot.rect.topLeft().toPoint() + QPoint(20, 10)
    )
    assert [place.passage_id for place in room.went] == [spot.box.entry.row.passages[0]]


def test_what_has_no_evidence_says_so_and_opens_the_record(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    state(room, property="released", value="2024~")
    room.walk("about 2024")
    assert room.canvas.focus_words().endswith("Released · about 2024 · no evidence")
    room.key(Qt.Key.Key_Return)
    assert room.went == []
    assert room.view.work.on_page


def test_conflicting_dates_stand_one_above_the_other_and_say_so(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    state(room, property="birth", value="1982-04-24")
    state(room, property="birth", value="1984?")
    room.walk("Date of birth")
    assert "contradicts another date" in room.canvas.focus_words()
    rows = [b.row for b in room.canvas.chart.placed[0].boxes if b.entry.row.label == "birth"]
    assert rows == [rows[0], rows[0] + 1]


def test_writes_that_come_while_it_reads_are_seen(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    session, record_id = room.view.session, room.room.find(MARIA)
    for value in ("1982", "1983", "1984"):
        session.perform(add_statement(record_id, StatementInput(property="birth", value=value), ()))

    def said() -> set[str]:
        lane = room.canvas.lane(record_id)
        return {entry.row.date for entry in lane.entries} if lane is not None else set()

    room.until(lambda: {"1982", "1983", "1984"} <= said())


def test_what_has_no_date_stands_at_the_side_and_opens(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    shown = [room.pane.undated.lines.line(n) for n in range(room.pane.undated.lines.rowCount())]
    assert room.pane.undated.isVisible()
    assert any(line is not None and "Tatsiana Khomich" in line.title for line in shown)
    room.pane.undated.setFocus()
    room.pane.undated.step(1)
    QTest.keyClick(room.pane.undated, Qt.Key.Key_Return)
    assert room.went or room.view.work.on_page


def test_zoom_and_pan_by_keys_and_fit_again(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    room.key(Qt.Key.Key_0)
    fitted = room.canvas.chart.scale
    room.key(Qt.Key.Key_Plus)
    assert room.canvas.chart.scale.days < fitted.days
    room.key(Qt.Key.Key_Minus)
    assert room.canvas.chart.scale.days == pytest.approx(fitted.days)
    room.key(Qt.Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    assert room.canvas.chart.scale.start > fitted.start
    room.key(Qt.Key.Key_0)
    assert room.canvas.chart.scale == fitted


def test_walking_brings_what_is_out_of_view_into_it(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    for _step in range(12):
        room.key(Qt.Key.Key_Plus)
    room.key(Qt.Key.Key_End)
    entry, scale = room.canvas.focus_entry(), room.canvas.chart.scale
    assert entry is not None
    assert 0 <= scale.x(entry.extents.earliest) <= scale.length


def test_space_makes_the_record_of_a_lane_the_current_one(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    room.key(Qt.Key.Key_Down)
    other = room.canvas.chart.focus[0]
    room.key(Qt.Key.Key_Space)
    assert room.view.selection.current == other
    assert room.canvas.chart.placed[0].lane.record_id == other


def test_lanes_are_read_only_where_they_come_into_view(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    asked: list[list[str]] = []
    room.canvas.wanted.connect(asked.append)
    many = tuple(f"none-{n}" for n in range(100_000))
    room.view.selection.set_listed(room.view.selection.kind, "", listed(many))
    room.until(lambda: bool(asked) or room.canvas.lane("none-3") is not None)
    assert room.canvas.lane("none-500") is None
    room.canvas.verticalScrollBar().setValue(50_000)
    room.until(lambda: room.canvas.lane("none-50000") is not None)
    assert len(room.canvas.chart.placed) < 40
    assert max(len(ids) for ids in asked) < 200


def test_a_screen_reader_hears_each_entry(timeline: Show, listening: object) -> None:
    room = Hand(timeline(MARIA))
    made = QAccessible.queryAccessibleInterface(room.canvas)
    assert made.text(QAccessible.Text.Name) == "Timeline"
    text = made.textInterface()
    room.walk("Detained")
    lines = text.text(0, -1).split("\n")
    at = text.cursorPosition()
    said = text.text(at, text.characterCount()).split("\n")[0]
    assert said.startswith("Detained · September 2020")
    assert said in lines
    text.setCursorPosition(0)
    assert room.canvas.focus_words().startswith(MARIA)
    assert room.canvas.focus_entry() is None


def test_it_speaks_the_language_of_the_interface(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    activate("lt")
    switch_language("lt")
    try:
        room.until(lambda: room.canvas.chart.placed[0].lane.name == "Marija Kolesnikova")
        room.walk("2020 m. rugsėjis")
    finally:
        activate("en")
        switch_language("en")


def test_it_is_painted_without_a_widget(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    lane = room.canvas.lane(room.room.find(MARIA))
    assert lane is not None
    image = QImage(600, 300, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, image.rect(), [lane], {})
    painter.end()
    colours = {image.pixel(x, y) for x in range(200, 600, 3) for y in range(40, 300, 3)}
    assert len(colours) > 10


def test_an_empty_archive_says_what_to_do(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    room.view.selection.set_current("")
    room.view.selection.set_listed(room.view.selection.kind, "nobody", Listed())
    assert room.pane.stack.currentIndex() == 1


def test_words_stay_at_the_edge_while_their_bar_is_seen_and_arrows_point_beyond(timeline: Show) -> None:
    room = Hand(timeline(MARIA))
    canvas, look = room.canvas, current_look()
    lane = canvas.lane(room.room.find(MARIA))
    assert lane is not None
    longest = max(lane.entries, key=lambda entry: entry.extents.latest - entry.extents.earliest)
    extents = longest.extents
    body = head_width(canvas.viewport().width())
    year = TimeScale((extents.earliest + extents.latest) / 2, 365, canvas.viewport().width() - body)
    canvas.set_scale(year)
    canvas.viewport().grab()
    spot = next(spot for spot in canvas.chart.spots if spot.box.entry is longest)
    assert spot.rect.left() < body < spot.words.left() <= body + look.px("half") + look.px("gap")
    assert spot.words.width() > look.px("hall")
    assert all(each.rect.right() >= body for each in canvas.chart.spots)
    canvas.set_scale(TimeScale(extents.latest + 9_000, 365, year.length))
    image = canvas.viewport().grab().toImage()
    assert not [each for each in canvas.chart.spots if each.record_id == lane.record_id]
    scale = image.devicePixelRatio()
    edge = [image.pixelColor(int((body + look.px("step")) * scale), y) for y in range(image.height())]
    assert look.colour("second") in edge


def test_a_read_that_ended_in_a_bug_does_not_hold_the_next(timeline: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    room = Hand(timeline(MARIA))

    def broken(*_given: object) -> None:
        raise ValueError

    session = room.view.session
    session.operations.crashed.disconnect()  # here a bug is what is wanted
    with monkeypatch.context() as bug, room.qtbot.waitSignal(session.operations.crashed):
        bug.setattr(pane, "dated_rows", broken)
        room.pane.retranslate()
    state(room, property="released", value="2025-12-14")
