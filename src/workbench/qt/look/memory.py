"""Files that exist only inside the process, for style sheets, which can name images only by path.

Qt's resource system takes compiled tables of names and contents; building one here lets the
icons be tinted with a theme's colours without a file on the disk.
"""

from __future__ import annotations

import struct

from PySide6 import QtCore

_FORMAT = 1
_DIRECTORY = 2
_ANY_TERRITORY, _C_LANGUAGE = 0, 1


def _name_hash(name: str) -> int:
    """Hash as Qt's resource tables are sorted (the PJW hash over UTF-16 units)."""
    value = 0
    for unit in name:
        value = ((value << 4) + ord(unit)) & 0xFFFFFFFF
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value


def resource_tables(folder: str, files: dict[str, bytes]) -> tuple[bytes, bytes, bytes]:
    """Return Qt's three tables (tree, names, contents) of one folder with flat ASCII file names."""
    names, contents, offsets = bytearray(), bytearray(), {}
    for name in (folder, *files):
        offsets[name] = len(names)
        names += struct.pack(">HI", len(name), _name_hash(name)) + name.encode("utf-16-be")
    tree = bytearray(struct.pack(">IHII", 0, _DIRECTORY, 1, 1))
    tree += struct.pack(">IHII", offsets[folder], _DIRECTORY, len(files), 2)
    for name in sorted(files, key=_name_hash):
        tree += struct.pack(">IHHHI", offsets[name], 0, _ANY_TERRITORY, _C_LANGUAGE, len(contents))
        contents += struct.pack(">I", len(files[name])) + files[name]
    return bytes(tree), bytes(names), bytes(contents)


_kept: dict[str, tuple[bytes, bytes, bytes]] = {}
"""Qt reads from these tables for as long as the process lives, so they are never let go."""


def publish(folder: str, files: dict[str, bytes]) -> str:
    """Make files readable as `:/folder/name` and return `:/folder`; a second call keeps the first."""
    if folder not in _kept:
        tables = resource_tables(folder, files)
        _kept[folder] = tables
        QtCore.qRegisterResourceData(_FORMAT, *tables)
    return f":/{folder}"
