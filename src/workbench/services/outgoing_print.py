"""An article on paper or in a PDF as it may leave the room: what a bundle of it alone would hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from workbench.domain.bundle import BundleChoice, BundlePassage, BundleQuote, BundleSource, BundleText
from workbench.domain.kinds import Level, TranslationState
from workbench.domain.languages import WORKING_LANGUAGES, public_tag
from workbench.domain.passages import MarkedPassage
from workbench.exporters.lookup import Lookup, name_in
from workbench.services.bundle_content import collect
from workbench.services.outgoing import read_outgoing
from workbench.store.queries.printout import (
    PrintedMention,
    PrintedPassage,
    PrintedQuote,
    Printout,
    read_printout,
)
from workbench.store.queries.sources import SourceDetail
from workbench.store.tables import TextVersion
from workbench.store.work import table_of


def outgoing_printout(
    connection: Connection, text_version_id: str, source_id: str, language: str, check: Callable[[], None]
) -> Printout | None:
    """Read a source in one of its texts as it may leave; None where it is gone or all of it stays.

    Of translations the final ones leave. An older text that no passage stands in stays while
    anything of the archive is hidden. For the worker; `check` is called between steps and may raise to stop.
    """
    whole = read_printout(connection, text_version_id, source_id, language, check)
    if whole is None:
        return None
    outgoing = read_outgoing(connection, Level.OPEN)
    if not outgoing.hides and not any(outgoing.levels.own.values()):
        told = replace(whole.source, language=public_tag(whole.source.language))
        return replace(whole, source=told, passages=tuple(_finished(passage) for passage in whole.passages))
    choice = BundleChoice(
        "",
        WORKING_LANGUAGES,
        source_ids=frozenset({source_id}),
        include_originals=False,
        include_notes=True,
    )
    lookup = Lookup(collect(connection, choice))
    check()
    source = lookup.sources.get(source_id)
    number = _number(connection, text_version_id)
    text = next((text for text in source.texts if text.number == number), None) if source is not None else None
    if source is None or text is None:
        return None
    return Printout(_told(whole, source, text), text.text, tuple(_passages(lookup, text, language)))


def _finished(passage: PrintedPassage) -> PrintedPassage:
    """Return a passage with the final translations of its quote only."""
    if passage.quote is None:
        return passage
    final = (each for each in passage.quote.translations if each[1] == TranslationState.FINAL.value)
    return replace(passage, quote=replace(passage.quote, translations=tuple(final)))


def _number(connection: Connection, text_version_id: str) -> int:
    version = table_of(TextVersion)
    return int(connection.execute(select(version.c.number).where(version.c.id == text_version_id)).scalar_one())


def _told(whole: Printout, source: BundleSource, text: BundleText) -> SourceDetail:
    """Return what is told of a source, as the bundle would."""
    return replace(
        whole.source,
        title=source.title,
        creator=source.creator,
        publisher=source.publisher,
        address=source.address,
        published=source.published,
        retrieved=source.retrieved,
        rights=source.rights,
        language=source.language,
        file_name=source.file_name,
        original_digest=source.original_digest,
        original_size=source.original_size,
        text_digest=text.digest,
        length=len(text.text.text),
    )


def _passages(lookup: Lookup, text: BundleText, language: str) -> Iterator[PrintedPassage]:
    """Yield the passages with anything to say, numbered from 1, their records named in a language."""
    number = 0
    for passage in lookup.passages_of.get(text.id, []):
        quote = next(iter(lookup.quotes_of.get(passage.id, [])), None)
        if not (passage.mentions or quote or passage.notes or passage.tags):
            continue
        number += 1
        records = tuple(mention.record_id for mention in passage.mentions)
        yield PrintedPassage(
            number,
            MarkedPassage(passage.id, passage.anchor.span, tuple(lookup.kinds(passage)), records),
            tuple(_mentions(lookup, passage, language)),
            _quote(lookup, quote, language) if quote is not None else None,
            passage.notes,
            passage.tags,
        )


def _mentions(lookup: Lookup, passage: BundlePassage, language: str) -> Iterator[PrintedMention]:
    for mention in passage.mentions:
        record = lookup.records[mention.record_id]
        yield PrintedMention(record.kind, _name(lookup, record.id, language), mention.role, mention.certainty)


def _quote(lookup: Lookup, quote: BundleQuote, language: str) -> PrintedQuote:
    speaker = _name(lookup, quote.speaker_id, language) if quote.speaker_id else ""
    translations = sorted(quote.translations, key=lambda each: each.language)
    return PrintedQuote(
        speaker, quote.manner, tuple((t.language, t.state.value, t.text, t.relay_language) for t in translations)
    )


def _name(lookup: Lookup, record_id: str, language: str) -> str:
    record = lookup.records.get(record_id)
    name = name_in(record, language) if record is not None else None
    return name.value if name is not None else ""
