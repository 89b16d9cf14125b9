# ruff: noqa: T201 - a script that prints a table
"""How many names of gold data are found: `PYTHONPATH=src python tests/bench/measure_known_names.py [--list be]`.

Reads the ner-* folders of ../shared/data, or of the folder named by --data. The archive is given the gold lemmas
of a half's texts as its records (docs/measurements.md says what that is for each set); every second text
is kept aside: its figures stand in the second rows, and nothing was fitted to it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from shared_data import DATA

from workbench.domain.anchors import Span
from workbench.domain.kinds import RecordKind
from workbench.languages.known_names import Form, KnownNames

PERSON, ORGANISATION, PLACE = RecordKind.PERSON, RecordKind.ORGANISATION, RecordKind.PLACE
KINDS = {"PER": PERSON, "ORG": ORGANISATION, "LOC": PLACE}


@dataclass
class Text:
    """One text with its gold names: (range, kind), and the names that its records have: (kind, name)."""

    text: str = ""
    gold: list[tuple[Span, RecordKind]] = field(default_factory=list)
    names: set[tuple[RecordKind, str]] = field(default_factory=set)

    def add(self, sentence: str) -> int:
        """Add a line; returns where it begins."""
        self.text += ("\n" if self.text else "") + sentence
        return len(self.text) - len(sentence)


@dataclass
class Sentence:
    """A sentence of a CoNLL-like file: its comments, and its rows of columns."""

    comments: dict[str, str]
    rows: list[list[str]]

    def spans(self) -> list[Span]:
        """Return where each row's word stands in the sentence's text."""
        at, found = 0, []
        for row in self.rows:
            start = self.comments["text"].index(row[1], at)
            at = start + len(row[1])
            found.append(Span(start, at))
        return found


def sentences(path: Path) -> Iterator[Sentence]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        comments = dict(
            (line[2:].split(" = ", 1) if " = " in line else (line[2:], "")) for line in lines if line.startswith("#")
        )
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            yield Sentence(comments, rows)


def texts_of(path: Path) -> Iterator[tuple[Text, Sentence, int]]:
    """Yield each sentence with its text and where in that it begins."""
    text = Text()
    for sentence in sentences(path):
        if "newdoc" in sentence.comments or "newdoc id" in sentence.comments:
            text = Text()
        yield text, sentence, text.add(sentence.comments["text"])


def belarusian(folder: Path) -> list[Text]:
    """UD HSE: names.jsonl has a line for each sentence of the tree bank, in its order, with lemmas."""
    lines: dict[str, list[list[dict[str, str | int]]]] = {}
    for line in (folder / "names.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        lines.setdefault(row["text"], []).append(row["names"])
    found: list[Text] = []
    for text, sentence, at in texts_of(next(folder.glob("*.conllu"))):
        if not any(text is each for each in found):
            found.append(text)
        for name in next(iter(lines.get(sentence.comments["text"], [])), []):
            if name["type"] in KINDS:
                kind = KINDS[str(name["type"])]
                text.gold.append((Span(at + int(name["start"]), at + int(name["end"])), kind))
                text.names.add((kind, str(name["lemma"])))
    return found


def lithuanian(folder: Path) -> list[Text]:
    """UD ALKSNIS: proper nouns joined by `flat` are one name; it does not say of what.

    Names of two words and more are given as persons, those of one as places: a kind decides what
    may stand beside a name. They are counted together.
    """
    found: list[Text] = []
    for text, sentence, at in texts_of(next(folder.glob("*.conllu"))):
        if not any(text is each for each in found):
            found.append(text)
        run: list[int] = []
        spans = sentence.spans()
        for number, row in enumerate([*sentence.rows, ["", "", "", ""]]):
            goes_on = run and row[3] == "PROPN" and "flat" in row[7]
            if run and not goes_on:
                kind = PERSON if len(run) > 1 else PLACE
                text.gold.append((Span(at + spans[run[0]].start, at + spans[run[-1]].end), kind))
                text.names.add((kind, " ".join(sentence.rows[each][2] for each in run)))
                run = []
            if row[3] == "PROPN":
                run.append(number)
    return found


def english(folder: Path) -> list[Text]:
    """UNER EWT: no lemmas, so names are given as they stand in the texts, those with a capital letter."""
    found: list[Text] = []
    text = Text()
    for sentence in sentences(next(folder.glob("*.iob2"))):
        if "newdoc id" in sentence.comments or not found:
            text = Text()
            found.append(text)
        at, spans, run = text.add(sentence.comments["text"]), sentence.spans(), []
        for number, row in enumerate([*sentence.rows, ["", "", "O"]]):
            if run and not row[2].startswith("I-"):
                span = Span(at + spans[run[0]].start, at + spans[run[-1]].end)
                kind = KINDS[sentence.rows[run[0]][2][2:]]
                text.gold.append((span, kind))
                name = text.text[span.start : span.end]
                if name != name.lower():
                    text.names.add((kind, name))
                run = []
            if row[2] != "O":
                run.append(number)
    return found


_RUSSIAN = {
    "Person": (PERSON, ("name", "surname", "patronymic", "nickname")),
    "Org": (ORGANISATION, ("org_name",)),
    "LocOrg": (PLACE, ("loc_name",)),
    "Location": (PLACE, ("loc_name",)),
}


def russian(folder: Path) -> list[Text]:
    """FactRuEval: a mention is its spans of names, without descriptions; a record has its object's names."""
    return [_russian(path) for path in sorted(folder.glob("*set/*.objects"))]


def _russian(path: Path) -> Text:
    text = Text(path.with_suffix(".txt").read_text(encoding="utf-8"))
    spans = {}
    for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
        number, kind, start, length, *_rest = line.split()
        spans[number] = (kind, int(start), int(start) + int(length))
    named: dict[str, RecordKind] = {}
    places: set[tuple[Span, RecordKind]] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        number, sort, *parts = line.split("#")[0].split()
        if sort not in _RUSSIAN:
            continue
        kind, wanted = _RUSSIAN[sort]
        own = [spans[part] for part in parts if spans[part][0] in wanted]
        if own:
            named[number] = kind
            places.add((Span(min(each[1] for each in own), max(each[2] for each in own)), kind))
    text.gold = sorted(places, key=lambda each: each[0])
    for block in path.with_suffix(".coref").read_text(encoding="utf-8").split("\n\n"):
        head, *facts = block.strip().splitlines() or [""]
        kinds = {named[number] for number in head.split()[1:] if number in named}
        for kind in kinds:
            text.names |= {(kind, name) for name in _names([fact.partition(" ")[::2] for fact in facts]) if name}
    return text


def _names(facts: list[tuple[str, str]]) -> Iterator[str]:
    first: dict[str, str] = {}
    for key, value in facts:
        if key in ("name", "nickname"):
            yield value if value != value.lower() else ""
        else:
            first.setdefault(key, value)
    yield " ".join(first[key] for key in ("firstname", "patronymic", "lastname") if first.get(key))


SETS = {
    "be": (belarusian, "ner-be-ud-hse"),
    "ru": (russian, "ner-ru-factrueval"),
    "lt": (lithuanian, "ner-lt-alksnis"),
    "en": (english, "ner-en-uner"),
}


@dataclass
class Score:
    """Counts of one kind: names, places found, and agreements strict and overlapping."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    right: int = 0
    recalled: int = 0

    def row(self) -> str:
        """Return cells: strict precision / recall / F1, then overlapping."""
        cells = []
        for right, recalled in ((self.strict, self.strict), (self.right, self.recalled)):
            precision, recall = right / max(1, self.found), recalled / max(1, self.gold)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            cells.append(f"{precision:.3f} / {recall:.3f} / {f1:.3f}")
        return f"{self.gold} | " + " | ".join(cells)


def measure(language: str, texts: Iterable[Text], *, told: bool, shown: list[str]) -> dict[str, Score]:
    texts = list(texts)
    records = sorted({name for text in texts for name in text.names})
    kinds = {f"r{number}": kind for number, (kind, _name) in enumerate(records)}
    known = KnownNames(Form(f"r{number}", kind, name, language) for number, (kind, name) in enumerate(records))
    scores: dict[str, Score] = {}
    for text in texts:
        found = [(each.span, kinds[each.record_ids[0]]) for each in known.find(text.text, language)]
        gold = text.gold
        for kind in (PERSON, ORGANISATION, PLACE) if told else (None,):
            one = [span for span, its in gold if kind in (its, None)]
            other = [span for span, its in found if kind in (its, None)]
            score = scores.setdefault("name" if kind is None else kind.value, Score())
            score.gold += len(one)
            score.found += len(other)
            score.strict += len(set(one) & set(other))
            score.right += sum(any(span.overlaps(each) for each in one) for span in other)
            score.recalled += sum(any(span.overlaps(each) for each in other) for span in one)
            label = kind or ""
            shown.extend(f"- {label} {_around(text.text, span)}" for span in one if span not in other)
            shown.extend(f"+ {label} {_around(text.text, span)}" for span in other if span not in one)
    return scores


def _around(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 20]
    return f"{before}[{text[span.start : span.end]}]{after}".replace("\n", " / ")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", default="", help="a language whose differences are printed, of the first half")
    parser.add_argument("--data", type=Path, default=DATA)
    asked = parser.parse_args()
    print(
        "| | half | kind | names | strict P / R / F1 | overlapping P / R / F1 |\n| --- | --- | --- | --- | --- | --- |"
    )
    for language, (read, folder) in SETS.items():
        if not (asked.data / folder).is_dir():
            continue
        texts = read(asked.data / folder)
        for half, title in ((0, "looked at"), (1, "kept aside")):
            shown: list[str] = []
            scores = measure(language, texts[half::2], told=language != "lt", shown=shown)
            total = Score(**dict(sum((Counter(vars(score)) for score in scores.values()), Counter())))
            for kind, score in (*scores.items(), *((("all", total),) if len(scores) > 1 else ())):
                print(f"| {language} | {title} | {kind} | {score.row()} |")
            if asked.list == language and half == 0:
                print("\n".join(shown))


if __name__ == "__main__":
    main()
