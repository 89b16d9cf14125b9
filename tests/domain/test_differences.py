from __future__ import annotations

import pytest

from workbench.domain.differences import LIMIT, differences


def shown(first: str, second: str) -> tuple[list[str], list[str]]:
    before, after = differences(first, second)
    return [first[s.start : s.end] for s in before], [second[s.start : s.end] for s in after]


@pytest.mark.parametrize(
    ("first", "second", "changed"),
    [
        ("the gate in Orša", "the gate in Orša", ([], [])),
        ("the  gate\nin Orša", "the gate in Orša", ([], [])),
        ("We kept your chair.", "We kept your old chair.", ([], ["old"])),
        ("“Ён прыйшоў”, кажа", "«Ён прыехаў», кажа", (["“", "прыйшоў”"], ["«", "прыехаў»"])),
        ("👩\u200d👧 one two", "👩\u200d👧 one three four", (["two"], ["three four"])),
        ("", "new words", ([], ["new words"])),
        ("", "", ([], [])),
    ],
)
def test_what_the_other_does_not_have(first: str, second: str, changed: tuple[list[str], list[str]]) -> None:
    assert shown(first, second) == changed


def test_nothing_is_compared_after_the_limit() -> None:
    same = "word " * (LIMIT // 5)
    assert differences(same + "one", same + "two") == ([], [])
