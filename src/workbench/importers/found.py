"""What a reader makes of an original: its text, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.structure import StructuredText


@dataclass(frozen=True, slots=True)
class FoundProvenance:
    """What a file says of its own origin, for a person to correct; empty where it says nothing.

    `published` is EDTF, `language` a BCP 47 tag as declared, `address` an http(s) URL. Single
    lines of at most `limits.METADATA_POINTS` code points.
    """

    title: str = ""
    creator: str = ""
    publisher: str = ""
    address: str = ""
    published: str = ""
    language: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's view of one original.

    `reader` and `reader_version` together tell which text version this is: the same reader
    at the same version makes the same text of the same bytes. `warnings` are in the active
    language, and hold no content.
    """

    structured: StructuredText
    provenance: FoundProvenance
    media_type: str
    reader: str
    reader_version: str
    warnings: tuple[str, ...] = ()
