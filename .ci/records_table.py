# ruff: noqa: INP001, T201 - a script, in no package
"""Print the README's table of 100,000 people: `make bench`, then `python .ci/records_table.py [JSON …]`.

Reads what pytest-benchmark wrote (`build/bench.json` unless files are named).
"""

from __future__ import annotations

from reader_table import cell, read

ROWS = (
    ("open the view, to the first paint of the list", "test_open_to_first_paint"),
    ("filter the list as one types, a key, to paint", "test_filter_list"),
    ("the same without painting", "test_filter_list_without_the_page"),
    ("filter the table as one types, a key, to paint", "test_filter_table"),
    ("match a typed name in the picker", "test_match_in_picker"),
    ("sort the table by name, to paint", "test_sort[name]"),
    ("sort by date of birth", "test_sort[birth]"),
    ("sort by mentions", "test_sort[mentions]"),
    ("scroll the table by a page, to paint", "test_scroll_frame"),
    ("jump anywhere in it, to paint", "test_jump"),
    ("change a cell: from Enter, through the disk, to paint", "test_edit_cell"),
    ("duplicates of one record", "test_duplicates_of_one_record"),
    ("merge two events, of which one has 10,000 participants", "test_merge_of_many_ties[moved]"),
    ("the same where both have them", "test_merge_of_many_ties[folded]"),
)


def main() -> None:
    """Print the table."""
    found = read("test_records.py", "test_sameness.py")
    print("| 100,000 people, 300,000 names | median / 95 %, ms of CPU |")
    print("| --- | --- |")
    for words, name in ROWS:
        print(f"| {words} | {cell(found.get(name))} |")
    memory = found.get("test_memory")
    print(f"| memory for names and columns, MB | {memory['extra_info']['peak_mb'] if memory else '–'} |")


if __name__ == "__main__":
    main()
