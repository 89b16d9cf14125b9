"""From bytes to characters: Unicode first, then what the letters tell, else a refusal.

Nothing is guessed quietly. A text is taken as what it is when it decodes without a fault;
with a warning and a count when a few places of it are damaged; else it is refused.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from workbench.domain.errors import ImportFileError
from workbench.i18n import _, ngettext
from workbench.importers import limits
from workbench.importers.charsets import guess_charset
from workbench.importers.files import Original
from workbench.importers.magic import refusal

REPLACEMENT = "\ufffd"
"""Stands where bytes could not be read (Unicode 3.9, U+FFFD substitution)."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks with what each announces; UTF-32 first, for its mark begins as that of UTF-16 does."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_UNREADABLE = re.compile("[\x01-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line feeds for line ends, and how it was read; `encoding` is Python's name."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def name_of(original: Original) -> str:
    """Name an original in a message: its file's name, or the clipboard."""
    return original.file_name or _("clipboard")


def is_text_encoding(name: str) -> bool:
    """Tell whether Python knows an encoding of texts by a name; some of its codecs pack bytes or scramble letters."""
    try:
        "".encode(name)
        b"".decode(name)
    except (LookupError, UnicodeError, TypeError):
        return False
    return True


def decode(original: Original, declared: str = "") -> Decoded:
    """Read an original as text; `declared` is the encoding that the file itself names, if any.

    A byte order mark outranks what is declared (WHATWG Encoding, 6 "decode"), and what is
    declared counts only where it fits. Line ends of every kind become line feeds; control
    characters and noncharacters, which no bundle format may carry (XML 1.0, 2.2), become
    U+FFFD and are counted in a warning.

    Raises:
        ImportFileError: it is another kind of file, binary, damaged beyond use, longer than
            `limits.TEXT_POINTS`, or in an encoding that cannot be told.
    """
    name = name_of(original)
    if line := refusal(original.data, name):
        raise ImportFileError(line)
    text, encoding = _characters(original.data, declared, name)
    if len(text) > limits.TEXT_POINTS:
        raise ImportFileError(
            _("“{name}” is too long: at most {n} characters can be imported.").format(name=name, n=limits.TEXT_POINTS)
        )
    return _tidied(text, encoding, name)


def _characters(data: bytes, declared: str, name: str) -> tuple[str, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _mostly(data[len(mark) :], encoding, name), encoding
    if b"\x00" in data:
        return _wide(data, name)
    for encoding in (declared, "utf-8"):
        if (text := strictly(data, encoding)) is not None:
            return text, encoding
    good, bad = _as_utf8(data)
    if good >= 20 * bad:
        return data.decode("utf-8", "replace"), "utf-8"
    if good * 2 > bad:
        raise _damaged(name)
    guess = guess_charset(data)
    return (data.decode(guess.encoding), guess.encoding) if guess else _other(data, name)


def strictly(data: bytes, encoding: str) -> str | None:
    """Decode what is of an encoding throughout; None for anything else, and where there is no such encoding."""
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeError, LookupError):
        return None


def _mostly(data: bytes, encoding: str, name: str) -> str:
    """Decode what a byte order mark announces; a few bad places are kept as U+FFFD."""
    text = data.decode(encoding, "replace")
    if text.count(REPLACEMENT) * 20 > len(text) + 20:
        raise _damaged(name)
    return text


def _as_utf8(data: bytes) -> tuple[int, int]:
    """Count characters above ASCII that are good UTF-8, and places that are not.

    Twenty to one is UTF-8 with some damage. Texts of one-byte sets have one to ten at most
    (CP 866); what lies between is UTF-8 broken throughout, or two encodings in one file.
    """
    text = data.decode("utf-8", "replace")
    bad = text.count(REPLACEMENT)
    return sum(c > "\x7f" for c in text) - bad, bad


def _wide(data: bytes, name: str) -> tuple[str, str]:
    """Read UTF-16 or UTF-32 without a mark: zero bytes occur in no other encoding of text."""
    best, best_share = ("", ""), 0.0
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = strictly(data, encoding)
        if text is None:
            continue
        share = _share_of_writing(text)
        if share > best_share:
            best, best_share = (text, encoding), share
    if best_share < 0.95:
        raise ImportFileError(_("“{name}” is not a text: it holds binary data.").format(name=name))
    return best


def _share_of_writing(text: str) -> float:
    """Return the share of characters that people of this region write: 0–1."""
    sample = text[:100_000]
    good = sum(
        c in "\t\n\r" or " " <= c <= "~" or "\u00a0" <= c <= "\u052f" or "\u2010" <= c <= "\u20bf" for c in sample
    )
    other = sum(c > "\u052f" and unicodedata.category(c) in ("Lo", "Po", "Ps", "Pe", "So", "Mn") for c in sample)
    marks = sum(c in " \n,.аоеaeiо" for c in sample)
    if not sample or (marks == 0 and len(sample) > 4):
        return 0.0
    return (good + 0.97 * other) / len(sample) if good + other <= len(sample) else good / len(sample)


def _other(data: bytes, name: str) -> tuple[str, str]:
    """Ask the general detector, for scripts that are not ours; its doubts are a refusal."""
    from charset_normalizer import from_bytes

    controls = sum(data[:100_000].count(byte) for byte in (*range(1, 9), *range(14, 26), *range(28, 32)))
    if controls * 100 > len(data[:100_000]):
        raise ImportFileError(_("“{name}” is not a text: it holds binary data.").format(name=name))
    found = from_bytes(data[:65_536], threshold=0.1).best()
    text = strictly(data, found.encoding) if found is not None and found.coherence >= 0.4 else None
    if found is None or text is None:
        raise _damaged(name)
    return text, found.encoding


def _damaged(name: str) -> ImportFileError:
    return ImportFileError(
        _("“{name}” is damaged, or its encoding cannot be recognised.").format(name=name),
        do=_("Save it as UTF-8 and try again."),
    )


def _tidied(text: str, encoding: str, name: str) -> Decoded:
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff").rstrip("\x1a"))
    if "\x00" in text:
        raise ImportFileError(_("“{name}” is not a text: it holds binary data.").format(name=name))
    warnings = []
    lost = text.count(REPLACEMENT)
    if lost:
        warnings.append(
            ngettext(
                "{n} place of the text could not be read; � stands there.",
                "{n} places of the text could not be read; � stands there.",
                lost,
            ).format(n=lost)
        )
    text, controls = _UNREADABLE.subn(REPLACEMENT, text)
    if controls * 100 > len(text) + 100:
        raise ImportFileError(_("“{name}” is not a text: it holds binary data.").format(name=name))
    if controls:
        warnings.append(
            ngettext(
                "{n} control character was replaced by �.", "{n} control characters were replaced by �.", controls
            ).format(n=controls)
        )
    return Decoded(text, encoding, tuple(warnings))
