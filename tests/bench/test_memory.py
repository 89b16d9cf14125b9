"""What the translation memory costs: building, looking up, concordance; and what is missed beside a scan of all.

Run with `--benchmark-only`. Russian strings of software and passages of 303 code points, of
`../shared/data` where it is, else words made here; multiplied by exchanging, adding and leaving
out words until there are enough, which are kept once each. translate-toolkit's matcher stands
beside a look-up where it is installed, but not of a million: it goes through all texts of a like length.
"""

from __future__ import annotations

import importlib.util
import random
import time
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from aims import Aim, percentile
from workbench.languages.memory.concordance import concordance
from workbench.languages.memory.index import Index
from workbench.languages.memory.likeness import normals

DATA = Path(__file__).parents[2].parent / "shared" / "data"
STRINGS = DATA / "parallel-libreoffice-ui" / "lo-ui.tsv"
BOOK = DATA / "longtext" / "ru-karamazov.txt"
QUOTE = 303
CASES = {"100k short": 100_000, "100k quotes": 100_000, "1M short": 1_000_000}
QUERIES = 200
SCANNED = {"100k short": 200, "100k quotes": 100, "1M short": 100}
LOOK_UP = {"100k short": 5, "100k quotes": 50, "1M short": 25}
"""Aims in milliseconds of CPU, at the 95th percentile."""

RECALL = 99
CONCORDANCE = {"1M short": 5}
TOOLKIT = {"100k short": 20, "100k quotes": 20}
"""Queries that translate-toolkit's matcher is asked, which takes up to seconds for one."""

pytestmark = [pytest.mark.benchmark(timer=time.process_time), pytest.mark.parametrize("case", list(CASES))]


def named(case: str) -> str:
    """Name the material of a case."""
    real = ("passages of Karamazov, 303 code points", BOOK) if "quotes" in case else ("strings of LibreOffice", STRINGS)
    made = f"{45 if 'quotes' in case else 6} words made from fixed seeds"
    return f"{case}: {f'Russian {real[0]}' if real[1].exists() else made}, words exchanged, added and left out"


@cache
def sentences(case: str) -> list[str]:
    quotes = "quotes" in case
    if quotes and BOOK.exists():
        text = " ".join(BOOK.read_text(encoding="utf-8").split())
        return [text[at : at + QUOTE] for at in range(0, len(text) - QUOTE, QUOTE)]
    if not quotes and STRINGS.exists():
        lines = (line.split("\t") for line in STRINGS.read_text(encoding="utf-8").splitlines()[1:])
        return [fields[2] for fields in lines if len(fields) == 6]
    chance = random.Random(7)  # noqa: S311 - material for a benchmark
    words = ["".join(chance.choices("аеінораслктдмвупзыбгяь", k=chance.randint(2, 10))) for _word in range(9_000)]
    return [" ".join(chance.choices(words, k=45 if quotes else 6)) for _sentence in range(10_000)]


def perturbed(text: str, words: list[str], chance: random.Random) -> str:
    parts = text.split()
    for _turn in range(max(1, round(len(parts) * chance.uniform(0.05, 0.4)))):
        at, kind = chance.randrange(len(parts)), chance.random()
        if kind < 0.6 or len(parts) < 2:
            parts[at] = chance.choice(words)
        elif kind < 0.8:
            parts.insert(at, chance.choice(words))
        else:
            del parts[at]
    return " ".join(parts)


@cache
def material(case: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the segments, and queries: half are perturbed segments, half perturbed from sentences anew."""
    chance = random.Random(11)  # noqa: S311 - material for a benchmark
    base = [text for text in sentences(case) if text.split()]
    words = [word for text in base for word in text.split()]
    texts: dict[str, None] = {}
    while len(texts) < CASES[case]:
        texts[perturbed(chance.choice(base), words, chance)] = None
    known = list(texts)
    queries = [perturbed(chance.choice((known, base)[n % 2]), words, chance) for n in range(QUERIES)]
    return [(f"{n:036}", text) for n, text in enumerate(known)], queries


@cache
def loaded(case: str) -> Index:
    index = Index()
    index.load(material(case)[0])
    return index


def test_load(benchmark: BenchmarkFixture, aims: list[Aim], case: str) -> None:
    segments = material(case)[0]
    benchmark.pedantic(lambda: Index().load(segments), rounds=1)
    bytes_each = loaded(case).nbytes() / len(segments)
    benchmark.extra_info["bytes_a_segment"] = bytes_each
    aims.append(Aim(f"load {case}, CPU", benchmark.stats.stats.median, "s", named(case)))
    aims.append(Aim(f"index of {case}", bytes_each * len(segments) / 1e6, "MB", named(case)))


def test_find(benchmark: BenchmarkFixture, aims: list[Aim], case: str) -> None:
    index, queries = loaded(case), iter(material(case)[1])
    benchmark.pedantic(index.find, setup=lambda: ((next(queries),), {}), rounds=QUERIES - 1, warmup_rounds=1)
    times = benchmark.stats.stats.data
    beside = by_toolkit(case)
    for what, share in (("95 %", 0.95), ("median", 0.5)):
        aims.append(
            Aim(
                f"look up {case}, {what}", percentile(times, share) * 1000, "ms", named(case),
                aim=LOOK_UP[case] if share > 0.5 else None,
                beside=percentile(beside, share) * 1000 if beside else None,
                peer="translate-toolkit" if beside else "",
            )
        )  # fmt: skip


def by_toolkit(case: str) -> list[float]:
    """Return the seconds of CPU that translate-toolkit's matcher takes for each of some queries; none without it."""
    if case not in TOOLKIT or importlib.util.find_spec("translate") is None:
        return []
    from translate.search.match import matcher
    from translate.storage.base import TranslationStore, TranslationUnit

    segments, queries = material(case)
    store = TranslationStore()
    for _id, text in segments:
        store.addsourceunit(text).target = "-"
    known = matcher(store, max_candidates=5, min_similarity=50, max_length=1_000)
    times = []
    # It puts units into a heap, and fails (3.20) where two of them are equally like, for they have no order.
    with patch.object(TranslationUnit, "__lt__", lambda _one, _other: False):
        for query in queries[: TOOLKIT[case]]:
            start = time.process_time()
            known.matches(query)
            times.append(time.process_time() - start)
    return times


def test_scan_of_all(benchmark: BenchmarkFixture, aims: list[Aim], case: str) -> None:
    segments, queries = material(case)
    few = queries[: SCANNED[case]]
    prepared = [normal for at in range(0, len(segments), 1_000) for normal in _normals(segments[at : at + 1_000])]
    whole: list[bool] = []

    def scan(query: str) -> list[float]:
        likeness = cdist(normals([query]), prepared, scorer=Levenshtein.normalized_similarity, score_cutoff=0.5)
        return sorted((float(each) for each in likeness[0] if each >= 0.5), reverse=True)[:5]

    def compared(query: str) -> None:
        best = scan(query)
        whole.append(best == pytest.approx([hit.similarity for hit in loaded(case).find(query)]))

    for query in few:
        compared(query)
    rest = iter(few)
    benchmark.pedantic(scan, setup=lambda: ((next(rest),), {}), rounds=min(20, len(few)))
    benchmark.extra_info["recall"] = f"{sum(whole)} of {len(whole)}"
    share = 100 * sum(whole) / len(whole)
    unit = f"% of {len(whole)}"
    aims.append(Aim(f"same top five as a scan, {case}", share, unit, named(case), aim=RECALL, at_least=True))


def _normals(segments: list[tuple[str, str]]) -> list[str]:
    return normals([text for _id, text in segments])


@pytest.mark.parametrize("words", [False, True], ids=["part", "word"])
def test_concordance(benchmark: BenchmarkFixture, aims: list[Aim], case: str, *, words: bool) -> None:
    chance = random.Random(13)  # noqa: S311 - material for a benchmark
    every = [word for text in sentences(case) for word in text.split() if len(word) > 2]
    queries = iter([word if words else word[1:5] for word in chance.choices(every, k=QUERIES)])
    index = loaded(case)
    benchmark.pedantic(
        lambda query: concordance(index, query, words=words),
        setup=lambda: ((next(queries),), {}), rounds=QUERIES - 1, warmup_rounds=1,
    )  # fmt: skip
    what = f"concordance {case}, {'a word' if words else 'part of one'}, 95 %"
    aims.append(Aim(what, percentile(benchmark.stats.stats.data) * 1000, "ms", named(case), aim=CONCORDANCE.get(case)))
