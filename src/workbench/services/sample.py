"""The sample: an article that ships with the program, and the work done on it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.domain.anchors import Span, find_quote
from workbench.domain.errors import ImportFileError
from workbench.domain.inputs import (
    MentionInput,
    NameInput,
    NoteInput,
    ProfileInput,
    Provenance,
    QuoteInput,
    RecordInput,
    StatementInput,
    TagInput,
    TranslationInput,
    checked,
)
from workbench.domain.kinds import TranslationState
from workbench.i18n import _
from workbench.material import resources_folder
from workbench.services import claims, passages, profiles, quotes, records, sources
from workbench.store.archive import Archive
from workbench.store.tables import TextVersion
from workbench.store.work import Act, Work

_STATES = list(TranslationState)


def sample_folder() -> Path:
    """Return the folder with the sample's article and reference work."""
    return resources_folder() / "sample"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Where the sample stands in the archive."""

    source_id: str
    text_version_id: str


def first_profile() -> ProfileInput:
    """Return the first of the sample's two archivists."""
    return ProfileInput(**_reference()["profiles"][0])


def _reference() -> dict[str, Any]:
    return dict(json.loads((sample_folder() / "reference.json").read_text(encoding="utf-8")))


def load_sample(archive: Archive, author_id: str) -> Loaded:
    """Import the sample's article and do its reference work, as its two archivists would.

    `author_id` stands for the first of them. Each of the two writes their own translations and
    reviews the other's, so every state in the archive came about by the rules.
    """
    with archive.activity("load_sample"):
        return _load(archive, author_id)


def _load(archive: Archive, author_id: str) -> Loaded:
    reference = _reference()
    article = sample_folder() / reference["source"]["file"]
    read = sources.read_file(article)
    provenance = checked(Provenance, **reference["source"]["provenance"])
    incoming = sources.Incoming(read.original, read.reading, provenance)
    imported = archive.perform(sources.import_source(incoming), author_id=author_id).value
    people = {reference["profiles"][0]["initials"]: author_id}
    for given in reference["profiles"][1:]:
        act = profiles.add_profile(ProfileInput(**given))
        people[given["initials"]] = archive.perform(act, author_id=author_id).value
    work = _ReferenceWork(reference, imported.text_version_id)
    archive.perform(Act("load_sample", work.annotate), author_id=author_id)
    for initials, profile_id in people.items():
        archive.perform(Act("load_sample", lambda unit, who=initials: work.translate(unit, who)), author_id=profile_id)  # type: ignore[misc]
    for initials, profile_id in people.items():
        archive.perform(Act("load_sample", lambda unit, who=initials: work.review(unit, who)), author_id=profile_id)  # type: ignore[misc]
    return Loaded(imported.source_id, imported.text_version_id)


class _ReferenceWork:
    """The reference work on one text version; remembers which row each key became."""

    def __init__(self, reference: dict[str, Any], text_version_id: str) -> None:
        self._reference = reference
        self._version = text_version_id
        self._records: dict[str, str] = {}
        self._quotes: list[str] = []
        self._translations: dict[tuple[int, str], str] = {}

    def _span(self, work: Work, place: dict[str, Any]) -> Span:
        text: str = work.text(work.get(TextVersion, self._version).digest)
        found = find_quote(text, place["exact"])
        nth = int(place.get("nth", 1))
        if len(found) < nth or (len(found) > 1 and "nth" not in place):
            raise ImportFileError(_("The sample’s reference work does not fit its article."))
        return found[nth - 1]

    def _passages(self, work: Work, places: list[dict[str, Any]]) -> tuple[str, ...]:
        return tuple(passages.passage_at(work, self._version, self._span(work, place)).id for place in places)

    def annotate(self, work: Work) -> None:
        """Make the records with everything known about them, the mentions, notes, tags and quotes."""
        for given in self._reference["records"]:
            names = tuple(NameInput(**name) for name in given["names"])
            act = records.create_record(RecordInput(kind=given["kind"], names=names))
            self._records[given["key"]] = act.run(work)
        for given in self._reference["records"]:
            for statement in given["statements"]:
                self._state(work, self._records[given["key"]], statement)
        self._tie(work)
        for given in self._reference["mentions"]:
            mention = MentionInput(role=given["role"], certainty=given["certainty"])
            span = self._span(work, given["passage"])
            records.link_passage(self._version, span, self._records[given["record"]], mention).run(work)
        for given in self._reference["notes"]:
            passages.add_note(self._version, self._span(work, given["passage"]), NoteInput(body=given["body"])).run(
                work
            )
        for given in self._reference["tags"]:
            label = TagInput(label=given["label"])
            passages.add_tag(self._version, self._span(work, given["passage"]), label).run(work)
        for given in self._reference["quotes"]:
            self._quotes.append(self._quote(work, given))

    def _state(self, work: Work, record_id: str, given: dict[str, Any]) -> None:
        value = self._records.get(given["value"], given["value"]) if given["property"] == "place" else given["value"]
        statement = checked(StatementInput, property=given["property"], value=value, language=given["language"])
        claims.add_statement(record_id, statement, self._passages(work, given["evidence"])).run(work)

    def _tie(self, work: Work) -> None:
        for given in self._reference["participations"]:
            ends = self._records[given["event"]], self._records[given["record"]]
            claims.add_participation(*ends, given["role"], self._passages(work, given["evidence"])).run(work)
        for given in self._reference["relations"]:
            ends = self._records[given["from"]], self._records[given["to"]]
            claims.add_relation(*ends, given["kind"], self._passages(work, given["evidence"])).run(work)

    def _quote(self, work: Work, given: dict[str, Any]) -> str:
        facts = checked(
            QuoteInput,
            speaker_id=self._records.get(given["speaker"] or ""),
            published_language=given["published_language"],
            spoken_language=given["spoken_language"] or "",
            manner=given["manner"],
        )
        return quotes.mark_quote(self._version, self._span(work, given["passage"]), facts).run(work).quote_id

    def _mine(self, role: str, initials: str) -> list[tuple[int, dict[str, Any]]]:
        return [
            (number, translation)
            for number, quote in enumerate(self._reference["quotes"])
            for translation in quote["translations"]
            if translation[role] == initials
        ]

    def translate(self, work: Work, initials: str) -> None:
        """Write one archivist's translations, and hand over those that are past the draft."""
        for number, given in self._mine("translator", initials):
            words = TranslationInput(language=given["language"], text=given["text"])
            row_id = quotes.write_translation(self._quotes[number], words).run(work)
            self._translations[number, given["language"]] = row_id
            if given["state"] != TranslationState.INITIAL:
                quotes.move_translation(row_id, TranslationState.TRANSLATED).run(work)

    def review(self, work: Work, initials: str) -> None:
        """Review the other archivist's translations as far as they have come."""
        for number, given in self._mine("reviewer", initials):
            row_id = self._translations[number, given["language"]]
            for state in _STATES[2 : _STATES.index(TranslationState(given["state"])) + 1]:
                quotes.move_translation(row_id, state).run(work)
