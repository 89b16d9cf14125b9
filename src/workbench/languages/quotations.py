"""Quotations in a text: where they are, how likely they are speech, and who may have said them.

The rule of what is offered (`Quotation.likely`): five words or more between marks; or two to
four with a speaking verb in their sentence; or one that a colon or a verb next to it brings
in. Titles, names of organisations and words in scare quotes, told by capital letters and by
what stands before them (“the newspaper”), are not. Nothing here is certain: a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.domain.anchors import Span
from workbench.languages.dialogue import find_dialogue
from workbench.languages.quotation_marks import Pair, find_pairs, lines_of
from workbench.languages.speakers import Clause, Named, name_in, named_before
from workbench.languages.speech_verbs import Lexicon, lexicon

LIKELY = 50
"""Per cent from which a quotation is offered."""

_WINDOW = 240
"""Code points before and after a quotation that are looked through."""

_TAIL = 6
"""Words after a comma that say who spoke, at most: “said the tall Ihar Orlov”."""

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_BREAK = re.compile(r"(?<=[^\W\d_]{3}[.!?…])[»”“\"’)]*\s+(?=[^\W\d_]|[«„“\"‘])|(?<=[\d»”“\")][.!?…])\s+(?=[^\W\d_])|\n")
_LEADS_IN = re.compile(r"[:,]\s*[—–-]?\s*$")
_GOES_ON = re.compile(r"[.,;]?\s*[—–-]\s|,")
_GOES_ON_BARE = re.compile(r"[.]?\s+[a-zа-яёіўąčęėįšųūž]")
_ASIDE = re.compile(r"[,.!?…]\s?[—–]\s")
_AND = re.compile(r"\s*,?\s*(?:and|or|but|і|й|ды|або|але|и|или|но|ir|ar|bet)?\s*[—–-]?\s*")
_BY_LENGTH = (0, 5, 25, 35, 40, 55, 55, 65, 65, 65, 80)
"""Per cent by the number of words, before anything else is looked at."""


class Reason(StrEnum):
    """What speaks most for a quotation, or against it."""

    SAID = "said"
    """A speaking verb belongs to it."""

    INTRODUCED = "introduced"
    """A colon stands before it."""

    NEAR = "near"
    """A speaking verb is in its sentence."""

    GOES_ON = "goes on"
    """It follows another one of the same paragraph."""

    DIALOGUE = "dialogue"
    """A paragraph that begins with a dash, with a speaking verb after another dash."""

    LENGTH = "length"
    """Nothing but how long it is."""

    TITLE = "title"
    """It is rather what something is called."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in a text; spans in code points, certainties in per cent.

    `span` is the words, `outer` holds the marks as well. `speaker` is where the name stands
    that is proposed, which may be elsewhere than the verb.
    """

    span: Span
    outer: Span
    depth: int
    closed: bool
    likelihood: int
    reason: Reason
    verb: Span | None = None
    speaker: Span | None = None
    speaker_certainty: int = 0

    @property
    def likely(self) -> bool:
        """Whether it is offered unasked."""
        return self.likelihood >= LIKELY


def find_quotations(
    text: str,
    language: str,
    *,
    paragraphs: Sequence[Span] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Quotation]:
    """Return every quotation of a text in reading order, likely or not; outer ones before those in them.

    `language` is a BCP 47 tag; for one that is not a working language the words of all four
    count. `paragraphs` and `progress` are as for `find_pairs`. Takes time in proportion to the
    text. For a part of a text give its paragraphs: what is found depends on nothing outside them.
    """
    known = lines_of(text) if paragraphs is None else list(paragraphs)
    half = None if progress is None else (lambda done, total: progress(done // 2, total))
    words = lexicon(language)
    pairs = find_pairs(text, known, half, lambda said: _left_open(text, said, words))
    judge = _Judge(text, words, known)
    found: list[Quotation] = []
    for number, (pair, room) in enumerate(zip(pairs, _rooms(pairs), strict=True)):
        if progress is not None and number % 256 == 0:
            progress((len(text) + pair.outer.start) // 2, len(text))
        found.append(judge.quotation(pair, room))
    found += _dialogues(text, known, found, judge)
    found.sort(key=lambda each: (each.outer.start, -each.outer.end))
    return found


def offered(found: Sequence[Quotation]) -> list[Quotation]:
    """Return the likely ones that stand in no other likely one: what is inside is the outer's words."""
    kept: list[Quotation] = []
    for each in found:
        if each.likely and (not kept or each.outer.start >= kept[-1].outer.end):
            kept.append(each)
    return kept


def _left_open(text: str, said: Span, words: Lexicon) -> bool:
    """Tell whether words end as those do whose closing mark was forgotten: “…, said Orlov.”

    A comma, a speaking verb right after it with a name, and nothing else to the paragraph's end.
    """
    comma = max(text.rfind(",", max(said.start, said.end - _WINDOW), said.end), said.start)
    tail = Clause(text, comma + 1, said.end)
    verb = _last_verb(tail, words)
    if text[comma : comma + 1] != "," or verb is None or len(tail.tokens) > _TAIL:
        return False
    if _BREAK.search(text, verb.end, said.end) or _ASIDE.search(text, verb.end, said.end):
        return False  # the words go on after the author's
    return name_in(tail, verb, words) is not None


def _rooms(pairs: Sequence[Pair]) -> list[Span]:
    """Return how far each pair may look around: to its neighbours, and to what is around it."""
    low, high = [0] * len(pairs), [0] * len(pairs)
    around: list[int] = []
    last: dict[int, int] = {}
    for number, pair in enumerate(pairs):
        while around and pairs[around[-1]].outer.end <= pair.outer.start:
            around.pop()
        parent = around[-1] if around else -1
        before = last.get(parent)
        low[number] = pairs[parent].inner.start if parent >= 0 else 0
        high[number] = pairs[parent].outer.end if parent >= 0 else -1
        if before is not None and before >= 0 and pairs[before].outer.end >= low[number]:
            low[number] = pairs[before].outer.end
            high[before] = pair.outer.start
        last[parent] = number
        around.append(number)
    return [
        Span(min(low[n], pair.outer.start), max(pair.outer.end, high[n] if high[n] >= 0 else pair.outer.end + _WINDOW))
        for n, pair in enumerate(pairs)
    ]


@dataclass
class _Said:
    """What is known of the quotation before, for those that go on with it."""

    end: int = -1
    paragraph: int = -1
    attributed: bool = False
    named: Named | None = None


class _Judge:
    """Goes through the quotations of one text in order, and remembers who spoke last."""

    def __init__(self, text: str, words: Lexicon, paragraphs: Sequence[Span]) -> None:
        self.text, self.words, self.paragraphs = text, words, paragraphs
        self._paragraph = 0
        self._before = _Said()

    def quotation(self, pair: Pair, room: Span) -> Quotation:
        """Judge one pair; pairs come in reading order."""
        place = self._place_of(pair.outer.start)
        before, after = self._clauses(pair, room, place)
        told = self._attribution(pair, before, after)
        likelihood, reason = self._likelihood(pair, before, told)
        verb, named = self._speaker(pair, told, place)
        if pair.depth == 0:
            self._before = _Said(pair.outer.end, place, told.strength > 0 or named is not None, named)
        if not pair.closed:
            # Where the author's words are in it, nobody said it so.
            likelihood -= 30 if _left_open(self.text, pair.inner, self.words) else 15
        return Quotation(
            pair.inner, pair.outer, pair.depth, pair.closed, min(max(likelihood, 0), 100), reason, verb,
            None if named is None else named.span, 0 if named is None else named.certainty,
        )  # fmt: skip

    def _place_of(self, at: int) -> int:
        while self._paragraph + 1 < len(self.paragraphs) and self.paragraphs[self._paragraph + 1].start <= at:
            self._paragraph += 1
        return self._paragraph

    def _clauses(self, pair: Pair, room: Span, place: int) -> tuple[Clause, Clause]:
        paragraph = self.paragraphs[place]
        low = max(room.start, paragraph.start, pair.outer.start - _WINDOW)
        if not self.text[low : pair.outer.start].strip() and place and low == paragraph.start:
            above = self.paragraphs[place - 1]  # “He said:” may be a paragraph of its own
            if self.text[max(above.start, above.end - 1) : above.end] == ":":
                low = max(above.start, above.end - _WINDOW, self._before.end)
        for found in _BREAK.finditer(self.text, low, pair.outer.start):
            if self.text[found.end() : pair.outer.start].strip():
                low = found.end()
        end = min(room.end, pair.outer.end + _WINDOW)
        stop = self.text.find("\n", pair.outer.end, end)
        end = end if stop < 0 else stop
        broken = _BREAK.search(self.text, pair.outer.end, end)
        return Clause(self.text, low, pair.outer.start), Clause(
            self.text, pair.outer.end, broken.start() if broken else max(end, pair.outer.end)
        )

    def _attribution(self, pair: Pair, before: Clause, after: Clause) -> _Told:
        """Return the clause that says who speaks, and how surely it does."""
        said_before = _last_verb(before, self.words)
        said_after = self.words.verbs.search(self.text, after.start, after.end)
        after_verb = None if said_after is None else Span(*said_after.span())
        ends = _last_sign(self.text, pair.inner)
        follows = _GOES_ON.match(self.text, after.start, after.end)
        leads = _LEADS_IN.search(before.words)
        near = after_verb is not None and after.distance(after_verb.start) <= (9 if ends == "," else 6)
        if near and (follows or ends in ",!?…"):
            return _Told(after, after_verb, 45, Reason.SAID)
        if said_before is not None and leads:
            return _Told(before, said_before, 45, Reason.SAID)
        if leads and ":" in leads[0] and before.words.strip(" :"):
            return _Told(before, None, 30, Reason.INTRODUCED)
        if said_before is not None:
            return self._near(pair, before, said_before)
        goes_on = follows or _GOES_ON_BARE.match(self.text, after.start, after.end)
        return self._aside(pair) or self._unaided(pair, before, after, after_verb if goes_on else None)

    def _near(self, pair: Pair, before: Clause, verb: Span) -> _Told:
        """Return what a speaking verb somewhere before the marks is worth; one of another sentence, less."""
        if before.words.rstrip()[-1:] not in ".!?…":
            return _Told(before, verb, 25 if before.gap(verb.end) <= 6 else 15, Reason.NEAR)
        if self._before.attributed and self._goes_on(pair):
            return _Told(before, None, 10, Reason.GOES_ON)
        return _Told(before, verb, 10, Reason.NEAR, certainty=60)

    def _unaided(self, pair: Pair, before: Clause, after: Clause, after_verb: Span | None) -> _Told:
        """Return what is left where nothing next to the marks says who speaks."""
        if after_verb is not None:
            return _Told(after, after_verb, 15, Reason.NEAR)
        if self._before.attributed and self._goes_on(pair):
            joined = _AND.fullmatch(self.text, self._before.end, pair.outer.start)
            if joined and joined[0].strip():  # “A” and “B”: both are brought in by what stands before the first
                return _Told(before, None, 25, Reason.GOES_ON)
        return _Told(before, None, 0, Reason.LENGTH)

    def _aside(self, pair: Pair) -> _Told | None:
        """Return the author's words where they stand inside the marks: «Так, — сказаў ён. — Пойдзем»."""
        cut = _ASIDE.search(self.text, pair.inner.start, pair.inner.end)
        if cut is None:
            return None
        next_cut = _ASIDE.search(self.text, cut.end(), min(pair.inner.end, cut.end() + _WINDOW))
        end = next_cut.start() if next_cut else min(pair.inner.end, cut.end() + _WINDOW)
        clause = Clause(self.text, cut.end(), end)
        verb = self.words.verbs.search(self.text, clause.start, clause.end)
        if verb is None or clause.distance(verb.start()) > 2:
            return None
        return _Told(clause, Span(*verb.span()), 30, Reason.SAID)

    def _likelihood(self, pair: Pair, before: Clause, told: _Told) -> tuple[int, Reason]:
        found = _WORD.findall(self.text, pair.inner.start, min(pair.inner.end, pair.inner.start + 4 * _WINDOW))
        count = len(found)
        score = _BY_LENGTH[min(count, len(_BY_LENGTH) - 1)] + told.strength
        reason = told.reason
        ended = _last_sign(self.text, pair.inner) in ",.!?…"
        if count >= 3 and ended:
            score += 10
        if self._called(found, before, told, ended=ended):
            return score - 45, Reason.TITLE
        if reason is Reason.LENGTH and self._goes_on(pair) and self._before.attributed:
            score, reason = score + 10, Reason.GOES_ON
        return score, reason

    def _called(self, found: list[str], before: Clause, told: _Told, *, ended: bool) -> bool:
        """Tell whether it is rather a name: capital letters throughout, or a word for what is called so before it."""
        cried = told.reason is Reason.SAID and before.words.rstrip()[-1:] == ":"
        if cried or (ended and told.strength) or len(found) > 9:
            return False
        if not ended and before.last_word() in self.words.titled:
            return True
        long = [word for word in found if len(word) > 3] or found
        capitals = all(word[0].isupper() or word[0].isdigit() for word in long)
        return capitals and not ended and (len(found) > 1 or told.reason is not Reason.SAID)

    def _goes_on(self, pair: Pair) -> bool:
        return self._before.paragraph == self._paragraph and self._before.end <= pair.outer.start

    def _speaker(self, pair: Pair, told: _Told, place: int) -> tuple[Span | None, Named | None]:
        known = self._before.named
        if told.verb is not None or told.reason is Reason.INTRODUCED:
            by_pronoun = told.clause.pronoun_speaks(told.verb, self.words)
            named = None if by_pronoun else name_in(told.clause, told.verb, self.words)
            if named is not None:
                return told.verb, replace(named, certainty=min(named.certainty, told.certainty))
            if told.clause.has_pronoun(told.verb, self.words):
                return told.verb, self._meant(min(told.clause.start, pair.outer.start), place)
            return told.verb, None
        if known is not None and self._goes_on(pair):
            return None, replace(known, certainty=min(known.certainty, 50))
        return None, None

    def _meant(self, end: int, place: int) -> Named | None:
        """Return whom a pronoun means: who said something since, who spoke last, or the last full name."""
        above = self.paragraphs[place - 1] if place else self.paragraphs[place]
        start = min(end, max(above.start, self._before.end, end - 2 * _WINDOW))
        near = Clause(self.text, start, end)
        verb = _last_verb(near, self.words)
        said = None if verb is None else name_in(near, verb, self.words)
        known = said or self._before.named
        if known is not None:
            return replace(known, certainty=min(known.certainty, 40))
        return named_before(self.text, start, end, self.words)


def _last_verb(clause: Clause, words: Lexicon) -> Span | None:
    found = [Span(*each.span()) for each in words.verbs.finditer(clause.text, clause.start, clause.end)]
    return found[-1] if found else None


def _last_sign(text: str, inner: Span) -> str:
    """Return a quotation's last character, past the marks of one that ends with it."""
    end = inner.end
    while end > inner.start + 1 and end > inner.end - 4 and text[end - 1] in "»”“’‘\"'":
        end -= 1
    return text[end - 1]


@dataclass(frozen=True, slots=True)
class _Told:
    clause: Clause
    verb: Span | None
    strength: int
    reason: Reason
    certainty: int = 95
    """How certain a name in the clause can be at most."""


def _dialogues(text: str, paragraphs: Sequence[Span], found: list[Quotation], judge: _Judge) -> list[Quotation]:
    """Return what is said in paragraphs that begin with a dash, where no marks stand."""
    taken = [each.outer for each in found]
    at, more = 0, []
    for line in find_dialogue(text, paragraphs, judge.words):
        while at < len(taken) and taken[at].end <= line.parts[0].start:
            at += 1
        if at < len(taken) and any(taken[at].overlaps(part) for part in line.parts):
            continue
        named = name_in(line.clause, line.verb, judge.words)
        speaker, certainty = (named.span, named.certainty) if named is not None else (None, 0)
        more += [
            Quotation(
                part,
                part,
                0,
                closed=True,
                likelihood=80,
                reason=Reason.DIALOGUE,
                verb=line.verb,
                speaker=speaker,
                speaker_certainty=certainty,
            )
            for part in line.parts
        ]
    return more
