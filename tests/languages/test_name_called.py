"""What a net knows of those whom it looks for."""

from __future__ import annotations

from workbench.languages.name_called import Called


def test_a_word_begins_as_one_of_its_script_or_anyhow_in_another() -> None:
    called = Called(heads={"гал", "=hal"}, scripts=[False, True])
    assert called.may_begin("Г")
    assert not called.may_begin("ч")
    assert called.may_begin("x")
