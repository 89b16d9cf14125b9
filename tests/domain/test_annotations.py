from __future__ import annotations

from workbench.domain.annotations import IncomingBody


def test_a_body_s_own_keys() -> None:
    body = IncomingBody("identifying", details=(("role", "speaker"),))
    assert (body.detail("role"), body.detail("kind")) == ("speaker", "")
