# ruff: noqa: INP001, T201 - a script, in no package
"""Print the README's table of the reader's growth: `make bench`, then `python .ci/reader_table.py [JSON …]`.

Reads what pytest-benchmark wrote (`build/bench.json` unless files are named).
"""

from __future__ import annotations

import json
import sys
from math import ceil
from pathlib import Path
from typing import Any

SIZES = ("0.3M", "1M", "5M")
SCRIPTS = ("cyrillic", "latin")
ROWS = (
    ("open to first paint", "test_open_to_first_paint[plain-{}]"),
    ("the same, blocks of an import", "test_open_to_first_paint[imported-{}]"),
    ("jump", "test_jump[{}]"),
    ("scroll step", "test_scroll_step[{}]"),
    ("caret step", "test_caret_step[{}]"),
    ("mark, to paint", "test_mark[{}]"),
    ("undo, to paint", "test_undo_mark[{}]"),
    ("open from the archive", "test_open_from_archive[{}]"),
    ("P, name, Enter: from Enter to paint", "test_mark_key_to_paint[{}]"),
    ("Q, speaker, Enter: the same way", "test_quote_key_to_paint[{}]"),
    ("mark, until all is written and shown", "test_mark_to_disk_and_paint[{}]"),
    ("undo, through the disk, to paint", "test_undo_to_paint[{}]"),
    ("find as you type, a letter", "test_find_as_you_type[{}]"),
    ("next place found", "test_find_next[{}]"),
)


def percentile(times: list[float], share: float) -> float:
    """Return the time within which this share of the rounds was done (the nearest rank)."""
    return sorted(times)[max(0, ceil(len(times) * share) - 1)]


def cell(bench: dict[str, Any] | None) -> str:
    """Write median and 95th percentile in milliseconds."""
    if bench is None:
        return "–"
    times = bench["stats"]["data"]
    return " / ".join(_milliseconds(percentile(times, share)) for share in (0.5, 0.95))


def _milliseconds(seconds: float) -> str:
    value = seconds * 1000
    return f"{value:.1f}" if value < 9.95 else f"{value:.0f}"


def read(*modules: str) -> dict[str, Any]:
    """Return the benchmarks of the files that the command line names, by name; of these modules, or of all."""
    files = [Path(name) for name in sys.argv[1:]] or [Path(__file__).parent.parent / "build" / "bench.json"]
    every = (b for file in files for b in json.loads(file.read_text(encoding="utf-8"))["benchmarks"])
    return {b["name"]: b for b in every if not modules or any(name in b["fullname"] for name in modules)}


def main() -> None:
    """Print the table."""
    found = read("test_reader.py")
    columns = [(size, script) for size in SIZES for script in SCRIPTS]
    print("| | " + " | ".join(f"{size} {script.title()}" for size, script in columns) + " |")
    print("| --- |" + " --- |" * len(columns))
    for words, name in ROWS:
        print(f"| {words} | " + " | ".join(cell(found.get(name.format(f"{s}-{z}"))) for z, s in columns) + " |")
    memory = [found.get(f"test_memory[{script}-{size}]") for size, script in columns]
    print("| memory, MB | " + " | ".join(str(b["extra_info"]["peak_mb"]) if b else "–" for b in memory) + " |")
    for words, name in (("mark", "test_mark_beside[{}]"), ("undo", "test_undo_mark_beside[{}]")):
        cells = " · ".join(cell(found.get(name.format(n))) for n in (10, 1_000, 100_000))
        print(f"\n{words} beside 10 · 1,000 · 100,000 passages: {cells}", end="")
    print(f"\nabsurd density: {cell(found.get('test_scroll_step_through_absurd_density'))}")


if __name__ == "__main__":
    main()
