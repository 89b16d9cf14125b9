from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rooms import incoming
from workbench.domain.anchors import Span
from workbench.domain.inputs import QuoteInput
from workbench.domain.kinds import Origin, TranslationState
from workbench.qt.translations.matches import Matches
from workbench.qt.translations.reprints import Reprints
from workbench.services import quotes, sources
from workbench.store.queries.quotes import Need

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def reprint(bench: Any, words: str) -> str:
    text = incoming(f"{words}\n\nReprinted.", title="Another paper", language="en")
    versions: list[str] = []
    quoted: list[str] = []
    act = sources.import_source(text, again=True)
    bench.session.perform(act, on_done=lambda done: versions.append(done.text_version_id))
    bench.qtbot.waitUntil(lambda: bool(versions))
    mark = quotes.mark_quote(versions[0], Span(0, len(words)), QuoteInput(published_language="en"))
    bench.session.perform(mark, on_done=lambda done: quoted.append(done.quote_id))
    bench.qtbot.waitUntil(lambda: bool(quoted) and not bench.session.operations.jobs)
    return quoted[0]


def feature(bench: Any, kind: type) -> Any:
    return next(each for each in bench.view.features if isinstance(each, kind))


def test_a_reprint_is_told_of_and_gets_the_translation_with_one_key(bench: Any, qtbot: QtBot) -> None:
    row = bench.find(Need.FINAL, "ru")
    again = reprint(bench, row.quote.exact)
    bench.go_to(row)
    bench.key(KEY.Key_Return)
    bar = feature(bench, Reprints).bar
    qtbot.waitUntil(lambda: not bar.isHidden())
    assert not bar.button.isHidden()
    bench.key(KEY.Key_G, CTRL, ALT)
    qtbot.waitUntil(lambda: bench.translation(again, "ru") is not None)
    found = bench.translation(again, "ru")
    assert (found.text, found.state, found.origin) == (
        row.translation.text, TranslationState.TRANSLATED, Origin.PROPAGATED,
    )  # fmt: skip
    qtbot.waitUntil(lambda: bar.button.isHidden() and not bar.isHidden())
    bench.session.undo()
    qtbot.waitUntil(lambda: bench.translation(again, "ru") is None)


def test_the_translation_of_a_reprint_is_the_first_match(bench: Any, qtbot: QtBot) -> None:
    row = bench.find(Need.FINAL, "ru")
    again = reprint(bench, row.quote.exact)
    bench.view.open_quote(again, "ru")
    part = feature(bench, Matches).part
    qtbot.waitUntil(lambda: bool(part.matches))
    assert (part.matches[0].text, part.matches[0].reprint) == (row.translation.text, True)


def test_a_quote_without_reprints_says_so_when_asked(bench: Any, qtbot: QtBot) -> None:
    row = bench.find(Need.FINAL)
    bench.go_to(row)
    bench.key(KEY.Key_Return)
    qtbot.waitUntil(lambda: not bench.session.operations.jobs)
    assert feature(bench, Reprints).bar.isHidden()
    bench.key(KEY.Key_G, CTRL, ALT)
    assert not bench.editor.note.isHidden()
