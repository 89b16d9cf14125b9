"""Names in letters that are glued together."""

from __future__ import annotations

import pytest

from workbench.languages.name_called import Called, Part
from workbench.languages.name_glued import in_run

FAMILY, GIVEN = Part("sakal", "p", given=False), Part("alin", "p", given=True)
PARTS = {"sakal": [FAMILY], "alin": [GIVEN], "zhvk": [Part("zhvk", "q", given=False)]}
CALLED = {"p": Called(initials={"a"}), "q": Called()}


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("alinasakal", [("p", True)]), ("sakalvalin", [("p", True)]), ("frisakal", [("p", False)]),
        ("asakala", [("p", False)]), ("xxsakalxxxxxxxxx", []), ("zhvka", [("q", False)]), ("frizhvk", []),
        ("alina", []),
    ],
)  # fmt: skip
def test_a_family_name_stands_at_an_end_or_beside_the_given_name(key: str, found: list[tuple[str, bool]]) -> None:
    assert list(in_run(key, PARTS, CALLED, ())) == found
