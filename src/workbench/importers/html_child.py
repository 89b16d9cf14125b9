"""The child process that reads one web page: UTF-8 on standard input, JSON on standard output.

It answers `{"blocks": [[kind, level, text]…], "found": {…}, "whole": bool}`, or
`{"refused": reason}` with a reason that `importers.html` knows. Nothing else of the program
is loaded here, and nothing here is loaded by the program.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from workbench.child_process import restrict
from workbench.importers import limits


class RefusedPageError(Exception):
    """The page goes past a limit; the one argument is the reason's key."""


def main() -> None:
    """Read, answer, end. The exit status is 0 even for a refusal: the answer says it."""
    serve(limits.ORIGINAL_BYTES * 4, lambda page: answer_for(page, fragment=sys.argv[-1] == "fragment"))


def serve(most: int, answer_for: Callable[[bytes], dict[str, Any]]) -> None:
    """Be a child process: give up what it does not need, read at most so many bytes, answer them."""
    restrict(memory=limits.HTML_MEMORY_BYTES, cpu=limits.HTML_CPU_SECONDS)
    answer = answer_for(sys.stdin.buffer.read(most))
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.buffer.flush()


def answer_for(page: bytes, *, fragment: bool) -> dict[str, Any]:
    """Return the answer for a page of UTF-8, refusals included."""
    try:
        from workbench.importers.html_page import read_page

        return read_page(page.decode("utf-8", "replace"), fragment=fragment)
    except RefusedPageError as refusal:
        return {"refused": refusal.args[0]}
    except MemoryError:
        return {"refused": "memory"}
    except RecursionError:
        return {"refused": "depth"}


if __name__ == "__main__":
    main()
