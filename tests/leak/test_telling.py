"""What tells who is hidden without saying a name: digests, roles, twins, ids, and what only hidden passages know."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from rooms import Room, incoming, span_of
from workbench.domain.bundle import EVERY_STATE, BundleChoice
from workbench.domain.inputs import MentionInput, NameInput, QuoteInput, StatementInput, TranslationInput
from workbench.domain.kinds import Level, NameKind, RecordKind
from workbench.exporters.bag import write_bundle
from workbench.exporters.verify import verify_bundle
from workbench.services import claims, levels, quotes, records, versions
from workbench.services.bundle_content import collect
from workbench.services.bundles import preview_bundle
from workbench.store.tables import Passage, Source

ALL = BundleChoice("T", ("be", "ru", "lt", "en"), states=EVERY_STATE, include_notes=True)
TEXT = "Intro line here.\nZaremba sleeps in the mill.\nEnd."


def exported(room: Room, folder: Path, choice: BundleChoice = ALL) -> tuple[str, dict[str, Any]]:
    """Return all that a bundle says, and its records.json."""
    with room.archive.read() as connection:
        write_bundle(collect(connection, choice), folder)
    assert verify_bundle(folder).findings == ()
    told = "\n".join(file.read_text("utf-8") for file in sorted(folder.rglob("*")) if file.is_file())
    return told, json.loads((folder / "data/records.json").read_bytes())


def named(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {record["names"][0]["value"]: record for record in document["records"]}


def test_no_digest_confirms_a_name_of_an_older_text(room: Room, tmp_path: Path) -> None:
    version = room.bring_in(TEXT, address="https://example.org/1")
    source = room.rows()["text_version"][version]["source_id"]
    newer = TEXT.replace("Zaremba", "The witness")
    room.do(versions.import_newer(source, incoming(newer)))
    room.do(levels.protect_person(room.person("Zianon Zaremba"), "Person K"))
    told, document = exported(room, tmp_path / "bundle")
    (row,) = document["sources"]
    assert row["original"] == {"sha256": "", "size": 0, "path": None}
    assert row["address"] == row["file_name"] == ""
    assert hashlib.sha256(TEXT.encode()).hexdigest() not in told
    assert "The witness" in told


def test_no_typed_role_of_a_protected_person_leaves(room: Room, tmp_path: Path) -> None:
    version, person = room.bring_in(TEXT), room.person("Zianon Zaremba")
    typed, known = MentionInput(role="head doctor of Orša"), MentionInput(role="witness")
    room.do(records.link_passage(version, span_of("Zaremba", TEXT), person, typed))
    room.do(records.link_passage(version, span_of("sleeps", TEXT), person, known))
    assert "head doctor" in exported(room, tmp_path / "before")[0]
    room.do(levels.protect_person(person, "Person K"))
    told, document = exported(room, tmp_path / "after")
    assert "head doctor" not in told
    roles = {mention["role"] for passage in document["passages"] for mention in passage["mentions"]}
    assert roles == {"mentioned", "witness"}


def test_a_twin_of_a_protected_person_leaves_as_one(room: Room, tmp_path: Path) -> None:
    person, other = room.person("Zianon Zaremba"), room.person("Hanna Loś")
    twin = room.person("Zenon Zaremba", NameInput(value="Зенон Заремба", tag="ru"))
    room.do(claims.add_statement(twin, StatementInput(property="birth", value="1971-02-03"), ()))
    room.do(claims.add_relation(twin, other, "spouse", ()))
    room.do(levels.protect_person(person, "Person K"))
    told, document = exported(room, tmp_path / "bundle")
    assert [each for each in ("1971-02-03", "spouse", twin, person) if each in told] == []
    assert set(named(document)) == {"Person K", "[…]", "Hanna Loś"}
    left_out = preview_bundle(room.archive, ALL).left_out
    assert {(key, name, instead) for key, name, instead in left_out.persons} == {
        (person, "Zianon Zaremba", "Person K"),
        (twin, "Zenon Zaremba", "[…]"),
    }


def test_a_twin_with_another_name_in_no_language_of_the_bundle_leaves_as_one(room: Room, tmp_path: Path) -> None:
    twin = room.person("Zenon Zaremba", NameInput(value="Lisik", tag="lt", kind=NameKind.ALIAS))
    room.do(claims.add_statement(twin, StatementInput(property="birth", value="1971-02-03"), ()))
    room.do(levels.protect_person(room.person("Zianon Zaremba"), "Person K"))
    room.bring_in("Words.")
    told, _document = exported(room, tmp_path / "en", BundleChoice("T", ("en",)))
    assert [each for each in ("1971-02-03", twin) if each in told] == []
    told, document = exported(room, tmp_path / "all")
    assert "1971-02-03" in told
    assert named(document)["Lisik"]["id"] == twin


def test_records_named_after_a_protected_person_leave_under_other_ids(room: Room, tmp_path: Path) -> None:
    person, other = room.person("Zianon Zaremba"), room.person("Hanna Loś")
    trial = room.person("Trial of Zianon Zaremba", kind=RecordKind.EVENT)
    hearing = room.person("The hearing", kind=RecordKind.EVENT)
    place = room.person("Zaremba street", kind=RecordKind.PLACE)
    room.do(claims.add_participation(hearing, person, "defendant", ()))
    room.do(claims.add_statement(other, StatementInput(property="birth_place", value=place), ()))
    version = room.bring_in("The hearing was long.")
    room.do(records.link_passage(version, span_of("The hearing", "The hearing was long."), hearing, MentionInput()))
    ids = {trial, hearing, place, *room.rows()["passage"]}
    before, _document = exported(room, tmp_path / "before")
    assert [each for each in ids if each not in before] == []
    room.do(levels.protect_person(person, "Person K"))
    after, document = exported(room, tmp_path / "after")
    assert [each for each in ids if each in after] == []
    found = named(document)
    assert found["Hanna Loś"]["id"] == other
    assert found["Hanna Loś"]["statements"][0]["value"] == found["Person K street"]["id"]
    assert document["passages"][0]["mentions"][0]["record_id"] == found["The hearing"]["id"]


def test_a_name_known_only_from_a_secret_passage_stays(room: Room, tmp_path: Path) -> None:
    words = "Intro. The informer is called Lisik in the ward. End."
    version, person = room.bring_in(words), room.person("Hanna Loś")
    span = span_of("The informer is called Lisik in the ward.", words)
    passage = room.do(records.link_passage(version, span, person, MentionInput())).passage_id
    room.do(records.add_name(person, NameInput(value="Lisik", tag="en", kind=NameKind.ALIAS)))
    name = next(key for key, row in room.rows()["name"].items() if row["value"] == "Lisik")
    room.do(claims.add_evidence("name", name, (passage,)))
    assert "Lisik" in exported(room, tmp_path / "before")[0]
    room.do(levels.set_level(Passage, passage, Level.SECRET))
    told, document = exported(room, tmp_path / "after")
    assert "Lisik" not in told
    assert list(named(document)) == ["Hanna Loś"]


def test_a_translation_does_not_tell_what_a_mention_without_a_name_did(room: Room, tmp_path: Path) -> None:
    words = "She said: We loved the headmistress of school No. 5 in Orša. End."
    version, person = room.bring_in(words), room.person("Zianon Zaremba")
    span = span_of("We loved the headmistress of school No. 5 in Orša.", words)
    quote = room.do(quotes.mark_quote(version, span, QuoteInput(published_language="en"))).quote_id
    room.do(quotes.write_translation(quote, TranslationInput(language="be", text="Мы любілі дырэктарку школы №5.")))
    span = span_of("the headmistress of school No. 5", words)
    room.do(records.link_passage(version, span, person, MentionInput()))
    room.bring_in("There the HEADMISTRESS of school no. 5 was seen.", title="Other")
    assert "дырэктарку" in exported(room, tmp_path / "before")[0]
    room.do(levels.protect_person(person, "Person K"))
    told, _document = exported(room, tmp_path / "after")
    assert [each for each in ("дырэктарку", "headmistress", "HEADMISTRESS") if each in told] == []
    assert "We loved Person K in Orša." in told
    doubts = preview_bundle(room.archive, ALL).left_out.doubts
    (asked,) = (doubt for doubt in doubts if doubt.record_id)
    assert (asked.record_id, asked.words) == (person, "Мы любілі дырэктарку школы №5.")
    told, _document = exported(room, tmp_path / "let_out", replace(ALL, let_out=frozenset({asked.key})))
    assert "дырэктарку" in told


def test_the_title_of_a_source_that_stays_is_cited_nowhere(room: Room, tmp_path: Path) -> None:
    version = room.bring_in("Words.", title="How the kestrel sleeps in attics")
    room.bring_in("We read “How the kestrel sleeps in attics” twice.", title="Other")
    assert "kestrel" in exported(room, tmp_path / "before")[0]
    source = room.rows()["text_version"][version]["source_id"]
    room.do(levels.set_level(Source, source, Level.SECRET))
    told, _document = exported(room, tmp_path / "after")
    assert "kestrel" not in told
    assert "We read “[…]” twice." in told
