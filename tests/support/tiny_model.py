"""Real models in CTranslate2's format that are small enough to be made by a test: they know a few words by heart.

One encoder and one decoder layer whose weights are set by hand. Word and place stand in coordinates of
their own; the decoder looks at the word of the source in its own place, and says the word that the
dictionary has for it. It ends where the source ends (`</s>`), or never.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from ctranslate2.specs import TransformerSpec
from ctranslate2.specs.common_spec import LayerNormSpec, LinearSpec
from sentencepiece import SentencePieceTrainer

PLACES = 64
"""Tokens of a text that the models have places for."""

_SHARP = 400.0

SPECIAL = ("<unk>", "<s>", "</s>")


def make_model(
    folder: Path,
    words: Mapping[str, str],
    *,
    ends: bool = True,
    add_source_eos: bool = True,
    tokens: Sequence[str] = (),
) -> Path:
    """Write a model that says `words[word]` for each word, and `<unk>` for one that it does not know.

    It says itself for each of `tokens`, which may name a language.
    """
    folder.mkdir(parents=True)
    source = [*SPECIAL, *tokens, *dict.fromkeys(words)]
    target = [*SPECIAL, *tokens, *dict.fromkeys(words.values())]
    said = {**{token: token for token in (*SPECIAL, *tokens)}, **words}
    size = PLACES + len(source)
    spec = TransformerSpec.from_config((1, 1), 1, pre_norm=True)
    _encoder(spec, len(source), size)
    _decoder(spec, source, target, said, size, ends=ends)
    spec.register_source_vocabulary(source)
    spec.register_target_vocabulary(target)
    spec.config.add_source_eos = add_source_eos
    spec.validate()
    spec.save(str(folder))
    return folder


def _places(size: int) -> np.ndarray:
    return np.eye(PLACES, size, dtype=np.float32)


def _norm(spec: LayerNormSpec, size: int) -> None:
    spec.gamma, spec.beta = np.ones(size, np.float32), np.zeros(size, np.float32)


def _linear(spec: LinearSpec, weight: np.ndarray) -> None:
    spec.weight, spec.bias = weight.astype(np.float32), np.zeros(weight.shape[0], np.float32)


def _nothing(layer: object, size: int) -> None:
    """Have a layer's own attention and its feed-forward part add nothing."""
    attention = layer.self_attention  # type: ignore[attr-defined]
    _norm(attention.layer_norm, size)
    _linear(attention.linear[0], np.zeros((3 * size, size)))
    _linear(attention.linear[1], np.zeros((size, size)))
    _norm(layer.ffn.layer_norm, size)  # type: ignore[attr-defined]
    _linear(layer.ffn.linear_0, np.zeros((8, size)))  # type: ignore[attr-defined]
    _linear(layer.ffn.linear_1, np.zeros((size, 8)))  # type: ignore[attr-defined]


def _encoder(spec: TransformerSpec, words: int, size: int) -> None:
    encoder = spec.encoder
    encoder.embeddings[0].weight = np.eye(words, size, PLACES, dtype=np.float32)
    encoder.scale_embeddings = False
    encoder.position_encodings.encodings = _places(size)
    _nothing(encoder.layer[0], size)
    _norm(encoder.layer_norm, size)


def _decoder(
    spec: TransformerSpec, source: list[str], target: list[str], said: Mapping[str, str], size: int, *, ends: bool
) -> None:
    decoder = spec.decoder
    decoder.embeddings.weight = np.zeros((len(target), size), np.float32)
    decoder.scale_embeddings = False
    decoder.position_encodings.encodings = _places(size)
    _nothing(decoder.layer[0], size)
    attention = decoder.layer[0].attention
    of_place, of_word = np.diag([1.0] * PLACES + [0.0] * len(source)), np.diag([0.0] * PLACES + [1.0] * len(source))
    _norm(attention.layer_norm, size)
    _linear(attention.linear[0], of_place * _SHARP)
    _linear(attention.linear[1], np.concatenate([of_place, of_word]))
    _linear(attention.linear[2], np.eye(size))
    _norm(decoder.layer_norm, size)
    projection = np.zeros((len(target), size))
    for place, word in enumerate(source):
        projection[target.index(said[word]), PLACES + place] = 1.0
    _linear(decoder.projection, projection)
    if not ends:
        decoder.projection.bias[target.index("</s>")] = -_SHARP


def make_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Write a SentencePiece model that cuts texts into these words; each begins with `▁`."""
    lines = [" ".join(piece.removeprefix("▁") for piece in pieces)]
    SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_prefix=str(path.with_suffix("")),
        model_type="word",
        vocab_size=len(lines[0].split()) + 3,
        use_all_vocab=True,
        minloglevel=2,
    )
    path.with_suffix(".model").rename(path)
    path.with_suffix(".vocab").unlink()
