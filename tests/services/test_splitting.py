"""What a record is left with when another is split off; that everything comes back is in `test_merging`."""

from __future__ import annotations

from rooms import Room, span_of
from workbench.domain.inputs import LetOutInput, NameInput, QuoteInput, StatementInput
from workbench.domain.kinds import Level, NameKind
from workbench.services import claims, levels, quotes, records
from workbench.services.letting_out import let_out_place, withhold_place
from workbench.services.merging import merge_records
from workbench.services.splitting import split_record
from workbench.store.tables import Record, Statement


def say(room: Room, record_id: str, value: str) -> str:
    return room.do(claims.add_statement(record_id, StatementInput(property="description", value=value), ()))


def test_what_was_added_while_it_was_closed_stays_closed(room: Room) -> None:
    version = room.bring_in()
    kept, merged = room.person("Hanna Loś"), room.person("Ganna Los")
    early = say(room, kept, "a librarian")
    room.do(levels.set_level(Record, merged, Level.SECRET))
    merging = room.do(merge_records(kept, merged))
    late, opened = say(room, kept, "hid in the cellar"), say(room, kept, "a rower")
    room.do(levels.set_level(Statement, opened, Level.OPEN))
    name = room.do(records.add_name(kept, NameInput(value="Loska", tag="en", kind=NameKind.ALIAS)))
    tie = room.do(claims.add_relation(kept, room.person("Ihar Zubr"), "sibling", ()))
    said = QuoteInput(speaker_id=kept, published_language="en")
    quote = room.do(quotes.mark_quote(version, span_of("We kept your chair"), said)).quote_id
    room.do(split_record(merging))
    rows = room.rows()
    assert (rows["record"][kept]["level"], rows["record"][merged]["level"]) == ("", "secret")
    told = {key: rows["statement"][key]["level"] for key in (early, late, opened)}
    assert told == {early: "", late: "secret", opened: "open"}
    assert (rows["name"][name]["level"], rows["relation"][tie]["level"], rows["quote"][quote]["level"]) == (
        "secret", "secret", "secret",
    )  # fmt: skip
    room.undo()
    assert room.rows()["statement"][late]["level"] == ""


def test_what_was_said_of_somebody_protected_is_restricted_where_the_protection_goes(room: Room) -> None:
    kept, merged = room.person("Hanna Loś"), room.person("Zianon Zaremba")
    room.do(levels.protect_person(merged, "Person K"))
    merging = room.do(merge_records(kept, merged))
    late = say(room, kept, "a boatbuilder")
    room.do(split_record(merging))
    rows = room.rows()
    assert [rows["record"][key]["protected"] for key in (kept, merged)] == [False, True]
    assert rows["statement"][late]["level"] == "restricted"


def test_nothing_is_closed_where_the_record_was_open(room: Room) -> None:
    kept, merged = room.person("Hanna Loś"), room.person("Ganna Los")
    merging = room.do(merge_records(kept, merged))
    late = say(room, kept, "a rower")
    room.do(split_record(merging))
    assert room.rows()["statement"][late]["level"] == ""


def test_what_was_removed_is_not_brought_back_from_where_its_twin_was_folded(room: Room) -> None:
    names = (NameInput(value="Ганна Лось", tag="be"), NameInput(value="Los", tag="en", kind=NameKind.ALIAS))
    kept, merged = room.person("Hanna Loś", *names), room.person("Ganna Los", *names)
    said = [say(room, each, "a boatbuilder") for each in (kept, merged)]
    stays = say(room, merged, "a rower")
    merging = room.do(merge_records(kept, merged))
    room.do(claims.remove_statement(said[0]))
    (alias,) = (row["id"] for row in room.rows()["name"].values() if row["value"] == "Los")
    room.do(records.remove_name(alias))
    room.do(split_record(merging))
    rows = room.rows()
    assert rows["statement"].keys() == {stays}
    assert sorted((row["record_id"], row["value"]) for row in rows["name"].values()) == sorted(
        [(kept, "Hanna Loś"), (kept, "Ганна Лось"), (merged, "Ganna Los"), (merged, "Ганна Лось")]
    )
    room.assert_sound()


def test_a_place_that_is_withheld_again_stays_so(room: Room) -> None:
    place = "Яна жыве на вуліцы [Зарэмбы] ў Оршы."
    room.bring_in("Яна жыве на вуліцы Зарэмбы ў Оршы.", title="t", language="be")
    both = [room.person(words, NameInput(value="Зянон Зарэмба", tag="be")) for words in ("Zianon", "Zenon")]
    for number, each in enumerate(both):
        room.do(levels.protect_person(each, f"Person {number}"))
        room.do(let_out_place(each, LetOutInput(place=place, reason="a street")))
    merging = room.do(merge_records(*both))
    room.do(withhold_place(both[0], place))
    room.do(split_record(merging))
    assert room.rows()["statement"] == {}


def test_nor_where_a_later_merge_is_made_again(room: Room) -> None:
    one, two, three = (room.person("Alena", NameInput(value=words, tag="be")) for words in ("Алена", "Лена", "Ленка"))
    for each in (one, two, three):
        say(room, each, "a boatbuilder")
    moved = say(room, three, "a rower")
    first, second = room.do(merge_records(one, two)), room.do(merge_records(one, three))
    (left,) = (key for key, row in room.rows()["statement"].items() if row["value"] == "a boatbuilder")
    for each in (left, moved):
        room.do(claims.remove_statement(each))
    room.do(split_record(first))
    assert room.rows()["statement"] == {}
    room.do(split_record(second))
    assert room.rows()["statement"] == {}
    room.assert_sound()
