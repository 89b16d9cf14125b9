"""Creating, opening and re-keying archives: where the vault's keys meet the store's file."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.domain.errors import ArchiveError, InputError, ReadOnlyError, WrongPassphraseError
from workbench.domain.inputs import ProfileInput
from workbench.i18n import _
from workbench.languages.fold import fold
from workbench.services.profiles import add_profile
from workbench.services.pseudonyms import keep_apart
from workbench.store import files, rekey
from workbench.store.archive import Archive
from workbench.store.making import create
from workbench.vault import keys, recovery
from workbench.vault.files import replace_file

SUFFIX = ".archive"


@dataclass(frozen=True, slots=True)
class Created:
    """A new archive, its first profile, and the words of its recovery sheet."""

    archive: Archive
    profile_id: str
    words: list[str]


def create_archive(
    path: Path, passphrase: str, profile: ProfileInput, *, parameters: keys.Parameters = keys.PARAMETERS[0]
) -> Created:
    """Make a new archive with its first profile.

    Raises:
        InputError: the passphrase is too weak.
        ArchiveError: there is a file already, or the folder cannot be written to.
    """
    keys.check_passphrase(passphrase)
    with suppress(OSError):  # a name that no drive can hold: making the file says so
        if path.exists():  # asked before two seconds go into the key
            raise _taken()
    key = keys.new_key(passphrase, parameters)
    profile_id = _make(path, keys.ArchiveKey(key.raw(), key.salt), profile)
    return Created(Archive(path, key, fold, rule=keep_apart), profile_id, recovery.to_words(key))


def _make(path: Path, key: keys.ArchiveKey, profile: ProfileInput) -> str:
    """Make the file with its first profile beside its name, so that a kill leaves none or a whole one."""
    try:
        files.clear_making(path)
        archive = create(files.making_path(path), key, fold)
        try:
            outcome = archive.perform(add_profile(profile), author_id=None)
        finally:
            archive.close()
        files.name_made(path)
    except FileExistsError:
        files.clear_making(path)
        raise _taken() from None
    except OSError:
        files.clear_making(path)
        raise ArchiveError(
            _("The archive could not be made in this folder."), do=_("Choose a folder that you may write to.")
        ) from None
    except BaseException:
        files.clear_making(path)
        raise
    return outcome.value


def _taken() -> ArchiveError:
    return ArchiveError(
        _("There is already a file with this name."), kept=_("It was not touched."), do=_("Choose another name.")
    )


def open_archive(
    path: Path,
    passphrase: str,
    *,
    read_only: bool = False,
    parameters: tuple[keys.Parameters, ...] = keys.PARAMETERS,
) -> Archive:
    """Open an archive with its passphrase; for reading only where somebody else is writing.

    Raises:
        WrongPassphraseError, NotAnArchiveError, DamagedArchiveError, NewerArchiveError.
    """
    salt = _salt_of(path)
    wrong: WrongPassphraseError | None = None
    for key in keys.candidate_keys(passphrase, salt, parameters):
        try:
            return _swept(Archive(path, key, fold, rule=keep_apart, read_only=read_only))
        except WrongPassphraseError as error:
            wrong = error
    raise wrong or WrongPassphraseError(_("This passphrase does not open the archive."))


def open_with_words(path: Path, words: str) -> Archive:
    """Open an archive with the words of its recovery sheet.

    Raises:
        InputError: a word is not on the list, or the checksum does not fit.
        WrongPassphraseError: the sheet is of another archive, or of before a passphrase change.
    """
    key = recovery.from_words(words, _salt_of(path))
    try:
        return _swept(Archive(path, key, fold, rule=keep_apart))
    except WrongPassphraseError:
        raise WrongPassphraseError(
            _("This recovery sheet does not open the archive."),
            kept=_("Nothing was changed."),
            do=_("It may be of another archive, or older than the last change of passphrase."),
        ) from None


def _swept(archive: Archive) -> Archive:
    """Clear away what a killed change of passphrase left, where this program is the one that writes."""
    if not archive.read_only:
        with suppress(OSError):  # a copy that cannot go now goes with the next change
            rekey.clear_leftover(archive.path)
    return archive


def _salt_of(path: Path) -> bytes:
    salt = keys.read_salt(path)
    files.check_file(path)
    return salt


def recovery_words(archive: Archive) -> list[str]:
    """Return the recovery sheet's words of an open archive."""
    return recovery.to_words(_vault_key(archive))


def recovery_sheet(archive: Archive, language: str) -> str:
    """Return the printable recovery sheet (HTML) of an open archive in a language."""
    return recovery.sheet_html(recovery_words(archive), archive.path.name, datetime.now(UTC).astimezone(), language)


def _vault_key(archive: Archive) -> keys.ArchiveKey:
    key = archive.key
    if not isinstance(key, keys.ArchiveKey):
        raise TypeError("the archive was opened without a key of the vault")
    return key


def change_passphrase(
    archive: Archive, old: str, new: str, *, parameters: tuple[keys.Parameters, ...] = keys.PARAMETERS
) -> Created:
    """Re-encrypt the archive under a new passphrase; the given `Archive` is closed by it.

    Pass an empty `old` where the person has just proved themselves with the recovery sheet.
    The copy replaces the file only after it was checked; on any error the archive is opened
    again as it was by the caller, whose passphrase still fits.

    Raises:
        WrongPassphraseError: `old` is not the passphrase.
        InputError: the new one is too weak or the same.
        ReadOnlyError: somebody else is writing.
        ArchiveError: the disk is full or cannot be written to.
    """
    keys.check_passphrase(new)
    if archive.read_only:
        raise ReadOnlyError(_("Another program is writing to this archive."), kept=_("Nothing was changed."))
    if old == new:
        raise InputError(_("The new passphrase is the same as the old one."), field="passphrase")
    path, salt = archive.path, keys.read_salt(archive.path)
    current = keys.ArchiveKey(_vault_key(archive).raw(), salt)
    if old and not any(key == current for key in keys.candidate_keys(old, salt, parameters)):
        raise WrongPassphraseError(_("The old passphrase is not right."), kept=_("Nothing was changed."))
    fresh = keys.new_key(new, parameters[0])
    words = recovery.to_words(fresh)
    # The lock is kept throughout: what somebody else saved meanwhile would be lost with the old file.
    lock = archive.hand_over()
    try:
        _replace(path, current, fresh)
        return Created(Archive(path, fresh, fold, rule=keep_apart, lock=lock), "", words)
    except BaseException:
        lock.release()
        raise
    finally:
        current.wipe()


def _replace(path: Path, current: keys.ArchiveKey, fresh: keys.ArchiveKey) -> None:
    """Put a copy under the fresh key in the file's place.

    Raises:
        ArchiveError: the disk is full or failed, or somebody is reading. Their program would
            go on with the old file's log, which does not belong to the new one.
    """
    kept = _("The archive is as it was, with its old passphrase.")
    if files.in_use(path):
        raise ArchiveError(
            _("Another program is reading this archive."), kept=kept, do=_("Close it there and try again.")
        )
    try:
        copy = rekey.write_copy(path, current, fresh)
        if files.in_use(path):
            raise ArchiveError(
                _("Another program is reading this archive."), kept=kept, do=_("Close it there and try again.")
            )
        replace_file(copy, path)
    except BaseException as error:
        with suppress(OSError):  # what failed is what the person must hear of
            rekey.clear_leftover(path)
        if not isinstance(error, OSError):
            raise
        raise ArchiveError(
            _("The archive file could not be read or written."),
            kept=kept,
            do=_("Check that the stick or disk is still there and may be written to."),
        ) from None


def check_passphrase_of(
    archive: Archive, passphrase: str, *, parameters: tuple[keys.Parameters, ...] = keys.PARAMETERS
) -> None:
    """Make sure that a passphrase is that of an open archive, before its recovery words are shown.

    Raises:
        WrongPassphraseError: it is not.
    """
    salt = keys.read_salt(archive.path)
    current = keys.ArchiveKey(_vault_key(archive).raw(), salt)
    if not any(key == current for key in keys.candidate_keys(passphrase, salt, parameters)):
        raise WrongPassphraseError(_("The passphrase is not right."), kept=_("Nothing was changed."))


def check_archive_file(path: Path) -> bool:
    """Refuse a file that cannot be an archive; tell whether a crash left a part of it beside it.

    Raises:
        NotAnArchiveError, DamagedArchiveError, ArchiveError: as `open_archive`, before any passphrase.
    """
    _salt_of(path)
    return files.left_open(path)
