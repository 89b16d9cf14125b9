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


def test_what_only_a_rule_holds_alone() -> None:
    preferred = {**name("n", "r"), "kind": "preferred"}
    assert list(keys_of("name", name("n", "r"))) == []
    assert list(keys_of("name", preferred)) == [("name", ("record_id", "tag", "kind"), ("r", "be", "preferred"))]
    assert set(keys_of("tag", {"label": "Ě"})) & set(keys_of("tag", {"label": "ě"}))
    there, back = ({"original_id": one, "translation_id": other} for one, other in (("a", "b"), ("b", "a")))
    assert set(keys_of("published_translation", there)) & set(keys_of("published_translation", back))


def test_a_later_removal_of_what_stood_beside_it_meets_an_addition() -> None:
    added = Reach([Change("name", "n", None, name("n", "r"))])
    removed = Reach([Change("name", "m", name("m", "r"), None)])
    assert added.meets(removed)
    assert not removed.meets(added)  # what comes back leaves nothing bare
    assert not removed.meets(Reach([Change("name", "o", name("o", "r"), None)]))
    assert not added.meets(Reach([Change("name", "m", name("m", "s"), None)]))
    assert not added.meets(Reach([Change("name", "m", name("m", "r"), {**name("m", "r"), "value": "y"})]))
    note = {"id": "o", "passage_id": "p", "body": "x"}
    moved = Reach([Change("note", "o", note, {**note, "passage_id": "q"})])
    tagged = Reach([Change("passage_tag", "t", None, {"id": "t", "passage_id": "p", "tag_id": "u"})])
    assert tagged.meets(moved)
    assert moved.made == {("passage", "q")}
    tagged.join(removed)
    assert added.meets(tagged)


def test_a_table_of_a_later_version_is_known_by_its_rows_alone() -> None:
    one = Reach([Change("later", "x", None, {"id": "x"})])
    assert one.meets(Reach([Change("later", "x", {"id": "x"}, None)]))
    assert not one.meets(Reach([Change("later", "y", None, {"id": "y"})]))
