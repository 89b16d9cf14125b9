from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from rooms import incoming
from workbench.domain.anchors import Span
from workbench.domain.inputs import ConceptInput, QuoteInput, TermInput, TranslationInput
from workbench.domain.kinds import MarkKind, TranslationState
from workbench.qt.translations.matches import MatchesPart
from workbench.qt.translations.original import Asked
from workbench.qt.translations.queue import line_id
from workbench.services import quotes, sources
from workbench.services.glossary import add_concept
from workbench.store.queries.quotes import QuoteRow, list_quotes
from workbench.store.work import Act, Work

from .conftest import Bench

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
SAID = "We waited… [The guards] came (he laughs) and […] left."


class Said:
    """A quote with every sign, translated into Russian; its Lithuanian line is at hand."""

    def __init__(self, bench: Bench, qtbot: QtBot) -> None:
        self.bench, self.qtbot, self.quote = bench, qtbot, ""
        bench.session.perform(Act("mark_quote", self._make), on_done=self._note)
        qtbot.waitUntil(lambda: bench.view.queue.row(line_id(self.quote, "lt")) is not None)
        bench.view.queue.go_to(line_id(self.quote, "lt"))
        bench.view.desk.write()

    @staticmethod
    def _make(work: Work) -> str:
        version = sources.import_source(incoming(SAID)).run(work).text_version_id
        given = QuoteInput(published_language="en")
        quote = quotes.mark_quote(version, Span(0, len(SAID)), given).run(work).quote_id
        quotes.write_translation(quote, TranslationInput(language="ru", text="Мы ждали…")).run(work)
        return quote

    def _note(self, quote: str) -> None:
        self.quote = quote

    def row(self) -> QuoteRow:
        with self.bench.session.read() as connection:
            return list_quotes(connection, "en", quote_ids=[self.quote])[0]

    def relay(self) -> str | None:
        found = self.row().translations.get("lt")
        return found.relay_language if found else None

    def rewrite(self, text: str) -> None:
        given = TranslationInput(language="ru", text=text)
        self.bench.session.perform(quotes.write_translation(self.quote, given))
        self.qtbot.waitUntil(lambda: self.row().translations["ru"].text == text)

    def missing(self) -> list[str]:
        return [mark.words for mark in self.bench.view.desk.original.marks.missing]


@pytest.fixture
def said(bench: Bench, qtbot: QtBot) -> Said:
    return Said(bench, qtbot)


def test_what_is_translated_from_another_translation_says_so(bench: Bench, said: Said, qtbot: QtBot) -> None:
    original = bench.view.desk.original
    assert original.words.text() == SAID
    bench.key(Qt.Key.Key_Q, CTRL, SHIFT)
    assert (original.words.text(), original.source) == ("Мы ждали…", "ru")
    assert bench.focus() is bench.editor.field
    bench.editor.field.insertPlainText("Laukėme…")
    bench.view.drafts.save()
    qtbot.waitUntil(lambda: said.relay() == "ru")
    qtbot.waitUntil(lambda: "relay from: Russian" in bench.editor._facts.text())
    line = bench.view.queue.list.lines.line(bench.view.queue.list.currentIndex().row())
    assert line is not None
    assert "relay from: Russian" in line.detail
    bench.key(Qt.Key.Key_Q, CTRL, SHIFT)
    assert original.words.text() == SAID
    bench.type(" ilgai")
    bench.view.drafts.save()
    qtbot.waitUntil(lambda: said.relay() == "")


def test_a_relay_whose_translation_changed_is_shown_with_the_difference(bench: Bench, said: Said, qtbot: QtBot) -> None:
    bench.view.desk.original.choose("ru")
    bench.editor.field.insertPlainText("Laukėme")
    bench.view.drafts.save()
    qtbot.waitUntil(lambda: said.relay() == "ru")
    said.rewrite("Мы долго ждали…")
    qtbot.waitUntil(bench.editor.difference.isVisible)
    assert bench.editor.stale.text() == "The translation that this was made from has changed since."
    assert bench.editor.difference.toPlainText() == "Russian then: Мы ждали…\nRussian now: Мы долго ждали…"
    assert bench.editor.difference.accessibleDescription() == bench.editor.difference.toPlainText()
    assert "долго" in bench.editor.difference.toHtml().split("underline")[1]
    bench.editor.difference.setFocus(Qt.FocusReason.TabFocusReason)
    assert bench.editor.difference.hasFocus()
    bench.view.run_action("desk.confirm")
    bench.send_all_the_same()
    qtbot.waitUntil(lambda: not said.row().translations["lt"].stale)
    assert said.row().translations["lt"].relay_text == "Мы долго ждали…"
    assert said.row().translations["lt"].state is TranslationState.TRANSLATED


def test_looking_at_another_language_changes_nothing(bench: Bench, said: Said, qtbot: QtBot) -> None:
    bench.editor.field.insertPlainText("Laukėme")
    bench.view.drafts.save()
    qtbot.waitUntil(lambda: said.relay() == "")
    bench.view.desk.original.choose("ru")
    bench.view.run_action("desk.review")
    bench.send_all_the_same()
    qtbot.waitUntil(lambda: said.row().translations["lt"].state is TranslationState.TRANSLATED)
    assert said.relay() == ""


def test_a_translation_comes_with_what_it_was_made_from(bench: Bench, said: Said, qtbot: QtBot) -> None:
    original = bench.view.desk.original
    original.choose("ru")
    bench.view.queue.go_to(line_id(said.quote, "be"))
    assert original.source == "ru"  # chosen for the lines after it as well
    bench.view.queue.go_to(line_id(said.quote, "ru"))
    assert original.source == ""
    bench.view.desk.write()
    bench.key(Qt.Key.Key_Q, CTRL, SHIFT)
    assert bench.editor.note.text() == "This quote has no other translation yet to translate from."


def test_help_follows_what_is_translated_from(bench: Bench, said: Said, qtbot: QtBot) -> None:
    terms = (TermInput(value="ждали", tag="ru"), TermInput(value="laukti", tag="lt"))
    bench.session.perform(add_concept(ConceptInput(), terms))
    part = bench.view.help.parts["desk.matches"]
    assert isinstance(part, MatchesPart)

    def found() -> list[str]:
        return [each.original for each in part.wordings.wordings]

    bench.key(Qt.Key.Key_Q, CTRL, SHIFT)
    qtbot.waitUntil(lambda: found() == ["ждали"])
    assert bench.view.desk.original.asked == Asked(said.quote, "lt", "ru", "Мы ждали…", "ru")
    said.rewrite("Мы стояли…")
    qtbot.waitUntil(lambda: found() == [])
    said.rewrite("Мы ждали…")
    qtbot.waitUntil(lambda: found() == ["ждали"])
    bench.key(Qt.Key.Key_C, CTRL, ALT)
    assert bench.editor.field.toPlainText() == "Мы ждали…"
    bench.key(Qt.Key.Key_Q, CTRL, SHIFT)
    qtbot.waitUntil(lambda: found() == [])


def test_signs_that_are_missing_are_pointed_out_and_inserted(bench: Bench, said: Said) -> None:
    assert said.missing() == []  # nothing is written yet
    bench.editor.field.insertPlainText("Laukėme")
    assert said.missing() == ["…", "[The guards]", "(he laughs)", "[…]"]
    bench.key(Qt.Key.Key_I, CTRL, SHIFT)
    bench.key(Qt.Key.Key_I, CTRL, SHIFT)
    bench.type("sargyba")
    assert bench.editor.field.toPlainText() == "Laukėme… [sargyba]"
    assert said.missing() == ["(he laughs)", "[…]"]
    chips = bench.view.desk.original.marks.chips
    assert [chip.accessibleDescription().endswith("Missing in the translation.") for chip in chips] == [
        False,
        False,
        True,
        True,
    ]
    bench.key(Qt.Key.Key_End)
    bench.key(Qt.Key.Key_I, CTRL, SHIFT)
    bench.key(Qt.Key.Key_End)
    bench.key(Qt.Key.Key_I, CTRL, SHIFT)
    assert bench.editor.field.toPlainText() == "Laukėme… [sargyba] (he laughs) […]"
    bench.key(Qt.Key.Key_I, CTRL, SHIFT)
    assert bench.editor.note.text() == "Every sign of the quote is in the translation."


def test_a_person_says_what_a_sign_is(bench: Bench, said: Said, qtbot: QtBot) -> None:
    chip = bench.view.desk.original.marks.chips[2]
    assert chip.accessibleName() == "aside: (he laughs)"
    chip.setFocus()
    bench.key(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.isChecked() for action in menu.actions()] == [False, False, False, True]
    menu.actions()[2].trigger()
    menu.close()
    qtbot.waitUntil(lambda: chip.accessibleName() == "insertion: (he laughs)")
    assert said.row().said_marks == {Span(29, 40): MarkKind.INSERTION}
    assert bench.view.desk.original.marks.chips[2] is chip  # it keeps the focus
