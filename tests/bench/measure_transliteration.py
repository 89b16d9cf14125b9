# ruff: noqa: T201 - a script that prints a table
"""How often a proposed form is the one that was given: `PYTHONPATH=src python tests/bench/measure_transliteration.py`.

Reads the names of ../shared/data (persons and places of the sample's records; names of countries
in four languages, iso-codes; places of Belarus, GeoNames) where they are there.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable

from shared_data import DATA

from workbench.languages.transliteration.proposals import propose

ANY = "any Latin or Russian"


def persons() -> Iterable[dict[str, list[str]]]:
    records = json.loads((DATA / "sample-article" / "records.json").read_text(encoding="utf-8"))
    for one in records["persons"] + records["places"]:
        yield {tag: [name] for tag, name in one["names"].items()}


def countries() -> Iterable[dict[str, list[str]]]:
    with (DATA / "name-variants" / "iso-terms.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["kind"] == "country" and " " not in row["be"] + row["ru"] + row["lt"] + row["en"]:
                yield {tag: [row[tag]] for tag in ("be", "ru", "lt", "en")}


def towns() -> Iterable[dict[str, list[str]]]:
    """Yield places of Belarus that have a Cyrillic variant with a Belarusian letter, with all Latin ones."""
    for line in (DATA / "name-variants" / "places-by-lt-lv.jsonl").read_text(encoding="utf-8").splitlines():
        place = json.loads(line)
        belarusian = [name for name in place["variants"] if set("іў") & set(name.lower()) and name[0].isupper()]
        if place["country"] == "BY" and belarusian:
            others = [name for name in place["variants"] + [place["name"]] if name not in belarusian]
            yield {"be": belarusian[:1], ANY: others}


def measure(title: str, names: Iterable[dict[str, list[str]]]) -> None:
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for forms in names:
        for start, (name, *_more) in forms.items():
            if start not in ("be", "ru", "lt", "en", "be-Latn"):
                continue
            found = propose(name, start)
            for target, wanted in forms.items():
                if target == start:
                    continue
                got = [
                    one.value for one in found if target not in ("be", "ru", "lt", "en", "be-Latn") or one.tag == target
                ]
                same = name in wanted  # written alike in both languages: nothing is to be proposed
                count = counts[start, target]
                count[0] += 1
                count[1] += same or bool(got and got[0] in wanted)
                count[2] += same or any(value in wanted for value in got)
    print(f"\n{title}\n\n| from | to | names | first | any |\n| --- | --- | --- | --- | --- |")
    for (start, target), (total, first, some) in counts.items():
        print(f"| {start} | {target} | {total} | {first} ({first / total:.0%}) | {some} ({some / total:.0%}) |")


if __name__ == "__main__":
    measure("Persons and places of the sample", persons())
    measure("Countries of one word", countries())
    measure("Towns of Belarus", towns())
