"""What the benchmarks measure with: CPU seconds of this process and its children, and peak memory.

The table shows the median, and the 95th percentile where there are enough rounds for one. What has
an aim stands in a table of its own beside it.
"""

from __future__ import annotations

import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from aims import Aim, percentile, table_of

Measured = Callable[..., Any]

_ROUNDS = 20
"""Rounds from which on a 95th percentile says something."""

_AIMS = pytest.StashKey[list[Aim]]()

_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def cpu_seconds() -> float:
    """User and system time of this process and of its finished children, in seconds."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def peak_megabytes(work: Callable[[], object]) -> float:
    """Return by how many megabytes the process grew at its highest while `work` ran (Linux)."""
    before = _status("VmRSS")
    _CLEAR.write_text("5", encoding="ascii")  # resets the high-water mark: proc(5), clear_refs
    work()
    return max(0.0, (_status("VmHWM") - before) / 1024)


def _status(key: str) -> int:
    line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith(key + ":"))
    return int(line.split()[1])


@pytest.fixture
def measured(benchmark: Any) -> Measured:
    """Measure `work` after `prepare` (its arguments), with an optional peer that does the same job.

    The peer is run interleaved, as often, and stands in the table as a ratio of the minima.
    """

    def run(
        work: Callable[..., object],
        *,
        prepare: Callable[[], tuple[Any, ...]] = tuple,
        peer: Callable[..., object] | None = None,
        peer_name: str = "",
        rounds: int = 5,
    ) -> None:
        times: list[float] = []

        def setup() -> tuple[tuple[Any, ...], dict[str, Any]]:
            arguments = prepare()
            if peer is not None:
                start = cpu_seconds()
                peer(*arguments)
                times.append(cpu_seconds() - start)
            return arguments, {}

        arguments = prepare()
        if _CLEAR.exists():  # first, since later rounds live in memory that this one took
            benchmark.extra_info["peak_mb"] = round(peak_megabytes(lambda: work(*arguments)), 1)
        benchmark._timer = cpu_seconds
        benchmark.pedantic(work, setup=setup, rounds=rounds, iterations=1)
        if times:
            benchmark.extra_info |= {"peer": peer_name, "peer_seconds": min(times)}

    return run


@pytest.fixture
def aims(pytestconfig: pytest.Config) -> list[Aim]:
    """Return the rows of the table of aims, to which a benchmark adds its own."""
    return pytestconfig.stash.setdefault(_AIMS, [])


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    session = getattr(config, "_benchmarksession", None)
    rows = [bench for bench in getattr(session, "benchmarks", []) if bench]
    if not rows:
        return
    table = Table(title="CPU time and memory", title_justify="left")
    for name in ("what", "median ms", "95 % ms", "least ms", "peak MB", "beside", "ratio"):
        table.add_column(name, justify="left" if name in ("what", "beside") else "right")
    for row in rows:
        extra = row.extra_info
        peer = extra.get("peer_seconds")
        table.add_row(
            escape(row.name),
            f"{row.stats.median * 1000:.1f}",
            f"{percentile(row.stats.data) * 1000:.1f}" if len(row.stats.data) >= _ROUNDS else "",
            f"{row.stats.min * 1000:.1f}",
            str(extra.get("peak_mb", "")),
            extra.get("peer", ""),
            f"{row.stats.min / peer:.2f}" if peer else "",
        )
    console = Console(width=150)
    with console.capture() as capture:
        console.print(table)
        if aims := config.stash.get(_AIMS, []):
            console.print(table_of(aims))
    terminalreporter.write_line("")
    terminalreporter.write(capture.get())
