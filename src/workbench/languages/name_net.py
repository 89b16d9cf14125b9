"""Finding every place where a text may name somebody who must not be named.

`languages.known_names` offers what is likely to be right; this lets nothing through and says
where it is not sure. A text is folded blind to script, accents, soft signs and unseen characters
(`finding_fold`), and each word of each name is looked for by its stem, with the endings of
Belarusian, Russian and Lithuanian cases after it (consonants that change before them too), in
any case of letters, spaced out, parted by hyphens, written with look-alike letters of another
script, or encoded as in an address (RFC 3986 and 3492) or a page (HTML character references).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote

from workbench.languages.finding import WIDEST, Folded
from workbench.languages.finding_fold import fold_query, fold_text
from workbench.languages.name_company import (
    fits,
    given_names_of,
    initials_of,
    is_usual,
    of_another,
    with_given,
    with_initials,
)
from workbench.languages.transliteration.given_names import is_given

_LONG = 6
"""Letters from which a stem means the name wherever it stands, inside a longer word too."""

_SURE = 5
"""Letters from which a stem is told from other words by itself."""

_BEGINNING = 3
"""Letters in which a shorter one has to agree with a form in the script that it stands in."""

_ENDING = re.compile(r"(?:[aiv]{1,3}(?:mi|ms|m|h|ha|hv|n|s|i)?[aiv]{0,2})?")
"""Folded endings of cases in Belarusian, Russian and Lithuanian."""

_TAIL = 6
"""Letters that may follow a stem: the longest endings of a case (калеснікавічамі), and -ienė, -aitė."""

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ`´ʹ‘ʻ][^\W_]+)*")
_GAP = re.compile(r"\s?[-\u2010-\u2015\u2212._·*•|/]\s*|\s")
_REST = re.compile(r"[-\u2010-\u2015._·* ]\n?[^\W_](?![^\W_])")
_NOT_LETTERS = re.compile(r"[^0-9a-z]+")
_RUN = re.compile(r"[^\s<>\"“”«»]+")
_ENCODED = re.compile(r"%[0-9A-F]{2}|&#?\w{1,32};|\\u[0-9A-F]{4}|=[0-9A-F]{2}|xn--", re.IGNORECASE)
_UNICODE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2})+")
_PUNYCODE = re.compile(r"xn--[a-z0-9-]+", re.IGNORECASE)
_CYRILLIC = "асеорхукмтвнізАСЕОРХУКМТВНІЅјѕ"
_LATIN = "aceopxykmtbhi3ACEOPXYKMTBHISjs"
_GREEK = str.maketrans("αοερνικτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aoepvikruxABEZHIKMNOPTYX")
_TO_CYRILLIC, _TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)
_LATIN_LETTER, _OTHER_LETTER = re.compile(r"[A-Za-z]"), re.compile(r"[\u0370-\u04ff]")


@dataclass(frozen=True, slots=True)
class Forms:
    """Somebody or something that must not be named, with every form of its name.

    `person` where one word of a name alone may mean it; else all words of a form have to stand there.
    """

    owner: str
    values: tuple[str, ...]
    person: bool = True


@dataclass(frozen=True, slots=True)
class Catch:
    """A place in code points that names an owner, or may (`sure` is False): whole words, initials too."""

    start: int
    end: int
    owner: str
    sure: bool


@dataclass(slots=True)
class _Called:
    """What stands beside an owner's family name: the given names that they may be known by, and the initials."""

    names: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Part:
    """A word of a name: a stem that it may have, whether it is the given name, and whether a usual word too."""

    stem: str
    owner: str
    given: bool
    usual: bool


def stems_of(word: str) -> tuple[str, ...]:
    """Return what a word of a name begins with in any case, folded; none where the word is nothing but an ending."""
    folded = _NOT_LETTERS.sub("", fold_query(word, WIDEST))
    stem = re.sub("(?<=.{4})[ai]s$", "", folded)
    stem = re.sub("(?<=..)[ai]+$", "", stem)
    if not stem:
        return ()
    found = [stem]
    if len(stem) >= 4 and stem[-1] in "tklnrs" and stem[-2] in "ai":
        found.append(stem[:-2] + stem[-1])  # the vowel that flees: Лукашонак, Лукашонка; Kašėtas stays
    if folded != stem and stem[-1] in "hkt":
        # г к х before a soft ending become з ц с, and Lithuanian t before i with a vowel č.
        found += [stem[:-1] + other for other in {"h": "zs", "k": "t", "t": "h"}[stem[-1]]]
    return tuple(dict.fromkeys(found))


class NameNet:
    """Looks for some names in any text; made once, asked often."""

    def __init__(self, forms: Iterable[Forms]) -> None:
        self._parts: dict[str, list[_Part]] = {}
        self._heads: dict[str, set[str]] = {}
        self._called: dict[str, _Called] = {}
        self._phrases: list[tuple[str, tuple[tuple[str, ...], ...]]] = []
        for each in forms:
            for value in each.values:
                words: list[str] = _WORD.findall(value)
                if each.person:
                    self._take(each.owner, words)
                else:
                    stems = tuple(found for word in words if (found := stems_of(word)))
                    if stems:
                        self._phrases.append((each.owner, stems))

    def __bool__(self) -> bool:
        return bool(self._parts or self._phrases)

    def _take(self, owner: str, words: list[str]) -> None:
        telling = [word for word in words if not word.islower() and len(word) > 1] or words
        self._heads.setdefault(owner, set()).update(_head(word) for word in telling)
        called = self._called.setdefault(owner, _Called())
        for word in telling:
            given = len(telling) > 1 and (is_given(word.casefold()) or word == telling[0])
            if given:
                called.names |= given_names_of(word)
                called.initials |= initials_of(word)
            for stem in stems_of(word):
                part = _Part(stem, owner, given, is_usual(word))
                known = self._parts.setdefault(stem, [])
                if not any((other.owner, other.given) == (owner, given) for other in known):
                    known.append(part)

    def find(self, text: str) -> list[Catch]:
        """Return every place where one of the names may stand, in order; places of several owners may overlap."""
        if not self or not text:
            return []
        found = {(c.start, c.end, c.owner): c for c in self._encoded(text)}
        for dress in _dresses(text):
            for catch in self._plain(dress):
                key = catch.start, catch.end, catch.owner
                if key not in found or catch.sure:
                    found[key] = catch
        return sorted(found.values(), key=lambda c: (c.start, c.end, c.owner))

    def anywhere(self, text: str) -> bool:
        """Tell whether a name stands in a file's name, an address or another run of letters without spaces."""
        if self.find(text):
            return True
        letters = _NOT_LETTERS.sub("", fold_text(_decoded(text), WIDEST).letters)
        return any(len(stem) >= _SURE and stem in letters for stem in self._parts) or any(
            "".join(stem[0] for stem in stems) in letters
            for _owner, stems in self._phrases
            if len(stems[0][0]) >= _SURE
        )

    def _plain(self, text: str) -> Iterator[Catch]:
        folded = fold_text(text, WIDEST)
        words = [*self._words(text, folded), *self._parted(text, folded)]
        yield from _together(text, words, self._called)
        yield from self._in_order(text)

    def _words(self, text: str, folded: Folded) -> Iterator[tuple[int, int, _Part, bool]]:
        """Yield (start, end, part, whether it looks like the name) of every word with a stem in it."""
        letters = folded.letters
        for stem, parts in self._parts.items():
            at = letters.find(stem)
            reached = 0
            while at != -1:
                if folded.position(at) < reached:
                    at = letters.find(stem, folded.index(reached))
                    continue
                tail = _tail(letters, at + len(stem))
                begins = at == 0 or not letters[at - 1].isalnum()
                fits = _ends(stem, letters[at + len(stem) : at + len(stem) + tail])
                if (begins and fits) or len(stem) >= _LONG:
                    start, end = _whole_word(text, folded.position(at), folded.position(at + len(stem)))
                    if end > start:
                        reached = end
                        head = _head(text[start:end])
                        for part in parts:
                            # Folded to few letters, other words are like it: it has to begin as one of its forms.
                            if len(stem) < _SURE and head not in self._heads[part.owner]:
                                continue
                            yield start, end, part, fits and text[start].isupper()
                at = letters.find(stem, at + 1)

    def _parted(self, text: str, folded: Folded) -> Iterator[tuple[int, int, _Part, bool]]:
        """Yield what is spaced out or parted by hyphens."""
        kept = [number for number, letter in enumerate(folded.letters) if letter.isalnum()]
        squeezed = "".join(folded.letters[number] for number in kept)
        for stem, parts in self._parts.items():
            if len(stem) < _LONG:
                continue
            at = squeezed.find(stem)
            while at != -1:
                first, last = kept[at], kept[at + len(stem) - 1]
                if last - first >= len(stem):
                    start, end = _whole_word(text, folded.position(first), folded.position(last + 1))
                    if _is_parted(text[start:end]):
                        while (more := _REST.match(text, end)) is not None:
                            end = more.end()
                        yield from ((start, end, part, True) for part in parts)
                at = squeezed.find(stem, at + 1)

    def _in_order(self, text: str) -> Iterator[Catch]:
        """Yield where all words of a name stand one after the other."""
        if not self._phrases:
            return
        words = [
            (m.start(), m.end(), _NOT_LETTERS.sub("", fold_query(m.group(), WIDEST))) for m in _WORD.finditer(text)
        ]
        for owner, stems in self._phrases:
            for at in range(len(words) - len(stems) + 1):
                if all(_begins(words[at + n][2], each) for n, each in enumerate(stems)):
                    yield Catch(words[at][0], words[at + len(stems) - 1][1], owner, sure=True)

    def _encoded(self, text: str) -> Iterator[Catch]:
        for match in _RUN.finditer(text):
            if _ENCODED.search(match.group()) is None:
                continue
            decoded = _decoded(match.group())
            if decoded != match.group():
                for dress in _dresses(decoded):
                    for catch in self._plain(dress):
                        yield Catch(match.start(), match.end(), catch.owner, sure=True)


def _head(word: str) -> str:
    """Return how a word begins, in its own script: without case, marks and unseen characters."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(character for character in plain if character.isalpha())[:_BEGINNING]


def _tail(letters: str, start: int) -> int:
    """Count the letters that go on a word from a place, as far as an ending may be long."""
    count = 0
    while count <= _TAIL and start + count < len(letters) and letters[start + count].isalnum():
        count += 1
    return count


def _ends(stem: str, tail: str) -> bool:
    """Tell whether letters after a stem may be an ending; after a short one they must look like one."""
    if len(stem) >= _SURE:
        return len(tail) <= _TAIL
    return len(tail) <= len(stem) + 1 and _ENDING.fullmatch(tail) is not None


def _begins(word: str, stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stem) and _ends(stem, word[len(stem) :]) for stem in stems)


def _dresses(text: str) -> Iterator[str]:
    """Yield a text, and where a word of it mixes scripts the text in each of them, letter for letter."""
    yield text
    if any(_is_mixed(word[0]) for word in _WORD.finditer(text)):
        plain = text.translate(_GREEK)
        for table in (_TO_CYRILLIC, _TO_LATIN):
            yield _WORD.sub(partial(_in_one_script, table), plain)


def _in_one_script(table: dict[int, int], word: re.Match[str]) -> str:
    return word[0].translate(table) if _is_mixed(word[0]) else word[0]


def _is_mixed(word: str) -> bool:
    """Tell whether a word has letters of two scripts; each looked for alone, so that long words cost no more."""
    return _LATIN_LETTER.search(word) is not None and _OTHER_LETTER.search(word) is not None


def _decoded(text: str) -> str:
    text = unquote(html.unescape(text))
    text = _UNICODE.sub(lambda m: chr(int(m[1], 16)), text)
    text = _QUOTED.sub(lambda m: bytes.fromhex(m[0].replace("=", "")).decode("utf-8", "replace"), text)
    return _PUNYCODE.sub(lambda m: _from_punycode(m[0]), text)


def _from_punycode(label: str) -> str:
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _clings(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range to whole words, with the marks and unseen characters that stand on their letters."""
    while start > 0 and _clings(text[start - 1]):
        start -= 1
    while end < len(text) and _clings(text[end]):
        end += 1
    while end > start and not _clings(text[end - 1]):
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return start, end


def _is_parted(words: str) -> bool:
    """Tell whether words look like one that was parted: by hyphens and the like, or letter by letter."""
    pieces = re.findall(r"[^\W_]+", words)
    gaps = re.findall(r"[\W_]+", words)
    if any(not _GAP.fullmatch(gap) for gap in gaps):
        return False
    return all(not gap.isspace() for gap in gaps) or sum(map(len, pieces)) <= 2 * len(pieces)


def _together(text: str, words: list[tuple[int, int, _Part, bool]], called: dict[str, _Called]) -> Iterator[Catch]:
    """Put words of one name that stand together into one place, and say how sure it is."""
    by_owner: dict[str, list[tuple[int, int, _Part, bool]]] = {}
    for word in words:
        by_owner.setdefault(word[2].owner, []).append(word)
    for owner, own in by_owner.items():
        own.sort(key=lambda word: (word[0], word[1]))
        group: list[tuple[int, int, _Part, bool]] = []
        groups = [group]
        for word in own:
            if group and word[0] > group[-1][1] and not _near(text[group[-1][1] : word[0]]):
                groups.append(group := [])
            group.append(word)
        caught = (_caught(text, owner, each, called[owner]) for each in groups)
        yield from (catch for catch in caught if catch is not None)


def _near(between: str) -> bool:
    """Tell whether what stands between two words of a name leaves them one name: spaces, a comma, initials."""
    return bool(re.fullmatch(r"[\s,\-\u2010-\u2015]*(?:[^\W\d_]\.[\s\-]*){0,2}", between)) and "\n\n" not in between


def _caught(text: str, owner: str, group: list[tuple[int, int, _Part, bool]], called: _Called) -> Catch | None:
    """Make one place of words that stand together; another's given name or initial makes it a doubt of the whole."""
    start, end = group[0][0], max(word[1] for word in group)
    places = {word[0]: False for word in group}
    for word in group:
        places[word[0]] |= not word[2].given
    family = any(places.values())
    together = len(places) > 1 and family
    alone = any(
        not part.given and not part.usual and looks and len(part.stem) >= _SURE - 1 for _s, _e, part, looks in group
    )
    strange = False
    if family:
        first, last, beside = with_given(text, start, end)
        strange = not together and bool(beside) and not beside & called.names
        together |= bool(beside & called.names)
        if strange or beside & called.names:
            start, end = first, last
    elif of_another(text, start, end):
        return None
    first, last = start, end
    start, end, initials = with_initials(text, start, end)
    if initials and family and not together and called.initials:
        strange |= not any(fits(letter, called.initials) for letter in text[start:first] + text[last:end])
    return Catch(start, end, owner, sure=(together or initials or alone) and not strange)
