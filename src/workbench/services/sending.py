"""Sending quotes to a translator outside, who has no archive: only what is open, under pseudonyms, sealed.

What leaves is made of the content that a bundle of everything open would have (`bundle_content`), cut
down to the quotes that were chosen. Each carries a seal (`vault.seals`), by which it is known again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from workbench.domain.bundle import EVERY_STATE, BundleChoice, BundleContent, BundleQuote, Progress
from workbench.domain.errors import BundleError
from workbench.domain.exchange import ExchangeFormat, Sent
from workbench.domain.glossary import Entry
from workbench.domain.inputs import TermInput
from workbench.domain.kinds import TermStatus, TranslationState
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.exporters.errand import Errand, Near, translation_in, words_of
from workbench.exporters.lookup import Lookup
from workbench.exporters.sheets import write_docx, write_xlsx
from workbench.exporters.tmx import write_tmx
from workbench.exporters.xliff import write_xliff
from workbench.exporters.xliff12 import write_xliff12
from workbench.i18n import _, active
from workbench.languages.terms import TermForm, TermIndex
from workbench.services.bundle_content import collect_all
from workbench.services.glossary import leaving_entries
from workbench.services.outgoing import read_secret
from workbench.services.record_export import write_out
from workbench.store.archive import Archive
from workbench.store.queries.quotes import Need, list_quotes, need_of, targets_of
from workbench.vault.seals import Sealer

EVERYTHING_OPEN = BundleChoice("", WORKING_LANGUAGES, states=EVERY_STATE, include_originals=False)
"""What a sending is cut out of: it is work to go on with, so drafts are in it."""

_WRITERS: dict[ExchangeFormat, Callable[[Lookup, Errand], dict[str, bytes]]] = {
    ExchangeFormat.XLIFF: write_xliff,
    ExchangeFormat.XLIFF12: write_xliff12,
    ExchangeFormat.TMX: write_tmx,
    ExchangeFormat.DOCX: write_docx,
    ExchangeFormat.XLSX: write_xlsx,
}

_LIKE = 60
"""Per cent of likeness from which the translation of other words goes along."""

_MOST_LIKE = 3
"""Like translations that go along with a quote."""


@dataclass(frozen=True, slots=True)
class SendChoice:
    """Which quotes go, and in which languages they are wanted; empty `needs` and `quote_ids` mean all.

    `let_out` are the keys of doubts about hidden names that a person has decided to let out.
    """

    languages: tuple[str, ...]
    form: ExchangeFormat = ExchangeFormat.XLIFF
    needs: frozenset[Need] = frozenset()
    source_id: str | None = None
    quote_ids: frozenset[str] = frozenset()
    let_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The own ids of the quotes that are wanted, by language, and the words of each in the archive."""

    wanted: dict[str, list[str]]
    words: dict[str, str]


def preview_sending(archive: Archive, choice: SendChoice) -> Sent:
    """Say what a choice would send and what stays, without writing anything."""
    with archive.read() as connection:
        chosen = _choose(connection, choice)
        content, own = _content(connection, choice)
    return _told(chosen, Lookup(content), own, files=0)


def send(
    archive: Archive, choice: SendChoice, folder: Path, *, progress: Progress = lambda _done, _total: None
) -> Sent:
    """Write what a choice sends into a new folder; nothing is written to the archive.

    There is a file for each language, and for each language that quotes were published in; a TMX
    is one for all.

    Raises:
        BundleError: there is nothing to send, or the folder is taken or cannot be written to.
        CancelledError: `progress` raised it; nothing is left then.
    """
    with archive.read() as connection:
        chosen = _choose(connection, choice)
        content, own = _content(connection, choice)
        secret, entries = read_secret(connection), leaving_entries(connection)
    lookup = Lookup(content)
    told = _told(chosen, lookup, own, files=0)
    if not any(told.wanted.values()):
        raise BundleError(
            _("There is nothing to send in this choice."),
            kept=_("Nothing was written."),
            do=_("Choose other languages, or quotes that are open."),
        )
    sealer = Sealer(secret)
    going = [quote for quote in content.quotes if any(own[quote.id] in ids for ids in chosen.wanted.values())]
    seals = {quote.id: _seal(sealer, chosen, own[quote.id], words_of(lookup, quote)) for quote in going}
    errand = Errand(seals, terms=_terms(lookup, chosen, own, entries))
    if choice.form in (ExchangeFormat.XLIFF, ExchangeFormat.XLIFF12):
        errand = replace(errand, near=_near(lookup, chosen, own, progress))
    files: dict[str, bytes] = {}
    for part in _parts(content, chosen, own, choice):
        progress(0, 0)
        files |= {Path(name).name: data for name, data in _WRITERS[choice.form](Lookup(part), errand).items()}
    write_out(folder, files, replacing=False)
    return replace(told, files=len(files))


def _seal(sealer: Sealer, chosen: _Chosen, quote_id: str, sent: str) -> str:
    languages = sorted({base_language(tag) for tag, ids in chosen.wanted.items() if quote_id in ids})
    return sealer.seal(quote_id, chosen.words[quote_id], sent, languages)


def _choose(connection: Connection, choice: SendChoice) -> _Chosen:
    wanted: dict[str, list[str]] = {tag: [] for tag in choice.languages}
    words: dict[str, str] = {}
    for quote in list_quotes(connection, active().language, source_id=choice.source_id):
        if choice.quote_ids and quote.id not in choice.quote_ids:
            continue
        for target in targets_of(quote):
            if target in wanted and (not choice.needs or need_of(quote.translations.get(target)) in choice.needs):
                wanted[target].append(quote.id)
                words[quote.id] = quote.exact
    return _Chosen(wanted, words)


def _content(connection: Connection, choice: SendChoice) -> tuple[BundleContent, dict[str, str]]:
    """Return everything that may leave, and the own ids of its quotes by those that they leave under."""
    content, left_out = collect_all(connection, replace(EVERYTHING_OPEN, let_out=choice.let_out), look=True)
    return content, left_out.quotes


def _told(chosen: _Chosen, lookup: Lookup, own: dict[str, str], *, files: int) -> Sent:
    leaving = {own[quote.id]: quote for quote in lookup.content.quotes}
    wanted = {tag: sum(key in leaving for key in ids) for tag, ids in chosen.wanted.items()}
    going = chosen.words.keys() & leaving.keys()
    reworded = sum(words_of(lookup, leaving[key]) != chosen.words[key] for key in going)
    return Sent(wanted, files, len(going), len(chosen.words) - len(going), reworded)


def _parts(content: BundleContent, chosen: _Chosen, own: dict[str, str], choice: SendChoice) -> Iterator[BundleContent]:
    """Cut the content down to what is wanted: for each language by itself, for TMX all together."""
    if choice.form is ExchangeFormat.TMX:
        keys = chosen.words.keys()
        yield replace(content, languages=choice.languages, quotes=tuple(q for q in content.quotes if own[q.id] in keys))
        return
    for target, ids in chosen.wanted.items():
        wanted = set(ids)
        quotes = tuple(quote for quote in content.quotes if own[quote.id] in wanted)
        yield replace(content, languages=(target,), quotes=quotes)


def _near(
    lookup: Lookup, chosen: _Chosen, own: dict[str, str], progress: Progress
) -> dict[tuple[str, str], tuple[Near, ...]]:
    """Find, for each quote that goes, reviewed translations of words like its own; made of what may leave."""
    from rapidfuzz import fuzz, process

    found: dict[tuple[str, str], tuple[Near, ...]] = {}
    total, done = sum(map(len, chosen.wanted.values())), 0
    for target, ids in chosen.wanted.items():
        wanted, known = set(ids), _reviewed(lookup, target)
        for quote in lookup.content.quotes:
            if own[quote.id] not in wanted:
                continue
            done += 1
            progress(done, total)
            pool = [other for other in known.get(quote.published_language, ()) if other[0].id != quote.id]
            hits = process.extract(
                words_of(lookup, quote), [words for _quote, words, _text in pool], scorer=fuzz.ratio,
                score_cutoff=_LIKE, limit=_MOST_LIKE,
            )  # fmt: skip
            if hits:
                found[quote.id, target] = tuple(Near(words, pool[at][2], int(score)) for words, score, at in hits)
    return found


def _terms(
    lookup: Lookup, chosen: _Chosen, own: dict[str, str], entries: list[Entry]
) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Find the terms of the glossary that the quotes have, inflected too, each with the target's."""
    known = {entry.id: entry for entry in entries}
    indexes: dict[str, TermIndex] = {}
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for target, ids in chosen.wanted.items():
        wanted = set(ids)
        for quote in lookup.content.quotes if known else ():
            if own[quote.id] not in wanted:
                continue
            origin = base_language(quote.published_language)
            if origin not in indexes:
                forms = (TermForm(entry.id, term.value) for entry in entries for term in _usable(entry, origin))
                indexes[origin] = TermIndex(forms, origin)
            pairs = {
                (term.value, there[0].value): None
                for term in indexes[origin].find(words_of(lookup, quote))
                if (there := _usable(known[term.concept_id], target))
            }
            if pairs:
                found[quote.id, target] = tuple(pairs)
    return found


def _usable(entry: Entry, language: str) -> list[TermInput]:
    """Return the terms of an entry in a language that are not forbidden, the preferred ones first."""
    mine = [
        term for term in entry.terms if base_language(term.tag) == language and term.status is not TermStatus.FORBIDDEN
    ]
    return sorted(mine, key=lambda term: term.status is not TermStatus.PREFERRED)


def _reviewed(lookup: Lookup, target: str) -> dict[str, list[tuple[BundleQuote, str, str]]]:
    """Return quotes with words and translation, by the language of publication, where somebody has reviewed them."""
    found: dict[str, list[tuple[BundleQuote, str, str]]] = {}
    for quote in lookup.content.quotes:
        translation = translation_in(quote, target)
        if translation and not translation.stale and translation.state in _PROVED:
            words = words_of(lookup, quote)
            found.setdefault(quote.published_language, []).append((quote, words, translation.text))
    return found


_PROVED = (TranslationState.REVIEWED, TranslationState.FINAL)
