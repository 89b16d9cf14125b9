"""Row ids: UUID version 7 (RFC 9562, section 5.7), so that rows made in two rooms never collide."""

from __future__ import annotations

import secrets
import threading
import time
import uuid


class _Clock:
    lock = threading.Lock()
    last = 0


def new_id() -> str:
    """Return a UUIDv7 in its canonical text form, greater than every one made before here.

    The 12 bits after the milliseconds count sub-millisecond steps (RFC 9562, 6.2 method 3),
    so ids made in one process sort in the order in which they were made.
    """
    with _Clock.lock:
        stamp = _Clock.last = max(time.time_ns() * 4096 // 1_000_000, _Clock.last + 1)
    milliseconds, fraction = stamp >> 12, stamp & 0xFFF
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | fraction << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))
