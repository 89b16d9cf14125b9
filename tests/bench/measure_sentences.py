# ruff: noqa: T201 - a script, in no package
"""Compare the ends of sentences with NTREX-128's lines: `PYTHONPATH=src python tests/bench/measure_sentences.py`.

Each line there is a sentence (or, in translations, now and then two), so that the lines of an
article joined by spaces tell where sentences end. `--list be` prints every difference.
"""

from __future__ import annotations

import argparse
import re
import time

from shared_data import NTREX

from workbench.languages.sentences import sentences

ARTICLES = NTREX / "articles"
_CLOSED = re.compile(r"[.!?…][»”“\"')]*$")


def compare(language: str, documents: list[str], *, rules: bool, show: bool) -> str:
    right = wrong = missed = headings = size = 0
    spent = 0.0
    for document in documents:
        text, gold, bare = _joined((ARTICLES / f"{document}.{language}.txt").read_text(encoding="utf-8"))
        started = time.process_time()
        found = {stop for _start, stop in sentences(text, 0, len(text), language if rules else "")} - {len(text)}
        spent, size = spent + time.process_time() - started, size + len(text)
        right, wrong = right + len(gold & found), wrong + len(found - gold)
        headings, missed = headings + len(bare - found), missed + len(gold - found - bare)
        for what, places in (("more", found - gold), ("less", gold - found - bare)) if show else ():
            for at in sorted(places):
                print(what, text[max(0, at - 60) : at], "|", text[at + 1 : at + 40])
    return (
        f"| {language} | {right / (right + wrong):.3f} | {right / (right + missed):.3f} | {wrong} | {missed} "
        f"| {headings} | {size / spent / 1e6:.0f} |"
    )


def _joined(lines: str) -> tuple[str, set[int], set[int]]:
    """Return the lines as one text, where they end, and which of them end without a sign."""
    at, ends, bare, kept = 0, set(), set(), [line.strip() for line in lines.split("\n") if line.strip()]
    for line in kept:
        at += len(line)
        ends.add(at)
        if not _CLOSED.search(line):
            bare.add(at)
        at += 1
    return " ".join(kept), ends - {at - 1}, bare - {at - 1}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", default="", metavar="LANGUAGE")
    asked = parser.parse_args()
    documents = sorted({path.name.rsplit(".", 2)[0] for path in ARTICLES.glob("*.txt")})
    for name, half in (("used while writing", documents[::2]), ("kept aside", documents[1::2])):
        for rules in (True, False):
            print(name, "| by the language" if rules else "| by the signs alone")
            for language in ("be", "ru", "lt", "en"):
                print(compare(language, half, rules=rules, show=rules and language == asked.list))


if __name__ == "__main__":
    main()
