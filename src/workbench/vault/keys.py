"""From a passphrase to the key of an archive file.

The archive's first 16 bytes are SQLCipher's salt and stand in the clear, so they serve as the
salt of Argon2id (RFC 9106) too: one file, and nothing beside it to lose.
"""

from __future__ import annotations

import hmac
import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from workbench.domain.errors import ArchiveError, InputError, NotAnArchiveError
from workbench.i18n import _

KEY_BYTES = 32
SALT_BYTES = 16
PASSPHRASE_BYTES = 1024
"""The longest passphrase, as UTF-8 after NFC."""

_PLAIN_DATABASE = b"SQLite format 3\0"
_SHORTEST = 12
_WORDS = 4
_WORD_LETTERS = 3
_DIFFERENT = 5


@dataclass(frozen=True, slots=True)
class Parameters:
    """What one Argon2id derivation costs: memory in KiB, passes over it, lanes side by side."""

    memory: int
    iterations: int
    lanes: int


PARAMETERS: tuple[Parameters, ...] = (Parameters(memory=256 * 1024, iterations=12, lanes=4),)
"""Every set that an archive was ever made with, newest first; sets are added, never removed.

The first one takes 1.6 to 2.8 s on the two-core machine where it was chosen.
"""


class ArchiveKey:
    """The 32-byte raw key and 16-byte salt of one archive file; neither shows in `repr`.

    `wipe` overwrites the bytes that this object holds. Python may have copied them before
    (the text of `pragma` is such a copy), so that is a best effort and no promise.
    """

    __slots__ = ("_raw", "salt")

    def __init__(self, raw: bytes | bytearray, salt: bytes) -> None:
        if len(raw) != KEY_BYTES or len(salt) != SALT_BYTES:
            raise ValueError("a key has 32 bytes and a salt 16")
        self._raw = bytearray(raw)
        self.salt = bytes(salt)

    def __repr__(self) -> str:
        return "ArchiveKey(wiped)" if self.wiped else "ArchiveKey(…)"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ArchiveKey):
            return NotImplemented
        return hmac.compare_digest(self._raw, other._raw) and hmac.compare_digest(self.salt, other.salt)

    __hash__ = None  # type: ignore[assignment] # a wiped key would have another hash

    def __reduce__(self) -> str:
        raise TypeError("a key is not written to files")

    @property
    def wiped(self) -> bool:
        """True once `wipe` was called."""
        return not self._raw

    def raw(self) -> bytes:
        """Return a copy of the 32 key bytes.

        Raises:
            ValueError: the key was wiped.
        """
        if self.wiped:
            raise ValueError("the key was wiped")
        return bytes(self._raw)

    def pragma(self) -> str:
        """Return `x'<64 hex><32 hex>'`, key and salt as SQLCipher's `PRAGMA key` takes them raw.

        Raises:
            ValueError: the key was wiped.
        """
        return f"x'{self.raw().hex()}{self.salt.hex()}'"

    def wipe(self) -> None:
        """Overwrite the key with zeros and let it go; a second call does nothing."""
        self._raw[:] = bytes(len(self._raw))
        self._raw.clear()


def derive(passphrase: str, salt: bytes, parameters: Parameters) -> ArchiveKey:
    """Return the key that a passphrase gives with this salt, by Argon2id version 0x13.

    The passphrase is brought to NFC first, so that two keyboards that compose `ё` or `ė`
    differently open the same archive. Nothing else is changed: white space counts.
    """
    # Lone surrogates can be typed on Windows; they must give some key rather than a crash.
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    function = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=parameters.iterations,
        lanes=parameters.lanes,
        memory_cost=parameters.memory,
    )
    return ArchiveKey(function.derive(text), salt)


def new_key(passphrase: str, parameters: Parameters = PARAMETERS[0]) -> ArchiveKey:
    """Derive a key for a new file, with a salt from the system's random source."""
    return derive(passphrase, os.urandom(SALT_BYTES), parameters)


def candidate_keys(
    passphrase: str, salt: bytes, parameters: tuple[Parameters, ...] = PARAMETERS
) -> Iterator[ArchiveKey]:
    """Derive, one at a time, the keys that the passphrase can mean for a file with this salt."""
    for each in parameters:
        yield derive(passphrase, salt, each)


def read_salt(path: Path) -> bytes:
    """Return the first 16 bytes of an archive file.

    Raises:
        NotAnArchiveError: a directory or device, a file too short, a plain SQLite database.
        ArchiveError: the file is not there or may not be read.
    """
    foreign = NotAnArchiveError(
        _("“{name}” is not a Skaryna archive.").format(name=path.name),
        kept=_("Nothing was changed."),
        do=_("Choose a file that ends in .archive."),
    )
    try:
        # Asked before opening: opening a named pipe would wait for a writer for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise foreign
        with path.open("rb") as file:
            salt = file.read(SALT_BYTES)
    except FileNotFoundError:
        raise ArchiveError(
            _("There is no file “{name}”.").format(name=path.name), do=_("Check the folder and the name.")
        ) from None
    except OSError as error:
        raise ArchiveError(
            _("“{name}” cannot be read: {reason}").format(name=path.name, reason=error.strerror or ""),
            kept=_("Nothing was changed."),
            do=_("Check the drive and your permissions."),
        ) from error
    if len(salt) < SALT_BYTES or salt == _PLAIN_DATABASE:
        raise foreign
    return salt


def _weakness(text: str) -> str:
    """Say why a passphrase is too easy to guess; empty where it is not."""
    words = {word for word in text.casefold().split() if sum(map(str.isalnum, word)) >= _WORD_LETTERS}
    if len(text) < _SHORTEST and len(words) < _WORDS:
        return _("The passphrase is too short.")
    if len(set(text.casefold())) < _DIFFERENT:
        return _("The passphrase repeats a few characters.")
    return ""


def check_passphrase(text: str) -> None:
    """Refuse a passphrase for a new key that is short or could not be typed again.

    It has at least 12 code points after NFC, or four different words of three letters or
    more; five different characters; no control characters (a line break could not stand in
    a passphrase file); and at most `PASSPHRASE_BYTES`.

    Raises:
        InputError: with the field `passphrase`.
    """
    normal = unicodedata.normalize("NFC", text)
    advice = _("Use 12 characters or more, or four or more words that do not belong together.")
    if reason := _weakness(normal):
        raise InputError(reason, field="passphrase", do=advice)
    if any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in normal):
        raise InputError(
            _("The passphrase has a character that cannot be typed."),
            field="passphrase",
            do=_("Use letters, digits, signs and spaces."),
        )
    if len(normal.encode("utf-8")) > PASSPHRASE_BYTES:
        raise InputError(_("The passphrase is too long."), field="passphrase", do=_("Use at most 500 characters."))
