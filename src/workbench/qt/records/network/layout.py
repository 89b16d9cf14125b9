"""Where the records of a network stand; numpy only, no Qt, and nothing at random.

Stress majorization, each node at a time (Gansner, Koren and North, "Graph Drawing by Stress
Majorization", 2004, section 2.3, all nodes at once): nodes are as far apart as they have steps
between them. The same network gives the same picture; where positions from before are given, what
was there stays about where it was. Own code rather than networkx (pure Python; its spring layout
starts at random and knows no sizes of nodes) or igraph (a C library of 3 MB): it is sixty lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Size = tuple[float, float]
_Array = NDArray[np.float64]

UNIT = 150.0
"""Pixels between two neighbours, at 100 % and among few."""

_ROUNDS, _WARM_ROUNDS, _PUSHES = 80, 25, 120
_HOLD = 0.6
"""How strongly a node is held where it was: its share of all other forces on it."""
ASPECT = 1.35
"""How much wider than high the picture is where nothing else is said: windows are, and names too."""
_GOLDEN = 2.399963229728653
"""The golden angle in radians: no two of many spokes come near each other."""


def lay_out(
    ids: Sequence[str],
    pairs: Sequence[tuple[str, str]],
    sizes: Mapping[str, Size],
    before: Mapping[str, Point] | None = None,
    aspect: float = ASPECT,
) -> dict[str, Point]:
    """Return a place for the middle of every node, in pixels; the first id's is the origin unless it had one before.

    `sizes` are width and height of what is drawn there; no two of those boxes overlap. `aspect` is
    how much wider than high the picture becomes.
    """
    if not ids:
        return {}
    index = {key: at for at, key in enumerate(ids)}
    links = np.array([(index[a], index[b]) for a, b in pairs if a != b], dtype=int).reshape(-1, 2)
    steps = _steps(len(ids), links)
    held = {index[key]: (x / aspect, y) for key, (x, y) in (before or {}).items() if key in index}
    places = _begin(len(ids), links, steps, held)
    unit = UNIT * max(1.0, (len(ids) / 14) ** 0.5)
    places = _settle(places, steps * unit, held)
    if not held:
        places = places - places[0]
    places = places * np.array([aspect, 1.0])
    boxes = np.array([sizes[key] for key in ids], dtype=float)
    places = _apart(places, boxes)
    return {key: (round(float(x), 1), round(float(y), 1)) for key, (x, y) in zip(ids, places, strict=True)}


def _steps(count: int, links: NDArray[np.int_]) -> _Array:
    """Return how many steps every node is from every other; one more than the most where there is no way."""
    near = np.zeros((count, count), dtype=np.float32)
    near[links[:, 0], links[:, 1]] = near[links[:, 1], links[:, 0]] = 1
    found = np.full((count, count), np.inf)
    np.fill_diagonal(found, 0)
    reached = np.eye(count, dtype=np.float32)
    for step in range(1, count + 1):
        reached = ((reached + reached @ near) > 0).astype(np.float32)
        fresh = (reached > 0) & np.isinf(found)
        if not fresh.any():
            break
        found[fresh] = step
    most = found[np.isfinite(found)].max()
    found[np.isinf(found)] = most + 1
    return found


def _begin(count: int, links: NDArray[np.int_], steps: _Array, held: Mapping[int, Point]) -> _Array:
    """Put nodes where they were, new ones beside their neighbours, and all others on rings around the first."""
    places = np.zeros((count, 2))
    for at in range(count):
        angle, radius = at * _GOLDEN, UNIT * steps[0, at] * (1 + 0.01 * at)
        places[at] = (np.cos(angle) * radius, np.sin(angle) * radius)
    for at, point in held.items():
        places[at] = point
    for at in range(count) if held else ():
        if at in held:
            continue
        around = [int(b if a == at else a) for a, b in links if at in (a, b)]
        known = [held[other] for other in around if other in held]
        middle = np.mean(known, axis=0) if known else np.mean(list(held.values()), axis=0)
        places[at] = middle + UNIT * 0.7 * np.array([np.cos(at * _GOLDEN), np.sin(at * _GOLDEN)])
    return places


def _settle(places: _Array, apart: _Array, held: Mapping[int, Point]) -> _Array:
    """Move every node towards where all others want it, again and again."""
    count = len(places)
    if count == 1:
        return places
    weights = 1 / np.maximum(apart, 1.0) ** 2
    np.fill_diagonal(weights, 0)
    whole = weights.sum(axis=1)
    hold = np.zeros(count)
    anchors = places.copy()
    hold[list(held)] = _HOLD
    for _round in range(_WARM_ROUNDS if held else _ROUNDS):
        across = places[:, None, :] - places[None, :, :]
        length = np.maximum(np.sqrt((across**2).sum(axis=2)), 0.01)
        pull = (weights * apart / length)[:, :, None] * across
        wanted = (weights @ places + pull.sum(axis=1)) / whole[:, None]
        places = (wanted + hold[:, None] * anchors) / (1 + hold[:, None])
    return places


def _apart(places: _Array, boxes: _Array) -> _Array:
    """Push boxes that overlap apart, the shorter way; where that takes long, give everything more room."""
    places = places.copy()
    wide = (boxes[:, None, 0] + boxes[None, :, 0]) / 2
    high = (boxes[:, None, 1] + boxes[None, :, 1]) / 2
    order = np.sign(np.arange(len(places))[:, None] - np.arange(len(places))[None, :])
    turn = 0
    while True:
        dx = places[:, None, 0] - places[None, :, 0]
        dy = places[:, None, 1] - places[None, :, 1]
        over_x, over_y = wide - np.abs(dx), high - np.abs(dy)
        hit = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(hit, val=False)
        if not hit.any():
            return places
        sideways = hit & (over_x <= over_y)
        upright = hit & ~sideways
        way_x, way_y = np.where(dx == 0, order, np.sign(dx)), np.where(dy == 0, order, np.sign(dy))
        places[:, 0] += (sideways * way_x * (over_x / 2 + 0.5)).sum(axis=1)
        places[:, 1] += (upright * way_y * (over_y / 2 + 0.5)).sum(axis=1)
        turn += 1
        if turn > _PUSHES / 4:
            places = places * 1.04
