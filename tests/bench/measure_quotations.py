# ruff: noqa: T201 - a script, in no package
"""Compare the finder of quotations with parallel-ntrex: `PYTHONPATH=src python tests/bench/measure_quotations.py`.

Prints, for each language: how many silver quotations the finder offers too, how many it does
not, and how many it offers that silver does not have on the same lines; then how many it
offers on all other lines, and how many of all have a proposed speaker. With `--list` every
difference is printed, with `--sample N` so many of those offered on other lines, and of the
proposals of speakers, to be looked at by hand. What was seen so is in docs/measurements.md.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shared_data import NTREX

from workbench.domain.anchors import Span
from workbench.languages.quotations import Quotation, find_quotations, offered

LANGUAGES = ("be", "ru", "lt", "en")
ALIKE = 0.5  # of what both cover together


@dataclass(frozen=True)
class Line:
    """One line of a document, with where it begins in the document's text."""

    doc: str
    number: int
    text: str
    start: int


@dataclass(frozen=True)
class Hit:
    """An offered quotation on one line, cut to it."""

    line: Line
    span: Span
    quotation: Quotation
    text: str


def documents(data: Path, language: str) -> Iterator[tuple[str, list[Line]]]:
    """Give each document's text, one line a paragraph, and its lines."""
    with (data / "ntrex.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    column = rows[0].index(language)
    by_doc: dict[str, list[tuple[int, str]]] = {}
    for row in rows[1:]:
        by_doc.setdefault(row[0], []).append((int(row[1]), row[column]))
    for doc, numbered in by_doc.items():
        lines, at = [], 0
        for number, text in numbered:
            lines.append(Line(doc, number, text, at))
            at += len(text) + 1
        yield "\n".join(line.text for line in lines), lines


def hits_of(text: str, lines: list[Line], language: str) -> Iterator[Hit]:
    """Give what the finder offers, once for every line that it covers."""
    for quotation in offered(find_quotations(text, language)):
        for line in lines:
            low = max(quotation.outer.start, line.start)
            high = min(quotation.outer.end, line.start + len(line.text))
            if low < high:
                yield Hit(line, Span(low - line.start, high - line.start), quotation, text)


def alike(one: Span, other: Span) -> bool:
    """Tell whether two ranges mean the same quotation."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both > ALIKE * (max(one.end, other.end) - min(one.start, other.start))


def silver_of(data: Path, language: str) -> dict[tuple[str, int], list[Span]]:
    """Return the silver quotations by document and line."""
    found = {}
    for row in (data / "quotes-silver.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(row)
        spans = [Span(quote[language]["start"], quote[language]["end"]) for quote in entry["quotes"]]
        found[entry["doc"], int(entry["line"])] = spans
    return found


def main() -> None:
    """Print the table, and the lists that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("data", nargs="?", type=Path, default=NTREX)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    given = parser.parse_args()
    print(f"{'':4}{'both':>6}{'only silver':>13}{'only finder':>13}{'elsewhere':>11}{'with speaker':>14}{'seconds':>9}")
    lists: list[str] = []
    for language in LANGUAGES:
        silver, began = silver_of(given.data, language), time.process_time()
        hits = [hit for text, lines in documents(given.data, language) for hit in hits_of(text, lines, language)]
        seconds = time.process_time() - began
        texts = {(line.doc, line.number): line.text for _t, lines in documents(given.data, language) for line in lines}
        here = [hit for hit in hits if (hit.line.doc, hit.line.number) in silver]
        there = [hit for hit in hits if (hit.line.doc, hit.line.number) not in silver]
        lonely = [
            (key, span)
            for key, spans in silver.items()
            for span in spans
            if not any((h.line.doc, h.line.number) == key and alike(h.span, span) for h in here)
        ]
        own = [h for h in here if not any(alike(h.span, span) for span in silver[h.line.doc, h.line.number])]
        both = sum(map(len, silver.values())) - len(lonely)
        named = sum(hit.quotation.speaker is not None for hit in hits)
        print(
            f"{language:4}{both:6}{len(lonely):13}{len(own):13}{len(there):11}"
            f"{f'{named} of {len(hits)}':>14}{seconds:9.2f}"
        )
        lists += [f"{language} silver {k[0]} {k[1]}: {texts[k]!r} -> {texts[k][s.start : s.end]!r}" for k, s in lonely]
        lists += [_shown(f"{language} finder", hit) for hit in own]
        if given.sample:
            chosen = random.Random(given.sample).sample(there, min(given.sample, len(there)))  # noqa: S311
            lists += [_shown(f"{language} elsewhere", hit) for hit in chosen]
    print(*lists if given.list or given.sample else (), sep="\n")


def _shown(head: str, hit: Hit) -> str:
    quotation, text = hit.quotation, hit.text
    speaker = quotation.speaker
    who = "–" if speaker is None else f"{text[speaker.start : speaker.end]} ({quotation.speaker_certainty})"
    words = hit.line.text[hit.span.start : hit.span.end]
    facts = f"{quotation.likelihood} {quotation.reason.value}, speaker {who}"
    return f"{head} {hit.line.doc} {hit.line.number}: {hit.line.text!r} -> {words!r} [{facts}]"


if __name__ == "__main__":
    main()
