from __future__ import annotations

from pytestqt.qtbot import QtBot

from workbench.i18n import activate
from workbench.qt.frame.language import tell_language_change
from workbench.qt.history.panel import HistoryPanel, row_of
from workbench.qt.look.style import Look
from workbench.qt.session import Place, Session, ViewName
from workbench.store.queries.records import list_records


def test_the_innermost_thing_of_a_place() -> None:
    assert row_of(None) is None
    assert row_of(Place(ViewName.SOURCES, source_id="s")) == "s"
    assert row_of(Place(ViewName.SOURCES, source_id="s", passage_id="p")) == "p"
    assert row_of(Place(ViewName.TRANSLATIONS, source_id="s", passage_id="p", quote_id="q")) == "q"


def test_everything_and_what_is_selected(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    with sample_session.read() as connection:
        record = list_records(connection, "en", "person")[0]
    panel = HistoryPanel(sample_session, lambda: Place(ViewName.RECORDS, record_id=record.id))
    qtbot.addWidget(panel)
    panel.show()
    assert any("Load the sample" in text for text in panel.texts())
    assert not panel.earlier.isVisible()
    panel.scope.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bool(panel.row.texts()))
    assert any("Name" in text for text in panel.row.texts())
    assert not panel.list.isVisible()
    before = panel.texts()
    activate("lt")
    tell_language_change(panel)
    assert panel.texts() != before


def test_earlier_ones_are_read_on_demand(
    qtbot: QtBot, look: Look, sample_session: Session, monkeypatch: object
) -> None:
    from workbench.qt.history import panel as module

    shown = HistoryPanel(sample_session, lambda: None)
    qtbot.addWidget(shown)
    every = len(shown.texts())
    module_page, module._PAGE = module._PAGE, 3
    try:
        panel = HistoryPanel(sample_session, lambda: None)
        qtbot.addWidget(panel)
        panel.show()
        assert len(panel.texts()) == 3
        assert panel.earlier.isVisible()
        while panel.earlier.isVisible():
            panel.earlier.click()
        assert len(panel.texts()) == every
    finally:
        module._PAGE = module_page
