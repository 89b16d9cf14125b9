"""The model itself, in the child process: words in, words out, and a refusal where they are no translation."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import Any

from workbench.languages.machine.folder import CONFIG, MODEL, Contents, RefusedFolderError

LONGEST = 450
"""Tokens of a sentence: most models were made for 512, and CTranslate2 would cut off the rest unsaid."""

_BEAM = 4
"""Wordings that are followed at once; 4 to 6 are usual for these models."""

_ROUND = 5
"""Times that the same few tokens may follow each other."""

_FEW = 4
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_ALLOWED = frozenset("\u200c\u200d\u00ad")
_UNKNOWN = ("<unk>", "\u2047", "\ufffd")


class RefusedTextError(Exception):
    """What the model says of one text is not to be shown; the one argument is the reason's key (see `told`)."""


class Engine:
    """A model in memory.

    Raises:
        RefusedFolderError: it cannot be loaded.
    """

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._config = contents.config
        try:
            import ctranslate2
        except ImportError:
            raise RefusedFolderError("package") from None
        self._source = _pieces(contents.files.get(contents.source_pieces))
        self._target = _pieces(contents.files.get(contents.target_pieces))
        spare = {contents.source_pieces, contents.target_pieces}
        files = {name: data for name, data in contents.files.items() if name not in spare}
        try:
            self._model: Any = ctranslate2.Translator(MODEL, files=files, intra_threads=_threads())
        except (RuntimeError, ValueError):
            raise RefusedFolderError("broken") from None
        for name in (MODEL, CONFIG):
            contents.files.pop(name, None)

    def translate(self, text: str, source: str, target: str) -> str:
        """Return one sentence of one language in the other; both are primary subtags (BCP 47).

        Raises:
            RefusedTextError: there is nothing that can be proposed.
        """
        tokens, prefix = self._asked(text, source, target)
        if len(tokens) > LONGEST:
            raise RefusedTextError("long")
        most = 3 * len(tokens) + 24
        try:
            found = self._model.translate_batch(
                [tokens], [prefix] if prefix else None, beam_size=_BEAM, max_input_length=0, max_decoding_length=most
            )
            said = list(found[0].hypotheses[0])[len(prefix) :]
        except (RuntimeError, ValueError):
            raise RefusedTextError("long") from None
        return self._checked(said, most, text)

    def _asked(self, text: str, source: str, target: str) -> tuple[list[str], list[str]]:
        """Return a source as the model wants it, and the tokens that its answer begins with."""
        contents = self._contents
        tokens = list(self._source.encode(text, out_type=str)) if self._source else text.split()
        named = contents.tokens
        end = [str(self._config.get("eos_token") or "</s>")]
        if self._config.get("add_source_eos"):
            end = []  # CTranslate2 adds it itself
        elif not (contents.marian or named):
            end = []  # what the folder does not say is left as it is
        if not named:
            return [*tokens, *end], []
        if target not in named or (source not in named and not contents.only_targets):
            raise RefusedTextError("language")
        if contents.only_targets:
            return [named[target], *tokens, *end], []
        return [named[source], *tokens, *end], [named[target]]

    def _checked(self, said: list[str], most: int, asked: str) -> str:
        if len(said) >= most:
            raise RefusedTextError("endless")
        text = self._target.decode(said) if self._target else " ".join(said)
        text = unicodedata.normalize("NFC", " ".join(str(text).split()))
        if self._config.get("unk_token", _UNKNOWN[0]) in said or any(mark in text for mark in _UNKNOWN):
            raise RefusedTextError("unknown")
        if goes_round(said):
            raise RefusedTextError("repeats")
        if any(unicodedata.category(char) in _UNSEEN and char not in _ALLOWED for char in text):
            raise RefusedTextError("garbage")
        if any(char.isalnum() for char in asked) and not any(char.isalnum() for char in text):
            raise RefusedTextError("empty")
        return text


def _pieces(data: bytes | None) -> Any:
    """Return what cuts words into pieces, or None where that is done at spaces."""
    if data is None:
        return None
    try:
        import sentencepiece
    except ImportError:
        raise RefusedFolderError("pieces") from None
    try:
        return sentencepiece.SentencePieceProcessor(model_proto=data)
    except (RuntimeError, ValueError, OSError):
        raise RefusedFolderError("broken") from None


def _threads() -> int:
    """Return how many threads may work: one processor is left to the person."""
    return max(1, min(4, (os.cpu_count() or 2) - 1))


def goes_round(tokens: list[str]) -> bool:
    """Tell whether one to four tokens follow each other more often than any sentence has them."""
    text = " ".join(str(tokens.index(token)) for token in tokens)
    few = "|".join(rf"(?:(?<!\d)(\d+(?: \d+){{{more}}})(?: \{more + 1}){{{_ROUND - 1}}}(?!\d))" for more in range(_FEW))
    return re.search(few, text) is not None
