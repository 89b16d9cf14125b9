# ruff: noqa: INP001, T201 - a script, in no package
"""Print the table of the translation memory: `make bench`, then `python .ci/memory_table.py [JSON …]`.

Reads what pytest-benchmark wrote (`build/bench.json` unless files are named).
"""

from __future__ import annotations

from reader_table import cell, percentile, read

CASES = ("100k short", "100k quotes", "1M short")
ROWS = (
    ("look up", "test_find[{}]"),
    ("look up by a scan of all", "test_scan_of_all[{}]"),
    ("concordance, part of a word", "test_concordance[part-{}]"),
    ("concordance, a word", "test_concordance[word-{}]"),
    ("load all", "test_load[{}]"),
)


def main() -> None:
    """Print the table."""
    found = read("test_memory.py")
    print("| ms of CPU, median / 95 % | " + " | ".join(CASES) + " |")
    print("| --- |" + " --- |" * len(CASES))
    for words, name in ROWS:
        print(f"| {words} | " + " | ".join(cell(found.get(name.format(case))) for case in CASES) + " |")
    ratios, recalls, sizes = [], [], []
    for case in CASES:
        ours, scan, load = (found.get(f"test_{name}[{case}]") for name in ("find", "scan_of_all", "load"))
        times = [percentile(each["stats"]["data"], 0.5) if each else 0.0 for each in (ours, scan)]
        ratios.append(f"{times[0] / times[1]:.3f}" if all(times) else "–")
        recalls.append(scan["extra_info"]["recall"] if scan else "–")
        sizes.append(f"{load['extra_info']['bytes_a_segment']:.0f}" if load else "–")
    for words, cells in (
        ("look up: scan, ratio", ratios),
        ("the same five as the scan", recalls),
        ("bytes a segment", sizes),
    ):
        print(f"| {words} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
