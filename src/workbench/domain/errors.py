"""Errors that a person can do something about. Everything else is a bug and shows as one."""

from __future__ import annotations


class WorkbenchError(Exception):
    """A known error: what happened, what was kept, what to do, each one short sentence.

    The three texts are shown as they are, so they never hold archive content or secrets
    beyond the name of a file that the person has just chosen.
    """

    def __init__(self, what: str, *, kept: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.kept = kept
        self.do = do

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.kept, self.do) if part)


class InputError(WorkbenchError):
    """A value that the person gave does not fit; `field` names the input model's field."""

    def __init__(self, what: str, *, field: str = "", kept: str = "", do: str = "") -> None:
        super().__init__(what, kept=kept, do=do)
        self.field = field


class NotFoundError(WorkbenchError):
    """A row that was asked for is not, or no longer, in the archive."""


class StaleError(WorkbenchError):
    """A write was based on a row that somebody has changed since it was read."""


class UndoError(WorkbenchError):
    """An undo or redo cannot be applied because a later change stands in its way."""


class ArchiveError(WorkbenchError):
    """The archive file could not be opened, read or written."""


class WrongPassphraseError(ArchiveError):
    """The passphrase or the recovery words do not open this archive."""


class NotAnArchiveError(ArchiveError):
    """The file is not a Skaryna archive."""


class DamagedArchiveError(ArchiveError):
    """The archive's pages or its log do not hold what they should."""


class NewerArchiveError(ArchiveError):
    """The archive was written by a newer version of the program."""


class ReadOnlyError(ArchiveError):
    """Somebody else is writing, so this program may only read."""


class LockedError(ArchiveError):
    """The archive is locked and needs its passphrase."""


class ImportFileError(WorkbenchError):
    """A file from outside could not be read; the archive is as it was."""


class AnswerError(WorkbenchError):
    """What a command has to say cannot be written to where it was sent."""


class BundleError(WorkbenchError):
    """A bundle could not be written or is not what it claims to be."""


class CancelledError(WorkbenchError):
    """The person stopped a long operation; nothing of it was kept."""
