"""Other processes: a second program at the same archive, or one that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
PYTHON = [sys.executable, "-B", "-X", "utf8"]


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment, with the program and these helpers to be found."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests" / "support"))), **more}


class Child:
    """A Python process that says lines and waits for lines; gone at the end of the `with` block."""

    def __init__(self, code: str, *arguments: object, before: tuple[str, ...] = (), **env: str) -> None:
        self.process = subprocess.Popen(
            [*before, *PYTHON, "-c", code, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(**env),
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()

    def line(self) -> str:
        """Return the next line that it says, without its end; empty once it has ended."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def say(self, words: str = "") -> None:
        """Give it a line."""
        assert self.process.stdin is not None
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        """End it as a power cut would: no handler of its own runs."""
        self.process.kill()
        self.process.communicate()

    def finish(self) -> tuple[int, str, str]:
        """Wait for its own end; return exit status, what is left of its output, and its errors."""
        out, err = self.process.communicate(timeout=120)
        return self.process.returncode, out, err
