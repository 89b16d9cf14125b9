"""An archive with the sample in it, for readings that need a bit of everything."""

from __future__ import annotations

import pytest

from rooms import Room
from workbench.services.archives import Created


@pytest.fixture
def sample(sample_room: Room) -> Created:
    return Created(sample_room.archive, sample_room.author_id, [])
