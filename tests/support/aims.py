"""The table of aims: what was aimed at and what was measured, side by side, for all benchmarks that name an aim."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from rich.markup import escape
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Aim:
    """One row. `unit` is what all its figures are in; `beside` is another program's figure for the same work.

    Without an `aim` the figure is only shown. `at_least`: more is better, as for a share found.
    """

    what: str
    measured: float
    unit: str
    data: str
    aim: float | None = None
    at_least: bool = False
    beside: float | None = None
    peer: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None without one."""
        if self.aim is None:
            return None
        return self.measured >= self.aim if self.at_least else self.measured <= self.aim


def percentile(times: Sequence[float], share: float = 0.95) -> float:
    """Return the time within which this share of the rounds was done (the nearest rank)."""
    return sorted(times)[max(0, ceil(len(times) * share) - 1)]


def table_of(aims: Sequence[Aim]) -> Table:
    """Return the table; a ratio is measured to aim, and the other program's figure to ours."""
    data = list(dict.fromkeys(aim.data for aim in aims))
    table = Table(title="Aims", title_justify="left", caption_justify="left")
    table.caption = "\n".join([machine(), *(f"{letter(at)}: {escape(each)}" for at, each in enumerate(data))])
    for name in ("what", "data", "aim", "measured", "ratio", "reached", "beside", "× ours"):
        table.add_column(name, justify="left" if name in ("what", "data", "reached") else "right", no_wrap=True)
    for aim in aims:
        verdict = {None: "", True: "yes", False: "NO"}[aim.reached]
        table.add_row(
            escape(aim.what),
            letter(data.index(aim.data)),
            _figure(aim.aim, "≥" if aim.at_least else "≤"),
            f"{_figure(aim.measured)} {escape(aim.unit)}",
            f"{aim.measured / aim.aim:.2f}" if aim.aim else "",
            verdict,
            f"{escape(aim.peer)} {_figure(aim.beside)}",
            f"{aim.beside / aim.measured:.1f}" if aim.beside is not None and aim.measured else "",
        )
    return table


def letter(number: int) -> str:
    """Return what a kind of data is called in the table."""
    return chr(ord("A") + number)


def _figure(value: float | None, bound: str = "") -> str:
    return "" if value is None else f"{bound} {value:.1f}".strip() if value % 1 else f"{bound} {value:.0f}".strip()


def machine() -> str:
    """Describe what was measured on: processor, cores, memory, system, Python; and how busy it was."""
    model = _line_of("/proc/cpuinfo", "model name") or platform.machine()
    kibibytes = _line_of("/proc/meminfo", "MemTotal").split(" ")[0]
    memory = f", {int(kibibytes) / 1024**2:.0f} GB" if kibibytes else ""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    system = f"{platform.system()} {platform.release().split('-')[0]}, Python {platform.python_version()}"
    return f"{model}, {os.cpu_count()} cores{memory}, {system}{load}"


def _line_of(path: str, key: str) -> str:
    """Return a value of one of Linux's tables, empty elsewhere."""
    lines = Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")
