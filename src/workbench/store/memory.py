"""What a crash of the program may leave on the disk: nothing of what was in its memory."""

from __future__ import annotations


def forbid_dumps() -> None:
    """Tell the system to keep no picture of this process's memory when it crashes.

    The limit is one byte and not zero: Linux asks it even where a core dump would go to a
    program, and only this value stops that (fs/coredump.c, do_coredump). Windows keeps no such
    file unless somebody set it up for this program by name.
    """
    try:
        import resource
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    most = 1 if hard == resource.RLIM_INFINITY else min(1, hard)
    resource.setrlimit(resource.RLIMIT_CORE, (most, hard))
