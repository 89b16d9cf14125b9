"""Files that are whole or not there, and that nobody else on the machine can read."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from workbench.domain.errors import InputError
from workbench.i18n import _
from workbench.vault.keys import PASSPHRASE_BYTES

_PREFIX = ".workbench-"
_BOM = b"\xef\xbb\xbf"
_LINE_END = 2


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable; Windows has no such call and needs none.

    Raises:
        OSError: the folder is not there, or its drive failed.
    """
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_file(source: Path, target: Path) -> None:
    """Put a finished file in the place of another in one step, and make that durable.

    The source's bytes reach the drive before its name changes, so a crash leaves the old file
    or the new one. A link is followed: the file that it points at is replaced.

    Raises:
        OSError: the two lie on different drives, or the drive failed; the target is as it was.
    """
    real = target.resolve()
    with source.open("rb+") as file:
        os.fsync(file.fileno())
    source.replace(real)
    sync_folder(real.parent)


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """Give a binary file that takes the place of `path` when the block ends without an error.

    It is written beside `path` with mode 0600, and removed where the block fails: `path` is
    then as it was.

    Raises:
        OSError: the folder is not there or not writable, or the drive is full or failed.
    """
    real = path.resolve()
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".part", dir=real.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        replace_file(part, real)
    except BaseException:
        # What failed is what the caller must hear of, not that its remains could not go too.
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


@contextmanager
def private_temp_folder(near: Path) -> Iterator[Path]:
    """Give an empty folder with mode 0700 on the drive of `near`, removed with all in it.

    `near` is a folder, or a file whose folder is meant; being on one drive lets what is made
    there be moved into its place in one step. If the block moves the folder itself away,
    there is nothing to remove.

    Raises:
        OSError: the folder cannot be made, or what is in it cannot be removed.
    """
    parent = near if near.is_dir() else near.parent
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent.resolve()))
    try:
        yield folder
    finally:
        if folder.exists():
            shutil.rmtree(folder)


def is_private(path: Path) -> bool:
    """Tell whether only its owner can open a file; always True on Windows, where it is not asked.

    Raises:
        OSError: the file is not there.
    """
    if sys.platform == "win32":
        return True
    mode = path.stat().st_mode
    return not stat.S_ISREG(mode) or not mode & (stat.S_IRWXG | stat.S_IRWXO)


def read_passphrase_file(path: Path) -> str:
    """Return the first line of a file without its line end; at most 1024 bytes of UTF-8.

    A pipe will do as well as a file. Ask `is_private` to warn of one that others can read.

    Raises:
        InputError: with the field `passphrase_file`: it cannot be read, its first line is
            empty or too long, or it is not UTF-8.
    """

    def refusal(what: str, do: str) -> InputError:
        return InputError(what.format(name=path.name), field="passphrase_file", do=do)

    try:
        with path.open("rb") as file:
            line = file.readline(len(_BOM) + PASSPHRASE_BYTES + _LINE_END + 1)
    except OSError as error:
        raise refusal(
            _("The passphrase file “{name}” cannot be read."), _("Check the path and your permissions.")
        ) from error
    line = line.removeprefix(_BOM)
    line = line[: -len(b"\r\n")] if line.endswith(b"\r\n") else line.removesuffix(b"\n")
    one_line = _("Put the passphrase, and nothing else, on its first line.")
    if len(line) > PASSPHRASE_BYTES:
        raise refusal(_("The first line of the passphrase file “{name}” is too long."), one_line)
    if not line:
        raise refusal(_("The first line of the passphrase file “{name}” is empty."), one_line)
    text = _decoded(line)
    if text is None:
        raise refusal(_("The passphrase file “{name}” is not UTF-8 text."), _("Save it again as UTF-8."))
    return text


def _decoded(line: bytes) -> str | None:
    """Read UTF-8, or give None rather than an exception, which would hold the bytes."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None
