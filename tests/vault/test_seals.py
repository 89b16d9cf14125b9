"""Seals are opened by their archive only, and say which quote and which words."""

from __future__ import annotations

import uuid

import pytest

from workbench.vault.seals import Seal, Sealer, fingerprint

SECRET, OTHER = uuid.UUID(int=7), uuid.UUID(int=8)
QUOTE = "018f3c1e-0000-7000-8000-000000000001"


def test_a_seal_says_the_quote_and_both_wordings() -> None:
    sealed = Sealer(SECRET).seal(QUOTE, "Alena said so.", "Person K said so.")
    assert sealed.replace("-", "").replace("_", "").isalnum()
    assert Sealer(SECRET).open(sealed) == Seal(QUOTE, fingerprint("Alena said so."), fingerprint("Person K said so."))


def test_a_seal_says_for_which_languages_the_quote_was_sent() -> None:
    opened = Sealer(SECRET).open(Sealer(SECRET).seal(QUOTE, "words", "words", ["be", "lt"]))
    assert opened == Seal(QUOTE, fingerprint("words"), fingerprint("words"), frozenset({"be", "lt"}))


def test_two_seals_of_one_quote_have_nothing_in_common() -> None:
    first, second = (Sealer(SECRET).seal(QUOTE, "words", "words") for _n in range(2))
    assert first != second
    assert sum(a == b for a, b in zip(first, second, strict=True)) < 20  # of 80 letters, 1 in 64 by chance


@pytest.mark.parametrize("broken", ["", "abc", "ä", "A" * 80, "====", "A" * 79])
def test_what_is_no_seal_is_none(broken: str) -> None:
    assert Sealer(SECRET).open(broken) is None


def test_a_changed_seal_and_one_of_another_archive_are_none() -> None:
    sealed = Sealer(SECRET).seal(QUOTE, "words", "words")
    changed = sealed[:30] + ("A" if sealed[30] != "A" else "B") + sealed[31:]
    assert Sealer(SECRET).open(changed) is None
    assert Sealer(OTHER).open(sealed) is None


def test_white_space_and_composition_are_not_another_wording() -> None:
    assert fingerprint("Alena  said\nso ") == fingerprint("Alena said so")
    assert fingerprint("e\u0301") == fingerprint("é")
    assert fingerprint("Alena said so") != fingerprint("Alena said so.")
