"""Measure the alignment on NTREX-128: `python tests/bench/measure_alignment.py [ntrex.tsv]`.

Its lines are one to one in all languages. Both sides are damaged on their own, at random and by a
known seed (lines left out, joined to the one before, cut in two), so that the right links are
known: a paragraph here and one there that share a line. Every second article is left out: the
aligner's figures were found on those.
"""

from __future__ import annotations

import csv
import random
import sys
import time
from itertools import combinations
from pathlib import Path

from shared_data import NTREX

from workbench.languages.alignment import align, paragraph

LINES = NTREX / "ntrex.tsv"
PAIRS = tuple(combinations(("en", "be", "ru", "lt"), 2))
RATES = (("as they are", (0.0, 0.0, 0.0)), ("light", (0.05, 0.05, 0.05)), ("heavy", (0.10, 0.15, 0.15)))
"""A name, and the shares of lines that are left out, joined to the one before, and cut in two, on either side."""

SEED = 1
Damaged = list[tuple[str, set[int]]]


def articles(file: Path) -> list[list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    with file.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault(row["doc"], []).append(row)
    return list(found.values())[1::2]


def damaged(rows: list[dict[str, str]], tag: str, chance: random.Random, rates: tuple[float, float, float]) -> Damaged:
    out, joined, cut = rates
    made: Damaged = []
    for number, row in enumerate(rows):
        text = row[tag].strip()
        if chance.random() < out:
            continue
        if made and number - 1 in made[-1][1] and chance.random() < joined:
            made[-1] = f"{made[-1][0]} {text}", made[-1][1] | {number}
            continue
        at = text.find(" ", len(text) // 2) if len(text) > 80 and chance.random() < cut else -1
        made += [(text[:at], {number}), (text[at + 1 :], {number})] if at > 0 else [(text, {number})]
    return made


def counts(left: Damaged, right: Damaged) -> tuple[int, int, int]:
    """Return how many links were found rightly, how many were found, and how many there are."""
    beads = align([paragraph(text) for text, _lines in left], [paragraph(text) for text, _lines in right])
    found = {(i, j) for bead in beads for i in range(*bead.left) for j in range(*bead.right)}
    there = {(i, j) for i, (_a, here) in enumerate(left) for j, (_b, other) in enumerate(right) if here & other}
    return len(found & there), len(found), len(there)


def measure(file: Path) -> None:
    texts = articles(file)
    whole = [[row for rows in texts for row in rows]]
    say = sys.stdout.write
    say("| texts | damage | " + " | ".join(f"{a}–{b}" for a, b in PAIRS) + " | CPU s |\n")
    say("| --- | --- |" + " --- |" * (len(PAIRS) + 1) + "\n")
    for name, sets in ((f"{len(texts)} articles", texts), (f"one text of {len(whole[0])} lines", whole)):
        for words, rates in RATES:
            cells, begun = [], time.process_time()
            for one, other in PAIRS:
                chance = random.Random(SEED)  # noqa: S311 - for damage that is the same every time
                pairs = [[damaged(rows, tag, chance, rates) for tag in (one, other)] for rows in sets]
                right, found, there = (sum(column) for column in zip(*(counts(*pair) for pair in pairs), strict=True))
                cells.append(f"{right / found:.3f} / {right / there:.3f}")
            say(f"| {name} | {words} | " + " | ".join(cells) + f" | {time.process_time() - begun:.1f} |\n")


if __name__ == "__main__":
    measure(Path(sys.argv[1]) if len(sys.argv) > 1 else LINES)
