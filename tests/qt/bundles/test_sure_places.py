"""A place where a hidden name surely stands is let out in the preview: with a reason, one by one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rooms import incoming
from workbench.qt.bundles.view import BundlesView
from workbench.services.levels import protect_person
from workbench.services.sources import import_source
from workbench.store.queries.records import list_records
from workbench.store.tables import Statement
from workbench.store.work import table_of

KEY = Qt.Key


def test_a_place_is_let_out_with_a_reason_and_taken_back(
    view: BundlesView, wait: Callable[[], None], qtbot: QtBot
) -> None:
    with view.session.read() as connection:
        people = {row.name: row.id for row in list_records(connection, "en", "person")}
    archive, author_id = view.session.archive, view.session.author_id
    archive.perform(import_source(incoming("They met in Kolesnikova Street.", title="Two")), author_id=author_id)
    view.session.perform(protect_person(people["Maria Kolesnikova"], "Person A"))
    sure = view.preview.sure
    qtbot.waitUntil(lambda: not sure.isHidden() and not view.session.operations.jobs)
    wait()
    (key,) = (line.id for at in range(sure.list.lines.rowCount())
              if (line := sure.list.lines.line(at)) is not None and "[Kolesnikova] Street" in line.detail)  # fmt: skip
    count = sure.list.lines.rowCount()
    assert count > 1
    sure.list.setFocus()
    assert sure.list.go_to(key)
    qtbot.keyClick(sure.list, KEY.Key_Space)
    assert sure.list.checks.ticked == frozenset()
    assert sure.reason.isVisible()
    qtbot.keyClick(sure.reason, KEY.Key_Return)
    assert sure.row.error == "Say why this place may leave."
    qtbot.keyClick(sure.reason, KEY.Key_Escape)
    assert not sure.reason.isVisible()
    qtbot.keyClick(sure.list, KEY.Key_Space)
    sure.reason.setText("A street")
    qtbot.keyClick(sure.reason, KEY.Key_Return)
    qtbot.waitUntil(lambda: sure.list.checks.ticked == {key})
    wait()
    assert not sure.reason.isVisible()
    assert sure.list.lines.rowCount() == count
    said = table_of(Statement)
    with view.session.read() as connection:
        rows = [row for row in connection.execute(said.select()) if row.property == "let_out"]
    assert [(row.record_id, row.reason) for row in rows] == [(people["Maria Kolesnikova"], "A street")]
    qtbot.keyClick(sure.list, KEY.Key_Space)
    qtbot.waitUntil(lambda: sure.list.checks.ticked == frozenset())
    wait()
    with view.session.read() as connection:
        assert not [row for row in connection.execute(said.select()) if row.property == "let_out"]
