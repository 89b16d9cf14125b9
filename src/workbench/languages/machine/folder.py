"""What a folder in CTranslate2's format is made of, read in the child process: files, digest, languages.

The digest is the SHA-256 of one line a file, `<SHA-256>  <name>`, in the order of the names' bytes: what
`LC_ALL=C sha256sum * | sha256sum` prints in the folder. Hidden files and folders are no part of it.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MODEL = "model.bin"
CONFIG = "config.json"
_VOCABULARIES = tuple(
    f"{side}_vocabulary.{ending}" for side in ("shared", "source", "target") for ending in ("json", "txt")
)
_SOURCE_PIECES = (
    "source.spm",
    "sentencepiece.bpe.model",
    "sentencepiece.model",
    "spm.model",
    "spm.128k.model",
    "spiece.model",
)
"""SentencePiece models as Marian, NLLB, M2M-100 and Argos name them; all but the first serve both sides."""

_TARGET_PIECES = "target.spm"

MOST_FILES = 100
MOST_BYTES = 16 << 30
"""Bytes of the whole folder."""

_MOST_SMALL = 64 << 20
"""Bytes of each file that is not the model itself, where it is read."""

_MOST_TOKENS = 1_000_000
_PIECE = 1 << 20
_VERSIONS = range(1, 7)
"""Binary versions of `model.bin` (CTranslate2, `CURRENT_BINARY_VERSION`)."""

_KIND = b"TransformerSpec"
"""What the first string of `model.bin` says of a model that translates; Whisper's and generators' say another."""

_CUT = ("\u2581", "@@", "\uffed")
"""Marks of pieces of words: SentencePiece, subword-nmt, OpenNMT's tokenizer."""

_NAMED = {
    "be": ("bel_Cyrl", "__be__", ">>bel<<", ">>be<<"),
    "ru": ("rus_Cyrl", "__ru__", "ru_RU", ">>rus<<", ">>ru<<"),
    "lt": ("lit_Latn", "__lt__", "lt_LT", ">>lit<<", ">>lt<<"),
    "en": ("eng_Latn", "__en__", "en_XX", ">>eng<<", ">>en<<"),
}
"""How NLLB, M2M-100, mBART-50 and OPUS-MT write the working languages among their tokens."""


class RefusedFolderError(Exception):
    """The folder, or the model in it, cannot be used; the one argument is the reason's key (see `told`)."""


@dataclass
class Contents:
    """A folder as it was read: what is known of it, and the files that are to be loaded, by name."""

    digest: str = ""
    size: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    """The token of each working language that the source's vocabulary has a token for."""

    @property
    def source_pieces(self) -> str:
        """The file that says how the source is cut into pieces; empty where that is done at spaces."""
        return next((name for name in _SOURCE_PIECES if name in self.files), "")

    @property
    def target_pieces(self) -> str:
        """The file that says how the target's pieces are put together."""
        return _TARGET_PIECES if _TARGET_PIECES in self.files else self.source_pieces

    @property
    def only_targets(self) -> bool:
        """Whether a token names the language to translate into alone (OPUS-MT)."""
        return any(token.startswith(">>") for token in self.tokens.values())

    def facts(self) -> dict[str, Any]:
        """Return what the program is told; empty lists of languages are what the folder does not say."""
        languages = sorted(self.tokens)
        return {
            "digest": self.digest,
            "size": self.size,
            "pieces": bool(self.source_pieces),
            "sources": [] if self.only_targets else languages,
            "targets": languages,
            "ends": bool(self.config.get("add_source_eos")) or self.marian or bool(self.tokens),
        }

    @property
    def marian(self) -> bool:
        """Whether it is one of Marian's, by the two files of its pieces; these want an end mark on their source."""
        return {"source.spm", _TARGET_PIECES} <= self.files.keys()


def files_of(folder: Path) -> list[Path]:
    """Return the files that are looked at, in the order in which the digest takes them.

    Raises:
        RefusedFolderError: it is no folder, or has too many files or bytes, or names that cannot be told apart.
    """
    try:
        found = [path for path in folder.iterdir() if not path.name.startswith(".") and path.is_file()]
        size = sum(path.stat().st_size for path in found)
    except OSError:
        raise RefusedFolderError("folder") from None
    if len(found) > MOST_FILES or size > MOST_BYTES:
        raise RefusedFolderError("large")
    try:
        found.sort(key=lambda path: path.name.encode())
    except UnicodeEncodeError:
        raise RefusedFolderError("names") from None
    if any(set(path.name) & set("\\\n\r") for path in found):
        raise RefusedFolderError("names")
    return found


def read(paths: Iterable[Path], *, whole: bool, tell: Callable[[int], None]) -> Contents:
    """Read files and return what they are; the model's own bytes are kept where `whole`. `tell` hears of bytes.

    Raises:
        RefusedFolderError: what must be there is not, or does not fit.
    """
    contents, lines = Contents(), []
    for path in paths:
        keep = path.name in (CONFIG, *_VOCABULARIES, *_SOURCE_PIECES, _TARGET_PIECES) or (whole and path.name == MODEL)
        data, digest, size = _take(path, keep=keep, tell=tell)
        if keep:
            contents.files[path.name] = data
        contents.size += size
        lines.append(f"{digest}  {path.name}\n")
    contents.digest = hashlib.sha256("".join(lines).encode()).hexdigest()
    contents.config = _config(contents.files)
    contents.tokens = _languages(_vocabulary(contents.files, contents.source_pieces))
    return contents


def _take(path: Path, *, keep: bool, tell: Callable[[int], None]) -> tuple[bytes, str, int]:
    digest, kept, size = hashlib.sha256(), bytearray(), 0
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                if not size and path.name == MODEL:
                    _check_head(piece)
                size += len(piece)
                if keep and size > _MOST_SMALL and path.name != MODEL:
                    raise RefusedFolderError("large")
                digest.update(piece)
                if keep:
                    kept += piece
                tell(len(piece))
    except OSError:
        raise RefusedFolderError("folder") from None
    if path.name == MODEL and not size:
        raise RefusedFolderError("model")
    return bytes(kept), digest.hexdigest(), size


def _check_head(data: bytes) -> None:
    """Refuse what does not begin as `model.bin` does: its version, then what it is a model of."""
    try:
        version, length = struct.unpack_from("<IH", data)
    except struct.error:
        raise RefusedFolderError("model") from None
    kind = data[6 : 6 + length].rstrip(b"\0")
    if version not in _VERSIONS or not kind.isalnum():
        raise RefusedFolderError("model")
    if kind != _KIND:
        raise RefusedFolderError("kind")


def _config(files: dict[str, bytes]) -> dict[str, Any]:
    if CONFIG not in files:
        raise RefusedFolderError("config")
    try:
        config = json.loads(files[CONFIG])
    except (ValueError, RecursionError):
        raise RefusedFolderError("config") from None
    if not isinstance(config, dict):
        raise RefusedFolderError("config")
    return config


def _vocabulary(files: dict[str, bytes], pieces: str) -> frozenset[str]:
    """Return the tokens that a source may have; of a model that has two vocabularies both must be there."""
    read_in = {name.split("_")[0]: _tokens(name, files[name]) for name in _VOCABULARIES if name in files}
    if "shared" in read_in:
        tokens = read_in["shared"]
    elif {"source", "target"} <= read_in.keys():
        tokens = read_in["source"]
    else:
        raise RefusedFolderError("vocabulary")
    if not pieces and any(mark in token for token in tokens for mark in _CUT):
        raise RefusedFolderError("cut")
    return tokens


def _tokens(name: str, data: bytes) -> frozenset[str]:
    try:
        text = data.decode()
        tokens = json.loads(text) if name.endswith(".json") else text.splitlines()
    except (ValueError, RecursionError):
        raise RefusedFolderError("vocabulary") from None
    if not isinstance(tokens, list) or not 0 < len(tokens) <= _MOST_TOKENS:
        raise RefusedFolderError("vocabulary")
    if not all(isinstance(token, str) for token in tokens):
        raise RefusedFolderError("vocabulary")
    return frozenset(tokens)


def _languages(tokens: frozenset[str]) -> dict[str, str]:
    """Return the token of each working language; one alone is no choice, and so no model of many languages."""
    found = {tag: next((name for name in names if name in tokens), "") for tag, names in _NAMED.items()}
    named = {tag: token for tag, token in found.items() if token}
    return named if len(named) > 1 else {}
