"""The name near a speaking verb: who is proposed as the speaker of a quotation."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from workbench.domain.anchors import Span
from workbench.languages.speech_verbs import NAME_PARTICLES, Lexicon, lexicon

_TOKEN = re.compile(r"[^\W_]+(?:[’'ʼ-][^\W_]+)*")
_JOINED = re.compile(r"[ \u00a0\u202f]{1,2}|\.[ \u00a0\u202f]{0,2}|[ \u00a0]?-[ \u00a0]?")
_PAIR = re.compile(r"(?<![\w.’'-])([^\W\d_][\w’'-]+)[ \u00a0](?=([^\W\d_][\w’'-]*\w))")
_POSSESSIVE = re.compile(r"[’']s$")
_LOCATIVE = re.compile(r"(?:uje|yje|oje|ėje|uose|ose|ėse)$")
"""The endings of Lithuanian places “in” which something is: never who speaks."""


@dataclass(frozen=True, slots=True)
class Named:
    """Where a name stands, and how certain it is that it is the speaker's, in per cent."""

    span: Span
    certainty: int


@dataclass
class Clause:
    """A part of a text beside a quotation, at most a few hundred code points."""

    text: str
    start: int
    end: int

    @cached_property
    def words(self) -> str:
        """What stands in it."""
        return self.text[self.start : self.end]

    @cached_property
    def tokens(self) -> list[Span]:
        """Its words' places in the text."""
        if self.start >= self.end:
            return []
        return [Span(*found.span()) for found in _TOKEN.finditer(self.text, self.start, self.end)]

    def distance(self, at: int) -> int:
        """Return how many words stand before a place."""
        return sum(token.end <= at for token in self.tokens)

    def gap(self, at: int) -> int:
        """Return how many words stand after a place."""
        return sum(token.start >= at for token in self.tokens)

    def last_word(self) -> str:
        """Return its last word in lower case, empty where there is none."""
        return self.word(self.tokens[-1]).casefold() if self.tokens else ""

    def word(self, token: Span) -> str:
        """Return a token's letters."""
        return self.text[token.start : token.end]

    def pronoun_speaks(self, verb: Span | None, words: Lexicon) -> bool:
        """Tell whether a pronoun stands right before or after the verb: “he told Alena Sokal”."""
        if verb is None:
            return False
        place = self.distance(verb.start)
        beside = [*self.tokens[max(0, place - 1) : place], *self.tokens[place + 1 : place + 2]]
        return any(self.word(token).casefold() in words.pronouns for token in beside)

    def has_pronoun(self, verb: Span | None, words: Lexicon) -> bool:
        """Tell whether a pronoun stands within two words of the verb, or opens the clause where there is none."""
        at = self.tokens[0].start if verb is None and self.tokens else self.start if verb is None else verb.start
        place = self.distance(at)
        near = self.tokens[max(0, place - 2) : place + 3]
        return any(self.word(token).casefold() in words.pronouns for token in near)


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    first: int
    last: int
    words: int


def _candidates(clause: Clause, words: Lexicon) -> list[_Candidate]:
    """Return the runs of words with capital letters that may be names, without titles before them."""
    found: list[_Candidate] = []
    run: list[int] = []
    for number, token in enumerate(clause.tokens):
        if run and (_acronym(clause.word(token)) or not _goes_on(clause, clause.tokens[run[-1]], token)):
            found += _named(clause, run, words)
            run = []
        word = clause.word(token)
        if word[0].isupper() or (run and word in NAME_PARTICLES):
            run.append(number)
        elif run:
            found += _named(clause, run, words)
            run = []
    return found + _named(clause, run, words)


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _latin(word: str) -> bool:
    return word[0] < "\u0370"


def _goes_on(clause: Clause, before: Span, token: Span) -> bool:
    between = clause.text[before.end : token.start]
    if _latin(clause.word(before)) != _latin(clause.word(token)):
        return False
    if not _JOINED.fullmatch(between):
        return False
    return "." not in between or before.end - before.start <= 2


def _initial(clause: Clause, token: Span) -> bool:
    return token.end - token.start == 1 and clause.text[token.end : token.end + 1] == "."


def _short_name(clause: Clause, number: int) -> bool:
    """Tell whether a word of two letters is a name, as Ri or Ян: no initial, and no abbreviation."""
    token = clause.tokens[number]
    return (
        token.end - token.start == 2
        and clause.word(token)[1].islower()
        and clause.text[token.end : token.end + 1] != "."
    )


def _named(clause: Clause, run: list[int], words: Lexicon) -> list[_Candidate]:
    parts = [clause.word(clause.tokens[number]) for number in run]

    def no_name(word: str) -> bool:
        return word.casefold() in words.not_names or word in NAME_PARTICLES

    while parts and no_name(parts[0]) and not _initial(clause, clause.tokens[run[0]]):
        del parts[0], run[0]
    while parts and (no_name(parts[-1]) or (len(parts) > 1 and _LOCATIVE.search(parts[-1]))):
        del parts[-1], run[-1]
    if (
        not any(len(part) > 2 or _short_name(clause, run[at]) for at, part in enumerate(parts))
        or _POSSESSIVE.search(parts[-1])
        or words.verbs.fullmatch(parts[-1])
    ):
        return []
    span = Span(clause.tokens[run[0]].start, clause.tokens[run[-1]].end)
    return [_Candidate(span, run[0], run[-1], len(parts))]


def name_in(clause: Clause, verb: Span | None, words: Lexicon) -> Named | None:
    """Return the name in a clause that most likely belongs to its speaking verb; None where none does."""
    place = clause.distance(verb.start if verb is not None else clause.end)
    candidates = _candidates(clause, words)
    subject = any(each.last == place - 1 and each.words + each.first > 1 for each in candidates)
    best: tuple[int, _Candidate] | None = None
    for candidate in candidates:
        score = 90 + (8 if candidate.words > 1 else 0) - _doubts(clause, candidate, words)
        if verb is not None and _latin(clause.word(verb)) != _latin(clause.text[candidate.span.start]):
            score -= 25  # a firm's name among Cyrillic ones
        if candidate.last < place:
            score -= _before_verb(clause, candidate, place)
        else:
            score -= _after_verb(clause, candidate, place, verb, words) + (20 if subject else 0)
        if best is None or score > best[0]:
            best = score, candidate
    if best is None or best[0] < 40:
        return None
    return Named(best[1].span, min(95, best[0]))


def _doubts(clause: Clause, candidate: _Candidate, words: Lexicon) -> int:
    """Return what speaks against a name wherever it stands: in a place, in brackets, letters only."""
    before = [clause.word(token) for token in clause.tokens[max(0, candidate.first - 2) : candidate.first]]
    doubts = 55 if before and before[-1].casefold() in words.prepositions else 0
    if not doubts and len(before) == 2 and before[0].casefold() in words.prepositions and before[1].islower():
        doubts = 40  # “at the yearly Assembly”
    if clause.text[candidate.span.start - 1 : candidate.span.start] == "(":
        doubts += 55
    if candidate.words == 1:
        word = clause.word(candidate.span)
        doubts += 55 if _LOCATIVE.search(word) else 0
        doubts += 25 if word.isupper() else 0
    return doubts


def _before_verb(clause: Clause, candidate: _Candidate, place: int) -> int:
    """Return what the way from a name to the verb after it takes off."""
    away = place - candidate.last - 1
    set_off = clause.text[candidate.span.end : candidate.span.end + 1] == ","
    if set_off and candidate.first <= 1:
        return 5  # “Doyle, a runner, said”
    if set_off and away == 0:
        return 30  # the end of what stands between: “Doyle, who knew Sokal, said”
    if candidate.words == 1 and candidate.first == 0 and away:
        return 60  # a sentence's first word is more often a noun with a capital letter
    return 4 * away


def _after_verb(clause: Clause, candidate: _Candidate, place: int, verb: Span | None, words: Lexicon) -> int:
    """Return what the way from the verb to a name after it takes off."""
    if verb is None:
        return 90
    said = clause.word(verb).casefold()
    between = [clause.word(token).casefold() for token in clause.tokens[place + 1 : candidate.first]]
    if said == "according":
        return 4 * len(between) - 55  # its “to” is no place
    if said in words.told or words.that.intersection(between):
        return 60
    comma = "," in clause.text[verb.end : candidate.span.start]
    return 4 * len(between) + (35 if comma or words.pronouns.intersection(between) else 0)


def named_before(text: str, start: int, end: int, words: Lexicon) -> Named | None:
    """Return the last full name before a place, for a pronoun that stands there."""
    if start >= end:
        return None
    clause = Clause(text, start, end)
    names = [each for each in _candidates(clause, words) if each.words > 1 and not _doubts(clause, each, words)]
    return Named(names[-1].span, 35) if names else None


def full_names(text: str, wanted: AbstractSet[str], language: str) -> dict[str, str]:
    """Return for single words, surnames mostly, the first full name in a text that ends with each."""
    if not wanted:
        return {}
    found: dict[str, str] = {}
    no_names = lexicon(language).not_names
    for pair in _PAIR.finditer(text):
        first, last = pair[1], pair[2]
        if last in wanted and last not in found and first[0].isupper() and first.casefold() not in no_names:
            found[last] = f"{first} {last}"
    return found
