from __future__ import annotations

from workbench.domain.changes import Change
from workbench.store.reach import Reach, keys_of, references, unique_columns


def test_the_schema_is_read_from_the_tables() -> None:
    assert ("passage_id", "passage") in references("mention")
    assert references("record") == ()
    assert unique_columns("tag") == (("label",),)
    assert set(unique_columns("translation")) == {("quote_id", "language")}
    assert list(keys_of("quote", {"passage_id": "p"})) == [("quote", ("passage_id",), ("p",))]
    assert list(keys_of("quote", {"passage_id": None})) == []


def name(row_id: str, record: str) -> dict[str, object]:
    return {"id": row_id, "record_id": record, "value": "x", "tag": "be", "kind": "alias", "revision": 1}


def test_what_meets_and_what_does_not() -> None:
    person = Reach([Change("record", "r", None, {"id": "r", "kind": "person"})])
    named = Reach([Change("name", "n", None, name("n", "r"))])
    renamed = Reach([Change("name", "n", name("n", "r"), {**name("n", "r"), "value": "y"})])
    kind = Reach([Change("record", "r", {"id": "r", "kind": "person"}, {"id": "r", "kind": "place"})])
    tag = Reach([Change("tag", "t", None, {"id": "t", "label": "door"})])
    other_tag = Reach([Change("tag", "u", {"id": "u", "label": "door"}, None)])
    far = Reach([Change("name", "m", None, name("m", "s"))])
    for one, other in ((person, named), (named, renamed), (person, kind), (tag, other_tag), (person, renamed)):
        assert one.meets(other)
        assert other.meets(one)
    for one, other in ((named, kind), (person, far), (tag, person), (renamed, kind)):
        assert not one.meets(other)
        assert not other.meets(one)
    far.join(person)
    assert far.meets(kind)


def test_a_table_of_a_later_version_is_known_by_its_rows_alone() -> None:
    one = Reach([Change("later", "x", None, {"id": "x"})])
    assert one.meets(Reach([Change("later", "x", {"id": "x"}, None)]))
    assert not one.meets(Reach([Change("later", "y", None, {"id": "y"})]))
