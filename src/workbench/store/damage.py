"""What is wrong with an archive's file: told when it does not open, and when it is checked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from sqlalchemy.exc import DBAPIError

from workbench.domain.errors import DamagedArchiveError, WrongPassphraseError
from workbench.i18n import _, ngettext
from workbench.store.engine import Key, connect_to_pages, driver_errors, known_error


def damaged_pages(path: Path, key: Key) -> list[str]:
    """Return what SQLCipher and SQLite say is wrong with the file's pages; empty where all is well."""
    with driver_errors():
        # A connection of its own: on one that searched before the last write, FTS5 checks a
        # structure that it remembers from then and calls the index corrupt (seen, 3.53.4).
        connection = connect_to_pages(path, key, read_only=True)
        try:
            found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
            if not found:
                found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        finally:
            connection.close()
    return found


def explain_opening(path: Path, key: Key, error: Exception) -> NoReturn:
    """Raise what a person can be told of an archive that did not open.

    Raises:
        WrongPassphraseError: the key does not fit, or the first page is damaged.
        DamagedArchiveError: another page is; it names those that are, for such a file cannot be checked.
        ArchiveError: the drive failed, or another program keeps the file busy.
    """
    original = error.orig if isinstance(error, DBAPIError) else error
    if "not a database" in str(original):
        raise WrongPassphraseError(
            _("This passphrase does not open the archive."),
            kept=_("Nothing was changed."),
            do=_("Try again, or use the recovery sheet. If neither fits, the beginning of the file may be damaged."),
        ) from None
    known = known_error(error)
    if not isinstance(known, DamagedArchiveError):
        raise known or error
    numbers = [number for line in damaged_pages(path, key) for number in re.findall(r"page (\d+)", line)]
    if not numbers:
        raise known
    raise DamagedArchiveError(
        ngettext(
            "The archive file is damaged: page {pages} of it cannot be read.",
            "The archive file is damaged: pages {pages} of it cannot be read.",
            len(numbers),
        ).format(pages=", ".join(numbers[:10])),
        kept=known.kept,
        do=_("Copy the file before anything else, and go back to an earlier copy."),
    )
