from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from pane_rooms import NONE, PaneRoom
from workbench.domain.anchors import Span
from workbench.domain.inputs import MentionInput
from workbench.domain.kinds import RecordKind
from workbench.qt.look.style import Look
from workbench.qt.records.network.bonds import Bond
from workbench.qt.records.network.layout import lay_out
from workbench.qt.records.network.pane import NetworkPane
from workbench.qt.records.network.picture import Picture, box_sizes, paint, place_names
from workbench.qt.session import ViewName
from workbench.services.claims import add_relation
from workbench.services.records import link_passage
from workbench.store.queries.network import network_around
from workbench.store.queries.records import MENTION, PASSAGE

Show = Callable[[str], PaneRoom]
MARIA, TATSIANA = "Maria Kolesnikova", "Tatsiana Khomich"
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hand:
    """The network under a person's hand."""

    def __init__(self, room: PaneRoom) -> None:
        assert isinstance(room.pane, NetworkPane)
        self.room, self.pane, self.view, self.went = room, room.pane, room.view, room.went
        self.canvas, self.until, self.qtbot = room.pane.canvas, room.until, room.qtbot

    @property
    def picture(self) -> Picture:
        return self.canvas.picture

    def key(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.room.press(self.canvas, *keys, held=held)

    def name(self, record_id: str) -> str:
        return self.picture.nodes[record_id].name

    def tab_to(self, wanted: Callable[[Bond], bool]) -> Bond:
        for _step in range(20):
            self.key(Qt.Key.Key_Tab)
            bond = self.picture.focus_bond
            if bond is not None and wanted(bond):
                return bond
        raise AssertionError("no such tie")


def name_together(room: PaneRoom, one: str, other: str) -> None:
    """Have every passage that names one record name the other too."""
    columns = (PASSAGE.c.text_version_id, PASSAGE.c.start, PASSAGE.c.end)
    with room.session.read() as connection:
        named = select(*columns).join(MENTION, MENTION.c.passage_id == PASSAGE.c.id)
        places = connection.execute(named.where(MENTION.c.record_id == room.find(one))).all()
    assert len(places) > 1
    for text, start, end in places:
        act = link_passage(text, Span(start, end), room.find(other), MentionInput())
        with room.qtbot.waitSignal(room.session.changed):
            room.session.perform(act)


def test_it_shows_what_is_tied_to_the_current_record(network: Show) -> None:
    hand = Hand(network(MARIA))
    names = {node.name for node in hand.picture.nodes.values()}
    assert {MARIA, TATSIANA, "Maxim Znak"} <= names
    assert hand.picture.focus == hand.room.find(MARIA)
    assert hand.canvas.focus_words().startswith(f"{MARIA} · Person · ")
    assert hand.canvas.focus_words().endswith("current record")


def test_two_steps_show_more_and_what_was_there_stays_about_where_it_was(network: Show) -> None:
    hand = Hand(network(MARIA))
    before, count = dict(hand.picture.places), len(hand.picture.nodes)
    hand.key(Qt.Key.Key_2)
    hand.until(lambda: len(hand.picture.nodes) > count)
    spread = max(abs(value) for point in before.values() for value in point)
    moved = [abs(hand.picture.places[key][0] - x) for key, (x, _y) in before.items()]
    assert sorted(moved)[len(moved) // 2] < spread / 2
    hand.key(Qt.Key.Key_1)
    hand.until(lambda: len(hand.picture.nodes) == count)


def test_arrows_go_to_the_nearest_record_in_a_direction(network: Show) -> None:
    hand = Hand(network(MARIA))
    for key, at, sign in (
        (Qt.Key.Key_Right, 0, 1),
        (Qt.Key.Key_Left, 0, -1),
        (Qt.Key.Key_Down, 1, 1),
        (Qt.Key.Key_Up, 1, -1),
    ):
        hand.key(Qt.Key.Key_Home, key)
        there = hand.picture.places[hand.picture.focus]
        assert there[at] * sign > hand.picture.places[hand.picture.current][at] * sign


def test_tab_goes_through_the_ties_of_a_record_and_then_on(network: Show) -> None:
    hand = Hand(network(MARIA))
    count = sum(hand.picture.current in (bond.one, bond.other) for bond in hand.picture.bonds)
    seen = []
    for _step in range(count):
        hand.key(Qt.Key.Key_Tab)
        seen.append(hand.picture.focus_bond)
    assert None not in seen
    assert len(set(seen)) == count
    hand.key(Qt.Key.Key_Tab, held=SHIFT)
    assert hand.picture.focus_bond is seen[-2]
    hand.key(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not hand.canvas


def test_enter_on_a_record_makes_it_the_current_one_and_again_opens_its_page(network: Show) -> None:
    hand = Hand(network(MARIA))
    hand.key(Qt.Key.Key_Right)
    other = hand.picture.focus
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: hand.picture.current == other)
    assert hand.view.selection.current == other
    hand.key(Qt.Key.Key_Return)
    assert hand.view.work.on_page
    assert hand.view.page.known is not None
    assert hand.view.page.known.id == other


def test_the_list_shows_the_kind_of_the_record_that_was_made_current(network: Show) -> None:
    hand = Hand(network(MARIA))
    listed, seen = hand.view.list, list[str]()
    hand.view.selection.current_changed.connect(seen.append)
    first = hand.picture.current
    assert listed.kind is RecordKind.PERSON
    other, kind = next((node.id, node.kind) for node in hand.picture.nodes.values() if node.kind != RecordKind.PERSON)
    hand.pane._open_node(other)
    hand.until(lambda: listed.kind == kind and listed.list.current_id() == other)
    hand.until(lambda: hand.picture.current == other)
    assert hand.view.selection.kind == kind
    assert seen == [other]
    assert hand.canvas.hasFocus()
    hand.pane._open_node(first)
    hand.pane._open_node(other)
    hand.pane._open_node(first)
    hand.until(lambda: not listed.loading and listed.list.current_id() == first)
    hand.until(lambda: hand.picture.current == first)
    assert listed.kind is hand.view.selection.kind is RecordKind.PERSON


def test_walking_the_network_gives_up_no_filter_of_the_same_kind(network: Show) -> None:
    hand = Hand(network(MARIA))
    listed, selection = hand.view.list, hand.view.selection
    with hand.qtbot.waitSignal(listed.loaded):
        listed.search.show_text("Kolesnikova")
        listed.load()
    other = next(
        node.id
        for node in hand.picture.nodes.values()
        if node.kind == RecordKind.PERSON and node.id not in selection.ids
    )
    hand.pane._open_node(other)
    hand.until(lambda: hand.picture.current == other)
    assert listed.search.text() == selection.text == "Kolesnikova"
    assert not listed.loading


def test_enter_on_a_tie_goes_to_its_passage(network: Show) -> None:
    hand = Hand(network(MARIA))
    bond = hand.tab_to(lambda bond: len(bond.passages) == 1)
    hand.key(Qt.Key.Key_Return)
    assert [(place.view, place.passage_id) for place in hand.went] == [(ViewName.SOURCES, bond.passages[0])]


def test_a_tie_with_several_passages_lists_them(network: Show) -> None:
    hand = Hand(network(MARIA))
    name_together(hand.room, MARIA, TATSIANA)
    hand.key(Qt.Key.Key_3)
    hand.until(lambda: any(tie.claim == "mention" for bond in hand.picture.bonds for tie in bond.ties))
    bond = hand.tab_to(lambda bond: len(bond.passages) > 1)
    hand.key(Qt.Key.Key_Return)
    listed = hand.pane.cited.list
    assert listed.hasFocus()
    assert listed.lines.rowCount() == len(bond.passages)
    chosen = listed.current_id()
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert [place.passage_id for place in hand.went] == [chosen]
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    assert hand.canvas.hasFocus()


def test_a_tie_without_evidence_says_so(network: Show) -> None:
    hand = Hand(network(MARIA))
    session, one, other = hand.room.session, hand.room.find(MARIA), hand.room.find("Donald Trump")
    session.perform(add_relation(one, other, "friend", ()))
    hand.until(lambda: other in hand.picture.nodes)
    bond = hand.tab_to(lambda bond: other in (bond.one, bond.other))
    assert bond.passages == ()
    assert hand.pane.what.text() == "Maria Kolesnikova – Donald Trump · friend · no evidence"
    hand.key(Qt.Key.Key_Return)
    assert hand.went == []


def test_zoom_pan_and_fit_by_keys(network: Show) -> None:
    hand = Hand(network(MARIA))
    zoom, centre = hand.picture.zoom, hand.picture.centre
    hand.key(Qt.Key.Key_Plus)
    assert hand.picture.zoom > zoom
    hand.key(Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert hand.picture.zoom < zoom
    hand.key(Qt.Key.Key_Right, held=SHIFT)
    assert hand.picture.centre[0] > centre[0]
    hand.key(Qt.Key.Key_0)
    assert (hand.picture.zoom, hand.picture.centre) == (zoom, centre)


def test_a_click_on_a_tie_opens_its_passage(network: Show) -> None:
    hand = Hand(network(MARIA))
    bond = next(bond for bond in hand.picture.bonds if len(bond.passages) == 1)
    rect = QRectF(hand.canvas.viewport().rect())
    one, other = hand.picture.at(bond.one, rect), hand.picture.at(bond.other, rect)
    QTest.mouseClick(hand.canvas.viewport(), Qt.MouseButton.LeftButton, pos=(one * 0.6 + other * 0.4).toPoint())
    assert [place.passage_id for place in hand.went] == list(bond.passages)


def test_listed_records_are_told_from_others(network: Show) -> None:
    hand = Hand(network(MARIA))
    assert hand.picture.listed == frozenset(key for key, node in hand.picture.nodes.items() if node.kind == "person")


def test_what_is_left_out_is_said_and_can_be_shown(network: Show) -> None:
    hand = Hand(network(MARIA))
    whole = len(hand.picture.nodes)
    assert hand.pane.cut.isHidden()
    hand.pane.show_at_most(4)
    hand.until(lambda: len(hand.picture.nodes) == 4)
    assert hand.pane.cut.text() == f"4 of {whole} shown: those with most ties first."
    QTest.keyClick(hand.pane.more, Qt.Key.Key_Return)
    hand.until(lambda: len(hand.picture.nodes) == whole)
    assert hand.pane.cut.isHidden()


def test_a_screen_reader_hears_records_and_ties(network: Show, listening: object) -> None:
    hand = Hand(network(MARIA))
    made = QAccessible.queryAccessibleInterface(hand.canvas)
    assert made.text(QAccessible.Text.Name) == "Network"
    text = made.textInterface()
    bond = hand.tab_to(lambda bond: hand.room.find(TATSIANA) in (bond.one, bond.other))
    said = text.text(text.cursorPosition(), text.characterCount()).split("\n")[0]
    assert said == hand.canvas.focus_words()
    assert "sibling" in said
    assert text.characterRect(text.cursorPosition()).isValid()
    text.setCursorPosition(0)
    assert hand.picture.focus_bond is None
    assert bond.passages


def test_it_is_painted_without_a_widget(network: Show) -> None:
    hand = Hand(network(MARIA))
    with hand.room.session.read() as connection:
        found = network_around(connection, hand.room.find(MARIA), "en", steps=2)
    image = QImage(600, 400, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, QRectF(image.rect()), found, {})
    painter.end()
    assert len({image.pixel(x, y) for x in range(0, 600, 2) for y in range(0, 400, 2)}) > 20


def test_without_a_record_it_says_what_to_do(network: Show) -> None:
    hand = Hand(network(MARIA))
    hand.view.selection.set_current("")
    assert hand.pane.stack.currentIndex() == 1


def test_enlarged_no_record_is_beyond_the_edge(network: Show, look: Look) -> None:
    hand = Hand(network("Ales Bialiatski"))
    assert not hand.pane.alone
    look.set(scale=200)
    assert hand.pane.alone
    rect = QRectF(0, 0, 1060, 340)
    nodes, bonds = hand.picture.nodes, hand.picture.bonds
    pairs = [(bond.one, bond.other) for bond in bonds]
    places = lay_out(list(nodes), pairs, box_sizes(nodes.values(), 200), aspect=2.5)
    picture = Picture(nodes, bonds, places, current=hand.picture.current)
    picture.fit(rect)
    assert len(picture.places) > 4
    for key in picture.places:
        assert rect.contains(picture.sign_rect(picture.at(key, rect)))
    names = place_names(picture, rect)
    assert names.keys() == nodes.keys()
    for key, name in names.items():
        assert " ".join(name.lines) == nodes[key].name
        assert rect.contains(name.rect)
        assert not any(name.rect.intersects(other.room) for other in names.values() if other is not name)
