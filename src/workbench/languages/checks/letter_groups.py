"""Whether a word may be of a language: five letters that no form of any of its words has together are another's.

Made from the spelling dictionaries (`.ci/letter_groups.py`), for these are read by another process and take seconds to
load. The check of words left untranslated asks of single words, thousands of times.
"""

from __future__ import annotations

from functools import cache
from zlib import crc32

from workbench.material import resources_folder

LETTERS = 5
BITS = 1 << 20
"""Bits of a language's file. Some 250,000 groups are marked, so that a fifth of all others seem to be known as well."""

_FEWEST = 4
"""Letters of a word that is judged: shorter ones are shared and borrowed too often."""


def groups(word: str) -> set[str]:
    """Return the groups of a word, its beginning and end as a letter each; ё is е, and an apostrophe of one kind."""
    whole = f"^{word.lower().replace('ё', 'е')}$".replace("'", "’").replace("ʼ", "’")
    return {whole[at : at + LETTERS] for at in range(len(whole) - LETTERS + 1)}


def bit(group: str) -> int:
    """Return where a group is marked."""
    return crc32(group.encode()) % BITS


@cache
def _marked(language: str) -> bytes:
    path = resources_folder() / "letter_groups" / f"{language}.bin"
    return path.read_bytes() if path.is_file() else b""


def is_unlike(word: str, language: str) -> bool:
    """Tell whether a word of four letters or more cannot be of a base language; of an unknown one every word may be."""
    marked = _marked(language)
    if not marked or len(word) < _FEWEST:
        return False
    places = map(bit, groups(word))
    return any(not marked[at // 8] >> at % 8 & 1 for at in places)
