"""Processes of the program's own: how one is started, and what it gives up before it reads anything.

Under every layer. What such a process reads is hostile ground, so it gets two pipes, an empty
environment, limits on memory and time where the system has them, and a guard that refuses
sockets, further processes and files to write. The program says everything through the pipes:
arguments can be read by anybody on the computer.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_START = "import sys; sys.path.insert(0, sys.argv[1]); from {module} import main; main()"


def start_child(module: str, *arguments: str, folder: str | None = None) -> subprocess.Popen[bytes]:
    """Start a process in which the `main` of a module of this program runs; the caller ends it.

    `arguments` are its `sys.argv[2:]`, never content; `folder` is where it stands.
    """
    root = str(Path(__file__).resolve().parents[1])
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR") if key in os.environ}
    return subprocess.Popen(  # noqa: S603 - this interpreter, our own module, no shell
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START.format(module=module), root, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=kept,
        close_fds=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def restrict(*, memory: int, cpu: int | None = None) -> None:
    """Give up, in the child, what it does not need; `memory` is bytes of address space, `cpu` seconds.

    Limits are POSIX; where a system does not have one (macOS and address space, Windows) the
    parent's clock still holds. A core dump would leave content on the disk, hence none.
    """
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:
        return
    wanted = {resource.RLIMIT_AS: memory, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}
    if cpu is not None:
        wanted[resource.RLIMIT_CPU] = cpu
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
