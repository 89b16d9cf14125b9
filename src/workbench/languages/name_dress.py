"""What words of a text may really be: undone encodings, look-alike letters, pieces that were parted or glued.

Encodings are those of addresses (RFC 3986 and 3492, also in the charsets that Cyrillic and Lithuanian
sites used before UTF-8), of pages (HTML character references), of mail (RFC 2045, quoted-printable)
and of scripts (ECMA-262, escapes in strings).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from workbench.languages.name_range import WORD

LONGEST = 64
"""Letters of a word that is taken apart: a label of a host has no more (RFC 1035), nor has any name."""

_RUN = re.compile(r"(?:=\r?\n|[^\s<>\"“”«»])+")
_ENCODED = re.compile(
    r"%[0-9A-F]{2}|&#?\w{1,32};|\\u\{?[0-9A-F]{2}|\\x[0-9A-F]{2}|=[0-9A-F]{2}|=\r?\n|xn--",
    re.IGNORECASE,
)
_UNICODE = re.compile(r"\\u(?:\{0?([0-9A-Fa-f]{1,5})\}|([0-9A-Fa-f]{4}))")
_HEX = re.compile(r"(?:\\x[0-9A-Fa-f]{2})+")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2})+")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_SOFT_BREAK = re.compile(r"=\r?\n")
_PUNYCODE = re.compile(r"xn--[a-z0-9-]+", re.IGNORECASE)
_CHARSETS = ("cp1251", "koi8-r", "cp1257", "cp866")
_LAYERS = 4
"""Encodings on top of each other that are undone."""

_PIECE = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"[#@]|://|\w\.[a-z]{2,}")
_JOINED = re.compile(r"\w[@/:]|\w\.[a-z]{2,}")
_CHAIN = re.compile(r"(?<!\w)[^\W_]++(?:[_.]++[^\W_]++)+")
_SNAKE = re.compile(r"[^\W_]_+[^\W_]")
_HANDLE = re.compile(r"(?<![^\W_])(?=[^\W_]*\d)[^\W\d_][^\W_]{3,}(?![^\W_])")
_SMALL = re.compile(r"(?<![^\W_])[^\W\d_]{6,}(?![^\W_])")
_FREE = re.compile("free(?=.{3})", re.IGNORECASE)
_BLANK = re.compile(r"(?<=[^\W\d_])[\n\u00a0\u2000-\u200a\u202f](?=[^\W\d_])")
_HYPHENED = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[-\u2010]\n?[^\W\d_]+){1,4}")
_CAPITALS = re.compile(r"(?<![^\W_])(?=([^\W\d_]{2,}[ _][^\W\d_]{2,})(?![^\W_]))")
_SPACED = re.compile(r"(?<![^\W_])[^\W_](?:(?:\s?[-\u2010-\u2015._·*•|/]\s?|\s)[^\W_](?![^\W_])){2,40}")

_GREEK = str.maketrans("αοερνικτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aoepvikruxABEZHIKMNOPTYX")
_LIKE = str.maketrans(
    "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡɱᎪᏴᏟᎠᎬᏀᎻᏆᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃԝԛԁ",
    "abcdefghijklmnoprstuvwyzagmABCDEGHIJKLMPRSTVWZwqd",
)
_KIN = str.maketrans("ҘҙӠӡҪҫӨөҚқҢңҮүҰұҺһӘәҐґ", "ЗзЗзСсОоКкНнУуУуHhЭэГг")
"""Letters of other alphabets that are written in place of those that they look like."""

_TO_CYRILLIC = str.maketrans("aceopxykmtbhi3ACEOPXYKMTBHISjs06", "асеорхукмтвнізАСЕОРХУКМТВНІЅјѕоб")
_TO_LATIN = str.maketrans("асеорхукмтвнізАСЕОРХУКМТВНІЗЅјѕ03146", "aceopxykmtbhi3ACEOPXYKMTBHI3Sjsoelab")
_LATIN_LETTER, _OTHER_LETTER = re.compile(r"[A-Za-z]"), re.compile(r"[\u0370-\u052f]")
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")
_STRANGE = re.compile(r"[\u1d00-\u1d7f\u0250-\u02af\ua730-\ua7ff\u13a0-\u13ff\u0480-\u052f]")


@dataclass(frozen=True, slots=True)
class Guise:
    """What a place of a text, in code points, may really say; `glued` where other words may stand in it too.

    `likely` is False where so much had to be undone that it may be chance; of what is glued it says
    that nothing but a given name beside its family name counts.
    """

    start: int
    end: int
    word: str
    glued: bool = False
    likely: bool = True


def decoded(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what it says) of every run without spaces that is encoded, in each charset it may be in."""
    for match in _RUN.finditer(text):
        if _ENCODED.search(match.group()) is not None:
            said = _undone(match.group(), "utf-8")
            others = (_undone(match.group(), charset) for charset in _CHARSETS) if said is None else (said,)
            for each in dict.fromkeys(others):
                if each is not None and each != match.group():
                    yield match.start(), match.end(), each


def is_encoded(text: str) -> bool:
    """Tell whether anything in a text may be encoded."""
    return _ENCODED.search(text) is not None


def _undone(text: str, charset: str) -> str | None:
    """Undo every encoding that a run has; None where its bytes are none of a charset."""
    try:
        for _ in range(_LAYERS):
            before = text
            text = html.unescape(_SOFT_BREAK.sub("", text))
            text = _PERCENT.sub(lambda m: unquote_to_bytes(m[0]).decode(charset), text)
            text = _HEX.sub(lambda m: bytes.fromhex(m[0].replace("\\x", "")).decode(charset), text)
            text = _QUOTED.sub(lambda m: bytes.fromhex(m[0].replace("=", "")).decode(charset), text)
            text = _UNICODE.sub(lambda m: chr(int(m[1] or m[2], 16)), text)
            if text == before:
                break
    except UnicodeDecodeError:
        return None
    return _PUNYCODE.sub(lambda m: _from_punycode(m[0]), text)


def _from_punycode(label: str) -> str:
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def guises(text: str) -> Iterator[Guise]:
    """Yield what words may be that are written with look-alikes, in pieces, or glued together."""
    for match in WORD.finditer(text):
        if match.end() - match.start() <= LONGEST:
            yield from _of_word(match.start(), match.end(), match.group())
    for match in _SPACED.finditer(text):
        yield from _of_word(match.start(), match.end(), "".join(WORD.findall(match.group())), whole=True)
    for match in _HYPHENED.finditer(text):
        joined = "".join(_PIECE.findall(match.group()))
        if len(joined) <= LONGEST:
            yield Guise(match.start(), match.end(), joined, likely=joined.istitle())
    for match in _CAPITALS.finditer(text):  # BY SOL
        if match[1].isupper() and len(match[1]) <= LONGEST:
            yield Guise(match.start(1), match.end(1), "".join(_PIECE.findall(match[1])), likely=False)
    for match in _BLANK.finditer(text):
        yield from _broken(text, match.start())
    yield from _addresses(text)
    yield from _handles(text)


def _handles(text: str) -> Iterator[Guise]:
    """Yield what people are called by in networks: zaremba1990, jan_zaremba, janzaremba."""
    chains = (match for match in _CHAIN.finditer(text) if _SNAKE.search(match.group()))
    for match in (*chains, *_HANDLE.finditer(text)):
        if match.end() - match.start() <= LONGEST:
            for piece in _PIECE.findall(match.group()):
                if len(piece) > 2:
                    yield Guise(match.start(), match.end(), piece, glued=True)
    for match in _SMALL.finditer(text):
        if match.end() - match.start() <= LONGEST and match.group().islower():
            yield Guise(match.start(), match.end(), match.group(), glued=True, likely=False)


def _of_word(start: int, end: int, word: str, *, whole: bool = False) -> Iterator[Guise]:
    pieces = camels(word)
    if len(pieces) > 1:
        yield from (Guise(start, end, piece) for piece in pieces if len(piece) > 1)
        yield Guise(start, end, word, glued=True)
    elif whole:
        yield Guise(start, end, word)
    if is_mixed(word) or _STRANGE.search(word) or (_DIGIT.search(word) and _LETTER.search(word)):
        plain = word.translate(_GREEK).translate(_LIKE).translate(_KIN)
        for dress in {plain, plain.translate(_TO_CYRILLIC), plain.translate(_TO_LATIN)} - {word}:
            yield Guise(start, end, dress)
    if "sch" in word.lower():
        yield Guise(start, end, re.sub("(?<![tT])([sS])ch", r"\1h", word))


def camels(word: str) -> list[str]:
    """Return the words that a word such as FreeSokal is made of: itself alone where it is one."""
    if word[1:].islower():
        return [word]
    pieces, first = [], 0
    for at in range(1, len(word)):
        inside = word[at - 1].isupper() and word[at : at + 2].istitle() and len(word[at : at + 2]) == 2
        if word[at].isupper() and (word[at - 1].islower() or word[at - 1].isdigit() or inside):
            pieces.append(word[first:at])
            first = at
    return [*pieces, word[first:]]


def _broken(text: str, at: int) -> Iterator[Guise]:
    """Yield the word that a line's end or an unusual space may stand in the middle of."""
    start, end = at, at + 1
    while start > 0 and at - start <= LONGEST and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and end - at <= LONGEST and text[end].isalpha():
        end += 1
    if end - start <= LONGEST and text[at + 1].islower() and text[start].isupper():
        yield Guise(start, end, text[start:at] + text[at + 1 : end], likely=False)


def _addresses(text: str) -> Iterator[Guise]:
    for run in _RUN.finditer(text):
        if _ADDRESS.search(run.group()) is None:
            continue
        joined = _JOINED.search(run.group()) is not None
        stop = run.start() + len(run.group().rstrip(".,;:!?)]}'’…"))
        for piece in _PIECE.finditer(text, run.start(), stop):
            if 2 < piece.end() - piece.start() <= LONGEST:
                start, end = (run.start(), stop) if joined else piece.span()
                yield Guise(start, end, piece.group(), glued=True)
                if (free := _FREE.match(piece.group())) is not None:
                    yield Guise(start, end, piece.group()[free.end() :], glued=True)


def is_mixed(word: str) -> bool:
    """Tell whether a word has letters of two scripts; each looked for alone, so that long words cost no more."""
    return _LATIN_LETTER.search(word) is not None and _OTHER_LETTER.search(word) is not None
