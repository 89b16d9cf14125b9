"""An editor that changes texts and knows where every code point went."""

from __future__ import annotations

import re
from collections.abc import Callable

from made_texts import BOILERPLATE, NAMES, SENTENCE, WORD, Maker
from workbench.domain.anchors import Span

CONTEXT_LIMIT = 4_000

SWAPS = {"«": "„", "»": "“", "“": "«", "”": "»", "„": "«", "—": "–", "–": "-", ",": ";", ".": "…", ":": " —", "-": "–"}


class Editor:
    """A text under edit: paragraphs of code points, each with its place in the first text or below zero."""

    def __init__(self, text: str, maker: Maker) -> None:
        self.old = text
        self.maker = maker
        self.chance = maker.chance
        self.lines: list[list[tuple[str, int]]] = []
        at = 0
        for line in text.split("\n"):
            self.lines.append([(char, at + n) for n, char in enumerate(line)])
            at += len(line) + 1

    # helpers

    def line_text(self, number: int) -> str:
        return "".join(char for char, _at in self.lines[number])

    def copy_of(self, number: int) -> list[tuple[str, int]]:
        """Copy a line; a copy's place is -2 less that of its original."""
        return [(char, -2 - at if at >= 0 else at) for char, at in self.lines[number]]

    def fresh(self, text: str) -> list[tuple[str, int]]:
        return [(char, -1) for char in text]

    def some_line(self) -> int:
        full = [n for n, line in enumerate(self.lines) if len(line) > 1]
        return self.chance.choice(full) if full else -1

    def some_words(self, most: int = 4) -> tuple[int, int, int] | None:
        number = self.some_line()
        if number < 0:
            return None
        words = list(WORD.finditer(self.line_text(number)))
        if not words:
            return None
        first = self.chance.randrange(len(words))
        last = min(len(words) - 1, first + self.chance.randrange(most))
        return number, words[first].start(), words[last].end()

    def some_sentence(self) -> tuple[int, int, int] | None:
        number = self.some_line()
        found = list(SENTENCE.finditer(self.line_text(number))) if number >= 0 else []
        if not found:
            return None
        match = self.chance.choice(found)
        return number, match.start(), match.end()

    def vocabulary(self) -> str:
        words = WORD.findall(self.maker.sentence())
        start = self.chance.randrange(len(words))
        return " ".join(words[start : start + self.chance.randint(1, 4)])

    def put(self, number: int, start: int, end: int, text: str) -> None:
        """Replace a piece of a line; what is the same at its edges is kept, as no reader can tell."""
        line = self.lines[number]
        while start < end and text and line[start][0] == text[0]:
            start, text = start + 1, text[1:]
        while start < end and text and line[end - 1][0] == text[-1]:
            end, text = end - 1, text[:-1]
        line[start:end] = self.fresh(text)

    def gap(self) -> tuple[int, int] | None:
        found = self.some_words(1)
        return (found[0], found[1]) if found else None

    # words

    def replace_words(self) -> None:
        if found := self.some_words():
            self.put(*found, self.vocabulary())

    def delete_words(self) -> None:
        if found := self.some_words():
            number, start, end = found
            self.put(number, start, min(len(self.lines[number]), end + 1), "")

    def insert_words(self) -> None:
        if place := self.gap():
            self.put(*place, place[1], self.vocabulary() + " ")

    def replace_name(self) -> None:
        names = NAMES[self.maker.language]
        places = [
            (number, match.start(), match.end())
            for number in range(len(self.lines))
            for match in re.finditer("|".join(sorted(names, key=len, reverse=True)), self.line_text(number))
        ]
        if places:
            self.put(*self.chance.choice(places), self.chance.choice(names))

    def cut_and_insert_words(self) -> None:
        if found := self.some_words(6):
            number, start, end = found
            words = self.line_text(number)[start:end]
            self.put(number, start, min(len(self.lines[number]), end + 1), "")
            if place := self.gap():
                self.put(*place, place[1], words + " ")

    def change_case(self) -> None:
        if found := self.some_words(2):
            number, start, end = found
            text = self.line_text(number)[start:end]
            self.put(number, start, end, text.upper() if self.chance.random() < 0.5 else text.title())

    def change_punctuation(self) -> None:
        number = self.some_line()
        places = [n for n, (char, _at) in enumerate(self.lines[number]) if char in SWAPS] if number >= 0 else []
        for place in self.chance.sample(places, min(len(places), self.chance.randint(1, 3))):
            self.lines[number][place] = (SWAPS[self.lines[number][place][0]][:1], -1)

    def change_spaces(self) -> None:
        number = self.some_line()
        places = [n for n, (char, _at) in enumerate(self.lines[number]) if char == " "] if number >= 0 else []
        if places:
            place = self.chance.choice(places)
            self.lines[number][place : place + 1] = self.fresh(self.chance.choice(("\u00a0", "  ", "\t", "\u2009")))

    # sentences

    def delete_sentence(self) -> None:
        if found := self.some_sentence():
            self.put(*found, "")

    def insert_sentence(self) -> None:
        if found := self.some_sentence():
            self.put(found[0], found[1], found[1], self.maker.sentence() + " ")

    def replace_sentence(self) -> None:
        if found := self.some_sentence():
            self.put(*found, self.maker.sentence() + " ")

    def move_sentence(self) -> None:
        if found := self.some_sentence():
            number, start, end = found
            moved = self.lines[number][start:end]
            del self.lines[number][start:end]
            other = self.some_sentence()
            line, at = (other[0], other[1]) if other else (number, start)
            self.lines[line][at:at] = moved

    # paragraphs

    def delete_paragraph(self) -> None:
        if len(self.lines) > 2:
            del self.lines[self.chance.randrange(len(self.lines))]

    def insert_paragraph(self) -> None:
        self.lines.insert(self.chance.randrange(len(self.lines) + 1), self.fresh(self.maker.paragraph()))

    def move_paragraph(self) -> None:
        line = self.lines.pop(self.chance.randrange(len(self.lines)))
        self.lines.insert(self.chance.randrange(len(self.lines) + 1), line)

    def swap_paragraphs(self) -> None:
        one, other = (self.chance.randrange(len(self.lines)) for _n in range(2))
        self.lines[one], self.lines[other] = self.lines[other], self.lines[one]

    def duplicate_paragraph(self) -> int:
        number = self.chance.randrange(len(self.lines))
        copy = self.copy_of(number)
        at = self.chance.choice((number, number + 1, self.chance.randrange(len(self.lines) + 1)))
        self.lines.insert(at, copy)
        return number + 1 if at <= number else number

    def split_paragraph(self) -> None:
        if found := self.some_sentence():
            number, start, _end = found
            line = self.lines[number]
            self.lines[number : number + 1] = [line[:start], line[start:]]

    def join_paragraphs(self) -> None:
        if len(self.lines) > 2:
            number = self.chance.randrange(len(self.lines) - 1)
            self.lines[number : number + 2] = [self.lines[number] + self.fresh(" ") + self.lines[number + 1]]

    def truncate(self) -> None:
        keep = self.chance.randint(max(1, len(self.lines) // 2), len(self.lines))
        self.lines = self.lines[:keep]
        self.lines[-1] = self.lines[-1][: max(1, len(self.lines[-1]) * 2 // 3)]

    def frame(self) -> None:
        line = self.fresh(self.chance.choice(BOILERPLATE[self.maker.language]))
        self.lines.insert(self.chance.choice((0, len(self.lines))), line)

    # those that know how passages are carried

    def _spoil(self, number: int, times: int) -> None:
        """Replace single words, a quarter at most: of what is wholly rewritten nobody says it is the original."""
        most = max(1, len(WORD.findall(self.line_text(number))) // 4)
        for _n in range(min(times, most)):
            words = list(WORD.finditer(self.line_text(number)))
            if words:
                match = self.chance.choice(words)
                word = self.chance.choice((self.maker.name(), self.vocabulary().split()[0]))
                self.put(number, match.start(), match.end(), word)

    def copy_and_spoil_original(self) -> None:
        self._spoil(self.duplicate_paragraph(), self.chance.randint(1, 3))

    def copy_block_and_spoil_original(self) -> None:
        size = self.chance.randint(2, 3)
        start = self.chance.randrange(max(1, len(self.lines) - size))
        block = [self.copy_of(n) for n in range(start, min(len(self.lines), start + size))]
        for number in range(start, min(len(self.lines), start + size)):
            self._spoil(number, 1)
        at = self.chance.choice((start, start + size, self.chance.randrange(len(self.lines) + 1)))
        self.lines[at:at] = block

    def _likes(self) -> tuple[int, int] | None:
        """Choose two paragraphs that differ in some words, and in less than half of them."""
        words = [re.split(r"(\W+)", self.line_text(n)) for n in range(len(self.lines))]
        pairs = [
            (n, m)
            for n, one in enumerate(words)
            for m, other in enumerate(words)
            if n != m
            and self._is_original(n)
            and self._is_original(m)
            and len(one) == len(other)
            and 0 < sum(map(str.__ne__, one, other)) * 5 < len(one)
        ]
        return self.chance.choice(pairs) if pairs else None

    def _is_original(self, number: int) -> bool:
        return any(at >= 0 for _char, at in self.lines[number])

    def make_sister_alike(self) -> None:
        """Delete a paragraph, and change a like one so that it reads the same."""
        if pair := self._likes():
            deleted, sister = pair
            self._read_as(sister, self.line_text(deleted))
            del self.lines[deleted]

    def swap_likes(self) -> None:
        """Change two like paragraphs, word by word, so that each reads as the other did."""
        if pair := self._likes():
            texts = [self.line_text(number) for number in pair]
            self._read_as(pair[0], texts[1])
            self._read_as(pair[1], texts[0])

    def _read_as(self, number: int, text: str) -> None:
        old, new = re.split(r"(\W+)", self.line_text(number)), re.split(r"(\W+)", text)
        at = 0
        for was, now in zip(old, new, strict=True):
            if was != now:
                self.lines[number][at : at + len(was)] = self.fresh(now)
            at += len(now)

    def cut_sentence_before_twin(self) -> None:
        """Delete from one occurrence of a name up to the next, so that its surroundings meet the other's."""
        number = self.some_line()
        if number < 0:
            return
        text = self.line_text(number)
        for name in self.chance.sample(NAMES[self.maker.language], 3):
            places = [match.start() for match in re.finditer(re.escape(name), text)]
            if len(places) > 1:
                del self.lines[number][places[0] : places[1]]
                return

    # the result

    def result(self) -> tuple[str, list[int]]:
        """Return the text as it is now, and where each code point stood in the first one (or -1).

        A line feed goes with the line that it ends, or else with the one that it begins.
        """
        chars: list[tuple[str, int]] = []
        for number, line in enumerate(self.lines):
            chars += [("\n", -1)] if number else []
            chars += line
        text, origins = "".join(char for char, _at in chars), [at for _char, at in chars]
        origins = self._with_heirs(origins)
        for step in (1, -1):
            for at in range(1, len(text) - 1)[::step]:
                beside = origins[at - step]
                if text[at] == "\n" and origins[at] < 0 <= beside and 0 <= beside + step < len(self.old):
                    origins[at] = beside + step if self.old[beside + step] == "\n" else -1
        return text, origins

    def _with_heirs(self, origins: list[int]) -> list[int]:
        """Let a copy, or a long line that was typed anew, stand for a paragraph of which nothing is left.

        The two together are a move: nothing in the two texts says otherwise.
        """
        paragraphs = [0] * len(self.old)
        number = 0
        for at, char in enumerate(self.old):
            paragraphs[at] = number
            number += char == "\n"
        alive = {paragraphs[at] for at in origins if at >= 0}
        origins = [-2 - at if at <= -2 and paragraphs[-2 - at] not in alive else max(at, -1) for at in origins]
        starts = {line: self.old.index(line) for line in self.old.split("\n") if len(line) >= 30}
        at = 0
        for n in range(len(self.lines)):
            line = self.line_text(n)
            start = starts.get(line, -1)
            if start >= 0 and paragraphs[start] not in alive and max(origins[at : at + len(line)]) < 0:
                origins[at : at + len(line)] = range(start, start + len(line))
            at += len(line) + 1
        return origins


MILD: tuple[Callable[[Editor], object], ...] = (
    Editor.replace_words, Editor.delete_words, Editor.insert_words, Editor.change_punctuation, Editor.change_spaces,
    Editor.change_case, Editor.insert_sentence, Editor.delete_sentence, Editor.insert_paragraph, Editor.frame,
)  # fmt: skip
ROUGH: tuple[Callable[[Editor], object], ...] = (
    Editor.replace_name, Editor.cut_and_insert_words, Editor.replace_sentence, Editor.move_sentence,
    Editor.delete_paragraph, Editor.move_paragraph, Editor.swap_paragraphs, Editor.duplicate_paragraph,
    Editor.split_paragraph, Editor.join_paragraphs, Editor.truncate,
)  # fmt: skip
HOSTILE: tuple[Callable[[Editor], object], ...] = (
    Editor.copy_and_spoil_original, Editor.copy_block_and_spoil_original, Editor.make_sister_alike,
    Editor.swap_likes, Editor.cut_sentence_before_twin,
)  # fmt: skip


def is_true(old: str, new: str, origins: list[int], span: Span, place: Span) -> bool:
    """Tell whether a passage truly stands at a place of the edited text.

    It does where its own code points went there, all of them and in a row; or where the same words
    stand in the same gap: between code points that themselves went there, and character for
    character the same text from the one to the other. (Such a text cannot be told from one
    where nothing happened.)
    """
    words = old[span.start : span.end]
    if words != new[place.start : place.end]:
        return False
    if not words.strip("\n"):
        return True
    if feeds := len(words) - len(words.lstrip("\n")):  # a line feed at an edge is no word
        span, place = Span(span.start + feeds, span.end), Span(place.start + feeds, place.end)
    if feeds := len(words) - len(words.rstrip("\n")):
        span, place = Span(span.start, span.end - feeds), Span(place.start, place.end - feeds)
    if origins[place.start : place.end] == list(range(span.start, span.end)):
        return True
    return _meets(old, new, origins, span.start - 1, place.start - 1, -1) and _meets(
        old, new, origins, span.end, place.end, 1
    )


def _meets(old: str, new: str, origins: list[int], at: int, there: int, step: int) -> bool:
    for _n in range(CONTEXT_LIMIT):
        ended, ended_there = not 0 <= at < len(old), not 0 <= there < len(new)
        if ended or ended_there:
            return ended and (ended_there or new[there] == "\n")  # at a text's edge a line begins or ends
        if old[at] != new[there]:
            return False
        if origins[there] == at:
            return True
        at, there = _next(old, at, step), _next(new, there, step)
    return False


def _next(text: str, at: int, step: int) -> int:
    """Return the next place; empty lines are nothing to point at, so line feeds in a row count as one."""
    feed = text[at] == "\n"
    at += step
    while feed and 0 <= at < len(text) and text[at] == "\n":
        at += step
    return at
