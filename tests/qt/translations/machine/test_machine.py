"""Models on the desk, real ones in their real process: added, asked with one key, put to the queue, removed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tiny_model import make_model
from workbench.domain.errors import InputError
from workbench.domain.inputs import MachineModelInput
from workbench.domain.kinds import Origin, TranslationState
from workbench.languages.machine.process import look_at
from workbench.qt.translations.machine.task import MachineTask
from workbench.qt.translations.matches import Matches
from workbench.services.machine import add_model
from workbench.store.queries.machine import ModelRow, list_models
from workbench.store.queries.quotes import Need, QueueRow

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def words_for(*rows: QueueRow) -> dict[str, str]:
    """Return a dictionary for every word of some quotes."""
    return {word: f"с{number}" for number, word in enumerate(w for row in rows for w in row.quote.exact.split())}


def at_rest(bench: Any) -> None:
    bench.qtbot.waitUntil(lambda: not bench.session.operations.jobs, timeout=20_000)


def knows(bench: Any, folder: Path, target: str) -> None:
    """Have the archive know a model from English, and this computer its folder."""
    found = look_at(folder)
    given = MachineModelInput(label="Small", sources=("en",), targets=(target,))
    bench.session.settings.set_machine_folder(found.digest, folder)
    bench.session.perform(add_model(given, found))
    at_rest(bench)


def models(bench: Any) -> list[ModelRow]:
    with bench.session.read() as connection:
        return list_models(connection)


def matches(bench: Any) -> Matches:
    return next(each for each in bench.view.features if isinstance(each, Matches))


def begin(bench: Any) -> MachineTask:
    assert bench.view.run_action("desk.machine")
    task = bench.view.work.task
    assert isinstance(task, MachineTask)
    at_rest(bench)
    return task


@pytest.fixture
def row(bench: Any) -> QueueRow:
    """A line that nobody has translated, at hand."""
    found: QueueRow = bench.find(Need.MISSING)
    bench.go_to(found)
    bench.view.desk.write()
    return found


def test_one_key_proposes_among_the_matches_and_what_is_inserted_stays_a_draft(
    bench: Any, row: QueueRow, tmp_path: Path
) -> None:
    knows(bench, make_model(tmp_path / "m", words_for(row)), row.language)
    bench.key(KEY.Key_M, CTRL, ALT)
    at_rest(bench)
    assert "stands among the matches" in bench.editor.note.text()
    part = matches(bench).part
    found = next(place for place, match in enumerate(part.matches) if match.origin is Origin.MACHINE)
    line = part.list.lines.line(found)
    assert line is not None
    assert (line.detail, line.sign) == ("machine: Small", "machine")
    assert "by a machine" in line.spoken()
    bench.key(KEY(KEY.Key_1.value + found), CTRL)
    bench.view.drafts.save()
    at_rest(bench)
    written = bench.translation(row.quote.id, row.language)
    assert (written.text, written.origin) == (part.matches[found].text, Origin.MACHINE)
    refused: list[InputError] = []
    bench.editor.draft.advance(TranslationState.TRANSLATED, lambda _state: None, refused.append)
    at_rest(bench)
    assert "A machine wrote this" in refused[0].what
    assert bench.state(row) is TranslationState.INITIAL


def test_without_a_model_it_says_so_and_leads_to_the_models(bench: Any, row: QueueRow) -> None:
    bench.key(KEY.Key_M, CTRL, ALT)
    assert "No machine model is known here" in bench.editor.note.text()
    bench.editor.note._buttons[0].click()
    assert isinstance(bench.view.work.task, MachineTask)


def test_a_model_that_does_not_know_the_words_says_why_there_is_nothing(
    bench: Any, row: QueueRow, tmp_path: Path
) -> None:
    knows(bench, make_model(tmp_path / "m", {"nothing": "нічога"}), row.language)
    bench.key(KEY.Key_M, CTRL, ALT)
    at_rest(bench)
    assert "does not know some of the words" in bench.editor.note.text()


def test_a_folder_that_was_changed_is_refused_at_the_desk(bench: Any, row: QueueRow, tmp_path: Path) -> None:
    folder = make_model(tmp_path / "m", words_for(row))
    knows(bench, folder, row.language)
    (folder / "more.txt").write_text("changed", encoding="utf-8")
    bench.key(KEY.Key_M, CTRL, ALT)
    at_rest(bench)
    assert "its digest is another one" in bench.editor.note.text()


def test_a_folder_is_added_with_its_languages_and_removed(bench: Any, tmp_path: Path) -> None:
    folder = make_model(tmp_path / "en-lt", {"we": "mes"})
    task = begin(bench)
    task.look_into(folder)
    at_rest(bench)
    assert task.form.name.text() == "en-lt"
    task.form.name.clear()
    bench.key(KEY.Key_Return)
    assert task.form._name.error
    bench.type("Small one")
    task.form.source.set_tag("en")
    task.form.target.setCurrentIndex(task.form.target.findData("lt"))
    bench.key(KEY.Key_Return)
    bench.qtbot.keyClick(task.form.name, KEY.Key_Return)
    at_rest(bench)
    (model,) = models(bench)
    assert (model.label, model.sources, model.targets) == ("Small one", ("en",), ("lt",))
    assert bench.session.settings.machine_folder(model.digest) == folder
    assert model.digest[:8] in task.models.facts.text()
    task.models.copy_button.click()
    assert QGuiApplication.clipboard().text() == model.digest
    task.models.remove_button.click()
    at_rest(bench)
    assert models(bench) == []
    assert "was removed" in task.banner.text()


def test_the_same_folder_again_is_only_found_again(bench: Any, tmp_path: Path) -> None:
    folder = make_model(tmp_path / "m", {"we": "mes"})
    knows(bench, folder, "lt")
    (model,) = models(bench)
    bench.session.settings.put(f"machine/{model.digest}", None)
    task = begin(bench)
    line = task.models.list.lines.line(0)
    assert line is not None
    assert line.warning
    assert task.batch.isHidden()
    task.look_into(folder)
    at_rest(bench)
    assert bench.session.settings.machine_folder(model.digest) == folder
    assert not task.batch.isHidden()
    assert len(models(bench)) == 1


def test_a_folder_without_a_model_is_refused(bench: Any, tmp_path: Path) -> None:
    task = begin(bench)
    task.look_into(tmp_path)
    at_rest(bench)
    assert "config.json" in task.banner.text()
    assert task.form.isHidden()
    assert task.add_button.isVisible()


def test_lines_of_the_queue_are_proposed_for_at_once(bench: Any, tmp_path: Path, qtbot: QtBot) -> None:
    waiting = [each for each in bench.rows() if each.language == "lt" and each.need is Need.MISSING]
    known = words_for(*waiting[:-1])
    knows(bench, make_model(tmp_path / "m", known), "lt")
    task = begin(bench)
    english = [each for each in waiting if each.quote.published_language == "en"]
    assert str(len(english)) in task.batch.words.text()
    with qtbot.waitSignal(task.runner.ended, timeout=20_000) as told:
        task.batch.button.click()
    end = told.args[0]
    at_rest(bench)
    assert end.kept + sum(end.refused.values()) == len(english)
    assert "made" in task.banner.text()
    assert task.batch.button.isEnabled() == bool(end.refused)


def test_what_is_said_is_kept_as_it_goes(bench: Any, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [each for each in bench.rows() if each.language == "lt" and each.quote.published_language == "en"]
    folder = make_model(tmp_path / "m", words_for(*rows))
    knows(bench, folder, "lt")
    runner = begin(bench).runner
    runner.every = 0.0  # as if each answer took a minute
    wanted = [(each.quote.id, each.language) for each in rows]
    with qtbot.waitSignal(runner.ended, timeout=20_000) as told:
        runner.run(models(bench)[0], folder, wanted, waiting=False)
    with bench.session.read() as connection:
        acts = "SELECT count(*) FROM operation WHERE action = 'propose_by_machine'"
        assert connection.exec_driver_sql(acts).scalar() == told.args[0].kept > 1


def test_who_leaves_while_a_folder_is_read_stops_that(bench: Any, tmp_path: Path) -> None:
    task = begin(bench)
    task.look_into(make_model(tmp_path / "m", {"we": "mes"}))
    job = task._job
    assert job is not None
    bench.qtbot.keyClick(task, KEY.Key_Escape)
    assert job.cancel_asked
    assert bench.view.work.task is None
    at_rest(bench)


def test_who_stops_it_keeps_what_is_done(bench: Any, tmp_path: Path, qtbot: QtBot) -> None:
    row = bench.find(Need.MISSING, "lt")
    knows(bench, make_model(tmp_path / "m", words_for(row)), "lt")
    task = begin(bench)
    with qtbot.waitSignal(task.runner.ended, timeout=20_000) as told:
        task.batch.button.click()
        task.batch.stop_button.click()
    assert told.args[0].stopped
    assert "Stopped" in task.banner.text()
    assert not task.runner.busy
