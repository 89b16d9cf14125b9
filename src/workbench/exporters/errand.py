"""What goes to a translator beside the words: seals, like translations, names, context, who said it and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbench.domain.bundle import BundleQuote, BundleTranslation
from workbench.domain.languages import base_language
from workbench.domain.marks import MARK_WORDS, Mark
from workbench.exporters.lookup import Lookup, called, name_in

AROUND = 160
"""Code points of the text before and after a quote that go with it."""


@dataclass(frozen=True, slots=True)
class Near:
    """A translation of words like those of a quote; `score` is their likeness in per cent."""

    source: str
    target: str
    score: int


@dataclass(frozen=True, slots=True)
class Errand:
    """What is made for one sending: seals by quote id, and by quote id and target language what helps.

    That is like translations, and terms of the glossary that the quote has, with the target's.
    """

    seals: Mapping[str, str] = field(default_factory=dict)
    near: Mapping[tuple[str, str], tuple[Near, ...]] = field(default_factory=dict)
    terms: Mapping[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)


NO_ERRAND = Errand()
"""For what does not come back, as in a bundle."""


def translation_in(quote: BundleQuote, target: str) -> BundleTranslation | None:
    """Return the translation into a language, where it has words."""
    return next((each for each in quote.translations if each.language == target and each.text), None)


def is_wanted(quote: BundleQuote, target: str) -> bool:
    """Tell whether a quote is to be in a language: it was published in another one, or is translated already."""
    return base_language(quote.published_language) != base_language(target) or any(
        each.language == target for each in quote.translations
    )


def words_of(lookup: Lookup, quote: BundleQuote) -> str:
    """Return a quote's words as they leave."""
    return lookup.passages[quote.passage_id].anchor.exact


def context_of(lookup: Lookup, quote: BundleQuote) -> tuple[str, str]:
    """Return the text before and after a quote."""
    passage = lookup.passages[quote.passage_id]
    text, span = lookup.text_of(passage).text.text, passage.anchor.span
    return text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]


def speaker_of(lookup: Lookup, quote: BundleQuote, language: str) -> str:
    """Return who says a quote, named in a language; empty where that is not known."""
    return called(lookup, quote.speaker_id, language)


def between_of(lookup: Lookup, quote: BundleQuote, language: str) -> tuple[tuple[str, str], ...]:
    """Return what stands between the words as spoken and as published as (category, text); empty where unknown."""
    return (
        ("via-language", quote.via_language),
        ("interpreter", called(lookup, quote.interpreter_id, language)),
    )


def voice_of(quote: BundleQuote, translation: BundleTranslation | None) -> Iterator[tuple[str, str]]:
    """Yield as (category, text) the signs in a quote, what its translation was made from, and the signs in that."""
    yield "signs", _signs(quote.marks)
    if translation is not None:
        yield "relay", translation.relay_language
        yield "target-signs", _signs(translation.marks)


def _signs(marks: tuple[Mark, ...]) -> str:
    return "; ".join(f"{mark.words} = {MARK_WORDS[mark.kind]}" for mark in marks)


def provenance_of(lookup: Lookup, quote: BundleQuote) -> str:
    """Return in one line where a quote stands: title, publisher, date."""
    source = lookup.source_of(lookup.passages[quote.passage_id])
    return " · ".join(part for part in (source.title, source.publisher, source.published) if part)


def names_beside(lookup: Lookup, quote: BundleQuote, target: str) -> list[tuple[str, str]]:
    """Return the names of the speaker and of all that a quote names: in its language, and in the target."""
    passage = lookup.passages[quote.passage_id]
    span = passage.anchor.span
    beside = [
        mention.record_id
        for other in lookup.passages_of[lookup.text_of(passage).id]
        if other.anchor.span.start < span.end and span.start < other.anchor.span.end
        for mention in other.mentions
    ]
    found: dict[tuple[str, str], None] = {}
    for record_id in dict.fromkeys((quote.speaker_id or "", *beside)):
        record = lookup.records.get(record_id)
        here = name_in(record, quote.published_language) if record else None
        there = name_in(record, target) if record else None
        if here and there and base_language(there.tag) == base_language(target):
            found[here.value, there.value] = None
    return list(found)
