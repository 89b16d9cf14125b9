from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "src"


def test_a_start_that_migrates_nothing_does_not_load_what_migrates() -> None:
    """Alembic with all that it brings takes as long to import as the rest of the store."""
    script = "import sys, workbench.store.archive; sys.exit(bool({'alembic', 'mako'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], cwd=SOURCES, check=False).returncode == 0
