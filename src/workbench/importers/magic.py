"""What a file is by its first bytes, for the sake of a clear refusal."""

from __future__ import annotations

from workbench.i18n import N_, _

_PICTURE = N_("“{name}” is a picture, not a text.")
_SOUND = N_("“{name}” is a recording, not a text.")
_OFFICE = N_("“{name}” is an office document or a packed folder, not a text or a web page.")
_PDF = N_("“{name}” is a PDF document, not a text or a web page.")
_PROGRAM = N_("“{name}” is a program, not a text.")
_DATA = N_("“{name}” is a data file, not a text.")
_ENCRYPTED = N_("“{name}” is encrypted.")

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\x00\x00\x01\x00", _PICTURE),
    (b"8BPS", _PICTURE),
    (b"%PDF-", _PDF),
    (b"PK\x03\x04", _OFFICE),
    (b"PK\x05\x06", _OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"{\\rtf", _OFFICE),
    (b"\x1f\x8b", _OFFICE),
    (b"BZh", _OFFICE),
    (b"7z\xbc\xaf\x27\x1c", _OFFICE),
    (b"\xfd7zXZ\x00", _OFFICE),
    (b"\x28\xb5\x2f\xfd", _OFFICE),
    (b"Rar!\x1a\x07", _OFFICE),
    (b"bplist00", _DATA),
    (b"SQLite format 3\x00", _DATA),
    (b"wOFF", _DATA),
    (b"wOF2", _DATA),
    (b"\x00\x01\x00\x00\x00", _DATA),
    (b"OTTO\x00", _DATA),
    (b"ID3\x02", _SOUND),
    (b"ID3\x03", _SOUND),
    (b"ID3\x04", _SOUND),
    (b"OggS\x00", _SOUND),
    (b"fLaC", _SOUND),
    (b"\x1aE\xdf\xa3", _SOUND),
    (b"\x7fELF", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"age-encryption.org/", _ENCRYPTED),
    (b"-----BEGIN AGE ENCRYPTED FILE-----", _ENCRYPTED),
    (b"-----BEGIN PGP MESSAGE-----", _ENCRYPTED),
)


def refusal(data: bytes, name: str) -> str:
    """Return one line that says what the file is instead of a text, or nothing where it may be one.

    The signatures are those that the formats' specifications give; a signature of letters
    alone (`BM`, `MZ`, `RIFF`) counts only together with what the format says must follow.
    """
    for start, message in _STARTS:
        if data.startswith(start):
            return _(message).format(name=name)
    message = _by_structure(data)
    return _(message).format(name=name) if message else ""


def _by_structure(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return _PICTURE if data[8:12] == b"WEBP" else _SOUND
    if data[4:8] == b"ftyp" and data[:3] == b"\x00\x00\x00":
        return _PICTURE if data[8:12] in {b"heic", b"heix", b"mif1", b"avif"} else _SOUND
    if data[:2] == b"BM" and data[6:10] == b"\x00\x00\x00\x00":
        return _PICTURE
    if data[:2] == b"MZ" and b"\x00" in data[:64]:
        return _PROGRAM
    return ""
