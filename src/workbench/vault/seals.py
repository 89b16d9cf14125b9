"""Seals: what a unit that goes to a translator carries, so that it is known again when it comes back.

A seal is AES-256-GCM (NIST SP 800-38D) over the quote's id, fingerprints of its words, here and as
they were sent, and the languages that it was sent for, under a key of the archive that nothing which
leaves holds (HKDF, RFC 5869). Whoever has it learns nothing but how many languages these are, not even
that two seals are of one quote; nobody but the archive can make one.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE, _PRINT, _ID = 12, 8, 16
"""Bytes of a nonce, of a fingerprint and of an id."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a seal says: which quote, the fingerprint of its words then, and that of the words that were sent.

    `languages` are those that it was sent for, base languages; none where the seal is older than that.
    """

    quote_id: str
    words: bytes
    sent: bytes
    languages: frozenset[str] = frozenset()


def fingerprint(text: str) -> bytes:
    """Return what tells a text from another one; white space, which programs change, counts as one blank."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(folded.encode()).digest()[:_PRINT]


class Sealer:
    """Makes and opens the seals of one archive; `secret` is its secret id."""

    def __init__(self, secret: uuid.UUID) -> None:
        self._cipher = AESGCM(HKDF(SHA256(), 32, None, b"skaryna unit seal 1").derive(secret.bytes))

    def seal(self, quote_id: str, words: str, sent: str, languages: Iterable[str] = ()) -> str:
        """Return a seal in letters, digits, `-` and `_`: another one at each call."""
        nonce = os.urandom(_NONCE)
        plain = uuid.UUID(quote_id).bytes + fingerprint(words) + fingerprint(sent) + ",".join(languages).encode()
        return base64.urlsafe_b64encode(nonce + self._cipher.encrypt(nonce, plain, None)).decode().rstrip("=")

    def open(self, text: str) -> Seal | None:
        """Return what a seal says; None where it is none of this archive's."""
        try:
            data = base64.b64decode(text.strip() + "=" * (-len(text.strip()) % 4), altchars=b"-_", validate=True)
            plain = self._cipher.decrypt(data[:_NONCE], data[_NONCE:], None)
        except (binascii.Error, InvalidTag, ValueError):
            return None
        sent, end = _ID + _PRINT, _ID + 2 * _PRINT
        languages = frozenset(plain[end:].decode().split(",")) if plain[end:] else frozenset[str]()
        return Seal(str(uuid.UUID(bytes=plain[:_ID])), plain[_ID:sent], plain[sent:end], languages)
