"""What leaves the room: the choice, and the content that the exporters write.

The content is plain data read from one archive state. It holds no clock: `as_of` is the
moment of the archive's last change, so that the same archive and choice give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.anchors import Anchor
from workbench.domain.kinds import Certainty, Level, Manner, NameKind, RecordKind, SubState, TranslationState
from workbench.domain.marks import Mark
from workbench.domain.properties import Property
from workbench.domain.structure import StructuredText

Progress = Callable[[int, int], None]
"""Called with (done, total) between steps; raises `CancelledError` when the person stops it."""


FINAL_ONLY = frozenset({TranslationState.FINAL})
EVERY_STATE = frozenset(TranslationState)
"""The states of the translations that leave, unless told otherwise, and when told so."""


@dataclass(frozen=True, slots=True)
class BundleChoice:
    """What to export. Empty id sets mean all of that kind; `states` limits translations.

    Final ones alone leave, unless told otherwise.

    Nothing leaves whose level is above `level`; `let_out` are the keys of doubts about hidden
    names (`services.outgoing.Doubt`) that a person has decided to let out.
    """

    title: str
    languages: tuple[str, ...]
    source_ids: frozenset[str] = frozenset()
    record_ids: frozenset[str] = frozenset()
    quote_ids: frozenset[str] = frozenset()
    states: frozenset[TranslationState] = FINAL_ONLY
    include_originals: bool = True
    include_notes: bool = False
    level: Level = Level.OPEN
    let_out: frozenset[str] = frozenset()

    @property
    def everything(self) -> bool:
        """True where nothing was chosen, so that all there is leaves."""
        return not (self.source_ids or self.record_ids or self.quote_ids)


@dataclass(frozen=True, slots=True)
class BundleProfile:
    """An author as named in a bundle: initials only, never the name."""

    id: str
    initials: str


@dataclass(frozen=True, slots=True)
class BundleCapture:
    """A source as it was received again later; `original` is None where originals stay in the room."""

    id: str
    retrieved: str
    media_type: str
    file_name: str
    original_digest: str
    original_size: int
    original: bytes | None
    stays: bool = False


@dataclass(frozen=True, slots=True)
class BundleText:
    """One text version of a source; `capture_id` is None where it was read from the source's first capture.

    A `redacted` one is a text of its own, with its own id and digest, in which other words stand
    where something was withheld.
    """

    id: str
    number: int
    digest: str
    reader: str
    text: StructuredText
    capture_id: str | None
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class BundleSource:
    """One source and its newest text version; `original` is None where originals stay in the room.

    Its own file is the first capture. `captures` are the later ones that a text here was read
    from; `earlier` the older texts that leaving passages stand in, the newest of them first.
    `redacted` tells of the newest text, `stays` whether the file may not leave at all, here and
    in a capture.
    """

    id: str
    title: str
    creator: str
    publisher: str
    address: str
    published: str
    retrieved: str
    language: str
    rights: str
    media_type: str
    file_name: str
    original_digest: str
    original_size: int
    original: bytes | None
    text_version_id: str
    text_digest: str
    reader: str
    text: StructuredText
    text_number: int = 1
    capture_id: str | None = None
    captures: tuple[BundleCapture, ...] = ()
    earlier: tuple[BundleText, ...] = ()
    redacted: bool = False
    stays: bool = False

    @property
    def texts(self) -> tuple[BundleText, ...]:
        """Every text version of the source that leaves, the newest first."""
        newest = BundleText(
            self.text_version_id,
            self.text_number,
            self.text_digest,
            self.reader,
            self.text,
            self.capture_id,
            self.redacted,
        )
        return newest, *self.earlier


@dataclass(frozen=True, slots=True)
class BundleName:
    """One form of a record's name; the parts are those of a person's name, empty where they are not told apart."""

    value: str
    tag: str
    kind: NameKind
    given: str = ""
    patronymic: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class BundleStatement:
    """One property value; `passage_ids` support it. A place's value is its record's id.

    `dated` is EDTF; `standing` a `Standing`, with the `reason` that a person gave for it.
    """

    property: str
    value: str
    language: str
    passage_ids: tuple[str, ...]
    certainty: str = Certainty.CERTAIN
    dated: str = ""
    standing: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BundleTie:
    """A participation (`other_id` takes part in this event) or relation (this record to `other_id`)."""

    other_id: str
    role: str
    passage_ids: tuple[str, ...]
    certainty: str = Certainty.CERTAIN
    dated: str = ""


@dataclass(frozen=True, slots=True)
class BundleRecord:
    """A record with everything known about it."""

    id: str
    kind: RecordKind
    names: tuple[BundleName, ...]
    statements: tuple[BundleStatement, ...]
    participants: tuple[BundleTie, ...]
    relations: tuple[BundleTie, ...]


@dataclass(frozen=True, slots=True)
class BundleMention:
    """A passage names a record."""

    record_id: str
    role: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class BundlePassage:
    """A passage with what is attached to it, except its quote.

    `text_version_id` is empty where it stands in the newest text of its source.
    """

    id: str
    source_id: str
    anchor: Anchor
    created: str
    mentions: tuple[BundleMention, ...]
    notes: tuple[str, ...]
    tags: tuple[str, ...]
    text_version_id: str = ""


@dataclass(frozen=True, slots=True)
class BundleTranslation:
    """One quote in one language; `stale` where what it was made from changed after it was written.

    `sub_state` is a `SubState`: what more there is to say of its state. `relay_language` is that of
    the translation that it was made from; empty where it was made from the words as published.
    `marks` are the signs in its words. `by_machine` where no person has changed what a machine
    proposed.
    """

    id: str
    language: str
    text: str
    state: TranslationState
    translator: BundleProfile | None
    reviewer: BundleProfile | None
    stale: bool
    sub_state: str = SubState.NONE.value
    relay_language: str = ""
    marks: tuple[Mark, ...] = ()
    by_machine: bool = False


@dataclass(frozen=True, slots=True)
class BundleQuote:
    """A quote; its words are its passage's exact text, `marks` the signs in these.

    `via_language` and `interpreter_id` stand between the words as spoken and as published.
    """

    id: str
    passage_id: str
    speaker_id: str | None
    published_language: str
    spoken_language: str
    manner: Manner
    translations: tuple[BundleTranslation, ...]
    via_language: str = ""
    interpreter_id: str | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class BundleContent:
    """Everything of one bundle, each tuple in reading order (sources, then position).

    `properties` are the archive's own ones that its statements have. `left_out` where something of
    the choice stays in the room, or stands there under other words.
    """

    archive_id: str
    title: str
    languages: tuple[str, ...]
    as_of: str
    log_digest: str
    sources: tuple[BundleSource, ...]
    passages: tuple[BundlePassage, ...]
    records: tuple[BundleRecord, ...]
    quotes: tuple[BundleQuote, ...]
    left_out: bool = False
    properties: tuple[Property, ...] = ()

    @property
    def unfinished(self) -> int:
        """How many of its translations are not final."""
        return sum(t.state is not TranslationState.FINAL for quote in self.quotes for t in quote.translations)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `verify` found: `kind` is damaged, missing, added or invalid; `path` in the bundle."""

    kind: str
    path: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` says of a bundle; it is whole where there are no findings.

    `digest` is the SHA-256 (hex) of `tagmanifest-sha256.txt`, which fixes every other byte: the
    one number that sender and receiver compare over another channel. Empty without that file.
    """

    files: int
    bytes: int
    findings: tuple[Finding, ...]
    digest: str = ""

    @property
    def whole(self) -> bool:
        """True where nothing is damaged, missing, added or invalid."""
        return not self.findings
