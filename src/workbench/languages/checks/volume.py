"""How much is said: a sentence of the source that is missing, and a translation far too short or long.

Sentences are paired as W. A. Gale and K. W. Church pair them (Computational Linguistics 19, 1993), by
lengths, with what both languages write alike (names by `fold`, numbers) as in `languages/alignment`; but one
is only said to be missing where every way of pairing all of them is much worse. The figures are of news.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from workbench.domain.anchors import Span
from workbench.i18n import N_
from workbench.languages.alignment import paragraph
from workbench.languages.checks.findings import Finding, Key, Severity
from workbench.languages.checks.pair import Pair, Side
from workbench.languages.fold import fold

_LENGTH = {"en": 0.0, "be": 0.05, "lt": 0.06, "ru": 0.12}
"""Natural logarithm of how much longer a text is in each language than in English."""

_SHORT = 30
"""Letters and digits of a source whose length says nothing."""

_MOST = 60
"""Sentences of a text that are paired; a longer one is no quote."""

_MOVES = {(1, 1): 0.0, (2, 1): 3.2, (1, 2): 3.2, (2, 2): 5.5, (3, 1): 6.5, (1, 3): 6.5}
_SKIP = 3.5
_SURE = 0.0
"""In nats: what each step costs beside lengths, what leaving a sentence out costs, and how much better that must be."""

_SHARED, _UNSHARED, _LOST, _SIGNS = 1.2, 0.35, 0.5, 5


def length(pair: Pair) -> Iterator[Finding]:
    """Find a translation that is far shorter or longer than one of this source is."""
    size, other = _size(pair.source.text), _size(pair.target.text)
    if size < _SHORT or not other:
        return
    off = math.log(other / size) - _expected(pair)
    band = 0.4 + 1.8 / math.sqrt(size)
    if -band * _patience(pair) <= off <= band + 0.25:
        return
    message = _TOO_SHORT if off < 0 else _TOO_LONG
    share = f"{round(100 * math.exp(off))}\u00a0%"
    yield Finding(Key.LENGTH, Severity.WARNING, message, {"share": share}, (), (Span(0, len(pair.target.text)),))


def _patience(pair: Pair) -> float:
    """Return how much shorter than usual a translation may be, 1 the usual: less where what ends the source is lost."""
    if pair.target.stray_marks and not pair.source.stray_marks:
        return 0.7
    text = pair.source.text
    late = {_key(each[0]) for each in _NAMED.finditer(text, len(text) // 2) if each[0][0].isalnum()}
    told = {_key(each[0]) for each in (*_CAPITAL.finditer(pair.target.text), *_FIGURE.finditer(pair.target.text))}
    lost = len(late - told)
    return (1.1 if late else 1.0) if not lost else 0.9 if lost == 1 else 0.8


_CAPITAL = re.compile(r"(?<!\w)[A-ZА-ЯЎІЁĄČĘĖĮŠŲŪŽ][^\W\d_]+")
_FIGURE = re.compile(r"\d+")


_TOO_SHORT = N_(
    "The translation has {share} of the length that one of this quote usually has: something may be missing."
)
_TOO_LONG = N_("The translation has {share} of the length that one of this quote usually has: something may be added.")


_OPEN_ENDED = {
    language: frozenset(words.split())
    for language, words in {
        "en": "a an the and or but nor than because my your our their every which whose of from into during between"
        " among toward towards whether while if who its very",
        "be": "і а але або альбо ды што каб калі якія якая якое якога якой якую якіх якім якому у ў на з са да для па"
        " пры праз пра аб ад за над пад перад паміж без свой свая сваю сваёй сваіх свайго самы самая самыя вельмі хоць"
        " падчас каля паводле нават",
        "ru": "и а но или либо что чтобы когда которые которая которое которого которой которую которых котором"
        " которому в во на с со к ко для по при через о об от за над под перед между без из у до свой своя свою своей"
        " своих своего самый самая самые очень хотя около если даже",
        "lt": "ir o bet ar arba kad jog kuris kuri kurie kurios kurio kuriuos kurių kuriam kurią kurį kuriais"
        " kuriomis kurioje į iš su be dėl po už nuo iki per prie prieš tarp apie ant pagal labai nors jei jeigu kai"
        " bei net tačiau",
    }.items()
}
"""Words that no sentence ends with: conjunctions, prepositions where none stands alone, articles."""

_LAST_WORD = re.compile(r"(?<!\S)([^\W\d_]+)[»”“\"]?[.,]?\s*\Z")


def broken_off(pair: Pair) -> Iterator[Finding]:
    """Find a translation that stops in the middle of a sentence, where the source does not."""
    last, its = _LAST_WORD.search(pair.target.text), _LAST_WORD.search(pair.source.text)
    if last is None or last[1] not in _OPEN_ENDED.get(pair.target.language, ()):
        return
    if its is None or its[1] not in _OPEN_ENDED.get(pair.source.language, ()):
        yield Finding(Key.LENGTH, Severity.WARNING, _BROKEN_OFF, {"word": last[1]}, (), (Span(*last.span(1)),))


_BROKEN_OFF = N_("The translation breaks off after “{word}”: something is missing.")


def _size(text: str) -> int:
    return sum(map(str.isalnum, text))


def _expected(pair: Pair) -> float:
    return _LENGTH.get(pair.target.language, 0.05) - _LENGTH.get(pair.source.language, 0.05)


def missing(pair: Pair) -> Iterator[Finding]:
    """Find a sentence of the source that nothing in the target stands for."""
    ours, theirs = pair.source.sentences, pair.target.sentences
    if not 2 <= len(ours) <= _MOST or not theirs or len(theirs) > _MOST:
        return
    search = _Pairing(pair)
    whole, _none = search.best(leaving=0)
    parted, skipped = search.best(leaving=1)
    if skipped is None or whole - parted < _SURE:
        return
    text = pair.source.text[ours[skipped].start : ours[skipped].end].strip()
    begins = text if len(text) <= _BEGINNING else text[:_BEGINNING].rsplit(" ", 1)[0] + "…"
    yield Finding(Key.SENTENCES, Severity.ERROR, _MISSING, {"sentence": begins}, (ours[skipped],))


_BEGINNING = 60
_MISSING = N_("A sentence of the quote seems to be missing: “{sentence}”")


class _Pairing:
    """Sentences of both sides, and the cheapest way to pair them in order."""

    def __init__(self, pair: Pair) -> None:
        self.ours = _sentences(pair.source, math.exp(_expected(pair)))
        self.theirs = _sentences(pair.target, 1.0)
        self.named = [_named(pair.source, span) for span in pair.source.sentences]
        self.told = [_named(pair.target, span) for span in pair.target.sentences]
        everywhere = frozenset[str]().union(*(signs for _size, signs in self.theirs))
        ours = frozenset[str]().union(*(signs for _size, signs in self.ours))
        self.known = everywhere & ours
        self.step = cache(self._step)

    def best(self, leaving: int) -> tuple[float, int | None]:
        """Return the cost of pairing everything but `leaving` sentences of the source, and the one that is left out."""
        rows, columns = len(self.ours), len(self.theirs)
        table: dict[tuple[int, int, int], tuple[float, int | None]] = {(0, 0, 0): (0.0, None)}
        for i in range(rows + 1):
            for j in range(columns + 1):
                for left in range(leaving + 1):
                    known = table.get((i, j, left))
                    if known is not None:
                        self._reach(table, (i, j, left), known, leaving)
        return table.get((rows, columns, leaving), (math.inf, None))

    def _reach(
        self,
        table: dict[tuple[int, int, int], tuple[float, int | None]],
        at: tuple[int, int, int],
        known: tuple[float, int | None],
        leaving: int,
    ) -> None:
        (i, j, left), (cost, skipped) = at, known
        steps = [
            ((i + a, j + b, left), cost + self.step(i, i + a, j, j + b), skipped)
            for a, b in _MOVES
            if i + a <= len(self.ours) and j + b <= len(self.theirs)
        ]
        if left < leaving and i < len(self.ours):
            steps.append(((i + 1, j, left + 1), cost + _SKIP + self._unshared(self.ours[i][1] & self.known), i))
        for place, price, gone in steps:
            if price < table.get(place, (math.inf, None))[0]:
                table[place] = (price, gone)

    def _step(self, a: int, b: int, c: int, d: int) -> float:
        mine, other = self.ours[a:b], self.theirs[c:d]
        size, its = (sum(each[0] for each in side) for side in (mine, other))
        spread = math.sqrt(0.0144 + 1.6 / max(1.0, min(size, its)))
        off = math.log(its / size) / spread
        signs, others = (frozenset[str]().union(*(each[1] for each in side)) for side in (mine, other))
        shared = min(len(signs & others), _SIGNS)
        lonely = len((signs ^ others) & self.known)
        told = frozenset[str]().union(*self.told[c:d])
        lost = len(frozenset[str]().union(*self.named[a:b]) - told)
        return _MOVES[b - a, d - c] + off * off / 2 - _SHARED * shared + _UNSHARED * lonely + _LOST * min(lost, _SIGNS)

    @staticmethod
    def _unshared(signs: frozenset[str]) -> float:
        return _SHARED * min(len(signs), _SIGNS)


_NAMED = re.compile(r"\d+|(?<=[\w,;:–—(«„“‘\"] )[A-ZА-ЯЎІЁĄČĘĖĮŠŲŪŽ][^\W\d_]{2,}|[«„“\"]")


def _named(side: Side, span: Span) -> frozenset[str]:
    """Return the figures of a sentence, the beginnings of its names, and whether it has quotation marks."""
    found = _NAMED.findall(side.text[span.start : span.end])
    return frozenset(_key(each) if each.isalnum() else '"' for each in found)


def _key(word: str) -> str:
    """Return the beginning of a name whatever its script and ending; of a figure itself."""
    return fold(word)[:4] or word


def _sentences(side: Side, factor: float) -> Sequence[tuple[float, frozenset[str]]]:
    """Return of each sentence its length in the target's measure, and what both languages write alike."""
    known: dict[str, str] = {}
    found = []
    for span in side.sentences:
        text = side.text[span.start : span.end]
        found.append((max(1.0, _size(text) * factor), paragraph(text, known=known).signs))
    return found
