"""Which one-byte character set a text is in, told by its letters.

General detectors weigh many languages and take short Belarusian and Lithuanian texts for
others. Here only the sets that archives of the region hold compete, and what is compared is
how well the letters above ASCII fit what some language writes: wrong readings of a text turn
its commonest letters into rare ones, mix scripts in a word, or put capitals inside words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

CANDIDATES: dict[str, float] = {
    "windows-1251": 0.0,
    "koi8-r": -0.05,
    "koi8-u": -0.06,
    "cp866": -0.1,
    "iso8859-5": -0.15,
    "mac-cyrillic": -0.15,
    "windows-1257": 0.0,
    "iso8859-13": -0.02,
    "cp775": -0.4,
    "windows-1252": -0.5,
    "iso8859-15": -0.6,
    "windows-1250": -0.5,
    "iso8859-2": -0.6,
    "windows-1253": -0.2,
    "iso8859-7": -0.22,
    "windows-1255": -0.2,
}
"""Python names of the sets, with what is taken from their score because they are rarer here."""

_SAMPLE = 400_000
"""Bytes that are weighed; the whole must still decode."""

_LETTERS = (
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "аінеорстлкдвупяымзьбыгшчхжцўйэюёфщ’",
    "оаинтвіерслкудмпзябьгчйхцїжюєшщфґ",
    "аоиетнрсвлкдпмзугъчбцжщхшйяюьф",
    "ėšųžąįčūę",
    "āīēšūņģžķļčŗ",
    "łóąężśćźń",
    "íáéěýžčšřůúťďňó",
    "äüöß",
    "éèàêçîôûâùëïœ",
    "áéíóñú¿¡ü",
    "äõüöšž",
    "äöå",
    "æøåéâ",
    "ãçáéíóêõôúâà",
    "àèéìòù",
    "šžčćđ",
    "éáőöíóüúű",
    "αοιετσνρπκμλυδγωχθφβξζψηόίάέύήώς",
    "יוהלאתרבמשנעדקחםגכפסטזןצךףץ",
)
_MARKS = frozenset("«»“”„‘’‚‹›–—…№§°•·©®€£™±×½²³\u00a0\u00ad")
_FLOOR = -7.0
_MARK = -2.5
_WORDS = re.compile(r"[^\W\d_]+")
_MISPLACED = re.compile(r"(?<=[^\W\d_])(?:[«»“”„‚‹›…№§°•·©®€£™±×½²³\u00a0](?=[^\W\d_])|[€£±×½])")


@dataclass(frozen=True, slots=True)
class Guess:
    """A character set with its score: the mean log likelihood of a character above ASCII."""

    encoding: str
    score: float


def _weights(letters: str) -> dict[str, float]:
    """Give letters the log likelihoods that their order suggests, after Zipf."""
    total = sum(1 / (rank + 2) for rank in range(len(letters)))
    return {letter: math.log(1 / (rank + 2) / total) for rank, letter in enumerate(letters)}


_WEIGHTS = tuple(_weights(letters) for letters in _LETTERS)


def guess_charset(data: bytes) -> Guess | None:
    """Return the best character set for these bytes, or None where none is convincing.

    Convincing is a mean of more than −4.2 for each character above ASCII, which no text of
    the project's four languages misses and random bytes do not reach.
    """
    best: Guess | None = None
    for encoding, handicap in CANDIDATES.items():
        try:
            data.decode(encoding)
            text = data[:_SAMPLE].decode(encoding)
        except UnicodeDecodeError:
            continue
        guess = Guess(encoding, _score(text) + handicap)
        if best is None or guess.score > best.score:
            best = guess
    return best if best is not None and best.score > -4.2 else None


def _score(text: str) -> float:
    high = Counter(c for c in text if c > "\x7f")
    total = high.total()
    if not total:
        return 0.0
    folded: Counter[str] = Counter()
    for character, count in high.items():
        folded[character.lower() if character.isalpha() else character] += count
    marks = sum(count for c, count in folded.items() if c in _MARKS)
    letters = {c: count for c, count in folded.items() if c not in _MARKS}
    best = max(sum(weights.get(c, _FLOOR) * count for c, count in letters.items()) for weights in _WEIGHTS)
    return (best + marks * _MARK + _broken_words(text) * _FLOOR) / total


def _broken_words(text: str) -> int:
    """Count letters that stand where no language puts them: inner capitals or marks, a second script."""
    broken = len(_MISPLACED.findall(text))
    for word in _WORDS.findall(text):
        if word.isascii():
            continue
        cyrillic = sum("\u0400" <= c <= "\u04ff" for c in word)
        broken += min(cyrillic, len(word) - cyrillic)
        if not word.isupper():
            broken += sum(a.islower() and b.isupper() for a, b in pairwise(word))
    return broken
