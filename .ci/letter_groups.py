# ruff: noqa: INP001 - a script, in no package
"""Make `resources/letter_groups` from the spelling dictionaries: `python .ci/letter_groups.py`, about ten minutes.

Of each language every five letters that stand together in some form of some word, a word's beginning and end counting
as letters, as one bit each: `workbench.languages.checks.letter_groups` says which.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from workbench.languages.checks.letter_groups import BITS, bit, groups
from workbench.material import resources_folder

DICTIONARIES = {"be": ("be_BY",), "ru": ("ru_RU",), "lt": ("lt_LT",), "en": ("en_GB", "en_US")}
Rule = tuple[str, str, re.Pattern[str]]
"""Letters that an affix takes away, those it puts there, and what the stem must be like."""


def rules(affixes: str) -> dict[tuple[str, str], list[Rule]]:
    """Return the rules of each flag, with SFX or PFX."""
    found: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    for line in affixes.split("\n"):
        words = line.split()
        if len(words) < 4 or words[0] not in ("SFX", "PFX") or (len(words) == 4 and words[3].isdigit()):
            continue
        kind, flag, gone, new, *like = words
        pattern = like[0] if like else "."
        found[kind, flag].append(
            (
                "" if gone == "0" else gone,
                "" if new == "0" else new.split("/")[0],
                re.compile(f"(?:{pattern})$" if kind == "SFX" else f"^(?:{pattern})"),
            )
        )
    return found


def forms(path: Path) -> Iterator[str]:
    """Yield the forms of a dictionary's words; names are left out."""
    raw = path.with_suffix(".aff").read_bytes()
    told = re.search(rb"SET\s+(\S+)", raw)
    encoding = told[1].decode("ascii") if told else "utf-8"
    affixes = raw.decode(encoding, "replace")
    known, numbered = rules(affixes), re.search(r"^FLAG num", affixes, re.MULTILINE) is not None
    for line in path.with_suffix(".dic").read_text(encoding, "replace").split("\n"):
        stem, _slash, flags = line.split("\t")[0].split(" ")[0].strip().partition("/")
        if not stem[:1].islower():
            continue
        listed = flags.split(",") if numbered else list(flags)
        made = [stem]
        for flag in listed:
            for gone, new, like in known.get(("SFX", flag), ()):
                if stem.endswith(gone) and like.search(stem):
                    made.append(stem[: len(stem) - len(gone)] + new)
        yield from made
        for flag in listed:
            for gone, new, _like in known.get(("PFX", flag), ()):  # whatever the stem: a group too many does no harm
                if stem.startswith(gone):
                    yield from (new + each[len(gone) :] for each in made)


def main() -> None:
    """Write the file of each language."""
    for language, names in DICTIONARIES.items():
        every: set[str] = set()
        for name in names:
            for form in forms(resources_folder() / "dictionaries" / name):
                every.update(groups(form))
        marked = bytearray(BITS // 8)
        for group in every:
            at = bit(group)
            marked[at // 8] |= 1 << at % 8
        (resources_folder() / "letter_groups" / f"{language}.bin").write_bytes(marked)


if __name__ == "__main__":
    main()
