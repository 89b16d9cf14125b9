from __future__ import annotations

import pytest

from workbench.qt.action_list import ACTION_LIST
from workbench.qt.session import ViewName
from workbench.qt.window import routes

KNOWN = {spec.id for spec in ACTION_LIST}


def test_every_route_is_of_an_action() -> None:
    assert set(routes.LEADS_TO) | set(routes.DONE_IN) | routes.WRITES | routes.NEEDS_ARCHIVE <= KNOWN


def test_no_action_has_two_routes() -> None:
    assert not set(routes.LEADS_TO) & set(routes.DONE_IN)
    assert not routes.NEEDS_ARCHIVE & set(routes.DONE_IN)


@pytest.mark.parametrize(
    ("action", "view", "at_work", "read_only", "expected"),
    [
        ("passage.person", ViewName.SOURCES, True, False, True),
        ("passage.person", ViewName.RECORDS, True, False, False),
        ("passage.person", ViewName.SOURCES, True, True, False),
        ("passage.next", ViewName.SOURCES, True, True, True),
        ("passage.person", None, True, False, False),
        ("source.import", None, False, False, False),
        ("source.import", ViewName.RECORDS, True, False, True),
        ("archive.lock", None, False, False, False),
        ("archive.lock", None, True, True, True),
        ("archive.passphrase", None, True, True, False),
        ("app.quit", None, False, False, None),
        ("archive.create", None, False, False, None),
    ],
)
def test_what_makes_sense_when(
    action: str, view: ViewName | None, at_work: bool, read_only: bool, expected: bool | None
) -> None:
    assert routes.enabled(action, view, at_work=at_work, read_only=read_only) is expected
