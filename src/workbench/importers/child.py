"""Running one of the program's own readers in a process of its own, over one original.

What it reads is hostile ground, so the child has no open files but two pipes, limits on time and
memory (see `child_process.restrict`), an empty folder to stand in, and a guard that refuses sockets.
This process only starts it, feeds it, and checks its answer as it checks any other file.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from workbench.child_process import start_child
from workbench.domain.errors import CancelledError, ImportFileError
from workbench.i18n import _
from workbench.importers import limits

Cancel = Callable[[], bool]
"""Answers True once the person wants to stop; `threading.Event.is_set` is one."""


@dataclass
class Child:
    """One run of a child process: a module of this package whose `main` reads standard input and answers JSON.

    `mode` is the module's one argument; `refuse` makes the error for a reason that the child gave,
    or for `time`, `memory`, or nothing at all where it died without a word.
    """

    module: str
    mode: str
    data: bytes
    refuse: Callable[[str], ImportFileError]
    cancel: Cancel | None = None
    answer: bytearray = field(default_factory=bytearray)

    def run(self) -> dict[str, Any]:
        """Return the child's answer; the child is gone when this returns or raises.

        Raises:
            ImportFileError: what `refuse` makes of the reason.
            CancelledError: `cancel` answered True.
        """
        with (
            tempfile.TemporaryDirectory(prefix="workbench-") as folder,
            start_child(f"workbench.importers.{self.module}", self.mode, folder=folder) as process,
        ):
            writer = threading.Thread(target=self._feed, args=(process,), daemon=True)
            reader = threading.Thread(target=self._drain, args=(process,), daemon=True)
            try:
                writer.start()
                reader.start()
                self._watch(process)
            finally:
                process.kill()
                process.wait()
                reader.join()
                writer.join()
        return self._understood(process.returncode)

    def _feed(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdin is None:
            return
        try:
            with process.stdin as pipe:
                pipe.write(self.data)
        except OSError:
            return  # the child ended early; what it answered says why

    def _drain(self, process: subprocess.Popen[bytes]) -> None:
        while process.stdout is not None and (piece := process.stdout.read(65_536)):
            self.answer += piece
            if len(self.answer) > limits.HTML_ANSWER_BYTES:
                process.kill()
                break

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + limits.HTML_WALL_SECONDS
        while True:
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                if self.cancel is not None and self.cancel():
                    raise CancelledError(_("The import was stopped.")) from None
                if time.monotonic() > end:
                    raise self.refuse("time") from None
            else:
                return

    def _understood(self, status: int) -> dict[str, Any]:
        try:
            answer = json.loads(self.answer) if len(self.answer) <= limits.HTML_ANSWER_BYTES else None
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            # SIGXCPU and SIGKILL are how the system ends a process that went past its time.
            raise self.refuse("time" if status in {-24, -9} else "memory" if status in {-6, -11} else "")
        if "refused" in answer:
            raise self.refuse(str(answer["refused"]))
        return answer
