"""Nothing leaves the room that was not chosen, in any file of a bundle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from html import escape
from pathlib import Path
from typing import Any

import pytest

from rooms import ARTICLE, PROFILE, Room, drop_index, incoming, named, span_of
from workbench.domain.bundle import EVERY_STATE, BundleChoice, BundleContent
from workbench.domain.errors import BundleError
from workbench.domain.inputs import (
    MentionInput,
    NameInput,
    NoteInput,
    PropertyInput,
    QuoteInput,
    StatementInput,
    TagInput,
)
from workbench.domain.inputs import TranslationInput as Words
from workbench.domain.kinds import Certainty, Level, MarkKind, NameKind, Origin, RecordKind, Standing, TranslationState
from workbench.exporters.bag import write_bundle
from workbench.services import claims, levels, passages, profiles, quotes, records, sources, vocabulary
from workbench.services.bundle_content import collect
from workbench.services.bundles import export_bundle, preview_bundle
from workbench.store import log
from workbench.store.tables import Record

FULL = ("be", "ru", "lt", "en")
ALL = BundleChoice("A bundle", FULL, states=EVERY_STATE)


def content_of(room: Room, choice: BundleChoice) -> BundleContent:
    with room.archive.read() as connection:
        return collect(connection, choice)


def strings(value: Any) -> Iterator[str]:
    """Yield every text in nested data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)


def kept_in(room: Room, content: BundleContent) -> set[str]:
    """Return the texts of the archive that this content does not hold, not even as a part of something."""
    rows = room.rows()
    columns = {
        "name": ("value",),
        "note": ("body",),
        "tag": ("label",),
        "translation": ("text",),
        "statement": ("value",),
        "profile": ("name",),
        "source": ("title", "creator", "publisher", "address", "file_name"),
    }
    found = {row[column] for table, names in columns.items() for row in rows[table].values() for column in names}
    leaving = "\n".join(strings(asdict(replace(content, sources=()))))
    for source in content.sources:
        leaving += "\n".join(strings(asdict(replace(source, original=None))))
        leaving += (source.original or b"").decode("utf-8", "replace")
    return {text for text in found if len(text) > 4 and text not in leaving and not text[:4].isdigit()}


def leaks(folder: Path, kept: set[str]) -> list[str]:
    """Return which of the texts stand in a file or a file's name of a bundle, as they are or escaped."""
    found = []
    for file in sorted(folder.rglob("*")):
        data = file.name.encode() + b"\n" + (file.read_bytes() if file.is_file() else b"")
        for text in kept:
            dresses = {text, escape(text), json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
            if any(dress.encode() in data for dress in dresses):
                found.append(f"{file.relative_to(folder)}: {text}")
    return found


def check_nothing_else_leaves(room: Room, choice: BundleChoice, folder: Path, *, at_least: int) -> BundleContent:
    content = content_of(room, choice)
    kept = kept_in(room, content)
    assert len(kept) >= at_least
    export_bundle(room.archive, choice, folder, author_id=room.author_id)
    assert leaks(folder, kept) == []
    assert_closed(content)
    return content


def assert_closed(content: BundleContent) -> None:
    """Everything that the content refers to is in it, and everything said is supported by a passage in it."""
    passage_ids = {passage.id for passage in content.passages}
    record_ids = {record.id for record in content.records}
    assert {passage.source_id for passage in content.passages} <= {source.id for source in content.sources}
    assert {quote.passage_id for quote in content.quotes} <= passage_ids
    assert {quote.speaker_id for quote in content.quotes if quote.speaker_id} <= record_ids
    assert {mention.record_id for passage in content.passages for mention in passage.mentions} <= record_ids
    for record in content.records:
        assert record.names
        for claim in (*record.statements, *record.participants, *record.relations):
            assert claim.passage_ids
            assert set(claim.passage_ids) <= passage_ids
        for tie in (*record.participants, *record.relations):
            assert tie.other_id in record_ids
        for statement in record.statements:
            assert statement.property != "place" or statement.value in record_ids


def test_the_whole_archive_leaves_without_notes_and_names_of_people_who_work_in_it(
    sample_room: Room, tmp_path: Path
) -> None:
    content = check_nothing_else_leaves(sample_room, ALL, tmp_path / "b", at_least=5)
    rows = sample_room.rows()
    assert len(content.passages) == len(rows["passage"])
    assert {record.id for record in content.records} == set(rows["record"])
    assert {quote.id for quote in content.quotes} == set(rows["quote"])
    assert sum(len(record.statements) for record in content.records) == len(rows["statement"])
    assert sum(len(record.participants) for record in content.records) == len(rows["participation"])
    assert sum(len(record.relations) for record in content.records) == len(rows["relation"])
    assert all(passage.notes == () == passage.tags for passage in content.passages)


def test_notes_and_tags_leave_only_when_asked(sample_room: Room, tmp_path: Path) -> None:
    choice = replace(ALL, include_notes=True)
    content = check_nothing_else_leaves(sample_room, choice, tmp_path / "b", at_least=2)
    rows = sample_room.rows()
    assert sum(len(passage.notes) for passage in content.passages) == len(rows["note"])
    assert sum(len(passage.tags) for passage in content.passages) == len(rows["passage_tag"])
    assert {row["name"] for row in rows["profile"].values()} <= kept_in(sample_room, content)


def test_one_quote_leaves_alone(sample_room: Room, tmp_path: Path) -> None:
    rows = sample_room.rows()
    for number, (quote_id, quote) in enumerate(rows["quote"].items()):
        choice = replace(ALL, quote_ids=frozenset({quote_id}))
        content = check_nothing_else_leaves(sample_room, choice, tmp_path / str(number), at_least=60)
        assert [row.id for row in content.quotes] == [quote_id]
        assert [row.id for row in content.passages] == [quote["passage_id"]]
        named_there = {row["record_id"] for row in rows["mention"].values() if row["passage_id"] == quote["passage_id"]}
        if quote["speaker_id"]:
            named_there.add(quote["speaker_id"])
        extra = {record.id for record in content.records} - named_there
        claimed = [row for row in rows["evidence"].values() if row["passage_id"] == quote["passage_id"]]
        assert not extra or claimed


def test_one_person_leaves_with_what_is_said_of_them(sample_room: Room, tmp_path: Path) -> None:
    rows = sample_room.rows()
    mentioned = [
        row["record_id"] for row in rows["mention"].values() if rows["record"][row["record_id"]]["kind"] == "person"
    ]
    person = max(set(mentioned), key=mentioned.count)
    choice = replace(ALL, record_ids=frozenset({person}))
    content = check_nothing_else_leaves(sample_room, choice, tmp_path / "b", at_least=20)
    passage_ids = {passage.id for passage in content.passages}
    assert {row["passage_id"] for row in rows["mention"].values() if row["record_id"] == person} <= passage_ids
    for passage in content.passages:
        about = {row["record_id"] for row in rows["mention"].values() if row["passage_id"] == passage.id}
        spoken = {row["speaker_id"] for row in rows["quote"].values() if row["passage_id"] == passage.id}
        supports = [row for row in rows["evidence"].values() if row["passage_id"] == passage.id]
        assert person in about | spoken or supports, "a passage that has nothing to do with the person"
    leaving = {quote.id for quote in content.quotes}
    assert leaving < set(rows["quote"])


def two_sources(room: Room) -> tuple[str, str, dict[str, str]]:
    """Two articles that share a person, a place and a tag."""
    first = room.bring_in(title="Першая брама", creator="Аўтар Першы")
    words = "A second, quite other text: Alena Sokał was seen in Orša with Vera."
    second = room.do(
        sources.import_source(incoming(words, title="Другая брама", creator="Аўтар Другі"))
    ).text_version_id
    alena = room.person(
        "Alena Sokał", NameInput(value="Алена Сокал", tag="be"), NameInput(value="Елена Сокол", tag="ru")
    )
    vera = room.person("Vera", NameInput(value="Вера Схаваная", tag="be"))
    seen = room.do(records.create_record(named("The sighting", kind=RecordKind.EVENT)))
    room.do(records.link_passage(first, span_of("Alena Sokał"), alena, MentionInput()))
    hers = room.do(records.link_passage(second, span_of("Alena Sokał", words), alena, MentionInput(role="таемная")))
    room.do(records.link_passage(second, span_of("Vera", words), vera, MentionInput()))
    room.do(passages.add_note(second, span_of("Vera", words), NoteInput(body="патаемная нататка")))
    room.do(passages.add_tag(second, span_of("Orša", words), TagInput(label="патаемная пазнака")))
    office = StatementInput(property="office", value="схаваная пасада")
    room.do(claims.add_statement(alena, office, (hers.passage_id,)))
    room.do(claims.add_participation(seen, alena, "патаемная роля", (hers.passage_id,)))
    room.do(claims.add_relation(vera, alena, "патаемная сувязь", (hers.passage_id,)))
    said = room.do(quotes.mark_quote(first, span_of("We kept your chair"), QuoteInput(published_language="en")))
    room.do(quotes.write_translation(said.quote_id, Words(language="be", text="Мы захавалі тваё крэсла")))
    other = room.do(quotes.mark_quote(second, span_of("was seen", words), QuoteInput(published_language="en")))
    room.do(quotes.write_translation(other.quote_id, Words(language="be", text="яе бачылі патаемна")))
    ids = {row["title"]: key for key, row in room.rows()["source"].items()}
    return ids["Першая брама"], ids["Другая брама"], {"alena": alena, "vera": vera, "said": said.quote_id}


def test_a_source_leaves_without_its_neighbour(room: Room, tmp_path: Path) -> None:
    first, second, ids = two_sources(room)
    choice = replace(ALL, source_ids=frozenset({first}), include_notes=True)
    content = check_nothing_else_leaves(room, choice, tmp_path / "b", at_least=8)
    assert [source.id for source in content.sources] == [first]
    assert [record.id for record in content.records] == [ids["alena"]]
    (alena,) = content.records
    assert (alena.statements, alena.participants, alena.relations) == ((), (), ())
    data = b"".join(file.read_bytes() for file in (tmp_path / "b").rglob("*") if file.is_file())
    for word in ("патаемн", "схаван", "Схаван", "Другая", "Другі", "second, quite other", "Vera", second):
        assert word.encode() not in data, word


def test_a_quote_leaves_without_the_neighbouring_source(room: Room, tmp_path: Path) -> None:
    first, _second, ids = two_sources(room)
    choice = replace(ALL, quote_ids=frozenset({ids["said"]}))
    content = check_nothing_else_leaves(room, choice, tmp_path / "b", at_least=8)
    assert [source.id for source in content.sources] == [first]
    assert content.records == ()


def test_a_record_leaves_with_every_source_that_names_it(room: Room, tmp_path: Path) -> None:
    first, second, ids = two_sources(room)
    content = check_nothing_else_leaves(
        room, replace(ALL, record_ids=frozenset({ids["alena"]})), tmp_path / "b", at_least=3
    )
    assert {source.id for source in content.sources} == {first, second}
    assert ids["vera"] in {record.id for record in content.records}, "a relation that leaves names its other end"
    alone = content_of(room, replace(ALL, source_ids=frozenset({first})))
    assert ids["vera"] not in {record.id for record in alone.records}


def test_a_record_leaves_with_what_supports_its_ties_from_others_and_its_names(room: Room) -> None:
    version = room.bring_in()
    alena, vera = room.person("Alena Sokał"), room.person("Vera")
    tie = room.do(passages.add_tag(version, span_of("We kept your chair"), TagInput(label="tie")))
    form = room.do(passages.add_tag(version, span_of("We kept"), TagInput(label="form")))
    room.do(claims.add_relation(vera, alena, "sibling", (tie,)))
    name = room.do(records.add_name(alena, NameInput(value="Sokał", tag="be-Latn", kind=NameKind.SHORT)))
    room.do(claims.add_evidence("name", name, (form,)))
    with room.archive.read() as connection:
        content = collect(connection, replace(ALL, record_ids=frozenset({alena})))
    assert {passage.id for passage in content.passages} == {tie, form}
    assert {record.id for record in content.records} == {alena, vera}
    (relation,) = next(record.relations for record in content.records if record.id == vera)
    assert (relation.other_id, relation.passage_ids) == (alena, (tie,))


def test_names_leave_in_the_chosen_languages(room: Room) -> None:
    two_sources(room)
    content = content_of(room, BundleChoice("A", ("ru",)))
    alena = next(record for record in content.records if len(record.names) > 1)
    assert {name.tag for name in alena.names} == {"en", "ru"}, "the language of the source and the chosen one"


def test_states_and_languages_limit_translations(sample_room: Room, tmp_path: Path) -> None:
    final = replace(ALL, states=frozenset({TranslationState.FINAL}), languages=("be", "lt"))
    content = check_nothing_else_leaves(sample_room, final, tmp_path / "b", at_least=20)
    translations = [t for quote in content.quotes for t in quote.translations]
    assert translations
    assert {t.state for t in translations} == {TranslationState.FINAL}
    assert {t.language for t in translations} <= {"be", "lt"}


def test_a_translation_into_the_language_of_publication_stays(room: Room) -> None:
    _first, _second, ids = two_sources(room)
    room.do(quotes.edit_quote(ids["said"], QuoteInput(published_language="be-tarask")))
    choice = replace(ALL, quote_ids=frozenset({ids["said"]}))
    (quote,) = content_of(room, choice).quotes
    assert quote.translations == ()
    shown = preview_bundle(room.archive, choice)
    assert "be" not in shown.missing
    assert shown.translations == {}


def test_people_leave_by_initials_only(sample_room: Room) -> None:
    content = content_of(sample_room, ALL)
    people = {p for q in content.quotes for t in q.translations for p in (t.translator, t.reviewer) if p is not None}
    assert {person.initials for person in people} == {"AK", "MB"}
    assert [field.name for field in fields(next(iter(people)))] == ["id", "initials"]
    assert PROFILE.name not in "\n".join(strings(asdict(replace(content, sources=()))))


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_same_archive_and_choice_give_the_same_bytes(sample_room: Room, tmp_path: Path) -> None:
    room = sample_room
    export_bundle(room.archive, ALL, tmp_path / "one", author_id=room.author_id)
    export_bundle(room.archive, ALL, tmp_path / "two", author_id=room.author_id)
    drop_index(room)
    export_bundle(room.archive, ALL, tmp_path / "three", author_id=None)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two") == files_of(tmp_path / "three")
    assert len(room.rows()["export"]) == 3
    room.person("Somebody")
    export_bundle(room.archive, ALL, tmp_path / "four", author_id=None)
    assert files_of(tmp_path / "one") != files_of(tmp_path / "four")


@pytest.mark.parametrize("notes", [False, True])
@pytest.mark.parametrize("states", [frozenset(TranslationState), frozenset({TranslationState.FINAL})])
def test_the_preview_counts_what_is_written(
    sample_room: Room, tmp_path: Path, notes: bool, states: frozenset[TranslationState]
) -> None:
    choice = replace(ALL, include_notes=notes, states=states, languages=("be", "lt", "en"))
    shown = preview_bundle(sample_room.archive, choice)
    export_bundle(sample_room.archive, choice, tmp_path / "b", author_id=None)
    data = tmp_path / "b" / "data"
    written = json.loads((data / "records.json").read_text(encoding="utf-8"))
    assert shown.sources == len(written["sources"])
    assert shown.passages == len(written["passages"])
    assert shown.quotes == len(written["quotes"])
    assert shown.notes == sum(len(passage["notes"]) for passage in written["passages"])
    assert sum(shown.records.values()) == len(written["records"])
    for kind, count in shown.records.items():
        assert count == sum(record["kind"] == kind for record in written["records"])
    counted: dict[str, dict[str, int]] = {}
    missing = 0
    for quote in written["quotes"]:
        there = {translation["language"] for translation in quote["translations"]}
        missing += len({"be", "lt", "en"} - there - {quote["published_language"]})
        for translation in quote["translations"]:
            by_state = counted.setdefault(translation["language"], {})
            by_state[translation["state"]] = by_state.get(translation["state"], 0) + 1
    assert shown.translations == counted
    assert sum(shown.missing.values()) == missing
    originals = [file for file in (data / "originals").iterdir() if file.is_file()]
    assert shown.originals_bytes == sum(file.stat().st_size for file in originals)
    before = log_head(sample_room)
    preview_bundle(sample_room.archive, choice)
    assert log_head(sample_room) == before


def log_head(room: Room) -> str:
    with room.archive.read() as connection:
        return log.head(connection)


def test_originals_stay_when_they_are_not_chosen(room: Room, tmp_path: Path) -> None:
    room.bring_in()
    choice = replace(ALL, include_originals=False)
    export_bundle(room.archive, choice, tmp_path / "b", author_id=None)
    assert not (tmp_path / "b" / "data" / "originals").exists()
    assert preview_bundle(room.archive, choice).originals_bytes == 0


@pytest.mark.parametrize("kind", ["source_ids", "record_ids", "quote_ids"])
def test_a_choice_of_what_is_not_there_is_nothing_and_not_everything(room: Room, tmp_path: Path, kind: str) -> None:
    room.bring_in()
    choice = replace(ALL, **{kind: frozenset({"not there"})})
    with pytest.raises(BundleError, match="nothing to export"):
        export_bundle(room.archive, choice, tmp_path / "b", author_id=None)
    assert not (tmp_path / "b").exists()


def test_an_empty_archive_has_nothing_to_export(room: Room, tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="nothing to export"):
        export_bundle(room.archive, ALL, tmp_path / "b", author_id=None)
    content = content_of(room, ALL)
    assert (content.sources, content.as_of[:2]) == ((), "20")


def test_an_export_is_logged_and_not_undone(room: Room, tmp_path: Path) -> None:
    room.bring_in()
    outcome = export_bundle(room.archive, ALL, tmp_path / "b", author_id=room.author_id)
    (export,) = room.rows()["export"].values()
    assert (export["manifest_digest"], export["files"]) == (outcome.value.manifest_digest, outcome.value.files)
    assert outcome.changes is not None
    assert outcome.changes.operation.author_id == room.author_id
    room.undo()
    assert room.rows()["source"] == {}
    assert len(room.rows()["export"]) == 1
    with pytest.raises(BundleError):
        export_bundle(room.archive, ALL, tmp_path / "b", author_id=room.author_id)
    assert len(room.rows()["export"]) == 1


def test_a_passage_that_points_at_other_words_never_leaves(room: Room, tmp_path: Path) -> None:
    version = room.bring_in()
    room.do(passages.add_note(version, span_of("gate"), NoteInput(body="n")))
    content = content_of(room, ALL)
    anchor = content.passages[0].anchor
    bent = replace(content, passages=(replace(content.passages[0], anchor=replace(anchor, exact="gaze")),))
    with pytest.raises(BundleError, match="not what its digest says"):
        write_bundle(bent, tmp_path / "b")
    assert not (tmp_path / "b").exists()


def test_the_profile_who_made_it_does_not_leave(room: Room, tmp_path: Path) -> None:
    room.do(profiles.add_profile(profiles.ProfileInput(name="Нябачны Працаўнік", initials="НП")))
    room.do(sources.import_source(incoming(ARTICLE)))
    export_bundle(room.archive, ALL, tmp_path / "b", author_id=room.author_id)
    assert leaks(tmp_path / "b", {"Нябачны Працаўнік", PROFILE.name, room.author_id}) == []


def test_what_no_passage_supports_leaves_with_a_record_that_was_asked_for(room: Room) -> None:
    version = room.bring_in()
    person = room.do(records.link_passage(version, span_of("Alena Sokał"), named("Alena"), MentionInput())).record_id
    event = room.person("Release", kind=RecordKind.EVENT)
    room.do(claims.add_statement(person, StatementInput(property="description", value="unsupported"), ()))
    room.do(claims.add_participation(event, person, "released", ()))
    source = frozenset(room.rows()["source"])

    def said(choice: BundleChoice) -> tuple[list[str], list[str]]:
        found = content_of(room, choice).records
        return [s.value for r in found for s in r.statements], [t.role for r in found for t in r.participants]

    assert said(ALL) == (["unsupported"], ["released"])
    assert said(replace(ALL, record_ids=frozenset({person, event}))) == (["unsupported"], ["released"])
    assert said(replace(ALL, source_ids=source)) == ([], [])


def test_own_properties_leave_with_what_has_them_and_hidden_names_go_from_labels_and_reasons(room: Room) -> None:
    person, hidden = room.person("Alena"), room.person("Vera Kałaska")
    label = PropertyInput(label="Debt to Vera Kałaska", kinds=(RecordKind.PERSON,), single=True)
    debt = room.do(vocabulary.add_property(label))
    room.do(vocabulary.add_property(PropertyInput(label="Unused", kinds=(RecordKind.PERSON,))))
    said = [room.do(claims.add_statement(person, StatementInput(property=debt, value=value), ())) for value in "12"]
    room.do(claims.weigh_statement(said[0], Standing.SET_ASIDE, "Vera Kałaska said so"))
    room.do(levels.protect_person(hidden, "Witness"))
    content = content_of(room, ALL)
    assert [(about.key, about.label) for about in content.properties] == [(debt, "Debt to Witness")]
    statements = next(record.statements for record in content.records if record.id == person)
    assert [(s.property, s.standing, s.reason) for s in statements] == [
        (debt, "set aside", "Witness said so"), (debt, "", "")]  # fmt: skip
    room.do(levels.set_level(Record, person, Level.RESTRICTED))
    assert content_of(room, ALL).properties == ()


def test_parts_of_names_certainty_and_dates_leave(room: Room) -> None:
    person, other, event = room.person("Alena"), room.person("Vera"), room.person("Trial", kind=RecordKind.EVENT)
    parts = {"given": "Вера", "patronymic": "Іванаўна", "family": "Сокал"}
    room.do(records.add_name(other, NameInput(value="Вера Іванаўна Сокал", tag="be", kind=NameKind.ALIAS, **parts)))
    office = StatementInput(property="office", value="judge", certainty=Certainty.POSSIBLE, dated="2010/2014")
    room.do(claims.add_statement(other, office, ()))
    room.do(claims.add_relation(person, other, "sibling", (), certainty=Certainty.PROBABLE, dated="1990"))
    room.do(claims.add_participation(event, person, "accused", (), certainty=Certainty.POSSIBLE))
    content = content_of(room, replace(ALL, languages=("be",)))
    found = {record.id: record for record in content.records}
    name = next(name for name in found[other].names if name.family)
    assert {key: getattr(name, key) for key in parts} == parts
    assert [(s.certainty, s.dated) for s in found[other].statements] == [("possible", "2010/2014")]
    assert [(tie.certainty, tie.dated) for tie in found[person].relations] == [("probable", "1990")]
    assert [(tie.certainty, tie.dated) for tie in found[event].participants] == [("possible", "")]


def test_the_chain_relays_and_signs_of_a_quote_leave(room: Room) -> None:
    said = "They kept it (by the window) … and us."
    version = room.bring_in(said)
    agency = room.person("The agency", kind=RecordKind.ORGANISATION)
    chain = QuoteInput(published_language="en", spoken_language="be", via_language="ru", interpreter_id=agency)
    quote = room.do(quotes.mark_quote(version, span_of(said, said), chain)).quote_id
    room.do(quotes.retype_mark(quote, span_of("(by the window)", said), MarkKind.INSERTION))
    room.do(quotes.write_translation(quote, Words(language="ru", text="Они хранили […]")))
    row = room.do(quotes.write_translation(quote, Words(language="lt", text="Jie [sargai] laikė [prie lango]")))
    assert not content_of(room, ALL).quotes[0].translations[1].relay_language
    room.do(quotes.write_translation(quote, Words(language="lt", text="Jie laikė [prie lango] [čia]"), relay="ru"))
    content = content_of(room, ALL)
    (leaving,) = content.quotes
    assert (leaving.via_language, leaving.interpreter_id) == ("ru", agency)
    assert [record.id for record in content.records] == [agency]
    assert [mark.kind for mark in leaving.marks] == [MarkKind.INSERTION, MarkKind.PAUSE]
    russian, lithuanian = leaving.translations
    assert (russian.relay_language, lithuanian.relay_language, lithuanian.stale) == ("", "ru", False)
    assert [mark.kind for mark in lithuanian.marks] == [MarkKind.INSERTION, MarkKind.ADDED]
    room.do(quotes.write_translation(quote, Words(language="ru", text="Они сохранили […]")))
    assert content_of(room, ALL).quotes[0].translations[1].stale
    room.do(quotes.confirm_still_right(row))
    assert not content_of(room, ALL).quotes[0].translations[1].stale


def test_a_draft_of_a_machine_leaves_as_one_until_a_person_changes_it(room: Room) -> None:
    quote = room.do(
        quotes.mark_quote(room.bring_in(), span_of("Nobody else spoke."), QuoteInput(published_language="en"))
    )
    given = Words(language="ru", text="Больше никто не говорил.")
    room.do(quotes.write_translation(quote.quote_id, given, origin=Origin.MACHINE))
    assert [t.by_machine for t in content_of(room, ALL).quotes[0].translations] == [True]
    room.do(quotes.write_translation(quote.quote_id, Words(language="ru", text="Никто больше не говорил.")))
    assert [t.by_machine for t in content_of(room, ALL).quotes[0].translations] == [False]


def test_an_interpreter_who_stays_is_nobody_in_the_quote(room: Room) -> None:
    version = room.bring_in()
    person = room.person("Brunhilde Vexley")
    chain = QuoteInput(published_language="en", via_language="ru", interpreter_id=person)
    room.do(quotes.mark_quote(version, span_of("Nobody else spoke."), chain))
    room.do(levels.protect_person(person, "Person K"))
    content = content_of(room, ALL)
    (protected,) = content.quotes
    assert protected.interpreter_id not in (None, person)
    assert [name.value for record in content.records for name in record.names] == ["Person K"]
    room.do(levels.set_level(Record, person, Level.SECRET))
    content = content_of(room, ALL)
    assert [quote.interpreter_id for quote in content.quotes] == [None]
    assert content.records == ()
