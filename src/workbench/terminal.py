"""What every command does at a terminal: say, answer, ask for the passphrase, show a bar."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from workbench.domain.errors import AnswerError, InputError
from workbench.i18n import _
from workbench.store.archive import Archive
from workbench.vault.keys import PARAMETERS, Parameters

EXIT_KNOWN, EXIT_USAGE, EXIT_BUG, EXIT_INTERRUPTED = 1, 2, 70, 130
"""Exit statuses: a known error in one line, wrong usage, a bug, stopped by the person."""

PASSPHRASE_VARIABLE = "WORKBENCH_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable

key_parameters: ContextVar[tuple[Parameters, ...]] = ContextVar("key_parameters", default=PARAMETERS)
"""The costs of keys for the command that runs, newest first."""


def say(text: str) -> None:
    """Write a line to standard error, where everything goes that is not the answer."""
    sys.stderr.write(text + "\n")


def print_line(text: str) -> None:
    """Write a line of the answer to standard output.

    Raises:
        AnswerError: there is no standard output, or it takes nothing (a full disk).
    """
    with _answering():
        sys.stdout.write(text + "\n")


def flush_answer() -> None:
    """Have the whole answer written; without this a full disk would only be seen by the interpreter.

    Raises:
        AnswerError: as for `print_line`.
    """
    with _answering():
        sys.stdout.flush()


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # who reads has had enough: no error
        raise
    except (OSError, ValueError, AttributeError):  # failed, closed, or None as under pythonw
        give_up_answer()
        raise AnswerError(
            _("The answer could not be written to the standard output."),
            kept=_("What the command did in the archive is done."),
            do=_("Look at where the output goes: its drive may be full."),
        ) from None


def give_up_answer() -> None:
    """Let what is still to be written to standard output go nowhere, the interpreter's last flush with it."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - it lives as long as the program


def print_json(document: Any) -> None:
    """Write the whole answer as one JSON document."""
    print_line(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False))


def ask_passphrase(given: Path | None, *, new: bool = False) -> str:
    """Read the passphrase from a file, or ask for it; a `new` one is asked for twice.

    Raises:
        InputError: the file does not hold one, there is nobody to ask, or the two differ.
    """
    from workbench.vault.files import is_private, read_passphrase_file

    if given is not None:
        passphrase = read_passphrase_file(given)
        if not is_private(given):
            say(_("Warning: other people on this machine can read the passphrase file."))
        return passphrase
    if not sys.stdin.isatty():
        raise InputError(
            _("There is no terminal to ask for the passphrase."),
            do=_("Give --passphrase-file or set {variable}.").format(variable=PASSPHRASE_VARIABLE),
        )
    first = getpass.getpass(_("Passphrase: "))
    if new and getpass.getpass(_("The same again: ")) != first:
        raise InputError(_("The two passphrases differ."), kept=_("Nothing was created."))
    return first


@contextmanager
def opened_archive(path: Path, passphrase_file: Path | None, *, read_only: bool = False) -> Iterator[Archive]:
    """Open an archive for one command, tell what there is to tell, and close it whatever happens."""
    from workbench.services.archives import open_archive
    from workbench.services.notices import recovery_text

    archive = open_archive(path, ask_passphrase(passphrase_file), read_only=read_only, parameters=key_parameters.get())
    try:
        if archive.recovery is not None:
            say(" ".join(recovery_text(archive.recovery)))
        yield archive
    finally:
        archive.close()


def author_of(archive: Archive, initials: str | None) -> str:
    """Return the id of the profile with these initials, of the first profile without any.

    Raises:
        InputError: nobody has them.
    """
    from workbench.store.queries.overview import profiles

    with archive.read() as connection:
        everyone = profiles(connection)
    for person in everyone:
        if initials is None or person.initials.casefold() == initials.casefold():
            return person.id
    raise InputError(
        _("Nobody in this archive has the initials “{initials}”.").format(initials=initials), field="profile"
    )


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on a terminal's standard error, nothing elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(title, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total or None)
