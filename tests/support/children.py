"""Other processes: a second program at the same archive, or one that is killed."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
PYTHON = [sys.executable, "-B", "-X", "utf8"]


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment, with the program and these helpers to be found."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests" / "support"))), **more}


class _Nursery:
    """The one process that children are copies of; started with the first and ended with the tests."""

    process: subprocess.Popen[str] | None = None

    @classmethod
    def ask(cls, **request: object) -> int:
        if cls.process is None:
            command = [*PYTHON, str(Path(__file__).with_name("nursery.py"))]
            cls.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(), text=True
            )
            atexit.register(cls.end)
            assert cls.process.stdout is not None
            assert cls.process.stdout.readline() == "ready\n"
        assert cls.process.stdin is not None
        assert cls.process.stdout is not None
        cls.process.stdin.write(json.dumps(request) + "\n")
        cls.process.stdin.flush()
        return int(cls.process.stdout.readline())

    @classmethod
    def end(cls) -> None:
        if cls.process is not None:
            cls.process.communicate()


class Child:
    """A process that runs some Python, says lines and waits for lines; gone at the end of the `with` block."""

    def __init__(self, code: str, *arguments: object, **env: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="child-")
        pipes = Path(self._folder.name)
        for name in ("in", "out", "err"):
            os.mkfifo(pipes / name)
        self.status: int | None = None
        self.pid = _Nursery.ask(
            code=code, arguments=[str(a) for a in arguments], pipes=str(pipes), environment=environment(**env)
        )
        self._in = (pipes / "in").open("w", encoding="utf-8")
        self._out = (pipes / "out").open(encoding="utf-8")
        self._err = (pipes / "err").open(encoding="utf-8", errors="replace")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()
        for stream in (self._in, self._out, self._err):
            stream.close()
        self._folder.cleanup()

    def line(self) -> str:
        """Return the next line that it says, without its end; empty once it has ended."""
        return self._out.readline().rstrip("\n")

    def say(self, words: str = "") -> None:
        """Give it a line."""
        self._in.write(words + "\n")
        self._in.flush()

    def kill(self) -> None:
        """End it as a power cut would: no handler of its own runs. It is gone when this returns."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.status = _Nursery.ask(wait=self.pid)

    def rest(self) -> str:
        """Return what it had said when it ended, the lines read already left out."""
        return self._out.read()

    def finish(self) -> tuple[int, str, str]:
        """Wait for its own end; return exit status, what is left of its output, and its errors."""
        out, err = self._out.read(), self._err.read()
        if self.status is None:
            self.status = _Nursery.ask(wait=self.pid)
        return self.status, out, err
