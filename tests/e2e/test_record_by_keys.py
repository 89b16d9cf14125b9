"""All that is known of one article, entered by keys: records, evidence, and both sides of a conflict."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QListWidget

from article_facts import ARTICLE, EVENTS, HELD, ORGANISATIONS, PASSAGES, PERSONS, PLACES, RELATIONS, Happening, Named
from entering import english_room, enter
from hands import CTRL, KEY, SHIFT, Hands
from rooms import Room, rows_of
from workbench.qt.picker.fields import LanguageCombo
from workbench.qt.records.view import RecordsView
from workbench.qt.session import ViewName

_KEYS = {
    "person": KEY.Key_P,
    "event": KEY.Key_E,
    "organisation": KEY.Key_O,
    "place": KEY.Key_L,
}


class Entering:
    """What a hand does to enter one thing after the other."""

    def __init__(self, hands: Hands, room: Room) -> None:
        self.hands, self.room = hands, room
        session = hands.window.session
        assert session is not None
        self.session = session

    def count(self, table: str) -> int:
        with self.session.archive.read() as connection:
            return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0)  # noqa: S608

    def wait_for(self, table: str, count: int) -> None:
        self.hands.until(lambda: self.count(table) == count, f"{count} in {table}")
        self.hands.settle()

    def saved(self, table: str, count: int) -> None:
        """Wait until something is kept and its form is gone."""
        self.wait_for(table, count)
        page = self.records.page
        self.hands.until(lambda: all(section.form is None for section in page.sections), "the end of the form")

    @property
    def records(self) -> RecordsView:
        workspace = self.hands.window.workspace
        assert workspace is not None
        view = workspace.view(ViewName.RECORDS)
        assert isinstance(view, RecordsView)
        return view

    def passage(self, words: str) -> None:
        """Keep words of the article as a passage, with a tag."""
        hands, count = self.hands, self.count("passage_tag")
        hands.select(words)
        hands.press(KEY.Key_T)
        hands.type("evidence")
        hands.enter()
        self.wait_for("passage_tag", count + 1)

    def record(self, kind: str, names: Named) -> None:
        """Make a record with its names in four languages, then add its other names."""
        hands = self.hands
        hands.press(_KEYS[kind], held=CTRL | SHIFT)
        hands.until(lambda: self.records.form is not None and self.records.isVisible(), "the form")
        for place, language in enumerate(("en", "be", "ru", "lt")):
            if place:
                hands.press(KEY.Key_Tab)
            hands.type(names.forms[language])
        hands.enter()
        shown = names.forms["en"]
        page = self.records.page
        hands.until(lambda: page.known is not None and page.known.detail.name == shown, shown)
        hands.settle()
        for tag, value in names.others:
            self.other_name(tag, value)

    def other_name(self, tag: str, value: str) -> None:
        hands, count = self.hands, self.count("name")
        self.go_to("Add name")
        hands.enter()
        hands.type(value)
        languages = hands.tab_to("Language")
        hands.type("Eng" if tag == "en" else "Bel")
        assert isinstance(languages, LanguageCombo)
        for _step in range(50):  # a space would open the list
            if languages.tag() == tag:
                break
            hands.press(KEY.Key_Down)
        assert languages.tag() == tag
        hands.tab_to("Kind of name")
        hands.type("other" if tag == "en" else "translit")
        hands.enter()
        self.wait_for("name", count + 1)

    def go_to(self, words: str) -> None:
        if self.hands.where().split("“")[-1] != f"{words}”":
            self.hands.tab_to(words)

    def cite(self, words: str) -> None:
        """Find a passage for what is being said, tick it, and save."""
        hands = self.hands
        hands.tab_to("Search all passages")
        hands.type(" ".join(words.split()[:4]))
        hands.enter()
        hands.settle()
        hands.press(KEY.Key_Down)
        hands.until(lambda: "Passages" in hands.where(), "the passages")
        found = hands.focus
        assert isinstance(found, QListWidget)
        for _step in range(found.count()):
            if found.currentItem().text().startswith(f"“{words[:40]}"):
                break
            hands.press(KEY.Key_Down)
        hands.press(KEY.Key_Space)
        hands.tab_to("Add")
        hands.enter()

    def choose(self, name: str) -> None:
        """Find a record by its name in the field that has the focus."""
        self.hands.type(name)
        self.hands.settle()
        self.hands.enter()

    def state(self, label: str, value: str, words: str, *, place: bool = False) -> None:
        hands, count = self.hands, self.count("statement")
        self.go_to("Add statement")
        hands.enter()
        hands.type(label)
        hands.press(KEY.Key_Tab)
        if place:
            self.choose(value)
        else:
            hands.type(value)
        self.cite(words)
        self.saved("statement", count + 1)

    def take_part(self, name: str, role: str, words: str) -> None:
        hands, count = self.hands, self.count("participation")
        self.go_to("Add participant")
        hands.enter()
        self.choose(name)
        hands.tab_to("Role")
        hands.retype(role)
        self.cite(words)
        self.saved("participation", count + 1)

    def relate(self, name: str, kind: str, words: str) -> None:
        hands, count = self.hands, self.count("relation")
        self.go_to("Add relation")
        hands.enter()
        self.choose(name)
        hands.tab_to("What this one is to the other")
        hands.retype(kind)
        self.cite(words)
        self.saved("relation", count + 1)

    def event(self, event: Happening) -> None:
        self.record("event", event.named)
        self.state("Date", event.typed, event.evidence)
        if event.place:
            self.state("Place", event.place, event.evidence, place=True)
        for name, role in event.participants:
            self.take_part(name, role, event.evidence)


def test_everything_that_is_known_of_an_article_is_entered_by_keys(hands: Hands, tmp_path: Path) -> None:
    room = english_room(tmp_path / "article.archive")
    room.bring_in(ARTICLE)
    room.archive.close()
    enter(hands, room.path)
    hands.until(lambda: hands.sources.article.source is not None, "the article")
    hands.settle()
    entering = Entering(hands, room)
    for words in PASSAGES:
        entering.passage(words)
    hands.view(ViewName.RECORDS)
    for kind, named in (("place", PLACES), ("organisation", ORGANISATIONS), ("person", PERSONS)):
        for names in named:
            entering.record(kind, names)
            if names.forms["en"] == "Ales Bialiatski":
                for value, words in HELD:
                    entering.state("Time", value, words)
                _the_conflict_is_on_the_page(entering)
            for first, second, relation, words in RELATIONS:
                if names.forms["en"] == first:
                    entering.relate(second, relation, words)
    for event in EVENTS:
        entering.event(event)
    _everything_is_there(entering)
    room.archive = entering.session.archive
    room.assert_sound()


def _the_conflict_is_on_the_page(entering: Entering) -> None:
    page = entering.records.page
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "the sources disagree" in shown
    assert {value for value, _words in HELD} <= set(shown)
    assert page.conflict_button.text() == "1 conflict"
    evidence = [row.evidence[0].exact for row in page.known.detail.statements] if page.known else []
    assert evidence == [words for _value, words in HELD]


def _everything_is_there(entering: Entering) -> None:
    found = rows_of(entering.session.archive)
    names: dict[str, dict[str, str]] = {}
    for row in found["name"].values():
        if row["kind"] == "preferred":
            names.setdefault(row["record_id"], {})[row["tag"]] = row["value"]
    entered = (*PLACES, *ORGANISATIONS, *PERSONS, *(event.named for event in EVENTS))
    assert sorted(names.values(), key=str) == sorted((named.forms for named in entered), key=str)
    others = {(row["value"], row["tag"]) for row in found["name"].values() if row["kind"] != "preferred"}
    assert others == {(value, tag) for named in entered for tag, value in named.others}
    english = {key: forms["en"] for key, forms in names.items()}
    exact = {key: row["exact"] for key, row in found["passage"].items()}
    cited = {
        row["statement_id"] or row["participation_id"] or row["relation_id"]: exact[row["passage_id"]]
        for row in found["evidence"].values()
    }
    said = {
        (english[row["record_id"]], row["property"], english.get(row["place_id"] or "", row["value"]), cited[key])
        for key, row in found["statement"].items()
    }
    wanted = {("Ales Bialiatski", "time_held", value, words) for value, words in HELD}
    wanted |= {(event.named.forms["en"], "date", event.date, event.evidence) for event in EVENTS}
    wanted |= {(event.named.forms["en"], "place", event.place, event.evidence) for event in EVENTS if event.place}
    assert said == wanted
    parts = {
        (english[row["event_id"]], english[row["record_id"]], row["role"], cited[key])
        for key, row in found["participation"].items()
    }
    assert parts == {
        (event.named.forms["en"], name, role, event.evidence) for event in EVENTS for name, role in event.participants
    }
    ties = {
        (english[row["from_id"]], english[row["to_id"]], row["kind"], cited[key])
        for key, row in found["relation"].items()
    }
    assert ties == set(RELATIONS)
