"""What runs in the process of the dictionaries: a line of JSON in, a line of JSON out."""

from __future__ import annotations

import json
import sys
from typing import Any

from hunspell import Hunspell

_MOST = 8
"""Words that are suggested."""

_THOUGHT_OVER = 40
"""Code points of a word that suggestions are looked for: the time grows with its length."""


class Answers:
    """The dictionaries that were asked for so far, of one folder."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._read: dict[str, Any] = {}

    def to(self, question: dict[str, Any]) -> list[str]:
        """Answer one question: the words of `words` that are wrong, or what may stand for `suggest`."""
        dictionaries = [self._dictionary(name) for name in question["dictionaries"]]
        if "words" in question:
            return [word for word in question["words"] if not any(_has(each, word) for each in dictionaries)]
        found = (each for dictionary in dictionaries for each in _suggested(dictionary, question["suggest"]))
        return list(dict.fromkeys(found))[:_MOST]

    def _dictionary(self, name: str) -> Any:
        if name not in self._read:
            self._read[name] = Hunspell(name, hunspell_data_dir=self._folder, system_encoding="utf-8")
        return self._read[name]


def _has(dictionary: Any, word: str) -> bool:
    try:
        return bool(dictionary.spell(word))
    except UnicodeEncodeError:  # a letter that the dictionary's encoding does not have
        return False


def _suggested(dictionary: Any, word: str) -> tuple[str, ...]:
    if len(word) > _THOUGHT_OVER:
        return ()
    try:
        return tuple(dictionary.suggest(word))
    except UnicodeEncodeError:
        return ()


def _leave_no_core() -> None:
    """Have no core dump written (POSIX): it would leave words on the disk."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer until nobody asks any more; the one argument that matters is the dictionaries' folder."""
    _leave_no_core()
    answers = Answers(sys.argv[2])
    for line in sys.stdin:
        print(json.dumps(answers.to(json.loads(line))), flush=True)  # noqa: T201 - the pipe to who asks
