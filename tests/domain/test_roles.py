from __future__ import annotations

import itertools

from workbench.domain.kinds import RecordKind
from workbench.domain.roles import RELATIONS, may_tie, relations_between


def test_an_inverse_ties_the_same_kinds_the_other_way() -> None:
    for known in RELATIONS.values():
        assert RELATIONS[known.inverse].ties == {(to, start) for start, to in known.ties}


def test_what_is_offered_is_what_may_tie() -> None:
    for one, other in itertools.product(RecordKind, repeat=2):
        assert relations_between(one, other) == tuple(kind for kind in RELATIONS if may_tie(kind, one, other))
        assert set(relations_between(one, other)) <= set(relations_between(one, None))
    person, place, event = RecordKind.PERSON, RecordKind.PLACE, RecordKind.EVENT
    assert relations_between(person, person)[0] == "sibling"
    assert set(relations_between(place, place)).isdisjoint({"sibling", "spouse", "cellmate", "parent", "cause of"})
    assert relations_between(person, event) == ()
    assert may_tie("a word of one's own", person, event)
