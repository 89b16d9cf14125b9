"""Hunspell in a process of its own: it holds Python's lock while it reads a dictionary or thinks of words.

Measured: 0.07 to 0.42 s to read one, up to 0.7 s for suggestions, in which no other thread of the
program would run and the window would stand still. Words go through pipes and stay in memory; the
process ends with `close`, and with the program, whose end closes the pipes.
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Collection
from pathlib import Path
from typing import Any

from workbench.child_process import start_child
from workbench.domain.errors import WorkbenchError
from workbench.i18n import _
from workbench.material import resources_folder

_CHILD = "workbench.languages.spelling.child"

DICTIONARIES = "dictionaries"
"""The folder of the dictionaries within the program's material."""


class SpellingError(WorkbenchError):
    """The dictionaries could not be read, or the process that reads them came to an end."""


class Lexicon:
    """The dictionaries, asked for one thing at a time, from any thread. A process is started when it is needed."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resources_folder() / DICTIONARIES
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def wrong(self, dictionaries: tuple[str, ...], words: Collection[str]) -> set[str]:
        """Return which of the words none of the dictionaries has. Reading one the first time takes 0.1 s and more.

        Raises:
            SpellingError: there is no answer.
        """
        if not words:
            return set()
        return set(self._ask({"dictionaries": dictionaries, "words": list(words)}))

    def suggestions(self, dictionaries: tuple[str, ...], word: str) -> list[str]:
        """Return what may have been meant, the likeliest first. Hunspell itself bounds its time: 0.7 s was the most.

        Raises:
            SpellingError: there is no answer.
        """
        return [str(each) for each in self._ask({"dictionaries": dictionaries, "suggest": word})]

    def close(self) -> None:
        """End the process, and with it what it holds; the next question starts another."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                self._close_pipe(pipe)

    @staticmethod
    def _close_pipe(pipe: Any) -> None:
        try:
            pipe.close()
        except OSError:
            return  # what was still to be written has nobody to read it

    def _ask(self, question: dict[str, Any]) -> list[Any]:
        line = json.dumps(question).encode() + b"\n"
        with self._lock:
            for _attempt in range(2):  # it may have been ended from outside
                answer = self._once(line)
                if answer is not None:
                    return answer
                self._end()
        raise SpellingError(
            _("Spelling cannot be checked now."), kept=_("Nothing was changed."), do=_("Open the archive again.")
        )

    def _once(self, line: bytes) -> list[Any] | None:
        """Return the answer to one question, or None where the process did not give any."""
        try:
            process = self._process = self._process or start_child(_CHILD, str(self._folder))
            if process.stdin is None or process.stdout is None:
                return None
            process.stdin.write(line)
            process.stdin.flush()
            answer = json.loads(process.stdout.readline() or b"null")
        except (OSError, ValueError):
            return None
        return answer if isinstance(answer, list) else None
