from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rooms import ARTICLE, Room, incoming, named, span_of
from workbench.domain.bundle import EVERY_STATE, BundleChoice
from workbench.domain.errors import ImportFileError
from workbench.domain.inputs import QuoteInput, TranslationInput
from workbench.domain.kinds import MarkKind, RecordKind
from workbench.exporters.annotations import write_annotations
from workbench.exporters.lookup import Lookup
from workbench.services.annotate import (
    NO_PLACE,
    NO_TEXT,
    NOT_FITTING,
    NOT_READABLE,
    Annotated,
    annotate,
    read_annotation_file,
)
from workbench.services.bundle_content import collect
from workbench.services.placing import place_passage
from workbench.services.quotes import mark_quote, remove_quote, retype_mark, write_translation
from workbench.services.records import create_record, remove_record
from workbench.services.versions import import_newer
from workbench.store.queries.quotes import list_quotes

NAME = "Alena Sokał"
SAID = "We kept your chair by the window,"


def given(exact: str, *bodies: dict[str, Any], motivation: str = "commenting", **selector: Any) -> dict[str, Any]:
    return {
        "type": "Annotation",
        "motivation": motivation,
        "body": list(bodies),
        "target": {"source": "urn:anything", "selector": {"type": "TextQuoteSelector", "exact": exact, **selector}},
    }


def note(value: str, purpose: str = "commenting", **details: Any) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, **details}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "from-elsewhere.jsonld"


def bring_in(room: Room, path: Path, *annotations: dict[str, Any]) -> Annotated:
    path.write_text(json.dumps(annotations, ensure_ascii=False), encoding="utf-8")
    return room.do(annotate(read_annotation_file(path)))


def test_notes_and_tags_stand_where_their_words_do(room: Room, path: Path) -> None:
    room.bring_in()
    done = bring_in(room, path, given(NAME, note("Who is this?"), note("the librarian", "tagging")))
    assert done == Annotated(1, 1, {})
    (passage,) = room.rows()["passage"].values()
    place = span_of(NAME)
    assert (passage["start"], passage["end"], passage["exact"]) == (place.start, place.end, NAME)
    assert [row["body"] for row in room.rows()["note"].values()] == ["Who is this?"]
    assert [row["label"] for row in room.rows()["tag"].values()] == ["the librarian"]
    room.assert_sound()
    room.undo()
    assert room.rows()["passage"] == {}


def test_a_second_time_changes_nothing(room: Room, path: Path) -> None:
    room.bring_in()
    annotations = [given(NAME, note("Who is this?"), note("the librarian", "tagging"))]
    bring_in(room, path, *annotations)
    before = room.rows()
    assert bring_in(room, path, *annotations) == Annotated(0, 0, {}, known=1)
    assert room.rows() == before


def test_what_is_not_certain_is_counted_with_its_reason(room: Room, path: Path) -> None:
    room.bring_in()
    assert ARTICLE.count("gate") > 1
    done = bring_in(room, path, given(NAME, note("yes")), given("gate", note("no")), given("Vilnia", note("no")))
    assert done == Annotated(1, 1, {NO_PLACE: 1, NO_TEXT: 1})
    assert [row["body"] for row in room.rows()["note"].values()] == ["yes"]


def test_an_annotation_that_does_not_fit_leaves_no_part_of_itself(room: Room, path: Path) -> None:
    room.bring_in()
    speaker = note("Ihar", "identifying", language="en", kind="person")
    half = given(SAID, speaker, note("x" * 2_000, "tagging"), motivation="quoting")
    done = bring_in(room, path, half, given(NAME, note("yes")))
    assert done == Annotated(1, 1, {NOT_FITTING: 1})
    rows = room.rows()
    assert [row["exact"] for row in rows["passage"].values()] == [NAME]
    assert rows["quote"] == rows["record"] == rows["name"] == {}
    room.assert_sound()


def test_a_place_that_is_given_in_another_way_is_named_so(room: Room, path: Path) -> None:
    room.bring_in()
    drawn = given(NAME, note("here"))
    drawn["target"]["selector"] = {"type": "SvgSelector", "value": "<svg/>"}
    done = bring_in(room, path, drawn, given(NAME, note("yes")))
    assert done == Annotated(1, 1, {NOT_READABLE: 1})


def test_an_annotation_of_white_space_does_not_stop_the_others(room: Room, path: Path) -> None:
    room.bring_in("One   two three.")
    done = bring_in(room, path, given("   ", note("nothing here")), given("two", note("yes")))
    assert done == Annotated(1, 1, {NOT_FITTING: 1})
    assert [row["exact"] for row in room.rows()["passage"].values()] == ["two"]


def test_where_none_can_be_placed_nothing_is_changed(room: Room, path: Path) -> None:
    room.bring_in()
    before = room.rows()
    with pytest.raises(ImportFileError, match="could not be placed"):
        bring_in(room, path, given("Vilnia", note("no")))
    with pytest.raises(ImportFileError, match="no annotations"):
        room.do(annotate(()))
    assert room.rows() == before


def test_the_first_name_of_each_language_is_the_preferred_one(room: Room, path: Path) -> None:
    room.bring_in()
    names = [
        note(value, "identifying", language=tag, kind="person")
        for value, tag in (("Alena Sokał", "en"), ("Алена Сокал", "be"), ("Сокал", "be"))
    ]
    bring_in(room, path, given(NAME, *names, motivation="identifying"))
    kinds = {row["value"]: row["kind"] for row in room.rows()["name"].values()}
    assert kinds == {"Alena Sokał": "preferred", "Алена Сокал": "preferred", "Сокал": "alias"}


def link(iri: str, **details: Any) -> dict[str, Any]:
    return {"type": "SpecificResource", "purpose": "identifying", "source": iri, **details}


def test_a_speaker_is_the_record_that_the_file_names_by_its_iri(room: Room, path: Path) -> None:
    room.bring_in()
    said = given(SAID, link("http://e/alena", role="speaker"), motivation="quoting")
    named = given(NAME, link("http://e/alena", kind="person"), note(NAME, "identifying", language="en"))
    assert bring_in(room, path, said, named).placed == 2
    (quote,) = room.rows()["quote"].values()
    (record_id,) = room.rows()["record"]
    assert quote["speaker_id"] == record_id


def test_two_iris_of_a_file_are_two_records_though_they_share_a_name(room: Room, path: Path) -> None:
    room.bring_in()
    for_each = [
        given(NAME, link(f"http://e/{iri}", kind="person"), note(NAME, "identifying", language="en"), prefix="")
        for iri in ("father", "son", "father")
    ]
    done = bring_in(room, path, *for_each)
    assert (done.placed, done.known) == (2, 1)
    assert len(room.rows()["record"]) == 2


def test_a_refined_selector_is_not_placed_on_more_words_than_it_means(room: Room, path: Path) -> None:
    room.bring_in()
    refined = given(NAME, note("only the first name"))
    refined["target"]["selector"]["refinedBy"] = {"type": "TextPositionSelector", "start": 0, "end": 5}
    done = bring_in(room, path, refined, given(NAME, note("whole")))
    assert (done.placed, done.reasons) == (1, {NOT_FITTING: 1})


def test_a_translation_of_words_that_a_person_placed_at_others_comes_in_stale(room: Room, path: Path) -> None:
    version = room.bring_in()
    quote = room.do(mark_quote(version, span_of(SAID), QuoteInput(published_language="en")))
    now = "We sold your chair by the door,"
    text = ARTICLE.replace(SAID, now)
    done = room.do(import_newer(next(iter(room.rows()["source"])), incoming(text)))
    room.do(place_passage(quote.passage_id, span_of(now, text), text_version_id=done.text_version_id))
    translated = given(SAID, note("Laikėme tavo kėdę", "translating", language="lt"), motivation="quoting")
    assert bring_in(room, path, translated).placed == 1
    with room.archive.read() as connection:
        (row,) = list_quotes(connection, "en")
    assert (row.exact, row.translations["lt"].quote_text, row.translations["lt"].stale) == (now, SAID, True)
    fresh = given(now, note("Pardavėme tavo kėdę", "translating", language="be"), motivation="quoting")
    bring_in(room, path, fresh)
    with room.archive.read() as connection:
        (row,) = list_quotes(connection, "en")
    assert (row.translations["be"].quote_text, row.translations["be"].stale) == (now, False)


def test_the_chain_and_relays_come_back_as_they_left(room: Room, path: Path, tmp_path: Path) -> None:
    version = room.bring_in()
    agency = room.do(create_record(named("The agency", kind=RecordKind.ORGANISATION)))
    chain = QuoteInput(published_language="en", spoken_language="be", via_language="ru", interpreter_id=agency)
    quote = room.do(mark_quote(version, span_of(SAID), chain)).quote_id
    room.do(write_translation(quote, TranslationInput(language="ru", text="Мы сохранили твой стул")))
    room.do(write_translation(quote, TranslationInput(language="be", text="Мы захавалі тваё крэсла"), relay="ru"))
    with room.archive.read() as connection:
        content = collect(connection, BundleChoice("A bundle", ("be", "ru", "lt", "en"), states=EVERY_STATE))
    path.write_bytes(write_annotations(Lookup(content)))
    room.do(remove_quote(quote))
    room.do(remove_record(agency))
    room.do(annotate(read_annotation_file(path)))
    with room.archive.read() as connection:
        (back,) = list_quotes(connection, "en")
    assert (back.spoken_language, back.via_language, back.interpreter) == ("be", "ru", "The agency")
    assert back.speaker_id is None
    assert {tag: row.relay_language for tag, row in back.translations.items()} == {"be": "ru", "ru": ""}
    assert not back.translations["be"].stale


def test_signs_come_back_as_a_person_has_called_them(room: Room, path: Path) -> None:
    said = "We kept it (by the window) … [here]."
    version = room.bring_in(said)
    quote = room.do(mark_quote(version, span_of(said, said), QuoteInput(published_language="en"))).quote_id
    place = span_of("(by the window)", said)
    room.do(retype_mark(quote, place, MarkKind.INSERTION))
    with room.archive.read() as connection:
        content = collect(connection, BundleChoice("A bundle", ("lt", "en")))
    told = write_annotations(Lookup(content)).decode()
    path.write_text(told.replace('"kind": "pause"', '"kind": "a guess"'), encoding="utf-8")
    room.do(remove_quote(quote))
    room.do(annotate(read_annotation_file(path)))
    with room.archive.read() as connection:
        (back,) = list_quotes(connection, "en")
    assert back.said_marks == {place: MarkKind.INSERTION}
