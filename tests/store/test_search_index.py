from __future__ import annotations

import pytest

from rooms import ARTICLE, Room, assert_index_in_step, drop_index, index_of, open_room, raw, span_of
from workbench.domain.inputs import NameInput, NoteInput, QuoteInput, StatementInput, TranslationInput
from workbench.domain.kinds import NameKind, RecordKind
from workbench.languages.fold import fold
from workbench.services import claims, passages, quotes
from workbench.services.checks import check_archive
from workbench.store import log
from workbench.store.engine import PAGE_SIZE
from workbench.store.queries.search import Hit, search
from workbench.store.undoing import next_redo, next_undo


@pytest.fixture
def filled(room: Room) -> Room:
    version = room.bring_in(title="Брама")
    belarusian = NameInput(value="Алена Сокал", tag="be", kind=NameKind.PREFERRED)
    record = room.person("Alena Sokał", belarusian)
    place = room.person("Orša", kind=RecordKind.PLACE)
    event = room.person("Release", kind=RecordKind.EVENT)
    passage = room.do(passages.add_note(version, span_of("gate"), NoteInput(body="Цікавая заўвага")))
    room.do(claims.add_statement(record, StatementInput(property="office", value="бібліятэкарка"), (passage,)))
    room.do(claims.add_statement(event, StatementInput(property="place", value=place), (passage,)))
    said = span_of("We kept your chair by the window,")
    quote = room.do(quotes.mark_quote(version, said, QuoteInput(published_language="en"))).quote_id
    room.do(quotes.write_translation(quote, TranslationInput(language="lt", text="Tavo kėdę palikome prie lango")))
    return room


def find(room: Room, query: str) -> list[Hit]:
    with room.archive.read() as connection:
        return search(connection, query, fold)


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("librarian", {"text"}),
        ("LIBRARIAN", {"text"}),
        ("Sokał", {"name", "text"}),
        ("сокал", {"name"}),
        ("Сакал", {"name"}),
        ("Брама", {"source"}),
        ("заўвага", {"note"}),
        ("бібліятэк", {"statement"}),
        ("kede palikome", {"translation"}),
        ("or", {"name", "text"}),
        ("nothing like this", set()),
        ("", set()),
        ("  ", set()),
        ('"', set()),
        ("%", set()),
        ("_", set()),
        ("\\", set()),
        ('gate" OR body : "x', set()),
        ("NEAR(gate, Orša)", set()),
        ("gate*", set()),
        ("chair' --", set()),
        ("ab\x00cd", set()),
        ("\x00", set()),
        ("\ud800abc", set()),
        ("\ud800", set()),
        ("👩\u200d👧", {"text"}),
        ("x" * 5_000, set()),
    ],
)
def test_words_are_found_wherever_they_are_and_signs_mean_nothing(filled: Room, query: str, kinds: set[str]) -> None:
    assert {hit.kind for hit in find(filled, query)} == kinds


def test_a_hit_leads_to_its_place(filled: Room) -> None:
    rows = filled.rows()
    (text,) = find(filled, "librarian")
    assert text.position == ARTICLE.index("librarian")
    assert text.excerpt[text.at : text.at + text.length] == "librarian"
    assert text.source_id in rows["source"]
    (note,) = find(filled, "заўвага")
    assert (note.passage_id in rows["passage"], note.source_id) == (True, text.source_id)
    (translation,) = find(filled, "lango")
    assert translation.quote_id in rows["quote"]
    name, other = find(filled, "Сокал")
    assert name.record_id == other.record_id
    assert name.record_id in rows["record"]
    (statement,) = find(filled, "бібліятэкарка")
    assert statement.record_id == name.record_id


def test_no_id_is_found_as_if_it_were_words(filled: Room) -> None:
    place = next(row["place_id"] for row in filled.rows()["statement"].values() if row["place_id"])
    assert find(filled, place) == []


def test_the_index_follows_edits_removals_undo_and_redo(filled: Room) -> None:
    note = next(iter(filled.rows()["note"]))
    filled.do(passages.edit_note(note, NoteInput(body="Іншая нататка")))
    assert find(filled, "заўвага") == []
    assert len(find(filled, "нататка")) == 1
    filled.do(passages.remove_note(note))
    assert find(filled, "нататка") == []
    filled.undo()
    filled.undo()
    assert len(find(filled, "заўвага")) == 1
    filled.redo()
    assert len(find(filled, "нататка")) == 1
    filled.assert_sound()


def test_dropped_and_made_anew_it_is_the_same(filled: Room) -> None:
    before = index_of(filled.archive)
    found = find(filled, "Sokał")
    drop_index(filled)
    assert index_of(filled.archive) == before
    assert find(filled, "Sokał") == found
    assert_index_in_step(filled.archive)


DAMAGE = {
    "words gone": "DROP TABLE search_words",
    "all gone": "DROP TABLE search_item",
    "a trigger gone": "DROP TRIGGER search_item_added",
    "structure lost": "DELETE FROM search_words_data WHERE id = 10",
    "structure is noise": "UPDATE search_words_data SET block = randomblob(40)",
    "configuration lost": "DELETE FROM search_words_config",
    "configuration gone": "DROP TABLE search_words_config",
    "data gone": "DROP TABLE search_words_data",
    "sizes gone": "DROP TABLE search_words_docsize",
}


@pytest.mark.parametrize("what", DAMAGE)
def test_a_damaged_index_never_costs_a_record(filled: Room, what: str) -> None:
    filled.archive.close()
    raw(filled.path, DAMAGE[what])
    filled.archive = open_room(filled.path)
    note = next(iter(filled.rows()["note"]))
    filled.do(passages.edit_note(note, NoteInput(body="Нататка пасля")))
    filled.person("Вера")
    assert [hit.kind for hit in find(filled, "Нататка пасля")] == ["note"]
    assert [hit.kind for hit in find(filled, "Вера")] == ["name"]
    filled.undo()
    filled.assert_sound()


@pytest.mark.parametrize("what", ["words gone", "structure is noise"])
def test_an_index_damaged_under_an_open_archive_is_made_anew_by_the_next_write(filled: Room, what: str) -> None:
    raw(filled.path, DAMAGE[what])
    version = filled.bring_in("A second article with its own words.", title="Другі")
    assert [hit.kind for hit in find(filled, "Другі")] == ["source"]
    filled.person("Вера")
    assert [hit.kind for hit in find(filled, "Вера")] == ["name"]
    filled.assert_sound()
    filled.undo()
    raw(filled.path, DAMAGE[what])
    filled.undo()
    assert version not in filled.rows()["text_version"]
    raw(filled.path, DAMAGE[what])
    filled.redo()
    with filled.archive.read() as connection:
        undoing, redoing = next_undo(connection), next_redo(connection)
    assert undoing is not None
    assert redoing is not None
    assert (undoing.subject, redoing.subject) == ("Другі", "Вера")
    assert version in filled.rows()["text_version"]
    filled.assert_sound()


@pytest.mark.parametrize("table", ["search_words_data", "search_words_idx", "search_item", "ix_search_item_row"])
def test_pages_of_the_index_that_cannot_be_read_cost_no_record(filled: Room, table: str) -> None:
    filled.archive.close()
    ((page,),) = raw(filled.path, f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")  # noqa: S608
    data = bytearray(filled.path.read_bytes())
    data[(page - 1) * PAGE_SIZE + 500] ^= 1
    filled.path.write_bytes(data)
    filled.archive = open_room(filled.path)
    before = filled.rows()
    for number in range(3):
        filled.person(f"Вера {number}")
    assert len(filled.rows()["record"]) == len(before["record"]) + 3
    filled.reopen()
    for _ in range(3):
        filled.undo()
    filled.person("Ганна")
    filled.reopen()
    after = filled.rows()
    assert [row["value"] for row in after["name"].values()][-1] == "Ганна"
    assert {name: rows for name, rows in after.items() if name not in ("record", "name")} == {
        name: rows for name, rows in before.items() if name not in ("record", "name")
    }
    assert {problem.what for problem in check_archive(filled.archive).problems} <= {"page"}
    with filled.archive.read() as connection:
        assert all(broken is None for _number, broken in log.verify_chain(connection))


def test_a_check_does_not_need_the_index(filled: Room) -> None:
    raw(filled.path, "DROP TABLE search_words")
    assert check_archive(filled.archive).sound


def test_a_trigger_of_an_earlier_build_goes_with_what_it_would_do_twice(filled: Room) -> None:
    before = index_of(filled.archive)
    filled.archive.close()
    raw(
        filled.path,
        "CREATE TRIGGER search_memory_added AFTER INSERT ON memory_segment BEGIN "
        "INSERT INTO search_memory(rowid, body) VALUES (new.number, new.text); END",
    )
    filled.archive = open_room(filled.path)
    with filled.archive.read() as connection:
        found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    assert "search_memory_added" not in found
    assert index_of(filled.archive) == before
