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

from workbench.importers import limits


class RefusedPageError(Exception):
    """The page goes past a limit; the one argument is the reason's key."""


def main() -> None:
    """Read, answer, end. The exit status is 0 even for a refusal: the answer says it."""
    serve(limits.ORIGINAL_BYTES * 4, lambda page: answer_for(page, fragment=sys.argv[-1] == "fragment"))


def serve(most: int, answer_for: Callable[[bytes], dict[str, Any]]) -> None:
    """Be a child process: give up what it does not need, read at most so many bytes, answer them."""
    restrict()
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


def restrict() -> None:
    """Give up what reading a page does not need: memory and time without end, files, sockets.

    Limits are POSIX; where a system does not have one (macOS and address space, Windows) the
    parent's clock still holds. A core dump would leave the page on the disk, hence none.
    """
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_AS: limits.HTML_MEMORY_BYTES,
        resource.RLIMIT_CPU: limits.HTML_CPU_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in wanted.items():
        _soft, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (bound, bound))
        except (ValueError, OSError):
            continue  # this system cannot hold a process to it; the parent's clock can


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook (PEP 578): no sockets, no processes, no files opened for writing."""
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork")):
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise PermissionError(event)


if __name__ == "__main__":
    main()
