"""Quotes of two articles, who works on them, and a hand at the Translations view of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from entering import english_room
from hands import ALT, KEY, Hands
from rooms import PASSPHRASE, Room, incoming, open_room, span_of
from workbench.domain.inputs import (
    ConceptInput,
    MentionInput,
    NameInput,
    ProfileInput,
    QuoteInput,
    ReviewInput,
    TermInput,
    TranslationInput,
)
from workbench.domain.kinds import RecordKind, TranslationState, Verdict
from workbench.qt.session import ViewName
from workbench.qt.translations.desk import Desk
from workbench.qt.translations.editor import TranslationEditor
from workbench.qt.translations.matches import MatchesPart
from workbench.qt.translations.question import PAUSE
from workbench.qt.translations.review_part import ReviewPart
from workbench.qt.translations.view import TranslationsView
from workbench.services import glossary, placing, profiles, quotes, records, reviews, versions
from workbench.services.assignments import assign
from workbench.services.sources import import_source
from workbench.store.tables import LOGGED
from workbench.store.work import table_of

CHAIR = "“We kept your chair … [the blue one] for 7 years,”"
LIBRARY = "“The library opens again today, and Alena Sokał keeps the key,”"
ALONE = "“Nobody reads alone,”"
ARTICLE = (
    "The doors of Orša\n"
    f"{CHAIR} Alena Sokał told him when the doors were opened for eleven people.\n"
    f"{LIBRARY} said Ihar Sokał.\n"
    f"{ALONE} he added."
)
LIKE = "“The library opens again tomorrow, and Alena Sokał keeps the key,”"
REPRINT = f"Another paper\n{CHAIR} she said.\n{LIKE} a reader wrote."
CHAIR_RU = "«Мы берегли твой стул … [синий] 7 лет»"
LIKE_LT = "„Biblioteka vėl atsidaro rytoj, o raktą laiko Aliona Sokal“"


class DeskRoom:
    """A closed archive with the two articles; AK is to translate into Lithuanian, MV and JŽ work there too.

    Into Russian the chair is final; into Lithuanian a quote like the one about the library is reviewed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        room = english_room(path)
        self.people = {"AK": room.author_id}
        for name, initials in (("Mikola Veras", "MV"), ("Jonas Žukas", "JŽ")):
            given = ProfileInput(name=name, initials=initials, language="en")
            self.people[initials] = room.do(profiles.add_profile(given))
        self._fill(room)
        room.archive.close()

    def _fill(self, room: Room) -> None:
        alena = self._person(room, "Alena Sokał", be="Алена Сокал", ru="Алёна Сокол", lt="Aliona Sokal")
        ihar = self._person(room, "Ihar Sokał", be="Ігар Сокал", ru="Игорь Сокол", lt="Ihoris Sokalas")
        doors = room.person("The doors of Orša", kind=RecordKind.EVENT)
        tags = (("en", "library"), ("be", "бібліятэка"), ("ru", "библиотека"), ("lt", "biblioteka"))
        room.do(glossary.add_concept(ConceptInput(), [TermInput(value=word, tag=tag) for tag, word in tags]))
        received = room.do(import_source(incoming(ARTICLE, title="The doors")))
        first, self.source = received.text_version_id, received.source_id
        other = room.do(import_source(incoming(REPRINT, title="Another paper"))).text_version_id
        room.do(records.link_passage(first, span_of("the doors were opened", ARTICLE), doors, MentionInput()))
        self.quotes = {
            words: self._quote(room, version, words, text, speaker)
            for version, text, words, speaker in (
                (first, ARTICLE, CHAIR, alena),
                (first, ARTICLE, LIBRARY, ihar),
                (first, ARTICLE, ALONE, ihar),
                (other, REPRINT, LIKE, None),
            )
        }
        self.reprint = self._quote(room, other, CHAIR, REPRINT, alena)
        self._translate(room, CHAIR, "ru", CHAIR_RU, TranslationState.FINAL)
        self._translate(room, LIKE, "lt", LIKE_LT, TranslationState.REVIEWED)
        room.do(assign([(self.quotes[words], "lt") for words in (CHAIR, LIBRARY)], self.people["AK"]))

    def opened(self) -> Room:
        """Open it for what others have done before; whoever asks closes it."""
        return Room(self.path, open_room(self.path), self.people["AK"])

    def translated(self, *lines: tuple[str, str, str, str]) -> None:
        """Have people send translations to review, each given by who, the quote's words, the language, the text."""
        room = self.opened()
        for who, words, language, text in lines:
            given = TranslationInput(language=language, text=text)
            row = room.do(quotes.write_translation(self.quotes[words], given), author_id=self.people[who])
            room.do(quotes.move_translation(row, TranslationState.TRANSLATED), author_id=self.people[who])
        room.archive.close()

    def reject(self, words: str, language: str, reason: str) -> None:
        """Have MV reject a translation."""
        room = self.opened()
        wanted = (self.quotes[words], language)
        [row] = [r for r in room.rows()["translation"].values() if (r["quote_id"], r["language"]) == wanted]
        given = ReviewInput(verdict=Verdict.REJECTED, reason=reason)
        room.do(reviews.judge(row["id"], given), author_id=self.people["MV"])
        room.archive.close()

    def reword(self, words: str, new: str) -> None:
        """Receive the first article again with other words of a quote, which a person says where they are."""
        room = self.opened()
        text = ARTICLE.replace(words, new)
        done = room.do(versions.import_newer(self.source, incoming(text, title="The doors")))
        passage = room.rows()["quote"][self.quotes[words]]["passage_id"]
        room.do(placing.place_passage(passage, span_of(new, text), text_version_id=done.text_version_id))
        self.quotes[new] = self.quotes[words]
        room.archive.close()

    @staticmethod
    def _person(room: Room, name: str, **forms: str) -> str:
        return room.person(name, *(NameInput(value=form, tag=tag) for tag, form in forms.items()))

    @staticmethod
    def _quote(room: Room, version: str, words: str, text: str, speaker: str | None) -> str:
        given = QuoteInput(published_language="en", spoken_language="be", via_language="ru", speaker_id=speaker)
        return room.do(quotes.mark_quote(version, span_of(words, text), given)).quote_id

    def _translate(self, room: Room, words: str, language: str, text: str, to: TranslationState) -> None:
        given = TranslationInput(language=language, text=text)
        row = room.do(quotes.write_translation(self.quotes[words], given), author_id=self.people["JŽ"])
        for state in (TranslationState.TRANSLATED, TranslationState.REVIEWED, TranslationState.FINAL):
            room.do(quotes.move_translation(row, state), author_id=self.people["MV"])
            if state is to:
                break


class AtDesk:
    """One person's hands at the desk; everything is done by keys, and the widgets are only read."""

    def __init__(self, hands: Hands, room: DeskRoom) -> None:
        self.hands, self.room, self.window = hands, room, hands.window

    # --- coming and going ---

    def sit_down(self, initials: str) -> None:
        """Open the archive, say who is working, and go to the Translations view."""
        hands, entrance = self.hands, self.window.entrance
        entrance.open_file(self.room.path)
        hands.until(lambda: self.window.stack.currentWidget() is entrance.unlock, "the passphrase")
        hands.type(PASSPHRASE)
        hands.enter()
        hands.until(lambda: self.window.stack.currentWidget() is entrance.people, "the people")
        if not hands.where().split("“")[1].startswith(initials):
            hands.tab_to(f"{initials} ·*")
        hands.enter()
        hands.until(lambda: self.window.at_work, "the work")
        hands.view(ViewName.TRANSLATIONS)
        hands.until(lambda: self.desk.quote is not None, "a quote")
        hands.settle()

    def leave(self) -> None:
        """Close the archive."""
        self.hands.ctrl(KEY.Key_W)
        self.hands.until(lambda: self.window.stack.currentWidget() is self.window.entrance.start, "the start")

    def answer(self, letter: str) -> None:
        """Press the letter of an answer to the question at the translation, after the pause that it waits for."""
        note = self.editor.note
        clock = note.clock
        note.clock = lambda: clock() + PAUSE
        self.hands.type(letter)

    # --- reading what there is ---

    @property
    def view(self) -> TranslationsView:
        assert self.window.workspace is not None
        view = self.window.workspace.view(ViewName.TRANSLATIONS)
        assert isinstance(view, TranslationsView)
        return view

    @property
    def desk(self) -> Desk:
        return self.view.desk

    @property
    def editor(self) -> TranslationEditor:
        assert self.desk.editor is not None
        return self.desk.editor

    @property
    def text(self) -> str:
        return self.editor.field.toPlainText()

    @property
    def writing(self) -> bool:
        """Whether what is typed goes into the translation at hand."""
        return self.hands.focus is self.editor.field

    @property
    def at_hand(self) -> tuple[str, str]:
        """The words of the quote, and the language it is translated into."""
        assert self.desk.quote is not None
        return self.desk.quote.exact, self.desk.language

    def lines(self) -> list[str]:
        """The lines of the queue, as they are shown."""
        lines = self.view.queue.list.lines
        found = (lines.line(place) for place in range(lines.rowCount()))
        return [line.spoken() for line in found if line is not None]

    def said(self) -> str:
        """Everything that is to be read in the view beside the words."""
        labels = (label for label in self.view.findChildren(QLabel) if label.isVisible())
        return "\n".join(label.text() for label in labels)

    @property
    def matches(self) -> MatchesPart:
        part = self.view.help.parts["desk.matches"]
        assert isinstance(part, MatchesPart)
        return part

    @property
    def reviews(self) -> ReviewPart:
        part = self.view.help.parts["desk.reviews"]
        assert isinstance(part, ReviewPart)
        return part

    def rows(self, table: str) -> list[dict[str, object]]:
        """The rows of a table as the archive has them."""
        assert self.window.session is not None
        with self.window.session.archive.read() as connection:
            return [dict(row) for row in connection.execute(select(table_of(LOGGED[table]))).mappings()]

    def row(self, words: str, language: str) -> dict[str, object] | None:
        """A translation as the archive has it."""
        wanted = (self.room.quotes.get(words, words), language)
        return next((row for row in self.rows("translation") if (row["quote_id"], row["language"]) == wanted), None)

    def state(self, words: str, language: str) -> tuple[object, object]:
        row = self.row(words, language)
        return (row["state"], row["sub_state"]) if row is not None else ("", "")

    # --- moving ---

    def go_to(self, words: str, language: str) -> None:
        """Go through the queue to a line that waits, and into its field."""
        if not self.writing:
            self.hands.enter()
        for key in (KEY.Key_PageDown, KEY.Key_PageUp):
            for _line in range(len(self.lines())):
                if self.at_hand == (words, language):
                    break
                self.hands.press(key, held=ALT)
        assert self.at_hand == (words, language)
        assert self.writing
        self.hands.settle()

    def said_here(self) -> str:
        """What the message at the translation at hand says."""
        return self.editor.note.text()
