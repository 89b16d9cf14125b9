"""What can be told of an archive file from outside, without its key."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from workbench.domain.errors import DamagedArchiveError, NotAnArchiveError
from workbench.i18n import _
from workbench.store.engine import PAGE_SIZE
from workbench.store.lock import WriteLock, lock_path

_NOISE = 200  # different byte values that 4096 random bytes practically always exceed

# How compressed files begin, which look like noise too; an archive begins with 16 random bytes.
_SIGNATURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"%PDF", b"PK\x03\x04", b"\x1f\x8b\x08", b"7z\xbc\xaf",
    b"Rar!", b"\xfd7zXZ", b"BZh", b"\x28\xb5\x2f\xfd", b"OggS", b"fLaC", b"ID3", b"\x1aE\xdf\xa3", b"SQLi",
)  # fmt: skip


def side_files(path: Path) -> tuple[Path, Path]:
    """Return where SQLite keeps the write-ahead log of an open archive, and the log's index."""
    real = path.resolve()
    return real.with_name(f"{real.name}-wal"), real.with_name(f"{real.name}-shm")


def in_use(path: Path) -> bool:
    """Tell whether somebody has the file open, or left a write-ahead log that belongs to it."""
    return any(file.exists() for file in side_files(path))


def has_log(path: Path) -> bool:
    """Tell whether a write-ahead log with something in it lies beside: the file alone is not whole."""
    log_file = side_files(path)[0]
    return log_file.exists() and log_file.stat().st_size > 0


def making_path(path: Path) -> Path:
    """Return where an archive is made before it gets its name."""
    return path.with_name(f".{path.name}.new")


def name_made(path: Path) -> None:
    """Give a new, closed archive its name in one step.

    Raises:
        FileExistsError: the name is taken by now; nothing is overwritten.
        OSError: the drive failed.
    """
    made = making_path(path)
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a drive without hard links, such as a stick
        if path.exists():
            raise FileExistsError(path) from None
        made.rename(path)
    else:
        made.unlink()


def clear_making(path: Path) -> None:
    """Remove what was left where an archive of this name was being made."""
    made = making_path(path)
    for file in (made, *side_files(made), lock_path(made)):
        # Where nothing can be removed nothing can be made either, and that is what is said.
        with suppress(OSError):
            file.unlink(missing_ok=True)


def left_open(path: Path) -> bool:
    """Tell whether a write-ahead log lies beside the file and nobody is writing: it was not closed."""
    if not has_log(path):
        return False
    lock = WriteLock(path)
    taken = lock.acquire()
    lock.release()
    return taken


def check_file(path: Path) -> None:
    """Refuse a file that cannot be an archive before a passphrase is asked for.

    An archive is whole pages that look like noise. Where a write-ahead log lies beside it, its
    last page may have been cut short by a full disk; the log has it whole.

    Raises:
        NotAnArchiveError: something else.
        DamagedArchiveError: it was an archive, but a part is cut off.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        page = file.read(PAGE_SIZE)
    other = page.startswith(_SIGNATURES) or page[4:8] == b"ftyp"
    if size < PAGE_SIZE or other or len(set(page)) < _NOISE:
        raise NotAnArchiveError(_("This file is not a Skaryna archive."), kept=_("It was not touched."))
    if size % PAGE_SIZE and not has_log(path):
        raise DamagedArchiveError(
            _("The archive file is cut short: its last part is missing."),
            kept=_("It was not touched."),
            do=_("Go back to a whole copy of it."),
        )
