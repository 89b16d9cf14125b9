"""What a check is given beside the two texts, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.domain.anchors import Span
from workbench.domain.kinds import MarkKind, RecordKind
from workbench.i18n import _


class Severity(StrEnum):
    """How much a finding weighs: an error changes what is said, a warning may, the last is how it is printed."""

    ERROR = "error"
    WARNING = "warning"
    STYLE = "style"


class Key(StrEnum):
    """What was checked; the value is stored where a finding is waived, so it never changes."""

    NUMBER = "number"
    PERCENT = "percent"
    CURRENCY = "currency"
    DATE = "date"
    TIME = "time"
    QUOTE_MARKS = "quote-marks"
    QUOTE_BALANCE = "quote-balance"
    FINAL_SIGN = "final-sign"
    ELLIPSIS = "ellipsis"
    BRACKETS = "brackets"
    NEGATION = "negation"
    SENTENCES = "sentences"
    LENGTH = "length"
    DOUBLED = "doubled-word"
    LANGUAGE = "language"
    LEFTOVER = "leftover"
    LETTERS = "letters"
    SPACES = "spaces"
    UNSEEN = "unseen"
    NAME = "name"
    FORBIDDEN = "forbidden-form"
    MARKS = "typed-marks"


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of the target, `start` to `end` in code points, to be replaced; put in where they are equal."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at.

    `source` and `target` are where it is seen, in code points of the two texts; either may be empty.
    `message` is a msgid with named places for `values`, so that it can be shown in whatever language
    the window has by then. `fix` are edits of the target that do not overlap, empty where only a
    person can tell what is right.
    """

    key: Key
    severity: Severity
    message: str
    values: Mapping[str, str] = field(default_factory=dict)
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    fix: tuple[Edit, ...] = ()

    def text(self) -> str:
        """Return the message in the active language."""
        return _(self.message).format(**self.values)


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A form that must not stand in the target, and why, in the words of whoever forbade it."""

    form: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name or term of the source, and how it may be written in the target's language.

    `forms` are its nominatives, the preferred first; `cases` are forms of other cases that the archive
    has stored. Cases are also recognised by their endings. `source` is where it stands in the source; where it is
    empty only the forbidden forms are looked for. `kind` is a record's; a term of the glossary has none.
    """

    forms: tuple[str, ...]
    source: tuple[Span, ...] = ()
    kind: RecordKind | None = None
    cases: tuple[str, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a quote beside its words; `said_marks` is what a person has called signs in it."""

    wanted: tuple[Wanted, ...] = ()
    said_marks: Mapping[Span, MarkKind] = field(default_factory=dict)


def corrected(text: str, edits: Iterable[Edit]) -> str:
    """Return a target with edits made; they must not overlap."""
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
