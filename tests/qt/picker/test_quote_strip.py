from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import QuoteInput
from workbench.domain.kinds import RecordKind
from workbench.qt.look.style import Look
from workbench.qt.picker.offers import Choice
from workbench.qt.picker.quote_strip import KnownFacts, QuoteFacts, QuoteStrip
from workbench.qt.session import Session


def opened(session: Session, qtbot: QtBot, facts: KnownFacts | None = None) -> tuple[QuoteStrip, list[QuoteFacts]]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    strip = QuoteStrip(host, session, published="en", facts=facts)
    done: list[QuoteFacts] = []
    strip.done.connect(done.append)
    with qtbot.waitActive(host):
        host.show()
    strip.open_at(QRect(100, 100, 10, 20))
    strip.host_kept = host  # type: ignore[attr-defined]
    return strip, done


def test_what_stands_between_is_asked_for_when_it_is_wanted(session: Session, look: Look, qtbot: QtBot) -> None:
    strip, done = opened(session, qtbot)
    assert not strip.via.isVisible()
    before = strip.height()
    strip.between.setFocus()
    qtbot.keyClick(strip.between, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is strip.via
    qtbot.waitUntil(lambda: strip.height() > before)
    strip.via.set_tag("ru")
    strip.interpreter.search.setFocus()
    qtbot.keyClicks(strip.interpreter.search.edit, "The agency")
    strip.confirm()
    assert not done
    assert QApplication.focusWidget() is strip.interpreter.search.edit
    qtbot.waitUntil(lambda: strip.interpreter.search.ready)
    qtbot.keyClick(strip.interpreter.search.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: strip.interpreter.choice is not None)
    assert strip.interpreter.name() == "The agency"
    strip.confirm()
    (facts,) = done
    assert facts.given == QuoteInput(published_language="en", via_language="ru")
    assert facts.new_interpreter is not None
    assert facts.new_interpreter.kind is RecordKind.PERSON


def test_what_is_known_of_the_chain_is_shown_and_kept(session: Session, look: Look, qtbot: QtBot) -> None:
    agency = Choice("0193", RecordKind.ORGANISATION, "The agency")
    strip, done = opened(session, qtbot, KnownFacts(spoken="be", via="ru", interpreter=agency))
    assert strip.via.isVisible()
    assert not strip.between.isVisible()
    strip.confirm()
    assert done[0].given == QuoteInput(
        published_language="en", spoken_language="be", via_language="ru", interpreter_id="0193"
    )
