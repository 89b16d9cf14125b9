from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from workbench.domain.changes import Change, Changes, Operation, OperationKind
from workbench.domain.errors import CancelledError, InputError, LockedError, WorkbenchError
from workbench.qt.operations import Context, Job, JobState, Operations, catch_crashes, crash_report

SECRET = "Марыя Калеснікава"


@dataclass
class Outcome:
    value: str
    changes: Changes | None


def some_changes(initiator: object | None = None) -> Changes:
    operation = Operation(1, "id", OperationKind.DO, "add_note", "", None, "2025-12-13T10:00:00.000Z")
    return Changes(operation, (Change("note", "n1", None, {"body": "x"}),), initiator)


@pytest.fixture
def operations(qtbot: QtBot) -> Iterator[Operations]:
    made = Operations()
    yield made
    made.shut_down()
    shiboken6.delete(made)


def on_gui_thread() -> bool:
    return QThread.currentThread() is QApplication.instance().thread()


def test_work_runs_elsewhere_and_answers_here(operations: Operations, qtbot: QtBot) -> None:
    threads: list[str] = []
    answers: list[tuple[int, bool]] = []

    def work(context: Context) -> int:
        threads.append(threading.current_thread().name)
        return 7

    with qtbot.waitSignal(operations.finished) as signal:
        job = operations.run(work, on_done=lambda n: answers.append((n, on_gui_thread())), title="Count")
        assert job.state is JobState.WAITING
        assert operations.jobs == (job,)
    assert signal.args == [job]
    qtbot.waitUntil(lambda: answers == [(7, True)])
    assert threads[0].startswith("writer")
    assert job.state is JobState.DONE
    assert operations.jobs == ()


def test_writes_keep_their_order(operations: Operations, qtbot: QtBot) -> None:
    done: list[int] = []
    for n in range(50):
        operations.run(lambda _context, n=n: n, on_done=done.append)
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_a_long_read_does_not_hold_up_the_writer(operations: Operations, qtbot: QtBot) -> None:
    gate = threading.Event()
    order: list[str] = []

    def read(context: Context) -> str:
        gate.wait(10)
        return "read"

    operations.run_read(read, on_done=order.append)
    operations.run(lambda _context: "written", on_done=order.append)
    qtbot.waitUntil(lambda: order == ["written"])
    gate.set()
    qtbot.waitUntil(lambda: order == ["written", "read"])


def test_changes_are_broadcast_before_the_callback(operations: Operations, qtbot: QtBot) -> None:
    order: list[object] = []
    changes = some_changes(initiator="desk")
    operations.changed.connect(lambda c: order.append((c, on_gui_thread())))
    operations.run(lambda _context: Outcome("made", changes), on_done=lambda o: order.append(o.value))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == [(changes, True), "made"]
    assert order[0][0].initiator == "desk"  # type: ignore[index]


def test_a_value_without_changes_is_not_broadcast(operations: Operations, qtbot: QtBot) -> None:
    done: list[Outcome] = []
    with qtbot.assertNotEmitted(operations.changed):
        operations.run(lambda _context: Outcome("looked", None), on_done=done.append)
        qtbot.waitUntil(lambda: len(done) == 1)


def test_progress_arrives_and_is_thinned(operations: Operations, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    operations.progressed.connect(lambda _job, done, total: seen.append((done, total)))

    def work(context: Context) -> None:
        for n in range(1, 10_001):
            context.progress(n, 10_000)

    with qtbot.waitSignal(operations.finished):
        operations.run(work)
    assert seen[0] == (1, 10_000)
    assert seen[-1] == (10_000, 10_000)
    assert len(seen) < 1000


def test_cancelling_stops_at_the_next_step(operations: Operations, qtbot: QtBot) -> None:
    begun = threading.Event()
    errors: list[WorkbenchError] = []

    def work(context: Context) -> None:
        begun.set()
        while True:
            context.progress(0, 0)

    with qtbot.waitSignal(operations.finished), qtbot.assertNotEmitted(operations.failed):
        job = operations.run(work, on_error=errors.append, cancellable=True)
        assert begun.wait(10)
        job.cancel()
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], CancelledError)
    assert job.state is JobState.CANCELLED


def test_what_waits_can_be_cancelled_before_it_begins(operations: Operations, qtbot: QtBot) -> None:
    gate, ran = threading.Event(), []
    operations.run(lambda _context: gate.wait(10))
    job = operations.run(ran.append, cancellable=True)
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: job.state is JobState.CANCELLED)
    assert ran == []


def test_what_must_not_be_cancelled_is_not(operations: Operations, qtbot: QtBot) -> None:
    done: list[bool] = []
    job = operations.run(lambda context: context.job.cancel_asked, on_done=done.append)
    job.cancel()
    qtbot.waitUntil(lambda: done == [False])


def fail(_context: Context) -> None:
    raise InputError("The name cannot be empty.", field="name", do="Type a name.")


def test_a_known_error_reaches_the_one_place(operations: Operations, qtbot: QtBot) -> None:
    with qtbot.waitSignal(operations.failed) as signal:
        job = operations.run(fail)
    assert str(signal.args[0]) == "The name cannot be empty. Type a name."
    assert job.state is JobState.FAILED


def test_a_read_after_locking_is_not_told_but_a_write_is(operations: Operations, qtbot: QtBot) -> None:
    told: list[WorkbenchError] = []
    operations.failed.connect(told.append)

    def closed(_context: Context) -> None:
        raise LockedError("locked")

    with qtbot.waitSignal(operations.finished):
        operations.run_read(closed)
    assert told == []
    with qtbot.waitSignal(operations.finished):
        operations.run(closed)
    qtbot.waitUntil(lambda: len(told) == 1)


@pytest.mark.parametrize(("answer", "told"), [(True, 0), (None, 1), (False, 1)])
def test_an_error_shown_by_its_caller_is_not_shown_twice(
    operations: Operations, qtbot: QtBot, answer: bool | None, told: int
) -> None:
    seen: list[object] = []
    got: list[WorkbenchError] = []
    operations.failed.connect(seen.append)

    def on_error(error: WorkbenchError) -> bool | None:
        got.append(error)
        return answer

    operations.run(fail, on_error=on_error)
    operations.run(lambda _context: None, on_done=lambda _: got.append(WorkbenchError("end")))
    qtbot.waitUntil(lambda: len(got) == 2)
    assert len(seen) == told
    assert isinstance(got[0], InputError)
    assert got[0].field == "name"


def bug(_context: Context) -> None:
    name = SECRET
    raise KeyError(name) from ValueError(name)


def test_a_bug_becomes_a_report_without_content(operations: Operations, qtbot: QtBot) -> None:
    with qtbot.waitSignal(operations.crashed) as signal:
        job = operations.run(bug)
    report = signal.args[0]
    assert "builtins.KeyError" in report
    assert "builtins.ValueError" in report
    assert "test_operations.py" in report
    assert SECRET not in report
    assert "Калеснікава" not in report
    assert job.state is JobState.CRASHED


def test_the_thread_survives_a_bug(operations: Operations, qtbot: QtBot) -> None:
    done: list[int] = []
    operations.run(bug)
    operations.run(lambda _context: 1, on_done=done.append)
    qtbot.waitUntil(lambda: done == [1])


def test_a_bug_in_a_callback_is_reported(operations: Operations, qtbot: QtBot) -> None:
    def on_done(_value: object) -> None:
        raise RuntimeError(SECRET)

    with qtbot.waitSignal(operations.crashed) as signal:
        operations.run(lambda _context: 1, on_done=on_done)
    assert "RuntimeError" in signal.args[0]
    assert SECRET not in signal.args[0]


class Receiver(QLabel):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, value: object) -> None:
        self.heard.append(value)


@pytest.mark.parametrize("how", ["method", "owner", "initiator"])
def test_a_deleted_widget_is_not_called(operations: Operations, qtbot: QtBot, how: str) -> None:
    receiver, heard, gate = Receiver(), [], threading.Event()
    options: dict[str, object] = {"on_done": heard.append}
    if how == "method":
        options = {"on_done": receiver.hear}
    elif how == "owner":
        options["owner"] = receiver
    else:
        options["initiator"] = receiver
    with qtbot.waitSignal(operations.finished), qtbot.assertNotEmitted(operations.crashed):
        operations.run(lambda _context: gate.wait(10), **options)  # type: ignore[arg-type]
        shiboken6.delete(receiver)
        gate.set()
    assert receiver.heard == []
    assert heard == []


def test_shutting_down_waits_for_every_write(qtbot: QtBot) -> None:
    operations, written = Operations(), []
    gate = threading.Event()
    operations.run(lambda _context: gate.wait(10))
    for n in range(5):
        operations.run(lambda _context, n=n: written.append(n), on_done=lambda _: written.append("callback"))
    stoppable: Job = operations.run(lambda _context: written.append("never"), cancellable=True)
    gate.set()
    operations.shut_down()
    QApplication.processEvents()
    assert written == [0, 1, 2, 3, 4]
    assert stoppable.cancel_asked
    assert operations.jobs == ()
    shiboken6.delete(operations)


def test_after_shutting_down_a_read_is_refused_quietly_and_a_write_is_not(qtbot: QtBot) -> None:
    operations, heard = Operations(), []
    operations.started.connect(heard.append)
    operations.shut_down()
    late = operations.run_read(lambda _context: heard.append("read"), on_done=lambda _: heard.append("done"))
    assert late.state is JobState.CANCELLED
    assert operations.jobs == ()
    with pytest.raises(RuntimeError):
        operations.run(lambda _context: heard.append("written"))
    QApplication.processEvents()
    assert heard == []
    assert operations.jobs == ()
    shiboken6.delete(operations)


def test_uncaught_errors_of_the_window_come_to_the_same_places(operations: Operations, qtbot: QtBot) -> None:
    undo = catch_crashes(operations)
    try:
        with qtbot.waitSignal(operations.crashed) as crash:
            error = ValueError(SECRET)
            sys.excepthook(ValueError, error, None)
        with qtbot.waitSignal(operations.failed) as known:
            sys.excepthook(InputError, InputError("Wrong."), None)
        with qtbot.waitSignal(operations.crashed) as other:
            thread = threading.Thread(target=bug, args=(None,))
            thread.start()
            thread.join()
    finally:
        undo()
    assert SECRET not in crash.args[0]
    assert str(known.args[0]) == "Wrong."
    assert "KeyError" in other.args[0]
    assert SECRET not in other.args[0]


def test_a_report_tells_places_but_no_home_folder() -> None:
    try:
        QObject().no_such_thing  # type: ignore[attr-defined]  # noqa: B018
    except AttributeError as error:
        report = crash_report(error)
    lines = report.splitlines()
    assert lines[0].startswith("workbench ")
    assert any(line.startswith("  qt/test_operations.py:") for line in lines)
    assert not any(line.strip().startswith("/") for line in lines)


def test_who_waits_for_another_process_holds_up_no_read(operations: Operations, qtbot: QtBot) -> None:
    ended, done = threading.Event(), []
    operations.run_read(lambda _context: ended.wait(10), on_done=lambda _yes: done.append("outside"), outside=True)
    operations.run_read(lambda _context: None, on_done=lambda _none: done.append("read"))
    operations.run_read(lambda _context: None, on_done=lambda _none: done.append("aside"), aside=True)
    qtbot.waitUntil(lambda: len(done) == 2)
    ended.set()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done[-1] == "outside"
