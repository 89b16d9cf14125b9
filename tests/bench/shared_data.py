"""Where the material of the measurements lies; it is no part of the project, and nothing but measuring needs it."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parents[3] / "shared" / "data"
NTREX = DATA / "parallel-ntrex"
