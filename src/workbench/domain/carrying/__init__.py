"""Carrying passages from one text to a newer one, without ever guessing.

A passage is carried by itself only with its exact words, and only where no other story of the
edit could have put those words there. What is not proved goes to a person, with candidates.
"""

from __future__ import annotations

from workbench.domain.carrying.carry import carry
from workbench.domain.carrying.model import MOST_CANDIDATES, Candidate, Carry, Reason

__all__ = ["MOST_CANDIDATES", "Candidate", "Carry", "Reason", "carry"]
