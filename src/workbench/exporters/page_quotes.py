"""The page's quotes: words, speaker, context, and every translation with its state."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.domain.bundle import BundlePassage, BundleQuote, BundleTranslation
from workbench.domain.languages import base_language
from workbench.domain.marks import MARK_WORDS, Mark
from workbench.exporters.markup import Markup, join, parted, tag
from workbench.exporters.page_voice import MANNER_TEXT, Voice
from workbench.exporters.standing import standing_texts
from workbench.i18n import N_

_BEFORE = 220
_AFTER = 160


def quotes_section(voice: Voice) -> Markup | None:
    """Return all quotes in reading order, or nothing where the bundle has none."""
    quotes = voice.lookup.content.quotes
    if not quotes:
        return None
    cards = [_quote(voice, quote) for quote in quotes]
    return tag("section", tag("h2", voice.say(N_("Quotes"))), *cards, id="quotes")


def _quote(voice: Voice, quote: BundleQuote) -> Markup:
    passage = voice.lookup.passages[quote.passage_id]
    language = quote.published_language
    before, after = surroundings(voice, passage)
    flowing = tag(
        "p",
        tag("span", before, class_="context"),
        tag("span", passage.anchor.exact, class_="words"),
        tag("span", after, class_="context"),
        dir="auto",
    )
    words = tag("blockquote", flowing, lang=language)
    return tag(
        "article",
        _speaker(voice, quote),
        words,
        _facts(voice, quote, passage),
        _translations(voice, quote),
        class_="quote",
        id=f"q-{quote.id}",
    )


def _speaker(voice: Voice, quote: BundleQuote) -> Markup:
    if quote.speaker_id is None:
        return tag("h3", voice.say(N_("Speaker not known")), class_="absent")
    return tag("h3", voice.record_link(quote.speaker_id))


def surroundings(voice: Voice, passage: BundlePassage) -> tuple[str, str]:
    """Return the text before and after a passage, inside its paragraphs, cut at a space.

    The space next to the passage is kept, so that the three read on as one.
    """
    structured, span = voice.lookup.text_of(passage).text, passage.anchor.span
    whole = structured.text
    first = max((b.start for b in structured.blocks if b.start <= span.start), default=0)
    last = min((b.end for b in structured.blocks if b.end >= span.end), default=len(whole))
    before, after = whole[first : span.start], whole[span.end : last]
    if len(before) > _BEFORE:
        before = "… " + before[-_BEFORE:].partition(" ")[2]
    if len(after) > _AFTER:
        after = after[:_AFTER].rpartition(" ")[0] + " …"
    return before.lstrip(), after.rstrip()


def _facts(voice: Voice, quote: BundleQuote, passage: BundlePassage) -> Markup:
    source = voice.lookup.source_of(passage)
    spoken = (
        voice.language(quote.spoken_language)
        if quote.spoken_language not in {"", "und"}
        else voice.say(N_("not known"))
    )
    rows = (
        (N_("Published in"), voice.language(quote.published_language)),
        (N_("Spoken in"), spoken),
        *_between(voice, quote),
        (N_("Manner"), voice.say(MANNER_TEXT[quote.manner])),
        *_signs(voice, quote.marks),
        (N_("Source"), tag("a", tag("bdi", source.title), href=f"#p-{passage.id}", lang=source.language)),
    )
    return tag("dl", *(tag("div", tag("dt", voice.say(k)), tag("dd", v)) for k, v in rows), class_="facts")


def _between(voice: Voice, quote: BundleQuote) -> Iterator[tuple[str, Markup]]:
    """Yield what stands between the words as spoken and as published."""
    if quote.via_language not in {"", "und"}:
        yield N_("By way of"), voice.language(quote.via_language)
    if quote.interpreter_id is not None:
        yield N_("Who translated it"), voice.record_link(quote.interpreter_id)


def _signs(voice: Voice, marks: tuple[Mark, ...]) -> Iterator[tuple[str, Markup]]:
    """Yield the signs in words, each with what it stands for."""
    if marks:
        each = [join(tag("bdi", mark.words), " ", voice.say(MARK_WORDS[mark.kind])) for mark in marks]
        yield N_("Signs"), parted(*each)


def _translations(voice: Voice, quote: BundleQuote) -> Markup | None:
    """Return a cell for each chosen language but the published one, missing ones included."""
    written = {translation.language: translation for translation in quote.translations}
    cells = []
    for language in voice.lookup.content.languages:
        if language not in written and base_language(language) == base_language(quote.published_language):
            continue
        cells.append(_cell(voice, language, written.get(language)))
    return tag("div", *cells, class_="translations") if cells else None


def _cell(voice: Voice, language: str, translation: BundleTranslation | None) -> Markup:
    if translation is None or not translation.text:
        return tag(
            "div",
            _cell_head(voice, language, voice.say(N_("missing")), "missing"),
            tag("p", voice.say(N_("No translation into this language is in this bundle.")), class_="absent"),
            class_="translation",
        )
    said = [voice.say(text) for text in standing_texts(translation)]
    state = parted(*said)
    stale = voice.say(N_("Out of date: the quote was changed after this was written."))
    return tag(
        "div",
        _cell_head(voice, language, state, translation.state.value),
        tag("p", translation.text, class_="words", lang=language, dir="auto"),
        tag("p", stale, class_="stale") if translation.stale else None,
        _relay(voice, translation),
        *(
            tag("p", voice.say(words), ": ", signs, class_="people")
            for words, signs in _signs(voice, translation.marks)
        ),
        _people(voice, translation),
        class_="translation",
    )


def _relay(voice: Voice, translation: BundleTranslation) -> Markup | None:
    if not translation.relay_language:
        return None
    said = voice.say(N_("A translation of a translation, made from:"))
    return tag("p", said, " ", voice.language(translation.relay_language), class_="people")


def _cell_head(voice: Voice, language: str, state: Markup, key: str) -> Markup:
    return tag("h4", voice.language(language), " ", tag("span", state, class_=f"state state-{key}"))


def _people(voice: Voice, translation: BundleTranslation) -> Markup | None:
    parts = []
    if translation.translator:
        parts.append(voice.say(N_("Translator: {initials}"), initials=translation.translator.initials))
    if translation.reviewer:
        parts.append(voice.say(N_("Reviewer: {initials}"), initials=translation.reviewer.initials))
    return tag("p", parted(*parts), class_="people") if parts else None
