from __future__ import annotations

from rooms import Room
from workbench.domain.kinds import RecordKind
from workbench.services.claims import add_participation, add_relation
from workbench.store.queries.network import Network, network_around


def around(room: Room, record_id: str, **given: int) -> Network:
    with room.archive.read() as connection:
        return network_around(connection, record_id, "en", **given)


def test_the_records_with_most_ties_come_first_and_the_rest_is_counted(room: Room) -> None:
    me, *others = [room.person(f"Person {n}") for n in range(6)]
    for other in others:
        room.do(add_relation(me, other, "friend", ()))
    room.do(add_relation(others[3], others[4], "friend", ()))
    room.do(add_relation(others[3], others[2], "friend", ()))
    found = around(room, me, most=3)
    assert [node.id for node in found.nodes] == [me, others[3], *sorted(others[2:5:2])[:1]]
    assert found.total == 6
    assert {(tie.from_id, tie.to_id) for tie in found.ties} <= {(me, o) for o in others} | {
        (others[3], others[4]),
        (others[3], others[2]),
    }
    assert len(found.ties) == 3


def test_two_steps_lead_through_an_event(room: Room) -> None:
    one, other, far = (room.person(name) for name in ("One", "Other", "Far"))
    event = room.person("Trial", kind=RecordKind.EVENT)
    for person in (one, other):
        room.do(add_participation(event, person, "witness", ()))
    room.do(add_relation(other, far, "friend", ()))
    assert {node.id: node.step for node in around(room, one).nodes} == {one: 0, event: 1}
    assert {node.id: node.step for node in around(room, one, steps=2).nodes} == {one: 0, event: 1, other: 2}


def test_a_record_that_is_gone_has_no_network(room: Room) -> None:
    assert around(room, "nobody") == Network()
