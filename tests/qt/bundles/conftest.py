"""The Bundles view on the sample's archive, on the screen and read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workbench.domain.bundle import BundleChoice
from workbench.qt.bundles.view import BundlesView
from workbench.qt.look.style import Look
from workbench.qt.session import Session
from workbench.services.bundles import export_bundle


def settled(view: BundlesView) -> bool:
    return not view.session.operations.jobs and not view._rest.isActive()


@pytest.fixture
def view(qtbot: QtBot, look: Look, sample_session: Session) -> BundlesView:
    made = BundlesView(sample_session)
    qtbot.addWidget(made)
    made.resize(1232, 640)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    qtbot.waitUntil(lambda: made.preview.found is not None and settled(made))
    return made


@pytest.fixture
def wait(qtbot: QtBot, view: BundlesView) -> object:
    """Wait until all counting and writing that the view has asked for is done."""
    return lambda: qtbot.waitUntil(lambda: settled(view))


@pytest.fixture
def bundle(sample_session: Session, tmp_path: Path) -> Path:
    export_bundle(
        sample_session.archive,
        BundleChoice("Sample", ("be", "lt")),
        tmp_path / "bundle",
        author_id=sample_session.author_id,
    )
    return tmp_path / "bundle"
