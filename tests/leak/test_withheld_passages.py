"""What stands in, beside or on a withheld passage stays with it, and nothing else of the source confirms its words."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from rooms import Room, span_of
from workbench.domain.bundle import EVERY_STATE, BundleChoice
from workbench.domain.inputs import NoteInput, Provenance, QuoteInput, StatementInput, TranslationInput
from workbench.domain.kinds import Level
from workbench.exporters.bag import write_bundle
from workbench.exporters.verify import verify_bundle
from workbench.importers.files import original_of
from workbench.importers.reading import read
from workbench.services import claims, levels, passages, quotes, sources
from workbench.services.bundle_content import collect, collect_all
from workbench.services.bundles import usual_title
from workbench.services.listings_outside import list_outside
from workbench.services.outgoing_print import outgoing_printout
from workbench.store.tables import Passage, Quote, Source, Statement

TEXT = "Intro line.\nShe said: “The kestrel sleeps in the attic” and left.\nThe water is clear."
OUTER = "She said: “The kestrel sleeps in the attic” and left."
INNER = "The kestrel sleeps in the attic"
ALL = BundleChoice("T", ("be", "ru", "lt", "en"), states=EVERY_STATE, include_notes=True)


def exported(room: Room, folder: Path) -> str:
    with room.archive.read() as connection:
        content = collect(connection, ALL)
    write_bundle(content, folder)
    assert verify_bundle(folder).findings == ()
    return "\n".join(file.read_text("utf-8") for file in sorted(folder.rglob("*")) if file.is_file())


def source_of(room: Room, version_id: str) -> str:
    return str(room.rows()["text_version"][version_id]["source_id"])


def closed(room: Room) -> tuple[str, str]:
    """Bring in the text with a secret passage that has a note; return the text version and the passage."""
    version = room.bring_in(TEXT)
    passage = room.do(passages.add_note(version, span_of(OUTER, TEXT), NoteInput(body="outernote")))
    room.do(levels.set_level(Passage, passage, Level.SECRET))
    return version, passage


def test_what_overlaps_a_secret_passage_stays_unless_opened(room: Room, tmp_path: Path) -> None:
    version, _passage = closed(room)
    quote = room.do(quotes.mark_quote(version, span_of(INNER, TEXT), QuoteInput(published_language="en"))).quote_id
    room.do(quotes.write_translation(quote, TranslationInput(language="lt", text="Pelėsakalis miega")))
    room.do(passages.add_note(version, span_of("and left.\nThe water", TEXT), NoteInput(body="acrossnote")))
    room.do(passages.add_note(version, span_of("water is clear", TEXT), NoteInput(body="opennote")))
    told = exported(room, tmp_path / "shut")
    assert [word for word in ("Pelėsakalis", "kestrel", "acrossnote", "outernote") if word in told] == []
    assert "opennote" in told
    assert "The water is clear." in told
    room.do(levels.set_level(Quote, quote, Level.OPEN))
    told = exported(room, tmp_path / "opened")
    assert "Pelėsakalis" in told
    assert INNER in told
    assert "outernote" not in told


def test_neither_digest_nor_size_of_a_redacted_source_leaves(room: Room, tmp_path: Path) -> None:
    version, passage = closed(room)
    facts = room.rows()["source"][source_of(room, version)]
    told = exported(room, tmp_path / "shut")
    assert facts["original_digest"] not in told
    document = json.loads((tmp_path / "shut/data/records.json").read_bytes())
    assert document["sources"][0]["original"] == {"sha256": "", "size": 0, "path": None}
    room.do(levels.set_level(Passage, passage, Level.OPEN))
    assert facts["original_digest"] in exported(room, tmp_path / "open")


def test_what_is_known_only_from_a_secret_source_stays(room: Room, tmp_path: Path) -> None:
    version = room.bring_in(TEXT)
    one, other = room.person("Jonas Jonaitis"), room.person("Hanna Loś")
    passage = room.do(passages.add_note(version, span_of(INNER, TEXT), NoteInput(body="note")))
    said = StatementInput(property="description", value="hid in the cellar")
    statement = room.do(claims.add_statement(one, said, (passage,)))
    room.do(claims.add_relation(one, other, "hidden by", (passage,)))
    room.do(claims.add_statement(one, StatementInput(property="occupation", value="ferryman"), ()))
    room.do(levels.set_level(Source, source_of(room, version), Level.SECRET))
    room.bring_in("An open text.", title="Open")
    told = exported(room, tmp_path / "shut")
    assert "cellar" not in told
    assert "hidden by" not in told
    assert "ferryman" in told
    room.do(levels.set_level(Statement, statement, Level.OPEN))
    assert "hid in the cellar" in exported(room, tmp_path / "opened")


def test_a_secret_passage_outlives_its_only_note(room: Room, tmp_path: Path) -> None:
    _version, passage = closed(room)
    room.do(passages.remove_note(next(iter(room.rows()["note"]))))
    assert set(room.rows()["passage"]) == {passage}
    assert "kestrel" not in exported(room, tmp_path / "bundle")


def test_a_bundle_is_titled_by_open_sources_only(room: Room) -> None:
    secret = room.bring_in("Words.", title="A dossier of Kestrel")
    assert usual_title(room.archive) == "A dossier of Kestrel"
    room.bring_in("Other words.", title="Open thing")
    room.do(levels.set_level(Source, source_of(room, secret), Level.SECRET))
    assert usual_title(room.archive) == "Open thing"


AGAIN = "Reprint.\nTHE kestrel  sleeps\nin the at\u00adtic. Bye."


def test_the_words_of_a_secret_passage_leave_nowhere_else(room: Room, tmp_path: Path) -> None:
    version = room.bring_in(TEXT, title="“The kestrel sleeps in the attic”")
    quote = room.do(quotes.mark_quote(version, span_of(INNER, TEXT), QuoteInput(published_language="en"))).quote_id
    lithuanian = "Pelėsakalis miega palėpėje po stogu"
    room.do(quotes.write_translation(quote, TranslationInput(language="lt", text=lithuanian)))
    room.do(levels.set_level(Passage, next(iter(room.rows()["passage"])), Level.SECRET))
    again = room.bring_in(AGAIN, title="Reprint", address="https://example.org/the-kestrel-sleeps-in-the-attic")
    room.do(passages.add_note(again, span_of("Bye", AGAIN), NoteInput(body=f"See: {lithuanian.upper()}!")))
    one = room.person("Hanna Loś")
    room.do(claims.add_statement(one, StatementInput(property="description", value=f"wrote that {INNER.lower()}"), ()))
    told = exported(room, tmp_path / "shut").casefold()
    assert [word for word in ("kestrel", "attic", "at\u00adtic", "pelėsakalis", "palėpėje") if word in told] == []
    assert "wrote that […]" in told
    with room.archive.read() as connection:
        doubts = collect_all(connection, ALL)[1].doubts
    assert sorted(doubt.key for doubt in doubts) == [
        "words/pelesakalis miega palepeje po stogu",
        "words/the kestrel sleeps in the attic",
    ]
    assert {doubt.record_id for doubt in doubts} == {""}
    let_out = frozenset(doubt.key for doubt in doubts)
    with room.archive.read() as connection:
        content = collect(connection, replace(ALL, let_out=let_out))
    texts = {source.title: source.text.text for source in content.sources}
    assert texts == {"“The kestrel sleeps in the attic”": TEXT.replace(INNER, "[…]"), "Reprint": AGAIN}


def test_words_that_were_opened_are_free_and_few_words_stand_elsewhere(room: Room, tmp_path: Path) -> None:
    version, _passage = closed(room)
    room.do(passages.add_note(version, span_of(INNER, TEXT), NoteInput(body="n")))
    inner = next(key for key, row in room.rows()["passage"].items() if row["exact"] == INNER)
    room.do(levels.set_level(Passage, inner, Level.OPEN))
    short = "A secret shed.\nIt is a SECRET  shed."
    few = room.bring_in(short, title="Few")
    room.do(passages.add_note(few, span_of("secret shed", short), NoteInput(body="n")))
    shed = next(key for key, row in room.rows()["passage"].items() if row["exact"] == "secret shed")
    room.do(levels.set_level(Passage, shed, Level.SECRET))
    room.bring_in(f"{INNER}.\nAnother secret shed.", title="Open")
    exported(room, tmp_path / "bundle")
    texts = {path.read_text("utf-8") for path in (tmp_path / "bundle/data/texts").iterdir()}
    assert texts == {
        f"Intro line.\n[…]{INNER}[…]\nThe water is clear.",
        "A […].\nIt is a […].",
        f"{INNER}.\nAnother secret shed.",
    }


def test_a_page_that_says_withheld_words_past_its_text_stays(room: Room, tmp_path: Path) -> None:
    closed(room)
    words = "A river runs here and everybody knows its banks. " * 9
    page = f"<html><head><meta name=x content='{INNER}'></head><body><article><p>{words}</p></article></body></html>"
    original = original_of(page.encode(), "banks.html")
    room.do(sources.import_source(sources.Incoming(original, read(original), Provenance(title="B", language="en"))))
    assert "kestrel" not in exported(room, tmp_path / "bundle")


@pytest.mark.parametrize("how", ["passage", "quote"])
def test_the_one_open_sentence_of_a_restricted_source_leaves_alone(room: Room, tmp_path: Path, how: str) -> None:
    """The example of `domain.sensitivity`, with nothing else in the archive that is withheld."""
    version = room.bring_in(TEXT, title="A dossier of Kestrel", address="https://example.org/kestrel")
    span = span_of("The water is clear.", TEXT)
    quote = room.do(quotes.mark_quote(version, span, QuoteInput(published_language="en"))).quote_id
    source, facts = source_of(room, version), room.rows()["source"][source_of(room, version)]
    room.do(levels.set_level(Source, source, Level.RESTRICTED))
    model, row_id = (Passage, next(iter(room.rows()["passage"]))) if how == "passage" else (Quote, quote)
    room.do(levels.set_level(model, row_id, Level.OPEN))
    told = exported(room, tmp_path / "bundle")
    assert [each for each in ("estrel", "Intro", facts["original_digest"]) if each in told] == []
    assert {path.read_text("utf-8") for path in (tmp_path / "bundle/data/texts").iterdir()} == {
        "[…]\nThe water is clear."
    }
    with room.archive.read() as connection:
        printed = repr(outgoing_printout(connection, version, source, "en", lambda: None))
        listed = repr(list_outside(connection, "sources", "en"))
    assert "The water is clear." in printed
    assert "estrel" not in printed + listed


def test_a_secret_source_is_looked_for_in_reprints_though_no_passage_marks_it(room: Room, tmp_path: Path) -> None:
    said = "Alena saw the guard beat a man to death in the yard on Friday."
    secret = f"Nobody knows this.\n{said} Then she went home and told it to nobody at all."
    version = room.bring_in(secret, title="Short title")
    room.bring_in(
        f"Intro. {said.upper()} More.\nAlena saw the guard. In the yard on Friday it rained.", title="Reprint"
    )
    room.do(levels.set_level(Source, source_of(room, version), Level.SECRET))
    exported(room, tmp_path / "bundle")
    assert [path.read_text("utf-8") for path in (tmp_path / "bundle/data/texts").iterdir()] == [
        "Intro. […]. More.\nAlena saw the guard. In the yard on Friday it rained."
    ]
    room.do(passages.add_note(version, span_of(said, secret), NoteInput(body="n")))
    room.do(levels.set_level(Passage, next(iter(room.rows()["passage"])), Level.OPEN))
    exported(room, tmp_path / "opened")
    texts = {path.read_text("utf-8") for path in (tmp_path / "opened/data/texts").iterdir()}
    assert any(said in text and "home" not in text for text in texts)
    assert any(said.upper() in text for text in texts)


def test_a_restricted_source_is_looked_for_by_its_passages_only(room: Room, tmp_path: Path) -> None:
    said = "Alena saw the guard beat a man to death in the yard on Friday."
    version = room.bring_in(said, title="One")
    room.bring_in(f"Intro. {said}", title="Reprint")
    room.do(levels.set_level(Source, source_of(room, version), Level.RESTRICTED))
    assert said in exported(room, tmp_path / "bundle")
