"""Finding one's way in a bundle's content: rows by id, and a record's name in a language."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from workbench.domain.bundle import (
    BundleCapture,
    BundleContent,
    BundleName,
    BundlePassage,
    BundleQuote,
    BundleRecord,
    BundleSource,
    BundleStatement,
    BundleText,
    BundleTie,
)
from workbench.domain.kinds import Certainty, PassageKind
from workbench.domain.languages import base_language
from workbench.domain.marks import Mark
from workbench.domain.names import display_name
from workbench.domain.properties import Property, find_property
from workbench.domain.text import clean_for_terminal
from workbench.i18n import INTERFACE_LANGUAGES


@dataclass(frozen=True, slots=True)
class Support:
    """What a passage supports: a statement of a record (`property`), or its tie to another one."""

    record_id: str
    property: str = ""
    role: str = ""
    other_id: str = ""


class Lookup:
    """A bundle's content with indexes; every writer takes one, so that they are made once."""

    def __init__(self, content: BundleContent) -> None:
        self.content = content
        self.sources: dict[str, BundleSource] = {s.id: s for s in content.sources}
        self.texts: dict[str, BundleText] = {text.id: text for s in content.sources for text in s.texts}
        self.passages: dict[str, BundlePassage] = {p.id: p for p in content.passages}
        self.records: dict[str, BundleRecord] = {r.id: r for r in content.records}
        self.properties: dict[str, Property] = {about.key: about for about in content.properties}

    def property(self, key: str) -> Property:
        """Return one of the program's or the archive's properties; one that neither knows is shown by its key."""
        return find_property(self.properties, key)

    @cached_property
    def quotes_of(self) -> dict[str, list[BundleQuote]]:
        """Quotes by the passage that holds their words."""
        found: dict[str, list[BundleQuote]] = {}
        for quote in self.content.quotes:
            found.setdefault(quote.passage_id, []).append(quote)
        return found

    @cached_property
    def passages_of(self) -> dict[str, list[BundlePassage]]:
        """Passages by the text version that they stand in, in reading order."""
        found: dict[str, list[BundlePassage]] = {}
        for passage in self.content.passages:
            found.setdefault(self.text_of(passage).id, []).append(passage)
        for passages in found.values():
            passages.sort(key=lambda p: (p.anchor.span.start, -p.anchor.span.end, p.id))
        return found

    @cached_property
    def mentions_of(self) -> dict[str, list[BundlePassage]]:
        """Passages by the record that they name, each once."""
        found: dict[str, list[BundlePassage]] = {}
        for passage in self.content.passages:
            for record_id in dict.fromkeys(m.record_id for m in passage.mentions):
                found.setdefault(record_id, []).append(passage)
        return found

    @cached_property
    def quotes_by(self) -> dict[str, list[BundleQuote]]:
        """Quotes by the record whose words they are."""
        found: dict[str, list[BundleQuote]] = {}
        for quote in self.content.quotes:
            found.setdefault(quote.speaker_id or "", []).append(quote)
        return found

    @cached_property
    def events_of(self) -> dict[str, list[tuple[BundleRecord, BundleTie]]]:
        """Participations by the record that takes part, with the event."""
        found: dict[str, list[tuple[BundleRecord, BundleTie]]] = {}
        for event in self.content.records:
            for tie in event.participants:
                found.setdefault(tie.other_id, []).append((event, tie))
        return found

    @cached_property
    def relations_of(self) -> dict[str, list[tuple[BundleRecord, BundleTie]]]:
        """Relations by either of their records, with the one whose role the relation tells."""
        found: dict[str, list[tuple[BundleRecord, BundleTie]]] = {}
        for record in self.content.records:
            for tie in record.relations:
                for end in dict.fromkeys((record.id, tie.other_id)):
                    found.setdefault(end, []).append((record, tie))
        return found

    @cached_property
    def supported_by(self) -> dict[str, list[Support]]:
        """What each passage supports, each once."""
        found: dict[str, dict[Support, None]] = {}
        for record in self.content.records:
            facts = [(Support(record.id, property=s.property), s.passage_ids) for s in record.statements]
            ties = (*record.participants, *record.relations)
            facts += [(Support(record.id, role=t.role, other_id=t.other_id), t.passage_ids) for t in ties]
            for support, passage_ids in facts:
                for passage_id in passage_ids:
                    found.setdefault(passage_id, {})[support] = None
        return {passage_id: list(supports) for passage_id, supports in found.items()}

    @cached_property
    def page_languages(self) -> tuple[str, ...]:
        """The chosen languages that the program's own words exist in; English where none is."""
        bases = dict.fromkeys(base_language(tag) for tag in self.content.languages)
        return tuple(tag for tag in bases if tag in INTERFACE_LANGUAGES) or ("en",)

    def source_of(self, passage: BundlePassage) -> BundleSource:
        """Return the source that a passage lies in."""
        return self.sources[passage.source_id]

    def text_of(self, passage: BundlePassage) -> BundleText:
        """Return the text version that a passage stands in."""
        return self.texts[passage.text_version_id or self.sources[passage.source_id].text_version_id]

    def received(self, text: BundleText, source: BundleSource) -> BundleSource | BundleCapture:
        """Return what a text was read from: the source's own file, or that of a later capture."""
        return next((capture for capture in source.captures if capture.id == text.capture_id), source)

    def kinds(self, passage: BundlePassage) -> list[PassageKind]:
        """Return what is attached to a passage, in the order of `PassageKind`, each once."""
        found = {PassageKind(self.records[m.record_id].kind) for m in passage.mentions if m.record_id in self.records}
        if passage.id in self.quotes_of:
            found.add(PassageKind.QUOTE)
        if passage.notes or passage.tags:
            found.add(PassageKind.NOTE)
        return [kind for kind in PassageKind if kind in found]


def name_in(record: BundleRecord, language: str) -> BundleName | None:
    """Return the name that the window would show in a language, with its own tag; None without names."""
    value = display_name(record.names, language)
    fitting = [name for name in record.names if name.value == value]
    # The same letters may stand under several tags ("Vilnius"): the reader's own comes first.
    return min(fitting, key=lambda name: base_language(name.tag) != base_language(language), default=None)


def called(lookup: Lookup, record_id: str | None, language: str) -> str:
    """Return what a record is called in a language; empty where there is none."""
    record = lookup.records.get(record_id or "")
    name = name_in(record, language) if record else None
    return name.value if name else ""


def remarks(said: BundleStatement | BundleTie) -> list[str]:
    """Return in English what is to be known of something said, for formats that have words only for that.

    That it is not certain, when it held (EDTF), and how it was weighed and why.
    """
    found = [said.certainty] if said.certainty != Certainty.CERTAIN else []
    found += [f"dated {said.dated}"] if said.dated else []
    if isinstance(said, BundleStatement) and said.standing:
        found.append(f"{said.standing}: {said.reason}" if said.reason else said.standing)
    return found


def marks_json(marks: tuple[Mark, ...]) -> list[dict[str, Any]]:
    """Return the signs in some words for JSON, at their ranges in code points of these words."""
    return [{"start": mark.span.start, "end": mark.span.end, "kind": mark.kind.value} for mark in marks]


def moment_of(content: BundleContent) -> datetime:
    """Return `as_of` as a moment in UTC; one without a zone is taken as UTC."""
    moment = datetime.fromisoformat(content.as_of)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def derived_id(content: BundleContent, purpose: str) -> str:
    """Return a UUIDv5 (RFC 9562, 5.5) that depends on the archive and `purpose` and nothing else."""
    return str(uuid.uuid5(uuid.UUID(content.archive_id), purpose))


def one_line(value: str) -> str:
    """Fold a text to one line without control and direction characters: for a header or a label."""
    return " ".join(clean_for_terminal(value).split())


def text_path(text_version_id: str) -> str:
    """Return where a text version lies, below `data/`."""
    return f"texts/{text_version_id}.txt"
