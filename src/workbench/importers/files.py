"""The first step of every import: a file's bytes, whole, or one clear line why not."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from workbench.domain.errors import ImportFileError
from workbench.i18n import _
from workbench.importers import limits


@dataclass(frozen=True, slots=True)
class Original:
    """A source's bytes as received; `digest` is their SHA-256 in lower-case hex, `size` in bytes.

    `file_name` is the last part of the path without control characters; empty where the
    bytes come from the clipboard.
    """

    data: bytes
    digest: str
    size: int
    file_name: str


def original_of(data: bytes, file_name: str = "") -> Original:
    """Describe bytes that are in memory already; their size is for the caller to bound."""
    return Original(data, hashlib.sha256(data).hexdigest(), len(data), safe_name(file_name))


def safe_name(name: str) -> str:
    """Return a file's name as it may be shown: unprintable characters and lone surrogates as `?`.

    Direction overrides are among them: they would disguise `gpj.exe` as `exe.jpg`.
    """
    return "".join(c if c.isprintable() else "?" for c in name)[:255]


def read_original(path: Path, *, limit: int = limits.ORIGINAL_BYTES) -> Original:
    """Read a file of at most `limit` bytes.

    The checks are made on the open file, so that nothing can be exchanged between check and
    reading; a pipe or device is refused before it is opened, since opening it could wait
    for ever.

    Raises:
        ImportFileError: the file is missing, unreadable, empty, too large or not a regular
            file. The message names the file without its folder.
    """
    name = safe_name(path.name or str(path))
    with opened_original(path, limit=limit) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise _too_large(name, limit)
    if not data:
        raise ImportFileError(_("“{name}” is empty.").format(name=name))
    return original_of(data, name)


@contextmanager
def opened_original(path: Path, *, limit: int) -> Iterator[BinaryIO]:
    """Open a file to be read in parts, with the checks of `read_original`; what reading it raises is told like them.

    Raises:
        ImportFileError: as for `read_original`.
    """
    name = safe_name(path.name or str(path))
    try:
        _check_kind(path.stat(), name, limit)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:
        raise ImportFileError(_reason(error, name)) from None
    try:
        with os.fdopen(descriptor, "rb") as file:
            _check_kind(os.fstat(descriptor), name, limit)
            yield file
    except OSError as error:
        raise ImportFileError(_reason(error, name)) from None


def _check_kind(status: os.stat_result, name: str, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ImportFileError(
            _("“{name}” is a folder, not a file.").format(name=name), do=_("Choose the files inside it.")
        )
    if not stat.S_ISREG(status.st_mode):
        raise ImportFileError(_("“{name}” is a device or a pipe, not a file.").format(name=name))
    if status.st_size > limit:
        raise _too_large(name, limit)


def _too_large(name: str, limit: int) -> ImportFileError:
    return ImportFileError(
        _("“{name}” is too large: at most {n} MB can be imported.").format(name=name, n=max(1, limit // (1024 * 1024)))
    )


def _reason(error: OSError | ValueError, name: str) -> str:
    """Say why in the program's own words: the system's would hold the whole path."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _("“{name}” does not exist.").format(name=name)
    if isinstance(error, PermissionError):
        return _("“{name}” may not be read by you.").format(name=name)
    code = errno.errorcode.get(error.errno or 0, "") if isinstance(error, OSError) else ""
    return _("“{name}” could not be read ({code}).").format(name=name, code=code or type(error).__name__)
