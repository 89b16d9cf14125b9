"""One archivist's day in the real window, step by step, by keyboard alone.

Nothing here calls a widget to do something: every step is a key on whatever has the focus.
Widgets are read only to see whether it has come about.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from hands import CTRL, KEY, SHIFT, Hands
from rooms import PASSPHRASE, rows_of
from workbench.qt.bundles.view import BundlesView
from workbench.qt.records.view import RecordsView
from workbench.qt.session import ViewName
from workbench.qt.translations.view import TranslationsView
from workbench.store.archive import Archive
from works import Work


class Day:
    """One archivist's day, step by step."""

    def __init__(self, hands: Hands, work: Work, folder: Path) -> None:
        self.hands, self.work = hands, work
        self.window = hands.window
        self.path, self.bundle = folder / "day.archive", folder / "handed over"

    # --- reading what there is ---

    @property
    def archive(self) -> Archive:
        assert self.window.session is not None
        return self.window.session.archive

    def rows(self, table: str) -> list[dict[str, object]]:
        self.hands.settle()
        return list(rows_of(self.archive)[table].values())

    def grown(self, table: str, count: int) -> None:
        """Wait until a table has so many rows."""
        self.hands.settle()
        self.hands.until(lambda: self._count(table) == count, f"{count} in {table}")
        self.hands.settle()

    def _count(self, table: str) -> int:
        with self.archive.read() as connection:
            return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0)  # noqa: S608

    def on(self, page: QWidget) -> None:
        self.hands.until(lambda: self.window.stack.currentWidget() is page, type(page).__name__)

    # --- the steps ---

    def create(self) -> None:
        hands, entrance = self.hands, self.window.entrance
        self.on(entrance.start)
        hands.enter()  # “Create an archive” is at hand
        self.on(entrance.create)
        hands.tab_to("File", back=True)
        hands.retype(str(self.path))
        hands.enter()
        for _time in range(2):
            hands.type(PASSPHRASE)
            hands.enter()
        hands.type("Anela Krušyna")
        hands.enter()
        hands.enter()
        self.on(entrance.sheet)
        words = [label.text() for label in entrance.sheet.grid.findChildren(QLabel)][1::2]
        assert len(words) == 24
        hands.enter()  # not before they are said to be kept
        assert self.window.stack.currentWidget() is entrance.sheet
        if hands.focus is not entrance.sheet.tick:
            hands.tab_to("I have these words on paper")
        hands.press(KEY.Key_Space)
        hands.tab_to("Go on")
        hands.enter()
        hands.until(lambda: self.window.at_work, "the work")
        hands.settle()

    def import_source(self) -> None:
        hands = self.hands
        hands.answer_dialog(lambda: hands.ctrl(KEY.Key_I), str(self.work.file))
        hands.until(hands.sources.details.isVisible, "the details")
        hands.settle()
        source = hands.sources.article.source
        assert source is not None
        assert source.language == "en"
        assert hands.sources.details.isAncestorOf(hands.focus)
        hands.tab_to("Author")
        hands.retype("A reader")
        hands.tab_to("Published on")
        hands.retype("14.12.2025")
        hands.enter()
        hands.settle()
        assert hands.focus is hands.sources.reader
        [row] = self.rows("source")
        assert (row["creator"], row["published"]) == ("A reader", "2025-12-14")

    def mark(self) -> None:
        work, hands = self.work, self.hands
        for count, (words, key, name) in enumerate(
            (
                (work.person, KEY.Key_P, work.person),
                (work.event, KEY.Key_E, work.event_name),
                (work.organisation, KEY.Key_O, work.organisation),
                (work.place, KEY.Key_L, work.place),
            ),
            1,
        ):
            hands.select(words)
            hands.press(key)
            hands.retype(name)
            hands.enter()  # makes it: nobody of that name is there yet
            hands.until(lambda: "Role" in self._said(), "the role")
            hands.type("released" if key is KEY.Key_P else "m")
            hands.enter()
            self.grown("mention", count)
            assert hands.focus is hands.sources.reader
        assert self.rows("mention")[0]["role"] == "released"

    def _said(self) -> str:
        return self.hands.focus.accessibleName()

    def quote(self) -> None:
        hands, work = self.hands, self.work
        hands.select(work.quote)
        hands.press(KEY.Key_Q)
        hands.type(work.person.split()[-1][:5].casefold())
        hands.settle()
        hands.enter()
        hands.settle()
        hands.tab_to("Spoken in", back=True)
        hands.type("Bel")
        hands.enter()
        self.grown("quote", 1)
        [row] = self.rows("quote")
        [person] = [record for record in self.rows("record") if record["kind"] == "person"]
        assert (row["speaker_id"], row["spoken_language"], row["manner"]) == (person["id"], "be", "direct")

    def note_and_tag(self) -> None:
        hands, work = self.hands, self.work
        hands.select(work.note)
        hands.press(KEY.Key_N)
        hands.type("Трэба ўдакладніць: who saw it? 👀")
        hands.ctrl(KEY.Key_Return)
        self.grown("note", 1)
        hands.select(work.tag)
        hands.press(KEY.Key_T)
        hands.type("to look up")
        hands.enter()
        self.grown("passage_tag", 1)
        assert {row["exact"] for row in self.rows("passage")} == {
            *(work.person, work.event, work.organisation, work.place, work.quote, work.note, work.tag)
        }

    def state(self) -> None:
        """A statement with a date, from the passage that says so."""
        hands, work = self.hands, self.work
        hands.ctrl(KEY.Key_Home)
        passage = next(row["id"] for row in self.rows("passage") if row["exact"] == work.person)
        for _step in range(8):
            if hands.sources.reader.current() == passage:
                break
            hands.press(KEY.Key_J)
        assert hands.sources.reader.current() == passage
        hands.pane()
        hands.tab_to("Use as evidence…")
        hands.enter()
        hands.enter()  # the record that the passage names is offered first
        hands.type("Released")
        hands.press(KEY.Key_Tab)
        hands.type(work.released[0])
        hands.enter()
        self.grown("statement", 1)
        [row] = self.rows("statement")
        assert (row["property"], row["value"]) == ("released", work.released[1])

    def name_in_other_languages(self) -> None:
        hands = self.hands
        hands.view(ViewName.RECORDS)
        assert isinstance(self._view(ViewName.RECORDS), RecordsView)
        hands.pane()
        hands.tab_to("Add name")
        for count, name in enumerate(self.work.names, 1):
            hands.enter()
            hands.type(name)  # the first language without a name is proposed
            hands.enter()
            hands.until(lambda count=count: len(self._names()) == 1 + count, name)  # type: ignore[misc]
            hands.settle()
            assert hands.focus.isVisible()
        assert {tag: value for value, tag in self._names()} == dict(
            zip(("en", "be", "ru", "lt"), (self.work.person, *self.work.names), strict=True)
        )

    def _names(self) -> list[tuple[object, object]]:
        found = rows_of(self.archive)
        [person] = [key for key, row in found["record"].items() if row["kind"] == "person"]
        return [(row["value"], row["tag"]) for row in found["name"].values() if row["record_id"] == person]

    def take_part(self) -> None:
        hands, work = self.hands, self.work
        view = self._view(ViewName.RECORDS)
        assert isinstance(view, RecordsView)
        hands.view(ViewName.RECORDS)
        hands.tab_to("Persons  1", back=True)
        hands.press(KEY.Key_Right)
        hands.settle()
        hands.press(KEY.Key_Tab, KEY.Key_Down)
        hands.until(lambda: view.page.known is not None and view.page.known.detail.name == work.event_name, "the event")
        hands.tab_to("Add participant")
        hands.enter()
        hands.type(work.person[:4].casefold())
        hands.settle()
        hands.enter()
        hands.tab_to("Passages that support it")
        hands.press(KEY.Key_Space)
        hands.tab_to("Add")
        hands.enter()
        self.grown("participation", 1)

    def _view(self, name: ViewName) -> QWidget:
        assert self.window.workspace is not None
        return self.window.workspace.view(name)

    def translate(self) -> None:
        hands, view = self.hands, self._view_of_desk()
        hands.view(ViewName.TRANSLATIONS)
        hands.until(lambda: view.desk.quote is not None, "the quote")
        hands.enter()
        for language, words in zip(("be", "ru", "lt"), self.work.translations, strict=True):
            assert view.desk.language == language
            assert view.desk.editor is not None
            assert hands.focus is view.desk.editor.field
            hands.type(words)
            hands.ctrl(KEY.Key_Return)
            hands.until(lambda language=language: self._states().get(language) == "translated", language)  # type: ignore[misc]
            hands.settle()
        assert {row["language"]: row["text"] for row in self.rows("translation")} == dict(
            zip(("be", "ru", "lt"), self.work.translations, strict=True)
        )

    def _view_of_desk(self) -> TranslationsView:
        view = self._view(ViewName.TRANSLATIONS)
        assert isinstance(view, TranslationsView)
        return view

    def _states(self) -> dict[object, object]:
        return {row["language"]: row["state"] for row in rows_of(self.archive)["translation"].values()}

    def change_places(self) -> None:
        """Another person sits down: nobody reviews their own words."""
        hands = self.hands
        hands.ctrl(KEY.Key_Return)
        hands.settle()
        assert self._states() == dict.fromkeys(("be", "ru", "lt"), "translated")
        hands.action("profiles")
        hands.until(lambda: self.window.drawer.key == "profiles", "the profiles")
        if "Add a person" not in hands.where():
            hands.tab_to("Add a person")
        hands.enter()
        hands.type("Мікола Верас")
        hands.enter()
        hands.retype("MV")
        hands.enter()
        self.grown("profile", 2)
        hands.tab_to("Work as MV", back=True)
        hands.enter()
        hands.settle()
        session = self.window.session
        assert session is not None
        person = session.profile()
        assert person is not None
        assert person.initials == "MV"
        if self.window.drawer.key:
            hands.tab_to("Add a person")
            hands.escape()
        assert not self.window.drawer.key

    def review(self) -> None:
        hands, view = self.hands, self._view_of_desk()
        for state in ("reviewed", "final"):
            hands.view(ViewName.TRANSLATIONS)
            hands.escape()  # from the field to the queue
            assert hands.focus is view.queue.list
            hands.press(KEY.Key_Home)
            hands.enter()
            for language in ("be", "ru", "lt"):
                assert view.desk.language == language
                hands.ctrl(KEY.Key_Return)
                hands.until(lambda to=(language, state): self._states()[to[0]] == to[1], state)  # type: ignore[misc]
                hands.settle()
        profiles = {row["id"]: row["initials"] for row in self.rows("profile")}
        for row in self.rows("translation"):
            assert (profiles[row["translator_id"]], profiles[row["reviewer_id"]]) == ("AK", "MV")

    def hand_over(self) -> None:
        hands = self.hands
        hands.view(ViewName.BUNDLES)
        view = self._view(ViewName.BUNDLES)
        assert isinstance(view, BundlesView)
        hands.tab_to("Russian")
        hands.press(KEY.Key_Space)
        assert view.options.chosen_languages() == ("be", "lt", "en")
        hands.press(KEY.Key_Space)
        assert len(view.options.chosen_languages()) == 4
        hands.tab_to("Notes and tags")
        hands.press(KEY.Key_Space)
        hands.settle()
        hands.ctrl(KEY.Key_E)
        hands.retype(str(self.bundle))
        hands.enter()
        hands.until(self.bundle.is_dir, "the bundle")
        hands.settle()
        assert view.exporting.folder.error == ""
        hands.tab_to("Verify now")
        hands.enter()
        hands.settle()
        hands.until(lambda: view.verify.verdict is not None, "the verdict")
        assert view.verify.isAncestorOf(hands.focus)
        assert view.verify.verdict is not None
        assert view.verify.verdict.whole

    def take_back(self) -> None:
        hands, actions = self.hands, self.window.actions_
        hands.view(ViewName.TRANSLATIONS)
        hands.escape()
        hands.settle()
        named = actions.text("edit.undo")
        assert named.startswith("Undo: ")
        before = rows_of(self.archive)
        hands.ctrl(KEY.Key_Z)
        hands.until(lambda: actions.text("edit.redo") == named.replace("Undo", "Redo", 1), "the redo by name")
        hands.settle()
        assert rows_of(self.archive) != before
        hands.press(KEY.Key_Z, held=CTRL | SHIFT)
        hands.until(lambda: actions.text("edit.undo") == named, "the undo by name")
        hands.settle()
        assert rows_of(self.archive) == before

    def lock_and_unlock(self) -> None:
        hands, unlock = self.hands, self.window.entrance.unlock
        before = rows_of(self.archive)
        hands.ctrl(KEY.Key_L)
        self.on(unlock)
        hands.until(lambda: self.window.session is None, "the end of closing")
        hands.type("not the passphrase")
        hands.enter()
        hands.until(lambda: unlock.passphrase.row.error, "the refusal")
        assert "1 wrong try" in unlock.passphrase.row.error
        hands.retype(PASSPHRASE)
        hands.enter()
        self.on(self.window.entrance.people)
        hands.enter()
        hands.until(lambda: self.window.at_work, "the work")
        hands.settle()
        assert rows_of(self.archive) == before
        hands.view(ViewName.SOURCES)
        hands.until(lambda: len(hands.sources.reader.passages) == 7, "the passages")

    def close(self) -> None:
        self.hands.ctrl(KEY.Key_W)
        self.on(self.window.entrance.start)
        assert list(self.path.parent.glob(f"{self.path.name}-*")) == []
