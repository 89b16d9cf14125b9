"""Ids, tags and initials tell nothing of a protected person, beside whatever left before."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rooms import ARTICLE, Room, span_of
from workbench.domain.bundle import EVERY_STATE, BundleChoice
from workbench.domain.inputs import MentionInput, NameInput, ProfileInput, QuoteInput, StatementInput, TranslationInput
from workbench.domain.kinds import RecordFormat, RecordKind
from workbench.exporters.bag import write_bundle
from workbench.exporters.verify import verify_bundle
from workbench.importers.rows_child import answer_for
from workbench.services import claims, levels, profiles, quotes, records
from workbench.services.bundle_content import collect
from workbench.services.bundles import preview_bundle
from workbench.services.listings import LISTINGS
from workbench.services.listings_outside import list_outside
from workbench.services.outgoing_dossier import outgoing_dossiers
from workbench.services.record_export import export_records

ALL = BundleChoice("T", ("be", "ru", "lt", "en"), states=EVERY_STATE, include_notes=True)
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def exported(room: Room, folder: Path) -> str:
    with room.archive.read() as connection:
        write_bundle(collect(connection, ALL), folder)
    assert verify_bundle(folder).findings == ()
    files = sorted(folder.rglob("*"))
    return "\n".join(
        (*(file.as_posix() for file in files), *(file.read_text("utf-8") for file in files if file.is_file()))
    )


@pytest.fixture
def world(room: Room) -> tuple[Room, set[str]]:
    """An archive with a person, and the ids of all that could tell who that is."""
    version = room.bring_in()
    other, person = room.person("Ihar Zubr"), room.person("Alena Sokał")
    event = room.person("The hearing", kind=RecordKind.EVENT)
    mention = room.do(records.link_passage(version, span_of("Alena Sokał"), person, MentionInput()))
    room.do(records.link_passage(version, span_of("Her brother Ihar"), other, MentionInput()))
    said = QuoteInput(speaker_id=person, published_language="en")
    quote = room.do(quotes.mark_quote(version, span_of("We kept your chair"), said))
    room.do(quotes.write_translation(quote.quote_id, TranslationInput(language="lt", text="Kėdė")))
    sentence = room.do(records.link_passage(version, span_of("seven years"), other, MentionInput())).passage_id
    room.do(claims.add_statement(person, StatementInput(property="sentence", value="seven years"), (sentence,)))
    room.do(claims.add_participation(event, person, "defendant", ()))
    passages = {mention.passage_id, quote.passage_id, sentence}
    return room, {person, quote.quote_id, next(iter(room.rows()["translation"])), *passages}


def test_an_earlier_bundle_names_nobody_in_a_later_one(world: tuple[Room, set[str]], tmp_path: Path) -> None:
    room, telling = world
    person = next(key for key, row in room.rows()["name"].items() if row["value"] == "Alena Sokał")
    record = room.rows()["name"][person]["record_id"]
    before = exported(room, tmp_path / "before")
    assert telling <= set(UUID.findall(before))
    room.do(levels.protect_person(record, "Witness"))
    after = exported(room, tmp_path / "after")
    assert telling & set(UUID.findall(after)) == set()
    document = json.loads((tmp_path / "after/data/records.json").read_bytes())
    found = {each["id"]: each["names"][0]["value"] for each in document["records"]}
    assert list(found) == sorted(found)
    (ours,) = (key for key, name in found.items() if name == "Witness")
    by_id = {each["id"]: each for each in document["passages"]}
    (quote,) = document["quotes"]
    assert quote["speaker_id"] == ours
    assert by_id[quote["passage_id"]]["exact"] == "We kept your chair"
    assert {m["record_id"] for each in document["passages"] for m in each["mentions"]} == set(found) - {
        key for key, name in found.items() if name == "The hearing"
    }
    (said,) = next(each for each in document["records"] if each["id"] == ours)["statements"]
    assert by_id[said["passage_ids"][0]]["exact"] == "seven years"
    assert {each["created"][11:] for each in document["passages"] if each["id"] in said["passage_ids"]} == {
        "00:00:00.000Z"
    }
    # The same every time, until the pseudonym is another one.
    assert ours in exported(room, tmp_path / "again")
    room.do(levels.protect_person(record, "Neighbour"))
    assert ours not in exported(room, tmp_path / "other")


@pytest.mark.parametrize("form", list(RecordFormat))
def test_records_by_themselves_leave_under_other_ids(
    world: tuple[Room, set[str]], tmp_path: Path, form: RecordFormat
) -> None:
    room, telling = world
    record = next(row["record_id"] for row in room.rows()["name"].values() if row["value"] == "Alena Sokał")
    room.do(levels.protect_person(record, "Witness"))
    export_records(room.archive, ALL, form, tmp_path / "out")
    files = sorted((tmp_path / "out").iterdir()) if (tmp_path / "out").is_dir() else [tmp_path / "out"]
    data = b"".join(file.name.encode() + file.read_bytes() for file in files)
    text = json.dumps(answer_for(data)) if form is RecordFormat.XLSX else data.decode()
    assert "Witness" in text
    assert telling & set(UUID.findall(text)) == set()


def test_who_is_inside_finds_the_record_again(world: tuple[Room, set[str]]) -> None:
    room, telling = world
    record = next(row["record_id"] for row in room.rows()["name"].values() if row["value"] == "Alena Sokał")
    room.do(levels.protect_person(record, "Witness"))
    persons = {person.name: person for person in preview_bundle(room.archive, ALL).persons}
    assert (persons["Witness"].id, persons["Witness"].instead_of, persons["Witness"].quotes) == (
        record, "Alena Sokał", 1,
    )  # fmt: skip
    assert persons["Ihar Zubr"].instead_of == ""
    with room.archive.read() as connection:
        (dossier,) = outgoing_dossiers(connection, [record], "en", lambda: None)
        told = json.dumps({what: list_outside(connection, what, "en") for what in LISTINGS})
    assert dossier.detail.name == "Witness"
    assert telling & set(UUID.findall(told)) == set()


def test_private_use_of_a_language_tag_stays(room: Room, tmp_path: Path) -> None:
    version = room.bring_in(language="en-x-zaremba")
    person = room.person("Alena Sokał", NameInput(value="Алена Сокал", tag="be-tarask-x-zaremba"))
    said = StatementInput(property="description", value="A librarian", language="en-x-zaremba")
    room.do(claims.add_statement(person, said, ()))
    tags = {"published_language": "en-x-zaremba", "spoken_language": "be-x-zaremba"}
    room.do(quotes.mark_quote(version, span_of("We kept your chair", ARTICLE), QuoteInput(**tags)))
    told = exported(room, tmp_path / "bundle")
    assert "zaremba" not in told.casefold()
    assert '"be-tarask"' in told


def test_a_profile_of_somebody_protected_is_nobodys(room: Room, tmp_path: Path) -> None:
    version = room.bring_in()
    quote = room.do(quotes.mark_quote(version, span_of("We kept your chair"), QuoteInput(published_language="en")))
    profile = room.do(profiles.add_profile(ProfileInput(name="Alena Sokał", initials="ALSOK", language="be")))
    room.do(quotes.write_translation(quote.quote_id, TranslationInput(language="lt", text="Kėdė")), profile)
    assert "ALSOK" in exported(room, tmp_path / "open")
    room.do(levels.protect_person(room.person("Алена Сокал"), "Witness"))
    told = exported(room, tmp_path / "bundle")
    assert "ALSOK" not in told
    assert profile not in told
    assert '"initials":"profile 1"' in told


@pytest.mark.parametrize(
    ("title", "leaves"),
    [("alenasokal-2024", "[…]-2024"), ("The Sokał case", "The Witness case"), ("A river", "A river")],
)
def test_a_title_that_was_made_of_a_files_name_names_nobody(room: Room, title: str, leaves: str) -> None:
    room.bring_in("A river.")
    room.do(levels.protect_person(room.person("Alena Sokał"), "Witness"))
    with room.archive.read() as connection:
        assert collect(connection, BundleChoice(title, ("en",))).title == leaves
