"""Counts wrong carries and queued passages, kind of edit by kind of edit; prints the tables of docs/measurements.md.

PYTHONPATH=src:tests/support python tests/bench/measure_carrying.py [first seed] [folder with long texts]
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from shared_data import DATA

from edited_texts import HOSTILE, MILD, ROUGH, Editor, is_true
from made_texts import Maker, passages_of
from workbench.domain.anchors import Span
from workbench.domain.carrying import carry

Edit = Callable[[Editor], object]


def edit(editor: Editor, edits: Sequence[Edit], count: int) -> None:
    hostile = False
    for _edit in range(count):
        chosen = editor.chance.choice(edits)
        if any(editor.lines) and not (hostile and chosen in HOSTILE):
            hostile |= chosen in HOSTILE
            chosen(editor)


def compare(editor: Editor, count: int) -> Counter[str]:
    """Carry `count` passages and more, and compare with where their code points went."""
    new, origins = editor.result()
    places = {origin: at for at, origin in enumerate(origins) if origin >= 0}
    passages = passages_of(editor.old, editor.chance, count)
    found: Counter[str] = Counter(texts=1)
    for one, (_key, span) in zip(carry(editor.old, new, passages), passages, strict=True):
        found["passages"] += 1
        found[one.how or "queued"] += 1
        at = places.get(span.start, -1)
        survived = at >= 0 and origins[at : at + span.end - span.start] == list(range(span.start, span.end))
        if one.how is None and survived:
            found["needlessly"] += 1
            found["true first"] += one.candidates[:1] != () and one.candidates[0].span == Span(
                at, at + span.end - span.start
            )
        elif one.span is not None and not is_true(editor.old, new, origins, span, one.span):
            found["wrong"] += 1
    return found


def row(name: str, found: Counter[str]) -> None:
    count = found["passages"]
    shares = (f"{100 * found[key] / count:.1f}" for key in ("certain", "moved", "queued", "needlessly"))
    first = 100 * found["true first"] // max(1, found["needlessly"])
    sys.stdout.write(f"| {name} | {count:,} | {found['wrong']} | {' | '.join(shares)} | {first} |\n")
    sys.stdout.flush()


def made(name: str, edits: Sequence[Edit], seeds: range, most: int, size: tuple[int, int] = (4, 40)) -> None:
    total: Counter[str] = Counter()
    for seed in seeds:
        chance = random.Random(seed)  # noqa: S311
        maker = Maker(chance, chance.choice(("be", "ru", "lt", "en")))
        editor = Editor(maker.text(chance.randint(*size)), maker)
        edit(editor, edits, chance.randint(1, most))
        total += compare(editor, 40)
    row(name, total)


class FromFile(Maker):
    """Makes what is put in from sentences of another text."""

    def __init__(self, chance: random.Random, language: str, sentences: list[str]) -> None:
        super().__init__(chance, language)
        self.sentences = sentences

    def sentence(self) -> str:
        return self.chance.choice(self.sentences)


def real(folder: Path, name: str, edits: Sequence[Edit], count: int) -> None:
    chance = random.Random(1)  # noqa: S311
    language = name[:2]
    rows = [line.split("\t") for line in (folder / "parallel-ntrex/ntrex.tsv").read_text("utf-8").splitlines()]
    sentences = [cells[rows[0].index(language)] for cells in rows[1:]]
    text = re.sub(r"\n\n+", "\n", (folder / "longtext" / name).read_text("utf-8"))
    editor = Editor(text, FromFile(chance, language, sentences))
    slow = (Editor.truncate, Editor.replace_name, Editor.make_sister_alike, Editor.swap_likes)
    for _edit in range(count):
        chance.choice([edit for edit in edits if edit not in slow])(editor)
    row(f"{name}, {count:,} edits", compare(editor, 10_000))


def main(first: int, folder: Path) -> None:
    made("mild, 1–4 edits", MILD, range(first, first + 6_000), 4)
    made("mild and rough, 1–8 edits", MILD + ROUGH, range(first, first + 6_000), 8)
    made("mild, rough and one hostile, 1–6 edits", MILD + ROUGH + HOSTILE, range(first, first + 6_000), 6)
    made("one hostile edit", HOSTILE, range(first, first + 6_000), 1)
    made("mild and rough, 10–60 edits, longer texts", MILD + ROUGH, range(first, first + 600), 60, (60, 150))
    for one in MILD + ROUGH + HOSTILE:
        made(one.__name__.replace("_", " "), (one,), range(first, first + 250), 1, (15, 40))
    if folder.is_dir():
        for edits, count in ((MILD, 300), (MILD + ROUGH, 1_000), (MILD + ROUGH + HOSTILE, 1_000)):
            for path in sorted((folder / "longtext").glob("??-*.txt")):
                real(folder, path.name, edits, count)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 700_000, Path(given[1]) if len(given) > 1 else DATA)
