from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.domain.kinds import Manner
from workbench.qt.session import Session
from workbench.qt.translations.context import facts_of
from workbench.store.queries.quotes import list_quotes


@pytest.mark.parametrize(
    ("spoken", "via", "interpreter", "said"),
    [
        ("", "", "", "spoken language unknown → published: English"),
        ("be", "", "", "spoken: Belarusian → published: English"),
        ("be", "ru", "", "spoken: Belarusian → by way of: Russian → published: English"),
        ("be", "ru", "Rūta", "spoken: Belarusian → by way of: Russian, translated by: Rūta → published: English"),
        ("", "", "Rūta", "spoken language unknown → translated by: Rūta → published: English"),
    ],
)
def test_the_chain_is_told_from_the_mouth_to_the_page(
    sample_session: Session, spoken: str, via: str, interpreter: str, said: str
) -> None:
    with sample_session.read() as connection:
        row = list_quotes(connection, "en")[0]
    facts = {"spoken_language": spoken, "via_language": via, "interpreter": interpreter, "published_language": "en"}
    row = replace(row, speaker="Ihar", manner=Manner.DIRECT.value, **facts)  # type: ignore[arg-type]
    assert facts_of(row) == f"Ihar · direct speech · {said}"
