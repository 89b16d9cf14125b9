from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from workbench.domain.inputs import TEXT_LIMIT
from workbench.qt.session import Session
from workbench.qt.translations.drafts import Draft, Drafts, SaveState
from workbench.store.queries.quotes import QuoteRow, list_quotes


def first_quote(session: Session) -> QuoteRow:
    with session.read() as connection:
        return list_quotes(connection, "en")[0]


def in_archive(session: Session, draft: Draft) -> str:
    with session.read() as connection:
        (quote,) = list_quotes(connection, "en", quote_ids=[draft.quote_id])
    return quote.translations[draft.language].text


def test_what_is_typed_during_a_write_is_saved_right_after_it(sample_session: Session, qtbot: QtBot) -> None:
    session, gate = sample_session, threading.Event()
    quote = first_quote(session)
    language = next(tag for tag in ("lt", "be", "ru") if tag != quote.published_language)
    drafts = Drafts(session)
    draft = drafts.open(quote, language)
    session.operations.run(lambda _context: gate.wait(10))
    draft.type("Pirmi žodžiai")
    drafts.save()
    draft.type("Pirmi žodžiai ir kiti")
    assert draft.state is SaveState.SAVING
    drafts.save()
    gate.set()
    # Sooner than a pause in typing would save them: as long as there is work, nothing closes.
    idle: list[str] = []
    session.operations.finished.connect(lambda _job: idle.append(draft.text))
    qtbot.waitUntil(lambda: not session.operations.jobs and len(idle) >= 3, timeout=800)
    assert in_archive(session, draft) == "Pirmi žodžiai ir kiti"
    qtbot.waitUntil(lambda: not drafts.unsaved)


def test_words_that_no_save_would_take_are_known_before_it_is_tried(sample_session: Session) -> None:
    quote = first_quote(sample_session)
    draft = Drafts(sample_session).open(quote, next(t for t in ("lt", "be", "ru") if t != quote.published_language))
    assert not draft.stuck
    draft.type("a" * TEXT_LIMIT)
    assert draft.unsaved
    assert not draft.stuck
    draft.type("a" * (TEXT_LIMIT + 1))
    assert draft.stuck
    draft.save()
    assert draft.state is SaveState.FAILED
    assert draft.stuck
