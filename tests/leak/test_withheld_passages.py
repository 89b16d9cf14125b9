"""What stands in, beside or on a withheld passage stays with it, and nothing else of the source confirms its words."""

from __future__ import annotations

import json
from pathlib import Path

from rooms import Room, span_of
from workbench.domain.bundle import BundleChoice
from workbench.domain.inputs import NoteInput, QuoteInput, StatementInput, TranslationInput
from workbench.domain.kinds import Level
from workbench.exporters.bag import write_bundle
from workbench.exporters.verify import verify_bundle
from workbench.services import claims, levels, passages, quotes
from workbench.services.bundle_content import collect
from workbench.services.bundles import usual_title
from workbench.store.tables import Passage, Quote, Source, Statement

TEXT = "Intro line.\nShe said: “The kestrel sleeps in the attic” and left.\nThe water is clear."
OUTER = "She said: “The kestrel sleeps in the attic” and left."
INNER = "The kestrel sleeps in the attic"
ALL = BundleChoice("T", ("be", "ru", "lt", "en"), include_notes=True)


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
