"""Answers that come when the person is somewhere else by then: no newer capture goes into another source."""

from __future__ import annotations

import pytest

from rooms import incoming
from workbench.qt.versions.newer_bar import Stage
from workbench.services.sources import import_source
from workbench.services.versions import foresee, import_newer
from workbench.store.tables import TextVersion

from .test_versions import NEWER, OLD, VersionsDesk, copy
from .test_versions import versions as versions  # noqa: PLC0414 - a fixture


@pytest.fixture
def other(versions: VersionsDesk) -> str:
    """The id of a second source, which is not open."""
    made: list[str] = []
    act = import_source(incoming("Quite another text of other words.", title="Other"))
    versions.desk.session.perform(act, on_done=lambda imported: made.append(imported.source_id))
    versions.desk.until(lambda: bool(made))
    versions.desk.settle()
    return made[0]


def open_id(versions: VersionsDesk) -> str:
    source = versions.view.article.source
    assert source is not None
    return source.id


def wait_for_the_reader(versions: VersionsDesk) -> None:
    """Wait until what the worker reads has been read; its answer is on the way to the window, and not there yet."""
    versions.desk.session.operations._reader.submit(int).result(30)


def texts(versions: VersionsDesk) -> dict[str, int]:
    found = [row.source_id for row in versions.desk.rows(TextVersion)]
    return {source_id: found.count(source_id) for source_id in found}


def test_a_comparison_that_comes_late_is_not_another_source_s(versions: VersionsDesk, other: str) -> None:
    desk, newer, bar = versions.desk, versions.feature.newer, versions.feature.bar
    first = open_id(versions)
    copy(NEWER)
    newer.begin(first, "The gate")
    newer.paste()
    wait_for_the_reader(versions)
    newer.begin(other, "Other")
    desk.settle()
    assert bar.stage is Stage.CHOOSE
    newer.keep()
    desk.settle()
    assert texts(versions) == {first: 1, other: 1}
    newer.paste()
    desk.until(lambda: bar.stage is Stage.READY)
    newer.keep()
    desk.settle()
    assert texts(versions) == {first: 1, other: 2}


def test_an_older_comparison_that_was_stopped_leaves_the_later_one_alone(versions: VersionsDesk) -> None:
    desk, newer, bar = versions.desk, versions.feature.newer, versions.feature.bar
    copy(NEWER)
    newer.begin(open_id(versions), "The gate")
    newer.paste()
    newer.paste()  # the first is stopped, and says so while the second is under way
    stages: list[Stage] = []
    desk.session.operations.finished.connect(lambda _job: stages.append(bar.stage))
    desk.until(lambda: bar.stage is Stage.READY)
    assert stages[0] is Stage.WORK
    assert Stage.CHOOSE not in stages


def test_stop_holds_even_where_the_reading_is_done(versions: VersionsDesk) -> None:
    desk, newer, bar = versions.desk, versions.feature.newer, versions.feature.bar
    before = texts(versions)
    kept: list[object] = []
    newer.imported.connect(kept.append)
    newer.read_again(open_id(versions), "The gate")
    wait_for_the_reader(versions)
    bar.close_button.click()
    assert bar.stage is Stage.CHOOSE
    desk.settle()
    assert (bar.stage, kept, texts(versions)) == (Stage.CHOOSE, [], before)
    bar.close_button.click()
    assert bar.isHidden()


def test_what_was_foreseen_for_one_source_is_refused_for_another(versions: VersionsDesk, other: str) -> None:
    with versions.desk.session.read() as connection:
        foreseen = foresee(connection, open_id(versions), incoming(NEWER))
    with pytest.raises(ValueError, match="another source"):
        import_newer(other, incoming(NEWER), foreseen=foreseen)


def test_a_crash_while_it_is_written_will_be_told_with_the_source_s_title(versions: VersionsDesk) -> None:
    noted: list[tuple[str, str]] = []
    archive = versions.desk.session.archive
    told = archive.note_activity
    archive.note_activity = lambda *what: noted.append(what) or told(*what)  # type: ignore[method-assign, func-returns-value]
    versions.import_newer()
    title = versions.view.article.source.title  # type: ignore[union-attr]
    assert noted == [("import_newer", title), ("",)]


def test_a_queue_that_is_still_being_read_does_not_open_over_another_source(versions: VersionsDesk, other: str) -> None:
    desk, view = versions.desk, versions.view
    versions.import_newer()
    desk.read()
    view.list.list.go_to(other)  # asked for first, and open before the queue is read
    versions.feature.open_queue()
    desk.settle()
    assert open_id(versions) == other
    assert not versions.feature.in_queue
    assert view.reader.text == "Quite another text of other words."
    view.list.list.go_to(next(source for source in texts(versions) if source != other))
    desk.until(lambda: view.reader.text != "Quite another text of other words.")
    versions.open_queue()
    assert versions.queue.pair.old.text == OLD
