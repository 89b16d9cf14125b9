"""What the finder is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from workbench.domain.anchors import Span
from workbench.domain.kinds import NameKind, RecordKind


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a record's name, as the archive has it; `cases` are its stored forms in other cases.

    The parts are those of a person's name, empty where they are not told apart: the finder then
    proposes them itself.
    """

    record_id: str
    record_kind: RecordKind
    value: str
    tag: str
    kind: NameKind = NameKind.PREFERRED
    given: str = ""
    patronymic: str = ""
    family: str = ""
    cases: tuple[str, ...] = ()


class Quality(IntEnum):
    """How a word of a text is like a word of a name, the best highest."""

    NONE = 0
    OTHER_SPELLING = 1
    INFLECTED = 2
    EXACT = 3


class Why(StrEnum):
    """Why words are taken for a name, the best reason first."""

    EXACT = "exact"
    INFLECTED = "inflected"
    OTHER_SPELLING = "other spelling"
    """Another script, language or spelling of the name: Калеснікава, Колесниковой, Kalesnikavos."""

    INITIALS = "initials"
    SURNAME = "surname alone"
    SHORT = "without the surname"
    """The given name with the patronymic: Борис Николаевич."""

    GIVEN = "given name alone"
    """Only where every form of a name is wanted (`thorough`)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a text names a record.

    `span` is in code points of the text. `record_ids` are those that it may be, the likeliest
    first: one where nothing else fits or a full name nearby tells. `form` is the name's value as
    the archive has it, of the first of them. `confidence` is in per cent.
    """

    span: Span
    record_ids: tuple[str, ...]
    form: str
    why: Why
    confidence: int
