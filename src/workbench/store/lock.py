"""Who may write to an archive file: one program at a time, by a lock of the system's beside it."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from workbench.domain.errors import ReadOnlyError
from workbench.i18n import _


def lock_path(path: Path) -> Path:
    """Return the file whose system lock says that somebody writes to the archive; it holds nothing.

    A link to an archive leads to the same lock as the archive itself.
    """
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")


class WriteLock:
    """The right to write to one archive; it ends with the process at the latest.

    It belongs to the object and not to a thread: an archive is opened by a worker and closed
    by the window.
    """

    def __init__(self, path: Path) -> None:
        self._path = lock_path(path)
        self._lock = FileLock(self._path, thread_local=False)
        self._elsewhere = False

    @property
    def held(self) -> bool:
        """True between a successful `acquire` and `release`."""
        return bool(self._lock.is_locked)

    def acquire(self) -> bool:
        """Take the lock at once, or tell that somebody else has it (or that nobody may write here)."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            self._elsewhere = True
            return False
        except OSError:
            return False
        return True

    def refusal(self) -> ReadOnlyError:
        """Say why nothing is written without this lock."""
        if self._elsewhere:
            return ReadOnlyError(
                _("Another program is writing to this archive, so here it can only be read."),
                kept=_("Nothing was changed."),
                do=_("Close it there and open it here again."),
            )
        return ReadOnlyError(
            _("This archive is open for reading only."),
            kept=_("Nothing was changed."),
            do=_("Open it again where it may be written to."),
        )

    def release(self) -> None:
        """Let go and leave no file; does nothing where the lock is not held."""
        if not self.held:
            return
        # The name goes while the lock is held. Once it is let go, somebody may hold this very
        # file; were it unlinked then, a third would make a new one and write as well.
        if sys.platform != "win32":
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        self._lock.release()
        if sys.platform == "win32":  # an open file keeps its name there, so nobody else's can go
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
