"""Looking for words where they may not be: in files, names of files, logs and messages, in any dress."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus


def dresses(word: str) -> set[bytes]:
    """Return a word in every form in which it could lie about: encodings, escapes, Base64, other letter cases."""
    found: set[bytes] = set()
    for form in {word, word.lower(), word.upper(), word.casefold()}:
        plain = form.encode()
        found |= {plain, form.encode("utf-16-le"), form.encode("utf-16-be"), form.encode("utf-32-le")}
        found |= {quote(form).encode(), quote(form).lower().encode(), quote_plus(form).encode()}
        found |= {json.dumps(form)[1:-1].encode(), ascii(form)[1:-1].encode(), plain.hex().encode()}
        for offset in range(3):
            # The middle of the text, which does not depend on what stands before and after it.
            whole = base64.b64encode(bytes(offset) + plain)
            found.add(whole[-(-offset * 8 // 6) + (1 if offset else 0) : (offset + len(plain)) * 8 // 6].rstrip(b"="))
        for codec in ("cp1251", "koi8-u", "cp1257"):
            try:
                found.add(form.encode(codec))
            except UnicodeEncodeError:
                continue
    return {form for form in found if len(form) >= 6}


class Canaries:
    """Words that stand nowhere but in one archive."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)
        self._dresses = {word: dresses(word) for word in self.words}

    def within(self, data: bytes) -> list[str]:
        """Return the words that stand in these bytes."""
        return [word for word, forms in self._dresses.items() if any(form in data for form in forms)]

    def found(self, *folders: Path, leaving_out: tuple[Path, ...] = ()) -> list[str]:
        """Return every file below the folders whose name or content holds one of the words."""
        return [
            f"{file}: {word}"
            for folder in folders
            for file in _files(folder, leaving_out)
            for word in self.within(file.name.encode() + b"\n" + _content(file))
        ]


def _files(folder: Path, leaving_out: tuple[Path, ...]) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if not any(file.is_relative_to(path) for path in leaving_out):
            yield file


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
