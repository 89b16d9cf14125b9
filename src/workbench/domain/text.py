"""Text from outside, made fit for places that obey it."""

from __future__ import annotations

import unicodedata

_JOINERS = frozenset("\u200c\u200d")
_SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def clean_for_terminal(text: str) -> str:
    """Return the text as one line that cannot steer a terminal or turn its own direction.

    Line breaks and tabs become spaces. Control characters (Unicode category Cc, so that no
    escape sequence begins), lone surrogates (Cs) and format characters (Cf, all bidirectional
    controls of UAX 9 among them) are dropped; the two joiners stay, since words and emoji
    need them.
    """
    if text.isascii() and text.isprintable():
        return text
    pieces = (" " if char in _SPACES else char for char in text)
    return "".join(c for c in pieces if c in _JOINERS or unicodedata.category(c) not in _UNSEEN)


def same_letters(first: str, second: str) -> bool:
    """Tell whether two texts differ in punctuation, spaces and unseen characters only.

    Letters, marks and digits (Unicode categories L, M, N) have to be the same in the same order,
    and there has to be one.
    """
    letters = _letters(first)
    return bool(letters) and letters == _letters(second)


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] in "LMN")
