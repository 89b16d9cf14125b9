"""`quotes.csv`: one row a quote, for a spreadsheet or a script.

Cells hold the words to the character. A word-for-word table cannot put a guard before a cell
that begins with `=` or `-` (a line of dialogue often does), so it does not; the README tells
the reader to open the table with every column as text, which also keeps the letters right.
"""

from __future__ import annotations

import csv
import io

from workbench.domain.bundle import BundleQuote
from workbench.exporters.lookup import Lookup, called

_FACTS = ("quote_id", "source_title", "source_sha256", "text_version_id", "start", "end", "exact")
_QUOTE = ("published_language", "spoken_language", "manner", "via_language")
_TRANSLATION = ("text", "state", "translator", "reviewer", "stale", "sub_state", "relay")


def write_table(lookup: Lookup) -> bytes:
    """Write the quotes as CSV (RFC 4180: CR LF, quoted where needed), UTF-8 without a mark.

    `start` and `end` are code points of the text version. For each chosen language there are
    `speaker_<tag>` and, after the quote's facts, `text_`, `state_`, `translator_`, `reviewer_`,
    `stale_`, `sub_state_` and `relay_<tag>`; a language without a translation has them empty.
    """
    languages = lookup.content.languages
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(
        [
            *_FACTS,
            *(f"speaker_{tag}" for tag in languages),
            *_QUOTE,
            *(f"interpreter_{tag}" for tag in languages),
            *(f"{column}_{tag}" for tag in languages for column in _TRANSLATION),
        ]
    )
    for quote in lookup.content.quotes:
        writer.writerow(_row(lookup, quote, languages))
    return buffer.getvalue().encode()


def _row(lookup: Lookup, quote: BundleQuote, languages: tuple[str, ...]) -> list[str | int]:
    passage = lookup.passages[quote.passage_id]
    source, text, anchor = lookup.source_of(passage), lookup.text_of(passage), passage.anchor
    row: list[str | int] = [
        quote.id,
        source.title,
        lookup.received(text, source).original_digest,
        text.id,
        anchor.span.start,
        anchor.span.end,
        anchor.exact,
    ]
    row += [called(lookup, quote.speaker_id, tag) for tag in languages]
    row += [quote.published_language, quote.spoken_language, quote.manner.value, quote.via_language]
    row += [called(lookup, quote.interpreter_id, tag) for tag in languages]
    for tag in languages:
        translation = next((t for t in quote.translations if t.language == tag), None)
        if translation is None:
            row += [""] * len(_TRANSLATION)
            continue
        row += [
            translation.text,
            translation.state.value,
            translation.translator.initials if translation.translator else "",
            translation.reviewer.initials if translation.reviewer else "",
            "yes" if translation.stale else "no",
            translation.sub_state.rpartition(":")[2],
            translation.relay_language,
        ]
    return row
