"""What a record is left with when another is split off; that everything comes back is in `test_merging`."""

from __future__ import annotations

from rooms import Room, span_of
from workbench.domain.inputs import NameInput, QuoteInput, StatementInput
from workbench.domain.kinds import Level, NameKind
from workbench.services import claims, levels, quotes, records
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
