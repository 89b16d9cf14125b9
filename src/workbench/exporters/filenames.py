"""File names that Linux, macOS and Windows all take, and what a hostile one looks like."""

from __future__ import annotations

import re
import unicodedata

NAME_LIMIT = 80
"""Characters of a made file name: short enough for Windows' 260 with a deep folder before it."""

_EXTENSION_LIMIT = 10
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", "conin$", "conout$", "clock$", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)))
)
_JOINERS = frozenset("\u200c\u200d")


def safe_name(name: str, fallback: str = "file") -> str:
    """Return a portable file name near to `name`: ASCII letters, digits, `.`, `_` and `-` only.

    Accents are dropped, other scripts become `-`, the extension is kept, and a device name of
    Windows (`CON`, `NUL.txt`) is preceded by `_`. What has no usable character is `fallback`.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    cleaned = re.sub(r"\.{2,}", ".", re.sub(r"[^A-Za-z0-9._-]+", "-", plain)).rstrip("-._")
    stem, dot, extension = cleaned.rpartition(".")
    if not stem or not extension.isalnum() or len(extension) > _EXTENSION_LIMIT:
        stem, dot, extension = cleaned, "", ""
    stem = stem.strip("-._") or fallback
    if stem.split(".")[0].lower() in _RESERVED:
        stem = f"_{stem}"
    return stem[: NAME_LIMIT - len(dot + extension)].rstrip("-._") + dot + extension


def encode_path(path: str) -> str:
    """Write a path for a manifest: CR, LF and % as percent codes (RFC 8493, section 2.1.3)."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def decode_path(text: str) -> str:
    """Read a path of a manifest; only the three codes that `encode_path` writes are codes."""
    codes = {"%0A": "\n", "%0D": "\r", "%25": "%"}
    return re.sub(r"%(?:0A|0D|25)", lambda m: codes[m.group().upper()], text, flags=re.IGNORECASE)


def hostile_path(path: str) -> bool:
    """Tell whether a path could lead out of its folder, or be read differently by another system.

    Refused are absolute paths, drive letters and streams (`:`), backslashes, `~` at the start,
    control characters, and empty, `.` or `..` parts (RFC 8493, section 5.1).
    """
    if not path or path[0] in "/~" or any(c in '\\:*?"<>|' or ord(c) < 32 or ord(c) == 127 for c in path):
        return True
    parts = path.split("/")
    return any(
        part in {"", ".", ".."} or part[-1] in ". " or part.split(".")[0].rstrip().lower() in _RESERVED
        for part in parts
    )


def folded(path: str) -> str:
    """Return the form in which two paths are one file on macOS or Windows: NFC, without case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def visible(text: str, limit: int = 200) -> str:
    r"""Return a text that is safe on a terminal: control and direction characters as `\u202e`."""
    shown = "".join(_code(c) if unicodedata.category(c) in _UNSEEN and c not in _JOINERS else c for c in text[:limit])
    return shown if len(text) <= limit else f"{shown}…"


def _code(character: str) -> str:
    point = ord(character)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
