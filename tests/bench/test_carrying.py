"""What carrying passages to a newer text costs, with few and many edits and on texts made to be hard.

The texts are made here, as those of `test_reader.py`. Run with `--benchmark-only`.
"""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import pytest

from workbench.domain.anchors import Span
from workbench.domain.carrying import carry

SIZES = {"0.3M": (300_000, 1_000), "1M": (1_000_000, 5_000), "5M": (5_000_000, 50_000)}
EDITS = {"few": 100, "many": 4_000}
Material = tuple[str, str, list[tuple[str, Span]]]


def words(chance: random.Random) -> list[str]:
    return ["".join(chance.choices("аеінораслктдмвупзыбгяь", k=chance.randint(2, 10))) for _word in range(20_000)]


def passages(length: int, number: int) -> list[tuple[str, Span]]:
    step = max(1, length // number)
    return [(str(n), Span(n * step, min(length, n * step + 5 + n * 37 % 260))) for n in range(number)]


@cache
def material(size: str, edits: str) -> Material:
    length, number = SIZES[size]
    chance = random.Random(7)  # noqa: S311 - material for a benchmark
    known = words(chance)
    lines: list[list[str]] = []
    at = 0
    while at < length:
        lines.append(chance.choices(known, k=chance.randint(20, 140)))
        at += sum(map(len, lines[-1])) + len(lines[-1])
    old = "\n".join(" ".join(line) for line in lines)
    for _edit in range(EDITS[edits]):
        line = chance.choice(lines)
        line[chance.randrange(len(line))] = chance.choice(known)
    for _move in range(EDITS[edits] // 20):
        lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return old, "\n".join(" ".join(line) for line in lines), passages(len(old), number)


@pytest.mark.parametrize("edits", list(EDITS))
@pytest.mark.parametrize("size", list(SIZES))
def test_carry(measured: Any, size: str, edits: str) -> None:
    measured(carry, prepare=lambda: material(size, edits), rounds=2)


def like_lines() -> Material:
    old = "\n".join(["the same line, again and again"] * 100_000)
    return old, old[: len(old) // 2], passages(len(old), 50_000)


def one_line() -> Material:
    old, new, given = material("5M", "many")
    return old.replace("\n", " "), new.replace("\n", " "), given


def one_character() -> Material:
    return "a" * 5_000_000, "a" * 4_999_999, passages(5_000_000, 50_000)


def other_text() -> Material:
    chance = random.Random(9)  # noqa: S311
    known = words(chance)
    new = "\n".join(" ".join(chance.choices(known, k=80)) for _line in range(9_000))
    old, _new, given = material("5M", "few")
    return old, new, given


def template() -> Material:
    lines = [f"Prisoner number {n} was sentenced by the court in Minsk to {n % 25} years." for n in range(70_000)]
    old = "\n".join(lines)
    return (
        old,
        "\n".join(line.replace("Minsk", "Brest") if n % 9 == 0 else line for n, line in enumerate(lines)),
        (passages(len(old), 50_000)),
    )


@pytest.mark.parametrize("make", [like_lines, one_line, one_character, other_text, template])
def test_carry_hard(measured: Any, make: Any) -> None:
    measured(carry, prepare=make, rounds=1)
