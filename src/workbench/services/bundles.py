"""Choosing what leaves the room, looking at it first, and writing the bundle."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.domain.bundle import BundleChoice, BundleContent, BundleQuote, BundleSource, Progress
from workbench.domain.errors import BundleError
from workbench.domain.kinds import Level, RecordKind, TranslationState
from workbench.domain.languages import base_language
from workbench.domain.names import display_name
from workbench.domain.sensitivity import may_leave
from workbench.exporters.bag import BundleReport, write_bundle
from workbench.i18n import _
from workbench.services.bundle_content import collect, collect_all
from workbench.services.left_out import NOTHING_LEFT_OUT, LeftOut
from workbench.store.archive import Archive, Outcome
from workbench.store.queries.levels import read_levels
from workbench.store.queries.sources import list_sources
from workbench.store.tables import Export
from workbench.store.work import Act, Work


@dataclass(frozen=True, slots=True)
class PersonLeaving:
    """A person whose name would leave, with how many passages name them and how many quotes are theirs.

    Of a protected person `name` is the pseudonym, and `instead_of` the name that stays in the room.
    """

    id: str
    name: str
    passages: int
    quotes: int
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class BundlePreview:
    """What would leave: counts, and for each language how many translations in which state.

    `missing` counts, by language, the quotes that would leave without a translation; `stale` the
    translations of quotes whose words changed after them. `characters` are the code points of the
    whole texts that leave, `originals_bytes` is 0 where the originals stay.
    """

    sources: int
    characters: int
    passages: int
    records: dict[str, int]
    quotes: int
    notes: int
    tags: int
    translations: dict[str, dict[TranslationState, int]]
    missing: dict[str, int]
    stale: dict[str, int]
    originals_bytes: int
    persons: tuple[PersonLeaving, ...]
    left_out: LeftOut = NOTHING_LEFT_OUT

    def in_state(self, state: TranslationState) -> int:
        """Return how many translations into all languages have a state."""
        return sum(states.get(state, 0) for states in self.translations.values())


def preview(content: BundleContent, language: str = "en", *, originals: bool = True) -> BundlePreview:
    """Count what a bundle with this content would carry out of the room; persons named in a language.

    `originals` says whether the original files go too, whether or not the content holds them.
    """
    translations, missing, stale = _count_translations(content)
    return BundlePreview(
        sources=len(content.sources),
        characters=sum(len(text.text.text) for source in content.sources for text in source.texts),
        passages=len(content.passages),
        records=dict(Counter(record.kind.value for record in content.records)),
        quotes=len(content.quotes),
        notes=sum(len(passage.notes) for passage in content.passages),
        tags=sum(len(passage.tags) for passage in content.passages),
        translations=translations,
        missing=missing,
        stale=stale,
        originals_bytes=sum(_received(source) for source in content.sources) if originals else 0,
        persons=_persons(content, language),
    )


def _received(source: BundleSource) -> int:
    """Return the bytes of a source as it was received, each time."""
    own = 0 if source.stays else source.original_size
    return own + sum(capture.original_size for capture in source.captures if not capture.stays)


def _wanted(quote: BundleQuote, content: BundleContent) -> list[str]:
    """Return the languages of the bundle that a quote is translated into: all but its own."""
    return [tag for tag in content.languages if tag != base_language(quote.published_language)]


def _count_translations(
    content: BundleContent,
) -> tuple[dict[str, dict[TranslationState, int]], dict[str, int], dict[str, int]]:
    translations: dict[str, dict[TranslationState, int]] = {}
    missing: Counter[str] = Counter()
    stale: Counter[str] = Counter()
    for quote in content.quotes:
        there = {translation.language: translation for translation in quote.translations}
        for language in _wanted(quote, content):
            if language not in there:
                missing[language] += 1
                continue
            states = translations.setdefault(language, {})
            states[there[language].state] = states.get(there[language].state, 0) + 1
            if there[language].stale:
                stale[language] += 1
    return translations, dict(missing), dict(stale)


def _persons(content: BundleContent, language: str) -> tuple[PersonLeaving, ...]:
    named = Counter(record_id for p in content.passages for record_id in {m.record_id for m in p.mentions})
    spoken = Counter(quote.speaker_id for quote in content.quotes)
    found = [
        PersonLeaving(record.id, display_name(record.names, language), named[record.id], spoken[record.id])
        for record in content.records
        if record.kind is RecordKind.PERSON
    ]
    return tuple(sorted(found, key=lambda person: (person.name.casefold(), person.id)))


def preview_bundle(archive: Archive, choice: BundleChoice, language: str = "en") -> BundlePreview:
    """Say what a choice would carry out of the room, without writing anything."""
    with archive.read() as connection:
        content, left_out = collect_all(connection, choice, look=True)
    found = preview(content, language, originals=choice.include_originals)
    own = {record_id: name for record_id, name, _pseudonym in left_out.persons}
    ids = left_out.ids
    persons = tuple(
        replace(person, id=ids[person.id], instead_of=own[ids[person.id]]) if person.id in ids else person
        for person in found.persons
    )
    return replace(found, persons=persons, left_out=left_out)


def export_bundle(
    archive: Archive,
    choice: BundleChoice,
    folder: Path,
    *,
    author_id: str | None,
    initiator: object | None = None,
    progress: Progress | None = None,
) -> Outcome[BundleReport]:
    """Write a bundle into a new folder, and log that it left.

    Raises:
        BundleError: there is nothing to export, or the folder is taken or cannot be written to.
    """
    with archive.read() as connection:
        content = collect(connection, choice)
    if not content.sources:
        raise BundleError(
            _("There is nothing to export in this choice."), do=_("Choose sources, records or quotes first.")
        )
    if archive.read_only:
        return Outcome(write_bundle(content, folder, progress=progress), None)
    with archive.activity("export_bundle"):
        report = write_bundle(content, folder, progress=progress)
    return archive.perform(_note_export(content, report), author_id=author_id, initiator=initiator)


def usual_title(archive: Archive) -> str:
    """Return a title made of the open sources of the archive, so that it is the same wherever the file lies."""
    with archive.read() as connection:
        levels = read_levels(connection)
        found = [row for row in list_sources(connection) if may_leave(levels.source(row.id), Level.OPEN)]
    titles = [row.title for row in found if row.title]
    return "" if not titles else titles[0] if len(titles) == 1 else f"{titles[0]} (+{len(titles) - 1})"


def _note_export(content: BundleContent, report: BundleReport) -> Act[BundleReport]:
    def run(work: Work) -> BundleReport:
        work.insert(
            Export,
            title=content.title,
            languages=",".join(content.languages),
            quotes=len(content.quotes),
            files=report.files,
            manifest_digest=report.manifest_digest,
        )
        return report

    return Act("export_bundle", run, content.title)
