from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import ProfileInput, TranslationInput
from workbench.domain.kinds import Origin, SubState, TranslationState
from workbench.qt.translations.review import Review
from workbench.qt.translations.review_part import ReviewPart
from workbench.services import back_translations, profiles, quotes
from workbench.services.review_history import read_history
from workbench.store.queries.quotes import Need, QueueRow

from .conftest import Bench

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DRAFT, TRANSLATED, REVIEWED, FINAL = TranslationState


@pytest.fixture
def part(bench: Bench) -> ReviewPart:
    return next(feature for feature in bench.view.features if isinstance(feature, Review)).part


@pytest.fixture
def theirs(bench: Bench, part: ReviewPart, qtbot: QtBot) -> QueueRow:
    """Go to a line that somebody else has translated, and that waits for review."""
    row = bench.find(Need.REVIEW, mine=False)
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(part.history.wordings))
    return row


def sub_state(bench: Bench, row: QueueRow) -> SubState:
    assert bench.view.desk.quote is not None  # what the screen knows, or the next step would be a stale one
    return bench.view.desk.quote.translations[row.language].sub_state


def test_a_rejection_asks_for_its_reason_at_the_place(
    bench: Bench, part: ReviewPart, theirs: QueueRow, qtbot: QtBot
) -> None:
    bench.key(Qt.Key.Key_Backspace, CTRL, SHIFT)
    assert bench.view.help.front is part
    assert bench.focus() is part.field
    assert part.row.error == ""  # one is only asked
    bench.key(Qt.Key.Key_Return, CTRL)
    assert "cannot be empty" in part.row.error
    assert bench.state(theirs) is TRANSLATED
    bench.type("seat, not luck")
    assert part.row.error == ""
    bench.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bench.state(theirs) is DRAFT)
    qtbot.waitUntil(lambda: len(part.history.judgements) == 1)
    assert sub_state(bench, theirs) is SubState.NEEDS_REWORK
    assert part.field.toPlainText() == ""
    assert bench.editor._badge.accessibleName() == "draft · needs rework"
    assert bench.focus() is bench.editor.field
    assert "seat, not luck" in [label.text() for label in part.entries[0].findChildren(type(part._back))]
    assert bench.view.help.buttons["desk.reviews"].accessibleName().endswith("1")


def test_buttons_dispute_and_ask_for_a_second_look(
    bench: Bench, part: ReviewPart, theirs: QueueRow, qtbot: QtBot
) -> None:
    part.dispute.click()
    assert bench.focus() is part.field
    bench.type("chair or seat?")
    bench.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: sub_state(bench, theirs) is SubState.DISPUTED)
    part.second.click()
    qtbot.waitUntil(lambda: sub_state(bench, theirs) is SubState.SECOND_LOOK)
    assert bench.state(theirs) is REVIEWED
    part.accept.click()
    qtbot.waitUntil(bench.editor.note.isVisible)
    assert "first reviewer" in bench.editor.note.text()
    third = bench.session.archive.perform(
        profiles.add_profile(ProfileInput(name="Rasa", initials="RK")), author_id=bench.session.author_id
    ).value
    bench.session.switch_profile(third)
    part.accept.click()
    qtbot.waitUntil(lambda: sub_state(bench, theirs) is SubState.NONE)
    assert bench.state(theirs) is REVIEWED


def test_nobody_rejects_their_own_words(bench: Bench, part: ReviewPart, qtbot: QtBot) -> None:
    mine = bench.find(Need.REVIEW, mine=True)
    bench.go_to(mine)
    part.field.setPlainText("because")
    qtbot.waitUntil(lambda: bool(part.history.wordings))
    part.field.setPlainText("because")
    part.reject.click()
    qtbot.waitUntil(bench.editor.note.isVisible)
    assert "somebody other" in bench.editor.note.text()
    assert bench.state(mine) is TRANSLATED
    assert part.reason == "because"


def test_a_reason_that_was_begun_waits_at_its_line(bench: Bench, part: ReviewPart, theirs: QueueRow) -> None:
    part.field.setPlainText("seat, not luck")
    other = bench.find(Need.FINAL)
    bench.go_to(other)
    bench.qtbot.waitUntil(lambda: part.reason == "")
    bench.go_to(theirs)
    bench.qtbot.waitUntil(lambda: part.reason == "seat, not luck")
    bench.go_to(bench.find(Need.MISSING))
    assert part._nothing.isVisibleTo(part)
    assert not part.accept.isVisibleTo(part)


def test_a_key_leads_to_the_reason_and_enter_gives_it(
    bench: Bench, part: ReviewPart, theirs: QueueRow, qtbot: QtBot
) -> None:
    bench.key(Qt.Key.Key_Backspace, CTRL, SHIFT)
    bench.type("seat")
    bench.key(Qt.Key.Key_Return, SHIFT)
    bench.type("not luck")
    bench.view.desk.write()
    bench.key(Qt.Key.Key_Backspace, CTRL, SHIFT)  # with a reason there, too, one is led to it first
    assert bench.focus() is part.field
    assert bench.state(theirs) is TRANSLATED
    bench.key(Qt.Key.Key_End, CTRL)
    bench.type("!")
    bench.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(part.history.judgements) == 1)
    assert part.history.judgements[0].reason == "seat\nnot luck!"
    assert bench.editor.field.toPlainText() == (theirs.translation.text if theirs.translation else None)


def test_a_reason_is_never_that_of_another_translation(bench: Bench, part: ReviewPart, theirs: QueueRow) -> None:
    bench.key(Qt.Key.Key_Backspace, CTRL, SHIFT)
    bench.type("seat, not luck")
    other = bench.find(Need.FINAL)
    bench.go_to(other)  # and at once, before its history is read
    assert part.reason == ""
    bench.key(Qt.Key.Key_Backspace, CTRL, SHIFT)
    assert bench.focus() is part.field
    bench.key(Qt.Key.Key_Return)
    assert "cannot be empty" in part.row.error
    assert bench.state(other) is FINAL


def test_any_two_wordings_are_compared(bench: Bench, part: ReviewPart, theirs: QueueRow, qtbot: QtBot) -> None:
    assert theirs.translation is not None
    for text in ("adna dva", "adna try"):
        bench.editor.take(text)
        bench.view.drafts.save()
        qtbot.waitUntil(lambda text=text: part.history.wordings[0].text == text)  # type: ignore[misc]
    assert [part.first.itemData(place) for place in range(part.first.count())] == [
        "adna try",
        theirs.translation.text,
    ]
    assert (part.first.currentIndex(), part.other.currentIndex()) == (1, 0)
    assert "adna try" in part.difference.accessibleDescription()
    assert theirs.translation.text in part.difference.accessibleDescription()
    part.other.setCurrentIndex(1)
    assert "adna" not in part.difference.accessibleDescription()


def test_what_came_back_stands_beside_the_quote_with_its_score(
    bench: Bench, part: ReviewPart, theirs: QueueRow, qtbot: QtBot
) -> None:
    assert "does not know the quote" in part._back.text()
    perform, translation = bench.session.archive.perform, theirs.translation
    assert translation is not None
    third = perform(profiles.add_profile(ProfileInput(name="Rasa", initials="RK")), author_id=None).value
    given = TranslationInput(language=theirs.quote.published_language, text=theirs.quote.exact.upper())
    bench.session.perform(back_translations.write_back(translation.id, given))
    with bench.session.read() as connection:
        assert read_history(connection, translation.id).backs == ()  # one knows it
    bench.session.switch_profile(third)
    bench.session.perform(back_translations.write_back(translation.id, given))
    qtbot.waitUntil(lambda: "100 %" in part._back.text())
    assert "RK" in part._back.text()
    assert "changed since" not in part._back.text()
    assert theirs.quote.exact in part.back_difference.accessibleDescription()


def test_a_machines_words_are_taken_over_with_a_button(bench: Bench, qtbot: QtBot) -> None:
    missing = bench.find(Need.MISSING)
    given = TranslationInput(language=missing.language, text="kai kurie")
    bench.session.perform(quotes.write_translation(missing.quote.id, given, origin=Origin.MACHINE))
    bench.go_to(missing)
    qtbot.waitUntil(lambda: bench.editor.field.toPlainText() == "kai kurie")
    assert "by a machine" in bench.editor._facts.text()
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_Return, CTRL)
    bench.send_all_the_same()
    qtbot.waitUntil(bench.editor.note.isVisible)
    (button,) = [b for b in bench.editor.note.findChildren(type(bench.editor.confirm)) if "right as it" in b.text()]
    button.click()

    qtbot.waitUntil(lambda: "by a machine" not in bench.editor._facts.text())
    assert not bench.editor.note.isVisible()
    bench.key(Qt.Key.Key_Return, CTRL)
    bench.send_all_the_same()
    qtbot.waitUntil(lambda: bench.state(missing) is TRANSLATED)
