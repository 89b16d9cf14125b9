"""What goes to a translator outside, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ExchangeFormat(StrEnum):
    """What quotes can be sent to a translator as; the value is the word on the command line."""

    XLIFF = "xliff"
    """XLIFF 2.1."""

    XLIFF12 = "xliff-1.2"
    TMX = "tmx"
    DOCX = "docx"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent, or would be: translations asked for, by language, and files written.

    Of the quotes chosen, `stay` are not open and stay in the room; `reworded` leave with other
    words where a hidden name stood.
    """

    wanted: dict[str, int]
    files: int
    quotes: int
    stay: int
    reworded: int
