from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from rooms import Room, span_of
from workbench.domain.changes import Change
from workbench.domain.errors import NotFoundError, StaleError
from workbench.domain.inputs import MentionInput, NoteInput, StatementInput, TagInput
from workbench.domain.kinds import RecordKind
from workbench.services import claims, passages, quotes, records
from workbench.services.quotes import QuoteInput
from workbench.store.tables import Blob, Name, Note, Passage, Record, Source, Tag, Translation
from workbench.store.work import Act, Work, read_blob, squash


def act(run: Callable[[Work], Any]) -> Act[Any]:
    return Act("edit_record", run)


def test_a_row_starts_at_revision_one_and_grows_with_every_write(room: Room) -> None:
    record = room.person("Alena")
    changed = room.do(act(lambda work: work.change(Record, record, kind="place")))
    assert changed.revision == 2
    same = room.archive.perform(act(lambda work: work.change(Record, record, kind="place")), author_id=None)
    assert same.changes is None
    assert same.value.revision == 2


def test_a_write_from_a_stale_reading_is_refused(room: Room) -> None:
    record = room.person("Alena")
    room.do(act(lambda work: work.change(Record, record, expected=1, kind="place")))
    before = room.rows()
    for stale in (
        lambda work: work.change(Record, record, expected=1, kind="event"),
        lambda work: work.remove(Record, record, expected=1),
        lambda work: work.change(Record, record, expected=3, kind="event"),
    ):
        with pytest.raises(StaleError) as refusal:
            room.do(act(stale))
        assert refusal.value.kept == "Nothing was overwritten."
    assert room.rows() == before
    room.do(act(lambda work: work.remove(Record, record, expected=2)))
    assert room.rows()["record"] == {}


def test_an_undone_change_raises_the_revision_too(room: Room) -> None:
    record = room.person("Alena")
    room.do(act(lambda work: work.change(Record, record, kind="place")))
    room.undo()
    with pytest.raises(StaleError):
        room.do(act(lambda work: work.change(Record, record, expected=1, kind="event")))
    room.do(act(lambda work: work.change(Record, record, expected=3, kind="event")))


def test_a_row_that_came_back_is_not_mistaken_for_the_one_before(room: Room) -> None:
    record = room.person("Alena")
    room.undo()
    room.redo()
    with pytest.raises(StaleError):
        room.do(act(lambda work: work.remove(Record, record, expected=1)))


def test_a_part_of_an_operation_can_fail_without_a_trace(room: Room) -> None:
    def run(work: Work) -> list[str]:
        kept = work.insert(Record, kind="person")
        name = work.insert(Name, record_id=kept.id, value="Alena", tag="en", kind="preferred")
        with suppress(NotFoundError), work.all_or_nothing():
            work.insert(Record, kind="place")
            work.change(Record, kept.id, kind="event")
            work.keep_blob(b"never")
            work.get(Record, "nobody")
        with work.all_or_nothing():
            work.keep_blob(b"ever")
        return [kept.id, name.id]

    outcome = room.archive.perform(Act("create_record", run), author_id=None)
    assert outcome.changes is not None
    assert [change.row_id for change in outcome.changes.rows] == outcome.value
    assert {row["kind"] for row in room.rows()["record"].values()} == {"person"}
    with room.archive.read() as connection:
        blobs = set(connection.exec_driver_sql("SELECT data FROM blob").scalars())
    assert b"ever" in blobs
    assert b"never" not in blobs
    room.assert_sound()


def test_what_is_gone_is_not_found(room: Room) -> None:
    for missing in (
        lambda work: work.get(Record, "x"),
        lambda work: work.change(Record, "x", kind="place"),
        lambda work: work.remove(Record, "x"),
        lambda work: work.text("0" * 64),
    ):
        with pytest.raises(NotFoundError):
            room.do(act(missing))


def test_a_large_value_is_kept_once_by_its_digest(room: Room) -> None:
    data = "ў".encode() * 1_000

    def keep(work: Work) -> tuple[str, str]:
        work.insert(Record, kind="person")
        return work.keep_blob(data), work.keep_blob(data)

    first, second = room.do(act(keep))
    assert first == second == hashlib.sha256(data).hexdigest()
    with room.archive.read() as connection:
        assert read_blob(connection, first) == data
    assert len(room.do(act(lambda work: work.find(Blob, digest=first)))) == 1


def test_the_log_names_large_values_by_digest(room: Room) -> None:
    words = "Nobody writes a text into the log. " * 50
    room.bring_in(words)
    with room.archive.read() as connection:
        logged = connection.exec_driver_sql("SELECT group_concat(after) FROM change").scalar_one()
    assert "Nobody writes" not in logged
    assert len(logged) < len(words)


@pytest.fixture
def woven(room: Room) -> tuple[Room, dict[str, str]]:
    """Rows of every table, hanging on each other in every way."""
    version = room.bring_in()
    ids = {"version": version, "source": next(iter(room.rows()["source"]))}
    ids["alena"], ids["ihar"] = room.person("Alena Sokał"), room.person("Ihar")
    ids["release"] = room.person("Release", kind=RecordKind.EVENT)
    ids["orsha"] = room.person("Orša", kind=RecordKind.PLACE)
    ids["gate"] = room.do(passages.add_note(version, span_of("gate"), NoteInput(body="n")))
    ids["chair"] = room.do(passages.add_tag(version, span_of("chair"), TagInput(label="t")))
    linked = room.do(records.link_passage(version, span_of("Alena Sokał"), ids["alena"], MentionInput()))
    ids["mention"], ids["named"] = linked.mention_id, linked.passage_id
    marked = room.do(
        quotes.mark_quote(
            version, span_of("We kept your chair"), QuoteInput(speaker_id=ids["ihar"], published_language="en")
        )
    )
    ids["quote"], ids["said"] = marked.quote_id, marked.passage_id
    room.do(quotes.write_translation(ids["quote"], quotes.TranslationInput(language="be", text="Тваё крэсла")))
    both = (ids["gate"], ids["named"])
    ids["statement"] = room.do(
        claims.add_statement(ids["alena"], StatementInput(property="office", value="librarian"), (ids["gate"],))
    )
    ids["where"] = room.do(
        claims.add_statement(ids["release"], StatementInput(property="place", value=ids["orsha"]), both)
    )
    ids["part"] = room.do(claims.add_participation(ids["release"], ids["alena"], "released", both))
    ids["tie"] = room.do(claims.add_relation(ids["alena"], ids["ihar"], "sibling", (ids["gate"],)))
    room.do(claims.add_evidence("name", next(iter(room.rows()["name"])), (ids["named"],)))
    return room, ids


REMOVALS: dict[str, tuple[Callable[[dict[str, str]], Act[Any]], dict[str, int]]] = {
    "source": (
        lambda ids: act(lambda work: work.remove(Source, ids["source"])),
        {
            "source": 1, "text_version": 1, "passage": 4, "note": 1, "passage_tag": 1, "mention": 1, "quote": 1,
            "translation": 1, "evidence": 7,
        },
    ),
    "passage of notes and claims": (
        lambda ids: passages.remove_passage(ids["gate"]),
        {"passage": 1, "note": 1, "evidence": 4},
    ),
    "passage of a quote": (
        lambda ids: passages.remove_passage(ids["said"]),
        {"passage": 1, "quote": 1, "translation": 1},
    ),
    "person": (
        lambda ids: records.remove_record(ids["alena"]),
        {
            "record": 1, "name": 1, "mention": 1, "statement": 1, "participation": 1, "relation": 1, "evidence": 5,
        },
    ),
    "speaker": (
        lambda ids: records.remove_record(ids["ihar"]),
        {"record": 1, "name": 1, "relation": 1, "evidence": 1},
    ),
    "event": (
        lambda ids: records.remove_record(ids["release"]),
        {"record": 1, "name": 1, "statement": 1, "participation": 1, "evidence": 4},
    ),
    "place": (lambda ids: records.remove_record(ids["orsha"]), {"record": 1, "name": 1, "statement": 1, "evidence": 2}),
    "quote": (lambda ids: quotes.remove_quote(ids["quote"]), {"passage": 1, "quote": 1, "translation": 1}),
    "mention": (lambda ids: records.remove_mention(ids["mention"]), {"mention": 1}),
}  # fmt: skip


@pytest.mark.parametrize("what", REMOVALS)
def test_a_removal_takes_what_cannot_stand_alone_and_undo_brings_it_all_back(
    woven: tuple[Room, dict[str, str]], what: str
) -> None:
    room, ids = woven
    before = room.rows()
    make, gone = REMOVALS[what]
    room.do(make(ids))
    after = room.rows()
    assert {name: len(before[name]) - len(after[name]) for name in before if before[name] != after[name]} == (
        gone | ({"quote": 0} if what == "speaker" else {})
    )
    room.assert_sound()
    room.undo()
    assert room.rows() == before
    room.assert_sound()
    room.reopen()
    room.redo()
    assert room.rows() == after
    room.assert_sound()


def test_a_quote_outlives_its_speaker(woven: tuple[Room, dict[str, str]]) -> None:
    room, ids = woven
    room.do(records.remove_record(ids["ihar"]))
    assert room.rows()["quote"][ids["quote"]]["speaker_id"] is None


def test_undoing_everything_and_doing_it_again(woven: tuple[Room, dict[str, str]]) -> None:
    room, _ids = woven
    done = room.rows()
    steps = 0
    while any(rows for name, rows in room.rows().items() if name != "profile"):
        room.undo()
        steps += 1
    room.assert_sound()
    for _ in range(steps):
        room.redo()
    assert room.rows() == done
    room.assert_sound()


def test_applying_a_change_asks_how_the_row_is_now(room: Room) -> None:
    record = room.person("Alena")
    row = {**room.rows()["record"][record], "id": record, "revision": 1}
    for change in (
        Change("record", record, {**row, "kind": "place"}, None),
        Change("record", record, None, row),
        Change("record", "another", row, None),
    ):
        with pytest.raises(StaleError):
            room.do(act(lambda work, change=change: work.apply(change)))  # type: ignore[misc]
    room.do(act(lambda work: work.apply(Change("record", record, {**row, "revision": 99}, {**row, "kind": "event"}))))
    assert room.rows()["record"][record]["kind"] == "event"


def test_changes_applied_together_come_one_after_another(room: Room) -> None:
    records_ = [room.person(name) for name in ("Alena", "Maryna", "Ales")]
    one, two, three = ({**room.rows()["record"][key], "id": key, "revision": 1} for key in records_)
    changes = [
        Change("record", one["id"], one, {**one, "kind": "place"}),
        Change("record", two["id"], two, {**two, "kind": "place"}),
        Change("record", one["id"], {**one, "kind": "place"}, {**one, "kind": "event"}),
        Change("record", three["id"], three, {**three, "kind": "event"}),
        Change("record", three["id"], {**three, "kind": "event"}, {**three, "kind": "place"}),
    ]
    before = room.rows()
    room.do(act(lambda work: work.apply(*changes)))
    rows = room.rows()["record"]
    assert [rows[key]["kind"] for key in records_] == ["event", "place", "place"]
    room.assert_sound()
    room.undo()
    assert room.rows() == before
    with pytest.raises(StaleError):
        room.do(act(lambda work: work.apply(*changes, changes[0])))
    assert room.rows() == before


def test_squash_keeps_first_and_last() -> None:
    one, two, three = ({"id": "a", "revision": n} for n in (1, 2, 3))
    assert squash([Change("t", "a", one, two), Change("t", "a", two, three)]) == (Change("t", "a", one, three),)
    assert squash([Change("t", "a", None, one), Change("t", "a", one, None)]) == ()
    assert squash([Change("t", "a", one, None), Change("u", "a", None, one)]) == (
        Change("t", "a", one, None),
        Change("u", "a", None, one),
    )
    assert squash([]) == ()


def test_tables_are_found_by_several_columns(woven: tuple[Room, dict[str, str]]) -> None:
    room, ids = woven
    found = room.do(act(lambda work: work.find(Name, record_id=ids["alena"], tag="en")))
    assert [row.value for row in found] == ["Alena Sokał"]
    assert room.do(act(lambda work: work.find(Note, body="none"))) == []
    assert len(room.do(act(lambda work: work.find(Passage)))) == 4
    assert room.do(act(lambda work: work.find(Translation)))[0].quote_text == "We kept your chair"


def test_rows_that_are_written_together_are_logged_one_by_one(room: Room) -> None:
    def make(work: Work) -> None:
        work.insert_all(Tag, ({"label": label} for label in ("one", "two", "three")))

    room.do(Act("add_tag", make))
    made = {row["label"]: key for key, row in room.rows()["tag"].items()}
    before = room.rows()

    def rename(work: Work) -> None:
        rows = work.facts_of(Tag, made.values())
        work.change_all(Tag, [(row, {"label": "one" if row["label"] == "one" else row["label"] * 2}) for row in rows])

    changes = room.archive.perform(Act("add_tag", rename), author_id=None).changes
    assert changes is not None
    assert {row.row_id for row in changes.rows} == {made["two"], made["three"]}
    assert {row["label"] for row in room.rows()["tag"].values()} == {"one", "twotwo", "threethree"}
    room.assert_sound()
    room.undo()
    assert room.rows() == before
    with pytest.raises(KeyError):
        room.do(Act("add_tag", lambda work: work.insert_all(Tag, [{}])))
