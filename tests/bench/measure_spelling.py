# ruff: noqa: T201 - a script, in no package
"""Spelling on human translations: `PYTHONPATH=src python tests/bench/measure_spelling.py [--list be]`.

NTREX-128's articles were translated by people, so that nearly every word that is called wrong is
right. Words with a capital letter, most of them names that an archive would know, are counted apart;
words in small letters are told apart in those of the half that was looked at while writing the rules
and those of the other half.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections import Counter
from pathlib import Path

from shared_data import NTREX

from workbench.languages.spelling import Speller
from workbench.languages.spelling.lexicon import Lexicon
from workbench.languages.spelling.words import words_to_check

LANGUAGES = ("be", "ru", "lt", "en")
SEED = 20_251_213


def megabytes(lexicon: Lexicon) -> float:
    """Return what the process of the dictionaries holds (Linux)."""
    process = lexicon._process
    if process is None:
        return 0.0
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def spent(lexicon: Lexicon) -> float:
    """Return the processor's seconds that went into this process and that of the dictionaries (Linux: in 0.01 s)."""
    process, seconds = lexicon._process, time.process_time()
    if process is not None:
        numbers = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        seconds += (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")
    return seconds


def false_alarms(speller: Speller, texts: list[str]) -> tuple[int, Counter[str], Counter[str]]:
    """Return the words, and those called wrong with a capital letter and without."""
    words, capital, small = 0, Counter[str](), Counter[str]()
    for text in texts:
        words += len(list(words_to_check(text, speller.tag)))
        for span in speller.wrong_words(text):
            word = text[span.start : span.end]
            (capital if word[0].isupper() else small)[word] += 1
    return words, capital, small


def damaged(word: str, chance: random.Random) -> str:
    """Return a word with one slip of a typist: a letter left out, doubled, exchanged, or two turned around."""
    at, kind = chance.randrange(1, len(word) - 1), chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice([letter for letter in word if letter.isalpha()]) + word[at + 1 :]


def faults(speller: Speller, lexicon: Lexicon, texts: list[str]) -> tuple[int, int, int, int, float]:
    """Return slips made, found, mended by the first and by any suggestion, and the longest time of one, in ms."""
    chance = random.Random(SEED)  # noqa: S311 - slips of a typist
    words = sorted(
        {w.text for t in texts for w in words_to_check(t, speller.tag) if len(w.text) > 5 and w.text.islower()}
    )
    right = [word for word in chance.sample(words, min(400, len(words))) if not speller.wrong_words(word)]
    pairs = [(word, slip) for word in right if (slip := damaged(word, chance)) != word]
    found = [(word, slip) for word, slip in pairs if speller.wrong_words(slip)]
    first = mended = 0
    slowest = 0.0
    for word, slip in found[:60]:
        started = spent(lexicon)
        offered = speller.suggestions(slip)
        slowest = max(slowest, spent(lexicon) - started)
        first, mended = first + (offered[:1] == [word]), mended + (word in offered)
    return len(pairs), len(found), first, mended, slowest * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=NTREX)
    parser.add_argument("--list", default="", metavar="LANGUAGE")
    asked = parser.parse_args()
    alarms, costs = [], []
    for tag in LANGUAGES:
        texts = [path.read_text(encoding="utf-8") for path in sorted((asked.data / "articles").glob(f"*.{tag}.txt"))]
        lexicon = Lexicon()
        lexicon.wrong((), ["a"])
        before = megabytes(lexicon)
        started = spent(lexicon)
        Speller(tag, lexicon).wrong_words("ab аб")
        load, held = (spent(lexicon) - started) * 1000, megabytes(lexicon) - before
        speller = Speller(tag, lexicon)
        started = spent(lexicon)
        words, capital, small = false_alarms(speller, texts)
        cold = (spent(lexicon) - started) / words * 1e6
        started = spent(lexicon)
        for text in texts:
            speller.wrong_words(text)
        warm = (spent(lexicon) - started) / words * 1e6
        halves = [false_alarms(speller, half) for half in (texts[::2], texts[1::2])]
        rates = " | ".join(f"{1000 * sum(each[2].values()) / each[0]:.1f}" for each in halves)
        total = 1000 * (sum(capital.values()) + sum(small.values())) / words
        alarms.append(f"| {tag} | {words:,} | {total:.1f} | {1000 * sum(capital.values()) / words:.1f} | {rates} |")
        made, found, first, mended, slowest = faults(speller, lexicon, texts)
        share = f"{100 * found / made:.1f} % of {made}"
        sixty = min(60, found)
        offers = f"{100 * first / sixty:.0f} / {100 * mended / sixty:.0f} %"
        costs.append(
            f"| {tag} | {load:.0f} | {held:.0f} | {cold:.1f} | {warm:.1f} | {share} | {offers} | {slowest:.0f} |"
        )
        if tag == asked.list:
            print(", ".join(f"{word} {n}" for word, n in small.most_common()))
        lexicon.close()
    print("| | words | called wrong in 1,000 | with a capital | small, half looked at | small, other half |")
    print("| --- | --- | --- | --- | --- | --- |")
    print("\n".join(alarms))
    print("\n| | load ms | MB | µs a word, new | known | slips found | mended by the first / any | slowest ms |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    print("\n".join(costs))


if __name__ == "__main__":
    main()
