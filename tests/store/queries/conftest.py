"""An archive with the sample in it, for readings that need a bit of everything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.services.archives import Created, create_archive
from workbench.services.sample import first_profile, load_sample
from workbench.vault.keys import Parameters


@pytest.fixture
def sample(tmp_path: Path, cheap_parameters: Parameters) -> Iterator[Created]:
    created = create_archive(
        tmp_path / "sample.archive", "seven reeds by the slow river", first_profile(), parameters=cheap_parameters
    )
    load_sample(created.archive, created.profile_id)
    yield created
    created.archive.close()
