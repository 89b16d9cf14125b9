"""A process with the program loaded, that makes copies of itself: a child costs milliseconds, not a second.

Each line of standard input is a request as JSON. `run` forks a child that runs `code` with
`arguments`, its three streams on the given pipes; the answer is its process id. `wait` answers
with a child's exit status once it has ended, by itself or by a signal (then negative).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import traceback
from typing import Any

import rooms  # noqa: F401 - loads the program once, before the copies are made


def run(request: dict[str, Any]) -> None:
    """Be the child; never returns."""
    # The parent opens its ends in the same order: opening a pipe waits for the other side.
    for number, (name, mode) in enumerate(
        zip(("in", "out", "err"), (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY), strict=True)
    ):
        os.dup2(os.open(f"{request['pipes']}/{name}", mode), number)
    os.environ.clear()
    os.environ.update(request["environment"])
    tempfile.tempdir = None
    sys.argv = ["-c", *request["arguments"]]
    sys.stdin, sys.stdout, sys.stderr = open(0, closefd=False), open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
    status = 0
    try:
        exec(compile(request["code"], "<child>", "exec"), {"__name__": "__main__"})  # noqa: S102 - a test's own code
    except SystemExit as leaving:
        status = int(leaving.code or 0)
    except BaseException:  # noqa: BLE001 - a child ends here, whatever it was
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def main() -> None:
    """Answer requests until there are none."""
    print("ready", flush=True)  # noqa: T201
    for line in sys.stdin:
        request = json.loads(line)
        if "wait" in request:
            _pid, status = os.waitpid(request["wait"], 0)
            print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201
            continue
        pid = os.fork()
        if pid == 0:
            run(request)
        print(pid, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
