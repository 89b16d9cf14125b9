"""Words of the target: said twice, of another language, of mixed alphabets, or left as they were in the source.

Words of Belarusian and Russian are told apart by letters and by what the spelling of the other
allows nowhere: Belarusian has no и, щ, ъ, no soft р, т, ж, ш, ч, and unstressed о is а, so that a word has one о
(Правілы беларускай арфаграфіі, 2008); Russian has no і, ў and writes жи, ши (Правила, 1956).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.anchors import Span
from workbench.i18n import N_
from workbench.languages.checks.findings import Edit, Finding, Key, Severity
from workbench.languages.checks.letter_groups import is_unlike
from workbench.languages.checks.pair import Pair, Side

_SHORT = 25
"""Letters of a target whose language is not judged."""

_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_ALIKE = str.maketrans("аеорсухіјѕАВЕКМНОРСТУХІЈЅ", "aeopcyxijsABEKMHOPCTYXIJS")
_TWINS = {latin: cyrillic for cyrillic, latin in _ALIKE.items()}
_GLUED = re.compile("[-’'ʼ]")

_NOT_BELARUSIAN = re.compile(
    "[ищъ]|[дрт][еёьюя]|[дт]ь|[жшч][еёьюя]|о[^-]*о|[зс]дн|[аеёіоуыэюя]в(?:[бвгджзйклмнпрстфхцчш]|$)|жд(?!ж)|ере"
    "|(?:ого|его|ому|ему|тся|ться|ость|ение|ов|ые|[аяу]ют)$"
)
_NOT_RUSSIAN = re.compile(
    "[іўґ’]|ць|цц|[жш]ы|чы|чэ|жэ|шэ|рэ(?!з|й|п|г)|дз[яеёьі]|ця|шч|[дзнт]э|(?:ага|яга|асць|ыя|ыях|[аяую]е)$"
)
_NOT_LITHUANIAN = re.compile(
    "[wxq]|th|ck|sh|ph|oo|ee|ll|ss|tt|ght|ing$|ed$|tion|ou|ea|y$|[^aeiouyąęėįųū]s$|[bcdfghjlmnrvzšž]$|[^aeiouy]e$|(?<!n)t$|ent$|[^aeiouy]k$|[lrm]p$"
    "|[ou][ae]$|ue$"
)
_ENGLISH = re.compile("[wxq]|th|ck|sh|ph|oo|ee|ll|ss|tt|ght|ing$|ed$|tion|ou")
_NOT_ENGLISH = re.compile(
    "[ąčęėįšųūž]|(?:[aiy]s|us|uj|iai|ai|oj|au|ioj|ams|oms|iams|ose|uose|uoti|yti|inti|ti|ant|ent|ie|ome|ame|ios|aip|eik)$|[jz][aiou]|[aio]$"
)
_LITHUANIAN = re.compile("[ąčęėįšųūž]")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_COMMON = {
    "en": _set(
        """
        the of and to in that is was for it with as his on be at by had not are but from or have an they
        which you were her she would there their we him been has when who will no more if out so said what
        its about than
        """
    ),
    "lt": _set(
        """
        ir kad yra su bet tai jis jie iš į ne kaip buvo apie už per ar po nuo prie dėl tik jo jų jos bei dar
        taip gali iki savo būti kurie kuri kai pat mes man jį labai prieš tačiau bus tarp jei
        """
    ),
    "ru": _set(
        """
        и что он как его но из она так то от за бы мы вы же был было были ее её только или если уже когда
        для чтобы также этот это этого после который которые их нет они при
        """
    ),
    "be": _set(
        """
        і што ён яна яго але як гэта гэтага ад для каб які якія якая якое былі быў была было яны іх пра калі
        толькі пасля ці таксама ўжо ў з вельмі мы вы няма
        """
    ),
}
"""The commonest words of each language."""

_ONLY = {
    "ru": _set(
        """
        как это эта этого этой этом эту она они после когда только тогда потом сейчас много надо нет очень если через
        между также где кто что чтобы отца отец мать угол случае сегодня вчера завтра время уже лет однако всегда
        никогда
        """
    ),
    "be": _set(
        """
        таго гэта гэтай гэтага гэтым гэтую пакуль таксама але зараз потым вельмі трэба яна яны як што калі каб тады
        заўсёды ніколі бацька маці выпадку сёння ўчора заўтра раней яшчэ паводле праз пасля ад больш вось
        """
    ),
}
"""Words of one of the two languages that no spelling rule tells from the other's."""

_TWICE = {
    "en": frozenset(["had", "that", "bye", "no", "ha", "very"]),
    "ru": frozenset(["чуть", "еле", "да", "нет"]),
    "be": frozenset(["ледзь", "так", "не"]),
    "lt": frozenset(["vos", "ne", "taip"]),
}
_DOUBLED = re.compile(r"(?<![\w’'-])([^\W\d_]+(?:[’'-][^\W\d_]+)*)([\s\u00a0]+)\1(?![\w’'-])", re.IGNORECASE)


def doubled(pair: Pair) -> Iterator[Finding]:
    """Find a word that stands twice in a row, where the source repeats none."""
    if _DOUBLED.search(pair.source.text):
        return
    usual = _TWICE.get(pair.target.language, frozenset())
    for found in _DOUBLED.finditer(pair.target.text):
        if found[1].lower() not in usual:
            edit = Edit(found.end(1), found.end(), "")
            yield Finding(
                Key.DOUBLED, Severity.WARNING, _TWICE_SAID, {"word": found[1]}, (), (Span(*found.span()),), (edit,)
            )


_TWICE_SAID = N_("“{word}” stands twice in a row; the quote repeats no word.")


def letters(pair: Pair) -> Iterator[Finding]:
    """Find letters of another alphabet inside a word, such as a Latin a in a Cyrillic word."""
    for word in pair.target.words:
        for start, piece in _pieces(word):
            cyrillic, latin = len(_CYRILLIC.findall(piece)), len(_LATIN.findall(piece))
            if not cyrillic or not latin:
                continue
            right = _in_one_alphabet(piece, cyrillic=cyrillic >= latin)
            edits = (Edit(start, start + len(piece), right),) if right else ()
            yield Finding(
                Key.LETTERS, Severity.ERROR, _MIXED, {"word": piece}, (), (Span(start, start + len(piece)),), edits
            )


_MIXED = N_("“{word}” mixes Cyrillic and Latin letters that look alike: it would not be found by searching.")


def _pieces(word: re.Match[str]) -> Iterator[tuple[int, str]]:
    at = word.start()
    for piece in _GLUED.split(word[0]):
        yield at, piece
        at += len(piece) + 1


def _in_one_alphabet(piece: str, *, cyrillic: bool) -> str:
    """Return a word in the alphabet that most of it has; empty where a letter has no twin there."""
    made = piece.translate(_TWINS if cyrillic else _ALIKE)
    return "" if (_LATIN if cyrillic else _CYRILLIC).search(made) else made


def _foreign(word: str, language: str, latin: bool) -> bool:
    """Tell whether a word in lower case cannot be of a language."""
    if latin:
        return bool(_CYRILLIC.search(word)) or (language == "en" and bool(_LITHUANIAN.search(word)))
    return (
        bool(_LATIN.search(word))
        or (language == "be" and bool(_NOT_BELARUSIAN.search(word)))
        or (language == "ru" and bool(_NOT_RUSSIAN.search(word)))
    )


def language(pair: Pair) -> Iterator[Finding]:
    """Find a target in another script or in another of the four languages; a short one is not judged."""
    target = pair.target
    if target.letters < _SHORT or target.language not in _COMMON:
        return
    cyrillic = len(_CYRILLIC.findall(target.text))
    whole = Span(0, len(target.text))
    if (cyrillic * 2 > target.letters) == target.latin:
        yield Finding(Key.LANGUAGE, Severity.ERROR, _SCRIPT, {}, (), (whole,))
    elif target.tag.split("-")[1:2] != ["Latn"] and _is_other(target):
        yield Finding(Key.LANGUAGE, Severity.ERROR, _LANGUAGE, {}, (), (whole,))


_SCRIPT = N_("Most of the translation is in another script than its language has.")
_LANGUAGE = N_("The translation seems to be in another language than it says.")


def _is_other(side: Side) -> bool:
    words = [word[0].lower() for word in side.words]
    rival = {"be": "ru", "ru": "be", "en": "lt", "lt": "en"}[side.language]
    own = sum(word in _COMMON[side.language] and word not in _COMMON[rival] for word in words)
    other = sum(word in _COMMON[rival] and word not in _COMMON[side.language] for word in words)
    odd = _ENGLISH if side.language == "lt" else None
    strange = sum(
        bool(odd.search(word)) if odd else _foreign(word, side.language, side.latin) for word in words if len(word) > 3
    )
    return other > own + 1 or (other > own and strange * 6 > len(words)) or (strange * 3 > len(words) and not own)


def leftover(pair: Pair) -> Iterator[Finding]:
    """Find words left in the source's language: lower-case, in the source too, and no word of the target's."""
    if pair.source.tag == pair.target.tag:
        return
    ours = {word[0] for word in pair.source.words if not _is_named(pair.source, word)}
    for word in pair.target.words:
        text = word[0]
        if len(text) < 3 or text != text.lower() or text not in ours or text in _SHARED:
            continue
        if _left(text, pair) and not _is_part(pair.target, word) and not _is_of_a_name(pair, word):
            yield Finding(Key.LEFTOVER, Severity.WARNING, _LEFT, {"word": text}, (), (Span(*word.span()),))


_LEFT = N_("“{word}” stands in the quote too, and is no word of the translation’s language.")


def _is_of_a_name(pair: Pair, word: re.Match[str]) -> bool:
    """Tell if a word stands beside a capitalised one on both sides, or alone in marks (Bank of the West, «soft»)."""
    if word[0] in _PARTICLES or _QUOTED_ALONE.match(pair.target.text, max(0, word.start() - 1)):
        return True
    if not pair.source.latin:
        return False
    if not pair.target.latin:
        return any(_LATIN.search(each) and each in pair.source.text for each in _with_its_neighbours(pair.target, word))
    ours = re.search(rf"(?<!\w){re.escape(word[0])}(?!\w)", pair.source.text)
    return ours is not None and _beside_a_name(pair.source.text, ours) and _beside_a_name(pair.target.text, word)


def _with_its_neighbours(side: Side, word: re.Match[str]) -> Iterator[str]:
    """Yield a word together with the one before it, and with the one after it, where there are such."""
    for each in (_WORD_BEFORE.search(side.text, 0, word.start()), _WORD_AFTER.match(side.text, word.end())):
        if each is not None:
            yield side.text[min(each.start(), word.start()) : max(each.end(), word.end())]


_QUOTED_ALONE = re.compile(r"[«„“‘\"'(\[][^\W\d_]+[»“”’\"')\]]")
_WORD_BEFORE = re.compile(r"\w+[\s\u00a0]\Z")
_WORD_AFTER = re.compile(r"[\s\u00a0]\w+")
_PARTICLES = _set("von van der den del della des bin ibn abu las los dos")


def _beside_a_name(text: str, word: re.Match[str]) -> bool:
    before, after = text[: word.start()].rsplit(None, 2)[-2:], text[word.end() :].split(None, 1)[:1]
    inside = len(before) > 1 and before[-1][:1].isupper()
    return inside or any(each[:1].isupper() for each in after)


def _left(word: str, pair: Pair) -> bool:
    source, target = pair.source, pair.target
    if target.latin != source.latin:
        return _foreign(word, target.language, target.latin)
    if bool(_LATIN.search(word)) != source.latin:
        return False
    if is_unlike(word, target.language) and not is_unlike(word, source.language):
        return True  # a word that neither language's dictionary knows is a new one in both (стартап)
    if target.latin:
        odd = _NOT_LITHUANIAN if target.language == "lt" else _NOT_ENGLISH if target.language == "en" else None
        return odd is not None and bool(odd.search(word))
    own = word in _ONLY.get(source.language, ()) and word not in _COMMON.get(target.language, ())
    return own or _foreign(word, target.language, target.latin)


def _is_named(side: Side, word: re.Match[str]) -> bool:
    """Tell whether a word is of a name or a title: beside Latin letters or a figure, in marks or brackets."""
    if _is_part(side, word):
        return True
    text, (start, end) = side.text, word.span()
    beside = (text[max(0, start - 20) : start].split()[-1:], text[end : end + 20].split()[:1])
    if not side.latin and any(_LATIN.search(each[0]) for each in beside if each):
        return True
    return bool(side.aside[start])


def _is_part(side: Side, word: re.Match[str]) -> bool:
    """Tell whether a word is part of an address, a file's name or a measure."""
    text, (start, end) = side.text, word.span()
    if (text[start - 1 : start] in _PART_OF and start) or (text[end : end + 1] in _PART_OF and text[end : end + 1]):
        return True
    near = text[max(0, start - 2) : start]
    return bool(
        _SITE.match(text, end) or _SITE_BEFORE.search(near) or (end - start <= _UNIT and _FIGURE_BEFORE.search(near))
    )


_SITE = re.compile(r"\.[^\W\d_]")
_SITE_BEFORE = re.compile(r"[^\W_]\.\Z")
_FIGURE_BEFORE = re.compile(r"\d[\s\u00a0]\Z")
_UNIT = 3
"""Letters of a unit, at most, such as mph."""
_PART_OF = tuple("/@#_0123456789")
_SHARED = frozenset(["per"])
"""Words of English and Lithuanian alike."""
