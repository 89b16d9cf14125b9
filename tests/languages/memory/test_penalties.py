from __future__ import annotations

from workbench.languages.memory.penalties import Proposal, Trait, in_order


def test_what_counts_against_a_match_is_taken_off_after_matching() -> None:
    same = Proposal("a", 100, 1.0, frozenset(Trait))
    near = Proposal("b", 88, 0.885)
    assert same.worth() == 87
    assert in_order([same, near]) == [near, same]
    assert in_order([same, near], {}) == [same, near]
    assert Proposal("c", 2, 0.02, frozenset(Trait)).worth() == 0


def test_equals_go_by_likeness_then_by_what_is_against_them_then_by_id() -> None:
    plain, other = Proposal("b", 95, 0.95), Proposal("a", 95, 0.95)
    reduced = Proposal("0", 100, 1.0, frozenset({Trait.UNREVIEWED}))
    assert in_order([plain, reduced, other]) == [reduced, other, plain]
