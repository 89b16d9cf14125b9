"""What was worked out of names is kept for a while; all of it is forgotten when the archive is locked."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

_FORGET: list[Callable[[], None]] = []
_LIVING: set[weakref.WeakMethod[Callable[[], None]]] = set()


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the last answers of a function that is given content: at most so many, until `forget_all`."""

    def keep(function: Callable[P, T]) -> Callable[P, T]:
        kept = lru_cache(maxsize=most)(function)
        _FORGET.append(kept.cache_clear)
        return cast("Callable[P, T]", kept)

    return keep


def at_forgetting(forget: Callable[[], None]) -> Callable[[], None]:
    """Have a function called by `forget_all`, for what keeps content in a way of its own."""
    _FORGET.append(forget)
    return forget


def also_forget(forget: Callable[[], None]) -> None:
    """Have `forget_all` call a method too, as long as its object lives."""
    _LIVING.add(weakref.WeakMethod(forget, _LIVING.discard))


def forget_all() -> None:
    """Forget every answer that was kept."""
    living = [method() for method in list(_LIVING)]
    for forget in (*_FORGET, *living):
        if forget is not None:
            forget()
