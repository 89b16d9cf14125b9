# ruff: noqa: T201 - a script that prints tables
"""False alarms and seeded faults of the checks: `make quality [DATA=FOLDER]`.

Reads parallel-ntrex: `articles/NAME.LANGUAGE.txt`, a line a sentence, aligned by line in en, be, ru and lt.
Every second article was at hand while the checks were written; the others stand in tables of their own. `--list
KEY` and `--misses KIND` print what is behind the figures of the first half.
"""

from __future__ import annotations

import argparse
import platform
import random
import re
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz
from seeded_faults import FAULTS, Case
from shared_data import NTREX

from workbench.domain.anchors import Span
from workbench.domain.kinds import RecordKind
from workbench.languages.checks import Context, Finding, Severity, Wanted, check
from workbench.languages.fold import fold

LANGUAGES = ("en", "be", "ru", "lt")
PAIRS = [(one, other) for one in LANGUAGES for other in LANGUAGES if one != other]
MECHANICAL = {"spaces", "unseen", "letters", "quote-marks", "doubled-word"}
"""Seen in the target alone, by rule: where one of these is found in the data the segment was not correct.

A false alarm is an error or a warning of another check. What the desk shows as “how it is printed” is a hint: another
last sign than a question mark; these are counted in a column of their own.
"""

SEED = 20_261_123
NAME = re.compile(
    r"(?<![.!?:“\"«„] )(?<!^)(?<![\"“«„])(?<!-)\b[A-ZА-ЯЎІЁĄČĘĖĮŠŲŪŽ][a-zа-яўіёąčęėįšųūž]{3,}(?![\w’'ʼ-])"
)
_CYRILLIC = re.compile("(?:[бвгджзклнпрстўфцчш]|[^аоеыиія][мхй])$")
NOMINATIVE = {
    "en": re.compile(r"(?<!ish)(?<!ese)(?<![a-z]an)$"),
    "be": _CYRILLIC,
    "ru": _CYRILLIC,
    "lt": re.compile("(?:[aiy]s|us|a|ė)$"),
}
"""Endings that a name in the nominative may have: an archive has its names in that case, and no adjectives."""


ENDS = re.compile(r"""[.!?…:;,][»”“"'’)]*\s*$""")


ENDING = 3
"""Letters that a case may change at a name's end."""


@dataclass(frozen=True)
class Segment:
    """One line, or several of one article, in every language."""

    article: str
    texts: dict[str, tuple[str, ...]]

    def text(self, language: str) -> str:
        """Join the lines; a title, which ends with no sign in one of the languages, is a paragraph of its own."""
        made = ""
        for number, line in enumerate(self.texts[language]):
            title = number and any(not ENDS.search(each[number - 1]) for each in self.texts.values())
            made += ("\n" if title else " " if number else "") + line
        return made


def articles(folder: Path) -> list[list[Segment]]:
    found = []
    for name in sorted({path.name.rsplit(".", 2)[0] for path in (folder / "articles").glob("*.txt")}):
        lines = [
            (folder / "articles" / f"{name}.{each}.txt").read_text(encoding="utf-8").split("\n") for each in LANGUAGES
        ]
        rows = [row for row in zip(*lines, strict=True) if all(each.strip() for each in row)]
        found.append(
            [Segment(name, {language: (text,) for language, text in zip(LANGUAGES, row, strict=True)}) for row in rows]
        )
    return found


def joined(article: list[Segment], rng: random.Random) -> list[Segment]:
    """Put two to four lines together: quotes are as long as that."""
    made, at = [], 0
    while at + 2 <= len(article):
        count = min(rng.choice((2, 3, 4)), len(article) - at)
        lines = article[at : at + count]
        made.append(
            Segment(lines[0].article, {each: tuple(line.texts[each][0] for line in lines) for each in LANGUAGES})
        )
        at += count
    return made


def names_of(article: list[Segment], one: str, other: str) -> dict[str, dict[str, set[int]]]:
    """Return names of the source with the forms that they have in the target, and the lines of each.

    A name is a word with a capital inside a sentence; its form in the other language the one whose key (`fold`) is most
    like its own. That is how people would know them again, and not how the checks do.
    """
    found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, segment in enumerate(article):
        theirs = [each[0] for each in NAME.finditer(segment.text(other))]
        for match in NAME.finditer(segment.text(one)):
            scored = [(fuzz.ratio(fold(match[0])[:6], fold(each)[:6]), each) for each in theirs]
            best = max(scored, default=(0.0, ""))
            if best[0] >= 80:
                found[match[0]][best[1]].add(number)
    return found


def same_name(one: str, other: str) -> bool:
    """Tell whether two forms of one text differ by an ending only; Грэм and Грэхэм do not, and are rightly reported."""
    longest = max(len(one), len(other))
    return one[: longest - ENDING] == other[: longest - ENDING]


def cases(article: list[Segment], one: str, other: str) -> list[Case]:
    names = names_of(article, one, other)
    made = []
    for number, segment in enumerate(article):
        own: list[tuple[str, str, str]] = []
        for source, forms in names.items():
            here = [form for form, lines in forms.items() if number in lines]
            elsewhere = [form for form, lines in forms.items() if lines - {number} and NOMINATIVE[other].search(form)]
            if len(here) == 1 and elsewhere and same_name(elsewhere[0], here[0]):
                own.append((source, elsewhere[0], here[0]))
        others = tuple(segment.text(each) for each in LANGUAGES if each != other)
        made.append(Case(segment.text(one), segment.text(other), one, other, others, segment.texts[other], tuple(own)))
    return made


def findings(case: Case, *, named: bool = True) -> tuple[Finding, ...]:
    wanted = []
    for source, allowed, _here in case.names if named else ():
        place = re.search(rf"\b{re.escape(source)}\b", case.source)
        if place is not None:
            wanted.append(Wanted((allowed,), (Span(*place.span()),), RecordKind.PLACE))
    return check(case.source, case.one, case.target, case.other, Context(tuple(wanted)))


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def alarms(title: str, texts: dict[tuple[str, str], list[Case]], listed: str) -> None:
    keys: Counter[str] = Counter()
    rows, spent, size = {}, 0.0, 0
    for pair, found in texts.items():
        counts: Counter[str] = Counter()
        for case in found:
            started = time.perf_counter()
            result = findings(case)
            spent, size = spent + time.perf_counter() - started, size + 1
            own = {str(each.key) for each in result}
            counts.update(own)
            counts["any"] += bool(own)
            weighty = {str(each.key) for each in result if each.severity is not Severity.STYLE}
            counts["false"] += bool(weighty - MECHANICAL)
            counts["hinted"] += bool(own - MECHANICAL)
            for each in result:
                if str(each.key) == listed:
                    print("-".join(pair), each.text(), "\n   ", case.source, "\n   ", case.target)
        rows[pair] = (len(found), counts)
        keys.update(counts)
    print(f"\n### {title}: {size} segments, {1000 * spent / size:.2f} ms a check\n")
    shown = [key for key, _count in keys.most_common() if key not in ("any", "false", "hinted")]
    print(
        "| pair | segments | false alarms % | with hints % | any finding % | "
        + " | ".join(shown)
        + " |\n|"
        + " --- |" * (len(shown) + 5)
    )
    for pair, (count, counts) in rows.items():
        cells = [
            share(counts["false"], count),
            share(counts["hinted"], count),
            share(counts["any"], count),
            *(share(counts[key], count) for key in shown),
        ]
        print(f"| {'–'.join(pair)} | {count} | " + " | ".join(cells) + " |")
    totals = [share(keys[each], size) for each in ("false", "hinted", "any")]
    cells = [*totals, *(share(keys[key], size) for key in shown)]
    print(f"| all | {size} | " + " | ".join(cells) + " |")


def faults(
    title: str,
    texts: dict[tuple[str, str], list[Case]],
    passages: dict[tuple[str, str], list[Case]],
    most: int,
    missed: str,
) -> None:
    found: dict[str, dict[tuple[str, str], list[bool]]] = {kind: {} for kind in FAULTS}
    for kind, (seed, keys) in FAULTS.items():
        for pair in texts:
            rng = random.Random(f"{SEED} {kind} {pair}")  # noqa: S311 - the same every time
            sample = list((passages if kind == "sentence removed" else texts)[pair])
            rng.shuffle(sample)
            results = found[kind].setdefault(pair, [])
            for case in sample:
                if len(results) >= most:
                    break
                made = seed(rng, case)
                if made is None or keys & {str(each.key) for each in findings(replace(case, names=made.names))}:
                    continue
                result = bool(keys & {str(each.key) for each in findings(made)})
                results.append(result)
                if kind == missed and not result:
                    print("-".join(pair), "\n   ", made.source, "\n   ", made.target)
    print(f"\n### {title}: faults found, %\n")
    print(
        "| kind | seeded | found % | "
        + " | ".join("–".join(pair) for pair in texts)
        + " |\n|"
        + " --- |" * (len(texts) + 3)
    )
    every: list[bool] = []
    for kind, results in found.items():
        flat = [each for some in results.values() for each in some]
        every += flat
        print(
            f"| {kind} | {len(flat)} | {share(sum(flat), len(flat))} | "
            + " | ".join(share(sum(each), len(each)) for each in results.values())
            + " |"
        )
    columns = {pair: [each for results in found.values() for each in results[pair]] for pair in texts}
    print(
        f"| all | {len(every)} | {share(sum(every), len(every))} | "
        + " | ".join(share(sum(each), len(each)) for each in columns.values())
        + " |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=NTREX)
    parser.add_argument("--list", default="", metavar="KEY")
    parser.add_argument("--misses", default="", metavar="KIND")
    parser.add_argument("--most", type=int, default=60, help="faults of one kind in one pair")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only one half")
    asked = parser.parse_args()
    if not (asked.data / "articles").is_dir():
        sys.exit(f"The articles of parallel-ntrex are not in {asked.data}: name their folder with --data.")
    every = articles(asked.data)
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(f"Checks of translations on {asked.data.name}, {len(every)} articles; {machine}.")
    check("One text to load what is loaded once.", "en", "Один текст.", "ru")
    for half, title in ((0, "looked at while writing"), (1, "kept aside")):
        if asked.half not in (None, half):
            continue
        chosen = every[half::2]
        rng = random.Random(SEED)  # noqa: S311 - the same every time
        passages = [joined(article, rng) for article in chosen]
        texts = {pair: [case for article in chosen for case in cases(article, *pair)] for pair in PAIRS}
        longer = {pair: [case for article in passages for case in cases(article, *pair)] for pair in PAIRS}
        alarms(f"{title}, lines", texts, asked.list if half == 0 else "")
        alarms(f"{title}, two to four lines together", longer, "")
        faults(title, texts, longer, asked.most, asked.misses if half == 0 else "")


if __name__ == "__main__":
    main()
