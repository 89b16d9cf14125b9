"""The process of a model, seen from the program: it is asked line by line, and killed where it does not answer."""

from __future__ import annotations

import json
import queue
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from workbench.child_process import start_child
from workbench.domain.errors import CancelledError
from workbench.domain.inputs import clean_line
from workbench.i18n import _
from workbench.languages.machine.told import ModelFolder, folder_of, known_reason, machine_error

Cancel = Callable[[], bool]
"""Answers True once the person wants to stop."""

Progress = Callable[[int, int], None]
"""Is told what is done, and of how much; may raise to stop."""

_CHILD = "workbench.languages.machine.child"

QUIET = 180.0
"""Seconds without a word from the process after which it is killed: loading a large model, a long sentence."""

_MOST_ANSWER = 1 << 20
"""Bytes of one line of an answer."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the model makes of texts, one for each; or none of them, with the reason's key (`text_reason`)."""

    texts: tuple[str, ...] = ()
    reason: str = ""


class MachineProcess:
    """One process, which is gone when the block ends, however it ends.

    `quiet` is the seconds that it may say nothing; `cancel` is asked all the time.
    """

    def __init__(self, *, cancel: Cancel | None = None, quiet: float = QUIET) -> None:
        self._cancel = cancel or (lambda: False)
        self._quiet = quiet
        self._stack = ExitStack()
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        folder = self._stack.enter_context(tempfile.TemporaryDirectory(prefix="workbench-"))
        process = self._process = self._stack.enter_context(start_child(_CHILD, folder=folder))
        self._stack.callback(self._close)
        reader = threading.Thread(target=self._drain, args=(process,), daemon=True)
        reader.start()
        self._stack.callback(reader.join)
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def _close(self) -> None:
        try:
            if self._process is not None and self._process.stdin is not None:
                self._process.stdin.close()
        except OSError:
            return  # what was still to be written has nobody to read it

    def _drain(self, process: subprocess.Popen[bytes]) -> None:
        """Take lines from the pipe as they come; an empty one is the end."""
        while process.stdout is not None and (line := process.stdout.readline(_MOST_ANSWER)):
            self._lines.put(line)
        self._lines.put(b"")

    # What it is asked

    def load(self, folder: Path, digest: str | None, progress: Progress | None = None) -> ModelFolder:
        """Have a folder read and, with the `digest` that it must have, loaded; return what it is.

        Raises:
            MachineError: it cannot be used, or is another one than the digest says.
            CancelledError: the person asked to stop.
        """
        self._ask({"folder": str(folder.absolute()), **({"digest": digest} if digest else {})})
        while True:
            answer = self._answer()
            if "read" in answer and progress is not None:
                done, total = answer["read"]
                progress(int(done), int(total))
            if "folder" in answer:
                found = folder_of(answer["folder"])
                if found is None:
                    raise machine_error("ended")
                return found

    def translate(self, texts: Sequence[str], source: str, target: str) -> Said:
        """Have sentences translated from one language into another (primary subtags of BCP 47).

        Raises:
            MachineError: the process came to an end, or did not answer in time.
            CancelledError: the person asked to stop.
        """
        said = []
        for text in texts:
            self._ask({"text": text, "source": source, "target": target})
            answer = self._answer()
            if "refused" in answer:
                return Said(reason=known_reason(str(answer["refused"])))
            if not isinstance(answer.get("said"), str):
                raise machine_error("ended")
            said.append(str(clean_line(answer["said"])))
        return Said(tuple(said))

    def _ask(self, question: dict[str, Any]) -> None:
        pipe = self._process.stdin if self._process is not None else None
        if pipe is None:
            raise machine_error("ended")
        try:
            pipe.write(json.dumps(question).encode("ascii") + b"\n")
            pipe.flush()
        except OSError:
            return  # it ended early; what it answered says why

    def _answer(self) -> dict[str, Any]:
        end = time.monotonic() + self._quiet
        while True:
            if self._cancel():
                raise CancelledError(_("Stopped."), kept=_("Nothing of it was kept."))
            try:
                line = self._lines.get(timeout=0.05)
            except queue.Empty:
                if time.monotonic() > end:
                    raise machine_error("time") from None
                continue
            return _understood(line)


def _understood(line: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except (ValueError, RecursionError):
        raise machine_error("ended") from None
    if not isinstance(answer, dict):
        raise machine_error("ended")
    if "failed" in answer:
        raise machine_error(str(answer["failed"]))
    return answer


def look_at(
    folder: Path, *, cancel: Cancel | None = None, progress: Progress | None = None, quiet: float = QUIET
) -> ModelFolder:
    """Return what a folder says of the model in it, and its digest; nothing of it is loaded.

    Raises:
        MachineError: it is no model that can be used.
        CancelledError: the person asked to stop.
    """
    with MachineProcess(cancel=cancel, quiet=quiet) as machine:
        return machine.load(folder, None, progress)
